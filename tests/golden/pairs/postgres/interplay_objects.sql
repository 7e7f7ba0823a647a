-- ring: policy
CREATE TABLE t (id int, owner name, team int); CREATE TABLE m (team int, who name);
-- one: none
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- one: all
CREATE POLICY p ON t USING (owner = current_user);
-- one: select to role
CREATE POLICY p ON t FOR SELECT TO pg_monitor USING (owner = current_user); ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- one: insert
CREATE POLICY p ON t FOR INSERT TO pg_monitor, pg_read_all_data WITH CHECK (id > 0);
-- one: update
CREATE POLICY p ON t FOR UPDATE TO pg_read_all_data USING (id > 0) WITH CHECK (id > 1);
-- one: restrictive
CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO CURRENT_USER USING (id > 0);
-- one: subquery
CREATE POLICY p ON t AS RESTRICTIVE USING (EXISTS (SELECT 1 FROM m WHERE m.team = t.team AND m.who = current_user)); COMMENT ON POLICY p ON t IS 'team';
-- one: function
CREATE FUNCTION ok(int) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true'; CREATE POLICY p ON t USING (ok(team)) WITH CHECK (ok(id)); CREATE POLICY q ON m FOR DELETE USING (true);
-- one: setting
CREATE POLICY p ON t USING (team = current_setting('app.team')::int) WITH CHECK ((SELECT count(*) FROM m) < 5); CREATE POLICY q ON t FOR DELETE USING (false); ALTER TABLE t NO FORCE ROW LEVEL SECURITY;

-- ring: rights
CREATE TABLE t (a int, b int); CREATE SEQUENCE s; CREATE SCHEMA n; CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM ('a'); CREATE DOMAIN d AS int; CREATE VIEW v AS SELECT a FROM t;
-- one: none
COMMENT ON SCHEMA n IS 'n';
-- one: select
GRANT SELECT ON t, v TO pg_monitor;
-- one: all
GRANT ALL ON t TO pg_monitor; GRANT ALL ON SEQUENCE s TO pg_monitor WITH GRANT OPTION;
-- one: columns
GRANT SELECT (a, b), UPDATE (b), REFERENCES (a) ON t TO pg_monitor, PUBLIC;
-- one: columns and table
GRANT SELECT ON t TO pg_monitor; GRANT UPDATE (b) ON t TO pg_monitor WITH GRANT OPTION; GRANT TRIGGER, TRUNCATE ON t TO PUBLIC;
-- one: schema
GRANT USAGE, CREATE ON SCHEMA n TO pg_monitor; GRANT USAGE ON SCHEMA n TO PUBLIC;
-- one: functions and types
REVOKE ALL ON FUNCTION f(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int) TO pg_monitor; REVOKE USAGE ON TYPE e FROM PUBLIC; GRANT USAGE ON DOMAIN d TO pg_monitor;
-- one: in schema
GRANT SELECT ON ALL TABLES IN SCHEMA public TO pg_read_all_data; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pg_read_all_data; REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
-- one: later
ALTER DEFAULT PRIVILEGES IN SCHEMA n GRANT SELECT ON TABLES TO pg_monitor; ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
-- one: later otherwise
ALTER DEFAULT PRIVILEGES IN SCHEMA n GRANT INSERT, UPDATE ON TABLES TO pg_monitor WITH GRANT OPTION; ALTER DEFAULT PRIVILEGES IN SCHEMA n GRANT USAGE ON SEQUENCES TO PUBLIC; ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO pg_monitor;

-- case: default privileges for tables that come in the same change
CREATE SCHEMA n; CREATE TABLE n.a (x int);
-- after:
CREATE SCHEMA n; CREATE TABLE n.a (x int); ALTER DEFAULT PRIVILEGES IN SCHEMA n GRANT SELECT ON TABLES TO pg_monitor; CREATE TABLE n.b (x int); CREATE VIEW n.v AS SELECT x FROM n.b; CREATE SEQUENCE n.s;

-- case: default privileges go and what came by them stays
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor; CREATE TABLE a (x int); CREATE TABLE b (x int);
-- after:
CREATE TABLE a (x int); CREATE TABLE b (x int); GRANT SELECT ON a TO pg_monitor; CREATE TABLE c (x int);

