-- case: function of a trigger and of a view changes what it returns
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x + 1';
CREATE VIEW v AS SELECT id, f(n) AS m FROM t;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := f(NEW.n); RETURN NEW; END $$;
CREATE TRIGGER t_touch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch();
-- after:
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT x + 2::bigint';
CREATE VIEW v AS SELECT id, f(n) AS m FROM t;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := f(NEW.n)::int; RETURN NEW; END $$;
CREATE TRIGGER t_touch BEFORE INSERT OR UPDATE OF n ON t FOR EACH ROW WHEN (NEW.n > 0) EXECUTE FUNCTION touch();

-- case: enum loses a value that a default, a partial index and a check name no more
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE p (id int, m mood DEFAULT 'sad' NOT NULL, CONSTRAINT c CHECK (m <> 'sad' OR id > 0));
CREATE INDEX i ON p (m) WHERE m = 'sad';
-- after:
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE p (id int, m mood DEFAULT 'ok' NOT NULL, CONSTRAINT c CHECK (m <> 'ok' OR id > 0));
CREATE INDEX i ON p (m) WHERE m = 'ok';

-- case: column of a view, a policy, a generated column and an index changes its type
CREATE TABLE t (id int PRIMARY KEY, owner varchar(20), n int, twice int GENERATED ALWAYS AS (n * 2) STORED);
CREATE INDEX t_n ON t ((n + 1));
CREATE VIEW v AS SELECT id, n, twice FROM t WHERE n > 1;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (owner = current_user AND n > 0);
-- after:
CREATE TABLE t (id int PRIMARY KEY, owner text, n bigint, twice bigint GENERATED ALWAYS AS (n * 2) STORED);
CREATE INDEX t_n ON t ((n + 1));
CREATE VIEW v AS SELECT id, n, twice FROM t WHERE n > 1;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (owner = current_user AND n > 0);

-- case: function of an index whose argument had the old type of the column
CREATE FUNCTION norm(character varying) RETURNS character varying LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
CREATE TABLE c (id int, name text);
CREATE UNIQUE INDEX c_norm ON c (norm(name));
-- after:
CREATE FUNCTION norm(character varying) RETURNS character varying LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
CREATE TABLE c (id int, name varchar(255));
CREATE UNIQUE INDEX c_norm ON c (norm(name));

-- case: checks, defaults and generated columns that cast what changes its type
CREATE TABLE c (name varchar(50) DEFAULT 'a', size varchar(10), k text GENERATED ALWAYS AS (name || '-' || size) STORED, CONSTRAINT long CHECK (length(name) > 2), CONSTRAINT known CHECK (size IN ('s', 'm', 'l')));
CREATE INDEX low ON c (lower(name)) WHERE size = 's';
-- after:
CREATE TABLE c (name text DEFAULT 'a', size text, k text GENERATED ALWAYS AS (name || '-' || size) STORED, CONSTRAINT long CHECK (length(name) > 2), CONSTRAINT known CHECK (size IN ('s', 'm', 'l')));
CREATE INDEX low ON c (lower(name)) WHERE size = 's';

-- case: the number of a serial column goes over to a new column
CREATE TABLE c (pk serial PRIMARY KEY, name text);
-- after:
CREATE TABLE c (pk serial, name text);
ALTER TABLE c RENAME COLUMN pk TO pk_old;
ALTER TABLE c ADD COLUMN pk uuid NOT NULL;
ALTER TABLE c ADD PRIMARY KEY (pk);

-- case: a serial column grew and is counted as an identity
CREATE TABLE u (id serial PRIMARY KEY, n int);
ALTER TABLE u ALTER COLUMN id TYPE bigint;
-- after:
CREATE TABLE u (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n int);

-- case: a serial column grew, a new one is like it, and a third one shrinks
CREATE TABLE u (id serial PRIMARY KEY);
ALTER TABLE u ALTER COLUMN id TYPE bigint;
CREATE TABLE w (id bigserial PRIMARY KEY);
-- after:
CREATE TABLE u (id bigserial PRIMARY KEY);
CREATE TABLE w (id serial PRIMARY KEY);

