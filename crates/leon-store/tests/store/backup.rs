//! What is put away comes back: from either kind of database into either, from earlier versions, whole or not at all.

use super::{at, document, on_each};
use jiff::Timestamp;
use leon_store::{BackupError, Grant, Identity, NewAnswer, Store};
use std::path::Path;

const ISSUER: &str = "https://login.example";

/// A store with a row or more in every table that is put away.
async fn fill(store: &Store) {
    let grants = [Grant { role: "planner".into(), place: "aarhus".into() }];
    store.add_person("ånna", "hash", &grants, "", at(0)).await.unwrap();
    let anna = store.person_called("ånna").await.unwrap().unwrap();
    store.give_calendar(&anna, "hash of a token", at(0)).await.unwrap();
    store.link_person(&anna, ISSUER, Some(&Identity::Subject("s1".into())), "", at(0)).await.unwrap();
    let id = store.add_document(&document("one")).await.unwrap();
    // More than is read at a time.
    for number in 0..120 {
        store.add_document(&document(&format!("other {number}"))).await.unwrap();
    }
    let answer = NewAnswer {
        document: &id,
        kind: "route",
        asked: "",
        input_sha256: "one",
        version: "0.1.0",
        seed: "7",
        budget: "100 iterations",
        body: "{\"line\": \"a\nb\"}",
        by: "ånna",
        at: at(1),
    };
    let answer = store.add_answer(&answer).await.unwrap();
    store.publish(&answer, 0, "ånna", at(2)).await.unwrap();
}

/// What `fill` has filled is there, and the book of events is whole.
async fn assert_filled(store: &Store) {
    assert_eq!(store.person_called("ånna").await.unwrap().unwrap().grants[0].place, "aarhus");
    let documents = store.documents("case").await.unwrap();
    assert_eq!(documents.len(), 121);
    let one = &documents.iter().find(|it| it.sha256 == "one").unwrap().id;
    let answers = store.answers(one).await.unwrap();
    assert_eq!(answers[0].body, "{\"line\": \"a\nb\"}");
    assert_eq!(store.publications(one).await.unwrap()[0].answer, answers[0].id);
    assert_eq!(store.first_forged_event().await.unwrap(), None);
    let told: Vec<String> = store.events("", None, 2).await.unwrap().into_iter().map(|it| it.what).collect();
    assert_eq!(told, ["restore", "back-up"]);
}

async fn backed_up(store: &Store) -> Vec<u8> {
    let mut text = Vec::new();
    store.back_up(&mut text, "ånna", at(3)).await.unwrap();
    text
}

async fn restored(url: &str, text: &[u8]) -> Result<Store, BackupError> {
    let later: Timestamp = at(4);
    Store::restore(url, &mut &text[..], "ånna", later).await.map(|(store, _)| store)
}

#[test]
fn from_either_kind_of_database_into_either() {
    on_each(|store| async move {
        fill(&store).await;
        let text = backed_up(&store).await;
        let folder = tempfile::tempdir().unwrap();
        let file = Store::address_of(&folder.path().join("leon.db"));
        for url in [Some(file), leon_postgres::new_database()].into_iter().flatten() {
            let restored = restored(&url, &text).await.unwrap();
            assert_filled(&restored).await;
            // What earlier versions did not have.
            let anna = restored.calendar_of("hash of a token").await.unwrap().unwrap();
            assert_eq!(restored.identity(&anna, ISSUER).await.unwrap(), Some(Identity::Subject("s1".into())));
            restored.close().await;
        }
    });
}

#[test]
fn what_is_not_whole_leaves_nothing() {
    on_each(|store| async move {
        fill(&store).await;
        let text = String::from_utf8(backed_up(&store).await).unwrap();
        let cut = text.lines().take(60).map(|it| format!("{it}\n")).collect::<String>();
        let without_a_row: String =
            text.lines().filter(|it| !it.contains("other 7\"")).map(|it| format!("{it}\n")).collect();
        let damaged = [
            (String::new(), "the backup ends before its last line, or was changed"),
            (cut, "the backup ends before its last line, or was changed"),
            (text.replace("aarhus", "odense"), "the backup ends before its last line, or was changed"),
            (without_a_row, "the backup ends before its last line, or was changed"),
            (text[..text.len() / 2].to_owned(), "is not of a backup by Leon: Eof at column"),
            (text.replacen("\"Leon\"", "\"Lion\"", 1), "line 1 is not of a backup by Leon: it is of something else"),
            (text.replacen("\"step\":", "\"step\":9", 1), "the backup is of a newer version of Leon (step 9"),
            (text.replacen("\"table\":\"people\"", "\"table\":\"people; DROP TABLE events\"", 1), "line 2 is not"),
            (
                text.replacen("\"failures\":", "\"failures, name\":", 1),
                "line 2 is not of a backup by Leon: there is no such",
            ),
        ];
        for (index, (damaged, message)) in damaged.iter().enumerate() {
            let folder = tempfile::tempdir().unwrap();
            let url = Store::address_of(&folder.path().join("leon.db"));
            let refused = restored(&url, damaged.as_bytes()).await.unwrap_err().to_string();
            assert!(refused.contains(message), "{index}: {refused}");
            // The whole text still finds an empty database.
            assert_filled(&restored(&url, text.as_bytes()).await.unwrap()).await;
            let again = restored(&url, text.as_bytes()).await;
            assert!(matches!(again, Err(BackupError::NotEmpty)), "{index}");
        }
    });
}

/// `backups/stepN.jsonl` was put away by a version whose last step was N. The last step writes its own here once; one
/// that no version ended with has none.
#[test]
fn backups_of_earlier_versions_come_back() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let steps = std::fs::read_dir(tests.join("migrations")).unwrap().count();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for step in 1..=steps {
        let file = tests.join(format!("tests/store/backups/step{step}.jsonl"));
        if step == steps && !file.exists() {
            let folder = tempfile::tempdir().unwrap();
            let text = runtime.block_on(async {
                let store = Store::open_file(&folder.path().join("leon.db")).await.unwrap();
                fill(&store).await;
                backed_up(&store).await
            });
            std::fs::write(&file, text).unwrap();
            panic!("{} was written: look at it and commit it", file.display());
        }
        let Ok(text) = std::fs::read(&file) else { continue };
        let folder = tempfile::tempdir().unwrap();
        let local = Store::address_of(&folder.path().join("leon.db"));
        for url in [Some(local), leon_postgres::new_database()].into_iter().flatten() {
            runtime.block_on(async {
                let store = restored(&url, &text).await.unwrap();
                assert_filled(&store).await;
                store.close().await;
            });
        }
    }
}
