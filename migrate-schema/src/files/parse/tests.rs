use migrate_core::{Dialect, DialectSet};

use crate::diagnostic::Diagnostic;
use crate::files::{MarkKind, MigrationFile, Revises, check_dialects, parse, print};
use crate::source::{Source, Sources};

const PG: DialectSet = DialectSet::EMPTY.with(Dialect::Postgres);
const BOTH: DialectSet = PG.with(Dialect::Sqlite);

fn read(name: &str, text: &str, dialects: DialectSet) -> (Option<MigrationFile>, String, Source) {
    let mut sources = Sources::new();
    let id = sources.add(Source::new(name, text));
    let mut out = Vec::new();
    let file = parse(id, sources.get(id), name, dialects, &mut out);
    if let Some(file) = &file {
        check_dialects(file, sources.get(id), dialects, &mut out);
    }
    (file, out.iter().map(|d| line(&sources, d)).collect::<Vec<_>>().join("\n"), sources.get(id).clone())
}

/// `line:column message | help`
fn line(sources: &Sources, diagnostic: &Diagnostic) -> String {
    let at = diagnostic.at.expect("everything about a file has a place");
    let at = sources.get(at.source).line_col(at.span.start as usize);
    let help: String = diagnostic.help.iter().map(|help| format!(" | {help}")).collect();
    format!("{at} {}{help}", diagnostic.message)
}

#[track_caller]
fn check_in(dialects: DialectSet, text: &str, expected: &str) {
    assert_eq!(read("1_a.sql", text, dialects).1, expected, "{text}");
}

/// The text has this problem, or these, one a line; `""` for none.
#[track_caller]
fn check(text: &str, expected: &str) {
    check_in(PG, text, expected);
}

/// The text has no problem, and this is what it says in the form that `print` writes.
#[track_caller]
fn says(text: &str, expected: &str) {
    let (file, problems, source) = read("1_a.sql", text, PG);
    assert_eq!(problems, "", "{text}");
    assert_eq!(print(&file.expect("the name is good").draft(&source)), expected);
}

#[test]
fn everything_is_read() {
    let text = "\
-- Add users table
--
-- with emails
-- migrate:revises a1 b2
-- migrate:depends-on billing
-- migrate:label accounts
-- migrate:no-transaction

-- migrate:up
CREATE TABLE users (id INT);
-- migrate:trust
CREATE EXTENSION x;

-- migrate:down
DROP TABLE users;
";
    says(text, text);
    let (file, _, source) = read("core/1_add_users.sql", text, PG);
    let file = file.expect("the name is good");
    assert_eq!((file.id.as_str(), file.slug.as_str(), file.file.as_str()), ("1", "add_users", "core/1_add_users.sql"));
    assert_eq!(file.message, "Add users table\n\nwith emails");
    assert_eq!(file.revises.ids().iter().map(|id| source.slice(id.span)).collect::<Vec<_>>(), ["a1", "b2"]);
    assert_eq!(source.slice(file.depends_on[0].span), "billing");
    assert_eq!(source.slice(file.labels[0].span), "accounts");
    assert_eq!(file.marks.iter().map(|mark| &mark.kind).collect::<Vec<_>>(), [&MarkKind::Trust]);
    assert_eq!(source.slice(file.sections[1].directive), "-- migrate:down");
    assert_eq!(source.slice(file.sections[1].body), "DROP TABLE users;");
}

#[test]
fn parents_are_absent_none_or_some() {
    let revises = |header: &str| read("1.sql", &format!("{header}\n-- migrate:up\nx"), PG).0.expect("named").revises;
    assert_eq!(revises(""), Revises::Absent);
    assert!(matches!(revises("-- migrate:revises none"), Revises::None(_)));
    assert!(matches!(revises("-- migrate:revises 0"), Revises::Ids(ids) if ids.len() == 1));
    check(
        "-- migrate:revises\n-- migrate:up\nx",
        "1:1 `revises` needs a revision id | for example `-- migrate:revises 20261118091500`",
    );
    check(
        "-- migrate:revises a none\n-- migrate:up\nx",
        "1:22 `none` stands alone: a base has no parent | write `-- migrate:revises none`, or delete `none`",
    );
    check("-- migrate:revises a a\n-- migrate:up\nx", "1:22 `a` is named twice");
    check(
        "-- migrate:revises a, b\n-- migrate:up\nx",
        "1:20 the names behind `revises` are separated by spaces | write `-- migrate:revises a b`",
    );
    check("-- migrate:revises a@b\n-- migrate:up\nx", "1:20 the revision id holds `@`");
    check(
        "-- migrate:revises 7_add_users.sql\n-- migrate:up\nx",
        "1:20 the revision id holds `_` | write the id alone: `-- migrate:revises 7`",
    );
    check("-- migrate:label a-b\n-- migrate:up\nx", "1:18 the label holds `-`");
    check("-- migrate:label head\n-- migrate:up\nx", "1:18 `head` has a meaning of its own and cannot be a label");
    check(
        "-- migrate:depends-on\n-- migrate:up\nx",
        "1:1 `depends-on` needs a revision id or label | for example `-- migrate:depends-on billing`",
    );
}

