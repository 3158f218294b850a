//! Somebody at a browser, in a language.

use crate::house::{PASSWORD, demo, house};
use leon_browser::{Browser, keys};
use leon_formats::Lang;
use leon_pages::texts::Voice;
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// Presses of Tab that anybody may need for anything on a page.
pub const FAR: usize = 80;

/// A browser with the address that it visits.
pub struct Visitor {
    browser: Browser,
    root: &'static str,
    pub voice: Voice,
}

impl Deref for Visitor {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Visitor {
    /// Somebody who looks at the demo, in Danish; `None` where there is no browser.
    pub fn of_demo() -> Option<Self> {
        Some(Self::of(demo()?))
    }

    /// Somebody who comes to the house, in Danish.
    pub fn of_house() -> Option<Self> {
        Some(Self::of(house()?))
    }

    /// Somebody with an account, signed in.
    pub fn signed_in(name: &str) -> Option<Self> {
        let visitor = Self::of_house()?;
        visitor.sign_in(name, PASSWORD);
        visitor.find("form[action='/sign-out']");
        Some(visitor)
    }

    fn of(root: &'static str) -> Self {
        let browser = Browser::open();
        // A page that everybody may see.
        browser.go(&format!("{root}/sign-in"));
        Self { browser, root, voice: Voice::new(Lang::Da) }
    }

    /// Does a job once in Danish and once in English.
    pub fn in_each_language(&mut self, job: impl Fn(&Self)) {
        for lang in [Lang::Da, Lang::En] {
            self.voice = Voice::new(lang);
            self.remember("lang", lang.code());
            job(self);
        }
    }

    /// Opens a page of Leon's.
    pub fn open(&self, path: &str) {
        self.go(&format!("{}{path}", self.root));
    }

    /// The address at hand without what every address begins with.
    pub fn here(&self) -> String {
        self.address().trim_start_matches(self.root).to_owned()
    }

    /// What Leon says under a key, in the visitor's language.
    pub fn says(&self, key: &str) -> String {
        self.voice.text(key)
    }

    /// A seed for what is made up, so that each language has a document of its own.
    pub fn seed(&self) -> &'static str {
        match self.voice.lang {
            Lang::Da => "7",
            Lang::En => "8",
        }
    }

    /// Fills in the form of name and password by keyboard, and sends it.
    pub fn sign_in(&self, name: &str, password: &str) {
        self.tab_to("#name", FAR);
        // What the form was sent with before is replaced, as by anybody who comes to a field by Tab.
        self.press(name);
        self.press(keys::TAB);
        self.press(password);
        self.confirm();
    }

    /// Goes to something by Tab and presses Enter.
    pub fn enter(&self, selector: &str) {
        self.tab_to(selector, FAR);
        self.confirm();
    }

    /// Brings in a file through the form of a list, by keyboard but for the system's own window where files are chosen.
    /// Its document is then on the screen.
    pub fn bring(&self, list: &str, file: &Path) {
        self.open(list);
        self.choose_file("#file", file);
        self.enter("form[enctype] button");
        self.find("form[action$='/plan']");
    }

    /// Asks for a plan of the document at hand by keyboard, and opens the plan when it is there.
    pub fn plan(&self) {
        self.enter("form[action$='/plan'] button");
        let plan = "table a[href^='/plans/'], table a[href^='/shifts/']";
        self.find(plan);
        self.enter(plan);
        self.find("form[action$='/publish']");
    }

    /// A page without a word of complaint and without a serious barrier.
    pub fn is_well(&self) {
        if let Some(axe) = axe() {
            assert_eq!(self.barriers(&axe), Vec::<String>::new(), "{}", self.address());
        }
        assert_eq!(self.complaints(), Vec::<String>::new(), "{}", self.address());
        assert_eq!(self.run("return document.documentElement.lang"), self.voice.lang.code(), "{}", self.address());
    }

    /// Keeps what the page looks like, where that is asked for.
    pub fn keep_picture(&self, name: &str) {
        if let Some(folder) = pictures() {
            std::fs::write(folder.join(format!("{name}.png.base64")), self.picture()).unwrap();
        }
    }

    /// The same on paper.
    pub fn keep_print(&self, name: &str) {
        if let Some(folder) = pictures() {
            std::fs::write(folder.join(format!("{name}.pdf.base64")), self.print(true)).unwrap();
        }
    }

    /// The same of the whole page in the visitor's language, on a wide screen and on a phone.
    pub fn keep_pictures(&self, name: &str) {
        let Some(folder) = pictures() else { return };
        for (screen, width, height) in [("phone", 390, 844), ("wide", 1600, 1200)] {
            self.shown_at(width, height);
            let name = format!("{name}-{}-{screen}.png.base64", self.voice.lang.code());
            std::fs::write(folder.join(name), self.whole_picture()).unwrap();
        }
    }
}

fn pictures() -> Option<PathBuf> {
    std::env::var_os("LEON_PICTURES").map(PathBuf::from)
}

/// axe, the public tester of accessibility (<https://github.com/dequelabs/axe-core>), as `make test` installs it.
fn axe() -> Option<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/npm/node_modules/axe-core/axe.min.js");
    let script = std::fs::read_to_string(file).ok();
    assert!(script.is_some() || std::env::var_os("LEON_REQUIRE_PEERS").is_none(), "axe-core is not installed");
    script
}
