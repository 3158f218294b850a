//! The sign-in service of the house (OpenID Connect): where a browser is sent to sign in, and who has come back from
//! there. Authorisation code with PKCE, state and nonce.

use crate::token;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreUserInfoClaims};
use openidconnect::url::{Host, Url};
use openidconnect::{
    AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    HttpRequest, HttpResponse, IssuerUrl, LogoutRequest, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, Scope, TokenResponse,
};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use thiserror::Error;
use ureq::Agent;

/// Where the service sends the browser back to.
pub(crate) const RETURN: &str = "/sign-in/return";

/// How long what the service says of itself, its keys among it, is taken to hold.
const KNOWN: SignedDuration = SignedDuration::from_mins(10);
/// How long the service may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Largest answer that is read.
const BYTES_MAX: u64 = 1 << 20;

/// How Leon is known at a sign-in service.
#[derive(Clone)]
pub struct ProviderSettings {
    /// The service's address, under which it says what it can (`/.well-known/openid-configuration`).
    pub issuer: String,
    pub client: String,
    pub secret: String,
    /// Leon's own address, as browsers see it: `https://leon.example`.
    pub address: String,
}

/// All but the secret.
impl fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { issuer, client, address, .. } = self;
        f.debug_struct("ProviderSettings")
            .field("issuer", issuer)
            .field("client", client)
            .field("address", address)
            .finish()
    }
}

/// Why nobody has come in.
#[derive(Debug, Error)]
pub enum ProviderError {
    #[error("'{0}' is not an address that begins with https://")]
    Address(String),
    #[error("the sign-in service does not answer: {0}")]
    NoAnswer(String),
    #[error("the sign-in service has not let anybody in: {0}")]
    NotLetIn(String),
}

/// Who has signed in at the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The service's own name for them, which is given to nobody else.
    pub subject: String,
    /// Their e-mail, if the service says that it is theirs.
    pub email: Option<String>,
}

/// The secret of one attempt to sign in, which only the browser keeps. State, nonce and the proof of PKCE all come from
/// it, so that an answer is taken from the browser that asked, and from nobody else.
#[derive(Clone, Debug)]
pub struct Attempt(pub String);

impl Attempt {
    /// What the service gives back with its answer.
    pub fn state(&self) -> String {
        token::sha256(format!("state {}", self.0))
    }

    fn nonce(&self) -> Nonce {
        Nonce::new(token::sha256(format!("nonce {}", self.0)))
    }

    fn proof(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(token::sha256(format!("proof {}", self.0)))
    }
}

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;
type Known = Arc<ProviderMetadataWithLogout>;

/// A sign-in service.
pub struct Provider {
    issuer: IssuerUrl,
    client: ClientId,
    secret: ClientSecret,
    back: RedirectUrl,
    home: PostLogoutRedirectUrl,
    agent: Agent,
    known: Mutex<Option<(Timestamp, Known)>>,
}

impl Provider {
    /// # Errors
    /// [`ProviderError::Address`] for one that others could listen to.
    pub fn new(settings: &ProviderSettings) -> Result<Self, ProviderError> {
        let own = address(&settings.address)?;
        let at = |path: &str| own.join(path).map(String::from).map_err(|_| ProviderError::Address(own.to_string()));
        let wrong = |_| ProviderError::Address(settings.address.clone());
        address(&settings.issuer)?;
        let agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            // The service is asked at the addresses that it names, and nobody else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("leon")
            .build();
        Ok(Self {
            issuer: IssuerUrl::new(settings.issuer.clone())
                .map_err(|_| ProviderError::Address(settings.issuer.clone()))?,
            client: ClientId::new(settings.client.clone()),
            secret: ClientSecret::new(settings.secret.clone()),
            back: RedirectUrl::new(at(RETURN)?).map_err(wrong)?,
            home: PostLogoutRedirectUrl::new(at("/sign-in")?).map_err(wrong)?,
            agent: agent.into(),
            known: Mutex::default(),
        })
    }

