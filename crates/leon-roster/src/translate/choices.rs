//! What each person may do on each day, and what that costs by itself.

use super::Given;
use super::duties::{Duties, DutyOf, minute};
use super::law::{Law, is_illegal};
use super::prices::Prices;
use super::wishes;
use crate::cost::Cost;
use crate::problem::{Choice, FREE};
use leon_model::{
    Breach, Clause, Date, Minutes, Moment, Period, Person, Restriction, RosterGoal, ShiftKind, Strength, TimeOfDay,
    Wish,
};

/// One person's choices.
pub(super) struct Choices<'a, 'p> {
    period: &'p Period,
    duties: &'a Duties<'p>,
    law: &'a Law<'p>,
    prices: &'a Prices,
    given: Given<'a>,
    index: usize,
    person: &'p Person,
    by_day: Vec<Vec<Choice>>,
    impossible: Vec<Date>,
}

impl<'a, 'p> Choices<'a, 'p> {
    pub fn new(
        period: &'p Period,
        duties: &'a Duties<'p>,
        law: &'a Law<'p>,
        prices: &'a Prices,
        given: Given<'a>,
        index: usize,
    ) -> Self {
        let person = &period.people[index];
        let (by_day, impossible) = (Vec::new(), Vec::new());
        let mut all = Self { period, duties, law, prices, given, index, person, by_day, impossible };
        let own: Vec<u8> = duties.numbers().filter(|duty| all.is_own(*duty)).collect();
        let fixed = duties.fixed(person);
        for day in 0..duties.days() {
            let mut choices: Vec<Choice> = match fixed.get(&day) {
                Some(&duty) => vec![Choice { duty, cost: Cost::ZERO }],
                None => own.iter().filter_map(|&duty| all.choice(duty, day)).collect(),
            };
            choices.sort_by_key(|it| it.duty);
            all.by_day.push(choices);
        }
        all.bind_wishes();
        all.price_published();
        all
    }

    pub fn into_choices(self) -> Vec<Vec<Choice>> {
        self.by_day
    }

    /// Dates on which what must be cannot be.
    pub fn impossible(&self) -> impl Iterator<Item = Date> + use<> {
        self.impossible.clone().into_iter()
    }

    /// Whether the person may have a duty at all: group, unit, competence, and restrictions that know no dates.
    fn is_own(&self, duty: u8) -> bool {
        let DutyOf::Shift { shift, function } = self.duties.of(duty) else { return duty == FREE };
        let row = &self.period.shift_types[shift];
        let takes = function.and_then(|it| self.period.functions[it].competence.as_ref());
        self.period.may_work(self.person, row) && takes.is_none_or(|it| self.person.competences.contains(it))
    }

    /// A duty on a day with its own price; `None`: it may not be.
    fn choice(&self, duty: u8, day: usize) -> Option<Choice> {
        if duty == FREE {
            return Some(Choice { duty, cost: Cost::ZERO });
        }
        let (start, end) = self.duties.times(duty, day as i64);
        let is_away = |from: Moment, to: Moment| minute(from) < end && start < minute(to);
        if self.person.absences.iter().any(|it| is_away(it.from, it.to)) || self.is_restricted(duty, day) {
            return None;
        }
        // Work on from before the period.
        if self.person.history.duties.iter().any(|it| start < minute(it.end)) {
            return None;
        }
        let mut cost = Cost::ZERO;
        for rule in self.law.on(self.index, day) {
            if !self.keeps(rule.clause, duty, day) {
                match rule.rule.breach {
                    Breach::Illegal => return None,
                    Breach::AdvisedAgainst => cost += self.prices.of(RosterGoal::Health, 1.0),
                    Breach::Priced => {}
                }
            }
        }
        Some(Choice { duty, cost })
    }

    fn is_restricted(&self, duty: u8, day: usize) -> bool {
        let (start, end) = self.duties.times(duty, day as i64);
        self.person.considerations.iter().any(|it| match &it.restriction {
            Restriction::NotBetween { from, to } => touches(start, end, *from, *to),
            Restriction::LengthMax(most) => end - start > most.0,
            _ => false,
        })
    }

