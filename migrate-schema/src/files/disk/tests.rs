use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

/// A directory of its own, gone when the test is over.
struct Temp(PathBuf);

impl Temp {
    /// With these files; a path that ends in `/` is a directory.
    fn new(files: &[(&str, &[u8])]) -> Temp {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let temp = Temp(std::env::temp_dir().join(format!("migrate-disk-{}-{number}", std::process::id())));
        fs::create_dir_all(temp.0.join("migrations")).expect("a new directory");
        for (path, bytes) in files {
            let path = temp.0.join("migrations").join(path);
            let folder = if path.to_string_lossy().ends_with('/') { Some(path.as_path()) } else { path.parent() };
            fs::create_dir_all(folder.expect("it has a parent")).expect("a new directory");
            if !path.to_string_lossy().ends_with('/') {
                fs::write(&path, bytes).expect("a new file");
            }
        }
        temp
    }

    /// The files found, and what was said: `path:line:column message | help`, one a line.
    fn read(&self, folder: &str) -> (Option<Folder>, String) {
        let (mut sources, mut out) = (Sources::new(), Vec::new());
        let folder = read(&self.0.join(folder), folder, &mut sources, &mut out);
        let lines: Vec<String> = out
            .iter()
            .map(|d| {
                let at = d.at.map(|at| {
                    let source = sources.get(at.source);
                    format!("{}:{} ", source.path(), source.line_col(at.span.start as usize))
                });
                let help: String = d.help.iter().map(|help| format!(" | {help}")).collect();
                format!("{}{}{help}", at.unwrap_or_default(), d.message)
            })
            .collect();
        (folder, lines.join("\n"))
    }

    #[track_caller]
    fn check(&self, files: &[&str], problems: &str) {
        let (folder, said) = self.read("migrations");
        let folder = folder.expect("it is there");
        assert_eq!(folder.files.iter().map(|file| file.file.as_str()).collect::<Vec<_>>(), files);
        assert_eq!(said, problems);
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        // A directory that stays is no reason to fail.
        let _ = fs::remove_dir_all(&self.0);
    }
}

const SQL: &[u8] = b"-- migrate:up\nSELECT 1;\n";

/// These files give these migrations and this to say.
#[track_caller]
fn check(files: &[(&str, &[u8])], migrations: &[&str], problems: &str) {
    Temp::new(files).check(migrations, problems);
}

#[test]
fn files_are_read_in_the_order_of_their_names() {
    let temp =
        Temp::new(&[("2_b.sql", SQL), ("10_c.sql", SQL), ("1_a.sql", SQL), ("migrate.toml", b"dialect = \"sqlite\"")]);
    temp.check(&["10_c.sql", "1_a.sql", "2_b.sql"], "");
    let folder = temp.read("migrations").0.expect("it is there");
    assert_eq!(folder.read, ["10_c.sql", "1_a.sql", "2_b.sql", "migrate.toml"]);
    assert_eq!(folder.settings.dialects, [migrate_core::Dialect::Sqlite]);
    check(&[], &[], "");
}

#[test]
fn junk_and_what_the_settings_ignore_is_passed_over() {
    let files: &[(&str, &[u8])] = &[
        ("1_a.sql", SQL),
        (".DS_Store", b"\xff"),
        ("1_a.sql~", SQL),
        ("README.md", b"x"),
        (".git/x", b"x"),
        ("old/1_a.sql", SQL),
        ("data.csv", b"x"),
        ("migrate.toml", b"ignore = [\"*.csv\", \"old/\"]"),
    ];
    check(files, &["1_a.sql"], "");
    check(
        &[("migrate.toml", b"ignore = [\n\"*.bak\"]")],
        &[],
        "migrations/migrate.toml:2:1 `*.bak` matches no file | delete it",
    );
}

#[test]
fn every_other_file_is_an_error() {
    check(
        &[("notes.txt", b"x")],
        &[],
        "migrations/notes.txt:1:1 `notes.txt` is neither a migration nor ignored \
         | move it out of the folder, or ignore it in `migrate.toml`: `ignore = [\"*.txt\"]`",
    );
    check(
        &[("Makefile", b"x")],
        &[],
        "migrations/Makefile:1:1 `Makefile` is neither a migration nor ignored \
         | move it out of the folder, or ignore it in `migrate.toml`: `ignore = [\"Makefile\"]`",
    );
    check(
        &[("Migrate.toml", b"x")],
        &[],
        "migrations/Migrate.toml:1:1 `Migrate.toml` is neither a migration nor ignored \
         | the settings are in `migrate.toml`: rename it",
    );
    check(
        &[("schema.sql", SQL)],
        &[],
        "migrations/schema.sql:1:1 `schema.sql` is called like a whole schema, not like a migration \
         | move it out of the folder, or ignore it in `migrate.toml`: `ignore = [\"schema.sql\"]`",
    );
    check(
        &[("1_a.sql", b" \n")],
        &[],
        "migrations/1_a.sql:1:1 `1_a.sql` is empty | write `-- migrate:up` and the SQL below it, or delete the file",
    );
    check(
        &[("deep/1_a.sql", SQL)],
        &[],
        "migrations/deep:1:1 `deep` is a directory, and it is not looked into \
         | set `recursive = true` or `versions = [\".\", \"deep\"]` in `migrate.toml` \
         | or ignore it there: `ignore = [\"deep/\"]`",
    );
}

