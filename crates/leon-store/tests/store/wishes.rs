//! Wishes: so many for each, withdrawn by their own person only.

use super::{at, document, on_each};
use leon_store::NewWish;

#[test]
fn a_wish_is_stated_counted_and_withdrawn_by_its_own_person() {
    on_each(|store| async move {
        let period = store.add_document(&document("period")).await.unwrap();
        let wish = NewWish {
            document: &period,
            person: "anna",
            wanted: "off",
            first: "2026-12-01",
            last: "2026-12-02",
            at: at(0),
        };
        let first = store.add_wish(&wish, 2).await.unwrap().unwrap();
        let mut racing = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (store, period) = (store.clone(), period.clone());
            racing.spawn(async move {
                let wish = NewWish { document: &period, at: at(1), ..wish_of_anna(&period) };
                store.add_wish(&wish, 2).await.unwrap()
            });
        }
        assert_eq!(racing.join_all().await.into_iter().flatten().count(), 1, "two are the most");
        assert!(store.add_wish(&NewWish { person: "bo", ..wish }, 2).await.unwrap().is_some(), "each has their own");
        assert!(!store.withdraw_wish(&first, "bo", at(2)).await.unwrap());
        assert!(store.withdraw_wish(&first, "anna", at(2)).await.unwrap());
        assert!(!store.withdraw_wish(&first, "anna", at(3)).await.unwrap(), "once");
        let standing = store.wishes(&period).await.unwrap();
        assert_eq!(standing.iter().map(|it| it.person.as_str()).collect::<Vec<_>>(), ["bo", "anna"]);
        assert_eq!((standing[0].first.as_str(), standing[0].last.as_str()), ("2026-12-01", "2026-12-02"));
        assert_eq!(store.events("add-wish", None, 99).await.unwrap().len(), 3, "what was not stated is not told");
    });
}

fn wish_of_anna(period: &leon_store::DocumentId) -> NewWish<'_> {
    NewWish { document: period, person: "anna", wanted: "off", first: "2026-12-01", last: "2026-12-02", at: at(1) }
}
