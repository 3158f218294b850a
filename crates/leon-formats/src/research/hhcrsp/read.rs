//! Reads an instance.

use super::{Caregiver, Instance, Needed, Office, Patient, Service};
use crate::cause::Cause;
use crate::research::ResearchProblem;
use crate::research::json::{At, parse};
use crate::research::problem::{Found, other_kind};
use crate::shown::shown;
use std::collections::{BTreeMap, BTreeSet};

/// Reads an instance.
///
/// Keys that do not belong to the format are passed over, as the published files carry some; so is a
/// `synchronization` where there is only one service. Numbers are read as they stand, to the last digit.
///
/// # Errors
/// Every problem at once: no JSON; a missing or misplaced value; an id that stands twice or nowhere; a window
/// or gap that ends before it begins; three services; a service that nobody can give; distances that are not
/// a square of office and patients. The extended formulation, with several departing points, is refused.
///
/// # Example
/// ```
/// use leon_formats::research::read_hhcrsp;
/// let instance = read_hhcrsp(r#"{
///     "services": [{"id": "s1", "default_duration": 15}],
///     "caregivers": [{"id": "c1", "abilities": ["s1"]}],
///     "central_offices": [{"id": "d"}],
///     "patients": [{"id": "p1", "time_window": [20, 30], "required_caregivers": [{"service": "s1"}]}],
///     "distances": [[0, 5], [5, 0]]
/// }"#).unwrap();
/// assert_eq!(instance.patients[0].services[0].duration, 15.0); // the service's own, as nothing else is said
/// ```
pub fn read_hhcrsp(text: &str) -> Result<Instance, Vec<ResearchProblem>> {
    let mut found = Found::default();
    let Some(json) = parse(text, &mut found) else { return found.into_result(None) };
    let root = At::root(&json);
    if root.has("departing_points") {
        found.at_path("departing_points", Cause::ExtendedFormulation { key: "departing_points".into() });
        return found.into_result(None);
    }
    let instance = read_instance(&root, &mut found);
    found.into_result(Some(instance))
}

/// What patients and caregivers may refer to.
#[derive(Default)]
struct Known<'a> {
    /// The default duration of each service.
    services: BTreeMap<&'a str, Option<f64>>,
    /// The services that some caregiver can give.
    given: BTreeSet<&'a str>,
    /// Whether all services, and all caregivers, could be read; if not, that is reported already.
    services_read: bool,
    caregivers_read: bool,
}

fn read_instance(root: &At, found: &mut Found) -> Instance {
    let name = root.optional("name").and_then(|it| it.text(found)).map(str::to_owned);
    let office = office(root, found);

    let mut before = found.count();
    let services = list(root, "services", "[{\"id\": \"s1\"}]", found);
    let services: Vec<Service> = services.iter().filter_map(|it| service(it, found)).collect();
    let mut known = Known {
        services: services.iter().map(|it| (it.id.as_str(), it.default_duration)).collect(),
        services_read: found.count() == before,
        ..Known::default()
    };

    before = found.count();
    let caregivers = list(root, "caregivers", "[{\"id\": \"c1\"}]", found);
    let caregivers: Vec<Caregiver> = caregivers.iter().filter_map(|it| caregiver(it, &known, found)).collect();
    known.given = caregivers.iter().flat_map(|it| &it.abilities).map(String::as_str).collect();
    known.caregivers_read = known.services_read && found.count() == before;

    let patients = list(root, "patients", "[{\"id\": \"p1\"}]", found);
    let size = patients.len() + 1;
    let patients = patients.iter().filter_map(|it| patient(it, &known, found)).collect();
    let distances = distances(root, size, found);
    Instance { name, office, patients, caregivers, services, distances }
}

/// The elements of a list under a key. Ids that stand twice in it are reported.
fn list<'a>(root: &At<'a>, key: &str, example: &str, found: &mut Found) -> Vec<At<'a>> {
    let items = root.required(key, example, found).map(|it| it.items(found)).unwrap_or_default();
    let mut first_of = BTreeMap::new();
    for item in &items {
        // An id that is missing or no text is reported where the element is read.
        let Some(id) = item.optional("id").and_then(|it| it.text(&mut Found::default())) else { continue };
        if let Some(first) = first_of.get(id) {
            found.at_path(&item.path, Cause::StandsTwice { id: shown(id), first: String::clone(first) });
        } else {
            first_of.insert(id, item.path.clone());
        }
    }
    items
}

fn id(item: &At, example: &str, found: &mut Found) -> Option<String> {
    item.required("id", example, found)?.text(found).map(str::to_owned)
}

fn location(item: &At, found: &mut Found) -> Option<(f64, f64)> {
    item.optional("location").and_then(|it| it.pair(found))
}

