//! `leon user`: accounts, given on the machine itself.

use super::print;
use super::serve::settings;
use crate::args::{UserAddArgs, UserArgs, UserCommand};
use crate::failure::Failure;
use crate::texts::Voice;
use leon_server::password::{LENGTH_MAX, LENGTH_MIN};
use leon_server::{AddError, Role, TokenError, add_person, give_token, sign_out};
use std::io::BufRead;

pub fn run(args: &UserArgs, voice: Voice) -> Result<(), Failure> {
    match &args.command {
        UserCommand::Add(args) => add(args, voice),
        UserCommand::Token(args) => {
            let token =
                give_token(&settings(&args.data), &args.name, args.days).map_err(|it| not_changed(it, voice))?;
            print(&format!("{token}\n"));
            Ok(())
        }
        UserCommand::SignOut(args) => {
            sign_out(&settings(&args.data), &args.name).map_err(|it| not_changed(it, voice))?;
            print(&format!("{}\n", voice.text_with("user-signed-out", &[("name", args.name.as_str().into())])));
            Ok(())
        }
    }
}

fn add(args: &UserAddArgs, voice: Voice) -> Result<(), Failure> {
    let mut password = String::new();
    let no_password = || {
        let lengths = [("min", LENGTH_MIN.into()), ("max", LENGTH_MAX.into())];
        Failure::Usage(voice.text_with("failure-user-password", &lengths))
    };
    if !args.no_password {
        std::io::stdin().lock().read_line(&mut password).map_err(|_| no_password())?;
    }
    let password = (!args.no_password).then(|| password.trim_end_matches(['\n', '\r']));
    let role = Role::from(args.role);
    let place = args.place.as_deref().unwrap_or_default();
    add_person(&settings(&args.data), &args.name, password, role, place).map_err(|error| match error {
        AddError::Password(_) => no_password(),
        AddError::NameTaken(name) => Failure::Usage(voice.text_with("failure-user-taken", &[("name", name.into())])),
        other => Failure::Internal(voice.text_with("failure-user-store", &[("reason", other.to_string().into())])),
    })?;
    let role = voice.text(&format!("role-{}", role.word()));
    let said = [("name", args.name.as_str().into()), ("role", role.into())];
    print(&format!("{}\n", voice.text_with("user-added", &said)));
    Ok(())
}

fn not_changed(error: TokenError, voice: Voice) -> Failure {
    match error {
        TokenError::Nobody(name) => Failure::Usage(voice.text_with("failure-user-nobody", &[("name", name.into())])),
        other => Failure::Internal(voice.text_with("failure-user-store", &[("reason", other.to_string().into())])),
    }
}
