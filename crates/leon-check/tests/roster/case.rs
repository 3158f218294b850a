//! A case as its file tells it, and the period and roster that it means.

use crate::borders::{self, Border};
use crate::duties::{Said, said};
use crate::packs::rule_packs;
use crate::tiny;
use leon_check::{RosterVerdict, RuleFound, check_roster};
use leon_model::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[serde(rename = "case")]
    pub cases: Vec<Case>,
}

/// One person's duties, and what one rule finds in them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it is about, in the words of a workplace.
    title: String,
    /// The rule whose answer is told; other rules may say what they like.
    rule: String,
    #[serde(default = "november")]
    first: String,
    #[serde(default = "december")]
    last: String,
    #[serde(default)]
    duties: Vec<String>,
    #[serde(default)]
    history: Vec<String>,
    #[serde(default)]
    weeks: Vec<Weeks>,
    #[serde(default)]
    fixed: Vec<String>,
    #[serde(default)]
    person: Terms,
    #[serde(default)]
    local: Vec<Local>,
    #[serde(default)]
    absences: Vec<Away>,
    #[serde(default)]
    holidays: Vec<String>,
    announced: Option<String>,
    published: Option<Vec<String>>,
    told: Option<String>,
    /// Nothing: the rule is kept.
    #[serde(default)]
    pub found: Vec<Expected>,
}

fn november() -> String {
    "2026-11-23".to_owned()
}

fn december() -> String {
    "2026-12-20".to_owned()
}

/// So many weeks in a row with the same hours.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weeks {
    monday: String,
    #[serde(default = "one")]
    count: i32,
    hours: f64,
    #[serde(default)]
    night_hours: f64,
    #[serde(default)]
    weekend: bool,
    #[serde(default)]
    days_away: u8,
}

fn one() -> i32 {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Terms {
    agreement: String,
    hours: f64,
    norm_first: Option<String>,
    norm_weeks: u32,
    norm_worked_hours: f64,
    reasons: Vec<String>,
    opted_out: bool,
    posted: Option<String>,
    project_post: bool,
    leader: Option<String>,
    places: BTreeMap<String, f64>,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            agreement: "kl.79.03".to_owned(),
            hours: 37.0,
            norm_first: None,
            norm_weeks: 16,
            norm_worked_hours: 0.0,
            reasons: Vec::new(),
            opted_out: false,
            posted: None,
            project_post: false,
            leader: None,
            places: BTreeMap::from([("ward".to_owned(), 1.0)]),
        }
    }
}

/// A local agreement with one clause.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Local {
    id: String,
    rule: String,
    signed: String,
    to: Option<String>,
    /// Left out: the rule is not to hold.
    parameters: Option<BTreeMap<String, f64>>,
    #[serde(default)]
    flags: BTreeMap<String, bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Away {
    kind: String,
    from: String,
    to: String,
    #[serde(default)]
    credited_hours: f64,
    told: Option<String>,
}

/// What the rule finds once.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    answer: String,
    from: String,
    found: String,
    asked: String,
    set_by: Option<String>,
    paid_minutes: Option<i64>,
    dkk: Option<f64>,
}

impl Case {
    /// The kinds of rule that it shows: its own, those that a local agreement sets, and those that change what another
    /// one finds.
    pub fn shows(&self) -> BTreeSet<ClauseKind> {
        let kind_of = |id: &str| {
            let mut rules = rule_packs().iter().flat_map(|it| &it.rules);
            rules
                .find(|it| it.id.as_str() == id)
                .unwrap_or_else(|| panic!("{}: there is no rule {id}", self.title))
                .kind
        };
        let mut kinds: BTreeSet<_> = self.local.iter().map(|it| kind_of(&it.rule)).collect();
        kinds.insert(kind_of(&self.rule));
        if !self.holidays.is_empty() {
            kinds.insert(ClauseKind::NormHours);
        }
        if self.duties.iter().chain(&self.history).any(|it| it.contains("on_call")) {
            kinds.insert(ClauseKind::OnCallRest);
        }
        kinds
    }

