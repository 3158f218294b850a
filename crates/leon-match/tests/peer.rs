//! The same linear programme, written a second time from the case alone and solved by another solver
//! (microlp, a simplex in pure Rust): every goal's optimum must agree.

mod common;

use common::random_case;
use leon_match::{Options, match_tasks};
use leon_model::*;
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOutcome, Variable};
use std::collections::{BTreeMap, BTreeSet};

/// A variable of the peer's programme.
#[derive(Clone)]
enum Hours {
    Care { need: usize, holding: usize, pool: Option<usize> },
    Technology { need: usize, technology: usize },
    Unmet { need: usize },
    Extra(usize),
    Lent { pool: usize, from: StaffKey, to: Option<StaffKey> },
    Moved,
}

type Terms = Vec<(usize, f64)>;
/// Weighs every variable and keeps those that weigh anything.
type AllTerms<'a> = dyn Fn(&dyn Fn(&Hours) -> f64) -> Terms + 'a;

/// Everything but the objective: variables with upper bounds, and rows.
#[derive(Default)]
struct Peer {
    hours: Vec<(Hours, f64)>,
    rows: Vec<(Terms, ComparisonOp, f64)>,
    /// Moved-hours variables carry no meaning of their own; the fourth goal is their sum.
    moved: Vec<usize>,
}

fn in_list<T: PartialEq>(list: &[T], one: &T) -> bool {
    list.is_empty() || list.contains(one)
}

impl Peer {
    fn add(&mut self, hours: Hours, most: f64) -> usize {
        self.hours.push((hours, most));
        self.hours.len() - 1
    }

    fn new(case: &Case, lifted: &BTreeSet<BindingId>) -> Self {
        let mut peer = Self::default();
        let staff = |need: &Need, group: &GroupId| StaffKey {
            place: need.place.clone(),
            setting: need.setting.clone(),
            group: group.clone(),
        };
        for (n, need) in case.needs.iter().enumerate() {
            let task = case.task(&need.task);
            for (h, holding) in case.holdings.iter().enumerate() {
                if holding.competence != *task.competence(need.complexity) {
                    continue;
                }
                let has = |group: &GroupId| case.capacity_of(&staff(need, group)).is_some();
                if holding.delegator.as_ref().is_some_and(|delegator| !has(delegator)) {
                    continue;
                }
                if has(&holding.group) {
                    peer.add(Hours::Care { need: n, holding: h, pool: None }, f64::INFINITY);
                }
                for (p, pool) in case.pools.iter().enumerate() {
                    if pool.reach == Reach::Remote
                        && task.remote_possible
                        && pool.group == holding.group
                        && case.is_member(pool, &need.place, &need.setting)
                    {
                        peer.add(Hours::Care { need: n, holding: h, pool: Some(p) }, f64::INFINITY);
                    }
                }
            }
            for (t, technology) in case.technologies.iter().enumerate() {
                let Some(effect) = &technology.effect else { continue };
                let pays = effect.own_hours_share.value == 0.0
                    || case.capacity_of(&staff(need, &effect.own_hours_group)).is_some();
                if pays && technology.covers(&need.setting, &need.task, need.complexity) {
                    peer.add(
                        Hours::Technology { need: n, technology: t },
                        need.hours_per_week.value * effect.share_max(),
                    );
                }
            }
            peer.add(Hours::Unmet { need: n }, f64::INFINITY);
        }
        for (e, extra) in case.extra_hours.iter().enumerate() {
            peer.add(Hours::Extra(e), case.extra_hours_max(extra).0);
        }
        for (p, pool) in case.pools.iter().enumerate() {
            for from in &case.capacity {
                let lends = from.group == pool.group && case.is_member(pool, &from.place, &from.setting);
                let own = case.care_hours(from).0;
                if !lends || own == 0.0 {
                    continue;
                }
                let mut mine = Vec::new();
                if pool.reach == Reach::Remote {
                    mine.push(peer.add(Hours::Lent { pool: p, from: from.key(), to: None }, f64::INFINITY));
                }
                for to in &case.capacity {
                    let km = case.place(&from.place).distance_km(case.place(&to.place)).unwrap();
                    let reached = to.group == pool.group
                        && case.is_member(pool, &to.place, &to.setting)
                        && match pool.reach {
                            Reach::SamePlace => to.place == from.place && to.setting != from.setting,
                            Reach::Distance => {
                                to.place != from.place
                                    && to.setting == from.setting
                                    && km <= pool.distance_km_max.unwrap()
                            }
                            Reach::Remote => false,
                        };
                    if reached {
                        let lent = Hours::Lent { pool: p, from: from.key(), to: Some(to.key()) };
                        mine.push(peer.add(lent, f64::INFINITY));
                    }
                }
                let terms = mine.into_iter().map(|at| (at, 1.0)).collect();
                peer.rows.push((terms, ComparisonOp::Le, pool.share_max.value * own));
            }
        }
        peer.add_moved(case);
        peer.add_rows(case, lifted);
        peer
    }

