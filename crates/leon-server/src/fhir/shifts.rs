//! A published roster.

use super::visits::{role, schedule, slot};
use super::{DK_CORE, Kind, Resource, Source};
use crate::pages::rosters::kept::Kept;
use leon_formats::Lang;
use leon_formats::period::engagements;
use leon_model::Moment;
use serde_json::json;

pub(super) fn resources(source: &Source<'_>, kept: &Kept) -> Vec<Resource> {
    let period = &kept.file.period;
    let mut all = Vec::new();
    for unit in &period.units {
        let name = if unit.name.is_empty() { unit.id.as_str() } else { &unit.name };
        let body = json!({
            "meta": { "profile": [format!("{DK_CORE}dk-core-location")] },
            "status": "active", "mode": "instance", "name": name,
        });
        all.push(source.resource(Kind::Location, source.id(Kind::Location, &[unit.id.as_str()]), body));
    }
    let horizon = (period.first.midnight(), (period.last + 1).midnight());
    for person in &period.people {
        let units: Vec<String> =
            person.workplaces.iter().map(|it| source.id(Kind::Location, &[it.unit.as_str()])).collect();
        let name = person.id.as_str();
        let group = period.groups.iter().find(|it| it.id == person.group).map_or("", |it| it.name_da.as_str());
        let group = if group.is_empty() { person.group.as_str() } else { group };
        all.push(role(source, name, group, horizon, &units));
        all.push(schedule(source, name, horizon));
        let duties = engagements(period, &kept.roster, &person.id, Moment(0), Lang::Da);
        all.extend(duties.iter().map(|it| slot(source, name, &it.key, &it.summary, (it.start, it.end))));
    }
    all
}
