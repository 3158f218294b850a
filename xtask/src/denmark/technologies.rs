//! Technologies: every claim as it was made, and an effect where a source gives something to plan with.

use super::input::{InputError, Row, rows};
use leon_model::{Effect, EvidenceClass, Figure, SourceId, Technology};
use std::collections::HashMap;
use std::path::Path;

pub(super) fn read(inputs: &Path) -> Result<Vec<Technology>, InputError> {
    let mut effects: HashMap<(String, String), Figure> = HashMap::new();
    for row in rows(inputs, "technology_effects.csv")? {
        effects.insert((row.word("technology")?, row.word("figure")?), row.figure()?);
    }
    rows(inputs, "technologies.csv")?.iter().map(|row| technology(row, &effects)).collect()
}

fn technology(row: &Row, effects: &HashMap<(String, String), Figure>) -> Result<Technology, InputError> {
    let source: SourceId = row.word("source")?;
    let claim = |fte| Figure::exact(fte, EvidenceClass::Claim, source.clone());
    Ok(Technology {
        id: row.word("id")?,
        name_da: row.word("name_da")?,
        name_en: row.word("name_en")?,
        sector: row.word("sector")?,
        maturity: Some(row.assumed(["maturity", "maturity_low", "maturity_high"], "a-maturity")?),
        claimed_fte: row.optional_number("claimed_fte")?.map(claim),
        tasks: row.list("tasks")?,
        settings: row.list("settings")?,
        complexities: Vec::new(),
        effect: effect(row, effects)?,
    })
}

/// The technology's effect, when a group is named that pays its hours.
fn effect(row: &Row, effects: &HashMap<(String, String), Figure>) -> Result<Option<Effect>, InputError> {
    if row.text("own_hours_group")?.is_empty() {
        return Ok(None);
    }
    let id: String = row.word("id")?;
    let figure = |name: &str| {
        let found = effects.get(&(id.clone(), name.to_owned())).cloned();
        found.ok_or_else(|| row.wrong("own_hours_group", format!("technology_effects.csv has no {name} for {id}")))
    };
    Ok(Some(Effect {
        eligible_share: figure("eligible_share")?,
        adoption: figure("adoption")?,
        freed_share: figure("freed_share")?,
        own_hours_share: figure("own_hours_share")?,
        own_hours_group: row.word("own_hours_group")?,
    }))
}
