//! Days of visits in the browser: made up, planned as a job, shown, published by one of two.

mod common;

use axum::http::StatusCode;
use common::{Browser, House, house};
use leon_server::Role;
use leon_store::{AnswerId, DocumentId, Grant, JobState, NewDocument};

/// The example's day in a place, by its address.
async fn brought_in(house: &House, place: &str) -> String {
    let body = leon_formats::day::EXAMPLE;
    let sha256 = leon_formats::sha256(&[body]);
    let day = NewDocument { kind: "day", title: "2026-11-23", place, sha256: &sha256, body, by: "", at: house.now() };
    format!("/routes/{}", house.store.add_document(&day).await.unwrap())
}

/// A plan of the day, by its address.
async fn planned(house: &House, browser: &Browser, day: &str, iterations: u64) -> String {
    let asked = house.post(browser, &format!("{day}/plan"), &format!("seed=1&iterations={iterations}")).await;
    assert_eq!(asked.location(), day, "{}", asked.body);
    assert!(house.app.work_once("worker").await.unwrap());
    let document = DocumentId(day.trim_start_matches("/routes/").to_owned());
    format!("/plans/{}", house.store.answers(&document).await.unwrap()[0].id)
}

#[test]
fn a_day_is_planned_and_shown() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Planner).await;
        let day = brought_in(&house, "lillekoebing").await;
        let before = house.get(&browser, &day).await.body;
        assert!(before.contains("besøg") && before.contains("Dagen er opdigtet"), "{before}");
        let address = planned(&house, &browser, &day, 200).await;
        let plan = house.get(&browser, &address).await;
        assert_eq!(plan.status, StatusCode::OK);
        for part in ["<svg", "Hvorfor ikke en anden?", "id=\"bars\"", "200"] {
            assert!(plan.body.contains(part), "{part}");
        }
        // The plan is the one that the same budget gives on the command line.
        let document = DocumentId(day.trim_start_matches("/routes/").to_owned());
        let kept = house.store.document(&document).await.unwrap().unwrap();
        let answer = AnswerId(address.trim_start_matches("/plans/").to_owned());
        let answer = house.store.answer(&answer).await.unwrap().unwrap();
        let read = leon_formats::day::read_day("day", &kept.body).day.unwrap();
        let found = leon_formats::day::read_plan("plan", &answer.body).plan.unwrap();
        let options = leon_route::RouteOptions {
            seed: 1,
            threads: 1,
            budget: &leon_route::Iterations(200),
            published: None,
            from: None,
            progress: None,
        };
        assert_eq!(found, leon_route::plan_routes(&read, &options).unwrap().plan);
        assert_eq!((answer.seed.as_str(), answer.budget.as_str()), ("1", "200 iterations"));
        assert_eq!(answer.input_sha256, kept.head.sha256);
        // v06 must never be done by m01.
        let why = house.get(&browser, &format!("{address}?visit=v06&carer=m01")).await;
        assert!(why.body.contains(r#"<ul class="answer"><li>"#), "{}", why.body);
        let seen = house.store.events("see-plan", None, 9).await.unwrap();
        assert_eq!(seen.len(), 2, "every look at where citizens are is told");
    });
}

#[test]
fn a_visit_is_moved_by_a_form_and_the_plan_before_stays() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Planner).await;
        let day = brought_in(&house, "lillekoebing").await;
        let before = planned(&house, &browser, &day, 200).await;
        // v01 begins between 07:15 and 09:00, by a helper or an assistant: m02 is one.
        let asked = house.get(&browser, &format!("{before}/ask?visit=v01&carer=m02&at=07:45")).await;
        assert!(asked.body.starts_with(r#"<ul class="answer">"#), "{}", asked.body);
        let moved = house.post(&browser, &format!("{before}/change"), "what=move&visit=v01&carer=m02&at=07:45").await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        let after = moved.location().trim_end_matches("#effect").to_owned();
        let page = house.get(&browser, &after).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.body.contains("Hvad ændringen gør") && page.body.contains(&format!("href=\"{before}\"")));
        let phone = house.get(&browser, &format!("{after}/phone?carer=m02")).await.body;
        assert!(phone.contains("<time>07:45–08:10</time>"), "25 minutes by an assistant: {phone}");
        let published = house.store.publications(&DocumentId(day.trim_start_matches("/routes/").to_owned())).await;
        assert!(published.unwrap().is_empty(), "nothing is published by a change");

        // The same change of the same plan is the same plan, and one can go on from it.
        let again = house.post(&browser, &format!("{before}/change"), "what=move&visit=v01&carer=m02&at=07:45").await;
        let body = async |address: &str| {
            let id = AnswerId(address.trim_start_matches("/plans/").trim_end_matches("#effect").to_owned());
            house.store.answer(&id).await.unwrap().unwrap().body
        };
        assert_eq!(body(&after).await, body(again.location()).await);
        let sick = house.post(&browser, &format!("{after}/change"), "what=sick&carer=m01&at=10:00&citizens=1").await;
        let page = house.get(&browser, sick.location().trim_end_matches("#effect")).await.body;
        assert!(page.contains("10:00") && page.contains("Før og efter"), "{page}");

        // m01 must never come to v06; and what is no change is told.
        for wrong in ["what=move&visit=v06&carer=m01", "what=move&visit=v01", "what=move&visit=v01&at=25:00", "what=x"]
        {
            let refused = house.post(&browser, &format!("{before}/change"), wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
    });
}

