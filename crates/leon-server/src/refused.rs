//! What is answered when it cannot be done: a status and words for it.

use crate::shell::shell;
use crate::visitor::Visitor;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leon_formats::Problem;
use leon_store::StoreError;
use maud::html;

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq)]
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
    /// A document has errors.
    Problems(Vec<Problem>),
    /// The body of a request cannot be read, and the status that says how.
    Body(StatusCode, String),
    /// The same, where the request said what was looked at.
    Changed,
    /// A change of something that others change too does not say what its visitor has seen of it.
    NotSaidWhatWasSeen,
    /// The visitor asks too often, and may ask again in so many seconds.
    TooOften(u64),
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
            Self::Wrong(_) | Self::Problems(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Body(status, _) => *status,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Changed => StatusCode::PRECONDITION_FAILED,
            Self::NotSaidWhatWasSeen => StatusCode::PRECONDITION_REQUIRED,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A title and a text, in the visitor's language.
    pub(crate) fn words(&self, visitor: &Visitor) -> (String, String) {
        let voice = visitor.voice;
        let pair = |key: &str, text: &str| (voice.text(key), voice.text(text));
        match self {
            Self::NotFound => pair("refused-not-found", "refused-not-found-text"),
            Self::Forbidden if visitor.name.is_none() => pair("refused-stranger", "refused-stranger-text"),
            Self::Forbidden => pair("refused-forbidden", "refused-forbidden-text"),
            Self::Foreign => pair("refused-forbidden", "refused-foreign-text"),
            Self::Wrong(text) | Self::Body(_, text) => (voice.text("refused-wrong"), text.clone()),
            Self::Problems(problems) => {
                let line = |it: &Problem| format!("{} {}: {}", it.code(), it.place(voice.lang), it.message(voice.lang));
                let lines: Vec<String> = problems.iter().map(line).collect();
                (voice.text("refused-wrong"), lines.join("\n"))
            }
            Self::Conflict | Self::Changed => pair("refused-conflict", "refused-conflict-text"),
            Self::NotSaidWhatWasSeen => pair("refused-conflict", "refused-not-said-text"),
            Self::TooOften(seconds) => {
                let text =
                    voice.text_with("refused-too-often-text", &[("seconds", voice.count(*seconds as usize).into())]);
                (voice.text("refused-too-often"), text)
            }
            Self::Unavailable => pair("refused-unavailable", "refused-unavailable-text"),
            Self::Internal => pair("refused-internal", "refused-internal-text"),
        }
    }

    /// A page that says why.
    pub fn page(&self, visitor: &Visitor) -> Response {
        let (title, text) = self.words(visitor);
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

impl From<JsonRejection> for Refused {
    fn from(error: JsonRejection) -> Self {
        Self::Body(error.status(), error.body_text())
    }
}

impl From<QueryRejection> for Refused {
    fn from(error: QueryRejection) -> Self {
        Self::Wrong(error.body_text())
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        eprintln!("leon: {error}");
        match error {
            StoreError::Database(_) | StoreError::NotTold(_) => Self::Unavailable,
            _ => Self::Internal,
        }
    }
}
