//! A road service for a test: a real HTTP server on loopback.

use leon_roads::{Point, Roads, Service};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// What the server does with one request.
#[derive(Clone, Copy)]
pub enum Act {
    /// Answers like OSRM or Valhalla, whichever was asked.
    Well,
    /// This status and body.
    Say(u16, &'static str),
    /// Takes the request and never answers.
    Hang,
    /// Begins an answer and closes.
    BreakOff,
}

/// A request as the server saw it: `GET /table/…` and the body.
#[derive(Clone)]
pub struct Request {
    pub line: String,
    pub body: String,
}

/// A server that runs until the test ends.
pub struct Server {
    address: SocketAddr,
    requests: Receiver<Request>,
}

impl Server {
    /// Does one act after the other, and the last for ever.
    pub fn new(acts: &[Act]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, requests) = channel();
        let acts = acts.to_vec();
        std::thread::spawn(move || {
            let mut held = Vec::new();
            for (number, stream) in listener.incoming().enumerate() {
                let mut stream = stream.unwrap();
                let Some(request) = read(&stream) else { continue };
                // Before it is answered, so that the test counts it.
                if sender.send(request.clone()).is_err() {
                    return; // the test has ended
                }
                match acts[number.min(acts.len() - 1)] {
                    Act::Well => reply(&mut stream, 200, &answer(&request)),
                    Act::Say(status, body) => reply(&mut stream, status, body),
                    Act::Hang => held.push(stream),
                    Act::BreakOff => {
                        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"code\"");
                    }
                }
            }
        });
        Self { address, requests }
    }

    /// A service here that is asked at most `1 + retries` times, without a pause.
    pub fn roads(&self, service: Service, retries: u32) -> Roads {
        let url = format!("http://{}", self.address);
        Roads { retries, pause: Duration::ZERO, ..Roads::new(service, &url, "driving") }
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.try_iter().collect()
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let line = line.trim_end().trim_end_matches(" HTTP/1.1").to_owned();
    Some(Request { line, body: String::from_utf8(body).ok()? })
}

fn reply(stream: &mut TcpStream, status: u16, body: &str) {
    let length = body.len();
    let elsewhere = if (300..400).contains(&status) { "Location: http://127.0.0.1:1/\r\n" } else { "" };
    let head = format!("HTTP/1.1 {status} X\r\nConnection: close\r\n{elsewhere}Content-Length: {length}\r\n\r\n");
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
}

/// What the roads of this land take: 10 s a degree north or south, 1000 s a degree east, 3000 s a degree
/// west; there is no way to or from where the latitude is negative.
pub fn seconds(from: Point, to: Point) -> Option<u32> {
    let east = to.lon - from.lon;
    let along = if east > 0.0 { 1000.0 * east } else { -3000.0 * east };
    let is_reached = from.lat >= 0.0 && to.lat >= 0.0;
    is_reached.then(|| (10.0 * (from.lat - to.lat).abs() + along).round() as u32)
}

fn answer(request: &Request) -> String {
    if request.line.starts_with("POST /sources_to_targets") { valhalla(&request.body) } else { osrm(&request.line) }
}

fn osrm(line: &str) -> String {
    let query = line.strip_prefix("GET /table/v1/driving/").unwrap();
    let (points, options) = query.split_once('?').unwrap();
    let points: Vec<Point> = points
        .split(';')
        .map(|it| {
            let (lon, lat) = it.split_once(',').unwrap();
            Point { lat: lat.parse().unwrap(), lon: lon.parse().unwrap() }
        })
        .collect();
    if points.len() > 100 {
        return json!({"code": "TooBig"}).to_string();
    }
    let chosen = |key: &str| -> Vec<Point> {
        let list = options.split('&').find_map(|it| it.strip_prefix(key)).unwrap();
        list.split(';').map(|it| points[it.parse::<usize>().unwrap()]).collect()
    };
    assert!(options.contains("annotations=duration"));
    let (from, to) = (chosen("sources="), chosen("destinations="));
    let row = |from: &Point| -> Vec<Option<f64>> {
        to.iter().map(|to| seconds(*from, *to).map(|it| f64::from(it) + 0.4)).collect()
    };
    json!({"code": "Ok", "durations": from.iter().map(row).collect::<Vec<_>>(), "sources": []}).to_string()
}

fn valhalla(body: &str) -> String {
    let question: Value = serde_json::from_str(body).unwrap();
    assert_eq!(question["costing"], "driving");
    let points = |key: &str| -> Vec<Point> {
        let point = |it: &Value| Point { lat: it["lat"].as_f64().unwrap(), lon: it["lon"].as_f64().unwrap() };
        question[key].as_array().unwrap().iter().map(point).collect()
    };
    let (from, to) = (points("sources"), points("targets"));
    assert!(from.len() * to.len() <= 2500);
    let row = |from: &Point| -> Vec<Value> {
        to.iter().map(|to| json!({"time": seconds(*from, *to), "distance": 1.5, "to_index": 0})).collect()
    };
    json!({"sources_to_targets": from.iter().map(row).collect::<Vec<_>>(), "units": "kilometers"}).to_string()
}
