-- case: objects of a schema by search path
CREATE SCHEMA app;
-- after:
CREATE SCHEMA app;
SET search_path = app, pg_catalog;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE SEQUENCE s;
CREATE TABLE t (id bigint DEFAULT nextval('s'::regclass) PRIMARY KEY, m mood DEFAULT 'ok'::mood NOT NULL, l mood[]);
CREATE TABLE c (t_id bigint REFERENCES t);
CREATE INDEX i ON t (m);
CREATE VIEW v AS SELECT t.id, c.t_id FROM t, c WHERE t.m = 'ok'::mood;
CREATE FUNCTION f(x mood, y int) RETURNS SETOF t LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT * FROM app.t; END $$;
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trg();
CREATE POLICY p ON t USING (id IN (SELECT t_id FROM c));
COMMENT ON TABLE t IS 't';

-- case: objects by search path equal those with their schema
CREATE SCHEMA app;
SET search_path = app, pg_catalog;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id serial PRIMARY KEY, m mood DEFAULT 'ok'::mood NOT NULL);
CREATE VIEW v AS SELECT id FROM t;
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trg();
-- equal:
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE TABLE app.t (id serial PRIMARY KEY, m app.mood DEFAULT 'ok'::app.mood NOT NULL);
CREATE VIEW app.v AS SELECT id FROM app.t;
CREATE FUNCTION app.trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE INSERT ON app.t FOR EACH ROW EXECUTE FUNCTION app.trg();

-- case: two schemas by search path change
CREATE SCHEMA a; CREATE SCHEMA b;
SET search_path = a; CREATE TABLE t (x int); CREATE VIEW v AS SELECT x FROM t;
SET search_path = b; CREATE TABLE t (x int); CREATE VIEW v AS SELECT x FROM t;
-- after:
CREATE SCHEMA a; CREATE SCHEMA b;
SET search_path = a; CREATE TABLE t (x bigint); CREATE VIEW v AS SELECT x FROM t;
SET search_path = b; CREATE TABLE t (x int, y text); CREATE VIEW v AS SELECT x, y FROM t;
