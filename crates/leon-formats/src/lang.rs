//! The languages that Leon speaks to people.

/// Danish or English.
///
/// ```
/// use leon_formats::Lang;
/// assert_eq!(Lang::from_locale("en_GB.UTF-8"), Lang::En);
/// assert_eq!(Lang::from_locale("da_DK"), Lang::Da);
/// assert_eq!(Lang::from_locale("C"), Lang::Da); // Leon is Danish unless told otherwise
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Da,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Da, Self::En];

    /// Its code in ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language with this code, if Leon speaks it.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language of a locale such as `en_GB.UTF-8`; Danish for one that Leon does not speak.
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::parse(language).unwrap_or_default()
    }
}
