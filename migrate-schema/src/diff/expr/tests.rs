use migrate_core::Dialect;

use super::parse::Parser;
use super::{default_meaning, meaning};

/// What an author writes, and what PostgreSQL 15 prints of it.
const POSTGRES: &[(&str, &str)] = &[
    ("length(b) > 0", "(length((b)::text) > 0)"),
    ("a between 1 and 5", "((a >= 1) AND (a <= 5))"),
    ("a not between 1 and 5", "((a < 1) OR (a > 5))"),
    ("a in (1,2)", "(a = ANY (ARRAY[1, 2]))"),
    ("a NOT IN (1,2)", "(a <> ALL (ARRAY[1, 2]))"),
    ("b in ('x','y')", "((b)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))"),
    ("b = any(array['x','y'])", "((b)::text = ANY (ARRAY['x'::text, 'y'::text]))"),
    ("m in ('a', 'b')", "(m = ANY (ARRAY['a'::mood, 'b'::mood]))"),
    ("a in (1)", "(a = 1)"),
    (
        "a != 3 and (b like 'x%' or b not ilike '%y')",
        "((a <> 3) AND (((b)::text ~~ 'x%'::text) OR ((b)::text !~~* '%y'::text)))",
    ),
    ("NOT a IS NULL", "(NOT (a IS NULL))"),
    ("b ~ '^x'", "((b)::text ~ '^x'::text)"),
    ("a % 2 = 0", "((a % 2) = 0)"),
    ("case when a>1 then true else false end", "\nCASE\n    WHEN (a > 1) THEN true\n    ELSE false\nEND"),
    ("case a when 1 then true end", "\nCASE a\n    WHEN 1 THEN true\n    ELSE NULL::boolean\nEND"),
    ("cast(a as varchar(5)) <> ''", "(((a)::character varying(5))::text <> ''::text)"),
    ("-a < -1", "((- a) < '-1'::integer)"),
    ("a+a*c>(a+a)*c", "(((a)::numeric + ((a)::numeric * c)) > (((a + a))::numeric * c))"),
    ("d > now() - interval '1 day'", "(d > (now() - '1 day'::interval))"),
    ("d > now() - interval '3 months 24 hours'", "(d > (now() - '3 mons 24:00:00'::interval))"),
    ("b collate \"C\" = 'x'", "(((b)::text COLLATE \"C\") = 'x'::text)"),
    ("substring(b,1,2)='a'", "(\"substring\"((b)::text, 1, 2) = 'a'::text)"),
    ("substring(b from 1 for 2)='a'", "(SUBSTRING(b FROM 1 FOR 2) = 'a'::text)"),
    ("trim(b)<>''", "(TRIM(BOTH FROM b) <> ''::text)"),
    ("trim(leading 'x' from b)<>''", "(TRIM(LEADING 'x'::text FROM b) <> ''::text)"),
    ("position('a' in b)>0", "(POSITION(('a'::text) IN (b)) > 0)"),
    ("extract(year from d) > 3", "(EXTRACT(year FROM d) > (3)::numeric)"),
    (
        "(extract(epoch from d)::numeric * 1000)::bigint > 1",
        "(((EXTRACT(epoch FROM d) * (1000)::numeric))::bigint > 1)",
    ),
    ("now()::timestamptz > d and current_timestamp::timestamptz > d", "((now() > d) AND (CURRENT_TIMESTAMP > d))"),
    ("cardinality(n)::int > 0", "(cardinality(n) > 0)"),
    ("a/c > 1", "(((a)::numeric / c) > (1)::numeric)"),
    ("j->>'a' = 'x'", "((j ->> 'a'::text) = 'x'::text)"),
    ("a is distinct from 3", "(a IS DISTINCT FROM 3)"),
    ("(a,b) = (1,'x')", "((a = 1) AND ((b)::text = 'x'::text))"),
    ("f similar to 'a%'", "(f ~ similar_to_escape('a%'::text))"),
    ("n[1] = 'a'", "(n[1] = 'a'::text)"),
    ("cardinality(n) > 0 and n <> '{}'", "((cardinality(n) > 0) AND (n <> '{}'::text[]))"),
    ("l > 2147483648", "(l > '2147483648'::bigint)"),
    ("d::date > '2020-01-01'", "((d)::date > '2020-01-01'::date)"),
    ("a = 1 or a = 2 or a = 3", "((a = 1) OR (a = 2) OR (a = 3))"),
    ("(a=1 or a=2) and (a=3 and (a=4 and a=5))", "(((a = 1) OR (a = 2)) AND ((a = 3) AND ((a = 4) AND (a = 5))))"),
    ("(f is null) <> (b is null)", "((f IS NULL) <> (b IS NULL))"),
    ("(a is null)::int + (b is null)::int = 1", "((((a IS NULL))::integer + ((b IS NULL))::integer) = 1)"),
    ("f like 'x!%' escape '!'", "(f ~~ like_escape('x!%'::text, '!'::text))"),
    ("current_timestamp > d", "(CURRENT_TIMESTAMP > d)"),
    ("now() at time zone 'utc'", "(now() AT TIME ZONE 'utc'::text)"),
    ("timezone('utc', now())", "(now() AT TIME ZONE 'utc'::text)"),
    ("nextval('public.t_id_seq')", "nextval('t_id_seq'::regclass)"),
    ("nextval('T_id_SEQ')", "nextval('t_id_seq'::regclass)"),
    ("VALUE <= 100", "((value)::integer <= 100)"),
    ("Public.f(A)", "f(a)"),
    ("deleted_at is null", "(deleted_at IS NULL)"),
    ("\"a\" = 1", "(a = 1)"),
    ("jsonb_typeof(j) = 'object'", "(jsonb_typeof(j) = 'object'::text)"),
    ("tenant_id = current_setting('app.tenant')::uuid", "(tenant_id = (current_setting('app.tenant'::text))::uuid)"),
    ("a > '2021-01-01 00:30:00+02'::timestamptz", "(a > '2020-12-31 22:30:00+00'::timestamp with time zone)"),
    ("a > timestamptz '2021-01-01T00:30:00.50-0330'", "(a > '2021-01-01 04:00:00.5+00'::timestamp with time zone)"),
    ("a > '2021-01-01 10:00:00+07'::timestamp", "(a > '2021-01-01 10:00:00'::timestamp without time zone)"),
    (
        "jsonb_extract_path_text(j, 'a', 'b') = 'x'",
        "(jsonb_extract_path_text(j, VARIADIC ARRAY['a'::text, 'b'::text]) = 'x'::text)",
    ),
    ("x = E'a\\\\b'", "(x = 'a\\b'::text)"),
];

