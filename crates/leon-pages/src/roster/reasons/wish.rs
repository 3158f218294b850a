//! Why a wish is refused, and its place in the queue.

use super::super::words::Words;
use super::{hindrance, remedy};
use leon_check::Measure;
use leon_roster::{Against, Granting, InQueue, WishReason};

/// A wish explained.
pub struct WishExplained {
    /// Whose wish it is, and what became of it.
    pub title: String,
    /// What stands against it, and what granting it would take.
    pub reasons: Vec<String>,
    /// Its place among all wishes.
    pub place: String,
    /// Every wish in the order of their claims.
    pub queue: Vec<String>,
}

impl WishExplained {
    /// The reason in words.
    pub fn of(it: &WishReason, words: Words<'_>) -> Self {
        let voice = words.voice;
        let row = words.period.wishes.iter().find(|row| row.id == it.wish);
        let variables = [
            ("wish", it.wish.to_string().into()),
            ("person", row.map(|row| row.person.to_string()).unwrap_or_default().into()),
            ("from", row.map(|row| row.from.to_string()).unwrap_or_default().into()),
            ("to", row.map(|row| row.to.to_string()).unwrap_or_default().into()),
        ];
        let title = if it.kept { "roster-wish-title-kept" } else { "roster-wish-title-refused" };
        let mut reasons: Vec<String> = it.against.iter().map(|it| against(it, words)).collect();
        match &it.granting {
            Some(Granting::Possible(outcome)) => {
                let outcome = remedy::outcome(outcome, words);
                reasons.push(voice.text_with("roster-wish-granted", &[("outcome", outcome.into())]));
            }
            Some(Granting::Broken(broken)) => {
                reasons.push(voice.text("roster-wish-not-granted"));
                reasons.extend(broken.iter().map(|it| words.broken(it)));
            }
            None => {}
        }
        let place = [("place", voice.count(it.place()).into()), ("number", voice.count(it.queue.len()).into())];
        Self {
            title: voice.text_with(title, &variables),
            reasons,
            place: voice.text_with("roster-queue", &place),
            queue: it.queue.iter().map(|it| in_queue(it, words)).collect(),
        }
    }
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
