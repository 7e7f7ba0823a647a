-- case: publication gets a table and a filter
CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, secret text);
CREATE PUBLICATION p FOR TABLE a, c WITH (publish = 'insert, update');
COMMENT ON PUBLICATION p IS 'out';
-- after:
CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, secret text);
CREATE PUBLICATION p FOR TABLE a WHERE (x > 0 AND id > 0);
ALTER PUBLICATION p ADD TABLE b;
ALTER PUBLICATION p ADD TABLE c (id);
ALTER PUBLICATION p SET (publish = 'insert');

-- case: publication by alter equals at once
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a;
ALTER PUBLICATION p ADD TABLE b;
ALTER PUBLICATION p DROP TABLE a;
ALTER PUBLICATION p RENAME TO q;
-- equal:
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION q FOR TABLE b;

-- case: publication set tables
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a;
-- after:
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a;
ALTER PUBLICATION p SET TABLE b;

-- case: published table is dropped and one with a retyped column stays
CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a WHERE (id > 1), b;
-- after:
CREATE TABLE a (id bigint PRIMARY KEY, x int);
CREATE PUBLICATION p FOR TABLE a WHERE (id > 1);

-- case: schema with elements
-- after:
CREATE SCHEMA app
  CREATE TABLE users (id int PRIMARY KEY, name text)
  CREATE VIEW names AS SELECT name FROM users
  CREATE INDEX users_name ON users (name)
  CREATE SEQUENCE s;

-- case: schema with elements equals one by one
CREATE SCHEMA app
  CREATE TABLE users (id int PRIMARY KEY, name text)
  CREATE VIEW names AS SELECT name FROM users
  CREATE INDEX users_name ON users (name);
-- equal:
CREATE SCHEMA app;
CREATE TABLE app.users (id int PRIMARY KEY, name text);
CREATE VIEW app.names AS SELECT name FROM app.users;
CREATE INDEX users_name ON app.users (name);

-- case: schema of a role
-- after:
CREATE SCHEMA AUTHORIZATION root;
CREATE SCHEMA app AUTHORIZATION pg_monitor;

-- case: owner is set
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM ('a'); CREATE SEQUENCE s;
-- equal:
CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM ('a'); CREATE SEQUENCE s;
ALTER TABLE t OWNER TO postgres; ALTER TABLE public.v OWNER TO postgres; ALTER FUNCTION f() OWNER TO postgres; ALTER TYPE e OWNER TO postgres; ALTER SEQUENCE s OWNER TO postgres; ALTER SCHEMA public OWNER TO pg_database_owner;

-- case: order of options
CREATE TABLE t (a int) WITH (fillfactor=70, autovacuum_enabled=false);
CREATE INDEX i ON t USING gist (int4range(a, a)) WITH (fillfactor=70, buffering=on);
-- equal:
CREATE TABLE t (a int) WITH (autovacuum_enabled='false', fillfactor='70');
CREATE INDEX i ON t USING gist (int4range(a, a)) WITH (buffering=on, fillfactor=70);

-- case: column compression and storage and targets
CREATE TABLE t (a text, b text COMPRESSION pglz, c text, d int);
-- after:
CREATE TABLE t (a text COMPRESSION pglz, b text, c text, d int);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER c SET STORAGE MAIN, ALTER d SET STATISTICS 500, ALTER d SET (n_distinct = -0.5);

-- case: typed table changes
CREATE TYPE ty AS (a int, b text);
CREATE TABLE t OF ty (PRIMARY KEY (a));
-- after:
CREATE TYPE ty AS (a int, b text, c date);
CREATE TABLE t OF ty (PRIMARY KEY (a), b WITH OPTIONS NOT NULL DEFAULT 'x');

-- case: exclusion with classes
CREATE TABLE t (a text, r int4range);
-- after:
CREATE TABLE t (a text, r int4range, EXCLUDE USING btree (a text_pattern_ops WITH =), CONSTRAINT x EXCLUDE USING gist (r range_ops WITH &&) WHERE (NOT isempty(r)) DEFERRABLE INITIALLY DEFERRED);

-- case: constraint made deferrable
CREATE TABLE p (id int PRIMARY KEY, u int UNIQUE);
CREATE TABLE c (a int CONSTRAINT fk REFERENCES p, b int REFERENCES p (u) DEFERRABLE);
-- after:
CREATE TABLE p (id int PRIMARY KEY DEFERRABLE, u int UNIQUE);
CREATE TABLE c (a int, b int REFERENCES p (u) DEFERRABLE INITIALLY DEFERRED);

