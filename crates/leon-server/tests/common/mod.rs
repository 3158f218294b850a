//! A house to ask: Leon on a small case in a folder of its own, with a clock that stands until it is set.

// Each test file uses its own part of this.
#![allow(dead_code)]

pub mod results;

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use leon_server::{App, Clock, Role, Settings, router};
use leon_store::{Grant, Store};
use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// What a browser remembers.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    pub cookies: BTreeMap<String, String>,
    /// Headers sent with everything.
    pub headers: Vec<(&'static str, &'static str)>,
}

pub struct Answered {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answered {
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |it| it.to_str().unwrap())
    }

    /// What the browser would remember from now on.
    pub fn cookies(&self) -> BTreeMap<String, String> {
        let set = self.headers.get_all(SET_COOKIE).iter().map(|it| it.to_str().unwrap());
        let pairs = set.filter_map(|it| it.split(';').next()?.split_once('='));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

pub struct House {
    runtime: Runtime,
    pub app: App,
    /// A second door to the same database.
    pub store: Store,
    /// Seconds since 1970.
    seconds: Arc<AtomicI64>,
    _folder: TempDir,
}

pub fn house() -> House {
    house_with(|it| it)
}

pub fn house_with(change: impl FnOnce(Settings) -> Settings) -> House {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    leon_formats::write_example(&case).unwrap();
    let seconds = Arc::new(AtomicI64::new(1_795_000_000));
    let clock = Arc::clone(&seconds);
    let clock = Clock(Arc::new(move || Timestamp::from_second(clock.load(Ordering::SeqCst)).unwrap()));
    let settings = Settings { data: folder.path().join("data"), cases: vec![case], clock, ..Settings::default() };
    let settings = change(settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let (app, store) = runtime.block_on(async {
        let app = App::open(&settings).await.unwrap();
        (app, Store::open_file(&settings.data.join("leon.db")).await.unwrap())
    });
    House { runtime, app, store, seconds, _folder: folder }
}

impl House {
    pub fn now(&self) -> Timestamp {
        Timestamp::from_second(self.seconds.load(Ordering::SeqCst)).unwrap()
    }

    pub fn wait(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn run(&self, test: impl Future<Output = ()>) {
        self.runtime.block_on(test);
    }

    pub async fn ask(&self, browser: &Browser, method: &Method, address: &str, form: &str) -> Answered {
        let mut request = Request::builder().method(method).uri(address);
        let cookies: Vec<_> = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request = request.header(COOKIE, cookies.join("; "));
        for (name, value) in &browser.headers {
            request = request.header(*name, *value);
        }
        if *method == Method::POST {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let answered = router(self.app.clone()).oneshot(request.body(Body::from(form.to_owned())).unwrap()).await;
        let (parts, body) = answered.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        // A compressed file is no text.
        let body = String::from_utf8_lossy(&body).into_owned();
        Answered { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, browser: &Browser, address: &str) -> Answered {
        self.ask(browser, &Method::GET, address, "").await
    }

    pub async fn post(&self, browser: &Browser, address: &str, form: &str) -> Answered {
        self.ask(browser, &Method::POST, address, form).await
    }

    /// The browser of somebody who has signed in with a role everywhere.
    pub async fn signed_in(&self, role: Role) -> Browser {
        self.signed_in_at(role, "").await
    }

    /// The browser of somebody who has signed in with a role in a place.
    pub async fn signed_in_at(&self, role: Role, place: &str) -> Browser {
        let name = format!("{}-{}", if place.is_empty() { "everywhere" } else { place }, role.word());
        let grant = Grant { role: role.word().to_owned(), place: place.to_owned() };
        // The same person may sign in again.
        let _ = self.store.add_person(&name, "no password", &[grant], "", self.now()).await;
        self.signed_in_as(&name).await
    }

    /// The browser of somebody who has an account and has signed in.
    pub async fn signed_in_as(&self, name: &str) -> Browser {
        let person = self.store.person_called(name).await.unwrap().unwrap();
        let token = format!("{name}-{}", self.store.events("", None, 1).await.unwrap()[0].number);
        let until = self.now() + SignedDuration::from_hours(1);
        self.store.start_session(&person, &leon_formats::sha256(&[&token]), self.now(), until).await.unwrap();
        Browser { cookies: BTreeMap::from([("leon".to_owned(), token)]), ..Browser::default() }
    }
}
