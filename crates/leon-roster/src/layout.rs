//! A problem laid out for speed: flat tables that a search looks up millions of times a second.

use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::{Choice, FREE, Over, Person, Problem, RunRule, UNKNOWN, Weights};
use std::collections::HashMap;

/// Days beside a row: two before it, two after.
pub(crate) const MARGIN: usize = 2;

/// What a duty costs that a person cannot have.
pub(crate) const NEVER: Cost = Cost::hard(1 << 24);

/// Numbers from 0 up to here have their price in a table.
const TABULATED: usize = 256;

/// Lists one after the other, by number.
#[derive(Clone, Debug)]
pub(crate) struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Lists<T> {
    fn new(lists: impl Iterator<Item = Vec<T>>) -> Self {
        let mut all = Self { starts: vec![0], items: Vec::new() };
        for list in lists {
            all.items.extend(list);
            all.starts.push(all.items.len() as u32);
        }
        all
    }

    #[inline]
    pub(crate) fn of(&self, index: usize) -> &[T] {
        &self.items[self.starts[index] as usize..self.starts[index + 1] as usize]
    }
}

/// Rules on runs of one person in one colouring.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RunsLine {
    /// Where the colours of the duties start in [`Layout::colours`].
    pub(crate) colours: u32,
    /// Where the rules of the colours start in [`Layout::run_rules`].
    pub(crate) rules: u32,
    pub(crate) before_colour: u8,
    pub(crate) before_length: u32,
    /// What was before is not known.
    pub(crate) is_open: bool,
    pub(crate) goes_on: bool,
}

/// The rule on days of rest of one person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RestLine {
    pub(crate) days: u32,
    pub(crate) before: u32,
    /// Where the breaks of the days start in [`Layout::rest_breaks`].
    pub(crate) breaks: u32,
    pub(crate) cost: Cost,
}

/// A total that a day adds to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DayTotal {
    /// Which of all totals.
    pub(crate) total: u32,
    /// Where the weights of the duties start in [`Layout::weights`].
    pub(crate) weights: u32,
}

/// A total that a block adds to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BlockTotal {
    pub(crate) total: u32,
    /// Index into [`Problem::weights`].
    pub(crate) weights: u32,
}

/// A total of what free days are worth.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OffTotal {
    /// Which of all totals.
    pub(crate) total: u32,
    /// Where the table of a single day starts in [`Layout::off_worth`]; that of several days follows it.
    pub(crate) worth: u32,
    pub(crate) before: u8,
}

/// A total that a step to a day adds to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StepTotal {
    /// Which of all totals.
    pub(crate) total: u32,
    /// Where the weights of the steps start in [`Layout::step_weights`].
    pub(crate) weights: u32,
}

