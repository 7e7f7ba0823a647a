use std::time::Duration;

use super::*;
use crate::source::{Source, Sources};

fn parse(text: &str) -> (Settings, String) {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("migrations/migrate.toml", text));
    let mut out = Vec::new();
    let settings = read(id, sources.get(id), &mut out);
    let line = |d: &Diagnostic| {
        let at = sources.get(id).line_col(d.at.expect("all have a place").span.start as usize);
        let help: String = d.help.iter().map(|help| format!(" | {help}")).collect();
        format!("{at} {}{help}", d.message)
    };
    (settings, out.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// The text has this problem, or these, one a line; `""` for none.
#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(parse(text).1, expected, "{text}");
}

#[test]
fn everything_is_read() {
    let (settings, problems) = parse(
        "dialect = [\"postgres\", \"sqlite\"]\n\
         server_version = { sqlite = \"3.40\", postgres = \"16\" }\nids = \"hex\"\n\
         file_template = \"{id}_{year}_{slug}\"\nheads = \"many\"\nignore = [\"*.bak\", \"old/\"]\nrecursive = true\n\
         versions = [\"core\", \"./billing/\"]\nlayout = \"native\"\n[ledger]\ntable = \"t\"\n",
    );
    assert_eq!(problems, "");
    assert_eq!(settings.dialects, [Dialect::Postgres, Dialect::Sqlite]);
    assert_eq!(settings.server_version(Dialect::Postgres), ServerVersion::parse("16"));
    assert_eq!(settings.server_version(Dialect::Sqlite), Some(ServerVersion { major: 3, minor: 40, patch: 0 }));
    assert_eq!((settings.ids, settings.heads), (IdStyle::Hex, Heads::Many));
    assert_eq!(settings.file_template.as_str(), "{id}_{year}_{slug}");
    assert_eq!(settings.ignore.iter().map(|p| p.value.as_str()).collect::<Vec<_>>(), ["*.bak", "old/"]);
    assert_eq!(settings.versions.iter().map(|v| v.value.as_str()).collect::<Vec<_>>(), ["core", "billing"]);
    assert!(settings.recursive);
    assert_eq!((settings.ledger.table.as_ref(), settings.ledger.schema), ("t", None));
    assert_eq!(parse("dialect = \"pg\"\nserver_version = \"15.4\"").1, "");
}

#[test]
fn unknown_keys() {
    check("dialetc = \"sqlite\"", "1:1 unknown setting `dialetc` | did you mean `dialect`?");
    check("dialects = [\"sqlite\"]", "1:1 unknown setting `dialects` | did you mean `dialect`?");
    check("server-version = \"1\"", "1:1 unknown setting `server-version` | did you mean `server_version`?");
    check("frobnicate = 1", "1:1 unknown setting `frobnicate`");
    check("table = \"x\"", "1:1 unknown setting `table` | write it below `[ledger]`: `table = …`");
    check("[ledger]\ntabel = \"x\"", "2:1 unknown setting of `ledger` `tabel` | did you mean `table`?");
    check(
        "dialect = \"mysql\"\nserver_version = { sqlite = \"3\" }",
        "2:20 unknown dialect of `server_version` `sqlite`",
    );
}

#[test]
fn wrong_types() {
    check("dialect = 1", "1:11 `dialect` is a text or a list of texts");
    check("dialect = [1]", "1:12 `dialect` is a text or a list of texts");
    check("ids = true", "1:7 `ids` is a text: `timestamp`, `hex`, `counter`");
    check("recursive = \"yes\"", "1:13 `recursive` is `true` or `false`");
    check("ignore = \"*.bak\"", "1:10 `ignore` is a list of texts");
    check("ledger = \"x\"", "1:10 `ledger` is a table: `[ledger]`, and below it `table = \"migrate_ledger\"`");
    check("dialect = \"mariadb\"\nserver_version = 10.10", "2:18 `server_version` is a text, as in `\"10.11\"`");
    check("file_template = 1", "1:17 `file_template` is a text, as in `\"{id}_{slug}\"`");
}

