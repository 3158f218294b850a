//! What is asked of a study: which measures, on which days or rosters.

use crate::texts::Voice;
use leon_measure::{Kind, PeriodSample, SampleOptions, StudyOptions};
use leon_model::{Case, Figure, GroupId, Measure, PlaceId};

/// What is planned twice.
pub enum Sampled {
    /// Made-up days.
    Days(SampleOptions),
    /// Days from files, by their SHA-256.
    Given { municipality: PlaceId, hashes: Vec<String>, synthetic: bool },
    /// Made-up periods of shifts.
    Rosters(PeriodSample),
}

/// Measures, and what they are to be planned on.
pub struct Question<'a> {
    pub case: &'a Case,
    pub measures: Vec<&'a Measure>,
    pub sampled: Sampled,
    pub options: StudyOptions,
    pub voice: Voice,
}

impl Question<'_> {
    /// The measures' names, one after the other.
    pub fn name(&self) -> String {
        let names = self.measures.iter().map(|it| self.voice.name(&it.name_da, &it.name_en));
        names.collect::<Vec<_>>().join(" + ")
    }

    /// The measures' ids, for names of files.
    pub(super) fn id(&self) -> String {
        self.measures.iter().map(|it| it.id.to_string()).collect::<Vec<_>>().join("+")
    }

    pub(super) fn group(&self, id: &GroupId) -> String {
        let group = self.case.staff_groups.iter().find(|it| it.id == *id);
        group.map_or_else(|| id.to_string(), |it| self.voice.name(&it.name_da, &it.name_en).to_owned())
    }

    /// What was planned twice, as results name it.
    pub(super) fn planned(&self) -> &'static str {
        match self.sampled {
            Sampled::Rosters(_) => "rosters",
            _ => "days",
        }
    }

    /// Minutes a day, or a week of a team.
    pub(super) fn unit(&self) -> String {
        self.voice.text(match self.sampled {
            Sampled::Rosters(_) => "measure-minutes-a-week",
            _ => "measure-minutes-a-day",
        })
    }

    /// Whether what was planned is real.
    pub(super) fn is_real(&self) -> bool {
        matches!(self.sampled, Sampled::Given { synthetic: false, .. })
    }

    /// What somebody promises of the first measure's technology.
    pub(super) fn claim(&self) -> Option<&Figure> {
        let id = self.measures.first()?.technology.as_ref()?;
        self.case.technologies.iter().find(|it| it.id == *id)?.claimed_fte.as_ref()
    }

    pub(super) fn kind(&self, kind: Kind) -> String {
        self.voice.text(&format!("measure-kind-{}", kind.word()))
    }
}
