//! The voice in which Leon speaks: one language's texts, numbers and names.

use crate::numbers::{MISSING, number, percent, signed};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use leon_formats::Lang;
use leon_model::{Hours, Kroner};
use std::borrow::Cow;
use std::collections::HashMap;

static_loader! {
    static TEXTS = {
        locales: "./texts",
        fallback_language: "da",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static DANISH: LanguageIdentifier = langid!("da");
static ENGLISH: LanguageIdentifier = langid!("en");

/// One language, with the precision that suits the case at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    pub lang: Lang,
    hour_decimals: usize,
}

impl Voice {
    /// Speaks of hours with one decimal.
    pub fn new(lang: Lang) -> Self {
        Self { lang, hour_decimals: 1 }
    }

    /// Speaks of a case of this size: from ten thousand hours a week, tenths only disturb.
    pub fn for_hours(self, total: Hours) -> Self {
        Self { hour_decimals: usize::from(total.0 < 10_000.0), ..self }
    }

    /// A text without variables.
    pub fn text(self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// A text with its variables. Numbers choose the plural; numbers to read are given as text.
    pub fn text_with(self, key: &str, variables: &[(&'static str, FluentValue<'_>)]) -> String {
        let id = match self.lang {
            Lang::Da => &DANISH,
            Lang::En => &ENGLISH,
        };
        let variables: HashMap<Cow<'static, str>, FluentValue<'_>> =
            variables.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        TEXTS.try_lookup_with_args(id, key, &variables).unwrap_or_else(|| key.to_owned())
    }

    /// The name of a thing in this language; in the other where it has none in this.
    pub fn name<'a>(self, da: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Da if da.is_empty() => en,
            Lang::En if !en.is_empty() => en,
            _ => da,
        }
    }

    /// Hours a week.
    pub fn hours(self, hours: Hours) -> String {
        number(self.lang, hours.0, self.hour_decimals)
    }

    /// A change in hours a week, with its sign.
    pub fn change(self, hours: Hours) -> String {
        signed(self.lang, hours.0, self.hour_decimals)
    }

    /// Severity-weighted hours a week.
    pub fn weighted(self, hours: f64) -> String {
        self.hours(Hours(hours))
    }

    /// A change in severity-weighted hours a week, with its sign.
    pub fn weighted_change(self, hours: f64) -> String {
        self.change(Hours(hours))
    }

    /// A part of a whole, in percent; a dash when there is no whole.
    pub fn share(self, part: Hours, whole: Hours) -> String {
        if whole.0 > 0.0 { self.percent(part.0 / whole.0) } else { MISSING.to_owned() }
    }

    /// A share in percent.
    pub fn percent(self, share: f64) -> String {
        percent(self.lang, share, 1)
    }

    /// Whole kroner.
    pub fn kroner(self, kroner: Kroner) -> String {
        number(self.lang, kroner.0, 0)
    }

    /// A plain number.
    pub fn number(self, value: f64, decimals: usize) -> String {
        number(self.lang, value, decimals)
    }

    /// How many there are.
    pub fn count(self, count: usize) -> String {
        number(self.lang, count as f64, 0)
    }
}

#[cfg(test)]
mod tests;
