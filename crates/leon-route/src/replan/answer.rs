//! The first answer, and better ones within the budget.

use super::disturbance::{Counts, bar, hold};
use super::history::Timeline;
use super::rest::{Begun, Rest, Standing};
use super::{Change, Disturbed, ReplanOptions, changes, paste};
use crate::options::Iterations;
use crate::search::{Budget, Search};
use crate::state::State;
use crate::translate::Translation;
use crate::warm;
use leon_check::{RouteVerdict, check_route};
use leon_model::{CarerId, Day, Event, Goal, Moment, RoutePlan, VisitId};
use std::collections::BTreeSet;

/// Everything that answers are made from.
pub(super) struct Replan<'a> {
    pub day: &'a Day,
    pub published: &'a RoutePlan,
    pub events: &'a [Event],
    pub options: &'a ReplanOptions<'a>,
    pub now: Moment,
    pub timeline: &'a Timeline<'a>,
    pub begun: &'a Begun,
    pub standings: &'a [Standing],
    pub rest: &'a Rest,
    /// The sick are asked nothing.
    pub excused: BTreeSet<CarerId>,
}

/// One possible answer.
pub(super) struct Answer {
    /// By tour of the rest: its jobs in order.
    tours: Vec<Vec<u32>>,
    pub plan: RoutePlan,
    pub verdict: RouteVerdict,
    pub changes: Vec<Change>,
    pub counts: Counts,
}

/// Carers who are kept from more changes, each with the visits that they may take on all the same.
type Bars = Vec<(usize, BTreeSet<VisitId>)>;

/// How often visits are taken off carers who would have too many changes.
const BARS: usize = 3;

