//! What the check of a roster finds, as sentences with names and times.

use crate::texts::Voice;
use fluent_templates::fluent_bundle::FluentValue;
use leon_check::{CoverFound, DutyKey, Measure, RosterBroken, RuleFound, RulePrice};
use leon_formats::Lang;
use leon_formats::period::period_problem;
use leon_model::{GroupId, Minutes, Moment, Period, PeriodProblem, Rule};

/// What is wrong with a period that stands in no file, all in one line; what is only odd is left out.
pub fn faults(problems: &[PeriodProblem], voice: Voice) -> String {
    let errors = problems.iter().filter(|it| !it.fault.is_warning());
    errors.map(|it| period_problem(it).message(voice.lang)).collect::<Vec<_>>().join(" ")
}

/// Words for what is in a period.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub period: &'a Period,
    pub voice: Voice,
}

type Variables = Vec<(&'static str, FluentValue<'static>)>;

impl<'a> Words<'a> {
    /// What is broken, where, and what is asked for.
    pub fn broken(&self, broken: &RosterBroken) -> String {
        let id = |id: &dyn ToString| FluentValue::from(id.to_string());
        let with = |duty: &DutyKey, more: Variables| {
            let own = [("person", id(&duty.person)), ("date", id(&duty.date)), ("shift", id(&duty.shift))];
            own.into_iter().chain(more).collect::<Variables>()
        };
        let (key, variables) = match broken {
            RosterBroken::Rule(found) => return self.rule(found),
            RosterBroken::UnknownPerson { person } => ("roster-unknown-person", vec![("person", id(person))]),
            RosterBroken::UnknownShift { duty } => ("roster-unknown-shift", with(duty, vec![])),
            RosterBroken::OutsidePeriod { duty } => ("roster-outside-period", with(duty, vec![])),
            RosterBroken::FunctionNotInShift { duty, function } => {
                ("roster-function-not-in-shift", with(duty, vec![("function", id(function))]))
            }
            RosterBroken::CompetenceMissing { duty, function, competence } => (
                "roster-competence-missing",
                with(duty, vec![("function", id(function)), ("competence", id(competence))]),
            ),
            RosterBroken::GroupNotAllowed { duty, group } => {
                ("roster-group-not-allowed", with(duty, vec![("group", id(group))]))
            }
            RosterBroken::OtherUnit { duty, unit } => ("roster-other-unit", with(duty, vec![("unit", id(unit))])),
            RosterBroken::TwoPlaces { duty, at } => {
                ("roster-two-places", with(duty, vec![("at", self.moment(*at).into())]))
            }
            RosterBroken::WhileAway { duty, .. } => ("roster-while-away", with(duty, vec![])),
            RosterBroken::Restricted { duty, .. } => ("roster-restricted", with(duty, vec![])),
            RosterBroken::HardWish { wish, person } => {
                ("roster-hard-wish", vec![("wish", id(wish)), ("person", id(person))])
            }
            RosterBroken::WrongUncovered { cover, date, said, found } => {
                let row = FluentValue::from(self.voice.count(*cover));
                let (said, found) = (self.measure(Measure::Time(*said)), self.measure(Measure::Time(*found)));
                let lengths = [("said", said.into()), ("found", found.into())];
                ("roster-wrong-uncovered", [("row", row), ("date", id(date))].into_iter().chain(lengths).collect())
            }
        };
        self.voice.text_with(key, &variables)
    }

