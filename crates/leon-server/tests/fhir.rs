//! FHIR R4: what is published can be read and searched by who may see it, and is what R4 says it should be.

mod common;

use axum::http::{Method, StatusCode};
use common::{Answered, Browser, House, house};
use leon_formats::{day, period, sha256};
use leon_server::Role;
use leon_store::{DocumentId, NewDocument};
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const PLACE: &str = "lillekoebing";

/// What the validator of the package `fhir` finds wrong by the definitions of R4. `None` when it is not installed,
/// unless `LEON_REQUIRE_PEERS=1`.
fn wrong_by_definition(resources: &[Value]) -> Option<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let node = Command::new("node").arg("--version").output();
    if !(node.is_ok_and(|it| it.status.success()) && folder.join("target/npm/node_modules/fhir").is_dir()) {
        assert!(std::env::var("LEON_REQUIRE_PEERS").as_deref() != Ok("1"), "the package fhir is not installed");
        eprintln!("the package fhir is not installed: resources are not validated");
        return None;
    }
    let mut child = Command::new("node")
        .arg("peers/validate.mjs")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines: String = resources.iter().map(|it| format!("{it}\n")).collect();
    let mut input = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let said = child.wait_with_output().unwrap();
    writing.join().unwrap();
    assert!(said.status.success());
    Some(serde_json::from_slice(&said.stdout).unwrap())
}

fn read(answered: &Answered) -> Value {
    assert_eq!(answered.status, StatusCode::OK, "{}", answered.body);
    assert_eq!(answered.headers["content-type"], "application/fhir+json; charset=utf-8");
    serde_json::from_str(&answered.body).unwrap()
}

/// The outcome of a refusal.
fn outcome(answered: &Answered, status: StatusCode) -> Value {
    assert_eq!(answered.status, status, "{}", answered.body);
    let outcome: Value = serde_json::from_str(&answered.body).unwrap();
    assert_eq!(outcome["resourceType"], "OperationOutcome");
    outcome
}

/// The resources in a bundle.
fn entries(bundle: &Value) -> Vec<Value> {
    assert_eq!(bundle["resourceType"], "Bundle");
    bundle["entry"].as_array().into_iter().flatten().map(|it| it["resource"].clone()).collect()
}

/// A document planned and published.
async fn published(house: &House, browser: &Browser, kind: &str, body: &str, iterations: u64) -> DocumentId {
    let (title, sha256) = ("one", sha256(&[body]));
    let new = NewDocument { kind, title, place: PLACE, sha256: &sha256, body, by: "", at: house.now() };
    let id = house.store.add_document(&new).await.unwrap();
    let address = if kind == "day" { "routes" } else { "rosters" };
    house.post(browser, &format!("/{address}/{id}/plan"), &format!("seed=1&iterations={iterations}")).await;
    assert!(house.app.work_once("worker").await.unwrap());
    let answer = house.store.answers(&id).await.unwrap()[0].id.clone();
    house.store.publish(&answer, 0, "", house.now()).await.unwrap();
    id
}

