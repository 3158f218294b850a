//! From a few days to the country: the measured share of hours put into the case, and what a match makes of it.

use crate::pair::technology_of;
use crate::scope::Scope;
use crate::{Finding, Kind, Study};
use leon_generate::terrain_of;
use leon_match::{MatchError, Options, match_tasks};
use leon_model::*;
use std::collections::BTreeSet;
use thiserror::Error;

/// What a measure comes to in the whole case, hours a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaled {
    /// Share of the hours in its scope that it releases: value, and the ends of its interval, widened by what the
    /// search may still shift.
    pub share: Figure,
    /// Care hours a week in its scope.
    pub scope: Hours,
    /// Hours that the match lets it release: at the low end, at the value, at the high end.
    pub released: [Hours; 3],
    /// The same in full-time positions, by how many positions give the scope's hours today.
    pub fte: [f64; 3],
    /// Of the hours released at the value: need met that was not, and hours that need not be bought.
    pub met: Hours,
    pub not_bought: Hours,
    /// By type of municipality, each at its own share: hours released. Empty for rosters.
    pub types: Vec<(Kind, Hours)>,
}

/// What becomes of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The promise lies within what was measured, and a difference is shown.
    Confirmed,
    /// All of the interval lies below the promise.
    Lower,
    /// All of it lies above.
    Higher,
    /// The promise lies within an interval that holds no difference too: it takes more days or a longer search.
    NotTestable,
}

impl Verdict {
    /// The word by which results name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Lower => "lower",
            Self::Higher => "higher",
            Self::NotTestable => "not_testable",
        }
    }
}

