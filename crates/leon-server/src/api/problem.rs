//! Refusals for programs.

use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::Json;
use axum::http::header::{ALLOW, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use leon_formats::{Lang, Problem};
use serde::Serialize;
use utoipa::ToSchema;

pub(super) const PROBLEM_JSON: &str = "application/problem+json";

/// Why something was not done (RFC 9457).
#[derive(Serialize, ToSchema)]
pub struct ProblemDetails {
    /// `about:blank`: the status says it all.
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    status: u16,
    detail: String,
    /// What is wrong with a document, problem by problem.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<DocumentProblem>,
}

/// One thing that is wrong with a document.
#[derive(Serialize, ToSchema)]
pub struct DocumentProblem {
    /// As in the reference of problems: `L202`.
    code: &'static str,
    is_warning: bool,
    /// The file within a case.
    file: String,
    /// The row as a spreadsheet numbers it: the header is row 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    /// Where it is, what is wrong and what to do, on one line.
    message: String,
}

impl DocumentProblem {
    fn new(it: &Problem, lang: Lang) -> Self {
        Self {
            code: it.code(),
            is_warning: it.is_warning(),
            file: it.file.clone(),
            row: it.row,
            column: it.column.clone(),
            message: it.message(lang),
        }
    }
}

/// A refusal in words of the visitor's language.
pub(crate) fn problem(refused: &Refused, visitor: &Visitor) -> Response {
    let (title, detail) = refused.words(visitor);
    let problems = match refused {
        Refused::Problems(problems) => problems.iter().map(|it| DocumentProblem::new(it, visitor.voice.lang)).collect(),
        _ => Vec::new(),
    };
    let is_stranger = *refused == Refused::Forbidden && visitor.name.is_none();
    let status = if is_stranger { StatusCode::UNAUTHORIZED } else { refused.status() };
    let mut response = with_status(status, title, detail, problems);
    if is_stranger {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// An error of the way in, as a wrong method, with a body that programs read.
pub(crate) fn in_words(response: Response, visitor: &Visitor) -> Response {
    let is_ours = response.headers().get(CONTENT_TYPE).is_some_and(|it| it == PROBLEM_JSON);
    let status = response.status();
    if is_ours || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let detail = status.canonical_reason().unwrap_or_default().to_owned();
    let mut problem = with_status(status, visitor.voice.text("refused-wrong"), detail, Vec::new());
    if let Some(allowed) = response.headers().get(ALLOW) {
        problem.headers_mut().insert(ALLOW, allowed.clone());
    }
    problem
}

fn with_status(status: StatusCode, title: String, detail: String, problems: Vec<DocumentProblem>) -> Response {
    let details = ProblemDetails { kind: "about:blank", title, status: status.as_u16(), detail, problems };
    let mut response = (status, Json(details)).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    response
}
