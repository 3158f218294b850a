//! Writes an instance.

use super::{Distances, Instance};
use std::fmt::Write as _;

/// Writes an instance, so that [`super::read_vrplib`] reads it back as it was.
///
/// A name takes one line; a break in it becomes a blank.
pub fn write_vrplib(instance: &Instance) -> String {
    let name = instance.name.replace('\n', " ");
    let mut text = format!(
        "NAME : {name}\nTYPE : VRPTW\nDIMENSION : {}\nVEHICLES : {}\nCAPACITY : {}\n",
        instance.nodes.len(),
        instance.vehicles,
        instance.capacity,
    );
    text.push_str(match instance.distances {
        Distances::Euclid(_) => "EDGE_WEIGHT_TYPE : EUC_2D\n",
        Distances::Matrix(_) => "EDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : FULL_MATRIX\n",
    });
    match &instance.distances {
        Distances::Euclid(points) => {
            section(&mut text, "NODE_COORD", points.iter().map(|(x, y)| format!("{x} {y}")));
        }
        Distances::Matrix(weights) => {
            text.push_str("EDGE_WEIGHT_SECTION\n");
            for row in weights {
                let row: Vec<String> = row.iter().map(f64::to_string).collect();
                let _ = writeln!(text, "{}", row.join(" "));
            }
        }
    }
    section(&mut text, "DEMAND", instance.nodes.iter().map(|it| it.demand.to_string()));
    section(&mut text, "TIME_WINDOW", instance.nodes.iter().map(|it| format!("{} {}", it.window.0, it.window.1)));
    section(&mut text, "SERVICE_TIME", instance.nodes.iter().map(|it| it.service_time.to_string()));
    text.push_str("DEPOT_SECTION\n1\n-1\nEOF\n");
    text
}

/// A section with a line for each node.
fn section(text: &mut String, name: &str, lines: impl Iterator<Item = String>) {
    let _ = writeln!(text, "{name}_SECTION");
    for (node, line) in (1..).zip(lines) {
        let _ = writeln!(text, "{node} {line}");
    }
}
