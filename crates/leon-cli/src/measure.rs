//! What a study of a measure found: for the terminal, as a page, as tables, and as evidence in a case.

mod evidence;
mod league;
mod not_measured;
mod page;
mod question;
mod summary;
mod tables;
mod together;

pub use evidence::write_case_with;
pub use league::{League, league, write_league};
pub use not_measured::{NotMeasured, Reason};
pub use question::{Question, Sampled};
pub use summary::summary;
pub use tables::write;
pub use together::Together;

use crate::grid::Lean;
use leon_measure::{Driver, Estimate, Finding, Kind, Leaning, Quantity, Regression, Scaled, Study, Verdict};
use leon_model::PlaceId;

/// A study, and what was asked.
pub struct Asked<'a> {
    pub question: Question<'a>,
    pub study: Study,
    /// `None`: the case needs nothing in the settings of the study.
    pub scaled: Option<Scaled>,
    /// Of several measures: what they give beside each alone.
    pub together: Option<Together>,
    /// Empty unless they are asked for.
    pub drivers: Vec<Driver>,
    /// `None` unless it is asked for.
    pub regression: Option<Regression>,
}

impl<'a> std::ops::Deref for Asked<'a> {
    type Target = Question<'a>;
    fn deref(&self) -> &Question<'a> {
        &self.question
    }
}

