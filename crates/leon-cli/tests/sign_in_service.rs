//! Signing in at a sign-in service, against one that is not Leon's: `oidc-provider` for Node.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A program that ends with the test.
struct Running {
    child: Child,
    /// As `http://127.0.0.1:8040`.
    address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn leon(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leon"));
    command.args(arguments).env_remove("DATABASE_URL").env("LC_ALL", "en_GB.UTF-8");
    command
}

fn add(data: &Path, name: &str, role: &str) {
    let data = data.display().to_string();
    let mut child = leon(&["user", "add", name, "--role", role, "--data", &data])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"korrekt hest batteri\n").unwrap();
    assert!(child.wait().unwrap().success());
}

/// An address at which nobody listens yet.
fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// Leon at an address, with a sign-in service.
fn serve(data: &Path, address: &str, issuer: &str) -> Running {
    let secret = data.join("secret");
    std::fs::write(&secret, "a secret of :%+&\n").unwrap();
    let (data, secret, own) = (data.display().to_string(), secret.display().to_string(), format!("http://{address}"));
    let mut child = leon(&["serve", "--data", &data, "--listen", address, "--oidc-secret", &secret])
        .args(["--oidc-issuer", issuer, "--oidc-client", "leon", "--address", &own])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
    assert!(said.contains(&own), "{said}");
    Running { child, address: own }
}

fn is_installed(folder: &Path) -> bool {
    let node = Command::new("node").arg("--version").output();
    node.is_ok_and(|it| it.status.success()) && folder.join("target/npm/node_modules/oidc-provider").is_dir()
}

/// The service, which knows Leon by its address.
fn provider(leon: &str) -> Option<Running> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    if !is_installed(&folder) {
        assert!(std::env::var("LEON_REQUIRE_PEERS").as_deref() != Ok("1"), "oidc-provider is not installed");
        eprintln!("oidc-provider is not installed: signing in at a service is not tried");
        return None;
    }
    let mut child = Command::new("node")
        .args(["peers/provider.mjs", &format!("http://{leon}")])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
    Some(Running { child, address: said.trim().to_owned() })
}

/// What a browser remembers: cookies by host, and where it is.
#[derive(Clone, Debug, Default)]
struct Browser {
    cookies: BTreeMap<(String, String), String>,
}

struct Answer {
    status: u16,
    location: String,
    body: String,
}

impl Browser {
    fn ask(&mut self, method: &str, address: &str, form: &str) -> Answer {
        let rest = address.strip_prefix("http://").unwrap_or_else(|| panic!("{address}"));
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let path = if path.is_empty() { "/" } else { path };
        let own = self.cookies.iter().filter(|((of, _), _)| of == host);
        let cookies = own.map(|((_, name), value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let mut stream = TcpStream::connect(host).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.0\r\nHost: {host}\r\nCookie: {cookies}\r\nContent-Length: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}",
            form.len()
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let mut location = String::new();
        for line in head.lines() {
            let Some((name, value)) = line.split_once(": ") else { continue };
            match name.to_lowercase().as_str() {
                "location" if value.starts_with('/') => location = format!("http://{host}{value}"),
                "location" => location = value.to_owned(),
                "set-cookie" => {
                    let (name, kept) = value.split(';').next().unwrap().split_once('=').unwrap();
                    self.cookies.insert((host.to_owned(), name.to_owned()), kept.to_owned());
                }
                _ => {}
            }
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, location, body: body.to_owned() }
    }

    fn get(&mut self, address: &str) -> Answer {
        self.ask("GET", address, "")
    }

    /// Goes from Leon to the service and signs in there; gives the address to which the service sends it back.
    fn through_the_service(&mut self, leon: &str, subject: &str, back: &str) -> String {
        let begun = self.get(&format!("{leon}/sign-in/provider?back={back}"));
        assert_eq!(begun.status, 303, "{}", begun.body);
        for part in ["code_challenge_method=S256", "response_type=code", "nonce=", "state="] {
            assert!(begun.location.contains(part), "{}", begun.location);
        }
        let mut next = begun.location;
        // To sign in, and to let Leon know; each with redirects on the way.
        for _ in 0..12 {
            if next.starts_with(leon) {
                return next;
            }
            let page = self.get(&next);
            if !page.location.is_empty() {
                next = page.location;
                continue;
            }
            let action = page.body.split("action=\"").nth(1).unwrap_or_else(|| panic!("{next}: {}", page.body));
            let action = action.split('"').next().unwrap().to_owned();
            let prompt = if page.body.contains("value=\"login\"") { "login" } else { "consent" };
            next = self.ask("POST", &action, &format!("prompt={prompt}&login={subject}&password=any")).location;
        }
        panic!("the service goes round in circles: {next}")
    }

    /// The cookie that says who is signed in at Leon.
    fn session(&self) -> Option<&str> {
        self.cookies
            .iter()
            .find(|((_, name), _)| name == "leon")
            .map(|(_, value)| value.as_str())
            .filter(|it| !it.is_empty())
    }
}

#[test]
fn people_come_in_by_the_service_once_they_are_linked() {
    let folder = tempfile::tempdir().unwrap();
    for (name, role) in [("root", "administrator"), ("anna", "administrator")] {
        add(folder.path(), name, role);
    }
    let address = free_address();
    let Some(service) = provider(&address) else { return };
    let served = serve(folder.path(), &address, &service.address);
    let leon = served.address.as_str();
    let mut root = Browser::default();
    let signed_in =
        root.ask("POST", &format!("{leon}/sign-in"), "name=root&password=korrekt+hest+batteri&back=/people");
    assert_eq!((signed_in.status, signed_in.location), (303, format!("{leon}/people")));
    let offered = Browser::default().get(&format!("{leon}/sign-in?back=/people")).body;
    assert!(offered.contains("/sign-in/provider?back=%2Fpeople"), "{offered}");

    // Nobody is linked yet: there is an account at the service, and none here.
    let mut stranger = Browser::default();
    let back = stranger.through_the_service(leon, "subject-anna", "/people");
    let refused = stranger.get(&back);
    assert_eq!((refused.status, stranger.session()), (403, None), "{}", refused.body);
    assert!(refused.body.contains("hører ikke til nogen her"), "{}", refused.body);

    let link = |root: &mut Browser, claim: &str, value: &str| {
        let form = format!("name=anna&claim={claim}&value={value}");
        root.ask("POST", &format!("{leon}/people/link"), &form)
    };
    assert_eq!(link(&mut root, "email", "anna%40example.dk").status, 303);
    assert!(root.get(&format!("{leon}/people")).body.contains("anna@example.dk"));
    // Whoever says that it is their e-mail, and has not shown it to the service.
    let mut unproven = Browser::default();
    let back = unproven.through_the_service(leon, "subject-unproven", "/people");
    assert_eq!((unproven.get(&back).status, unproven.session()), (403, None));

    let mut anna = Browser::default();
    let back = anna.through_the_service(leon, "subject-anna", "/people");
    // An answer in the hands of others: without the attempt, and with another one.
    let mut thief = Browser::default();
    assert_eq!(thief.get(&back).status, 400);
    thief.get(&format!("{leon}/sign-in/provider"));
    assert_eq!((thief.get(&back).status, thief.session()), (400, None));
    let came_in = anna.get(&back);
    assert_eq!((came_in.status, came_in.location), (303, format!("{leon}/people")), "{}", came_in.body);
    let page = anna.get(&format!("{leon}/people"));
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("<span>anna</span>") && page.body.contains("subject-anna"),
        "known by the service's name"
    );
    assert_eq!(anna.get(&back).status, 400, "an answer is taken once");

