//! Applying to a fresh database, starting with nothing to do, and eight processes at once, beside the peers and the raw
//! driver.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

use crate::peers::{Set, Tool};
use crate::proxy::{self, Counter};
use crate::server::{Database, Server};

/// Prints medians of wall time, their ratio to the raw batch, and round trips. Arguments limit it: names of servers, and
/// numbers of migrations.
pub fn run(arguments: &[String]) {
    let servers: Vec<Server> = arguments.iter().filter_map(|word| Server::from_name(word)).collect();
    let counts: Vec<usize> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    let servers = if servers.is_empty() { Server::ALL.to_vec() } else { servers };
    let counts = if counts.is_empty() { vec![10, 100, 1000] } else { counts };
    println!(
        "Medians of interleaved rounds on open connections; `trips` = round trips without connecting, counted by a proxy in \
         a run of its own; raw batch = the same SQL in one message and one transaction, no bookkeeping.\n"
    );
    println!("| server | migrations | tool | apply ms | × raw | trips | no-op ms | trips |");
    println!("|---|--:|---|--:|--:|--:|--:|--:|");
    for &server in &servers {
        for &count in &counts {
            table(server, count);
        }
    }
    println!("\nEight processes at once on a fresh database, 10 migrations, 3 rounds:\n");
    println!("| server | tool | succeeded | complete | last after ms (median) |");
    println!("|---|---|--:|--:|--:|");
    for &server in &servers {
        for &tool in Tool::of(server).iter().filter(|tool| **tool != Tool::Raw) {
            at_once(server, tool);
        }
    }
}

#[derive(Debug, Clone, Default)]
struct Cell {
    apply: Vec<f64>,
    again: Vec<f64>,
    trips: usize,
    again_trips: usize,
    failed: Option<String>,
}

fn table(server: Server, count: usize) {
    let set = Set::new(server, count);
    let tools = Tool::of(server);
    // A thousand tables with an index each take MariaDB half a minute, whoever makes them.
    let rounds = match (server, count) {
        (Server::MariaDb, 1000..) => 1,
        (_, 1000..) => 3,
        (_, _) => 7,
    };
    let mut cells = vec![Cell::default(); tools.len()];
    for _ in 0..rounds {
        for (tool, cell) in tools.iter().zip(&mut cells) {
            let database = Database::new(server);
            let url = database.url(None);
            match set.run(*tool, server, &url, || ()) {
                Ok(ms) => cell.apply.push(ms),
                Err(error) => cell.failed = Some(error),
            }
            if *tool != Tool::Raw && cell.failed.is_none() {
                // Several starts: one is short beside what disturbs it.
                let starts: Vec<f64> = (0..5).filter_map(|_| set.run(*tool, server, &url, || ()).ok()).collect();
                cell.again.push(crate::median(starts));
            }
            assert!(cell.failed.is_some() || database.complete(count), "{tool:?} left something out");
        }
    }
    if let Some(address) = server.address() {
        for (tool, cell) in tools.iter().zip(&mut cells).filter(|(_, cell)| cell.failed.is_none()) {
            let counter = Arc::new(Counter::default());
            let port = crate::block_on(proxy::start(address, counter.clone()));
            if count >= 1000 && server == Server::MariaDb {
                // What it is follows from the smaller numbers.
                continue;
            }
            let database = Database::new(server);
            let url = database.url(Some(port));
            let _ = set.run(*tool, server, &url, || {
                let _ = counter.take();
            });
            cell.trips = counter.trips_before_the_end();
            if *tool != Tool::Raw {
                let _ = set.run(*tool, server, &url, || {
                    let _ = counter.take();
                });
                cell.again_trips = counter.trips_before_the_end();
            }
        }
    }
    let raw = crate::median(cells[0].apply.clone());
    for (tool, cell) in tools.iter().zip(cells) {
        let (server, name) = (server.name(), tool.name());
        if let Some(error) = cell.failed {
            println!("| {server} | {count} | {name} | failed: {} | | | | |", error.lines().next().unwrap_or_default());
            continue;
        }
        let number = |trips: usize| if trips == 0 { String::new() } else { trips.to_string() };
        let apply = crate::median(cell.apply);
        let again = if cell.again.is_empty() { String::new() } else { format!("{:.2}", crate::median(cell.again)) };
        let (trips, again_trips) = (number(cell.trips), number(cell.again_trips));
        println!(
            "| {server} | {count} | {name} | {apply:.1} | {:.2} | {trips} | {again} | {again_trips} |",
            apply / raw
        );
    }
    let _ = std::io::stdout().flush();
}

