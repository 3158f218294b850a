//! Visits in the making: errands that one carer does in one go, when, by how many, on the spot or by screen.

use crate::allowed::Groups;
use crate::calibration::{self as calibrated, DAYTIME, LIFTS, MEALS, MEDICINE, NIGHT, PARTS, Part};
use crate::citizens::Person;
use crate::mix::Mix;
use crate::random::{Chance, Purpose};
use leon_model::{Case, Mode};

/// A visit in the making.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) person: usize,
    /// The only day; `None`: any day of the file.
    pub(crate) day: Option<usize>,
    pub(crate) part: usize,
    /// Kinds of its errands; the first takes most time.
    pub(crate) kinds: Vec<usize>,
    /// Each errand's share of the minutes, in the order of the kinds.
    pub(crate) shares: Vec<f64>,
    pub(crate) minutes: i64,
    pub(crate) groups: Groups,
    /// Minutes after midnight: may begin from, on time until, at the latest.
    pub(crate) window: [i64; 3],
    pub(crate) insulin: bool,
    pub(crate) second: Option<Second>,
    pub(crate) mode: Mode,
}

/// What the second carer of a double visit comes for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Second {
    /// Place of the kind among the mix that says which competence it takes.
    pub(crate) kind: usize,
    pub(crate) minutes: i64,
    /// Minutes after the first carer, from and to.
    pub(crate) after: [i64; 2],
}

impl Call {
    pub(crate) fn has(&self, mix: &Mix<'_>, tasks: &[&str]) -> bool {
        self.kinds.iter().any(|&kind| tasks.contains(&mix.kinds[kind].need.task.as_str()))
    }
}

/// An errand with its minutes before they are rounded.
struct Bundle {
    errands: Vec<(usize, f64)>,
    day: usize,
    part: usize,
    groups: Groups,
    weekly: bool,
    insulin: bool,
}

impl Bundle {
    fn minutes(&self) -> f64 {
        self.errands.iter().map(|it| it.1).sum()
    }

    /// Whether another errand can be done in the same visit without lifting much work to a higher level.
    fn takes(&self, case: &Case, other: &Bundle, several_days: bool) -> bool {
        let together = self.groups.and(other.groups);
        if (self.day, self.part) != (other.day, other.part)
            || self.insulin
            || other.insulin
            || together.is_empty()
            || (several_days && self.weekly != other.weekly)
            || self.minutes() + other.minutes() > calibrated::VISIT_MINUTES.value
        {
            return false;
        }
        let level = together.lowest_level(case);
        let lifted = |it: &Bundle| if it.groups.lowest_level(case) < level { it.minutes() } else { 0.0 };
        lifted(self) + lifted(other) <= calibrated::LIFTED_MINUTES.value
    }
}

/// A person's visits.
pub(crate) fn calls_of(
    case: &Case,
    mix: &Mix<'_>,
    person: &Person,
    index: usize,
    days: usize,
    chance: &mut Chance,
) -> Vec<Call> {
    let mut bundles: Vec<Bundle> = Vec::new();
    for errand in &person.errands {
        let kind = &mix.kinds[errand.kind];
        let meal = |other: &crate::citizens::Errand| {
            (other.day, other.part) == (errand.day, errand.part)
                && MEALS.contains(&mix.kinds[other.kind].need.task.as_str())
        };
        let medicine = kind.need.task.as_str() == MEDICINE;
        let insulin = medicine && person.errands.iter().any(meal) && chance.yes(calibrated::INSULIN_SHARE.value);
        let one = Bundle {
            errands: vec![(errand.kind, errand.minutes)],
            day: errand.day,
            part: errand.part,
            groups: kind.groups,
            weekly: kind.habit.weekly,
            insulin,
        };
        match bundles.iter_mut().find(|it| it.takes(case, &one, days > 1)) {
            Some(bundle) => {
                bundle.groups = bundle.groups.and(one.groups);
                bundle.weekly &= one.weekly;
                bundle.errands.extend(one.errands);
            }
            None => bundles.push(one),
        }
    }
    bundles.sort_by_key(|it| (it.day, it.part, !it.insulin));
    let mut agreed: Option<((usize, usize), i64)> = None;
    let call = |mut bundle: Bundle| {
        bundle.errands.sort_by(|one, other| other.1.total_cmp(&one.1));
        let here = (bundle.day, bundle.part);
        let time = agreed.filter(|it| it.0 == here).map(|it| it.1);
        let time = time.unwrap_or_else(|| agree(bundle.part, bundle.insulin, chance));
        agreed = Some((here, time));
        Call {
            person: index,
            day: (days == 1 || !bundle.weekly).then_some(bundle.day),
            part: bundle.part,
            minutes: (bundle.minutes().round() as i64).max(3),
            kinds: bundle.errands.iter().map(|it| it.0).collect(),
            shares: bundle.errands.iter().map(|it| it.1 / bundle.minutes()).collect(),
            groups: bundle.groups,
            window: window(bundle.part, time, bundle.insulin),
            insulin: bundle.insulin,
            second: None,
            mode: Mode::Physical,
        }
    };
    bundles.into_iter().map(call).collect()
}

