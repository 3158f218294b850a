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
use leon_pages::texts::Voice;
use leon_store::{Grant, Identity, Person, StoreError};
use maud::{Markup, html};
use serde::Deserialize;

/// Letters of a name at most.
const NAME_MAX: usize = 100;

#[derive(Deserialize)]
pub struct Given {
    name: String,
    #[serde(default)]
    password: String,
    /// Whether they sign in at the service only.
    no_password: Option<String>,
    role: String,
    #[serde(default)]
    place: String,
}

pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Markup, Refused> {
    let mut people = Vec::new();
    for person in app.store().people().await? {
        if is_seen(&app, &visitor, &person).await? {
            let identity = match app.provider() {
                Some(provider) => app.store().identity(&person, provider.issuer()).await?,
                None => None,
            };
            people.push((person, identity));
        }
    }
    Ok(people_page(&visitor, &people, app.provider().map(|it| it.issuer())))
}

pub async fn add(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Form(given): Form<Given>,
) -> Result<Response, Refused> {
    let voice = visitor.voice;
    let wrong = |key: &str| Refused::Wrong(voice.text(key));
    let name = given.name.trim();
    if !is_name(name, NAME_MAX) {
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
    let hash = match given.no_password {
        Some(_) if app.provider().is_none() => return Err(wrong("people-no-provider")),
        Some(_) => password::NONE.to_owned(),
        None => hash(&app, given.password, voice).await?,
    };
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

/// The hash of a new password.
async fn hash(app: &App, password: String, voice: Voice) -> Result<String, Refused> {
    let permit = app.hashing().acquire().await.map_err(|_| Refused::Internal)?;
    let hash = tokio::task::spawn_blocking(move || password::hash(&password)).await;
    drop(permit);
    hash.map_err(|_| Refused::Internal)?.map_err(|error| match error {
        password::PasswordError::NotHashed => Refused::Internal,
        _ => {
            let lengths = [("min", password::LENGTH_MIN.into()), ("max", password::LENGTH_MAX.into())];
            Refused::Wrong(voice.text_with("people-password-wrong", &lengths))
        }
    })
}

/// Whether a text can be what somebody is called.
pub(super) fn is_name(text: &str, letters_max: usize) -> bool {
    !text.is_empty() && text.chars().count() <= letters_max && !text.chars().any(char::is_control)
}

/// A person in all of whose places the visitor gives accounts. One whom the visitor does not see is not there.
pub(super) async fn administered(app: &App, visitor: &Visitor, person: Option<Person>) -> Result<Person, Refused> {
    let nobody = || Refused::Wrong(visitor.voice.text("people-nobody"));
    let person = person.ok_or_else(nobody)?;
    if !is_seen(app, visitor, &person).await? {
        return Err(nobody());
    }
    for grant in &person.grants {
        if !app.may_in(visitor, Right::Administer, &grant.place).await? {
            return Err(Refused::Forbidden);
        }
    }
    Ok(person)
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

fn people_page(visitor: &Visitor, people: &[(Person, Option<Identity>)], issuer: Option<&str>) -> Markup {
    let voice = visitor.voice;
    let row = |(person, identity): &(Person, Option<Identity>)| {
        let grants = person.grants.iter().map(|it| {
            let role = voice.text(&format!("role-{}", it.role));
            if it.place.is_empty() { role } else { format!("{role} ({})", it.place) }
        });
        let mut cells = vec![text(&person.name), text(grants.collect::<Vec<_>>().join(", "))];
        if issuer.is_some() {
            cells.push(text(match identity {
                Some(Identity::Email(it) | Identity::Subject(it)) => it.as_str(),
                None => "",
            }));
        }
        cells
    };
    let mut columns = vec![(Lean::Words, voice.text("people-name")), (Lean::Words, voice.text("people-roles"))];
    if issuer.is_some() {
        columns.push((Lean::Words, voice.text("people-identity")));
    }
    let content = html! {
        (table(&voice.text("people-all"), &columns, &people.iter().map(row).collect::<Vec<_>>()))
        h2 { (voice.text("people-add")) }
        form method="post" action="/people" {
            label for="name" { (voice.text("people-name")) }
            input type="text" id="name" name="name" required maxlength=(NAME_MAX);
            label for="password" { (voice.text("sign-in-password")) }
            // Who ticks that there is none writes none.
            input type="password" id="password" name="password" autocomplete="new-password" required[issuer.is_none()]
                minlength=(password::LENGTH_MIN) maxlength=(password::LENGTH_MAX);
            @if issuer.is_some() {
                p { label { input type="checkbox" name="no_password" value="yes"; " " (voice.text("people-no-password")) } }
            }
            label for="role" { (voice.text("people-role")) }
            select id="role" name="role" {
                @for role in Role::ALL { option value=(role.word()) { (voice.text(&format!("role-{}", role.word()))) } }
            }
            label for="place" { (voice.text("people-place")) }
            input type="text" id="place" name="place" aria-describedby="place-hint";
            p.note id="place-hint" { (voice.text("people-place-hint")) }
            p { button { (voice.text("people-add-do")) } }
        }
        @if let Some(issuer) = issuer { (link_form(voice, issuer)) }
    };
    shell(visitor, "/people", &voice.text("menu-people"), &content)
}

fn link_form(voice: Voice, issuer: &str) -> Markup {
    html! {
        h2 { (voice.text("people-link")) }
        p { (voice.text_with("people-link-about", &[("issuer", issuer.to_owned().into())])) }
        form method="post" action="/people/link" {
            label for="link-name" { (voice.text("people-name")) }
            input type="text" id="link-name" name="name" required maxlength=(NAME_MAX);
            label for="link-claim" { (voice.text("people-link-by")) }
            select id="link-claim" name="claim" {
                option value="email" { (voice.text("people-link-email")) }
                option value="sub" { (voice.text("people-link-subject")) }
            }
            label for="link-value" { (voice.text("people-identity")) }
            input type="text" id="link-value" name="value" maxlength="255" aria-describedby="link-hint";
            p.note id="link-hint" { (voice.text("people-link-hint")) }
            p { button { (voice.text("people-link-do")) } }
        }
    }
}
