-- case: a partition cut by a column that its grandparent gets
CREATE TABLE g (r text, z text) PARTITION BY LIST (r); CREATE TABLE p PARTITION OF g FOR VALUES IN ('a') PARTITION BY LIST (z);
-- after:
CREATE TABLE g (r text, z text, d date) PARTITION BY LIST (r); CREATE TABLE p PARTITION OF g FOR VALUES IN ('a') PARTITION BY LIST (z); CREATE TABLE c PARTITION OF p FOR VALUES IN ('b') PARTITION BY RANGE (d);

-- case: a column of a publication's condition gets another type
CREATE TABLE t (a int); CREATE PUBLICATION pub FOR TABLE t WHERE (a > 3) WITH (publish = 'insert');
-- after:
CREATE TABLE t (a bigint); CREATE PUBLICATION pub FOR TABLE t WHERE (a > 3) WITH (publish = 'insert');

-- case: a column is granted where the table was granted to all
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
-- after:
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor; CREATE TABLE t (a int, b int); REVOKE ALL ON t FROM pg_monitor; GRANT SELECT (a) ON t TO pg_monitor;

-- case: a check that is not valid is one that holds in a new partition
CREATE TABLE p (a int) PARTITION BY RANGE (a); ALTER TABLE p ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- after:
CREATE TABLE p (a int) PARTITION BY RANGE (a); ALTER TABLE p ADD CONSTRAINT c CHECK (a > 0) NOT VALID; CREATE TABLE q PARTITION OF p FOR VALUES FROM (0) TO (9);

-- case: partitions from before and behind a check that is not valid
-- after:
CREATE TABLE p (a int) PARTITION BY RANGE (a); CREATE TABLE q PARTITION OF p FOR VALUES FROM (0) TO (9); ALTER TABLE p ADD CONSTRAINT c CHECK (a > 0) NOT VALID; CREATE TABLE r PARTITION OF p FOR VALUES FROM (9) TO (19);

-- case: children from before and behind a check that is not valid
-- after:
CREATE TABLE p (a int); CREATE TABLE q () INHERITS (p); ALTER TABLE p ADD CONSTRAINT c CHECK (a > 0) NOT VALID; CREATE TABLE r () INHERITS (p);

-- case: a foreign key keeps its name when its table becomes a partition
-- after:
CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE p (a int, CONSTRAINT pf FOREIGN KEY (a) REFERENCES o (id)) PARTITION BY LIST (a); CREATE TABLE q (a int, CONSTRAINT qf FOREIGN KEY (a) REFERENCES o (id)); ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1);

-- case: keys keep their names when their table becomes a partition
-- after:
CREATE TABLE p (a int, b int, CONSTRAINT pk PRIMARY KEY (a), CONSTRAINT pu UNIQUE (b, a)) PARTITION BY LIST (a); CREATE TABLE q (a int, b int, CONSTRAINT qk PRIMARY KEY (a), CONSTRAINT qu UNIQUE (b, a)); ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1);

-- case: a trigger is off for the table alone, and not for its partition
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1); CREATE TRIGGER t AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
-- after:
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1); CREATE TRIGGER t AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE ONLY p DISABLE TRIGGER t;

-- case: triggers begin and cease to run where they stand
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TABLE p (a int); CREATE TRIGGER t AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER u AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE p DISABLE TRIGGER u;
-- after:
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TABLE p (a int); CREATE TRIGGER t AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER u AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE p ENABLE REPLICA TRIGGER t;

-- case: an operator of the schema that names are looked up in
CREATE SCHEMA s;
-- after:
CREATE SCHEMA s; SET search_path = s; CREATE FUNCTION eq(a text, b int) RETURNS bool LANGUAGE sql IMMUTABLE AS $$ SELECT a = b::text $$; CREATE OPERATOR === (LEFTARG = text, RIGHTARG = int, FUNCTION = eq); CREATE TABLE t (a text, b int, CHECK (a === b)); CREATE INDEX i ON t (a) WHERE a === b; CREATE VIEW v AS SELECT a === b AS x FROM t;

-- case: an operator whose partner is yet to come
CREATE SCHEMA s;
-- after:
CREATE SCHEMA s; SET search_path = s; CREATE FUNCTION lt(a text, b int) RETURNS bool LANGUAGE sql IMMUTABLE AS $$ SELECT a < b::text $$; CREATE OPERATOR <<< (LEFTARG = text, RIGHTARG = int, FUNCTION = lt, NEGATOR = >>>); CREATE FUNCTION ge(a text, b int) RETURNS bool LANGUAGE sql IMMUTABLE AS $$ SELECT a >= b::text $$; CREATE OPERATOR >>> (LEFTARG = text, RIGHTARG = int, FUNCTION = ge, NEGATOR = <<<);

