//! Settings, complexities and tasks, as the inputs list them.

use super::input::{InputError, Row, rows};
use leon_model::{Complexity, ComplexityWeight, Setting, Task, TaskId, TaskLevel};
use std::path::Path;

pub(super) struct Catalogue {
    pub(super) settings: Vec<Setting>,
    pub(super) complexities: Vec<ComplexityWeight>,
    pub(super) tasks: Vec<Task>,
}

const SEVERITY: &str = "a-severity";

pub(super) fn read(inputs: &Path) -> Result<Catalogue, InputError> {
    Ok(Catalogue {
        settings: rows(inputs, "settings.csv")?.iter().map(setting).collect::<Result<_, _>>()?,
        complexities: rows(inputs, "complexities.csv")?.iter().map(complexity).collect::<Result<_, _>>()?,
        tasks: rows(inputs, "tasks.csv")?.iter().map(task).collect::<Result<_, _>>()?,
    })
}

impl Catalogue {
    /// The task with this id, if the inputs have it.
    pub(super) fn task(&self, id: &TaskId) -> Option<&Task> {
        self.tasks.iter().find(|it| it.id == *id)
    }
}

fn setting(row: &Row) -> Result<Setting, InputError> {
    Ok(Setting {
        id: row.word("id")?,
        name_da: row.word("name_da")?,
        name_en: row.word("name_en")?,
        sector: row.word("sector")?,
    })
}

fn complexity(row: &Row) -> Result<ComplexityWeight, InputError> {
    Ok(ComplexityWeight {
        complexity: row.parse("complexity", Complexity::parse)?,
        name_da: row.word("name_da")?,
        name_en: row.word("name_en")?,
        severity_factor: row.assumed(["severity_factor", "severity_factor_low", "severity_factor_high"], SEVERITY)?,
    })
}

fn task(row: &Row) -> Result<Task, InputError> {
    Ok(Task {
        id: row.word("id")?,
        name_da: row.word("name_da")?,
        name_en: row.word("name_en")?,
        level: row.parse("level", TaskLevel::parse)?,
        setting: None,
        fsiii: Some(row.text("fsiii")?).filter(|code| !code.is_empty()).map(str::to_owned),
        remote_possible: row.parse("remote_possible", |word| word.parse().ok())?,
        competence_low: row.word("competence_low")?,
        competence_medium: row.word("competence_medium")?,
        competence_high: row.word("competence_high")?,
        severity: row.assumed(["severity", "severity_low", "severity_high"], SEVERITY)?,
    })
}
