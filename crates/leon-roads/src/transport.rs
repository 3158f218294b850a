//! A question to the service and its answer: how long it may take, when it is asked again, what went wrong.

use crate::{NoConnection, Roads, RoadsError};
use serde_json::Value;
use std::io::ErrorKind;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body, Error};

/// Largest answer that is read: 2500 pairs take well below 1 MB.
const MEGABYTES_MAX: u64 = 16;

/// Characters of a service's own words that are repeated at most.
const MESSAGE_MAX: usize = 200;

/// The line to a service.
pub(crate) struct Transport {
    agent: Agent,
    timeout: Duration,
    attempts: u32,
    pause: Duration,
}

/// What one attempt came to.
enum Attempt {
    Answered(Vec<u8>),
    /// Another attempt may succeed.
    Again(RoadsError),
    Stop(RoadsError),
}

impl Transport {
    pub(crate) fn new(roads: &Roads) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(roads.timeout))
            .http_status_as_error(false)
            // Addresses of citizens go to the service that is named and nowhere else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .user_agent("leon")
            .build();
        let attempts = roads.retries.saturating_add(1);
        Self { agent: config.into(), timeout: roads.timeout, attempts, pause: roads.pause }
    }

    /// What the service answers, asked again while that may help.
    pub(crate) fn ask(&self, call: impl Fn(&Agent) -> Result<Response<Body>, Error>) -> Result<Vec<u8>, RoadsError> {
        let mut pause = self.pause;
        let mut attempt = 1;
        loop {
            match self.attempt(&call) {
                Attempt::Answered(answer) => return Ok(answer),
                Attempt::Stop(error) => return Err(error),
                Attempt::Again(error) if attempt == self.attempts => return Err(error),
                Attempt::Again(_) => {
                    std::thread::sleep(pause);
                    pause = pause.saturating_mul(2);
                    attempt += 1;
                }
            }
        }
    }

    fn attempt(&self, call: impl Fn(&Agent) -> Result<Response<Body>, Error>) -> Attempt {
        let mut response = match call(&self.agent) {
            Ok(response) => response,
            Err(error) => return self.failed(error),
        };
        let status = response.status().as_u16();
        let body = match response.body_mut().with_config().limit(MEGABYTES_MAX << 20).read_to_vec() {
            Ok(body) => body,
            // The status says more than a body that is not to be had.
            Err(_) if status >= 300 => Vec::new(),
            Err(error) => return self.failed(error),
        };
        match status {
            200..300 => Attempt::Answered(body),
            429 | 500.. => {
                let message = message(&body);
                Attempt::Again(RoadsError::Failed { status, attempts: self.attempts, message })
            }
            _ => Attempt::Stop(RoadsError::Refused { status, message: message(&body) }),
        }
    }

    fn failed(&self, error: Error) -> Attempt {
        let attempts = self.attempts;
        let no_connection = |reason| Attempt::Again(RoadsError::NoConnection { attempts, reason });
        match error {
            Error::Timeout(_) => Attempt::Again(RoadsError::TimedOut { timeout: self.timeout, attempts }),
            Error::BodyExceedsLimit(_) => Attempt::Stop(RoadsError::TooLarge { megabytes_max: MEGABYTES_MAX }),
            Error::BadUri(_) | Error::Http(_) => Attempt::Stop(RoadsError::BadUrl),
            Error::HostNotFound => no_connection(NoConnection::UnknownHost),
            Error::ConnectionFailed => no_connection(NoConnection::Io(ErrorKind::NotConnected)),
            Error::Io(error) => match error.kind() {
                ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => {
                    Attempt::Again(RoadsError::BrokenOff { attempts })
                }
                ErrorKind::TimedOut => Attempt::Again(RoadsError::TimedOut { timeout: self.timeout, attempts }),
                kind => no_connection(NoConnection::Io(kind)),
            },
            Error::Tls(_) | Error::Rustls(_) | Error::TlsRequired => {
                Attempt::Stop(RoadsError::NoConnection { attempts: 1, reason: NoConnection::Encryption })
            }
            _ => Attempt::Stop(RoadsError::NoConnection { attempts: 1, reason: NoConnection::Protocol }),
        }
    }
}

/// What a service says of its own trouble: `message` of OSRM, `error` of Valhalla; nothing when it says
/// neither. OSRM may repeat the question, so what could be part of a coordinate or an address is taken out.
fn message(body: &[u8]) -> String {
    let json: Value = serde_json::from_slice(body).unwrap_or_default();
    let said = ["message", "error"].iter().find_map(|key| json.get(key)?.as_str()).unwrap_or_default();
    let is_private = |word: &str| word.contains("://") || word.contains(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = said.split_whitespace().map(|it| if is_private(it) { "…" } else { it }).collect();
    words.join(" ").chars().filter(|it| !it.is_control()).take(MESSAGE_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::message;

    #[test]
    fn a_service_is_quoted_without_coordinates_and_addresses() {
        for (body, quoted) in [
            (r#"{"code":"TooBig","message":"Too many table coordinates"}"#, "Too many table coordinates"),
            (r#"{"error_code":171,"error":"No suitable edges near location"}"#, "No suitable edges near location"),
            (
                r#"{"message":"URL string malformed close to position 9: \"12.568,55.676;\""}"#,
                "URL string malformed close to position … …",
            ),
            (r#"{"message":"see http://me:secret@roads.example.org/"}"#, "see …"),
            (r#"{"message":["a"]}"#, ""),
            ("<html>Bad gateway</html>", ""),
            ("", ""),
        ] {
            assert_eq!(message(body.as_bytes()), quoted, "{body}");
        }
        let long = format!(r#"{{"message":"{}"}}"#, "æ".repeat(500));
        assert_eq!(message(long.as_bytes()).chars().count(), 200);
    }
}
