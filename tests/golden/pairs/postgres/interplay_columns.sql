-- case: default of bytes in both spellings
CREATE TABLE t (a bytea DEFAULT '', b bytea DEFAULT '\x', c bytea DEFAULT 'ab', d bytea DEFAULT E'\\xDEADBEEF', e bytea DEFAULT '\000');
-- equal:
CREATE TABLE t (a bytea DEFAULT '\x', b bytea DEFAULT ''::bytea, c bytea DEFAULT '\x6162'::bytea, d bytea DEFAULT '\xdeadbeef'::bytea, e bytea DEFAULT '\x00'::bytea);

-- case: defaults of dates and times in both spellings
CREATE TABLE t (a date DEFAULT '2020-1-2', b timestamp DEFAULT '2020-01-02T03:04', c time DEFAULT '3:04', d interval DEFAULT '90 minutes', e timestamp DEFAULT '2020-01-02 03:04:05.10', f date DEFAULT 'January 8, 1999');
-- equal:
CREATE TABLE t (a date DEFAULT '2020-01-02'::date, b timestamp DEFAULT '2020-01-02 03:04:00'::timestamp without time zone, c time DEFAULT '03:04:00'::time without time zone, d interval DEFAULT '01:30:00'::interval, e timestamp DEFAULT '2020-01-02 03:04:05.1'::timestamp without time zone, f date DEFAULT '1999-01-08'::date);

-- case: defaults of networks, points, bits and numbers in both spellings
CREATE TABLE t (a inet DEFAULT '10.0.0.1/32', b cidr DEFAULT '10/8', c macaddr DEFAULT '08-00-2B-01-02-03', d point DEFAULT '(1, 2)', e bit(4) DEFAULT B'101', f numeric DEFAULT '1.50', g float8 DEFAULT '1e3', h int DEFAULT '  7 ', i uuid DEFAULT 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', j money DEFAULT 12, k boolean DEFAULT 'yes');
-- equal:
CREATE TABLE t (a inet DEFAULT '10.0.0.1'::inet, b cidr DEFAULT '10.0.0.0/8'::cidr, c macaddr DEFAULT '08:00:2b:01:02:03'::macaddr, d point DEFAULT '(1,2)'::point, e bit(4) DEFAULT '101'::"bit", f numeric DEFAULT 1.50, g float8 DEFAULT '1000'::double precision, h int DEFAULT 7, i uuid DEFAULT 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid, j money DEFAULT 12, k boolean DEFAULT true);

-- case: defaults of arrays and ranges in both spellings
CREATE TABLE t (a int[] DEFAULT '{}', b text[] DEFAULT '{a, b}', c int[] DEFAULT ARRAY[1, 2], d text[] DEFAULT ARRAY['x'], e int4range DEFAULT '[1,5]', f tsrange DEFAULT '(,)', g text[] DEFAULT ARRAY[]::text[], h int4multirange DEFAULT '{[1,3],[5,6)}', i jsonb DEFAULT '{"b":1,"a":[]}', j json DEFAULT '{"b":1}', k text[] DEFAULT '{}'::text[] NOT NULL);
-- equal:
CREATE TABLE t (a int[] DEFAULT '{}'::integer[], b text[] DEFAULT '{a,b}'::text[], c int[] DEFAULT ARRAY[1, 2], d text[] DEFAULT ARRAY['x'::text], e int4range DEFAULT '[1,6)'::int4range, f tsrange DEFAULT '(,)'::tsrange, g text[] DEFAULT ARRAY[]::text[], h int4multirange DEFAULT '{[1,4),[5,6)}'::int4multirange, i jsonb DEFAULT '{"a": [], "b": 1}'::jsonb, j json DEFAULT '{"b":1}'::json, k text[] DEFAULT '{}'::text[] NOT NULL);

-- case: bytes get another default
CREATE TABLE t (a bytea DEFAULT '', b bytea, c bytea NOT NULL DEFAULT '\x00');
-- after:
CREATE TABLE t (a bytea DEFAULT '\x01', b bytea DEFAULT '', c bytea NOT NULL);

-- case: defaults that differ by a little
CREATE TABLE t (a text DEFAULT 'a', b text DEFAULT '', c text DEFAULT NULL, d timestamptz DEFAULT now(), e int DEFAULT 1, f numeric(5,2) DEFAULT 1, g boolean DEFAULT false, h text DEFAULT 'NULL', i text[] DEFAULT '{}', j jsonb DEFAULT '{}');
-- after:
CREATE TABLE t (a text DEFAULT 'A', b text DEFAULT ' ', c text DEFAULT '', d timestamptz DEFAULT clock_timestamp(), e int DEFAULT -1, f numeric(5,2) DEFAULT 1.5, g boolean DEFAULT (NOT false), h text DEFAULT NULL, i text[] DEFAULT '{""}', j jsonb DEFAULT '[]');

-- case: each column changes one thing
CREATE TABLE t (id int, a varchar(10), b int NOT NULL, c int, d int DEFAULT 1, e int DEFAULT 1, f text COLLATE "C", g text, h numeric(8,2), i timestamp, j char(3), k int[], l smallint);
-- after:
CREATE TABLE t (id bigint, a varchar(20), b int, c int NOT NULL, d int, e int DEFAULT 2, f text, g text COLLATE "POSIX", h numeric(10,4), i timestamptz, j char(5), k bigint[], l smallint DEFAULT 0 NOT NULL);

-- case: column types that need a way
CREATE TABLE t (a text, b text, c text, d text, e int, f int, g boolean, h jsonb, i uuid, j text[], k int, l date, m numeric, n text);
-- after:
CREATE TABLE t (a int, b uuid, c jsonb, d timestamptz, e text, f boolean, g int, h text, i text, j int[], k numeric(10,2), l timestamptz, m int, n text[]);

-- case: types with defaults that need a way
CREATE TABLE t (a text DEFAULT '1' NOT NULL, b text DEFAULT 'f', c int DEFAULT 0, d text DEFAULT '{}', e text DEFAULT '2020-01-01', f varchar(5) DEFAULT 'x', g text DEFAULT 'a');
CREATE TYPE k AS ENUM ('a', 'b');
-- after:
CREATE TABLE t (a int DEFAULT 1 NOT NULL, b boolean DEFAULT false, c boolean DEFAULT false, d jsonb DEFAULT '{}'::jsonb, e date DEFAULT '2020-01-01', f text DEFAULT 'x', g text DEFAULT 'b');
CREATE TYPE k AS ENUM ('a', 'b'); ALTER TABLE t ALTER g DROP DEFAULT, ALTER g TYPE k USING g::k, ALTER g SET DEFAULT 'a';

-- case: enum column beside an array of it gets a value used by both defaults
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e DEFAULT 'a' NOT NULL, y e[] DEFAULT '{a,b}' NOT NULL, CHECK (x <> 'b'));
CREATE INDEX i ON t (x) WHERE x = 'a';
-- after:
CREATE TYPE e AS ENUM ('a', 'm', 'b', 'z');
CREATE TABLE t (x e DEFAULT 'm' NOT NULL, y e[] DEFAULT '{z}' NOT NULL, CHECK (x <> 'z'));
CREATE INDEX i ON t (x) WHERE x = 'm';

