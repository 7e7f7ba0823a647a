-- family: views
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
-- one: none
-- one: plain
CREATE VIEW v AS SELECT id, a FROM t;
-- one: one more column
CREATE VIEW v AS SELECT id, a, b FROM t;
-- one: other filter
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 1;
-- one: fewer columns
CREATE VIEW v AS SELECT id FROM t;
-- one: other type
CREATE VIEW v AS SELECT id::bigint, a FROM t;
-- one: named columns
CREATE VIEW v (x, y) AS SELECT id, a FROM t;
-- one: options
CREATE VIEW v WITH (security_barrier=true) AS SELECT id, a FROM t WITH CASCADED CHECK OPTION;
-- one: invoker
CREATE VIEW v WITH (security_invoker) AS SELECT id, a FROM t;
-- one: chain
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT id FROM v WHERE a = 1;
COMMENT ON VIEW w IS 'second';
-- one: other chain
CREATE VIEW v AS SELECT id, b FROM t;
CREATE VIEW w AS SELECT id, b FROM v;
-- one: materialized
CREATE MATERIALIZED VIEW v AS SELECT id, a FROM t;
-- one: materialized with index
CREATE MATERIALIZED VIEW v AS SELECT id, a, b FROM t WITH NO DATA;
CREATE UNIQUE INDEX v_id ON v (id);
CREATE INDEX v_a ON v (a) WHERE a > 0;
-- one: table
CREATE TABLE v (id int, a int);
-- one: with rule
CREATE VIEW v AS SELECT id, a FROM t;
CREATE RULE v_ins AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (NEW.id, NEW.a, 'x');
-- one: with trigger
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
-- one: recursive
CREATE RECURSIVE VIEW v (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM v WHERE n < 5;
-- family: views over changing columns
-- one: int
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- one: bigint
CREATE TABLE t (id int PRIMARY KEY, a bigint);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- one: text
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- one: without
CREATE TABLE t (id int PRIMARY KEY, b int);
CREATE VIEW v AS SELECT id, b AS a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- one: materialized
CREATE TABLE t (id int PRIMARY KEY, a numeric(10,2));
CREATE MATERIALIZED VIEW v AS SELECT id, a FROM t;
CREATE INDEX vi ON v (a);
CREATE VIEW w AS SELECT a FROM v;

-- family: functions
CREATE TABLE t (id int PRIMARY KEY, a int);
-- one: none
-- one: sql
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 1';
-- one: other body
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT x + 2 $$;
-- one: other name of argument
CREATE FUNCTION f(y int) RETURNS int LANGUAGE sql AS 'SELECT y + 1';
-- one: other type of result
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql AS 'SELECT x + 1::bigint';
-- one: two
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 1';
CREATE FUNCTION f(x text) RETURNS text LANGUAGE sql AS 'SELECT x';
-- one: plpgsql
CREATE FUNCTION f(x int) RETURNS int LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public COST 50 PARALLEL SAFE AS $$
DECLARE n int := 0; -- a comment; with a semicolon
BEGIN
  SELECT count(*) INTO n FROM t;
  RETURN n + x;
END $$;
-- one: table
CREATE FUNCTION f(x int) RETURNS TABLE (id int, a int) LANGUAGE sql AS 'SELECT id, a FROM t WHERE id = x' ROWS 10;
-- one: setof
CREATE FUNCTION f(x int) RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
-- one: out
CREATE FUNCTION f(IN x int, OUT y int, INOUT z text) LANGUAGE sql AS $$ SELECT x, z $$;
-- one: atomic
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT x + 1; END;
-- one: return
CREATE FUNCTION f(x int) RETURNS int RETURN x * 2;
-- one: variadic
CREATE FUNCTION f(VARIADIC x int[]) RETURNS int LANGUAGE sql AS 'SELECT array_length(x, 1)';
-- one: procedure
CREATE PROCEDURE f(x int) LANGUAGE sql AS 'INSERT INTO t VALUES (x, x)';
-- one: used by a check
CREATE FUNCTION f(x int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x > 0';
CREATE TABLE u (a int CHECK (f(a)), b boolean DEFAULT f(1));
CREATE INDEX ui ON u (f(a));
CREATE VIEW uv AS SELECT f(a) FROM u;
-- one: used and changed
CREATE FUNCTION f(y int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT y > 1';
CREATE TABLE u (a int CHECK (f(a)), b boolean DEFAULT f(1));
CREATE INDEX ui ON u (f(a));
CREATE VIEW uv AS SELECT f(a) FROM u;
-- one: aggregate
CREATE FUNCTION f(x int, y int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x + y';
CREATE AGGREGATE mysum(int) (SFUNC = f, STYPE = int, INITCOND = '0');

-- family: triggers
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- one: none
-- one: before
CREATE TRIGGER g BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- same: procedure
CREATE TRIGGER g BEFORE UPDATE OR INSERT ON t FOR EACH ROW EXECUTE PROCEDURE f();
-- one: after
CREATE TRIGGER g AFTER INSERT ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
-- one: when
CREATE TRIGGER g BEFORE UPDATE OF a, b ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION f('x', '1');
-- one: constraint
CREATE CONSTRAINT TRIGGER g AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
-- one: transition
CREATE TRIGGER g AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();
-- one: disabled
CREATE TRIGGER g BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER g;
-- one: always with comment
CREATE TRIGGER g BEFORE TRUNCATE ON t EXECUTE FUNCTION f();
ALTER TABLE t ENABLE ALWAYS TRIGGER g;
COMMENT ON TRIGGER g ON t IS 'c';
-- one: two
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER h AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION f();

-- family: enums
-- one: none
CREATE TABLE t (id int);
-- one: plain
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int, m mood DEFAULT 'ok', ms mood[]);
-- one: at the end
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, m mood DEFAULT 'ok', ms mood[]);
-- one: at the begin
CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok');
CREATE TABLE t (id int, m mood DEFAULT 'ok', ms mood[]);
-- one: between
CREATE TYPE mood AS ENUM ('sad', 'meh', 'ok', 'good');
CREATE TABLE t (id int, m mood DEFAULT 'good', ms mood[]);
-- one: fewer
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (id int, m mood DEFAULT 'ok', ms mood[] DEFAULT '{ok}');
-- one: other order
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE t (id int, m mood NOT NULL, ms mood[]);
CREATE INDEX ti ON t (m) WHERE m = 'ok';
-- one: used all over
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int, m mood DEFAULT 'ok', ms mood[], CHECK (m <> 'sad'));
CREATE VIEW v AS SELECT m, 'sad'::mood AS x FROM t WHERE m = 'ok';
CREATE FUNCTION f(x mood) RETURNS mood LANGUAGE sql AS $$ SELECT x $$;
-- one: used all over and changed
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (id int, m mood DEFAULT 'ok', ms mood[], CHECK (m <> 'happy'));
CREATE VIEW v AS SELECT m, 'happy'::mood AS x FROM t WHERE m = 'ok';
CREATE FUNCTION f(x mood) RETURNS mood LANGUAGE sql AS $$ SELECT x $$;
-- one: text
CREATE TABLE t (id int, m text DEFAULT 'ok', ms text[]);

-- family: domains
-- one: none
CREATE TABLE t (id int);
-- one: plain
CREATE DOMAIN d AS text;
CREATE TABLE t (id int, a d);
-- one: checked
CREATE DOMAIN d AS text CHECK (VALUE <> '');
CREATE TABLE t (id int, a d);
-- one: named check
CREATE DOMAIN d AS text DEFAULT 'x' NOT NULL CONSTRAINT c CHECK (length(VALUE) < 10);
CREATE TABLE t (id int, a d);
-- one: two checks
CREATE DOMAIN d AS text CONSTRAINT c CHECK (length(VALUE) < 20) CONSTRAINT e CHECK (VALUE ~ '^a');
COMMENT ON DOMAIN d IS 'c';
CREATE TABLE t (id int, a d);
-- one: varchar
CREATE DOMAIN d AS varchar(20) COLLATE "C";
CREATE TABLE t (id int, a d);
-- one: of a domain
CREATE DOMAIN base AS int CHECK (VALUE > 0);
CREATE DOMAIN d AS base CHECK (VALUE < 100);
CREATE TABLE t (id int, a d DEFAULT 5);

-- family: composite types
-- one: none
CREATE TABLE t (id int);
-- one: plain
CREATE TYPE c AS (x int, y text);
CREATE TABLE t (id int, a c);
-- one: unused
CREATE TYPE c AS (x int, y text);
CREATE TABLE t (id int);
-- one: more
CREATE TYPE c AS (x int, y text, z numeric(5,2));
CREATE TABLE t (id int);
-- one: range
CREATE TYPE c AS RANGE (subtype = float8);
CREATE TABLE t (id int, b c);
-- one: in a function
CREATE TYPE c AS (x int, y text, z int);
CREATE TABLE t (id int);
CREATE FUNCTION f(v c) RETURNS c LANGUAGE sql AS 'SELECT v';

-- family: sequences
-- one: none
-- one: plain
CREATE SEQUENCE s;
-- one: options
CREATE SEQUENCE s AS int INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 START WITH 20 CACHE 3 CYCLE;
-- one: other options
CREATE SEQUENCE s INCREMENT BY -1 MAXVALUE -1 START -5;
-- one: owned
CREATE TABLE t (a int);
CREATE SEQUENCE s OWNED BY t.a;
-- one: default
CREATE SEQUENCE s;
CREATE TABLE t (a bigint DEFAULT nextval('s'));
-- one: smallint
CREATE SEQUENCE s AS smallint;
-- family: policies
CREATE TABLE t (id int, owner text, a int);
-- one: none
-- one: rls
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- one: forced
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- one: policy
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (owner = current_user);
-- one: check
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR UPDATE TO PUBLIC USING (owner = current_user) WITH CHECK (a > 0);
-- one: select
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT USING (true);
COMMENT ON POLICY p ON t IS 'c';
-- one: two
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR INSERT WITH CHECK (a > 1);
CREATE POLICY q ON t FOR DELETE USING (EXISTS (SELECT 1 FROM t x WHERE x.id = t.id));
-- one: function
CREATE FUNCTION me() RETURNS text LANGUAGE sql AS 'SELECT current_user::text';
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (owner = me());

-- family: schemas and extensions
-- one: none
-- one: schema
CREATE SCHEMA x;
CREATE TABLE x.t (id int PRIMARY KEY);
COMMENT ON SCHEMA x IS 'c';
-- one: other schema
CREATE SCHEMA y;
CREATE TABLE y.t (id int PRIMARY KEY, a int REFERENCES y.t);
CREATE VIEW y.v AS SELECT * FROM y.t;
-- one: both
CREATE SCHEMA x;
CREATE SCHEMA y;
CREATE TYPE x.e AS ENUM ('a');
CREATE TABLE x.t (id int PRIMARY KEY, e x.e);
CREATE TABLE y.u (id int REFERENCES x.t (id), e x.e DEFAULT 'a');
-- one: extension
CREATE EXTENSION pgcrypto;
CREATE TABLE t (id uuid DEFAULT gen_random_uuid());
-- one: extension in schema
CREATE SCHEMA x;
CREATE EXTENSION citext WITH SCHEMA x;
CREATE TABLE t (a x.citext);
-- one: two extensions
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS hstore;
CREATE TABLE t (a text, h hstore);
CREATE INDEX ti ON t USING gin (a gin_trgm_ops);

-- family: other things
CREATE TABLE t (id int, a int, b int);
-- one: none
-- one: statistics
CREATE STATISTICS st (dependencies) ON a, b FROM t;
-- one: statistics other
CREATE STATISTICS st ON a, b FROM t;
-- one: publication
CREATE PUBLICATION pub FOR TABLE t;
-- one: rule
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
-- one: collation
CREATE COLLATION co (provider = icu, locale = 'de');
CREATE TABLE u (a text COLLATE co);
-- one: event trigger
CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION ev();
-- one: operator
CREATE FUNCTION eq(int, text) RETURNS boolean LANGUAGE sql AS 'SELECT $1::text = $2';
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = text, FUNCTION = eq);
-- one: cast
CREATE FUNCTION tot(t) RETURNS text LANGUAGE sql AS 'SELECT $1.id::text';
CREATE CAST (t AS text) WITH FUNCTION tot(t);
-- one: text search
CREATE TEXT SEARCH CONFIGURATION ts (COPY = simple);
-- one: foreign
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER srv FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE ft (a int) SERVER srv OPTIONS (x '1');
-- one: comments
COMMENT ON TABLE t IS 'a table';
COMMENT ON COLUMN t.a IS 'a column';
