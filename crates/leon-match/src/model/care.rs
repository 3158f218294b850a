//! Care: who or what may meet each need, and the hours it takes from whom.

use super::{Builder, Hours};
use leon_lp::Row;
use leon_model::{Holding, Reach};

/// The columns that meet needs: staff, remote pools, technologies, and unmet hours.
pub(super) fn add_columns(builder: &mut Builder<'_, '_>) {
    let case = builder.case;
    let mut entries = Vec::new();
    for (need, it) in case.needs.iter().enumerate() {
        for holding in builder.index.holdings_of[builder.index.need_competence[need]].clone() {
            add_staff(builder, need, holding, &mut entries);
            if case.task(&it.task).remote_possible {
                add_remote(builder, need, holding, &mut entries);
            }
        }
        add_technologies(builder, need, &mut entries);
        entries.clear();
        entries.push((need, 1.0));
        builder.add(Hours::Unmet { need }, case.severity(&it.task, it.complexity), f64::INFINITY, &mut entries);
    }
}

/// Hours that one hour of care takes from those who do it: itself, and its training when learned.
fn hours_taken(holding: &Holding) -> f64 {
    1.0 + holding.training_share.as_ref().map_or(0.0, |it| it.value)
}

/// The entry for the delegator's supervision, `None` where a delegator is needed and there is none.
fn supervision(builder: &Builder<'_, '_>, cell: usize, holding: usize) -> Option<Option<(Row, f64)>> {
    let Some(delegator) = builder.index.holding_delegator[holding] else { return Some(None) };
    let capacity = builder.index.capacity(cell, delegator)?;
    let share = builder.case.holdings[holding].supervision_share.as_ref().map_or(0.0, |it| it.value);
    Some(Some((builder.capacity_row(capacity), share)))
}

fn add_staff(builder: &mut Builder<'_, '_>, need: usize, holding: usize, entries: &mut Vec<(Row, f64)>) {
    let cell = builder.index.need_cell[need];
    let Some(capacity) = builder.index.capacity(cell, builder.index.holding_group[holding]) else { return };
    let Some(supervision) = supervision(builder, cell, holding) else { return };
    entries.clear();
    entries.push((need, 1.0));
    entries.push((builder.capacity_row(capacity), hours_taken(&builder.case.holdings[holding])));
    entries.extend(supervision);
    continuity(builder, need, holding, entries);
    builder.add(Hours::Care { need, holding }, 0.0, f64::INFINITY, entries);
}

fn add_remote(builder: &mut Builder<'_, '_>, need: usize, holding: usize, entries: &mut Vec<(Row, f64)>) {
    let case = builder.case;
    for (pool, it) in case.pools.iter().enumerate() {
        let reaches = it.reach == Reach::Remote
            && builder.index.pool_group[pool] == builder.index.holding_group[holding]
            && builder.index.is_within(builder.index.need_place[need], builder.index.places[&it.place])
            && (it.settings.is_empty() || it.settings.contains(&case.needs[need].setting));
        if !reaches {
            continue;
        }
        let Some(supervision) = supervision(builder, builder.index.need_cell[need], holding) else { continue };
        let Some(hub) = builder.lending_rows.hub[pool] else { continue };
        entries.clear();
        entries.push((need, 1.0));
        entries.push((hub, hours_taken(&case.holdings[holding])));
        entries.extend(supervision);
        continuity(builder, need, holding, entries);
        builder.add(Hours::Remote { need, pool, holding }, 0.0, f64::INFINITY, entries);
    }
}

fn continuity(builder: &Builder<'_, '_>, need: usize, holding: usize, entries: &mut Vec<(Row, f64)>) {
    let complexity = builder.case.needs[need].complexity;
    let cell = builder.index.need_cell[need] * 3 + complexity as usize;
    if let Some(row) = builder.continuity_rows[cell] {
        let group = &builder.case.holdings[holding].group;
        entries.push((row, super::continuity::coefficient(builder.case, &builder.case.needs[need], group)));
    }
}

fn add_technologies(builder: &mut Builder<'_, '_>, need: usize, entries: &mut Vec<(Row, f64)>) {
    let case = builder.case;
    let it = &case.needs[need];
    for (technology, device) in case.technologies.iter().enumerate() {
        let Some(effect) = &device.effect else { continue };
        if !device.covers(&it.setting, &it.task, it.complexity) {
            continue;
        }
        let cell = builder.index.need_cell[need];
        entries.clear();
        entries.push((need, 1.0));
        if effect.own_hours_share.value > 0.0 {
            let operator = builder.index.groups[&effect.own_hours_group];
            let Some(capacity) = builder.index.capacity(cell, operator) else { continue };
            entries.push((builder.capacity_row(capacity), effect.own_hours_share.value));
        }
        let most = it.hours_per_week.value * effect.share_max();
        builder.add(Hours::Technology { need, technology }, 0.0, most, entries);
    }
}