#[test]
fn several_directories() {
    let files: &[(&str, &[u8])] = &[("a/b/2.sql", SQL), ("1.sql", SQL), ("c/3.sql", SQL)];
    let with = |settings: &'static [u8]| Temp::new(&[files, &[("migrate.toml", settings)]].concat());
    with(b"recursive = true").check(&["1.sql", "a/b/2.sql", "c/3.sql"], "");
    with(b"versions = [\".\", \"a/b\", \"c\"]").check(&["1.sql", "a/b/2.sql", "c/3.sql"], "");
    with(b"versions = [\".\", \"a\"]\nrecursive = true\nignore = [\"c/\"]").check(&["1.sql", "a/b/2.sql"], "");
    with(b"versions = [\"c\"]").check(
        &["c/3.sql"],
        "migrations/1.sql:1:1 `1.sql` is in none of the directories of `versions` \
         | move it into one of them, or add `\".\"` to `versions`\n\
         migrations/a:1:1 `a` is a directory, and it is not looked into \
          | add it to `versions` in `migrate.toml`: `\"a\"` \
          | or ignore it there: `ignore = [\"a/\"]`",
    );
    with(b"recursive = true\nversions = [\".\", \"d\"]").check(
        &["1.sql", "a/b/2.sql", "c/3.sql"],
        "migrations/migrate.toml:2:18 there is no directory `migrations/d` | make it, or delete it here",
    );
}

#[test]
fn bytes_that_are_no_utf8() {
    check(
        &[("1_a.sql", b"-- migrate:up\r\nSELECT 'caf\xe9';\n")],
        &[],
        "migrations/1_a.sql:2:12 `1_a.sql` is not UTF-8 \
         | if it is Windows-1252: `iconv -f WINDOWS-1252 -t UTF-8 1_a.sql > new.sql`",
    );
    check(
        &[("1_a.sql", b"\xff\xfe-\0-\0")],
        &[],
        "migrations/1_a.sql:1:1 `1_a.sql` is not UTF-8 \
         | it looks like UTF-16: `iconv -f UTF-16 -t UTF-8 1_a.sql > new.sql`",
    );
    check(
        &[("1_a.sql", b"-\0-\0")],
        &[],
        "migrations/1_a.sql:1:2 `1_a.sql` holds a NUL, so it is no text in UTF-8 \
         | if it is UTF-16: `iconv -f UTF-16LE -t UTF-8 1_a.sql > new.sql`",
    );
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let temp = Temp::new(&[]);
    let file = fs::File::create(temp.0.join("migrations/1_a.sql")).expect("a new file");
    file.set_len(LARGEST + 1).expect("a file with a hole");
    temp.check(
        &[],
        "migrations/1_a.sql:1:1 `1_a.sql` is larger than 64 MiB \
         | load data with the tools of the database, outside of the migrations",
    );
}

#[test]
fn the_folder_is_missing() {
    let temp = Temp::new(&[("1_a.sql", SQL)]);
    let check = |folder, expected: &str| assert_eq!(temp.read(folder), (None, expected.to_owned()));
    check("migration", "there is no folder `migration` | there are migrations in `migrations`");
    check("migrations/1_a.sql", "`migrations/1_a.sql` is not a folder | give the folder that holds the migrations");
    fs::create_dir(temp.0.join("crate")).expect("a new directory");
    let (mut sources, mut out) = (Sources::new(), Vec::new());
    assert_eq!(read(&temp.0.join("crate/migrations"), "migrations", &mut sources, &mut out), None);
    assert_eq!(out[0].help, ["there are migrations in `../migrations`"]);
    assert_eq!(out[0].notes, [format!("looked for `{}`", temp.0.join("crate/migrations").display())]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links() {
        let temp = Temp::new(&[("1_a.sql", SQL), ("../elsewhere.sql", SQL)]);
        let link =
            |target: &str, name: &str| symlink(target, temp.0.join("migrations").join(name)).expect("a new link");
        link("1_a.sql", "2_b.sql");
        link("../elsewhere.sql", "3_c.sql");
        // Emacs locks a file so.
        link("user@host.1", ".#1_a.sql");
        temp.check(&["1_a.sql", "2_b.sql", "3_c.sql"], "");
        link("nowhere.sql", "4_d.sql");
        link(".", "loop");
        let (folder, problems) = temp.read("migrations");
        assert_eq!(folder.expect("it is there").files.len(), 3);
        assert_eq!(
            problems,
            "migrations/4_d.sql:1:1 `4_d.sql` is a link to `nowhere.sql`, which cannot be reached: \
             No such file or directory (os error 2) \
             | mend the link, or delete it\n\
             migrations/loop:1:1 `loop` is a link to `migrations`, which contains it \
              | delete the link, or ignore it in `migrate.toml`: `ignore = [\"loop\"]`"
        );
    }

    #[test]
    fn names_that_differ_only_in_case() {
        check(
            &[("1_a.sql", SQL), ("1_A.sql", SQL)],
            &["1_A.sql", "1_a.sql"],
            "migrations/1_a.sql:1:1 `1_a.sql` and `1_A.sql` differ only in case | rename one of them",
        );
    }

    #[test]
    fn names_that_are_no_utf8() {
        let temp = Temp::new(&[]);
        let name = std::ffi::OsStr::from_bytes(b"1_\xe9.sql");
        fs::write(temp.0.join("migrations").join(name), SQL).expect("a new file");
        temp.check(&[], "migrations/1_\u{fffd}.sql:1:1 the name of the file is not UTF-8 | rename it");
    }

    #[test]
    fn what_is_no_file() {
        let temp = Temp::new(&[]);
        let _socket = std::os::unix::net::UnixListener::bind(temp.0.join("migrations/1_a.sql")).expect("a new socket");
        temp.check(
            &[],
            "migrations/1_a.sql:1:1 `1_a.sql` is neither a file nor a directory \
             | move it out of the folder, or ignore it in `migrate.toml`: `ignore = [\"1_a.sql\"]`",
        );
    }
}
