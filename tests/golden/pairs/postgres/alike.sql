-- case: names that the server makes
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int REFERENCES t, c int CHECK (c > 0), d int, UNIQUE (a, b), CHECK (a > b), FOREIGN KEY (c) REFERENCES t, CHECK (d > 1), CHECK (d < 9)); CREATE INDEX ON t (a, b); CREATE INDEX ON t (lower(d::text)); CREATE INDEX ON t ((a + b)); CREATE INDEX ON t (a) INCLUDE (b); CREATE UNIQUE INDEX ON t (a) WHERE a > 1;
-- equal:
CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, a int CONSTRAINT t_a_key UNIQUE, b int CONSTRAINT t_b_fkey REFERENCES t (id), c int CONSTRAINT t_c_check CHECK (c > 0), d int, CONSTRAINT t_a_b_key UNIQUE (a, b), CONSTRAINT t_check CHECK (a > b), CONSTRAINT t_c_fkey FOREIGN KEY (c) REFERENCES t (id), CONSTRAINT t_d_check CHECK (d > 1), CONSTRAINT t_d_check1 CHECK (d < 9)); CREATE INDEX t_a_b_idx ON t (a, b); CREATE INDEX t_lower_idx ON t (lower(d::text)); CREATE INDEX t_expr_idx ON t ((a + b)); CREATE INDEX t_a_b_idx1 ON t (a) INCLUDE (b); CREATE UNIQUE INDEX t_a_idx ON t (a) WHERE a > 1;

-- case: serial and its parts
CREATE TABLE t (a serial, b smallserial NOT NULL, c bigserial PRIMARY KEY);
-- equal:
CREATE SEQUENCE t_a_seq AS integer; CREATE SEQUENCE t_b_seq AS smallint; CREATE SEQUENCE t_c_seq; CREATE TABLE t (a integer DEFAULT nextval('t_a_seq') NOT NULL, b int2 NOT NULL DEFAULT nextval('public.t_b_seq'::regclass), c bigint NOT NULL DEFAULT nextval('t_c_seq'::regclass)); ALTER TABLE t ADD PRIMARY KEY (c); ALTER SEQUENCE t_a_seq OWNED BY t.a; ALTER SEQUENCE t_b_seq OWNED BY public.t.b; ALTER SEQUENCE public.t_c_seq OWNED BY t.c;

-- case: search path is set
CREATE SCHEMA app; CREATE TABLE app.t (id int PRIMARY KEY); CREATE VIEW app.v AS SELECT id FROM app.t; CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE app.e AS ENUM ('a'); CREATE TABLE app.u (e app.e, t int REFERENCES app.t);
-- equal:
CREATE SCHEMA app; SET search_path TO app, public; CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM ('a'); CREATE TABLE u (e e, t int REFERENCES t);

-- case: view with joins written otherwise
CREATE TABLE a (id int, n text); CREATE TABLE b (id int, a int); CREATE VIEW v AS SELECT a.id, b.id AS bid FROM a INNER JOIN b ON a.id = b.a LEFT OUTER JOIN a AS c ON c.id = b.id CROSS JOIN b d WHERE a.n IS NOT NULL AND (a.id > 1 OR b.id < 5);
-- equal:
CREATE TABLE a (id int, n text); CREATE TABLE b (id int, a int); CREATE VIEW v AS
 SELECT a.id,
    b.id AS bid
   FROM (((public.a
     JOIN public.b ON ((a.id = b.a)))
     LEFT JOIN public.a c ON ((c.id = b.id)))
     CROSS JOIN public.b d)
  WHERE ((a.n IS NOT NULL) AND ((a.id > 1) OR (b.id < 5)));

-- case: function attributes in another order
CREATE FUNCTION f(a int) RETURNS int AS 'SELECT a' LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5 SECURITY DEFINER SET search_path = public;
-- equal:
CREATE OR REPLACE FUNCTION f(a integer) RETURNS integer LANGUAGE SQL SECURITY DEFINER COST 5 PARALLEL SAFE RETURNS NULL ON NULL INPUT IMMUTABLE SET search_path TO 'public' AS $body$SELECT a$body$;

-- case: function by alter equals at once
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a'; ALTER FUNCTION f(int) IMMUTABLE STRICT COST 5; ALTER FUNCTION f(int) SET work_mem = '1MB'; ALTER FUNCTION f RENAME TO g;
-- equal:
CREATE FUNCTION g(a int) RETURNS int LANGUAGE sql IMMUTABLE STRICT COST 5 SET work_mem TO '1MB' AS 'SELECT a';