-- case: grants of a table made anew and of its sequence
-- left: rights on the sequence of a table that is made anew are not granted again
CREATE TABLE t (id serial PRIMARY KEY, k int) ; GRANT SELECT, INSERT ON t TO pg_monitor; GRANT USAGE ON SEQUENCE t_id_seq TO pg_monitor; COMMENT ON TABLE t IS 't';
-- after:
CREATE TABLE t (id serial, k int) PARTITION BY LIST (k); GRANT SELECT, INSERT ON t TO pg_monitor; GRANT USAGE ON SEQUENCE t_id_seq TO pg_monitor; COMMENT ON TABLE t IS 't';

-- ring: what is said
CREATE SCHEMA s; CREATE TABLE s.t (a int CONSTRAINT c CHECK (a > 0), b int UNIQUE); CREATE INDEX i ON s.t (a); CREATE VIEW s.v AS SELECT a FROM s.t; CREATE MATERIALIZED VIEW s.m AS SELECT a FROM s.t; CREATE SEQUENCE s.q; CREATE TYPE s.e AS ENUM ('x'); CREATE TYPE s.k AS (x int); CREATE DOMAIN s.d AS int CONSTRAINT dc CHECK (VALUE > 0); CREATE FUNCTION s.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER tr BEFORE INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION s.f(); CREATE RULE r AS ON DELETE TO s.t DO INSTEAD NOTHING; CREATE POLICY p ON s.t; CREATE STATISTICS s.st ON a, b FROM s.t; CREATE PROCEDURE s.pr(int) LANGUAGE sql AS 'SELECT 1'; CREATE AGGREGATE s.ag(int) (SFUNC = int4pl, STYPE = int); CREATE PUBLICATION pub FOR TABLE s.t; CREATE COLLATION s.co FROM "C"; CREATE TEXT SEARCH CONFIGURATION s.cfg (COPY = simple);
-- one: little
COMMENT ON TABLE s.t IS 'x';
-- one: everything
COMMENT ON SCHEMA s IS 'a'; COMMENT ON TABLE s.t IS 'it''s "b"'; COMMENT ON COLUMN s.t.a IS E'two\nlines'; COMMENT ON CONSTRAINT c ON s.t IS 'c'; COMMENT ON CONSTRAINT t_b_key ON s.t IS 'd'; COMMENT ON INDEX s.i IS 'e'; COMMENT ON VIEW s.v IS 'f'; COMMENT ON COLUMN s.v.a IS 'g'; COMMENT ON MATERIALIZED VIEW s.m IS 'h'; COMMENT ON COLUMN s.m.a IS 'i'; COMMENT ON SEQUENCE s.q IS 'j'; COMMENT ON TYPE s.e IS 'k'; COMMENT ON TYPE s.k IS 'l'; COMMENT ON COLUMN s.k.x IS 'm'; COMMENT ON DOMAIN s.d IS 'n'; COMMENT ON CONSTRAINT dc ON DOMAIN s.d IS 'o'; COMMENT ON FUNCTION s.f() IS 'p'; COMMENT ON TRIGGER tr ON s.t IS 'q'; COMMENT ON RULE r ON s.t IS 'r'; COMMENT ON POLICY p ON s.t IS 's'; COMMENT ON STATISTICS s.st IS 't'; COMMENT ON PROCEDURE s.pr(int) IS 'u'; COMMENT ON AGGREGATE s.ag(int) IS 'v'; COMMENT ON PUBLICATION pub IS 'w'; COMMENT ON COLLATION s.co IS 'x'; COMMENT ON TEXT SEARCH CONFIGURATION s.cfg IS 'y';
-- one: otherwise
COMMENT ON SCHEMA s IS 'A'; COMMENT ON TABLE s.t IS $$b$$; COMMENT ON COLUMN s.t.a IS 'B'; COMMENT ON COLUMN s.t.b IS ''; COMMENT ON INDEX s.t_b_key IS 'key'; COMMENT ON FUNCTION s.f IS 'f'; COMMENT ON TRIGGER tr ON s.t IS 'Q'; COMMENT ON TYPE s.e IS 'K';