#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) days: usize,
    pub(crate) people: usize,
    /// By person: what their own cost cannot be below.
    pub(crate) least: Vec<Cost>,
    /// By person: others who may do some of the same work.
    pub(crate) partners: Lists<u32>,
    /// Duties; the next number stands for what is not known.
    pub(crate) duties: usize,
    /// Days and margins.
    pub(crate) stride: usize,
    /// By person × day × duty.
    pub(crate) cells: Vec<Cost>,
    /// By person × day: duties that can be.
    pub(crate) choices: Lists<u8>,
    /// By duty: the duties of the same shift, itself among them.
    pub(crate) same_shift: Lists<u8>,
    /// By person × day: where the table of the step to this day starts in `next`; one more day at the end.
    pub(crate) steps: Vec<u32>,
    pub(crate) next: Vec<Cost>,
    /// Empty when no free day between matters.
    pub(crate) over_free: Vec<Cost>,
    pub(crate) runs: Lists<RunsLine>,
    pub(crate) colours: Vec<u8>,
    pub(crate) run_rules: Vec<RunRule>,
    pub(crate) rests: Lists<RestLine>,
    pub(crate) rest_breaks: Vec<u32>,
    pub(crate) is_long: Vec<bool>,
    /// By person × day.
    pub(crate) day_totals: Lists<DayTotal>,
    /// By person × block.
    pub(crate) block_totals: Lists<BlockTotal>,
    /// By person.
    pub(crate) off_totals: Lists<OffTotal>,
    pub(crate) off_worth: Vec<i32>,
    /// By person × day.
    pub(crate) step_totals: Lists<StepTotal>,
    pub(crate) step_weights: Vec<i32>,
    pub(crate) blocks: Vec<(usize, usize)>,
    /// By day: the block that it lies in, or `u32::MAX`.
    pub(crate) block_of: Vec<u32>,
    pub(crate) weights: Vec<i32>,
    /// By weights × day: where the weights of the duties start.
    pub(crate) weights_on: Vec<u32>,
    /// By total.
    pub(crate) total_start: Vec<i32>,
    pub(crate) total_curve: Vec<u32>,
    /// By person: where the covers of the days start, times days.
    pub(crate) cover_of: Vec<u32>,
    /// By cover × day × duty.
    pub(crate) gives: Lists<(u32, i32)>,
    pub(crate) demand_start: Vec<i32>,
    pub(crate) demand_curve: Vec<u32>,
    pub(crate) curves: Vec<Curve>,
    /// By curve: prices of 0 up to [`TABULATED`].
    pub(crate) prices: Vec<Cost>,
}

