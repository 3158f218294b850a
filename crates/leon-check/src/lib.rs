//! Recomputes, from the case's own rows, whether a plan may stand and what it costs; and from a day alone, whether a
//! plan of visits may.
//!
//! The check shares no code with a planner and knows no solver: it reads the rules from the case and
//! the hours from the plan, adds up, and compares. One file per family of rules:
//!
//! | file | question |
//! |---|---|
//! | `eligibility` | may this doer do this task at this complexity? |
//! | `coverage` | do the parts of each need add up to the need? |
//! | `capacity` | does each group have the hours that it gives? |
//! | `extra` | are bought hours to be had, and at a price? |
//! | `lending` | may these members lend, to whom, how much? |
//! | `continuity` | do known, authorised hands keep their share? |
//! | `bindings` | does every binding in force hold? |
//! | `objective` | is the plan worth what it says? |
//! | `route` | the same for a plan of visits, with its own table of files |
//! | `roster` | the same for a roster, with its own table of files |

mod bindings;
mod capacity;
mod continuity;
mod coverage;
mod eligibility;
mod extra;
mod lending;
mod objective;
mod roster;
mod route;
mod rows;
mod tolerance;
mod violation;

use leon_model::{Case, Hours, MatchPlan, Objective};
pub use roster::{
    BurdenFound, Checked, CoverFound, DutyKey, Measure, MixFound, NormFound, PersonVerdict, RosterBroken,
    RosterGoalPart, RosterPartOf, RosterVerdict, RuleFound, RulePrice, WishFound, check_person, check_roster,
};
pub use route::{GoalPart, PartOf, RouteBroken, RouteVerdict, StopKey, check_route};
pub use violation::{Goal, Violation};

/// Proof that a plan stood the check, with the figures recomputed on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verified {
    /// The plan's value under each goal, as recomputed.
    pub objective: Objective,
    /// Hours a week done by staff, remote staff included.
    pub staff_hours: Hours,
    /// Hours a week done by technology or self-care.
    pub technology_hours: Hours,
    /// Hours a week that nobody does.
    pub unmet_hours: Hours,
}

/// Checks that a match plan keeps every rule of its case, and is worth what it says.
///
/// Sums may differ by one millionth of the larger side, and of one hour at least: what a solver's
/// tolerance leaves.
///
/// # Errors
/// Every violation, family by family, within each in the order of the case's and the plan's rows. A
/// plan made for another case gives violations too, never a panic.
///
/// # Example
/// ```
/// # use leon_model::*;
/// # fn case() -> Case {
/// #     let known = |value| Figure::exact(value, EvidenceClass::Register, "count");
/// #     let text = String::new;
/// #     let source = Source {
/// #         id: "count".into(), title: text(), publisher: text(), year: text(), locator: text(), url: text(),
/// #     };
/// #     let place = Place {
/// #         id: "aarhus".into(), name: text(), kind: PlaceKind::Municipality, parent: None, latitude: None,
/// #         longitude: None, population: None, population_80_plus: None,
/// #     };
/// #     let weight = |&complexity: &Complexity| ComplexityWeight {
/// #         complexity, name_da: text(), name_en: text(), severity_factor: known(1.0),
/// #     };
/// #     Case::new(Tables {
/// #         sources: vec![source],
/// #         places: vec![place],
/// #         settings: vec![Setting { id: "home".into(), name_da: text(), name_en: text(), sector: text() }],
/// #         complexities: Complexity::ALL.iter().map(weight).collect(),
/// #         staff_groups: vec![StaffGroup {
/// #             id: "nurse".into(), name_da: text(), name_en: text(), level: 3, authorised: true,
/// #         }],
/// #         competences: vec![Competence { id: "clinical".into(), name_da: text(), name_en: text() }],
/// #         tasks: vec![Task {
/// #             id: "wound".into(), name_da: text(), name_en: text(), level: TaskLevel::Delimited, setting: None,
/// #             fsiii: None, remote_possible: false, competence_low: "clinical".into(),
/// #             competence_medium: "clinical".into(), competence_high: "clinical".into(), severity: known(2.0),
/// #         }],
/// #         needs: vec![Need {
/// #             place: "aarhus".into(), setting: "home".into(), task: "wound".into(), complexity: Complexity::Low,
/// #             hours_per_week: known(10.0),
/// #         }],
/// #         ..Tables::default()
/// #     })
/// #     .unwrap_or_else(|problems| panic!("{problems:?}"))
/// # }
/// use leon_check::check_match;
/// use leon_model::{Hours, MatchPlan, Objective};
///
/// let case = case(); // 10 hours of wound care at severity 2, and nobody to do it
/// let need = case.needs[0].key();
/// let plan = MatchPlan {
///     unmet: vec![(need, Hours(10.0))],
///     objective: Objective { weighted_unmet: 20.0, ..Objective::default() },
///     ..MatchPlan::default()
/// };
/// assert_eq!(check_match(&case, &plan).map(|it| it.unmet_hours), Ok(Hours(10.0)));
///
/// let violations = check_match(&case, &MatchPlan::default()).unwrap_err();
/// assert_eq!(
///     violations[0].to_string(),
///     "wound (low) in home at aarhus: 10 h a week needed, but 0 h done and 0 h unmet",
/// );
/// ```
pub fn check_match(case: &Case, plan: &MatchPlan) -> Result<Verified, Vec<Violation>> {
    let rows = rows::Rows::new(case, plan);
    let mut violations = Vec::new();
    eligibility::check(&rows, &mut violations);
    coverage::check(&rows, &mut violations);
    capacity::check(&rows, &mut violations);
    extra::check(&rows, &mut violations);
    lending::check(&rows, &mut violations);
    continuity::check(&rows, &mut violations);
    bindings::check(&rows, &mut violations);
    let objective = objective::check(&rows, &mut violations);
    if !violations.is_empty() {
        return Err(violations);
    }
    let (staff, technology): (Vec<_>, Vec<_>) = rows.done.iter().partition(|it| it.group().is_some());
    Ok(Verified {
        objective,
        staff_hours: Hours(rows::total(staff.iter().map(|it| it.hours))),
        technology_hours: Hours(rows::total(technology.iter().map(|it| it.hours))),
        unmet_hours: Hours(rows::total(rows.unmet.iter().map(|it| it.1))),
    })
}
