-- case: table comes
-- after:
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, created timestamptz NOT NULL DEFAULT now());

-- case: column comes
CREATE TABLE t (id int PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY, name text);

-- case: column not null without default
CREATE TABLE t (id int PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL);

-- case: column with default and check
CREATE TABLE t (id int PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY, age int NOT NULL DEFAULT 18 CHECK (age > 0));

-- case: column goes with its index
CREATE TABLE t (id int PRIMARY KEY, name text);
CREATE INDEX t_name ON t (name);
-- after:
CREATE TABLE t (id int PRIMARY KEY);

-- case: varchar to text
CREATE TABLE t (id int PRIMARY KEY, name varchar(20) DEFAULT 'x');
-- after:
CREATE TABLE t (id int PRIMARY KEY, name text DEFAULT 'x');

-- case: text to integer
CREATE TABLE t (id int PRIMARY KEY, n text DEFAULT '1');
-- after:
CREATE TABLE t (id int PRIMARY KEY, n integer DEFAULT 1);

-- case: integer to boolean
CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
-- after:
CREATE TABLE t (id int PRIMARY KEY, n boolean NOT NULL DEFAULT false);

-- case: int to uuid
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a uuid);

-- case: timestamps
CREATE TABLE t (a timestamp, b timestamptz, c date, d timestamp(3));
-- after:
CREATE TABLE t (a timestamptz, b timestamp, c timestamp, d timestamp(6) with time zone);

-- case: numeric sizes
CREATE TABLE t (a numeric(10,2), b numeric, c real, d integer);
-- after:
CREATE TABLE t (a numeric(12,4), b numeric(8), c double precision, d numeric(20,4));

-- case: arrays
CREATE TABLE t (a int[], b text[], c text);
-- after:
CREATE TABLE t (a bigint[], b varchar(10)[], c text[]);

-- case: json to jsonb
CREATE TABLE t (a json DEFAULT '{}');
-- after:
CREATE TABLE t (a jsonb DEFAULT '{}');

-- case: bytea to text
CREATE TABLE t (a bytea);
-- after:
CREATE TABLE t (a text);

-- case: interval inet cidr
CREATE TABLE t (a interval, b inet, c macaddr, d money);
-- after:
CREATE TABLE t (a interval day to second, b cidr, c text, d numeric(10,2));

-- case: null to not null with default
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 5, b int);
-- after:
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 5, b int NOT NULL);

-- case: not null to null
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);
-- after:
CREATE TABLE t (id int PRIMARY KEY, a int);

-- case: defaults
CREATE TABLE t (a int DEFAULT 1, b text DEFAULT 'a', c timestamptz DEFAULT now(), d text, e uuid);
-- after:
CREATE TABLE t (a int DEFAULT 2, b text, c timestamptz DEFAULT CURRENT_TIMESTAMP, d text DEFAULT 'it''s', e uuid DEFAULT gen_random_uuid());

-- case: primary key comes
CREATE TABLE t (a int NOT NULL, b int NOT NULL);
-- after:
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b));

-- case: primary key goes
CREATE TABLE t (a int PRIMARY KEY, b int);
-- after:
CREATE TABLE t (a int NOT NULL, b int);

-- case: primary key changes under a foreign key
CREATE TABLE p (a int NOT NULL, b int NOT NULL UNIQUE, PRIMARY KEY (a));
CREATE TABLE c (x int REFERENCES p (a));
-- after:
CREATE TABLE p (a int NOT NULL UNIQUE, b int NOT NULL, PRIMARY KEY (b));
CREATE TABLE c (x int REFERENCES p (a));

-- case: primary key named
CREATE TABLE t (a int CONSTRAINT t_id PRIMARY KEY);
-- after:
CREATE TABLE t (a int PRIMARY KEY);

-- case: unique comes and goes
CREATE TABLE t (a int UNIQUE, b int, c int);
-- after:
CREATE TABLE t (a int, b int UNIQUE, c int, CONSTRAINT t_bc UNIQUE (b, c));

-- case: unique deferrable
CREATE TABLE t (a int UNIQUE);
-- after:
CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED);

-- case: unique nulls not distinct and include
CREATE TABLE t (a int, b int, c int);
-- after:
CREATE TABLE t (a int, b int, c int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b));

-- case: checks
CREATE TABLE t (a int CHECK (a > 0), b int, CONSTRAINT pair CHECK (a < b));
-- after:
CREATE TABLE t (a int CHECK (a > 1), b int, CONSTRAINT other CHECK (a < b), CHECK (b <> 7));