impl Layout {
    pub(crate) fn new(problem: &Problem) -> Self {
        let (days, people, duties) = (problem.days, problem.people.len(), problem.duties());
        check(problem);
        let mut curves = Curves::default();
        let mut cells = vec![NEVER; people * days * duties];
        for (line, choices) in problem.people.iter().flat_map(|it| &it.choices).enumerate() {
            choices.iter().for_each(|it| cells[line * duties + usize::from(it.duty)] = it.cost);
        }
        let all_days = || problem.people.iter().flat_map(|person| (0..days).map(move |day| (person, day)));
        let weights = FlatWeights::new(&problem.weights, days);
        let first_total = firsts(problem);
        let day_totals = all_days().enumerate().map(|(line, (person, day))| {
            let adds = |(index, total): (usize, &crate::problem::Total)| match total.over {
                Over::Days { first, end, weights: which } if (first..end).contains(&day) => Some(DayTotal {
                    total: (first_total[line / days] + index) as u32,
                    weights: weights.on[which * days + day],
                }),
                _ => None,
            };
            person.totals.iter().enumerate().filter_map(adds).collect()
        });
        let blocks = problem.blocks.len();
        let all_blocks = (0..people).flat_map(|person| (0..blocks).map(move |block| (person, block)));
        let block_totals = all_blocks.map(|(person, block)| {
            let adds = |(index, total): (usize, &crate::problem::Total)| match total.over {
                Over::Blocks { first, end, weights } if (first..end).contains(&block) => {
                    Some(BlockTotal { total: (first_total[person] + index) as u32, weights: weights as u32 })
                }
                _ => None,
            };
            problem.people[person].totals.iter().enumerate().filter_map(adds).collect()
        });
        let off_totals = problem.people.iter().enumerate().map(|(index, person)| {
            let adds = |(total, it): (usize, &crate::problem::Total)| match it.over {
                Over::DaysOff { worth, before } => Some(OffTotal {
                    total: (first_total[index] + total) as u32,
                    worth: (2 * worth * (duties + 1) * (duties + 1)) as u32,
                    before: if before == UNKNOWN { duties as u8 } else { before },
                }),
                _ => None,
            };
            person.totals.iter().enumerate().filter_map(adds).collect()
        });
        let off_totals = Lists::new(off_totals);
        let step_totals = Lists::new(all_days().enumerate().map(|(line, (person, day))| {
            let adds = |(index, total): (usize, &crate::problem::Total)| match total.over {
                Over::Steps { first, end, weights } if (first..end).contains(&day) => Some(StepTotal {
                    total: (first_total[line / days] + index) as u32,
                    weights: (weights * (duties + 1) * (duties + 1)) as u32,
                }),
                _ => None,
            };
            person.totals.iter().enumerate().filter_map(adds).collect()
        }));
        let step_weights = problem.step_weights.iter().flat_map(|it| widened(it, duties, 0)).collect();
        let off_worth = problem.days_off.iter().flat_map(|it| it.single.iter().chain(&it.several)).copied().collect();
        let totals = || problem.people.iter().flat_map(|it| &it.totals);
        let (run_lines, colours, run_rules) = runs(problem);
        let mut block_of = vec![u32::MAX; days];
        for (index, block) in problem.blocks.iter().enumerate() {
            block_of[block.first..block.end].fill(index as u32);
        }
        let mut rest_breaks = Vec::new();
        let width = duties + 1;
        let rests = Lists::new(problem.people.iter().map(|person| {
            let line = |it: &crate::problem::Rest| {
                let breaks = rest_breaks.len() as u32;
                rest_breaks.extend(it.breaks.iter().map(|table| (table * width * width) as u32));
                RestLine { days: it.days, before: it.before, breaks, cost: it.cost }
            };
            person.rests.iter().map(line).collect()
        }));
        let steps = |person: &Person| {
            let tables = person.successions.iter().map(|table| (table * width * width) as u32);
            tables.chain([(problem.successions.len() * width * width) as u32; 2]).collect::<Vec<_>>()
        };
        let has_gaps = problem.successions.iter().any(|it| !it.over_free.is_empty());
        let mut next: Vec<Cost> =
            problem.successions.iter().flat_map(|it| widened(&it.next, duties, Cost::ZERO)).collect();
        next.resize(next.len() + width * width, Cost::ZERO);
        let mut over_free: Vec<Cost> = if has_gaps {
            problem.successions.iter().flat_map(|it| widened(&it.over_free, duties, Cost::ZERO)).collect()
        } else {
            Vec::new()
        };
        over_free.resize(if has_gaps { next.len() } else { 0 }, Cost::ZERO);
        Self {
            days,
            people,
            least: problem.people.iter().map(|it| least(problem, it)).collect(),
            partners: partners(problem),
            duties,
            stride: days + 2 * MARGIN,
            choices: Lists::new(
                problem.people.iter().flat_map(|it| &it.choices).map(|it| it.iter().map(|c| c.duty).collect()),
            ),
            same_shift: Lists::new((0..duties).map(|d| {
                (0..duties as u8).filter(|e| problem.shift_of[usize::from(*e)] == problem.shift_of[d]).collect()
            })),
            cells,
            steps: problem.people.iter().flat_map(steps).collect(),
            next,
            over_free,
            runs: run_lines,
            colours,
            run_rules,
            rests,
            rest_breaks,
            is_long: problem.breaks.iter().flat_map(|it| widened(&it.is_long, duties, true)).collect(),
            day_totals: Lists::new(day_totals),
            block_totals: Lists::new(block_totals),
            off_totals,
            off_worth,
            step_totals,
            step_weights,
            blocks: problem.blocks.iter().map(|it| (it.first, it.end)).collect(),
            block_of,
            total_start: totals().map(|it| i32::try_from(it.start).expect("a total of reason")).collect(),
            total_curve: totals().map(|it| curves.number(&it.curve)).collect(),
            cover_of: problem.people.iter().map(|it| (it.cover * days) as u32).collect(),
            gives: Lists::new(problem.covers.iter().flat_map(|it| it.gives.iter().cloned())),
            demand_start: problem.demands.iter().map(|it| it.start).collect(),
            demand_curve: problem.demands.iter().map(|it| curves.number(&it.curve)).collect(),
            weights: weights.flat,
            weights_on: weights.on,
            prices: curves.prices(),
            curves: curves.list,
        }
    }

