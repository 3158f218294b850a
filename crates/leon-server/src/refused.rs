//! What is answered when it cannot be done: a status and words for it.

use crate::shell::shell;
use crate::visitor::Visitor;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leon_store::StoreError;
use maud::html;

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing here, or nothing that this visitor may know of.
    NotFound,
    /// The visitor may not do this.
    Forbidden,
    /// The request came from another site's page.
    Foreign,
    /// Something in the request cannot be; the text says what, in the visitor's language.
    Wrong(String),
    /// Somebody else has changed it since it was looked at.
    Conflict,
    /// The database does not answer.
    Unavailable,
    /// A fault of Leon's.
    Internal,
}

impl Refused {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Foreign => StatusCode::FORBIDDEN,
            Self::Wrong(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A page that says why.
    pub fn page(&self, visitor: &Visitor) -> Response {
        let voice = visitor.voice;
        let (title, text) = match self {
            Self::NotFound => (voice.text("refused-not-found"), voice.text("refused-not-found-text")),
            Self::Forbidden => (voice.text("refused-forbidden"), voice.text("refused-forbidden-text")),
            Self::Foreign => (voice.text("refused-forbidden"), voice.text("refused-foreign-text")),
            Self::Wrong(text) => (voice.text("refused-wrong"), text.clone()),
            Self::Conflict => (voice.text("refused-conflict"), voice.text("refused-conflict-text")),
            Self::Unavailable => (voice.text("refused-unavailable"), voice.text("refused-unavailable-text")),
            Self::Internal => (voice.text("refused-internal"), voice.text("refused-internal-text")),
        };
        let page = shell(visitor, "", &title, &html! { @for line in text.lines() { p { (line) } } });
        (self.status(), page).into_response()
    }
}

/// Waits for its words: who turns it into a page knows the visitor.
impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        eprintln!("leon: {error}");
        match error {
            StoreError::Database(_) => Self::Unavailable,
            _ => Self::Internal,
        }
    }
}
