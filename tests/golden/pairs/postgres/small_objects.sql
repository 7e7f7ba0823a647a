-- family: values of an enum
-- one: two
CREATE TYPE e AS ENUM ('a', 'c'); CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL DEFAULT 'a', y e[]); CREATE INDEX i ON t (x) WHERE x = 'a';
-- one: three in the middle
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL DEFAULT 'a', y e[]); CREATE INDEX i ON t (x) WHERE x = 'a';
-- one: four at both ends
CREATE TYPE e AS ENUM ('0', 'a', 'c', 'it''s'); CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL DEFAULT 'c', y e[] DEFAULT '{0,c}'); CREATE INDEX i ON t (x) WHERE x = 'a';
-- one: turned around
CREATE TYPE e AS ENUM ('c', 'a'); CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL DEFAULT 'a', y e[], CHECK (x > 'c')); CREATE INDEX i ON t (x) WHERE x = 'a';
-- one: with a function and a view
CREATE TYPE e AS ENUM ('a', 'd'); CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL DEFAULT 'a', y e[]); CREATE INDEX i ON t (x) WHERE x = 'a'; CREATE FUNCTION f(v e DEFAULT 'd') RETURNS SETOF e LANGUAGE sql AS 'SELECT v'; CREATE VIEW v AS SELECT x, count(*) AS n FROM t WHERE x <> 'd'::e GROUP BY x;
-- one: with a domain and a composite
CREATE TYPE e AS ENUM ('a', 'z'); CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL DEFAULT 'a', y e[]); CREATE INDEX i ON t (x) WHERE x = 'a'; CREATE DOMAIN de AS e DEFAULT 'a' CHECK (VALUE <> 'z'); CREATE TYPE ce AS (one e, many e[]); CREATE TABLE u (d de, c ce);
-- one: with a policy and a trigger
CREATE TYPE e AS ENUM ('a', 'p'); CREATE TABLE t (id int PRIMARY KEY, x e NOT NULL DEFAULT 'a', y e[]); CREATE INDEX i ON t (x) WHERE x = 'a'; ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (x = 'p'); CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.x = 'p') EXECUTE FUNCTION tf();

-- case: enum loses a value under a partition key
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (id int, x e NOT NULL) PARTITION BY LIST (x); CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a'); CREATE TABLE t_b PARTITION OF t FOR VALUES IN ('b');
-- after:
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (id int, x e NOT NULL) PARTITION BY LIST (x); CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a'); CREATE TABLE t_b PARTITION OF t FOR VALUES IN ('b');

-- case: enum grows under a partition key
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (id int, x e NOT NULL) PARTITION BY LIST (x); CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
-- after:
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (id int, x e NOT NULL) PARTITION BY LIST (x); CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a'); CREATE TABLE t_c PARTITION OF t FOR VALUES IN ('c');

-- case: enum in another schema, quoted, with a generated column
CREATE SCHEMA "S s"; CREATE TYPE "S s"."E" AS ENUM ('A a', 'b'); CREATE TABLE t (x "S s"."E", g text GENERATED ALWAYS AS (CASE WHEN x = 'b' THEN 'is b' ELSE 'other' END) STORED);
-- after:
CREATE SCHEMA "S s"; CREATE TYPE "S s"."E" AS ENUM ('b', 'C c'); CREATE TABLE t (x "S s"."E", g text GENERATED ALWAYS AS (CASE WHEN x = 'b' THEN 'is b' ELSE 'other' END) STORED);

-- case: enum comes with a column that has one of its values as default, another goes
CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (m mood DEFAULT 'sad');
-- after:
CREATE TYPE color AS ENUM ('red'); CREATE TABLE t (c color NOT NULL DEFAULT 'red');

-- case: enum is given a new name
CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (m mood NOT NULL DEFAULT 'sad'); CREATE FUNCTION f(m mood) RETURNS mood LANGUAGE sql AS 'SELECT m';
-- after:
CREATE TYPE feeling AS ENUM ('sad', 'ok'); CREATE TABLE t (m feeling NOT NULL DEFAULT 'sad'); CREATE FUNCTION f(m feeling) RETURNS feeling LANGUAGE sql AS 'SELECT m';

