-- case: column type changes under view, materialized view, function and sql body at once
CREATE TABLE t (id int PRIMARY KEY, amount int NOT NULL, at timestamp);
CREATE VIEW v AS SELECT id, amount FROM t;
CREATE MATERIALIZED VIEW m AS SELECT sum(amount) AS total, date_trunc('day', at) AS d FROM t GROUP BY 2;
CREATE UNIQUE INDEX mu ON m (d); CREATE INDEX mt ON m (total DESC NULLS LAST) WHERE total > 0;
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
CREATE FUNCTION g() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(v.amount) FROM v; END;
COMMENT ON MATERIALIZED VIEW m IS 'm'; COMMENT ON COLUMN m.total IS 'total'; COMMENT ON INDEX mu IS 'mu'; COMMENT ON FUNCTION g() IS 'g';
GRANT SELECT ON m, v TO pg_monitor; GRANT SELECT (total) ON m TO PUBLIC; REVOKE EXECUTE ON FUNCTION g() FROM PUBLIC;
-- after:
CREATE TABLE t (id int PRIMARY KEY, amount numeric(12,2) NOT NULL, at timestamptz);
CREATE VIEW v AS SELECT id, amount FROM t;
CREATE MATERIALIZED VIEW m AS SELECT sum(amount) AS total, date_trunc('day', at) AS d FROM t GROUP BY 2;
CREATE UNIQUE INDEX mu ON m (d); CREATE INDEX mt ON m (total DESC NULLS LAST) WHERE total > 0;
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
CREATE FUNCTION g() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT sum(v.amount) FROM v; END;
COMMENT ON MATERIALIZED VIEW m IS 'm'; COMMENT ON COLUMN m.total IS 'total'; COMMENT ON INDEX mu IS 'mu'; COMMENT ON FUNCTION g() IS 'g';
GRANT SELECT ON m, v TO pg_monitor; GRANT SELECT (total) ON m TO PUBLIC; REVOKE EXECUTE ON FUNCTION g() FROM PUBLIC;

-- case: view with a trigger, a rule and a default under a dropped column
CREATE TABLE t (id int, a int, b int);
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER i INSTEAD OF INSERT OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
CREATE RULE r AS ON UPDATE TO v DO INSTEAD UPDATE t SET a = NEW.a WHERE id = OLD.id;
ALTER VIEW v ALTER a SET DEFAULT 7; COMMENT ON COLUMN v.a IS 'a'; COMMENT ON TRIGGER i ON v IS 'i';
-- after:
CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER i INSTEAD OF INSERT OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
CREATE RULE r AS ON UPDATE TO v DO INSTEAD UPDATE t SET a = NEW.a WHERE id = OLD.id;
ALTER VIEW v ALTER a SET DEFAULT 8; COMMENT ON COLUMN v.a IS 'b'; COMMENT ON TRIGGER i ON v IS 'i';

-- case: view definition changes by where alone under three others
CREATE TABLE t (id int, a int);
CREATE VIEW v1 AS SELECT id, a FROM t; CREATE VIEW v2 AS SELECT * FROM v1; CREATE VIEW v3 AS SELECT v2.id, count(*) FROM v2 GROUP BY 1; CREATE MATERIALIZED VIEW v4 AS TABLE v3;
-- after:
CREATE TABLE t (id int, a int);
CREATE VIEW v1 AS SELECT id, a FROM t WHERE a IS NOT NULL; CREATE VIEW v2 AS SELECT * FROM v1; CREATE VIEW v3 AS SELECT v2.id, count(*) FROM v2 GROUP BY 1; CREATE MATERIALIZED VIEW v4 AS TABLE v3;

-- case: view column is renamed and one changes its type
CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id, a FROM t; CREATE VIEW w AS SELECT a FROM v; GRANT SELECT ON w TO pg_monitor;
-- after:
CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id, a::text AS label FROM t; CREATE VIEW w AS SELECT label FROM v; GRANT SELECT ON w TO pg_monitor;

