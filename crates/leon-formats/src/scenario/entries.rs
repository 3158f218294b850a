//! The entries of a scenario file, as they are written.

use super::Spans;
use leon_model::{
    CareTime, Cost, Curve, Education, Effect, EvidenceClass, Figure, Lift, LocalUptake, NeedTrend, ParameterChange,
    PublishedFigure, Ramp, Relocation, Retention, Scenario, ScenarioList, ScenarioParameter, TaskShift, Uptake,
    UptakeEffect, WorkingTime, Year,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name_da: String,
    name_en: String,
    #[serde(default)]
    technology: Vec<Spanned<TechnologyEntry>>,
    #[serde(default)]
    lift: Vec<Spanned<LiftEntry>>,
    #[serde(default)]
    task_shift: Vec<Spanned<TaskShiftEntry>>,
    #[serde(default)]
    education: Vec<Spanned<EducationEntry>>,
    #[serde(default)]
    retention: Vec<Spanned<RetentionEntry>>,
    #[serde(default)]
    working_time: Vec<Spanned<WorkingTimeEntry>>,
    #[serde(default)]
    care_time: Vec<Spanned<CareTimeEntry>>,
    #[serde(default)]
    need: Vec<Spanned<NeedEntry>>,
    #[serde(default)]
    relocation: Vec<Spanned<RelocationEntry>>,
    #[serde(default)]
    parameter: Vec<Spanned<ParameterEntry>>,
    #[serde(default)]
    cost: Vec<Spanned<CostEntry>>,
    #[serde(default)]
    published: Vec<Spanned<PublishedEntry>>,
}

/// A figure; without low and high it is known to the point.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureEntry {
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    evidence: Class,
    source: String,
}

/// A word of the model's vocabulary, read by its own `parse`.
macro_rules! word {
    ($(#[$doc:meta])* $name:ident($of:ty)) => {
        $(#[$doc])*
        struct $name($of);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                let known = || <$of>::ALL.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(", ");
                <$of>::parse(&word)
                    .map(Self)
                    .ok_or_else(|| serde::de::Error::custom(format!("'{word}' is none of {}", known())))
            }
        }
    };
}

word! {
    /// An evidence class by its word.
    Class(EvidenceClass)
}
word! {
    /// A parameter by its name in the case.
    Parameter(ScenarioParameter)
}