#[test]
fn a_visit_is_held_where_it_is_and_let_go_again() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Planner).await;
        let day = brought_in(&house, "lillekoebing").await;
        let before = planned(&house, &browser, &day, 200).await;
        let routes = async |address: &str| {
            let id = AnswerId(address.trim_start_matches("/plans/").to_owned());
            let body: serde_json::Value =
                serde_json::from_str(&house.store.answer(&id).await.unwrap().unwrap().body).unwrap();
            body.get("plan").unwrap_or(&body)["routes"].clone()
        };
        let change = async |of: &str, form: &str| {
            let changed = house.post(&browser, &format!("{of}/change"), form).await;
            assert_eq!(changed.status, StatusCode::SEE_OTHER, "{form}: {}", changed.body);
            changed.location().trim_end_matches("#effect").to_owned()
        };
        let pinned = change(&before, "what=pin&visit=v01").await;
        assert_eq!(routes(&pinned).await, routes(&before).await, "nothing else moves");
        let page = house.get(&browser, &pinned).await.body;
        assert!(page.contains("Låste besøg") && page.contains("Lås op: v01"), "{page}");
        // Moving it pins it too, elsewhere.
        let moved = change(&pinned, "what=move&visit=v01&carer=m02&at=07:45").await;
        assert!(house.get(&browser, &moved).await.body.contains("m02, 07:45"));
        let free = change(&moved, "what=unpin&visit=v01").await;
        let page = house.get(&browser, &free).await.body;
        assert!(page.contains("er låst op") && !page.contains("Lås op: v01"), "{page}");
        for (of, wrong) in [(&before, "what=unpin&visit=v01"), (&free, "what=pin&visit=v99"), (&free, "what=pin")] {
            let refused = house.post(&browser, &format!("{of}/change"), wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
    });
}

#[test]
fn a_carer_sees_their_own_published_route_and_nobody_elses() {
    let house = house();
    house.run(async {
        let planner = house.signed_in(Role::Planner).await;
        let day = brought_in(&house, "lillekoebing").await;
        let plan = planned(&house, &planner, &day, 200).await;
        let grant = Grant { role: Role::Employee.word().to_owned(), place: "lillekoebing".to_owned() };
        house.store.add_person("m01", "no password", &[grant], "", house.now()).await.unwrap();
        let carer = house.signed_in_as("m01").await;
        assert!(house.get(&carer, "/my-route").await.body.contains("ikke offentliggjort"));
        house.post(&planner, &format!("{plan}/publish"), "after=0").await;
        let own = house.get(&carer, "/my-route").await.body;
        assert!(own.contains("m01: ") && own.contains("<time>"), "{own}");
        // Travel stands where it was chosen last.
        assert!(own.contains("class=\"travel\""), "{own}");
        let inside = house.get(&carer, "/my-route?travel=inside").await;
        assert!(inside.body.contains("heraf") && !inside.body.contains("class=\"travel\""), "{}", inside.body);
        let mut remembering = carer.clone();
        remembering.cookies.extend(inside.cookies());
        assert_eq!(
            house.get(&remembering, "/my-route").await.body.matches("heraf").count(),
            inside.body.matches("heraf").count()
        );
        let hidden = house.get(&remembering, "/my-route?travel=hidden").await.body;
        assert!(!hidden.contains("på vej (") && !hidden.contains("heraf"), "{hidden}");
        // Another place may have somebody of the same name.
        let other = [Grant { role: Role::Employee.word().to_owned(), place: "nord".to_owned() }];
        house.store.add_person("m02", "no password", &other, "", house.now()).await.unwrap();
        let elsewhere = house.signed_in_as("m02").await;
        assert!(house.get(&elsewhere, "/my-route").await.body.contains("ikke offentliggjort"));
        assert_eq!(house.get(&carer, &format!("{plan}/phone?carer=m02")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.get(&carer, &plan).await.status, StatusCode::FORBIDDEN);
        let told = house.store.events("see-route", None, 9).await.unwrap();
        assert_eq!(told.len(), 4, "each look is told");
        assert!(told.iter().all(|it| (it.person.as_str(), it.detail.as_str()) == ("m01", "m01")), "{told:?}");
    });
}

#[test]
fn of_two_planners_the_second_is_told() {
    let house = house();
    house.run(async {
        let (anna, bo) =
            (house.signed_in(Role::Planner).await, house.signed_in_at(Role::Planner, "lillekoebing").await);
        let day = brought_in(&house, "lillekoebing").await;
        let one = planned(&house, &anna, &day, 50).await;
        house.wait(1);
        let other = planned(&house, &bo, &day, 100).await;
        // Both have seen that nothing is published.
        let first = house.post(&anna, &format!("{one}/publish"), "after=0").await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        let second = house.post(&bo, &format!("{other}/publish"), "after=0").await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(house.get(&bo, &other).await.body.contains("name=\"after\" value=\"1\""));
        let again = house.post(&bo, &format!("{other}/publish"), "after=1").await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert!(house.get(&anna, &other).await.body.contains("offentliggjort som nummer 2"));
    });
}

#[test]
fn a_cancelled_job_leaves_no_plan_and_one_whose_worker_died_is_done_by_another() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Planner).await;
        let day = brought_in(&house, "lillekoebing").await;
        let ask = async || house.post(&browser, &format!("{day}/plan"), "seed=1&iterations=10").await;
        let document = DocumentId(day.trim_start_matches("/routes/").to_owned());
        ask().await;
        let job = house.store.jobs(Some(&document), 1).await.unwrap().remove(0);
        assert!(house.get(&browser, &day).await.body.contains(&format!("data-job=\"{}\"", job.id)));
        house.post(&browser, &format!("/jobs/{}/cancel", job.id), "").await;
        assert!(!house.app.work_once("worker").await.unwrap());
        assert_eq!(house.store.answers(&document).await.unwrap(), []);
        assert_eq!(house.store.job(&job.id).await.unwrap().unwrap().state, JobState::Cancelled);
        assert!(house.get(&browser, "/jobs").await.body.contains("Afbrudt"));
        let over = house.get(&browser, &format!("/jobs/{}/progress", job.id)).await;
        assert!(over.body.contains("event: over"), "{}", over.body);

        house.wait(1);
        ask().await;
        let lost = house.store.take_job("dies", house.now()).await.unwrap().unwrap();
        assert!(!house.app.work_once("worker").await.unwrap(), "its worker may still be alive");
        house.wait(31);
        assert!(house.app.work_once("worker").await.unwrap());
        assert_eq!(house.store.job(&lost.id).await.unwrap().unwrap().state, JobState::Done);
        assert!(!house.store.job_is_at(&lost, 500, house.now()).await.unwrap());
        assert_eq!(house.store.answers(&document).await.unwrap().len(), 1);
    });
}