-- case: check no inherit not valid
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0) NO INHERIT);
ALTER TABLE t ADD CONSTRAINT d CHECK (a > 1) NOT VALID;

-- case: validate
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT d CHECK (a > 1) NOT VALID;
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) NOT VALID;
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (a int, CONSTRAINT d CHECK (a > 1), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));

-- case: exclude
CREATE TABLE t (r int4range);
-- after:
CREATE TABLE t (r int4range, CONSTRAINT no_overlap EXCLUDE USING gist (r WITH &&));

-- case: foreign keys
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int REFERENCES p);
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL, b int);

-- case: foreign key action changes
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int REFERENCES p);
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int REFERENCES p ON DELETE SET NULL (a) DEFERRABLE);

-- case: foreign keys in a circle
-- after:
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b_fk FOREIGN KEY (b_id) REFERENCES b (id);

-- case: tables in a circle go
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b_fk FOREIGN KEY (b_id) REFERENCES b (id);
-- after:
CREATE TABLE c (id int);

-- case: self reference
-- after:
CREATE TABLE tree (id int PRIMARY KEY, parent int REFERENCES tree (id) ON DELETE CASCADE);

-- case: composite foreign key
-- after:
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (x int, y int, FOREIGN KEY (x, y) REFERENCES p (a, b) MATCH FULL);

-- case: type of both sides of a foreign key
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p_id int REFERENCES p);
-- after:
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE c (p_id bigint REFERENCES p);

-- case: type of both sides to uuid
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p_id int REFERENCES p);
-- after:
CREATE TABLE p (id uuid PRIMARY KEY);
CREATE TABLE c (p_id uuid REFERENCES p);

-- case: indexes of all kinds
CREATE TABLE t (a int, b text, c jsonb, d tsvector);
-- after:
CREATE TABLE t (a int, b text, c jsonb, d tsvector);
CREATE INDEX i1 ON t (a);
CREATE UNIQUE INDEX i2 ON t (a, b DESC NULLS LAST);
CREATE INDEX i3 ON t USING gin (c jsonb_path_ops);
CREATE INDEX i4 ON t USING hash (b);
CREATE INDEX i5 ON t (lower(b));
CREATE INDEX i6 ON t (a) WHERE b IS NOT NULL;
CREATE INDEX i7 ON t (a) INCLUDE (b);
CREATE INDEX i8 ON t (b text_pattern_ops);
CREATE INDEX i9 ON t ((a + 1), (b || 'x'));
CREATE INDEX i10 ON t USING brin (a) WITH (pages_per_range = 32);
CREATE INDEX i11 ON t (b COLLATE "C");
CREATE INDEX i12 ON t USING gin (d);
CREATE UNIQUE INDEX i13 ON t (b) NULLS NOT DISTINCT;

-- case: index without a name
CREATE TABLE t (a int, b text);
-- after:
CREATE TABLE t (a int, b text);
CREATE INDEX ON t (a, b);
CREATE INDEX ON t (lower(b));

-- case: index changes
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
-- after:
CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX i ON t (a, b);

-- case: index gets another name
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
-- after:
CREATE TABLE t (a int);
CREATE INDEX j ON t (a);

-- case: unique index under a foreign key
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX pa ON p (a);
CREATE TABLE c (x int REFERENCES p (a));
-- after:
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX pb ON p (b);
CREATE TABLE c (x int REFERENCES p (b));

-- case: enum comes
-- after:
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok');

-- case: enum gets values
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (m mood);
-- after:
CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad', 'happy');
CREATE TABLE t (m mood);

-- case: enum value in a default
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (m mood DEFAULT 'ok');
-- after:
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (m mood DEFAULT 'happy');

-- case: enum loses a value
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok', ms mood[]);
CREATE INDEX t_m ON t (m);
CREATE VIEW v AS SELECT id, m FROM t;
-- after:
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok', ms mood[]);
CREATE INDEX t_m ON t (m);
CREATE VIEW v AS SELECT id, m FROM t;

-- case: enum values in another order
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (m mood);
-- after:
CREATE TYPE mood AS ENUM ('c', 'b', 'a');
CREATE TABLE t (m mood);

-- case: text to enum
CREATE TABLE t (m text DEFAULT 'a');
-- after:
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood DEFAULT 'a');