    /// For each need and group, a variable that is at least today's excess.
    fn add_moved(&mut self, case: &Case) {
        let mut by_pair: BTreeMap<(usize, GroupId), Terms> = BTreeMap::new();
        for (at, (hours, _)) in self.hours.iter().enumerate() {
            if let Hours::Care { need, holding, .. } = hours {
                by_pair.entry((*need, case.holdings[*holding].group.clone())).or_default().push((at, 1.0));
            }
        }
        for ((need, group), mut terms) in by_pair {
            let need = &case.needs[need];
            let share = case
                .baseline_of(&need.setting, &need.task, need.complexity)
                .iter()
                .filter(|it| it.group == group)
                .map(|it| it.share.value)
                .sum::<f64>();
            let moved = self.add(Hours::Moved, f64::INFINITY);
            self.moved.push(moved);
            terms.push((moved, -1.0));
            self.rows.push((terms, ComparisonOp::Le, share * need.hours_per_week.value));
        }
    }

    fn add_rows(&mut self, case: &Case, lifted: &BTreeSet<BindingId>) {
        let all = |weigh: &dyn Fn(&Hours) -> f64| -> Terms {
            let terms = self.hours.iter().enumerate().map(|(at, (hours, _))| (at, weigh(hours)));
            terms.filter(|(_, weight)| *weight != 0.0).collect()
        };
        let mut rows = Vec::new();
        for (n, need) in case.needs.iter().enumerate() {
            let mine = all(&|hours| match hours {
                Hours::Care { need, .. } | Hours::Technology { need, .. } | Hours::Unmet { need } => {
                    f64::from(u8::from(*need == n))
                }
                _ => 0.0,
            });
            rows.push((mine, ComparisonOp::Eq, need.hours_per_week.value));
        }
        for capacity in &case.capacity {
            let key = capacity.key();
            let here = |need: &Need, group: &GroupId| {
                f64::from(u8::from(need.place == key.place && need.setting == key.setting && *group == key.group))
            };
            let mine = all(&|hours| match hours {
                Hours::Care { need, holding, pool } => {
                    let (need, it) = (&case.needs[*need], &case.holdings[*holding]);
                    let training = 1.0 + it.training_share.as_ref().map_or(0.0, |it| it.value);
                    let own = if pool.is_none() { training * here(need, &it.group) } else { 0.0 };
                    let supervision = it.supervision_share.as_ref().map_or(0.0, |it| it.value);
                    own + it.delegator.as_ref().map_or(0.0, |group| supervision * here(need, group))
                }
                Hours::Technology { need, technology } => {
                    let effect = case.technologies[*technology].effect.as_ref().unwrap();
                    effect.own_hours_share.value * here(&case.needs[*need], &effect.own_hours_group)
                }
                Hours::Extra(extra) => -f64::from(u8::from(case.extra_hours[*extra].key() == key)),
                Hours::Lent { pool, from, to } => {
                    let gets = f64::from(u8::from(to.as_ref() == Some(&key)));
                    f64::from(u8::from(*from == key)) - (1.0 - case.pools[*pool].loss_share.value) * gets
                }
                _ => 0.0,
            });
            rows.push((mine, ComparisonOp::Le, case.care_hours(capacity).0));
        }
        for (p, pool) in case.pools.iter().enumerate().filter(|(_, it)| it.reach == Reach::Remote) {
            let mine = all(&|hours| match hours {
                Hours::Care { holding, pool: Some(own), .. } if *own == p => {
                    1.0 + case.holdings[*holding].training_share.as_ref().map_or(0.0, |it| it.value)
                }
                Hours::Lent { pool: own, .. } if *own == p => -(1.0 - pool.loss_share.value),
                _ => 0.0,
            });
            rows.push((mine, ComparisonOp::Le, 0.0));
        }
        let cells: BTreeSet<_> =
            case.needs.iter().map(|it| (it.place.clone(), it.setting.clone(), it.complexity)).collect();
        for (place, setting, complexity) in &cells {
            for rule in case.continuity.iter().filter(|it| it.setting == *setting && it.complexity == *complexity) {
                let mine = all(&|hours| match hours {
                    Hours::Care { need, holding, .. } => {
                        let it = &case.needs[*need];
                        if it.place != *place || it.setting != *setting || it.complexity != *complexity {
                            return 0.0;
                        }
                        let may = rule.groups.contains(&case.holdings[*holding].group);
                        f64::from(u8::from(may)) - rule.share_min.value
                    }
                    _ => 0.0,
                });
                rows.push((mine, ComparisonOp::Ge, 0.0));
            }
        }
        for binding in case.bindings_in_force(lifted) {
            rows.extend(binding_rows(case, binding, &cells, &all));
        }
        self.rows.extend(rows);
    }

