//! Leon as the tests find it: a demo where everybody is let in, and a house with accounts. Each is opened once.

use leon_browser::is_there;
use leon_server::{ProviderSettings, Role, SearchLength, Settings, add_person, serve};
use std::path::PathBuf;
use std::sync::{OnceLock, mpsc};
use tempfile::TempDir;

/// Rounds of search: the same plans on every machine, whatever else it does.
const ROUNDS: u64 = 20_000;
pub const PASSWORD: &str = "a horse and a battery";
/// Accounts of the house. An employee is called as in the example's day or period.
pub const ACCOUNTS: [(&str, Role); 6] = [
    ("anna", Role::Administrator),
    ("pia", Role::Planner),
    ("vera", Role::ShiftPlanner),
    ("m01", Role::Employee),
    ("s01", Role::Employee),
    ("s02", Role::Employee),
];

/// The demo's address; `None` where there is no browser.
pub fn demo() -> Option<&'static str> {
    static ADDRESS: OnceLock<Option<String>> = OnceLock::new();
    let opened = ADDRESS.get_or_init(|| {
        has_browser().then(|| {
            let folder = tempfile::tempdir().unwrap();
            let measures = crate::measures::folder(folder.path());
            open(Settings { demo: true, measures: Some(measures), ..settings(&folder) }, folder)
        })
    });
    opened.as_deref()
}

/// The house's address; `None` where there is no browser.
pub fn house() -> Option<&'static str> {
    static ADDRESS: OnceLock<Option<String>> = OnceLock::new();
    let opened = ADDRESS.get_or_init(|| {
        has_browser().then(|| {
            let folder = tempfile::tempdir().unwrap();
            let case = folder.path().join("case");
            leon_formats::write_example(&case).unwrap();
            let settings = Settings { cases: vec![case], ..settings(&folder) };
            for (name, role) in ACCOUNTS {
                add_person(&settings, name, Some(PASSWORD), role, "").unwrap();
            }
            open(settings, folder)
        })
    });
    opened.as_deref()
}

/// A file to bring in.
pub fn file(folder: &TempDir, name: &str, body: &str) -> PathBuf {
    let file = folder.path().join(name);
    std::fs::write(&file, body).unwrap();
    file
}

fn has_browser() -> bool {
    let there = is_there();
    assert!(there || std::env::var_os("LEON_REQUIRE_PEERS").is_none(), "apt-get install chromium chromium-driver");
    there
}

fn settings(folder: &TempDir) -> Settings {
    // Nobody is asked here: the service's forms and links are looked at.
    let provider = ProviderSettings {
        issuer: "http://127.0.0.1:9".into(),
        client: "leon".into(),
        secret: "none".into(),
        address: "http://127.0.0.1:9".into(),
    };
    Settings {
        data: folder.path().join("data"),
        // A long search keeps nobody else waiting.
        workers: 3,
        search: SearchLength::Iterations(ROUNDS),
        provider: Some(provider),
        ..Settings::default()
    }
}

/// Serves as long as the tests run.
fn open(settings: Settings, folder: TempDir) -> String {
    let (ready, address) = mpsc::channel();
    std::thread::spawn(move || {
        let _folder = folder;
        serve(&settings, "127.0.0.1:0".parse().unwrap(), |it| ready.send(it).unwrap()).unwrap();
    });
    format!("http://{}", address.recv().unwrap())
}
