//! Why hours are missing somewhere, and the cheapest ways to meet them.

use crate::goals::{self, Failure, SolvedPart};
use crate::lifting::Optimum;
use crate::model::{Hours as Column, Model};
use crate::solve::{MatchError, check_lifted, failed, prices};
use crate::views::attribution;
use crate::{HourPrice, Options, Step, parts, plan};
use leon_model::{
    Binding, BindingId, Case, CompetenceId, Complexity, ExtraKind, GroupId, Hours, Kroner, PlaceId, SettingId,
    StaffKey, TaskId, TechnologyId,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Why a group's work is left undone in a place, and what would help.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    pub place: PlaceId,
    pub group: GroupId,
    /// The group's share of what the place needs, and of what is unmet there, a week.
    pub need: Hours,
    pub unmet: Hours,
    /// What is unmet, most first.
    pub tasks: Vec<UnmetTask>,
    /// Why nobody does it, by what concerns most hours first.
    pub reasons: Vec<Reason>,
    /// At most three, fewest kroner for each met hour first, of those that meet at least a twentieth of the
    /// gap; of all when none does.
    pub ways: Vec<Way>,
}

/// Unmet hours of a task.
#[derive(Clone, Debug, PartialEq)]
pub struct UnmetTask {
    pub setting: SettingId,
    pub task: TaskId,
    pub complexity: Complexity,
    pub competence: CompetenceId,
    pub unmet: Hours,
}

/// Why a group, or a technology, does not do unmet hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub setting: SettingId,
    pub why: Why,
    /// The unmet hours that it concerns.
    pub unmet: Hours,
}

/// The kinds of reasons.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The group may do it, but all its hours are in use, those that can be bought included.
    UsedUp { group: GroupId },
    /// The group may do it, but has nobody there.
    NoStaff { group: GroupId },
    /// The group could do it, but a binding forbids that.
    Forbidden { group: GroupId, binding: BindingId },
    /// The group lacks the competence.
    Lacks { group: GroupId, competence: CompetenceId },
    /// The group has hours left and may do it, but continuity or a binding on shares stops it.
    HeldBack { group: GroupId },
    /// The technology does what it can at this adoption.
    TechnologyAtLimit { technology: TechnologyId },
    /// A binding forbids the technology.
    TechnologyForbidden { technology: TechnologyId, binding: BindingId },
}

/// A way to meet unmet hours of the place.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub remedy: Remedy,
    /// Unmet hours that it would meet in the place, a week.
    pub met: Hours,
    /// What it would cost a week in bought hours everywhere; negative is saved. `None` where the case has no price.
    pub cost: Option<Kroner>,
}

/// What could be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// Lift a binding.
    LiftBinding(BindingId),
    /// More hours of a group, at the price of this kind.
    MoreHours { staff: StaffKey, kind: Option<ExtraKind>, hours: Hours },
    /// Everybody who could use a technology in the place uses it.
    FullAdoption { technology: TechnologyId },
}

/// Explains why a group's work is left undone in a place or under it, from the plan that `options.lifted`
/// gives, and finds the cheapest ways to meet it: each binding lifted, more hours of each scarce group,
/// each technology at full adoption, all solved again.
///
/// # Errors
/// As [`crate::match_tasks`]; and [`MatchError::UnknownPlace`], [`MatchError::UnknownGroup`].
pub fn explain_gap(
    case: &Case,
    options: &Options<'_>,
    place: &PlaceId,
    group: &GroupId,
) -> Result<Explanation, MatchError> {
    check_lifted(case, options)?;
    if !case.places.iter().any(|it| it.id == *place) {
        return Err(MatchError::UnknownPlace(place.clone()));
    }
    if !case.staff_groups.iter().any(|it| it.id == *group) {
        return Err(MatchError::UnknownGroup(group.clone()));
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?;
    pool.install(|| Study::new(case, options)?.explain(options, place, group))
}

/// Share of the gap that a way meets at least, to be shown beside larger ones.
const WORTH_A_WAY: f64 = 0.05;

/// A solved case to ask about.
struct Study<'a> {
    model: Model<'a>,
    optimum: Optimum,
    prices: Vec<HourPrice>,
    in_force: Vec<usize>,
}

impl<'a> Study<'a> {
    fn new(case: &'a Case, options: &Options<'_>) -> Result<Self, MatchError> {
        let model = Model::new(case);
        let rules = model.rules(&options.lifted);
        let solved: Vec<Arc<SolvedPart>> = parts::parts(&model, &rules)
            .into_par_iter()
            .map(|part| {
                let around = part.columns[0];
                goals::solve_part(&model, part, true).map(Arc::new).map_err(|it| failed(&model, around, it))
            })
            .collect::<Result<_, _>>()?;
        let hours = plan::hours(&model, &solved);
        let prices = prices(&model, &solved, &hours);
        let optimum = Optimum::new(&model, rules, &solved);
        let in_force = model.in_force(&options.lifted);
        Ok(Self { model, optimum, prices, in_force })
    }

