-- case: view: cast function
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT CAST(id AS bigint) AS id FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id::bigint AS id FROM t;

-- case: view: cast int4
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT CAST(n AS integer) AS i FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT n::int AS i FROM t;

-- case: view: cast of an expression
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT CAST(id + 1 AS text) AS i FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT (id + 1)::text AS i FROM t;

-- case: view: cast varchar
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT CAST(n AS character varying(10)) AS i FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT n::varchar(10) AS i FROM t;

-- case: view: in and any
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n IN ('a', 'b');
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n = ANY (ARRAY['a', 'b']);

-- case: view: in and any with casts
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n IN ('a', 'b');
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n = ANY (ARRAY['a'::text, 'b'::text]);

-- case: view: not in
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE id NOT IN (1, 2);
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE (id <> ALL (ARRAY[1, 2]));

-- case: view: between
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE id BETWEEN 1 AND 5;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE id >= 1 AND id <= 5;

-- case: view: like
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n LIKE 'a%' AND n NOT ILIKE '%b';
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n ~~ 'a%'::text AND n !~~* '%b'::text;

-- case: view: not equal
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n != 'a';
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n <> 'a';

-- case: view: parens
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE ((id > 1)) AND ((n = 'a') OR (b));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE id > 1 AND (n = 'a' OR b);

-- case: view: case of words
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS select ID, N from T where B is true;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id, n FROM t WHERE b IS TRUE;

-- case: view: qualified
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.id, t.n FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id, n FROM public.t;

-- case: view: alias
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT a.id, a.n FROM t AS a;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT a.id, a.n FROM t a;

-- case: view: as
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id i, n AS m FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id AS i, n m FROM t;

-- case: view: inner join
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.id FROM t INNER JOIN u ON t.id = u.t_id;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.id FROM t JOIN u ON (t.id = u.t_id);

-- case: view: outer join
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.id FROM t LEFT OUTER JOIN u ON t.id = u.t_id;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.id FROM t LEFT JOIN u ON t.id = u.t_id;

-- case: view: order asc
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t ORDER BY id ASC NULLS LAST;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t ORDER BY id;

-- case: view: order desc
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t ORDER BY id DESC NULLS FIRST;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t ORDER BY id DESC;

-- case: view: order by number
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id, n FROM t ORDER BY 1;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id, n FROM t ORDER BY id;

-- case: view: limit
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t LIMIT 5 OFFSET 2;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t OFFSET 2 LIMIT 5;

-- case: view: fetch first
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t FETCH FIRST 5 ROWS ONLY;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t LIMIT 5;

-- case: view: now
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT CURRENT_TIMESTAMP AS c, current_date AS d FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT current_timestamp AS c, CURRENT_DATE AS d FROM t;

-- case: view: is null
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n ISNULL OR b NOTNULL;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE n IS NULL OR b IS NOT NULL;

-- case: view: coalesce case
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT COALESCE(n, '') AS n FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT coalesce(n, ''::text) AS n FROM t;

-- case: view: substring
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT substring(n FROM 1 FOR 2) AS s FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT SUBSTRING(n FROM 1 FOR 2) AS s FROM t;

-- case: view: extract
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT EXTRACT(year FROM at) AS y FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT extract(YEAR FROM at) AS y FROM t;

-- case: view: interval
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT at + INTERVAL '1 day' AS a FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT at + '1 day'::interval AS a FROM t;

-- case: view: typed literal
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT DATE '2024-01-01' AS d FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT '2024-01-01'::date AS d FROM t;

-- case: view: array
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT arr[1] AS a, ARRAY[1,2] AS b FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.arr[1] AS a, ARRAY[1, 2] AS b FROM t;

-- case: view: json
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT j->'a'->>'b' AS x FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT (j -> 'a') ->> 'b' AS x FROM t;

-- case: view: json printed
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT j->'a'->>'b' AS x FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT (t.j -> 'a'::text) ->> 'b'::text AS x FROM t;

-- case: view: at time zone
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT at AT TIME ZONE 'UTC' AS a FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT (at AT TIME ZONE 'UTC'::text) AS a FROM t;

-- case: view: count
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT count(*) FROM t GROUP BY n;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT COUNT(*) AS count FROM t GROUP BY t.n;

-- case: view: distinct on
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT DISTINCT ON (n) n, id FROM t ORDER BY n, id;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT DISTINCT ON (t.n) t.n, t.id FROM t ORDER BY t.n, t.id;

-- case: view: exists
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id);
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE (EXISTS ( SELECT 1 FROM u WHERE (u.t_id = t.id)));

-- case: view: star written out
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT * FROM u;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id, t_id, n FROM u;

-- case: view: star of a table
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT u.* FROM u;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT u.id, u.t_id, u.n FROM u;

-- case: view: with
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS WITH q AS (SELECT id FROM t) SELECT id FROM q;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS WITH q AS ( SELECT t.id FROM t ) SELECT q.id FROM q;

-- case: view: union
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t UNION SELECT id FROM u;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS (SELECT id FROM t) UNION (SELECT id FROM u);

-- case: view: subquery alias
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT s.id FROM (SELECT id FROM t) AS s;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM (SELECT id FROM t) s;

-- case: view: bool literals
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE b = true;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE (b = TRUE);

-- case: view: negative
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE id > -1;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE (id > '-1'::integer);

-- case: view: float cast
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT x::float AS f FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT CAST(x AS double precision) AS f FROM t;

-- case: view: position of using
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id, t.n FROM t JOIN u USING (id);
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id, t.n FROM t INNER JOIN u USING (id);

