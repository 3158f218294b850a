//! A server in a process of its own, and somebody who asks it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

pub const PASSWORD: &str = "korrekt hest batteri";

/// A server that ends with the test.
pub struct Served {
    child: Child,
    pub address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn leon(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leon"));
    command.args(arguments).env_remove("DATABASE_URL").env("LC_ALL", "en_GB.UTF-8");
    command
}

/// The folder of the example's case, whose places documents belong to.
pub fn example(folder: &Path) -> String {
    let case = folder.join("case").display().to_string();
    assert!(leon(&["init", &case]).output().unwrap().status.success());
    case
}

/// Gives a person an account, as an administrator.
pub fn add(name: &str, password: &str, data: &str) -> Output {
    add_by(name, password, "administrator", data, &leon)
}

fn add_by(name: &str, password: &str, role: &str, data: &str, leon: &dyn Fn(&[&str]) -> Command) -> Output {
    let mut child = leon(&["user", "add", name, "--role", role, "--data", data])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(format!("{password}\n").as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// Starts a server on a free port and waits until it says where it is.
pub fn serve(data: &Path, more: &[&str]) -> Served {
    let data = data.display().to_string();
    let arguments = [&["serve", "--data", &data, "--listen", "127.0.0.1:0"], more].concat();
    started(&mut leon(&arguments))
}

/// Starts a server by a command of its own, and waits until it says where it is.
pub fn started(command: &mut Command) -> Served {
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
    let address = said.split("http://").nth(1).unwrap_or_else(|| panic!("{said}")).split(". ").next().unwrap();
    Served { address: address.to_owned(), child }
}

impl Served {
    /// Status line with headers, and body.
    pub fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> (String, String) {
        ask(&self.address, method, path, headers, body).unwrap()
    }

    /// Ends the server without a word, as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Status line with headers, and body; an error where the server is gone before it has answered.
pub fn ask(address: &str, method: &str, path: &str, headers: &str, body: &str) -> std::io::Result<(String, String)> {
    let mut stream = TcpStream::connect(address)?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
    Ok((head.to_owned(), body.to_owned()))
}

/// A token of Anna's, who gets an account with a role.
pub fn token(role: &str, data: &str) -> String {
    token_by(role, data, &leon)
}

/// The same, by a command that knows where the database is.
pub fn token_by(role: &str, data: &str, leon: &dyn Fn(&[&str]) -> Command) -> String {
    assert!(add_by("anna", PASSWORD, role, data, leon).status.success());
    let given = leon(&["user", "token", "anna", "--data", data]).output().unwrap();
    String::from_utf8(given.stdout).unwrap().trim().to_owned()
}
