-- What the histories of real projects showed, in few words each.

-- case: a partitioned table goes with its parts, and another takes its name
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE TABLE q (a int);
DROP TABLE p;
ALTER TABLE q RENAME TO p;
-- after:
CREATE TABLE p (a int, c int);
CREATE TABLE p1 (a int);

-- case: a serial becomes text, and counts on
CREATE TABLE z (a int);
-- after:
CREATE TABLE s (id bigserial NOT NULL, b int);
ALTER TABLE s ALTER COLUMN id TYPE varchar(255), ALTER COLUMN id SET NOT NULL;
CREATE TABLE z (a int);

-- case: functions are called like words of statements
CREATE TABLE z (a int);
-- after:
CREATE SCHEMA m;
CREATE TABLE m.t (a int);
CREATE FUNCTION m.create(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION m.table(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE TABLE z (a int);

-- case: code declares a row of a table whose name has capitals
CREATE TABLE z (a int);
-- after:
CREATE TABLE "Big" (a int);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ DECLARE r "Big"%ROWTYPE; BEGIN RETURN 1; END $$;
CREATE TABLE z (a int);

-- case: one function of a name calls another that stands before it
CREATE TABLE z (a int);
-- after:
CREATE TABLE z (a int);
CREATE FUNCTION put(a text, b int, c timestamptz) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION put(a text) RETURNS int LANGUAGE sql AS $$ SELECT put(a, 1, now()) $$;
CREATE FUNCTION put(a text, b int) RETURNS int LANGUAGE sql AS $$ SELECT put(a, b, now()) $$;

-- case: a schema that a block makes where it is not there
DO $$ BEGIN IF NOT EXISTS (SELECT schema_name FROM information_schema.schemata WHERE schema_name = 'm') THEN CREATE SCHEMA m; END IF; END $$;
DO $$ BEGIN IF (SELECT NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'n')) THEN CREATE SCHEMA IF NOT EXISTS n; END IF; END $$;
CREATE TABLE m.t (a int);
CREATE TABLE n.t (a int);
-- after:
CREATE SCHEMA m;
CREATE SCHEMA n;
CREATE TABLE m.t (a int, b int);
CREATE TABLE n.t (a int);

-- case: a function that makes triggers is called for tables
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at = now(); RETURN NEW; END $$;
CREATE FUNCTION keep_at(_tbl regclass) RETURNS void AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER set_at BEFORE UPDATE ON %s
        FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE PROCEDURE touch()', _tbl);
END;
$$ LANGUAGE plpgsql;
CREATE TABLE a (at timestamptz);
CREATE TABLE "Order" (at timestamptz);
SELECT keep_at('a');
SELECT keep_at('"Order"');
-- after:
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at = now(); RETURN NEW; END $$;
CREATE TABLE a (at timestamptz);
CREATE TABLE "Order" (at timestamptz);
CREATE TRIGGER set_at BEFORE UPDATE ON "Order" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION touch();

-- case: names and values that a function puts into a statement
CREATE FUNCTION index_it(t text, c text, n text) RETURNS void AS $$
BEGIN
    EXECUTE 'CREATE INDEX ' || quote_ident(n) || format(' ON %I (%2$I) WHERE %2$I <> %L', t, c, 'x');
END;
$$ LANGUAGE plpgsql;
CREATE TABLE "Two words" ("a b" text);
SELECT index_it('Two words', 'a b', 'some index');
-- after:
CREATE TABLE "Two words" ("a b" text);

-- case: a number becomes large, and its sequence stays small
CREATE TABLE t (id serial PRIMARY KEY);
-- after:
CREATE TABLE t (id bigserial PRIMARY KEY);
ALTER SEQUENCE t_id_seq AS integer;

-- case: an index comes that is called like a foreign key
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, CONSTRAINT x FOREIGN KEY (id) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, CONSTRAINT x FOREIGN KEY (id) REFERENCES p (id));
CREATE INDEX x ON t (id);

-- case: a constraint behind a question for its name, where another table is not known
CREATE TABLE z (a int);
DO $$ BEGIN EXECUTE 'ALTER TABLE z ADD ' || current_user || ' int'; END $$;
CREATE TABLE t (a int, b int);
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'u') THEN ALTER TABLE t ADD CONSTRAINT u UNIQUE (a, b); END IF; END $$;
-- after:
CREATE TABLE z (a int, postgres int);
CREATE TABLE t (a int, b int);