-- case: view: comments in it
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id -- the key
 FROM t /* all */;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t;

-- case: view: semicolon and spaces
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT   id

	FROM
 t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t;

-- case: view: some
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE id = SOME (arr);
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT id FROM t WHERE id = ANY (arr);

-- case: view: cross join
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.id FROM t, u;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT t.id FROM t, public.u;

-- case: view: trim
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT trim(n) AS n FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT TRIM(BOTH FROM n) AS n FROM t;

-- case: view: window
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT row_number() OVER (PARTITION BY n ORDER BY id) AS r FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT ROW_NUMBER() OVER (PARTITION BY t.n ORDER BY t.id ASC) AS r FROM t;

-- case: view: pg_catalog
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT pg_catalog.lower(n) AS l FROM t;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE VIEW v AS SELECT lower(n) AS l FROM t;

-- case: check: in
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (n IN ('a','b')));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (n = ANY (ARRAY['a'::text, 'b'::text])));

-- case: partial index: in
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE n IN ('a','b');
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE n = ANY (ARRAY['a'::text, 'b'::text]);

-- case: check: in one
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (n IN ('a')));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (n = 'a'));

-- case: partial index: in one
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE n IN ('a');
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE n = 'a';

-- case: check: not in
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (id NOT IN (1,2)));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (id <> ALL (ARRAY[1,2])));

-- case: partial index: not in
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE id NOT IN (1,2);
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE id <> ALL (ARRAY[1,2]);

-- case: check: between
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (id BETWEEN 0 AND 10));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (((id >= 0) AND (id <= 10))));

-- case: partial index: between
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE id BETWEEN 0 AND 10;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE ((id >= 0) AND (id <= 10));

-- case: check: like
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (n LIKE '%@%'));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((n ~~ '%@%'::text)));

-- case: partial index: like
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE n LIKE '%@%';
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (n ~~ '%@%'::text);

-- case: check: similar cast
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (CAST(id AS bigint) > 5));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((id)::bigint > 5));

-- case: partial index: similar cast
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE CAST(id AS bigint) > 5;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (id)::bigint > 5;

-- case: check: length
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (char_length(n) > 3));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((char_length(n) > 3)));

-- case: partial index: length
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE char_length(n) > 3;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (char_length(n) > 3);

-- case: check: not
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (NOT b));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((NOT b)));

-- case: partial index: not
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE NOT b;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (NOT b);

-- case: check: and or
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (id > 0 AND (id < 9 OR n IS NULL)));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (((id > 0) AND ((id < 9) OR (n IS NULL)))));

-- case: partial index: and or
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE id > 0 AND (id < 9 OR n IS NULL);
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE ((id > 0) AND ((id < 9) OR (n IS NULL)));

-- case: check: numeric
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (x >= 0));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((x >= (0)::numeric)));

-- case: partial index: numeric
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE x >= 0;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (x >= (0)::numeric);

-- case: check: numeric fraction
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (x >= 0.5));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((x >= 0.5)));

-- case: partial index: numeric fraction
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE x >= 0.5;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (x >= 0.5);

-- case: check: date
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (d > '2020-01-01'));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((d > '2020-01-01'::date)));

-- case: partial index: date
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE d > '2020-01-01';
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (d > '2020-01-01'::date);

-- case: check: regex
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (n ~ '^[a-z]+$'));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((n ~ '^[a-z]+$'::text)));

-- case: partial index: regex
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE n ~ '^[a-z]+$';
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (n ~ '^[a-z]+$'::text);

-- case: check: json type
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (jsonb_typeof(j) = 'object'));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((jsonb_typeof(j) = 'object'::text)));

-- case: partial index: json type
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE jsonb_typeof(j) = 'object';
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (jsonb_typeof(j) = 'object'::text);

-- case: check: array length
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (array_length(arr, 1) < 5));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((array_length(arr, 1) < 5)));

-- case: partial index: array length
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE array_length(arr, 1) < 5;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (array_length(arr, 1) < 5);

-- case: check: qualified
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (t.id > 0));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (id > 0));

-- case: partial index: qualified
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE t.id > 0;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE id > 0;

-- case: check: is true
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((b IS TRUE) = TRUE));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (((b IS TRUE) = true)));

-- case: partial index: is true
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE (b IS TRUE) = TRUE;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE ((b IS TRUE) = true);

-- case: check: null if
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (NULLIF(n, '') IS NOT NULL));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((NULLIF(n, ''::text) IS NOT NULL)));

-- case: partial index: null if
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE NULLIF(n, '') IS NOT NULL;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (NULLIF(n, ''::text) IS NOT NULL);

-- case: check: is distinct
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (n IS DISTINCT FROM 'x'));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((n IS DISTINCT FROM 'x'::text)));

-- case: partial index: is distinct
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE n IS DISTINCT FROM 'x';
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (n IS DISTINCT FROM 'x'::text);

-- case: check: num nonnulls
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (num_nonnulls(id, n) = 1));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK ((num_nonnulls(id, n) = 1)));

-- case: partial index: num nonnulls
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE num_nonnulls(id, n) = 1;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE (num_nonnulls(id, n) = 1);

-- case: check: case
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (CASE WHEN b THEN id > 1 ELSE true END));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (
CASE
    WHEN b THEN (id > 1)
    ELSE true
END));

-- case: partial index: case
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE CASE WHEN b THEN id > 1 ELSE true END;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE 
CASE
    WHEN b THEN (id > 1)
    ELSE true
END;

-- case: check: modulo
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (id % 2 = 0));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (((id % 2) = 0)));

