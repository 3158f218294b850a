//! Duties that no rule of a person tells apart: of each kind only the best on a day matters.

use crate::cost::Cost;
use crate::problem::{FREE, Over, Person, Problem, Weights};

/// Duties alike to all rules of a person; cover and the price of the day may still differ.
#[derive(Clone, Debug)]
pub(crate) struct Kind {
    /// One of them, which stands for all.
    pub duty: u8,
    /// By day: places in the person's choices.
    pub choices: Vec<Vec<u8>>,
}

/// The kinds of duties that a person can have.
pub(crate) fn kinds(problem: &Problem, person: &Person) -> Vec<Kind> {
    let alike = Alike::new(problem, person);
    let mut kinds: Vec<Kind> = Vec::new();
    for (day, choices) in person.choices.iter().enumerate() {
        for (place, choice) in choices.iter().enumerate() {
            let known = kinds.iter().position(|it| alike.are(it.duty, choice.duty));
            let kind = known.unwrap_or_else(|| {
                kinds.push(Kind { duty: choice.duty, choices: vec![Vec::new(); problem.days] });
                kinds.len() - 1
            });
            kinds[kind].choices[day].push(place as u8);
        }
    }
    kinds
}

/// The tables that tell duties apart.
struct Alike<'a> {
    /// Duty × duty.
    costs: Vec<&'a [Cost]>,
    breaks: Vec<&'a [bool]>,
    numbers: Vec<&'a [i32]>,
    duties: usize,
    /// By duty.
    colours: Vec<&'a [u8]>,
    weights: Vec<&'a Weights>,
}

impl<'a> Alike<'a> {
    fn new(problem: &'a Problem, person: &'a Person) -> Self {
        let once = |mut numbers: Vec<usize>| {
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        };
        let tables = once(person.successions.clone()).into_iter().map(|it| &problem.successions[it]);
        let costs = tables.flat_map(|it| [&it.next[..], &it.over_free[..]]).filter(|it| !it.is_empty()).collect();
        let breaks = once(person.rests.iter().flat_map(|it| it.breaks.iter().copied()).collect());
        let colourings = once(person.runs.iter().map(|it| it.colouring).collect());
        let (mut weights, mut numbers): (Vec<&Weights>, Vec<&[i32]>) = (Vec::new(), Vec::new());
        for total in &person.totals {
            match total.over {
                Over::Days { weights: it, .. } | Over::Blocks { weights: it, .. } => weights.push(&problem.weights[it]),
                Over::DaysOff { worth, .. } => {
                    numbers.extend([&problem.days_off[worth].single[..], &problem.days_off[worth].several[..]]);
                }
                Over::Steps { weights: it, .. } => numbers.push(&problem.step_weights[it]),
            }
        }
        Self {
            costs,
            breaks: breaks.into_iter().map(|it| &problem.breaks[it].is_long[..]).collect(),
            numbers,
            duties: problem.duties(),
            colours: colourings.into_iter().map(|it| &problem.colourings[it].colour_of[..]).collect(),
            weights,
        }
    }

    fn are(&self, a: u8, b: u8) -> bool {
        if a == b || a == FREE || b == FREE {
            return a == b;
        }
        let (a, b) = (usize::from(a), usize::from(b));
        self.costs.iter().all(|it| lines_are_alike(it, self.duties, a, b))
            && self.breaks.iter().all(|it| lines_are_alike(it, self.duties, a, b))
            && self.numbers.iter().all(|it| lines_are_alike(it, self.duties, a, b))
            && self.colours.iter().all(|it| it[a] == it[b])
            && self
                .weights
                .iter()
                .all(|it| it.by_duty[a] == it.by_duty[b] && it.on_days.values().all(|on_day| on_day[a] == on_day[b]))
    }
}

/// Whether a square table, with or without a line for what is not known, has the same numbers for two duties.
fn lines_are_alike<T: PartialEq>(table: &[T], duties: usize, a: usize, b: usize) -> bool {
    let width = if table.len() == duties * duties { duties } else { duties + 1 };
    let (rows, columns) = (|it: usize| [a * width + it, b * width + it], |it: usize| [it * width + a, it * width + b]);
    (0..width).flat_map(|it| [rows(it), columns(it)]).all(|[a, b]| table[a] == table[b])
}
