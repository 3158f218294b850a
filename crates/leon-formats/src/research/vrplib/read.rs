//! Reads an instance.

use super::{Distances, Instance, Node};
use crate::cause::Cause;
use crate::research::ResearchProblem;
use crate::research::problem::{Found, other_kind, within_reach};
use crate::shown::shown;
use leon_model::looks_like_cpr;
use std::collections::BTreeMap;

/// Specifications that say nothing about the problem itself.
const REMARKS: &[&str] = &["COMMENT", "TYPE", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE"];

/// Specifications that are read.
const SPECIFICATIONS: &[&str] =
    &["NAME", "DIMENSION", "VEHICLES", "CAPACITY", "SERVICE_TIME", "EDGE_WEIGHT_TYPE", "EDGE_WEIGHT_FORMAT"];

/// Sections that are read.
const SECTIONS: &[&str] = &["NODE_COORD", "DEMAND", "TIME_WINDOW", "SERVICE_TIME", "DEPOT", "EDGE_WEIGHT"];

/// Reads an instance with one depot (node 1), `EUC_2D` or an explicit full matrix, and time windows.
///
/// # Errors
/// Every problem at once: a line, section or number that cannot be read; a node that is missing, unknown or
/// stands twice; a window that ends before it begins; a demand above the capacity; several depots; a rule
/// that Leon does not reckon with in these files, such as backhauls or a longest route.
pub fn read_vrplib(text: &str) -> Result<Instance, Vec<ResearchProblem>> {
    let mut file = File::default();
    let mut found = Found::default();
    file.split(text, &mut found);
    let instance = file.instance(&mut found);
    found.into_result(instance)
}

/// The numbers on a line of a section.
struct Line {
    number: usize,
    values: Vec<f64>,
}

/// A section: the lines under its title.
struct Section {
    title: usize,
    lines: Vec<Line>,
    /// Whether every line could be read; if not, that is reported, and how many there are is not.
    read: bool,
}

/// A file as specifications and sections.
#[derive(Default)]
struct File<'a> {
    specifications: BTreeMap<&'a str, (usize, &'a str)>,
    sections: BTreeMap<&'a str, Section>,
}

impl<'a> File<'a> {
    fn split(&mut self, text: &'a str, found: &mut Found) {
        let mut section = None;
        for (number, line) in (1..).zip(text.strip_prefix('\u{feff}').unwrap_or(text).lines()) {
            let line = line.trim();
            if line == "EOF" {
                break;
            }
            if line.is_empty() {
                continue;
            }
            let title = line.strip_suffix(':').unwrap_or(line).trim_end();
            if let Some(name) = title.strip_suffix("_SECTION").filter(|it| !it.contains(':')) {
                // The lines of a section that is not read are passed over; the title is reported.
                section = Some(if self.open(name, number, found) { name } else { "" });
            } else if let Some((key, value)) = line.split_once(':') {
                section = None;
                self.specify(key.trim(), value.trim(), number, found);
            } else if let Some(section) = section.and_then(|it| self.sections.get_mut(it)) {
                let values = line.split_whitespace().map(number_in).collect::<Result<_, _>>();
                match values {
                    Ok(values) => section.lines.push(Line { number, values }),
                    Err(cause) => {
                        section.read = false;
                        found.at_line(number, cause);
                    }
                }
            } else if section.is_none() {
                found.at_line(number, Cause::LineUnknown { line: shown(line) });
            }
        }
    }

    /// Opens a section, or reports why its lines are not to be read.
    fn open(&mut self, name: &'a str, number: usize, found: &mut Found) -> bool {
        if !SECTIONS.contains(&name) {
            found.at_line(number, Cause::RuleUnknown { key: shown(&format!("{name}_SECTION")) });
        } else if let Some(first) = self.sections.get(name) {
            let cause = Cause::Duplicate { id: format!("{name}_SECTION"), first_row: first.title.to_string() };
            found.at_line(number, cause);
        } else {
            self.sections.insert(name, Section { title: number, lines: Vec::new(), read: true });
            return true;
        }
        false
    }

