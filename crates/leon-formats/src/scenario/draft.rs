//! A scenario as it is put together from a few choices, written as the file that says the same.

use leon_model::{BindingId, GroupId, SourceId, TechnologyId};
use std::fmt::Write;

/// Years from 10 to 90 percent of those who take a technology up, where nobody says otherwise.
const YEARS_10_TO_90: f64 = 8.0;

/// What is chosen. Every figure is known to the point; its source is one of the case's.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub name: String,
    pub source: SourceId,
    pub technologies: Vec<DraftTechnology>,
    /// Bindings that are lifted, each from its year on.
    pub lifts: Vec<(BindingId, u32)>,
    /// So many more who begin each year, from that year on.
    pub education: Vec<(GroupId, f64, u32)>,
    /// By so much a year less care is needed for the same, from that year on.
    pub productivity: Option<(f64, u32)>,
}

/// A technology that is taken up.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftTechnology {
    pub id: TechnologyId,
    /// At its claim, and not with the case's effect.
    pub at_claim: bool,
    /// Share that takes it up in the end.
    pub ceiling: f64,
    pub from: u32,
    /// When half of them have.
    pub half: u32,
}

/// A text in quotes. TOML escapes it as JSON does; characters that control are left out, for DEL stands in JSON as it is.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|it| !it.is_control()).collect();
    serde_json::Value::from(plain).to_string()
}

impl Draft {
    /// The scenario's file, to be read as any other.
    pub fn toml(&self) -> String {
        let figure = |value: f64| {
            // TOML tells numbers with a point from those without; a figure is one with.
            format!("{{ value = {value:?}, evidence = \"assumption\", source = {} }}", quoted(self.source.as_str()))
        };
        let name = quoted(&self.name);
        let mut text = format!("name_da = {name}\nname_en = {name}\n");
        let mut entry = |lines: &[(&str, String)], list: &str| {
            write!(text, "\n[[{list}]]\n").expect("writing to a string");
            lines.iter().for_each(|(field, value)| writeln!(text, "{field} = {value}").expect("writing to a string"));
        };
        for it in &self.technologies {
            let effect = format!("{{ from = \"{}\" }}", if it.at_claim { "claim" } else { "case" });
            let DraftTechnology { from, half, .. } = it;
            let adoption = format!(
                "{{ curve = \"logistic\", from = {from}, half = {half}, years_10_to_90 = {YEARS_10_TO_90:?} }}"
            );
            let id = quoted(it.id.as_str());
            let lines =
                [("technology", id), ("effect", effect), ("ceiling", figure(it.ceiling)), ("adoption", adoption)];
            entry(&lines, "technology");
        }
        for (binding, from) in &self.lifts {
            entry(&[("binding", quoted(binding.as_str())), ("from", from.to_string())], "lift");
        }
        for (group, more, from) in &self.education {
            let group = quoted(group.as_str());
            let lines = [("staff_group", group), ("from", from.to_string()), ("intake_change", figure(*more))];
            entry(&lines, "education");
        }
        if let Some((share, from)) = self.productivity {
            entry(&[("from", from.to_string()), ("per_year", figure(-share))], "need");
        }
        text
    }
}
