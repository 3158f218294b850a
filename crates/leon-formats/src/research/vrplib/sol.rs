//! A solution: the routes and what they cost.

use crate::cause::Cause;
use crate::research::ResearchProblem;
use crate::research::problem::{Found, other_kind, within_reach};
use crate::shown::shown;
use std::fmt::Write as _;

/// What stands in a `.sol` file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sol {
    /// The customers of each route in order, numbered from 1: customer k is `nodes[k]` of the instance.
    pub routes: Vec<Vec<usize>>,
    /// What the file says that the routes cost.
    pub cost: Option<f64>,
}

/// Writes routes and their cost. Routes without customers are left out, for they are not driven.
///
/// ```
/// use leon_formats::research::{read_sol, write_sol};
/// let text = write_sol(&[vec![2, 1], vec![], vec![3]], 12.5);
/// assert_eq!(text, "Route #1: 2 1\nRoute #2: 3\nCost 12.5\n");
/// assert_eq!(read_sol(&text).unwrap().routes, [vec![2, 1], vec![3]]);
/// ```
pub fn write_sol(routes: &[Vec<usize>], cost: f64) -> String {
    let mut text = String::new();
    for (number, route) in (1..).zip(routes.iter().filter(|it| !it.is_empty())) {
        let customers: Vec<String> = route.iter().map(usize::to_string).collect();
        let _ = writeln!(text, "Route #{number}: {}", customers.join(" "));
    }
    let _ = writeln!(text, "Cost {cost}");
    text
}

/// Reads a solution. Whether it keeps the rules of an instance is for a checker to say.
///
/// # Errors
/// Every problem at once: a line that is neither a route nor the cost, or a customer that is no number from 1.
pub fn read_sol(text: &str) -> Result<Sol, Vec<ResearchProblem>> {
    let mut found = Found::default();
    let mut sol = Sol::default();
    for (number, line) in (1..).zip(text.strip_prefix('\u{feff}').unwrap_or(text).lines()) {
        let line = line.trim();
        if let Some(customers) = route(line) {
            sol.routes.push(customers.split_whitespace().filter_map(|it| customer(it, number, &mut found)).collect());
        } else if let Some(value) = after_word(line, "cost") {
            let value = value.trim_start_matches(':').trim();
            let cost = value.parse().ok().filter(|it: &f64| it.is_finite());
            match cost.ok_or_else(|| other_kind(value, "123.4")).and_then(within_reach) {
                Ok(cost) => sol.cost = Some(cost),
                Err(cause) => found.at_line(number, cause),
            }
        } else if !line.is_empty() {
            found.at_line(number, Cause::RouteLineUnknown { line: shown(line) });
        }
    }
    found.into_result(Some(sol))
}

/// The customers of a line such as `Route #3: 1 2`.
fn route(line: &str) -> Option<&str> {
    let (number, customers) = after_word(line, "route")?.split_once(':')?;
    let number = number.trim().trim_start_matches('#').trim();
    number.bytes().all(|it| it.is_ascii_digit()).then_some(customers)
}

/// What follows a word at the start of a line, in capitals or not.
fn after_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = line.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then(|| rest.trim_start())
}

fn customer(text: &str, line: usize, found: &mut Found) -> Option<usize> {
    let customer = text.parse().ok().filter(|it| *it > 0);
    if customer.is_none() {
        found.at_line(line, other_kind(text, "3"));
    }
    customer
}
