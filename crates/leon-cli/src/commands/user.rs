//! `leon user`: accounts, given on the machine itself.

use super::print;
use crate::args::{UserAddArgs, UserArgs, UserCommand};
use crate::failure::Failure;
use crate::texts::Voice;
use leon_server::password::{LENGTH_MAX, LENGTH_MIN};
use leon_server::{AddError, Role, Settings, add_person};
use std::io::BufRead;

pub fn run(args: &UserArgs, voice: Voice) -> Result<(), Failure> {
    match &args.command {
        UserCommand::Add(args) => add(args, voice),
    }
}

fn add(args: &UserAddArgs, voice: Voice) -> Result<(), Failure> {
    let mut password = String::new();
    let no_password = || {
        let lengths = [("min", LENGTH_MIN.into()), ("max", LENGTH_MAX.into())];
        Failure::Usage(voice.text_with("failure-user-password", &lengths))
    };
    std::io::stdin().lock().read_line(&mut password).map_err(|_| no_password())?;
    let password = password.trim_end_matches(['\n', '\r']);
    let role = Role::from(args.role);
    let settings = Settings { data: args.data.clone(), database: super::serve::database(), ..Settings::default() };
    let place = args.place.as_deref().unwrap_or_default();
    add_person(&settings, &args.name, password, role, place).map_err(|error| match error {
        AddError::Password(_) => no_password(),
        AddError::NameTaken(name) => Failure::Usage(voice.text_with("failure-user-taken", &[("name", name.into())])),
        other => Failure::Internal(voice.text_with("failure-user-store", &[("reason", other.to_string().into())])),
    })?;
    let role = voice.text(&format!("role-{}", role.word()));
    let said = [("name", args.name.as_str().into()), ("role", role.into())];
    print(&format!("{}\n", voice.text_with("user-added", &said)));
    Ok(())
}