const AT_ONCE: usize = 10;

/// Eight processes that have their connections open and are let go in one moment.
fn at_once(server: Server, tool: Tool) {
    let (mut succeeded, mut complete, mut last) = (0, 0, Vec::new());
    for _ in 0..3 {
        let database = Database::new(server);
        let mut children: Vec<_> = (0..8)
            .map(|_| {
                Command::new(std::env::current_exe().expect("this program"))
                    .args(["one", server.name(), tool.name(), &database.url(None)])
                    .stdin(Stdio::piped())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()
                    .expect("it starts")
            })
            .collect();
        let mut outputs = Vec::new();
        for child in &mut children {
            let mut output = BufReader::new(child.stdout.take().expect("piped"));
            let mut line = String::new();
            let _ = output.read_line(&mut line);
            outputs.push(output);
        }
        for child in &mut children {
            // One that could not connect is gone.
            let _ = child.stdin.take().expect("piped").write_all(b"go\n");
        }
        let mut slowest = 0.0_f64;
        for (mut child, mut output) in children.into_iter().zip(outputs) {
            let mut line = String::new();
            let _ = output.read_line(&mut line);
            let ended_well = child.wait().is_ok_and(|status| status.success());
            if let (true, Ok(ms)) = (ended_well, line.trim().parse::<f64>()) {
                succeeded += 1;
                slowest = slowest.max(ms);
            }
        }
        last.push(slowest);
        complete += usize::from(database.complete(AT_ONCE));
    }
    println!(
        "| {} | {} | {succeeded} of 24 | {complete} of 3 | {:.0} |",
        server.name(),
        tool.name(),
        crate::median(last)
    );
}

/// One of the eight: connects, says so, waits for a line, runs, prints the milliseconds.
pub fn one(arguments: &[String]) {
    let [server, tool, url] = arguments else { panic!("one <server> <tool> <url>") };
    let server = Server::from_name(server).expect("a server");
    let tool = Tool::from_name(tool).expect("a tool");
    let set = Set::new(server, AT_ONCE);
    let ready = || {
        println!("ready");
        let _ = std::io::stdout().flush();
        let _ = std::io::stdin().read_line(&mut String::new());
    };
    match set.run(tool, server, url, ready) {
        Ok(ms) => println!("{ms}"),
        Err(error) => {
            println!("{error}");
            std::process::exit(1);
        }
    }
}

/// For a profiler: starts with nothing to do, again and again. `again <server> <tool> <migrations> <times>`.
pub fn again(arguments: &[String]) {
    let [server, tool, count, times] = arguments else { panic!("again <server> <tool> <migrations> <times>") };
    let server = Server::from_name(server).expect("a server");
    let tool = Tool::from_name(tool).expect("a tool");
    let set = Set::new(server, count.parse().expect("a number"));
    let database = Database::new(server);
    let url = database.url(None);
    let quickest = if tool == Tool::Each && server != Server::MariaDb { Tool::Whole } else { tool };
    set.run(quickest, server, &url, || ()).expect("an upgrade");
    let times: usize = times.parse().expect("a number");
    let mut all: Vec<f64> = (0..times).map(|_| set.run(tool, server, &url, || ()).expect("a start")).collect();
    all.sort_by(f64::total_cmp);
    println!("least {:.3} ms, median {:.3} ms", all[0], all[times / 2]);
}
