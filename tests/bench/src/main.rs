//! Measurements, side by side in one run. Machines are noisy: what is printed are medians and ratios, and round trips,
//! which are exact.
//!
//! `cargo run --release --manifest-path tests/bench/Cargo.toml -- build` or `-- apply` or `-- diff` or `-- graph` or
//! `-- statements` or `-- tenants`; `apply` and `diff` can be limited: `-- apply postgresql 10 100`. `-- build real` has real migrations:
//! `-- build real postgresql 1000`.

#[cfg(feature = "servers")]
mod apply;
mod build;
#[path = "../../support/corpus.rs"]
mod corpus;
mod diff;
mod graph;
#[cfg(feature = "servers")]
mod peers;
#[cfg(feature = "servers")]
mod proxy;
#[cfg(feature = "servers")]
mod server;
mod statements;
#[cfg(feature = "servers")]
mod tenants;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(2).collect();
    match std::env::args().nth(1).as_deref() {
        Some("build") => build::run(&arguments),
        Some("set") => build::set(&arguments),
        Some("cargo-once") => build::once(&arguments),
        #[cfg(feature = "servers")]
        Some("apply") => apply::run(&arguments),
        #[cfg(feature = "servers")]
        Some("again") => apply::again(&arguments),
        #[cfg(feature = "servers")]
        Some("one") => apply::one(&arguments),
        Some("diff") => diff::run(&arguments),
        Some("graph") => graph::run(),
        Some("statements") => statements::run(),
        #[cfg(feature = "servers")]
        Some("tenants") => tenants::run(),
        _ => {
            eprintln!("usage: migrate-bench build [real]|apply|diff|graph|statements|tenants");
            std::process::exit(2);
        }
    }
}

/// Runs a future on the one runtime of this program.
#[cfg(feature = "servers")]
fn block_on<T>(future: impl Future<Output = T>) -> T {
    use std::sync::OnceLock;

    use tokio::runtime::{Builder, Runtime};

    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    let runtime =
        RUNTIME.get_or_init(|| Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime"));
    runtime.block_on(future)
}

/// The median of some measurements.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The `n`-th migration of a set: its up and its down.
fn migration(n: usize) -> (String, String) {
    let up = format!(
        "CREATE TABLE t{n} (\n    id BIGINT PRIMARY KEY,\n    name VARCHAR(200) NOT NULL,\n    amount DECIMAL(12, 2) NOT NULL \
         DEFAULT 0,\n    note TEXT\n);\nCREATE INDEX t{n}_name ON t{n} (name);\nINSERT INTO t{n} (id, name) VALUES (1, \
         'one'), (2, 'two');\n"
    );
    (up, format!("DROP TABLE t{n};\n"))
}
