-- case: view as the server prints it: concatenation
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT b || c AS x, a || 'z' AS y FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT ((t.b)::text || t.c) AS x,
    (t.a || 'z'::text) AS y
   FROM t;

-- case: view as the server prints it: null tests
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE a IS NULL AND b IS NOT NULL OR f IS TRUE AND f IS NOT FALSE;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE (((t.a IS NULL) AND (t.b IS NOT NULL)) OR ((t.f IS TRUE) AND (t.f IS NOT FALSE)));

-- case: view as the server prints it: not
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE NOT f AND NOT (a = 1 OR a = 2);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE ((NOT t.f) AND (NOT ((t.a = 1) OR (t.a = 2))));

-- case: view as the server prints it: precedence
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT a + n * 2 - -a AS x, (a + 1) % 3 AS y, -a ^ 2 AS z FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT (((t.a)::numeric + (t.n * (2)::numeric)) - ((- t.a))::numeric) AS x,
    ((t.a + 1) % 3) AS y,
    (((- t.a))::double precision ^ (2)::double precision) AS z
   FROM t;

-- case: view as the server prints it: in of texts
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE c IN ('x', 'y') AND b NOT IN ('p', 'q') AND a IN (1);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE ((t.c = ANY (ARRAY['x'::text, 'y'::text])) AND ((t.b)::text <> ALL ((ARRAY['p'::character varying, 'q'::character varying])::text[])) AND (t.a = 1));

-- case: view as the server prints it: any and all
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE a = ANY (ARRAY[1, 2]) AND 'x' = ANY (k) AND a > ALL (SELECT t_id FROM u);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE ((t.a = ANY (ARRAY[1, 2])) AND ('x'::text = ANY (t.k)) AND (t.a > ALL ( SELECT u.t_id
           FROM u)));

-- case: view as the server prints it: between
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE d BETWEEN '2020-01-01' AND '2020-12-31' AND n NOT BETWEEN 1 AND 2.5;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE (((t.d >= '2020-01-01'::date) AND (t.d <= '2020-12-31'::date)) AND ((t.n < (1)::numeric) OR (t.n > 2.5)));

-- case: view as the server prints it: likes
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE b LIKE 'a%' AND c ILIKE '%b' AND c NOT LIKE '_c' AND c SIMILAR TO 'x|y' AND c ~* '^z';
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE (((t.b)::text ~~ 'a%'::text) AND (t.c ~~* '%b'::text) AND (t.c !~~ '_c'::text) AND (t.c ~ similar_to_escape('x|y'::text)) AND (t.c ~* '^z'::text));

-- case: view as the server prints it: case
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT CASE WHEN a > 1 THEN 'big' WHEN a = 1 THEN b ELSE NULL END AS x, CASE a WHEN 1 THEN 2 ELSE 3 END FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT
        CASE
            WHEN (t.a > 1) THEN 'big'::character varying
            WHEN (t.a = 1) THEN t.b
            ELSE NULL::character varying
        END AS x,
        CASE t.a
            WHEN 1 THEN 2
            ELSE 3
        END AS "case"
   FROM t;

-- case: view as the server prints it: coalesce
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT coalesce(b, 'none') AS x, nullif(a, 0) AS y, greatest(a, 1, n) AS z, least(d, current_date) FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT COALESCE(t.b, 'none'::character varying) AS x,
    NULLIF(t.a, 0) AS y,
    GREATEST((t.a)::numeric, (1)::numeric, t.n) AS z,
    LEAST(t.d, CURRENT_DATE) AS "least"
   FROM t;

-- case: view as the server prints it: casts
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT a::text AS x, cast(c AS int) AS y, '5'::int AS z, n::numeric(10,2) AS w, id::bigint, b::char(3) FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT (t.a)::text AS x,
    (t.c)::integer AS y,
    5 AS z,
    (t.n)::numeric(10,2) AS w,
    (t.id)::bigint AS id,
    (t.b)::character(3) AS b
   FROM t;

