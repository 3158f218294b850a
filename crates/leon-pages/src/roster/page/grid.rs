//! The grid: people by staff group, dates beside each other, for each unit.

use super::Page;
use leon_model::{Assignment, Date, GroupId, Person, ShiftKind, ShiftType, Unit};
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let voice = page.words.voice;
    let content = html! {
        ul.legend {
            @for kind in ShiftKind::ALL {
                li { span.key.(class(kind)) {} (shape(kind)) " " (voice.text(&format!("shift-kind-{}", kind.word()))) }
            }
            li { "* " (voice.text("roster-has-function")) }
            li { "▪ " (voice.text("roster-fixed")) }
        }
        @for unit in &page.period().units {
            @for dates in page.chunks() { (unit_grid(page, unit, &dates)) }
        }
    };
    page.section("grid", "roster-grid", "roster-grid-lead", &content)
}

fn unit_grid(page: &Page<'_>, unit: &Unit, dates: &[Date]) -> Markup {
    let voice = page.words.voice;
    let name = if unit.name.is_empty() { unit.id.as_str() } else { unit.name.as_str() };
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return html! {} };
    let groups: Vec<(&GroupId, Vec<&Person>)> = page
        .period()
        .groups
        .iter()
        .map(|group| (&group.id, people(page, unit, &group.id)))
        .filter(|(_, people)| !people.is_empty())
        .collect();
    html! {
        div.scroll {
            table.grid {
                caption { (name) ", " (first) " – " (last) }
                thead { tr { th scope="col" { (voice.text("roster-person")) } (page.date_heads(dates)) } }
                @for (group, people) in groups {
                    tbody {
                        tr { th.group scope="rowgroup" colspan=(dates.len() + 1) { (page.words.group(group)) } }
                        @for person in people {
                            tr {
                                th scope="row" { (person.id) (page.notes(page.marks.of(&person.id))) }
                                @for date in dates { (cell(page, unit, person, *date)) }
                            }
                        }
                    }
                }
            }
            ul.legend {
                @for shift in page.period().shift_types.iter().filter(|it| it.unit == unit.id) {
                    li { (shape(shift.kind)) (shift.id) " " (shift.start) "–" (shift.end) }
                }
            }
        }
    }
}

/// People of a group who belong to a unit, or work there.
fn people<'a>(page: &Page<'a>, unit: &Unit, group: &GroupId) -> Vec<&'a Person> {
    let works = |person: &Person| {
        let here = |it: &&Assignment| page.period().shift_type(&it.shift).is_some_and(|shift| shift.unit == unit.id);
        page.published.roster.assignments.iter().filter(here).any(|it| it.person == person.id)
    };
    let belongs = |person: &Person| person.workplaces.iter().any(|it| it.unit == unit.id);
    page.period().people.iter().filter(|it| it.group == *group && (belongs(it) || works(it))).collect()
}

fn cell(page: &Page<'_>, unit: &Unit, person: &Person, date: Date) -> Markup {
    let own = page.published.roster.assignments.iter().filter(|it| it.person == person.id && it.date == date);
    let duties: Vec<(&Assignment, &ShiftType)> =
        own.filter_map(|it| Some((it, page.period().shift_type(&it.shift)?))).collect();
    let (from, to) = (date.midnight(), (date + 1).midnight());
    let away = person.absences.iter().find(|it| it.from < to && from < it.to);
    let fixed = person.fixed_duties.iter().filter(|it| it.start.danish_date() == date);
    let kind = duties.first().map(|(_, shift)| class(shift.kind));
    let classes = [page.is_off(date).then_some("off"), kind].into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        td class=[Some(classes).filter(|it| !it.is_empty())] data-person=(person.id) data-date=(date)
            data-shift=[duties.first().map(|(it, _)| &it.shift)] {
            @for (assignment, shift) in &duties { (duty(page, unit, assignment, shift)) }
            @if let Some(away) = away { span.away { (page.words.voice.text(&format!("absence-{}", away.kind.word()))) } }
            @for it in fixed { abbr.fixed title=(it.label) { "▪" span.sr { (it.label) } } }
            (page.notes(page.marks.on(&person.id, date)))
        }
    }
}

fn duty(page: &Page<'_>, unit: &Unit, assignment: &Assignment, shift: &ShiftType) -> Markup {
    let kind = page.words.voice.text(&format!("shift-kind-{}", shift.kind.word()));
    let function = assignment.function.as_ref().map_or(String::new(), |it| format!(", {it}"));
    let elsewhere = if shift.unit == unit.id { String::new() } else { format!(", {}", shift.unit) };
    let title = format!("{kind} {}–{}{function}{elsewhere}", shift.start, shift.end);
    html! {
        span.duty title=(title) {
            span aria-hidden="true" { (shape(shift.kind)) }
            (shift.id)
            @if assignment.function.is_some() { "*" }
            @if !elsewhere.is_empty() { span.elsewhere { "@" (shift.unit) } }
            span.sr { " " (title) }
        }
    }
}

/// A shape beside the colour.
fn shape(kind: ShiftKind) -> &'static str {
    match kind {
        ShiftKind::Day => "○",
        ShiftKind::Evening => "◐",
        ShiftKind::Night => "●",
        ShiftKind::OnCallAtWork => "■",
        ShiftKind::OnCallAtHome => "□",
    }
}

fn class(kind: ShiftKind) -> &'static str {
    match kind {
        ShiftKind::Day => "k-day",
        ShiftKind::Evening => "k-evening",
        ShiftKind::Night => "k-night",
        ShiftKind::OnCallAtWork | ShiftKind::OnCallAtHome => "k-call",
    }
}
