//! A proxy that counts round trips: how often the client speaks after the server has spoken.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Counts what passes.
#[derive(Debug, Default)]
pub struct Counter {
    trips: AtomicUsize,
    server_spoke: AtomicBool,
}

impl Counter {
    /// How many round trips there were since the last call.
    pub fn take(&self) -> usize {
        self.trips.swap(0, Ordering::SeqCst)
    }

    /// The same, when the tool has closed its connection: its farewell is none, and a message that nobody answers.
    pub fn trips_before_the_end(&self) -> usize {
        // The farewell is on its way through the proxy.
        std::thread::sleep(std::time::Duration::from_millis(20));
        self.take().saturating_sub(1)
    }
}

/// Listens on a port of this machine and passes everything on to `to`; returns the port.
pub async fn start(to: &str, counter: Arc<Counter>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let to = to.to_owned();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let Ok(server) = TcpStream::connect(&to).await else { continue };
            let _ = client.set_nodelay(true);
            let _ = server.set_nodelay(true);
            // A server that greets first does not make the client's answer a second trip of its own.
            counter.server_spoke.store(true, Ordering::SeqCst);
            let (mut from_client, mut to_client) = client.into_split();
            let (mut from_server, mut to_server) = server.into_split();
            let up = counter.clone();
            tokio::spawn(async move {
                let mut buffer = vec![0; 1 << 16];
                while let Ok(n @ 1..) = from_client.read(&mut buffer).await {
                    if up.server_spoke.swap(false, Ordering::SeqCst) {
                        up.trips.fetch_add(1, Ordering::SeqCst);
                    }
                    if to_server.write_all(&buffer[..n]).await.is_err() {
                        break;
                    }
                }
                let _ = to_server.shutdown().await;
            });
            let down = counter.clone();
            tokio::spawn(async move {
                let mut buffer = vec![0; 1 << 16];
                while let Ok(n @ 1..) = from_server.read(&mut buffer).await {
                    down.server_spoke.store(true, Ordering::SeqCst);
                    if to_client.write_all(&buffer[..n]).await.is_err() {
                        break;
                    }
                }
                let _ = to_client.shutdown().await;
            });
        }
    });
    port
}