-- case: a key and a unique constraint of the same columns, with keys to them
CREATE TABLE w (name text NOT NULL);
ALTER TABLE w ADD CONSTRAINT w_name_unique UNIQUE (name);
ALTER TABLE w ADD CONSTRAINT w_pkey PRIMARY KEY (name);
CREATE TABLE c (w text REFERENCES w (name) ON DELETE CASCADE);
-- after:
CREATE TABLE w (name text NOT NULL, size int);
ALTER TABLE w ADD CONSTRAINT w_name_unique UNIQUE (name);
ALTER TABLE w ADD CONSTRAINT w_pkey PRIMARY KEY (name);
CREATE TABLE c (w text REFERENCES w (name) ON DELETE CASCADE, n int);

-- case: a key beside a unique constraint of the same column is dropped
CREATE TABLE w (name text NOT NULL);
ALTER TABLE w ADD CONSTRAINT w_name_unique UNIQUE (name);
ALTER TABLE w ADD CONSTRAINT w_pkey PRIMARY KEY (name);
-- after:
CREATE TABLE w (name text NOT NULL);
ALTER TABLE w ADD CONSTRAINT w_name_unique UNIQUE (name);

-- case: a unique index beside a key of the same column
CREATE TABLE w (a int, b int, PRIMARY KEY (a, b));
CREATE UNIQUE INDEX w_ab ON w (a, b);
-- after:
CREATE TABLE w (a int, b int, CONSTRAINT w_key PRIMARY KEY (a, b));
CREATE UNIQUE INDEX w_ba ON w (b, a);

-- case: partitioned table gets a key, a default partition and an index
CREATE TABLE m (id int NOT NULL, at date NOT NULL, v int) PARTITION BY RANGE (at);
CREATE TABLE m_2020 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
-- after:
CREATE TABLE m (id int NOT NULL, at date NOT NULL, v int DEFAULT 5, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m_2020 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE m_rest PARTITION OF m DEFAULT;
CREATE INDEX m_v ON m (v);

-- case: a partition has a default, a check and an index of its own
CREATE TABLE m (id int NOT NULL, at date NOT NULL, v int) PARTITION BY RANGE (at);
CREATE TABLE m_2020 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
-- after:
CREATE TABLE m (id int NOT NULL, at date NOT NULL, v int) PARTITION BY RANGE (at);
CREATE TABLE m_2020 PARTITION OF m (v DEFAULT 3, CONSTRAINT pos CHECK (v > 0)) FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX m_2020_v ON m_2020 (v);

-- case: partitions of partitions by list and hash
CREATE TABLE l (r text, k int) PARTITION BY LIST (r);
CREATE TABLE l_eu PARTITION OF l FOR VALUES IN ('de', 'fr');
-- after:
CREATE TABLE l (r text, k int) PARTITION BY LIST (r);
CREATE TABLE l_eu PARTITION OF l FOR VALUES IN ('de', 'fr') PARTITION BY HASH (k);
CREATE TABLE l_eu_0 PARTITION OF l_eu FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE l_eu_1 PARTITION OF l_eu FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- case: a partition is detached and another attached
CREATE TABLE l (r text, k int) PARTITION BY LIST (r);
CREATE TABLE l_a PARTITION OF l FOR VALUES IN ('a');
CREATE TABLE l_b (r text, k int);
-- after:
CREATE TABLE l (r text, k int) PARTITION BY LIST (r);
CREATE TABLE l_a (r text, k int);
CREATE TABLE l_b PARTITION OF l FOR VALUES IN ('b');

-- case: column of a partitioned table with an index and a view gets another type
CREATE TABLE m (id int NOT NULL, at timestamp NOT NULL, v int) PARTITION BY RANGE (at);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX m_v ON m (v, id);
CREATE VIEW mv AS SELECT v FROM m;
-- after:
CREATE TABLE m (id int NOT NULL, at timestamp NOT NULL, v numeric(10,2)) PARTITION BY RANGE (at);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX m_v ON m (v, id);
CREATE VIEW mv AS SELECT v FROM m;

-- case: options of identity columns
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b bigint);
CREATE TABLE s (a bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 10 INCREMENT BY 10));
-- after:
CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5 CACHE 20), b bigint);
CREATE TABLE s (a bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 MINVALUE 10 MAXVALUE 5000 CYCLE));