/// Why a study cannot be scaled.
#[derive(Debug, Error)]
pub enum ScaleError {
    #[error("the case has no needs in the settings that the study is about")]
    NoScope,
    #[error("the case with the effect is not valid, which is a fault of Leon: {0}")]
    Faulty(String),
    #[error("the case could not be matched: {0}")]
    Match(#[from] MatchError),
}

impl Scaled {
    /// What becomes of a promise of so many employees.
    pub fn verdict(&self, finding: Finding, claimed_fte: f64) -> Verdict {
        let [low, _, high] = self.fte;
        if high < claimed_fte {
            Verdict::Lower
        } else if low > claimed_fte {
            Verdict::Higher
        } else if finding.is_shown() {
            Verdict::Confirmed
        } else {
            Verdict::NotTestable
        }
    }
}

/// The settings of a case that a study of some measures speaks of.
fn settings(case: &Case, measures: &[&Measure]) -> Vec<SettingId> {
    let of_unit = |kind: UnitKind| match kind {
        UnitKind::Ward => &["medical_ward", "surgical_ward"][..],
        UnitKind::HomeCare => &["home_care"],
        UnitKind::AcuteTeam => &["home_nursing"],
        UnitKind::NursingHome => &["nursing_home"],
        UnitKind::Outpatient => &["outpatient"],
        UnitKind::Office => &[],
    };
    let words: Vec<&str> = match measures.iter().any(|it| it.is_of_rosters()) {
        true => measures.iter().flat_map(|it| &it.units).flat_map(|it| of_unit(*it)).copied().collect(),
        false => vec!["home_care", "home_nursing"],
    };
    case.settings.iter().map(|it| it.id.clone()).filter(|it| words.contains(&it.as_str())).collect()
}

/// The share of hours that a study found released, the interval widened by what the search may still shift, and never
/// above all of it.
///
/// Minutes released are staff time, ways and waiting included, so they are divided by the staff time that the care in
/// scope takes with its part of ways and waiting, and not by the care alone: the same share of the care hours of a case
/// then stands for the same share of its staff.
pub fn share_released(study: &Study, source: SourceId) -> Figure {
    let about = study.about.max(1e-9);
    let shift = if study.finding() == Finding::Proven { 0.0 } else { study.shift_most() };
    let released = study.released();
    let share = |minutes: f64| (minutes / about).min(1.0);
    Figure {
        value: share(released.mean),
        low: share(released.low() - shift),
        high: share(released.high() + shift),
        class: EvidenceClass::Measured,
        source,
    }
}

/// The case with what was measured as the effect of the first measure's technology, as `match` and `project` take it:
/// the share of hours released is what it takes over; its own hours are paid within that. A share below 0 counts as 0,
/// for a technology that costs hours is not taken into use.
///
/// The technology's scope becomes what was measured: the measures' tasks (all tasks when none is named) and
/// complexities in the settings of the study. A claim stays beside it. `source` is added to the case's sources.
///
/// # Errors
/// [`ScaleError::NoScope`] when the case needs nothing there; [`ScaleError::Faulty`] is a fault of Leon's.
pub fn with_effect(case: &Case, measures: &[&Measure], share: &Figure, source: Source) -> Result<Case, ScaleError> {
    let Some(first) = measures.first() else { return Err(ScaleError::NoScope) };
    let settings = settings(case, measures);
    let scope = Scope(measures);
    let in_scope = |it: &&Need| settings.contains(&it.setting) && scope.has_need(it);
    let tasks: BTreeSet<&TaskId> = case.needs.iter().filter(in_scope).map(|it| &it.task).collect();
    let tasks: Vec<TaskId> = case.tasks.iter().map(|it| it.id.clone()).filter(|it| tasks.contains(it)).collect();
    let group = case.capacity.iter().find(|it| settings.contains(&it.setting)).map(|it| it.group.clone());
    let (Some(own_hours_group), false) = (group, tasks.is_empty()) else { return Err(ScaleError::NoScope) };
    let exact = |value: f64| Figure::exact(value, EvidenceClass::Measured, source.id.clone());
    let clamp = |value: f64| value.clamp(0.0, 1.0);
    let freed_share = Figure {
        value: clamp(share.value),
        low: clamp(share.low),
        high: clamp(share.high),
        class: share.class,
        source: source.id.clone(),
    };
    let effect = Effect {
        eligible_share: exact(1.0),
        adoption: exact(1.0),
        freed_share,
        own_hours_share: exact(0.0),
        own_hours_group,
    };
    let id = technology_of(first);
    let mut tables = case.clone().into_tables();
    let known = tables.technologies.iter().position(|it| it.id == id);
    let row = known.unwrap_or_else(|| {
        tables.technologies.push(Technology {
            id,
            name_da: first.name_da.clone(),
            name_en: first.name_en.clone(),
            sector: "measured".into(),
            maturity: None,
            claimed_fte: None,
            tasks: Vec::new(),
            settings: Vec::new(),
            complexities: Vec::new(),
            effect: None,
        });
        tables.technologies.len() - 1
    });
    let technology = &mut tables.technologies[row];
    technology.tasks = tasks;
    technology.settings = settings;
    technology.complexities = scope.complexities();
    technology.effect = Some(effect);
    tables.sources.retain(|it| it.id != source.id);
    tables.sources.push(source);
    Case::new(tables)
        .map_err(|problems| ScaleError::Faulty(problems.first().map(ToString::to_string).unwrap_or_default()))
}

/// What a study comes to in the whole case: the share of hours that it found is put into the case as an effect, and the
/// case is matched without it, at the ends of its interval, and with each type of municipality at its own share. So
/// hours released count where they can be used under the bindings in force, not minutes times visits.
///
/// # Errors
/// As [`with_effect`], and what [`match_tasks`] refuses.
pub fn scale(case: &Case, measures: &[&Measure], study: &Study, threads: usize) -> Result<Scaled, ScaleError> {
    let source = Source {
        id: "leon-measure".into(),
        title: "Measured by Leon".into(),
        publisher: "Leon".into(),
        year: String::new(),
        locator: String::new(),
        url: String::new(),
    };
    let share = share_released(study, source.id.clone());
    let settings = settings(case, measures);
    let in_scope = |it: &&Need| settings.contains(&it.setting) && Scope(measures).has_need(it);
    let scope: Hours = case.needs.iter().filter(in_scope).map(|it| Hours(it.hours_per_week.value)).sum();
    let plan = |case: &Case| -> Result<MatchPlan, ScaleError> {
        Ok(match_tasks(case, &Options { threads, ..Options::default() })?.plan)
    };
    let at = |value: f64| -> Result<MatchPlan, ScaleError> {
        let share = Figure::exact(value, EvidenceClass::Measured, source.id.clone());
        plan(&with_effect(case, measures, &share, source.clone())?)
    };
    let technology = measures.first().map(|it| technology_of(it)).ok_or(ScaleError::NoScope)?;
    let done = |plan: &MatchPlan, is_meant: &dyn Fn(&PlaceId) -> bool| -> Hours {
        let by = |it: &&Care| it.doer == Doer::Technology(technology.clone()) && is_meant(&it.need.place);
        plan.care.iter().filter(by).map(|it| it.hours).sum()
    };
    let everywhere = |_: &PlaceId| true;
    let without = plan(case)?;
    // Below 0 nothing is taken into use, and the hours that it would cost stand as they are.
    let released = |value: f64, plan: &MatchPlan| if value < 0.0 { scope * value } else { done(plan, &everywhere) };
    let with = [at(share.low)?, at(share.value)?, at(share.high)?];
    let hours = [released(share.low, &with[0]), released(share.value, &with[1]), released(share.high, &with[2])];
    let unmet = |plan: &MatchPlan| -> Hours { plan.unmet.iter().map(|it| it.1).sum() };
    let bought = |plan: &MatchPlan| -> Hours { plan.extra.iter().map(|it| it.hours).sum() };
    let staff = || case.capacity.iter().filter(|it| settings.contains(&it.setting));
    let positions: f64 = staff().map(|it| it.fte.value).sum();
    let care: Hours = staff().map(|it| case.care_hours(it)).sum();
    let fte = |hours: Hours| if care.0 > 0.0 { hours.0 * positions / care.0 } else { 0.0 };
    let mut types = Vec::new();
    for it in &study.types {
        if let Kind::Terrain(terrain) = it.kind {
            let plan = at(it.released() / it.about.max(1e-9))?;
            types.push((it.kind, done(&plan, &|place| terrain_of(case, place) == Some(terrain))));
        }
    }
    Ok(Scaled {
        share,
        scope,
        released: hours,
        fte: hours.map(fte),
        met: unmet(&without) - unmet(&with[1]),
        not_bought: bought(&without) - bought(&with[1]),
        types,
    })
}