#[test]
fn bad_values() {
    check(
        "dialect = \"postgre\"",
        "1:11 unknown dialect `postgre`, only `postgres`, `mysql`, `mariadb`, `sqlite` | did you mean `postgres`?",
    );
    check("dialect = []", "1:11 `dialect` names no dialect");
    check("dialect = [\"pg\", \"postgres\"]", "1:18 `postgres` is named twice");
    check("heads = \"two\"", "1:9 `heads` cannot be `two`, only `one`, `many`");
    check(
        "ids = \"timestmap\"",
        "1:7 `ids` cannot be `timestmap`, only `timestamp`, `hex`, `counter` | did you mean `timestamp`?",
    );
    check(
        "layout = \"sqlz\"",
        "1:10 `layout` cannot be `sqlz`, only `native`, `golang-migrate`, `sqlx`, `diesel`, `flyway`, `refinery`, \
         `goose`, `dbmate`, `prisma`, `drizzle` | did you mean `sqlx`?",
    );
    check(
        "dialect = \"mysql\"\nserver_version = \"8.x\"",
        "2:18 `8.x` is no version: one to three numbers with dots between, as in `16` or `10.11.6`",
    );
    check("server_version = \"8\"", "1:18 `server_version` needs `dialect`: of which server is it?");
    check(
        "dialect = [\"mysql\", \"sqlite\"]\nserver_version = \"8\"",
        "2:18 one `server_version` for several dialects | write `server_version = { mysql = \"…\", sqlite = \"…\" }`",
    );
    check("[ledger]\ntable = \"\"", "2:9 `ledger.table` is empty");
    check("[ledger]\ntable = \"a\\u0000b\"", "2:9 `ledger.table` holds a control character");
    check(
        &format!("[ledger]\ntable = \"{}\"", "a".repeat(64)),
        "2:9 `ledger.table` has 64 bytes, and 63 are the most that every server takes",
    );
    check(
        "dialect = \"sqlite\"\n[ledger]\nschema = \"a\"",
        "3:10 SQLite has no schemas, so `ledger.schema` cannot be set | delete the line",
    );
    check("ignore = [\"*\"]", "1:11 `ignore` cannot have `*`: it matches every file");
    check(
        "ignore = [\"[ab].sql\"]",
        "1:11 `ignore` cannot have `[ab].sql`: only `*` and `?` are special, and `/` stands between directories",
    );
    check("ignore = [\"**/x\"]", "1:11 `ignore` cannot have `**/x`: `*` is any text of one name; there is no `**`");
    check("ignore = [\"a\", \"a\"]", "1:16 `a` is named twice");
    check(
        "versions = [\"../x\"]",
        "1:13 `versions` cannot have `../x`: it names directories inside the folder \
         | for example `versions = [\"core\", \"billing\"]`",
    );
}

#[test]
fn models() {
    let (settings, problems) = parse(
        "[models]\nschema = \"../schema.sql\"\nrust = [\"../src/\", \"../../core/src/models.rs\"]\ndrift = \"warn\"\n\
         include = [\"users\"]\nexclude = [\"users.legacy\"]\n",
    );
    assert_eq!(problems, "");
    let values = |list: &[Spanned<String>]| list.iter().map(|item| item.value.clone()).collect::<Vec<_>>();
    assert_eq!(values(&settings.models.schema), ["../schema.sql"]);
    assert_eq!(values(&settings.models.rust), ["../src", "../../core/src/models.rs"]);
    assert_eq!(settings.models.drift, Drift::Warn);
    check("models = \"../src\"", "1:10 `models` is a table: `[models]`, and below it `rust = \"../src\"`");
    check("[models]\nrsut = \"x\"", "2:1 unknown setting of `models` `rsut` | did you mean `rust`?");
    check("drift = \"deny\"", "1:1 unknown setting `drift` | write it below `[models]`: `drift = …`");
    check("[models]\nrust = 1", "2:8 `models.rust` is a text or a list of texts");
    check("[models]\nrust = []", "2:8 `models.rust` names no path | delete the line");
    check("[models]\nrust = \"\"", "2:8 `models.rust` cannot have ``: it is empty");
    check(
        "[models]\nschema = [\"/a\"]",
        "2:11 `models.schema` cannot have `/a`: paths begin in this folder, as `../src`",
    );
    check(
        "[models]\ndrift = \"dney\"",
        "2:9 `models.drift` cannot be `dney`, only `deny`, `warn`, `allow` | did you mean `deny`?",
    );
    check("[models]\ninclude = \"users\"", "2:11 `models.include` is a list of texts");
    check("[models]\nexclude = [\"users.\"]", "2:12 `models.exclude` cannot have `users.`: a name is missing in it");
    check(
        "[models]\nexclude = [\"a.b.c.d\"]",
        "2:12 `models.exclude` cannot have `a.b.c.d`: it is a table, `table.column`, `schema.table` or \
         `schema.table.column`",
    );
}

