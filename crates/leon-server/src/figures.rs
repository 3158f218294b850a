//! Figures that a page has reckoned, kept with how they came about.

use crate::app::App;
use crate::desk::Desk;
use crate::refused::Refused;
use crate::visitor::Visitor;
use leon_store::{DocumentId, NewAnswer};
use serde_json::Value;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What was asked of a case on its desk, and what came out.
pub struct Figures<'a> {
    pub kind: &'a str,
    pub asked: Value,
    pub seed: Option<u64>,
    pub found: Value,
}

impl Figures<'_> {
    /// Keeps them the first time that anybody asks for them from this version.
    pub async fn keep(&self, app: &App, case: &DocumentId, desk: &Desk, visitor: &Visitor) -> Result<(), Refused> {
        let asked = self.asked.to_string();
        if app.store().answer_to(case, self.kind, &asked, VERSION).await?.is_some() {
            return Ok(());
        }
        let new = NewAnswer {
            document: case,
            kind: self.kind,
            asked: &asked,
            input_sha256: &desk.sha256,
            version: VERSION,
            seed: &self.seed.map(|it| it.to_string()).unwrap_or_default(),
            budget: "",
            body: &self.found.to_string(),
            by: visitor.by(),
            at: app.now(),
        };
        app.store().add_answer(&new).await?;
        Ok(())
    }
}