-- family: a domain
-- one: text
CREATE DOMAIN d AS text; CREATE TABLE t (x d); CREATE VIEW v AS SELECT x FROM t;
-- one: checked
CREATE DOMAIN d AS text CONSTRAINT long CHECK (length(VALUE) > 3); CREATE TABLE t (x d); CREATE VIEW v AS SELECT x FROM t;
-- one: checked otherwise
CREATE DOMAIN d AS text CONSTRAINT long CHECK (length(VALUE) > 5) CONSTRAINT short CHECK (length(VALUE) < 50); CREATE TABLE t (x d); CREATE VIEW v AS SELECT x FROM t;
-- one: not null and default
CREATE DOMAIN d AS text NOT NULL DEFAULT 'none' COLLATE "C"; CREATE TABLE t (x d); CREATE VIEW v AS SELECT x FROM t;
-- one: default
CREATE DOMAIN d AS text DEFAULT 'some'; COMMENT ON DOMAIN d IS 'd'; CREATE TABLE t (x d); CREATE VIEW v AS SELECT x FROM t;
-- one: other type
CREATE DOMAIN d AS varchar(20) CHECK (VALUE <> ''); CREATE TABLE t (x d); CREATE VIEW v AS SELECT x FROM t;
-- one: not valid
CREATE DOMAIN d AS text; ALTER DOMAIN d ADD CONSTRAINT nv CHECK (VALUE <> 'x') NOT VALID; CREATE TABLE t (x d); CREATE VIEW v AS SELECT x FROM t; COMMENT ON CONSTRAINT nv ON DOMAIN d IS 'later';

-- case: domain of an array and a domain of a domain
CREATE DOMAIN d AS int; CREATE TABLE t (x d, y d[]);
-- after:
CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE DOMAIN dd AS d CHECK (VALUE < 10); CREATE DOMAIN da AS int[]; CREATE TABLE t (x dd, y da);

-- case: domain and its base change places
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%'); CREATE TABLE t (mail email);
-- after:
CREATE TABLE t (mail text CHECK (mail LIKE '%@%'));

