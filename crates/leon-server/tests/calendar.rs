//! An employee's calendar: its secret address, and what stands there as plans are published.

mod common;

use axum::http::StatusCode;
use common::{Browser, House, house};
use leon_formats::period::{EXAMPLE, read_period, write_roster};
use leon_formats::{day, sha256};
use leon_model::{Assignment, Roster};
use leon_server::Role;
use leon_store::{DocumentId, Grant, NewAnswer, NewDocument};

const PLACE: &str = "lillekoebing";

async fn employee(house: &House, name: &str) -> Browser {
    let grant = Grant { role: Role::Employee.word().to_owned(), place: PLACE.to_owned() };
    house.store.add_person(name, "no password", &[grant], "", house.now()).await.unwrap();
    let mut browser = house.signed_in_as(name).await;
    browser.headers.push(("host", "leon.example"));
    browser
}

/// The path of the address that a page shows.
fn address(page: &str) -> String {
    let address = page.split("<code>http://leon.example").nth(1).unwrap_or_else(|| panic!("{page}"));
    address.split('<').next().unwrap().to_owned()
}

async fn brought(house: &House, kind: &str, body: &str) -> DocumentId {
    let (title, sha256) = ("one", sha256(&[body]));
    let new = NewDocument { kind, title, place: PLACE, sha256: &sha256, body, by: "", at: house.now() };
    house.store.add_document(&new).await.unwrap()
}

/// Publishes a plan of a document, a minute after what was published before.
async fn publish(house: &House, document: &DocumentId, kind: &str, body: &str) {
    house.wait(60);
    let new = NewAnswer {
        document,
        kind,
        asked: "",
        input_sha256: "",
        version: "",
        seed: "",
        budget: "",
        body,
        by: "",
        at: house.now(),
    };
    let answer = house.store.add_answer(&new).await.unwrap();
    let after = house.store.publications(document).await.unwrap().len() as i64;
    house.store.publish(&answer, after, "", house.now()).await.unwrap();
}

/// A roster of the example's period in which s01 works these shifts.
fn roster(duties: &[(&str, &str)]) -> String {
    let duty = |(date, shift): &(&str, &str)| Assignment {
        person: "s01".into(),
        date: date.parse().unwrap(),
        shift: (*shift).into(),
        function: None,
    };
    let roster = Roster { assignments: duties.iter().map(duty).collect(), uncovered: None };
    write_roster(&roster, None)
}

/// Summary, start, UID and sequence of each event.
fn events(calendar: &str) -> Vec<(String, String, String, i64)> {
    let value = |event: &str, name: &str| {
        let line = event.lines().find(|it| it.starts_with(name)).unwrap_or_else(|| panic!("{name}: {event}"));
        line.split_once(':').unwrap().1.to_owned()
    };
    let of = |it: &str| {
        (value(it, "SUMMARY"), value(it, "DTSTART"), value(it, "UID"), value(it, "SEQUENCE").parse().unwrap())
    };
    calendar.split("BEGIN:VEVENT\r\n").skip(1).map(of).collect()
}

