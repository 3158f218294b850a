//! Changes of a roster in words: who works what instead of what, why, how late it is told, and what it does to them.

use super::words::Words;
use crate::texts::Voice;
use leon_check::Measure;
use leon_model::{Kroner, Minutes, RosterEvent, WishId};
use leon_roster::translate::TooLarge;
use leon_roster::{ChangeError, Changed, Effect, RosterChange, WhyChanged, Work};

impl Words<'_> {
    /// A shift and the function taken in it.
    pub fn work(&self, work: &Work) -> String {
        match &work.function {
            Some(function) => format!("{} ({function})", work.shift),
            None => work.shift.to_string(),
        }
    }

    /// All that somebody works on a date; nothing for a day off.
    pub fn works(&self, all: &[Work]) -> String {
        all.iter().map(|it| self.work(it)).collect::<Vec<_>>().join(" + ")
    }

    /// Who works what on a date, and instead of what.
    pub fn changed(&self, it: &Changed) -> String {
        let key = match (it.before.is_empty(), it.now.is_empty()) {
            (_, true) => "roster-change-free",
            (true, false) => "roster-change-takes",
            (false, false) => "roster-change-moves",
        };
        let variables = [
            ("person", it.person.to_string().into()),
            ("date", it.date.to_string().into()),
            ("now", self.works(&it.now).into()),
            ("before", self.works(&it.before).into()),
        ];
        self.voice.text_with(key, &variables)
    }

    /// A change with its reason, its notice and its price.
    pub fn change(&self, it: &RosterChange, events: &[RosterEvent]) -> String {
        let because = match &it.because {
            WhyChanged::Event(event) => {
                let event = events.get(*event).map(|it| self.event(it)).unwrap_or_default();
                self.voice.text_with("roster-because-event", &[("event", event.into())])
            }
            WhyChanged::TakesFrom(person) => {
                self.voice.text_with("roster-because-takes", &[("person", person.to_string().into())])
            }
            WhyChanged::Relieved(date) => {
                self.voice.text_with("roster-because-relieved", &[("date", date.to_string().into())])
            }
            WhyChanged::Better => self.voice.text("roster-because-better"),
        };
        let notice = if it.notice < Minutes(0) {
            self.voice.text("roster-notice-late")
        } else {
            self.voice.text_with("roster-notice", &[("length", self.length(it.notice).into())])
        };
        let mut parts = vec![self.changed(&it.changed), because, notice];
        if it.dkk != Kroner(0.0) {
            parts.push(self.kroner(it.dkk));
        }
        parts.join("; ")
    }

    fn kroner(&self, dkk: Kroner) -> String {
        self.voice.text_with("roster-kroner", &[("kroner", self.voice.number(dkk.0, 2).into())])
    }

    /// What has happened.
    pub fn event(&self, event: &RosterEvent) -> String {
        let person = ("person", event.person().map(ToString::to_string).unwrap_or_default().into());
        match event {
            RosterEvent::Absent { from, to, kind, .. } => {
                let kind = self.voice.text(&format!("absence-{}", kind.word())).to_lowercase();
                let times = [("from", self.moment(*from).into()), ("to", self.moment(*to).into())];
                let [from, to] = times;
                self.voice.text_with("roster-event-absent", &[person, ("kind", kind.into()), from, to])
            }
            RosterEvent::Leaves { from, .. } => {
                self.voice.text_with("roster-event-leaves", &[person, ("from", from.to_string().into())])
            }
            RosterEvent::Returns { from, .. } => {
                self.voice.text_with("roster-event-returns", &[person, ("from", self.moment(*from).into())])
            }
            RosterEvent::CoverChanged { row, from, to, min, target } => {
                let variables = [
                    ("row", row.to_string().into()),
                    ("from", from.to_string().into()),
                    ("to", to.to_string().into()),
                    ("min", (*min).into()),
                    ("target", (*target).into()),
                ];
                self.voice.text_with("roster-event-cover", &variables)
            }
            RosterEvent::MustHave { wish } => {
                let dates = [("from", wish.from.to_string().into()), ("to", wish.to.to_string().into())];
                let [from, to] = dates;
                self.voice.text_with("roster-event-wish", &[person, from, to])
            }
        }
    }

    /// What a change does to a person: hours, pay, burden, wishes, and what rules say.
    pub fn effect(&self, it: &Effect) -> Vec<String> {
        let mut parts = Vec::new();
        for hours in &it.hours {
            let variables = [
                ("before", self.length(hours.before).into()),
                ("after", self.length(hours.after).into()),
                ("owed", self.length(hours.owed).into()),
            ];
            parts.push(self.voice.text_with("roster-effect-hours", &variables));
        }
        if it.dkk != Kroner(0.0) {
            parts.push(self.kroner(it.dkk));
        }
        for burden in &it.burden {
            let key =
                if burden.above < Minutes(0) { "roster-effect-burden-below" } else { "roster-effect-burden-above" };
            let kind = self.voice.text(&format!("burden-{}", burden.kind.word())).to_lowercase();
            let beside = Minutes(burden.above.0.abs());
            let sign = if burden.added < Minutes(0) { "" } else { "+" };
            let variables = [
                ("kind", kind.into()),
                ("added", format!("{sign}{}", self.measure(Measure::Time(burden.added))).into()),
                ("beside", self.length(beside).into()),
            ];
            parts.push(self.voice.text_with(key, &variables));
        }
        for (key, wishes) in [("roster-effect-refused", &it.refused), ("roster-effect-granted", &it.granted)] {
            if !wishes.is_empty() {
                let ids: Vec<String> = wishes.iter().map(WishId::to_string).collect();
                parts.push(self.voice.text_with(key, &[("wishes", ids.join(", ").into())]));
            }
        }
        parts.extend(it.broken.iter().map(|it| self.broken(it)));
        parts.extend(it.priced.iter().map(|it| self.price(it)));
        parts.extend(
            it.advised
                .iter()
                .map(|it| self.voice.text_with("roster-effect-advised", &[("rule", self.rule(it).into())])),
        );
        parts
    }

    /// How much the roster's worth changes on the first level on which it does.
    pub fn worth(&self, levels: &[f64]) -> String {
        let changes = levels.iter().enumerate().find(|(_, it)| it.abs() >= 0.05);
        let Some((level, change)) = changes else { return self.voice.text("roster-worth-same") };
        let key = if *change < 0.0 { "roster-worth-better" } else { "roster-worth-worse" };
        let goals = self.period.goals.levels[level].iter().filter(|it| it.1 > 0.0);
        let one: Vec<_> = goals.map(|it| it.0).collect();
        let of = match one.as_slice() {
            [goal] => self.voice.text(&format!("roster-goal-{goal}")),
            _ => self.voice.text_with("roster-worth-level", &[("level", (level + 1).into())]),
        };
        let variables = [("of", of.into()), ("amount", self.voice.number(change.abs(), 1).into())];
        self.voice.text_with(key, &variables)
    }
}