-- case: domain's check calls a function that changes its argument's name
CREATE FUNCTION ok(a text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a <> $$$$'; CREATE DOMAIN d AS text CHECK (ok(VALUE)); CREATE TABLE t (x d);
-- after:
CREATE FUNCTION ok(b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT b <> $$$$'; CREATE DOMAIN d AS text CHECK (ok(VALUE)); CREATE TABLE t (x d);

-- family: a composite type
-- one: two
CREATE TYPE c AS (a int, b text); CREATE TABLE t (id int, x c, y c[]); CREATE FUNCTION f(c) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- one: three
CREATE TYPE c AS (a int, b text, d date); CREATE TABLE t (id int, x c, y c[]); CREATE FUNCTION f(c) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- one: other type
CREATE TYPE c AS (a bigint, b text COLLATE "C"); CREATE TABLE t (id int, x c, y c[]); CREATE FUNCTION f(c) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- one: one
CREATE TYPE c AS (b text); CREATE TABLE t (id int, x c, y c[]); CREATE FUNCTION f(c) RETURNS int LANGUAGE sql AS 'SELECT 1'; COMMENT ON TYPE c IS 'one'; COMMENT ON COLUMN c.b IS 'b';
-- one: nested
CREATE TYPE inner_c AS (z int); CREATE TYPE c AS (b text, n inner_c, m inner_c[]); CREATE TABLE t (id int, x c, y c[]); CREATE FUNCTION f(c) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: composite of a table's row type
CREATE TABLE p (id int, n text); CREATE TABLE q (id int, snapshot p);
-- after:
CREATE TABLE p (id int, n text, more int); CREATE TABLE q (id int, snapshot p, old p[]);

-- family: a sequence
-- one: none
-- one: plain
CREATE SEQUENCE s;
-- one: all options
CREATE SEQUENCE s AS smallint INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 START WITH 20 CACHE 3 CYCLE; COMMENT ON SEQUENCE s IS 's';
-- one: down
CREATE SEQUENCE s AS int INCREMENT -1;
-- one: owned
CREATE TABLE t (id int); CREATE SEQUENCE s OWNED BY t.id;
-- one: used and owned
CREATE SEQUENCE s START 7; CREATE TABLE t (id int DEFAULT nextval('s')); ALTER SEQUENCE s OWNED BY t.id;
-- one: unlogged
CREATE UNLOGGED SEQUENCE s CACHE 9;
-- one: in two tables
CREATE SEQUENCE s; CREATE TABLE t (id bigint DEFAULT nextval('s') PRIMARY KEY); CREATE TABLE u (id bigint DEFAULT nextval('s'::regclass));

-- family: extensions and what they give
-- one: none
CREATE TABLE t (id int);
-- one: trigram index
CREATE EXTENSION pg_trgm; CREATE TABLE t (id int, n text); CREATE INDEX i ON t USING gin (n gin_trgm_ops);
-- one: citext and hstore
CREATE EXTENSION citext; CREATE EXTENSION IF NOT EXISTS hstore; CREATE TABLE t (id int, n citext UNIQUE, h hstore DEFAULT ''::hstore);
-- one: in a schema
CREATE SCHEMA ext; CREATE EXTENSION citext WITH SCHEMA ext; CREATE TABLE t (id int, n ext.citext);
-- one: exclusion by btree_gist
CREATE EXTENSION btree_gist; CREATE TABLE t (id int, room int, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&)); COMMENT ON EXTENSION btree_gist IS 'mine';
-- one: uuid default
CREATE EXTENSION "uuid-ossp"; CREATE EXTENSION pgcrypto; CREATE TABLE t (id uuid DEFAULT uuid_generate_v4(), s text DEFAULT crypt('a', gen_salt('bf')));

-- family: statistics
CREATE TABLE t (a int, b int, c text);
-- one: none
-- one: plain
CREATE STATISTICS st ON a, b FROM t;
-- one: kinds
CREATE STATISTICS st (ndistinct, dependencies) ON a, b, c FROM t; ALTER STATISTICS st SET STATISTICS 200;
-- one: expressions
CREATE STATISTICS st ON (a + b), (lower(c)) FROM t; COMMENT ON STATISTICS st IS 'expr';

-- family: publications
CREATE TABLE a (id int PRIMARY KEY, n text); CREATE TABLE b (id int PRIMARY KEY); CREATE SCHEMA s; CREATE TABLE s.c (id int PRIMARY KEY);
-- one: none
-- one: all
CREATE PUBLICATION p FOR ALL TABLES;
-- one: one
CREATE PUBLICATION p FOR TABLE a;
-- one: two with operations
CREATE PUBLICATION p FOR TABLE a, b WITH (publish = 'insert, update'); COMMENT ON PUBLICATION p IS 'p';
-- one: only
CREATE PUBLICATION p FOR TABLE ONLY a, s.c;
-- one: columns and rows
CREATE PUBLICATION p FOR TABLE a (id) WHERE (id > 10), b;
-- one: schema
CREATE PUBLICATION p FOR TABLES IN SCHEMA s, TABLE b WITH (publish_via_partition_root = true);
-- one: empty
CREATE PUBLICATION p;

-- family: foreign data
CREATE EXTENSION file_fdw;
-- one: none
-- one: server
CREATE SERVER s FOREIGN DATA WRAPPER file_fdw;
-- one: table
CREATE SERVER s FOREIGN DATA WRAPPER file_fdw; CREATE FOREIGN TABLE ft (a int, b text) SERVER s OPTIONS (filename '/tmp/x', format 'csv');
-- one: table with other options
CREATE SERVER s FOREIGN DATA WRAPPER file_fdw; CREATE FOREIGN TABLE ft (a int NOT NULL, b text DEFAULT 'x', c date) SERVER s OPTIONS (filename '/tmp/y', format 'text', null 'N'); COMMENT ON FOREIGN TABLE ft IS 'f'; COMMENT ON COLUMN ft.a IS 'a';
-- one: column options
CREATE SERVER s FOREIGN DATA WRAPPER file_fdw; CREATE FOREIGN TABLE ft (a int, b text OPTIONS (force_not_null 'true'), CONSTRAINT c CHECK (a > 0)) SERVER s OPTIONS (filename '/tmp/x', format 'csv');
-- one: wrapper and mapping
CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'h', port '1'); CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (user 'u', password 'p');
-- one: other mapping
CREATE FOREIGN DATA WRAPPER w OPTIONS (a 'b'); CREATE SERVER s TYPE 'x' VERSION '2' FOREIGN DATA WRAPPER w OPTIONS (host 'i'); CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (user 'v'); CREATE USER MAPPING FOR PUBLIC SERVER s; COMMENT ON SERVER s IS 's';

