//! What a day's things are called: visits, carers, times, goals and what these are made of.

use super::figures::visit;
use crate::texts::Voice;
use leon_check::{GoalPart, PartOf};
use leon_formats::day::{Clock, day_problem};
use leon_model::{CarerId, Day, DayProblem, Goal, Moment, Necessity, Seconds, Visit, VisitId};
use std::collections::BTreeSet;

/// Words for what is in a day.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub day: &'a Day,
    pub clock: &'a Clock,
    pub voice: Voice,
    /// Whether times need their date.
    several_days: bool,
}

impl<'a> Words<'a> {
    pub fn new(day: &'a Day, clock: &'a Clock, voice: Voice) -> Self {
        let several_days = dates(day, clock).len() > 1;
        Self { day, clock, voice, several_days }
    }

    /// How many visits, citizens and carers.
    pub fn counts(&self) -> String {
        let counts = [
            ("visits", self.voice.count(self.day.visits.len()).into()),
            ("citizens", self.voice.count(self.day.citizens.len()).into()),
            ("carers", self.voice.count(self.day.carers.len()).into()),
        ];
        self.voice.text_with("route-counts", &counts)
    }

    /// The dates on which shifts begin: one, or the first and the last.
    pub fn dates(&self) -> String {
        let dates = dates(self.day, self.clock);
        match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
            (Some(date), _) => date.clone(),
            _ => crate::numbers::MISSING.to_owned(),
        }
    }

    /// The minute, as `07:30`; with its date on several days.
    pub fn minute(&self, moment: Moment) -> String {
        self.exact(Moment(moment.0.div_euclid(60) * 60))
    }

    /// The instant to the second, as `07:30` or `07:30:15`; with its date on several days.
    pub fn exact(&self, moment: Moment) -> String {
        let time = self.clock.time_of_day(moment);
        if self.several_days { format!("{} {time}", self.clock.date(moment)) } else { time }
    }

    /// From one minute to another.
    pub fn span(&self, from: Moment, to: Moment) -> String {
        let to = if self.clock.date(from) == self.clock.date(to) {
            self.clock.time_of_day(Moment(to.0.div_euclid(60) * 60))
        } else {
            self.minute(to)
        };
        format!("{}–{to}", self.minute(from))
    }

    /// When a visit may begin.
    pub fn windows(&self, visit: &Visit) -> String {
        let spans: Vec<_> = visit.windows.iter().map(|it| self.span(it.open, it.close)).collect();
        spans.join(", ")
    }

    /// Hours and minutes, as `1:05`.
    pub fn length(&self, seconds: Seconds) -> String {
        let minutes = (seconds.0.unsigned_abs() + 30) / 60;
        let sign = if seconds.0 < 0 && minutes > 0 { "−" } else { "" };
        format!("{sign}{}:{:02}", self.voice.number((minutes / 60) as f64, 0), minutes % 60)
    }

    /// Minutes with what they have of seconds, as `5` or `5:30`.
    pub fn minutes(&self, seconds: Seconds) -> String {
        let (sign, all) = (if seconds.0 < 0 { "−" } else { "" }, seconds.0.unsigned_abs());
        let minutes = self.voice.number((all / 60) as f64, 0);
        if all % 60 == 0 { format!("{sign}{minutes}") } else { format!("{sign}{minutes}:{:02}", all % 60) }
    }

    /// Whole minutes, a part of one as one: `6` for 5:01.
    pub fn minutes_up(&self, seconds: Seconds) -> String {
        self.voice.number(((seconds.0 + 59).div_euclid(60)) as f64, 0)
    }

    /// A shift of a carer by its time; by its number when the carer has no such shift.
    pub fn shift(&self, carer: &CarerId, shift: usize) -> String {
        let found = self.day.carer_index(carer).and_then(|row| self.day.carers[row].shifts.get(shift));
        found.map_or_else(|| self.voice.count(shift + 1), |it| self.span(it.start, it.end))
    }

    /// A visit in a sentence: its id, and what it is where the day says so.
    pub fn visit(&self, id: &VisitId) -> String {
        let label = visit(self.day, id).map_or("", |it| it.label.as_str());
        if label.is_empty() { id.to_string() } else { format!("{id} ({label})") }
    }

    /// How much a visit matters.
    pub fn necessity(&self, necessity: Necessity) -> String {
        match necessity {
            Necessity::Mandatory { priority } => self.voice.count(priority.into()),
            Necessity::Optional { worth } => {
                let minutes = self.voice.number(worth.0 as f64, 0);
                self.voice.text_with("visit-optional", &[("minutes", minutes.into())])
            }
        }
    }

    pub fn goal(&self, goal: Goal) -> String {
        self.voice.text(&format!("goal-{goal}"))
    }

    pub fn goal_unit(&self, goal: Goal) -> String {
        self.voice.text(&format!("goal-unit-{goal}"))
    }

    /// A value of a goal in its unit.
    pub fn goal_value(&self, goal: Goal, value: f64) -> String {
        self.voice.number(value, Self::goal_decimals(goal))
    }

    /// Decimals with which a goal's values are shown.
    pub fn goal_decimals(goal: Goal) -> usize {
        match goal {
            Goal::LeftOut | Goal::Changes | Goal::Fairness => 0,
            Goal::Lateness | Goal::Level | Goal::PaidTime | Goal::Continuity => 1,
        }
    }

    /// What a goal's value is made of, kind by kind: `kørsel 120,5, ventetid 12,0`.
    pub fn made_of<'b>(&self, goal: Goal, parts: impl Iterator<Item = &'b GoalPart>) -> String {
        let mut sums: Vec<(&str, f64)> = Vec::new();
        for part in parts.filter(|it| it.goal == goal) {
            let kind = kind(&part.of);
            match sums.iter_mut().find(|(it, _)| *it == kind) {
                Some((_, sum)) => *sum += part.amount,
                None => sums.push((kind, part.amount)),
            }
        }
        let words = sums.iter().map(|(kind, sum)| format!("{} {}", self.voice.text(kind), self.goal_value(goal, *sum)));
        words.collect::<Vec<_>>().join(" · ")
    }
}

/// What is wrong with a day that stands in no file, all in one line.
pub fn faults(problems: &[DayProblem], clock: &Clock, voice: Voice) -> String {
    let said: Vec<_> = problems.iter().map(|it| day_problem(it, clock).message(voice.lang)).collect();
    said.join(" ")
}

fn dates(day: &Day, clock: &Clock) -> BTreeSet<String> {
    let shifts = day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start);
    shifts.map(|it| clock.date(it)).collect()
}

/// The kind of a part: the key of its text.
fn kind(of: &PartOf) -> &'static str {
    match of {
        PartOf::VisitLeftOut { .. } => "part-visit-left-out",
        PartOf::SlotLeftOut { .. } => "part-slot-left-out",
        PartOf::Late { .. } => "part-late",
        PartOf::AboveLowestLevel { .. } => "part-above-lowest-level",
        PartOf::Travel { .. } => "part-travel",
        PartOf::Waiting { .. } => "part-waiting",
        PartOf::Overtime { .. } => "part-overtime",
        PartOf::NewFace { .. } => "part-new-face",
        PartOf::Unwanted { .. } => "part-unwanted",
        PartOf::Wanted { .. } => "part-wanted",
        PartOf::AboveFairShare { .. } => "part-above-fair-share",
        PartOf::OtherCarer { .. } => "part-other-carer",
        PartOf::OtherTime { .. } => "part-other-time",
    }
}
