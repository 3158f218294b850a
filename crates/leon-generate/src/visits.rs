//! Visits in the model's words: windows, slots, orders, who is wanted, who comes along.

use crate::DayOptions;
use crate::allowed::Groups;
use crate::calibration::{self as calibrated, MEALS, MEDICINE, PARTS};
use crate::calls::Call;
use crate::carers::Hand;
use crate::faces::Past;
use crate::mix::Mix;
use crate::names::{Namer, home_id};
use crate::random::{Chance, Purpose};
use leon_model::*;

/// What visits and orders are made from.
pub(crate) struct Writer<'d> {
    pub(crate) case: &'d Case,
    pub(crate) options: &'d DayOptions,
    pub(crate) mix: &'d Mix<'d>,
    pub(crate) namer: &'d Namer,
    pub(crate) past: &'d [Past],
}

impl Writer<'_> {
    pub(crate) fn visits(&self, calls: &[Call], home_of: &[usize]) -> Vec<Visit> {
        let mut chance = Chance::new(self.options.seed, Purpose::Waiting);
        calls.iter().enumerate().map(|(i, call)| self.visit(i, call, home_of[call.person], &mut chance)).collect()
    }

    fn visit(&self, i: usize, call: &Call, home: usize, chance: &mut Chance) -> Visit {
        let needs = || call.kinds.iter().map(|&kind| self.mix.kinds[kind].need);
        let first = self.mix.kinds[call.kinds[0]].need;
        let severity = needs().map(|it| self.case.severity(&it.task, it.complexity)).fold(0.0, f64::max);
        let mut names: Vec<&str> = Vec::new();
        for need in needs() {
            let name = self.case.task(&need.task).name_da.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let waits = call.kinds.iter().all(|&kind| {
            let kind = &self.mix.kinds[kind];
            kind.habit.weekly && self.case.task(&kind.need.task).level == TaskLevel::OddJob
        }) && chance.yes(calibrated::OPTIONAL_SHARE.value);
        let necessity = if waits {
            Necessity::Optional { worth: Minutes((call.minutes as f64 * calibrated::OPTIONAL_WORTH.value) as i64) }
        } else {
            Necessity::Mandatory { priority: (calibrated::PRIORITY.value * severity).round().clamp(1.0, 9.0) as u8 }
        };
        let mut slots = vec![self.slot(&call.kinds, call.groups, call.minutes, call.mode)];
        let mut meetings = Vec::new();
        if let Some(second) = call.second {
            let groups = self.mix.kinds[second.kind].groups;
            slots.push(self.slot(&[second.kind], groups, second.minutes, Mode::Physical));
            let [from, to] = second.after.map(|minutes| Seconds(60 * minutes));
            meetings.push(Meeting { from, to });
        }
        let past = &self.past[call.person];
        let carer = |one: Option<usize>| one.map(|it| self.namer.carer(it)).into_iter().collect();
        Visit {
            id: self.namer.visit(i),
            citizen: self.namer.citizen(call.person),
            location: home_id(home),
            label: names.join(", "),
            task: Some((first.task.clone(), first.complexity)),
            windows: self.windows(call, (severity * 10.0).round().max(1.0) / 10.0),
            slots,
            meetings,
            mode: call.mode,
            necessity,
            wanted: carer(past.wanted),
            unwanted: carer(past.unwanted),
            forbidden: carer(past.forbidden),
            pin: Pin::default(),
        }
    }

    fn windows(&self, call: &Call, late_weight: f64) -> Vec<Window> {
        let days = call.day.map_or(0..self.options.days, |day| day..day + 1);
        let window = |day: usize| {
            let at = |minute: i64| self.options.date + Seconds(day as i64 * 86_400 + minute * 60);
            let [open, on_time, close] = call.window;
            Window { open: at(open), soft_close: (on_time < close).then(|| at(on_time)), close: at(close), late_weight }
        };
        days.map(window).collect()
    }

    fn slot(&self, kinds: &[usize], groups: Groups, minutes: i64, mode: Mode) -> Slot {
        let mut competences: Vec<CompetenceId> = Vec::new();
        for need in kinds.iter().map(|&kind| self.mix.kinds[kind].need) {
            let competence = self.case.task(&need.task).competence(need.complexity);
            if !competences.contains(competence) {
                competences.push(competence.clone());
            }
        }
        let clinical = self.case.task(&self.mix.kinds[kinds[0]].need.task).level == TaskLevel::Delimited;
        let slower = |&group: &usize| clinical && self.case.staff_groups[group].level <= 1;
        let longer = Minutes((minutes as f64 * (1.0 + calibrated::LOWEST_LEVEL_SLOWER.value)).ceil() as i64);
        let by_group = groups.iter().filter(slower).map(|group| (self.case.staff_groups[group].id.clone(), longer));
        let by_screen = || Minutes(((minutes as f64 * calibrated::SCREEN_TIME.value).round() as i64).max(2));
        Slot {
            competences,
            groups: groups.ids(self.case),
            duration: Minutes(minutes),
            duration_by_group: by_group.collect(),
            duration_by_screen: (mode != Mode::Physical).then(by_screen),
            needed: true,
            trainee: false,
        }
    }

    /// Insulin before the meal of the same part of the day; doses of medicine apart.
    pub(crate) fn orders(&self, calls: &[Call]) -> Vec<Order> {
        let mut chance = Chance::new(self.options.seed, Purpose::Orders);
        let apart = calibrated::DOSES_AFTER.value as i64;
        let mut orders = Vec::new();
        let mut add = |first: usize, second: usize, min: i64, max: Option<i64>| {
            orders.push(Order {
                first: self.namer.visit(first),
                second: self.namer.visit(second),
                gap_min: Seconds(60 * min),
                gap_max: max.map(|minutes| Seconds(60 * minutes)),
            });
        };
        for (i, call) in calls.iter().enumerate() {
            let same_day = |other: &Call| (other.person, other.day) == (call.person, call.day) && call.day.is_some();
            let after = || {
                (i + 1..calls.len()).take_while(|&j| calls[j].person == call.person).filter(|&j| same_day(&calls[j]))
            };
            if call.insulin
                && let Some(meal) = after().find(|&j| calls[j].part == call.part && calls[j].has(self.mix, MEALS))
            {
                add(i, meal, calibrated::MEAL_FROM.value as i64, Some(calibrated::MEAL_TO.value as i64));
            }
            if !call.has(self.mix, &[MEDICINE]) {
                continue;
            }
            let next = after().find(|&j| calls[j].part > call.part && calls[j].has(self.mix, &[MEDICINE]));
            // Half an hour of room at least, or the pair could hardly be planned.
            if let Some(next) = next.filter(|&j| calls[j].window[2] >= call.window[0] + apart + 30)
                && chance.yes(calibrated::DOSES_APART.value)
            {
                add(i, next, apart, None);
            }
        }
        orders
    }
}

