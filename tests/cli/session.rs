//! Reading, playing and writing sessions.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::normal::Normal;

/// What came back.
struct Answer {
    stdout: String,
    stderr: String,
    code: i32,
}

impl Answer {
    fn said(stdout: String) -> Answer {
        Answer { stdout, stderr: String::new(), code: 0 }
    }
}

/// Plays a session and compares.
pub(crate) fn check(name: &str) {
    let path = crate::folder().join(format!("{name}.txt"));
    let expected = fs::read_to_string(&path).expect("the session").replace("\r\n", "\n");
    let actual = play(&expected);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &actual).expect("the session can be written");
        return;
    }
    let differs = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
    let line = differs.unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
    let near = |text: &str| {
        let lines: Vec<&str> = text.lines().skip(line.saturating_sub(5)).take(15).collect();
        lines.join("\n")
    };
    assert!(
        actual == expected,
        "{name}.txt:{} differs; UPDATE_GOLDEN=1 writes it anew\n\nexpected:\n{}\n\nfound:\n{}",
        line + 1,
        near(&expected),
        near(&actual)
    );
}

fn play(session: &str) -> String {
    let directory = tempfile::tempdir().expect("a temporary directory");
    // The command shows the directory as the system names it.
    let root = directory.path().canonicalize().expect("it is there").join("nothing/around");
    fs::create_dir_all(&root).expect("a directory");
    let mut normal = Normal::default();
    let mut out = String::new();
    let mut lines = session.lines().filter(|line| !line.starts_with(['|', '!', '['])).peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let Some(command) = line.strip_prefix("$ ") else { continue };
        let mut input = String::new();
        while let Some(text) = lines.next_if(|line| line.starts_with('>')) {
            out.push_str(text);
            out.push('\n');
            input.push_str(text.strip_prefix("> ").unwrap_or(""));
            input.push('\n');
        }
        let answer = run(&root, &normal.typed(command), &normal.typed(&input));
        for (mark, text) in [('|', &answer.stdout), ('!', &answer.stderr)] {
            let text = normal.answer(text, &root);
            let mut lines: Vec<&str> = text.lines().collect();
            // How often it is tried again differs.
            lines.dedup_by(|a, b| a == b && a.contains("waiting for the database"));
            for line in lines {
                let _ = writeln!(out, "{}", format!("{mark} {line}").trim_end());
            }
        }
        if answer.code != 0 {
            let _ = writeln!(out, "[{}]", answer.code);
        }
    }
    out
}

/// Commands that sessions know: `migrate`, with variables of the environment before it, and a few to make and look at
/// files.
fn run(root: &Path, command: &str, input: &str) -> Answer {
    let mut words = words(command);
    let program = words.iter().position(|word| !word.contains('=')).expect("a command");
    let variables: Vec<(String, String)> = words
        .drain(..program)
        .filter_map(|word| word.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())))
        .collect();
    let arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
    let path = |name: &str| root.join(name);
    match (words[0].as_str(), arguments.as_slice()) {
        ("migrate", _) => migrate(root, &variables, &arguments),
        ("write", [file]) => {
            fs::create_dir_all(path(file).parent().expect("the root")).expect("a directory");
            fs::write(path(file), input).expect("a file");
            Answer::said(String::new())
        }
        ("append", [file]) => {
            let text = fs::read_to_string(path(file)).expect("a file");
            fs::write(path(file), text + input).expect("a file");
            Answer::said(String::new())
        }
        ("replace", [file, old, new]) => {
            let text = fs::read_to_string(path(file)).expect("a file");
            assert!(text.contains(old), "{file} holds no {old}");
            fs::write(path(file), text.replace(old, new)).expect("a file");
            Answer::said(String::new())
        }
        ("mkdir", [folder]) => {
            fs::create_dir_all(path(folder)).expect("a directory");
            Answer::said(String::new())
        }
        ("cat", [file]) => Answer::said(fs::read_to_string(path(file)).expect("a file")),
        ("rm", [file]) => {
            let target = path(file);
            if target.is_dir() { fs::remove_dir_all(target) } else { fs::remove_file(target) }.expect("it is there");
            Answer::said(String::new())
        }
        ("ls", [folder]) => {
            let mut names = Vec::new();
            list(&path(folder), "", &mut names);
            names.sort();
            Answer::said(names.join("\n"))
        }
        ("sql", [file, sql]) => Answer::said(query(&path(file), sql)),
        ("graph", _) => {
            graph(&path("migrations"), &arguments.join(" "));
            Answer::said(String::new())
        }
        (other, _) => panic!("sessions do not know `{other}` with {} arguments", arguments.len()),
    }
}

