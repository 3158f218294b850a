//! What can be typed after `leon serve`.

use super::route::seconds;
use clap::Args;
use leon_server::READS_A_MINUTE;
use std::net::SocketAddr;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct ServeArgs {
    /// Folder of the database, made when it is missing. DATABASE_URL names a PostgreSQL in its place.
    #[arg(long, value_name = "FOLDER", default_value = "leon-data")]
    pub data: PathBuf,
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8040")]
    pub listen: SocketAddr,
    /// Browsers come over HTTPS, through a proxy before Leon; always so when listening beyond this machine.
    #[arg(long)]
    pub https: bool,
    /// Believe what the proxy before Leon says in X-Forwarded-For: where each request comes from. Only with a proxy that
    /// adds the address that it sees, as nginx, Apache and Caddy do.
    #[arg(long)]
    pub behind_proxy: bool,
    /// Bring in a case; may be given more than once.
    #[arg(long = "case", value_name = "FOLDER")]
    pub cases: Vec<PathBuf>,
    /// The folder that `leon measure CASE --all --out FOLDER` wrote, for the page of measures.
    #[arg(long, value_name = "FOLDER")]
    pub measures: Option<PathBuf>,
    /// Plans made at the same time by this process; 0 leaves them to `leon worker`.
    #[arg(long, value_name = "COUNT", default_value_t = 1)]
    pub workers: usize,
    /// Map tiles under routes and places: an address with {z}, {x} and {y}. Without them maps show the coast.
    #[arg(long, value_name = "ADDRESS", requires = "tiles_credit")]
    pub tiles: Option<String>,
    /// Whom the map thanks for its tiles.
    #[arg(long, value_name = "TEXT", requires = "tiles")]
    pub tiles_credit: Option<String>,
    /// How often each person, and each address where nobody is signed in, may ask: reads in a minute, and a fifth as
    /// many changes. Above that it is answered later (429). 0 is without limit.
    #[arg(long, value_name = "N", default_value_t = READS_A_MINUTE)]
    pub requests_a_minute: u32,
    /// Seconds that a plan is searched where nobody says otherwise.
    #[arg(long, value_name = "N", default_value_t = 10.0, value_parser = seconds, conflicts_with = "iterations")]
    pub seconds: f64,
    /// The same in rounds of search, for the same plan on every machine.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub iterations: Option<u64>,
    #[command(flatten)]
    pub provider: ProviderArgs,
    /// Begin with the case of Denmark and let everybody in; this machine only.
    #[arg(long)]
    pub demo: bool,
}

/// A sign-in service beside Leon's own accounts.
#[derive(Args, Debug)]
pub struct ProviderArgs {
    /// Let people sign in at this OpenID Connect provider too. The secret is in LEON_OIDC_SECRET or a file.
    #[arg(long, value_name = "ADDRESS", env = "LEON_OIDC_ISSUER", hide_env_values = true)]
    #[arg(requires_all = ["oidc_client", "address"])]
    pub oidc_issuer: Option<String>,
    /// What Leon is called at the provider.
    #[arg(long, value_name = "ID", env = "LEON_OIDC_CLIENT", hide_env_values = true)]
    pub oidc_client: Option<String>,
    /// A file that holds Leon's secret at the provider.
    #[arg(long, value_name = "FILE")]
    pub oidc_secret: Option<PathBuf>,
    /// Leon's own address as browsers see it. The provider sends them back to ADDRESS/sign-in/return.
    #[arg(long, value_name = "ADDRESS", env = "LEON_ADDRESS", hide_env_values = true)]
    pub address: Option<String>,
}

#[derive(Args, Debug)]
pub struct WorkerArgs {
    /// Folder of the database. DATABASE_URL names a PostgreSQL in its place.
    #[arg(long, value_name = "FOLDER", default_value = "leon-data")]
    pub data: PathBuf,
    /// Plans made at the same time by this process.
    #[arg(long, value_name = "COUNT", default_value_t = 1)]
    pub workers: usize,
}
