//! A PostgreSQL server of Debian's package, started for the tests on a socket in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

struct Server {
    folder: TempDir,
    programs: PathBuf,
}

/// The address of an empty database; `None` where there is no PostgreSQL, which only `LEON_REQUIRE_PEERS` forbids.
pub fn new_database() -> Option<String> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let server = SERVER.get_or_init(Server::start).as_ref();
    let Some(server) = server else {
        assert!(std::env::var_os("LEON_REQUIRE_PEERS").is_none(), "no PostgreSQL: apt-get install postgresql");
        return None;
    };
    let name = format!("leon{}", NUMBER.fetch_add(1, Ordering::SeqCst));
    let socket = server.folder.path().display().to_string();
    server.run("createdb", &["-h", &socket, "-U", "leon", &name]);
    Some(format!("postgres://leon@localhost/{name}?host={}", socket.replace('/', "%2F")))
}

impl Server {
    fn start() -> Option<Self> {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        let programs = versions.flatten().map(|it| it.path().join("bin")).find(|it| it.join("initdb").is_file())?;
        let folder = TempDir::with_prefix("leon-postgres-").unwrap();
        let server = Self { folder, programs };
        let path = server.folder.path();
        server.given_to_postgres(path);
        let data = path.join("data").display().to_string();
        server.run("initdb", &["-D", &data, "-U", "leon", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
        let options = format!("-c listen_addresses= -c unix_socket_directories={}", path.display());
        let log = path.join("log").display().to_string();
        server.run("pg_ctl", &["-D", &data, "-l", &log, "-w", "-o", &options, "start"]);
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