-- case: foreign key deferrable changes
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT fk REFERENCES p);
COMMENT ON CONSTRAINT fk ON c IS 'kept';
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT fk REFERENCES p DEFERRABLE INITIALLY DEFERRED);
COMMENT ON CONSTRAINT fk ON c IS 'kept';

-- case: not valid keys and checks
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int);
ALTER TABLE c ADD CONSTRAINT k CHECK (a > 0) NOT VALID;
ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p NOT VALID;
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int);
ALTER TABLE c ADD CONSTRAINT k CHECK (a > 0) NOT VALID;
ALTER TABLE c VALIDATE CONSTRAINT k;
ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p NOT VALID;
ALTER TABLE c VALIDATE CONSTRAINT f;
ALTER TABLE c ADD CONSTRAINT l CHECK (b < 9) NO INHERIT NOT VALID;

-- case: event triggers
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();
-- after:
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION f();
ALTER EVENT TRIGGER e ENABLE ALWAYS;
COMMENT ON EVENT TRIGGER e IS 'x';

-- case: function of an event trigger is replaced by another
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();
-- after:
CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION g();
ALTER EVENT TRIGGER e DISABLE;

-- case: policies with every clause
CREATE TABLE t (id int, owner name);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON t AS RESTRICTIVE FOR UPDATE TO pg_monitor, CURRENT_USER USING (owner = current_user) WITH CHECK (id > 0);
CREATE POLICY b ON t FOR INSERT WITH CHECK (true);
-- after:
CREATE TABLE t (id int, owner name);
ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY a ON t AS PERMISSIVE FOR UPDATE TO pg_monitor USING (owner = current_user OR id IN (SELECT 1)) WITH CHECK (id > 1);
CREATE POLICY b ON t FOR SELECT TO PUBLIC USING (id IS NOT NULL);
COMMENT ON POLICY b ON t IS 'all';

-- case: rules change
CREATE TABLE t (a int); CREATE TABLE log (a int, at timestamptz DEFAULT now());
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log (a) VALUES (NEW.a);
CREATE RULE d AS ON DELETE TO t DO INSTEAD NOTHING;
-- after:
CREATE TABLE t (a int); CREATE TABLE log (a int, at timestamptz DEFAULT now());
CREATE RULE r AS ON INSERT TO t WHERE NEW.a > 0 DO ALSO INSERT INTO log (a) VALUES (NEW.a + 1);
CREATE RULE d AS ON DELETE TO t DO ALSO NOTHING;
COMMENT ON RULE r ON t IS 'logs';
ALTER TABLE t DISABLE RULE d;

-- case: operators and classes
CREATE TYPE pt AS (x int, y int);
CREATE FUNCTION pt_lt(pt, pt) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1.x < $2.x';
CREATE FUNCTION pt_cmp(pt, pt) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
-- after:
CREATE TYPE pt AS (x int, y int);
CREATE FUNCTION pt_lt(pt, pt) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1.x < $2.x';
CREATE FUNCTION pt_gt(pt, pt) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1.x > $2.x';
CREATE FUNCTION pt_cmp(pt, pt) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR <# (LEFTARG = pt, RIGHTARG = pt, PROCEDURE = pt_lt, COMMUTATOR = >#);
CREATE OPERATOR ># (LEFTARG = pt, RIGHTARG = pt, FUNCTION = pt_gt, COMMUTATOR = <#, RESTRICT = scalargtsel);
CREATE OPERATOR CLASS pt_ops FOR TYPE pt USING btree AS OPERATOR 1 <#, OPERATOR 5 >#, FUNCTION 1 pt_cmp(pt, pt);
COMMENT ON OPERATOR <# (pt, pt) IS 'less';
CREATE TABLE t (p pt);
CREATE INDEX i ON t USING btree (p pt_ops);

-- case: casts change
CREATE TYPE pt AS (x int, y int);
CREATE FUNCTION to_text(pt) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.x::text';
CREATE CAST (pt AS text) WITH FUNCTION to_text(pt);
-- after:
CREATE TYPE pt AS (x int, y int);
CREATE FUNCTION to_text(pt) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.x::text';
CREATE CAST (pt AS text) WITH FUNCTION to_text(pt) AS ASSIGNMENT;
CREATE CAST (pt AS varchar) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (pt AS text) IS 'c';

