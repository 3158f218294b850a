//! Made-up periods: weeks to make a roster for, on wards, in home-care groups, in acute teams and in nursing homes.

mod absences;
mod agreements;
mod calendar;
mod calibration;
mod cover;
mod hands;
mod history;
mod names;
mod night_rounds;
mod norm;
mod options;
mod staffing;
mod strength;
mod trades;
mod wishes;

pub(crate) use calibration::FIGURES;
pub use night_rounds::{NightRound, NightWork};
pub use options::{PeriodKind, PeriodOptions};

use crate::GenerateError;
use crate::random::{Chance, Purpose};
use hands::Hand;
use leon_model::*;
use norm::Norm;
use trades::{Block, CLINIC_HOURS, COMPETENCES, COORDINATOR, LONG_HOURS, OFFICE_HOURS, Team};

/// What a public holiday on a weekday takes off a full-timer's norm: a fifth of 37 hours (rule K1).
const HOLIDAY_HOURS: Minutes = Minutes(444);

/// When the roster is announced: a week before the agreements ask for it.
fn announced(options: &PeriodOptions) -> Moment {
    (options.first - 35).at(TimeOfDay(12 * 60))
}

/// Share of people on annual leave in the week of a Monday.
fn leave_share(monday: Date) -> f64 {
    let months = &calibration::LEAVE_BY_MONTH;
    // The week belongs to the month of its Thursday.
    let month = usize::from((monday + 3).year_month_day().1) - 1;
    let mean = months.iter().sum::<f64>() / 12.0;
    calibration::HOLIDAY_WEEKS.value / 52.0 * months[month] / mean
}

/// A period of weeks with everything that is known before its roster is made.
///
/// `packs` are the packs of rules to choose from, those of `leon_formats::period::rule_packs`. The same packs and
/// options give the same period on every machine.
///
/// # Errors
/// Options out of their range, a first day that is no Monday, a pack that is not there.
pub fn generate_period(packs: &[RulePack], options: &PeriodOptions) -> Result<Period, GenerateError> {
    generate_period_with_rounds(packs, options).map(|made| made.period)
}

/// A made-up period, and what its nights are made of, which the period itself does not say.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeUpPeriod {
    pub period: Period,
    /// Of nursing homes.
    pub nights: Vec<NightWork>,
}

