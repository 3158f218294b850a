//! A planner of rosters of the simplest kind: date by date it gives each shift to whoever it suits best, and takes
//! nothing back.

use leon_model::*;
use std::collections::BTreeSet;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

struct Worker<'a> {
    person: &'a Person,
    /// Work that is no rest, in order of time.
    work: Vec<(Moment, Moment)>,
    on_call: Vec<(Moment, Moment)>,
    saturdays: BTreeSet<Date>,
    nights: Vec<Date>,
    /// Minutes worked in the period, courses among them.
    minutes: i64,
    /// Minutes of shifts, and of those on a ward.
    shifts: i64,
    on_wards: i64,
}

impl<'a> Worker<'a> {
    fn new(person: &'a Person) -> Self {
        let past = person.history.duties.iter();
        let (on_call, at_work): (Vec<_>, Vec<_>) = past.partition(|it| it.kind.is_on_call());
        let fixed = person.fixed_duties.iter().map(|it| (it.start, it.end));
        let weekends = person.history.weeks.iter().filter(|it| it.weekend).map(|it| it.monday + 5);
        let fixed_minutes: i64 = person.fixed_duties.iter().map(|it| (it.end - it.start).0 / 60).sum();
        Self {
            work: at_work.iter().map(|it| (it.start, it.end)).chain(fixed).collect(),
            on_call: on_call.iter().map(|it| (it.start, it.end)).collect(),
            saturdays: weekends.collect(),
            nights: Vec::new(),
            minutes: fixed_minutes,
            shifts: 0,
            on_wards: 0,
            person,
        }
    }

    /// Minutes of the contract that are due some days into the period and not worked.
    fn due(&self, first: Date, date: Date) -> i64 {
        let due = self.person.contract.hours_per_week.0 * 60.0 * f64::from(date - first + 7) / 7.0;
        let away = |it: &&Absence| it.from <= date.midnight();
        let credited: i64 = self.person.absences.iter().filter(away).map(|it| it.credited.0).sum();
        due as i64 - self.minutes - credited
    }

    fn is_free(&self, period: &Period, every: i32, shift: &ShiftType, date: Date) -> bool {
        let (start, end) = shift.on(date);
        let hits = |from: Moment, to: Moment| start < to && from < end;
        let person = self.person;
        let wishes = period.wishes.iter().filter(|it| it.person == person.id && it.strength == Strength::Hard);
        let saturday = date.monday() + 5;
        let near = |it: &Date| *it != saturday && (*it - saturday).abs() < 7 * every;
        let is_away = person.absences.iter().any(|it| hits(it.from, it.to));
        let has_wished = wishes.into_iter().any(|it| hits(it.from.midnight(), (it.to + 1).midnight()));
        let is_other_weekend = date.weekday().is_weekend() && self.saturdays.iter().any(near);
        let is_on_call = self.on_call.iter().any(|it| hits(it.0, it.1));
        !(person.is_kept_from(shift.kind) || is_away || has_wished || is_other_weekend || is_on_call)
            && person.considerations.iter().all(|it| self.suits(&it.restriction, shift, date))
            && self.rests(shift, (start, end))
    }

    fn suits(&self, restriction: &Restriction, shift: &ShiftType, date: Date) -> bool {
        let (start, end) = shift.on(date);
        match restriction {
            Restriction::NotBetween { from, to } => {
                let (from, to) = ((date.at(*from)), (date + 1).at(*to));
                !(start < to && from < end) && start >= date.at(TimeOfDay(6 * 60))
            }
            Restriction::LengthMax(most) => (end - start).0 / 60 <= most.0,
            Restriction::NightsAWeekMax(most) => {
                let same = self.nights.iter().filter(|it| it.monday() == date.monday()).count();
                shift.kind != ShiftKind::Night || same < *most as usize
            }
            Restriction::RestMin(least) => {
                self.work.iter().all(|it| start - it.1 >= Seconds(least.0 * 60) || it.0 - end >= Seconds(least.0 * 60))
            }
            Restriction::None | Restriction::NotKinds(_) | Restriction::BurdenShareMax(_) => true,
        }
    }

    /// Whether 11 hours lie on both sides, days off are rest periods of 35 hours, and none comes later than the sixth
    /// day after the last.
    fn rests(&self, shift: &ShiftType, (start, end): (Moment, Moment)) -> bool {
        if shift.kind == ShiftKind::OnCallAtHome {
            return self.work.iter().all(|it| it.1 <= start || end <= it.0);
        }
        if self.work.iter().any(|it| start < it.1 + Seconds(11 * HOUR) && it.0 < end + Seconds(11 * HOUR)) {
            return false;
        }
        let is_short = |gap: Seconds| (Seconds(24 * HOUR)..Seconds(35 * HOUR)).contains(&gap);
        let before = self.work.iter().filter(|it| it.1 <= start).map(|it| it.1).max();
        let after = self.work.iter().filter(|it| it.0 >= end).map(|it| it.0).min();
        if before.is_some_and(|it| is_short(start - it)) || after.is_some_and(|it| is_short(it - end)) {
            return false;
        }
        let mut work = self.work.clone();
        work.push((start, end));
        work.sort_unstable();
        let mut rested = work[0].0;
        let mut ended = work[0].0;
        for (from, to) in work {
            if from - ended >= Seconds(35 * HOUR) {
                rested = from;
            }
            ended = to;
            if to >= end && to - rested > Seconds(6 * DAY) {
                return false;
            }
        }
        true
    }

