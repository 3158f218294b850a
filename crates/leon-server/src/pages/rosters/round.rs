//! The wishes round: employees state what they wish of a period before its roster is made; the planner takes the wishes
//! into the period, which is then a new document.

use crate::access::Right;
use crate::app::App;
use crate::papers::{Paper, must_plan, seen};
use crate::refused::Refused;
use crate::visitor::Visitor;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use leon_formats::period::{read_period, write_period};
use leon_formats::sha256;
use leon_model::{Date, Moment, Period, PeriodTables, PersonId, ShiftKind, Strength, Wanted, Wish, WishId};
use leon_pages::texts::Voice;
use leon_store::{Document, DocumentId, NewDocument, NewWish, StatedWish};
use maud::{Markup, html};
use serde::Deserialize;

/// Wishes of each person where the period does not say.
const WISHES_MAX: u32 = 10;
const OFF: &str = "off";

/// A period that takes wishes, with those of one person.
pub struct Open {
    document: Document,
    period: Period,
    own: Vec<StatedWish>,
}

#[derive(Deserialize)]
pub struct Stated {
    period: String,
    wanted: String,
    first: String,
    last: String,
}

#[derive(Deserialize)]
pub struct Withdrawn {
    wish: String,
}

/// States a wish of one's own.
pub async fn state(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(stated): Form<Stated>,
) -> Result<Redirect, Refused> {
    let voice = visitor.voice;
    let name = visitor.name.clone().unwrap_or_default();
    let document = app.store().document(&DocumentId(stated.period.clone())).await?.ok_or(Refused::NotFound)?;
    let open = open(&app, document, &visitor).await?.ok_or(Refused::NotFound)?;
    let date = |text: &str| text.parse::<Date>().ok().filter(|it| (open.period.first..=open.period.last).contains(it));
    let dates = date(&stated.first).zip(date(&stated.last)).filter(|(first, last)| first <= last);
    if wanted(&stated.wanted).is_none() || dates.is_none() {
        return Err(Refused::Wrong(voice.text("my-wish-wrong")));
    }
    let new = NewWish {
        document: &open.document.head.id,
        person: &name,
        wanted: &stated.wanted,
        first: &stated.first,
        last: &stated.last,
        at: app.now(),
    };
    let most = open.most();
    match app.store().add_wish(&new, most.into()).await? {
        Some(_) => Ok(Redirect::to("/my-shifts")),
        None => Err(Refused::Wrong(voice.text_with("my-wish-too-many", &[("most", most.into())]))),
    }
}

/// Withdraws a wish of one's own.
pub async fn withdraw(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(withdrawn): Form<Withdrawn>,
) -> Result<Redirect, Refused> {
    let name = visitor.by();
    if app.store().withdraw_wish(&withdrawn.wish, name, app.now()).await? {
        Ok(Redirect::to("/my-shifts"))
    } else {
        Err(Refused::NotFound)
    }
}

