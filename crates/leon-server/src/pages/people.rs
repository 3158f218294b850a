//! Administration: who has an account, with which roles where.

use crate::access::{Right, Role};
use crate::app::App;
use crate::password;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use leon_pages::table::{Lean, table, text};
use leon_store::{Grant, Person, StoreError};
use maud::{Markup, html};
use serde::Deserialize;

/// Letters of a name at most.
const NAME_MAX: usize = 100;

#[derive(Deserialize)]
pub struct Given {
    name: String,
    password: String,
    role: String,
    #[serde(default)]
    place: String,
}

pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let mut people = Vec::new();
    for person in app.store().people().await? {
        if is_seen(&app, &visitor, &person).await? {
            people.push(person);
        }
    }
    Ok(people_page(&visitor, &people))
}

pub async fn add(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(given): Form<Given>,
) -> Result<Response, Refused> {
    let voice = visitor.voice;
    let wrong = |key: &str| Refused::Wrong(voice.text(key));
    let name = given.name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        return Err(wrong("people-name-wrong"));
    }
    let role = Role::parse(&given.role).ok_or_else(|| wrong("people-role-wrong"))?;
    let place = given.place.trim().to_owned();
    if !place.is_empty() && !app.knows_place(&place).await? {
        return Err(Refused::Wrong(voice.text_with("people-place-wrong", &[("place", place.into())])));
    }
    if !app.may_in(&visitor, Right::Administer, &place).await? {
        return Err(Refused::Forbidden);
    }
    let password = given.password.clone();
    let permit = app.hashing().acquire().await.map_err(|_| Refused::Internal)?;
    let hash = tokio::task::spawn_blocking(move || password::hash(&password)).await;
    drop(permit);
    let hash = hash.map_err(|_| Refused::Internal)?.map_err(|error| match error {
        password::PasswordError::NotHashed => Refused::Internal,
        _ => {
            let lengths = [("min", password::LENGTH_MIN.into()), ("max", password::LENGTH_MAX.into())];
            Refused::Wrong(voice.text_with("people-password-wrong", &lengths))
        }
    })?;
    let grant = Grant { role: role.word().to_owned(), place };
    let by = visitor.by();
    match app.store().add_person(name, &hash, &[grant], by, app.now()).await {
        Err(StoreError::NameTaken(name)) => {
            Err(Refused::Wrong(voice.text_with("people-name-taken", &[("name", name.into())])))
        }
        Err(error) => Err(error.into()),
        Ok(_) => Ok(Redirect::to("/people").into_response()),
    }
}

/// An administrator of a place sees who has a role there or under it.
async fn is_seen(app: &App, visitor: &Visitor, person: &Person) -> Result<bool, Refused> {
    for grant in &person.grants {
        if app.may_in(visitor, Right::Administer, &grant.place).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn people_page(visitor: &Visitor, people: &[Person]) -> Markup {
    let voice = visitor.voice;
    let row = |person: &Person| {
        let grants = person.grants.iter().map(|it| {
            let role = voice.text(&format!("role-{}", it.role));
            if it.place.is_empty() { role } else { format!("{role} ({})", it.place) }
        });
        vec![text(&person.name), text(grants.collect::<Vec<_>>().join(", "))]
    };
    let columns = [(Lean::Words, voice.text("people-name")), (Lean::Words, voice.text("people-roles"))];
    let content = html! {
        (table(&voice.text("people-all"), &columns, &people.iter().map(row).collect::<Vec<_>>()))
        h2 { (voice.text("people-add")) }
        form method="post" action="/people" {
            label for="name" { (voice.text("people-name")) }
            input type="text" id="name" name="name" required maxlength=(NAME_MAX);
            label for="password" { (voice.text("sign-in-password")) }
            input type="password" id="password" name="password" autocomplete="new-password" required
                minlength=(password::LENGTH_MIN) maxlength=(password::LENGTH_MAX);
            label for="role" { (voice.text("people-role")) }
            select id="role" name="role" {
                @for role in Role::ALL { option value=(role.word()) { (voice.text(&format!("role-{}", role.word()))) } }
            }
            label for="place" { (voice.text("people-place")) }
            input type="text" id="place" name="place" aria-describedby="place-hint";
            p.note id="place-hint" { (voice.text("people-place-hint")) }
            p { button { (voice.text("people-add-do")) } }
        }
    };
    shell(visitor, "/people", &voice.text("menu-people"), &content)
}