#[test]
fn the_message_is_the_leading_comment() {
    says(
        "\n--\n--  indented\n--text\n\n-- more  \n--\n-- migrate:up\nx",
        "--  indented\n-- text\n-- more\n\n-- migrate:up\nx\n",
    );
    says(
        "-- migrate:revises 0\n-- after\n/* not this */\n-- migrate:up\nx",
        "-- after\n-- migrate:revises 0\n\n-- migrate:up\nx\n",
    );
    says("-- a\n-- migrate:up\n-- body\nx", "-- a\n\n-- migrate:up\n-- body\nx\n");
    let mysql = DialectSet::EMPTY.with(Dialect::MySql);
    assert_eq!(read("1.sql", "# hash\n-- migrate:up\nx", mysql).0.expect("named").message, "hash");
}

#[test]
fn unknown_directives() {
    check(
        "-- migrate:revise 1\n-- migrate:up\nx",
        "1:12 unknown directive `revise` | did you mean `-- migrate:revises 1`?",
    );
    check(
        "-- migrate:depends_on 1\n-- migrate:up\nx",
        "1:12 unknown directive `depends_on` | did you mean `-- migrate:depends-on 1`?",
    );
    check("-- migrate:UP\nx", "1:12 unknown directive `UP` | did you mean `-- migrate:up`?");
    check("-- migrate:up;\nx", "1:12 unknown directive `up;` | did you mean `-- migrate:up`?");
    check(
        "-- migrate:downgrade\nx\n-- migrate:up\nx",
        "1:12 unknown directive `downgrade` | did you mean `-- migrate:down`?",
    );
    check("-- migrate:frobnicate\n-- migrate:up\nx", "1:12 unknown directive `frobnicate`");
}

#[test]
fn misspelt_directives() {
    for misspelt in [
        "--migrate:up",
        "-- Migrate:up",
        "-- migrate: up",
        "-- migrate :up",
        "--  migrate:up",
        "/* migrate:up */",
        "# migrate:up",
        "// migrate:up",
        "-- +migrate:up",
        "-- migrate up",
        "--- migrate:up",
        "-- MIGRATE: Up",
    ] {
        check(&format!("{misspelt}\nx"), "1:1 misspelt directive `up` | write `-- migrate:up`");
    }
    check("-- migrate:up\nx\n--migrate:down\ny", "3:1 misspelt directive `down` | write `-- migrate:down`");
    check(
        "-- Migrate: revises  1 2\n-- migrate:up\nx",
        "1:1 misspelt directive `revises` | write `-- migrate:revises 1 2`",
    );
    check(
        "-- migrate: the old rows\n-- migrate:up\nx",
        "1:1 comments that begin `-- migrate:` are reserved for directives",
    );
    check("-- migrate:\n-- migrate:up\nx", "1:1 comments that begin `-- migrate:` are reserved for directives");
    // Prose is prose.
    check("-- Migrate: all of the rows\n-- migrate users up to the new table\n-- see migrate:up\n-- migrate:up\nx", "");
    // MySQL reads no comment in `--m`, and still it is a typo.
    check_in(
        DialectSet::EMPTY.with(Dialect::MySql),
        "-- migrate:up\nx;\n--migrate:down\ny",
        "3:1 misspelt directive `down` | write `-- migrate:down`",
    );
}

