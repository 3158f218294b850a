//! Periods of shifts in the browser: planned as a job, changed by hand and back, published, seen by who works by it.

mod common;

use axum::http::StatusCode;
use common::{Browser, House, house};
use leon_formats::period::{EXAMPLE, read_period, read_roster};
use leon_model::Period;
use leon_server::Role;
use leon_store::{AnswerId, DocumentId, Grant, NewDocument};

const ROUNDS: u64 = 20_000;

fn example() -> Period {
    read_period("period", EXAMPLE).period.unwrap()
}

/// The example's period with a roster, by its address.
async fn planned(house: &House, browser: &Browser) -> (DocumentId, String) {
    let sha256 = leon_formats::sha256(&[EXAMPLE]);
    let place = "lillekoebing";
    let new =
        NewDocument { kind: "period", title: "M1", place, sha256: &sha256, body: EXAMPLE, by: "", at: house.now() };
    let period = house.store.add_document(&new).await.unwrap();
    let form = format!("seed=1&iterations={ROUNDS}");
    let asked = house.post(browser, &format!("/rosters/{period}/plan"), &form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    assert!(house.app.work_once("worker").await.unwrap());
    let address = format!("/shifts/{}", house.store.answers(&period).await.unwrap()[0].id);
    (period, address)
}

async fn roster(house: &House, address: &str) -> leon_model::Roster {
    let id = AnswerId(address.trim_start_matches("/shifts/").trim_end_matches("#effect").to_owned());
    read_roster("roster", &house.store.answer(&id).await.unwrap().unwrap().body).roster.unwrap()
}

#[test]
fn a_roster_is_planned_changed_undone_and_redone() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::ShiftPlanner).await;
        let (document, before) = planned(&house, &browser).await;
        let period = example();
        let first = roster(&house, &before).await;
        let options = leon_roster::RosterOptions::new(&leon_roster::Iterations(ROUNDS));
        assert_eq!(first, leon_roster::plan_roster(&period, &options).unwrap().roster, "as on the command line");
        let page = house.get(&browser, &before).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.body.contains("data-person=\"s01\"") && !page.body.contains("Hvad ændringen gør"));
        let listed = house.get(&browser, &format!("/rosters/{document}")).await.body;
        assert!(listed.contains(&format!("href=\"{before}\"")), "{listed}");

        // A physiotherapist may not take the ward's day shift, which is for nursing staff.
        let physio = period.people.iter().find(|it| it.group.as_str() == "physiotherapist").unwrap();
        let date = period.first + 14;
        let form = format!("what=set&person={}&date={date}&shift=d", physio.id);
        house.wait(1);
        let changed = house.post(&browser, &format!("{before}/change"), &form).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
        let after = changed.location().trim_end_matches("#effect").to_owned();
        let page = house.get(&browser, &after).await.body;
        assert!(page.contains("Ændringen bryder:") && page.contains(&format!("href=\"{before}\"")), "{page}");
        assert!(page.contains("name=\"seen\""), "what is broken is to be seen before it is published");
        let own = |it: &&leon_model::Assignment| it.person == physio.id && it.date == date;
        let after_roster = roster(&house, &after).await;
        let shifts: Vec<_> = after_roster.assignments.iter().filter(own).map(|it| it.shift.as_str()).collect();
        assert_eq!(shifts, ["d"]);
        // Undone by going back, from where it can be done again.
        let back = house.get(&browser, &before).await.body;
        assert!(back.contains(&format!("href=\"{after}\" rel=\"next\"")), "{back}");

        let duty = first.assignments.iter().find(|it| it.date > period.first + 14).unwrap();
        let other = period.people.iter().find(|it| it.id != duty.person).unwrap();
        let form = format!("what=swap&person={}&other={}&date={}", duty.person, other.id, duty.date);
        let swapped = house.post(&browser, &format!("{before}/change"), &form).await;
        let swapped = roster(&house, swapped.location()).await;
        assert!(swapped.assignments.iter().any(|it| it.person == other.id && it.shift == duty.shift));
        assert_eq!(swapped.assignments.len(), first.assignments.len());

        for wrong in [
            "what=set&person=nobody&date=2026-12-07&shift=d".to_owned(),
            "what=set&person=s01&date=2030-01-01&shift=d".to_owned(),
            "what=set&person=s01&date=2026-12-07&shift=unknown".to_owned(),
            "what=x&person=s01&date=2026-12-07".to_owned(),
            format!("what=swap&person={}&other={}&date={}", duty.person, duty.person, duty.date),
        ] {
            let refused = house.post(&browser, &format!("{before}/change"), &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
    });
}

