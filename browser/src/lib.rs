//! Chromium, driven by its own `chromedriver` over the WebDriver protocol (<https://www.w3.org/TR/webdriver2/>).
//!
//! The protocol is JSON over HTTP on this machine, and what the tests ask of it fits a page.

mod http;

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Milliseconds that something may take to be there.
const PATIENCE: u64 = 180_000;
/// How the protocol names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser, closed when it is dropped.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

/// Keys as the protocol names them, for [`Browser::press`]. Others stand for themselves.
pub mod keys {
    /// To what can be reached next.
    pub const TAB: &str = "\u{e004}";
    /// Follows a link, sends a form, presses a button.
    pub const ENTER: &str = "\u{e007}";
    /// Ticks a box, presses a button.
    pub const SPACE: &str = " ";
    /// To the first choice.
    pub const HOME: &str = "\u{e011}";
    /// Back on a slider.
    pub const LEFT: &str = "\u{e012}";
    /// To the choice before.
    pub const UP: &str = "\u{e013}";
    /// To the choice after.
    pub const DOWN: &str = "\u{e015}";
}

/// An element of the page at hand.
#[derive(Clone, Debug)]
pub struct Element(String);

/// Whether this machine has Chromium and its driver.
pub fn is_there() -> bool {
    ["/usr/bin/chromium", "/usr/bin/chromedriver"].iter().all(|it| Path::new(it).is_file())
}

impl Browser {
    /// Opens a browser.
    ///
    /// # Panics
    /// When the driver does not start, as every other method when the browser does not do what it is told: a test
    /// ends there.
    pub fn open() -> Self {
        Self::open_with(&[])
    }

