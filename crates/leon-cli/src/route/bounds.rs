//! What a level's lower bound says of a plan, and what it does not.

use super::words::Words;
use crate::numbers::MISSING;
use leon_model::Goal;
use leon_route::{BoundEnd, BoundMethod, LevelBound, Relaxed};

/// A level's bound in words.
pub struct LevelWords<'a> {
    pub words: &'a Words<'a>,
    pub level: &'a LevelBound,
    /// Counted from 1.
    pub number: usize,
}

/// What has come out for a level: the key of its text.
pub fn outcome(level: &LevelBound) -> &'static str {
    match (level.method, level.end) {
        _ if level.is_best() => "bound-best",
        (BoundMethod::Floor, BoundEnd::TooLarge) => "bound-too-large",
        (BoundMethod::Floor, _) => "bound-floor",
        (BoundMethod::Flow, _) => "bound-flow",
        (_, BoundEnd::TooLarge) => "bound-routes",
        (_, BoundEnd::Finished) => "bound-finished",
        (_, BoundEnd::Budget) => "bound-rounds",
        (_, BoundEnd::Labels) => "bound-routes",
        (_, BoundEnd::Stopped) => "bound-stopped",
        (_, BoundEnd::NoAnswer) => "bound-no-answer",
    }
}

impl LevelWords<'_> {
    /// The goals with their weights, as `Paid time + 15 × Known faces`.
    pub fn goals(&self) -> String {
        let voice = self.words.voice;
        let goal = |&(goal, weight): &(Goal, f64)| {
            let name = self.words.goal(goal);
            let decimals = if weight.fract() == 0.0 { 0 } else { 2 };
            if weight == 1.0 { name } else { format!("{} × {name}", voice.number(weight, decimals)) }
        };
        let goals: Vec<_> = self.level.goals.iter().filter(|it| it.1 != 0.0).map(goal).collect();
        if goals.is_empty() { MISSING.to_owned() } else { goals.join(" + ") }
    }

    pub fn unit(&self) -> String {
        match self.single() {
            Some(goal) => self.words.goal_unit(goal),
            None => self.words.voice.text("bound-unit-weighed"),
        }
    }

    pub fn value(&self) -> String {
        self.shown(self.level.value)
    }

    /// Rounded down: what is said is proven too.
    pub fn bound(&self) -> String {
        if self.level.is_best() { self.value() } else { self.rounded(self.level.bound, f64::floor) }
    }

    /// How far from the best at most, rounded up, and its share of the value; nothing for a mere floor.
    pub fn gap(&self) -> Option<(String, String)> {
        if self.is_floor() {
            return None;
        }
        let gap = if self.level.is_best() { 0.0 } else { self.level.gap() };
        let share = if gap > 0.0 { self.level.gap_share() } else { Some(0.0) };
        let share = share.map_or_else(|| MISSING.to_owned(), |it| self.words.voice.percent(it));
        Some((self.rounded(gap, f64::ceil), share))
    }

    /// What no plan can be below, why the search ended there, and what it did not ask of plans.
    pub fn sentence(&self) -> String {
        let voice = self.words.voice;
        let mut variables = vec![
            ("level", voice.count(self.number).into()),
            ("bound", self.bound().into()),
            ("value", self.value().into()),
            ("unit", self.unit().into()),
        ];
        if self.level.is_best() {
            return voice.text_with("bound-said-best", &variables);
        }
        let mut text = match self.gap() {
            Some((gap, share)) => {
                variables.extend([("gap", gap.into()), ("share", share.into())]);
                voice.text_with("bound-said", &variables)
            }
            None => voice.text_with("bound-said-floor", &variables),
        };
        let rounds = ("rounds", voice.count(self.level.rounds as usize).into());
        text += " ";
        text += &voice.text_with(ended(self.level.end), &[rounds]);
        if !self.level.relaxed.is_empty() {
            let relaxed: Vec<_> = self.level.relaxed.iter().map(|it| voice.text(relaxed(*it))).collect();
            text += " ";
            text += &voice.text_with("bound-relaxed", &[("relaxed", relaxed.join("; ").into())]);
        }
        text
    }

    /// Whether the bound says nothing about this plan.
    fn is_floor(&self) -> bool {
        self.level.method == BoundMethod::Floor && !self.level.is_best()
    }

    /// The goal, where the level's value is in its unit.
    fn single(&self) -> Option<Goal> {
        let mut goals = self.level.goals.iter().filter(|it| it.1 != 0.0);
        match (goals.next(), goals.next()) {
            (Some(&(goal, 1.0)), None) => Some(goal),
            _ => None,
        }
    }

    fn shown(&self, value: f64) -> String {
        self.words.voice.number(value, self.decimals())
    }

    fn rounded(&self, value: f64, round: fn(f64) -> f64) -> String {
        let tens = 10_f64.powi(i32::try_from(self.decimals()).unwrap_or_default());
        self.shown(round(value * tens) / tens)
    }

    fn decimals(&self) -> usize {
        self.single().map_or(1, Words::goal_decimals)
    }
}

/// Why the search went no further: the key of its text.
fn ended(end: BoundEnd) -> &'static str {
    match end {
        BoundEnd::Finished => "bound-ended-finished",
        BoundEnd::Budget => "bound-ended-rounds",
        BoundEnd::Labels => "bound-ended-routes",
        BoundEnd::Stopped => "bound-ended-stopped",
        BoundEnd::TooLarge => "bound-ended-too-large",
        BoundEnd::NoAnswer => "bound-ended-no-answer",
    }
}

/// What is not asked of plans: the key of its text.
fn relaxed(it: Relaxed) -> &'static str {
    match it {
        Relaxed::Fractions => "relaxed-fractions",
        Relaxed::Ties => "relaxed-ties",
        Relaxed::Cars => "relaxed-cars",
        Relaxed::TravelMax => "relaxed-travel-max",
        Relaxed::VisitsMax => "relaxed-visits-max",
        Relaxed::SharedFaces => "relaxed-shared-faces",
        Relaxed::EarliestLateness => "relaxed-earliest-lateness",
        Relaxed::Tangents => "relaxed-tangents",
        Relaxed::ChangedTimes => "relaxed-changed-times",
        Relaxed::QuickestBand => "relaxed-quickest-band",
    }
}
