-- case: view over a function over a table, and the function takes the row of the view below
CREATE TABLE t (id int, a int);
CREATE VIEW base AS SELECT id, a FROM t;
CREATE FUNCTION score(b base) RETURNS int LANGUAGE sql STABLE AS 'SELECT b.a';
CREATE VIEW scored AS SELECT b.id, score(b) AS s FROM base b;
-- after:
CREATE TABLE t (id int, a int, w int);
CREATE VIEW base AS SELECT id, w, a FROM t;
CREATE FUNCTION score(b base) RETURNS int LANGUAGE sql STABLE AS 'SELECT b.a * b.w';
CREATE VIEW scored AS SELECT b.id, score(b) AS s FROM base b;

-- case: function returns rows of a table that loses a column
CREATE TABLE t (id int, a int, b int);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS 'SELECT * FROM t';
CREATE VIEW v AS SELECT id, a FROM all_t();
-- after:
CREATE TABLE t (id int, a int);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS 'SELECT * FROM t';
CREATE VIEW v AS SELECT id, a FROM all_t();

-- case: enum gets values in the middle, and a function, a view and a policy use the new one
CREATE TYPE role AS ENUM ('user', 'admin');
CREATE TABLE m (id int, r role NOT NULL DEFAULT 'user');
CREATE VIEW admins AS SELECT id FROM m WHERE r = 'admin';
-- after:
CREATE TYPE role AS ENUM ('guest', 'user', 'editor', 'admin', 'owner');
CREATE TABLE m (id int, r role NOT NULL DEFAULT 'guest');
CREATE VIEW admins AS SELECT id FROM m WHERE r IN ('admin', 'owner');
CREATE FUNCTION is_owner(r role) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT r = 'owner' $$;
ALTER TABLE m ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON m USING (is_owner(r) OR r = 'editor');

-- case: enum loses its middle value under two tables, an array, a domain and a view
CREATE TYPE c AS ENUM ('red', 'green', 'blue');
CREATE TABLE a (x c DEFAULT 'red', y c[]);
CREATE TABLE b (x c NOT NULL);
CREATE UNIQUE INDEX b_x ON b (x);
CREATE VIEW v AS SELECT a.x, b.x AS bx FROM a JOIN b ON a.x = b.x;
-- after:
CREATE TYPE c AS ENUM ('red', 'blue');
CREATE TABLE a (x c DEFAULT 'blue', y c[]);
CREATE TABLE b (x c NOT NULL);
CREATE UNIQUE INDEX b_x ON b (x);
CREATE VIEW v AS SELECT a.x, b.x AS bx FROM a JOIN b ON a.x = b.x;

-- case: index of an expression with a cast, in all the names that the server makes up
CREATE TABLE t (a text, b int, j jsonb, e boolean, r int[]);
-- after:
CREATE TABLE t (a text, b int, j jsonb, e boolean, r int[]);
CREATE INDEX ON t (((j ->> 'n')::int));
CREATE INDEX ON t ((a IS NULL));
CREATE INDEX ON t ((CASE WHEN e THEN b ELSE 0 END));
CREATE INDEX ON t ((CASE WHEN e THEN 0 ELSE b END));
CREATE INDEX ON t (trim(a), substring(a from 1 for 2));
CREATE INDEX ON t ((NOT e));
CREATE INDEX ON t ((r[1]));
CREATE INDEX ON t (CAST(b + 1 AS numeric(10,2)));
CREATE INDEX ON t (extract(year from '2020-01-01'::date));

