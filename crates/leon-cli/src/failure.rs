//! Why a command did not do what was asked, in words, and its exit code.

use std::process::ExitCode;

/// What happened, why, and what can be done, ready to be read.
#[derive(Debug, PartialEq)]
pub enum Failure {
    /// Something is wrong with the input: exit code 1.
    Input(String),
    /// The command was asked for something that cannot be: exit code 2.
    Usage(String),
    /// Leon itself or the machine failed: exit code 3.
    Internal(String),
    /// Something of what was asked has no answer; the rest was answered: exit code 4.
    NoAnswer(String),
}

impl Failure {
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Input(_) => 1,
            Self::Usage(_) => 2,
            Self::Internal(_) => 3,
            Self::NoAnswer(_) => 4,
        })
    }

    pub fn message(&self) -> &str {
        match self {
            Self::Input(text) | Self::Usage(text) | Self::Internal(text) | Self::NoAnswer(text) => text,
        }
    }
}