    /// Who it is, in the store.
    pub fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    /// Where a browser is sent to sign in.
    ///
    /// # Errors
    /// [`ProviderError::NoAnswer`]. Waits for the service, as all that follow.
    pub fn sign_in_address(&self, attempt: &Attempt, now: Timestamp) -> Result<String, ProviderError> {
        let (state, nonce) = (CsrfToken::new(attempt.state()), attempt.nonce());
        let client = self.as_client(&*self.known(now)?);
        let asked = client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce);
        let asked = asked.set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&attempt.proof()));
        Ok(asked.add_scope(Scope::new("email".to_owned())).url().0.into())
    }

    /// Where a browser is sent to sign out of the service too, if the service knows of that.
    ///
    /// # Errors
    /// As [`Provider::sign_in_address`].
    pub fn sign_out_address(&self, now: Timestamp) -> Result<Option<String>, ProviderError> {
        let known = self.known(now)?;
        let Some(end) = known.additional_metadata().end_session_endpoint.clone() else { return Ok(None) };
        let asked = LogoutRequest::from(end).set_client_id(self.client.clone());
        Ok(Some(asked.set_post_logout_redirect_uri(self.home.clone()).http_get_url().into()))
    }

    /// Who has signed in, by the code with which the service sent the browser back.
    ///
    /// # Errors
    /// [`ProviderError::NotLetIn`] when the code, or what the service says for it, does not hold.
    pub fn signed_in(&self, attempt: &Attempt, code: &str, now: Timestamp) -> Result<SignedIn, ProviderError> {
        let known = self.known(now)?;
        let client = self.as_client(&known);
        let asked = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(not_let_in)?;
        let answer = asked.set_pkce_verifier(attempt.proof()).request(&|it| self.ask(it)).map_err(not_let_in)?;
        let id = answer.id_token().ok_or_else(|| ProviderError::NotLetIn("no ID token".to_owned()))?;
        let claims = id.claims(&client.id_token_verifier(), &attempt.nonce()).map_err(not_let_in)?;
        let subject = claims.subject().clone();
        let of_claims = claims.email().filter(|_| claims.email_verified() == Some(true)).map(|it| it.to_string());
        // Services may say it there only (OpenID Connect Core, section 5.4).
        let email = of_claims.or_else(|| {
            let asked = client.user_info(answer.access_token().to_owned(), Some(subject.clone())).ok()?;
            let said: CoreUserInfoClaims = asked.request(&|it| self.ask(it)).ok()?;
            said.email().filter(|_| said.email_verified() == Some(true)).map(|it| it.to_string())
        });
        Ok(SignedIn { subject: subject.to_string(), email })
    }

    fn as_client(&self, known: &ProviderMetadataWithLogout) -> Client {
        let methods = known.token_endpoint_auth_methods_supported();
        let only_post = methods.is_some_and(|it| {
            it.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !it.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let client = CoreClient::from_provider_metadata(known.clone(), self.client.clone(), Some(self.secret.clone()));
        let client = client.set_redirect_uri(self.back.clone());
        if only_post { client.set_auth_type(AuthType::RequestBody) } else { client }
    }

    /// What the service says of itself, asked again when that is old.
    fn known(&self, now: Timestamp) -> Result<Known, ProviderError> {
        let before = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, known)) = before.filter(|(at, _)| now.duration_since(*at) < KNOWN) {
            return Ok(known);
        }
        let asked = ProviderMetadataWithLogout::discover(&self.issuer, &|it| self.ask(it));
        let known = Arc::new(asked.map_err(|error| ProviderError::NoAnswer(with_causes(&error)))?);
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&known)));
        Ok(known)
    }

    fn ask(&self, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
        let mut response = self.agent.run(request)?;
        let body = response.body_mut().with_config().limit(BYTES_MAX).read_to_vec()?;
        let (parts, _) = response.into_parts();
        Ok(HttpResponse::from_parts(parts, body))
    }
}

/// An address that nobody listens to on the way: over HTTPS, or on this machine.
fn address(text: &str) -> Result<Url, ProviderError> {
    let is_here = |url: &Url| match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(it)) => it.is_loopback(),
        Some(Host::Ipv6(it)) => it.is_loopback(),
        None => false,
    };
    let url = Url::parse(text).ok();
    let url = url.filter(|it| it.scheme() == "https" || (it.scheme() == "http" && is_here(it)));
    url.ok_or_else(|| ProviderError::Address(text.to_owned()))
}

fn not_let_in(error: impl std::error::Error) -> ProviderError {
    ProviderError::NotLetIn(with_causes(&error))
}

fn with_causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |it| it.source()).map(|it| format!(": {it}"));
    std::iter::once(error.to_string()).chain(causes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str, address: &str) -> ProviderSettings {
        let (issuer, address) = (issuer.to_owned(), address.to_owned());
        ProviderSettings { issuer, address, client: "leon".into(), secret: "do not tell".into() }
    }

    #[test]
    fn nobody_listens_on_the_way() {
        for (issuer, own, stands) in [
            ("https://login.example", "https://leon.example", true),
            ("https://login.example/realms/one", "https://leon.example/", true),
            ("http://127.0.0.1:4000", "http://localhost:8040", true),
            ("http://[::1]:4000", "http://[::1]:8040", true),
            ("http://login.example", "https://leon.example", false),
            ("https://login.example", "http://leon.example", false),
            ("http://127.0.0.1.evil.dk", "https://leon.example", false),
            ("login.example", "https://leon.example", false),
            ("https://login.example", "", false),
        ] {
            assert_eq!(Provider::new(&settings(issuer, own)).is_ok(), stands, "{issuer} {own}");
        }
    }

    #[test]
    fn the_secret_is_not_told() {
        assert!(!format!("{:?}", settings("https://a", "https://b")).contains("do not tell"));
    }
}