-- case: lists and choices beside columns that get another type of their family
CREATE TABLE t (s varchar(10), n int, m int, k text, CONSTRAINT c1 CHECK (s IN ('a', 'b')), CONSTRAINT c2 CHECK (n IN (1, 2)), CONSTRAINT c3 CHECK (coalesce(n, m) > 0), CONSTRAINT c4 CHECK (n % 2 = 0), CONSTRAINT c5 CHECK (k IN ('x', 'y')), CONSTRAINT c6 CHECK (n + 1 > m AND s <> ''));
CREATE INDEX i1 ON t (coalesce(s, ''));
CREATE INDEX i2 ON t (k) WHERE s IN ('a', 'b');
CREATE INDEX i3 ON t ((n % 10));
COMMENT ON CONSTRAINT c1 ON t IS 'known'; COMMENT ON INDEX i1 IS 'or nothing'; COMMENT ON INDEX i3 IS 'last';
-- after:
CREATE TABLE t (s varchar(20), n bigint, m int, k varchar(5), CONSTRAINT c1 CHECK (s IN ('a', 'b')), CONSTRAINT c2 CHECK (n IN (1, 2)), CONSTRAINT c3 CHECK (coalesce(n, m) > 0), CONSTRAINT c4 CHECK (n % 2 = 0), CONSTRAINT c5 CHECK (k IN ('x', 'y')), CONSTRAINT c6 CHECK (n + 1 > m AND s <> ''));
CREATE INDEX i1 ON t (coalesce(s, ''));
CREATE INDEX i2 ON t (k) WHERE s IN ('a', 'b');
CREATE INDEX i3 ON t ((n % 10));
COMMENT ON CONSTRAINT c1 ON t IS 'known'; COMMENT ON INDEX i1 IS 'or nothing'; COMMENT ON INDEX i3 IS 'last';

-- case: policies and triggers with lists over a column that grows
CREATE TABLE t (s varchar(10), n int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (s IN ('a', 'b') AND n IN (1, 2));
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.n IN (1, 2) OR coalesce(NEW.s, '') = 'x') EXECUTE FUNCTION f();
CREATE RULE r AS ON DELETE TO t WHERE OLD.n IN (5, 6) DO INSTEAD NOTHING;
-- after:
CREATE TABLE t (s varchar(30), n bigint);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (s IN ('a', 'b') AND n IN (1, 2));
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.n IN (1, 2) OR coalesce(NEW.s, '') = 'x') EXECUTE FUNCTION f();
CREATE RULE r AS ON DELETE TO t WHERE OLD.n IN (5, 6) DO INSTEAD NOTHING;

-- case: checks of a partitioned table and of a parent over a column that grows
CREATE TABLE m (k varchar(5) NOT NULL, n int, CONSTRAINT kinds CHECK (k IN ('a', 'b', 'c'))) PARTITION BY LIST (k);
CREATE TABLE p (n int, CONSTRAINT pn CHECK (n IN (1, 2)));
CREATE TABLE c () INHERITS (p);
-- after:
CREATE TABLE m (k varchar(5) NOT NULL, n bigint, CONSTRAINT kinds CHECK (k IN ('a', 'b', 'c'))) PARTITION BY LIST (k);
CREATE TABLE p (n bigint, CONSTRAINT pn CHECK (n IN (1, 2)));
CREATE TABLE c () INHERITS (p);