#[test]
fn a_worker_that_closes_gives_its_job_back() {
    let house = house();
    house.run(async {
        let browser = house.signed_in(Role::Planner).await;
        let day = brought_in(&house, "lillekoebing").await;
        // Longer than anybody waits.
        let form = format!("seed=1&iterations={}", u64::MAX);
        house.post(&browser, &format!("{day}/plan"), &form).await;
        let app = house.app.clone();
        let working = tokio::spawn(async move { app.work("worker").await });
        let job = async || house.store.jobs(None, 1).await.unwrap().remove(0);
        while job().await.state == JobState::Waiting {
            tokio::task::yield_now().await;
        }
        house.app.stop();
        working.await.unwrap();
        assert_eq!(job().await.state, JobState::Waiting);
    });
}

#[test]
fn a_day_of_another_municipality_is_not_there() {
    let house = house();
    house.run(async {
        let everywhere = house.signed_in(Role::Planner).await;
        let day = brought_in(&house, "lillekoebing").await;
        let plan = planned(&house, &everywhere, &day, 10).await;
        let of_north = house.signed_in_at(Role::Planner, "nord").await;
        for address in [day, plan.clone(), format!("{plan}/ask?visit=v01&carer=m02"), format!("{plan}/phone?carer=m01")]
        {
            assert_eq!(house.get(&of_north, &address).await.status, StatusCode::NOT_FOUND);
        }
        let publish = house.post(&of_north, &format!("{plan}/publish"), "after=0").await;
        assert_eq!(publish.status, StatusCode::NOT_FOUND);
        let form = "place=lillekoebing&visits=20&date=2026-11-23&seed=1";
        assert_eq!(house.post(&of_north, "/routes/made-up", form).await.status, StatusCode::FORBIDDEN);
        let change = house.post(&of_north, &format!("{plan}/change"), "what=sick&carer=m01").await;
        assert_eq!(change.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_damaged_day_is_told_problem_by_problem() {
    let house = house();
    house.run(async {
        let mut browser = house.signed_in(Role::Planner).await;
        browser.headers = vec![("content-type", "multipart/form-data; boundary=x")];
        let body = "--x\r\nContent-Disposition: form-data; name=\"place\"\r\n\r\nlillekoebing\r\n\
                    --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../<b>.json\"\r\n\r\n\
                    {\"visits\": \"<script>alert(1)</script>\"}\r\n--x--\r\n";
        let answer = house.post(&browser, "/routes/upload", body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
        assert!(house.store.documents("day").await.unwrap().is_empty());
    });
}
