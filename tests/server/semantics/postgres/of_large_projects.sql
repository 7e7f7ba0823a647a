-- case extensions and what they bring
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE EXTENSION btree_gin;
CREATE EXTENSION ltree;
CREATE EXTENSION intarray;
CREATE EXTENSION unaccent;
CREATE EXTENSION tablefunc;
CREATE EXTENSION fuzzystrmatch;
CREATE EXTENSION cube;
CREATE EXTENSION earthdistance CASCADE;
CREATE EXTENSION isn;
CREATE EXTENSION lo;
CREATE TABLE accounts (
    id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
    token text NOT NULL DEFAULT encode(gen_random_bytes(16), 'hex'),
    email citext UNIQUE NOT NULL CHECK (email ~* '^[^@]+@[^@]+$'),
    props hstore NOT NULL DEFAULT ''::hstore,
    path ltree,
    tags int[] DEFAULT '{}',
    name text,
    lat float8, lon float8,
    isbn isbn13,
    doc lo,
    CONSTRAINT path_depth CHECK (nlevel(path) <= 10)
);
CREATE INDEX ON accounts USING gist (path);
CREATE INDEX ON accounts USING gin (tags gin__int_ops);
CREATE INDEX ON accounts USING gin (name gin_trgm_ops);
CREATE INDEX ON accounts USING gist (name gist_trgm_ops (siglen = 32));
CREATE INDEX ON accounts USING gin (props);
CREATE INDEX ON accounts USING gist (ll_to_earth(lat, lon));
CREATE INDEX ON accounts ((props -> 'colour'));
CREATE UNIQUE INDEX ON accounts (lower(email::text));
CREATE TABLE bookings (room int, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&));
CREATE VIEW v1 AS SELECT id, props -> 'a' AS a, props ? 'b' AS b, email = 'X@y.z' AS same, similarity(name, 'foo') AS sim, name % 'foo' AS near FROM accounts;
CREATE VIEW v2 AS SELECT subpath(path, 0, 1) AS root, path <@ 'top.x' AS below, path ~ '*.x.*' AS matches, path || 'leaf' AS leaf FROM accounts;
CREATE VIEW v3 AS SELECT tags & '{1,2}'::int[] AS both, tags + 3 AS more, idx(tags, 3) AS at, sort(tags) AS sorted, icount(tags) AS n FROM accounts;
CREATE VIEW v4 AS SELECT each.key, each.value FROM accounts, each(props);
CREATE VIEW v5 AS SELECT (each(props)).key AS k, count(*) AS n FROM accounts GROUP BY 1;
CREATE VIEW v6 AS SELECT name, unaccent(lower(name)) AS plain, levenshtein(name, 'x') AS l, soundex(name) AS s, dmetaphone(name) AS d FROM accounts ORDER BY name <-> 'foo' LIMIT 10;
CREATE VIEW v7 AS SELECT earth_distance(ll_to_earth(lat, lon), ll_to_earth(1, 2)) AS d FROM accounts WHERE earth_box(ll_to_earth(1, 2), 1000) @> ll_to_earth(lat, lon);
CREATE VIEW v8 AS SELECT * FROM crosstab('SELECT 1, 2, 3', 'SELECT 1') AS ct (row_name int, a int);
CREATE VIEW v9 AS SELECT * FROM connectby('accounts', 'id', 'name', 'x', 0, '~') AS t (keyid text, parent_keyid text, level int, branch text);
INSERT INTO accounts (email, props, path, tags) VALUES ('a@b.c', 'x=>1, y=>2', 'a.b.c', '{1,2}'), (lower('B@c.d')::citext, hstore('k', 'v') || hstore(ARRAY['a','b'], ARRAY['c','d']), 'a'::ltree || 'b', ARRAY[1,2] | 3);
UPDATE accounts SET token = crypt('pw', gen_salt('bf', 8)), props = props - 'x'::text, name = props -> 'y' WHERE email LIKE 'a%' OR email IN ('q@q.q') OR props @> 'a=>1';
UPDATE accounts SET name = digest(name, 'sha256')::text WHERE name IS NOT NULL AND regexp_match(email, 'a') IS NOT NULL;
SELECT hmac('a', 'b', 'sha1'), encode(digest('x'::bytea, 'md5'), 'hex'), pgp_sym_encrypt('data', 'key'), gen_random_uuid(), uuid_generate_v5(uuid_ns_url(), 'x');
SELECT show_trgm('abc'), word_similarity('a', 'b'), strict_word_similarity('a', 'b'), set_limit(0.3), show_limit();
SELECT akeys(props), hstore_to_json(props), props::json, hstore_to_jsonb_loose(props), props ?& ARRAY['a'], %% props FROM accounts;
SELECT populate_record(NULL::bookings, 'room=>3'), slice(props, ARRAY['a']), delete(props, 'a') FROM accounts;
SELECT lca('a.b'::ltree, 'a.c'), text2ltree('a.b'), ltree2text(path), path @ 'a & b', index(path, 'b'), path ? ARRAY['a','b']::lquery[] FROM accounts;
CREATE TRIGGER t_lo BEFORE UPDATE OR DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION lo_manage(doc);
ALTER EXTENSION hstore UPDATE;
COMMENT ON EXTENSION hstore IS 'pairs';
-- case functions in plpgsql
CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint, total numeric(12, 2) NOT NULL DEFAULT 0, status text NOT NULL DEFAULT 'new', placed_at timestamptz NOT NULL DEFAULT now(), data jsonb);
CREATE TABLE order_items (order_id bigint REFERENCES orders ON DELETE CASCADE, line int, sku text, qty int CHECK (qty > 0), price numeric, PRIMARY KEY (order_id, line));
CREATE TABLE audit (at timestamptz DEFAULT clock_timestamp(), who name DEFAULT current_user, tab regclass, op text, was jsonb, now jsonb);
CREATE TYPE line_total AS (line int, amount numeric);
CREATE FUNCTION p1(p_order bigint, OUT n int, OUT amount numeric) LANGUAGE plpgsql STABLE AS $fn$
<<outer>>
DECLARE
  r record; o orders%ROWTYPE; t orders.total%TYPE := 0; c CONSTANT int NOT NULL := 3; arr int[] := '{}'; lt line_total;
  cur CURSOR (k bigint) FOR SELECT * FROM order_items WHERE order_id = k; cur2 refcursor; v alias for $1; msg text;