-- case: text search configuration changes
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, language = english);
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR asciiword, word WITH d;
-- after:
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, language = german, stopwords = german);
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR asciiword WITH d, simple;
COMMENT ON TEXT SEARCH CONFIGURATION c IS 'c';
COMMENT ON TEXT SEARCH DICTIONARY d IS 'd';

-- case: text search in an index and a generated column
CREATE TABLE t (body text);
-- after:
CREATE TEXT SEARCH CONFIGURATION c (COPY = english);
CREATE TABLE t (body text, v tsvector GENERATED ALWAYS AS (to_tsvector('public.c'::regconfig, body)) STORED);
CREATE INDEX i ON t USING gin (v);

-- case: foreign servers and tables change
CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true');
CREATE SERVER s TYPE 'a' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'h', port '1');
CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'u');
CREATE FOREIGN TABLE f (a int OPTIONS (x 'y'), b text) SERVER s OPTIONS (tab 't');
-- after:
CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'false');
CREATE SERVER s TYPE 'a' VERSION '2' FOREIGN DATA WRAPPER w OPTIONS (host 'other', dbname 'd');
CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'v', password 'p');
CREATE FOREIGN TABLE f (a bigint OPTIONS (x 'y'), b text NOT NULL, c date) SERVER s OPTIONS (tab 't');
COMMENT ON SERVER s IS 's'; COMMENT ON FOREIGN TABLE f IS 'f'; COMMENT ON FOREIGN DATA WRAPPER w IS 'w';

-- case: extended statistics
CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s (dependencies) ON a, b FROM t;
CREATE STATISTICS k ON a, c FROM t;
-- after:
CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s (dependencies, mcv) ON a, b, (lower(c)) FROM t;
ALTER STATISTICS s SET STATISTICS 200;
COMMENT ON STATISTICS s IS 'x';

-- case: statistics over a column that changes and one that goes
CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s (ndistinct) ON a, b FROM t;
CREATE STATISTICS k ON a, c FROM t;
-- after:
CREATE TABLE t (a bigint, b int);
CREATE STATISTICS s (ndistinct) ON a, b FROM t;

-- case: domain constraints come and go
CREATE DOMAIN d AS int NOT NULL DEFAULT 1 CONSTRAINT pos CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 100);
CREATE TABLE t (a d);
-- after:
CREATE DOMAIN d AS int CONSTRAINT pos CHECK (VALUE >= 0) CONSTRAINT even CHECK (VALUE % 2 = 0);
ALTER DOMAIN d ADD CONSTRAINT big CHECK (VALUE < 1000) NOT VALID;
COMMENT ON CONSTRAINT pos ON DOMAIN d IS 'p';
COMMENT ON DOMAIN d IS 'd';
CREATE TABLE t (a d);

-- case: domain by alter equals at once
CREATE DOMAIN d AS int CHECK (VALUE > 0);
ALTER DOMAIN d ADD CONSTRAINT small CHECK (VALUE < 100) NOT VALID;
ALTER DOMAIN d VALIDATE CONSTRAINT small;
ALTER DOMAIN d RENAME CONSTRAINT d_check TO pos;
ALTER DOMAIN d SET NOT NULL;
ALTER DOMAIN d SET DEFAULT 5;
-- equal:
CREATE DOMAIN d AS integer DEFAULT 5 NOT NULL CONSTRAINT pos CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 100);

-- case: composite attributes
CREATE TYPE ty AS (a int, b text, c numeric(5,2));
CREATE FUNCTION f(ty) RETURNS int LANGUAGE sql AS 'SELECT ($1).a';
-- after:
CREATE TYPE ty AS (a bigint, c numeric(7,3), d text COLLATE "C");
CREATE FUNCTION f(ty) RETURNS int LANGUAGE sql AS 'SELECT 1';
COMMENT ON COLUMN ty.a IS 'attribute';

-- case: enum rebuilt under everything
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int, s e NOT NULL DEFAULT 'a', l e[] DEFAULT '{a}', CHECK (s <> 'b'));
CREATE INDEX i ON t (s) WHERE s = 'a';
CREATE VIEW v AS SELECT id, s FROM t WHERE s = 'a'::e;
CREATE FUNCTION f(x e DEFAULT 'a') RETURNS e LANGUAGE sql AS 'SELECT x';
GRANT SELECT ON v TO pg_monitor;
COMMENT ON VIEW v IS 'kept';
-- after:
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (id int, s e NOT NULL DEFAULT 'a', l e[] DEFAULT '{a}', CHECK (s <> 'b'));
CREATE INDEX i ON t (s) WHERE s = 'a';
CREATE VIEW v AS SELECT id, s FROM t WHERE s = 'a'::e;
CREATE FUNCTION f(x e DEFAULT 'a') RETURNS e LANGUAGE sql AS 'SELECT x';
GRANT SELECT ON v TO pg_monitor;
COMMENT ON VIEW v IS 'kept';

