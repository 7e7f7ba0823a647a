//! Shared by the tests: sets of migrations from a few lines, and databases of their own on every server that is there.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

pub mod command;
pub mod corpus;
pub mod database;
pub mod pairs;
pub mod private;
pub mod proxy;
pub mod rendered;
pub mod schemas;
pub mod session;
pub mod set;
pub mod themes;

pub use command::binary;
pub use database::{Database, Server};
pub use private::PrivateServer;
pub use proxy::{Proxy, Stop};
pub use schemas::Schemas;
pub use session::{Refused, Session};
pub use set::{Folder, migrations};

use std::future::Future;

/// Runs a future to its end on a runtime of its own.
///
/// # Panics
///
/// If the runtime cannot be built.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a tokio runtime")
        .block_on(future)
}

/// Says something even if the test passes: libtest keeps what `eprintln!` prints, not what is written to the handle.
pub fn say(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Runs a future to its end on a thread of its own: also where a runtime is running already.
///
/// # Panics
///
/// If the future panics.
pub fn in_thread<T: Send>(future: impl Future<Output = T> + Send) -> T {
    std::thread::scope(|scope| scope.spawn(|| block_on(future)).join().expect("the future does not panic"))
}
