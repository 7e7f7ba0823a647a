//! The programs whose builds are measured.

use std::path::{Path, PathBuf};
use std::process::Command;

use migrate_core::Dialect;

use super::measure::{self, Step, Used};

/// Who embeds the migrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// Nobody: what cargo and rustc take for a program of one line.
    Empty,
    Sqlx,
    Ours,
}

pub const PEERS: [Peer; 3] = [Peer::Empty, Peer::Sqlx, Peer::Ours];

impl Peer {
    pub const fn name(self) -> &'static str {
        match self {
            Peer::Empty => "empty",
            Peer::Sqlx => "sqlx",
            Peer::Ours => "migrate",
        }
    }
}

/// A package, and a migration of it that can be changed.
#[derive(Debug)]
pub struct Application {
    pub package: PathBuf,
    target: PathBuf,
    peer: Peer,
    changing: PathBuf,
}

impl Application {
    /// One with generated migrations for SQLite.
    pub fn generated(root: &Path, peer: Peer, count: usize) -> Application {
        let migrations = root.join(format!("{}{count}/migrations", peer.name()));
        std::fs::create_dir_all(&migrations).expect("a directory");
        if peer == Peer::Ours {
            std::fs::write(migrations.join("migrate.toml"), "dialect = \"sqlite\"\n").expect("settings");
        }
        for n in 1..=count {
            let (up, down) = crate::migration(n);
            let text = match peer {
                Peer::Ours => {
                    let parent = if n == 1 { "none".to_owned() } else { format!("{:05}", n - 1) };
                    format!("-- Table {n}\n-- migrate:revises {parent}\n\n-- migrate:up\n{up}\n-- migrate:down\n{down}")
                }
                Peer::Empty | Peer::Sqlx => up,
            };
            std::fs::write(migrations.join(format!("{n:05}_t{n}.sql")), text).expect("a migration");
        }
        Application::around(root, peer, Dialect::Sqlite, &migrations)
    }

    /// One with a copy of the migrations of a folder.
    pub fn of(root: &Path, peer: Peer, dialect: Dialect, set: &Path) -> Application {
        let migrations = root.join(format!("{}/migrations", peer.name()));
        std::fs::create_dir_all(&migrations).expect("a directory");
        for entry in std::fs::read_dir(set).expect("a folder") {
            let path = entry.expect("a file").path();
            std::fs::copy(&path, migrations.join(path.file_name().expect("a name"))).expect("a copy");
        }
        Application::around(root, peer, dialect, &migrations)
    }

    fn around(root: &Path, peer: Peer, dialect: Dialect, migrations: &Path) -> Application {
        let package = migrations.parent().expect("the package").to_owned();
        let name = package.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        std::fs::create_dir_all(package.join("src")).expect("a directory");
        let feature = match dialect {
            Dialect::Postgres => "postgres",
            Dialect::MySql | Dialect::MariaDb => "mysql",
            Dialect::Sqlite => "sqlite",
        };
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace");
        let dependency = match peer {
            Peer::Sqlx => format!(
                "sqlx = {{ version = \"0.9.0\", default-features = false, features = [\"runtime-tokio\", \"{feature}\", \"migrate\", \"macros\"] }}"
            ),
            Peer::Ours => {
                format!("migrate-runtime = {{ path = {:?}, features = [\"{feature}\"] }}", here.join("migrate-runtime"))
            }
            Peer::Empty => String::new(),
        };
        let manifest = format!(
            "[workspace]\n[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\n{dependency}\n"
        );
        std::fs::write(package.join("Cargo.toml"), manifest).expect("a manifest");
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(migrations).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "sql"));
        files.sort();
        let changing = files[files.len() / 2].clone();
        let application = Application { package, target: root.join("target"), peer, changing };
        application.write_program(0);
        application
    }

    fn write_program(&self, round: usize) {
        let main = match self.peer {
            Peer::Sqlx => {
                "static M: sqlx::migrate::Migrator = sqlx::migrate!();\nfn main() { println!(\"{}\", M.iter().count()); }\n"
                    .to_owned()
            }
            Peer::Ours => {
                "static M: migrate_runtime::Migrations = migrate_runtime::embed_migrations!(\"migrations\");\nfn main() { \
                 println!(\"{}\", M.revisions().len()); }\n"
                    .to_owned()
            }
            Peer::Empty => format!("fn main() {{ println!(\"{round}\"); }}\n"),
        };
        std::fs::write(self.package.join("src/main.rs"), main).expect("a program");
    }

    /// Builds what it needs, and itself.
    pub fn prepare(&self, step: Step) {
        measure::cargo(&self.package, &self.target, step.command());
    }

    /// One step, counted.
    pub fn measure(&self, step: Step, round: usize) -> Used {
        if !step.is_again() {
            let name = self.package.file_name().and_then(|name| name.to_str()).expect("a name");
            let status = Command::new("cargo")
                .args(["clean", "--quiet", "--package", name, "--target-dir"])
                .arg(&self.target)
                .current_dir(&self.package)
                .status();
            assert!(status.is_ok_and(|status| status.success()));
        } else if self.peer == Peer::Empty {
            self.write_program(round + 1);
        } else {
            let text = std::fs::read_to_string(&self.changing).expect("a migration");
            let text = text.split("-- round").next().unwrap_or_default().trim_end();
            std::fs::write(&self.changing, format!("{text}\n-- round {round}\n")).expect("a migration");
        }
        measure::cargo(&self.package, &self.target, step.command())
    }
}