-- family: collations, casts, operators
-- one: none
-- one: collation
CREATE COLLATION co (provider = icu, locale = 'de-u-co-phonebk'); CREATE TABLE t (n text COLLATE co);
-- one: other collation
CREATE COLLATION co (provider = icu, locale = 'und', deterministic = false); CREATE TABLE t (n text COLLATE co); CREATE INDEX i ON t (n); COMMENT ON COLLATION co IS 'c';
-- one: copied
CREATE COLLATION co FROM "C"; CREATE TABLE t (n text COLLATE co, m text);
-- one: cast
CREATE TYPE ty AS (a int); CREATE FUNCTION to_ty(int) RETURNS ty LANGUAGE sql AS 'SELECT ROW($1)::ty'; CREATE CAST (int AS ty) WITH FUNCTION to_ty(int) AS ASSIGNMENT; COMMENT ON CAST (int AS ty) IS 'c';
-- one: other cast
CREATE TYPE ty AS (a int); CREATE FUNCTION to_ty(int) RETURNS ty LANGUAGE sql AS 'SELECT ROW($1)::ty'; CREATE CAST (int AS ty) WITH FUNCTION to_ty(int) AS IMPLICIT; CREATE CAST (ty AS text) WITH INOUT;
-- one: operator
CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) = lower($2)'; CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same, COMMUTATOR = ===); CREATE VIEW v AS SELECT 'a'::text === 'A'::text AS x;
-- one: other operator
CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) = lower($2)'; CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, PROCEDURE = same, RESTRICT = eqsel, JOIN = eqjoinsel); COMMENT ON OPERATOR === (text, text) IS 'o';
-- one: operator class
CREATE FUNCTION rcmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp($2, $1)'; CREATE OPERATOR FAMILY rf USING btree; CREATE OPERATOR CLASS rc FOR TYPE int USING btree FAMILY rf AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 rcmp(int, int); CREATE TABLE t (a int); CREATE INDEX i ON t (a rc);
-- one: conversion
CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8; COMMENT ON CONVERSION conv IS 'c';
-- one: transform and range
CREATE TYPE fr AS RANGE (subtype = float8, subtype_diff = float8mi); CREATE TYPE fr2 AS RANGE (subtype = int4, multirange_type_name = fmr2); CREATE TABLE t (r fr, m fmr2);

-- ring: text search
-- one: none
CREATE TABLE t (b text, v tsvector);
-- one: configuration
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); CREATE TABLE t (b text, v tsvector GENERATED ALWAYS AS (to_tsvector('english', b)) STORED); CREATE INDEX i ON t USING gin (v);
-- one: weighted
CREATE TABLE t (b text, v tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', coalesce(b, '')), 'A') || to_tsvector('simple', 'x')) STORED); CREATE INDEX i ON t USING gist (v tsvector_ops (siglen = 100));

-- ring: text search with mappings
-- one: none
-- one: mapping
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, language = 'english', stopwords = 'english'); CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default"); ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR asciiword, word WITH d, simple; CREATE TABLE t (b text, v tsvector); CREATE INDEX i ON t USING gin (to_tsvector('c', b)); COMMENT ON TEXT SEARCH CONFIGURATION c IS 'c';

