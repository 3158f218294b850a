//! Why there are no travel times. No variant holds a point or the address of the service.

use std::io::ErrorKind;
use std::time::Duration;
use thiserror::Error;

/// Why there are no travel times.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum RoadsError {
    #[error("the address of the road service is not one: write http://… or https://…")]
    BadUrl,
    #[error("the profile is not a word of letters, digits, hyphens and underscores")]
    BadProfile,
    #[error("point {index} is not on Earth: latitude goes from -90 to 90, longitude from -180 to 180")]
    BadPoint {
        /// Its place in the list, from 0.
        index: usize,
    },
    #[error("no connection to the road service in {attempts} attempts: {reason}")]
    NoConnection { attempts: u32, reason: NoConnection },
    #[error("the road service did not answer within {timeout:?}, in {attempts} attempts")]
    TimedOut { timeout: Duration, attempts: u32 },
    #[error("the road service broke off its answer, in {attempts} attempts")]
    BrokenOff { attempts: u32 },
    /// A fault of the service (5xx), or too many requests (429).
    #[error("the road service failed with status {status}, in {attempts} attempts: {message}")]
    Failed { status: u16, attempts: u32, message: String },
    /// The service does not want the request (3xx, 4xx).
    #[error("the road service refused with status {status}: {message}")]
    Refused {
        status: u16,
        /// What it says itself, without numbers that could be coordinates; often empty.
        message: String,
    },
    #[error("the road service's answer is larger than {megabytes_max} MB")]
    TooLarge { megabytes_max: u64 },
    #[error("the road service's answer is none of an {service} service")]
    NotAnAnswer {
        /// What the service should have spoken: `OSRM` or `Valhalla`.
        service: &'static str,
    },
    #[error("the road service gave {found} rows or columns where {expected} were asked for")]
    WrongSize { found: usize, expected: usize },
    #[error("the road service gave a travel time that is none: below zero, or without end")]
    BadTime,
    #[error("travel times cannot be kept in the cache folder: {0}")]
    Cache(ErrorKind),
}

/// Why there is no connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoConnection {
    #[error("its name is not known")]
    UnknownHost,
    #[error("it does not let us in: {0}")]
    Io(ErrorKind),
    #[error("it is not who it should be, or cannot encrypt")]
    Encryption,
    #[error("it does not speak HTTP")]
    Protocol,
}