    fn explain(&self, options: &Options<'_>, place: &PlaceId, group: &GroupId) -> Result<Explanation, MatchError> {
        let case = self.model.case;
        let shares = attribution(case);
        let unmet = self.optimum.unmet(&self.model);
        let mut answer = Explanation {
            place: place.clone(),
            group: group.clone(),
            need: Hours(0.0),
            unmet: Hours(0.0),
            tasks: Vec::new(),
            reasons: Vec::new(),
            ways: Vec::new(),
        };
        let mut reasons: BTreeMap<(SettingId, Why), f64> = BTreeMap::new();
        let mut tasks: BTreeMap<(&SettingId, &TaskId, Complexity), f64> = BTreeMap::new();
        let mut short = Vec::new();
        for (need, it) in case.needs.iter().enumerate().filter(|(_, it)| case.is_within(&it.place, place)) {
            let key = (&it.setting, &it.task, it.complexity);
            let share: f64 = shares[&key].iter().filter(|(id, _)| *id == group).map(|(_, share)| share).sum();
            answer.need += Hours(share * it.hours_per_week.value);
            let hours = share * unmet[need];
            if hours > 1e-6 {
                answer.unmet += Hours(hours);
                *tasks.entry(key).or_default() += hours;
                short.push(need);
                for why in self.reasons(need, group) {
                    *reasons.entry((it.setting.clone(), why)).or_default() += hours;
                }
            }
        }
        answer.tasks = tasks
            .into_iter()
            .map(|((setting, task, complexity), hours)| UnmetTask {
                setting: setting.clone(),
                task: task.clone(),
                complexity,
                competence: case.task(task).competence(complexity).clone(),
                unmet: Hours(hours),
            })
            .collect();
        answer.tasks.sort_by(|a, b| b.unmet.0.total_cmp(&a.unmet.0));
        let reason = |((setting, why), hours)| Reason { setting, why, unmet: Hours(hours) };
        answer.reasons = reasons.into_iter().map(reason).collect();
        answer.reasons.sort_by(|a, b| b.unmet.0.total_cmp(&a.unmet.0));
        answer.ways = self.ways(options, &short)?;
        Ok(answer)
    }

    /// Why nobody does more of a need: for each group that could ever, and for the group asked about.
    fn reasons(&self, need: usize, asked: &GroupId) -> BTreeSet<Why> {
        let (case, index) = (self.model.case, &self.model.index);
        let mut reasons = BTreeSet::new();
        let competence = &case.competences[index.need_competence[need]].id;
        let holdings = &index.holdings_of[index.need_competence[need]];
        if !holdings.iter().any(|&it| case.holdings[it].group == *asked) {
            reasons.insert(Why::Lacks { group: asked.clone(), competence: competence.clone() });
        }
        let columns = &self.model.row_columns[need];
        for group in holdings.iter().map(|&it| index.holding_group[it]).collect::<BTreeSet<_>>() {
            let id = || case.staff_groups[group].id.clone();
            let own: Vec<usize> = columns
                .iter()
                .map(|&column| column as usize)
                .filter(|&column| {
                    matches!(self.model.hours[column], Column::Care { holding, .. } if index.holding_group[holding] == group)
                })
                .collect();
            let Some(capacity) = index.capacity(index.need_cell[need], group) else {
                reasons.insert(Why::NoStaff { group: id() });
                continue;
            };
            let price = &self.prices[capacity];
            if !own.iter().any(|&column| self.optimum.is_active(column)) {
                reasons.extend(
                    self.closing(&own).map(|binding| Why::Forbidden { group: id(), binding: binding.id.clone() }),
                );
            } else if price.own.0 + price.bought.0 <= 1e-6 {
                reasons.insert(Why::NoStaff { group: id() });
            } else if price.more.weighted_unmet > 1e-9 {
                reasons.insert(Why::UsedUp { group: id() });
            } else {
                reasons.insert(Why::HeldBack { group: id() });
            }
        }
        for &column in columns {
            if let Column::Technology { technology, .. } = self.model.hours[column as usize] {
                let technology = case.technologies[technology].id.clone();
                let column = [column as usize];
                let closing: Vec<_> = self.closing(&column).collect();
                reasons.extend(closing.iter().map(|binding| Why::TechnologyForbidden {
                    technology: technology.clone(),
                    binding: binding.id.clone(),
                }));
                if closing.is_empty() {
                    reasons.insert(Why::TechnologyAtLimit { technology });
                }
            }
        }
        reasons
    }

    /// The bindings in force that close any of some columns.
    fn closing<'s>(&'s self, columns: &'s [usize]) -> impl Iterator<Item = &'s Binding> {
        let closes = |&&at: &&usize| columns.iter().any(|column| self.model.closes[at].binary_search(column).is_ok());
        self.in_force.iter().filter(closes).map(|&at| &self.model.case.bindings[at])
    }