    /// The borders that its duties and what was told lie across.
    pub fn borders(&self) -> BTreeSet<Border> {
        let lines = [&self.duties, &self.history, &self.fixed].into_iter().chain(&self.published).flatten();
        let mut spans: Vec<(Moment, Moment)> =
            lines.flat_map(|it| said(it)).map(|it| it.past()).map(|it| (it.start, it.end)).collect();
        spans.extend(self.absences.iter().map(|it| (tiny::moment(&it.from), tiny::moment(&it.to))));
        spans.extend(self.holidays.iter().map(|it| (tiny::date(it).midnight(), tiny::date(it).midnight())));
        let told = self.absences.iter().filter_map(|it| it.told.as_ref()).chain(&self.told);
        spans.extend(told.map(|it| (tiny::moment(it), tiny::moment(it))));
        spans.extend(self.announced.as_ref().map(|it| (tiny::moment(it), tiny::date(&self.first).midnight())));
        let terms = &self.person;
        let norm_ends = terms.norm_first.as_ref().map(|it| (tiny::date(it) + 7 * terms.norm_weeks as i32).midnight());
        let mut found = borders::crossed(&spans, norm_ends);
        if !self.history.is_empty() || !self.weeks.is_empty() || terms.norm_worked_hours > 0.0 {
            found.insert(Border::History);
        }
        found
    }

    /// Why the case does not have the answer that it tells.
    pub fn wrong(&self) -> Option<String> {
        let expected: Vec<String> = self.found.iter().map(Expected::words).collect();
        let (period, roster, published) = self.period();
        let verdict = check_roster(&period, &roster, published.as_ref());
        let found = self.answers(&verdict);
        (found != expected)
            .then(|| format!("{}\n  told:  {}\n  found: {}", self.title, expected.join("; "), found.join("; ")))
    }

    /// What the case's rule says, in the form of [`Expected::words`].
    fn answers(&self, verdict: &RosterVerdict) -> Vec<String> {
        let mine = |it: &&RuleFound| it.rule.as_str() == self.rule;
        let words = |answer: &str, it: &RuleFound, price: String| {
            let set_by = it.set_by.as_ref().map_or(String::new(), |it| format!(" ({it})"));
            let from = format!("{} {}", it.from.danish_date(), it.from.danish_time());
            format!("{answer} {from}: {} / {}{set_by}{price}", it.found, it.asked)
        };
        let broken = verdict.broken.iter().filter_map(|it| match it {
            leon_check::RosterBroken::Rule(found) => Some(found),
            _ => None,
        });
        let illegal = broken.filter(mine).map(|it| words("illegal", it, String::new()));
        let priced = verdict
            .priced
            .iter()
            .filter(|it| mine(&&it.found))
            .map(|it| words("priced", &it.found, format!(", {} min, {:.2} kr", it.minutes, it.dkk.0)));
        let advised = verdict.advised.iter().filter(mine).map(|it| words("advised_against", it, String::new()));
        illegal.chain(priced).chain(advised).collect()
    }

    fn period(&self) -> (Period, Roster, Option<Published>) {
        let (first, last) = (tiny::date(&self.first), tiny::date(&self.last));
        let mut tables = tiny::tables(first, last);
        tables.packs = rule_packs().to_vec();
        tables.announced = self.announced.as_deref().map(tiny::moment);
        let holiday = |text: &String| PublicHoliday {
            date: tiny::date(text),
            name: String::new(),
            begins: TimeOfDay(0),
            lowers_norm: true,
        };
        tables.public_holidays = self.holidays.iter().map(holiday).collect();
        tables.local_agreements = self.local.iter().map(Local::agreement).collect();
        tables.people = vec![self.somebody(first)];
        let lay = |texts: &[String], tables: &mut PeriodTables| -> Roster {
            let duties: Vec<Said> = texts.iter().flat_map(|it| said(it)).collect();
            let assignments = duties.iter().map(|it| it.assignment("p", tables)).collect();
            Roster { assignments, uncovered: None }
        };
        let roster = lay(&self.duties, &mut tables);
        let published = self.published.as_ref().map(|it| Published {
            roster: lay(it, &mut tables),
            changes_told: tiny::moment(self.told.as_deref().expect("what is published and changed is told")),
        });
        let period = Period::new(tables).unwrap_or_else(|problems| panic!("{}: {problems:?}", self.title));
        (period, roster, published)
    }

