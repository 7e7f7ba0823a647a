-- case: child without columns of its own has other defaults than its parent
CREATE TABLE animal (id int, legs int DEFAULT 4, name text NOT NULL);
-- after:
CREATE TABLE animal (id int, legs int DEFAULT 4, name text NOT NULL); CREATE TABLE bird () INHERITS (animal); ALTER TABLE bird ALTER legs SET DEFAULT 2; CREATE TABLE snake (len int) INHERITS (animal); ALTER TABLE ONLY snake ALTER legs DROP DEFAULT; ALTER TABLE snake ALTER id SET NOT NULL; CREATE TABLE emu () INHERITS (bird); ALTER TABLE emu ALTER legs SET DEFAULT 3;

-- case: child declares a column that its parent has
CREATE TABLE animal (id int, legs int DEFAULT 4);
-- after:
CREATE TABLE animal (id int, legs int DEFAULT 4); CREATE TABLE bird (legs int DEFAULT 2, id int NOT NULL) INHERITS (animal);

-- case: child of two parents takes what either says
CREATE TABLE a (x int, y int DEFAULT 1); CREATE TABLE b (x int NOT NULL, z int DEFAULT 3);
-- after:
CREATE TABLE a (x int, y int DEFAULT 1); CREATE TABLE b (x int NOT NULL, z int DEFAULT 3); CREATE TABLE c () INHERITS (a, b); ALTER TABLE c ALTER z SET DEFAULT 9; CREATE TABLE d (x int DEFAULT 5) INHERITS (c);

-- case: child of a serial column
CREATE TABLE p (id serial, v int);
-- after:
CREATE TABLE p (id serial, v int); CREATE TABLE c () INHERITS (p); CREATE TABLE d () INHERITS (p); ALTER TABLE d ALTER id DROP DEFAULT;

-- case: table loses the serial column that another one counts with
CREATE TABLE p (id serial, v int); CREATE TABLE c (id int NOT NULL DEFAULT nextval('p_id_seq'), w int);
-- after:
CREATE TABLE p (v int); CREATE TABLE c (id int NOT NULL, w int);

-- case: moments in another zone
CREATE TABLE t (a timestamptz);
-- after:
CREATE TABLE t (a timestamptz DEFAULT '2021-03-01 00:30:00+02', b timestamptz DEFAULT '2021-02-28 22:30:00.5-0330'::timestamptz, c timestamp DEFAULT '2021-03-01 10:00:00+07', d date DEFAULT '2021-03-01 10:00+07', e tstzrange DEFAULT '[2021-01-01 10:00+02,2022-01-01 10:00+02)');

-- case: a moment in two zones
CREATE TABLE t (a timestamptz DEFAULT '2021-03-01 00:30:00+02', CHECK (a > '2020-12-31 20:00:00-04:00'::timestamptz));
-- equal:
CREATE TABLE t (a timestamptz DEFAULT '2021-02-28 22:30:00+00'::timestamptz, CHECK (a > '2021-01-01 00:00:00Z'::timestamptz));

-- case: digits of a second that go without saying are kept
CREATE TABLE t (a timestamp, b timestamptz(6), c time(6), d timetz);
-- after:
CREATE TABLE t (a timestamp(6), b timestamptz, c time, d timetz(6));

-- case: view with spans written otherwise
-- after:
CREATE TABLE t (d date, seen timestamptz); CREATE VIEW v AS SELECT * FROM t WHERE seen < to_timestamp(to_char(d - INTERVAL '2 MONTHS' + INTERVAL '3' DAY, 'YYYY'), 'YYYY') AND seen >= to_timestamp(to_char(current_date, 'YYYY'), 'YYYY');

-- case: sequence keeps where it begins when its bounds change
CREATE SEQUENCE s MINVALUE 100 START 100; CREATE SEQUENCE d INCREMENT -1 MAXVALUE 50; CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (MINVALUE 50));
-- after:
CREATE SEQUENCE s START 100; CREATE SEQUENCE d INCREMENT -1 MAXVALUE 80 START 50; CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (START 50));

-- case: foreign table changes types
CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE f (a boolean, b varchar(60)) SERVER s;
-- after:
CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE f (a numeric(3), b varchar(20), c date) SERVER s;

-- case: any number of arguments
CREATE TABLE t (j jsonb);
-- after:
CREATE TABLE t (j jsonb); CREATE INDEX i ON t (jsonb_extract_path_text(j, 'a', 'b')); CREATE INDEX k ON t (jsonb_extract_path(j, 'a'));