-- ring: rules
CREATE TABLE t (a int, b int); CREATE TABLE log (a int); CREATE VIEW v AS SELECT a FROM t;
-- one: none
CREATE TABLE nothing (a int);
-- one: also
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.a);
-- one: instead
CREATE RULE r AS ON UPDATE TO t WHERE OLD.a <> NEW.a DO INSTEAD NOTHING;
-- one: several
CREATE RULE r AS ON DELETE TO v DO INSTEAD (DELETE FROM t WHERE a = OLD.a; INSERT INTO log VALUES (OLD.a)); CREATE RULE q AS ON INSERT TO v DO INSTEAD INSERT INTO t (a) VALUES (NEW.a) RETURNING a;
-- one: disabled
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (NEW.b); ALTER TABLE t DISABLE RULE r; COMMENT ON RULE r ON t IS 'r';

-- ring: statistics
CREATE TABLE t (a int, b int, c int);
-- one: two
CREATE STATISTICS s ON a, b FROM t;
-- one: kinds
CREATE STATISTICS s (ndistinct, dependencies) ON a, b FROM t;
-- one: three
CREATE STATISTICS s (mcv) ON a, b, c FROM t; ALTER STATISTICS s SET STATISTICS 100; COMMENT ON STATISTICS s IS 's';
-- one: expression
CREATE STATISTICS s ON (a + b) FROM t;
-- one: schema
CREATE SCHEMA n; CREATE STATISTICS n.s ON (a % 10), (b % 10) FROM t;

-- ring: publication
CREATE TABLE t (a int PRIMARY KEY, b int, c int); CREATE TABLE u (a int PRIMARY KEY); CREATE SCHEMA n;
-- one: all
CREATE PUBLICATION p FOR ALL TABLES;
-- one: table
CREATE PUBLICATION p FOR TABLE t;
-- one: tables
CREATE PUBLICATION p FOR TABLE t, u WITH (publish = 'insert, update');
-- one: columns
CREATE PUBLICATION p FOR TABLE t (a, b) WITH (publish = 'insert');
-- one: rows
CREATE PUBLICATION p FOR TABLE t WHERE (a > 10), TABLE u WHERE (a < 5) WITH (publish_via_partition_root = true);
-- one: schema
CREATE PUBLICATION p FOR TABLES IN SCHEMA n, TABLE t; COMMENT ON PUBLICATION p IS 'p';
-- one: empty
CREATE PUBLICATION p WITH (publish = '');

-- ring: foreign data
CREATE EXTENSION postgres_fdw;
-- one: server
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a', dbname 'b');
-- one: options
CREATE SERVER s TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'c', port '5432'); CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'u');
-- one: table
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'c'); CREATE FOREIGN TABLE f (a int OPTIONS (column_name 'x') NOT NULL, b text) SERVER s OPTIONS (table_name 't');
-- one: changed table
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'c'); CREATE FOREIGN TABLE f (a bigint OPTIONS (column_name 'y'), b text DEFAULT 'x', c int CHECK (c > 0)) SERVER s OPTIONS (table_name 'u', schema_name 'v'); CREATE VIEW v AS SELECT a FROM f; COMMENT ON FOREIGN TABLE f IS 'f'; GRANT SELECT ON f TO pg_monitor;
-- one: two servers
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw; CREATE SERVER r FOREIGN DATA WRAPPER postgres_fdw; CREATE FOREIGN TABLE f (a bigint, b text) SERVER r; GRANT USAGE ON FOREIGN SERVER r TO pg_monitor; COMMENT ON SERVER r IS 'r';
-- one: own wrapper
CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true'); CREATE SERVER s FOREIGN DATA WRAPPER w; COMMENT ON FOREIGN DATA WRAPPER w IS 'w';
-- one: wrapper with a validator
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator; CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'x'); CREATE FOREIGN TABLE f (a int) SERVER s;

-- ring: text search
CREATE TABLE d (body text);
-- one: copy
CREATE TEXT SEARCH CONFIGURATION c (COPY = english);
-- one: mapping
CREATE TEXT SEARCH CONFIGURATION c (COPY = english); ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR asciiword, word WITH simple; ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR email;
-- one: parser
CREATE TEXT SEARCH CONFIGURATION c (PARSER = "default"); ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR asciiword WITH english_stem, simple; CREATE INDEX i ON d USING gin (to_tsvector('c', body));
-- one: dictionary
CREATE TEXT SEARCH DICTIONARY e (TEMPLATE = snowball, Language = english, StopWords = english); CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING REPLACE simple WITH e; COMMENT ON TEXT SEARCH DICTIONARY e IS 'e';
-- one: dictionary changes
CREATE TEXT SEARCH DICTIONARY e (TEMPLATE = snowball, language = german); CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH e;

