//! A PostgreSQL server of Debian's package, started and stopped by tests, on a socket in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// A server, ended when the process is gone that started it.
pub struct Server {
    folder: TempDir,
    programs: PathBuf,
    /// Databases made so far.
    databases: AtomicUsize,
}

/// The address of an empty database on the server that all tests of a process share; `None` where there is no
/// PostgreSQL.
pub fn new_database() -> Option<String> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(Server::open).as_ref().map(Server::new_database)
}

impl Server {
    /// Makes a server and starts it; `None` where there is no PostgreSQL.
    ///
    /// # Panics
    /// When there is none and `LEON_REQUIRE_PEERS` asks for it, and as every other method when the server does not do what
    /// it is told: a test ends there.
    pub fn open() -> Option<Self> {
        let server = Self::made();
        if server.is_none() {
            assert!(std::env::var_os("LEON_REQUIRE_PEERS").is_none(), "no PostgreSQL: apt-get install postgresql");
        }
        server
    }

    /// The address of an empty database.
    pub fn new_database(&self) -> String {
        let name = format!("leon{}", self.databases.fetch_add(1, Ordering::SeqCst));
        let socket = self.folder.path().display().to_string();
        self.run("createdb", &["-h", &socket, "-U", "leon", &name]);
        format!("postgres://leon@localhost/{name}?host={}", socket.replace('/', "%2F"))
    }

    /// Starts the server, which has stopped.
    pub fn start(&self) {
        let path = self.folder.path();
        let options = format!("-c listen_addresses= -c unix_socket_directories={}", path.display());
        let log = path.join("log").display().to_string();
        self.run("pg_ctl", &["-D", &self.data(), "-l", &log, "-w", "-o", &options, "start"]);
    }

    /// Stops the server without a word to those who are connected.
    pub fn stop(&self) {
        self.run("pg_ctl", &["-D", &self.data(), "-m", "immediate", "-w", "stop"]);
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn made() -> Option<Self> {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        let programs = versions.flatten().map(|it| it.path().join("bin")).find(|it| it.join("initdb").is_file())?;
        let folder = TempDir::with_prefix("leon-postgres-").unwrap();
        let server = Self { folder, programs, databases: AtomicUsize::new(0) };
        let (path, data) = (server.folder.path(), server.data());
        server.given_to_postgres(path);
        server.run("initdb", &["-D", &data, "-U", "leon", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
        server.start();
        // A shell waits at the other end of a pipe and ends the server when this process is gone, however it went.
        let ends = format!(
            "read _; {}/pg_ctl -D {data} -m immediate stop; rm -rf {}",
            server.programs.display(),
            path.display()
        );
        let mut keeper = as_postgres("sh");
        keeper.args(["-c", &ends]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        std::mem::forget(keeper.spawn().unwrap());
        Some(server)
    }

    /// PostgreSQL does not run as root, so root runs it as the package's own user.
    fn given_to_postgres(&self, path: &Path) {
        if is_root() {
            assert!(Command::new("chown").arg("postgres").arg(path).status().unwrap().success());
        }
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = as_postgres(self.programs.join(program).to_str().unwrap());
        let done = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).output().unwrap();
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|it| it.stdout == b"0\n")
}

fn as_postgres(program: &str) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--", program]);
    command
}