-- case: partial index: modulo
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE id % 2 = 0;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE ((id % 2) = 0);

-- case: check: power of minus
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (id - -1 > 0));
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[], CONSTRAINT c CHECK (((id - '-1'::integer) > 0)));

-- case: partial index: power of minus
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON t (id) WHERE id - -1 > 0;
-- equal:
CREATE TABLE t (id int, n text, b boolean, j jsonb, at timestamptz, d date, x numeric, arr int[]); CREATE TABLE u (id int, t_id int, n text); CREATE INDEX i ON public.t USING btree (id) WHERE ((id - '-1'::integer) > 0);

-- case: default: now
CREATE TABLE t (id int, a timestamptz DEFAULT now());
-- equal:
CREATE TABLE t (id int, a timestamptz DEFAULT pg_catalog.now());

-- case: default: text
CREATE TABLE t (id int, a text DEFAULT 'a');
-- equal:
CREATE TABLE t (id int, a text DEFAULT 'a'::text);

-- case: default: varchar
CREATE TABLE t (id int, a varchar(5) DEFAULT 'a');
-- equal:
CREATE TABLE t (id int, a varchar(5) DEFAULT 'a'::character varying);

-- case: default: bool
CREATE TABLE t (id int, a boolean DEFAULT 't');
-- equal:
CREATE TABLE t (id int, a boolean DEFAULT true);

-- case: default: bool upper
CREATE TABLE t (id int, a boolean DEFAULT TRUE);
-- equal:
CREATE TABLE t (id int, a boolean DEFAULT true);

-- case: default: zero
CREATE TABLE t (id int, a numeric(10,2) DEFAULT 0);
-- equal:
CREATE TABLE t (id int, a numeric(10,2) DEFAULT '0'::numeric);

-- case: default: zero of numeric
CREATE TABLE t (id int, a numeric(10,2) DEFAULT 0);
-- equal:
CREATE TABLE t (id int, a numeric(10,2) DEFAULT 0::numeric);

-- case: default: minus
CREATE TABLE t (id int, a int DEFAULT -1);
-- equal:
CREATE TABLE t (id int, a int DEFAULT '-1'::integer);

-- case: default: minus paren
CREATE TABLE t (id int, a int DEFAULT -1);
-- equal:
CREATE TABLE t (id int, a int DEFAULT (-1));

-- case: default: array
CREATE TABLE t (id int, a text[] DEFAULT '{}');
-- equal:
CREATE TABLE t (id int, a text[] DEFAULT ARRAY[]::text[]);

-- case: default: array cast
CREATE TABLE t (id int, a text[] DEFAULT '{}');
-- equal:
CREATE TABLE t (id int, a text[] DEFAULT '{}'::text[]);

-- case: default: json
CREATE TABLE t (id int, a jsonb DEFAULT '{}');
-- equal:
CREATE TABLE t (id int, a jsonb DEFAULT '{}'::jsonb);

-- case: default: json spaces
CREATE TABLE t (id int, a jsonb DEFAULT '{"a":1}');
-- equal:
CREATE TABLE t (id int, a jsonb DEFAULT '{"a": 1}'::jsonb);

-- case: default: date
CREATE TABLE t (id int, a date DEFAULT CURRENT_DATE);
-- equal:
CREATE TABLE t (id int, a date DEFAULT current_date);

-- case: default: stamp
CREATE TABLE t (id int, a timestamp DEFAULT '2020-01-01');
-- equal:
CREATE TABLE t (id int, a timestamp DEFAULT '2020-01-01 00:00:00'::timestamp without time zone);

-- case: default: null
CREATE TABLE t (id int, a text DEFAULT NULL);
-- equal:
CREATE TABLE t (id int, a text DEFAULT NULL::text);

-- case: default: int string
CREATE TABLE t (id int, a int DEFAULT '5');
-- equal:
CREATE TABLE t (id int, a int DEFAULT 5);

-- case: default: float
CREATE TABLE t (id int, a float8 DEFAULT 0);
-- equal:
CREATE TABLE t (id int, a float8 DEFAULT 0.0);

-- case: default: interval
CREATE TABLE t (id int, a interval DEFAULT '1 hour');
-- equal:
CREATE TABLE t (id int, a interval DEFAULT '01:00:00'::interval);

-- case: default: uuid
CREATE TABLE t (id int, a uuid DEFAULT gen_random_uuid());
-- equal:
CREATE TABLE t (id int, a uuid DEFAULT (gen_random_uuid()));

-- case: default: concat
CREATE TABLE t (id int, a text DEFAULT 'a' || 'b');
-- equal:
CREATE TABLE t (id int, a text DEFAULT ('a'::text || 'b'::text));

-- case: default: paren
CREATE TABLE t (id int, a int DEFAULT (1 + 2));
-- equal:
CREATE TABLE t (id int, a int DEFAULT 1 + 2);

