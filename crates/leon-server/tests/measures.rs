//! What the page of measures shows of a folder that `leon measure --all --out` wrote.

mod common;

use axum::http::StatusCode;
use common::results::results;
use common::{house, house_with};
use leon_formats::results::write_results;
use leon_server::{Role, Settings};

#[test]
fn a_leader_sees_promises_beside_what_planning_again_shows() {
    let folder = tempfile::tempdir().unwrap();
    write_results(&results(), folder.path()).unwrap();
    let house = house_with(|it| Settings { measures: Some(folder.path().to_owned()), ..it });
    house.run(async {
        let leader = house.signed_in(Role::Leader).await;
        let page = house.get(&leader, "/measures").await.body;
        for words in
            ["Måling", "/measures/robot", "Medicinrobot", "390 – 410", "700", "Lavere end lovet", "Intet løfte"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(page.contains("2 tiltag: Medicinrobot + Elektroniske låse") && page.contains("450 årsværk"), "{page}");
        // What releases most stands beside where the hours go.
        let hours = house.get(&leader, "/").await.body;
        assert!(hours.contains("Frigivet, målt ved at planlægge igen") && hours.contains("/measures/robot"), "{hours}");
        let one = house.get(&leader, "/measures/robot").await.body;
        for words in ["Medicinrobot", "Kørsel", "77,0", "Hele vagter", "66,0", "Ø", "55,0", "lillekoebing"] {
            assert!(one.contains(words), "{words}: {one}");
        }
        // What it rests on, one click from the figure.
        for words in [
            "href=\"#figures\"",
            "Andel, som det er en mulighed for",
            "0,35",
            "0,20 – 0,50",
            "Antagelse",
            "Et skøn",
            "Timer om ugen til støtte",
            "En opgørelse",
        ] {
            assert!(one.contains(words), "{words}: {one}");
        }
        // Without an answer it says why, in the table and on its own page.
        let why = "bryder en vagtplan 5 regler og uden det 2";
        assert!(page.contains("Ikke målt") && page.contains(why), "{page}");
        assert!(house.get(&leader, "/measures/sensors").await.body.contains(why));
        assert_eq!(house.get(&leader, "/measures/unknown").await.status, StatusCode::NOT_FOUND);
        // A folder that is damaged is a fault that is told to whoever runs Leon, and no page.
        std::fs::remove_file(folder.path().join("measures.csv")).unwrap();
        assert_eq!(house.get(&leader, "/measures").await.status, StatusCode::INTERNAL_SERVER_ERROR);
    });
}

#[test]
fn without_a_folder_the_page_says_how_to_make_one() {
    let house = house();
    house.run(async {
        let leader = house.signed_in(Role::Leader).await;
        assert!(house.get(&leader, "/measures").await.body.contains("leon measure"));
        assert_eq!(house.get(&leader, "/measures/robot").await.status, StatusCode::NOT_FOUND);
    });
}
