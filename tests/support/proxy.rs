//! A proxy on this machine that can be opened late, cut in the middle, and stopped at a message.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Passes on to one server whatever comes in.
#[derive(Debug)]
pub struct Proxy {
    /// Where it listens.
    pub port: u16,
    streams: Arc<Mutex<Vec<TcpStream>>>,
    turns: Arc<Turns>,
}

/// Where a proxy stops passing on: at the client's `n`-th message, counted from 1 over all connections. What a client
/// sends after the server has spoken is one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The message does not reach the server.
    Before(usize),
    /// The server's answer to it does not reach the client.
    After(usize),
}

/// How far the conversation is.
#[derive(Debug, Default)]
struct Turns {
    stop: Option<Stop>,
    state: Mutex<TurnState>,
    stopped: Condvar,
}

#[derive(Debug, Default)]
struct TurnState {
    messages: usize,
    client_spoke: bool,
    stopped: bool,
}

impl Turns {
    /// Whether what one side has said may be passed on.
    fn passes(&self, from_client: bool) -> bool {
        let mut state = self.state.lock().expect("nobody panicked");
        if from_client && !state.client_spoke {
            state.messages += 1;
        }
        state.client_spoke = from_client;
        state.stopped |= match self.stop {
            Some(Stop::Before(n)) => from_client && state.messages == n,
            Some(Stop::After(n)) => !from_client && state.messages == n,
            None => false,
        };
        if state.stopped {
            self.stopped.notify_all();
        }
        !state.stopped
    }
}

impl Proxy {
    /// Listens on `port` (0 = any) and passes on to `server`.
    ///
    /// # Panics
    ///
    /// If it cannot listen.
    pub fn start(port: u16, server: SocketAddr) -> Proxy {
        Proxy::listen(port, server, None)
    }

    /// Like [`Proxy::start`], and stops once.
    ///
    /// # Panics
    ///
    /// If it cannot listen.
    pub fn stopping(server: SocketAddr, stop: Stop) -> Proxy {
        Proxy::listen(0, server, Some(stop))
    }

    /// Waits until it has stopped; false if `gone` says that nothing will come any more.
    ///
    /// # Panics
    ///
    /// If neither happens within a minute.
    pub fn wait_for_stop(&self, mut gone: impl FnMut() -> bool) -> bool {
        let started = Instant::now();
        let mut state = self.turns.state.lock().expect("nobody panicked");
        while !state.stopped {
            assert!(started.elapsed() < Duration::from_secs(60), "neither a stop nor an end");
            if gone() {
                return false;
            }
            state = self.turns.stopped.wait_timeout(state, Duration::from_millis(5)).expect("nobody panicked").0;
        }
        true
    }

    fn listen(port: u16, server: SocketAddr, stop: Option<Stop>) -> Proxy {
        let turns = Arc::new(Turns { stop, ..Turns::default() });
        let of_proxy = turns.clone();
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let streams = Arc::new(Mutex::new(Vec::new()));
        let kept = streams.clone();
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(server) else { continue };
                let clone = |stream: &TcpStream| stream.try_clone().expect("a handle");
                kept.lock().expect("nobody panicked").extend([clone(&client), clone(&server)]);
                let _ = (client.set_nodelay(true), server.set_nodelay(true));
                let (from, to) = (clone(&client), clone(&server));
                let (up, down) = (turns.clone(), turns.clone());
                std::thread::spawn(move || pass(from, to, |turns| turns.passes(true), &up));
                std::thread::spawn(move || pass(server, client, |turns| turns.passes(false), &down));
            }
        });
        Proxy { port, streams, turns: of_proxy }
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

fn pass(mut from: TcpStream, mut to: TcpStream, passes: fn(&Turns) -> bool, turns: &Turns) {
    let mut buffer = [0; 1 << 14];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        // What is stopped is read on: the end of the client must still be seen.
        if passes(turns) && to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
