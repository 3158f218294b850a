//! What is searched for. What nobody knows how to search by is refused, for who is given too much may not notice.

use super::{Kind, ROOT, Resource, STAFF, Span};
use crate::refused::Refused;
use axum::http::Uri;
use leon_formats::day::Clock;
use leon_model::Moment;
use leon_pages::texts::Voice;
use leon_store::DocumentId;

/// Resources on a page when no number is asked for, and at most.
const COUNT: usize = 50;
const COUNT_MAX: usize = 200;

/// How a moment that is asked for stands to one that is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Equal,
    After,
    AtOrAfter,
    Before,
    AtOrBefore,
}

/// What is searched for.
#[derive(Debug)]
pub(super) struct Search {
    kind: Kind,
    ids: Option<Vec<String>>,
    /// Each with the span of time that it means: a day, or a second.
    dates: Vec<(Comparison, Moment, Moment)>,
    /// Ids of what is referred to.
    about: Vec<Vec<String>>,
    identifier: Option<String>,
    pub(super) offset: usize,
    pub(super) count: usize,
}

impl Kind {
    /// What it can be searched by, and the type of that.
    pub(super) fn parameters(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Appointment => &[("_id", "token"), ("actor", "reference"), ("date", "date")],
            Self::Location => &[("_id", "token")],
            Self::PractitionerRole => {
                &[("_id", "token"), ("date", "date"), ("identifier", "token"), ("location", "reference")]
            }
            Self::Schedule => &[("_id", "token"), ("actor", "reference"), ("date", "date")],
            Self::Slot => &[("_id", "token"), ("schedule", "reference"), ("start", "date")],
        }
    }
}

impl Search {
    /// # Errors
    /// [`Refused::Wrong`] names the first parameter that cannot be searched by, or whose value cannot be read.
    pub(super) fn new(kind: Kind, asked: &[(String, String)], voice: Voice) -> Result<Self, Refused> {
        let mut search =
            Self { kind, ids: None, dates: Vec::new(), about: Vec::new(), identifier: None, offset: 0, count: COUNT };
        for (name, value) in asked {
            let wrong = || {
                let said = [("parameter", format!("{name}={value}").into())];
                Refused::Wrong(voice.text_with("fhir-parameter", &said))
            };
            match name.as_str() {
                "_format" => continue,
                "_count" => {
                    search.count = value.parse().ok().filter(|it| (1..=COUNT_MAX).contains(it)).ok_or_else(wrong)?;
                    continue;
                }
                "_offset" => {
                    search.offset = value.parse().map_err(|_| wrong())?;
                    continue;
                }
                _ => {}
            }
            let (_, what) = kind.parameters().iter().find(|it| it.0 == name).ok_or_else(wrong)?;
            let values = || value.split(',').map(str::to_owned).collect::<Vec<_>>();
            match *what {
                "date" => search.dates.push(date(value).ok_or_else(wrong)?),
                "reference" => {
                    let id = |it: String| it.rsplit('/').next().unwrap_or_default().to_owned();
                    search.about.push(values().into_iter().map(id).collect());
                }
                _ if name == "_id" => search.ids = Some(values()),
                _ => {
                    let (system, value) = value.split_once('|').unwrap_or((STAFF, value));
                    if system != STAFF {
                        return Err(wrong());
                    }
                    search.identifier = Some(value.to_owned());
                }
            }
        }
        Ok(search)
    }

    pub(super) fn finds(&self, it: &Resource) -> bool {
        it.kind == self.kind
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&it.id))
            && self.about.iter().all(|any| it.about.iter().any(|id| any.contains(id)))
            && self.identifier.as_ref().is_none_or(|wanted| it.identifier.as_ref() == Some(wanted))
            && self.dates.iter().all(|asked| it.when.is_some_and(|when| fits(*asked, when)))
    }

    /// Whether a document may hold any of it: an id begins with that of its document.
    pub(super) fn may_be_in(&self, document: &DocumentId) -> bool {
        let is_of = |ids: &Vec<String>| ids.iter().any(|it| it.starts_with(document.as_str()));
        self.ids.iter().chain(&self.about).all(is_of)
    }

    /// Whether what lies within a span may be found.
    pub(super) fn may_be_at(&self, span: Span) -> bool {
        self.dates.iter().all(|asked| span.is_some_and(|it| may_fit(*asked, it)))
    }

    /// The address of this page and of the next one.
    pub(super) fn links(&self, base: &str, uri: &Uri, total: usize) -> Vec<(&'static str, String)> {
        let path = uri.path().strip_prefix(ROOT).unwrap_or_default();
        let here = uri.query().map_or_else(|| format!("{base}{path}"), |it| format!("{base}{path}?{it}"));
        let mut links = vec![("self", here)];
        let next = self.offset.saturating_add(self.count);
        if next < total {
            let asked = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
            let asked = asked.filter(|(name, _)| name != "_offset");
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(asked).append_pair("_offset", &next.to_string());
            links.push(("next", format!("{base}{path}?{}", query.finish())));
        }
        links
    }
}