/// Takes the wishes that stand into the period: a new document, which can be planned.
pub async fn take(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Result<Redirect, Refused> {
    let (document, paper) = seen(&app, &visitor, &DocumentId(id)).await?;
    if paper != Paper::Period {
        return Err(Refused::NotFound);
    }
    must_plan(&app, &visitor, paper, &document.head.place).await?;
    let stated = app.store().wishes(&document.head.id).await?;
    let with = move || {
        let period = read_period(&document.head.title, &document.body).period?;
        let mut tables = PeriodTables::clone(&period);
        tables.wishes.extend(stated.iter().filter_map(wish));
        Some((write_period(&Period::new(tables).ok()?), document))
    };
    let (body, document) =
        tokio::task::spawn_blocking(with).await.map_err(|_| Refused::Internal)?.ok_or(Refused::Internal)?;
    let (by, sha256) = (visitor.by(), sha256(&[&body]));
    let head = &document.head;
    let new = NewDocument {
        kind: paper.word(),
        title: &head.title,
        place: &head.place,
        sha256: &sha256,
        body: &body,
        by,
        at: app.now(),
    };
    Ok(Redirect::to(&paper.address(&app.store().add_document(&new).await?)))
}

/// The period with somebody's wishes, if they belong to it and it takes wishes now: within its round, or until a roster
/// is published where it has none.
pub async fn open(app: &App, document: Document, visitor: &Visitor) -> Result<Option<Open>, Refused> {
    let name = visitor.by();
    let is_own = app.may_in(visitor, Right::SeeOwn, &document.head.place).await?;
    if !is_own || Paper::of(&document.head) != Some(Paper::Period) {
        return Ok(None);
    }
    let read =
        tokio::task::spawn_blocking(move || (read_period(&document.head.title, &document.body).period, document));
    let (Some(period), document) = read.await.map_err(|_| Refused::Internal)? else { return Ok(None) };
    let now = Moment(app.now().as_second());
    let takes = match period.wish_round {
        Some(round) => round.opens <= now && now < round.closes,
        None => app.store().publications(&document.head.id).await?.is_empty(),
    };
    if !takes || period.person(&PersonId::from(name)).is_none() {
        return Ok(None);
    }
    let mut own = app.store().wishes(&document.head.id).await?;
    own.retain(|it| it.person == name);
    Ok(Some(Open { document, period, own }))
}

impl Open {
    /// Wishes that each person may state.
    fn most(&self) -> u32 {
        self.period.wish_round.map_or(WISHES_MAX, |it| it.wishes_max)
    }

    /// One's wishes, and a form for one more.
    pub fn section(&self, voice: Voice) -> Markup {
        let (first, last) = (self.period.first, self.period.last);
        let title = [("first", first.to_string().into()), ("last", last.to_string().into())];
        let left = u32::try_from(self.own.len()).map_or(0, |own| self.most().saturating_sub(own));
        html! {
            section aria-labelledby="round-heading" {
                h2 id="round-heading" { (voice.text_with("my-wish-round", &title)) }
                p { (voice.text_with("my-wish-left", &[("left", left.into())])) }
                ul {
                    @for it in &self.own {
                        li {
                            (word(&it.wanted, voice)) " " (it.first) @if it.last != it.first { " – " (it.last) } " "
                            form.inline method="post" action="/my-wishes/withdraw" {
                                button.plain name="wish" value=(it.id) { (voice.text("my-wish-withdraw")) }
                            }
                        }
                    }
                }
                @if left > 0 {
                    form method="post" action="/my-wishes" {
                        input type="hidden" name="period" value=(self.document.head.id);
                        label for="wanted" { (voice.text("roster-wanted")) }
                        select id="wanted" name="wanted" {
                            option value=(OFF) { (voice.text("roster-wants-off")) }
                            @for kind in ShiftKind::ALL { option value=(kind.word()) { (word(kind.word(), voice)) } }
                        }
                        label for="wish-first" { (voice.text("rosters-first")) }
                        input type="date" id="wish-first" name="first" value=(first) min=(first) max=(last) required;
                        label for="wish-last" { (voice.text("rosters-last")) }
                        input type="date" id="wish-last" name="last" value=(first) min=(first) max=(last) required;
                        p { button { (voice.text("my-wish-do")) } }
                    }
                }
            }
        }
    }
}

/// What a word of the form stands for.
fn wanted(word: &str) -> Option<Wanted> {
    if word == OFF {
        return Some(Wanted::Off);
    }
    ShiftKind::ALL.into_iter().find(|it| it.word() == word).map(Wanted::Kind)
}

fn word(wanted: &str, voice: Voice) -> String {
    if wanted == OFF { voice.text("roster-wants-off") } else { voice.text(&format!("shift-kind-{wanted}")) }
}

/// A stated wish as the planner knows it: soft, with the weight of one.
fn wish(it: &StatedWish) -> Option<Wish> {
    Some(Wish {
        id: WishId::from(it.id.as_str()),
        person: PersonId::from(it.person.as_str()),
        wanted: wanted(&it.wanted)?,
        from: it.first.parse().ok()?,
        to: it.last.parse().ok()?,
        strength: Strength::Soft(1.0),
        stated: Some(Moment(it.stated_at.as_second())),
    })
}