/// As [`generate_period`], with the rounds that nursing homes go by night.
///
/// # Errors
/// As [`generate_period`].
pub fn generate_period_with_rounds(packs: &[RulePack], options: &PeriodOptions) -> Result<MadeUpPeriod, GenerateError> {
    options.check()?;
    let team = trades::team(options.kind);
    let packs = chosen(packs, team)?;
    let norm = packs.iter().find_map(|it| Norm::ending_with(it, options.first, options.weeks));
    let norm = norm.ok_or_else(|| GenerateError::UnknownPack(team.agreements.into()))?;
    let last = options.first + 7 * options.weeks as i32 - 1;
    let holidays = calendar::public_holidays(norm.first.min(options.first), last);

    let chance = |purpose| Chance::new(options.seed, purpose);
    let mut people = chance(Purpose::People);
    let every = if people.yes(calibration::THIRD_WEEKENDS.value) { 3 } else { 2 };
    let mut hands = staffing::hire(options, team, every, norm, &mut people);
    let mut past = chance(Purpose::History);
    for hand in &mut hands {
        history::remember(options, team, &holidays, hand, &mut past);
    }
    absences::settle(options, &mut hands, &mut chance(Purpose::Absences));

    let units = units(options, team);
    let shift_types = shift_types(options, team, every, &hands);
    let mut planner = cover::Planner { options, team, hands: &hands, holidays: &holidays, rows: Vec::new() };
    let mut mix = Vec::new();
    for unit in &units {
        match unit.kind {
            UnitKind::Outpatient => planner.clinic(&unit.id),
            _ => planner.team(&unit.id),
        }
    }
    let cover = planner.rows;
    for unit in units.iter().filter(|it| it.kind != UnitKind::Outpatient) {
        mix.extend(cover::mixes(&unit.id, &cover));
    }
    let round = wishes::round(options);
    let wishes = wishes::wishes(options, &round, &hands, &shift_types, &mut chance(Purpose::RosterWishes));
    let lends_to = units.iter().filter(|it| it.kind == team.unit).map(|it| it.id.clone()).collect();
    let pools = if options.teams() > 1 { vec![StaffPool { id: names::POOL.into(), lends_to }] } else { Vec::new() };
    let tables = PeriodTables {
        announced: Some(announced(options)),
        public_holidays: holidays,
        units,
        pools,
        groups: groups(team),
        competences: competences(team),
        functions: vec![Function { id: COORDINATOR.into(), competence: Some(trades::COORDINATION.into()) }],
        shift_types,
        people: hands.into_iter().map(|it| it.person).collect(),
        cover,
        mix,
        wishes,
        wish_round: Some(round),
        local_agreements: agreements::local(options, team, every, &packs),
        packs,
        goals: RosterGoals::default(),
        synthetic: true,
        ..PeriodTables::empty(options.first, last)
    };
    let faulty = |problems: Vec<PeriodProblem>| {
        GenerateError::Faulty(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    };
    let period = Period::new(tables).map_err(faulty)?;
    Ok(MadeUpPeriod { period, nights: night_rounds::night_work(options, team.code) })
}

/// Law, agreements, guidance and the unit's own principles, in this order.
fn chosen(packs: &[RulePack], team: &Team) -> Result<Vec<RulePack>, GenerateError> {
    let ids = ["statute", team.agreements, "guidance"].into_iter().chain(team.principles.iter().copied());
    let pack = |id: &str| {
        let found = packs.iter().find(|it| it.id.as_str() == id).cloned();
        found.ok_or_else(|| GenerateError::UnknownPack(id.into()))
    };
    ids.map(pack).collect()
}

fn units(options: &PeriodOptions, team: &Team) -> Vec<Unit> {
    let teams = (0..options.teams()).map(|at| Unit {
        id: names::unit(team.code, at),
        name: format!("{}{}", team.name, at + 1),
        kind: team.unit,
    });
    let clinics = (0..options.clinics()).map(|at| Unit {
        id: names::unit("amb", at),
        name: format!("Medicinsk ambulatorium {}", at + 1),
        kind: UnitKind::Outpatient,
    });
    teams.chain(clinics).collect()
}

/// The shifts of every unit that somebody can work.
fn shift_types(options: &PeriodOptions, team: &'static Team, every: u32, hands: &[Hand]) -> Vec<ShiftType> {
    let shift = |unit: &UnitId, block: &Block, groups: Vec<GroupId>| ShiftType {
        id: names::shift(unit, block.code).into(),
        unit: unit.clone(),
        kind: block.kind,
        start: TimeOfDay(block.start),
        end: TimeOfDay(block.end),
        pause: Minutes(if block.kind.is_on_call() { 0 } else { 29 }),
        pause_paid: true,
        hour_counts: block.counts,
        functions: if groups.iter().any(|it| it.as_str() == "nurse") && !block.kind.is_on_call() {
            vec![COORDINATOR.into()]
        } else {
            Vec::new()
        },
        groups,
    };
    let mut shifts = Vec::new();
    for at in 0..options.teams() {
        let unit = names::unit(team.code, at);
        let long = if options.kind == PeriodKind::Ward && every == 3 { &LONG_HOURS[..] } else { &[] };
        for block in team.blocks.iter().chain(long) {
            let able = team.trades.iter().filter(|it| it.kinds.contains(&block.kind));
            shifts.push(shift(&unit, block, able.map(|it| it.group.into()).collect()));
        }
        let weekdays: Vec<GroupId> =
            team.trades.iter().filter(|it| it.kinds.is_empty()).map(|it| it.group.into()).collect();
        if !weekdays.is_empty() {
            shifts.push(shift(&unit, &OFFICE_HOURS, weekdays));
        }
    }
    for at in 0..options.clinics() {
        let unit = names::unit("amb", at);
        let is_one = |group: &str| hands.iter().any(|it| it.trade.group == group && it.share_in(&unit) > 0.0);
        let groups: Vec<GroupId> = team.trades.iter().filter(|it| is_one(it.group)).map(|it| it.group.into()).collect();
        shifts.push(ShiftType { functions: Vec::new(), ..shift(&unit, &CLINIC_HOURS, groups) });
    }
    shifts
}

fn groups(team: &Team) -> Vec<DayGroup> {
    let factor = crate::calibration::OVERTIME_PRICE.value;
    let group = |it: &trades::Trade| DayGroup {
        id: it.group.into(),
        name_da: it.name(1).into(),
        name_en: it.name(2).into(),
        level: it.level,
        dkk_per_hour: Kroner(it.price.value),
        overtime_dkk_per_hour: Kroner((it.price.value * factor).round()),
    };
    team.trades.iter().map(group).collect()
}

/// Competences that the team's people hold or its cover asks for.
fn competences(team: &Team) -> Vec<Competence> {
    let used = |id: &str| {
        team.specials.iter().any(|it| it.competence == id) || team.trades.iter().any(|it| it.skill == Some(id))
    };
    let competence = |[id, da, en]: [&str; 3]| Competence { id: id.into(), name_da: da.into(), name_en: en.into() };
    COMPETENCES.into_iter().filter(|it| used(it[0])).map(competence).collect()
}
