//! What a projection found, with what it was asked, for all ways of showing it.

use crate::map::Missing;
use crate::names::Names;
use crate::projection::year_map::local;
use crate::texts::Voice;
use leon_formats::Lang;
use leon_model::{Case, Hours, Scenario, Year};
use leon_project::{Options, Projection, Totals, YearAnswer};
use std::collections::HashSet;

/// The years shown in short tables: the first, the last, and those that end in 0 or 5.
const STEP: u32 = 5;

/// The answer with its case, scenarios and options.
pub struct Findings<'a> {
    pub case: &'a Case,
    pub scenarios: &'a [Scenario],
    pub projection: &'a Projection,
    pub options: Options<'static>,
}

impl<'a> Findings<'a> {
    /// The voice with the precision that suits the case.
    pub fn voice(&self, voice: Voice) -> Voice {
        voice.for_hours(self.projection.paths.first().map_or(Hours(0.0), |it| it.central[0].totals.need))
    }

    pub fn names(&self, voice: Voice) -> Names<'a> {
        Names { case: self.case, voice }
    }

    /// A scenario's name.
    pub fn scenario(&self, number: usize, voice: Voice) -> &'a str {
        let it = &self.scenarios[number];
        voice.name(&it.name_da, &it.name_en)
    }

    /// Places in the list of years that short tables show.
    pub fn years_shown(&self) -> Vec<usize> {
        let years = &self.projection.years;
        let last = years.len().saturating_sub(1);
        let shown = |(at, year): &(usize, &Year)| *at == 0 || *at == last || year.0.is_multiple_of(STEP);
        years.iter().enumerate().filter(shown).map(|(at, _)| at).collect()
    }

    /// The last year's place in the list.
    pub fn last(&self) -> usize {
        self.projection.years.len().saturating_sub(1)
    }

    /// What a scenario costs over all years, by payer in the order of its entries; kroner.
    pub fn costs(&self, number: usize) -> Vec<(&'a str, f64)> {
        let mut by_payer: Vec<(&str, f64)> = Vec::new();
        for it in &self.scenarios[number].costs {
            let years = self.projection.years.iter().filter(|year| (it.from..=it.to).contains(*year)).count();
            let dkk = it.dkk_per_year.value * years as f64;
            match by_payer.iter_mut().find(|(payer, _)| *payer == it.payer) {
                Some((_, sum)) => *sum += dkk,
                None => by_payer.push((&it.payer, dkk)),
            }
        }
        by_payer
    }

    /// The places below the regions with need of their own, largest unmet share of a year first.
    pub fn worst_places(&self, year: &'a YearAnswer) -> Vec<Missing<'a>> {
        local(self.case, year.places.iter().map(|(id, need, unmet)| (id, *need, *unmet)))
    }
}

/// Unmet full-time positions: the figure that answers are told in.
pub fn unmet_fte(totals: &Totals) -> f64 {
    totals.unmet_fte.0
}

/// Gives a scenario the number after its name that it takes for every name to be one scenario's alone: rows of tables are
/// told apart by it.
pub fn told_apart(scenarios: &mut [Scenario]) {
    let names: [fn(&mut Scenario) -> &mut String; 2] = [|it| &mut it.name_da, |it| &mut it.name_en];
    for name in names {
        let mut taken: HashSet<String> = HashSet::new();
        for scenario in scenarios.iter_mut() {
            let own = name(scenario).clone();
            let numbered = (2..).map(|number| format!("{own} ({number})"));
            let free = std::iter::once(own.clone()).chain(numbered).find(|it| !taken.contains(it)).unwrap_or(own);
            taken.insert(free.clone());
            *name(scenario) = free;
        }
    }
}

/// The scenario in which nothing changes but population and staff.
pub fn as_it_stands() -> Scenario {
    let in_language = |lang: Lang| Voice::new(lang).text("project-as-it-stands");
    Scenario { name_da: in_language(Lang::Da), name_en: in_language(Lang::En), ..Scenario::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_scenarios_have_one_name() {
        let named = |name: &str| Scenario { name_da: name.into(), name_en: "Plan".into(), ..Scenario::default() };
        let mut all = ["A", "B", "A", "A (2)", "A"].map(named);
        told_apart(&mut all);
        assert_eq!(all.each_ref().map(|it| it.name_da.as_str()), ["A", "B", "A (2)", "A (2) (2)", "A (3)"]);
        assert_eq!(all[4].name_en, "Plan (5)");
    }
}
