//! What staff groups cost, and what their carers can do.

use crate::DayOptions;
use crate::allowed::care_share;
use crate::calibration::{self as calibrated};
use crate::mix::{Mix, home_settings};
use crate::random::Chance;
use leon_model::*;

/// What the carers of a group can do at home: what they hold or are delegated, and what they have learned.
pub(crate) fn competences(
    case: &Case,
    mix: &Mix<'_>,
    group: usize,
    all: bool,
    chance: &mut Chance,
) -> Vec<CompetenceId> {
    let id = &case.staff_groups[group].id;
    let mut can = Vec::new();
    for competence in &case.competences {
        let used = mix.kinds.iter().any(|kind| {
            let need = kind.need;
            kind.groups.has(group) && *case.task(&need.task).competence(need.complexity) == competence.id
        });
        let ways = case.holdings.iter().filter(|it| it.group == *id && it.competence == competence.id);
        let only_learned = ways.clone().all(|it| it.through == Through::Learned);
        if used && (all || !only_learned || chance.yes(calibrated::LEARNED_SHARE.value)) {
            can.push(competence.id.clone());
        }
    }
    can
}

/// Staff groups that the day speaks of. The case has prices of care hours bought; a paid hour is that times the share
/// of it that is care, and an overtime hour costs half as much again as an ordinary one.
pub(crate) fn day_groups(case: &Case, options: &DayOptions, visits: &[Visit], carers: &[Carer]) -> Vec<DayGroup> {
    let settings = home_settings();
    let named = |group: &GroupId| {
        carers.iter().any(|it| it.group == *group)
            || visits.iter().flat_map(|it| &it.slots).any(|slot| slot.groups.contains(group))
    };
    let row = |group: &StaffGroup| {
        let paid = |kind: ExtraKind| {
            let price = case.prices.iter().find(|it| it.group == group.id && it.kind == kind)?;
            let share = care_share(case, &options.municipality, &settings, &group.id)?;
            Some((price.dkk_per_hour.value * share).round())
        };
        let factor = calibrated::OVERTIME_PRICE.value;
        let (ordinary, overtime) = match (paid(ExtraKind::Overtime), paid(ExtraKind::Recruitment)) {
            (Some(overtime), _) => ((overtime / factor).round(), overtime),
            (None, Some(ordinary)) => (ordinary, (ordinary * factor).round()),
            (None, None) => (0.0, 0.0),
        };
        DayGroup {
            id: group.id.clone(),
            name_da: group.name_da.clone(),
            name_en: group.name_en.clone(),
            level: group.level.min(u32::from(u8::MAX)) as u8,
            dkk_per_hour: Kroner(ordinary),
            overtime_dkk_per_hour: Kroner(overtime),
        }
    };
    case.staff_groups.iter().filter(|it| named(&it.id)).map(row).collect()
}
