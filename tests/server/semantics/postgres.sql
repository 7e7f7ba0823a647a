-- case duplicate column in create
-- error M0404 column `a` of table `t` exists already
CREATE TABLE t (a int, A int);
-- case names fold
CREATE TABLE Users (Id int, "Mixed" int);
INSERT INTO users (ID, "Mixed") VALUES (1, 2);
-- error M0403 unknown column `mixed` of table `users`
SELECT Mixed FROM users;
-- case long names are cut
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbb (a int);
SELECT a FROM aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaacccc;
-- case made-up names
CREATE TABLE u (id int PRIMARY KEY, e text UNIQUE, a int CHECK (a > 0), b int, CHECK (a > b), UNIQUE (a, b));
CREATE TABLE t (uid int REFERENCES u, a int, b int, FOREIGN KEY (a, b) REFERENCES u (a, b));
ALTER TABLE t DROP CONSTRAINT t_uid_fkey;
ALTER TABLE t DROP CONSTRAINT t_a_b_fkey;
ALTER TABLE u DROP CONSTRAINT u_pkey;
ALTER TABLE u DROP CONSTRAINT u_e_key;
ALTER TABLE u DROP CONSTRAINT u_a_check;
ALTER TABLE u DROP CONSTRAINT u_check;
ALTER TABLE u DROP CONSTRAINT u_a_b_key;
ALTER TABLE u ADD UNIQUE (e);
ALTER TABLE u ADD UNIQUE (e);
ALTER TABLE u DROP CONSTRAINT u_e_key1;
CREATE INDEX ON u (a, b);
DROP INDEX u_a_b_idx;
-- error M0405 unknown constraint `u_e_key1`
ALTER TABLE u DROP CONSTRAINT u_e_key1;
-- case made-up names that are too long
CREATE TABLE a_table_with_a_name_that_is_really_quite_long_indeed (a_column_with_a_name_that_is_long_too int UNIQUE);
ALTER TABLE a_table_with_a_name_that_is_really_quite_long_indeed DROP CONSTRAINT a_table_with_a_name_that_is_r_a_column_with_a_name_that_is__key;
-- case serial
CREATE TABLE t (id serial, n bigserial);
SELECT nextval('t_id_seq');
ALTER SEQUENCE t_n_seq RESTART;
-- error M0415 sequence `t_id_seq` cannot be dropped
DROP SEQUENCE t_id_seq;
-- case unknown type
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood, ms mood[]);
-- error M0409 unknown type `moood`
CREATE TABLE u (m moood);
-- case row types and domains
CREATE DOMAIN d AS int;
CREATE TABLE t (a int);
CREATE TABLE u (d d, t t);
-- case a type of an extension
CREATE EXTENSION citext;
CREATE TABLE t (c citext, v varchar, ts timestamp(3) with time zone, i interval day to second, a int[][], n numeric(3, 2));
-- case duplicate type
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- error M0410 type `mood` exists already
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- case a table as a type
CREATE TABLE mood (a int);
-- error M0402 the name `mood` is taken by a table
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- case enum value twice
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';
ALTER TYPE mood ADD VALUE 'happy' AFTER 'ok';
-- error M0411 `mood` has the value 'happy' already
ALTER TYPE mood ADD VALUE 'happy';
-- case enum value unknown
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';
-- error M0411 `mood` has no value 'ok'
ALTER TYPE mood ADD VALUE 'happy' BEFORE 'ok';
-- case type in use
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood);
-- error M0415 type `mood` cannot be dropped
DROP TYPE mood;
-- case type in use no more
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood);
ALTER TABLE t ALTER COLUMN m TYPE text;
DROP TYPE mood;
CREATE TYPE mood AS ENUM ('a');
-- case enum swap
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood);
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('sad');
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;
DROP TYPE mood_old;
-- case unknown type dropped
-- error M0409 unknown type `mood`
DROP TYPE mood;
-- case index names are the schema's
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE INDEX i ON t (a);
-- error M0408 index `i` exists already
CREATE INDEX i ON u (a);
-- case indexes go with their table
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
DROP TABLE t;
-- error M0407 unknown index `i`
DROP INDEX i;
-- case indexes go with their column
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
ALTER TABLE t DROP COLUMN a;
-- error M0407 unknown index `i`
DROP INDEX i;
-- case the index of a constraint
CREATE TABLE t (a int UNIQUE);
-- error M0415 index `t_a_key` cannot be dropped
DROP INDEX t_a_key;
-- case rename an index
CREATE TABLE t (a int UNIQUE);
ALTER INDEX t_a_key RENAME TO k;
ALTER TABLE t DROP CONSTRAINT k;
-- case promote an index
CREATE TABLE t (a int);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX i;
-- error M0407 unknown index `i`
DROP INDEX i;
-- case foreign key to nothing
-- error M0401 unknown table `u`
CREATE TABLE t (a int REFERENCES u (id));
-- case foreign key to itself
CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t, FOREIGN KEY (up) REFERENCES t (id));
-- case foreign key to a column that is not there
CREATE TABLE u (id int PRIMARY KEY);
-- error M0403 unknown column `ident` of table `u`
CREATE TABLE t (a int REFERENCES u (ident));
-- case foreign key to a column that is not unique
CREATE TABLE u (id int PRIMARY KEY, e text);
-- error M0414 foreign key to `e` of table `u`, which is not unique
CREATE TABLE t (e text REFERENCES u (e));
-- case foreign key to a unique index
CREATE TABLE u (id int PRIMARY KEY, e text, f text);
CREATE UNIQUE INDEX i ON u (e, f);
CREATE TABLE t (e text, f text, FOREIGN KEY (f, e) REFERENCES u (f, e));
-- case foreign key to a partial index
CREATE TABLE u (id int PRIMARY KEY, e text);
CREATE UNIQUE INDEX i ON u (e) WHERE e <> '';
-- error M0414 foreign key to `e` of table `u`, which is not unique
CREATE TABLE t (e text REFERENCES u (e));
-- case foreign key to a table without a key
CREATE TABLE u (id int);
-- error M0414 table `u` has no primary key
CREATE TABLE t (e int REFERENCES u);
-- case drop a table others point to
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int REFERENCES u);
-- error M0415 table `u` cannot be dropped
DROP TABLE u;
-- case drop both tables
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int REFERENCES u);
DROP TABLE u, t;
-- case drop a table with cascade
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int REFERENCES u);
CREATE VIEW v AS SELECT * FROM u;
DROP TABLE u CASCADE;
ALTER TABLE t ADD CONSTRAINT t_a_fkey CHECK (a > 0);
-- error M0401 unknown view `v`
DROP VIEW v;
-- case drop a table a view reads
CREATE TABLE u (id int PRIMARY KEY);
CREATE VIEW v AS SELECT u.id FROM u;
-- error M0415 table `u` cannot be dropped
DROP TABLE u;
-- case drop a column a view reads
CREATE TABLE u (id int, a int);
CREATE VIEW v AS SELECT * FROM u;
ALTER TABLE u ADD COLUMN b int;
ALTER TABLE u DROP COLUMN b;
-- error M0415 column `a` cannot be dropped
ALTER TABLE u DROP COLUMN a;
-- case change the type of a column a view reads
CREATE TABLE u (id int, a int);
CREATE VIEW v AS SELECT a FROM u;
ALTER TABLE u ALTER COLUMN id TYPE bigint;
-- error M0415 the type of `a` cannot be changed
ALTER TABLE u ALTER COLUMN a TYPE bigint;
-- case drop a column of a generated one
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- error M0415 column `a` cannot be dropped
ALTER TABLE t DROP COLUMN a;
-- case drop a key others point to
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int REFERENCES u);
-- error M0415 `u_pkey` cannot be dropped
ALTER TABLE u DROP CONSTRAINT u_pkey;
-- case drop a key with cascade and point to another
CREATE TABLE u (id int PRIMARY KEY, k int);
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id);
ALTER TABLE u DROP CONSTRAINT u_pkey CASCADE;
ALTER TABLE u ADD PRIMARY KEY (k);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (k);
-- case drop a column others point to
CREATE TABLE u (id int PRIMARY KEY, b int);
CREATE TABLE t (a int REFERENCES u);
-- error M0415 `id` cannot be dropped
ALTER TABLE u DROP COLUMN id;
-- case several actions
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD COLUMN a text, DROP COLUMN a, ADD CONSTRAINT k UNIQUE (a), ALTER COLUMN b SET NOT NULL;
-- error M0406 constraint `k` of table `t` exists already
ALTER TABLE t ADD CONSTRAINT k CHECK (b > 0);
-- case unknown column in alter
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
ALTER TABLE t ALTER COLUMN b SET DEFAULT 1;
-- case unknown table in alter if exists
ALTER TABLE IF EXISTS t ADD COLUMN a int;
CREATE TABLE t (b int);
ALTER TABLE t ADD COLUMN IF NOT EXISTS b int, DROP COLUMN IF EXISTS c;
-- case second primary key later
CREATE TABLE t (a int PRIMARY KEY);
-- error M0406 table `t` has a primary key already
ALTER TABLE t ADD PRIMARY KEY (a);
-- case schemas
CREATE SCHEMA app;
CREATE TABLE app.t (a int);
ALTER TABLE app.t ADD COLUMN b int;
SELECT t.b FROM app.t;
-- error M0401 unknown table `app.u`
ALTER TABLE app.u ADD COLUMN b int;
-- case duplicate schema
CREATE SCHEMA app;
-- error M0413 schema `app` exists already
CREATE SCHEMA app;
-- case set schema
CREATE SCHEMA app;
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
ALTER TABLE t SET SCHEMA app;
SELECT a FROM app.t;
DROP INDEX app.i;
CREATE TABLE t (b int);
-- case search path
CREATE SCHEMA app;
SET search_path TO app, public;
CREATE TABLE t (a int);
SELECT a FROM app.t;
SELECT a FROM t;
-- case sequences
CREATE SEQUENCE s;
-- error M0413 sequence `s` exists already
CREATE SEQUENCE s;
-- case unknown sequence
-- error M0412 unknown sequence `s`
DROP SEQUENCE s;
-- case triggers
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
-- error M0413 trigger `g` exists already
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- case unknown trigger
CREATE TABLE t (a int);
-- error M0412 unknown trigger `g`
DROP TRIGGER g ON t;
-- case a trigger on unknown columns
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- error M0403 unknown column `b` of table `t`
CREATE TRIGGER g BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();
-- case a trigger moves with its table
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t RENAME TO u;
DROP TRIGGER g ON u;
-- case comments
CREATE TABLE t (a int);
COMMENT ON COLUMN t.a IS 'x';
COMMENT ON TABLE t IS 'x';
-- error M0403 unknown column `b` of table `t`
COMMENT ON COLUMN t.b IS 'x';
-- case truncate
-- error M0401 unknown table `t`
TRUNCATE t;
-- case rows as values and system columns
CREATE TABLE t (a int, j jsonb);
SELECT t, t.*, ctid, t.xmin, (t).a, row_to_json(t), j ->> 'x', a::text, tableoid::regclass FROM t;
SELECT x.a FROM t AS x, LATERAL (SELECT x.a + 1 AS b) y WHERE y.b > 0;
SELECT e.key, e.value FROM t, jsonb_each(j) e;
SELECT g FROM generate_series(1, 3) g;
SELECT extract(year FROM now()), current_user, user, localtimestamp FROM t;
INSERT INTO t (a) VALUES (1) RETURNING a, ctid;
UPDATE t SET a = x.a FROM t x WHERE x.a = t.a;
DELETE FROM t USING t x WHERE x.a = t.a;
-- case rows as values fine
CREATE TABLE t (a int, b int);
SELECT c FROM t x (c) WHERE false;
SELECT a AS "A" FROM t ORDER BY "A";
SELECT max(a) OVER (PARTITION BY b ORDER BY a) FROM t;
SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, b;
SELECT array_agg(a ORDER BY b) FILTER (WHERE b > 0) FROM t;
-- case a function as a column
CREATE TABLE t (a int);
CREATE FUNCTION twice(t) RETURNS int LANGUAGE sql AS 'SELECT $1.a * 2';
SELECT t.twice FROM t;
-- case upsert
CREATE TABLE t (a int PRIMARY KEY, b int);
INSERT INTO t AS x (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = excluded.b + x.b WHERE x.a > 0;
-- error M0403 unknown column `c` of table `t`
INSERT INTO t (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET c = excluded.b;
-- case unknown column in a view
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
CREATE VIEW v AS SELECT b FROM t;
-- case views over views
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- error M0415 view `v` cannot be dropped
DROP VIEW v;
-- case inheritance
CREATE TABLE p (a int);
CREATE TABLE c (b int) INHERITS (p);
INSERT INTO c (a, b) VALUES (1, 2);
ALTER TABLE p ADD COLUMN x int;
SELECT x FROM c;
-- case partitions
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
ALTER TABLE p ADD COLUMN c int;
SELECT c FROM p1;
CREATE INDEX i ON p (b);
DROP TABLE p;
CREATE TABLE p1 (a int);
-- case like
CREATE TABLE p (a int NOT NULL DEFAULT 1, UNIQUE (a));
CREATE TABLE c (LIKE p INCLUDING ALL, b int);
SELECT a, b FROM c;
-- error M0403 unknown column `x` of table `c`
SELECT x FROM c;
-- case temporary tables
CREATE TABLE t (a int);
CREATE TEMP TABLE t (b int);
SELECT b FROM t;
DROP TABLE t;
SELECT a FROM t;
-- case blocks leave a doubt
CREATE TABLE t (a int);
DO $$ BEGIN ALTER TABLE t ADD COLUMN b int; CREATE TABLE u (c int); END $$;
SELECT b FROM t;
SELECT c FROM u;
-- case functions leave a doubt
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE u (c int); END $$;
SELECT f();
SELECT c FROM u;
-- case identity
CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, b text COLLATE "C" DEFAULT 'x' NOT NULL);
ALTER TABLE t ALTER COLUMN a DROP IDENTITY;
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
-- case exclusion and the rest of the grammar
CREATE TABLE t (a int4range, b int, CONSTRAINT e EXCLUDE USING gist (a WITH &&), CHECK (b IS NOT NULL) NO INHERIT);
ALTER TABLE t DROP CONSTRAINT e;
CREATE INDEX i ON t USING btree (b DESC NULLS LAST, (b + 1), lower(b::text)) INCLUDE (a) WHERE b > 0;
CREATE UNIQUE INDEX CONCURRENTLY j ON t (b);
ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid() NOT NULL, ADD CHECK (b > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_b_check;
-- error M0405 unknown constraint `nope`
ALTER TABLE t VALIDATE CONSTRAINT nope;
-- case drop a unique index others point to
CREATE TABLE u (id int, k int);
CREATE UNIQUE INDEX i ON u (id);
CREATE TABLE t (a int CONSTRAINT f REFERENCES u (id));
-- error M0415 `i` cannot be dropped
DROP INDEX i;
-- case drop a unique index with cascade
CREATE TABLE u (id int, k int);
CREATE UNIQUE INDEX i ON u (id);
CREATE TABLE t (a int CONSTRAINT f REFERENCES u (id));
DROP INDEX i CASCADE;
ALTER TABLE t ADD CONSTRAINT f CHECK (a > 0);
-- case a view reads all columns of one table only
CREATE TABLE u (a int, b int);
CREATE TABLE t (c int, d int);
CREATE VIEW v AS SELECT u.* FROM u JOIN t ON u.a = t.c;
ALTER TABLE t DROP COLUMN d;
-- error M0415 column `b` cannot be dropped
ALTER TABLE u DROP COLUMN b;
-- case drop a type with cascade
CREATE TYPE m AS ENUM ('a');
CREATE DOMAIN dm AS m;
CREATE TABLE t (a m, b int, c dm);
CREATE VIEW v AS SELECT a FROM t;
DROP TYPE m CASCADE;
SELECT b FROM t;
CREATE VIEW v AS SELECT b FROM t;
ALTER TABLE t ADD COLUMN a int;
-- case drop a schema with cascade
CREATE SCHEMA s;
CREATE TYPE s.m AS ENUM ('a');
CREATE TABLE s.u (id int PRIMARY KEY);
CREATE TABLE t (a s.m, b int CONSTRAINT f REFERENCES s.u);
CREATE VIEW v AS SELECT id FROM s.u;
DROP SCHEMA s CASCADE;
CREATE VIEW v AS SELECT b FROM t;
ALTER TABLE t ADD CONSTRAINT f CHECK (b > 0), ADD COLUMN a int;
-- case drop a function with cascade
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE t (a int DEFAULT f(1), b int CONSTRAINT k CHECK (f(b) > 0));
CREATE INDEX i ON t (f(a));
CREATE VIEW v AS SELECT f(a) FROM t;
DROP FUNCTION f CASCADE;
CREATE VIEW v AS SELECT b FROM t;
CREATE INDEX i ON t (a);
ALTER TABLE t ADD CONSTRAINT k CHECK (b > 0);
-- case select into
CREATE TABLE t (a int);
SELECT a INTO u FROM t;
SELECT a FROM u;
-- error M0402 table `u` exists already
CREATE TABLE u (a int);
-- case triggers made by a function
CREATE TABLE t (a int);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION manage(_t regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER made BEFORE UPDATE ON %s FOR EACH ROW EXECUTE PROCEDURE g()', _t);
END $$;
SELECT manage('t');
DROP TRIGGER made ON t;
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- case a function that makes a table of the name it is given
CREATE FUNCTION make(n text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I (a int)', n);
END $$;
SELECT make('t');
SELECT a FROM t;
-- case a block about one table leaves the others alone
CREATE TABLE t (a int);
CREATE TABLE u (a int);
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'x') THEN ALTER TABLE t RENAME COLUMN a TO b; END IF; END $$;
SELECT b FROM t;
-- error M0403 unknown column `b` of table `u`
SELECT b FROM u;
-- case a block that drops what others need
CREATE TABLE t (a int PRIMARY KEY);
CREATE TABLE u (a int CONSTRAINT f REFERENCES t);
DO $$ BEGIN DROP TABLE t CASCADE; END $$;
ALTER TABLE u ADD CONSTRAINT f CHECK (a > 0);
CREATE TABLE t (b int);
-- case a function is altered clause by clause
CREATE FUNCTION f(a int DEFAULT abs(1)) RETURNS TABLE (b int) LANGUAGE sql STABLE SET search_path = public, "B" AS $$ SELECT 1 $$;
ALTER FUNCTION f(int) SET search_path TO '' IMMUTABLE COST 10;
CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET work_mem = '1MB' AS $$ BEGIN RETURN 1; END $$;
ALTER FUNCTION g() SECURITY INVOKER PARALLEL SAFE RESET work_mem SET search_path = pg_catalog, pg_temp;
CREATE FUNCTION h() RETURNS int LANGUAGE sql SET work_mem = '1MB' SET search_path = public BEGIN ATOMIC SELECT 1; END;
ALTER FUNCTION h RESET ALL STRICT LEAKPROOF;
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
ALTER PROCEDURE p SET search_path FROM CURRENT SECURITY DEFINER;

-- case a serial whose default goes is a number
CREATE TABLE t (id bigserial PRIMARY KEY, a serial, b smallserial NOT NULL);
ALTER TABLE t ALTER COLUMN id DROP DEFAULT;
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE t ALTER COLUMN b DROP DEFAULT;
DROP SEQUENCE t_a_seq;
CREATE TABLE u (id bigserial);
ALTER TABLE u ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE u_id_seq;
ALTER TABLE u ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- case a query in the list has the name of its column
CREATE TABLE u (id int, name text);
CREATE TABLE c (id int, u_id int);
CREATE VIEW v AS SELECT c.*, (SELECT name FROM u WHERE u.id = c.u_id), (SELECT count(*) FROM u), (SELECT u.id AS own FROM u LIMIT 1) FROM c;
CREATE VIEW w AS SELECT * FROM v;
SELECT id, u_id, name, count, own FROM w;
-- error M0403 unknown column `nmae`
SELECT nmae FROM w;

-- case a default stays a value of the type that it was made for
CREATE TYPE currency AS ENUM ('USD', 'EUR');
CREATE TABLE account (id int, kept currency DEFAULT 'EUR', gone currency NOT NULL DEFAULT E'USD');
ALTER TABLE account ALTER COLUMN kept TYPE text USING kept::text, ALTER COLUMN gone TYPE text;
ALTER TABLE account ALTER COLUMN kept SET DEFAULT 'EUR';
CREATE TABLE other (gone currency DEFAULT 'EUR');
ALTER TABLE other ALTER COLUMN gone TYPE varchar(3);
DROP TYPE currency CASCADE;

-- case a block that adds a key where there is none adds it, and what it refers to stays known
CREATE TABLE companies (id int PRIMARY KEY, b jsonb DEFAULT '{"version":1,"bearer":{"on":true,"n":[1, 2]},"a":null}'::jsonb);
CREATE TABLE managed (id int, company_id int);
DO $$ BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "pg_constraint" c JOIN "pg_class" t ON t.oid = c.conrelid JOIN "pg_namespace" n ON n.oid = t.relnamespace
    WHERE n.nspname = 'public' AND t.relname = 'managed' AND c.conname = 'managed_company_fk'
  ) THEN
    ALTER TABLE managed ADD CONSTRAINT managed_company_fk FOREIGN KEY (company_id) REFERENCES companies (id);
  END IF;
END $$;
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'managed_pkey' AND conrelid = 'managed'::regclass) THEN
    ALTER TABLE managed ADD CONSTRAINT managed_pkey PRIMARY KEY (id);
  END IF;
END $$;
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE contype = 'c' AND conname = 'managed_check') THEN
    ALTER TABLE managed ADD CONSTRAINT managed_check CHECK (id > 0);
  END IF;
