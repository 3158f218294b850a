//! Every address that Leon answers, with who may ask it. The router is made from this list and nothing else.

use crate::access::{Access, Right};
use crate::app::App;
use crate::guard::{guard, not_found};
use crate::tiles::{self, Tiles};
use crate::{api, assets, fhir, pages, provider};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, post};
use std::time::Duration;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

/// Bytes of a request at most.
pub(crate) const BODY_MAX: usize = 32 << 20;
/// No page takes longer; plans are made by jobs.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Headers of every answer. Nothing is fetched from elsewhere, no script stands in a page, no other site may
/// frame one. Bars and maps set widths and colours on single elements, which no style sheet can know.
const HEADERS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cache-control", "no-store"),
];

/// What a page may fetch and run: Leon's own, and map tiles from where they come.
fn content_security_policy(tiles: Option<&Tiles>) -> HeaderValue {
    let tiles = tiles.map_or_else(String::new, |it| format!(" {}", it.origin()));
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; \
         img-src 'self' data:{tiles}; connect-src 'self'{tiles}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    HeaderValue::from_str(&policy).expect("tiles have a host of plain letters")
}

/// An address with who may ask it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
}

/// An address with what answers it.
pub(crate) type Served = (Endpoint, MethodRouter<App>);

fn served() -> Vec<Served> {
    let administer = Access::Having(Right::Administer);
    let (see_visits, plan_visits) = (Access::Having(Right::SeeVisits), Access::Having(Right::PlanVisits));
    let (see_shifts, plan_shifts) = (Access::Having(Right::SeeShifts), Access::Having(Right::PlanShifts));
    let (see_jobs, end_jobs) = (Access::Having(Right::SeeJobs), Access::Having(Right::EndJobs));
    let see_gap = Access::Having(Right::SeeGap);
    let page = |path, access, handler| (Endpoint { method: Method::GET, path, access }, handler);
    let change = |path, access, handler| (Endpoint { method: Method::POST, path, access }, handler);
    let mut all = vec![
        page("/assets/{file}", Access::Anybody, get(assets::file)),
        page("/map-tiles", Access::Anybody, get(tiles::answer)),
        page("/health", Access::Anybody, get(pages::health::page)),
        change("/language", Access::Anybody, post(pages::language::choose)),
        page("/sign-in", Access::Anybody, get(pages::sign_in::page)),
        change("/sign-in", Access::Anybody, post(pages::sign_in::sign_in)),
        page("/sign-in/provider", Access::Anybody, get(pages::provider::sign_in)),
        page(provider::RETURN, Access::Anybody, get(pages::provider::returned)),
        page("/sign-out/provider", Access::Anybody, get(pages::provider::sign_out)),
        change("/sign-out", Access::SignedIn, post(pages::sign_in::sign_out)),
        page("/people", administer, get(pages::people::page)),
        change("/people", administer, post(pages::people::add)),
        change("/people/link", administer, post(pages::provider::link)),
        page("/events", administer, get(pages::events::page)),
        page("/", Access::SignedIn, get(pages::hours::page)),
        page("/hours/{account}", see_gap, get(pages::hours::account)),
        page("/routes", see_visits, get(pages::routes::page)),
        change("/routes/made-up", plan_visits, post(pages::routes::bring::make_up)),
        change("/routes/upload", plan_visits, post(pages::upload::day)),
        page("/routes/{document}", see_visits, get(pages::paper::page)),
        change("/routes/{document}/plan", plan_visits, post(pages::paper::plan)),
        page("/plans/{answer}", see_visits, get(pages::routes::plan::page)),
        change("/plans/{answer}/publish", plan_visits, post(pages::routes::plan::publish)),
        change("/plans/{answer}/change", plan_visits, post(pages::routes::change::change)),
        page("/plans/{answer}/ask", see_visits, get(pages::routes::ask::answer)),
        page("/plans/{answer}/phone", see_visits, get(pages::routes::carer::page)),
        page("/my-route", Access::Having(Right::SeeOwn), get(pages::routes::carer::own)),
        page("/rosters", see_shifts, get(pages::rosters::page)),
        change("/rosters/made-up", plan_shifts, post(pages::rosters::bring::make_up)),
        change("/rosters/upload", plan_shifts, post(pages::upload::period)),
        page("/rosters/{document}", see_shifts, get(pages::paper::page)),
        change("/rosters/{document}/plan", plan_shifts, post(pages::paper::plan)),
        page("/shifts/{answer}", see_shifts, get(pages::rosters::roster::page)),
        change("/shifts/{answer}/publish", plan_shifts, post(pages::rosters::publish::publish)),
        change("/shifts/{answer}/change", plan_shifts, post(pages::rosters::change::change)),
        page("/shifts/{answer}/stand-ins", see_shifts, get(pages::rosters::stand_ins::page)),
        page("/shifts/{answer}/wishes", see_shifts, get(pages::rosters::wishes::page)),
        change("/rosters/{document}/wishes", plan_shifts, post(pages::rosters::round::take)),
        change("/my-wishes", Access::Having(Right::SeeOwn), post(pages::rosters::round::state)),
        change("/my-wishes/withdraw", Access::Having(Right::SeeOwn), post(pages::rosters::round::withdraw)),
        page("/my-shifts", Access::Having(Right::SeeOwn), get(pages::rosters::own::page)),
        page("/my-calendar", Access::Having(Right::SeeOwn), get(pages::calendar::page)),
        change("/my-calendar", Access::Having(Right::SeeOwn), post(pages::calendar::give)),
        change("/my-calendar/end", Access::Having(Right::SeeOwn), post(pages::calendar::end)),
        // Whoever knows the address: its token says whose calendar it is.
        page("/calendar/{name}", Access::Anybody, get(pages::calendar::read)),
        page("/jobs", see_jobs, get(pages::jobs::page)),
        page("/jobs/{job}/progress", see_jobs, get(pages::jobs::progress)),
        change("/jobs/{job}/cancel", end_jobs, post(pages::jobs::cancel)),
        page("/gap", see_gap, get(pages::gap::page)),
        page("/sources", see_gap, get(pages::sources::page)),
        page("/measures", see_gap, get(pages::measures::page)),
        page("/measures/{measure}", see_gap, get(pages::measures::one)),
        page("/projection", see_gap, get(pages::projection::page)),
        page("/projection/scenario", see_gap, get(pages::projection::build::page)),
        change("/projection/scenario", see_gap, post(pages::projection::build::ask)),
        page("/projection/runs/{job}", see_gap, get(pages::projection::run::page)),
    ];
    all.extend(api::served());
    all.extend(fhir::served());
    all
}

/// Every address, in the order of the list.
pub fn endpoints() -> Vec<Endpoint> {
    served().into_iter().map(|(endpoint, _)| endpoint).collect()
}

/// The router over an opened [`App`].
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for (endpoint, handler) in served() {
        let is_changed_by_programs = endpoint.method == Method::POST && endpoint.path.starts_with(api::ROOT);
        let handler = match is_changed_by_programs {
            true => handler.layer(from_fn_with_state(app.clone(), api::once)),
            false => handler,
        };
        let (app, access) = (app.clone(), endpoint.access);
        let guard = from_fn(move |request: Request, next: Next| guard(app.clone(), access, request, next));
        router = router.route(endpoint.path, handler.layer(guard));
    }
    let policy = content_security_policy(app.tiles());
    let mut router = router
        .fallback(not_found)
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT))
        .with_state(app)
        .layer(SetResponseHeaderLayer::if_not_present(CONTENT_SECURITY_POLICY, policy));
    for (name, value) in HEADERS {
        let (name, value) = (HeaderName::from_static(name), HeaderValue::from_static(value));
        router = router.layer(SetResponseHeaderLayer::if_not_present(name, value));
    }
    router
}
