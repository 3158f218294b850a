//! An account given on the machine itself: how the first administrator comes in.

use crate::access::Role;
use crate::app::{OpenError, Settings, open_store};
use crate::password::{self, PasswordError};
use leon_store::{Grant, StoreError};
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

/// Gives a person an account with a role in a place (empty: everywhere).
///
/// # Errors
/// [`AddError`].
pub fn add_person(settings: &Settings, name: &str, password: &str, role: Role, place: &str) -> Result<(), AddError> {
    let hash = password::hash(password)?;
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
