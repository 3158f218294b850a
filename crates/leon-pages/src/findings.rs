//! What a match found, drawn together once for summary, report and result tables.

mod figures;
mod price_spread;

use crate::names::Names;
use crate::texts::Voice;
pub use figures::{SourceUse, assumptions, of_key, sources_in_use, sources_of};
pub use price_spread::{PriceSpread, PriceUnit, amount, price_spreads, price_unit, worth};

use leon_match::{
    Axis, EvidenceShare, Gap, Matched, NewShortage, TaskMaturity, Who, WhoDoesWhat, evidence_shares, gap_by, maturity,
    new_shortages, who_does_what,
};
use leon_model::{Case, Fte, Hours, PlaceKind, SettingId};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};

/// Hours a week of the whole case.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Total {
    pub need: Hours,
    pub technology: Hours,
    pub staff: Hours,
    pub unmet: Hours,
    pub weighted_unmet: f64,
    /// Hours bought besides the staff at hand.
    pub bought: Hours,
    /// Paid full-time positions that would give the unmet hours, at each setting's own share of care.
    pub unmet_fte: Option<Fte>,
}

/// Hours of one doer before and after, all tasks together.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub who: Who,
    pub before: Hours,
    pub after: Hours,
}

/// The answer with everything that is derived from it.
pub struct Findings<'a> {
    pub case: &'a Case,
    pub matched: &'a Matched,
    pub total: Total,
    pub places: Vec<Gap>,
    pub settings: Vec<Gap>,
    pub tasks: Vec<Gap>,
    pub competences: Vec<Gap>,
    pub groups: Vec<Gap>,
    pub who: Vec<WhoDoesWhat>,
    pub shortages: Vec<NewShortage>,
    pub maturity: Vec<TaskMaturity>,
    pub evidence: Vec<EvidenceShare>,
}

impl<'a> Findings<'a> {
    /// Draws together what a match found.
    pub fn new(case: &'a Case, matched: &'a Matched) -> Self {
        let plan = &matched.plan;
        let settings = gap_by(case, plan, Axis::Setting);
        Self {
            case,
            matched,
            total: total(case, matched, &settings),
            places: gap_by(case, plan, Axis::Place),
            tasks: gap_by(case, plan, Axis::Task),
            competences: gap_by(case, plan, Axis::Competence),
            groups: gap_by(case, plan, Axis::StaffGroup),
            settings,
            who: who_does_what(case, plan),
            shortages: new_shortages(case, matched),
            maturity: maturity(case, plan),
            evidence: evidence_shares(case, plan),
        }
    }

    /// The voice with the precision that suits the case.
    pub fn voice(&self, voice: Voice) -> Voice {
        voice.for_hours(self.total.need)
    }

    /// The names of the case's things.
    pub fn names(&self, voice: Voice) -> Names<'a> {
        Names { case: self.case, voice }
    }

    /// The regions, in the case's order.
    pub fn regions(&self) -> Vec<&Gap> {
        self.places.iter().filter(|gap| self.kind(gap) == PlaceKind::Region && gap.need.0 > 0.0).collect()
    }

    /// The places below the regions that have a need of their own, largest unmet share first.
    pub fn worst_places(&self) -> Vec<&Gap> {
        let own: HashSet<&str> = self.case.needs.iter().map(|it| it.place.as_str()).collect();
        let is_local = |gap: &&Gap| {
            !matches!(self.kind(gap), PlaceKind::Country | PlaceKind::Region) && own.contains(gap.key.as_str())
        };
        let mut places: Vec<_> = self.places.iter().filter(is_local).filter(|gap| gap.need.0 > 0.0).collect();
        places.sort_by(|a, b| unmet_share(b).total_cmp(&unmet_share(a)));
        places
    }

    /// Hours of each doer before and after, in the case's order of groups, then technologies, then nobody.
    pub fn shares_in(&self, setting: Option<&SettingId>) -> Vec<Share> {
        let mut hours: BTreeMap<(usize, Who), (f64, f64)> = BTreeMap::new();
        for row in self.who.iter().filter(|row| setting.is_none_or(|it| *it == row.setting)) {
            let sum = hours.entry((self.order(&row.who), row.who.clone())).or_default();
            sum.0 += row.before.0;
            sum.1 += row.after.0;
        }
        hours.into_iter().map(|((_, who), sum)| Share { who, before: Hours(sum.0), after: Hours(sum.1) }).collect()
    }

    /// The largest changes of who does a task, unmet hours left out.
    pub fn largest_moves(&self) -> Vec<&WhoDoesWhat> {
        let change = |row: &WhoDoesWhat| (row.after - row.before).0.abs();
        let mut moves: Vec<_> = self.who.iter().filter(|it| it.who != Who::Unmet && change(it) > 0.05).collect();
        moves.sort_by(|a, b| change(b).total_cmp(&change(a)));
        moves
    }

    /// The bindings by what lifting each alone would give: weighted hours first, then kroner, most first.
    pub fn bindings_by_value(&self) -> Vec<&leon_match::BindingValue> {
        let mut values: Vec<_> = self.matched.binding_values.iter().collect();
        let key = |it: &leon_match::BindingValue| (it.saved.weighted_unmet, it.saved.bought.0);
        values.sort_by(|a, b| key(b).partial_cmp(&key(a)).unwrap_or(Ordering::Equal));
        values
    }

    /// The scarcity prices of each group over its places, in the case's order of groups.
    pub fn price_spreads(&self) -> Vec<PriceSpread<'_>> {
        price_spreads(self.case, &self.matched.prices)
    }

    fn kind(&self, gap: &Gap) -> PlaceKind {
        self.case.place(&gap.key.as_str().into()).kind
    }

    fn order(&self, doer: &Who) -> usize {
        let groups = self.case.staff_groups.len();
        match doer {
            Who::Group(id) => self.case.staff_groups.iter().position(|it| it.id == *id).unwrap_or(groups),
            Who::Technology(id) => groups + self.case.technologies.iter().position(|it| it.id == *id).unwrap_or(0),
            Who::Unmet => usize::MAX,
        }
    }
}

/// The share of a need that is unmet; 0 where there is no need.
pub fn unmet_share(gap: &Gap) -> f64 {
    if gap.need.0 > 0.0 { gap.unmet.0 / gap.need.0 } else { 0.0 }
}

fn total(case: &Case, matched: &Matched, settings: &[Gap]) -> Total {
    let sum = |part: fn(&Gap) -> Hours| settings.iter().map(part).sum::<Hours>();
    Total {
        need: sum(|it| it.need),
        technology: sum(|it| it.technology),
        staff: sum(|it| it.staff),
        unmet: sum(|it| it.unmet),
        weighted_unmet: settings.iter().map(|it| it.weighted_unmet).sum(),
        bought: matched.plan.extra.iter().map(|it| it.hours).sum(),
        unmet_fte: settings.iter().map(|it| fte(case, &it.key.as_str().into(), it.unmet)).sum(),
    }
}

/// Full-time positions that give so many care hours in a setting: its staff's paid hours for each of theirs.
/// `None` where hours are missing in a setting without staff to go by.
fn fte(case: &Case, setting: &SettingId, hours: Hours) -> Option<Fte> {
    if hours.0 <= 0.0 {
        return Some(Fte(0.0));
    }
    let staff = || case.capacity.iter().filter(|it| it.setting == *setting);
    let positions: f64 = staff().map(|it| it.fte.value).sum();
    let care: Hours = staff().map(|it| case.care_hours(it)).sum();
    (care.0 > 0.0).then(|| Fte(hours.0 * positions / care.0))
}
