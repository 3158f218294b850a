//! What all pages share: the store, and the desks that are laid out.

use crate::access::Right;
use crate::calendar::Said;
use crate::demo;
use crate::desk::Desk;
use crate::fhir::Known;
use crate::import::{self, NotImported};
use crate::provider::{Provider, ProviderError, ProviderSettings};
use crate::rates::Rates;
use crate::refused::Refused;
use crate::shelf::{Drawn, Shelf};
use crate::throttle::Throttle;
use crate::tiles::Tiles;
use crate::visitor::Visitor;
use governor::clock::MonotonicClock;
use jiff::Timestamp;
use leon_formats::{case_sha256, check_case};
use leon_model::PlaceId;
use leon_store::{DocumentHead, DocumentId, Store, StoreError};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use thiserror::Error;
use tokio::sync::{Notify, Semaphore, watch};

/// Pages held; a large one takes a few hundred KiB.
const DRAWN_MAX: usize = 200;
/// Engagements of everybody in what is published; each takes some 200 bytes.
const ENGAGEMENTS_MAX: usize = 200_000;
/// Passwords hashed at a time.
const HASHING_MAX: usize = 2;

/// Where Leon keeps things and what it begins with.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Folder of the database, made when it is missing.
    pub data: PathBuf,
    /// Address of a database in place of the file in the folder.
    pub database: Option<String>,
    /// Cases to bring in, each a folder.
    pub cases: Vec<PathBuf>,
    /// Folder that `leon measure CASE --all --out` wrote, for the page of measures.
    pub measures: Option<PathBuf>,
    /// Lets everybody in and begins with the case of Denmark, a made-up day and a made-up ward.
    pub demo: bool,
    /// Plans made at the same time in this process; 0 leaves them to workers elsewhere.
    pub workers: usize,
    /// How long a plan is searched where nobody says otherwise.
    pub search: SearchLength,
    /// Whether browsers come over HTTPS, so that cookies are sent over nothing else.
    pub secure: bool,
    /// Whether a proxy says in `X-Forwarded-For` where requests come from.
    pub behind_proxy: bool,
    /// The service at which people sign in beside Leon's own accounts.
    pub provider: Option<ProviderSettings>,
    /// Map tiles under routes and places; without them maps show the coast.
    pub tiles: Option<Tiles>,
    /// Reads that each may ask for in a minute, and a fifth as many changes; 0 is without limit.
    pub requests_a_minute: u32,
    pub clock: Clock,
}

/// How long a plan is searched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SearchLength {
    /// So much time on the clock.
    Seconds(f64),
    /// So many rounds: the same plan on every machine.
    Iterations(u64),
}

impl Default for SearchLength {
    fn default() -> Self {
        Self::Seconds(10.0)
    }
}