-- case: enum loses a value under a composite, a domain, a function and a view
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TYPE pair AS (l e, r e);
CREATE DOMAIN d AS e CHECK (VALUE <> 'a');
CREATE FUNCTION f(x e DEFAULT 'a') RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE TABLE t (x e, y d);
CREATE VIEW v AS SELECT f(x) AS x FROM t WHERE x = 'a';
-- after:
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TYPE pair AS (l e, r e);
CREATE DOMAIN d AS e CHECK (VALUE <> 'a');
CREATE FUNCTION f(x e DEFAULT 'a') RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE TABLE t (x e, y d);
CREATE VIEW v AS SELECT f(x) AS x FROM t WHERE x = 'a';

-- case: enum values in another order under a unique index and a partition key
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE TABLE t (x e NOT NULL, n int) PARTITION BY LIST (x);
CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a');
CREATE TABLE t_d PARTITION OF t DEFAULT;
CREATE TABLE u (x e UNIQUE);
-- after:
CREATE TYPE e AS ENUM ('c', 'a', 'b', 'd');
CREATE TABLE t (x e NOT NULL, n int) PARTITION BY LIST (x);
CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a', 'd');
CREATE TABLE t_d PARTITION OF t DEFAULT;
CREATE TABLE u (x e UNIQUE);

-- case: composite type changes in a column, an array, a domain and a function
CREATE TYPE c AS (a int, b text);
CREATE DOMAIN d AS c CHECK ((VALUE).a > 0);
CREATE TABLE t (x c, y c[], z d);
CREATE FUNCTION f(c) RETURNS text LANGUAGE sql AS 'SELECT $1.b';
-- after:
CREATE TYPE c AS (a int, b text, e date);
CREATE DOMAIN d AS c CHECK ((VALUE).a > 0);
CREATE TABLE t (x c, y c[], z d);
CREATE FUNCTION f(c) RETURNS text LANGUAGE sql AS 'SELECT $1.b';