    /// The least of a sum, after holding earlier sums at their least.
    fn least(&self, held: &[(Terms, f64)], sum: &Terms) -> f64 {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let cost: BTreeMap<usize, f64> = sum.iter().copied().collect();
        let variables: Vec<Variable> = self
            .hours
            .iter()
            .enumerate()
            .map(|(at, (_, most))| problem.add_var(cost.get(&at).copied().unwrap_or(0.0), (0.0, *most)))
            .collect();
        let mut add = |terms: &Terms, op, right| {
            let mut expression = LinearExpr::empty();
            terms.iter().for_each(|&(at, weight)| expression.add(variables[at], weight));
            problem.add_constraint(expression, op, right);
        };
        for (terms, op, right) in &self.rows {
            add(terms, *op, *right);
        }
        for (terms, least) in held {
            add(terms, ComparisonOp::Le, least + 1e-7 * least.abs().max(1.0));
        }
        match problem.solve() {
            Ok(SolveOutcome::Solution(solution)) => solution.objective(),
            other => panic!("the peer finds no optimum: {other:?}"),
        }
    }
}

fn binding_rows(
    case: &Case,
    binding: &Binding,
    cells: &BTreeSet<(PlaceId, SettingId, Complexity)>,
    all: &AllTerms<'_>,
) -> Vec<(Terms, ComparisonOp, f64)> {
    let (kind, scope) = (binding.kind, &binding.scope);
    let op = if kind.sense == Sense::AtMost { ComparisonOp::Le } else { ComparisonOp::Ge };
    let place_in = |place: &PlaceId| scope.places.is_empty() || scope.places.iter().any(|up| case.is_within(place, up));
    let need_in = |need: &Need| {
        let task = case.task(&need.task);
        place_in(&need.place)
            && in_list(&scope.settings, &need.setting)
            && in_list(&scope.tasks, &need.task)
            && in_list(&scope.task_levels, &task.level)
            && in_list(&scope.complexities, &need.complexity)
            && in_list(&scope.competences, task.competence(need.complexity))
    };
    let mut rows = Vec::new();
    if kind.cell == Cell::Lender {
        for lender in &case.capacity {
            let key = lender.key();
            let counted =
                place_in(&key.place) && in_list(&scope.settings, &key.setting) && in_list(&scope.groups, &key.group);
            let mine = all(&|hours| match hours {
                Hours::Lent { pool, from, .. } if *from == key && counted => {
                    f64::from(u8::from(in_list(&scope.pools, &case.pools[*pool].id)))
                }
                _ => 0.0,
            });
            rows.push((mine, op, binding.limit() * case.care_hours(lender).0));
        }
        return rows;
    }
    for (place, setting, complexity) in cells {
        let in_cell = |need: &Need| {
            let same = kind.cell != Cell::PlaceSettingComplexity || need.complexity == *complexity;
            need.place == *place && need.setting == *setting && same
        };
        let mine = all(&|hours| match hours {
            Hours::Care { need, holding, .. } => {
                let (need, holding) = (&case.needs[*need], &case.holdings[*holding]);
                if !in_cell(need) || !need_in(need) {
                    return 0.0;
                }
                let counted = kind.counted == Counted::StaffCare
                    && in_list(&scope.groups, &holding.group)
                    && in_list(&scope.through, &holding.through);
                let share = if kind.share_of == ShareOf::StaffCare { binding.limit() } else { 0.0 };
                f64::from(u8::from(counted)) - share
            }
            Hours::Technology { need, technology } => {
                let (need, technology) = (&case.needs[*need], &case.technologies[*technology]);
                let counted = kind.counted == Counted::TechnologyHours && in_list(&scope.technologies, &technology.id);
                f64::from(u8::from(counted && in_cell(need) && need_in(need)))
            }
            _ => 0.0,
        });
        let right = if kind.share_of == ShareOf::Hours { binding.limit() } else { 0.0 };
        rows.push((mine, op, right));
    }
    rows
}