-- case: key of a partitioned table changes, and a table points to it
CREATE TABLE o (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE o_1 PARTITION OF o FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE l (o int, at date, FOREIGN KEY (o, at) REFERENCES o);
-- after:
CREATE TABLE o (id bigint NOT NULL, at date NOT NULL, tenant int NOT NULL, PRIMARY KEY (tenant, id, at)) PARTITION BY RANGE (at);
CREATE TABLE o_1 PARTITION OF o FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE l (o bigint, at date, tenant int, FOREIGN KEY (tenant, o, at) REFERENCES o);

-- case: table becomes partitioned
CREATE TABLE e (id int NOT NULL, at date NOT NULL, v text);
CREATE INDEX e_at ON e (at);
-- after:
CREATE TABLE e (id int NOT NULL, at date NOT NULL, v text) PARTITION BY RANGE (at);
CREATE TABLE e_rest PARTITION OF e DEFAULT;
CREATE INDEX e_at ON e (at);

-- case: bounds of partitions move
CREATE TABLE e (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE e_2 PARTITION OF e FOR VALUES FROM ('2021-01-01') TO (MAXVALUE);
-- after:
CREATE TABLE e (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM (MINVALUE) TO ('2021-01-01');
CREATE TABLE e_2 PARTITION OF e FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE e_3 PARTITION OF e FOR VALUES FROM ('2022-01-01') TO (MAXVALUE);

-- case: triggers of partitioned tables
CREATE TABLE e (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER a AFTER INSERT ON e FOR EACH ROW EXECUTE FUNCTION f();
-- after:
CREATE TABLE e (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE e_2 PARTITION OF e FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER a AFTER INSERT OR UPDATE ON e FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER b BEFORE INSERT ON e_1 FOR EACH ROW EXECUTE FUNCTION f();

-- case: foreign keys between schemas and a table that moves
CREATE SCHEMA a; CREATE SCHEMA b;
CREATE TABLE a.p (id int PRIMARY KEY);
CREATE TABLE b.c (p int REFERENCES a.p);
-- after:
CREATE SCHEMA a; CREATE SCHEMA b;
CREATE TABLE b.p (id int PRIMARY KEY);
CREATE TABLE b.c (p int REFERENCES b.p);

-- case: self reference, and a name that is too long for the server
CREATE TABLE a_table_with_a_rather_long_name_that_goes_on (id int PRIMARY KEY);
-- after:
CREATE TABLE a_table_with_a_rather_long_name_that_goes_on (id int PRIMARY KEY, a_parent_with_a_long_name_as_well int REFERENCES a_table_with_a_rather_long_name_that_goes_on, another_column_with_quite_a_long_name text UNIQUE, CHECK (length(another_column_with_quite_a_long_name) > 3));
CREATE INDEX ON a_table_with_a_rather_long_name_that_goes_on (a_parent_with_a_long_name_as_well, another_column_with_quite_a_long_name);

-- case: constraints that only change their names
CREATE TABLE p (id int PRIMARY KEY, u text UNIQUE);
CREATE TABLE c (p int REFERENCES p, CHECK (p > 0));
-- after:
CREATE TABLE p (id int CONSTRAINT p_id PRIMARY KEY, u text CONSTRAINT p_u UNIQUE);
CREATE TABLE c (p int CONSTRAINT c_p REFERENCES p, CONSTRAINT c_pos CHECK (p > 0));

-- case: column order changes and a column comes between
CREATE TABLE t (a int, b int, c int);
-- after:
CREATE TABLE t (c int, a int, x int, b int);

-- case: defaults with functions of the extension and of the server
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE TABLE t (id uuid DEFAULT uuid_generate_v4() PRIMARY KEY, at timestamp DEFAULT now());
-- after:
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE t (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, at timestamptz DEFAULT (now() at time zone 'utc') NOT NULL, name text);
CREATE INDEX t_name ON t USING gin (name gin_trgm_ops);

-- case: a materialized view, its index and a function that reads it go
CREATE TABLE t (id int, a int);
CREATE MATERIALIZED VIEW m AS SELECT a, count(*) AS n FROM t GROUP BY a;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE FUNCTION top() RETURNS SETOF m LANGUAGE sql STABLE AS 'SELECT * FROM m ORDER BY n DESC LIMIT 3';
-- after:
CREATE TABLE t (id int, a int);

-- case: procedure with parameters of every mode, and a function with the same name in a schema
CREATE SCHEMA s;
CREATE PROCEDURE p(IN a int, INOUT b text) LANGUAGE plpgsql AS 'BEGIN b := a::text; END';
CREATE FUNCTION s.p(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
-- after:
CREATE SCHEMA s;
CREATE PROCEDURE p(IN a int, INOUT b text, IN c int DEFAULT 1) LANGUAGE plpgsql AS 'BEGIN b := (a + c)::text; END';
CREATE FUNCTION s.p(a int, OUT x int, OUT y int) LANGUAGE sql AS 'SELECT a, a';
COMMENT ON PROCEDURE p(int, text, int) IS 'p'; COMMENT ON FUNCTION s.p(int) IS 'sp';

-- case: windows, polymorphic and set returning functions
CREATE FUNCTION first(anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
CREATE FUNCTION nums(n int) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
-- after:
CREATE FUNCTION first(anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1[1]';
CREATE FUNCTION first(anyarray, d anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'SELECT coalesce($1[1], d)';
CREATE FUNCTION nums(n int) RETURNS TABLE (a int, b int) LANGUAGE sql AS 'SELECT 1, 2';

-- case: a function that a trigger, a default and a generated column need is given another schema
CREATE SCHEMA u;
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE t (a text, s text GENERATED ALWAYS AS (slug(a)) STORED, d text DEFAULT slug('X'));
CREATE INDEX i ON t (slug(a));
-- after:
CREATE SCHEMA u;
CREATE FUNCTION u.slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE t (a text, s text GENERATED ALWAYS AS (u.slug(a)) STORED, d text DEFAULT u.slug('X'));
CREATE INDEX i ON t (u.slug(a));

-- case: composite type in an array, a default and a function
CREATE TYPE item AS (sku text, n int);
CREATE TABLE o (id int, items item[] DEFAULT '{}');
CREATE FUNCTION total(i item[]) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT sum(n) FROM unnest(i)';
CREATE VIEW v AS SELECT id, total(items) AS t FROM o;
-- after:
CREATE TYPE item AS (sku text, n int, price numeric(10,2));
CREATE TABLE o (id int, items item[] DEFAULT '{}');
CREATE FUNCTION total(i item[]) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT sum(n * price) FROM unnest(i)';
CREATE VIEW v AS SELECT id, total(items) AS t FROM o;

-- case: rights of roles that are there, with grant option and on columns
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; CREATE SCHEMA s;
GRANT SELECT, INSERT ON t TO pg_monitor; GRANT USAGE ON SCHEMA s TO pg_monitor;
-- after:
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; CREATE SCHEMA s;
GRANT SELECT ON t TO pg_monitor WITH GRANT OPTION; GRANT UPDATE (b) ON t TO pg_read_all_data; GRANT SELECT ON v TO PUBLIC; GRANT CREATE ON SCHEMA s TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO pg_monitor;

-- case: unique index becomes a constraint, constraint becomes an index, key becomes a unique constraint
CREATE TABLE a (x int); CREATE UNIQUE INDEX ax ON a (x);
CREATE TABLE b (x int, CONSTRAINT bx UNIQUE (x));
CREATE TABLE c (x int, CONSTRAINT cx PRIMARY KEY (x));
-- after:
CREATE TABLE a (x int, CONSTRAINT ax UNIQUE (x));
CREATE TABLE b (x int); CREATE UNIQUE INDEX bx ON b (x);
CREATE TABLE c (x int NOT NULL, CONSTRAINT cx UNIQUE (x));

-- case: generated column over a domain over an enum
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS e DEFAULT 'a';
CREATE TABLE t (x d, y boolean GENERATED ALWAYS AS (x::e = 'a') STORED);
-- after:
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e DEFAULT 'b' NOT NULL;
CREATE TABLE t (x d, y boolean GENERATED ALWAYS AS (x::e = 'b') STORED);

-- case: statistics, storage and replica identity of what is made anew
CREATE TABLE t (id int NOT NULL, a int, b text); CREATE UNIQUE INDEX u ON t (id); ALTER TABLE t REPLICA IDENTITY USING INDEX u; ALTER TABLE t CLUSTER ON u; CREATE STATISTICS st (ndistinct) ON id, a FROM t; ALTER TABLE t ALTER b SET STORAGE EXTERNAL;
-- after:
CREATE TABLE t (id bigint NOT NULL, a int, b text, c int); CREATE UNIQUE INDEX u ON t (id) INCLUDE (a); ALTER TABLE t CLUSTER ON u; CREATE STATISTICS st (ndistinct, mcv) ON id, a, c FROM t; ALTER TABLE t ALTER b SET STORAGE PLAIN;

-- case: temporary names of other tools, and things between quotes and dollars
CREATE TABLE "order" ("group" int, "user" text DEFAULT 'a''b', "Mixed" text);
CREATE FUNCTION "do it"() RETURNS text LANGUAGE plpgsql AS $_$ BEGIN RETURN $$x$$; END $_$;
-- after:
CREATE TABLE "order" ("group" bigint, "user" text DEFAULT E'a\\b', "Mixed" varchar(5) NOT NULL, "new col" jsonb DEFAULT '{"k": "v;w"}');
CREATE FUNCTION "do it"() RETURNS text LANGUAGE plpgsql AS $body$ BEGIN RETURN $$y; -- no$$; END $body$;
CREATE INDEX "an Index" ON "order" ("Mixed", ("new col" ->> 'k'));
