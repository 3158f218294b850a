//! A case with the places under each region put together: nine times smaller, and near enough for draws.
//!
//! Each setting of a region is then one place. Hands that are short in one municipality are met by hands to
//! spare in the next, so the gap can only be smaller than place by place; how much smaller is measured on the
//! central path and told with every result.

use leon_model::{
    Capacity, Case, CaseProblem, EvidenceClass, ExtraHours, Figure, Inhabitants, Need, PlaceId, PlaceKind, StaffKey,
    Tables,
};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

/// The case by region; `None` when it has no regions, or when nothing lies under them.
///
/// # Errors
/// Never for a case that is valid; the problems would be a fault of Leon.
pub fn by_region(case: &Case) -> Option<Result<Case, Vec<CaseProblem>>> {
    let kept = |place: &PlaceId| matches!(case.place(place).kind, PlaceKind::Country | PlaceKind::Region);
    let up: BTreeMap<&PlaceId, &PlaceId> = (case.places.iter())
        .map(|it| {
            let region = case.ancestors(&it.id).find(|id| case.place(id).kind == PlaceKind::Region);
            (&it.id, if kept(&it.id) { &it.id } else { region.unwrap_or(&it.id) })
        })
        .collect();
    if up.iter().all(|(place, region)| place == region) {
        return None;
    }
    let stays: BTreeSet<&PlaceId> = up.values().copied().collect();
    let of = |place: &PlaceId| up[place].clone();

    let mut tables: Tables = (**case).clone();
    tables.places.retain(|it| stays.contains(&it.id));
    tables.needs = folded(
        &case.needs,
        |it| (of(&it.place), it.setting.clone(), it.task.clone(), it.complexity),
        |it: &mut Need, more: &Need| it.hours_per_week = sum(&it.hours_per_week, &more.hours_per_week),
    );
    tables.needs.iter_mut().for_each(|it| it.place = of(&it.place));

    let key = |it: &StaffKey| (of(&it.place), it.setting.clone(), it.group.clone());
    tables.capacity = folded(
        &case.capacity,
        |it| key(&it.key()),
        |it: &mut Capacity, more: &Capacity| {
            it.net_care_share = mean(&it.net_care_share, it.fte.value, &more.net_care_share, more.fte.value);
            it.fte = sum(&it.fte, &more.fte);
        },
    );
    tables.capacity.iter_mut().for_each(|it| it.place = of(&it.place));

    tables.extra_hours = folded(
        &case.extra_hours,
        |it| (key(&it.key()), it.kind),
        |it: &mut ExtraHours, more: &ExtraHours| it.fte_max = sum(&it.fte_max, &more.fte_max),
    );
    tables.extra_hours.iter_mut().for_each(|it| it.place = of(&it.place));

    tables.population = inhabitants(&case.population, of);
    tables.population_history = inhabitants(&case.population_history, of);

    for pool in &mut tables.pools {
        pool.place = of(&pool.place);
    }
    for binding in &mut tables.bindings {
        let places: BTreeSet<PlaceId> = binding.scope.places.iter().map(of).collect();
        binding.scope.places = places.into_iter().collect();
    }
    // Failed recruitments are shown, not planned with.
    tables.recruitment.clear();
    Some(Case::new(tables))
}

/// Inhabitants of the places that others are put together in.
fn inhabitants<Age: Copy + Eq + Hash>(
    rows: &[Inhabitants<Age>],
    of: impl Fn(&PlaceId) -> PlaceId,
) -> Vec<Inhabitants<Age>> {
    let key = |it: &Inhabitants<Age>| (of(&it.place), it.year, it.age);
    let mut all = folded(rows, key, |it, more| it.persons = sum(&it.persons, &more.persons));
    all.iter_mut().for_each(|it| it.place = of(&it.place));
    all
}

/// Rows with the same key as one, in the order of the first of each.
fn folded<Row: Clone, Key: Hash + Eq>(
    rows: &[Row],
    key: impl Fn(&Row) -> Key,
    add: impl Fn(&mut Row, &Row),
) -> Vec<Row> {
    let mut at = std::collections::HashMap::new();
    let mut all: Vec<Row> = Vec::new();
    for row in rows {
        match at.entry(key(row)) {
            std::collections::hash_map::Entry::Occupied(it) => add(&mut all[*it.get()], row),
            std::collections::hash_map::Entry::Vacant(it) => {
                it.insert(all.len());
                all.push(row.clone());
            }
        }
    }
    all
}

fn weakest(a: &Figure, b: &Figure) -> EvidenceClass {
    a.class.max(b.class)
}

fn sum(a: &Figure, b: &Figure) -> Figure {
    Figure {
        value: a.value + b.value,
        low: a.low + b.low,
        high: a.high + b.high,
        class: weakest(a, b),
        source: a.source.clone(),
    }
}

/// The mean of two shares, by weight; their plain mean where neither weighs anything.
fn mean(a: &Figure, a_weight: f64, b: &Figure, b_weight: f64) -> Figure {
    let all = a_weight + b_weight;
    let part = if all > 0.0 { b_weight / all } else { 0.5 };
    let of = |a: f64, b: f64| a + part * (b - a);
    Figure {
        value: of(a.value, b.value),
        low: of(a.low, b.low),
        high: of(a.high, b.high),
        class: weakest(a, b),
        source: a.source.clone(),
    }
}