-- case: enum goes
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood);
-- after:
CREATE TABLE t (m text);

-- case: enum in another schema
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('a');
CREATE TABLE app.t (m app.mood);
-- after:
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('a', 'b');
CREATE TABLE app.t (m app.mood, n app.mood);

-- case: domain comes
-- after:
CREATE DOMAIN email AS text NOT NULL DEFAULT 'x' CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TABLE t (e email);

-- case: domain changes
CREATE DOMAIN d AS int CONSTRAINT pos CHECK (VALUE > 0);
CREATE TABLE t (e d);
-- after:
CREATE DOMAIN d AS int DEFAULT 3 NOT NULL CONSTRAINT big CHECK (VALUE > 10);
CREATE TABLE t (e d);

-- case: domain gets another base
CREATE DOMAIN d AS int;
CREATE TABLE t (e d);
-- after:
CREATE DOMAIN d AS bigint;
CREATE TABLE t (e d);

-- case: composite types
CREATE TYPE pair AS (a int, b text);
-- after:
CREATE TYPE pair AS (a bigint, c text);
CREATE TYPE other AS (x int);

-- case: range type
-- after:
CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (r floatrange);

-- case: sequences
CREATE SEQUENCE a;
CREATE SEQUENCE b START 5;
-- after:
CREATE SEQUENCE a INCREMENT BY 2 MAXVALUE 100 CYCLE;
CREATE SEQUENCE c AS integer START WITH 10 CACHE 5;

-- case: sequence in a default
CREATE TABLE t (id int NOT NULL);
-- after:
CREATE SEQUENCE s;
CREATE TABLE t (id int NOT NULL DEFAULT nextval('s'));

-- case: integer to serial
CREATE TABLE t (id int NOT NULL PRIMARY KEY);
-- after:
CREATE TABLE t (id serial PRIMARY KEY);

-- case: serial to integer
CREATE TABLE t (id serial PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY);

-- case: serial to bigserial
CREATE TABLE t (id serial PRIMARY KEY);
-- after:
CREATE TABLE t (id bigserial PRIMARY KEY);

-- case: serial to identity
CREATE TABLE t (id serial PRIMARY KEY);
-- after:
CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);

-- case: identity comes
CREATE TABLE t (id int PRIMARY KEY);
-- after:
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 2) PRIMARY KEY);

-- case: identity changes
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
-- after:
CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5) PRIMARY KEY);

-- case: identity goes
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY);

-- case: serial as pg_dump writes it
CREATE TABLE t (id serial PRIMARY KEY, a text);
-- equal:
CREATE TABLE public.t (id integer NOT NULL, a text);
CREATE SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- case: generated column
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a + b) STORED);

-- case: generated column changes
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a + b) STORED);
CREATE INDEX t_c ON t (c);
-- after:
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a * b) STORED);
CREATE INDEX t_c ON t (c);

-- case: generated becomes plain
CREATE TABLE t (a int, c int GENERATED ALWAYS AS (a * 2) STORED);
-- after:
CREATE TABLE t (a int, c int);

-- case: type below a generated column
CREATE TABLE t (a int, c bigint GENERATED ALWAYS AS (a * 2) STORED);
-- after:
CREATE TABLE t (a bigint, c bigint GENERATED ALWAYS AS (a * 2) STORED);

-- case: collation
CREATE TABLE t (a text, b text COLLATE "C");
-- after:
CREATE TABLE t (a text COLLATE "C", b text);

-- case: comments
CREATE TABLE t (a int, b int);
COMMENT ON TABLE t IS 'old';
COMMENT ON COLUMN t.a IS 'gone';
-- after:
CREATE TABLE t (a int, b int CONSTRAINT pos CHECK (b > 0));
CREATE INDEX i ON t (a);
COMMENT ON TABLE t IS 'it''s new';
COMMENT ON COLUMN t.b IS 'come';
COMMENT ON INDEX i IS 'quick';
COMMENT ON CONSTRAINT pos ON t IS 'positive';

-- case: storage
CREATE TABLE t (a text);
-- after:
CREATE TABLE t (a text);
ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL;

-- case: table options
CREATE TABLE t (a int) WITH (fillfactor = 70);
-- after:
CREATE TABLE t (a int) WITH (autovacuum_enabled = false);

-- case: unlogged
CREATE TABLE t (a int);
-- after:
CREATE UNLOGGED TABLE t (a int);

-- case: view comes
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t WHERE b > 0;
CREATE VIEW w AS SELECT a FROM v;