-- ring: view forms
CREATE TABLE t (id int PRIMARY KEY, a int, b text, at timestamptz);
CREATE TABLE u (id int REFERENCES t, n numeric);
-- one: plain
CREATE VIEW v AS SELECT id, a FROM t;
-- one: lateral
CREATE VIEW v AS SELECT t.id, l.n FROM t CROSS JOIN LATERAL (SELECT sum(u.n) AS n FROM u WHERE u.id = t.id) l;
-- one: values
CREATE VIEW v (k, l) AS VALUES (1, 'a'), (2, 'b');
-- one: recursive
CREATE RECURSIVE VIEW v (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM v WHERE n < 100;
-- one: window
CREATE VIEW v AS SELECT id, row_number() OVER (PARTITION BY a ORDER BY at DESC) AS rn, sum(a) OVER w AS s FROM t WINDOW w AS (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW);
-- one: union
CREATE VIEW v AS SELECT id, a FROM t UNION ALL SELECT id, n::int FROM u ORDER BY 1 LIMIT 10;
-- one: with
CREATE VIEW v AS WITH x AS MATERIALIZED (SELECT id FROM t WHERE a > 1), y AS (SELECT * FROM x) SELECT y.id, u.n FROM y LEFT JOIN u USING (id);
-- one: exists and case
CREATE VIEW v AS SELECT id, CASE WHEN a > 1 THEN 'x' WHEN a IS NULL THEN 'n' ELSE b END AS k FROM t WHERE EXISTS (SELECT FROM u WHERE u.id = t.id) AND b NOT LIKE 'x%';
-- one: grouping sets
CREATE VIEW v AS SELECT a, b, count(*) FILTER (WHERE at > '2020-01-01') AS c, string_agg(b, ',' ORDER BY b) FROM t GROUP BY GROUPING SETS ((a), (a, b), ()) HAVING count(*) > 1;
-- one: functions in from
CREATE VIEW v AS SELECT t.id, x.o, x.e FROM t, unnest(string_to_array(t.b, ',')) WITH ORDINALITY AS x (e, o);
-- one: series
CREATE VIEW v AS SELECT d::date AS d, coalesce(c.n, 0) AS n FROM generate_series('2020-01-01'::timestamp, '2020-02-01', '1 day') d LEFT JOIN (SELECT at::date AS d, count(*) AS n FROM t GROUP BY 1) c USING (d);
-- one: distinct on
CREATE VIEW v AS SELECT DISTINCT ON (a) a, id, b FROM t ORDER BY a, at DESC NULLS LAST;
-- one: barrier
CREATE VIEW v WITH (security_barrier = true, security_invoker = true) AS SELECT id, a FROM t WHERE a > 0;
-- one: check option
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
-- one: local check option
CREATE VIEW v WITH (check_option = local) AS SELECT id, a FROM t WHERE a > 0;
-- one: materialized
CREATE MATERIALIZED VIEW v AS SELECT id, a FROM t WHERE a > 0 WITH NO DATA; CREATE UNIQUE INDEX vi ON v (id);
-- one: materialized with storage
CREATE MATERIALIZED VIEW v WITH (autovacuum_enabled = false) AS SELECT id, a FROM t WHERE a > 0; CREATE INDEX vi ON v USING brin (id);
-- one: json
CREATE VIEW v AS SELECT id, jsonb_build_object('a', a, 'b', b) AS j, array_agg(DISTINCT a) FILTER (WHERE a IS NOT NULL) AS l, row_to_json(t.*) AS r FROM t GROUP BY t.id;
-- one: scalar subquery
CREATE VIEW v AS SELECT id, (SELECT max(n) FROM u WHERE u.id = t.id) AS m, ARRAY(SELECT n FROM u ORDER BY n) AS all_n FROM t WHERE (id, a) IN (SELECT 1, 2) OR a = ANY ('{1,2}');

-- case: views as pg_dump prints them
-- left: what is printed without its line breaks is not told from what is written
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), at timestamptz, k text[]);
CREATE TABLE u (id int, t_id int REFERENCES t, n numeric);
CREATE VIEW a AS SELECT t.id, u.n FROM t CROSS JOIN LATERAL (SELECT sum(n) AS n FROM u WHERE t_id = t.id) u;
CREATE VIEW b AS SELECT id, CASE a WHEN 1 THEN 'one' ELSE 'many' END AS w, b || '!' AS c, coalesce(a, 0) + 1 AS d FROM t WHERE b IN ('x', 'y') AND at > now() - interval '1 day';
CREATE VIEW c AS WITH x AS (SELECT id, count(*) AS n FROM u GROUP BY id) SELECT t.id, x.n FROM t LEFT JOIN x USING (id) WHERE x.n BETWEEN 1 AND 3 ORDER BY x.n DESC;
CREATE VIEW d AS SELECT DISTINCT a FROM t WHERE 'q' = ANY (k) UNION SELECT id FROM u;
CREATE VIEW e AS SELECT id, rank() OVER (ORDER BY a DESC) FROM t;
-- equal:
CREATE TABLE public.t (id integer NOT NULL, a integer, b character varying(10), at timestamp with time zone, k text[]);
CREATE TABLE public.u (id integer, t_id integer, n numeric);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id);
CREATE VIEW public.a AS SELECT t.id, u.n FROM (public.t CROSS JOIN LATERAL ( SELECT sum(u_1.n) AS n FROM public.u u_1 WHERE (u_1.t_id = t.id)) u);
CREATE VIEW public.b AS SELECT t.id, CASE t.a WHEN 1 THEN 'one'::text ELSE 'many'::text END AS w, ((t.b)::text || '!'::text) AS c, (COALESCE(t.a, 0) + 1) AS d FROM public.t WHERE (((t.b)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text])) AND (t.at > (now() - '1 day'::interval)));
CREATE VIEW public.c AS WITH x AS ( SELECT u.id, count(*) AS n FROM public.u GROUP BY u.id ) SELECT t.id, x.n FROM (public.t LEFT JOIN x USING (id)) WHERE ((x.n >= 1) AND (x.n <= 3)) ORDER BY x.n DESC;
CREATE VIEW public.d AS SELECT DISTINCT t.a FROM public.t WHERE ('q'::text = ANY (t.k)) UNION SELECT u.id AS a FROM public.u;
CREATE VIEW public.e AS SELECT t.id, rank() OVER (ORDER BY t.a DESC) AS rank FROM public.t;

