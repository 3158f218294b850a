//! Every figure of a case, and what rests on assumptions and claims.

use crate::texts::Voice;
use leon_match::EvidenceOf;
use leon_model::{Case, EvidenceClass, Figure, SourceId, Table};
use std::collections::HashMap;

/// A figure with the table and column where it stands.
#[derive(Clone, Copy, Debug)]
struct Placed<'a> {
    pub table: Table,
    pub column: &'static str,
    pub figure: &'a Figure,
}

/// Figures of one column that rest on one source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceUse<'a> {
    pub source: &'a SourceId,
    pub class: EvidenceClass,
    pub table: Table,
    pub column: &'static str,
    pub figures: usize,
    /// Lowest low and highest high of them.
    pub low: f64,
    pub high: f64,
}

/// The text that names a kind of hours.
pub fn of_key(of: EvidenceOf) -> &'static str {
    match of {
        EvidenceOf::Need => "evidence-of-need",
        EvidenceOf::StaffHours => "evidence-of-staff",
        EvidenceOf::Technology => "evidence-of-technology",
        EvidenceOf::Unmet => "evidence-of-unmet",
    }
}

impl SourceUse<'_> {
    /// The range of the figures, with as many decimals as their size asks for.
    pub fn range(&self, voice: Voice) -> String {
        let decimals = match self.high.abs() {
            high if high >= 1000.0 => 0,
            high if high >= 10.0 => 1,
            _ => 3,
        };
        let number = |value| voice.number(value, decimals);
        format!("{} – {}", number(self.low), number(self.high))
    }
}

type Columns<'a, Row> = fn(&'a Row) -> Vec<(&'static str, Option<&'a Figure>)>;

/// Every figure of a case, in table and row order.
fn figures(case: &Case) -> Vec<Placed<'_>> {
    let parameters = std::slice::from_ref(&case.parameters);
    let mut all = Vec::new();
    all.extend(of(Table::Parameters, parameters, |it| {
        vec![
            ("fte_hours_per_year", it.fte_hours_per_year.as_ref()),
            ("weeks_per_year", it.weeks_per_year.as_ref()),
            ("unmet_hour_dkk", it.unmet_hour_dkk.as_ref()),
        ]
    }));
    all.extend(of(Table::Places, &case.places, |it| {
        vec![("population", it.population.as_ref()), ("population_80_plus", it.population_80_plus.as_ref())]
    }));
    all.extend(of(Table::Complexities, &case.complexities, |it| vec![("severity_factor", Some(&it.severity_factor))]));
    all.extend(of(Table::Holdings, &case.holdings, |it| {
        vec![("training_share", it.training_share.as_ref()), ("supervision_share", it.supervision_share.as_ref())]
    }));
    all.extend(of(Table::Tasks, &case.tasks, |it| vec![("severity", Some(&it.severity))]));
    all.extend(of(Table::Needs, &case.needs, |it| vec![("hours_per_week", Some(&it.hours_per_week))]));
    all.extend(of(Table::Capacity, &case.capacity, |it| {
        vec![("fte", Some(&it.fte)), ("net_care_share", Some(&it.net_care_share))]
    }));
    all.extend(of(Table::ExtraHours, &case.extra_hours, |it| vec![("fte_max", Some(&it.fte_max))]));
    all.extend(of(Table::Prices, &case.prices, |it| vec![("dkk_per_hour", Some(&it.dkk_per_hour))]));
    all.extend(of(Table::Pools, &case.pools, |it| {
        vec![("share_max", Some(&it.share_max)), ("loss_share", Some(&it.loss_share))]
    }));
    all.extend(of(Table::Continuity, &case.continuity, |it| vec![("share_min", Some(&it.share_min))]));
    all.extend(of(Table::Baseline, &case.baseline, |it| vec![("share", Some(&it.share))]));
    all.extend(of(Table::Bindings, &case.bindings, |it| vec![("limit", it.limit.as_ref())]));
    all.extend(of(Table::Technologies, &case.technologies, |it| {
        let effect = it.effect.as_ref();
        vec![
            ("maturity", it.maturity.as_ref()),
            ("claimed_fte", it.claimed_fte.as_ref()),
            ("eligible_share", effect.map(|it| &it.eligible_share)),
            ("adoption", effect.map(|it| &it.adoption)),
            ("freed_share", effect.map(|it| &it.freed_share)),
            ("own_hours_share", effect.map(|it| &it.own_hours_share)),
        ]
    }));
    all.extend(of(Table::Recruitment, &case.recruitment, |it| {
        vec![("failed", Some(&it.failed)), ("failed_share", it.failed_share.as_ref())]
    }));
    all.extend(of(Table::Population, &case.population, |it| vec![("persons", Some(&it.persons))]));
    all.extend(of(Table::PopulationHistory, &case.population_history, |it| vec![("persons", Some(&it.persons))]));
    all.extend(of(Table::CareUse, &case.care_use, |it| vec![("share", Some(&it.share))]));
    all.extend(of(Table::Workforce, &case.workforce, |it| vec![("value", Some(&it.value))]));
    all
}

fn of<'a, Row>(table: Table, rows: &'a [Row], columns: Columns<'a, Row>) -> impl Iterator<Item = Placed<'a>> {
    let placed = move |(column, figure): (_, Option<&'a Figure>)| Some(Placed { table, column, figure: figure? });
    rows.iter().flat_map(columns).filter_map(placed)
}

/// What the case assumes and what it only has somebody's word for: by source, in the order of the
/// table of sources, and within each by class and column.
pub fn assumptions(case: &Case) -> Vec<SourceUse<'_>> {
    uses(case, |it| matches!(it.figure.class, EvidenceClass::Assumption | EvidenceClass::Claim))
}

/// What figures of some tables rest on, in the order of [`assumptions`].
pub fn sources_of<'a>(case: &'a Case, tables: &[Table]) -> Vec<SourceUse<'a>> {
    uses(case, |it| tables.contains(&it.table))
}

/// What every figure of a case rests on, in the order of [`assumptions`].
pub fn sources_in_use(case: &Case) -> Vec<SourceUse<'_>> {
    uses(case, |_| true)
}

fn uses<'a>(case: &'a Case, wanted: impl Fn(&Placed<'a>) -> bool) -> Vec<SourceUse<'a>> {
    let mut uses: Vec<SourceUse<'a>> = Vec::new();
    let mut found: HashMap<(&SourceId, EvidenceClass, Table, &str), usize> = HashMap::new();
    for placed in figures(case).into_iter().filter(wanted) {
        let Placed { table, column, figure } = placed;
        let (source, class) = (&figure.source, figure.class);
        let index = *found.entry((source, class, table, column)).or_insert_with(|| {
            uses.push(SourceUse { source, class, table, column, figures: 0, low: figure.low, high: figure.high });
            uses.len() - 1
        });
        let it = &mut uses[index];
        it.figures += 1;
        it.low = it.low.min(figure.low);
        it.high = it.high.max(figure.high);
    }
    let order: HashMap<&SourceId, usize> = case.sources.iter().enumerate().map(|(row, it)| (&it.id, row)).collect();
    uses.sort_by_key(|it| (order.get(it.source).copied(), it.class, it.table));
    uses
}