END $$;
-- error M0403 unknown column `nmae`
SELECT nmae FROM companies;

-- case what a view that goes with another one had goes, too
CREATE TABLE u (id int);
CREATE VIEW uv AS SELECT * FROM u;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM uv;
CREATE UNIQUE INDEX mv_id ON mv (id);
DROP VIEW uv CASCADE;
CREATE VIEW uv AS SELECT * FROM u;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM uv;
CREATE UNIQUE INDEX mv_id ON mv (id);
-- error M0408 index `mv_id` exists already
CREATE UNIQUE INDEX mv_id ON mv (id);

-- case what a function takes with it goes, and nothing else
CREATE TABLE u (id int);
CREATE FUNCTION one(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION kept() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION touched();
CREATE TRIGGER kept BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION kept();
CREATE VIEW other AS SELECT id FROM u;
CREATE MATERIALIZED VIEW mv AS SELECT one(id) AS id FROM u;
CREATE UNIQUE INDEX mv_id ON mv (id);
DROP FUNCTION one(int), touched() CASCADE;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM u;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION touched();
DROP TRIGGER touched ON u;
DROP FUNCTION touched();
DROP VIEW other;
-- error M0415 function `kept` cannot be dropped
DROP FUNCTION kept();

-- case a trigger runs its function under the name that it has now
CREATE TABLE u (id int);
CREATE SCHEMA s;
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW EXECUTE PROCEDURE touched ();
CREATE TRIGGER q BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION public.touched('a', 'b');
ALTER FUNCTION touched() RENAME TO "Noted";
ALTER FUNCTION "Noted"() SET SCHEMA s;
-- error M0415 function `Noted` cannot be dropped
DROP FUNCTION s."Noted"();

-- case a default of an enum is a value and not its name
CREATE TYPE mode AS ENUM ('closed', 'on_request');
CREATE TABLE site (id int, mode mode NOT NULL DEFAULT 'on_request', other mode DEFAULT 'on_request'::mode, word text DEFAULT 'on_request');
ALTER TYPE mode RENAME VALUE 'on_request' TO 'OnRequest';

-- case words of queries that are no names
CREATE TABLE t (a int, b text, c timestamptz, d int[], j jsonb);
SELECT a FROM ONLY t;
SELECT t.a FROM ONLY (t) WHERE t.a ISNULL OR b NOTNULL;
UPDATE ONLY t SET a = 1;
DELETE FROM ONLY t;
SELECT ALL a FROM t *;
SELECT x.a FROM t x TABLESAMPLE system (10) LIMIT ALL;
SELECT d[1], d[1:2], ARRAY[a, 2], ARRAY(SELECT a FROM t), (ARRAY[1, 2])[1] FROM t;
SELECT c AT TIME ZONE 'utc', date '2020-01-01', interval '1' day, timestamp '2020-01-01', b COLLATE "C" FROM t;
SELECT a OPERATOR(pg_catalog.+) 1, sum(a) OVER w, rank() OVER (w ORDER BY b) FROM t WINDOW w AS (PARTITION BY a);
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a), a FROM t GROUP BY GROUPING SETS ((a), ());
SELECT a FROM t ORDER BY 1 OFFSET 0 ROWS FETCH FIRST 1 ROW ONLY FOR UPDATE OF t;
SELECT v.x, v.y FROM (VALUES (1, 2)) AS v (x, y);
SELECT * FROM ROWS FROM (generate_series(1, 2), generate_series(1, 3)) AS z (p, q);
SELECT o.ordinality, o.e FROM t, unnest(d) WITH ORDINALITY AS o (e);
SELECT x FROM unnest(ARRAY[1]) AS x;
SELECT r.a, r.b FROM json_to_record('{}') AS r (a int, b text);
SELECT (j #>> '{a}')::int, j -> 'x' -> 'y', j ? 'k' FROM t;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n;
WITH gone AS (DELETE FROM t RETURNING a, b) INSERT INTO t (a, b) SELECT a, b FROM gone;
INSERT INTO t (d[1], a) VALUES (1, DEFAULT);
UPDATE t SET d[1] = 2, (a, b) = (SELECT 1, 'x');
UPDATE t SET a = s.n FROM (SELECT 1 AS n) s WHERE t.a = s.n;
INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING;
SELECT CASE a WHEN 1 THEN b END, a IN (SELECT a FROM t), a = ANY (d), a IS DISTINCT FROM 1, NOT a = 1 FROM t;
SELECT substring(b FROM 1 FOR 2), position('a' IN b), overlay(b PLACING 'x' FROM 1), trim(both 'x' FROM b) FROM t;
SELECT current_date, current_time, current_role, session_user, current_catalog, current_schema FROM t;
SELECT count(*) FILTER (WHERE a > 1), string_agg(b, ',' ORDER BY a), array_agg(DISTINCT a) FROM t;
SELECT pg_catalog.count(*), public.t.a FROM public.t GROUP BY public.t.a;
SELECT schemaname FROM pg_catalog.pg_tables;
SELECT tablename FROM pg_tables;
SELECT table_name FROM information_schema.tables;
TABLE t;
SELECT x FROM t AS x, LATERAL (SELECT a FROM t WHERE t.a = x.a) z;
SELECT row(a, b), (row(a, b)).f1 FROM t;
SELECT EXISTS (SELECT FROM t);
MERGE INTO t USING t s ON s.a = t.a AND false WHEN MATCHED THEN UPDATE SET b = s.b;
SELECT z.a FROM (t CROSS JOIN (SELECT 1 AS n) y) AS z;
SELECT j2.a FROM t JOIN (t j2 JOIN t j3 ON j2.a = j3.a) ON t.a = j2.a;
SELECT a FROM t NATURAL JOIN t u;
SELECT m.a FROM t JOIN t n USING (a) AS m;
-- case words of definitions that are no names
CREATE TABLE t (a int DEFAULT 1 CHECK (a > 0) CONSTRAINT nn NOT NULL, "check" int, "primary" text, key int, index int, value text, user_id int);
CREATE INDEX ON t (key, index, value);
CREATE INDEX ON t ((a + 1), upper(value) text_pattern_ops, value COLLATE "C" DESC);
ALTER TABLE t ADD key2 int, ADD COLUMN "column" int, ALTER key SET DEFAULT 1;
ALTER TABLE t DROP "column", DROP key2;
ALTER TABLE t ADD CONSTRAINT c CHECK ((value)::text = ANY ((ARRAY['a'::character varying])::text[]));
ALTER TABLE t ADD CONSTRAINT d CHECK (current_date > '2000-01-01' AND "check" IS NOT NULL AND value ~ 'x');
ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint, OWNER TO postgres, SET (fillfactor = 70);
CREATE TABLE u (a int GENERATED ALWAYS AS IDENTITY (START 1), b numeric(10, 2) DEFAULT (1.5)::numeric NOT NULL, c text DEFAULT 'a'::character varying NULL, d time without time zone DEFAULT now()::time, e char(3)[] DEFAULT '{}', PRIMARY KEY (a, b) INCLUDE (c) WITH (fillfactor = 70) DEFERRABLE);
-- case a foreign key of another type
CREATE TABLE u (id int PRIMARY KEY, t text UNIQUE, n numeric UNIQUE, d date UNIQUE);
CREATE TABLE a (x bigint REFERENCES u, y int REFERENCES u (n), z timestamptz REFERENCES u (d), w varchar(3) REFERENCES u (t));
-- error M0417 `x` is `uuid` and points to `id`, which is `int`
CREATE TABLE b (x uuid REFERENCES u);
-- case a foreign key of a fraction
CREATE TABLE u (id int PRIMARY KEY);
-- error M0417 `x` is `numeric` and points to `id`
CREATE TABLE b (x numeric REFERENCES u);
-- case a foreign key of another count
CREATE TABLE u (a int, b int, PRIMARY KEY (a, b));
-- error M0418 foreign key from 1 column to 2
CREATE TABLE t (a int REFERENCES u);
-- case a foreign key of a count that is written
CREATE TABLE u (a int, b int, PRIMARY KEY (a, b));
-- error M0418 foreign key from 2 columns to 1
CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES u (a));
-- case types that become others
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE t (a text, b int, c date, d timestamptz, e mood, f json, g uuid);
ALTER TABLE t ALTER a TYPE int USING a::int;
ALTER TABLE t ALTER b TYPE numeric(5, 2), ALTER c TYPE timestamp, ALTER d TYPE date, ALTER e TYPE text, ALTER f TYPE jsonb, ALTER g TYPE varchar;
-- error M0417 `a` is `int`, which does not become `boolean` by itself
ALTER TABLE t ALTER a TYPE boolean;
-- case text becomes nothing
CREATE TABLE t (a varchar(20));
-- error M0417 `a` is `varchar(20)`, which does not become `uuid` by itself
ALTER TABLE t ALTER a TYPE uuid;
-- case text becomes no enum
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE t (a text);
-- error M0417 `a` is `text`, which does not become `mood` by itself
ALTER TABLE t ALTER a TYPE mood;
-- case defaults that fit
CREATE TABLE t (a int DEFAULT '5', b boolean DEFAULT 'yes', c text DEFAULT 5, d text DEFAULT true, e numeric DEFAULT 0.5, f boolean DEFAULT false, g timestamptz DEFAULT 'now', h timestamptz DEFAULT now(), i int DEFAULT -1, j boolean DEFAULT 't', k text DEFAULT now(), l uuid DEFAULT gen_random_uuid(), m date DEFAULT CURRENT_DATE);
-- case a number is no boolean
-- error M0417 the default of `a` is a number, not `boolean`
CREATE TABLE t (a boolean DEFAULT 0);
-- case a boolean is no number
CREATE TABLE t (b int);
-- error M0417 the default of `a` is a boolean, not `int`
ALTER TABLE t ADD a int DEFAULT true;
-- case a word is no number
CREATE TABLE t (a int);
-- error M0417 the default of `a` is a text that is no value, not `int`
ALTER TABLE t ALTER a SET DEFAULT 'none';
-- case an empty text is no moment
-- error M0417 the default of `a` is a text that is no value, not `timestamp`
CREATE TABLE t (a timestamp DEFAULT '');
-- case functions that are not there
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION f();
DROP FUNCTION IF EXISTS f();
-- error M0412 unknown function `f`
DROP FUNCTION f();
-- case the function of a trigger
CREATE TABLE t (a int);
CREATE TRIGGER s BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- error M0412 unknown function `touch`
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
-- case policies
CREATE TABLE t (a int);
CREATE POLICY p ON t USING (a > 0);
ALTER POLICY p ON t RENAME TO q;
DROP POLICY IF EXISTS p ON t;
DROP POLICY q ON t;
-- error M0412 unknown policy `q` of table `t`
DROP POLICY q ON t;
-- case a policy twice
CREATE TABLE t (a int);
CREATE POLICY p ON t USING (a > 0);
-- error M0413 policy `p` exists already
CREATE POLICY p ON t USING (a > 1);
-- case a comment on a constraint
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
COMMENT ON CONSTRAINT c ON t IS 'x';
-- error M0405 unknown constraint `d`
COMMENT ON CONSTRAINT d ON t IS 'x';
-- case columns of a view
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT *, a + b AS s FROM t;
CREATE VIEW w (x, y) AS SELECT a, b FROM t;
SELECT s, a, v.b FROM v;
SELECT x FROM w JOIN t ON w.y = t.a;
ALTER TABLE t ADD c int;
-- error M0403 unknown column `c`
SELECT c FROM v;
-- case columns of a view whose names are made up
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT count(*), max(a)::text, a IS NULL FROM t GROUP BY a;
SELECT count, max, "?column?" FROM v;
-- case fewer values than columns
CREATE TABLE t (a int, b int);
INSERT INTO t VALUES (1);
-- error M0418 column `a` is named twice
INSERT INTO t (a, a) VALUES (1, 2);
-- case views of one drop that stand on each other
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW one AS SELECT a FROM t WITH NO DATA;
CREATE MATERIALIZED VIEW two AS SELECT a FROM one WITH NO DATA;
DROP MATERIALIZED VIEW one, two CASCADE;
-- error M0401 unknown materialized view `two`
DROP MATERIALIZED VIEW two;