#[test]
fn everything_published_is_there_and_stands_by_the_definitions() {
    let house = house();
    house.run(async {
        let (planner, shifts) = (house.signed_in(Role::Planner).await, house.signed_in(Role::ShiftPlanner).await);
        let get = async |browser: &Browser, address: &str| read(&house.get(browser, &format!("/fhir/{address}")).await);
        assert_eq!(get(&planner, "Appointment").await["total"], 0, "nothing is published");
        published(&house, &planner, "day", day::EXAMPLE, 200).await;
        published(&house, &shifts, "period", period::EXAMPLE, 20_000).await;

        let file = day::read_day("day", day::EXAMPLE).day.unwrap();
        let weeks = period::read_period("period", period::EXAMPLE).period.unwrap();
        let appointments = get(&planner, "Appointment?_count=200").await;
        let visits = entries(&appointments);
        assert!(!visits.is_empty() && visits.len() <= file.visits.len(), "{appointments}");
        let first = &visits[0];
        assert_eq!(first["participant"][1]["actor"]["type"], "Patient");
        let citizens: Vec<&str> = file.citizens.iter().map(|it| it.id.as_str()).collect();
        assert!(citizens.contains(&first["participant"][1]["actor"]["identifier"]["value"].as_str().unwrap()));
        let ids: Vec<String> = visits.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect();
        for visit in &file.visits {
            assert!(!ids.iter().any(|it| it.ends_with(visit.id.as_str())), "{ids:?}");
        }
        assert_eq!(get(&planner, &format!("Appointment/{}", ids[0])).await, *first);

        // Of a carer: the role, what they are called, their visits, their schedule and its slots.
        let role = first["participant"][0]["actor"]["reference"].as_str().unwrap();
        let role_read = get(&planner, role).await;
        let carer = role_read["identifier"][0]["value"].as_str().unwrap();
        let same = entries(&get(&planner, &format!("PractitionerRole?identifier=urn:x-leon:staff%7C{carer}")).await);
        assert_eq!(same, std::slice::from_ref(&role_read));
        let own = entries(&get(&planner, &format!("Appointment?actor={role}&_count=200")).await);
        assert!(!own.is_empty() && own.len() < visits.len(), "{} of {}", own.len(), visits.len());
        let schedules = entries(&get(&planner, &format!("Schedule?actor={role}")).await);
        assert_eq!(schedules.len(), 1);
        let slots = format!("Slot?schedule=Schedule/{}", schedules[0]["id"].as_str().unwrap());
        let routes = entries(&get(&planner, &slots).await);
        assert_eq!((routes.len(), routes[0]["comment"].as_str()), (1, Some("Rute")));

        // By date, page by page.
        let start = first["start"].as_str().unwrap();
        let total = |bundle: &Value| bundle["total"].as_u64().unwrap() as usize;
        assert_eq!(total(&get(&planner, &format!("Appointment?date={}", &start[..10])).await), visits.len());
        assert_eq!(total(&get(&planner, "Appointment?date=lt2020-01-01").await), 0);
        let exact = format!("Appointment?date={}", start.replace('+', "%2B"));
        assert!(entries(&get(&planner, &exact).await).contains(first), "{exact}");
        let mut next = Some("Appointment?_count=2".to_owned());
        let mut walked = Vec::new();
        while let Some(address) = next {
            let page = get(&planner, &address).await;
            walked.extend(entries(&page));
            let links = page["link"].as_array().unwrap();
            let link = links.iter().find(|it| it["relation"] == "next");
            next = link.map(|it| it["url"].as_str().unwrap().split("/fhir/").nth(1).unwrap().to_owned());
        }
        assert_eq!(walked, visits);

        // Of a ward: units, people and duties, and no visits.
        let units = entries(&get(&shifts, "Location").await);
        assert_eq!(units.len(), weeks.units.len());
        let people = entries(&get(&shifts, "PractitionerRole?_count=200").await);
        assert_eq!(people.len(), weeks.people.len());
        assert!(
            units
                .iter()
                .any(|it| people[0]["location"][0]["reference"] == format!("Location/{}", it["id"].as_str().unwrap()))
        );
        let duties = entries(&get(&shifts, "Slot?_count=200").await);
        assert!(duties.len() > people.len(), "{}", duties.len());

        let mut all = vec![get(&Browser::default(), "metadata").await, appointments];
        let refused = house.get(&planner, "/fhir/Appointment?patient=c01").await;
        all.push(outcome(&refused, StatusCode::UNPROCESSABLE_ENTITY));
        for more in [visits.clone(), vec![role_read], schedules, routes, units, people, duties] {
            all.extend(more);
        }
        all.extend(entries(&get(&shifts, "Schedule?_count=200").await));
        for name in ["start", "end"] {
            for text in all.iter().filter_map(|it| it[name].as_str()) {
                let fits = text.len() == 25 && text.parse::<jiff::Timestamp>().is_ok();
                assert!(fits, "{text} is no instant of FHIR");
            }
        }
        // Published again, it is read again.
        let first = house.store.documents("day").await.unwrap()[0].id.clone();
        let answer = house.store.answers(&first).await.unwrap()[0].id.clone();
        house.store.publish(&answer, 1, "", house.now()).await.unwrap();
        let anew = entries(&get(&planner, "Appointment?_count=200").await);
        assert_eq!(
            (anew.len(), &anew[0]["id"], &anew[0]["meta"]["versionId"]),
            (visits.len(), &visits[0]["id"], &"2".into())
        );

        let Some(wrong) = wrong_by_definition(&all) else { return };
        assert!(wrong.is_empty(), "{} resources: {wrong:#?}", all.len());
        // The validator does find what is wrong.
        let mut damaged = all[2].clone();
        damaged["resourceType"] = "Appointment".into();
        assert!(!wrong_by_definition(&[damaged]).unwrap().is_empty());
    });
}

/// What the profiles of DK Core narrow, by the ids of their elements: which profiles may be referred to. From
/// <https://github.com/hl7dk/dk-core/blob/cc615df0b39ff353c7337e01ad86fcfdab888c1d/input/fsh/DkCorePractitionerRole.fsh>
/// ("organization only Reference(DkCoreOrganization)", "practitioner only Reference(DkCorePractitioner)", "location only
/// Reference(DkCoreLocation)") and
/// <https://github.com/hl7dk/dk-core/blob/f1881bd22a70191a18e32b19a95d4ecc5233da33/input/fsh/DkCoreLocation.fsh>
/// ("managingOrganization only Reference(DkCoreOrganization)", "partOf only Reference(DkCoreLocation)"). They ask for
/// nothing that R4 does not ask for.
const DK_CORE: &[(&str, &str)] = &[
    ("PractitionerRole.organization", "dk-core-organization"),
    ("PractitionerRole.practitioner", "dk-core-practitioner"),
    ("PractitionerRole.location", "dk-core-location"),
    ("Location.managingOrganization", "dk-core-organization"),
    ("Location.partOf", "dk-core-location"),
];