    // The second time without being asked at the service, and with no way to be sent elsewhere.
    let back = anna.through_the_service(leon, "subject-anna", "https:%2F%2Fevil.dk");
    assert_eq!(anna.get(&back).location, format!("{leon}/"));

    // A code that the service has not given, and a visitor who has changed their mind.
    let mut other = Browser::default();
    let begun = other.get(&format!("{leon}/sign-in/provider")).location;
    let state = begun.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let made_up = other.get(&format!("{leon}/sign-in/return?state={state}&code=made-up"));
    assert_eq!((made_up.status, other.session()), (401, None), "{}", made_up.body);
    other.cookies.insert((address.clone(), "lang".to_owned()), "en".to_owned());
    let begun = other.get(&format!("{leon}/sign-in/provider")).location;
    let state = begun.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let declined = other.get(&format!("{leon}/sign-in/return?state={state}&error=access_denied"));
    assert!(declined.status == 401 && declined.body.contains("did not let you in"), "{}", declined.body);

    // Out of Leon, and out of the service.
    let out = anna.ask("POST", &format!("{leon}/sign-out"), "");
    let page = anna.get(&out.location).body;
    assert!(page.contains("/sign-out/provider"), "{page}");
    assert_eq!(anna.get(&format!("{leon}/people")).status, 303);
    let there = anna.get(&format!("{leon}/sign-out/provider")).location;
    assert!(there.starts_with(&service.address) && there.contains("client_id=leon"), "{there}");
    assert_eq!(anna.get(&there).status, 200, "the service asks whether to");

    let events = root.get(&format!("{leon}/events")).body;
    for told in ["login uden konto her", "genkendt på e-mail", "forbundet med arbejdspladsens login", "logget ind"] {
        assert!(events.contains(told), "{told}: {events}");
    }
    assert_eq!(link(&mut root, "sub", "").status, 303);
    let back = anna.through_the_service(leon, "subject-anna", "/people");
    assert_eq!(anna.get(&back).status, 403, "linked no more");
}

#[test]
fn who_has_an_account_comes_in_while_the_service_is_silent() {
    let folder = tempfile::tempdir().unwrap();
    add(folder.path(), "root", "administrator");
    let served = serve(folder.path(), &free_address(), &format!("http://{}", free_address()));
    let mut browser = Browser::default();
    let silent = browser.get(&format!("{}/sign-in/provider", served.address));
    assert_eq!(silent.status, 502);
    assert!(silent.body.contains("svarer ikke"), "{}", silent.body);
    let form = "name=root&password=korrekt+hest+batteri&back=/people";
    assert_eq!(browser.ask("POST", &format!("{}/sign-in", served.address), form).status, 303);
}

#[test]
fn a_service_without_a_secret_or_over_an_open_line_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let run = |issuer: &str, secret: &str| {
        let said = leon(&["serve", "--data", &data, "--listen", "127.0.0.1:0", "--oidc-client", "leon"])
            .args(["--oidc-issuer", issuer, "--address", "https://leon.example"])
            .env("LEON_OIDC_SECRET", secret)
            .output()
            .unwrap();
        (said.status.code(), String::from_utf8(said.stderr).unwrap())
    };
    let (code, said) = run("https://login.example", "");
    assert!(code == Some(2) && said.contains("LEON_OIDC_SECRET"), "{said}");
    let (code, said) = run("http://login.example", "a secret");
    assert!(code == Some(2) && said.contains("http://login.example") && !said.contains("a secret"), "{said}");
}
