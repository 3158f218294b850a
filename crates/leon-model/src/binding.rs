//! Bindings: the rules on who may do what, as data, each of them switchable.
//!
//! "The gap can only be described meaningfully in the light of the bindings" (Implement 2023,
//! section 2.2, Gab og barrierer). A binding says *which kind* of rule it is; what that kind means is
//! the one row in [`KINDS`], from which the planner builds its constraint and `leon-check`, on its
//! own, verifies the plan. A new kind is a new row there and a test, nothing else.

use crate::staff::Through;
use crate::task::words;
use crate::{
    BindingId, CompetenceId, Complexity, Figure, GroupId, PlaceId, PoolId, SettingId, SourceId, TaskId, TaskLevel,
    TechnologyId,
};

/// The five barrier themes (Implement 2023, section 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// Faggruppegrænser.
    ProfessionBoundaries,
    /// Lovgivning og retningslinjer.
    LawAndGuidelines,
    /// Ledelse og forandring.
    LeadershipAndChange,
    /// Organisering og ressourcer.
    OrganisationAndResources,
    /// Forventningspres.
    Expectations,
}
words!(Theme {
    ProfessionBoundaries => "profession_boundaries",
    LawAndGuidelines => "law_and_guidelines",
    LeadershipAndChange => "leadership_and_change",
    OrganisationAndResources => "organisation_and_resources",
    Expectations => "expectations",
});

/// Whether the binding is professionally justified, in its source's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Justified {
    Yes,
    No,
    Disputed,
}
words!(Justified { Yes => "yes", No => "no", Disputed => "disputed" });

/// What a binding speaks of. An empty list means all; hours are in scope when every list agrees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// Places at or under these.
    pub places: Vec<PlaceId>,
    pub settings: Vec<SettingId>,
    pub tasks: Vec<TaskId>,
    pub task_levels: Vec<TaskLevel>,
    pub complexities: Vec<Complexity>,
    pub competences: Vec<CompetenceId>,
    pub groups: Vec<GroupId>,
    pub through: Vec<Through>,
    pub technologies: Vec<TechnologyId>,
    pub pools: Vec<PoolId>,
}

/// A rule that limits which competence may do which task.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    pub id: BindingId,
    pub name_da: String,
    pub name_en: String,
    pub theme: Theme,
    pub justified: Justified,
    pub kind: &'static Kind,
    pub scope: Scope,
    /// Needed by kinds that have a limit, absent for the others.
    pub limit: Option<Figure>,
    /// Whether it is in force today. One that is not can be studied, not lifted.
    pub in_force: bool,
    pub source: SourceId,
}

/// The hours that a kind of binding counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Care given by staff in the scope.
    StaffCare,
    /// Hours taken over by technologies in the scope.
    TechnologyHours,
    /// Hours lent out by members of pools in the scope.
    LentOut,
}

/// The cells in which a kind of binding must hold one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Each setting of each place.
    PlaceSetting,
    /// Each complexity in each setting of each place.
    PlaceSettingComplexity,
    /// Each lender: a group in a setting of a place.
    Lender,
}

/// What the limit is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOf {
    /// Nothing: the limit is hours a week; without a limit it is zero, so the counted hours are forbidden.
    Hours,
    /// All staff care in the cell, within the scope's tasks, levels and competences.
    StaffCare,
    /// The lender's own care hours.
    OwnHours,
}

/// Which side of the limit is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    AtMost,
    AtLeast,
}

/// What a kind of binding means: `counted hours {at most, at least} limit × share_of`, in each cell.
#[derive(Debug, PartialEq)]
pub struct Kind {
    /// The word in the case's table.
    pub word: &'static str,
    pub counted: Counted,
    pub cell: Cell,
    pub share_of: ShareOf,
    pub sense: Sense,
    pub has_limit: bool,
    pub doc: &'static str,
}

/// Every kind of binding. **Add a new kind here**, with its test in `leon-check/tests/rules/bindings.rs`; planner,
/// check, reader and reference follow.
pub static KINDS: &[Kind] = &[
    Kind {
        word: "forbid",
        counted: Counted::StaffCare,
        cell: Cell::PlaceSetting,
        share_of: ShareOf::Hours,
        sense: Sense::AtMost,
        has_limit: false,
        doc: "The groups in scope may not do the tasks in scope.",
    },
    Kind {
        word: "forbid_technology",
        counted: Counted::TechnologyHours,
        cell: Cell::PlaceSetting,
        share_of: ShareOf::Hours,
        sense: Sense::AtMost,
        has_limit: false,
        doc: "The technologies in scope may not be used for the tasks in scope.",
    },
    Kind {
        word: "share_max",
        counted: Counted::StaffCare,
        cell: Cell::PlaceSetting,
        share_of: ShareOf::StaffCare,
        sense: Sense::AtMost,
        has_limit: true,
        doc: "The groups in scope do at most this share of the staff care in scope, in each setting of each place.",
    },
    Kind {
        word: "presence_min",
        counted: Counted::StaffCare,
        cell: Cell::PlaceSettingComplexity,
        share_of: ShareOf::StaffCare,
        sense: Sense::AtLeast,
        has_limit: true,
        doc: "The groups in scope do at least this share of the staff care in scope, at each complexity in each setting of each place.",
    },
    Kind {
        word: "hours_max",
        counted: Counted::StaffCare,
        cell: Cell::PlaceSetting,
        share_of: ShareOf::Hours,
        sense: Sense::AtMost,
        has_limit: true,
        doc: "The groups in scope do at most this many hours a week of the care in scope, in each setting of each place.",
    },
    Kind {
        word: "lending_max",
        counted: Counted::LentOut,
        cell: Cell::Lender,
        share_of: ShareOf::OwnHours,
        sense: Sense::AtMost,
        has_limit: true,
        doc: "Each member of the pools in scope lends at most this share of its own care hours.",
    },
];

/// The kind with this word, if there is one.
pub fn kind(word: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.word == word)
}

impl Binding {
    /// The limit as a plain number; 0 for kinds without one.
    pub fn limit(&self) -> f64 {
        self.limit.as_ref().map_or(0.0, |figure| figure.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_one_that_planner_and_check_can_read() {
        for kind in KINDS {
            let lends = kind.counted == Counted::LentOut;
            assert_eq!(lends, kind.cell == Cell::Lender, "{}: lent hours are counted by lender, others not", kind.word);
            let own_hours = kind.share_of == ShareOf::OwnHours;
            assert!(!own_hours || lends, "{}: only a lender has own hours", kind.word);
            assert!(kind.has_limit || kind.sense == Sense::AtMost, "{}: at least nothing is no rule", kind.word);
            assert_eq!(super::kind(kind.word), Some(kind), "{} stands twice", kind.word);
        }
    }
}