impl From<FigureEntry> for Figure {
    fn from(it: FigureEntry) -> Self {
        Self {
            value: it.value,
            low: it.low.unwrap_or(it.value),
            high: it.high.unwrap_or(it.value),
            class: it.evidence.0,
            source: it.source.into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(tag = "curve", rename_all = "snake_case", deny_unknown_fields)]
enum CurveEntry {
    Linear { from: u32, to: u32 },
    Logistic { from: u32, half: u32, years_10_to_90: f64 },
    Bass { from: u32, innovation: f64, imitation: f64 },
}

impl From<CurveEntry> for Curve {
    fn from(it: CurveEntry) -> Self {
        match it {
            CurveEntry::Linear { from, to } => Self::Linear(ramp(from, to)),
            CurveEntry::Logistic { from, half, years_10_to_90 } => {
                Self::Logistic { from: Year(from), half: Year(half), years_10_to_90 }
            }
            CurveEntry::Bass { from, innovation, imitation } => Self::Bass { from: Year(from), innovation, imitation },
        }
    }
}

fn ramp(from: u32, to: u32) -> Ramp {
    Ramp { from: Year(from), to: Year(to) }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TechnologyEntry {
    technology: String,
    effect: EffectEntry,
    ceiling: FigureEntry,
    adoption: CurveEntry,
    #[serde(default)]
    place: Vec<Spanned<LocalEntry>>,
}

/// A place where the technology spreads otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocalEntry {
    place: String,
    ceiling: FigureEntry,
    adoption: CurveEntry,
}

#[derive(Deserialize)]
#[serde(tag = "from", rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::large_enum_variant, reason = "a few are read from a file, and none is kept")]
enum EffectEntry {
    /// As the case says.
    Case,
    /// What is claimed.
    Claim { own_hours_share: Option<FigureEntry>, own_hours_group: Option<String> },
    /// Another effect.
    Figures {
        eligible_share: FigureEntry,
        adopted_today: FigureEntry,
        freed_share: FigureEntry,
        own_hours_share: FigureEntry,
        own_hours_group: String,
    },
}

impl From<EffectEntry> for UptakeEffect {
    fn from(it: EffectEntry) -> Self {
        match it {
            EffectEntry::Case => Self::OfCase,
            EffectEntry::Claim { own_hours_share, own_hours_group } => Self::Claim {
                own_hours: own_hours_share.zip(own_hours_group).map(|(share, group)| (share.into(), group.into())),
            },
            EffectEntry::Figures { eligible_share, adopted_today, freed_share, own_hours_share, own_hours_group } => {
                Self::Other(Box::new(Effect {
                    eligible_share: eligible_share.into(),
                    adoption: adopted_today.into(),
                    freed_share: freed_share.into(),
                    own_hours_share: own_hours_share.into(),
                    own_hours_group: own_hours_group.into(),
                }))
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LiftEntry {
    binding: String,
    from: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskShiftEntry {
    staff_group: String,
    competence: String,
    from: u32,
    training_share: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EducationEntry {
    staff_group: String,
    from: u32,
    intake_change: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RetentionEntry {
    #[serde(default)]
    staff_groups: Vec<String>,
    from: u32,
    to: u32,
    leaving_factor: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkingTimeEntry {
    #[serde(default)]
    staff_groups: Vec<String>,
    from: u32,
    to: u32,
    factor: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CareTimeEntry {
    #[serde(default)]
    settings: Vec<String>,
    from: u32,
    to: u32,
    factor: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeedEntry {
    #[serde(default)]
    settings: Vec<String>,
    from: u32,
    per_year: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelocationEntry {
    from_setting: String,
    from_task: String,
    to_setting: String,
    to_task: String,
    from: u32,
    to: u32,
    share: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CostEntry {
    name_da: String,
    name_en: String,
    payer: String,
    from: u32,
    to: u32,
    dkk_per_year: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ParameterEntry {
    parameter: Parameter,
    value: FigureEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PublishedEntry {
    name_da: String,
    name_en: String,
    #[serde(default)]
    staff_groups: Vec<String>,
    year: u32,
    missing: FigureEntry,
}

impl From<LocalEntry> for LocalUptake {
    fn from(it: LocalEntry) -> Self {
        Self { place: it.place.into(), ceiling: it.ceiling.into(), curve: it.adoption.into() }
    }
}

/// Entries as the model has them, and where each begins.
fn list<Entry, Item>(
    spans: &mut Spans,
    list: ScenarioList,
    entries: Vec<Spanned<Entry>>,
    item: impl Fn(Entry) -> Item,
) -> Vec<Item> {
    spans.insert(list, entries.iter().map(Spanned::span).collect());
    entries.into_iter().map(|entry| item(entry.into_inner())).collect()
}

fn ids<Id: From<String>>(words: Vec<String>) -> Vec<Id> {
    words.into_iter().map(Id::from).collect()
}

/// Reads the file; also where each entry begins in the text.
pub(super) fn read(text: &str) -> Result<(Scenario, Spans), toml::de::Error> {
    let file: File = toml::from_str(text)?;
    let mut spans: Spans = BTreeMap::new();
    let local = file.technology.iter().flat_map(|it| it.get_ref().place.iter().map(Spanned::span));
    spans.insert(ScenarioList::LocalUptakes, local.collect());
    let at = &mut spans;
    let scenario = Scenario {
        name_da: file.name_da,
        name_en: file.name_en,
        technologies: list(at, ScenarioList::Technologies, file.technology, |it| Uptake {
            technology: it.technology.into(),
            effect: it.effect.into(),
            ceiling: it.ceiling.into(),
            curve: it.adoption.into(),
            places: it.place.into_iter().map(|it| it.into_inner().into()).collect(),
        }),
        lifts: list(at, ScenarioList::Lifts, file.lift, |it| Lift { binding: it.binding.into(), from: Year(it.from) }),
        task_shifts: list(at, ScenarioList::TaskShifts, file.task_shift, |it| TaskShift {
            group: it.staff_group.into(),
            competence: it.competence.into(),
            from: Year(it.from),
            training_share: it.training_share.into(),
        }),
        education: list(at, ScenarioList::Education, file.education, |it| Education {
            group: it.staff_group.into(),
            from: Year(it.from),
            intake_change: it.intake_change.into(),
        }),
        retention: list(at, ScenarioList::Retention, file.retention, |it| Retention {
            groups: ids(it.staff_groups),
            ramp: ramp(it.from, it.to),
            leaving_factor: it.leaving_factor.into(),
        }),
        working_time: list(at, ScenarioList::WorkingTime, file.working_time, |it| WorkingTime {
            groups: ids(it.staff_groups),
            ramp: ramp(it.from, it.to),
            factor: it.factor.into(),
        }),
        care_time: list(at, ScenarioList::CareTime, file.care_time, |it| CareTime {
            settings: ids(it.settings),
            ramp: ramp(it.from, it.to),
            factor: it.factor.into(),
        }),
        need: list(at, ScenarioList::Need, file.need, |it| NeedTrend {
            settings: ids(it.settings),
            from: Year(it.from),
            per_year: it.per_year.into(),
        }),
        relocations: list(at, ScenarioList::Relocations, file.relocation, |it| Relocation {
            from_setting: it.from_setting.into(),
            from_task: it.from_task.into(),
            to_setting: it.to_setting.into(),
            to_task: it.to_task.into(),
            ramp: ramp(it.from, it.to),
            share: it.share.into(),
        }),
        parameters: list(at, ScenarioList::Parameters, file.parameter, |it| ParameterChange {
            parameter: it.parameter.0,
            value: it.value.into(),
        }),
        costs: list(at, ScenarioList::Costs, file.cost, |it| Cost {
            name_da: it.name_da,
            name_en: it.name_en,
            payer: it.payer,
            from: Year(it.from),
            to: Year(it.to),
            dkk_per_year: it.dkk_per_year.into(),
        }),
        published: list(at, ScenarioList::Published, file.published, |it| PublishedFigure {
            name_da: it.name_da,
            name_en: it.name_en,
            groups: ids(it.staff_groups),
            year: Year(it.year),
            missing: it.missing.into(),
        }),
    };
    Ok((scenario, spans))
}
