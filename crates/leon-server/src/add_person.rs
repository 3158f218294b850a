//! Accounts and tokens given on the machine itself: how the first administrator comes in.

use crate::access::Role;
use crate::app::{OpenError, Settings, open_store};
use crate::password::{self, PasswordError};
use crate::token;
use jiff::SignedDuration;
use leon_store::{Grant, Person, Store, StoreError};
use thiserror::Error;

/// Why there is no account.
#[derive(Debug, Error)]
pub enum AddError {
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error("there is already a person called '{0}'")]
    NameTaken(String),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("{0}")]
    Runtime(std::io::Error),
}

/// Gives a person an account with a role in a place (empty: everywhere). Without a password they sign in at the house's
/// own service only.
///
/// # Errors
/// [`AddError`].
pub fn add_person(
    settings: &Settings,
    name: &str,
    password: Option<&str>,
    role: Role,
    place: &str,
) -> Result<(), AddError> {
    let hash = password.map_or(Ok(password::NONE.to_owned()), password::hash)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(AddError::Runtime)?;
    runtime.block_on(async {
        let store = open_store(settings).await?;
        let grant = Grant { role: role.word().to_owned(), place: place.to_owned() };
        let added = store.add_person(name, &hash, &[grant], "", settings.clock.now()).await;
        store.close().await;
        match added {
            Ok(_) => Ok(()),
            Err(StoreError::NameTaken(name)) => Err(AddError::NameTaken(name)),
            Err(error) => Err(OpenError::from(error).into()),
        }
    })
}

/// Why there is no token, or none was taken back.
#[derive(Debug, Error)]
pub enum TokenError {
    #[error("there is nobody called '{0}'")]
    Nobody(String),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("{0}")]
    Runtime(std::io::Error),
}

/// Gives a person a token for programs, and gives it back: only its SHA-256 is kept.
///
/// # Errors
/// [`TokenError`].
pub fn give_token(settings: &Settings, name: &str, days: u16) -> Result<String, TokenError> {
    let token = token::new().map_err(|error| OpenError::from(StoreError::from(error)))?;
    let until = settings.clock.now() + SignedDuration::from_hours(24 * i64::from(days));
    let sha256 = token::sha256(&token);
    for_person(settings, name, async |store, person| {
        store.give_token(person, &sha256, settings.clock.now(), until).await
    })?;
    Ok(token)
}

/// Signs a person out everywhere and takes every token back.
///
/// # Errors
/// [`TokenError`].
pub fn sign_out(settings: &Settings, name: &str) -> Result<(), TokenError> {
    for_person(settings, name, async |store, person| store.end_sessions(person, settings.clock.now()).await)
}

fn for_person(
    settings: &Settings,
    name: &str,
    change: impl AsyncFnOnce(&Store, &Person) -> Result<(), StoreError>,
) -> Result<(), TokenError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(TokenError::Runtime)?;
    runtime.block_on(async {
        let store = open_store(settings).await?;
        let person = store.person_called(name).await.map_err(OpenError::from)?;
        let person = person.ok_or_else(|| TokenError::Nobody(name.to_owned()))?;
        let done = change(&store, &person).await;
        store.close().await;
        Ok(done.map_err(OpenError::from)?)
    })
}