/// `ge2026-11-23`, or an instant. A date is one of the Danish clock.
fn date(value: &str) -> Option<(Comparison, Moment, Moment)> {
    let comparison = match value.get(..2)? {
        "eq" => Comparison::Equal,
        "gt" => Comparison::After,
        "ge" => Comparison::AtOrAfter,
        "lt" => Comparison::Before,
        "le" => Comparison::AtOrBefore,
        _ => return span(value).map(|(from, to)| (Comparison::Equal, from, to)),
    };
    span(&value[2..]).map(|(from, to)| (comparison, from, to))
}

fn span(value: &str) -> Option<(Moment, Moment)> {
    if let Some(midnight) = Clock::copenhagen().midnight(value) {
        let next: leon_model::Date = value.parse().ok()?;
        return Some((midnight, (next + 1).midnight()));
    }
    let at = Moment(value.parse::<jiff::Timestamp>().ok()?.as_second());
    Some((at, Moment(at.0 + 1)))
}

/// Whether what lies from `start` to `end` is at, after or before the span from `from` to `to`.
fn fits((comparison, from, to): (Comparison, Moment, Moment), (start, end): (Moment, Moment)) -> bool {
    match comparison {
        Comparison::Equal => from <= start && start < to && end <= to,
        Comparison::After => end >= to,
        Comparison::AtOrAfter => end > from || start >= from,
        Comparison::Before => start < from,
        Comparison::AtOrBefore => start < to,
    }
}

/// Whether something that lies within a span may fit.
fn may_fit((comparison, from, to): (Comparison, Moment, Moment), (start, end): (Moment, Moment)) -> bool {
    match comparison {
        Comparison::Equal => start < to && end >= from,
        Comparison::After | Comparison::AtOrAfter => end >= from,
        Comparison::Before | Comparison::AtOrBefore => start < to,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_of_the_danish_clock_and_compared_as_they_say() {
        let at = |text: &str| Moment(text.parse::<jiff::Timestamp>().unwrap().as_second());
        let start = at("2026-11-22T23:00:00Z"); // midnight in Denmark
        for (asked, finds) in [
            ("2026-11-23", true),
            ("2026-11-22", false),
            ("ge2026-11-23", true),
            ("ge2026-11-24", false),
            ("gt2026-11-22", true),
            ("gt2026-11-23", false),
            ("lt2026-11-23", false),
            ("lt2026-11-24", true),
            ("le2026-11-23", true),
            ("le2026-11-22", false),
            ("eq2026-11-23T00:00:00+01:00", true),
            ("gt2026-11-23T00:00:00+01:00", false),
            ("ge2026-11-23T00:00:01+01:00", false),
        ] {
            let asked = date(asked).unwrap();
            assert_eq!(fits(asked, (start, start)), finds, "{asked:?}");
            for wider in [0, 1, 86_400] {
                let span = (Moment(start.0 - wider), Moment(start.0 + wider));
                assert!(!finds || may_fit(asked, span), "{asked:?} is passed over");
            }
        }
        // A period of two days.
        let period = (at("2026-11-22T23:00:00Z"), at("2026-11-24T23:00:00Z"));
        for (asked, finds) in [
            ("ge2026-11-24", true),
            ("ge2026-11-25", false),
            ("le2026-11-23", true),
            ("lt2026-11-23", false),
            ("2026-11-23", false),
        ] {
            assert_eq!(fits(date(asked).unwrap(), period), finds, "{asked}");
            assert!(!finds || may_fit(date(asked).unwrap(), period), "{asked}");
        }
        assert!(!may_fit(date("2026-11-26").unwrap(), period) && !may_fit(date("2026-11-20").unwrap(), period));
        for wrong in ["", "x", "2026-02-30", "ne2026-11-23", "æ2026-11-23", "23-11-2026"] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }
}