-- case: identity with a sequence of another name
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME t_counts START 7));

-- case: identity table was renamed and its sequence was not
CREATE TABLE t_new (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int);
ALTER TABLE t_new RENAME TO t;
-- after:
CREATE TABLE t_new (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int, b text);
ALTER TABLE t_new RENAME TO t;

-- case: identity table of a renamed one is made and dropped
CREATE TABLE old (id bigint GENERATED ALWAYS AS IDENTITY, n int);
ALTER TABLE old RENAME TO older;
-- after:
CREATE TABLE neu (id bigint GENERATED ALWAYS AS IDENTITY, n int);
ALTER TABLE neu RENAME TO newer;
ALTER TABLE newer RENAME COLUMN id TO key;

-- case: a renamed identity table loses its identity
CREATE TABLE t_tmp (id bigint GENERATED BY DEFAULT AS IDENTITY, n int);
ALTER TABLE t_tmp RENAME TO t;
-- after:
CREATE TABLE t (id bigint NOT NULL, n int);

-- case: an identity column of a partitioned table
CREATE TABLE m (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
-- after:
CREATE TABLE m (id bigint GENERATED BY DEFAULT AS IDENTITY, at date NOT NULL, v int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE m_2 PARTITION OF m FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- case: sequence gets an owner, another loses it, a third one goes to another column
CREATE SEQUENCE a; CREATE SEQUENCE b; CREATE SEQUENCE c;
CREATE TABLE t (x int, y int);
ALTER SEQUENCE b OWNED BY t.x; ALTER SEQUENCE c OWNED BY t.x;
-- after:
CREATE SEQUENCE a; CREATE SEQUENCE b; CREATE SEQUENCE c;
CREATE TABLE t (x int DEFAULT nextval('a'), y int);
ALTER SEQUENCE a OWNED BY t.x; ALTER SEQUENCE c OWNED BY t.y;

-- case: a sequence is shared by the defaults of two tables
CREATE TABLE a (id int); CREATE TABLE b (id int);
-- after:
CREATE SEQUENCE ids START 1000 INCREMENT 2 CACHE 5;
CREATE TABLE a (id int DEFAULT nextval('ids') NOT NULL); CREATE TABLE b (id int DEFAULT nextval('ids'::regclass) NOT NULL);

-- case: exclusion constraint is changed, made and dropped
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE r (room int, during tsrange, c circle, EXCLUDE USING gist (during WITH &&), CONSTRAINT gone EXCLUDE USING gist (c WITH &&));
-- after:
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE r (room int, during tsrange, c circle, EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0) DEFERRABLE INITIALLY DEFERRED);

-- case: keys become deferrable and back
CREATE TABLE p (id int PRIMARY KEY, u int UNIQUE);
CREATE TABLE c (a int REFERENCES p DEFERRABLE INITIALLY DEFERRED, b int REFERENCES p (u), d int REFERENCES p ON DELETE CASCADE);
-- after:
CREATE TABLE p (id int PRIMARY KEY, u int UNIQUE DEFERRABLE INITIALLY IMMEDIATE);
CREATE TABLE c (a int REFERENCES p, b int, d int REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE);

-- case: keys that are not valid yet become valid, and new ones are not
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int);
ALTER TABLE c ADD CONSTRAINT ca FOREIGN KEY (a) REFERENCES p NOT VALID, ADD CONSTRAINT cb CHECK (b > 0) NOT VALID;
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int);
ALTER TABLE c ADD CONSTRAINT ca FOREIGN KEY (a) REFERENCES p, ADD CONSTRAINT cb CHECK (b > 0), ADD CONSTRAINT cc CHECK (a < 100) NOT VALID;

-- case: keys with columns that are set, and full matches
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL);
-- after:
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p MATCH FULL ON DELETE SET NULL (b));