impl Replan<'_> {
    /// The best answer within the budget, and the iterations that it took.
    pub fn answer(&self) -> (Answer, u64) {
        let (free, best, bars) = self.first();
        let budget = self.options.budget;
        if budget.spent(0) >= 1.0 {
            return (best, 0);
        }
        if self.options.disturbance.is_unlimited() {
            let (answer, iterations) = self.search(&free, &best.tours, budget);
            return (self.better(best, answer), iterations);
        }
        // A third of the budget to leave out fewer, a third to see what would be good if nobody minded changes, and a
        // third to do as much of that as people can bear.
        let nobody = BTreeSet::new();
        let (answer, first) = self.search(&self.held(&free, &nobody, &bars), &best.tours, &Third::of(budget));
        let best = self.better(best, answer);
        let (wish, second) = self.search(&free, &best.tours, &Third::of(budget));
        if wish.counts.excess(&self.options.disturbance) == 0 {
            return (self.better(best, wish), first + second);
        }
        let allowed = self.allowed(&best, &wish);
        let (answer, third) = self.search(&self.held(&free, &allowed, &bars), &best.tours, &Third::of(budget));
        (self.better(best, answer), first + second + third)
    }

    /// The rest as a problem, the first answer, and who is kept from more changes. Visits that the times promised to
    /// citizens would leave out are freed of them, where that helps: rather another time than nobody.
    fn first(&self) -> (Translation<'_>, Answer, Bars) {
        let (free, best, bars) = self.first_without(&BTreeSet::new());
        let was_promised = |visit: &VisitId| self.published.visits().any(|(_, _, it, _)| it == visit);
        let lost = best.plan.left_out.iter().map(|it| &it.visit).filter(|it| was_promised(it));
        let lost: BTreeSet<VisitId> = lost.cloned().collect();
        if !lost.is_empty() {
            let (freed, other, other_bars) = self.first_without(&lost);
            if other.verdict.value(Goal::LeftOut) < best.verdict.value(Goal::LeftOut) {
                return (freed, other, other_bars);
            }
        }
        (free, best, bars)
    }

    fn first_without(&self, unbound: &BTreeSet<VisitId>) -> (Translation<'_>, Answer, Bars) {
        let mut free = self.rest.translate(self.standings, self.begun, self.published, unbound, self.now);
        free.problem.arrange();
        let start = self.rest.tours(&free, self.published);
        let (best, bars) = if self.options.disturbance.is_unlimited() {
            (self.search(&free, &start, &Iterations(0)).0, Bars::new())
        } else {
            self.first_within(&free, &start)
        };
        (free, best, bars)
    }

    /// The first answer with changes held, and who is kept from more.
    fn first_within(&self, free: &Translation, start: &[Vec<u32>]) -> (Answer, Bars) {
        let nobody = BTreeSet::new();
        let mut bars = Bars::new();
        let (mut best, _) = self.search(&self.held(free, &nobody, &bars), start, &Iterations(0));
        let mut more = self.too_many(&best, &bars);
        for _ in 0..BARS {
            if more.is_empty() {
                break;
            }
            bars.extend(more);
            let (answer, _) = self.search(&self.held(free, &nobody, &bars), start, &Iterations(0));
            more = self.too_many(&answer, &bars);
            best = self.better(best, answer);
        }
        (best, bars)
    }

    /// The rest with changes held to those allowed, and carers kept from more.
    fn held<'t>(&self, free: &Translation<'t>, allowed: &BTreeSet<VisitId>, bars: &Bars) -> Translation<'t> {
        let mut rest = free.clone();
        hold(&mut rest, self.published, allowed);
        for (carer, keep) in bars {
            bar(&mut rest, *carer, keep);
        }
        rest
    }

    fn search(&self, rest: &Translation, start: &[Vec<u32>], budget: &dyn Budget) -> (Answer, u64) {
        let mut state = State::new(&rest.problem);
        warm::load(&mut state, start);
        let search = Search::for_problem(&rest.problem, self.options.seed).gentle();
        let found = search.run(&mut state, budget, &vec![true; rest.problem.visits.len()], &mut |_| {});
        let mut best = State::new(&rest.problem);
        warm::load(&mut best, &found.tours);
        let plan = paste::paste(self.day, self.standings, &rest.plan(&best));
        let verdict = check_route(self.day, &plan, Some(self.published));
        let changes = changes::changes(self.day, self.published, &plan, self.events, self.timeline);
        let to_come = changes.iter().filter(|it| !self.begun.contains_key(&(it.visit.clone(), it.slot)));
        let counts = Counts::of(self.day, to_come, &self.excused);
        (Answer { tours: found.tours, plan, verdict, changes, counts }, found.iterations)
    }

    /// The better of two answers: fewer left out, then fewer disturbances too many, then the day's goals.
    fn better(&self, one: Answer, other: Answer) -> Answer {
        let key = |it: &Answer| (it.verdict.value(Goal::LeftOut), it.counts.excess(&self.options.disturbance));
        let (a, b) = (key(&one), key(&other));
        let levels = || {
            let pairs = other.verdict.levels.iter().zip(&one.verdict.levels);
            pairs.map(|(other, one)| other.total_cmp(one)).find(|it| it.is_ne()).is_some_and(|it| it.is_lt())
        };
        let is_better = b.0 < a.0 || b.0 == a.0 && (b.1 < a.1 || b.1 == a.1 && levels());
        if is_better { other } else { one }
    }

    /// Carers with more changes than they may have, each with those visits that they may keep; rather those that
    /// nobody kept from more may.
    fn too_many(&self, answer: &Answer, bars: &Bars) -> Bars {
        let mut found = Bars::new();
        for exceeded in answer.counts.exceeded(&self.options.disturbance) {
            let Disturbed::Carer(carer) = &exceeded.of else { continue };
            let Some(row) = self.day.carer_index(carer) else { continue };
            let had = |visit: &VisitId| {
                let mut changes = answer.changes.iter().filter(|it| it.visit == *visit);
                changes.any(|it| it.before.as_ref().is_some_and(|(before, _)| before == carer))
            };
            let (own, mut new): (Vec<_>, Vec<_>) = answer.counts.of_carer(carer).cloned().partition(had);
            new.sort_by_key(|visit| bars.iter().any(|(other, keep)| *other != row && keep.contains(visit)));
            let keep = new.into_iter().take(exceeded.most.saturating_sub(own.len()));
            found.push((row, keep.collect()));
        }
        found
    }

    /// Visits that may change: those that do already, and as many of those wished for as people can bear.
    fn allowed(&self, best: &Answer, wish: &Answer) -> BTreeSet<VisitId> {
        let mut allowed: BTreeSet<VisitId> = best.changes.iter().map(|it| it.visit.clone()).collect();
        let mut counts = best.counts.clone();
        for change in &wish.changes {
            if allowed.contains(&change.visit) || self.begun.contains_key(&(change.visit.clone(), change.slot)) {
                continue;
            }
            let mut more = counts.clone();
            let visit = wish.changes.iter().filter(|it| it.visit == change.visit);
            visit.for_each(|it| more.add(self.day, it, &self.excused));
            if more.excess(&self.options.disturbance) <= counts.excess(&self.options.disturbance) {
                allowed.insert(change.visit.clone());
                counts = more;
            }
        }
        allowed
    }
}

/// A third of a budget, from where it stands.
struct Third<'a> {
    budget: &'a (dyn Budget + Sync),
    from: f64,
}

impl<'a> Third<'a> {
    fn of(budget: &'a (dyn Budget + Sync)) -> Self {
        Self { budget, from: budget.spent(0) }
    }
}

impl Budget for Third<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        let spent = self.budget.spent(iterations);
        if spent >= 1.0 { 1.0 } else { (spent - self.from) * 3.0 }
    }
}
