//! What the things of a case are called in the language spoken.

use crate::texts::Voice;
use leon_match::Who;
use leon_model::{
    BindingId, Case, CompetenceId, Complexity, GroupId, PlaceId, SettingId, Source, SourceId, StaffKey, TaskId,
    TechnologyId,
};

/// Names from a case's own tables. Ids must be of that case.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub case: &'a Case,
    pub voice: Voice,
}

impl<'a> Names<'a> {
    pub fn place(&self, id: &PlaceId) -> &'a str {
        &self.case.place(id).name
    }

    pub fn setting(&self, id: &SettingId) -> &'a str {
        let it = self.case.setting(id);
        self.voice.name(&it.name_da, &it.name_en)
    }

    pub fn task(&self, id: &TaskId) -> &'a str {
        let it = self.case.task(id);
        self.voice.name(&it.name_da, &it.name_en)
    }

    pub fn competence(&self, id: &CompetenceId) -> &'a str {
        let it = self.case.competence(id);
        self.voice.name(&it.name_da, &it.name_en)
    }

    pub fn group(&self, id: &GroupId) -> &'a str {
        let it = self.case.group(id);
        self.voice.name(&it.name_da, &it.name_en)
    }

    pub fn complexity(&self, complexity: Complexity) -> &'a str {
        let row = self.case.complexities.iter().find(|it| it.complexity == complexity);
        row.map_or(complexity.as_str(), |it| self.voice.name(&it.name_da, &it.name_en))
    }

    pub fn technology(&self, id: &'a TechnologyId) -> &'a str {
        let row = self.case.technologies.iter().find(|it| it.id == *id);
        row.map_or(id.as_str(), |it| self.voice.name(&it.name_da, &it.name_en))
    }

    pub fn binding(&self, id: &'a BindingId) -> &'a str {
        let row = self.case.bindings.iter().find(|it| it.id == *id);
        row.map_or(id.as_str(), |it| self.voice.name(&it.name_da, &it.name_en))
    }

    /// Who does it, in words: a group, a technology, or nobody.
    pub fn doer(&self, who: &'a Who) -> String {
        match who {
            Who::Group(id) => self.group(id).to_owned(),
            Who::Technology(id) => self.technology(id).to_owned(),
            Who::Unmet => self.voice.text("who-nobody"),
        }
    }

    /// A setting in a place, as `Aarhus, hjemmepleje`.
    pub fn staffed(&self, staff: &StaffKey) -> String {
        format!("{}, {}", self.place(&staff.place), lower_first(self.setting(&staff.setting)))
    }

    pub fn source(&self, id: &SourceId) -> Option<&'a Source> {
        self.case.sources.iter().find(|it| it.id == *id)
    }
}

/// A source in full: title, publisher, year, and where in it.
pub fn citation(source: &Source) -> String {
    let published = [source.publisher.as_str(), source.year.as_str()];
    let published = published.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    let parts = [source.title.as_str(), &published, &source.locator];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A name within a sentence. Abbreviations keep their capitals.
pub fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_cited_by_what_it_has() {
        let mut source = Source {
            id: "s".into(),
            title: "Kortlægning".into(),
            publisher: "Implement".into(),
            year: "2023".into(),
            locator: "figur 2.13".into(),
            url: String::new(),
        };
        assert_eq!(citation(&source), "Kortlægning, Implement 2023, figur 2.13");
        source.publisher.clear();
        source.locator.clear();
        assert_eq!(citation(&source), "Kortlægning, 2023");
    }

    #[test]
    fn a_name_in_a_sentence() {
        assert_eq!(lower_first("Hjemmepleje"), "hjemmepleje");
        assert_eq!(lower_first("SSA"), "SSA");
        assert_eq!(lower_first(""), "");
    }
}
