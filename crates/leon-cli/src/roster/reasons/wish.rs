//! Why a wish is refused, and its place in the queue.

use super::super::words::Words;
use super::{hindrance, remedy};
use crate::screen::Screen;
use leon_check::Measure;
use leon_roster::{Against, Granting, InQueue, WishReason};

pub fn wish(it: &WishReason, words: Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    let row = words.period.wishes.iter().find(|row| row.id == it.wish);
    let variables = [
        ("wish", it.wish.to_string().into()),
        ("person", row.map(|row| row.person.to_string()).unwrap_or_default().into()),
        ("from", row.map(|row| row.from.to_string()).unwrap_or_default().into()),
        ("to", row.map(|row| row.to.to_string()).unwrap_or_default().into()),
    ];
    let title = if it.kept { "roster-wish-title-kept" } else { "roster-wish-title-refused" };
    let mut text = screen.heading(&voice.text_with(title, &variables));
    text.extend(it.against.iter().map(|it| screen.item("–", &against(it, words))));
    match &it.granting {
        Some(Granting::Possible(outcome)) => {
            let outcome = remedy::outcome(outcome, words);
            text += &screen.item("–", &voice.text_with("roster-wish-granted", &[("outcome", outcome.into())]));
        }
        Some(Granting::Broken(broken)) => {
            text += &screen.item("–", &voice.text("roster-wish-not-granted"));
            text.extend(broken.iter().map(|it| screen.item("–", &words.broken(it))));
        }
        None => {}
    }
    let place = [("place", voice.count(it.place()).into()), ("number", voice.count(it.queue.len()).into())];
    text += &screen.paragraph(&voice.text_with("roster-queue", &place));
    for (place, it) in it.queue.iter().enumerate() {
        text += &screen.item(&format!("{}.", place + 1), &in_queue(it, words));
    }
    text
}

fn against(it: &Against, words: Words<'_>) -> String {
    let voice = words.voice;
    match it {
        Against::Cover { cover, date, short } => {
            let variables = [
                ("row", words.row(*cover).into()),
                ("date", date.to_string().into()),
                ("missing", words.measure(Measure::Time(*short)).into()),
            ];
            voice.text_with("roster-wish-against-cover", &variables)
        }
        Against::Hindered { date, by } => {
            let variables = [("date", date.to_string().into()), ("why", hindrance::kind(by, words).into())];
            voice.text_with("roster-wish-against", &variables)
        }
    }
}

fn in_queue(it: &InQueue, words: Words<'_>) -> String {
    let voice = words.voice;
    let became = voice.text(if it.kept { "roster-queue-kept" } else { "roster-queue-refused" });
    let own =
        [("wish", it.wish.to_string().into()), ("person", it.person.to_string().into()), ("became", became.into())];
    match (it.weight, it.claim()) {
        (Some(weight), Some(claim)) => {
            let [wish, person, became] = own;
            let variables = [
                wish,
                person,
                became,
                ("weight", voice.number(weight, 2).into()),
                ("share", voice.percent(it.refused_share).into()),
                ("claim", voice.number(claim, 2).into()),
            ];
            voice.text_with("roster-queue-soft", &variables)
        }
        _ => voice.text_with("roster-queue-hard", &own),
    }
}