-- case: composite attribute goes and another is retyped where no table has it
CREATE TYPE c AS (a int, b text, d varchar(10) COLLATE "C");
CREATE FUNCTION f() RETURNS c LANGUAGE sql AS $$ SELECT 1, 'x', 'y' $$;
-- after:
CREATE TYPE c AS (a bigint, d text);
CREATE FUNCTION f() RETURNS c LANGUAGE sql AS $$ SELECT 1::bigint, 'y' $$;

-- case: multirange beside a range made anew
-- left: columns of the multirange are not moved over with those of its range
CREATE TYPE tr AS RANGE (subtype = time);
CREATE TABLE t (a tr, b tr_multirange);
CREATE FUNCTION f(tr_multirange) RETURNS tr LANGUAGE sql AS 'SELECT range_merge($1)';
-- after:
CREATE TYPE tr AS RANGE (subtype = time, multirange_type_name = trs);
CREATE TABLE t (a tr, b trs);
CREATE FUNCTION f(trs) RETURNS tr LANGUAGE sql AS 'SELECT range_merge($1)';

-- case: range gets another subtype under a column, an index and a constraint
CREATE TYPE r AS RANGE (subtype = int4);
CREATE TABLE t (id int, a r, CONSTRAINT x EXCLUDE USING gist (a WITH &&));
CREATE INDEX i ON t USING gist (a);
-- after:
CREATE TYPE r AS RANGE (subtype = int8, multirange_type_name = rm);
CREATE TABLE t (id int, a r, CONSTRAINT x EXCLUDE USING gist (a WITH &&));
CREATE INDEX i ON t USING gist (a);

-- case: domain gets a collation and a base with its column's index and default
CREATE DOMAIN d AS varchar(10) DEFAULT 'x' CHECK (VALUE <> '');
CREATE TABLE t (a d NOT NULL, b d DEFAULT 'y', UNIQUE (a));
CREATE VIEW v AS SELECT a, b FROM t;
-- after:
CREATE DOMAIN d AS text COLLATE "C" DEFAULT 'x' NOT NULL CHECK (VALUE <> '') CONSTRAINT long CHECK (length(VALUE) < 100);
CREATE TABLE t (a d NOT NULL, b d DEFAULT 'y', UNIQUE (a));
CREATE VIEW v AS SELECT a, b FROM t;

-- case: domain constraint named, not valid and changed
CREATE DOMAIN d AS int CONSTRAINT pos CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 10);
CREATE TABLE t (a d, b d[]);
COMMENT ON CONSTRAINT pos ON DOMAIN d IS 'p';
-- after:
CREATE DOMAIN d AS int CONSTRAINT pos CHECK (VALUE >= 0) CONSTRAINT large CHECK (VALUE < 100);
CREATE TABLE t (a d, b d[]);
COMMENT ON CONSTRAINT pos ON DOMAIN d IS 'q'; COMMENT ON DOMAIN d IS 'd';

-- case: domain is replaced by its base and back
CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
CREATE TABLE t (a email UNIQUE, b text);
CREATE VIEW v AS SELECT a FROM t;
-- after:
CREATE DOMAIN url AS text CHECK (VALUE ~ '^https?:');
CREATE TABLE t (a text UNIQUE, b url);
CREATE VIEW v AS SELECT a FROM t;

-- case: generated column over a column with a new type, an index and a check on it
CREATE TABLE t (p int, q int, s int GENERATED ALWAYS AS (p * q) STORED, CHECK (s > 0));
CREATE INDEX i ON t (s) INCLUDE (p);
COMMENT ON COLUMN t.s IS 'sum';
-- after:
CREATE TABLE t (p numeric(10,2), q int, s numeric GENERATED ALWAYS AS (p * q) STORED, CHECK (s > 0));
CREATE INDEX i ON t (s) INCLUDE (p);
COMMENT ON COLUMN t.s IS 'product';