/// Why a question about a roster has no answer.
pub fn refusal(error: &ChangeError, voice: Voice) -> String {
    let text = |key: &str, name: &'static str, value: String| voice.text_with(key, &[(name, value.into())]);
    match error {
        ChangeError::TooLarge(error) => too_large(error, voice),
        ChangeError::UnknownPerson { person } => text("roster-unknown-person", "person", person.to_string()),
        ChangeError::OutsidePeriod { date } => text("roster-change-outside", "date", date.to_string()),
        ChangeError::Past { date } => text("roster-change-past", "date", date.to_string()),
        ChangeError::NoDuty { person, date } => {
            let variables = [("person", person.to_string().into()), ("date", date.to_string().into())];
            voice.text_with("roster-change-no-duty", &variables)
        }
        ChangeError::UnknownCover { row, rows } => {
            voice.text_with("roster-change-no-row", &[("row", row.to_string().into()), ("last", (rows - 1).into())])
        }
        ChangeError::NotAsked { row, date } => voice.text_with(
            "roster-change-not-asked",
            &[("row", row.to_string().into()), ("date", date.to_string().into())],
        ),
        ChangeError::EndsBeforeItBegins => voice.text("roster-change-ends-first"),
        ChangeError::Period(problems) => text("roster-change-period", "reason", super::words::faults(problems, voice)),
    }
}

/// A period with more duties than the engine tells apart.
pub fn too_large(error: &TooLarge, voice: Voice) -> String {
    let TooLarge::Duties { found, most } = error;
    let counts = [("found", voice.count(*found).into()), ("most", voice.count(*most).into())];
    voice.text_with("roster-too-large", &counts)
}
