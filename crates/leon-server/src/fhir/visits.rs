//! A published plan of visits.

use super::{CITIZEN, DK_CORE, FSIII, Kind, Resource, STAFF, Source, instant};
use crate::pages::routes::kept::Kept;
use leon_formats::Lang;
use leon_formats::day::engagements;
use leon_model::{CarerId, Moment, TaskId, VisitId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Who comes to a visit, from when until when.
struct Held<'a> {
    carers: Vec<&'a CarerId>,
    start: Moment,
    end: Moment,
}

/// Codes and names of tasks.
type Codes = BTreeMap<TaskId, (String, String)>;

pub(super) fn resources(source: &Source<'_>, kept: &Kept, codes: &Codes) -> Vec<Resource> {
    let mut all: Vec<Resource> = appointments(source, kept, codes);
    for carer in &kept.file.day.carers {
        let (Some(first), Some(last)) = (carer.shifts.first(), carer.shifts.last()) else { continue };
        let horizon = (first.start, last.end);
        let group = kept.file.day.groups.iter().find(|it| it.id == carer.group).map_or("", |it| it.name_da.as_str());
        let group = if group.is_empty() { carer.group.as_str() } else { group };
        all.push(role(source, carer.id.as_str(), group, horizon, &[]));
        all.push(schedule(source, carer.id.as_str(), horizon));
        let routes = engagements(&kept.plan, &carer.id, Moment(0), Lang::Da);
        all.extend(routes.iter().map(|it| slot(source, carer.id.as_str(), &it.key, &it.summary, (it.start, it.end))));
    }
    all
}

fn appointments(source: &Source<'_>, kept: &Kept, codes: &Codes) -> Vec<Resource> {
    let mut held: BTreeMap<&VisitId, Held<'_>> = BTreeMap::new();
    for (route, stop, visit, _) in kept.plan.visits() {
        let new = || Held { carers: Vec::new(), start: stop.start, end: stop.end };
        let it = held.entry(visit).or_insert_with(new);
        it.carers.push(&route.carer);
        (it.start, it.end) = (it.start.min(stop.start), it.end.max(stop.end));
    }
    let day = &kept.file.day;
    held.into_iter()
        .filter_map(|(id, held)| {
            let visit = &day.visits[day.visit_index(id)?];
            let roles: Vec<String> =
                held.carers.iter().map(|it| source.id(Kind::PractitionerRole, &[it.as_str()])).collect();
            let mut participants: Vec<Value> =
                roles.iter().map(|it| takes_part(json!({ "reference": format!("PractitionerRole/{it}") }))).collect();
            participants.push(takes_part(json!({
                "type": "Patient", "identifier": { "system": CITIZEN, "value": visit.citizen.as_str() },
            })));
            let mut body = json!({
                "status": "booked", "start": instant(held.start), "end": instant(held.end), "participant": participants,
            });
            if !visit.label.is_empty() {
                body["description"] = json!(visit.label);
            }
            if let Some((code, name)) = visit.task.as_ref().and_then(|(task, _)| codes.get(task)) {
                body["serviceType"] = json!([{ "coding": [{ "system": FSIII, "code": code, "display": name }] }]);
            }
            let id = source.id(Kind::Appointment, &[id.as_str()]);
            let mut resource = source.resource(Kind::Appointment, id, body);
            resource.when = Some((held.start, held.start));
            resource.about = roles;
            Some(resource)
        })
        .collect()
}

fn takes_part(actor: Value) -> Value {
    json!({ "actor": actor, "required": "required", "status": "accepted" })
}

/// What somebody is in a plan: their group, when, and in which units.
pub(super) fn role(
    source: &Source<'_>,
    person: &str,
    group: &str,
    (start, end): (Moment, Moment),
    units: &[String],
) -> Resource {
    let identifier = json!({ "system": STAFF, "value": person });
    let mut body = json!({
        "meta": { "profile": [format!("{DK_CORE}dk-core-practitioner-role")] },
        "identifier": [identifier],
        "active": true,
        "period": { "start": instant(start), "end": instant(end) },
        "practitioner": { "type": "Practitioner", "identifier": identifier },
        "code": [{ "text": group }],
    });
    if !units.is_empty() {
        let units: Vec<Value> = units.iter().map(|it| json!({ "reference": format!("Location/{it}") })).collect();
        body["location"] = json!(units);
    }
    let id = source.id(Kind::PractitionerRole, &[person]);
    let mut resource = source.resource(Kind::PractitionerRole, id, body);
    resource.when = Some((start, end));
    resource.identifier = Some(person.to_owned());
    resource.about = units.to_vec();
    resource
}

/// When somebody's plan begins and ends.
pub(super) fn schedule(source: &Source<'_>, person: &str, (start, end): (Moment, Moment)) -> Resource {
    let role = source.id(Kind::PractitionerRole, &[person]);
    let body = json!({
        "active": true,
        "actor": [{ "reference": format!("PractitionerRole/{role}") }],
        "planningHorizon": { "start": instant(start), "end": instant(end) },
    });
    let mut resource = source.resource(Kind::Schedule, source.id(Kind::Schedule, &[person]), body);
    resource.when = Some((start, end));
    resource.about = vec![role];
    resource
}

/// Something that somebody does: their time is taken.
pub(super) fn slot(
    source: &Source<'_>,
    person: &str,
    key: &str,
    summary: &str,
    (start, end): (Moment, Moment),
) -> Resource {
    let schedule = source.id(Kind::Schedule, &[person]);
    let body = json!({
        "schedule": { "reference": format!("Schedule/{schedule}") },
        "status": "busy",
        "start": instant(start),
        "end": instant(end),
        "comment": summary,
    });
    let mut resource = source.resource(Kind::Slot, source.id(Kind::Slot, &[person, key]), body);
    resource.when = Some((start, start));
    resource.about = vec![schedule];
    resource
}