-- case: more views as the server prints them
-- left: what is printed without its line breaks is not told from what is written
CREATE TABLE t (id int PRIMARY KEY, a int, b text, d date, j jsonb);
CREATE TABLE u (id int, n numeric);
CREATE VIEW a AS SELECT t.*, u.n FROM t JOIN u ON u.id = t.id;
CREATE VIEW b AS SELECT count(*), max(a) AS m, avg(a)::int FROM t GROUP BY d HAVING count(*) > 1;
CREATE VIEW c AS SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.id = t.id) AND a NOT IN (1, 2) AND b ILIKE '%x%';
CREATE VIEW d AS SELECT j->>'a' AS a, (j->'b')::text AS b, j @> '{"a": 1}' AS c, extract(year from d) AS y FROM t;
CREATE VIEW e (x, y) AS SELECT id, b FROM t WHERE d BETWEEN '2020-01-01' AND current_date;
CREATE VIEW f AS SELECT x.id, y.n FROM t x, u y WHERE x.id = y.id;
CREATE VIEW g AS VALUES (1, 'a'), (2, 'b');
CREATE VIEW h AS SELECT id FROM t WHERE a IS NOT DISTINCT FROM 1 OR b IS NULL LIMIT 5 OFFSET 2;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b text, d date, j jsonb);
CREATE TABLE u (id int, n numeric);
CREATE VIEW a AS SELECT t.id, t.a, t.b, t.d, t.j, u.n FROM (t JOIN u ON ((u.id = t.id)));
CREATE VIEW b AS SELECT count(*) AS count, max(t.a) AS m, (avg(t.a))::integer AS avg FROM t GROUP BY t.d HAVING (count(*) > 1);
CREATE VIEW c AS SELECT t.id FROM t WHERE ((NOT (EXISTS ( SELECT 1 FROM u WHERE (u.id = t.id)))) AND (t.a <> ALL (ARRAY[1, 2])) AND (t.b ~~* '%x%'::text));
CREATE VIEW d AS SELECT (t.j ->> 'a'::text) AS a, ((t.j -> 'b'::text))::text AS b, (t.j @> '{"a": 1}'::jsonb) AS c, EXTRACT(year FROM t.d) AS y FROM t;
CREATE VIEW e AS SELECT t.id AS x, t.b AS y FROM t WHERE ((t.d >= '2020-01-01'::date) AND (t.d <= CURRENT_DATE));
CREATE VIEW f AS SELECT x.id, y.n FROM t x, u y WHERE (x.id = y.id);
CREATE VIEW g AS VALUES (1,'a'::text), (2,'b'::text);
CREATE VIEW h AS SELECT t.id FROM t WHERE ((NOT (t.a IS DISTINCT FROM 1)) OR (t.b IS NULL)) OFFSET 2 LIMIT 5;