    /// Whether a duty keeps a clause that speaks of single duties.
    fn keeps(&self, clause: &Clause, duty: u8, day: usize) -> bool {
        let (start, end) = self.duties.times(duty, day as i64);
        let length = Minutes(end - start);
        let Some(shift) = self.duties.shift(duty) else { return true };
        match clause {
            Clause::DailyRest { rest, within } => shift.kind.is_on_call() || length + *rest <= *within,
            Clause::ShiftLength { least, most, autumn_extra, on_call } => {
                let speaks = shift.kind != ShiftKind::OnCallAtHome && shift.kind.is_on_call() == *on_call;
                let shown = i64::from(shift.end.0) - i64::from(shift.start.0);
                let shown = if shown <= 0 { shown + 1440 } else { shown };
                let most = if shown < length.0 { *most + *autumn_extra } else { *most };
                !speaks || (length <= most && (length >= *least || self.person.contract.is_part_time()))
            }
            Clause::Break { over, least } => {
                shift.kind == ShiftKind::OnCallAtHome || length <= *over || shift.pause >= *least
            }
            Clause::NightLength { most } => shift.kind != ShiftKind::Night || length <= *most,
            _ => true,
        }
    }

    /// Takes out what a hard wish rules out.
    fn bind_wishes(&mut self) {
        let hard = |it: &&Wish| it.person == self.person.id && it.strength == Strength::Hard;
        for wish in self.period.wishes.iter().filter(hard) {
            for day in wishes::days(self.duties, wish) {
                let left: Vec<Choice> = self.by_day[day]
                    .iter()
                    .filter(|it| !wishes::is_against(self.duties, wish, it.duty, day))
                    .copied()
                    .collect();
                if left.is_empty() {
                    self.impossible.push(self.duties.date(day));
                } else {
                    self.by_day[day] = left;
                }
            }
        }
    }

    /// What differs from the published roster, and what is moved at short notice.
    fn price_published(&mut self) {
        let Some(published) = self.given.published else { return };
        let mine = published.roster.assignments.iter().filter(|it| it.person == self.person.id);
        let known: Vec<(Date, &leon_model::ShiftTypeId, i64, i64)> = mine
            .filter_map(|it| {
                let (start, end) = self.period.shift_type(&it.shift)?.on(it.date);
                Some((it.date, &it.shift, minute(start), minute(end)))
            })
            .collect();
        let settled = self.person.fixed_duties.iter().map(|it| (minute(it.start), minute(it.end)));
        let past = self.person.history.duties.iter().map(|it| (minute(it.start), minute(it.end)));
        let mut at_work: Vec<(i64, i64)> = known.iter().map(|it| (it.2, it.3)).chain(settled).chain(past).collect();
        at_work.sort_unstable();
        let told = minute(published.changes_told);
        for day in 0..self.by_day.len() {
            let date = self.duties.date(day);
            let before: Vec<_> = known.iter().filter(|it| it.0 == date).map(|it| it.1).collect();
            let mut choices = std::mem::take(&mut self.by_day[day]);
            for choice in &mut choices {
                let now = self.duties.shift(choice.duty).map(|it| &it.id);
                if before != now.into_iter().collect::<Vec<_>>() {
                    choice.cost += self.prices.of(RosterGoal::Stability, 1.0);
                }
                choice.cost += self.moved(choice.duty, day, told, &at_work);
            }
            self.by_day[day] = choices;
        }
    }

    /// What a duty costs for being told late; `at_work` is what the person knew of, in order of time.
    fn moved(&self, duty: u8, day: usize, told: i64, at_work: &[(i64, i64)]) -> Cost {
        if self.duties.shift(duty).is_none() {
            return Cost::ZERO;
        }
        let (start, end) = self.duties.times(duty, day as i64);
        let mut cost = Cost::ZERO;
        for rule in self.law.on(self.index, day) {
            let Clause::MovedDuty { notice, dkk_per_hour, step } = rule.clause else { continue };
            if start - told >= notice.0 {
                continue;
            }
            let moved = outside((start, end), at_work);
            if moved > 0 && is_illegal(rule.rule) {
                cost += Cost::hard(super::law::BREACH);
            }
            let step = step.0.max(1);
            let hours = ((moved + step - 1) / step * step) as f64 / 60.0;
            cost += self.prices.of(RosterGoal::Price, dkk_per_hour.0 * hours);
        }
        cost
    }
}

/// Minutes of a stretch that lie in none of these, which are in order of time.
fn outside((start, end): (i64, i64), known: &[(i64, i64)]) -> i64 {
    let before = known.iter().take_while(|it| it.0 < end);
    let (outside, since) = before.fold((0, start), |(sum, at), it| (sum + (it.0 - at).max(0), at.max(it.1)));
    outside + (end - since).max(0)
}

/// Whether a stretch of minutes since 1970 has one at these times of day.
fn touches(start: i64, end: i64, from: TimeOfDay, to: TimeOfDay) -> bool {
    (start..end).any(|it| {
        let time = Moment(it * 60).danish_time();
        if from < to { from <= time && time < to } else { time >= from || time < to }
    })
}