-- case: two tables point at each other and one changes the type of its key
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
-- after:
CREATE TABLE a (id bigint PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a bigint REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;

-- case: uuid keys replace numbers
CREATE TABLE a (id serial PRIMARY KEY, name text);
CREATE TABLE b (id serial PRIMARY KEY, a int NOT NULL REFERENCES a ON DELETE CASCADE);
-- after:
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text);
CREATE TABLE b (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a uuid NOT NULL REFERENCES a ON DELETE CASCADE);

-- case: unique constraints that treat nulls alike, include columns and use an index with options
CREATE TABLE t (a int, b int, c int, UNIQUE (a), CONSTRAINT x UNIQUE (b) INCLUDE (c));
-- after:
CREATE TABLE t (a int, b int, c int, UNIQUE NULLS NOT DISTINCT (a), CONSTRAINT x UNIQUE (b) WITH (fillfactor = 70));

-- case: constraint made of an index
CREATE TABLE t (a int NOT NULL, b int);
CREATE UNIQUE INDEX t_a ON t (a);
-- after:
CREATE TABLE t (a int NOT NULL, b int);
CREATE UNIQUE INDEX t_a ON t (a);
ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY USING INDEX t_a;

-- case: storage, compression and statistics of columns
CREATE TABLE t (a text, b jsonb, c int);
-- after:
CREATE TABLE t (a text, b jsonb, c int);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER a SET COMPRESSION pglz, ALTER b SET STORAGE MAIN, ALTER c SET STATISTICS 500, ALTER c SET (n_distinct = -0.5);

-- case: replica identity of every kind
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int NOT NULL); CREATE UNIQUE INDEX bi ON b (id); CREATE TABLE c (id int); ALTER TABLE c REPLICA IDENTITY FULL;
-- after:
CREATE TABLE a (id int PRIMARY KEY); ALTER TABLE a REPLICA IDENTITY FULL; CREATE TABLE b (id int NOT NULL); CREATE UNIQUE INDEX bi ON b (id); ALTER TABLE b REPLICA IDENTITY USING INDEX bi; CREATE TABLE c (id int); ALTER TABLE c REPLICA IDENTITY NOTHING;

-- case: unlogged with a serial and a key
CREATE TABLE p (id serial PRIMARY KEY); CREATE UNLOGGED TABLE c (p int);
-- after:
CREATE UNLOGGED TABLE p (id serial PRIMARY KEY); CREATE UNLOGGED TABLE c (p int REFERENCES p);

-- case: options of tables and their toast tables
CREATE TABLE t (a text) WITH (fillfactor = 70, autovacuum_enabled = false);
-- after:
CREATE TABLE t (a text) WITH (fillfactor = 80, toast.autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.05);

-- case: children get a column of their parents
CREATE TABLE p (a int, b int CHECK (b > 0));
CREATE TABLE c (x int) INHERITS (p);
-- after:
CREATE TABLE p (a bigint NOT NULL, b int CHECK (b > 1), d text DEFAULT 'n');
CREATE TABLE c (x int) INHERITS (p);

-- case: a child is made while its parent changes
CREATE TABLE p (a int, b int, c int);
CREATE INDEX p_a ON p (a);
-- after:
CREATE TABLE p (old int, b int, c int, a bigint);
CREATE UNIQUE INDEX p_old ON p (old, b);
CREATE TABLE k () INHERITS (p);
CREATE UNIQUE INDEX k_a ON k (a, b);

-- case: a child with its own default and a check that is not inherited
CREATE TABLE p (a int DEFAULT 1, b int, CONSTRAINT keep CHECK (b > 0) NO INHERIT);
CREATE TABLE c () INHERITS (p);
-- after:
CREATE TABLE p (a int DEFAULT 1, b int, CONSTRAINT keep CHECK (b > 0));
CREATE TABLE c () INHERITS (p);
ALTER TABLE c ALTER a SET DEFAULT 2;