    fn somebody(&self, first: Date) -> Person {
        let terms = &self.person;
        let mut person = tiny::person("p");
        person.contract = Contract {
            agreement: terms.agreement.as_str().into(),
            hours_per_week: Hours(terms.hours),
            full_time_hours_per_week: Hours(37.0),
            norm: NormPeriod {
                first: terms.norm_first.as_deref().map_or(first, tiny::date),
                weeks: terms.norm_weeks,
                worked: Hours(terms.norm_worked_hours).to_minutes(),
            },
            opted_out: terms.opted_out,
            posted: terms.posted.as_deref().map(tiny::date),
            project_post: terms.project_post,
        };
        person.leader = terms.leader.as_deref().map(Into::into);
        let place = |(unit, share): (&String, &f64)| Workplace { unit: unit.as_str().into(), share: *share };
        person.workplaces = terms.places.iter().map(place).collect();
        let reason = |word: &String| Consideration {
            reason: Reason::ALL.into_iter().find(|it| it.word() == word).expect("a reason"),
            restriction: Restriction::None,
        };
        person.considerations = terms.reasons.iter().map(reason).collect();
        person.absences = self.absences.iter().map(Away::absence).collect();
        person.fixed_duties = self.fixed.iter().flat_map(|it| said(it)).map(|it| it.fixed()).collect();
        person.history.duties = self.history.iter().flat_map(|it| said(it)).map(|it| it.past()).collect();
        person.history.weeks = self.weeks.iter().flat_map(Weeks::all).collect();
        person
    }
}

impl Weeks {
    fn all(&self) -> Vec<PastWeek> {
        let week = |at| PastWeek {
            monday: tiny::date(&self.monday) + 7 * at,
            hours: Hours(self.hours).to_minutes(),
            night_hours: Hours(self.night_hours).to_minutes(),
            weekend: self.weekend,
            days_away: self.days_away,
        };
        (0..self.count).map(week).collect()
    }
}

impl Local {
    fn agreement(&self) -> LocalAgreement {
        let rules = rule_packs().iter().flat_map(|it| &it.rules);
        let rule = rules.into_iter().find(|it| it.id.as_str() == self.rule).expect("a rule to replace");
        let values = self.parameters.as_ref().map(|numbers| {
            let numbers = numbers.iter().map(|(name, it)| (name.clone(), ParameterValue::Number(*it)));
            numbers.chain(self.flags.iter().map(|(name, it)| (name.clone(), ParameterValue::Flag(*it)))).collect()
        });
        let clause =
            values.map(|it| Clause::new(rule.kind, &it).unwrap_or_else(|fault| panic!("{}: {fault}", self.id)));
        LocalAgreement {
            id: self.id.as_str().into(),
            parties: String::new(),
            signed: tiny::date(&self.signed),
            from: None,
            to: self.to.as_deref().map(tiny::date),
            units: Vec::new(),
            clauses: vec![LocalClause { replaces: rule.id.clone(), clause }],
        }
    }
}

impl Away {
    fn absence(&self) -> Absence {
        Absence {
            kind: AbsenceKind::ALL.into_iter().find(|it| it.word() == self.kind).expect("a kind of absence"),
            from: tiny::moment(&self.from),
            to: tiny::moment(&self.to),
            credited: Hours(self.credited_hours).to_minutes(),
            told: self.told.as_deref().map(tiny::moment),
        }
    }
}

impl Expected {
    fn words(&self) -> String {
        let set_by = self.set_by.as_ref().map_or(String::new(), |it| format!(" ({it})"));
        let price = match (self.paid_minutes, self.dkk) {
            (Some(minutes), Some(dkk)) => format!(", {minutes} min, {dkk:.2} kr"),
            _ => String::new(),
        };
        format!("{} {}: {} / {}{set_by}{price}", self.answer, self.from, self.found, self.asked)
    }
}
