//! What is kept stays, on SQLite and, where the machine has one, on PostgreSQL.

mod backup;
mod calendars;
mod identities;
mod jobs;
mod requests;
mod wishes;

use jiff::{SignedDuration, Timestamp};
use leon_store::{Engine, Grant, NewAnswer, NewDocument, NewEvent, Store, StoreError};
use std::future::Future;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + seconds).unwrap()
}

/// Runs a test on a new database of each kind that is at hand.
fn on_each<F: Future<Output = ()>>(test: impl Fn(Store) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    // A name that means something in an address.
    let path = folder.path().join("leon #1 100%?.db");
    runtime.block_on(async {
        let store = Store::open_file(&path).await.unwrap();
        assert_eq!(store.engine(), Engine::Sqlite);
        test(store.clone()).await;
        store.close().await;
        assert!(path.is_file());
    });
    if let Some(address) = leon_postgres::new_database() {
        runtime.block_on(async {
            let store = Store::open(&address).await.unwrap();
            assert_eq!(store.engine(), Engine::Postgres);
            test(store.clone()).await;
            store.close().await;
        });
    }
}

fn document(sha256: &str) -> NewDocument<'_> {
    NewDocument { kind: "case", title: "Æble's \"case\"", place: "", sha256, body: "{}", by: "anna", at: at(0) }
}

#[test]
fn a_document_is_kept_once_and_whole() {
    on_each(|store| async move {
        let id = store.add_document(&document("one")).await.unwrap();
        assert_eq!(store.add_document(&document("one")).await.unwrap(), id);
        let other = store.add_document(&NewDocument { at: at(1), ..document("two") }).await.unwrap();
        let kept = store.document(&id).await.unwrap().unwrap();
        assert_eq!((kept.head.title.as_str(), kept.body.as_str()), ("Æble's \"case\"", "{}"));
        assert_eq!(kept.head.created_at, at(0));
        let heads: Vec<_> = store.documents("case").await.unwrap().into_iter().map(|it| it.id).collect();
        assert_eq!(heads, [other, id], "newest first");
        assert!(store.documents("day").await.unwrap().is_empty());
    });
}

#[test]
fn of_two_who_publish_at_once_one_is_told() {
    on_each(|store| async move {
        let document = store.add_document(&document("one")).await.unwrap();
        let answer = NewAnswer {
            document: &document,
            kind: "route",
            asked: "",
            input_sha256: "one",
            version: "0.1.0",
            seed: "7",
            budget: "100 iterations",
            body: "{}",
            by: "anna",
            at: at(0),
        };
        let one = store.add_answer(&answer).await.unwrap();
        let other = store.add_answer(&NewAnswer { at: at(1), ..answer }).await.unwrap();
        // Eight planners at once, all of whom have seen that nothing is published.
        let mut racing = tokio::task::JoinSet::new();
        for number in 0..8 {
            let (store, answer) = (store.clone(), if number % 2 == 0 { one.clone() } else { other.clone() });
            racing.spawn(async move { store.publish(&answer, 0, "anna", at(2)).await });
        }
        let results = racing.join_all().await;
        assert_eq!(results.iter().filter(|it| matches!(it, Ok(1))).count(), 1, "{results:?}");
        assert_eq!(results.iter().filter(|it| matches!(it, Err(StoreError::Conflict))).count(), 7, "{results:?}");
        assert!(matches!(store.publish(&one, 0, "bo", at(3)).await, Err(StoreError::Conflict)));
        assert_eq!(store.publish(&other, 1, "bo", at(3)).await.unwrap(), 2);
        let history = store.publications(&document).await.unwrap();
        assert_eq!(history.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!((&history[1].answer, history[1].published_by.as_str()), (&other, "bo"));
        let last = store.last_publications("case").await.unwrap();
        assert_eq!(last.into_iter().collect::<Vec<_>>(), [(document.clone(), history[1].clone())]);
        assert!(store.last_publications("period").await.unwrap().is_empty());
        assert_eq!(store.answer(&one).await.unwrap().unwrap().budget, "100 iterations");
        assert_eq!(store.answer_to(&document, "route", "", "0.1.0").await.unwrap(), Some(one));
    });
}

#[test]
fn people_and_sessions() {
    on_each(|store| async move {
        assert!(!store.has_people().await.unwrap());
        let grants = [Grant { role: "planner".into(), place: "aarhus".into() }];
        store.add_person("anna", "hash", &grants, "", at(0)).await.unwrap();
        let taken = store.add_person("anna", "hash", &[], "", at(0)).await;
        assert!(matches!(taken, Err(StoreError::NameTaken(name)) if name == "anna"));
        let anna = store.person_called("anna").await.unwrap().unwrap();
        assert_eq!(anna.grants, grants);
        for _ in 0..2 {
            store.wrong_password(&anna, at(1), |failures| (failures >= 2).then(|| at(60))).await.unwrap();
        }
        let locked = store.person_called("anna").await.unwrap().unwrap();
        assert_eq!((locked.failures, locked.locked_until), (2, Some(at(60))));
        store.start_session(&anna, "token", at(2), at(10)).await.unwrap();
        assert_eq!(store.session("token", at(9)).await.unwrap().unwrap().grants, grants);
        assert_eq!(store.session("token", at(10)).await.unwrap(), None, "ended");
        assert_eq!(store.session("other", at(9)).await.unwrap(), None);
        assert_eq!(store.person_called("anna").await.unwrap().unwrap().failures, 0);
        store.end_session("token").await.unwrap();
        assert_eq!(store.session("token", at(9)).await.unwrap(), None);
    });
}

#[test]
fn events_are_told_in_one_row_and_searched() {
    on_each(|store| async move {
        let mut telling = tokio::task::JoinSet::new();
        for number in 0..40_i64 {
            let store = store.clone();
            telling.spawn(async move {
                let about = format!("thing{number}");
                let at = at(0) + SignedDuration::from_secs(number);
                let event = NewEvent { at, person: "Anna", what: "see", about: &about, detail: "%_'" };
                store.tell(&event).await.unwrap();
            });
        }
        // One of those who tell goes away in the middle: the others' events are told all the same.
        let gone = store.clone();
        let event = NewEvent { at: at(99), person: "Bo", what: "see", about: "thing", detail: "" };
        drop(tokio::time::timeout(std::time::Duration::ZERO, gone.tell(&event)).await);
        telling.join_all().await;
        let events = store.events("Anna", None, 100).await.unwrap();
        let numbers: Vec<_> = store.events("", None, 100).await.unwrap().iter().map(|it| it.number).collect();
        assert_eq!(numbers, (1..=numbers.len() as i64).rev().collect::<Vec<_>>());
        assert_eq!(events.len(), 40);
        assert_eq!(store.events("THING39", None, 9).await.unwrap().len(), 1);
        assert_eq!(store.events("see", Some(11), 5).await.unwrap()[0].number, 10);
        assert_eq!(store.events("%' OR 1=1 --", None, 9).await.unwrap(), []);
        assert_eq!(store.first_forged_event().await.unwrap(), None);
    });
}