    fn specify(&mut self, key: &'a str, value: &'a str, number: usize, found: &mut Found) {
        if looks_like_cpr(value) && ["NAME", "COMMENT"].contains(&key) {
            found.at_line(number, Cause::CprLike {});
        }
        if REMARKS.contains(&key) {
            return;
        }
        if !SPECIFICATIONS.contains(&key) {
            found.at_line(number, Cause::RuleUnknown { key: shown(key) });
        } else if let Some((first, _)) = self.specifications.get(key) {
            found.at_line(number, Cause::Duplicate { id: key.to_owned(), first_row: first.to_string() });
        } else {
            self.specifications.insert(key, (number, value));
        }
    }

    fn instance(&self, found: &mut Found) -> Option<Instance> {
        let name = self.specifications.get("NAME").map(|(_, name)| (*name).to_owned()).unwrap_or_default();
        let dimension = self.whole("DIMENSION", "101", true, found);
        let vehicles = self.whole("VEHICLES", "25", false, found);
        let capacity = self.amount("CAPACITY", "200", true, found);
        let stay = self.amount("SERVICE_TIME", "10", false, found);
        let dimension = dimension?;
        self.depot(found);
        let demands = self.amounts("DEMAND", dimension, found);
        let windows = self.windows(dimension, found);
        let stays = if self.sections.contains_key("SERVICE_TIME") {
            self.amounts("SERVICE_TIME", dimension, found)
        } else {
            // The one of the specification holds for customers alone.
            (0..demands.len()).map(|it| if it == 0 { 0.0 } else { stay.unwrap_or_default() }).collect()
        };
        let distances = self.distances(dimension, found);
        self.demands_fit(capacity?, found);
        let node = |((demand, window), service_time)| Node { demand, window, service_time };
        let nodes: Vec<Node> = demands.into_iter().zip(windows).zip(stays).map(node).collect();
        let whole = nodes.len() == dimension;
        let vehicles = vehicles.unwrap_or(dimension);
        whole.then_some(Instance { name, vehicles, capacity: capacity?, nodes, distances: distances? })
    }

    /// The value of a specification; reported when it is required and not there.
    fn value(&self, key: &str, example: &str, required: bool, found: &mut Found) -> Option<(usize, &'a str)> {
        let value = self.specifications.get(key).copied();
        if value.is_none() && required {
            found.at_line(None, missing(key, format!("{key} : {example}")));
        }
        value
    }

    /// A whole number from 1 up.
    fn whole(&self, key: &str, example: &str, required: bool, found: &mut Found) -> Option<usize> {
        let (line, value) = self.value(key, example, required, found)?;
        let whole = value.parse().ok().filter(|it| *it > 0);
        if whole.is_none() {
            found.at_line(line, other_kind(value, example));
        }
        whole
    }

    /// A number from 0 up.
    fn amount(&self, key: &str, example: &str, required: bool, found: &mut Found) -> Option<f64> {
        let (line, value) = self.value(key, example, required, found)?;
        number_in(value).and_then(not_negative).map_err(|cause| found.at_line(line, cause)).ok()
    }

    /// The lines of a section; reported when it is not there.
    fn lines(&self, section: &str, example: &str, found: &mut Found) -> &[Line] {
        let lines = self.sections.get(section);
        if lines.is_none() {
            let title = format!("{section}_SECTION");
            found.at_line(None, missing(&title, format!("{title} / {example}")));
        }
        lines.map(|it| it.lines.as_slice()).unwrap_or_default()
    }

    /// The numbers of each node in a section, `count` after the node's own.
    fn of_nodes(&self, section: &str, count: usize, dimension: usize, found: &mut Found) -> Vec<(usize, &[f64])> {
        let example = if count == 1 { "1 0" } else { "1 0 60" };
        let lines = self.lines(section, example, found);
        let mut rows: BTreeMap<usize, (usize, &[f64])> = BTreeMap::new();
        for line in lines {
            let Some((node, values)) = line.values.split_first().filter(|(_, values)| values.len() == count) else {
                found.at_line(line.number, Cause::CountDiffers { found: line.values.len(), expected: 1 + count });
                continue;
            };
            let known = node.fract() == 0.0 && *node >= 1.0 && *node <= dimension as f64;
            if !known {
                found.at_line(line.number, Cause::NotListed { id: node.to_string(), list: format!("1 … {dimension}") });
            } else if let Some((first, _)) = rows.get(&(*node as usize)) {
                let cause = Cause::Duplicate { id: node.to_string(), first_row: first.to_string() };
                found.at_line(line.number, cause);
            } else {
                rows.insert(*node as usize, (line.number, values));
            }
        }
        self.counted(section, lines.len(), dimension, found);
        rows.into_values().collect()
    }