-- case: view becomes a table and others read it
CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v; CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql AS 'SELECT * FROM v';
-- after:
CREATE TABLE t (id int); CREATE TABLE v (id int PRIMARY KEY); CREATE VIEW w AS SELECT id FROM v; CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql AS 'SELECT * FROM v';

-- case: view over two tables of which one is dropped and made in another schema
CREATE SCHEMA s; CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE VIEW v AS SELECT a.id FROM a JOIN b USING (id); COMMENT ON VIEW v IS 'x';
-- after:
CREATE SCHEMA s; CREATE TABLE a (id int); CREATE TABLE s.b (id int); CREATE VIEW v AS SELECT a.id FROM a JOIN s.b USING (id); COMMENT ON VIEW v IS 'x';

-- case: materialized view over materialized view with indexes of several kinds
CREATE TABLE t (id int, a text, g int[]);
CREATE MATERIALIZED VIEW m AS SELECT id, a, g FROM t;
CREATE UNIQUE INDEX mi ON m (id) INCLUDE (a); CREATE INDEX mg ON m USING gin (g); CREATE INDEX me ON m (lower(a) text_pattern_ops DESC);
CREATE MATERIALIZED VIEW n AS SELECT count(*) AS c, a FROM m GROUP BY a; CREATE UNIQUE INDEX ni ON n (a);
ALTER MATERIALIZED VIEW m CLUSTER ON mi; ALTER MATERIALIZED VIEW m ALTER a SET STORAGE EXTERNAL; ALTER MATERIALIZED VIEW m SET (fillfactor = 80);
-- after:
CREATE TABLE t (id int, a varchar(50), g int[]);
CREATE MATERIALIZED VIEW m AS SELECT id, a, g FROM t;
CREATE UNIQUE INDEX mi ON m (id) INCLUDE (a); CREATE INDEX mg ON m USING gin (g); CREATE INDEX me ON m (lower(a) text_pattern_ops DESC);
CREATE MATERIALIZED VIEW n AS SELECT count(*) AS c, a FROM m GROUP BY a; CREATE UNIQUE INDEX ni ON n (a);
ALTER MATERIALIZED VIEW m CLUSTER ON mi; ALTER MATERIALIZED VIEW m ALTER a SET STORAGE EXTERNAL; ALTER MATERIALIZED VIEW m SET (fillfactor = 80);

-- case: index of a materialized view comes, goes and changes
CREATE TABLE t (id int, a text); CREATE MATERIALIZED VIEW m AS SELECT * FROM t; CREATE INDEX a ON m (id); CREATE INDEX b ON m (a); CREATE UNIQUE INDEX u ON m (id);
-- after:
CREATE TABLE t (id int, a text); CREATE MATERIALIZED VIEW m AS SELECT * FROM t; CREATE INDEX b ON m (a DESC) WHERE id > 1; CREATE UNIQUE INDEX u ON m (id, a); CREATE INDEX c ON m USING hash (a); COMMENT ON INDEX c IS 'c';

-- case: view options come and go
CREATE TABLE t (id int); CREATE VIEW a WITH (security_barrier) AS SELECT id FROM t; CREATE VIEW b AS SELECT id FROM t WHERE id > 0 WITH CHECK OPTION; CREATE VIEW c AS SELECT id FROM t;
-- after:
CREATE TABLE t (id int); CREATE VIEW a AS SELECT id FROM t; CREATE VIEW b AS SELECT id FROM t WHERE id > 0; CREATE VIEW c WITH (security_barrier = false, security_invoker) AS SELECT id FROM t;

