//! Why a wish is refused, and its place in the queue.

use super::super::words::Words;
use crate::screen::Screen;
use leon_pages::roster::reasons::wish::WishExplained;
use leon_roster::WishReason;

pub fn wish(it: &WishReason, words: Words<'_>, screen: Screen) -> String {
    let explained = WishExplained::of(it, words);
    let mut text = screen.heading(&explained.title);
    text.extend(explained.reasons.iter().map(|it| screen.item("–", it)));
    text += &screen.paragraph(&explained.place);
    text.extend((1..).zip(&explained.queue).map(|(place, it)| screen.item(&format!("{place}."), it)));
    text
}
