//! The house's own base map under Leon's: a server of map tiles.

use crate::app::App;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use thiserror::Error;

/// Where map tiles come from, and who is to be thanked for them.
///
/// ```
/// use leon_server::Tiles;
///
/// let tiles = Tiles::new("https://tiles.example/{z}/{x}/{y}.png", "© Tiles").unwrap();
/// assert_eq!(tiles.origin(), "https://tiles.example");
/// assert!(Tiles::new("https://tiles.example/map.png", "").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tiles {
    address: String,
    credit: String,
}

/// The address is not one of tiles.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}: an address of map tiles begins with https:// or http:// and holds {{z}}, {{x}} and {{y}}")]
pub struct NoTiles(String);

impl Tiles {
    /// Tiles at an address with `{z}`, `{x}` and `{y}` where zoom, column and row stand.
    ///
    /// # Errors
    /// [`NoTiles`] when one of them is missing, or the address is not of the web.
    pub fn new(address: &str, credit: &str) -> Result<Self, NoTiles> {
        let wrong = || NoTiles(address.to_owned());
        let (_, rest) = address.split_once("://").filter(|it| matches!(it.0, "https" | "http")).ok_or_else(wrong)?;
        let host = rest.split('/').next().unwrap_or_default();
        let is_host = |it: char| it.is_ascii_alphanumeric() || ".-:[]".contains(it);
        let has_all = ["{z}", "{x}", "{y}"].iter().all(|it| address.contains(it));
        if host.is_empty() || !host.chars().all(is_host) || !has_all {
            return Err(wrong());
        }
        Ok(Self { address: address.to_owned(), credit: credit.to_owned() })
    }

    /// What browsers must be let ask for: scheme, host and port.
    pub fn origin(&self) -> &str {
        let begins = self.address.find("://").map_or(0, |it| it + 3);
        let ends = self.address[begins..].find('/').map_or(self.address.len(), |it| begins + it);
        &self.address[..ends]
    }
}

/// The tiles for the script that draws maps; `null` when there are none.
pub async fn answer(State(app): State<App>) -> Json<Option<Tiles>> {
    Json(app.tiles().cloned())
}