-- case: view on a function that gains an argument with a default
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a'; CREATE TABLE t (x int); CREATE VIEW v AS SELECT f(x) AS y FROM t;
-- after:
CREATE FUNCTION f(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT a + b'; CREATE TABLE t (x int); CREATE VIEW v AS SELECT f(x) AS y FROM t;

-- case: view on a set returning function whose table gains a column
CREATE TABLE t (id int, a text); CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql STABLE AS 'SELECT * FROM t'; CREATE VIEW v AS SELECT id, a FROM f();
-- after:
CREATE TABLE t (id int, a text, b int); CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql STABLE AS 'SELECT * FROM t'; CREATE VIEW v AS SELECT id, a, b FROM f();

-- case: view on a function that returns a table with another column
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$ SELECT 1, 'x' $$; CREATE VIEW v AS SELECT * FROM f(); CREATE MATERIALIZED VIEW m AS SELECT a FROM v;
-- after:
CREATE FUNCTION f() RETURNS TABLE (a int, b text, c date) LANGUAGE sql AS $$ SELECT 1, 'x', NULL::date $$; CREATE VIEW v AS SELECT * FROM f(); CREATE MATERIALIZED VIEW m AS SELECT a FROM v;

-- case: policy and trigger on a table that reads a view that changes
CREATE TABLE t (id int, owner text); CREATE VIEW mine AS SELECT id FROM t WHERE owner = current_user; CREATE TABLE n (t_id int);
CREATE POLICY p ON n USING (t_id IN (SELECT id FROM mine)); ALTER TABLE n ENABLE ROW LEVEL SECURITY;
-- after:
CREATE TABLE t (id bigint, owner text); CREATE VIEW mine AS SELECT id FROM t WHERE owner = current_user; CREATE TABLE n (t_id bigint);
CREATE POLICY p ON n USING (t_id IN (SELECT id FROM mine)); ALTER TABLE n ENABLE ROW LEVEL SECURITY;

-- case: star view over a table whose columns come and go
-- left: a column that comes back stands behind the others, and the star says so
CREATE TABLE t (id int, a int, b int); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT v.* FROM v WHERE a > 0;
-- after:
CREATE TABLE t (id int, b int, c text); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT v.* FROM v WHERE b > 0;

-- case: view is renamed under another and gains a column
-- rename: v=fresh
CREATE TABLE t (id int, a int); CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v; GRANT SELECT ON v TO pg_monitor;
-- after:
CREATE TABLE t (id int, a int); CREATE VIEW fresh AS SELECT id, a FROM t; CREATE VIEW w AS SELECT id FROM fresh; GRANT SELECT ON fresh TO pg_monitor;

-- case: views in two schemas on each other's tables change together
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.t (id int, n int); CREATE TABLE b.t (id int, n int);
CREATE VIEW a.v AS SELECT x.n FROM a.t x JOIN b.t y ON x.id = y.id; CREATE VIEW b.v AS SELECT n FROM a.v;
-- after:
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.t (id int, n numeric); CREATE TABLE b.t (id bigint, n int);
CREATE VIEW a.v AS SELECT x.n FROM a.t x JOIN b.t y ON x.id = y.id; CREATE VIEW b.v AS SELECT n FROM a.v;

-- case: everything that hangs on a view of a table made anew as partitioned
-- left: views of a table that is made anew do not make way for it
CREATE TABLE t (id int NOT NULL, d date NOT NULL); CREATE VIEW v AS SELECT id, d FROM t; COMMENT ON VIEW v IS 'v'; GRANT SELECT ON v TO PUBLIC; CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM v; CREATE INDEX mi ON m (n); COMMENT ON INDEX mi IS 'mi';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f(); CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;
-- after:
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (d); CREATE VIEW v AS SELECT id, d FROM t; COMMENT ON VIEW v IS 'v'; GRANT SELECT ON v TO PUBLIC; CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM v; CREATE INDEX mi ON m (n); COMMENT ON INDEX mi IS 'mi';
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f(); CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;
