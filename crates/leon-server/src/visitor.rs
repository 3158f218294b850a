//! Who asks, and in which language.

use crate::access::{Right, Role, has};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use leon_formats::Lang;
use leon_pages::texts::Voice;
use leon_store::{Grant, Session};

/// The cookie that says who is signed in.
pub(crate) const SESSION: &str = "leon";

/// Who asks.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The name, when signed in.
    pub name: Option<String>,
    pub grants: Vec<Grant>,
    pub voice: Voice,
    /// The page that is asked for, to come back to.
    pub here: String,
    /// Whether this is the demo, where everybody is let in.
    pub demo: bool,
}

impl Visitor {
    /// Somebody who is not signed in.
    pub fn stranger(lang: Lang, here: String) -> Self {
        Self { name: None, grants: Vec::new(), voice: Voice::new(lang), here, demo: false }
    }

    /// Whoever looks at the demo: may do everything, everywhere.
    pub fn of_demo(lang: Lang, here: String) -> Self {
        let grants = Role::ALL.iter().map(|it| Grant { role: it.word().to_owned(), place: String::new() }).collect();
        Self { name: Some("demo".into()), grants, voice: Voice::new(lang), here, demo: true }
    }

    /// Somebody who is signed in.
    pub fn signed_in(session: Session, lang: Lang, here: String) -> Self {
        Self { name: Some(session.name), grants: session.grants, voice: Voice::new(lang), here, demo: false }
    }

    /// The name in the book of events; empty when nobody is signed in.
    pub fn by(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// The places in which the visitor has a right; an empty one is everywhere.
    pub fn places(&self, right: Right) -> Vec<&str> {
        self.grants.iter().filter(|it| has(std::slice::from_ref(*it), right)).map(|it| it.place.as_str()).collect()
    }

    /// Whether the visitor has a right somewhere.
    pub fn may(&self, right: Right) -> bool {
        has(&self.grants, right)
    }
}

/// A cookie of a request.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|it| it.to_str().ok());
    let mut pairs = cookies.flat_map(|it| it.split(';')).filter_map(|it| it.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The language that the visitor has chosen; Danish when none is.
pub(crate) fn language(headers: &HeaderMap) -> Lang {
    cookie(headers, "lang").and_then(Lang::parse).unwrap_or_default()
}