/// The time of day that citizen and planner have agreed on, in steps of 5 minutes; after insulin there is time for
/// the meal.
fn agree(part: usize, insulin: bool, chance: &mut Chance) -> i64 {
    let Part { open, close, .. } = PARTS[part];
    let last = if insulin { close - calibrated::MEAL_TO.value as i64 } else { close };
    open + 5 * chance.between(0, (last - open) / 5)
}

/// When a visit may begin, around the agreed time.
fn window(part: usize, agreed: i64, insulin: bool) -> [i64; 3] {
    let Part { open, close, .. } = PARTS[part];
    if part == DAYTIME || part == NIGHT {
        return [open, close, close];
    }
    let around = if insulin {
        [&calibrated::INSULIN_BEFORE, &calibrated::INSULIN_ON_TIME, &calibrated::INSULIN_LATE]
    } else {
        [&calibrated::AGREED_BEFORE, &calibrated::AGREED_ON_TIME, &calibrated::AGREED_LATE]
    };
    let [before, on_time, late] = around.map(|it| it.value as i64);
    [(agreed - before).max(open), (agreed + on_time).min(close), (agreed + late).min(close)]
}

/// Gives visits a second carer until so many have one: first to citizens of high complexity, in an order by chance.
pub(crate) fn double(mix: &Mix<'_>, persons: &[Person], calls: &mut [Call], count: usize, seed: u64) {
    let mut chance = Chance::new(seed, Purpose::Doubles);
    let mut order: Vec<usize> = (0..persons.len()).collect();
    chance.shuffle(&mut order);
    order.sort_by_key(|&person| std::cmp::Reverse(persons[person].complexity));
    let mut of_person: Vec<Vec<usize>> = vec![Vec::new(); persons.len()];
    for (i, call) in calls.iter().enumerate().filter(|(_, call)| call.has(mix, LIFTS)) {
        of_person[call.person].push(i);
    }
    let eligible = order.into_iter().flat_map(|person| of_person[person].iter().copied());
    for i in eligible.take(count) {
        let call = &mut calls[i];
        let lift = call.kinds.iter().copied().find(|&kind| LIFTS.contains(&mix.kinds[kind].need.task.as_str()));
        let kind = lift.map_or(call.kinds[0], |kind| simplest(mix, kind));
        let [soonest, latest] = [&calibrated::SECOND_FROM, &calibrated::SECOND_TO].map(|it| it.value as i64);
        let minutes = ((call.minutes as f64 * calibrated::SECOND_TIME.value) as i64).max(5);
        // The second is done when the first is, at the latest.
        let room = (call.minutes - minutes).min(latest);
        let partly = room >= soonest && chance.yes(calibrated::DOUBLE_PARTLY.value);
        call.second = Some(if partly {
            Second { kind, minutes, after: [soonest, room] }
        } else {
            Second { kind, minutes: call.minutes, after: [0, 0] }
        });
    }
}

/// The same task at the lowest complexity that the municipality has: what it takes to lend a hand.
fn simplest(mix: &Mix<'_>, kind: usize) -> usize {
    let need = mix.kinds[kind].need;
    let same = |it: &usize| mix.kinds[*it].need.task == need.task && mix.kinds[*it].need.setting == need.setting;
    (0..mix.kinds.len()).filter(same).min_by_key(|&it| mix.kinds[it].need.complexity).unwrap_or(kind)
}

/// Lets visits be done by screen until so many can be. Returns the group of the screen carers, which may do them all.
pub(crate) fn screen(case: &Case, mix: &Mix<'_>, calls: &mut [Call], count: usize, seed: u64) -> Option<usize> {
    let mut chance = Chance::new(seed, Purpose::Screens);
    let remote = |call: &Call| {
        !call.insulin
            && call.second.is_none()
            && call.part != NIGHT
            && call.kinds.iter().all(|&kind| case.task(&mix.kinds[kind].need.task).remote_possible)
    };
    let mut candidates: Vec<usize> = (0..calls.len()).filter(|&i| remote(&calls[i])).collect();
    let may: Vec<usize> = (0..case.staff_groups.len())
        .map(|group| candidates.iter().filter(|&&i| calls[i].groups.has(group)).count())
        .collect();
    let most = may.iter().copied().max().filter(|&most| most > 0 && count > 0)?;
    let enough = most as f64 * calibrated::SCREEN_GROUP.value;
    let able = (0..may.len()).filter(|&group| may[group] as f64 >= enough);
    let group = able.min_by_key(|&group| (case.staff_groups[group].level, std::cmp::Reverse(may[group])))?;
    candidates.retain(|&i| calls[i].groups.has(group));
    chance.shuffle(&mut candidates);
    for &i in candidates.iter().take(count) {
        calls[i].mode = if chance.yes(calibrated::SCREEN_ONLY.value) { Mode::Screen } else { Mode::Either };
    }
    Some(group)
}