-- case: default: escape
CREATE TABLE t (id int, a text DEFAULT E'a\nb');
-- equal:
CREATE TABLE t (id int, a text DEFAULT 'a
b');

-- case: default: dollar
CREATE TABLE t (id int, a text DEFAULT $$it's$$);
-- equal:
CREATE TABLE t (id int, a text DEFAULT 'it''s');

-- case: default: timezone
CREATE TABLE t (id int, a timestamp DEFAULT (now() AT TIME ZONE 'utc'));
-- equal:
CREATE TABLE t (id int, a timestamp DEFAULT timezone('utc'::text, now()));

-- case: default: char
CREATE TABLE t (id int, a char(3) DEFAULT 'ab');
-- equal:
CREATE TABLE t (id int, a char(3) DEFAULT 'ab'::bpchar);

-- case: default: bit
CREATE TABLE t (id int, a bit(3) DEFAULT B'101');
-- equal:
CREATE TABLE t (id int, a bit(3) DEFAULT '101'::"bit");

-- case: default: bytea
CREATE TABLE t (id int, a bytea DEFAULT '\x00');
-- equal:
CREATE TABLE t (id int, a bytea DEFAULT '\x00'::bytea);

-- case: default: inet
CREATE TABLE t (id int, a inet DEFAULT '127.0.0.1');
-- equal:
CREATE TABLE t (id int, a inet DEFAULT '127.0.0.1'::inet);

-- case: type: int and int4
CREATE TABLE t (id int, a int); CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a int4); CREATE FUNCTION f(x int4) RETURNS int4 LANGUAGE sql AS 'SELECT $1';

-- case: type: integer and INT
CREATE TABLE t (id int, a integer); CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a INT); CREATE FUNCTION f(x INT) RETURNS INT LANGUAGE sql AS 'SELECT $1';

-- case: type: bigint and int8
CREATE TABLE t (id int, a bigint); CREATE FUNCTION f(x bigint) RETURNS bigint LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a int8); CREATE FUNCTION f(x int8) RETURNS int8 LANGUAGE sql AS 'SELECT $1';

-- case: type: smallint and int2
CREATE TABLE t (id int, a smallint); CREATE FUNCTION f(x smallint) RETURNS smallint LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a int2); CREATE FUNCTION f(x int2) RETURNS int2 LANGUAGE sql AS 'SELECT $1';

-- case: type: real and float4
CREATE TABLE t (id int, a real); CREATE FUNCTION f(x real) RETURNS real LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a float4); CREATE FUNCTION f(x float4) RETURNS float4 LANGUAGE sql AS 'SELECT $1';

-- case: type: double precision and float8
CREATE TABLE t (id int, a double precision); CREATE FUNCTION f(x double precision) RETURNS double precision LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a float8); CREATE FUNCTION f(x float8) RETURNS float8 LANGUAGE sql AS 'SELECT $1';

-- case: type: float and double precision
CREATE TABLE t (id int, a float); CREATE FUNCTION f(x float) RETURNS float LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a double precision); CREATE FUNCTION f(x double precision) RETURNS double precision LANGUAGE sql AS 'SELECT $1';

-- case: type: float(20) and real
CREATE TABLE t (id int, a float(20)); CREATE FUNCTION f(x float(20)) RETURNS float(20) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a real); CREATE FUNCTION f(x real) RETURNS real LANGUAGE sql AS 'SELECT $1';

-- case: type: bool and boolean
CREATE TABLE t (id int, a bool); CREATE FUNCTION f(x bool) RETURNS bool LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a boolean); CREATE FUNCTION f(x boolean) RETURNS boolean LANGUAGE sql AS 'SELECT $1';

-- case: type: varchar and character varying
CREATE TABLE t (id int, a varchar); CREATE FUNCTION f(x varchar) RETURNS varchar LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a character varying); CREATE FUNCTION f(x character varying) RETURNS character varying LANGUAGE sql AS 'SELECT $1';

-- case: type: varchar(20) and character varying(20)
CREATE TABLE t (id int, a varchar(20)); CREATE FUNCTION f(x varchar(20)) RETURNS varchar(20) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a character varying(20)); CREATE FUNCTION f(x character varying(20)) RETURNS character varying(20) LANGUAGE sql AS 'SELECT $1';

-- case: type: char and character(1)
CREATE TABLE t (id int, a char); CREATE FUNCTION f(x char) RETURNS char LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a character(1)); CREATE FUNCTION f(x character(1)) RETURNS character(1) LANGUAGE sql AS 'SELECT $1';

-- case: type: char(5) and bpchar(5)
CREATE TABLE t (id int, a char(5)); CREATE FUNCTION f(x char(5)) RETURNS char(5) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a bpchar(5)); CREATE FUNCTION f(x bpchar(5)) RETURNS bpchar(5) LANGUAGE sql AS 'SELECT $1';

-- case: type: decimal(10,2) and numeric(10,2)
CREATE TABLE t (id int, a decimal(10,2)); CREATE FUNCTION f(x decimal(10,2)) RETURNS decimal(10,2) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a numeric(10,2)); CREATE FUNCTION f(x numeric(10,2)) RETURNS numeric(10,2) LANGUAGE sql AS 'SELECT $1';

-- case: type: decimal and numeric
CREATE TABLE t (id int, a decimal); CREATE FUNCTION f(x decimal) RETURNS decimal LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a numeric); CREATE FUNCTION f(x numeric) RETURNS numeric LANGUAGE sql AS 'SELECT $1';

-- case: type: dec(5) and numeric(5,0)
CREATE TABLE t (id int, a dec(5)); CREATE FUNCTION f(x dec(5)) RETURNS dec(5) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a numeric(5,0)); CREATE FUNCTION f(x numeric(5,0)) RETURNS numeric(5,0) LANGUAGE sql AS 'SELECT $1';

-- case: type: timestamp and timestamp without time zone
CREATE TABLE t (id int, a timestamp); CREATE FUNCTION f(x timestamp) RETURNS timestamp LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a timestamp without time zone); CREATE FUNCTION f(x timestamp without time zone) RETURNS timestamp without time zone LANGUAGE sql AS 'SELECT $1';

