//! Killed in the middle of anything, Leon has lost nothing that it had acknowledged, and left nothing half.

use super::served::{Served, ask, example, serve, token};
use leon_formats::day::EXAMPLE;
use leon_model::rng::Rng;
use leon_store::{DocumentId, JobId, JobState, Store};
use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};

const KILLS: usize = 200;
/// People who write at the same time.
const WRITERS: usize = 3;

/// What a writer was told that is kept.
enum Acknowledged {
    Document(String),
    Job(String),
    /// An answer that people work by from now on.
    Published(String, String),
}

#[test]
fn two_hundred_kills_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let token = token("planner", &data);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let case = example(folder.path());
    let (mut rng, work) = (Rng::new(1), Mutex::default());
    let mut kept = Kept::default();
    for _ in 0..KILLS {
        let mut served = serve(folder.path(), &["--case", &case, "--requests-a-minute", "0"]);
        // After so many acknowledgements, whatever the others are in the middle of.
        let last = rng.below(12);
        let told = until_killed(&mut served, last, &token, &work);
        runtime.block_on(kept.are_there(folder.path(), told));
    }
    let counts = (kept.documents.len(), kept.published.len());
    assert!(counts.0 > KILLS && counts.1 > KILLS / 4, "{counts:?}");
}

/// Lets writers write, kills the server, and gives what they were told until then.
fn until_killed(served: &mut Served, last: usize, token: &str, work: &Mutex<Work>) -> Vec<Acknowledged> {
    let address = served.address.clone();
    std::thread::scope(|scope| {
        let (tell, told) = channel();
        for _ in 0..WRITERS {
            let (tell, address) = (tell.clone(), address.as_str());
            scope.spawn(move || {
                // An error says that the server is gone.
                while write(address, token, work, &tell).is_ok() {}
            });
        }
        drop(tell);
        let mut all: Vec<Acknowledged> = told.iter().take(last + 1).collect();
        served.kill();
        all.extend(told);
        all
    })
}

/// What the writers share over all kills.
#[derive(Default)]
struct Work {
    /// Days brought so far.
    days: u32,
    /// Documents whose plans wait to be published, by their addresses.
    asked: VecDeque<String>,
}

/// Brings a new day, asks for its plan, and publishes the plan of the day that has waited longest, when it is made.
fn write(address: &str, token: &str, work: &Mutex<Work>, tell: &Sender<Acknowledged>) -> std::io::Result<()> {
    let number = {
        let mut work = work.lock().unwrap();
        work.days += 1;
        work.days
    };
    let headers = format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
    let post = |path: &str, more: &str, body: &str| -> std::io::Result<(String, String)> {
        let (head, _) = ask(address, "POST", path, &format!("{headers}{more}"), body)?;
        let status = head.split(' ').nth(1).unwrap().to_owned();
        let place = head.lines().find_map(|it| it.strip_prefix("location: ")).unwrap_or_default();
        Ok((status, place.to_owned()))
    };
    let day = EXAMPLE
        .replace(r#""dkk_per_hour": 236"#, &format!(r#""dkk_per_hour": {}"#, 236.0 + f64::from(number) / 1000.0));
    let (status, document) =
        post("/api/documents", "", &format!(r#"{{"kind": "day", "place": "lillekoebing", "content": {day}}}"#))?;
    assert_eq!(status, "201");
    tell.send(Acknowledged::Document(last_part(&document))).unwrap();
    let (status, job) = post(&format!("{document}/jobs"), "", r#"{"seed": 1, "iterations": 1}"#)?;
    assert_eq!(status, "202");
    tell.send(Acknowledged::Job(last_part(&job))).unwrap();
    let waiting = {
        let mut work = work.lock().unwrap();
        work.asked.push_back(document);
        work.asked.pop_front().unwrap()
    };
    let (_, answers) = ask(address, "GET", &format!("{waiting}/answers"), &headers, "")?;
    let Some(answer) = answers.split(r#""id":""#).nth(1).and_then(|it| it.split('"').next()) else {
        work.lock().unwrap().asked.push_front(waiting);
        return Ok(());
    };
    let body = format!(r#"{{"answer": "{answer}"}}"#);
    let (status, _) = post(&format!("{waiting}/publications"), "If-Match: \"0\"\r\n", &body)?;
    assert_eq!(status, "201");
    tell.send(Acknowledged::Published(last_part(&waiting), answer.to_owned())).unwrap();
    Ok(())
}

fn last_part(address: &str) -> String {
    address.rsplit('/').next().unwrap().to_owned()
}

/// Everything that was acknowledged over all kills.
#[derive(Default)]
struct Kept {
    documents: BTreeSet<String>,
    published: BTreeSet<String>,
}

impl Kept {
    /// Opens what the kill has left: what was told since the last one is there, and everything there is whole.
    async fn are_there(&mut self, data: &Path, told: Vec<Acknowledged>) {
        let store = Store::open_file(&data.join("leon.db")).await.unwrap();
        for acknowledged in told {
            match acknowledged {
                Acknowledged::Document(id) => {
                    let document = store.document(&DocumentId(id.clone())).await.unwrap().expect("a document is lost");
                    assert_eq!(document.head.sha256, leon_formats::sha256(&[&document.body]));
                    self.documents.insert(id);
                }
                Acknowledged::Job(id) => {
                    let job = store.job(&JobId(id)).await.unwrap().expect("a job is lost");
                    assert_eq!(job.state == JobState::Done, job.answer.is_some(), "a job is half done");
                    if let Some(answer) = job.answer {
                        assert_eq!(
                            store.answer(&answer).await.unwrap().expect("an answer is lost").document,
                            job.document
                        );
                    }
                }
                Acknowledged::Published(document, answer) => {
                    let history = store.publications(&DocumentId(document.clone())).await.unwrap();
                    assert_eq!(history.iter().map(|it| it.answer.as_str()).collect::<Vec<_>>(), [answer]);
                    self.published.insert(document);
                }
            }
        }
        // What was there before the last kill is there after it, and all that was done is told, unforged.
        let there: BTreeSet<String> =
            store.documents("day").await.unwrap().into_iter().map(|it| it.id.to_string()).collect();
        assert!(self.documents.is_subset(&there), "a document of an earlier day is lost");
        assert_eq!(store.first_forged_event().await.unwrap(), None);
        let told = store.events("add-document", None, i64::MAX).await.unwrap().len();
        let cases = store.documents("case").await.unwrap().len();
        assert_eq!(told, there.len() + cases, "every document is told once, and nothing else is");
        store.close().await;
    }
}