-- case rows are sorted by the name that the server gives to a function's column
CREATE TABLE a (id int, name text);
SELECT id, count(*) FROM a GROUP BY id ORDER BY count DESC;
SELECT lower(name)::varchar, max(id) FROM a GROUP BY lower ORDER BY lower, max;
SELECT CASE WHEN id > 1 THEN 2 END, ARRAY[id], EXISTS (SELECT 1), 'x'::text FROM a ORDER BY "case", "array", "exists", text;
-- error M0403 unknown column `counts`
SELECT id, count(*) FROM a GROUP BY id ORDER BY counts;

-- case the columns of a view are called as the functions that make them
CREATE TABLE a (id int, name text);
CREATE VIEW v AS SELECT lower(name), id::bigint, (max(id)) FROM a GROUP BY name, id;
SELECT lower, id, max FROM v;
-- error M0403 unknown column `upper`
SELECT "upper" FROM v;
-- case search_path is set
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- error M0401 unknown table `u`
SELECT a FROM u;
SELECT a FROM app.t;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.u (a int);
-- error M0403 unknown column `b` of table `t`
SELECT b FROM app.t;
-- case a block that makes what is not there
DO $$ BEGIN CREATE TYPE mood AS ENUM ('sad'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE TYPE mood AS ENUM ('sad'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
-- error M0410 type `mood` exists already
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE t (m mood);
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a') THEN ALTER TABLE t ADD COLUMN a int; END IF; END $$;
-- error M0404 column `a` of table `t` exists already
ALTER TABLE t ADD COLUMN a int;
DO $$ BEGIN IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a') THEN ALTER TABLE t RENAME COLUMN a TO b; END IF; END $$;
-- error M0403 unknown column `a` of table `t`
SELECT a FROM t;
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'u') THEN ALTER TABLE t ADD CONSTRAINT u UNIQUE (b); END IF; END $$;
-- error M0406 constraint `u` of table `t` exists already
ALTER TABLE t ADD CONSTRAINT u UNIQUE (b);
-- case a block under a condition nobody knows
CREATE TABLE t (a int);
DO $$ BEGIN IF EXISTS (SELECT 1 FROM t WHERE a > 1) THEN ALTER TABLE t ADD COLUMN b int; END IF; END $$;
-- missed
SELECT b FROM t;
-- case a block that changes some tables
CREATE TABLE t (a int);
CREATE TABLE part_1 (a int);
DO $$ DECLARE n int := 1; BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN b int', 'part_' || n); END $$;
SELECT b FROM part_1;
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- error M0401 unknown table `u`
SELECT a FROM u;
-- case a block that makes tables
CREATE TABLE t (a int);
DO $$ DECLARE n text := 'u'; BEGIN EXECUTE format('CREATE TABLE %I (a int)', n); END $$;
SELECT a FROM u;
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- case a block that is about roles
CREATE TABLE t (a int);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT rolname FROM pg_roles WHERE false LOOP EXECUTE format('ALTER ROLE %I NOLOGIN', r.rolname); END LOOP; END $$;
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- case a function that a block makes
DO $$ BEGIN CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; END $$;
DROP FUNCTION f();
-- case a trigger that acts where rows change
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('CREATE TABLE IF NOT EXISTS made_%s (a int)', NEW.a); RETURN NEW; END $$;
CREATE TRIGGER act BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION act();
INSERT INTO u (a) VALUES (1);
-- error M0401 unknown table `made_1`
SELECT a FROM made_1;
INSERT INTO t (a) VALUES (2);
SELECT a FROM made_2;
-- case what could not be inserted
CREATE TABLE t (id int PRIMARY KEY, a int);
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET a = excluded.a + t.a;
-- error M0403 unknown column `b` of table `t`
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET a = excluded.b;
-- error M0414 `ON CONFLICT (a)`
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (a) DO NOTHING;
CREATE UNIQUE INDEX part ON t (a) WHERE a > 0;
-- error M0414 `ON CONFLICT (a)`
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (a) DO NOTHING;
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (a) WHERE a > 0 DO NOTHING;
CREATE UNIQUE INDEX whole ON t (a, id);
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (id, a) DO NOTHING;
-- case what stands before a dot
CREATE TABLE t (a int);
SELECT u.a FROM t u;
-- error M0401 nothing in this statement is called `t`
SELECT t.a FROM t u;
-- error M0401 nothing in this statement is called `x`
UPDATE t SET a = 1 WHERE x.a = 2;
SELECT u.a FROM t u WHERE EXISTS (SELECT 1 FROM t WHERE t.a = u.a);
SELECT generate_series.generate_series FROM generate_series(1, 2);
-- case casts
CREATE DOMAIN d AS int;
CREATE TABLE t (a int);
SELECT 1::d, '{}'::d[], 'x'::"char", 1::pg_catalog.int4, NULL::t, 't'::regclass;
-- error M0409 unknown type `dd`
SELECT 1::dd;
-- case types of functions
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (a int);
CREATE FUNCTION f(a pair, VARIADIC b int[] DEFAULT '{}', OUT c t) LANGUAGE sql AS 'SELECT NULL::t';
CREATE FUNCTION g() RETURNS TABLE (a pair, b timestamp with time zone) LANGUAGE sql AS 'SELECT NULL::pair, now()';
CREATE FUNCTION h(x anyelement) RETURNS SETOF t LANGUAGE sql AS 'SELECT 1';
-- error M0409 unknown type `pairs`
CREATE FUNCTION i(a pairs) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0409 unknown type `pairs`
CREATE FUNCTION i() RETURNS pairs LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
-- case types of attributes and domains
-- error M0409 unknown type `intx`
CREATE TYPE p AS (a intx);
-- error M0409 unknown type `intx`
CREATE DOMAIN q AS intx;
-- case sequences that functions are told
CREATE SEQUENCE s;
SELECT nextval('s'), setval('public.s', 2), nextval('"s"'::regclass);
-- error M0412 unknown sequence `t`
SELECT nextval('t');
-- case columns of policies
CREATE TABLE t (a int, b int);
CREATE POLICY p ON t USING (a > 0 AND EXISTS (SELECT 1 FROM t u WHERE u.b = t.a)) WITH CHECK (b > 0);
-- error M0403 unknown column `c` of table `t`
CREATE POLICY q ON t USING (c > 0);
-- error M0403 unknown column `c` of table `t`
ALTER POLICY p ON t WITH CHECK (c > 0);
-- case columns in the condition of a trigger
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (old.a <> new.a) EXECUTE FUNCTION f();
-- error M0403 unknown column `b` of table `t`
CREATE TRIGGER h BEFORE UPDATE ON t FOR EACH ROW WHEN (new.b > 1) EXECUTE FUNCTION f();
-- case windows and arguments
CREATE TABLE t (a int, b int[]);
SELECT rank() OVER (PARTITION BY a ORDER BY b), max(a) OVER w FROM t WINDOW w AS (ORDER BY a);
SELECT array_agg(a ORDER BY b) FROM t;
-- error M0403 unknown column `c` of table `t`
SELECT rank() OVER (PARTITION BY c) FROM t;
-- error M0403 unknown column `c` of table `t`
SELECT rank() OVER w FROM t WINDOW w AS (ORDER BY c);
-- error M0403 unknown column `c` of table `t`
SELECT array_agg(a ORDER BY c) FROM t;
SELECT x FROM t, unnest(t.b) x;
-- error M0403 unknown column `c` of table `t`
SELECT x FROM t, unnest(t.c) x;
-- case tables that are only named
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
REFRESH MATERIALIZED VIEW m;
CREATE UNIQUE INDEX ON m (a);
GRANT SELECT (a), UPDATE ON t, m TO PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;
TABLE t;
-- error M0401 unknown materialized view `u`
REFRESH MATERIALIZED VIEW u;
-- error M0401 unknown table `u`
GRANT SELECT ON t, u TO PUBLIC;
-- error M0401 unknown table `u`
TABLE u;
-- error M0403 unknown column `b` of `m`
CREATE UNIQUE INDEX ON m (b);
-- case prepared statements
CREATE TABLE t (a int);
PREPARE q (int) AS SELECT a FROM t WHERE a = $1;
EXECUTE q (1);
DEALLOCATE q;
-- error M0403 unknown column `b` of table `t`
PREPARE r AS SELECT b FROM t;
-- case a table goes with what reads it
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE POLICY p ON u USING (EXISTS (SELECT 1 FROM t WHERE t.a = u.a));
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a FROM t; END;
DROP TABLE t CASCADE;
CREATE POLICY p ON u USING (true);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- case functions that are called
CREATE TABLE t (a int, titel text);
CREATE FUNCTION total_of(n int) RETURNS int LANGUAGE sql AS 'SELECT 1';
SELECT total_of(a), coalesce(a, 1), date('2024-01-01'), int4('1'), t.a FROM t;
SELECT x FROM generate_series(1, 3) x;
-- error M0412 unknown function `total_off`
SELECT total_off(a) FROM t;
-- error M0412 unknown function `date_trunk`
CREATE VIEW v AS SELECT date_trunk('day', now()) AS d;
-- error M0412 unknown function `generate_serie`
SELECT x FROM generate_serie(1, 3) x;
-- error M0412 unknown function `countt`
SELECT countt(*) FROM t;
DROP FUNCTION total_of;
-- error M0412 unknown function `total_of`
SELECT total_of(a) FROM t;
-- case a column that is written like a function
CREATE TABLE t (lowers text);
SELECT lowers(t) FROM t;
-- case tables of a type follow it
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t OF pair;
ALTER TYPE pair ADD ATTRIBUTE c date CASCADE;
ALTER TYPE pair RENAME ATTRIBUTE b TO d CASCADE;
ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint CASCADE;
SELECT a, c, d FROM t;
ALTER TYPE pair DROP ATTRIBUTE c CASCADE;
-- error M0403 unknown column `c` of table `t`
SELECT c FROM t;
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- case names that the server gives to columns of a view
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT lower(b), max(a), 'x'::text, CASE WHEN true THEN a END, coalesce(b, ''), ARRAY[1], EXISTS (SELECT 1), b::varchar, (SELECT a FROM t LIMIT 1), a + 1 FROM t GROUP BY a, b;
SELECT lower, max, text, "case", "coalesce", "array", "exists", b, a, "?column?" FROM v;
-- error M0403 unknown column `upper`
SELECT "upper" FROM v;
CREATE VIEW w AS SELECT CASE WHEN true THEN 1 ELSE a END, (CASE WHEN true THEN 1 END)::int, CASE WHEN true THEN 1 ELSE '1'::int END, ('1'::int)::bigint, (CASE WHEN true THEN a ELSE max(a) END)::numeric(3) FROM t GROUP BY a;
SELECT a, int4, "case", int8, max FROM w;
SELECT CASE WHEN true THEN 1 END, '2020-01-02'::date, now()::date, (SELECT 1 AS one), NOT EXISTS (SELECT 1) FROM t ORDER BY "case", date, now, one, "?column?";
CREATE VIEW x AS SELECT (SELECT 1 + 1)::int, ('a' || 'b')::text;
SELECT "?column?", text FROM x;
-- error M0403 unknown column `int4`
SELECT int4 FROM x;
-- case columns by other names
CREATE TABLE t (a int, b text, c int);
SELECT u.x, y, c, u.c, u.ctid FROM t AS u (x, y);
SELECT column1, v.column2 FROM (VALUES (1, 'x')) AS v;
SELECT v.n, column2 FROM (VALUES (1, 'x')) AS v (n);
SELECT n, b FROM (SELECT a, b FROM t) AS u (n) ORDER BY n;
SELECT x FROM (t JOIN t w USING (a)) AS j (x);
WITH w AS (SELECT a, b FROM t) SELECT n, b FROM w AS v (n);
-- error M0403 unknown column `a` of `u`
SELECT u.a FROM t AS u (x, y);
-- error M0403 unknown column `b`
SELECT b FROM t AS u (x, y);
-- error M0403 unknown column `column3`
SELECT column3 FROM (VALUES (1, 'x')) AS v;
-- error M0403 unknown column `column1` of `v`
SELECT v.column1 FROM (VALUES (1, 'x')) AS v (n);
-- error M0401 unknown table `s`
SELECT x FROM s AS u (x);
-- case arrays of types by their own names
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (a _int4, b _text, c _mood, d public._mood);
CREATE FUNCTION f(_bool, _timestamptz) RETURNS _varchar LANGUAGE sql AS 'SELECT NULL::_varchar';
DROP FUNCTION f(boolean[], timestamptz[]);
-- error M0409 unknown type `_nothing`
CREATE TABLE u (a _nothing);
-- case a foreign key that is called like an index stays when the index gets another name
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p int REFERENCES p);
CREATE INDEX c_p_fkey ON c (p);
ALTER INDEX c_p_fkey RENAME TO c_p_idx;
-- error M0405 unknown constraint `c_p_idx`
ALTER TABLE c DROP CONSTRAINT c_p_idx;
ALTER TABLE c DROP CONSTRAINT c_p_fkey;
-- case what replaces a function takes the same arguments
CREATE OR REPLACE FUNCTION f(a int, b timestamptz) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION f(a int, b int8) RETURNS int LANGUAGE sql AS 'SELECT 2';
DROP FUNCTION f(int, timestamptz);
DROP FUNCTION f(int, bigint);
-- case a value that is added where it is missing
CREATE TYPE mood AS ENUM ('ok');
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_enum WHERE enumtypid = (SELECT oid FROM pg_type WHERE typname = 'mood') AND enumlabel = 'sad') THEN
        ALTER TYPE mood ADD VALUE 'sad';
    END IF;
END $$;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_type t JOIN pg_enum e ON t.oid = e.enumtypid WHERE t.typname = 'mood' AND e.enumlabel = 'mad') THEN
        ALTER TYPE mood ADD VALUE 'mad';
    END IF;
END $$;
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_enum WHERE enumlabel = 'sad' AND enumtypid = 'mood'::regtype) THEN
        ALTER TYPE mood ADD VALUE 'sad';
    END IF;
END $$;
-- error M0411 `mood` has the value 'mad' already
ALTER TYPE mood ADD VALUE 'mad';
-- case the language of functions is there from the start
CREATE EXTENSION IF NOT EXISTS plpgsql;
-- case triggers as old files have them
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS "trigger" AS 'BEGIN RETURN NEW; END' LANGUAGE plpgsql;
CREATE TRIGGER g BEFORE INSERT ON t FOR ROW WHEN (NEW.a > 0) EXECUTE PROCEDURE f();
CREATE TRIGGER h BEFORE INSERT ON t FOR
  EACH
  ROW WHEN (NEW.a > 0) EXECUTE PROCEDURE f();