#[test]
fn a_stand_in_is_found_and_given_the_duty() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::ShiftPlanner).await;
        let (_, before) = planned(&house, &browser).await;
        let period = example();
        let first = roster(&house, &before).await;
        let duty = first.assignments.iter().find(|it| it.date > period.first + 14).unwrap();
        let asked = format!("{before}/stand-ins?person={}&date={}", duty.person, duty.date);
        let page = house.get(&browser, &asked).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);

        // The same people in the same order as on the command line, for a roster that nobody knows.
        let told = (period.first - 365).midnight();
        let published = leon_model::Published { roster: first.clone(), changes_told: told };
        let opening = leon_roster::Opening::Duty { person: duty.person.clone(), date: duty.date };
        let found = leon_roster::recommend(&period, &published, &opening, 10).unwrap();
        assert!(!found.legal.is_empty() && !found.illegal.is_empty());
        let places = found.legal.iter().take(10).map(|it| {
            let button = format!("name=\"other\" value=\"{}\"", it.change.person);
            page.body.find(&button).unwrap_or_else(|| panic!("{button}"))
        });
        assert!(places.collect::<Vec<_>>().is_sorted(), "the best first");
        assert!(page.body.contains('§') && page.body.contains("Kan ikke"), "who may not, with the paragraph");

        let other = &found.legal[0].change.person;
        let form = format!("what=give&person={}&other={other}&date={}", duty.person, duty.date);
        let given = house.post(&browser, &format!("{before}/change"), &form).await;
        let after = roster(&house, given.location()).await;
        let on_date = |person: &leon_model::PersonId| {
            after.assignments.iter().find(|it| it.person == *person && it.date == duty.date).map(|it| &it.shift)
        };
        assert_eq!((on_date(&duty.person), on_date(other)), (None, Some(&duty.shift)));

        // Where somebody is missing, that is asked from the form, and the answer sets the shift.
        let page = house.get(&browser, given.location().trim_end_matches("#effect")).await.body;
        if let Some((_, rest)) = page.split_once("name=\"short\"><option value=\"") {
            let short = rest.split('"').next().unwrap().replace(' ', "+");
            let page = house.get(&browser, &format!("{before}/stand-ins?short={short}")).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        }
        let leader = house.signed_in(Role::Leader).await;
        assert!(!house.get(&leader, &asked).await.body.contains("<button name=\"what\""), "who only reads gives none");
        for wrong in ["", "person=s01", "person=nobody&date=2026-12-07", "short=999+2026-12-07", "short=x"] {
            let refused = house.get(&browser, &format!("{before}/stand-ins?{wrong}")).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
    });
}

#[test]
fn what_breaks_is_seen_before_it_is_published_and_the_second_planner_is_told() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::ShiftPlanner).await;
        let (document, before) = planned(&house, &browser).await;
        let period = example();
        let physio = period.people.iter().find(|it| it.group.as_str() == "physiotherapist").unwrap();
        let form = format!("what=set&person={}&date=2026-12-07&shift=d", physio.id);
        let changed = house.post(&browser, &format!("{before}/change"), &form).await;
        let broken = changed.location().trim_end_matches("#effect").to_owned();
        let unseen = house.post(&browser, &format!("{broken}/publish"), "after=0").await;
        assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
        let seen = house.post(&browser, &format!("{broken}/publish"), "after=0&seen=on").await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
        let late = house.post(&browser, &format!("{before}/publish"), "after=0&seen=on").await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert_eq!(house.store.publications(&document).await.unwrap().len(), 1);
        // Against what people know now, one duty differs.
        assert!(house.get(&browser, &before).await.body.contains("1 dag er ændret"));
    });
}

