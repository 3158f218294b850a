//! What can be typed after `leon user`.

use clap::{Args, Subcommand, ValueEnum};
use leon_server::Role;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct UserArgs {
    #[command(subcommand)]
    pub command: UserCommand,
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Give somebody an account; the password is read from standard input, if there is to be one.
    Add(UserAddArgs),
    /// Print a token with which a program asks as this person.
    Token(UserTokenArgs),
    /// Sign somebody out everywhere and take every token back.
    SignOut(UserSignOutArgs),
}

#[derive(Args, Debug)]
pub struct UserTokenArgs {
    /// The person's name.
    pub name: String,
    /// For how many days.
    #[arg(long, value_name = "N", default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=366))]
    pub days: u16,
    /// Folder of the database, as for `leon serve`. DATABASE_URL names a PostgreSQL in its place.
    #[arg(long, value_name = "FOLDER", default_value = "leon-data")]
    pub data: PathBuf,
}

#[derive(Args, Debug)]
pub struct UserSignOutArgs {
    /// The person's name.
    pub name: String,
    /// Folder of the database, as for `leon serve`. DATABASE_URL names a PostgreSQL in its place.
    #[arg(long, value_name = "FOLDER", default_value = "leon-data")]
    pub data: PathBuf,
}

#[derive(Args, Debug)]
pub struct UserAddArgs {
    /// The name to sign in with.
    pub name: String,
    /// What the person may do.
    #[arg(long, value_enum, default_value = "administrator")]
    pub role: RoleWord,
    /// Without a password: the person signs in at the house's own service only (`leon serve --oidc-issuer`).
    #[arg(long)]
    pub no_password: bool,
    /// Id of the place where, and all that lies under it; everywhere when not given.
    #[arg(long, value_name = "ID")]
    pub place: Option<String>,
    /// Folder of the database, as for `leon serve`. DATABASE_URL names a PostgreSQL in its place.
    #[arg(long, value_name = "FOLDER", default_value = "leon-data")]
    pub data: PathBuf,
}

/// A role as it is typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum RoleWord {
    Planner,
    ShiftPlanner,
    Employee,
    Leader,
    Analyst,
    Administrator,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Planner => Self::Planner,
            RoleWord::ShiftPlanner => Self::ShiftPlanner,
            RoleWord::Employee => Self::Employee,
            RoleWord::Leader => Self::Leader,
            RoleWord::Analyst => Self::Analyst,
            RoleWord::Administrator => Self::Administrator,
        }
    }
}