-- case: trigger states and renames
CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TRIGGER a ON t RENAME TO b; ALTER TABLE t DISABLE TRIGGER b; ALTER TABLE t ENABLE TRIGGER b;
-- equal:
CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t ENABLE TRIGGER ALL;

-- case: policies by alter
CREATE TABLE t (a int); CREATE POLICY p ON t FOR SELECT USING (a > 0); ALTER POLICY p ON t USING (a > 5); ALTER POLICY p ON t TO pg_monitor; ALTER POLICY p ON t RENAME TO q; ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- equal:
CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY; CREATE POLICY q ON t FOR SELECT TO pg_monitor USING ((a > 5));

-- case: column settings in the table and behind it
CREATE TABLE t (a text COMPRESSION pglz COLLATE "C" NOT NULL DEFAULT 'x', b int);
-- equal:
CREATE TABLE t (b int); ALTER TABLE t ADD COLUMN a text COLLATE "C"; ALTER TABLE t ALTER a SET COMPRESSION pglz, ALTER a SET NOT NULL; ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x'::text;

-- case: generated column and identity dropped
CREATE TABLE t (a int NOT NULL, b int, c int NOT NULL);
-- equal:
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b int GENERATED ALWAYS AS (1) STORED, c serial); ALTER TABLE t ALTER a DROP IDENTITY; ALTER TABLE t ALTER b DROP EXPRESSION; ALTER TABLE t ALTER c DROP DEFAULT; DROP SEQUENCE t_c_seq;

-- case: enum renames
CREATE TYPE e AS ENUM ('a', 'b'); ALTER TYPE e RENAME VALUE 'a' TO 'x'; ALTER TYPE e ADD VALUE IF NOT EXISTS 'b'; ALTER TYPE e ADD VALUE 'z' AFTER 'x'; ALTER TYPE e RENAME TO f;
-- equal:
CREATE TYPE f AS ENUM ('x', 'z', 'b');

-- case: domains by alter
CREATE DOMAIN d AS int; ALTER DOMAIN d SET DEFAULT 5; ALTER DOMAIN d SET NOT NULL; ALTER DOMAIN d ADD CHECK (VALUE > 0); ALTER DOMAIN d ADD CONSTRAINT x CHECK (VALUE < 9); ALTER DOMAIN d DROP CONSTRAINT x; ALTER DOMAIN d RENAME CONSTRAINT d_check TO pos;
-- equal:
CREATE DOMAIN d AS integer DEFAULT 5 NOT NULL CONSTRAINT pos CHECK ((VALUE > 0));

-- case: tables move and are renamed
CREATE SCHEMA s; CREATE TABLE t (id serial PRIMARY KEY); ALTER TABLE t SET SCHEMA s; ALTER TABLE s.t RENAME TO u;
-- equal:
CREATE SCHEMA s; CREATE TABLE s.u (id int NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (id)); CREATE SEQUENCE s.t_id_seq AS int OWNED BY s.u.id; ALTER TABLE s.u ALTER id SET DEFAULT nextval('s.t_id_seq');

-- case: deferrable in other words
CREATE TABLE p (id int PRIMARY KEY, u int UNIQUE DEFERRABLE INITIALLY IMMEDIATE); CREATE TABLE c (a int REFERENCES p INITIALLY DEFERRED, b int REFERENCES p NOT DEFERRABLE, d int); ALTER TABLE c ADD FOREIGN KEY (d) REFERENCES p; ALTER TABLE c ALTER CONSTRAINT c_d_fkey DEFERRABLE INITIALLY DEFERRED;
-- equal:
CREATE TABLE p (id int PRIMARY KEY, u int, CONSTRAINT p_u_key UNIQUE (u) DEFERRABLE); CREATE TABLE c (a int, b int, d int); ALTER TABLE ONLY c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES p(id) DEFERRABLE INITIALLY DEFERRED; ALTER TABLE ONLY c ADD CONSTRAINT c_b_fkey FOREIGN KEY (b) REFERENCES p(id); ALTER TABLE ONLY c ADD CONSTRAINT c_d_fkey FOREIGN KEY (d) REFERENCES p(id) DEFERRABLE INITIALLY DEFERRED;