#[test]
fn a_set_without_a_dialect() {
    let (settings, problems) = parse("");
    assert_eq!((&settings.dialects, problems.as_str()), (&Vec::new(), ""));
    let mut out = Vec::new();
    settings.check_dialect("migrations", &mut out);
    assert_eq!(out[0].message, "it is not said which database the migrations are for");
}

#[test]
fn templates() {
    let check =
        |text, expected: Option<&str>| assert_eq!(FileTemplate::parse(text).err().as_deref(), expected, "{text}");
    check("{id}", None);
    check("{id}_{slug}", None);
    check("{id}_{year}{month}{day}_{hour}-{minute}-{second}_{slug}", None);
    check("{slug}_{id}", Some("it begins with `{id}`, because the id is read from there"));
    check("{id}-{slug}", Some("`_` follows `{id}`, because that is where the id ends"));
    check("{id}_{slug}.sql", Some("`.sql` is added to it"));
    check(
        "{id}_{name}",
        Some(
            "there is no `{name}`, only `{id}`, `{slug}`, `{year}`, `{month}`, `{day}`, `{hour}`, `{minute}`, \
             `{second}`",
        ),
    );
    check("{id}_{slug", Some("a brace has no partner"));
    check("{id}_a/b", Some("a file name of a migration does not hold `/`"));
}

#[test]
fn levels_of_lints() {
    let (settings, problems) = parse("[lints]\nsince = \"3\"\nonline = \"warn\"\ndrop-table = \"deny\"");
    assert_eq!(problems, "");
    let levels: Vec<_> = settings.lints.levels.iter().map(|(name, level)| (name.value.as_str(), *level)).collect();
    assert_eq!(levels, [("drop-table", Level::Deny), ("online", Level::Warn)]);
    assert_eq!(settings.lints.since.map(|since| since.value).as_deref(), Some("3"));
    check(
        "[lints]\nonline = \"wran\"",
        "2:10 `lints.online` cannot be `wran`, only `allow`, `warn`, `deny` | did you mean `warn`?",
    );
    check("lints = \"warn\"", "1:9 `lints` is a table: `[lints]`, and below it `drop-table = \"deny\"`");
    check("[lints]\nsince = 3", "2:9 `since` is the id of a revision, in quotes");
}

#[test]
fn all_problems_at_once() {
    check(
        "ids = 1\nheads = 2\nx = 3",
        "2:9 `heads` is a text: `one`, `many`\n\
         1:7 `ids` is a text: `timestamp`, `hex`, `counter`\n3:1 unknown setting `x`",
    );
    let (_, problems) = parse("dialect = \"sqlite\nids = ");
    assert!(problems.starts_with("1:"), "{problems}");
    assert!(problems.contains("`migrate.toml` is not TOML: "), "{problems}");
}

#[test]
fn the_session_has_limits() {
    let (settings, problems) = parse(
        "dialect = \"sqlite\"\nlock = \"lease\"\n[session]\ntable_lock_timeout = \"1.5s\"\nstatement_timeout = \"none\"\n\
         lock_retries = 3\n",
    );
    assert_eq!(problems, "");
    assert_eq!(settings.lock, Lock::Lease);
    assert_eq!(settings.limits.table_lock, Limit::After(Duration::from_millis(1500)));
    assert_eq!((settings.limits.statement, settings.limits.lock_retries), (Limit::Off, Some(3)));
    let (_, problems) = parse(
        "dialect = \"sqlite\"\nlock_timeout = \"5s\"\nlock = \"rows\"\n[session]\ntable_lock_timeout = 5\n\
         statement_timeout = \"0s\"\nlock_retries = -1\nlock_timeout = \"5s\"\n",
    );
    for part in [
        "unknown setting `lock_timeout`",
        "`lock` cannot be `rows`, only `server`, `lease`",
        "`session.table_lock_timeout` is a text",
        "`session.statement_timeout` cannot be `0s`",
        "`session.lock_retries` is 0 to 1000",
        "unknown setting of `session` `lock_timeout`",
    ] {
        assert!(problems.contains(part), "{part}: {problems}");
    }
}