-- case: table of a type, and table like another
CREATE TYPE ty AS (a int, b text);
CREATE TABLE o OF ty;
CREATE TABLE l (x int DEFAULT 3 NOT NULL CHECK (x > 1), y int GENERATED ALWAYS AS (x + 1) STORED);
-- after:
CREATE TYPE ty AS (a int, b text);
CREATE TABLE o OF ty (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x');
CREATE TABLE l (x int DEFAULT 3 NOT NULL CHECK (x > 1), y int GENERATED ALWAYS AS (x + 1) STORED);
CREATE TABLE k (LIKE l INCLUDING ALL, z int);

-- case: composite type gets, loses and changes attributes under a table
CREATE TYPE addr AS (street text, zip int, old text);
CREATE TABLE t (id int, a addr);
-- after:
CREATE TYPE addr AS (street varchar(100), zip int, city text);
CREATE TABLE t (id int, a addr);

-- case: domain changes its default, its check and whether it may be null
CREATE DOMAIN d AS int DEFAULT 1 CONSTRAINT pos CHECK (VALUE > 0);
CREATE DOMAIN e AS text NOT NULL;
CREATE TABLE t (a d, b e, c d[]);
-- after:
CREATE DOMAIN d AS int DEFAULT 2 CONSTRAINT pos CHECK (VALUE >= 0);
ALTER DOMAIN d ADD CONSTRAINT small CHECK (VALUE < 100) NOT VALID;
CREATE DOMAIN e AS text COLLATE "C" CHECK (VALUE ~ '^a');
CREATE TABLE t (a d, b e, c int[]);

-- case: domain over a domain loses its base
CREATE DOMAIN a AS text CHECK (VALUE <> '');
CREATE DOMAIN b AS a CHECK (length(VALUE) < 10);
CREATE TABLE t (x b);
-- after:
CREATE DOMAIN b AS text CHECK (length(VALUE) < 10);
CREATE TABLE t (x b);

-- case: generated column gets another expression, one becomes plain, one is new
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS (a * 2) STORED, d int);
CREATE INDEX t_b ON t (b);
-- after:
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) STORED, c int, d int GENERATED ALWAYS AS (a * 3) STORED);
CREATE INDEX t_b ON t (b);

-- case: column with everything on it is dropped
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1 CHECK (a > 0), b int, UNIQUE (a, b), g int GENERATED ALWAYS AS (a + 1) STORED);
CREATE INDEX ia ON t (a); CREATE INDEX ib ON t (b) WHERE a > 1; CREATE INDEX ig ON t (g);
CREATE STATISTICS s ON a, b FROM t;
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
-- after:
CREATE TABLE t (id int PRIMARY KEY, b int);
CREATE VIEW v AS SELECT id FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- case: names that need quotes, everywhere
CREATE SCHEMA "My App";
CREATE TABLE "My App"."User" ("Id" serial PRIMARY KEY, "first name" text, "select" int CHECK ("select" > 0));
CREATE INDEX "IX User" ON "My App"."User" ("first name");
-- after:
CREATE SCHEMA "My App";
CREATE TABLE "My App"."User" ("Id" bigserial PRIMARY KEY, "first name" text NOT NULL, "select" bigint CHECK ("select" > 1), "a""b" text DEFAULT 'it''s');
CREATE UNIQUE INDEX "IX User" ON "My App"."User" ("first name" DESC, "a""b");
COMMENT ON COLUMN "My App"."User"."a""b" IS 'quote '' here';

-- case: objects of one name in two schemas
CREATE SCHEMA a; CREATE SCHEMA b;
CREATE TYPE a.k AS ENUM ('x'); CREATE TYPE b.k AS ENUM ('y');
CREATE TABLE a.t (id int PRIMARY KEY, k a.k); CREATE TABLE b.t (id int PRIMARY KEY, k b.k, o int REFERENCES a.t);
-- after:
CREATE SCHEMA a; CREATE SCHEMA b;
CREATE TYPE a.k AS ENUM ('x', 'z'); CREATE TYPE b.k AS ENUM ('y', 'w');
CREATE TABLE a.t (id int PRIMARY KEY, k b.k); CREATE TABLE b.t (id int PRIMARY KEY, k b.k DEFAULT 'w', o int REFERENCES b.t);

