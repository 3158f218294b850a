//! The mix of errands of a municipality: which task at which complexity, how often.

use crate::allowed::{Groups, allowed};
use crate::calibration::{self as calibrated, HABITS, Habit, NO_VISITS, OTHER_HABIT};
use crate::random::Chance;
use crate::{DayOptions, GenerateError};
use leon_model::{Case, Complexity, Need, SettingId};

/// The settings that are at the citizen's own home.
pub(crate) fn home_settings() -> [SettingId; 2] {
    ["home_care".into(), "home_nursing".into()]
}

/// A kind of errand: a need of the municipality, met in so many errands.
#[derive(Clone, Copy)]
pub(crate) struct Kind<'c> {
    pub(crate) need: &'c Need,
    pub(crate) habit: &'static Habit,
    pub(crate) groups: Groups,
    /// Mean minutes of an errand.
    pub(crate) minutes: f64,
}

impl Kind<'_> {
    /// What an errand at this complexity takes, of what the habit says.
    pub(crate) fn complexity_factor(&self) -> f64 {
        match self.need.complexity {
            Complexity::Low => calibrated::COMPLEXITY_LOW.value,
            Complexity::Medium => 1.0,
            Complexity::High => calibrated::COMPLEXITY_HIGH.value,
        }
    }
}

/// All kinds of errand of a municipality, by complexity of the citizen and by whether they are weekly.
pub(crate) struct Mix<'c> {
    pub(crate) kinds: Vec<Kind<'c>>,
    /// Errands a week of each kind.
    rates: Vec<f64>,
    /// By complexity: weekly errands, as a share of all.
    weekly: [f64; 3],
    /// Errands a week by complexity.
    by_complexity: [f64; 3],
    /// Minutes of care a day in the whole municipality.
    pub(crate) minutes_per_day: f64,
    /// Mean minutes of an errand.
    pub(crate) mean_minutes: f64,
}

impl<'c> Mix<'c> {
    pub(crate) fn new(case: &'c Case, options: &DayOptions) -> Result<Self, GenerateError> {
        let place = case.places.iter().find(|it| it.id == options.municipality);
        let place = &place.ok_or_else(|| GenerateError::UnknownPlace(options.municipality.clone()))?.id;
        let mut kinds = Vec::new();
        let mut rates = Vec::new();
        let home = home_settings();
        for need in case.needs.iter().filter(|it| it.place == *place && home.contains(&it.setting)) {
            let groups = allowed(case, need);
            if NO_VISITS.contains(&need.task.as_str()) || groups.is_empty() || need.hours_per_week.value <= 0.0 {
                continue;
            }
            let habit = HABITS.iter().find(|it| it.task == need.task.as_str()).unwrap_or(&OTHER_HABIT);
            let mut kind = Kind { need, habit, groups, minutes: habit.mean_minutes() };
            kind.minutes *= kind.complexity_factor();
            rates.push(need.hours_per_week.value * 60.0 / kind.minutes);
            kinds.push(kind);
        }
        if kinds.is_empty() {
            return Err(GenerateError::NoNeeds(place.clone()));
        }
        let rate_where = |wanted: &dyn Fn(&Kind<'_>) -> bool| -> f64 {
            kinds.iter().zip(&rates).filter(|(kind, _)| wanted(kind)).map(|(_, rate)| rate).sum()
        };
        let levels = [Complexity::Low, Complexity::Medium, Complexity::High];
        let by_complexity = levels.map(|level| rate_where(&|it| it.need.complexity == level));
        let weekly = levels.map(|level| rate_where(&|it| it.need.complexity == level && it.habit.weekly));
        let weekly = [0, 1, 2].map(|i| if by_complexity[i] > 0.0 { weekly[i] / by_complexity[i] } else { 0.0 });
        let minutes: f64 = kinds.iter().zip(&rates).map(|(kind, rate)| kind.minutes * rate).sum();
        let mean_minutes = minutes / rates.iter().sum::<f64>();
        Ok(Self { weekly, by_complexity, minutes_per_day: minutes / 7.0, mean_minutes, kinds, rates })
    }

    /// A citizen's complexity, as often as errands are at it.
    pub(crate) fn draw_complexity(&self, chance: &mut Chance) -> Complexity {
        [Complexity::Low, Complexity::Medium, Complexity::High][chance.weighted(&self.by_complexity)]
    }

    /// The weights of the kinds for a citizen. Weekly errands are likelier among those of citizens with little help
    /// (`light`), whose errands are the share `light_share` of all, and as much rarer among the others: over all
    /// citizens the mix is the case's.
    pub(crate) fn weights(&self, complexity: Complexity, light: bool, light_share: f64) -> Vec<f64> {
        let weekly = self.weekly[complexity as usize];
        let of_light = (calibrated::WEEKLY_TO_LIGHT.value * weekly).min(1.0).min(weekly / light_share);
        let here = if light { of_light } else { (weekly - light_share * of_light) / (1.0 - light_share) };
        let factor = |is_weekly: bool| match (is_weekly, weekly) {
            (true, weekly) if weekly > 0.0 => here / weekly,
            (false, weekly) if weekly < 1.0 => (1.0 - here) / (1.0 - weekly),
            _ => 0.0,
        };
        let weight = |(kind, rate): (&Kind<'_>, &f64)| {
            if kind.need.complexity == complexity { rate * factor(kind.habit.weekly) } else { 0.0 }
        };
        self.kinds.iter().zip(&self.rates).map(weight).collect()
    }
}