-- case: names of another schema first, in checks and domains
-- after:
CREATE SCHEMA app; SET search_path TO app, public; CREATE FUNCTION ok(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'; CREATE DOMAIN d AS int CHECK (ok(VALUE)); CREATE TABLE t (a int CHECK (ok(a)), b d); ALTER TABLE t ADD CONSTRAINT more CHECK (ok(a + 1));

-- case: bodies that speak of another schema without its name
-- after:
CREATE SCHEMA app; SET search_path TO app, public; CREATE TABLE item (id int, "Name" text); CREATE FUNCTION items() RETURNS SETOF item LANGUAGE sql AS $f$SELECT * FROM item$f$; CREATE FUNCTION many() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM item'; CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'DECLARE r item; n item."Name"%TYPE; BEGIN RETURN NEW; END';

-- case: what is kept as its text in another schema
-- after:
CREATE SCHEMA app; SET search_path TO app, public; CREATE COLLATION plain FROM "C"; CREATE TABLE t (a text COLLATE plain, b text); CREATE INDEX i ON t (b COLLATE plain); CREATE STATISTICS st ON a, b FROM t; CREATE FUNCTION eq(int, int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2'; CREATE OPERATOR === (PROCEDURE = eq, LEFTARG = int, RIGHTARG = int); CREATE OPERATOR CLASS oc FOR TYPE int USING btree AS OPERATOR 3 =, FUNCTION 1 btint4cmp(int, int); CREATE TEXT SEARCH CONFIGURATION tc (PARSER = pg_catalog."default"); CREATE FUNCTION step(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2'; CREATE AGGREGATE total (int) (SFUNC = step, STYPE = int); CREATE DOMAIN dm AS int; CREATE CAST (dm AS text) WITH INOUT;

-- case: what is kept as its text goes from another schema
CREATE SCHEMA app; SET search_path TO app, public; CREATE OPERATOR CLASS oc FOR TYPE int USING btree AS OPERATOR 3 =, FUNCTION 1 btint4cmp(int, int); COMMENT ON OPERATOR CLASS oc USING btree IS 'x'; CREATE COLLATION plain FROM "C";
-- after:
CREATE SCHEMA app; CREATE COLLATION app.plain FROM "C"; COMMENT ON COLLATION app.plain IS 'y';

-- case: extension in the schema where names are looked up first
-- after:
CREATE SCHEMA app; SET search_path TO app, public; CREATE EXTENSION citext; CREATE TABLE t (a citext);

-- case: default conversion
-- after:
CREATE DEFAULT CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- case: variables of the type of a new table
-- after:
CREATE TABLE zebra (a int); CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'DECLARE r zebra; q CONSTANT zebra.a%TYPE := 1; w zebra%ROWTYPE; BEGIN RETURN NEW; END'; CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ DECLARE i int; r zebra; BEGIN RETURN 1; END $$;

-- case: rule between tables that go
CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE RULE r AS ON INSERT TO a DO ALSO INSERT INTO b VALUES (NEW.x);
-- after:
CREATE TABLE c (x int);

-- case: cast of a view's rows
CREATE TABLE t (id int);
-- after:
CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t; CREATE FUNCTION as_t(v) RETURNS t LANGUAGE plpgsql AS 'BEGIN RETURN ROW($1.id)::t; END'; CREATE CAST (v AS t) WITH FUNCTION as_t(v);

-- case: aggregate over an order
CREATE FUNCTION step(int, int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE FUNCTION step(int, int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE AGGREGATE nth (int ORDER BY int) (sfunc = step, stype = int); COMMENT ON AGGREGATE nth (int ORDER BY int) IS 'x'; CREATE AGGREGATE first_of (ORDER BY int) (sfunc = step, stype = int);

-- case: base type
-- after:
CREATE TYPE word; CREATE FUNCTION word_in(cstring) RETURNS word LANGUAGE internal IMMUTABLE STRICT AS 'textin'; CREATE FUNCTION word_out(word) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout'; CREATE TYPE word (INPUT = word_in, OUTPUT = word_out, LIKE = text); CREATE TABLE t (a word); COMMENT ON TYPE word IS 'x';

-- case: new table counts with the sequence of one that comes behind it
-- after:
CREATE TABLE z (id serial); CREATE TABLE a (id int DEFAULT nextval('z_id_seq'));

-- case: child speaks of what its parent gets
CREATE TABLE p (id int); CREATE TABLE c (own int) INHERITS (p);
-- after:
CREATE TABLE p (id int, extra int DEFAULT 3); CREATE TABLE c (own int, CHECK (own > extra)) INHERITS (p); CREATE INDEX i ON c (extra);

-- case: tables that count with a sequence of one of them
-- after:
CREATE SEQUENCE b_seq; CREATE TABLE a (id int, b int DEFAULT nextval('b_seq')); CREATE TABLE b (id bigint NOT NULL DEFAULT nextval('b_seq')); ALTER SEQUENCE b_seq OWNED BY b.id;