#[test]
fn a_directive_in_a_text_is_text() {
    check("-- migrate:up\nSELECT '\n-- migrate:dwon\n', \"\n-- migrate:down\n\";", "");
    check("-- migrate:up\nDO $a$\n-- migrate:down\n$a$;", "");
    check("-- migrate:up\n/*\n/* */\n-- migrate:down\n*/\nx", "");
    check("-- migrate:up\nSELECT 1 AS \"x -- migrate:down\", 'y -- migrate:down'", "");
    check("-- migrate:up\nx -- and a comment -- migrate:down\n", "");
    check(
        "-- migrate:up\nx; -- migrate:down\n",
        "2:4 a directive has a line of its own | move `-- migrate:down` to a line of its own",
    );
    check("/*\n-- migrate:down\n*/\n-- migrate:up\nx", "");
    // A quote that is never closed is reported where statements are cut. The next section stands.
    says("-- migrate:up\nSELECT 'a;\n\n-- migrate:down\ny", "-- migrate:up\nSELECT 'a;\n\n-- migrate:down\ny\n");
    let sqlite = DialectSet::EMPTY.with(Dialect::Sqlite);
    assert_eq!(read("1.sql", "-- migrate:up\nx /* a\n-- migrate:down\ny", sqlite).0.expect("named").sections.len(), 2);
}

#[test]
fn dialects_must_agree_on_what_is_a_directive() {
    check_in(
        BOTH,
        "-- migrate:up\nDO $a$\n-- migrate:down\n$a$;",
        "3:1 a directive for SQLite, but not for PostgreSQL \
         | write one section per dialect: `-- migrate:up postgres`, `-- migrate:up sqlite`",
    );
    check_in(BOTH, "-- migrate:up postgres\nDO $a$\n-- migrate:down\n$a$;\n-- migrate:up sqlite\nx", "");
}

#[test]
fn misplaced_and_repeated_directives() {
    check(
        "-- migrate:up\nx\n-- migrate:revises 1",
        "3:1 `revises` is about the whole file and stands above the first section \
         | move it above the first `-- migrate:up` or `-- migrate:down`",
    );
    check(
        "-- migrate:trust\n-- migrate:up\nx",
        "1:1 `trust` is about a statement and stands in a section \
         | move it below `-- migrate:up`, to the line above the statement",
    );
    check(
        "-- migrate:label a\n-- migrate:label b\n-- migrate:up\nx",
        "2:1 `label` is given twice | one line takes several: `-- migrate:label a b`",
    );
    check(
        "-- migrate:no-transaction\n-- migrate:no-transaction\n-- migrate:up\nx",
        "2:1 `no-transaction` is given twice",
    );
    check(
        "-- migrate:no-transaction yes\n-- migrate:up\nx",
        "1:27 `no-transaction` takes nothing behind it | write `-- migrate:no-transaction`",
    );
}

#[test]
fn irreversible_has_a_reason() {
    says(
        "-- migrate:irreversible \"it is \"gone\"\"\n-- migrate:up\nx",
        "-- migrate:irreversible \"it is \"gone\"\"\n\n-- migrate:up\nx\n",
    );
    // It may stand where the `down` section would.
    says(
        "-- migrate:up\nx\n\n-- migrate:irreversible \"gone\"\n",
        "-- migrate:irreversible \"gone\"\n\n-- migrate:up\nx\n",
    );
    check(
        "-- migrate:up\nx\n-- migrate:irreversible \"gone\"\ny",
        "4:1 SQL below `irreversible`, where it never runs | write `-- migrate:up` on a line above it",
    );
    check(
        "-- migrate:irreversible\n-- migrate:up\nx",
        "1:1 `irreversible` needs a reason in quotes \
         | for example `-- migrate:irreversible \"why it cannot be taken back\"`",
    );
    check(
        "-- migrate:irreversible gone\n-- migrate:up\nx",
        "1:25 the reason stands in double quotes | write `-- migrate:irreversible \"gone\"`",
    );
    check(
        "-- migrate:irreversible \" \"\n-- migrate:up\nx",
        "1:1 `irreversible` needs a reason | for example `-- migrate:irreversible \"why it cannot be taken back\"`",
    );
    check(
        "-- migrate:irreversible \"gone\"\n-- migrate:up\nx\n-- migrate:down\ny",
        "4:1 the file is irreversible, and yet has a `down` section | delete one of the two",
    );
}