#[test]
fn an_employee_sees_their_own_shifts_and_why_their_wish_was_refused() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::ShiftPlanner).await;
        let (_, address) = planned(&house, &planner).await;
        let period = example();
        let wish = &period.wishes[0];
        let other = period.wishes.iter().find(|it| it.person != wish.person).unwrap();
        let grant = Grant { role: Role::Employee.word().to_owned(), place: "lillekoebing".to_owned() };
        house.store.add_person(wish.person.as_str(), "no password", &[grant], "", house.now()).await.unwrap();
        let employee = house.signed_in_as(wish.person.as_str()).await;
        assert!(house.get(&employee, "/my-shifts").await.body.contains("ikke offentliggjort"));
        house.post(&planner, &format!("{address}/publish"), "after=0&seen=on").await;
        let own = house.get(&employee, &format!("/my-shifts?wish={}", wish.id)).await;
        assert!(own.body.contains("<time>") && own.body.contains("wish-heading"), "{}", own.body);
        let others = house.get(&employee, &format!("/my-shifts?wish={}", other.id)).await;
        assert_eq!(others.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(&employee, &address).await.status, StatusCode::FORBIDDEN);
        let why = house.get(&planner, &format!("{address}/wishes?wish={}", wish.id)).await;
        assert!(why.body.contains("wish-heading"), "{}", why.body);
        assert_eq!(house.get(&planner, &format!("{address}/wishes?wish=none")).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_period_is_made_up_where_one_may() {
    let house = house();
    house.run(async {
        let browser = house.signed_in_at(Role::ShiftPlanner, "nord").await;
        let form =
            |place: &str, first: &str| format!("place={place}&kind=home-care&people=12&weeks=1&first={first}&seed=1");
        let made = house.post(&browser, "/rosters/made-up", &form("nord", "2026-11-30")).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        assert!(house.get(&browser, made.location()).await.body.contains("12 medarbejdere"));
        let tuesday = house.post(&browser, "/rosters/made-up", &form("nord", "2026-12-01")).await;
        assert_eq!(tuesday.status, StatusCode::UNPROCESSABLE_ENTITY);
        let elsewhere = house.post(&browser, "/rosters/made-up", &form("syd", "2026-11-30")).await;
        assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
        let of_south = house.signed_in_at(Role::ShiftPlanner, "syd").await;
        assert_eq!(house.get(&of_south, made.location()).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn wishes_are_stated_within_the_round_and_taken_into_the_period() {
    let house = house();
    house.run(async {
        // From 18 November 2026 back to 5 October: the example's round is from 1 to 11 October, 4 wishes each.
        house.wait(-44 * 86_400);
        let planner = house.signed_in(Role::ShiftPlanner).await;
        let (document, _) = planned(&house, &planner).await;
        let period = example();
        let grant = Grant { role: Role::Employee.word().to_owned(), place: "lillekoebing".to_owned() };
        for name in ["s01", "stranger"] {
            house.store.add_person(name, "no password", std::slice::from_ref(&grant), "", house.now()).await.unwrap();
        }
        let employee = house.signed_in_as("s01").await;
        let state = async |browser: &Browser, wanted: &str, first: &str, last: &str| {
            let form = format!("period={document}&wanted={wanted}&first={first}&last={last}");
            house.post(browser, "/my-wishes", &form).await.status
        };
        assert_eq!(state(&employee, "off", "2026-12-24", "2026-12-26").await, StatusCode::SEE_OTHER);
        assert_eq!(state(&employee, "night", "2026-12-07", "2026-12-07").await, StatusCode::SEE_OTHER);
        for (wanted, first, last) in [
            ("holiday", "2026-12-24", "2026-12-24"),
            ("off", "2026-12-26", "2026-12-24"),
            ("off", "2030-01-01", "2030-01-01"),
            ("off", "", ""),
        ] {
            let status = state(&employee, wanted, first, last).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{wanted} {first} {last}");
        }
        let stranger = house.signed_in_as("stranger").await;
        let elsewhere = [Grant { place: "nord".to_owned(), ..grant }];
        house.store.add_person("s02", "no password", &elsewhere, "", house.now()).await.unwrap();
        let namesake = house.signed_in_as("s02").await;
        assert_eq!(state(&namesake, "off", "2026-12-24", "2026-12-24").await, StatusCode::NOT_FOUND);
        assert_eq!(state(&stranger, "off", "2026-12-24", "2026-12-24").await, StatusCode::NOT_FOUND);
        assert!(house.get(&employee, "/my-shifts").await.body.contains("Du kan indgive 2 ønsker mere"));
        let night = house.store.wishes(&document).await.unwrap().into_iter().find(|it| it.wanted == "night").unwrap();
        let withdraw = format!("wish={}", night.id);
        assert_eq!(house.post(&stranger, "/my-wishes/withdraw", &withdraw).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.post(&employee, "/my-wishes/withdraw", &withdraw).await.status, StatusCode::SEE_OTHER);

        assert!(house.get(&planner, &format!("/rosters/{document}")).await.body.contains("1 ønske er indgivet"));
        let taken = house.post(&planner, &format!("/rosters/{document}/wishes"), "").await;
        let new = DocumentId(taken.location().trim_start_matches("/rosters/").to_owned());
        assert_ne!(new, document);
        let body = house.store.document(&new).await.unwrap().unwrap().body;
        let with = read_period("period", &body).period.unwrap();
        assert_eq!(with.wishes.len(), period.wishes.len() + 1);
        let wish = with.wishes.last().unwrap();
        assert_eq!((wish.person.as_str(), wish.from.to_string()), ("s01", "2026-12-24".to_owned()));
        // The round is over.
        house.wait(30 * 86_400);
        let employee = house.signed_in_as("s01").await;
        assert_eq!(state(&employee, "off", "2026-12-24", "2026-12-24").await, StatusCode::NOT_FOUND);
    });
}