impl Asked<'_> {
    /// What was asked, in a sentence or two.
    fn asked_for(&self) -> String {
        let voice = self.voice;
        let pairs = ("days", voice.count(self.study.pairs.len()).into());
        let rounds = ("rounds", voice.number(self.options.iterations as f64, 0).into());
        let place = |id: &PlaceId| self.case.place(id).name.clone();
        match &self.sampled {
            Sampled::Days(it) => {
                let places = it.municipalities.iter().map(place).collect::<Vec<_>>().join(", ");
                let visits = ("visits", voice.count(it.visits).into());
                voice.text_with("measure-asked", &[pairs, visits, ("places", places.into()), rounds])
            }
            Sampled::Given { municipality, synthetic, .. } => {
                let key = if *synthetic { "measure-asked-given" } else { "measure-asked-real" };
                voice.text_with(key, &[pairs, ("places", place(municipality).into()), rounds])
            }
            Sampled::Rosters(it) => {
                let weeks = ("weeks", voice.count(it.weeks as usize).into());
                let teams = it.kinds.iter().map(|kind| self.kind(Kind::Team(*kind))).collect::<Vec<_>>().join(", ");
                voice.text_with("measure-asked-rosters", &[pairs, weeks, ("places", teams.into()), rounds])
            }
        }
    }

    /// A quantity in words.
    fn words(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Released => self.voice.text("measure-all"),
            Quantity::Account(account) => self.voice.text(&format!("account-{account}")),
            Quantity::Group(group) => self.group(group),
            Quantity::Dropped => self.voice.text("measure-care-dropped"),
            Quantity::Gained => self.voice.text("measure-care-gained"),
            Quantity::Bought => self.voice.text("measure-bought"),
            Quantity::Uncovered => self.voice.text("measure-uncovered"),
            Quantity::Surplus => self.voice.text("measure-surplus"),
            Quantity::Free(piece) => self.voice.text(&format!("measure-piece-{}", piece.word())),
        }
    }

    /// A mean and the ends of its interval.
    fn numbers(&self, estimate: Estimate) -> [String; 3] {
        [estimate.mean, estimate.low(), estimate.high()].map(|it| self.voice.number(it, 1))
    }

    /// What was released, in a sentence.
    fn released(&self) -> String {
        let [minutes, low, high] = self.numbers(self.study.released());
        let share = self.study.share();
        let percent = |it: f64| self.voice.percent(it).into();
        let variables = [
            ("minutes", minutes.into()),
            ("unit", self.unit().into()),
            ("low", low.into()),
            ("high", high.into()),
            ("share", percent(share.mean)),
            ("share_low", percent(share.low())),
            ("share_high", percent(share.high())),
        ];
        self.voice.text_with("measure-released", &variables)
    }

    /// How sure that is, and what to do about it.
    fn finding(&self) -> String {
        let (study, voice) = (&self.study, self.voice);
        let number = |value: f64| voice.number(value, 1).into();
        let key = match study.finding() {
            Finding::Proven => "measure-proven",
            Finding::Measured => "measure-measured",
            Finding::PlanLonger => "measure-plan-longer",
            Finding::NotShown => "measure-not-shown",
        };
        let mut text = voice.text_with(key, &[("shift", number(study.shift_most())), ("unit", self.unit().into())]);
        if study.gap_with.is_finite() {
            let gaps = [("without", number(study.gap_without)), ("with", number(study.gap_with))];
            text = format!("{text} {}", voice.text_with("measure-gaps", &gaps));
        }
        text
    }

    /// What becomes of the promise, where there is one and it can be scaled.
    fn verdict(&self) -> Option<Verdict> {
        Some(self.scaled.as_ref()?.verdict(self.study.finding(), self.claim()?.value))
    }

    /// The verdict in a word or two.
    fn verdict_word(&self) -> String {
        self.voice.text(&format!("measure-verdict-{}", self.verdict().map_or("none", Verdict::word)))
    }

    /// What was promised, what it comes to in the country, and what becomes of the promise.
    fn promise(&self) -> Vec<String> {
        let voice = self.voice;
        let number = |value: f64| voice.number(value, 0).into();
        let mut lines = Vec::new();
        if let Some(claim) = self.claim() {
            let evidence = voice.text(&format!("evidence-{}", claim.class));
            let variables = [("fte", number(claim.value)), ("evidence", evidence.into())];
            lines.push(voice.text_with("measure-claim", &variables));
        }
        let Some(scaled) = &self.scaled else {
            lines.push(voice.text("measure-no-scale"));
            return lines;
        };
        let [low, value, high] = scaled.fte;
        let variables = [
            ("fte", number(value)),
            ("low", number(low)),
            ("high", number(high)),
            ("share", voice.percent(scaled.share.value).into()),
            ("hours", number(scaled.released[1].0)),
            ("met", number(scaled.met.0)),
            ("bought", number(scaled.not_bought.0)),
        ];
        lines.push(voice.text_with("measure-scaled", &variables));
        let why = match self.verdict() {
            Some(Verdict::Confirmed) => "measure-why-confirmed",
            Some(Verdict::Lower) => "measure-why-lower",
            Some(Verdict::Higher) => "measure-why-higher",
            Some(Verdict::NotTestable) => "measure-why-not-testable",
            None => "measure-why-none",
        };
        lines.push(format!("{}: {}", self.verdict_word(), voice.text(why)));
        lines
    }

    /// Where a figure of the first measure stands and its range, in words.
    fn figure_words(&self, path: &str, [low, high]: [f64; 2]) -> String {
        let number = |value: f64| self.voice.number(value, 2);
        format!("{path} ({} – {})", number(low), number(high))
    }

    /// How much of the spread over the draws a plane explains, in a sentence.
    fn explained(&self, regression: &Regression) -> String {
        let draws = ("draws", self.voice.count(regression.draws).into());
        let variables = [draws, ("share", self.voice.percent(regression.explained).into())];
        self.voice.text_with("measure-regression-explained", &variables)
    }

    /// What the answer leans on, as rows of words.
    fn leanings(&self, regression: &Regression) -> Vec<[String; 5]> {
        let row = |it: &Leaning| {
            let [change, low, high] = self.numbers(it.change);
            let weight = self.voice.number(it.weight, 2);
            [self.figure_words(&it.path, [it.low, it.high]), weight, change, low, high]
        };
        regression.leanings.iter().map(row).collect()
    }
}

/// The columns of what the answer leans on, by their texts.
const LEANINGS: [(Lean, &str); 5] = [
    (Lean::Words, "measure-column-figure"),
    (Lean::Number, "measure-column-weight"),
    (Lean::Number, "measure-column-change"),
    (Lean::Number, "measure-column-low"),
    (Lean::Number, "measure-column-high"),
];