#[test]
fn what_is_printed_is_read_the_same() {
    let spanned = |text: &str| Spanned { value: text.to_owned(), span: crate::source::Span::new(0, 0) };
    let full = Settings {
        dialects: vec![Dialect::Postgres, Dialect::MariaDb],
        server_versions: vec![(Dialect::MariaDb, ServerVersion { major: 10, minor: 11, patch: 0 })],
        ledger: Ledger { table: "a\"b\\".into(), schema: Some("s".into()) },
        lock: Lock::Lease,
        limits: Limits {
            table_lock: Limit::After(Duration::from_millis(1500)),
            statement: Limit::Off,
            lock_retries: Some(3),
        },
        ids: IdStyle::Counter,
        file_template: FileTemplate::parse("{id}").expect("it is good"),
        heads: Heads::Many,
        newer: Newer::Refuse,
        ignore: vec![spanned("*.bak")],
        recursive: true,
        versions: vec![spanned("core")],
        layout: Layout::named("golang-migrate"),
        lints: LintSettings {
            levels: vec![(spanned("drop-table"), Level::Deny), (spanned("online"), Level::Warn)],
            since: Some(spanned("7")),
        },
        models: Models {
            schema: vec![spanned("../schema.sql")],
            rust: vec![spanned("../src")],
            drift: Drift::Deny,
            include: vec![spanned("users")],
            exclude: vec![spanned("users.legacy")],
        },
        source: None,
    };
    let one = Settings {
        dialects: vec![Dialect::Sqlite],
        server_versions: vec![(Dialect::Sqlite, ServerVersion { major: 3, minor: 40, patch: 1 })],
        ..Settings::default()
    };
    for settings in [Settings::default(), one, full] {
        let text = settings.print();
        let (mut read, problems) = parse(&text);
        assert_eq!(problems, "", "{text}");
        read.source = None;
        let places = read.lints.levels.iter_mut().map(|(name, _)| name).chain(&mut read.lints.since);
        places.for_each(|name| name.span = crate::source::Span::new(0, 0));
        let models = &mut read.models;
        for list in [
            &mut read.ignore,
            &mut read.versions,
            &mut models.schema,
            &mut models.rust,
            &mut models.include,
            &mut models.exclude,
        ] {
            list.iter_mut().for_each(|item| item.span = crate::source::Span::new(0, 0));
        }
        assert_eq!(read, settings, "{text}");
    }
    assert_eq!(
        Settings { dialects: vec![Dialect::Sqlite], ..Settings::default() }.print(),
        r#"# What the SQL is written for: postgres, mysql, mariadb, sqlite; several as ["postgres", "sqlite"].
dialect = "sqlite"

# The oldest server that it must work on.
# server_version = "16"

# "one": the set ends in one revision, and two people who add one at the same time are told.
# "many": branches may stay apart.
# heads = "one"

# A program that finds revisions in the database which it does not know: "allow" (as while a new version is
# rolled out) or "refuse".
# newer = "allow"

# How new revisions are called: "timestamp" (UTC), "hex" (random, as Alembic does), "counter" (0001).
# ids = "timestamp"

# How new files are called, without .sql. Also {year}, {month}, {day}, {hour}, {minute}, {second}.
# file_template = "{id}_{slug}"

# Files that are no migrations; dir/ is a directory. Dotfiles and *.md are ignored anyway.
# ignore = ["*.bak"]

# Whether directories inside this one belong to the set.
# recursive = true

# The directories that hold the files, if it is not this one.
# versions = ["core", "billing"]

# Whose files these are, if they do not show it themselves:
# "native", "golang-migrate", "sqlx", "diesel", "flyway", "refinery", "goose", "dbmate", "prisma", "drizzle".
# layout = "native"

# What keeps two processes apart: "server" is its own locks, "lease" a row that expires, for servers without them.
# lock = "server"

# The table of applied revisions.
# [ledger]
# table = "migrate_ledger"
# schema = "public"

# How loud each lint is: "allow", "warn" or "deny". `migrate explain` lists them and their groups.
# [lints]
# online = "warn"
# drop-table = "deny"

# The schema that `migrate new --autogenerate` writes migrations for: CREATE statements, or structs
# that derive Table. drift = "deny": the build fails where models and migrations differ.
# [models]
# schema = "../schema.sql"
# rust = "../src"
# include = ["users", "teams.name"]
# exclude = ["spatial_ref_sys", "users.legacy"]
# drift = "deny"

# The session in which migrations run: how long a statement waits for a lock that the application holds, how
# often it is tried again, and how long it may take; "none" is no limit.
# [session]
# table_lock_timeout = "5s"
# statement_timeout = "none"
# lock_retries = 10
"#
    );
}
