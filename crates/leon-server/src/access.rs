//! Who may do what: a small table of roles and rights. Where, is said by the place of a grant.

use leon_store::Grant;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident => $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $variant,)+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in the store and in the texts.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one with this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.word() == word)
            }
        }
    };
}

words! {
    /// What a person is here.
    Role {
        /// Plans visits (planlægger, disponent).
        Planner => "planner",
        /// Plans shifts (vagtplanlægger).
        ShiftPlanner => "shift-planner",
        /// Works by the plans.
        Employee => "employee",
        /// Answers for a place.
        Leader => "leader",
        /// Asks where hours are missing, and why.
        Analyst => "analyst",
        /// Gives accounts and reads the book of events.
        Administrator => "administrator",
    }
}

words! {
    /// What may be done.
    Right {
        /// See the book of hours, the gap and what bindings cost.
        SeeGap => "see-gap",
        /// See days of visits and their plans.
        SeeVisits => "see-visits",
        /// Bring in days, plan them, publish plans.
        PlanVisits => "plan-visits",
        /// See periods of shifts and their rosters.
        SeeShifts => "see-shifts",
        /// Bring in periods, plan and change rosters, publish them.
        PlanShifts => "plan-shifts",
        /// See one's own routes and shifts.
        SeeOwn => "see-own",
        /// See plans under way.
        SeeJobs => "see-jobs",
        /// End plans under way.
        EndJobs => "end-jobs",
        /// Give accounts, bring in cases, read the book of events.
        Administer => "administer",
    }
}

/// What a role may do.
pub fn rights(role: Role) -> &'static [Right] {
    match role {
        Role::Planner => &[Right::SeeGap, Right::SeeVisits, Right::PlanVisits, Right::SeeJobs, Right::EndJobs],
        Role::Leader => &[Right::SeeGap, Right::SeeVisits, Right::SeeShifts, Right::SeeJobs],
        Role::ShiftPlanner => &[Right::SeeGap, Right::SeeShifts, Right::PlanShifts, Right::SeeJobs, Right::EndJobs],
        Role::Analyst => &[Right::SeeGap, Right::SeeJobs, Right::EndJobs],
        Role::Employee => &[Right::SeeOwn],
        Role::Administrator => &[Right::SeeGap, Right::Administer],
    }
}

/// Who may ask an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Anybody,
    /// Anybody who is signed in.
    SignedIn,
    /// Who has a right, wherever.
    Having(Right),
}

/// Whether any of some grants gives a right anywhere.
pub(crate) fn has(grants: &[Grant], right: Right) -> bool {
    grants.iter().any(|it| Role::parse(&it.role).is_some_and(|role| rights(role).contains(&right)))
}
