//! Who a person is at a sign-in service.

use super::{at, on_each};
use leon_store::{Identity, StoreError};

const HERE: &str = "https://login.example";

#[test]
fn by_email_once_and_by_the_services_own_name_from_then_on() {
    on_each(|store| async move {
        for name in ["anna", "bo"] {
            store.add_person(name, "hash", &[], "", at(0)).await.unwrap();
        }
        let anna = store.person_called("anna").await.unwrap().unwrap();
        let bo = store.person_called("bo").await.unwrap().unwrap();
        let who = async |issuer: &str, subject: &str, email: Option<&str>| {
            store.identify(issuer, subject, email, at(5)).await.unwrap().map(|it| it.name)
        };
        let anna_is = Some("anna".to_owned());
        let email = Identity::Email(" Anna@Example.DK ".into());
        store.link_person(&anna, HERE, Some(&email), "root", at(1)).await.unwrap();
        assert_eq!(store.identity(&anna, HERE).await.unwrap(), Some(Identity::Email("anna@example.dk".into())));
        assert_eq!(who(HERE, "s1", None).await, None);
        assert_eq!(who("https://other.example", "s1", Some("anna@example.dk")).await, None, "another service");
        assert_eq!(who(HERE, "anna@example.dk", None).await, None, "a name is no e-mail");
        assert_eq!(who(HERE, "s1", Some("ANNA@example.dk")).await, anna_is);
        assert_eq!(store.identity(&anna, HERE).await.unwrap(), Some(Identity::Subject("s1".into())));
        assert_eq!(who(HERE, "s1", None).await, anna_is);
        assert_eq!(who(HERE, "s2", Some("anna@example.dk")).await, None, "whoever is given her e-mail later");

        let taken = store.link_person(&bo, HERE, Some(&Identity::Subject("s1".into())), "root", at(6)).await;
        assert!(matches!(taken, Err(StoreError::Conflict)), "{taken:?}");
        store.link_person(&bo, HERE, Some(&Identity::Subject("s2".into())), "root", at(6)).await.unwrap();
        store.link_person(&anna, HERE, None, "root", at(7)).await.unwrap();
        assert_eq!((who(HERE, "s1", None).await, who(HERE, "s2", None).await), (None, Some("bo".to_owned())));
        let told: Vec<_> =
            store.events("person", None, 9).await.unwrap().into_iter().map(|it| (it.what, it.about)).collect();
        let told: Vec<_> = told.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
        assert_eq!(
            told[..3],
            [("unlink-person", "anna"), ("link-person", "bo"), ("link-person", "anna")],
            "what was not done is not told"
        );
    });
}
