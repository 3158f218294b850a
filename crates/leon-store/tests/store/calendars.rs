//! The secret address of a calendar: one each, of its own person, in force until it is renewed or taken back.

use super::{at, on_each};

#[test]
fn an_address_is_given_renewed_and_taken_back() {
    on_each(|store| async move {
        for name in ["anna", "bo"] {
            store.add_person(name, "hash", &[], "", at(0)).await.unwrap();
        }
        let anna = store.person_called("anna").await.unwrap().unwrap();
        let bo = store.person_called("bo").await.unwrap().unwrap();
        let of = async |token: &str| store.calendar_of(token).await.unwrap().map(|it| it.name);
        store.give_calendar(&anna, "first", at(1)).await.unwrap();
        store.give_calendar(&bo, "of bo", at(1)).await.unwrap();
        assert_eq!((of("first").await, of("of bo").await), (Some("anna".to_owned()), Some("bo".to_owned())));
        store.give_calendar(&anna, "second", at(2)).await.unwrap();
        assert_eq!((of("first").await, of("second").await), (None, Some("anna".to_owned())));
        assert_eq!(store.calendar_since(&anna).await.unwrap(), Some(at(2)));
        assert!(store.take_calendar(&anna, at(3)).await.unwrap());
        assert!(!store.take_calendar(&anna, at(3)).await.unwrap(), "once");
        assert_eq!((of("second").await, store.calendar_since(&anna).await.unwrap()), (None, None));
        let told: Vec<String> = store.events("anna", None, 9).await.unwrap().into_iter().map(|it| it.what).collect();
        assert_eq!(told, ["end-calendar", "give-calendar", "give-calendar", "add-person"]);

        store.end_sessions(&bo, at(4)).await.unwrap();
        assert_eq!(of("of bo").await, None, "who takes every token back takes this one too");
    });
}

#[test]
fn of_two_addresses_given_at_once_one_is_in_force() {
    on_each(|store| async move {
        store.add_person("anna", "hash", &[], "", at(0)).await.unwrap();
        let mut racing = tokio::task::JoinSet::new();
        for number in 0..6 {
            let store = store.clone();
            racing.spawn(async move {
                let anna = store.person_called("anna").await.unwrap().unwrap();
                store.give_calendar(&anna, &format!("token{number}"), at(1)).await.unwrap();
            });
        }
        racing.join_all().await;
        let mut in_force = 0;
        for number in 0..6 {
            in_force += usize::from(store.calendar_of(&format!("token{number}")).await.unwrap().is_some());
        }
        assert_eq!(in_force, 1);
    });
}