BEGIN
  SELECT * INTO STRICT o FROM orders WHERE id = p_order;
  FOR r IN SELECT line, qty * price AS amt FROM order_items WHERE order_id = o.id ORDER BY line LOOP
    CONTINUE WHEN r.amt IS NULL; t := t + r.amt; arr := arr || r.line; EXIT WHEN t > 1e6;
  END LOOP;
  FOR i IN REVERSE 10..1 BY 2 LOOP NULL; END LOOP;
  FOREACH n IN ARRAY arr LOOP RAISE NOTICE 'line %', n; END LOOP;
  <<w>> WHILE n > 0 LOOP n := n - 1; EXIT w WHEN n = 2; END LOOP w;
  LOOP EXIT; END LOOP;
  OPEN cur (p_order); FETCH cur INTO r; MOVE FORWARD 2 FROM cur; CLOSE cur;
  OPEN cur2 FOR EXECUTE 'SELECT 1' ; FETCH NEXT FROM cur2 INTO n; CLOSE cur2;
  FOR r IN cur(p_order) LOOP lt := (r.line, r.price); lt.amount := lt.amount * 2; END LOOP;
  FOR r IN EXECUTE format('SELECT * FROM %I WHERE id = $1', 'orders') USING p_order LOOP amount := r.total; END LOOP;
  CASE o.status WHEN 'new', 'paid' THEN n := 1; WHEN 'x' THEN NULL; ELSE RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'no', HINT = 'h'; END CASE;
  CASE WHEN n = 1 THEN n := 2; END CASE;
  IF n > 1 THEN n := 1; ELSIF n = 0 THEN n := 2; ELSEIF n IS NULL THEN RETURN; ELSE n := 0; END IF;
  PERFORM pg_sleep(0), set_config('a.b', 'c', true);
  GET DIAGNOSTICS n = ROW_COUNT; ASSERT n >= 0, 'negative';
  BEGIN
    INSERT INTO audit (op) VALUES ('x') RETURNING op INTO msg;
  EXCEPTION WHEN unique_violation OR foreign_key_violation THEN
    GET STACKED DIAGNOSTICS msg = MESSAGE_TEXT; RAISE WARNING '% %', SQLERRM, SQLSTATE; RAISE;
  WHEN OTHERS THEN NULL; WHEN SQLSTATE '22012' THEN NULL;
  END;
