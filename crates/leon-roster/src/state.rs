//! A roster under change: the exact cost of an edit before it is made.
//!
//! A person's rules see the person's own days only, so an edit of two people is two edits of rows, and cover is where
//! they meet. Rows are priced without touching anything; demands are changed while they are priced, and changed back
//! when the edit is dropped.

mod days_off;
mod draft;
mod rests;
mod runs;
mod steps;
mod totals;

pub use draft::{Draft, Edit};

use crate::cost::Cost;
use crate::evaluate::evaluate_row;
use crate::layout::{Layout, MARGIN, empty_rows};
use crate::problem::Problem;
use crate::roster::Roster;

/// A roster under change.
#[derive(Debug)]
pub struct State<'p> {
    pub problem: &'p Problem,
    pub(crate) layout: Layout,
    rows: Vec<u8>,
    /// By person: their own cost, cover apart.
    row_costs: Vec<Cost>,
    /// By total: what it adds up to.
    totals: Vec<i32>,
    /// By demand: what it adds up to.
    demands: Vec<i32>,
    cost: Cost,
    /// Changes of people's own costs that the priced edit would make.
    row_changes: Vec<(u32, Cost)>,
    /// Changes of totals that the priced edit would make.
    total_changes: Vec<(u32, i32)>,
    /// By total: the change so far, while an edit is priced.
    total_change: Vec<i32>,
    /// Changes of demands that the priced edit has made.
    demand_changes: Vec<(u32, i32)>,
}

impl<'p> State<'p> {
    /// Everyone is free whenever they can be.
    pub fn new(problem: &'p Problem) -> Self {
        let layout = Layout::new(problem);
        let mut state = Self {
            problem,
            rows: empty_rows(&layout, problem),
            row_costs: Vec::new(),
            row_changes: Vec::new(),
            totals: Vec::new(),
            demands: Vec::new(),
            cost: Cost::ZERO,
            total_changes: Vec::new(),
            total_change: vec![0; layout.total_start.len()],
            demand_changes: Vec::new(),
            layout,
        };
        state.load(&Roster::idle(problem));
        state
    }

    /// Takes a roster over. Where a person cannot have a duty, the person is free, or has the first duty possible.
    pub fn load(&mut self, roster: &Roster) {
        let layout = &self.layout;
        self.totals.clone_from(&layout.total_start);
        self.demands.clone_from(&layout.demand_start);
        let idle = Roster::idle(self.problem);
        for person in 0..layout.people {
            for day in 0..layout.days {
                let wanted = roster.get(person, day);
                let may = usize::from(wanted) < layout.duties && layout.may(person, day, wanted);
                let duty = if may { wanted } else { idle.get(person, day) };
                self.rows[person * layout.stride + MARGIN + day] = duty;
                for &(demand, amount) in layout.gives(person, day, duty) {
                    self.demands[demand as usize] += amount;
                }
                for add in layout.day_totals.of(person * layout.days + day) {
                    self.totals[add.total as usize] += layout.weights[add.weights as usize + usize::from(duty)];
                }
            }
            for day in 0..layout.days {
                let at = person * layout.stride + MARGIN + day;
                for add in layout.step_totals.of(person * layout.days + day) {
                    self.totals[add.total as usize] += layout.step_weight(add, self.rows[at - 1], self.rows[at]);
                }
            }
            for line in layout.off_totals.of(person) {
                let row = &self.rows[person * layout.stride + MARGIN..][..layout.days];
                self.totals[line.total as usize] += layout.days_off(line, row, 0, row);
            }
            for block in 0..layout.blocks.len() {
                for add in layout.block_totals.of(person * layout.blocks.len() + block) {
                    let row = &self.rows[person * layout.stride + MARGIN..][..layout.days];
                    self.totals[add.total as usize] += i32::from(layout.is_worked(block, add.weights, row));
                }
            }
        }
        let row_cost = |person| evaluate_row(self.problem, person, self.row(person));
        self.row_costs = (0..layout.people).map(row_cost).collect();
        self.cost = self.recomputed();
    }

    /// The roster as it stands.
    pub fn roster(&self) -> Roster {
        let mut roster = Roster::idle(self.problem);
        self.copy_to(&mut roster);
        roster
    }

    /// Writes the roster as it stands into another of the same problem.
    pub(crate) fn copy_to(&self, roster: &mut Roster) {
        for person in 0..self.layout.people {
            roster.row_mut(person).copy_from_slice(self.row(person));
        }
    }

    /// What the roster costs.
    pub fn cost(&self) -> Cost {
        self.cost
    }

    /// What the roster costs, from the start.
    pub fn recomputed(&self) -> Cost {
        crate::evaluate::evaluate(self.problem, &self.roster())
    }

    /// What a person does, day by day.
    #[inline]
    pub fn row(&self, person: usize) -> &[u8] {
        &self.rows[person * self.layout.stride + MARGIN..][..self.layout.days]
    }