#[test]
fn the_address_is_secret_renewed_and_closed() {
    let house = house();
    house.run(async {
        let anna = employee(&house, "s01").await;
        assert!(house.get(&anna, "/my-calendar").await.body.contains("Giv mig en adresse"));
        let given = house.post(&anna, "/my-calendar", "").await;
        assert_eq!(given.status, StatusCode::OK, "{}", given.body);
        let first = address(&given.body);
        assert!(given.body.contains(&format!("webcal://leon.example{first}")), "{}", given.body);
        let stranger = Browser::default();
        let calendar = house.get(&stranger, &first).await;
        assert_eq!(calendar.status, StatusCode::OK);
        assert_eq!(calendar.headers["content-type"], "text/calendar; charset=utf-8");
        let shown_again = house.get(&anna, "/my-calendar").await.body;
        assert!(!shown_again.contains(&first) && shown_again.contains("Du har haft en adresse siden"), "{shown_again}");

        // The token is no session, and what is kept of it opens nothing.
        let token = first.trim_start_matches("/calendar/").trim_end_matches(".ics").to_owned();
        let kept = format!("/calendar/{}.ics", sha256(&[&token]));
        assert_eq!(house.get(&stranger, &kept).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&stranger, first.trim_end_matches(".ics")).await.status, StatusCode::NOT_FOUND);
        let with_token = Browser { cookies: [("leon".to_owned(), token)].into(), ..Browser::default() };
        assert_eq!(house.get(&with_token, "/my-shifts").await.status, StatusCode::SEE_OTHER);

        let second = address(&house.post(&anna, "/my-calendar", "").await.body);
        assert_eq!(house.get(&stranger, &first).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&stranger, &second).await.status, StatusCode::OK);
        assert_eq!(house.post(&anna, "/my-calendar/end", "").await.location(), "/my-calendar");
        assert_eq!(house.get(&stranger, &second).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn published_duties_and_routes_of_ones_own_place_and_nobody_elses() {
    let house = house();
    house.run(async {
        let period = read_period("period", EXAMPLE).period.unwrap();
        let (one, other) = ((period.first + 1).to_string(), (period.first + 2).to_string());
        let shift = |at: usize| period.shift_types[at].id.as_str();
        let anna = employee(&house, "s01").await;
        let stranger = Browser::default();
        let mine = address(&house.post(&anna, "/my-calendar", "").await.body);
        let read = async |address: &str| house.get(&stranger, address).await.body;
        let document = brought(&house, "period", EXAMPLE).await;
        let fixed = period.person(&"s01".into()).unwrap().fixed_duties.len();
        assert_eq!(events(&read(&mine).await), [], "nothing is published");

        publish(&house, &document, "roster", &roster(&[(&one, shift(0)), (&other, shift(0))])).await;
        let before = events(&read(&mine).await);
        assert_eq!(before.len(), 2 + fixed, "{before:?}");
        assert!(before.is_sorted_by_key(|it| it.1.clone()));
        publish(&house, &document, "roster", &roster(&[(&one, shift(1))])).await;
        let after = events(&read(&mine).await);
        assert_eq!(after.len(), 1 + fixed, "{after:?}");
        assert_eq!(after[0].2, before[0].2, "the same duty, by another shift");
        assert!(after[0].3 > before[0].3 && after[0].0 != before[0].0, "{after:?} {before:?}");

        // The same period brought anew, as with wishes, says it in place of its forerunner.
        house.wait(1);
        let anew = EXAMPLE.trim_end().to_owned() + "\n\n";
        let anew = brought(&house, "period", &anew).await;
        assert_eq!(events(&read(&mine).await), after, "not before it is published");
        publish(&house, &anew, "roster", &roster(&[(&other, shift(0))])).await;
        let newest = events(&read(&mine).await);
        assert_eq!((newest.len(), &newest[0].2), (1 + fixed, &before[1].2), "{newest:?}");
        assert!(newest[0].3 > after[0].3);

        // A route, by its beginning and end alone.
        let day = brought(&house, "day", day::EXAMPLE).await;
        let carer = employee(&house, "m01").await;
        let route = address(&house.post(&carer, "/my-calendar", "").await.body);
        let planner = house.signed_in(Role::Planner).await;
        house.post(&planner, &format!("/routes/{day}/plan"), "seed=1&iterations=50").await;
        assert!(house.app.work_once("worker").await.unwrap());
        assert_eq!(events(&read(&route).await), [], "planned and not published");
        let plan = house.store.answers(&day).await.unwrap()[0].id.clone();
        house.store.publish(&plan, 0, "", house.now()).await.unwrap();
        let calendar = read(&route).await;
        assert_eq!(events(&calendar).iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["Rute"]);
        let file = day::read_day("day", day::EXAMPLE).day.unwrap();
        for visit in &file.visits {
            assert!(!calendar.contains(visit.id.as_str()) && !calendar.contains(visit.citizen.as_str()), "{calendar}");
        }
        let english = house.get(&stranger, &format!("{route}?lang=en")).await.body;
        assert_eq!(events(&english)[0].0, "Route");

        // The same name in another place is somebody else.
        let elsewhere = [Grant { role: Role::Employee.word().to_owned(), place: "nord".to_owned() }];
        house.store.add_person("s02", "no password", &elsewhere, "", house.now()).await.unwrap();
        let mut other = house.signed_in_as("s02").await;
        other.headers.push(("host", "leon.example"));
        let theirs = address(&house.post(&other, "/my-calendar", "").await.body);
        assert_eq!(events(&read(&theirs).await), []);
    });
}