fn migrate(root: &Path, variables: &[(String, String)], arguments: &[&str]) -> Answer {
    let mut command = Command::new(migrate_tests::binary());
    command.args(arguments).current_dir(root).stdin(std::process::Stdio::null());
    for name in [
        "MIGRATE_DIR",
        "MIGRATE_DATABASE_URL",
        "DATABASE_URL",
        "VISUAL",
        "EDITOR",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
    ] {
        command.env_remove(name);
    }
    let (directory, variables): (Vec<_>, Vec<_>) = variables.iter().partition(|(name, _)| name == "IN");
    if let Some((_, directory)) = directory.first() {
        command.current_dir(root.join(directory));
    }
    command.envs(variables.into_iter().map(|(name, value)| (name, value)));
    let output = command.output().expect("the command starts");
    Answer {
        stdout: String::from_utf8(output.stdout).expect("text"),
        stderr: String::from_utf8(output.stderr).expect("text"),
        code: output.status.code().expect("no signal"),
    }
}

/// Words as a shell cuts them: white space, and quotes of both kinds.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in command.chars() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a directory") {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() { list(&entry.path(), &format!("{name}/"), names) } else { names.push(name) }
    }
}

/// The rows of a query, their columns as text, with spaces between.
fn query(file: &Path, sql: &str) -> String {
    use sqlx::{Column, Connection, Row, TypeInfo, ValueRef};
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    let rows = migrate_tests::block_on(async {
        let mut connection = sqlx::SqliteConnection::connect(&url).await?;
        let rows = sqlx::raw_sql(sql).fetch_all(&mut connection).await?;
        connection.close().await?;
        Ok::<_, sqlx::Error>(rows)
    })
    .expect("the SQL of the session");
    let text = |row: &sqlx::sqlite::SqliteRow, i: usize| {
        let value = row.try_get_raw(i).expect("a column");
        match value.type_info().name() {
            "INTEGER" => row.get::<i64, _>(i).to_string(),
            "NULL" => "NULL".to_owned(),
            _ => row.get::<String, _>(i),
        }
    };
    let row = |row: &sqlx::sqlite::SqliteRow| {
        row.columns().iter().map(|column| text(row, column.ordinal())).collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// A set in one line, as the tests of the graph write it: `r; a<r L=left; b<r; m<a,b D=x`. `many` before it allows
/// several heads. Each revision makes a table of its name.
fn graph(folder: &Path, text: &str) {
    fs::create_dir_all(folder).expect("a directory");
    let (heads, text) = match text.strip_prefix("many ") {
        Some(text) => ("heads = \"many\"\n", text),
        None => ("", text),
    };
    fs::write(folder.join("migrate.toml"), format!("dialect = \"sqlite\"\n{heads}")).expect("a file");
    for line in text.split(';') {
        let mut words = line.split_whitespace();
        let head = words.next().expect("a revision");
        let (id, parents) = head.split_once('<').unwrap_or((head, "none"));
        let mut file = format!("-- Make {id}\n-- migrate:revises {}\n", parents.replace(',', " "));
        for word in words {
            let _ = match word.split_at(2) {
                ("L=", labels) => writeln!(file, "-- migrate:label {}", labels.replace(',', " ")),
                (_, names) => writeln!(file, "-- migrate:depends-on {}", names.replace(',', " ")),
            };
        }
        if !parents.contains(',') {
            let table = if id.starts_with(|c: char| c.is_ascii_digit()) { format!("t{id}") } else { id.to_owned() };
            let _ = write!(
                file,
                "\n-- migrate:up\nCREATE TABLE {table} (x INTEGER);\n\n-- migrate:down\nDROP TABLE {table};\n"
            );
        }
        fs::write(folder.join(format!("{id}_make_{id}.sql")), file).expect("a file");
    }
}