-- case: the default of a domain calls what its schema has
CREATE SCHEMA s;
-- after:
CREATE SCHEMA s; SET search_path = s; CREATE SEQUENCE q; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; CREATE DOMAIN d AS int DEFAULT f(); CREATE DOMAIN e AS bigint DEFAULT nextval('q');

-- case: a recursive view is read as the server keeps it
CREATE TABLE t (id int, up int);
-- after:
CREATE TABLE t (id int, up int); CREATE RECURSIVE VIEW r (id, d) AS SELECT id, 0 FROM t WHERE up IS NULL UNION ALL SELECT t.id, r.d + 1 FROM t JOIN r ON t.up = r.id;

-- case: all columns of two tables that are joined by all their names
CREATE TABLE a (id int, x int); CREATE TABLE b (id int, y int);
-- after:
CREATE TABLE a (id int, x int); CREATE TABLE b (id int, y int); CREATE VIEW v AS SELECT * FROM a one NATURAL JOIN b two;

-- case: an attribute of a type within a type gets another type
CREATE TYPE c AS (a int); CREATE TYPE d AS (p c, q c[]); CREATE TABLE t (x d);
-- after:
CREATE TYPE c AS (a text); CREATE TYPE d AS (p c, q c[]); CREATE TABLE t (x d);

-- case: the check of a domain speaks of an attribute that goes
CREATE TYPE c AS (a int, b int); CREATE DOMAIN d AS c CHECK ((VALUE).a > 0 AND (VALUE).b > 0);
-- after:
CREATE TYPE c AS (a int); CREATE DOMAIN d AS c CHECK ((VALUE).a > 0);

-- case: a table whose rows others keep gets another type of column
CREATE TABLE a (x int); CREATE TABLE b (r a, s a[] DEFAULT '{}');
-- after:
CREATE TABLE a (x bigint); CREATE TABLE b (r a, s a[] DEFAULT '{}');

-- case: tables that point to each other are not logged any more
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (x int REFERENCES a);
-- after:
CREATE UNLOGGED TABLE a (id int PRIMARY KEY); CREATE UNLOGGED TABLE b (x int REFERENCES a);

-- case: a table takes the name of a sequence that a default counts with
CREATE SEQUENCE s; CREATE TABLE t (id bigint DEFAULT nextval('s'));
-- after:
CREATE TABLE s (x int); CREATE TABLE t (id bigint);

-- case: a text search configuration goes behind who uses it
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple); CREATE TABLE t (b text, v tsvector GENERATED ALWAYS AS (to_tsvector('c', b)) STORED);
-- after:
CREATE TEXT SEARCH CONFIGURATION c (COPY = english);

-- case: a function that goes with an extension is still there
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- after:
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql STABLE AS $$ SELECT 1 $$; ALTER FUNCTION f(int) DEPENDS ON EXTENSION plpgsql;

-- case: a range over an enum that loses a value
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TYPE r AS RANGE (subtype = e); CREATE TABLE t (x r, y e);
-- after:
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TYPE r AS RANGE (subtype = e); CREATE TABLE t (x r, y e);

-- case: a table of what a query returns, column by column
CREATE TABLE t (id int, n text);
-- after:
CREATE TABLE t (id int, n text); CREATE TABLE u AS SELECT id, n AS m, id + 1 AS k FROM t;

-- case: conditions of a rule and of a publication in other words
CREATE TABLE t (a int, b int); CREATE TABLE l (n int); CREATE RULE r AS ON UPDATE TO t WHERE (old.a, old.b) IS DISTINCT FROM (new.a, new.b) DO ALSO INSERT INTO l VALUES (1); CREATE PUBLICATION pub FOR TABLE t WHERE ((a, b) IS DISTINCT FROM (1, 2)) WITH (publish = 'insert');
-- equal:
CREATE TABLE t (a int, b int); CREATE TABLE l (n int); CREATE RULE r AS ON UPDATE TO t WHERE old.a IS DISTINCT FROM new.a OR old.b IS DISTINCT FROM new.b DO INSERT INTO l VALUES (1); CREATE PUBLICATION pub FOR TABLE t WHERE (a IS DISTINCT FROM 1 OR b IS DISTINCT FROM 2) WITH (publish = 'insert');

-- case: a table of a type over an enum that loses a value
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TYPE c AS (x e, y int); CREATE TABLE t OF c;
-- after:
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TYPE c AS (x e, y int); CREATE TABLE t OF c;