/// Lets trainees come along to visits by day in their district that their group may do.
pub(crate) fn accompany(
    visits: &mut [Visit],
    calls: &[Call],
    trainees: &[Hand],
    district_of: impl Fn(usize) -> usize,
    case: &Case,
    options: &DayOptions,
) {
    let mut chance = Chance::new(options.seed, Purpose::Along);
    for hand in trainees {
        for &day in &hand.days {
            let fits = |&i: &usize| {
                let call = &calls[i];
                call.day.is_none_or(|it| it == day)
                    && PARTS[call.part].band == 0
                    && call.mode == Mode::Physical
                    && call.groups.has(hand.group)
                    && visits[i].slots.len() == 1
                    && district_of(call.person) == hand.district
            };
            let mut here: Vec<usize> = (0..calls.len()).filter(fits).collect();
            chance.shuffle(&mut here);
            for i in here.into_iter().take(calibrated::TRAINEE_VISITS.value as usize) {
                let duration = visits[i].slots[0].duration;
                visits[i].slots.push(Slot {
                    competences: vec![],
                    groups: vec![case.staff_groups[hand.group].id.clone()],
                    duration,
                    duration_by_group: vec![],
                    duration_by_screen: None,
                    needed: false,
                    trainee: true,
                });
                visits[i].meetings.push(Meeting { from: Seconds::ZERO, to: Seconds::ZERO });
            }
        }
    }
}