-- case: type: timestamptz and timestamp with time zone
CREATE TABLE t (id int, a timestamptz); CREATE FUNCTION f(x timestamptz) RETURNS timestamptz LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a timestamp with time zone); CREATE FUNCTION f(x timestamp with time zone) RETURNS timestamp with time zone LANGUAGE sql AS 'SELECT $1';

-- case: type: timestamptz(3) and timestamp(3) with time zone
CREATE TABLE t (id int, a timestamptz(3)); CREATE FUNCTION f(x timestamptz(3)) RETURNS timestamptz(3) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a timestamp(3) with time zone); CREATE FUNCTION f(x timestamp(3) with time zone) RETURNS timestamp(3) with time zone LANGUAGE sql AS 'SELECT $1';

-- case: type: time and time without time zone
CREATE TABLE t (id int, a time); CREATE FUNCTION f(x time) RETURNS time LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a time without time zone); CREATE FUNCTION f(x time without time zone) RETURNS time without time zone LANGUAGE sql AS 'SELECT $1';

-- case: type: timetz and time with time zone
CREATE TABLE t (id int, a timetz); CREATE FUNCTION f(x timetz) RETURNS timetz LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a time with time zone); CREATE FUNCTION f(x time with time zone) RETURNS time with time zone LANGUAGE sql AS 'SELECT $1';

-- case: type: int[] and integer[]
CREATE TABLE t (id int, a int[]); CREATE FUNCTION f(x int[]) RETURNS int[] LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a integer[]); CREATE FUNCTION f(x integer[]) RETURNS integer[] LANGUAGE sql AS 'SELECT $1';

-- case: type: int[3][3] and int4[]
CREATE TABLE t (id int, a int[3][3]); CREATE FUNCTION f(x int[3][3]) RETURNS int[3][3] LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a int4[]); CREATE FUNCTION f(x int4[]) RETURNS int4[] LANGUAGE sql AS 'SELECT $1';

-- case: type: int ARRAY and int[]
CREATE TABLE t (id int, a int ARRAY); CREATE FUNCTION f(x int ARRAY) RETURNS int ARRAY LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a int[]); CREATE FUNCTION f(x int[]) RETURNS int[] LANGUAGE sql AS 'SELECT $1';

-- case: type: int ARRAY[4] and _int4
CREATE TABLE t (id int, a int ARRAY[4]); CREATE FUNCTION f(x int ARRAY[4]) RETURNS int ARRAY[4] LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a _int4); CREATE FUNCTION f(x _int4) RETURNS _int4 LANGUAGE sql AS 'SELECT $1';

-- case: type: varbit and bit varying
CREATE TABLE t (id int, a varbit); CREATE FUNCTION f(x varbit) RETURNS varbit LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a bit varying); CREATE FUNCTION f(x bit varying) RETURNS bit varying LANGUAGE sql AS 'SELECT $1';

-- case: type: bit and bit(1)
CREATE TABLE t (id int, a bit); CREATE FUNCTION f(x bit) RETURNS bit LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a bit(1)); CREATE FUNCTION f(x bit(1)) RETURNS bit(1) LANGUAGE sql AS 'SELECT $1';

-- case: type: nchar(3) and char(3)
CREATE TABLE t (id int, a nchar(3)); CREATE FUNCTION f(x nchar(3)) RETURNS nchar(3) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a char(3)); CREATE FUNCTION f(x char(3)) RETURNS char(3) LANGUAGE sql AS 'SELECT $1';

-- case: type: national character varying(3) and varchar(3)
CREATE TABLE t (id int, a national character varying(3)); CREATE FUNCTION f(x national character varying(3)) RETURNS national character varying(3) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a varchar(3)); CREATE FUNCTION f(x varchar(3)) RETURNS varchar(3) LANGUAGE sql AS 'SELECT $1';

-- case: type: pg_catalog.int4 and int
CREATE TABLE t (id int, a pg_catalog.int4); CREATE FUNCTION f(x pg_catalog.int4) RETURNS pg_catalog.int4 LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a int); CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT $1';

-- case: type: "char" and pg_catalog."char"
CREATE TABLE t (id int, a "char"); CREATE FUNCTION f(x "char") RETURNS "char" LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a pg_catalog."char"); CREATE FUNCTION f(x pg_catalog."char") RETURNS pg_catalog."char" LANGUAGE sql AS 'SELECT $1';

-- case: type: interval day to second and INTERVAL DAY TO SECOND
CREATE TABLE t (id int, a interval day to second); CREATE FUNCTION f(x interval day to second) RETURNS interval day to second LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a INTERVAL DAY TO SECOND); CREATE FUNCTION f(x INTERVAL DAY TO SECOND) RETURNS INTERVAL DAY TO SECOND LANGUAGE sql AS 'SELECT $1';

-- case: type: text and pg_catalog.text
CREATE TABLE t (id int, a text); CREATE FUNCTION f(x text) RETURNS text LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a pg_catalog.text); CREATE FUNCTION f(x pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql AS 'SELECT $1';

-- case: type: numeric(4, 0) and decimal(4)
CREATE TABLE t (id int, a numeric(4, 0)); CREATE FUNCTION f(x numeric(4, 0)) RETURNS numeric(4, 0) LANGUAGE sql AS 'SELECT $1';
-- equal:
CREATE TABLE t (id int, a decimal(4)); CREATE FUNCTION f(x decimal(4)) RETURNS decimal(4) LANGUAGE sql AS 'SELECT $1';

-- case: primary inline and table
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int PRIMARY KEY);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NOT NULL, PRIMARY KEY (id));