/// What a resource refers to against what its profile lets it refer to. One that is served here has to name its profile;
/// of another, a logical reference, the kind is all that can be told.
fn strays_from_dk_core(resource: &Value, all: &[Value]) -> Vec<String> {
    let kind = resource["resourceType"].as_str().unwrap();
    let own = DK_CORE.iter().filter(|(element, _)| element.split('.').next() == Some(kind));
    let mut strays = Vec::new();
    for (element, profile) in own {
        let wanted = profile.replace("dk-core-", "").replace('-', "");
        let value = &resource[element.split('.').nth(1).unwrap()];
        let references = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        for it in references.iter().filter(|it| !it.is_null()) {
            let fits = match it["reference"].as_str() {
                Some(address) => all.iter().any(|target| {
                    let is_it = format!(
                        "{}/{}",
                        target["resourceType"].as_str().unwrap(),
                        target["id"].as_str().unwrap_or_default()
                    ) == address;
                    is_it && names(target, profile)
                }),
                None => it["type"].as_str().is_some_and(|it| it.eq_ignore_ascii_case(&wanted)),
            };
            if !fits {
                strays.push(format!("{element}: {it}"));
            }
        }
    }
    strays
}

/// Whether a resource says that it is by a profile of DK Core.
fn names(resource: &Value, profile: &str) -> bool {
    let url = format!("http://hl7.dk/fhir/core/StructureDefinition/{profile}");
    resource["meta"]["profile"].as_array().is_some_and(|it| it.contains(&url.into()))
}

#[test]
fn roles_and_places_keep_to_the_danish_profiles_that_they_name() {
    let house = house();
    house.run(async {
        let (planner, shifts) = (house.signed_in(Role::Planner).await, house.signed_in(Role::ShiftPlanner).await);
        published(&house, &planner, "day", day::EXAMPLE, 50).await;
        published(&house, &shifts, "period", period::EXAMPLE, 2_000).await;
        let mut all = Vec::new();
        for (browser, kind) in [(&planner, "PractitionerRole"), (&shifts, "PractitionerRole"), (&shifts, "Location")] {
            let found = entries(&read(&house.get(browser, &format!("/fhir/{kind}?_count=200")).await));
            assert!(!found.is_empty(), "{kind}");
            all.extend(found);
        }
        for it in &all {
            let profile =
                if it["resourceType"] == "Location" { "dk-core-location" } else { "dk-core-practitioner-role" };
            assert!(names(it, profile), "{it}");
            assert_eq!(strays_from_dk_core(it, &all), Vec::<String>::new());
        }
        // What strays is found.
        let mut damaged = all.iter().find(|it| it["location"].is_array()).unwrap().clone();
        damaged["practitioner"]["type"] = "Patient".into();
        damaged["location"][0]["reference"] = "Location/elsewhere".into();
        assert_eq!(strays_from_dk_core(&damaged, &all).len(), 2);
    });
}

#[test]
fn others_find_nothing_and_are_told_why_in_the_form_of_fhir() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let day = published(&house, &planner, "day", day::EXAMPLE, 50).await;
        let found = read(&house.get(&planner, "/fhir/Appointment").await);
        let id = found["entry"][0]["resource"]["id"].as_str().unwrap().to_owned();
        let address = format!("/fhir/Appointment/{id}");
        assert_eq!(house.store.events("see-plan", None, 9).await.unwrap().len(), 1, "a look at a plan is told");

        let stranger = house.get(&Browser::default(), "/fhir/Appointment").await;
        assert_eq!(outcome(&stranger, StatusCode::UNAUTHORIZED)["issue"][0]["code"], "login");
        let (shifts, elsewhere) =
            (house.signed_in(Role::ShiftPlanner).await, house.signed_in_at(Role::Planner, "nord").await);
        for other in [&shifts, &elsewhere, &house.signed_in(Role::Employee).await] {
            assert_eq!(read(&house.get(other, "/fhir/Appointment").await)["total"], 0);
            outcome(&house.get(other, &address).await, StatusCode::NOT_FOUND);
        }
        for nothing in [
            "Patient",
            "Appointment/none",
            &format!("Slot/{id}"),
            &format!("Appointment/{day}-none"),
            "Appointment/ææææææææææææææææææææææææææ",
        ] {
            outcome(
                &house.get(&planner, &format!("/fhir/{}", nothing.replace('æ', "%C3%A6"))).await,
                StatusCode::NOT_FOUND,
            );
        }
        for wrong in ["_count=0", "_count=201", "_offset=-1", "date=yesterday", "patient=c01", "actor:missing=true"] {
            let refused = house.get(&planner, &format!("/fhir/Appointment?{wrong}")).await;
            outcome(&refused, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let written = house.ask(&planner, &Method::PUT, &address, "{}").await;
        outcome(&written, StatusCode::METHOD_NOT_ALLOWED);
    });
}