-- case: view as the server prints it: date arithmetic
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT at + interval '1 day' AS x, now() - at AS y, d + 7 AS z, at AT TIME ZONE 'UTC' AS w, date_trunc('month', at) FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT (t.at + '1 day'::interval) AS x,
    (now() - t.at) AS y,
    (t.d + 7) AS z,
    (t.at AT TIME ZONE 'UTC'::text) AS w,
    date_trunc('month'::text, t.at) AS date_trunc
   FROM t;

-- case: view as the server prints it: extract
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT extract(year FROM at) AS y, extract(epoch FROM now() - at) AS e, date_part('hour', at) FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT EXTRACT(year FROM t.at) AS y,
    EXTRACT(epoch FROM (now() - t.at)) AS e,
    date_part('hour'::text, t.at) AS date_part
   FROM t;

-- case: view as the server prints it: json
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT j -> 'a' AS x, j ->> 'b' AS y, j #> '{a,b}' AS z, j #>> '{c}' AS w, j ? 'k' AS q, (j ->> 'n')::int AS r FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT (t.j -> 'a'::text) AS x,
    (t.j ->> 'b'::text) AS y,
    (t.j #> '{a,b}'::text[]) AS z,
    (t.j #>> '{c}'::text[]) AS w,
    (t.j ? 'k'::text) AS q,
    ((t.j ->> 'n'::text))::integer AS r
   FROM t;

-- case: view as the server prints it: aggregates
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT a, count(*), count(DISTINCT b) AS x, sum(n) AS y, max(d), bool_or(f), array_agg(c ORDER BY id DESC) AS z, string_agg(c, ', ') AS w FROM t GROUP BY a;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.a,
    count(*) AS count,
    count(DISTINCT t.b) AS x,
    sum(t.n) AS y,
    max(t.d) AS max,
    bool_or(t.f) AS bool_or,
    array_agg(t.c ORDER BY t.id DESC) AS z,
    string_agg(t.c, ', '::text) AS w
   FROM t
  GROUP BY t.a;

-- case: view as the server prints it: having
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT a, b FROM t GROUP BY a, b HAVING sum(n) > 10 AND count(*) >= 2 ORDER BY a DESC NULLS LAST, b;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.a,
    t.b
   FROM t
  GROUP BY t.a, t.b
 HAVING ((sum(t.n) > (10)::numeric) AND (count(*) >= 2))
  ORDER BY t.a DESC NULLS LAST, t.b;

-- case: view as the server prints it: filter
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT count(*) FILTER (WHERE f) AS x, sum(n) FILTER (WHERE a > 1 AND c = 'q') AS y FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT count(*) FILTER (WHERE t.f) AS x,
    sum(t.n) FILTER (WHERE ((t.a > 1) AND (t.c = 'q'::text))) AS y
   FROM t;

-- case: view as the server prints it: windows
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id, row_number() OVER (ORDER BY id) AS x, sum(n) OVER (PARTITION BY a ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS y, lag(a, 1, 0) OVER w AS z FROM t WINDOW w AS (PARTITION BY b ORDER BY at DESC);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    row_number() OVER (ORDER BY t.id) AS x,
    sum(t.n) OVER (PARTITION BY t.a ORDER BY t.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS y,
    lag(t.a, 1, 0) OVER w AS z
   FROM t
  WINDOW w AS (PARTITION BY t.b ORDER BY t.at DESC);

-- case: view as the server prints it: joins
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, u.m FROM t JOIN u ON u.t_id = t.id;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    u.m
   FROM (t
     JOIN u ON ((u.t_id = t.id)));

-- case: view as the server prints it: left join
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT x.id, y.m FROM t AS x LEFT OUTER JOIN u AS y ON x.id = y.t_id AND y.m > 0 WHERE y.id IS NULL;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT x.id,
    y.m
   FROM (t x
     LEFT JOIN u y ON (((x.id = y.t_id) AND (y.m > (0)::numeric))))
  WHERE (y.id IS NULL);

-- case: view as the server prints it: three joins
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, u.m, w.s FROM t INNER JOIN u ON u.t_id = t.id LEFT JOIN u w ON w.id = u.id RIGHT JOIN t z ON z.id = w.t_id;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    u.m,
    w.s
   FROM (((t
     JOIN u ON ((u.t_id = t.id)))
     LEFT JOIN u w ON ((w.id = u.id)))
     RIGHT JOIN t z ON ((z.id = w.t_id)));

-- case: view as the server prints it: using
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id, t.a, u.m FROM t JOIN u USING (id);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    t.a,
    u.m
   FROM (t
     JOIN u USING (id));

-- case: view as the server prints it: natural
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id, a, m FROM t NATURAL JOIN u;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    t.a,
    u.m
   FROM (t
     JOIN u USING (id));

-- case: view as the server prints it: cross
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, u.id AS uid FROM t CROSS JOIN u;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    u.id AS uid
   FROM (t
     CROSS JOIN u);

-- case: view as the server prints it: comma
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, u.m FROM t, u WHERE t.id = u.t_id;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    u.m
   FROM t,
    u
  WHERE (t.id = u.t_id);

-- case: view as the server prints it: full
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, u.m FROM t FULL JOIN u ON t.id = u.t_id;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    u.m
   FROM (t
     FULL JOIN u ON ((t.id = u.t_id)));

-- case: view as the server prints it: subquery
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT x.id, x.total FROM (SELECT t_id AS id, sum(m) AS total FROM u GROUP BY t_id) x WHERE x.total > 1;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT x.id,
    x.total
   FROM ( SELECT u.t_id AS id,
            sum(u.m) AS total
           FROM u
          GROUP BY u.t_id) x
  WHERE (x.total > (1)::numeric);

-- case: view as the server prints it: subquery as
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT s.a FROM (SELECT a FROM t WHERE f) AS s;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT s.a
   FROM ( SELECT t.a
           FROM t
          WHERE t.f) s;

-- case: view as the server prints it: scalar
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id, (SELECT count(*) FROM u WHERE u.t_id = t.id) AS c FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    ( SELECT count(*) AS count
           FROM u
          WHERE (u.t_id = t.id)) AS c
   FROM t;

-- case: view as the server prints it: exists
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE t_id = t.id) AND NOT EXISTS (SELECT * FROM u x WHERE x.m > t.n);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE ((EXISTS ( SELECT 1
           FROM u
          WHERE (u.t_id = t.id))) AND (NOT (EXISTS ( SELECT x.id,
            x.t_id,
            x.m,
            x.s
           FROM u x
          WHERE (x.m > t.n)))));

-- case: view as the server prints it: in query
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE id IN (SELECT t_id FROM u WHERE m > 1) AND a NOT IN (SELECT id FROM u);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE ((t.id IN ( SELECT u.t_id
           FROM u
          WHERE (u.m > (1)::numeric))) AND (NOT (t.a IN ( SELECT u.id
           FROM u))));

-- case: view as the server prints it: with
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH x AS (SELECT id, a FROM t WHERE f) SELECT x.id, u.m FROM x JOIN u ON u.t_id = x.id;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH x AS (
         SELECT t.id,
            t.a
           FROM t
          WHERE t.f
        )
 SELECT x.id,
    u.m
   FROM (x
     JOIN u ON ((u.t_id = x.id)));

-- case: view as the server prints it: with two
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH x AS (SELECT id FROM t), y AS (SELECT id FROM x WHERE id > 1) SELECT * FROM y;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH x AS (
         SELECT t.id
           FROM t
        ), y AS (
         SELECT x.id
           FROM x
          WHERE (x.id > 1)
        )
 SELECT y.id
   FROM y;

-- case: view as the server prints it: with recursive
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH RECURSIVE r AS (SELECT id, 1 AS d FROM t WHERE a IS NULL UNION ALL SELECT t.id, r.d + 1 FROM t JOIN r ON t.a = r.id) SELECT id, d FROM r;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH RECURSIVE r AS (
         SELECT t.id,
            1 AS d
           FROM t
          WHERE (t.a IS NULL)
        UNION ALL
         SELECT t.id,
            (r_1.d + 1)
           FROM (t
             JOIN r r_1 ON ((t.a = r_1.id)))
        )
 SELECT r.id,
    r.d
   FROM r;

-- case: view as the server prints it: with columns
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH x (p, q) AS (SELECT id, a FROM t) SELECT p, q FROM x;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS WITH x(p, q) AS (
         SELECT t.id,
            t.a
           FROM t
        )
 SELECT x.p,
    x.q
   FROM x;

-- case: view as the server prints it: union
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id, a FROM t UNION SELECT id, t_id FROM u;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    t.a
   FROM t
UNION
 SELECT u.id,
    u.t_id AS a
   FROM u;

-- case: view as the server prints it: union all
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE f UNION ALL SELECT id FROM u EXCEPT SELECT a FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS (
         SELECT t.id
           FROM t
          WHERE t.f
        UNION ALL
         SELECT u.id
           FROM u
) EXCEPT
 SELECT t.a AS id
   FROM t;

-- case: view as the server prints it: union order
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id, b AS n FROM t UNION ALL SELECT id, s FROM u ORDER BY n DESC LIMIT 3;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    t.b AS n
   FROM t
UNION ALL
 SELECT u.id,
    u.s AS n
   FROM u
  ORDER BY 2 DESC
 LIMIT 3;

-- case: view as the server prints it: union paren
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS (SELECT id FROM t ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM u ORDER BY id DESC LIMIT 1);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS ( SELECT t.id
   FROM t
  ORDER BY t.id
 LIMIT 1)
UNION ALL
( SELECT u.id
   FROM u
  ORDER BY u.id DESC
 LIMIT 1);

-- case: view as the server prints it: distinct
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT DISTINCT a, b FROM t ORDER BY a;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT DISTINCT t.a,
    t.b
   FROM t
  ORDER BY t.a;

-- case: view as the server prints it: distinct on
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT DISTINCT ON (a) a, id, at FROM t ORDER BY a, at DESC;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT DISTINCT ON (t.a) t.a,
    t.id,
    t.at
   FROM t
  ORDER BY t.a, t.at DESC;

-- case: view as the server prints it: limit
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t ORDER BY id LIMIT 10 OFFSET 5;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  ORDER BY t.id
 OFFSET 5
 LIMIT 10;

-- case: view as the server prints it: fetch
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t ORDER BY id FETCH FIRST 3 ROWS WITH TIES;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  ORDER BY t.id
 FETCH FIRST (3) ROWS WITH TIES;

-- case: view as the server prints it: values
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS VALUES (1, 'a'), (2, 'b');
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS VALUES (1,'a'::text), (2,'b'::text);

-- case: view as the server prints it: values in from
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT x.k, x.l FROM (VALUES (1, 'a'), (2, 'b')) AS x (k, l);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT x.k,
    x.l
   FROM ( VALUES (1,'a'::text), (2,'b'::text)) x(k, l);

-- case: view as the server prints it: series
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT g FROM generate_series(1, 10) AS g;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT g.g
   FROM generate_series(1, 10) g(g);

-- case: view as the server prints it: series of days
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT d::date AS day FROM generate_series('2020-01-01'::date, '2020-01-31'::date, '1 day') AS d;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT (d.d)::date AS day
   FROM generate_series(('2020-01-01'::date)::timestamp with time zone, ('2020-01-31'::date)::timestamp with time zone, '1 day'::interval) d(d);

-- case: view as the server prints it: unnest
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, e FROM t, unnest(k) AS e;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    e.e
   FROM t,
    LATERAL unnest(t.k) e(e);

-- case: view as the server prints it: unnest ordinality
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, e.v, e.n FROM t CROSS JOIN LATERAL unnest(t.k) WITH ORDINALITY AS e (v, n);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    e.v,
    e.n
   FROM (t
     CROSS JOIN LATERAL unnest(t.k) WITH ORDINALITY e(v, n));

-- case: view as the server prints it: lateral
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, x.m FROM t LEFT JOIN LATERAL (SELECT u.m FROM u WHERE u.t_id = t.id ORDER BY u.id LIMIT 1) x ON true;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    x.m
   FROM (t
     LEFT JOIN LATERAL ( SELECT u.m
           FROM u
          WHERE (u.t_id = t.id)
          ORDER BY u.id
         LIMIT 1) x ON (true));

-- case: view as the server prints it: json each
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id, e.key, e.value FROM t, jsonb_each_text(t.j) AS e;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    e.key,
    e.value
   FROM t,
    LATERAL jsonb_each_text(t.j) e(key, value);

-- case: view as the server prints it: json records
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT r.x, r.y FROM t, jsonb_to_recordset(t.j) AS r (x int, y text);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT r.x,
    r.y
   FROM t,
    LATERAL jsonb_to_recordset(t.j) r(x integer, y text);

-- case: view as the server prints it: star
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT * FROM u;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT u.id,
    u.t_id,
    u.m,
    u.s
   FROM u;

-- case: view as the server prints it: qualified star
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT u.*, t.a FROM u JOIN t ON t.id = u.t_id;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT u.id,
    u.t_id,
    u.m,
    u.s,
    t.a
   FROM (u
     JOIN t ON ((t.id = u.t_id)));

-- case: view as the server prints it: group by position
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT a, date_trunc('day', at) AS day, count(*) FROM t GROUP BY 1, 2 ORDER BY 3 DESC;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.a,
    date_trunc('day'::text, t.at) AS day,
    count(*) AS count
   FROM t
  GROUP BY t.a, (date_trunc('day'::text, t.at))
  ORDER BY (count(*)) DESC;

-- case: view as the server prints it: group by alias
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT lower(c) AS l, count(*) AS n FROM t GROUP BY l ORDER BY n;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT lower(t.c) AS l,
    count(*) AS n
   FROM t
  GROUP BY (lower(t.c))
  ORDER BY (count(*));

-- case: view as the server prints it: grouping sets
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT a, b, sum(n) FROM t GROUP BY ROLLUP (a, b);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.a,
    t.b,
    sum(t.n) AS sum
   FROM t
  GROUP BY ROLLUP(t.a, t.b);

-- case: view as the server prints it: cube
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT a, b, grouping(a, b), sum(n) FROM t GROUP BY CUBE (a, b);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.a,
    t.b,
    GROUPING(t.a, t.b) AS "grouping",
    sum(t.n) AS sum
   FROM t
  GROUP BY CUBE(t.a, t.b);

-- case: view as the server prints it: functions
-- left: a call in words of SQL with several others beside it is not read to the end
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT lower(b) AS x, upper(c), length(c) AS l, substring(c FROM 1 FOR 3) AS s, trim(c) AS tr, position('a' IN c) AS p, overlay(c PLACING 'x' FROM 1) AS o, replace(c, 'a', 'b'), left(b, 2) FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT lower((t.b)::text) AS x,
    upper(t.c) AS upper,
    length(t.c) AS l,
    SUBSTRING(t.c FROM 1 FOR 3) AS s,
    TRIM(BOTH FROM t.c) AS tr,
    POSITION(('a'::text) IN (t.c)) AS p,
    OVERLAY(t.c PLACING 'x'::text FROM 1) AS o,
    replace(t.c, 'a'::text, 'b'::text) AS replace,
    "left"((t.b)::text, 2) AS "left"
   FROM t;

-- case: view as the server prints it: session
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT current_user AS u, session_user AS s, current_date AS d, current_timestamp AS ts, localtimestamp AS l, current_setting('x.y', true) AS c, current_schema AS sc;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT CURRENT_USER AS u,
    SESSION_USER AS s,
    CURRENT_DATE AS d,
    CURRENT_TIMESTAMP AS ts,
    LOCALTIMESTAMP AS l,
    current_setting('x.y'::text, true) AS c,
    CURRENT_SCHEMA AS sc;

-- case: view as the server prints it: ordered set
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS med, mode() WITHIN GROUP (ORDER BY a) FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT percentile_cont((0.5)::double precision) WITHIN GROUP (ORDER BY ((t.n)::double precision)) AS med,
    mode() WITHIN GROUP (ORDER BY t.a) AS mode
   FROM t;

-- case: view as the server prints it: constants
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT 1 AS one, 'x' AS s, true AS b, NULL AS n, 1.5 AS f, '2020-01-01'::date AS d, interval '1 hour' AS i, ARRAY['a', 'b'] AS l, '{}'::jsonb AS j;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT 1 AS one,
    'x'::text AS s,
    true AS b,
    NULL::text AS n,
    1.5 AS f,
    '2020-01-01'::date AS d,
    '01:00:00'::interval AS i,
    ARRAY['a'::text, 'b'::text] AS l,
    '{}'::jsonb AS j;

-- case: view as the server prints it: distinctness
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id FROM t WHERE a IS DISTINCT FROM 1 AND b IS NOT DISTINCT FROM 'x';
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id
   FROM t
  WHERE ((t.a IS DISTINCT FROM 1) AND (NOT ((t.b)::text IS DISTINCT FROM 'x'::text)));

-- case: view as the server prints it: collate
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT c COLLATE "C" AS x FROM t ORDER BY b COLLATE "POSIX";
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT (t.c COLLATE "C") AS x
   FROM t
  ORDER BY (t.b COLLATE "POSIX");

-- case: view as the server prints it: quoted
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id AS "Id", a AS "select" FROM t AS "T" WHERE "T".f;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT "T".id AS "Id",
    "T".a AS "select"
   FROM t "T"
  WHERE "T".f;

-- case: view as the server prints it: long alias
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t1.id, t2.id AS other FROM t t1 JOIN t t2 ON t1.a = t2.id AND t1.b = t2.b;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t1.id,
    t2.id AS other
   FROM (t t1
     JOIN t t2 ON (((t1.a = t2.id) AND ((t1.b)::text = (t2.b)::text))));

-- case: view as the server prints it: regclass
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT 't'::regclass AS r, nextval('q') AS n;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT 't'::regclass AS r,
    nextval('q'::regclass) AS n;

-- case: view as the server prints it: table
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS TABLE u;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT u.id,
    u.t_id,
    u.m,
    u.s
   FROM u;

-- case: view as the server prints it: unknown text
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT id, 'fixed' AS kind, '' AS empty FROM t UNION ALL SELECT id, 'other', s FROM u;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT t.id,
    'fixed'::text AS kind,
    ''::text AS empty
   FROM t
UNION ALL
 SELECT u.id,
    'other'::text AS kind,
    u.s AS empty
   FROM u;

-- case: view as the server prints it: sum of case
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT sum(CASE WHEN f THEN 1 ELSE 0 END) AS x, round(avg(n), 2) AS y, count(*)::int AS c FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT sum(
        CASE
            WHEN t.f THEN 1
            ELSE 0
        END) AS x,
    round(avg(t.n), 2) AS y,
    (count(*))::integer AS c
   FROM t;

-- case: view as the server prints it: string functions
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT concat(b, c) AS x, concat_ws('-', a, b) AS y, format('%s', a) AS z, to_char(at, 'YYYY') AS w, md5(c) AS m, split_part(c, ',', 1) AS sp, regexp_replace(c, 'a', 'b', 'g') FROM t;
-- equal:
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c text, d date, at timestamptz, j jsonb, k text[], n numeric, f boolean); CREATE TABLE u (id int, t_id int, m numeric, s text); CREATE SEQUENCE q;
CREATE VIEW v AS SELECT concat(t.b, t.c) AS x,
    concat_ws('-'::text, t.a, t.b) AS y,
    format('%s'::text, t.a) AS z,
    to_char(t.at, 'YYYY'::text) AS w,
    md5(t.c) AS m,
    split_part(t.c, ','::text, 1) AS sp,
    regexp_replace(t.c, 'a'::text, 'b'::text, 'g'::text) AS regexp_replace
   FROM t;
