//! A proxy on this machine that can be opened late and cut in the middle.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Passes on to one server whatever comes in.
#[derive(Debug)]
pub struct Proxy {
    /// Where it listens.
    pub port: u16,
    streams: Arc<Mutex<Vec<TcpStream>>>,
}

impl Proxy {
    /// Listens on `port` (0 = any) and passes on to `server`.
    ///
    /// # Panics
    ///
    /// If it cannot listen.
    pub fn start(port: u16, server: SocketAddr) -> Proxy {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let streams = Arc::new(Mutex::new(Vec::new()));
        let kept = streams.clone();
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(server) else { continue };
                let clone = |stream: &TcpStream| stream.try_clone().expect("a handle");
                kept.lock().expect("nobody panicked").extend([clone(&client), clone(&server)]);
                let (from, to) = (clone(&client), clone(&server));
                std::thread::spawn(move || pass(from, to));
                std::thread::spawn(move || pass(server, client));
            }
        });
        Proxy { port, streams }
    }

    /// A port that nobody listens on at this moment.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn free_port() -> u16 {
        TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
    }

    /// Cuts every connection.
    ///
    /// # Panics
    ///
    /// If a thread of the proxy did.
    pub fn cut(&self) {
        for stream in self.streams.lock().expect("nobody panicked").drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream) {
    let mut buffer = [0; 1 << 14];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        if to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
