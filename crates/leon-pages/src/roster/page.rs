//! The page of a roster: the grid, what the rules say, cover, hours and burden, wishes. One file per section.

mod cover;
mod grid;
mod headline;
mod hours;
mod rules;
mod wishes;

use super::Published;
use super::marks::{Grade, Marks};
use super::words::Words;
use crate::document::{STYLE, document, section};
use leon_model::{Date, Period};
use maud::{Markup, html};

/// What a roster adds to [`STYLE`].
pub const ROSTER_STYLE: &str = include_str!("page/style.css");

/// Dates beside each other, so that a sheet of A3 in landscape holds them.
const DATES: usize = 28;

/// Everything that a section needs.
struct Page<'a> {
    published: &'a Published<'a>,
    words: Words<'a>,
    marks: Marks,
}

/// The whole page, which holds its own style, runs no script and asks for nothing from elsewhere.
pub fn page(published: &Published<'_>, words: Words<'_>) -> String {
    let voice = words.voice;
    let title = title(words);
    let body = html! {
        header {
            p.kicker { "Leon" }
            h1 { (title) }
        }
        main { (sections(published, words)) }
    };
    document(voice, &title, &[STYLE, ROSTER_STYLE], &body)
}

/// What the page is called.
pub fn title(words: Words<'_>) -> String {
    words.voice.text_with("roster-page-title", &super::span(words.period))
}

/// The sections of the page, for one that has its own head.
pub fn sections(published: &Published<'_>, words: Words<'_>) -> Markup {
    let marks = Marks::new(published.verdict, published.roster, words);
    let page = Page { published, words, marks };
    let sections = [headline::section, grid::section, rules::section, cover::section, hours::section, wishes::section];
    html! { @for section in sections { (section(&page)) } }
}

impl<'a> Page<'a> {
    fn period(&self) -> &'a Period {
        self.words.period
    }

    /// The period's dates, so many beside each other.
    fn chunks(&self) -> Vec<Vec<Date>> {
        let dates: Vec<Date> = self.period().dates().collect();
        dates.chunks(DATES).map(<[Date]>::to_vec).collect()
    }

    /// A section with its heading and, under it, what it shows in a sentence.
    fn section(&self, id: &str, heading: &str, lead: &str, content: &Markup) -> Markup {
        section(self.words.voice, id, heading, lead, content)
    }

    /// The headings of dates: weekday, day and month.
    fn date_heads(&self, dates: &[Date]) -> Markup {
        html! {
            @for date in dates {
                @let (_, month, day) = date.year_month_day();
                th.date.off[self.is_off(*date)] scope="col" {
                    (self.words.voice.text(WEEKDAYS[date.weekday() as usize])) br; (day) "." (month) "."
                }
            }
        }
    }

    /// Whether a date is a weekend or a public holiday.
    fn is_off(&self, date: Date) -> bool {
        date.weekday().is_weekend() || self.period().is_public_holiday(date)
    }

    /// Numbers that lead to what the rules say, each with it as its title.
    fn notes(&self, numbers: &[usize]) -> Markup {
        html! {
            @for number in numbers {
                @let mark = &self.marks.all[*number];
                a.note-number.(grade_class(mark.grade)) href=(format!("#rule-{}", number + 1)) title=(mark.text) {
                    (grade_sign(mark.grade)) (number + 1)
                }
            }
        }
    }
}

const WEEKDAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];

fn grade_class(grade: Grade) -> &'static str {
    match grade {
        Grade::Broken => "broken",
        Grade::Priced => "priced",
        Grade::Advised => "advised",
    }
}

/// A sign beside the colour.
fn grade_sign(grade: Grade) -> &'static str {
    match grade {
        Grade::Broken => "✗",
        Grade::Priced => "kr.",
        Grade::Advised => "!",
    }
}
