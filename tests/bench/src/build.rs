//! What an application pays in its builds for embedding its migrations, beside the same with `sqlx::migrate!`.

use std::path::Path;
use std::process::Command;

const PEERS: [&str; 3] = ["empty", "sqlx", "migrate"];

/// Prints CPU seconds of `cargo check` and `cargo build`, clean (dependencies built) and after one file changed.
pub fn run() {
    let root = tempfile::tempdir().expect("a directory");
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace");
    println!("CPU seconds (user + system), median of 5; the application is alone, its dependencies are built\n");
    println!("| migrations | step | empty | sqlx::migrate! | embed_migrations! | ratio to sqlx |");
    println!("|--:|---|--:|--:|--:|--:|");
    for count in [10, 100, 1000] {
        for peer in PEERS {
            write(&root.path().join(format!("{peer}{count}")), peer, count, &here);
        }
        for step in ["check", "check, one file changed", "build", "build, one file changed"] {
            let mut cells = Vec::new();
            for peer in PEERS {
                let package = root.path().join(format!("{peer}{count}"));
                cells.push(measure(&package, &root.path().join("target"), peer, step));
            }
            println!(
                "| {count} | {step} | {:.2} | {:.2} | {:.2} | {:.2} |",
                cells[0],
                cells[1],
                cells[2],
                cells[2] / cells[1]
            );
        }
    }
    println!("\nclean builds with all dependencies (SQLite), once:\n\n| | CPU s | crates |\n|---|--:|--:|");
    for peer in ["sqlx", "migrate"] {
        let package = root.path().join(format!("{peer}10"));
        let target = root.path().join(format!("clean-{peer}"));
        let seconds = cargo(&package, &target, "build");
        let crates =
            std::fs::read_to_string(package.join("Cargo.lock")).map_or(0, |lock| lock.matches("[[package]]").count());
        println!("| {peer} | {seconds:.1} | {crates} |");
    }
}

fn write(package: &Path, peer: &str, count: usize, here: &Path) {
    let migrations = package.join("migrations");
    std::fs::create_dir_all(package.join("src")).expect("a directory");
    std::fs::create_dir_all(&migrations).expect("a directory");
    let name = package.file_name().and_then(|name| name.to_str()).expect("a name");
    let dependency = match peer {
        "sqlx" => "sqlx = { version = \"0.9.0\", default-features = false, features = [\"runtime-tokio\", \"sqlite\", \"migrate\", \"macros\"] }".to_owned(),
        "migrate" => format!("migrate-runtime = {{ path = {:?}, features = [\"sqlite\"] }}", here.join("migrate-runtime")),
        _ => String::new(),
    };
    let manifest = format!(
        "[workspace]\n[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\n{dependency}\n"
    );
    std::fs::write(package.join("Cargo.toml"), manifest).expect("a manifest");
    let main = match peer {
        "sqlx" => {
            "static M: sqlx::migrate::Migrator = sqlx::migrate!();\nfn main() { println!(\"{}\", M.iter().count()); }\n"
        }
        "migrate" => {
            "static M: migrate_runtime::Migrations = migrate_runtime::embed_migrations!(\"migrations\");\nfn main() { println!(\"{}\", M.revisions().len()); }\n"
        }
        _ => "fn main() { println!(\"0\"); }\n",
    };
    std::fs::write(package.join("src/main.rs"), main).expect("a program");
    if peer == "migrate" {
        std::fs::write(migrations.join("migrate.toml"), "dialect = \"sqlite\"\n").expect("settings");
    }
    for n in 1..=count {
        let (up, down) = crate::migration(n);
        let (file, text) = match peer {
            "migrate" => {
                let parent = if n == 1 { "none".to_owned() } else { format!("{:05}", n - 1) };
                (
                    format!("{n:05}_t{n}.sql"),
                    format!(
                        "-- Table {n}\n-- migrate:revises {parent}\n\n-- migrate:up\n{up}\n-- migrate:down\n{down}"
                    ),
                )
            }
            _ => (format!("{n:05}_t{n}.sql"), up),
        };
        std::fs::write(migrations.join(file), text).expect("a migration");
    }
}

fn measure(package: &Path, target: &Path, peer: &str, step: &str) -> f64 {
    let command = if step.starts_with("check") { "check" } else { "build" };
    cargo(package, target, command);
    let changes = step.ends_with("changed");
    let file = package.join("migrations/00005_t5.sql");
    let mut seconds = Vec::new();
    for round in 0..5 {
        if changes {
            let text = std::fs::read_to_string(&file).expect("a migration");
            let text = match text.split_once("-- round") {
                Some((text, _)) => text.to_owned(),
                None => text,
            };
            std::fs::write(&file, format!("{text}-- round {round}\n")).expect("a migration");
            if peer == "empty" {
                std::fs::write(package.join("src/main.rs"), format!("fn main() {{ println!(\"{round}\"); }}\n"))
                    .expect("a program");
            }
        } else {
            let name = package.file_name().and_then(|name| name.to_str()).expect("a name");
            let status = Command::new("cargo")
                .args(["clean", "--quiet", "--package", name, "--target-dir"])
                .arg(target)
                .current_dir(package)
                .status();
            assert!(status.is_ok_and(|status| status.success()));
        }
        seconds.push(cargo(package, target, command));
    }
    crate::median(seconds)
}

/// Runs cargo and returns the CPU seconds of it and its children, as bash counts them.
fn cargo(package: &Path, target: &Path, command: &str) -> f64 {
    let script =
        format!("TIMEFORMAT='%U %S'; time cargo {command} --quiet --target-dir {:?} >/dev/null 2>out.log", target);
    let output = Command::new("bash").args(["-c", &script]).current_dir(package).output().expect("bash");
    assert!(output.status.success(), "{}", std::fs::read_to_string(package.join("out.log")).unwrap_or_default());
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    text.split_whitespace().filter_map(|number| number.parse::<f64>().ok()).sum()
}