fn office(root: &At, found: &mut Found) -> Office {
    let offices = list(root, "central_offices", "[{\"id\": \"d\"}]", found);
    match offices.as_slice() {
        [office] => {
            let location = location(office, found);
            Office { id: id(office, "\"d\"", found).unwrap_or_default(), location }
        }
        [] => {
            if root.has("central_offices") {
                found.at_path("central_offices", other_kind("[]", "[{\"id\": \"d\"}]"));
            }
            Office::default()
        }
        _ => {
            found.at_path("central_offices", Cause::ExtendedFormulation { key: "central_offices".into() });
            Office::default()
        }
    }
}

fn service(item: &At, found: &mut Found) -> Option<Service> {
    item.is_object("{\"id\": \"s1\"}", found).then_some(())?;
    let default_duration = item.optional("default_duration").and_then(|it| it.amount(found));
    Some(Service { id: id(item, "\"s1\"", found)?, default_duration })
}

/// The id of a service, which must be listed.
fn service_id<'a>(item: &At<'a>, known: &Known, found: &mut Found) -> Option<&'a str> {
    let service = item.text(found)?;
    if known.services.contains_key(service) {
        return Some(service);
    }
    if known.services_read {
        found.at_path(&item.path, Cause::NotListed { id: shown(service), list: "services".into() });
    }
    None
}

fn caregiver(item: &At, known: &Known, found: &mut Found) -> Option<Caregiver> {
    item.is_object("{\"id\": \"c1\"}", found).then_some(())?;
    let abilities = item.required("abilities", "[\"s1\"]", found).map(|it| it.items(found)).unwrap_or_default();
    let abilities = abilities.iter().filter_map(|it| service_id(it, known, found)).map(str::to_owned).collect();
    Some(Caregiver { id: id(item, "\"c1\"", found)?, abilities })
}

fn patient(item: &At, known: &Known, found: &mut Found) -> Option<Patient> {
    item.is_object("{\"id\": \"p1\"}", found).then_some(())?;
    let id = id(item, "\"p1\"", found);
    let location = location(item, found);
    let window = item.required("time_window", "[0, 60]", found).and_then(|it| it.interval(found));
    let needs = item.required("required_caregivers", "[{\"service\": \"s1\", \"duration\": 15}]", found)?;
    let needs_items = needs.items(found);
    let services: Vec<Needed> = needs_items.iter().filter_map(|it| needed(it, known, found)).collect();
    if let [first, second] = services.as_slice()
        && first.service == second.service
    {
        let first = Cause::StandsTwice { id: shown(&first.service), first: needs_items[0].path.clone() };
        found.at_path(&needs_items[1].path, first);
    }
    let gap = match needs_items.len() {
        1 => None,
        2 => Some(gap(item, found)?),
        count => {
            found.at_path(&needs.path, Cause::ServiceCount { services: count });
            return None;
        }
    };
    Some(Patient { id: id?, location, window: window?, services, gap })
}

fn needed(item: &At, known: &Known, found: &mut Found) -> Option<Needed> {
    let service = item.required("service", "\"s1\"", found).and_then(|it| service_id(&it, known, found));
    if let Some(service) = service.filter(|it| known.caregivers_read && !known.given.contains(it)) {
        found.at_path(&item.path, Cause::ServiceNobodyGives { service: shown(service) });
    }
    let duration = match item.optional("duration") {
        Some(duration) => duration.amount(found),
        None => {
            // Without a duration the default holds, so that a misspelt one would go unseen.
            if let Some(key) = item.other_key(&["service", "duration"]) {
                let cause = Cause::KeyUnknown { key: shown(key), instead: "duration".into() };
                found.at_path(&item.path, cause);
            }
            let default = known.services.get(service?).copied().flatten();
            if default.is_none() {
                let cause = Cause::KeyMissing { key: "duration".into(), example: "\"duration\": 15".into() };
                found.at_path(&item.path, cause);
            }
            default
        }
    };
    Some(Needed { service: service?.to_owned(), duration: duration? })
}

fn gap(patient: &At, found: &mut Found) -> Option<(f64, f64)> {
    let synchronization = patient.required("synchronization", "{\"type\": \"simultaneous\"}", found)?;
    let kind = synchronization.required("type", "\"simultaneous\"", found)?;
    match kind.text(found)? {
        "simultaneous" => Some((0.0, 0.0)),
        "sequential" => synchronization.required("distance", "[0, 60]", found)?.interval(found),
        other => {
            found.at_path(&kind.path, other_kind(&format!("\"{other}\""), "\"simultaneous\", \"sequential\""));
            None
        }
    }
}

fn distances(root: &At, size: usize, found: &mut Found) -> Vec<Vec<f64>> {
    let Some(matrix) = root.required("distances", "[[0, 5], [5, 0]]", found) else { return Vec::new() };
    let rows = matrix.items(found);
    if rows.len() != size {
        found.at_path(&matrix.path, Cause::CountDiffers { found: rows.len(), expected: size });
    }
    let mut distances = Vec::with_capacity(rows.len());
    for row in &rows {
        let cells = row.items(found);
        if cells.len() != size {
            found.at_path(&row.path, Cause::CountDiffers { found: cells.len(), expected: size });
        }
        distances.push(cells.iter().filter_map(|it| it.amount(found)).collect());
    }
    distances
}