    /// The three ways with the fewest kroner for each met hour.
    fn ways(&self, options: &Options<'_>, short: &[usize]) -> Result<Vec<Way>, MatchError> {
        let model = &self.model;
        let candidates: Vec<Candidate> = self.candidates(short);
        let (done, total) = (AtomicUsize::new(0), candidates.len());
        let before = self.optimum.goals(model);
        let unmet_before = self.optimum.unmet(model);
        let mut ways: Vec<Way> = candidates
            .into_par_iter()
            .map(|candidate| {
                if options.stopped() {
                    return Ok(None);
                }
                let after = self.try_out(&candidate, short).map_err(|it| failed(model, 0, it))?;
                options.report(Step::Bindings, done.fetch_add(1, Ordering::Relaxed) + 1, total);
                let unmet = after.unmet(model);
                let met: f64 = short.iter().map(|&need| unmet_before[need] - unmet[need]).sum();
                let saved = before.bought_dkk - after.goals(model).bought_dkk;
                let cost = candidate.cost(saved);
                Ok((met > 1e-3).then_some(Way { remedy: candidate.remedy, met: Hours(met), cost }))
            })
            .collect::<Result<Vec<_>, MatchError>>()?
            .into_iter()
            .flatten()
            .collect();
        let unmet: f64 = short.iter().map(|&need| unmet_before[need]).sum();
        if ways.iter().any(|way| way.met.0 >= WORTH_A_WAY * unmet) {
            ways.retain(|way| way.met.0 >= WORTH_A_WAY * unmet);
        }
        let an_hour = |way: &Way| way.cost.map_or(f64::INFINITY, |cost| cost.0 / way.met.0);
        ways.sort_by(|a, b| an_hour(a).total_cmp(&an_hour(b)).then(b.met.0.total_cmp(&a.met.0)));
        ways.truncate(3);
        Ok(ways)
    }

    fn candidates(&self, short: &[usize]) -> Vec<Candidate> {
        let (case, index) = (self.model.case, &self.model.index);
        let free = |remedy, change| Candidate { remedy, change, price: Some(0.0), hours: 0.0 };
        let mut candidates: Vec<Candidate> = self
            .in_force
            .iter()
            .map(|&at| free(Remedy::LiftBinding(case.bindings[at].id.clone()), Change::Lift(at)))
            .collect();
        let unmet = self.optimum.unmet(&self.model);
        let mut missing: BTreeMap<usize, f64> = BTreeMap::new();
        let mut technologies = BTreeSet::new();
        for &need in short {
            for &holding in &index.holdings_of[index.need_competence[need]] {
                if let Some(capacity) = index.capacity(index.need_cell[need], index.holding_group[holding]) {
                    *missing.entry(capacity).or_default() += unmet[need];
                }
            }
            for &column in &self.model.row_columns[need] {
                if let Column::Technology { technology, .. } = self.model.hours[column as usize] {
                    technologies.insert(technology);
                }
            }
        }
        for (capacity, hours) in missing.into_iter().filter(|(at, _)| self.prices[*at].more.weighted_unmet > 1e-9) {
            let staff = case.capacity[capacity].key();
            let of_group = case.prices.iter().filter(|it| it.group == staff.group);
            let cheapest = of_group.min_by(|a, b| a.dkk_per_hour.value.total_cmp(&b.dkk_per_hour.value));
            let kind = cheapest.map(|it| it.kind);
            let remedy = Remedy::MoreHours { staff, kind, hours: Hours(hours) };
            let price = cheapest.map(|it| it.dkk_per_hour.value);
            candidates.push(Candidate { remedy, change: Change::Hours(capacity), price, hours });
        }
        candidates.extend(technologies.into_iter().map(|at| {
            let remedy = Remedy::FullAdoption { technology: case.technologies[at].id.clone() };
            free(remedy, Change::Adoption(at))
        }));
        candidates
    }

    fn try_out(&self, candidate: &Candidate, short: &[usize]) -> Result<Optimum, Failure> {
        let model = &self.model;
        match candidate.change {
            Change::Lift(binding) => self.optimum.lift(model, binding),
            Change::Hours(capacity) => {
                let row = model.capacity_rows.start + capacity;
                self.optimum.changed(model, &[row], |part, lp| {
                    if let Ok(at) = part.rows.binary_search(&row) {
                        lp.row_upper[at] += candidate.hours;
                    }
                })
            }
            Change::Adoption(technology) => self.optimum.changed(model, short, |part, lp| {
                let Some(effect) = &model.case.technologies[technology].effect else { return };
                for (at, &column) in part.columns.iter().enumerate() {
                    if let Column::Technology { need, technology: own } = model.hours[column]
                        && own == technology
                        && short.binary_search(&need).is_ok()
                    {
                        let needed = model.case.needs[need].hours_per_week.value;
                        lp.column_upper[at] = needed * effect.eligible_share.value * effect.freed_share.value;
                    }
                }
            }),
        }
    }
}

/// Something to try out.
struct Candidate {
    remedy: Remedy,
    change: Change,
    /// Price of an hour bought for it.
    price: Option<f64>,
    hours: f64,
}

enum Change {
    Lift(usize),
    Hours(usize),
    Adoption(usize),
}

impl Candidate {
    /// Hours bought for it, less what need not be bought any more.
    fn cost(&self, saved: f64) -> Option<Kroner> {
        self.price.map(|price| Kroner(price * self.hours - saved))
    }
}
