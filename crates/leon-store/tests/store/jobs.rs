//! The queue: a job is taken by one, done once, and outlives its worker.

use super::{at, document, on_each};
use leon_store::{Job, JobState, NewAnswer, NewJob, Store, StoreError};

async fn asked(store: &Store, question: &str) -> leon_store::JobId {
    let document = store.add_document(&document("day")).await.unwrap();
    let new = NewJob { document: &document, kind: "route", asked: question, by: "anna", at: at(0) };
    store.add_job(&new).await.unwrap()
}

async fn end(store: &Store, job: &Job, body: &str) -> Result<leon_store::AnswerId, StoreError> {
    let answer = NewAnswer {
        document: &job.document,
        kind: "route",
        asked: &job.asked,
        input_sha256: "day",
        version: "0.1.0",
        seed: "1",
        budget: "",
        body,
        by: "anna",
        at: at(9),
    };
    store.end_job(job, &answer).await
}

#[test]
fn of_many_workers_one_takes_a_job() {
    on_each(|store| async move {
        let jobs = [asked(&store, "1").await, asked(&store, "2").await, asked(&store, "3").await];
        let mut working = tokio::task::JoinSet::new();
        for number in 0..8 {
            let store = store.clone();
            working.spawn(async move { store.take_job(&format!("worker{number}"), at(1)).await.unwrap() });
        }
        let mut taken: Vec<_> = working.join_all().await.into_iter().flatten().map(|it| it.id).collect();
        taken.sort();
        let mut all = jobs.to_vec();
        all.sort();
        assert_eq!(taken, all, "eight workers took three jobs, each once");
    });
}

#[test]
fn a_job_whose_worker_is_silent_is_done_by_another_and_has_one_answer() {
    on_each(|store| async move {
        let id = asked(&store, "").await;
        let slow = store.take_job("slow", at(0)).await.unwrap().unwrap();
        assert_eq!(store.take_job("quick", at(29)).await.unwrap(), None, "its worker may still be alive");
        assert!(store.job_is_at(&slow, 400, at(10)).await.unwrap());
        assert_eq!(store.take_job("quick", at(39)).await.unwrap(), None, "the lease is renewed");
        let quick = store.take_job("quick", at(40)).await.unwrap().unwrap();
        assert_eq!((quick.id.clone(), quick.attempts, quick.done), (id.clone(), 2, 0));
        // Both are at it: whoever took it last may end it, whoever comes first.
        assert!(!store.job_is_at(&slow, 900, at(41)).await.unwrap());
        assert!(matches!(end(&store, &slow, "slow").await, Err(StoreError::Conflict)));
        end(&store, &quick, "quick").await.unwrap();
        assert!(matches!(end(&store, &quick, "twice").await, Err(StoreError::Conflict)));
        let bodies: Vec<_> = store.answers(&slow.document).await.unwrap().into_iter().map(|it| it.body).collect();
        assert_eq!(bodies, ["quick"]);
        let job = store.job(&id).await.unwrap().unwrap();
        assert_eq!((job.state, job.done), (JobState::Done, 1000));
        assert!(job.answer.is_some());
    });
}

#[test]
fn a_worker_of_the_same_name_is_another_worker() {
    on_each(|store| async move {
        asked(&store, "").await;
        let before = store.take_job("worker-1", at(0)).await.unwrap().unwrap();
        let after = store.take_job("worker-1", at(30)).await.unwrap().unwrap();
        assert!(matches!(end(&store, &before, "before").await, Err(StoreError::Conflict)));
        end(&store, &after, "after").await.unwrap();
    });
}

#[test]
fn a_job_over_which_three_workers_died_is_given_up() {
    on_each(|store| async move {
        let id = asked(&store, "").await;
        for death in 0..3 {
            assert!(store.take_job("dies", at(30 * death)).await.unwrap().is_some());
        }
        assert_eq!(store.take_job("lives", at(90)).await.unwrap(), None);
        let job = store.job(&id).await.unwrap().unwrap();
        assert_eq!((job.state, job.failure.as_str()), (JobState::Failed, "workers-died"));
        assert_eq!(store.events("fail-job", None, 9).await.unwrap().len(), 1);
    });
}

#[test]
fn a_worker_that_closes_gives_its_job_back() {
    on_each(|store| async move {
        let id = asked(&store, "").await;
        for _ in 0..5 {
            let taken = store.take_job("closes", at(1)).await.unwrap().expect("closing is not dying");
            store.give_back_job(&taken).await.unwrap();
        }
        assert_eq!(store.job(&id).await.unwrap().unwrap().state, JobState::Waiting);
    });
}

#[test]
fn a_cancelled_job_has_no_answer() {
    on_each(|store| async move {
        let id = asked(&store, "").await;
        let taken = store.take_job("worker", at(1)).await.unwrap().unwrap();
        assert!(store.cancel_job(&id, "anna", at(2)).await.unwrap());
        assert!(!store.cancel_job(&id, "anna", at(3)).await.unwrap(), "over");
        assert!(!store.job_is_at(&taken, 500, at(4)).await.unwrap());
        assert!(matches!(end(&store, &taken, "late").await, Err(StoreError::Conflict)));
        store.fail_job(&taken, "broke-off", at(5)).await.unwrap();
        assert_eq!(store.job(&id).await.unwrap().unwrap().state, JobState::Cancelled);
        assert_eq!(store.answers(&taken.document).await.unwrap(), []);
    });
}

#[test]
fn the_same_question_is_under_way_once() {
    on_each(|store| async move {
        let one = asked(&store, "same").await;
        assert_eq!(asked(&store, "same").await, one);
        assert_ne!(asked(&store, "other").await, one);
        store.cancel_job(&one, "anna", at(1)).await.unwrap();
        assert_ne!(asked(&store, "same").await, one, "the first is over");
        assert_eq!(store.events("add-job", None, 9).await.unwrap().len(), 3);
    });
}