-- case: view changes below another
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v;

-- case: view loses a column
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT b FROM t;

-- case: view over a column that changes
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT * FROM v;
COMMENT ON VIEW v IS 'stays';
-- after:
CREATE TABLE t (a bigint, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT * FROM v;
COMMENT ON VIEW v IS 'stays';

-- case: view with a star over a new column
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT * FROM t;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT * FROM t;

-- case: view options
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
-- after:
CREATE TABLE t (a int);
CREATE VIEW v WITH (security_barrier = true) AS SELECT a FROM t WITH LOCAL CHECK OPTION;

-- case: materialized view
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE INDEX m_a ON m (a);
-- after:
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE UNIQUE INDEX m_a ON m (a);

-- case: index of a materialized view
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
-- after:
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE INDEX m_b ON m (b);

-- case: view becomes a table
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
-- after:
CREATE TABLE t (a int);
CREATE TABLE v (a int);

-- case: functions
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION gone() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION two(a int, b text DEFAULT 'x') RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN a::text || b; END $$;

-- case: function returns something else
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'a' $$;

-- case: function gets another argument
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: overloads
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 2';

-- case: function in a default and a check
-- after:
CREATE FUNCTION next_code() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x'; END $$;
CREATE FUNCTION ok(a text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a <> '' $$;
CREATE TABLE t (code text DEFAULT next_code() CHECK (ok(code)));

-- case: sql function over a new table
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
CREATE VIEW v AS SELECT * FROM all_t();

-- case: procedure
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE PROCEDURE q(a int) LANGUAGE sql AS 'SELECT 1';

-- case: triggers
CREATE TABLE t (a int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := 1; RETURN NEW; END $$;
CREATE TRIGGER x BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER y AFTER DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION tf();

-- case: trigger with its table
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION tf();

-- case: trigger over a column that changes
CREATE TABLE t (a int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION tf();
-- after:
CREATE TABLE t (a bigint);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION tf();

-- case: trigger on a view that changes
CREATE TABLE t (a int, b int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER x INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf();
-- after:
CREATE TABLE t (a int, b int);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW v AS SELECT b FROM t;
CREATE TRIGGER x INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf();

-- case: policies
CREATE TABLE t (a int, owner text);
-- after:
CREATE TABLE t (a int, owner text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t FOR SELECT USING (owner = current_user);
CREATE POLICY ins ON t FOR INSERT WITH CHECK (a > 0);

-- case: policy changes
CREATE TABLE t (a int, owner text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t FOR SELECT USING (owner = current_user);
-- after:
CREATE TABLE t (a int, owner text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON t FOR ALL USING (a > 1);

-- case: schemas
CREATE SCHEMA old;
CREATE TABLE old.t (a int);
-- after:
CREATE SCHEMA app;
CREATE TABLE app.users (id int PRIMARY KEY, name text);
CREATE INDEX users_name ON app.users (name);
CREATE VIEW app.v AS SELECT id FROM app.users;

-- case: extension
-- after:
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TABLE t (a citext);

-- case: names that need quotes
CREATE TABLE "Order" ("Id" int PRIMARY KEY);
-- after:
CREATE TABLE "Order" ("Id" int PRIMARY KEY, "select" text NOT NULL DEFAULT '', "User Name" text, "user" int CHECK ("user" > 0));
CREATE INDEX "Order Idx" ON "Order" ("User Name");

-- case: table gets another name
CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE);
CREATE INDEX users_email_idx ON users (email);
-- rename: users=people
-- after:
CREATE TABLE people (id serial PRIMARY KEY, email text UNIQUE);
CREATE INDEX users_email_idx ON people (email);

-- case: column gets another name
CREATE TABLE users (id int PRIMARY KEY, mail text NOT NULL UNIQUE, CONSTRAINT c CHECK (mail <> ''));
CREATE INDEX i ON users (lower(mail));
CREATE VIEW v AS SELECT id, mail FROM users;
-- rename: users.mail=email
-- after:
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL UNIQUE, CONSTRAINT c CHECK (email <> ''));
CREATE INDEX i ON users (lower(email));
CREATE VIEW v AS SELECT id, email FROM users;

-- case: partitions come
-- after:
CREATE TABLE m (id int NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE m_2024 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE m_rest PARTITION OF m DEFAULT;
CREATE INDEX m_day ON m (day);

-- case: partition comes
CREATE TABLE m (id int NOT NULL, kind text NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE m_a PARTITION OF m FOR VALUES IN ('a');
-- after:
CREATE TABLE m (id int NOT NULL, kind text NOT NULL, extra int) PARTITION BY LIST (kind);
CREATE TABLE m_a PARTITION OF m FOR VALUES IN ('a');
CREATE TABLE m_b PARTITION OF m FOR VALUES IN ('b', 'c');

-- case: inheritance
CREATE TABLE p (a int);
-- after:
CREATE TABLE p (a int, b int);
CREATE TABLE c (d int) INHERITS (p);

-- case: column order only
CREATE TABLE t (a int, b int);
-- equal:
CREATE TABLE t (b int, a int);

-- case: spellings of types
CREATE TABLE t (a int4, b varchar(5), c decimal(10,2), d timestamptz, e bool, f float8, g character(3), h int[]);
-- equal:
CREATE TABLE t (a integer, b character varying(5), c numeric(10, 2), d timestamp with time zone, e boolean, f double precision, g char(3), h integer[]);

-- case: spellings of defaults
CREATE TABLE t (a text DEFAULT 'x', b timestamptz DEFAULT now(), c int DEFAULT (1), d boolean DEFAULT TRUE);
-- equal:
CREATE TABLE t (a text DEFAULT 'x'::text, b timestamptz DEFAULT now(), c int DEFAULT 1, d boolean DEFAULT true);

-- case: constraint beside or behind the columns
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int REFERENCES p, d int CHECK (d > 0));
-- equal:
CREATE TABLE t (a int, b int, c int, d int, CONSTRAINT t_d_check CHECK (d > 0));
ALTER TABLE t ADD PRIMARY KEY (a);
ALTER TABLE t ADD CONSTRAINT t_b_key UNIQUE (b);
CREATE TABLE p (id int NOT NULL, CONSTRAINT p_pkey PRIMARY KEY (id));
ALTER TABLE ONLY t ADD CONSTRAINT t_c_fkey FOREIGN KEY (c) REFERENCES p(id);

-- case: views and functions written otherwise
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- equal:
CREATE TABLE t (a int);
create or replace view v as
  select a
  from t;
CREATE OR REPLACE FUNCTION f()
RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: enum array default and function over enum
CREATE TYPE st AS ENUM ('a','b');
CREATE TABLE t (x st[] DEFAULT '{a}', y st DEFAULT 'a'::st);
CREATE FUNCTION f(s st) RETURNS st LANGUAGE sql AS 'SELECT s';
-- after:
CREATE TYPE st AS ENUM ('b','c');
CREATE TABLE t (x st[] DEFAULT '{b}', y st DEFAULT 'b'::st);
CREATE FUNCTION f(s st) RETURNS st LANGUAGE sql AS 'SELECT s';

-- case: column with unique index and check goes
CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a > 0) UNIQUE, b int, CHECK (a < b));
-- after:
CREATE TABLE t (id int PRIMARY KEY, b int);

-- case: view with function
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT f(a) AS x FROM t;
-- after:
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a::bigint';
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT f(a) AS x FROM t;

-- case: trigger function with another name
CREATE TABLE t (a int);
CREATE FUNCTION f1() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f1();
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION f2() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f2();

-- case: identity in another schema, foreign keys across schemas
CREATE SCHEMA a;
CREATE TABLE a.p (id int PRIMARY KEY);
-- after:
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.p (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
CREATE TABLE b.c (id serial PRIMARY KEY, p_id bigint NOT NULL REFERENCES a.p (id));
CREATE INDEX ON b.c (p_id);

-- case: pg_dump of a schema
-- after:
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TYPE public.mood AS ENUM (
    'sad',
    'happy'
);
SET default_tablespace = '';
CREATE TABLE public.users (
    id integer NOT NULL,
    email character varying(255) DEFAULT 'x'::character varying NOT NULL,
    m public.mood DEFAULT 'sad'::public.mood
);
CREATE SEQUENCE public.users_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
CREATE VIEW public.v AS
 SELECT users.id
   FROM public.users;
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX users_email ON public.users USING btree (lower((email)::text));

-- case: partition bound changes
CREATE TABLE m (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM (1) TO (10);
-- after:
CREATE TABLE m (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM (1) TO (20);

-- case: partition goes
CREATE TABLE m (id int NOT NULL) PARTITION BY HASH (id);
CREATE TABLE m_1 PARTITION OF m FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE m_2 PARTITION OF m FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- after:
CREATE TABLE m (id int NOT NULL, a int CHECK (a > 0)) PARTITION BY HASH (id);
CREATE TABLE m_1 PARTITION OF m FOR VALUES WITH (MODULUS 2, REMAINDER 0);

-- case: parted becomes plain
CREATE TABLE m (id int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM (1) TO (10);
-- after:
CREATE TABLE m (id int NOT NULL);

-- case: whole parted table goes
CREATE TABLE m (id int NOT NULL PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM (1) TO (10);
CREATE INDEX mi ON m (id);
-- after:
CREATE TABLE x (a int);

-- case: aggregate and operator-free functions
-- after:
CREATE FUNCTION add2(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE sum2(int) (SFUNC = add2, STYPE = int, INITCOND = '0');

-- case: function with out args and variadic
CREATE FUNCTION f(a int, OUT b int, VARIADIC c text[]) LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE FUNCTION f(a int, OUT b int, VARIADIC c text[]) LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION g(x int[] DEFAULT '{}') RETURNS TABLE (q int, r text) LANGUAGE sql STABLE AS $$ SELECT 1, 'a' $$;

-- case: comments on many things
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE TYPE e AS ENUM ('a');
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE s;
CREATE SCHEMA x;
-- after:
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE TYPE e AS ENUM ('a');
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE s;
CREATE SCHEMA x;
COMMENT ON VIEW v IS 'v';
COMMENT ON TYPE e IS 'e';
COMMENT ON FUNCTION f(int) IS 'f';
COMMENT ON SEQUENCE s IS 's';
COMMENT ON SCHEMA x IS 'x';

-- case: columns swap types with constraints
CREATE TABLE t (id serial PRIMARY KEY, a varchar(10) NOT NULL DEFAULT '', b numeric(5,2), c char(3), d text[]);
CREATE INDEX i ON t (a, b);
-- after:
CREATE TABLE t (id bigserial PRIMARY KEY, a int, b varchar, c text NOT NULL DEFAULT 'x', d jsonb);
CREATE INDEX i ON t (b, a);

-- case: unique to unique index
CREATE TABLE t (a int UNIQUE);
-- after:
CREATE TABLE t (a int);
CREATE UNIQUE INDEX t_a_key ON t (a);

-- case: check on a column renamed by drop and add
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
-- after:
CREATE TABLE t (a int, CONSTRAINT d CHECK (a > 0));

-- case: disabled trigger and rls off
CREATE TABLE t (a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER x;
ALTER TABLE t REPLICA IDENTITY FULL;

-- case: constraint trigger and transition tables
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER x AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER y AFTER INSERT ON t REFERENCING NEW TABLE AS nt FOR EACH STATEMENT EXECUTE FUNCTION f();

-- case: domain over enum and array of domain
-- after:
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS e CHECK (VALUE <> 'b');
CREATE TABLE t (x d, y int[][], z timestamptz[] DEFAULT ARRAY[]::timestamptz[]);

-- case: like and inherits
CREATE TABLE base (id int PRIMARY KEY, a text DEFAULT 'x' NOT NULL);
-- after:
CREATE TABLE base (id int PRIMARY KEY, a text DEFAULT 'x' NOT NULL);
CREATE TABLE copy (LIKE base INCLUDING ALL, extra int);

-- case: recursive view and with
CREATE TABLE t (id int, up int);
-- after:
CREATE TABLE t (id int, up int);
CREATE VIEW r AS WITH RECURSIVE x AS (SELECT id FROM t WHERE up IS NULL UNION ALL SELECT t.id FROM t JOIN x ON t.up = x.id) SELECT * FROM x;

-- case: serial column comes and serial column goes
CREATE TABLE t (a int, old serial);
-- after:
CREATE TABLE t (a int, fresh bigserial);

-- case: identity column comes
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int, id int GENERATED ALWAYS AS IDENTITY);

-- case: primary key columns change
CREATE TABLE t (a int, b int, PRIMARY KEY (a));
-- after:
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));

-- case: table with quoted mixed case goes with fk
CREATE TABLE "Users" ("Id" serial PRIMARY KEY);
CREATE TABLE "Posts" ("Id" serial PRIMARY KEY, "UserId" int REFERENCES "Users" ("Id") ON DELETE CASCADE);
-- after:
CREATE TABLE "Users" ("Id" bigserial PRIMARY KEY, "eMail" text UNIQUE);