-- case: generated over a function that changes its body and one that changes its return
CREATE FUNCTION f(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE FUNCTION g(t text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length(t)';
CREATE TABLE t (a text, b text GENERATED ALWAYS AS (f(a)) STORED, c int GENERATED ALWAYS AS (g(a)) STORED);
-- after:
CREATE FUNCTION f(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(t)';
CREATE FUNCTION g(t text) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT length(t)::bigint';
CREATE TABLE t (a text, b text GENERATED ALWAYS AS (f(a)) STORED, c bigint GENERATED ALWAYS AS (g(a)) STORED);

-- case: generated tsvector gets weights and an index
CREATE TABLE t (id int, title text, body text, s tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED);
CREATE INDEX i ON t USING gin (s);
-- after:
CREATE TABLE t (id int, title text, body text, s tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english'::regconfig, coalesce(title, '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(body, '')), 'B')) STORED);
CREATE INDEX i ON t USING gin (s) WITH (fastupdate = off);

-- ring: identity
-- one: none
CREATE TABLE t (id int NOT NULL, n text);
-- one: always
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, n text);
-- one: by default with options
CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY (START WITH 10 INCREMENT BY 5 MINVALUE 5 MAXVALUE 1000 CACHE 3 CYCLE), n text);
-- one: big and key
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY (START 10) PRIMARY KEY, n text);
-- one: serial key
CREATE TABLE t (id serial PRIMARY KEY, n text);
-- one: big serial
CREATE TABLE t (id bigserial PRIMARY KEY, n text);
-- one: own sequence
CREATE SEQUENCE s AS bigint START 7; CREATE TABLE t (id bigint DEFAULT nextval('s') PRIMARY KEY, n text);
-- one: own sequence owned
CREATE SEQUENCE s AS int START 7 CACHE 2; CREATE TABLE t (id int DEFAULT nextval('s') PRIMARY KEY, n text); ALTER SEQUENCE s OWNED BY t.id;
-- one: uuid
CREATE TABLE t (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, n text);
-- one: small identity of another sequence name
CREATE TABLE t (id smallint GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME t_ids) PRIMARY KEY, n text);

-- ring: sequence
-- one: plain
CREATE SEQUENCE s;
-- one: options
CREATE SEQUENCE s AS integer INCREMENT BY 2 MINVALUE 10 MAXVALUE 500 START WITH 20 CACHE 10 CYCLE;
-- one: down
CREATE SEQUENCE s INCREMENT -1;
-- one: small
CREATE SEQUENCE s AS smallint;
-- one: owned
CREATE TABLE o (a int); CREATE SEQUENCE s OWNED BY o.a; COMMENT ON SEQUENCE s IS 's';
-- one: owned by another
CREATE TABLE o (a int, b int); CREATE TABLE p (c bigint); CREATE SEQUENCE s OWNED BY p.c; GRANT USAGE ON SEQUENCE s TO pg_monitor;
-- one: used by two
CREATE SEQUENCE s NO MINVALUE NO MAXVALUE; CREATE TABLE o (a int DEFAULT nextval('s'::regclass)); CREATE TABLE p (c bigint DEFAULT nextval('s'));

-- case: columns of one table come and go with everything on them
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int REFERENCES p ON DELETE CASCADE, c text CHECK (c <> ''), d int, CONSTRAINT ad UNIQUE (a, d));
CREATE INDEX i ON t (b, d); CREATE INDEX j ON t (lower(c)) WHERE d > 0; CREATE STATISTICS s ON b, d FROM t;
COMMENT ON COLUMN t.c IS 'c'; GRANT SELECT (c) ON t TO pg_monitor;
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, e int UNIQUE, f int REFERENCES p ON DELETE SET NULL, g text CHECK (g <> ''), h int DEFAULT 3, CONSTRAINT ad UNIQUE (e, h));
CREATE INDEX i ON t (f, h); CREATE INDEX j ON t (lower(g)) WHERE h > 0; CREATE STATISTICS s ON f, h FROM t;
COMMENT ON COLUMN t.g IS 'g'; GRANT SELECT (g) ON t TO pg_monitor;