-- case: primary inline and alter
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int PRIMARY KEY);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NOT NULL); ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- case: primary by index
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, CONSTRAINT t_k PRIMARY KEY (id));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NOT NULL); CREATE UNIQUE INDEX t_k ON t (id); ALTER TABLE t ADD PRIMARY KEY USING INDEX t_k;

-- case: primary by index renamed
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int PRIMARY KEY);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NOT NULL); CREATE UNIQUE INDEX t_k ON t (id); ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_k;

-- case: unique inline and alter
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int UNIQUE, n text, UNIQUE (id, n));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, n text); ALTER TABLE t ADD UNIQUE (id), ADD CONSTRAINT t_id_n_key UNIQUE (id, n);

-- case: check inline and alter
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int CHECK (id > 0), n text, CHECK (n <> ''));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, n text); ALTER TABLE t ADD CHECK (id > 0), ADD CONSTRAINT t_n_check CHECK (n <> ''::text);

-- case: foreign inline and alter
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int REFERENCES p);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int); ALTER TABLE t ADD CONSTRAINT t_id_fkey FOREIGN KEY (id) REFERENCES public.p (id) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- case: foreign match simple
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int REFERENCES p NOT DEFERRABLE INITIALLY IMMEDIATE);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int REFERENCES p (id) MATCH SIMPLE);

-- case: not valid and then valid
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int REFERENCES p CHECK (id > 1));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int); ALTER TABLE t ADD CONSTRAINT t_id_fkey FOREIGN KEY (id) REFERENCES p NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT t_id_fkey; ALTER TABLE t ADD CONSTRAINT t_id_check CHECK (id > 1) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT t_id_check;

-- case: not null by alter
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NOT NULL DEFAULT 4);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NULL); ALTER TABLE t ALTER id SET NOT NULL, ALTER COLUMN id SET DEFAULT 4;

-- case: column by alter
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, n text DEFAULT 'a' NOT NULL);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int); ALTER TABLE t ADD n text NOT NULL DEFAULT 'a';

-- case: column dropped again
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (x int UNIQUE, id int); ALTER TABLE t DROP COLUMN x;

-- case: renamed
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int); CREATE INDEX i ON t (id);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE s (x int); CREATE INDEX j ON s (x); ALTER TABLE s RENAME TO t; ALTER TABLE t RENAME x TO id; ALTER INDEX j RENAME TO i;

-- case: serial and its parts
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id serial PRIMARY KEY);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1; CREATE TABLE t (id integer NOT NULL); ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id; ALTER TABLE ONLY t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass); ALTER TABLE ONLY t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- case: identity by alter
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NOT NULL); ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 NO CYCLE);

-- case: identity options in order
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY (START 5 INCREMENT 2));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 2 START WITH 5 MAXVALUE 2147483647 MINVALUE 1));

-- case: exclusion
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (r int4range, EXCLUDE USING gist (r WITH &&));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (r int4range); ALTER TABLE t ADD CONSTRAINT t_r_excl EXCLUDE USING gist (r WITH OPERATOR(pg_catalog.&&));

-- case: order of constraints
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (a int, b int, CONSTRAINT x CHECK (a > 0), CONSTRAINT y CHECK (b > 0));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (a int, b int, CONSTRAINT y CHECK (b > 0), CONSTRAINT x CHECK (a > 0));

-- case: index spelling
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (a int, n text); CREATE INDEX i ON t (a, lower(n));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (a int, n text); CREATE INDEX i ON ONLY public.t USING btree (a ASC NULLS LAST, lower(n));

-- case: index opclass default
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (a int, n text, j jsonb); CREATE INDEX i ON t (a int4_ops, n text_ops); CREATE INDEX k ON t USING gin (j jsonb_ops);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (a int, n text, j jsonb); CREATE INDEX i ON t (a, n); CREATE INDEX k ON t USING gin (j);

-- case: index default collation
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text); CREATE INDEX i ON t (n COLLATE "default");
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text); CREATE INDEX i ON t (n);

-- case: index of the column's collation
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text COLLATE "C"); CREATE INDEX i ON t (n COLLATE "C");
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text COLLATE "C"); CREATE INDEX i ON t (n);

-- case: index with options in order
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text); CREATE INDEX i ON t (n) WITH (fillfactor = 50, deduplicate_items = off);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text); CREATE INDEX i ON t (n) WITH (deduplicate_items = off, fillfactor = '50');

-- case: index concurrently
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text); CREATE INDEX CONCURRENTLY i ON t (n);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text); CREATE INDEX IF NOT EXISTS i ON t (n);

-- case: table options
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text) WITH (fillfactor = 50, autovacuum_enabled = false);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (n text); ALTER TABLE t SET (autovacuum_enabled = false, fillfactor = '50');

-- case: order of tables
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE b (a int); CREATE TABLE a (id int PRIMARY KEY); ALTER TABLE b ADD FOREIGN KEY (a) REFERENCES a;

-- case: without oids and tablespace
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE public.t (id int) WITHOUT OIDS TABLESPACE pg_default;

-- case: using heap
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int) USING heap;

-- case: like
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int NOT NULL, c text);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (LIKE p);

-- case: partition bound spelling
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (DATE '2024-01-01') TO ('2024-02-01'::date);

-- case: partition index by parts
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2024-02-01'); CREATE INDEX t_id_idx ON t (id);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, c text UNIQUE); CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2024-02-01'); CREATE INDEX t_id_idx ON ONLY t (id); CREATE INDEX t1_id_idx ON t1 (id); ALTER INDEX t_id_idx ATTACH PARTITION t1_id_idx;

