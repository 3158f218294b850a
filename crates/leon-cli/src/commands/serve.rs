//! `leon serve`: Leon in the browser.

use crate::args::{ProviderArgs, ServeArgs};
use crate::failure::Failure;
use crate::texts::Voice;
use leon_server::{OpenError, ProviderSettings, SearchLength, ServeError, Settings, Tiles, serve};
use std::path::Path;

pub fn run(args: &ServeArgs, voice: Voice) -> Result<(), Failure> {
    if args.demo && !args.listen.ip().is_loopback() {
        return Err(Failure::Usage(voice.text("failure-demo-open")));
    }
    let settings = Settings {
        cases: args.cases.clone(),
        measures: args.measures.clone(),
        demo: args.demo,
        workers: args.workers,
        behind_proxy: args.behind_proxy,
        requests_a_minute: args.requests_a_minute,
        search: args.iterations.map_or(SearchLength::Seconds(args.seconds), SearchLength::Iterations),
        secure: args.https || !args.listen.ip().is_loopback(),
        provider: provider(&args.provider, voice)?,
        tiles: tiles(args, voice)?,
        ..settings(&args.data)
    };
    let ready = |address| {
        let address = [("address", format!("http://{address}").into())];
        if !leon_server::is_bundled() {
            eprintln!("{}", voice.text("serve-plain"));
        }
        eprintln!("{}", voice.text_with("serve-ready", &address));
    };
    serve(&settings, args.listen, ready).map_err(|error| refused(error, voice))
}

/// Where map tiles come from, if they do.
fn tiles(args: &ServeArgs, voice: Voice) -> Result<Option<Tiles>, Failure> {
    let Some(address) = &args.tiles else { return Ok(None) };
    let tiles = Tiles::new(address, args.tiles_credit.as_deref().unwrap_or_default());
    tiles
        .map(Some)
        .map_err(|_| Failure::Usage(voice.text_with("failure-tiles", &[("address", address.clone().into())])))
}

/// The sign-in service, if one is named.
fn provider(args: &ProviderArgs, voice: Voice) -> Result<Option<ProviderSettings>, Failure> {
    let (Some(issuer), Some(client), Some(address)) = (&args.oidc_issuer, &args.oidc_client, &args.address) else {
        return Ok(None);
    };
    let secret = match &args.oidc_secret {
        Some(file) => std::fs::read_to_string(file).ok(),
        None => std::env::var("LEON_OIDC_SECRET").ok(),
    };
    let secret = secret.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    let secret = secret.ok_or_else(|| Failure::Usage(voice.text("failure-oidc-secret")))?;
    let (issuer, client, address) = (issuer.clone(), client.clone(), address.clone());
    Ok(Some(ProviderSettings { issuer, client, secret, address }))
}

/// A folder of Leon's, or the database that the environment names in its place.
pub fn settings(data: &Path) -> Settings {
    let database = std::env::var("DATABASE_URL").ok().filter(|it| !it.is_empty());
    Settings { data: data.to_owned(), database, ..Settings::default() }
}

pub fn refused(error: ServeError, voice: Voice) -> Failure {
    let reason = |error: &dyn std::fmt::Display| [("reason", error.to_string().into())];
    match error {
        ServeError::Open(OpenError::NotImported(error)) => {
            Failure::Input(voice.text_with("failure-not-imported", &reason(&error)))
        }
        ServeError::Open(OpenError::Provider(error)) => {
            Failure::Usage(voice.text_with("failure-oidc-address", &reason(&error)))
        }
        error => Failure::Internal(voice.text_with("failure-serve", &reason(&error))),
    }
}