-- case: column changes between kinds under a foreign key with many children
CREATE TABLE p (id serial PRIMARY KEY, code varchar(10) NOT NULL UNIQUE);
CREATE TABLE a (p_id int NOT NULL REFERENCES p, p_code varchar(10) REFERENCES p (code) ON UPDATE CASCADE);
CREATE TABLE b (p_id int REFERENCES p (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY (p_id));
CREATE INDEX ON a (p_id);
CREATE VIEW v AS SELECT a.p_id, p.code FROM a JOIN p ON p.id = a.p_id;
-- after:
CREATE TABLE p (id bigserial PRIMARY KEY, code text NOT NULL UNIQUE);
CREATE TABLE a (p_id bigint NOT NULL REFERENCES p, p_code text REFERENCES p (code) ON UPDATE CASCADE);
CREATE TABLE b (p_id bigint REFERENCES p (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY (p_id));
CREATE INDEX ON a (p_id);
CREATE VIEW v AS SELECT a.p_id, p.code FROM a JOIN p ON p.id = a.p_id;

-- case: column becomes not null where a check already says so
CREATE TABLE t (a int, b int, CONSTRAINT nn CHECK (a IS NOT NULL), CHECK (b IS NOT NULL));
-- after:
CREATE TABLE t (a int NOT NULL, b int NOT NULL);

-- case: column statistics, storage, compression and options
CREATE TABLE t (a text, b text, c int);
ALTER TABLE t ALTER a SET STATISTICS 500, ALTER b SET STORAGE EXTENDED, ALTER c SET (n_distinct = 100);
-- after:
CREATE TABLE t (a text COMPRESSION pglz, b text, c int);
ALTER TABLE t ALTER b SET STATISTICS 0, ALTER b SET STORAGE MAIN, ALTER c SET (n_distinct = -0.5, n_distinct_inherited = 3);

-- case: column named by a word in a view, an index, a policy and a default
CREATE TABLE "user" ("order" int, "Group" text DEFAULT 'select', "from to" date);
CREATE INDEX "Index" ON "user" ("order" DESC, "Group"); CREATE VIEW "View" AS SELECT "order", "Group" FROM "user";
CREATE POLICY "a policy" ON "user" USING ("order" > 0);
-- after:
CREATE TABLE "user" ("order" bigint, "Group" text DEFAULT 'insert', "from to" timestamp, "Select" int NOT NULL DEFAULT 0);
CREATE INDEX "Index" ON "user" ("order" DESC, "Group"); CREATE VIEW "View" AS SELECT "order", "Group", "Select" FROM "user";
CREATE POLICY "a policy" ON "user" USING ("order" > 0 AND "Select" = 0);

-- case: column in another schema with a type of a third
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TYPE b.e AS ENUM ('x', 'y'); CREATE DOMAIN b.d AS int CHECK (VALUE > 0);
CREATE TABLE a.t (id b.d PRIMARY KEY, k b.e DEFAULT 'x', l b.e[] DEFAULT ARRAY['x']::b.e[]);
-- after:
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TYPE b.e AS ENUM ('y', 'z'); CREATE DOMAIN b.d AS bigint CHECK (VALUE > 0);
CREATE TABLE a.t (id b.d PRIMARY KEY, k b.e DEFAULT 'y', l b.e[] DEFAULT ARRAY['z']::b.e[]);

-- case: renamed column under generated, check, policy, partial index, trigger and view
-- rename: t.a=b
CREATE TABLE t (id int, a int CHECK (a > 0), g int GENERATED ALWAYS AS (a + 1) STORED);
CREATE INDEX i ON t (id) WHERE a > 1; CREATE POLICY p ON t USING (a = 1); CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION f();
-- after:
CREATE TABLE t (id int, b int CHECK (b > 0), g int GENERATED ALWAYS AS (b + 1) STORED);
CREATE INDEX i ON t (id) WHERE b > 1; CREATE POLICY p ON t USING (b = 1); CREATE VIEW v AS SELECT id, b FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE OF b ON t FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION f();

-- case: renamed table under view, function, foreign key, sequence and policy
-- left: a function is dropped under the old name of the type of its argument
-- rename: old=fresh
CREATE TABLE old (id serial PRIMARY KEY, a int); CREATE TABLE c (o int REFERENCES old); CREATE VIEW v AS SELECT id FROM old;
CREATE POLICY p ON old USING (id IN (SELECT o FROM c)); CREATE FUNCTION f(old) RETURNS int LANGUAGE sql AS 'SELECT $1.a';
-- after:
CREATE TABLE fresh (id serial PRIMARY KEY, a bigint); CREATE TABLE c (o int REFERENCES fresh); CREATE VIEW v AS SELECT id FROM fresh;
CREATE POLICY p ON fresh USING (id IN (SELECT o FROM c)); CREATE FUNCTION f(fresh) RETURNS bigint LANGUAGE sql AS 'SELECT $1.a';

-- case: partition renamed with its parent's column
-- left: the index that the server named after a partition keeps its name
-- rename: t.d=day
-- rename: t_1=t_first
CREATE TABLE t (d date NOT NULL, n int) PARTITION BY RANGE (d); CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); CREATE INDEX i ON t (d);
-- after:
CREATE TABLE t (day date NOT NULL, n int) PARTITION BY RANGE (day); CREATE TABLE t_first PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); CREATE INDEX i ON t (day);