-- case: code: order of clauses
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 1';
-- equal:
CREATE OR REPLACE FUNCTION public.f(a integer) RETURNS integer AS 'SELECT 1' STRICT IMMUTABLE LANGUAGE SQL;

-- case: code: usual options
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- equal:
CREATE FUNCTION f() RETURNS int LANGUAGE sql VOLATILE CALLED ON NULL INPUT SECURITY INVOKER PARALLEL UNSAFE COST 100 NOT LEAKPROOF AS 'SELECT 1';

-- case: code: strict
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql STRICT AS 'SELECT 1';
-- equal:
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql RETURNS NULL ON NULL INPUT AS 'SELECT 1';

-- case: code: dollar tags
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$;
-- equal:
CREATE FUNCTION f() RETURNS int LANGUAGE 'sql' AS $x$SELECT 1$x$;

-- case: code: default with =
CREATE FUNCTION f(a int DEFAULT 1, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
-- equal:
CREATE FUNCTION f(a int = 1, b text = 'x'::text) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: code: in mode
CREATE FUNCTION f(IN a int, OUT b int) LANGUAGE sql AS 'SELECT 1';
-- equal:
CREATE FUNCTION f(a int, OUT b int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: code: returns setof rows
CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';
-- equal:
CREATE FUNCTION f() RETURNS SETOF integer LANGUAGE sql ROWS 1000 AS 'SELECT 1';

-- case: code: set path
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = public, pg_temp AS 'SELECT 1';
-- equal:
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path TO 'public', 'pg_temp' AS 'SELECT 1';

-- case: code: by alter
CREATE FUNCTION f() RETURNS int LANGUAGE sql IMMUTABLE SECURITY DEFINER AS 'SELECT 1';
-- equal:
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f() IMMUTABLE SECURITY DEFINER;

-- case: code: returns table and out
CREATE FUNCTION f(a int) RETURNS TABLE (x int, y text) LANGUAGE sql AS $$SELECT 1, 'a'$$;
-- equal:
CREATE FUNCTION f(a integer) RETURNS TABLE(x integer, y text) LANGUAGE sql AS $$SELECT 1, 'a'$$;

-- case: code: varchar argument
CREATE FUNCTION f(a varchar(10)) RETURNS numeric(5,2) LANGUAGE sql AS 'SELECT 1.0';
-- equal:
CREATE FUNCTION f(a character varying) RETURNS numeric LANGUAGE sql AS 'SELECT 1.0';

-- case: code: standard body
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql RETURN a + 1;
-- equal:
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql RETURN (a + 1);

-- case: code: atomic body printed
CREATE TABLE t (id int, n text); CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT id FROM t WHERE id = a; END;
-- equal:
CREATE TABLE t (id int, n text); CREATE FUNCTION public.f(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
 SELECT t.id
    FROM public.t
   WHERE (t.id = f.a);
END;

-- case: code: trigger procedure
CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE PROCEDURE f();
-- equal:
CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr BEFORE UPDATE OR INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();

-- case: code: trigger when
CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION f(1);
-- equal:
CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW WHEN ((old.id IS DISTINCT FROM new.id)) EXECUTE FUNCTION f('1');

-- case: code: trigger statement
CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr AFTER UPDATE ON t EXECUTE FUNCTION f();
-- equal:
CREATE TABLE t (id int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();

-- case: code: rule
CREATE TABLE t (id int); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
-- equal:
CREATE TABLE t (id int); CREATE OR REPLACE RULE r AS
    ON DELETE TO public.t DO INSTEAD NOTHING;

-- case: code: rule printed
-- left: rules are compared word by word
CREATE TABLE t (id int, n text); CREATE TABLE l (id int); CREATE RULE r AS ON DELETE TO t DO ALSO INSERT INTO l VALUES (old.id);
-- equal:
CREATE TABLE t (id int, n text); CREATE TABLE l (id int); CREATE RULE r AS
    ON DELETE TO public.t DO  INSERT INTO public.l (id)
  VALUES (old.id);

-- case: code: policy
CREATE TABLE t (o name); CREATE POLICY p ON t USING (o = current_user);
-- equal:
CREATE TABLE t (o name); CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((o = CURRENT_USER));

-- case: code: policy subquery
CREATE TABLE t (o int); CREATE TABLE m (id int); CREATE POLICY p ON t FOR SELECT USING (o IN (SELECT id FROM m));
-- equal:
CREATE TABLE t (o int); CREATE TABLE m (id int); CREATE POLICY p ON t FOR SELECT USING ((o IN ( SELECT m.id
   FROM public.m)));

-- case: code: grants in pieces
CREATE TABLE t (o int); GRANT SELECT, INSERT ON t TO pg_monitor;
-- equal:
CREATE TABLE t (o int); GRANT SELECT ON TABLE public.t TO pg_monitor; GRANT INSERT ON t TO pg_monitor;

-- case: code: grants taken back
CREATE TABLE t (o int);
-- equal:
CREATE TABLE t (o int); GRANT SELECT ON t TO pg_monitor; REVOKE ALL ON t FROM pg_monitor;

-- case: code: grant all written out
CREATE TABLE t (o int); GRANT ALL ON t TO pg_monitor;
-- equal:
CREATE TABLE t (o int); GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON t TO pg_monitor;

-- case: code: comments
CREATE TABLE t (o int); COMMENT ON TABLE t IS 'x';
-- equal:
CREATE TABLE t (o int); COMMENT ON TABLE public.t IS 'y'; COMMENT ON TABLE t IS E'x';

-- case: code: comment null
CREATE TABLE t (o int);
-- equal:
CREATE TABLE t (o int); COMMENT ON TABLE t IS 'y'; COMMENT ON TABLE t IS NULL; COMMENT ON COLUMN t.o IS '';

-- case: code: enum by alter
CREATE TYPE e AS ENUM ('a', 'b', 'c');
-- equal:
CREATE TYPE public.e AS ENUM ('a', 'c'); ALTER TYPE e ADD VALUE 'b' BEFORE 'c';

-- case: code: enum value renamed
CREATE TYPE e AS ENUM ('a', 'b');
-- equal:
CREATE TYPE e AS ENUM ('a', 'x'); ALTER TYPE e RENAME VALUE 'x' TO 'b';

-- case: code: domain
CREATE DOMAIN d AS text CHECK (VALUE <> '') NOT NULL;
-- equal:
CREATE DOMAIN public.d text NOT NULL CONSTRAINT d_check CHECK (VALUE <> ''::text);

-- case: code: domain by alter
CREATE DOMAIN d AS int DEFAULT 5 CHECK (VALUE > 0);
-- equal:
CREATE DOMAIN d AS integer; ALTER DOMAIN d SET DEFAULT 5; ALTER DOMAIN d ADD CHECK (VALUE > 0);

-- case: code: composite by alter
CREATE TYPE c AS (a int, b text);
-- equal:
CREATE TYPE c AS (a integer); ALTER TYPE c ADD ATTRIBUTE b text;

-- case: code: sequence options
CREATE SEQUENCE s;
-- equal:
CREATE SEQUENCE public.s AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE OWNED BY NONE;

-- case: code: aggregate old form
CREATE AGGREGATE agg(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
-- equal:
CREATE AGGREGATE public.agg(integer) (sfunc = int4pl, stype = integer, initcond = 0);

-- case: code: statistics
CREATE TABLE t (a int, b int); CREATE STATISTICS st ON a, b FROM t;
-- equal:
CREATE TABLE t (a int, b int); CREATE STATISTICS public.st (dependencies, ndistinct, mcv) ON b, a FROM public.t;

-- case: code: publication
CREATE TABLE t (a int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t;
-- equal:
CREATE TABLE t (a int PRIMARY KEY); CREATE PUBLICATION p WITH (publish = 'insert, update, delete, truncate'); ALTER PUBLICATION p ADD TABLE ONLY public.t;

-- case: code: publication only
CREATE TABLE t (a int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t;
-- equal:
CREATE TABLE t (a int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE ONLY t;

-- case: code: extension
CREATE EXTENSION pg_trgm;
-- equal:
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- case: code: materialized
CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
-- equal:
CREATE TABLE t (a int); CREATE MATERIALIZED VIEW public.m AS SELECT t.a FROM public.t WITH NO DATA; REFRESH MATERIALIZED VIEW m;

-- case: code: view check option
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t WHERE a > 1 WITH CHECK OPTION;
-- equal:
CREATE TABLE t (a int); CREATE VIEW v WITH (check_option = 'cascaded') AS SELECT a FROM t WHERE a > 1;

-- case: code: view barrier
CREATE TABLE t (a int); CREATE VIEW v WITH (security_barrier) AS SELECT a FROM t;
-- equal:
CREATE TABLE t (a int); CREATE VIEW v WITH (security_barrier = true) AS SELECT a FROM t;

-- case: code: recursive view
CREATE RECURSIVE VIEW v (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM v WHERE n < 9;
-- equal:
CREATE VIEW v (n) AS WITH RECURSIVE v(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM v WHERE n < 9) SELECT n FROM v;

-- case: code: quotes
CREATE TABLE T (ID int, N text);
-- equal:
CREATE TABLE "t" ("id" int, "n" text);

-- case: code: search path
CREATE SCHEMA s; CREATE TABLE s.t (id int PRIMARY KEY, x int DEFAULT 1); CREATE VIEW s.v AS SELECT id FROM s.t; CREATE INDEX i ON s.t (x);
-- equal:
CREATE SCHEMA s; SET search_path TO s; CREATE TABLE t (id int PRIMARY KEY, x int DEFAULT 1); CREATE VIEW v AS SELECT t.id FROM t; CREATE INDEX i ON t (x); RESET search_path;

-- case: code: default privileges
-- left: who makes things is not known without a database
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;
-- equal:
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;

-- case: code: generated
CREATE TABLE t (a text, b text, c text GENERATED ALWAYS AS (a || ' ' || b) STORED);
-- equal:
CREATE TABLE t (a text, b text, c text GENERATED ALWAYS AS (((a || ' '::text) || b)) STORED);

-- case: code: generated tsvector
CREATE TABLE t (a text, c tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(a, ''))) STORED);
-- equal:
CREATE TABLE t (a text, c tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, COALESCE(a, ''::text))) STORED);

-- case: code: expression index
CREATE TABLE t (a text, j jsonb); CREATE INDEX i ON t ((j->>'x'), lower(a) text_pattern_ops);
-- equal:
CREATE TABLE t (a text, j jsonb); CREATE INDEX i ON public.t USING btree (((j ->> 'x'::text)), lower(a) text_pattern_ops);

-- case: code: expression index cast
CREATE TABLE t (a text, j jsonb); CREATE INDEX i ON t (((j->>'x')::int));
-- equal:
CREATE TABLE t (a text, j jsonb); CREATE INDEX i ON t (CAST(j ->> 'x' AS integer));