END outer $fn$;
CREATE FUNCTION p2() RETURNS SETOF orders LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT * FROM orders; RETURN QUERY EXECUTE 'SELECT * FROM orders WHERE id = $1' USING 3; RETURN NEXT NULL; RETURN; END $$;
CREATE FUNCTION p3(VARIADIC xs text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10 AS $$ #variable_conflict use_column
BEGIN RETURN array_to_string(xs, ','); END; $$;
CREATE FUNCTION p4(a anyelement, b anyarray, c anycompatible, d anycompatible) RETURNS anyelement LANGUAGE plpgsql AS $$ DECLARE x a%TYPE; BEGIN RETURN a; END $$;
CREATE FUNCTION p5() RETURNS TABLE (sku text, total numeric) LANGUAGE plpgsql ROWS 100 AS $$ BEGIN RETURN QUERY SELECT i.sku, sum(i.qty * i.price) FROM order_items i GROUP BY i.sku; END $$;
CREATE FUNCTION p6(t orders) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT t.total * 1.2 $$;
CREATE FUNCTION p7(o orders) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ($1).id + $1.customer_id';
CREATE FUNCTION p8(a int, b int DEFAULT 2, c text DEFAULT NULL) RETURNS int LANGUAGE sql RETURN a + b;
CREATE FUNCTION p9() RETURNS SETOF record LANGUAGE sql AS $$ SELECT id, total FROM orders $$;
CREATE FUNCTION p10(INOUT a int, INOUT b int) LANGUAGE sql AS 'SELECT b, a';
CREATE FUNCTION p11(n int) RETURNS SETOF int LANGUAGE sql BEGIN ATOMIC SELECT g FROM generate_series(1, n) g; END;
CREATE PROCEDURE p12(INOUT x int DEFAULT 1) LANGUAGE plpgsql AS $$ BEGIN UPDATE orders SET total = total + x; COMMIT; x := 3; ROLLBACK; END $$;
CREATE PROCEDURE p13(a int, OUT b int) LANGUAGE sql AS $$ INSERT INTO audit (op) VALUES (a::text); SELECT a * 2 $$;
CREATE FUNCTION p14() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem TO '64MB' AS $$ SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM orders GROUP BY status) s $$;
CREATE FUNCTION p15() RETURNS void LANGUAGE sql AS $$ WITH gone AS (DELETE FROM orders WHERE status = 'x' RETURNING *) INSERT INTO audit (was) SELECT to_jsonb(gone) FROM gone $$;
CREATE FUNCTION p16(text) RETURNS int LANGUAGE sql AS 'SELECT $1::int';
CREATE FUNCTION p17() RETURNS bigint LANGUAGE sql AS $$ INSERT INTO orders (total) VALUES (1) RETURNING id $$;
CREATE FUNCTION p18() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$;
CREATE FUNCTION p19() RETURNS numeric LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION p20() RETURNS line_total LANGUAGE sql AS 'SELECT 1, 2.0';
CREATE FUNCTION p21() RETURNS line_total LANGUAGE sql AS 'SELECT ROW(1, 2.0)::line_total';
CREATE FUNCTION p22() RETURNS SETOF text LANGUAGE sql AS $$ SELECT 'a' UNION ALL SELECT 'b' $$;
CREATE FUNCTION p23() RETURNS text LANGUAGE sql AS $$ SELECT current_user $$;
CREATE FUNCTION p24() RETURNS varchar(10) LANGUAGE sql AS $$ SELECT status FROM orders $$;
CREATE FUNCTION p25() RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION p26() RETURNS void LANGUAGE sql AS 'SELECT 1; DELETE FROM orders';
CREATE FUNCTION p27(OUT a int, OUT b text) RETURNS SETOF record LANGUAGE sql AS $$ VALUES (1, 'x'), (2, 'y') $$;
CREATE FUNCTION p28() RETURNS TABLE (LIKE_it int) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION p29() RETURNS int[] LANGUAGE sql AS 'SELECT array_agg(id::int) FROM orders';
CREATE FUNCTION p30() RETURNS date LANGUAGE sql AS 'SELECT now()::date';
CREATE FUNCTION p31() RETURNS timestamptz LANGUAGE sql AS 'SELECT current_date';
CREATE FUNCTION p33(cstring) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'cstring_in';
CREATE FUNCTION p34() RETURNS boolean LANGUAGE plpgsql AS 'DECLARE found_it boolean; BEGIN PERFORM 1 FROM orders; IF NOT FOUND THEN RETURN false; END IF; EXECUTE ''SELECT true'' INTO found_it; RETURN found_it; END';
CREATE OR REPLACE FUNCTION p16(text) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN $1::int; END';
CREATE FUNCTION p35(a int) RETURNS int LANGUAGE plpgsql AS $body$ DECLARE a2 int := a; BEGIN a := a + 1; <<inner>> DECLARE a int := 5; BEGIN RETURN a + p35.a; END; END $body$;
CREATE FUNCTION p36() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT string_agg(quote_ident(status), ', ' ORDER BY status) FROM orders); END $$;
CALL p12();
CALL p12(4);
CALL p13(1, NULL);
SELECT p8(1), p8(a => 1, c => 'x'), p8(1, b => 3), p8(1, 2, 'y');
SELECT (p1(id)).amount, p6(o), o.p6, p3('a', 'b'), p3(VARIADIC ARRAY['c']) FROM orders o WHERE false;
SELECT * FROM p9() AS x (id bigint, total numeric), p10(1, 2), p27() WITH ORDINALITY AS q (u, v, w), LATERAL p11(w::int) z;
ALTER FUNCTION p8(int, int, text) STABLE LEAKPROOF SET search_path FROM CURRENT;
ALTER FUNCTION p3(text[]) RENAME TO join_them;
ALTER PROCEDURE p13 SECURITY INVOKER;
ALTER ROUTINE p12 RESET ALL;
DROP FUNCTION p9, p11(int), p5;
DROP ROUTINE IF EXISTS p13(int), nowhere(int);
DO LANGUAGE plpgsql $do$ DECLARE r record; BEGIN FOR r IN SELECT table_schema, table_name FROM information_schema.tables WHERE table_name LIKE 'zz%' LOOP EXECUTE 'DROP TABLE ' || quote_ident(r.table_name); END LOOP; END $do$;
-- case triggers and rules
CREATE TABLE docs (id int PRIMARY KEY, title text, body text, ver int DEFAULT 1, updated_at timestamptz, search tsvector, owner name);
CREATE TABLE docs_log (LIKE docs INCLUDING DEFAULTS, logged timestamptz DEFAULT now());
CREATE VIEW live AS SELECT id, title FROM docs WHERE ver > 0;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'INSERT' OR NEW IS DISTINCT FROM OLD THEN NEW.updated_at := now(); NEW.ver = COALESCE(OLD.ver, 0) + TG_NARGS; END IF; RETURN NEW; END $$;
CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_LEVEL = 'STATEMENT' THEN RETURN NULL; END IF; INSERT INTO docs_log SELECT OLD.*; RETURN OLD; END $$;
CREATE FUNCTION many() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO docs_log (id) SELECT n.id FROM newrows n JOIN oldrows o USING (id) WHERE n.title <> o.title; RETURN NULL; END $$;
CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP RAISE DEBUG '%', r.object_identity; END LOOP; END $$;
CREATE TRIGGER "Touch It" BEFORE INSERT OR UPDATE OF title, body ON docs FOR EACH ROW EXECUTE FUNCTION touch('a', 1, 2.5, x);
CREATE TRIGGER before_row BEFORE INSERT OR DELETE OR UPDATE ON docs FOR ROW WHEN (pg_trigger_depth() < 1) EXECUTE PROCEDURE touch();
CREATE TRIGGER stmt AFTER TRUNCATE OR DELETE ON docs EXECUTE FUNCTION log_it();
CREATE TRIGGER stmt2 BEFORE UPDATE ON docs FOR STATEMENT EXECUTE FUNCTION log_it();
CREATE TRIGGER trans AFTER UPDATE ON docs REFERENCING OLD TABLE AS oldrows NEW TABLE AS newrows FOR EACH STATEMENT EXECUTE FUNCTION many();
CREATE TRIGGER trans2 AFTER UPDATE ON docs REFERENCING NEW TABLE newrows OLD TABLE oldrows FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION many();
CREATE CONSTRAINT TRIGGER later AFTER INSERT OR UPDATE ON docs FROM docs_log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.ver > 1 AND NEW.owner = CURRENT_USER) EXECUTE FUNCTION touch();
CREATE OR REPLACE TRIGGER stmt AFTER DELETE ON docs FOR EACH STATEMENT EXECUTE FUNCTION log_it();
CREATE TRIGGER tsv BEFORE INSERT OR UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(search, 'pg_catalog.english', title, body);
CREATE TRIGGER on_view INSTEAD OF INSERT OR UPDATE OR DELETE ON live FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER on_view_stmt AFTER INSERT ON live FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE TRIGGER upd BEFORE UPDATE ON docs FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION touch();
CREATE TRIGGER upd2 AFTER INSERT OR UPDATE ON docs FOR EACH ROW WHEN (NEW.title IS NOT NULL AND NOT (NEW.ver BETWEEN 1 AND 2) OR NEW.search @@ 'x'::tsquery) EXECUTE FUNCTION touch();
CREATE TRIGGER del BEFORE DELETE ON docs FOR EACH ROW WHEN (OLD.title LIKE 'new.%' OR OLD.body = 'insert, update or truncate') EXECUTE FUNCTION log_it();
ALTER TABLE docs DISABLE TRIGGER stmt, ENABLE REPLICA TRIGGER trans, ENABLE ALWAYS TRIGGER upd;
ALTER TABLE docs DISABLE TRIGGER USER, ENABLE TRIGGER ALL;
ALTER TRIGGER upd2 ON docs RENAME TO upd3;
ALTER TRIGGER "Touch It" ON docs DEPENDS ON EXTENSION plpgsql;
CREATE EVENT TRIGGER h_pgsem_ev ON ddl_command_end WHEN TAG IN ('CREATE SEQUENCE') EXECUTE FUNCTION ev();
ALTER EVENT TRIGGER h_pgsem_ev DISABLE;
DROP EVENT TRIGGER h_pgsem_ev;
CREATE RULE live_ins AS ON INSERT TO live DO INSTEAD INSERT INTO docs (id, title) VALUES (NEW.id, NEW.title) RETURNING docs.id, docs.title;
CREATE RULE live_upd AS ON UPDATE TO live DO INSTEAD (UPDATE docs SET title = NEW.title WHERE id = OLD.id; INSERT INTO docs_log (id, title) VALUES (OLD.id, 'was ' || OLD.title));
CREATE OR REPLACE RULE live_del AS ON DELETE TO live DO INSTEAD DELETE FROM docs WHERE docs.id = OLD.id;
CREATE RULE quiet AS ON UPDATE TO docs WHERE OLD.ver = NEW.ver AND NEW.title <> OLD.title DO ALSO INSERT INTO docs_log (id) SELECT NEW.id WHERE NEW.ver IS NULL;
CREATE RULE nothing AS ON INSERT TO docs_log WHERE NEW.id < 0 DO INSTEAD NOTHING;
CREATE RULE told AS ON DELETE TO docs DO ALSO NOTIFY docs_changed;
CREATE RULE picked AS ON DELETE TO docs_log DO INSTEAD UPDATE docs SET ver = docs.ver + 1 FROM docs_log l WHERE l.id = docs.id AND docs.id = OLD.id;
ALTER RULE told ON docs RENAME TO told2;
ALTER TABLE docs DISABLE RULE quiet;
DROP RULE told2 ON docs;
COMMENT ON TRIGGER trans ON docs IS 'x';
COMMENT ON RULE quiet ON docs IS 'y';
DROP TRIGGER IF EXISTS nothing_here ON docs;
DROP TRIGGER upd3 ON docs CASCADE;
-- case queries in views
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE emp (id int PRIMARY KEY, boss int REFERENCES emp, dept text, pay numeric(10, 2), hired date, m mood, tags text[], j jsonb, span daterange, active boolean DEFAULT true, t time, iv interval, ip inet, b bytea);
CREATE TABLE dept (code text PRIMARY KEY, name text NOT NULL, opened timestamp, geo point, bits bit(8), x xml);
CREATE VIEW q1 AS SELECT id, pay, rank() OVER w, lag(pay, 1, 0) OVER w AS prev, first_value(pay) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) AS f, ntile(4) OVER (ORDER BY hired NULLS FIRST), sum(pay) FILTER (WHERE active) OVER (PARTITION BY dept ORDER BY hired RANGE BETWEEN '1 year' PRECEDING AND INTERVAL '1 day' FOLLOWING) AS y FROM emp WINDOW w AS (PARTITION BY dept ORDER BY pay DESC, id);
CREATE VIEW q2 AS SELECT dept, extract(year FROM hired) AS y, grouping(dept, extract(year FROM hired)) AS g, count(*) FILTER (WHERE m > 'sad'), percentile_cont(0.5) WITHIN GROUP (ORDER BY pay), mode() WITHIN GROUP (ORDER BY m), string_agg(DISTINCT tags[1], ',' ORDER BY tags[1]) FROM emp GROUP BY GROUPING SETS ((dept, extract(year FROM hired)), ROLLUP (dept), ()) HAVING count(*) > 1;
CREATE VIEW q3 AS SELECT d.code, e.* FROM dept d LEFT JOIN LATERAL (SELECT id, pay FROM emp WHERE dept = d.code ORDER BY pay DESC FETCH FIRST 3 ROWS WITH TIES) e ON true;
CREATE VIEW q4 (root, depth, path) AS WITH RECURSIVE tree AS (SELECT id, 0, ARRAY[id] FROM emp WHERE boss IS NULL UNION ALL SELECT e.id, t.depth + 1, path || e.id FROM emp e JOIN tree t (id, depth, path) ON e.boss = t.id) SELECT * FROM tree;
CREATE VIEW q5 AS SELECT e.id, j ->> 'a' AS a, (j #>> '{b,c}')::int AS bc, j -> 'd' -> 0 AS d0, j @? '$.x[*] ? (@ > 2)' AS has, jsonb_path_query_first(j, '$.y') AS y, j ? 'k' AS k, elem ->> 'n' AS n, o AS ord FROM emp e CROSS JOIN LATERAL jsonb_array_elements(e.j -> 'list') WITH ORDINALITY AS x (elem, o);
CREATE VIEW q6 AS SELECT dept, array_agg(DISTINCT m) AS moods, jsonb_build_object('n', count(*), 'max', max(pay), 'ids', jsonb_agg(id ORDER BY id)) AS s, bool_or(active), every(pay > 0), min(t), max(iv) AS miv, max(ip) AS mip, avg(iv), sum(iv) FROM emp GROUP BY dept;
CREATE VIEW q7 AS SELECT id, lower(span) AS s, upper_inf(span) AS open, span * daterange('2020-01-01', '2021-01-01') AS part, span @> current_date AS now, span -|- '[2020-01-01,2020-02-01)'::daterange AS next, isempty(span) FROM emp WHERE span && daterange(hired, NULL, '[]');
CREATE VIEW q8 AS SELECT CASE m WHEN 'sad' THEN 1 WHEN 'ok' THEN 2 ELSE 3 END AS c, CASE WHEN active THEN 'yes' END AS a, COALESCE(dept, 'none') AS d, NULLIF(pay, 0) AS p, GREATEST(pay, 1, 2.5) AS g, m::text || '!' AS t, enum_range(NULL::mood) AS r, (ARRAY['x','y'])[2] AS e, tags[1:2] AS sl, cardinality(tags) AS n FROM emp;
CREATE VIEW q9 AS SELECT hired + 1 AS n, hired + interval '1 mon' AS m, hired - date '2000-01-01' AS days, age(hired) AS a, now() - hired AS since, t + hired AS ts, hired + t AS ts2, iv * 2 AS twice, iv / 3 AS third, date_trunc('month', hired)::date AS mon, to_char(hired, 'YYYY-"W"IW') AS wk, (hired, iv) OVERLAPS (current_date, interval '1 day') AS o, extract(epoch FROM iv) AS ep, hired AT TIME ZONE 'UTC' AS z, make_date(2020, 1, 1), date_bin('15 min', now(), '2000-01-01') FROM emp;
CREATE VIEW q10 AS SELECT d.name, (SELECT count(*) FROM emp e WHERE e.dept = d.code) AS n, EXISTS (SELECT FROM emp WHERE dept = d.code AND pay > ALL (SELECT avg(pay) FROM emp)) AS rich, d.code = ANY (ARRAY(SELECT DISTINCT dept FROM emp)) AS used, (d.code, d.name) IN (SELECT dept, dept FROM emp) AS odd, ROW(d.code, 1) = ROW('a', 1) AS r FROM dept d;
CREATE VIEW q11 AS SELECT * FROM (VALUES (1, 'one'), (2, 'two')) AS v (n, w) NATURAL FULL JOIN (SELECT 1 AS n, 2 AS z) q;
CREATE VIEW q12 AS SELECT ip << inet '10.0.0.0/8' AS local, host(ip) AS h, masklen(ip) AS l, set_masklen(ip, 24) AS net, ip + 1 AS nx, ip - inet '10.0.0.1' AS df, family(ip), network(ip)::text FROM emp;
CREATE VIEW q13 AS SELECT geo <-> point(0, 0) AS d, geo[0] AS x, box(geo, geo) && box '((0,0),(1,1))' AS hit, circle(geo, 2) @> geo AS inn, bits & B'11110000' AS masked, bits::int AS n, get_bit(bits, 1) AS b1, ~bits AS inv, bits << 2 AS sh FROM dept;
CREATE VIEW q14 AS SELECT xmlelement(name a, xmlattributes(code AS c), name) AS el, xpath('/a/text()', x) AS xp, (xpath('//b', x))[1]::text AS one, xmlforest(code, name AS n) AS f, x IS DOCUMENT AS dc FROM dept;
CREATE VIEW q15 AS SELECT x.* FROM dept, XMLTABLE('/r/i' PASSING x COLUMNS id int PATH '@id', nm text PATH 'n' DEFAULT 'none', o FOR ORDINALITY) x;
CREATE VIEW q16 AS SELECT encode(b, 'base64') AS e, length(b) AS l, md5(b) AS m, sha256(b) AS s, substring(b FROM 1 FOR 2) AS sub, b || '\x00'::bytea AS more, get_byte(b, 0) AS g, octet_length(dept) AS ol, position('a' IN dept) AS ps, overlay(dept PLACING 'x' FROM 1) AS ov, trim(BOTH ' ' FROM dept) AS tr, substring(dept FROM '^.') AS sb, substring(dept SIMILAR 'a' ESCAPE '#') AS ss, dept SIMILAR TO 'a|b' AS st, dept ILIKE ANY (ARRAY['a%']) AS il, dept !~* 'x' AS rx, dept ^@ 'a' AS st2, starts_with(dept, 'a') AS sw, normalize(dept, NFC) AS nf, dept IS NFC NORMALIZED AS inf, split_part(dept, '-', -1) AS sp, format('%s-%I', dept, id) AS fm, dept COLLATE "C" < 'a' AS cl FROM emp;
CREATE VIEW q17 WITH (security_barrier, check_option = local) AS SELECT id, dept FROM emp WHERE dept IS NOT NULL;
CREATE RECURSIVE VIEW q18 (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM q18 WHERE n < 100;
CREATE VIEW q19 AS SELECT a.n, b.n AS m FROM generate_series(1, 3) AS a (n), generate_series(a.n, 5) b (n), unnest(ARRAY[1, 2], ARRAY['x', 'y']) AS u (i, t), ROWS FROM (generate_series(1, 2), unnest('{a,b}'::text[])) AS r (x, y);
CREATE VIEW q20 AS SELECT s.*, r.rolname FROM pg_stat_activity s LEFT JOIN pg_roles r ON r.oid = s.usesysid WHERE s.datname = current_database() AND s.xact_start < now() - interval '1 hour';
CREATE VIEW q21 AS SELECT c.relname, n.nspname, pg_size_pretty(pg_total_relation_size(c.oid)) AS size, obj_description(c.oid, 'pg_class') AS d, a.attname, format_type(a.atttypid, a.atttypmod) AS ty, pg_get_expr(df.adbin, df.adrelid) AS def FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 LEFT JOIN pg_attrdef df ON (df.adrelid, df.adnum) = (a.attrelid, a.attnum) WHERE c.oid = 'emp'::regclass AND c.relkind = ANY ('{r,p}') AND NOT a.attisdropped;
CREATE VIEW q22 AS SELECT ts_rank(to_tsvector('english', name), q) AS r, ts_headline(name, q) AS h, setweight(to_tsvector(name), 'A') || to_tsvector(code) AS v FROM dept, websearch_to_tsquery('english', 'a b') AS q WHERE to_tsvector('english', name) @@ q ORDER BY r DESC;
CREATE MATERIALIZED VIEW mv AS SELECT dept, sum(pay) AS total, row_number() OVER (ORDER BY sum(pay) DESC) AS place FROM emp GROUP BY dept WITH NO DATA;
CREATE UNIQUE INDEX ON mv (dept);
REFRESH MATERIALIZED VIEW mv;
REFRESH MATERIALIZED VIEW CONCURRENTLY mv WITH DATA;
CREATE VIEW q23 AS SELECT DISTINCT ON (dept) dept, id, pay FROM emp ORDER BY dept, pay DESC NULLS LAST, id;
CREATE VIEW q24 AS SELECT DISTINCT dept, lower(dept) AS l FROM emp ORDER BY l, dept;
CREATE VIEW q25 AS SELECT DISTINCT upper(dept) FROM emp ORDER BY upper(dept);
CREATE VIEW q26 AS (SELECT id FROM emp ORDER BY pay LIMIT 1) UNION ALL (SELECT id FROM emp ORDER BY pay DESC LIMIT 1) INTERSECT SELECT 1 ORDER BY id OFFSET 0 ROWS;
CREATE VIEW q27 AS SELECT emp AS whole, (emp).id, (emp).m, to_jsonb(emp) - 'b' AS doc, row_to_json(emp.*) AS r, count(emp) OVER () FROM emp;
CREATE VIEW q28 AS SELECT dept AS d, count(*) AS n FROM emp GROUP BY d ORDER BY n DESC, 1;
CREATE VIEW q29 AS SELECT e.*, d.name FROM emp e JOIN dept d ON d.code = e.dept GROUP BY e.id, d.code;
CREATE VIEW q30 AS SELECT sum(sum(pay)) OVER (ORDER BY min(hired)) AS run, dept || '' AS dd FROM emp GROUP BY dept || '';
CREATE VIEW q31 AS SELECT id, pay AS "Pay €", NULL AS nothing, 'x' AS k, 1.5e3 AS f, 0 AS z, '{}'::jsonb AS j0, interval '1' day AS d1, time with time zone '10:00+02' AS tz, U&'\0061' AS u, E'a\n' AS es, $$q$$ AS dq, B'101' AS bt, X'1F' AS hx FROM emp;
CREATE VIEW q32 AS WITH a AS MATERIALIZED (SELECT id FROM emp), b (k) AS NOT MATERIALIZED (SELECT id FROM a) SELECT k FROM b x JOIN a ON a.id = x.k;
SELECT id FROM emp TABLESAMPLE BERNOULLI (5) REPEATABLE (3) FOR UPDATE OF emp SKIP LOCKED;
SELECT e.id FROM emp e JOIN dept d ON d.code = e.dept ORDER BY e.id LIMIT 5 FOR NO KEY UPDATE OF e NOWAIT FOR SHARE OF d;
SELECT * FROM (SELECT id FROM emp FOR UPDATE) q;
WITH c AS (SELECT id FROM emp ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) UPDATE emp SET active = false FROM c WHERE emp.id = c.id RETURNING emp.*, c.id AS cid;
ALTER VIEW q1 RENAME COLUMN prev TO previous;
ALTER VIEW q17 SET (security_invoker = true);
ALTER VIEW q8 ALTER COLUMN c SET DEFAULT 4;
CREATE OR REPLACE VIEW q10 AS SELECT name, n, rich, used, odd, r, 1 AS more FROM (SELECT d.name, 1::bigint AS n, true AS rich, false AS used, NULL::boolean AS odd, true AS r FROM dept d) z;
DROP VIEW q9, q11;
DROP VIEW IF EXISTS q9;