-- case: function attributes
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION g(a int) RETURNS SETOF int LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp ROWS 5 AS 'SELECT a';
-- after:
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE LEAKPROOF STRICT PARALLEL SAFE COST 10 AS 'SELECT a';
CREATE FUNCTION g(a int) RETURNS SETOF int LANGUAGE sql ROWS 50 SET work_mem = '8MB' AS 'SELECT a';

-- case: function default arguments change with dependents
CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE TABLE t (x int DEFAULT f(1, 2), CHECK (f(x, 1) > 0));
CREATE VIEW v AS SELECT f(x, 1) AS y FROM t;
CREATE INDEX i ON t (f(x, 3));
-- after:
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE TABLE t (x int DEFAULT f(1, 2), CHECK (f(x, 1) > 0));
CREATE VIEW v AS SELECT f(x, 1) AS y FROM t;
CREATE INDEX i ON t (f(x, 3));

-- case: default privileges
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
-- after:
CREATE SCHEMA app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT, INSERT ON TABLES TO pg_monitor WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- case: comments on everything
CREATE TABLE t (a int CONSTRAINT k CHECK (a > 0), b int); CREATE INDEX i ON t (a); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int); CREATE PROCEDURE p() LANGUAGE sql AS ''; CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE DOMAIN d AS int CONSTRAINT dk CHECK (VALUE > 0); CREATE COLLATION co FROM "C"; CREATE POLICY po ON t; CREATE RULE ru AS ON DELETE TO t DO NOTHING; CREATE STATISTICS st ON a, b FROM t; CREATE EXTENSION pg_trgm;
-- after:
CREATE TABLE t (a int CONSTRAINT k CHECK (a > 0), b int); CREATE INDEX i ON t (a); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int); CREATE PROCEDURE p() LANGUAGE sql AS ''; CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE DOMAIN d AS int CONSTRAINT dk CHECK (VALUE > 0); CREATE COLLATION co FROM "C"; CREATE POLICY po ON t; CREATE RULE ru AS ON DELETE TO t DO NOTHING; CREATE STATISTICS st ON a, b FROM t; CREATE EXTENSION pg_trgm;
COMMENT ON TABLE t IS 'it''s'; COMMENT ON COLUMN t.a IS E'two\nlines'; COMMENT ON CONSTRAINT k ON t IS 'k'; COMMENT ON INDEX i IS 'i'; COMMENT ON TRIGGER g ON t IS 'g'; COMMENT ON FUNCTION f() IS 'f'; COMMENT ON AGGREGATE agg (int) IS 'agg'; COMMENT ON PROCEDURE p() IS 'p'; COMMENT ON MATERIALIZED VIEW m IS 'm'; COMMENT ON COLUMN m.a IS 'ma'; COMMENT ON DOMAIN d IS 'd'; COMMENT ON CONSTRAINT dk ON DOMAIN d IS 'dk'; COMMENT ON COLLATION co IS 'co'; COMMENT ON POLICY po ON t IS 'po'; COMMENT ON RULE ru ON t IS 'ru'; COMMENT ON STATISTICS st IS 'st'; COMMENT ON EXTENSION pg_trgm IS 'tri'; COMMENT ON SCHEMA public IS 'own';

-- case: aggregate options
CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
-- after:
CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int, INITCOND = '5', COMBINEFUNC = int4pl, PARALLEL = SAFE);
CREATE AGGREGATE agg (text) (SFUNC = textcat, STYPE = text);
CREATE AGGREGATE star (*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');

-- case: conversions and user types
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int);
CREATE CONVERSION cv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- case: foreign table gets a check and partition of foreign
CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TABLE m (d date, a int) PARTITION BY RANGE (d);
-- after:
CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TABLE m (d date, a int) PARTITION BY RANGE (d);
CREATE FOREIGN TABLE m1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') SERVER s OPTIONS (t 'm1');
CREATE FOREIGN TABLE f (a int CHECK (a > 0)) SERVER s;

-- case: range with a name for several
CREATE TABLE t (a int);
-- after:
CREATE TYPE fr AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = fmr);
CREATE TYPE tr AS RANGE (subtype = time);
CREATE TABLE t (a int, r fr, m fmr, n tr_multirange, i int4multirange DEFAULT '{}');
