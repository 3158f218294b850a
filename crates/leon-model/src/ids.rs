//! Ids as types, so that a task cannot be looked up among places.

use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in the case's tables.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl From<&str> for $name { fn from(text: &str) -> Self { Self(text.into()) } }
        impl From<String> for $name { fn from(text: String) -> Self { Self(text.into()) } }
        impl From<Arc<str>> for $name { fn from(text: Arc<str>) -> Self { Self(text) } }
        impl fmt::Display for $name { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(&self.0) } }
    };
}

id! {
    /// A place (sted): country, region, municipality, district or unit.
    PlaceId
}
id! {
    /// A setting (arena): home care, nursing home, ward and so on.
    SettingId
}
id! {
    /// A staff group (faggruppe).
    GroupId
}
id! {
    /// A competence (kompetence).
    CompetenceId
}
id! {
    /// A task (opgave).
    TaskId
}
id! {
    /// A binding (binding): a rule on who may do what.
    BindingId
}
id! {
    /// A technology (teknologi).
    TechnologyId
}
id! {
    /// A measure (tiltag): a technology or a way of working, to be planned with and without.
    MeasureId
}
id! {
    /// A pool that lends hours (personalepulje, delestilling, e-distrikt).
    PoolId
}
id! {
    /// A source: a report with its section and figure, a law with its paragraph, a table of a register.
    SourceId
}

id! {
    /// A citizen (borger), opaque.
    CitizenId
}
id! {
    /// A visit (besøg).
    VisitId
}
id! {
    /// A carer (medarbejder).
    CarerId
}
id! {
    /// A place on the map where somebody lives or works.
    LocationId
}
id! {
    /// A way of getting about (transport).
    TransportId
}
id! {
    /// Cars that several carers share (bilpulje).
    CarPoolId
}

id! {
    /// A unit with a roster (afsnit, gruppe).
    UnitId
}
id! {
    /// Somebody who works shifts (medarbejder), opaque.
    PersonId
}
id! {
    /// A shift type (vagttype).
    ShiftTypeId
}
id! {
    /// A function taken in a shift (funktion).
    FunctionId
}
id! {
    /// A wish (ønske).
    WishId
}
id! {
    /// A collective agreement (overenskomst, arbejdstidsaftale).
    AgreementId
}
id! {
    /// A local agreement (lokalaftale).
    LocalAgreementId
}
id! {
    /// A pack of rules from one source.
    PackId
}
id! {
    /// A rule (regel), such as `L1` or `K3`.
    RuleId
}

/// Whether a text holds something that looks like a Danish CPR number: a birth date (`ddmmyy`) and
/// four more digits, with or without a hyphen or blank between, not part of a longer number.
///
/// Leon carries opaque ids only, so readers refuse such a value wherever it turns up. A look-alike
/// is refused too: that costs a renamed id, a real one costs a person's privacy.
///
/// ```
/// use leon_model::looks_like_cpr;
/// assert!(looks_like_cpr("borger 010180-1234"));
/// assert!(looks_like_cpr("3112991234"));
/// assert!(!looks_like_cpr("3113991234"));  // no thirteenth month
/// assert!(!looks_like_cpr("12001011234567")); // inside a longer number
/// ```
pub fn looks_like_cpr(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).filter(|b| b.is_ascii_digit()).map(|b| u32::from(b - b'0'));
    let starts_here = |start: usize| {
        let digits_from = |from: usize, count: usize| (from..from + count).all(|i| digit(i).is_some());
        if !digits_from(start, 6) {
            return false;
        }
        let tail = match bytes.get(start + 6) {
            Some(b'-' | b' ') => start + 7,
            _ => start + 6,
        };
        if !digits_from(tail, 4) || digit(tail + 4).is_some() {
            return false;
        }
        let two = |i: usize| digit(i).unwrap_or(0) * 10 + digit(i + 1).unwrap_or(0);
        (1..=31).contains(&two(start)) && (1..=12).contains(&two(start + 2))
    };
    (0..bytes.len()).any(|start| (start == 0 || digit(start - 1).is_none()) && starts_here(start))
}
