//! What can be wrong with a measure's file: where, what, and what to do, in Danish and English.

use crate::Lang;
use leon_model::{MeasureFault, MeasureProblem};

/// A problem of a measure's file.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureFileProblem {
    /// The field, as `change[0].factor.value`; empty: the file as a whole.
    pub path: String,
    pub cause: MeasureCause,
}

impl MeasureFileProblem {
    /// The problem in a sentence or two, after its place.
    pub fn message(&self, lang: Lang) -> String {
        let text = self.cause.text(lang);
        if self.path.is_empty() { text } else { format!("{}: {text}", self.path) }
    }

    /// The problem's code.
    pub fn code(&self) -> &'static str {
        self.cause.code()
    }
}

impl From<MeasureProblem> for MeasureFileProblem {
    fn from(problem: MeasureProblem) -> Self {
        let cause = match problem.fault {
            MeasureFault::Empty => MeasureCause::Empty {},
            MeasureFault::BadId { id } => MeasureCause::BadId { id },
            MeasureFault::CprLike => MeasureCause::CprLike {},
            MeasureFault::OutsideRange { value, low, high } => MeasureCause::OutsideRange { value, low, high },
            MeasureFault::RangeWithoutValue { value, low, high } => {
                MeasureCause::RangeWithoutValue { value, low, high }
            }
            MeasureFault::UnknownSource { id } => MeasureCause::UnknownSource { id },
            MeasureFault::ChangesClash { first, second } => MeasureCause::ChangesClash { first, second },
            MeasureFault::InsteadOfItself => MeasureCause::InsteadOfItself {},
            MeasureFault::UnknownId { what: _, id } => MeasureCause::NotInCase { id },
        };
        Self { path: problem.path, cause }
    }
}

macro_rules! causes {
    ($($variant:ident { $($field:ident: $type:ty),* } = $code:literal, $da:literal, $en:literal;)+) => {
        /// What is wrong with a measure's file.
        #[derive(Clone, Debug, PartialEq)]
        pub enum MeasureCause { $(#[doc = $en] $variant { $($field: $type),* }),+ }

        impl MeasureCause {
            /// Its code, which stays when words change.
            pub fn code(&self) -> &'static str { match self { $(Self::$variant { .. } => $code),+ } }

            /// Every code, in order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// What is wrong and what to do.
            #[allow(unused_variables)]
            pub fn text(&self, lang: Lang) -> String {
                match self {
                    $(Self::$variant { $($field),* } => match lang {
                        Lang::Da => format!($da),
                        Lang::En => format!($en),
                    }),+
                }
            }
        }
    };
}

causes! {
    NotUtf8 {} = "M001",
        "Filen er ikke tekst i UTF-8. Gem den som UTF-8.",
        "The file is not text in UTF-8. Save it as UTF-8.";
    NotToml { line: usize, reason: String } = "M002",
        "Linje {line} er ikke TOML: {reason}. Ret linjen.",
        "Line {line} is not TOML: {reason}. Correct the line.";
    Missing {} = "M003",
        "Feltet mangler. Tilføj det.",
        "The field is missing. Add it.";
    UnknownField {} = "M004",
        "Feltet kendes ikke. Ret stavemåden eller slet det.",
        "The field is not known. Correct its spelling or delete it.";
    WrongType { wanted: &'static str, found: &'static str } = "M005",
        "Her skal stå {wanted}, og her står {found} (text: tekst i anførselstegn, number: tal med punktum, whole number: helt tal fra 0, list: [..], table: {{..}}).",
        "This must be a {wanted}, and it is a {found} (text in quotes, number with a point, whole number from 0, list as [..], table as {{..}}).";
    UnknownWord { word: String, known: String } = "M006",
        "\"{word}\" kendes ikke. Skriv et af: {known}.",
        "\"{word}\" is not known. Write one of: {known}.";
    Empty {} = "M007",
        "Her står ingenting. Udfyld det.",
        "There is nothing here. Fill it in.";
    BadId { id: String } = "M008",
        "\"{id}\" har andre tegn end bogstaver, cifre, _, - og punktum. Vælg et andet navn.",
        "\"{id}\" has characters other than letters, digits, _, - and points. Choose another name.";
    CprLike {} = "M009",
        "Det ligner et CPR-nummer. Leon tager ikke imod personnumre; vælg et andet id.",
        "This looks like a CPR number. Leon takes none; choose another id.";
    OutsideRange { value: f64, low: f64, high: f64 } = "M010",
        "{value} ligger ikke mellem {low} og {high}. Ret tallet.",
        "{value} does not lie between {low} and {high}. Correct the number.";
    RangeWithoutValue { value: f64, low: f64, high: f64 } = "M011",
        "Værdien {value} ligger uden for sit eget interval {low} til {high}. Ret en af de tre.",
        "The value {value} lies outside its own range {low} to {high}. Correct one of the three.";
    UnknownSource { id: String } = "M012",
        "Kilden \"{id}\" står ikke under sources. Tilføj den der.",
        "The source \"{id}\" does not stand under sources. Add it there.";
    ChangesClash { first: &'static str, second: &'static str } = "M013",
        "\"{first}\" og \"{second}\" kan ikke stå i samme tiltag: den ene udelukker den anden, eller den ene gælder besøg og den anden vagter. Slet en af dem.",
        "\"{first}\" and \"{second}\" cannot stand in one measure: one rules out the other, or one is about visits and the other about shifts. Delete one of them.";
    NotInCase { id: String } = "M014",
        "Casen har ikke \"{id}\". Brug et id fra casens tabeller.",
        "The case has no \"{id}\". Use an id from the case's tables.";
    InsteadOfItself {} = "M015",
        "Et tiltag kan ikke stå i stedet for sig selv. Skriv det andet tiltags id, eller slet linjen.",
        "A measure cannot stand instead of itself. Write the other measure's id, or delete the line.";
}
