//! Servers of a test's own, which it may stop and kill. Programs that refuse to run as root run as the user of Debian's
//! packages.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Proxy, Server, say};

/// A server that ends with the value.
#[derive(Debug)]
pub struct PrivateServer {
    server: Server,
    /// Where it listens, on 127.0.0.1.
    pub port: u16,
    directory: tempfile::TempDir,
    programs: PathBuf,
    running: Option<Child>,
}

impl PrivateServer {
    /// Starts one. None if its programs are not installed and may be missing; that is said.
    ///
    /// # Panics
    ///
    /// If they are installed and it does not start, or with `CI=true` if they are not.
    pub fn start(server: Server) -> Option<PrivateServer> {
        let Some(programs) = programs(server) else {
            let text =
                format!("the programs of {server:?} are not installed here, and this test starts its own server");
            assert!(std::env::var("CI").is_err(), "{text}");
            say(&format!("LEFT OUT: {text}"));
            return None;
        };
        let directory = tempfile::tempdir().expect("a temporary directory");
        let mut private = PrivateServer { server, port: Proxy::free_port(), directory, programs, running: None };
        private.make();
        private.run();
        Some(private)
    }

    /// The URL of a database.
    pub fn url(&self, database: &str) -> String {
        match self.server {
            Server::Postgres => format!("postgres://postgres@127.0.0.1:{}/{database}", self.port),
            _ => format!("mysql://root@127.0.0.1:{}/{database}", self.port),
        }
    }

    /// A database on it that goes away with the server.
    ///
    /// # Panics
    ///
    /// If it cannot be made.
    pub fn database(&self, name: &str) -> crate::Database {
        self.wait_until_it_answers();
        crate::in_thread(self.admin().execute(&format!("CREATE DATABASE {name}")));
        crate::Database::existing(self.server, self.url(name))
    }

    fn admin(&self) -> crate::Database {
        let admin = self.url(if self.server == Server::Postgres { "postgres" } else { "mysql" });
        crate::Database::existing(self.server, admin)
    }

    /// Waits until it has recovered and answers a query.
    ///
    /// # Panics
    ///
    /// If that takes more than half a minute.
    pub fn wait_until_it_answers(&self) {
        let admin = self.admin();
        let started = Instant::now();
        while !crate::in_thread(admin.answers()) {
            assert!(started.elapsed() < Duration::from_secs(30), "it does not answer: {}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Stops it as a crash would: no client is told, nothing is written any more. PostgreSQL by its own
    /// `pg_ctl stop -m immediate`, MariaDB by kill -9.
    ///
    /// # Panics
    ///
    /// If it does not stop.
    pub fn crash(&mut self) {
        match self.server {
            Server::Postgres => {
                let mut stop = self.program("pg_ctl");
                stop.args(["stop", "-m", "immediate", "-s", "-D"]).arg(self.data());
                assert!(stop.status().expect("pg_ctl starts").success(), "PostgreSQL does not stop");
            }
            _ => {
                // The child is the program itself: `setpriv` does not fork.
                if let Some(running) = &mut self.running {
                    running.kill().expect("it runs");
                }
            }
        }
        if let Some(mut running) = self.running.take() {
            let _ = running.wait();
        }
    }

    /// Starts it again on what is left on its disk.
    ///
    /// # Panics
    ///
    /// If it does not answer within half a minute.
    pub fn run(&mut self) {
        let log = std::fs::File::create(self.directory.path().join("log")).expect("a file");
        let port = self.port.to_string();
        let mut command = match self.server {
            Server::Postgres => {
                let mut command = self.program("postgres");
                command.arg("-D").arg(self.data()).args(["-p", &port, "-c", "listen_addresses=127.0.0.1"]);
                // A crash of the program loses nothing that the system has, and crashes of the system are not tested.
                command.args(["-c", "unix_socket_directories=", "-c", "max_connections=200", "-c", "fsync=off"]);
                command
            }
            _ => {
                let mut command = self.program("mariadbd");
                command.arg("--no-defaults").arg(format!("--datadir={}", self.data().display()));
                command.args([&format!("--port={port}"), "--bind-address=127.0.0.1"]);
                command.arg(format!("--socket={}", self.directory.path().join("socket").display()));
                command.arg(format!("--pid-file={}", self.directory.path().join("pid").display()));
                command.arg("--innodb-flush-log-at-trx-commit=2");
                command
            }
        };
        command.stdin(Stdio::null()).stdout(log.try_clone().expect("a handle")).stderr(log);
        self.running = Some(command.spawn().expect("the server's program starts"));
        let started = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(30), "it does not listen: {}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.directory.path().join("log")).unwrap_or_default()
    }

    fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    fn make(&self) {
        if is_root() {
            let user = self.user();
            let status = Command::new("chown").arg(user).arg(self.directory.path()).status().expect("chown");
            assert!(status.success(), "the user {user} is missing");
        }
        let mut command = match self.server {
            Server::Postgres => {
                let mut command = self.program("initdb");
                command.arg("-D").arg(self.data()).args([
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "-N",
                ]);
                command
            }
            _ => {
                let mut command = self.as_user("mariadb-install-db".as_ref());
                command.arg("--no-defaults").arg(format!("--datadir={}", self.data().display()));
                command.args(["--auth-root-authentication-method=normal", "--skip-test-db"]);
                command
            }
        };
        let output = command.output().expect("the program starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn program(&self, name: &str) -> Command {
        self.as_user(&self.programs.join(name))
    }

    fn user(&self) -> &'static str {
        if self.server == Server::Postgres { "postgres" } else { "mysql" }
    }

    fn as_user(&self, program: &Path) -> Command {
        as_user(self.user(), program)
    }
}

impl Drop for PrivateServer {
    fn drop(&mut self) {
        if self.running.is_some() {
            self.crash();
        }
    }
}

/// A program that runs as another user if this one is root.
pub fn as_user(user: &str, program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", user, "--regid", user, "--clear-groups"]).arg(program);
    command.current_dir("/");
    command
}

/// Whether this is root.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

/// Where the server's programs are.
fn programs(server: Server) -> Option<PathBuf> {
    let named = |name: &str, directories: Vec<PathBuf>| directories.into_iter().find(|at| at.join(name).exists());
    match server {
        Server::Sqlite => None,
        Server::Postgres => {
            let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
                .ok()?
                .flatten()
                .map(|entry| entry.path().join("bin"))
                .collect();
            versions.sort();
            named("initdb", versions.into_iter().rev().collect())
        }
        Server::MariaDb => named("mariadbd", vec!["/usr/sbin".into(), "/usr/bin".into()]),
    }
}
