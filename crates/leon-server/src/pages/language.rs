//! The choice of language.

use crate::refused::Refused;
use axum::Form;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect};
use leon_formats::Lang;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Chosen {
    lang: String,
    back: String,
}

pub async fn choose(Form(chosen): Form<Chosen>) -> Result<impl IntoResponse, Refused> {
    let lang = Lang::parse(&chosen.lang).ok_or(Refused::NotFound)?;
    let cookie = format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax", lang.code());
    Ok(([(SET_COOKIE, cookie)], Redirect::to(own_address(&chosen.back))))
}

/// An address of Leon's own; the first page for any other, so that nobody is sent away from here.
pub fn own_address(address: &str) -> &str {
    let is_own = address.starts_with('/')
        && !address.starts_with("//")
        && address.bytes().all(|it| it.is_ascii_graphic() && it != b'\\');
    if is_own { address } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_away() {
        assert_eq!(own_address("/gap?lift=a"), "/gap?lift=a");
        for foreign in ["https://evil.dk", "//evil.dk", "/\\evil.dk", "", "gap", "/gap\r\nSet-Cookie: a=b"] {
            assert_eq!(own_address(foreign), "/", "{foreign}");
        }
    }
}
