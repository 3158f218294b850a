//! Leon in the browser: pages for several people at once, over one [`Store`](leon_store::Store).
//!
//! A request goes through the list of [`endpoints()`] (is it known, may this visitor ask it?) to a page, which asks
//! a desk for an answer and [`leon_pages`] for the words. The server holds truth and validation: a page works
//! without script, and a script only saves clicks.

mod access;
mod add_person;
pub mod api;
mod app;
mod assets;
mod calendar;
mod demo;
mod desk;
mod endpoints;
mod fhir;
mod figures;
mod guard;
mod hours;
mod import;
mod keep;
mod measured;
mod outlook;
mod pages;
mod papers;
pub mod password;
mod places;
mod provider;
mod rates;
mod refused;
mod serve;
mod shelf;
mod shell;
mod throttle;
mod tiles;
mod token;
mod visitor;
mod when;
mod worker;
mod years;

pub use access::{Access, Right, Role};
pub use add_person::{AddError, TokenError, add_person, give_token, sign_out};
pub use app::{App, Clock, OpenError, SearchLength, Settings};
pub use assets::is_bundled;
pub use endpoints::{Endpoint, endpoints, router};
pub use keep::{BackedUp, KeepError, back_up, restore};
pub use provider::{ProviderError, ProviderSettings};
pub use rates::READS_A_MINUTE;
pub use serve::{ServeError, serve, work};
pub use tiles::{NoTiles, Tiles};