-- case: text search configuration gets its own mappings
-- left: it is made anew while an index still names it
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); CREATE TABLE t (b text, v tsvector GENERATED ALWAYS AS (to_tsvector('english', b)) STORED); CREATE INDEX i ON t USING gin (v);
-- after:
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, language = 'english', stopwords = 'english'); CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default"); ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR asciiword, word WITH d, simple; CREATE TABLE t (b text, v tsvector); CREATE INDEX i ON t USING gin (to_tsvector('c', b)); COMMENT ON TEXT SEARCH CONFIGURATION c IS 'c';

-- family: schemas
-- one: none
CREATE TABLE t (id int);
-- one: one
CREATE SCHEMA s; CREATE TABLE s.t (id int PRIMARY KEY); CREATE TABLE t (id int REFERENCES s.t);
-- one: with elements
CREATE SCHEMA s CREATE TABLE t (id int PRIMARY KEY, n text) CREATE VIEW v AS SELECT id FROM t; CREATE TABLE t (id int);
-- one: two, quoted
CREATE SCHEMA "S"; CREATE SCHEMA s; CREATE TABLE "S".t (id int); CREATE TABLE s.t (id int); CREATE TABLE t (id int); CREATE VIEW "S".v AS SELECT a.id FROM "S".t a JOIN s.t b USING (id) JOIN public.t c USING (id);
-- one: search path
CREATE SCHEMA s; SET search_path = s, public; CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE public.t (id int); CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';

-- case: everything of an application at once
CREATE TYPE role AS ENUM ('admin', 'user'); CREATE TABLE users (id serial PRIMARY KEY, mail text NOT NULL UNIQUE, role role NOT NULL DEFAULT 'user', made timestamp DEFAULT now()); CREATE TABLE posts (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, body text); CREATE INDEX posts_user ON posts (user_id); CREATE VIEW active AS SELECT u.id, u.mail, count(p.id) AS n FROM users u JOIN posts p ON p.user_id = u.id GROUP BY u.id; CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.made = now(); RETURN NEW; END $$; CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- after:
CREATE SCHEMA audit; CREATE TYPE role AS ENUM ('owner', 'admin', 'user', 'guest'); CREATE TYPE state AS ENUM ('draft', 'public'); CREATE TABLE users (id bigserial PRIMARY KEY, mail varchar(320) NOT NULL, role role NOT NULL DEFAULT 'guest', made timestamptz NOT NULL DEFAULT now(), deleted boolean NOT NULL DEFAULT false); CREATE UNIQUE INDEX users_mail ON users (lower(mail)) WHERE NOT deleted; CREATE TABLE posts (id bigserial PRIMARY KEY, user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE, body text NOT NULL DEFAULT '', state state NOT NULL DEFAULT 'draft', search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED); CREATE INDEX posts_search ON posts USING gin (search); CREATE INDEX posts_user ON posts (user_id, state); CREATE VIEW active AS SELECT u.id, u.mail, u.role, count(p.id) AS n FROM users u JOIN posts p ON p.user_id = u.id WHERE p.state = 'public' GROUP BY u.id; CREATE TABLE audit.log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text, who bigint REFERENCES users); CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit.log (what) VALUES (TG_OP); NEW.made = now(); RETURN NEW; END $$; CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE posts ENABLE ROW LEVEL SECURITY; CREATE POLICY see ON posts FOR SELECT USING (state = 'public'); COMMENT ON TABLE posts IS 'what people write';

-- case: procedural block in the schema
CREATE TABLE t (id int);
-- after:
DO $$ BEGIN CREATE TYPE e AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$; CREATE TABLE t (id int, x e);

-- case: guarded spellings
CREATE TABLE t (id int);
-- after:
CREATE TABLE IF NOT EXISTS t (id int); CREATE TABLE IF NOT EXISTS t (id int, never int); ALTER TABLE IF EXISTS t ADD COLUMN IF NOT EXISTS n text; CREATE INDEX IF NOT EXISTS i ON t (n); CREATE OR REPLACE VIEW v AS SELECT id FROM t; CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE SCHEMA IF NOT EXISTS s; DROP TABLE IF EXISTS nothing; CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