    /// The price of a number on a curve.
    #[inline]
    pub(crate) fn price(&self, curve: u32, number: i32) -> Cost {
        let at = number as usize;
        if at < TABULATED { self.prices[curve as usize * TABULATED + at] } else { self.beyond(curve, number) }
    }

    #[cold]
    fn beyond(&self, curve: u32, number: i32) -> Cost {
        self.curves[curve as usize].at(number.into())
    }

    #[inline]
    pub(crate) fn cell(&self, person: usize, day: usize, duty: u8) -> Cost {
        self.cells[(person * self.days + day) * self.duties + usize::from(duty)]
    }

    #[inline]
    pub(crate) fn may(&self, person: usize, day: usize, duty: u8) -> bool {
        self.cell(person, day, duty) != NEVER
    }

    #[inline]
    pub(crate) fn choices(&self, person: usize, day: usize) -> &[u8] {
        self.choices.of(person * self.days + day)
    }

    #[inline]
    pub(crate) fn gives(&self, person: usize, day: usize, duty: u8) -> &[(u32, i32)] {
        self.gives.of((self.cover_of[person] as usize + day) * self.duties + usize::from(duty))
    }
}

/// A problem that does not fit together is a fault of who made it, not of a user's input.
fn check(problem: &Problem) {
    let (days, duties) = (problem.days, problem.duties());
    assert!(days > 0 && (1..usize::from(UNKNOWN)).contains(&duties), "a day and a duty");
    for person in &problem.people {
        assert!(person.choices.len() == days && person.successions.len() == days, "every day");
        assert!(person.choices.iter().all(|it| !it.is_empty()), "something to do each day");
    }
    assert!(problem.covers.iter().all(|it| it.gives.len() == days * duties), "every day and duty");
    assert!(problem.blocks.is_sorted_by_key(|it| it.first), "blocks in order");
    assert!(problem.blocks.windows(2).all(|pair| pair[0].end <= pair[1].first), "blocks apart");
}

/// What a person's own cost cannot be below: each day's cheapest duty, when nothing else can cost less than nothing.
fn least(problem: &Problem, person: &Person) -> Cost {
    let is_paid = |cost: &Cost| cost.breaches() < 0 || cost.price() < 0;
    let mut steps = problem.successions.iter().flat_map(|it| it.next.iter().chain(&it.over_free));
    let mut rules = person.runs.iter().flat_map(|it| &it.rules).flatten();
    if steps.any(is_paid)
        || rules.any(|it| is_paid(&it.short) || is_paid(&it.long))
        || person.rests.iter().any(|it| is_paid(&it.cost))
        || person.totals.iter().any(|it| it.curve.can_pay())
    {
        return NEVER.times(-1);
    }
    let cheapest = |choices: &Vec<Choice>| {
        let breaches = choices.iter().map(|it| it.cost.breaches()).min().unwrap_or(0);
        Cost::hard(breaches) + Cost::soft(choices.iter().map(|it| it.cost.price()).min().unwrap_or(0))
    };
    person.choices.iter().map(cheapest).sum()
}

/// By person: others who may have one of the same duties, on some day.
fn partners(problem: &Problem) -> Lists<u32> {
    let works = |person: &Person| {
        let mut works = vec![false; problem.duties()];
        person.choices.iter().flatten().for_each(|it| works[usize::from(it.duty)] |= it.duty != FREE);
        works
    };
    let works: Vec<Vec<bool>> = problem.people.iter().map(works).collect();
    let shares = |a: usize, b: usize| a != b && works[a].iter().zip(&works[b]).any(|(a, b)| *a && *b);
    let people = 0..problem.people.len();
    Lists::new(people.clone().map(|a| people.clone().filter(|&b| shares(a, b)).map(|b| b as u32).collect()))
}

