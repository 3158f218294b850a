//! Measures as TOML: one readable file each, with every problem at once.

mod fields;
mod problem;

pub use problem::{MeasureCause, MeasureFileProblem};

use fields::Fields;
use leon_model::{
    Complexity, Measure, MeasureChange, MeasureCost, MeasureTable, RoundOrder, ScreenStaffing, ShiftKind, SourceId,
    UnitKind,
};

/// Reads a measure.
///
/// ```
/// let text = r#"
/// id = "placebo"
/// name_da = "Ingenting"
/// name_en = "Nothing"
/// [eligible]
/// tasks = ["cleaning"]
/// share = { value = 0.5, class = "assumption", source = "leon" }
/// [take_up]
/// adoption = { value = 0.4, low = 0.2, high = 0.6, class = "assumption", source = "leon" }
/// drop_out = { value = 0, class = "assumption", source = "leon" }
/// failure = { value = 0, class = "assumption", source = "leon" }
/// [sources]
/// leon = "An assumption"
/// "#;
/// let measure = leon_formats::measure::read_measure(text.as_bytes()).unwrap();
/// assert_eq!(measure.users_share(), 0.2);
/// ```
///
/// # Errors
/// Every problem, those of the form first: with one of them, the rest of what is wrong may be missing.
pub fn read_measure(bytes: &[u8]) -> Result<Measure, Vec<MeasureFileProblem>> {
    let whole = |cause| vec![MeasureFileProblem { path: String::new(), cause }];
    let text = std::str::from_utf8(bytes).map_err(|_| whole(MeasureCause::NotUtf8 {}))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        whole(MeasureCause::NotToml { line, reason: error.message().to_owned() })
    })?;
    let mut file = Fields::new(table);
    let measure = table_of(&mut file);
    let problems = file.problems();
    match measure {
        Some(measure) if problems.is_empty() => {
            Measure::new(measure).map_err(|faults| faults.into_iter().map(MeasureFileProblem::from).collect())
        }
        _ => Err(problems),
    }
}

fn table_of(file: &mut Fields) -> Option<MeasureTable> {
    let id = file.text("id");
    let (name_da, name_en) = (file.text("name_da"), file.text("name_en"));
    let technology = file.optional_text("technology");
    let instead_of = file.optional_text("instead_of");
    let mut eligible = file.table("eligible");
    let tasks = eligible.optional_texts("tasks");
    let complexities = eligible.words("complexities", Complexity::ALL, Complexity::as_str);
    let units = eligible.words("units", &UnitKind::ALL, UnitKind::word);
    let share = eligible.figure("share");
    file.put_back(eligible);
    let mut take_up = file.table("take_up");
    let figures = ["adoption", "drop_out", "failure"].map(|it| take_up.figure(it));
    file.put_back(take_up);
    let changes = file.tables("change", change);
    let costs = file.tables("cost", cost);
    let sources = file.table("sources");
    let sources = file.all_texts(sources).into_iter().map(|(id, title)| (SourceId::from(id), title)).collect();
    let [adoption, drop_out, failure] = figures;
    Some(MeasureTable {
        id: id?.into(),
        name_da: name_da?,
        name_en: name_en?,
        technology: technology.map(Into::into),
        instead_of: instead_of.map(Into::into),
        tasks: tasks?.into_iter().map(Into::into).collect(),
        complexities,
        units,
        eligible: share?,
        adoption: adoption?,
        drop_out: drop_out?,
        failure: failure?,
        changes,
        costs,
        sources,
    })
}

/// The words for what a measure changes.
const CHANGES: &[&str] = &[
    "screen",
    "disappears",
    "duration",
    "competence",
    "single",
    "window",
    "access",
    "planning",
    "cover",
    "night_rounds",
    "on_call",
    "forecast",
];

fn change(entry: &mut Fields) -> Option<MeasureChange> {
    match entry.word("kind", CHANGES)? {
        "screen" => {
            let (factor, group, filled) = (entry.figure("factor"), entry.text("group"), entry.figure("filled"));
            let staff = entry.choice("staff", &ScreenStaffing::ALL, ScreenStaffing::word);
            Some(MeasureChange::Screen { factor: factor?, group: group?.into(), filled: filled?, staff: staff? })
        }
        "access" => Some(MeasureChange::Access { factor: entry.figure("factor")? }),
        "cover" => {
            let kinds = entry.words("shifts", &ShiftKind::ALL, ShiftKind::word);
            let (groups, factor) = (entry.optional_texts("groups"), entry.figure("factor"));
            let at_least = entry.count("at_least");
            let groups = groups?.into_iter().map(Into::into).collect();
            Some(MeasureChange::Cover { kinds, groups, factor: factor?, at_least: at_least? })
        }
        "night_rounds" => {
            let [dropped, call_outs] = ["dropped", "call_outs"].map(|it| entry.figure(it));
            let [false_alarms, minutes] = ["false_alarms", "minutes"].map(|it| entry.figure(it));
            let at_least = entry.count("at_least");
            Some(MeasureChange::NightRounds {
                dropped: dropped?,
                call_outs: call_outs?,
                false_alarms: false_alarms?,
                minutes: minutes?,
                at_least: at_least?,
            })
        }
        "on_call" => {
            let (counts, worked) = (entry.figure("counts"), entry.figure("worked"));
            Some(MeasureChange::OnCall { counts: counts?, worked: worked? })
        }
        "forecast" => Some(MeasureChange::Forecast { error: entry.figure("error")? }),
        "planning" => {
            let today = entry.choice("today", &RoundOrder::ALL, RoundOrder::word);
            Some(MeasureChange::Planning { today: today? })
        }
        "duration" => Some(MeasureChange::Duration { factor: entry.figure("factor")? }),
        "competence" => {
            let (competences, groups) = (entry.texts("competences"), entry.texts("groups"));
            let competences = competences?.into_iter().map(Into::into).collect();
            Some(MeasureChange::Competence { competences, groups: groups?.into_iter().map(Into::into).collect() })
        }
        "single" => Some(MeasureChange::Single),
        "window" => {
            let (earlier, later) = (entry.figure("earlier"), entry.figure("later"));
            Some(MeasureChange::Window { earlier: earlier?, later: later? })
        }
        _ => Some(MeasureChange::Disappears),
    }
}

/// The words for what a measure costs.
const COSTS: &[&str] = &["support", "set_up", "visit"];

fn cost(entry: &mut Fields) -> Option<MeasureCost> {
    match entry.word("kind", COSTS)? {
        "support" => {
            let (hours, group) = (entry.figure("hours_per_user_week"), entry.text("group"));
            Some(MeasureCost::Support { hours_per_user_week: hours?, group: group?.into() })
        }
        "set_up" => {
            let (hours, weeks) = (entry.figure("hours_per_user"), entry.figure("weeks"));
            let group = entry.text("group");
            Some(MeasureCost::SetUp { hours_per_user: hours?, weeks: weeks?, group: group?.into() })
        }
        _ => {
            let (per_user_week, minutes) = (entry.figure("per_user_week"), entry.figure("minutes"));
            let groups = entry.texts("groups");
            let groups = groups?.into_iter().map(Into::into).collect();
            Some(MeasureCost::Visit { per_user_week: per_user_week?, minutes: minutes?, groups })
        }
    }
}

#[cfg(test)]
mod tests;
