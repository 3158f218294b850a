//! Requests that carry a key are done once.

use super::{at, on_each};
use leon_store::{Begun, KeptAnswer};

const DAY: i64 = 24 * 3600;

fn answer(body: &str) -> KeptAnswer {
    KeptAnswer { status: 201, headers: "{}".into(), body: body.into() }
}

#[test]
fn of_many_at_once_one_is_the_first() {
    on_each(|store| async move {
        let mut racing = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let store = store.clone();
            racing.spawn(async move { store.begin_request("anna", "key", "same", at(0)).await.unwrap() });
        }
        let begun = racing.join_all().await;
        assert_eq!(begun.iter().filter(|it| **it == Begun::First).count(), 1, "{begun:?}");
        assert_eq!(begun.iter().filter(|it| **it == Begun::UnderWay).count(), 7, "{begun:?}");
    });
}

#[test]
fn an_answer_is_given_again_for_a_day() {
    on_each(|store| async move {
        let begin = async |person: &str, sha256: &str, seconds: i64| {
            store.begin_request(person, "key", sha256, at(seconds)).await.unwrap()
        };
        assert_eq!(begin("anna", "one", 0).await, Begun::First);
        assert_eq!(begin("anna", "other", 1).await, Begun::Another);
        assert_eq!(begin("bo", "other", 1).await, Begun::First, "keys are each person's own");
        store.end_request("anna", "key", at(0), Some(&answer("done"))).await.unwrap();
        assert_eq!(begin("anna", "one", 2).await, Begun::Done(answer("done")));
        assert_eq!(begin("anna", "other", 2).await, Begun::Another);
        assert_eq!(begin("anna", "one", DAY - 1).await, Begun::Done(answer("done")));
        assert_eq!(begin("anna", "other", DAY).await, Begun::First, "a day later");
    });
}

#[test]
fn what_was_not_done_or_never_ended_may_be_asked_again() {
    on_each(|store| async move {
        let begin =
            async |sha256: &str, seconds: i64| store.begin_request("anna", "key", sha256, at(seconds)).await.unwrap();
        assert_eq!(begin("one", 0).await, Begun::First);
        store.end_request("anna", "key", at(0), None).await.unwrap();
        assert_eq!(begin("other", 1).await, Begun::First, "refused");
        assert_eq!(begin("other", 120).await, Begun::UnderWay);
        assert_eq!(begin("other", 121).await, Begun::First, "the machine went down");
        // Whoever was slower than anybody is believed to be changes nothing.
        store.end_request("anna", "key", at(1), Some(&answer("late"))).await.unwrap();
        store.end_request("anna", "key", at(1), None).await.unwrap();
        assert_eq!(begin("other", 122).await, Begun::UnderWay);
        store.end_request("anna", "key", at(121), Some(&answer("second"))).await.unwrap();
        assert_eq!(begin("other", 123).await, Begun::Done(answer("second")));
    });
}
