-- case columns of table functions
CREATE TABLE u (id int PRIMARY KEY, name text, tags text[], js jsonb, at timestamptz);
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION two(OUT x int, OUT y text) RETURNS SETOF record LANGUAGE sql AS $$ SELECT 1, 'a' $$;
CREATE FUNCTION tab(n int) RETURNS TABLE (p int, q text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
CREATE FUNCTION rows_of() RETURNS SETOF u LANGUAGE sql AS $$ SELECT * FROM u $$;
CREATE FUNCTION one_row() RETURNS u LANGUAGE sql AS $$ SELECT * FROM u LIMIT 1 $$;
CREATE FUNCTION pairs() RETURNS SETOF pair LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION ints() RETURNS SETOF int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION rec() RETURNS SETOF record LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION one_out(OUT z int) LANGUAGE sql AS $$ SELECT 1 $$;
-- error M0301 syntax error: unexpected `inout`
CREATE FUNCTION inout(INOUT a int, OUT b int) LANGUAGE sql AS $$ SELECT 1, 2 $$;
SELECT x, y FROM two();
SELECT t.x, t.y FROM two() t;
SELECT two.x FROM two();
-- error M0403 unknown column `xx`
SELECT xx FROM two();
-- error M0403 unknown column `z` of `t`
SELECT t.z FROM two() t;
-- error M0403 unknown column `xy` of `two`
SELECT two.xy FROM two();
SELECT p, q, tab FROM tab(1);
-- error M0403 unknown column `r`
SELECT r FROM tab(1);
-- error M0403 unknown column `r` of `tab`
SELECT tab.r FROM tab(1);
SELECT a.k, a.l FROM tab(1) a (k, l);
-- error M0403 unknown column `p` of `a`
SELECT a.p FROM tab(1) a (k, l);
SELECT a.k, a.q FROM tab(1) a (k);
SELECT id, name FROM rows_of();
SELECT r.id, r.js FROM rows_of() r;
-- error M0403 unknown column `nope` of `r`
SELECT r.nope FROM rows_of() r;
-- error M0403 unknown column `nope`
SELECT nope FROM rows_of();
SELECT o.name FROM one_row() o;
-- error M0403 unknown column `nam` of `o`
SELECT o.nam FROM one_row() o;
SELECT p.a, p.b FROM pairs() p;
-- error M0403 unknown column `c` of `p`
SELECT p.c FROM pairs() p;
SELECT ints FROM ints();
SELECT i FROM ints() i;
SELECT i.i FROM ints() i;
-- missed 42703 column i.ints does not exist
SELECT i.ints FROM ints() i;
SELECT v FROM ints() AS i (v);
SELECT i.v FROM ints() AS i (v);
-- error M0403 unknown column `w` of `i`
SELECT i.w FROM ints() AS i (v);
SELECT z FROM one_out();
SELECT o FROM one_out() o;
SELECT o.z FROM one_out() o;
-- error M0301 syntax error: unexpected `inout`
SELECT a, b FROM inout(1);
-- error M0301 syntax error: unexpected `inout`
SELECT c FROM inout(1);
SELECT r.k FROM rec() AS r (k int, l text);
-- error M0403 unknown column `m` of `r`
SELECT r.m FROM rec() AS r (k int, l text);
-- missed 42601 a column definition list is required for functions returning "record"
SELECT * FROM rec();
SELECT generate_series FROM generate_series(1, 3);
SELECT g FROM generate_series(1, 3) g;
SELECT g.g FROM generate_series(1, 3) g;
-- error M0403 unknown column `generate_series` of `g`
SELECT g.generate_series FROM generate_series(1, 3) g;
SELECT g.n FROM generate_series(1, 3) g (n);
-- error M0403 unknown column `m` of `g`
SELECT g.m FROM generate_series(1, 3) g (n);
SELECT d::date FROM generate_series(now(), now(), '1 day') d;
-- error M0403 unknown column `dd` of `d`
SELECT d.dd FROM generate_series(now(), now(), '1 day') d;
SELECT unnest FROM unnest(ARRAY[1, 2]);
SELECT t FROM u, unnest(u.tags) t;
SELECT t.tag FROM u, unnest(u.tags) AS t (tag);
-- error M0403 unknown column `tags` of `t`
SELECT t.tags FROM u, unnest(u.tags) AS t (tag);
SELECT a, b FROM unnest(ARRAY[1], ARRAY['x']) AS z (a, b);
-- error M0403 unknown column `c`
SELECT c FROM unnest(ARRAY[1], ARRAY['x']) AS z (a, b);
SELECT z.ordinality, z.v FROM unnest(ARRAY[1]) WITH ORDINALITY AS z (v);
SELECT z.n, z.v FROM unnest(ARRAY[1]) WITH ORDINALITY AS z (v, n);
-- error M0403 unknown column `ordinality` of `z`
SELECT z.ordinality FROM unnest(ARRAY[1]) WITH ORDINALITY AS z (v, n);
-- error M0403 unknown column `ord` of `z`
SELECT z.ord FROM unnest(ARRAY[1]) WITH ORDINALITY AS z (v);
SELECT key, value FROM jsonb_each('{}');
SELECT e.key, e.value FROM u, jsonb_each(u.js) e;
-- error M0403 unknown column `k` of `e`
SELECT e.k FROM u, jsonb_each(u.js) e;
-- error M0403 unknown column `keys` of `e`
SELECT e.keys FROM u, LATERAL jsonb_each_text(u.js) e;
SELECT e.value FROM u, json_each_text('{}') e;
SELECT e.v FROM json_each('{}') AS e (k, v);
SELECT value FROM jsonb_array_elements('[]');
SELECT e.value->>'x' FROM jsonb_array_elements('[]') e;
SELECT e->>'x' FROM jsonb_array_elements('[]') e;
SELECT elem FROM u, jsonb_array_elements(u.js) AS elem;
-- error M0403 unknown column `val` of `e`
SELECT e.val FROM jsonb_array_elements('[]') e;
SELECT e.value FROM jsonb_array_elements_text('[]') e;
SELECT k FROM jsonb_object_keys('{}') k;
SELECT jsonb_object_keys FROM jsonb_object_keys('{}');
SELECT r.id, r.t FROM jsonb_to_recordset('[]') AS r (id int, t text);
-- error M0403 unknown column `x` of `r`
SELECT r.x FROM jsonb_to_recordset('[]') AS r (id int, t text);
SELECT id FROM json_to_record('{}') AS (id int);
-- error M0403 unknown column `x`
SELECT x FROM json_to_record('{}') AS (id int);
-- error M0409 unknown type `integr`
SELECT r.id FROM jsonb_to_recordset('[]') AS r (id integr);
SELECT s FROM regexp_split_to_table('a b', ' ') s;
SELECT regexp_split_to_table FROM regexp_split_to_table('a b', ' ');
SELECT m[1] FROM regexp_matches('a', 'a') m;
SELECT s FROM string_to_table('a,b', ',') s;
SELECT a.x, b FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) AS a (x, b);
-- error M0403 unknown column `y` of `a`
SELECT a.y FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['a'])) AS a (x, b);
SELECT n, v FROM ROWS FROM (generate_series(1, 2)) WITH ORDINALITY AS a (v, n);
SELECT p.id, p.name FROM jsonb_populate_record(NULL::u, '{}') p;
-- error M0403 unknown column `idd` of `p`
SELECT p.idd FROM jsonb_populate_record(NULL::u, '{}') p;
SELECT p.id FROM jsonb_populate_recordset(NULL::u, '[]') p;
SELECT p.a FROM json_populate_record(NULL::pair, '{}') p;
SELECT c FROM current_schemas(true) c;
SELECT n FROM now() n;
SELECT now FROM now();
-- error M0403 unknown column `nw`
SELECT nw FROM now();
SELECT t.v FROM (VALUES (1)) t (v), LATERAL (SELECT t.v + 1 AS w) l WHERE l.w > 0;
-- error M0403 unknown column `x` of `l`
SELECT l.x FROM (VALUES (1)) t (v), LATERAL (SELECT t.v + 1 AS w) l;
-- missed 42P01 invalid reference to FROM-clause entry for table "t"
SELECT l.w FROM (VALUES (1)) t (v), (SELECT t.v + 1 AS w) l;
-- error M0403 unknown column `vv` of `t`
SELECT l.w FROM (VALUES (1)) t (v), LATERAL (SELECT t.vv + 1 AS w) l;
SELECT s.i FROM u, generate_subscripts(u.tags, 1) AS s (i);
-- error M0403 unknown column `j` of `s`
SELECT s.j FROM u, generate_subscripts(u.tags, 1) AS s (i);
-- error M0403 unknown column `i` of table `u`
SELECT u.i FROM u CROSS JOIN generate_series(1, 2) i;
SELECT lexeme, positions FROM unnest(to_tsvector('a b'));
SELECT alias FROM ts_debug('english', 'a');
SELECT word FROM ts_stat('SELECT to_tsvector(''a'')');
SELECT typname FROM pg_type;
SELECT nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid;
-- missed 42601 syntax error at or near "::"
SELECT x.id FROM xmltable('/a' PASSING '<a/>'::xml COLUMNS id int PATH '@id') x;