    /// What a rule finds, with its text and its paragraph.
    pub fn rule(&self, it: &RuleFound) -> String {
        let rule = self.period.packs.iter().flat_map(|pack| &pack.rules).find(|rule| rule.id == it.rule);
        let text = |rule: &Rule| match self.voice.lang {
            Lang::Da => rule.text_da.clone(),
            Lang::En => rule.text_en.clone(),
        };
        let agreement = it
            .set_by
            .as_ref()
            .map_or(String::new(), |by| self.voice.text_with("roster-set-by", &[("agreement", by.to_string().into())]));
        let variables = [
            ("person", it.person.as_ref().map_or_else(|| self.voice.text("roster-all"), ToString::to_string).into()),
            ("from", self.moment(it.from).into()),
            ("to", self.moment(it.to).into()),
            ("found", self.measure(it.found).into()),
            ("asked", self.measure(it.asked).into()),
            ("text", rule.map(text).unwrap_or_default().into()),
            ("paragraph", rule.map(|it| it.paragraph.clone()).unwrap_or_default().into()),
            ("rule", it.rule.to_string().into()),
            ("agreement", agreement.into()),
        ];
        self.voice.text_with("roster-rule", &variables).trim_end().to_owned()
    }

    /// What a cover row is short of on a date.
    pub fn cover(&self, it: &CoverFound) -> String {
        let row = &self.period.cover[it.cover];
        let variables = [
            ("unit", row.unit.to_string().into()),
            ("date", it.date.to_string().into()),
            ("from", row.span.from.to_string().into()),
            ("to", row.span.to.to_string().into()),
            ("who", self.who(it.cover).into()),
            ("fewest", it.fewest.into()),
            ("min", it.min.into()),
            ("missing", self.measure(Measure::Time(it.short)).into()),
        ];
        self.voice.text_with("roster-short", &variables)
    }

    /// A cover row: where, whom, when.
    pub fn row(&self, cover: usize) -> String {
        let row = &self.period.cover[cover];
        let variables = [
            ("row", cover.into()),
            ("unit", row.unit.to_string().into()),
            ("from", row.span.from.to_string().into()),
            ("to", row.span.to.to_string().into()),
            ("who", self.who(cover).into()),
        ];
        self.voice.text_with("roster-row", &variables)
    }

    /// Whom a cover row counts.
    fn who(&self, cover: usize) -> String {
        let who = &self.period.cover[cover].who;
        let ids = [
            who.groups.iter().map(ToString::to_string).collect::<Vec<_>>(),
            who.competences.iter().map(ToString::to_string).collect(),
            who.functions.iter().map(ToString::to_string).collect(),
        ];
        let ids = ids.concat();
        if ids.is_empty() { self.voice.text("roster-anybody") } else { ids.join(", ") }
    }

    /// The name of a staff group; its id where it has none.
    pub fn group(&self, id: &GroupId) -> String {
        let named = self.period.group(id).map_or("", |it| self.voice.name(&it.name_da, &it.name_en));
        if named.is_empty() { id.to_string() } else { named.to_owned() }
    }

    /// What a rule costs.
    pub fn price(&self, it: &RulePrice) -> String {
        let paid = [
            ("time", self.measure(Measure::Time(it.minutes)).into()),
            ("kroner", self.voice.number(it.dkk.0, 2).into()),
            ("rule", self.rule(&it.found).into()),
        ];
        self.voice.text_with("roster-price", &paid)
    }

    pub fn measure(&self, measure: Measure) -> String {
        match measure {
            Measure::Time(minutes) => self.length(minutes),
            Measure::Count(count) => count.to_string(),
            Measure::Share(share) => self.voice.percent(share),
            Measure::Kind(kind) => self.voice.text(&format!("shift-kind-{}", kind.word())),
        }
    }

    /// Hours and minutes.
    pub fn length(&self, minutes: Minutes) -> String {
        let sign = if minutes < Minutes(0) { "−" } else { "" };
        let all = minutes.0.unsigned_abs();
        let hours = format!("{sign}{}", all / 60);
        let rest = format!("{:02}", all % 60);
        self.voice.text_with("roster-length", &[("hours", hours.into()), ("minutes", rest.into())])
    }

    /// A date and a time of day.
    pub fn moment(&self, moment: Moment) -> String {
        format!("{} {}", moment.danish_date(), moment.danish_time())
    }
}