/// The optimum of every goal, in order.
fn goals(case: &Case, lifted: &BTreeSet<BindingId>) -> [f64; 4] {
    let peer = Peer::new(case, lifted);
    let sum = |weigh: &dyn Fn(&Hours) -> f64| -> Terms {
        let terms = peer.hours.iter().enumerate().map(|(at, (hours, _))| (at, weigh(hours)));
        terms.filter(|(_, weight)| *weight != 0.0).collect()
    };
    let price = |extra: usize| {
        let it = &case.extra_hours[extra];
        case.prices.iter().find(|price| price.group == it.group && price.kind == it.kind).unwrap().dkk_per_hour.value
    };
    let sums = [
        sum(&|hours| match hours {
            Hours::Unmet { need } => case.severity(&case.needs[*need].task, case.needs[*need].complexity),
            _ => 0.0,
        }),
        sum(&|hours| if let Hours::Extra(extra) = hours { price(*extra) } else { 0.0 }),
        sum(&|hours| match hours {
            Hours::Care { holding, .. } => f64::from(case.group(&case.holdings[*holding].group).level),
            _ => 0.0,
        }),
        peer.moved.iter().map(|&at| (at, 1.0)).collect(),
    ];
    let mut held: Vec<(Terms, f64)> = Vec::new();
    sums.map(|sum| {
        let least = peer.least(&held, &sum);
        held.push((sum, least));
        least
    })
}

/// Far apart beyond what holding earlier goals within 1e-7 explains.
fn differ(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() > 1e-3 * theirs.abs().max(1.0)
}

#[test]
fn every_goal_agrees_with_an_independent_programme_in_another_solver() {
    let mut differences = Vec::new();
    for seed in 0..300 {
        let case = random_case(seed);
        let matched = match_tasks(&case, &Options { threads: 1, ..Options::default() });
        let plan = matched.unwrap_or_else(|error| panic!("seed {seed}: {error}")).plan;
        let theirs = goals(&case, &BTreeSet::new());
        let it = plan.objective;
        let ours = [it.weighted_unmet, it.bought_dkk, it.level_hours, it.moved_hours];
        if ours.iter().zip(&theirs).any(|(&ours, &theirs)| differ(ours, theirs)) {
            differences.push(format!("seed {seed}: ours {ours:?}, theirs {theirs:?}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn each_lifted_binding_is_worth_what_a_fresh_programme_without_it_says() {
    let mut compared = 0;
    for seed in 0..120 {
        let case = random_case(seed);
        let options = Options { value_bindings: true, set_size: 2, threads: 1, ..Options::default() };
        let matched = match_tasks(&case, &options).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        let base = goals(&case, &BTreeSet::new());
        for value in &matched.binding_values {
            let without = goals(&case, &BTreeSet::from([value.binding.clone()]));
            let fresh = [base[0] - without[0], base[1] - without[1]];
            let agree = !differ(value.saved.weighted_unmet, fresh[0])
                && (value.saved.bought.0 - fresh[1]).abs() < 0.1 + 1e-3 * base[1];
            assert!(agree, "seed {seed}: {value:?}, fresh {fresh:?}");
            compared += 1;
        }
        if let Some(set) = matched.best_sets.last() {
            let without = goals(&case, &set.lifted.iter().cloned().collect());
            assert!(!differ(set.saved.weighted_unmet, base[0] - without[0]), "seed {seed}: {set:?}");
        }
    }
    assert!(compared > 200, "only {compared} bindings compared");
}
