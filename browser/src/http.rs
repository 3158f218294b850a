//! One question over HTTP/1.1 to a program on this machine, and its answer in JSON.

use serde_json::Value;
use std::io::{BufRead, BufReader, Error, Read, Write};
use std::net::{Ipv4Addr, TcpStream};

/// Status and answer.
pub fn ask(port: u16, method: &str, path: &str, body: &Value) -> Result<(u16, Value), Error> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    // The driver leaves the connection open, so the answer ends where its length says.
    let mut answer = BufReader::new(stream);
    let mut line = String::new();
    answer.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|it| it.parse().ok());
    let status = status.ok_or_else(|| Error::other(format!("no answer in HTTP: {line}")))?;
    let mut length = 0;
    loop {
        line.clear();
        answer.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().map_err(Error::other)?;
            }
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    answer.read_exact(&mut body)?;
    Ok((status, serde_json::from_slice(&body).map_err(Error::other)?))
}
