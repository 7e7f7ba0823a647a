use super::*;

fn may(text: &str) -> String {
    let mut body = Body::default();
    add(&text.replace('%', "\u{1}"), &mut body);
    let reach = match &body.reach {
        Reach::Words(_) => "words".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    };
    let flags =
        [(body.alters, " alters"), (body.makes, " makes"), (body.strangers, " strangers"), (body.path, " path")];
    let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, name)| *name).collect();
    let calls: String = body.calls.iter().map(|name| format!(" {name}()")).collect();
    let like = |title: &str, all: &[Arc<str>]| -> String {
        all.iter().map(|name| format!(" {title} {}", name.replace(HOLE, "%"))).collect()
    };
    let flags = format!("{flags}{}{}", like("alters", &body.alters_like), like("makes", &body.makes_like));
    let routines: String = body.routines.iter().map(|name| format!(" function {name}")).collect();
    format!("{reach}{flags}{calls}{routines}")
}

#[test]
fn a_name_is_known_in_part() {
    for (name, pattern, like) in [
        ("events_1", "events_%", true),
        ("events", "events_%", false),
        ("my_events_1_at", "%_events_%_at", true),
        ("my_events_1", "%_events_%_at", false),
        ("at", "%", true),
    ] {
        assert_eq!(is_like(name, &pattern.replace('%', "\u{1}")), like, "{name} {pattern}");
    }
}

#[test]
fn what_is_put_together_reaches_as_far_as_its_words_allow() {
    for (text, expected) in [
        ("ALTER ROLE % NOREPLICATION;", "nothing"),
        ("create user authenticator", "nothing"),
        ("alter default privileges in schema s grant all on tables to a,%", "nothing"),
        ("ALTER TABLE % ALTER COLUMN at SET DEFAULT now()", "words alters"),
        ("ALTER TABLE public.% ADD COLUMN x int", "words alters"),
        ("ALTER TABLE % ADD CONSTRAINT % UNIQUE (a)", "words alters makes"),
        ("ALTER TABLE pre_% RENAME TO x", "words makes alters pre_%"),
        ("ALTER TABLE % SET (fillfactor = %)", "triggers"),
        ("ALTER TABLE % ATTACH PARTITION \"part_%\" FOR VALUES IN ('%')", "words alters alters part_%"),
        ("CREATE TABLE e_of_% () INHERITS (events)", "words makes e_of_%"),
        ("CREATE INDEX i_of_%_at ON e_of_% (a)", "words alters e_of_% makes i_of_%_at"),
        ("ALTER TABLE t %", "words makes"),
        ("ALTER TABLE t DROP CONSTRAINT %", "words"),
        ("ALTER TABLE \"t\" DROP CONSTRAINT \"%\"", "words"),
        ("CREATE TABLE % (LIKE % INCLUDING INDEXES)", "words makes"),
        ("CREATE TABLE IF NOT EXISTS s.% PARTITION OF t FOR VALUES FROM (1) TO (2)", "words makes"),
        ("CREATE INDEX CONCURRENTLY % ON t (a)", "words makes"),
        ("CREATE UNIQUE INDEX i ON % (a)", "words alters"),
        ("CREATE OR REPLACE VIEW % AS SELECT 1", "words alters makes"),
        ("DROP TABLE IF EXISTS a, %", "words alters"),
        ("DROP TABLE IF EXISTS e_of_%", "words alters e_of_%"),
        ("DROP MATERIALIZED VIEW v", "words"),
        ("CREATE CONSTRAINT TRIGGER % AFTER INSERT ON t EXECUTE FUNCTION f()", "triggers"),
        ("CREATE FUNCTION f() RETURNS int", "nothing function f"),
        ("DROP FUNCTION %", "everything"),
        ("DROP SCHEMA a CASCADE", "everything"),
        ("INSERT INTO % (a, b) SELECT f(x) FROM t", "nothing f()"),
        ("SELECT %(1)", "everything"),
        ("%", "everything"),
        ("TRUNCATE %; % ", "everything"),
        ("SET LOCAL search_path = a", "nothing path"),
        ("CREATE EXTENSION IF NOT EXISTS x", "nothing strangers"),
    ] {
        assert_eq!(may(text), expected, "{text}");
    }
}