-- ring: event trigger
CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$; CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
-- one: start
CREATE EVENT TRIGGER x ON ddl_command_start EXECUTE FUNCTION e();
-- one: tags
CREATE EVENT TRIGGER x ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION e();
-- one: drop disabled
CREATE EVENT TRIGGER x ON sql_drop EXECUTE FUNCTION g(); ALTER EVENT TRIGGER x DISABLE; COMMENT ON EVENT TRIGGER x IS 'x';
-- one: rewrite
CREATE EVENT TRIGGER x ON table_rewrite EXECUTE PROCEDURE g(); ALTER EVENT TRIGGER x ENABLE REPLICA;

-- ring: operators and casts
CREATE TYPE c AS (x int); CREATE FUNCTION eq(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'; CREATE FUNCTION ne(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'; CREATE FUNCTION cmp(c, c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0'; CREATE FUNCTION txt(c) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'c' $$;
-- one: operator
CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, FUNCTION = eq);
-- one: with options
CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, FUNCTION = eq, COMMUTATOR = ===, HASHES, MERGES, RESTRICT = eqsel, JOIN = eqjoinsel); CREATE CAST (c AS text) WITH FUNCTION txt(c);
-- one: negator
CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, PROCEDURE = eq, NEGATOR = !==); CREATE OPERATOR !== (LEFTARG = c, RIGHTARG = c, PROCEDURE = ne, NEGATOR = ===); CREATE CAST (c AS text) WITH FUNCTION txt(c) AS ASSIGNMENT;

-- ring: operator classes
CREATE TYPE c AS (x int); CREATE FUNCTION eq(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'; CREATE FUNCTION ne(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'; CREATE FUNCTION cmp(c, c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0'; CREATE FUNCTION txt(c) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'c' $$;
-- one: none
CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, FUNCTION = eq);
-- one: class
CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, FUNCTION = eq); CREATE OPERATOR CLASS cls FOR TYPE c USING btree AS OPERATOR 3 ===, FUNCTION 1 cmp(c, c); CREATE CAST (c AS json) WITH INOUT AS IMPLICIT;
-- one: family
CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, FUNCTION = eq); CREATE OPERATOR FAMILY fam USING btree; CREATE OPERATOR CLASS cls DEFAULT FOR TYPE c USING btree FAMILY fam AS OPERATOR 3 ===, FUNCTION 1 cmp(c, c); COMMENT ON OPERATOR CLASS cls USING btree IS 'cls'; COMMENT ON OPERATOR FAMILY fam USING btree IS 'fam';

