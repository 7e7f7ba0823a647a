use super::*;

fn read(query: &str) -> Option<String> {
    let mut catalog = Catalog::new(Dialect::Postgres, []);
    let tables = "CREATE TABLE t (id int, n text, arr int[]); CREATE TABLE u (id int, t_id int);";
    crate::diff::script::apply(&mut catalog, "a.sql", tables);
    let tokens = tokens(query);
    let reader =
        Reader { catalog: &catalog, query, tokens: &tokens, casts: Casts::Kept, inner: RefCell::new(Vec::new()) };
    reader.query(0, tokens.len(), &Scope::default()).map(|(text, _)| text)
}

fn same(one: &str, other: &str) {
    let (one, other) = (read(one), read(other));
    assert!(one.is_some());
    assert_eq!(one, other);
}

fn differ(one: &str, other: &str) {
    let (one, other) = (read(one), read(other));
    assert!(one.is_some() && other.is_some());
    assert_ne!(one, other);
}

#[test]
fn spellings_of_one_query_are_one() {
    same("SELECT arr[1] AS a, ARRAY[1,2] AS b FROM t", "SELECT t.arr[1] AS a, ARRAY[1, 2] AS b FROM t");
    same("SELECT * FROM t", "SELECT id, n, arr FROM public.t");
    same("SELECT CAST(id AS bigint) FROM t", "SELECT id::int8 AS id FROM t");
    same("SELECT count(*) FROM t", "SELECT count(*) AS count FROM t");
    same("SELECT n FROM t ORDER BY 1", "SELECT n FROM t ORDER BY t.n ASC");
    same("SELECT 1 FROM t WHERE id IN (SELECT id FROM u)", "SELECT 1 FROM t WHERE (t.id IN ( SELECT u.id FROM u))");
    same("SELECT * FROM t JOIN u USING (id)", "SELECT id, t.n, t.arr, u.t_id FROM t JOIN u USING (id)");
    same(
        "SELECT t.id FROM t LEFT OUTER JOIN u ON t.id = t_id",
        "SELECT t.id FROM (t LEFT JOIN u ON ((t.id = u.t_id)))",
    );
}

#[test]
fn what_says_something_is_a_difference() {
    differ("SELECT t.id FROM t JOIN u ON t.id = t_id", "SELECT u.id FROM t JOIN u ON t.id = t_id");
    differ("SELECT id FROM t", "SELECT id::bigint AS id FROM t");
    differ("SELECT id FROM t", "SELECT id AS i FROM t");
    differ(
        "SELECT id FROM t WHERE id > 1 AND (id < 5 OR n = 'a')",
        "SELECT id FROM t WHERE id > 1 AND id < 5 OR n = 'a'",
    );
    differ("SELECT 1 FROM t WHERE id IN (SELECT id FROM u)", "SELECT 1 FROM t WHERE id = (SELECT id FROM u)");
    differ("SELECT id FROM t UNION SELECT id FROM u", "SELECT id FROM t UNION ALL SELECT id FROM u");
    differ("SELECT sum(id) FROM t", "SELECT sum(DISTINCT id) FROM t");
    differ("SELECT sum(id) OVER (ORDER BY n) FROM t", "SELECT sum(id) OVER (ORDER BY n DESC) FROM t");
}