    /// What a demand adds up to.
    pub fn demand(&self, demand: usize) -> i32 {
        self.demands[demand]
    }

    /// By how much an edit would change the cost. It must then be made ([`State::make`]) or dropped
    /// ([`State::drop_edit`]).
    pub fn price(&mut self, draft: &Draft) -> Cost {
        self.price_within(draft, 0, i64::MAX).expect("anything goes")
    }

    /// Makes an edit when it raises the cost by at most `most`, a breach counting as `breach`.
    #[inline]
    pub fn try_edit(&mut self, draft: &Draft, breach: i64, most: i64) -> bool {
        let Some(change) = self.price_within(draft, breach, most) else { return false };
        if change.weighed(breach) > most {
            self.drop_edit();
            return false;
        }
        self.make(draft, change);
        true
    }

    /// The price of an edit; `None`, and nothing to drop, as soon as it is sure to be more than `most`: no person's
    /// own cost can sink below its least.
    #[inline]
    fn price_within(&mut self, draft: &Draft, breach: i64, most: i64) -> Option<Cost> {
        self.total_changes.clear();
        self.demand_changes.clear();
        self.row_changes.clear();
        let mut cost = Cost::ZERO;
        let mut hope: i64 = 0;
        if most < i64::MAX {
            hope = draft
                .edits()
                .map(|it| (self.row_costs[it.person] - self.layout.least[it.person]).weighed(breach))
                .sum();
        }
        if !draft.keeps_cover {
            for edit in draft.edits() {
                cost += self.change_cover(edit.person, edit.first, edit.duties);
            }
            if most < i64::MAX && cost.weighed(breach) - hope > most {
                self.drop_edit();
                return None;
            }
        }
        for edit in draft.edits() {
            let room = if most < i64::MAX { most + hope - cost.weighed(breach) } else { i64::MAX };
            let change = if room < 0 { None } else { self.price_row(edit, breach, room) };
            let Some(change) = change else {
                self.drop_edit();
                return None;
            };
            cost += change;
            self.row_changes.push((edit.person as u32, change));
            if most < i64::MAX {
                hope -= (self.row_costs[edit.person] - self.layout.least[edit.person]).weighed(breach);
            }
        }
        Some(cost)
    }

    /// The change of one person's own cost; `None` as soon as the rules looked at so far cost more than `room` together.
    #[inline]
    fn price_row(&mut self, edit: Edit, breach: i64, room: i64) -> Option<Cost> {
        let Edit { person, first, duties } = edit;
        let layout = &self.layout;
        let row = &self.rows[person * layout.stride..][..layout.stride];
        let mut cost = layout.step_change(person, row, first, duties);
        if cost.weighed(breach) > room {
            return None;
        }
        for line in layout.runs.of(person) {
            cost += layout.run_change(line, row, first, duties);
            if cost.weighed(breach) > room {
                return None;
            }
        }
        for line in layout.rests.of(person) {
            cost += layout.rest_change(line, row, first, duties);
        }
        cost += self.price_totals(person, first, duties);
        (cost.weighed(breach) <= room).then_some(cost)
    }

    /// Changes demands, and says by how much their cost changes.
    #[inline]
    fn change_cover(&mut self, person: usize, first: usize, duties: &[u8]) -> Cost {
        let Self { layout, rows, demands, demand_changes, .. } = self;
        let row = &rows[person * layout.stride + MARGIN + first..][..duties.len()];
        let mut cost = Cost::ZERO;
        let mut add = |demand: u32, amount: i32| {
            let total = &mut demands[demand as usize];
            let curve = layout.demand_curve[demand as usize];
            cost -= layout.price(curve, *total);
            *total += amount;
            cost += layout.price(curve, *total);
            demand_changes.push((demand, amount));
        };
        for (index, (&old, &new)) in row.iter().zip(duties).enumerate() {
            if old != new {
                layout.gives(person, first + index, old).iter().for_each(|&(demand, amount)| add(demand, -amount));
                layout.gives(person, first + index, new).iter().for_each(|&(demand, amount)| add(demand, amount));
            }
        }
        cost
    }

    /// Makes the edit that was priced last.
    pub fn make(&mut self, draft: &Draft, change: Cost) {
        for edit in draft.edits() {
            let at = edit.person * self.layout.stride + MARGIN + edit.first;
            self.rows[at..at + edit.duties.len()].copy_from_slice(edit.duties);
        }
        for &(person, change) in &self.row_changes {
            self.row_costs[person as usize] += change;
        }
        for &(total, change) in &self.total_changes {
            self.totals[total as usize] += change;
        }
        self.cost += change;
    }

    /// Drops the edit that was priced last.
    #[inline]
    pub fn drop_edit(&mut self) {
        for &(demand, amount) in &self.demand_changes {
            self.demands[demand as usize] -= amount;
        }
    }
}