/// The number of each person's first total.
fn firsts(problem: &Problem) -> Vec<usize> {
    let counts = problem.people.iter().map(|it| it.totals.len());
    counts.scan(0, |next, count| Some(std::mem::replace(next, *next + count))).collect()
}

/// A table by duty × duty, with a row and a column for what is not known.
fn widened<T: Copy>(table: &[T], duties: usize, unknown: T) -> Vec<T> {
    let cells = (0..=duties).flat_map(|a| (0..=duties).map(move |b| (a, b)));
    cells
        .map(|(a, b)| if a < duties && b < duties && !table.is_empty() { table[a * duties + b] } else { unknown })
        .collect()
}

fn runs(problem: &Problem) -> (Lists<RunsLine>, Vec<u8>, Vec<RunRule>) {
    let none = RunRule { least: 0, most: u32::MAX, ..RunRule::default() };
    let mut starts = Vec::new();
    let mut colours = Vec::new();
    for colouring in &problem.colourings {
        starts.push(colours.len() as u32);
        colours.extend(&colouring.colour_of);
    }
    let mut rules: Vec<RunRule> = Vec::new();
    let mut known: HashMap<Vec<RunRule>, u32> = HashMap::new();
    let lines = Lists::new(problem.people.iter().map(|person| {
        let line = |it: &crate::problem::Runs| {
            let own: Vec<RunRule> = it.rules.iter().map(|rule| rule.unwrap_or(none)).collect();
            let start = *known.entry(own).or_insert_with_key(|own| {
                rules.extend(own);
                (rules.len() - own.len()) as u32
            });
            let (before_colour, before_length) = it.before.unwrap_or((u8::MAX, 0));
            RunsLine {
                colours: starts[it.colouring],
                rules: start,
                before_colour,
                before_length,
                is_open: it.before.is_none(),
                goes_on: it.goes_on,
            }
        };
        person.runs.iter().map(line).collect()
    }));
    (lines, colours, rules)
}

/// Weights, with the duties' weights of each day that differs.
struct FlatWeights {
    flat: Vec<i32>,
    on: Vec<u32>,
}

impl FlatWeights {
    fn new(all: &[Weights], days: usize) -> Self {
        let mut made = Self { flat: Vec::new(), on: Vec::new() };
        for weights in all {
            let usual = made.put(&weights.by_duty);
            let first = made.on.len();
            made.on.resize(first + days, usual);
            for (day, by_duty) in &weights.on_days {
                made.on[first + day] = made.put(by_duty);
            }
        }
        made
    }

    fn put(&mut self, by_duty: &[i32]) -> u32 {
        self.flat.extend(by_duty);
        (self.flat.len() - by_duty.len()) as u32
    }
}

/// Curves, each kept once.
#[derive(Default)]
struct Curves {
    list: Vec<Curve>,
    known: HashMap<Curve, u32>,
}

impl Curves {
    fn number(&mut self, curve: &Curve) -> u32 {
        if let Some(&number) = self.known.get(curve) {
            return number;
        }
        self.list.push(curve.clone());
        self.known.insert(curve.clone(), self.list.len() as u32 - 1);
        self.list.len() as u32 - 1
    }

    fn prices(&self) -> Vec<Cost> {
        self.list.iter().flat_map(|curve| (0..TABULATED as i64).map(|number| curve.at(number))).collect()
    }
}

/// Everyone's row, with margins.
pub(crate) fn empty_rows(layout: &Layout, problem: &Problem) -> Vec<u8> {
    let mut rows = vec![FREE; layout.people * layout.stride];
    let unknown = layout.duties as u8;
    for (row, person) in rows.chunks_mut(layout.stride).zip(&problem.people) {
        let known = |duty: u8| if duty == UNKNOWN { unknown } else { duty };
        row[..MARGIN].copy_from_slice(&person.before.map(known));
        row[MARGIN + layout.days..].fill(unknown);
    }
    rows
}