-- case: tables swap their names
CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b (id int PRIMARY KEY, y text);
-- after:
CREATE TABLE b (id int PRIMARY KEY, x int); CREATE TABLE a (id int PRIMARY KEY, y text);

-- case: indexes in many ways
CREATE TABLE t (a text, b int, c jsonb, d tsvector, e int[], f inet);
CREATE INDEX i1 ON t (a); CREATE INDEX i2 ON t (b DESC); CREATE INDEX i3 ON t USING gin (c); CREATE INDEX i4 ON t USING gin (e); CREATE INDEX i5 ON t (b) INCLUDE (a); CREATE INDEX i6 ON t (lower(a), (b + 1));
-- after:
CREATE TABLE t (a text, b int, c jsonb, d tsvector, e int[], f inet);
CREATE INDEX i1 ON t (a text_pattern_ops); CREATE INDEX i2 ON t (b DESC NULLS LAST); CREATE INDEX i3 ON t USING gin (c jsonb_path_ops); CREATE INDEX i4 ON t USING gin (e) WITH (fastupdate = off); CREATE INDEX i5 ON t (b) INCLUDE (f); CREATE INDEX i6 ON t (upper(a), (b + 1)) WHERE b IS NOT NULL; CREATE INDEX i7 ON t USING brin (b) WITH (pages_per_range = 16); CREATE INDEX i8 ON t USING hash (a); CREATE INDEX i9 ON t USING gist (f inet_ops); CREATE INDEX i10 ON t (a COLLATE "C", b);

-- case: clustered on another index
CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b); ALTER TABLE t CLUSTER ON i;
-- after:
CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b); ALTER TABLE t CLUSTER ON j;

-- case: statistics of an expression column of an index
CREATE TABLE t (a int, b int); CREATE INDEX i ON t ((a + b));
-- after:
CREATE TABLE t (a int, b int); CREATE INDEX i ON t ((a + b)); ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 300;
CREATE STATISTICS s (dependencies, ndistinct) ON a, b FROM t; ALTER STATISTICS s SET STATISTICS 50;

-- case: default that calls a function that is made, and one that is dropped
CREATE FUNCTION old_id() RETURNS text LANGUAGE sql AS $$ SELECT 'o' || 1 $$;
CREATE TABLE t (id text DEFAULT old_id());
-- after:
CREATE FUNCTION new_id(p text DEFAULT 'n') RETURNS text LANGUAGE sql AS $$ SELECT p || 1 $$;
CREATE TABLE t (id text DEFAULT new_id());

-- case: column of an unknown old type becomes a new enum with a default and an index
CREATE TABLE t (id int, state text DEFAULT 'open' NOT NULL);
CREATE INDEX t_state ON t (state) WHERE state = 'open';
-- after:
CREATE TYPE st AS ENUM ('open', 'closed');
CREATE TABLE t (id int, state st DEFAULT 'open' NOT NULL);
CREATE INDEX t_state ON t (state) WHERE state = 'open';

-- case: enum becomes text with a check
CREATE TYPE st AS ENUM ('open', 'closed');
CREATE TABLE t (id int, state st DEFAULT 'open' NOT NULL);
CREATE VIEW v AS SELECT id FROM t WHERE state = 'open';
-- after:
CREATE TABLE t (id int, state text DEFAULT 'open' NOT NULL CHECK (state IN ('open', 'closed')));
CREATE VIEW v AS SELECT id FROM t WHERE state = 'open';

-- case: enum and a value of another case, order and name
CREATE TYPE e AS ENUM ('A', 'B', 'C');
CREATE TABLE t (x e, y e[] DEFAULT '{A,B}');
-- after:
CREATE TYPE e AS ENUM ('a', 'C', 'B', 'it''s', 'D');
CREATE TABLE t (x e, y e[] DEFAULT '{a,B}');

-- case: not null, and a default for what was null
CREATE TABLE t (id int, a text, b timestamptz, c boolean);
-- after:
CREATE TABLE t (id int NOT NULL, a text DEFAULT '' NOT NULL, b timestamptz DEFAULT now() NOT NULL, c boolean NOT NULL);