/// What an author writes, and what MariaDB 10.11 prints of it.
const MARIADB: &[(&str, &str)] = &[
    ("length(b)>0", "octet_length(`b`) > 0"),
    ("a between 1 and 5", "`a` between 1 and 5"),
    ("a in (1,2)", "`a` in (1,2)"),
    ("not (a in (1,2))", "`a` not in (1,2)"),
    ("a != 3 and (b like 'x%' or b not like '%y')", "`a` <> 3 and (`b` like 'x%' or `b`  not like '%y')"),
    ("not a is null", "`a` is not null"),
    ("a % 2 = 0", "`a` MOD 2 = 0"),
    ("e = true", "`e` = 1"),
    ("not e", "`e` = 0"),
    ("!e", "`e` = 0"),
    ("case when a>1 then true else false end", "case when `a` > 1 then 1 else 0 end"),
    ("cast(a as char) <> ''", "cast(`a` as char charset utf8mb3) <> ''"),
    ("a && e", "`a` <> 0 and `e` <> 0"),
    ("-a < -1", "-`a` < -1"),
    ("a+b*c>(a+b)*c", "`a` + `b` * `c` > (`a` + `b`) * `c`"),
    ("d > '2020-01-01' - interval 1 day", "`d` > '2020-01-01' - interval 1 day"),
    ("date_add(d, interval 1 day) > d", "`d` + interval 1 day > `d`"),
    ("b collate utf8mb4_bin = 'x'", "`b` collate utf8mb4_bin = 'x'"),
    ("b = binary 'x'", "`b` = cast('x' as char charset binary)"),
    ("substring(b from 1 for 2)='a'", "substr(`b`,1,2) = 'a'"),
    ("b = _utf8mb4'x'", "`b` = 'x'"),
    ("CURRENT_TIMESTAMP", "current_timestamp()"),
    ("NOW(3)", "current_timestamp(3)"),
    ("(curdate())", "curdate()"),
];