    /// Reports a section that does not have what it should. Whether it does.
    fn counted(&self, section: &str, count: usize, expected: usize, found: &mut Found) -> bool {
        if let Some(section) = self.sections.get(section).filter(|it| it.read && count != expected) {
            found.at_line(section.title, Cause::CountDiffers { found: count, expected });
        }
        count == expected
    }

    fn amounts(&self, section: &str, dimension: usize, found: &mut Found) -> Vec<f64> {
        let rows = self.of_nodes(section, 1, dimension, found);
        let mut amount =
            |(line, values): (usize, &[f64])| not_negative(values[0]).map_err(|cause| found.at_line(line, cause)).ok();
        rows.into_iter().filter_map(&mut amount).collect()
    }

    fn windows(&self, dimension: usize, found: &mut Found) -> Vec<(f64, f64)> {
        let rows = self.of_nodes("TIME_WINDOW", 2, dimension, found);
        for (line, values) in &rows {
            if values[1] < values[0] {
                found.at_line(*line, Cause::IntervalReversed { from: values[0], to: values[1] });
            }
        }
        rows.into_iter().map(|(_, values)| (values[0], values[1])).collect()
    }

    fn demands_fit(&self, capacity: f64, found: &mut Found) {
        for line in self.sections.get("DEMAND").iter().flat_map(|it| &it.lines) {
            if let [node, demand] = line.values[..]
                && node != 1.0
                && demand > capacity
            {
                found.at_line(line.number, Cause::DemandAboveCapacity { demand, capacity });
            }
        }
    }

    fn depot(&self, found: &mut Found) {
        let Some(section) = self.sections.get("DEPOT").filter(|it| it.read) else { return };
        let depots: Vec<f64> =
            section.lines.iter().flat_map(|it| &it.values).copied().take_while(|it| *it != -1.0).collect();
        if depots != [1.0] {
            let depots = depots.iter().map(f64::to_string).collect::<Vec<_>>().join(" ");
            found.at_line(section.title, Cause::NotOneDepot { depots: shown(&format!("({depots})")) });
        }
    }

    fn distances(&self, dimension: usize, found: &mut Found) -> Option<Distances> {
        let (line, kind) = self.value("EDGE_WEIGHT_TYPE", "EUC_2D", true, found)?;
        match kind {
            "EUC_2D" => {
                let rows = self.of_nodes("NODE_COORD", 2, dimension, found);
                Some(Distances::Euclid(rows.into_iter().map(|(_, values)| (values[0], values[1])).collect()))
            }
            "EXPLICIT" => self.matrix(dimension, found).map(Distances::Matrix),
            _ => {
                found.at_line(line, other_kind(kind, "EUC_2D, EXPLICIT"));
                None
            }
        }
    }

    /// The numbers of a full matrix, however they are broken into lines.
    fn matrix(&self, dimension: usize, found: &mut Found) -> Option<Vec<Vec<f64>>> {
        let (line, format) = self.value("EDGE_WEIGHT_FORMAT", "FULL_MATRIX", true, found)?;
        if format != "FULL_MATRIX" {
            found.at_line(line, other_kind(format, "FULL_MATRIX"));
            return None;
        }
        let mut weights = Vec::new();
        let mut wrong = false;
        for line in self.lines("EDGE_WEIGHT", "0 5 / 5 0", found) {
            for value in &line.values {
                wrong |= not_negative(*value).map_err(|cause| found.at_line(line.number, cause)).is_err();
                weights.push(*value);
            }
        }
        wrong |= !self.counted("EDGE_WEIGHT", weights.len(), dimension.saturating_mul(dimension), found);
        (!wrong).then(|| weights.chunks(dimension).map(<[f64]>::to_vec).collect())
    }
}

fn missing(key: &str, example: String) -> Cause {
    Cause::KeyMissing { key: key.to_owned(), example }
}

fn number_in(text: &str) -> Result<f64, Cause> {
    let number = text.parse().ok().filter(|it: &f64| it.is_finite());
    number.ok_or_else(|| other_kind(text, "12.5")).and_then(within_reach)
}

fn not_negative(value: f64) -> Result<f64, Cause> {
    if value < 0.0 { Err(Cause::Negative { value }) } else { Ok(value) }
}
