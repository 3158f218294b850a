//! What the interface can do: OpenAPI 3.1 from the code, for programs and as a page for people.

use super::once;
use super::problem::{PROBLEM_JSON, ProblemDetails};
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::{Extension, http::HeaderValue};
use maud::{Markup, html};
use serde_json::Value;
use utoipa::openapi::content::Content;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::Type;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ObjectBuilder, Ref, Required, ResponseBuilder};
use utoipa::{Modify, OpenApi};

/// The methods of a path, in the order in which they are shown.
const METHODS: [&str; 3] = ["get", "post", "delete"];

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Leon",
        description = "Cases, plans and what people work by. Refusals are application/problem+json.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    paths(
        super::documents::list,
        super::documents::bring,
        super::documents::one,
        super::answers::list,
        super::answers::one,
        super::publications::list,
        super::publications::publish,
        super::jobs::ask,
        super::jobs::project,
        super::jobs::one,
        super::jobs::cancel,
        super::gap::gap,
        super::events::list,
    ),
    components(schemas(ProblemDetails)),
    security(("token" = []), ("cookie" = [])),
    modifiers(&Doors, &Refusals)
)]
struct Description;

/// The two ways of saying who asks.
struct Doors;

impl Modify for Doors {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let components = description.components.get_or_insert_default();
        let token =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("From leon user token.")).build();
        components.add_security_scheme("token", SecurityScheme::Http(token));
        let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(crate::visitor::SESSION)));
        components.add_security_scheme("cookie", cookie);
    }
}

/// Everything can be refused, in the same form; and each operation is named by its resource too, for names are unique.
struct Refusals;

impl Modify for Refusals {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let details = Content::new(Some(Ref::from_schema_name("ProblemDetails")));
        let refusal = ResponseBuilder::new().description("Why not.").content(PROBLEM_JSON, details).build();
        for item in description.paths.paths.values_mut() {
            if let Some(operation) = &mut item.post {
                operation.parameters.get_or_insert_default().push(key().into());
            }
            for operation in [&mut item.get, &mut item.post, &mut item.delete].into_iter().flatten() {
                let resource = operation.tags.iter().flatten().next().cloned().unwrap_or_default();
                operation.operation_id = operation.operation_id.take().map(|it| format!("{resource}-{it}"));
                operation.responses.responses.insert("4XX".to_owned(), refusal.clone().into());
            }
        }
    }
}

/// What makes a request that is sent twice be done once.
fn key() -> Parameter {
    let schema =
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^\"?[!#-~]+\"?$")).max_length(Some(once::KEY_MAX));
    let said = "A new one for each request: a string, as `\"8e03978e-40d5-43dd\"`. The same request with the same key is \
        done or refused once, and answered again for a day; another request with it is refused with 422, and the same one while it \
        is under way with 409.";
    let key = ParameterBuilder::new().name(once::KEY).parameter_in(ParameterIn::Header).required(Required::False);
    key.description(Some(said)).schema(Some(schema)).build()
}

/// The description in OpenAPI 3.1, as JSON.
pub fn description() -> String {
    Description::openapi().to_pretty_json().unwrap_or_default() + "\n"
}

pub async fn json() -> Response {
    ([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], description()).into_response()
}

/// The same for people, in English as the code is.
pub async fn page(Extension(visitor): Extension<Visitor>) -> Markup {
    let voice = visitor.voice;
    let described: Value = serde_json::from_str(&description()).unwrap_or_default();
    let operations = described["paths"].as_object().into_iter().flatten().flat_map(|(path, of)| {
        METHODS.iter().filter_map(move |method| Some((path.as_str(), *method, of.get(*method)?)))
    });
    let content = html! {
        p.lead { (voice.text("api-lead")) }
        p { a href="/api/openapi.json" { "openapi.json" } }
        div lang="en" {
            @for (path, method, of) in operations { (operation(path, method, of)) }
        }
    };
    shell(&visitor, "", &voice.text("api-title"), &content)
}

fn operation(path: &str, method: &str, of: &Value) -> Markup {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let parameters = of["parameters"].as_array().into_iter().flatten();
    html! {
        h2 { code { (method.to_uppercase()) " " (path) } }
        p { (text(&of["summary"])) " " (text(&of["description"])) }
        @if of["parameters"].is_array() {
            ul {
                @for it in parameters {
                    li { code { (text(&it["name"])) } " (" (text(&it["in"])) ") " (text(&it["description"])) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_address_is_described_and_every_description_has_an_address() {
        let described: Value = serde_json::from_str(&description()).unwrap();
        assert_eq!(described["openapi"], "3.1.0");
        let paths = described["paths"].as_object().unwrap();
        let operations = paths.values().flat_map(|it| it.as_object().unwrap().values());
        let names: Vec<&str> = operations.map(|it| it["operationId"].as_str().unwrap()).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
        let of_path = |(path, of): (&String, &Value)| {
            of.as_object().unwrap().keys().map(|method| format!("{method} {path}")).collect::<Vec<_>>()
        };
        let described: BTreeSet<String> = paths.iter().flat_map(of_path).collect();
        // The description itself and its page are not of the interface.
        let served =
            super::super::served().into_iter().filter(|it| !["/api", "/api/openapi.json"].contains(&it.0.path));
        let served: BTreeSet<String> =
            served.map(|(it, _)| format!("{} {}", it.method.as_str().to_lowercase(), it.path)).collect();
        assert_eq!(described, served);
    }
}