#[test]
fn what_a_server_prints_means_what_was_written() {
    for (dialect, pairs) in [(Dialect::Postgres, POSTGRES), (Dialect::MariaDb, MARIADB)] {
        for (written, printed) in pairs {
            assert_eq!(meaning(written, dialect), meaning(printed, dialect), "{written} | {printed}");
            assert!(Parser::new(written, dialect).whole().is_some(), "{written} is not understood");
            assert!(Parser::new(printed, dialect).whole().is_some(), "{printed} is not understood");
        }
    }
}

#[test]
fn what_means_something_else_stays_different() {
    for (one, other) in [
        ("a > 1", "a >= 1"),
        ("a + b * c > 0", "(a + b) * c > 0"),
        ("a - (b - c) > 0", "a - b - c > 0"),
        ("a and b or c", "a and (b or c)"),
        ("b in ('x')", "b in ('x', 'y')"),
        ("b = 'X'", "b = 'x'"),
        ("a::date = b", "a = b"),
        ("not a and b", "not (a and b)"),
        ("f(a, b)", "f(b, a)"),
        ("\"A\" = 1", "a = 1"),
        ("case when a then 1 else 2 end", "case when a then 1 end"),
        ("d > now() - interval '1 day'", "d > now() - interval '2 days'"),
        ("a is null", "a is not null"),
        ("now()", "current_timestamp"),
    ] {
        assert_ne!(meaning(one, Dialect::Postgres), meaning(other, Dialect::Postgres), "{one} | {other}");
    }
}

#[test]
fn a_default_is_what_the_column_keeps() {
    let same = |ty: &str, written: &str, printed: &str, dialect: Dialect| {
        let written = default_meaning(written, Some(ty), dialect);
        assert_eq!(written, default_meaning(printed, Some(ty), dialect), "{ty} {printed}");
    };
    // MariaDB fills a default of bytes up to their number.
    same("binary(4)", "''", r"'\0\0\0\0'", Dialect::MariaDb);
    same("binary(4)", "'a'", r"'a\0\0\0'", Dialect::MariaDb);
    for (ty, written, printed) in [
        ("integer", "-1", "'-1'::integer"),
        ("bigint", "'0'", "'0'::bigint"),
        ("boolean", "'t'", "true"),
        ("boolean", "FALSE", "false"),
        ("character varying(20)", "'x'", "'x'::character varying"),
        ("numeric(10,2)", "0.00", "0.00"),
        ("double precision", "1e3", "'1000'::numeric"),
        ("timestamp with time zone", "'2020-01-01'", "'2020-01-01 00:00:00+00'::timestamp with time zone"),
        ("interval", "'24 hours'", "'24:00:00'::interval"),
        ("jsonb", "'{\"a\":1}'", "'{\"a\": 1}'::jsonb"),
        ("text[]", "'{}'", "ARRAY[]::text[]"),
        ("mood", "'a'", "'a'::mood"),
        ("text", "E'a\\\\b'", "'a\\b'::text"),
        ("timestamp", "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP"),
    ] {
        same(ty, written, printed, Dialect::Postgres);
    }
    for (ty, written, printed) in [
        ("decimal(10,2)", "0", "0.00"),
        ("tinyint", "true", "1"),
        ("int", "'0'", "0"),
        ("datetime", "'2020-01-01'", "'2020-01-01 00:00:00'"),
        ("datetime(3)", "now(3)", "current_timestamp(3)"),
        ("varchar(10)", "\"a\"", "'a'"),
        ("double", "1e3", "1000"),
    ] {
        same(ty, written, printed, Dialect::MariaDb);
    }
    assert_eq!(default_meaning("NULL", Some("text"), Dialect::Postgres), None);
    assert_eq!(default_meaning("NULL::character varying", Some("text"), Dialect::Postgres), None);
    assert_ne!(default_meaning("'1'", Some("text"), Dialect::Sqlite), default_meaning("1", None, Dialect::Sqlite));
}