    /// Whether a shift leaves a third of the hours to wards (rule O1).
    fn leaves_a_third(&self, period: &Period, shift: &ShiftType, date: Date) -> bool {
        let clinic = period.unit(&shift.unit).unwrap().kind == UnitKind::Outpatient;
        !clinic || self.person.contract.posted.is_none() || 3 * self.on_wards >= self.shifts + shift.hours(date).0
    }

    fn work(&mut self, shift: &ShiftType, on_ward: bool, date: Date) {
        let duty = shift.on(date);
        if shift.kind == ShiftKind::OnCallAtHome {
            self.on_call.push(duty)
        } else {
            self.work.push(duty)
        }
        if shift.kind == ShiftKind::Night {
            self.nights.push(date);
        }
        if date.weekday().is_weekend() {
            self.saturdays.insert(date.monday() + 5);
        }
        self.minutes += shift.hours(date).0;
        self.shifts += shift.hours(date).0;
        self.on_wards += if on_ward { shift.hours(date).0 } else { 0 };
    }
}

/// A roster by this planner.
pub fn roster(period: &Period) -> Roster {
    let mut workers: Vec<Worker<'_>> = period.people.iter().map(Worker::new).collect();
    let clauses = period.local_agreements.iter().flat_map(|it| &it.clauses);
    let every = clauses.into_iter().find_map(|it| match it.clause {
        Some(Clause::WeekendFrequency { every }) => Some(every as i32),
        _ => None,
    });
    let every = every.unwrap_or(1);
    let mut assignments = Vec::new();
    for date in period.dates() {
        for shift in &period.shift_types {
            let span = Span { from: shift.start, to: shift.end };
            let here = |it: &&Cover| {
                it.unit == shift.unit
                    && it.span == span
                    && it.counts(shift.kind)
                    && it.days.contain(date, period.is_public_holiday(date))
            };
            let rows: Vec<&Cover> = period.cover.iter().filter(here).collect();
            let mut missing: Vec<u32> = rows.iter().map(|it| it.need.min()).collect();
            while missing.iter().any(|it| *it > 0) {
                let score = |worker: &Worker<'_>| {
                    let counted: Vec<bool> = rows.iter().map(|row| counts(period, worker.person, row)).collect();
                    let useful =
                        counted.iter().zip(&missing).filter(|(counts, missing)| **counts && **missing > 0).count();
                    let wasted =
                        counted.iter().zip(&missing).filter(|(counts, missing)| **counts && **missing == 0).count();
                    let due = worker.due(period.first, date);
                    // Whose weekend it is, is spared at the end of the week.
                    let saturday = date.monday() + 5;
                    let turn = worker.saturdays.iter().all(|it| (*it - saturday).abs() >= 7 * every);
                    let spared = i64::from(turn && matches!(date.weekday(), Weekday::Thursday | Weekday::Friday));
                    (useful > 0).then(|| 2000 * useful as i64 - 300 * wasted as i64 + due - 600 * spared)
                };
                let can = |worker: &&Worker<'_>| {
                    let person = worker.person;
                    (shift.groups.is_empty() || shift.groups.contains(&person.group))
                        && person.workplaces.iter().any(|it| it.unit == shift.unit)
                        && worker.due(period.first, date) > -16 * 60
                        && worker.leaves_a_third(period, shift, date)
                        && worker.is_free(period, every, shift, date)
                };
                let best =
                    (0..workers.len()).filter(|i| can(&&workers[*i])).filter_map(|i| Some((score(&workers[i])?, i)));
                let Some((_, best)) = best.max_by_key(|(score, i)| (*score, usize::MAX - i)) else { break };
                let worker = &mut workers[best];
                let mut function = None;
                for (row, missing) in rows.iter().zip(&mut missing) {
                    if counts(period, worker.person, row) && *missing > 0 {
                        *missing -= 1;
                        function = function.or(row.who.functions.first().cloned());
                    }
                }
                worker.work(shift, period.unit(&shift.unit).unwrap().kind == UnitKind::Ward, date);
                let person = worker.person.id.clone();
                assignments.push(Assignment { person, date, shift: shift.id.clone(), function });
            }
        }
    }
    assignments.sort();
    Roster { assignments, uncovered: None }
}

fn counts(period: &Period, person: &Person, row: &Cover) -> bool {
    let takes = |it: &FunctionId| {
        let function = period.function(it).unwrap();
        function.competence.as_ref().is_none_or(|it| person.competences.contains(it))
    };
    person.experience != Experience::Trainee
        && (row.who.groups.is_empty() || row.who.groups.contains(&person.group))
        && row.who.competences.iter().all(|it| person.competences.contains(it))
        && (row.who.functions.is_empty() || row.who.functions.iter().any(takes))
}