-- case: operator changes and a class comes that has it
-- left: an operator is not made before the class that has it
CREATE TYPE c AS (x int); CREATE FUNCTION eq(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'; CREATE FUNCTION ne(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'; CREATE FUNCTION cmp(c, c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0'; CREATE FUNCTION txt(c) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'c' $$; CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, PROCEDURE = eq, NEGATOR = !==); CREATE OPERATOR !== (LEFTARG = c, RIGHTARG = c, PROCEDURE = ne, NEGATOR = ===); CREATE CAST (c AS text) WITH FUNCTION txt(c) AS ASSIGNMENT;
-- after:
CREATE TYPE c AS (x int); CREATE FUNCTION eq(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'; CREATE FUNCTION ne(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'; CREATE FUNCTION cmp(c, c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0'; CREATE FUNCTION txt(c) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'c' $$; CREATE OPERATOR === (LEFTARG = c, RIGHTARG = c, FUNCTION = eq); CREATE OPERATOR CLASS cls FOR TYPE c USING btree AS OPERATOR 3 ===, FUNCTION 1 cmp(c, c); CREATE CAST (c AS json) WITH INOUT AS IMPLICIT;


-- ring: schemas
-- one: one
CREATE SCHEMA a; CREATE TABLE a.t (id serial PRIMARY KEY); CREATE VIEW a.v AS SELECT id FROM a.t;
-- one: other
CREATE SCHEMA b; CREATE TABLE b.t (id serial PRIMARY KEY); CREATE VIEW b.v AS SELECT id FROM b.t;
-- one: both
CREATE SCHEMA a; CREATE SCHEMA b AUTHORIZATION CURRENT_USER; CREATE TABLE a.t (id serial PRIMARY KEY); CREATE TABLE b.t (id int REFERENCES a.t ON DELETE CASCADE); CREATE VIEW a.v AS SELECT t.id FROM b.t;
-- one: elements
CREATE SCHEMA a CREATE TABLE t (id int PRIMARY KEY, n text) CREATE VIEW v AS SELECT id, n FROM a.t CREATE INDEX i ON t (n); COMMENT ON SCHEMA a IS 'a'; GRANT USAGE ON SCHEMA a TO PUBLIC;
-- one: quoted
CREATE SCHEMA "A b"; CREATE TYPE "A b"."E" AS ENUM ('x'); CREATE TABLE "A b"."T" ("I" "A b"."E" DEFAULT 'x', s bigserial); CREATE FUNCTION "A b"."F"("I" "A b"."E") RETURNS SETOF "A b"."T" LANGUAGE sql AS 'SELECT NULL::"A b"."E", 1::bigint'; CREATE INDEX "X y" ON "A b"."T" ("I");

-- ring: extensions
CREATE TABLE base (id int);
-- one: none
CREATE TABLE nothing (a int);
-- one: citext
CREATE EXTENSION citext; CREATE TABLE t (a citext UNIQUE, b citext[] DEFAULT '{}');
-- one: in schema
CREATE SCHEMA ext; CREATE EXTENSION citext WITH SCHEMA ext; CREATE EXTENSION IF NOT EXISTS "uuid-ossp" SCHEMA ext; CREATE TABLE t (a ext.citext UNIQUE, b uuid DEFAULT ext.uuid_generate_v4()); COMMENT ON EXTENSION citext IS 'mine';
-- one: trigrams
CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gin; CREATE TABLE t (a text, b int); CREATE INDEX i ON t USING gin (a gin_trgm_ops, b);
-- one: hstore
CREATE EXTENSION hstore; CREATE TABLE t (a hstore DEFAULT ''::hstore, b text GENERATED ALWAYS AS (a -> 'x') STORED); CREATE INDEX i ON t USING gin (a); CREATE FUNCTION f(hstore) RETURNS text LANGUAGE sql AS $$ SELECT $1 -> 'a' $$;

-- case: a shop in one go
CREATE TYPE status AS ENUM ('new', 'paid', 'sent');
CREATE TABLE customers (id serial PRIMARY KEY, email varchar(100) NOT NULL UNIQUE, name text);
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers (id), status status NOT NULL DEFAULT 'new', total numeric(10,2), placed timestamp DEFAULT now());
CREATE INDEX orders_status ON orders (status) WHERE status <> 'sent';
CREATE VIEW open_orders AS SELECT o.id, c.email, o.total FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.status = 'new';
CREATE MATERIALIZED VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id; CREATE UNIQUE INDEX totals_i ON totals (customer_id);
CREATE FUNCTION order_total(o int) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT total FROM orders WHERE id = o';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.placed := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE OF status ON orders FOR EACH ROW EXECUTE FUNCTION touch();
GRANT SELECT ON open_orders TO pg_monitor;
-- after:
CREATE TYPE status AS ENUM ('draft', 'new', 'paid', 'cancelled');
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email email NOT NULL UNIQUE, name text NOT NULL DEFAULT '', tags text[] DEFAULT '{}'::text[] NOT NULL);
CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE CASCADE, status status NOT NULL DEFAULT 'draft', total numeric(12,4) CHECK (total >= 0), placed timestamptz DEFAULT now() NOT NULL);
CREATE TABLE lines (order_id bigint REFERENCES orders ON DELETE CASCADE, n int, price numeric(12,4), PRIMARY KEY (order_id, n));
CREATE INDEX orders_status ON orders (status, placed DESC) WHERE status <> 'cancelled'; CREATE INDEX customers_tags ON customers USING gin (tags);
CREATE VIEW open_orders AS SELECT o.id, c.email, o.total, o.placed FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.status IN ('new', 'draft');
CREATE MATERIALIZED VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id; CREATE UNIQUE INDEX totals_i ON totals (customer_id);
CREATE FUNCTION order_total(o bigint) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(price) FROM lines WHERE order_id = o';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.placed := clock_timestamp(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE OF status, total ON orders FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION touch();
GRANT SELECT ON open_orders TO pg_monitor; GRANT SELECT, INSERT ON lines TO pg_monitor; ALTER TABLE orders ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON orders USING (customer_id = current_setting('app.id')::bigint);