-- case: inherited tables as a dump has them
CREATE TABLE p (id int PRIMARY KEY, n text NOT NULL CHECK (n <> '')); CREATE TABLE c (x int) INHERITS (p); ALTER TABLE c ADD PRIMARY KEY (id);
-- equal:
CREATE TABLE public.p (id integer NOT NULL, n text NOT NULL, CONSTRAINT p_n_check CHECK ((n <> ''::text))); CREATE TABLE public.c (x integer) INHERITS (public.p); ALTER TABLE ONLY public.c ADD CONSTRAINT c_pkey PRIMARY KEY (id); ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- case: partitioned index as a dump attaches it
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); CREATE INDEX t_id_idx ON t (id);
-- equal:
CREATE TABLE t (id int, d date) PARTITION BY RANGE (d); CREATE TABLE t1 (id int, d date); ALTER TABLE ONLY t ATTACH PARTITION t1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); CREATE INDEX t_id_idx ON ONLY t USING btree (id); CREATE INDEX t1_id_idx ON t1 USING btree (id); ALTER INDEX t_id_idx ATTACH PARTITION t1_id_idx;

-- case: publication in other words
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE a, b WITH (publish = 'insert,update,delete,truncate');
-- equal:
CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY); CREATE PUBLICATION p; ALTER PUBLICATION p ADD TABLE a; ALTER PUBLICATION p ADD TABLE b;

-- case: grants to public and with column lists
CREATE TABLE t (a int, b int); CREATE SCHEMA s; GRANT SELECT (a, b), INSERT (a) ON t TO PUBLIC; GRANT ALL ON SCHEMA s TO pg_monitor; GRANT SELECT ON t TO pg_monitor WITH GRANT OPTION; REVOKE GRANT OPTION FOR SELECT ON t FROM pg_monitor;
-- equal:
CREATE TABLE t (a int, b int); CREATE SCHEMA s; GRANT SELECT (a) ON t TO PUBLIC; GRANT INSERT (a), SELECT (b) ON TABLE t TO PUBLIC; GRANT USAGE, CREATE ON SCHEMA s TO pg_monitor; GRANT SELECT ON t TO pg_monitor;

-- case: cast and collation written otherwise
CREATE TYPE c AS (a int); CREATE FUNCTION f(c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'; CREATE CAST (c AS int) WITH FUNCTION f(c); CREATE COLLATION x (locale = 'C', provider = libc); CREATE COLLATION y FROM "C";
-- equal:
CREATE TYPE public.c AS (a integer); CREATE FUNCTION public.f(public.c) RETURNS integer LANGUAGE sql IMMUTABLE AS $$SELECT 1$$; CREATE CAST (public.c AS integer) WITH FUNCTION public.f(public.c); CREATE COLLATION public.x (provider = libc, locale = 'C'); CREATE COLLATION public.y FROM pg_catalog."C";

-- case: default privileges in other words
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO pg_monitor; CREATE TABLE t (a int);
-- equal:
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor; ALTER DEFAULT PRIVILEGES GRANT INSERT ON TABLES TO pg_monitor; CREATE TABLE t (a int);

-- case: text with escapes
CREATE TABLE t (a text DEFAULT E'it\'s\n', b text DEFAULT 'a\b', c text CHECK (c <> E'\t'), d text DEFAULT U&'\00e9', e text DEFAULT $$x'y$$);
-- equal:
CREATE TABLE t (a text DEFAULT 'it''s
'::text, b text DEFAULT 'a\b'::text, c text, d text DEFAULT 'é'::text, e text DEFAULT 'x''y'::text, CONSTRAINT t_c_check CHECK ((c <> '	'::text)));

-- case: intervals dates and numbers written otherwise
CREATE TABLE t (a interval DEFAULT '90 minutes', b interval DEFAULT '1 year 2 mons', c timestamptz DEFAULT '2020-01-01 00:00:00+00', d numeric(10,2) DEFAULT 1e2, e bigint DEFAULT 10000000000, f date DEFAULT 'epoch', g bit(3) DEFAULT B'101', h bytea DEFAULT '\x00', i inet DEFAULT '10.0.0.1', j point DEFAULT '(1,2)', k int4range DEFAULT '[1,5)', l money DEFAULT 0, m float8 DEFAULT 'NaN', n time DEFAULT '10:00');
-- equal:
CREATE TABLE t (a interval DEFAULT '01:30:00'::interval, b interval DEFAULT '1 year 2 mons'::interval, c timestamp with time zone DEFAULT '2020-01-01 00:00:00+00'::timestamp with time zone, d numeric(10,2) DEFAULT 100, e bigint DEFAULT '10000000000'::bigint, f date DEFAULT '1970-01-01'::date, g bit(3) DEFAULT '101'::bit(3), h bytea DEFAULT '\x00'::bytea, i inet DEFAULT '10.0.0.1'::inet, j point DEFAULT '(1,2)'::point, k int4range DEFAULT '[1,5)'::int4range, l money DEFAULT 0, m double precision DEFAULT 'NaN'::double precision, n time without time zone DEFAULT '10:00:00'::time without time zone);