#[test]
fn sections() {
    check(
        "-- a\nSELECT 1;\n-- migrate:up\nx",
        "2:1 SQL above the first section, where it never runs | write `-- migrate:up` on a line above it",
    );
    check("SELECT 1;", "1:1 no `-- migrate:up` above the SQL | write `-- migrate:up` on a line above it");
    check("-- only words", "1:1 the file has no `up` section | write `-- migrate:up`, and the SQL below it");
    check("-- migrate:down\nx", "1:1 the file has no `up` section | write `-- migrate:up`, and the SQL below it");
    check("-- migrate:revises a b", "");
    check("-- migrate:revises a b\n-- migrate:up\n-- migrate:down\n", "");
    let empty =
        "2:1 the `up` section is empty | write the SQL below it, or a comment that says why there is nothing to do";
    check("-- migrate:revises a\n-- migrate:up\n\n", empty);
    check("-- migrate:revises a\n-- migrate:up\n-- nothing, on purpose\n", "");
    check("-- migrate:up\nx\n-- migrate:up\ny", "3:1 two `up` sections");
    check_in(BOTH, "-- migrate:up sqlite postgres\nx\n-- migrate:up sqlite\ny", "3:1 two `up` sections for `sqlite`");
    check_in(BOTH, "-- migrate:up\nx\n-- migrate:up sqlite\ny", "3:1 two `up` sections");
    check_in(BOTH, "-- migrate:up sqlite\nx\n-- migrate:down sqlite\ny\n-- migrate:up postgresql\nz", "");
}

#[test]
fn dialects_of_sections() {
    check("-- migrate:up postgre\nx", "1:15 unknown dialect `postgre` | did you mean `postgres`?");
    check("-- migrate:up oracle\nx", "1:15 unknown dialect `oracle`");
    check(
        "-- migrate:up transaction:false\nx",
        "1:15 unknown dialect `transaction:false` | write `-- migrate:no-transaction` above the first section",
    );
    check("-- migrate:up pg postgres\nx", "1:18 `postgres` is named twice");
    check(
        "-- migrate:up postgres mysql\nx",
        "1:1 the set is not for `mysql`, so this section never runs there \
         | add `mysql` to `dialect` in `migrate.toml`, or take it out here",
    );
    check_in(
        BOTH,
        "-- a\n-- migrate:up postgres\nx",
        "1:1 no `up` section for `sqlite` \
         | write `-- migrate:up sqlite`; where there is nothing to do, a comment below it says why",
    );
}

#[test]
fn marks_stand_above_statements() {
    check("-- migrate:up\n-- migrate:trust\n-- why\nx", "");
    check(
        "-- migrate:up\nx;\n-- migrate:trust\n-- migrate:down\ny",
        "3:1 no statement follows `trust` | move it to the line above its statement, or delete it",
    );
    check("-- migrate:up\n-- migrate:trust\n-- migrate:trust\nx", "3:1 `trust` is given twice for one statement");
    check("-- migrate:up\n-- migrate:trust\nx;\n-- migrate:trust\ny;", "");
    check("-- migrate:up\n-- migrate:trust me\nx", "2:18 `trust` takes nothing behind it | write `-- migrate:trust`");
    check("-- migrate:up\n-- migrate:allow\nx", "2:1 `allow` needs a lint | for example `-- migrate:allow some_lint`");
}

#[test]
fn a_bad_name_still_has_its_text_checked() {
    let (file, problems, _) = read("a b.sql", "-- migrate:dwon\n-- migrate:up\nx", PG);
    assert_eq!(file, None);
    assert_eq!(
        problems,
        "1:1 bad file name `a b.sql`: the revision id holds a space | rename it to `a_b.sql`\n\
         1:12 unknown directive `dwon` | did you mean `-- migrate:down`?\n\
         1:1 the `down` section is empty | write the SQL below it, or a comment that says why there is nothing to do"
    );
}

#[test]
fn byte_order_marks_and_carriage_returns_do_not_matter() {
    says(
        "\u{feff}-- a\r\n-- migrate:revises 0\r\n\r\n-- migrate:up\r\nx;\r\ny;\r\n",
        "-- a\n-- migrate:revises 0\n\n-- migrate:up\nx;\ny;\n",
    );
}