    /// Opens a browser that is told more on its command line.
    ///
    /// # Panics
    /// As [`Self::open`].
    pub fn open_with(more: &[&str]) -> Self {
        let mut driver = Command::new("/usr/bin/chromedriver");
        let mut driver = driver.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let started = "started successfully on port ";
        let port = lines.map_while(Result::ok).find_map(|it| it.split_once(started).map(|it| it.1.to_owned()));
        let port = port.unwrap().trim_end_matches('.').parse().unwrap();
        let mut browser = Self { driver, port, session: String::new() };
        // Maps are drawn by WebGL, on a machine without a graphics card too.
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--enable-unsafe-swiftshader",
            "--disable-dev-shm-usage",
            "--window-size=1600,1200",
        ];
        let arguments = [&arguments, more].concat();
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": { "binary": "/usr/bin/chromium", "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
            "timeouts": { "implicit": PATIENCE, "pageLoad": PATIENCE, "script": PATIENCE },
        } } });
        let session = browser.ask("POST", "/session", &wanted);
        browser.session = session["sessionId"].as_str().unwrap().to_owned();
        browser
    }

    /// Opens an address, and waits until it is drawn.
    pub fn go(&self, address: &str) {
        self.tell("url", &json!({ "url": address }));
    }

    /// Gives the browser a cookie of the site at hand.
    pub fn remember(&self, name: &str, value: &str) {
        self.tell("cookie", &json!({ "cookie": { "name": name, "value": value } }));
    }

    /// The address at hand.
    pub fn address(&self) -> String {
        self.read("url").as_str().unwrap().to_owned()
    }

    /// The first element of a selector, once there is one.
    pub fn find(&self, selector: &str) -> Element {
        let found = self.tell("element", &json!({ "using": "css selector", "value": selector }));
        Element(found[ELEMENT].as_str().unwrap().to_owned())
    }

    /// Clicks the first element of a selector, and waits for the page that it leads to.
    pub fn click(&self, selector: &str) {
        let Element(id) = self.find(selector);
        self.tell(&format!("element/{id}/click"), &json!({}));
    }

    /// Types into the first element of a selector. `\u{e007}` is Enter, `\u{e004}` is Tab.
    pub fn type_into(&self, selector: &str, text: &str) {
        let Element(id) = self.find(selector);
        self.tell(&format!("element/{id}/value"), &json!({ "text": text }));
    }

    /// Presses keys one after the other, for whatever has the focus, as a hand on the keyboard would. [`keys`] names
    /// those that are no letters.
    pub fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|it| [("keyDown", it), ("keyUp", it)]);
        self.strike(strokes);
    }

    /// Presses Enter, and waits for the page that it leads to: none for a link within the page, or a form that is not
    /// filled in.
    pub fn confirm(&self) {
        let script = "const it = document.activeElement;
            const isAway = it.matches('a[href]')
                ? it.pathname + it.search !== location.pathname + location.search
                : it.form?.checkValidity() ?? false;
            // The page that comes does not say so.
            if (isAway) document.documentElement.dataset.left = '';
            return isAway";
        let is_away = self.run(script) == true;
        self.press(keys::ENTER);
        if is_away {
            self.find("html:not([data-left])");
        }
    }

    /// Presses Tab with Shift held down: the way back.
    pub fn press_back(&self) {
        let (shift, tab) = ('\u{e008}', '\u{e004}');
        self.strike([("keyDown", shift), ("keyDown", tab), ("keyUp", tab), ("keyUp", shift)]);
    }

    fn strike(&self, strokes: impl IntoIterator<Item = (&'static str, char)>) {
        let strokes = strokes.into_iter().map(|(what, key)| json!({ "type": what, "value": key }));
        let strokes: Vec<Value> = strokes.collect();
        self.tell("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }));
    }

    /// Presses Tab until something that the selector names has the focus, at most so many times.
    ///
    /// # Panics
    /// When it is not reached: it tells what was.
    pub fn tab_to(&self, selector: &str, most: usize) {
        self.walk_to(selector, most, || self.press(keys::TAB));
    }

    /// The same the other way, with Shift.
    ///
    /// # Panics
    /// As [`Browser::tab_to`].
    pub fn tab_back_to(&self, selector: &str, most: usize) {
        self.walk_to(selector, most, || self.press_back());
    }

    fn walk_to(&self, selector: &str, most: usize, step: impl Fn()) {
        let mut passed = Vec::new();
        for _ in 0..most {
            step();
            let script = format!(
                "const it = document.activeElement;
                return it.matches({}) ? null : it.outerHTML.slice(0, 80)",
                json!(selector)
            );
            match self.run(&script).as_str() {
                None => return,
                Some(other) => passed.push(other.to_owned()),
            }
        }
        let passed = passed.join("\n");
        panic!("{selector} has not the focus after {most} times Tab at {}:\n{passed}", self.address());
    }

    /// Whether something that the selector names has the focus.
    pub fn has_focus(&self, selector: &str) -> bool {
        self.run(&format!("return document.activeElement.matches({})", json!(selector))) == true
    }

    /// How many elements a selector names at once.
    pub fn count(&self, selector: &str) -> usize {
        let count = self.run(&format!("return document.querySelectorAll({}).length", json!(selector)));
        count.as_u64().unwrap() as usize
    }

    /// Chooses a file in the first file field of a selector.
    pub fn choose_file(&self, selector: &str, file: &Path) {
        self.type_into(selector, file.to_str().unwrap());
    }

    /// Shows pages as a screen of this size does; a narrow one is a phone's.
    pub fn shown_at(&self, width: u32, height: u32) {
        let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": params });
        self.tell("goog/cdp/execute", &command);
    }

    /// The page on paper: a PDF in base64. A sheet is an upright or lying A4, in cm.
    pub fn print(&self, lying: bool) -> String {
        let orientation = if lying { "landscape" } else { "portrait" };
        let page = json!({ "width": 21.0, "height": 29.7 });
        let asked = json!({ "orientation": orientation, "page": page, "background": true });
        self.tell("print", &asked).as_str().unwrap().to_owned()
    }

    /// What the first element of a selector says to a reader.
    pub fn text(&self, selector: &str) -> String {
        loop {
            let Element(id) = self.find(selector);
            let path = format!("/session/{}/element/{id}/text", self.session);
            let (status, answer) = http::ask(self.port, "GET", &path, &Value::Null).unwrap();
            // A script, or another page, has put another in its place since it was found. The driver has two words for it.
            let is_gone = |it: &str| it == "stale element reference" || it.contains("does not belong to the document");
            if !["error", "message"].iter().any(|it| answer["value"][it].as_str().is_some_and(is_gone)) {
                assert_eq!(status, 200, "{selector}: {answer}");
                return answer["value"].as_str().unwrap().to_owned();
            }
        }
    }

    /// What a script gives back.
    pub fn run(&self, script: &str) -> Value {
        self.tell("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What axe finds wrong with the page for people who use it otherwise, as [WCAG 2.1](https://www.w3.org/TR/WCAG21/)
    /// says on level A and AA: what it calls serious or critical, each with the first place where it stands.
    pub fn barriers(&self, axe: &str) -> Vec<String> {
        self.run(axe);
        let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: arguments[0] }).then((it) => done(it.violations
                .filter((it) => it.impact === 'serious' || it.impact === 'critical')
                .map((it) => `${it.id}: ${it.help}: ${it.nodes[0].html} (${it.nodes.length})`)))";
        let found = self.tell("execute/async", &json!({ "script": script, "args": [tags] }));
        found.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
    }

    /// Presses the pointer on an element, moves it by so much, and lets go.
    pub fn drag(&self, selector: &str, by: (i64, i64)) {
        let Element(id) = self.find(selector);
        self.run(&format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", json!(selector)));
        let here = json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": { ELEMENT: id } });
        let part = |share: i64| {
            let (x, y) = (by.0 * share / 2, by.1 * share / 2);
            json!({ "type": "pointerMove", "duration": 100, "x": x, "y": y, "origin": "pointer" })
        };
        let button = |what: &str| json!({ "type": what, "button": 0 });
        let actions = [here, button("pointerDown"), part(1), part(1), button("pointerUp")];
        self.tell("actions", &json!({ "actions": [{ "type": "pointer", "id": "mouse", "actions": actions }] }));
    }

    /// What the page complained of since this was last asked: errors and warnings of the console. What the graphics
    /// driver says of its own speed is no word of the page.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.tell("se/log", &json!({ "type": "browser" }));
        let is_bad =
            |it: &&Value| matches!(it["level"].as_str(), Some("SEVERE" | "WARNING")) && it["source"] != "rendering";
        log.as_array().unwrap().iter().filter(is_bad).map(ToString::to_string).collect()
    }

    /// The page as it is seen, as a PNG in base64.
    pub fn picture(&self) -> String {
        self.read("screenshot").as_str().unwrap().to_owned()
    }

    /// The whole page, also what is beyond the screen, as a PNG in base64.
    pub fn whole_picture(&self) -> String {
        let params = json!({ "captureBeyondViewport": true });
        let command = json!({ "cmd": "Page.captureScreenshot", "params": params });
        self.tell("goog/cdp/execute", &command)["data"].as_str().unwrap().to_owned()
    }

    fn tell(&self, what: &str, body: &Value) -> Value {
        self.ask("POST", &format!("/session/{}/{what}", self.session), body)
    }

    fn read(&self, what: &str) -> Value {
        self.ask("GET", &format!("/session/{}/{what}", self.session), &Value::Null)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let (status, answer) = http::ask(self.port, method, path, body).unwrap();
        assert_eq!(status, 200, "{method} {path} {body}: {answer}");
        answer["value"].clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = http::ask(self.port, "DELETE", &format!("/session/{}", self.session), &Value::Null);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
