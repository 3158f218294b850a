//! The scenario builder, as an analyst would use it: choose, read the file, have it reckoned, look at the years.

mod common;

use axum::http::{Method, StatusCode};
use common::{Browser, House, house};
use leon_server::Role;
use serde_json::Value;

/// Everything that can be chosen, chosen.
const CHOSEN: &str = "name=Min+plan&technology=robot_vacuum&effect-robot_vacuum=claim&ceiling-robot_vacuum=50\
    &from-robot_vacuum=2028&half-robot_vacuum=2030&technology=screen_visits&effect-screen_visits=case\
    &ceiling-screen_visits=80&lift=medicine_by_authorised&lift-from-medicine_by_authorised=2029&places-nurse=2\
    &places-from-nurse=2027&productivity=1&productivity-from=2030&source=example";

/// The text of a page's element, with its marks as characters.
fn within(page: &str, from: &str, to: &str) -> String {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("{from}: {page}")).1;
    let text = rest.split_once(to).unwrap().0;
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => (byte as char).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(encode).collect()
}

/// The file that the choices make.
async fn written(house: &House, analyst: &Browser) -> String {
    let page = house.get(analyst, &format!("/projection/scenario?{CHOSEN}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    within(&page.body, "spellcheck=\"false\" required>", "</textarea>")
}

#[test]
fn what_is_chosen_is_written_reckoned_and_compared() {
    let house = house();
    house.run(async {
        let analyst = house.signed_in(Role::Analyst).await;
        let empty = house.get(&analyst, "/projection/scenario").await.body;
        for words in ["Byg et scenarie", "robot_vacuum", "medicine_by_authorised", "places-nurse", "productivity"] {
            assert!(empty.contains(words), "{words}");
        }
        assert!(!empty.contains("<textarea"), "nothing is chosen yet");

        let file = written(&house, &analyst).await;
        for line in [
            "name_da = \"Min plan\"",
            "technology = \"robot_vacuum\"",
            "effect = { from = \"claim\" }",
            "ceiling = { value = 0.5, evidence = \"assumption\", source = \"example\" }",
            "adoption = { curve = \"logistic\", from = 2028, half = 2030, years_10_to_90 = 8.0 }",
            "effect = { from = \"case\" }",
            "binding = \"medicine_by_authorised\"\nfrom = 2029",
            "staff_group = \"nurse\"\nfrom = 2027",
            "from = 2030\nper_year = { value = -0.01,",
        ] {
            assert!(file.contains(line), "{line}: {file}");
        }

        let asked = house.post(&analyst, "/projection/scenario", &format!("scenario={}", encoded(&file))).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        let run = asked.location().to_owned();
        assert!(house.get(&analyst, &run).await.body.contains("data-job"), "under way");
        assert!(house.get(&analyst, "/jobs").await.body.contains("Min plan"));
        assert!(house.app.work_once("w").await.unwrap());

        let page = house.get(&analyst, &run).await.body;
        for words in
            ["Min plan: ", "årsværk mangler i 2035", "Kortet over årene", "<svg class=\"fan\"", "40 trækninger"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        // Less care is needed for the same and more hands come, so fewer are missing.
        let change = within(&page, "Forskellen er ", " (");
        assert!(change.starts_with('−'), "{change}");

        // The map of another year and of the case as it stands, alone.
        let map = house.get(&analyst, &format!("{run}?year=2028&path=0&only=map")).await.body;
        assert!(map.starts_with("<div id=\"year-map\" data-year=\"") && map.contains("2028: "), "{map}");
        assert!(map.contains("Som casen er") && map.contains("Nord: "), "{map}");
        let of_plan = house.get(&analyst, &format!("{run}?year=2035&path=1&only=map")).await.body;
        assert!(of_plan.contains("2035: ") && of_plan.contains("Min plan"), "{of_plan}");

        // It can be changed, and stands among the latest.
        let id = run.rsplit('/').next().unwrap();
        let again = house.get(&analyst, &format!("/projection/scenario?run={id}")).await.body;
        assert_eq!(within(&again, "spellcheck=\"false\" required>", "</textarea>"), file);
        assert!(again.contains(&format!("href=\"{run}\"")));

        let english = Browser { cookies: [("lang".to_owned(), "en".to_owned())].into(), ..analyst.clone() };
        let english = Browser { cookies: analyst.cookies.into_iter().chain(english.cookies).collect(), ..english };
        let page = house.get(&english, &run).await.body;
        assert!(page.contains("full-time positions are missing in 2035"), "{page}");
    });
}

#[test]
fn a_file_with_faults_comes_back_with_what_is_wrong() {
    let house = house();
    house.run(async {
        let analyst = house.signed_in(Role::Analyst).await;
        // Told as soon as it is written.
        let late = "/projection/scenario?name=x&lift=medicine_by_authorised&lift-from-medicine_by_authorised=2099";
        let told = house.get(&analyst, &format!("{late}&source=example")).await.body;
        assert!(told.contains("L852") && told.contains("2099 ligger uden for casens år"), "{told}");
        let file = written(&house, &analyst).await;
        assert!(!house.get(&analyst, &format!("/projection/scenario?{CHOSEN}")).await.body.contains("role=\"alert\""));
        let table = [
            ("\"robot_vacuum\"", "\"robot\"", "L301", "findes ikke i tabellen technologies"),
            ("value = 0.5", "value = 1.5", "L305", "andel fra 0 til 1"),
            ("[[lift]]", "[[lift]", "L851", "ikke et scenarie"),
        ];
        for (good, bad, code, words) in table {
            let damaged = file.replacen(good, bad, 1);
            assert_ne!(damaged, file);
            let form = format!("scenario={}", encoded(&damaged));
            let refused = house.post(&analyst, "/projection/scenario", &form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.body.contains(code) && refused.body.contains(words), "{bad}: {}", refused.body);
            assert!(
                within(&refused.body, "spellcheck=\"false\" required>", "</textarea>").contains(bad),
                "nothing is lost"
            );
        }
        assert!(!house.app.work_once("w").await.unwrap(), "nothing was asked for");
    });
}

#[test]
fn a_scenario_is_ended_by_who_asked_for_it() {
    let house = house();
    house.run(async {
        let analyst = house.signed_in(Role::Analyst).await;
        let file = written(&house, &analyst).await;
        let form = format!("scenario={}", encoded(&file));
        let run = house.post(&analyst, "/projection/scenario", &form).await.location().to_owned();
        let cancel = format!("/jobs/{}/cancel", run.rsplit('/').next().unwrap());
        let planner = house.signed_in(Role::Planner).await;
        assert_eq!(house.post(&planner, &cancel, "").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&analyst, &cancel, "").await.status, StatusCode::SEE_OTHER);
        assert!(!house.app.work_once("w").await.unwrap());
    });
}

#[test]
fn the_projection_shows_a_map_of_any_year() {
    let house = house();
    house.run(async {
        let analyst = house.signed_in(Role::Analyst).await;
        let page = house.get(&analyst, "/projection?year=2030").await.body;
        assert!(page.contains("type=\"range\"") && page.contains("2030: "), "{page}");
        // What is no year asks for none.
        let last = house.get(&analyst, "/projection?only=map&year=abc").await.body;
        assert!(last.starts_with("<div id=\"year-map\" data-year=\"") && last.contains("2035: "), "{last}");
    });
}

#[test]
fn a_program_asks_for_a_scenario_and_reads_its_years() {
    let house = house();
    house.run(async {
        let analyst = house.signed_in(Role::Analyst).await;
        let json = Browser { headers: vec![("content-type", "application/json")], ..analyst.clone() };
        let case = house.store.documents("case").await.unwrap()[0].id.clone();
        let address = format!("/api/documents/{case}/scenarios");
        let ask = async |browser: &Browser, file: &str| {
            house.post(browser, &address, &serde_json::json!({ "scenario": file }).to_string()).await
        };
        let wrong = ask(&json, "name = ").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let wrong: Value = serde_json::from_str(&wrong.body).unwrap();
        assert_eq!(wrong["problems"][0]["file"], "scenario.toml", "{wrong}");

        let file = written(&house, &analyst).await;
        let asked = ask(&json, &file).await;
        assert_eq!(asked.status, StatusCode::ACCEPTED, "{}", asked.body);
        let job = asked.location().to_owned();
        assert_eq!(ask(&json, &file).await.location(), job, "the same is under way");
        let read = async |address: &str| {
            let answered = house.get(&analyst, address).await;
            assert_eq!(answered.status, StatusCode::OK, "{}", answered.body);
            serde_json::from_str::<Value>(&answered.body).unwrap()
        };
        let under_way = read(&job).await;
        assert_eq!((&under_way["kind"], &under_way["state"]), (&"scenario".into(), &"waiting".into()));
        // Whoever sees the gap sees it, and only who asked ends it.
        let leader = house.signed_in(Role::Leader).await;
        assert_eq!(house.get(&leader, &job).await.status, StatusCode::OK);
        assert_eq!(house.ask(&leader, &Method::DELETE, &job, "").await.status, StatusCode::FORBIDDEN);
        assert!(house.app.work_once("w").await.unwrap());

        let done = read(&job).await;
        let answer = read(&format!("/api/answers/{}", done["answer"].as_str().unwrap())).await;
        assert_eq!(answer["content"]["years"].as_array().unwrap().last(), Some(&2035.into()));
        assert_eq!(answer["content"]["paths"][1]["name_da"], "Min plan");
        assert_eq!(read(&format!("/api/documents/{case}/answers")).await[0]["kind"], "scenario");

        let other = ask(&json, &file.replace("Min plan", "Min anden plan")).await.location().to_owned();
        assert_eq!(house.ask(&analyst, &Method::DELETE, &other, "").await.status, StatusCode::NO_CONTENT);
        assert_eq!(read(&other).await["state"], "cancelled");
    });
}