/// What time it is: the machine's, or what a test says.
#[derive(Clone)]
pub struct Clock(pub Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// What time it is.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self(Arc::new(Timestamp::now))
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// Why Leon does not open.
#[derive(Debug, Error)]
pub enum OpenError {
    #[error("{}: {error}", .path.display())]
    Folder { path: PathBuf, error: std::io::Error },
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    NotImported(#[from] NotImported),
    #[error("the demo could not be made up")]
    NoDemo,
    #[error(transparent)]
    Provider(#[from] ProviderError),
}

impl Settings {
    /// The address of the database, whose folder is made when it is missing.
    pub(crate) fn address(&self) -> Result<String, OpenError> {
        if let Some(address) = &self.database {
            return Ok(address.clone());
        }
        let path = self.data.clone();
        std::fs::create_dir_all(&path).map_err(|error| OpenError::Folder { path, error })?;
        Ok(Store::address_of(&self.data.join("leon.db")))
    }
}

/// Opens the database that the settings name.
pub(crate) async fn open_store(settings: &Settings) -> Result<Store, OpenError> {
    Ok(Store::open(&settings.address()?).await?)
}

/// What all pages share. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

struct Shared {
    store: Store,
    demo: bool,
    measures: Option<PathBuf>,
    tiles: Option<Tiles>,
    search: SearchLength,
    secure: bool,
    behind_proxy: bool,
    provider: Option<Arc<Provider>>,
    clock: Clock,
    throttle: Throttle,
    rates: Rates,
    hashing: Semaphore,
    asked: Notify,
    stopping: watch::Sender<bool>,
    desks: Mutex<BTreeMap<DocumentId, Arc<Desk>>>,
    drawn: Shelf<Drawn>,
    known: Known,
    said: Shelf<Said>,
}

impl App {
    /// Opens the store and brings in what the settings name.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn open(settings: &Settings) -> Result<Self, OpenError> {
        let provider = settings.provider.as_ref().map(Provider::new).transpose()?.map(Arc::new);
        let store = open_store(settings).await?;
        if settings.demo {
            import::case(&store, &demo::files(), "", settings.clock.now()).await?;
            demo::day(&store, settings).await?;
            demo::ward(&store, settings).await?;
        }
        for folder in &settings.cases {
            import::case_folder(&store, folder, settings.clock.now()).await?;
        }
        Ok(Self(Arc::new(Shared {
            store,
            demo: settings.demo,
            measures: settings.measures.clone(),
            tiles: settings.tiles.clone(),
            search: settings.search,
            secure: settings.secure,
            behind_proxy: settings.behind_proxy,
            provider,
            clock: settings.clock.clone(),
            throttle: Throttle::default(),
            rates: Rates::a_minute(settings.requests_a_minute, MonotonicClock),
            hashing: Semaphore::new(HASHING_MAX),
            asked: Notify::new(),
            stopping: watch::Sender::new(false),
            desks: Mutex::default(),
            drawn: Shelf::holding(DRAWN_MAX),
            known: Known::default(),
            said: Shelf::holding(ENGAGEMENTS_MAX),
        })))
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// How long a plan is searched where nobody says otherwise.
    pub(crate) fn search(&self) -> SearchLength {
        self.0.search
    }

    /// Whether cookies are sent over HTTPS only.
    pub(crate) fn is_secure(&self) -> bool {
        self.0.secure
    }

    /// Whether a proxy says where requests come from.
    pub(crate) fn is_behind_proxy(&self) -> bool {
        self.0.behind_proxy
    }

    /// The sign-in service, if there is one.
    pub(crate) fn provider(&self) -> Option<&Arc<Provider>> {
        self.0.provider.as_ref()
    }

    pub(crate) fn throttle(&self) -> &Throttle {
        &self.0.throttle
    }

    pub(crate) fn rates(&self) -> &Rates {
        &self.0.rates
    }

    /// Told when a plan is asked for here.
    pub(crate) fn asked(&self) -> &Notify {
        &self.0.asked
    }

    /// Turns true when Leon closes.
    pub(crate) fn stopping(&self) -> watch::Receiver<bool> {
        self.0.stopping.subscribe()
    }

    /// Tells workers and what is told as it comes to end.
    pub fn stop(&self) {
        self.0.stopping.send_replace(true);
    }

    /// Makes the plans that are asked for until [`App::stop`]; what is under way then goes back to the queue.
    pub async fn work(&self, worker: &str) {
        crate::worker::work(self.clone(), worker.to_owned()).await;
    }

    /// Takes a job from the queue and plans it; `false` when none waits.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer; another worker takes the job when its lease has run out.
    pub async fn work_once(&self, worker: &str) -> Result<bool, StoreError> {
        crate::worker::one(self, worker).await
    }

    /// Leave to hash a password; few at a time, for each takes 19 MiB.
    pub(crate) fn hashing(&self) -> &Semaphore {
        &self.0.hashing
    }

    /// Whether the newest case has a place.
    pub(crate) async fn knows_place(&self, place: &str) -> Result<bool, Refused> {
        let Some(head) = self.newest_case().await? else { return Ok(false) };
        Ok(self.desk(&head.id).await?.case.places.iter().any(|it| it.id.as_str() == place))
    }

    /// Whether a visitor has a right in a place, as the newest case's places lie under each other. Everywhere, the
    /// empty place, takes a right everywhere.
    pub(crate) async fn may_in(&self, visitor: &Visitor, right: Right, place: &str) -> Result<bool, Refused> {
        let granted = visitor.places(right);
        if granted.iter().any(|it| it.is_empty() || *it == place) {
            return Ok(true);
        }
        if place.is_empty() || granted.is_empty() || !self.knows_place(place).await? {
            return Ok(false);
        }
        let Some(head) = self.newest_case().await? else { return Ok(false) };
        let desk = self.desk(&head.id).await?;
        let place = PlaceId::from(place);
        Ok(desk.case.ancestors(&place).any(|it| granted.contains(&it.as_str())))
    }

    /// Where map tiles come from, if they do.
    pub(crate) fn tiles(&self) -> Option<&Tiles> {
        self.0.tiles.as_ref()
    }

    /// The folder of measures, if there is one.
    pub(crate) fn measures(&self) -> Option<&Path> {
        self.0.measures.as_deref()
    }

    pub(crate) fn is_demo(&self) -> bool {
        self.0.demo
    }

    /// The case that came last, if there is any.
    pub(crate) async fn newest_case(&self) -> Result<Option<DocumentHead>, Refused> {
        Ok(self.store().documents(import::CASE).await?.into_iter().next())
    }

    /// The desk of a case, laid out when it is not.
    pub(crate) async fn desk(&self, id: &DocumentId) -> Result<Arc<Desk>, Refused> {
        if let Some(desk) = self.desks().get(id) {
            return Ok(Arc::clone(desk));
        }
        let document = self.store().document(id).await?.ok_or(Refused::NotFound)?;
        let read = tokio::task::spawn_blocking(move || {
            let files = import::files(&document.body)?;
            let case = check_case(&files).case?;
            let sha256 = case_sha256(&case).ok()?;
            Some((case, sha256))
        });
        let (case, sha256) = read.await.ok().flatten().ok_or(Refused::Internal)?;
        let mut desks = self.desks();
        let desk = desks.entry(id.clone()).or_insert_with(|| Arc::new(Desk::lay_out(case, sha256)));
        Ok(Arc::clone(desk))
    }

    /// Pages of what is never changed: documents and answers.
    pub(crate) fn drawn(&self) -> &Shelf<Drawn> {
        &self.0.drawn
    }

    /// What is published, as care programs read it.
    pub(crate) fn known(&self) -> &Known {
        &self.0.known
    }

    /// What published plans say of everybody in them.
    pub(crate) fn said(&self) -> &Shelf<Said> {
        &self.0.said
    }

    fn desks(&self) -> std::sync::MutexGuard<'_, BTreeMap<DocumentId, Arc<Desk>>> {
        self.0.desks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
