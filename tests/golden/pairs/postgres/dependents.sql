-- case: type under a chain of views with everything kept
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v WITH (security_barrier) AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT v.a, count(*) AS n FROM v GROUP BY v.a;
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION trg();
CREATE RULE r AS ON DELETE TO w DO INSTEAD NOTHING;
COMMENT ON VIEW v IS 'v'; COMMENT ON COLUMN v.a IS 'v.a'; COMMENT ON TRIGGER g ON v IS 'g'; COMMENT ON RULE r ON w IS 'r';
ALTER VIEW v ALTER COLUMN a SET DEFAULT 5;
GRANT SELECT ON v TO pg_monitor; GRANT SELECT (a), UPDATE (a) ON w TO pg_monitor; GRANT SELECT ON w TO PUBLIC;
-- after:
CREATE TABLE t (id int PRIMARY KEY, a bigint);
CREATE VIEW v WITH (security_barrier) AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT v.a, count(*) AS n FROM v GROUP BY v.a;
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION trg();
CREATE RULE r AS ON DELETE TO w DO INSTEAD NOTHING;
COMMENT ON VIEW v IS 'v'; COMMENT ON COLUMN v.a IS 'v.a'; COMMENT ON TRIGGER g ON v IS 'g'; COMMENT ON RULE r ON w IS 'r';
ALTER VIEW v ALTER COLUMN a SET DEFAULT 5;
GRANT SELECT ON v TO pg_monitor; GRANT SELECT (a), UPDATE (a) ON w TO pg_monitor; GRANT SELECT ON w TO PUBLIC;

-- case: type under a materialized view with indexes and settings
CREATE TABLE t (id int PRIMARY KEY, a varchar(20));
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT id, a FROM t WITH DATA;
CREATE UNIQUE INDEX mi ON m (id); CREATE INDEX ma ON m USING hash (a); COMMENT ON INDEX ma IS 'hash'; COMMENT ON MATERIALIZED VIEW m IS 'm';
ALTER MATERIALIZED VIEW m ALTER COLUMN a SET STATISTICS 300;
CREATE STATISTICS st ON id, a FROM m;
GRANT SELECT ON m TO pg_monitor;
CREATE VIEW over AS SELECT a FROM m;
-- after:
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT id, a FROM t WITH DATA;
CREATE UNIQUE INDEX mi ON m (id); CREATE INDEX ma ON m USING hash (a); COMMENT ON INDEX ma IS 'hash'; COMMENT ON MATERIALIZED VIEW m IS 'm';
ALTER MATERIALIZED VIEW m ALTER COLUMN a SET STATISTICS 300;
CREATE STATISTICS st ON id, a FROM m;
GRANT SELECT ON m TO pg_monitor;
CREATE VIEW over AS SELECT a FROM m;

-- case: type under generated columns, policies, triggers and rules
CREATE TABLE t (id int, a int, b text, g int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX gi ON t (g);
CREATE POLICY p ON t USING (a > 1) WITH CHECK (b = 'x');
COMMENT ON POLICY p ON t IS 'p';
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION trg();
CREATE RULE r AS ON UPDATE TO t WHERE NEW.a > 5 DO INSTEAD NOTHING;
-- after:
CREATE TABLE t (id int, a bigint, b varchar(9), g int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX gi ON t (g);
CREATE POLICY p ON t USING (a > 1) WITH CHECK (b = 'x');
COMMENT ON POLICY p ON t IS 'p';
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION trg();
CREATE RULE r AS ON UPDATE TO t WHERE NEW.a > 5 DO INSTEAD NOTHING;

-- case: type under functions with the row type
CREATE TABLE t (id int, a int);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
CREATE FUNCTION of_t(r t) RETURNS int LANGUAGE sql AS 'SELECT r.id';
CREATE VIEW v AS SELECT id, a FROM all_t();
-- after:
CREATE TABLE t (id int, a text, c date);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
CREATE FUNCTION of_t(r t) RETURNS int LANGUAGE sql AS 'SELECT r.id';
CREATE VIEW v AS SELECT id, a FROM all_t();

-- case: type under atomic functions and partial indexes
CREATE TABLE t (id int, a int);
CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql BEGIN ATOMIC SELECT id FROM t WHERE a > 1; END;
CREATE INDEX i ON t (id) WHERE a > 3;
CREATE INDEX j ON t ((a + 1));
CREATE STATISTICS s ON a, id FROM t;
-- after:
CREATE TABLE t (id int, a numeric);
CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql BEGIN ATOMIC SELECT id FROM t WHERE a > 1; END;
CREATE INDEX i ON t (id) WHERE a > 3;
CREATE INDEX j ON t ((a + 1));
CREATE STATISTICS s ON a, id FROM t;

-- case: view gets a column at its end and has others on it
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
GRANT SELECT ON v TO pg_monitor;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
GRANT SELECT ON v TO pg_monitor;

-- case: view columns in another order under others
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT b FROM v;
CREATE FUNCTION f() RETURNS SETOF w LANGUAGE sql AS 'SELECT * FROM w';
COMMENT ON COLUMN w.b IS 'w.b';
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT b, a FROM t;
CREATE VIEW w AS SELECT b FROM v;
CREATE FUNCTION f() RETURNS SETOF w LANGUAGE sql AS 'SELECT * FROM w';
COMMENT ON COLUMN w.b IS 'w.b';

-- case: table of a view is dropped and view reads another
CREATE TABLE a (id int, x text); CREATE TABLE b (id int, x text);
CREATE VIEW v AS SELECT id, x FROM a;
CREATE VIEW w AS SELECT count(*) FROM v;
-- after:
CREATE TABLE b (id int, x text);
CREATE VIEW v AS SELECT id, x FROM b;
CREATE VIEW w AS SELECT count(*) FROM v;

-- case: view becomes a materialized view under another
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- after:
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW v AS SELECT a FROM t;
CREATE UNIQUE INDEX vi ON v (a);
CREATE VIEW w AS SELECT a FROM v;

-- case: function under a view changes its type
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (f(a)) STORED);
CREATE VIEW v AS SELECT f(a) AS fa FROM t;
CREATE POLICY p ON t USING (f(a) > 0);
-- after:
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT x::bigint';
CREATE TABLE t (a int, g int GENERATED ALWAYS AS (f(a)) STORED);
CREATE VIEW v AS SELECT f(a) AS fa FROM t;
CREATE POLICY p ON t USING (f(a) > 0);

-- case: function becomes a procedure
CREATE FUNCTION f(x int) RETURNS void LANGUAGE sql AS 'SELECT 1';
GRANT EXECUTE ON FUNCTION f(int) TO pg_monitor;
-- after:
CREATE PROCEDURE f(x int) LANGUAGE sql AS 'SELECT 1';
GRANT EXECUTE ON PROCEDURE f(int) TO pg_monitor;

-- case: overloads come go and change
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(x text) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW v AS SELECT f('a'::text) AS y;
-- after:
CREATE FUNCTION f(x bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(x text, VARIADIC z int[] DEFAULT '{}') RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW v AS SELECT f('a'::text) AS y;

-- case: returns table changes
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE VIEW v AS SELECT a FROM f();
-- after:
CREATE FUNCTION f() RETURNS TABLE (a int, b text, c date) LANGUAGE sql AS $$ SELECT 1, 'x', now()::date $$;
CREATE VIEW v AS SELECT a FROM f();

-- case: primary key index under a foreign key and a replica identity
CREATE TABLE p (id int NOT NULL, code text NOT NULL, CONSTRAINT pk PRIMARY KEY (id), CONSTRAINT uc UNIQUE (code));
ALTER TABLE p REPLICA IDENTITY USING INDEX uc; ALTER TABLE p CLUSTER ON pk;
CREATE TABLE c (p int CONSTRAINT fk REFERENCES p);
-- after:
CREATE TABLE p (id int NOT NULL, code text NOT NULL, CONSTRAINT pk PRIMARY KEY (code), CONSTRAINT uc UNIQUE (id));
ALTER TABLE p REPLICA IDENTITY USING INDEX uc; ALTER TABLE p CLUSTER ON pk;
CREATE TABLE c (p text CONSTRAINT fk REFERENCES p);

-- case: view grouped by primary key and key changes
CREATE TABLE t (id int PRIMARY KEY, a text, b text);
CREATE VIEW v AS SELECT id, a, count(b) AS n FROM t GROUP BY id;
-- after:
CREATE TABLE t (id int, a text, b text, CONSTRAINT other PRIMARY KEY (id));
CREATE VIEW v AS SELECT id, a, count(b) AS n FROM t GROUP BY id;

-- case: on conflict rule needs its unique index
CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX u ON t (a);
ALTER TABLE t ADD CONSTRAINT uk UNIQUE USING INDEX u;
-- after:
CREATE TABLE t (a int, b int, CONSTRAINT uk UNIQUE (b));

-- case: index a constraint needs goes with the foreign key
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX u ON p (a);
CREATE TABLE c (a int REFERENCES p (a));
-- after:
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX u2 ON p (b);
CREATE TABLE c (a int REFERENCES p (b));

-- case: foreign key column goes with its target
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int, p_id int REFERENCES p, q int);
CREATE INDEX ci ON c (p_id);
CREATE VIEW v AS SELECT c.id FROM c JOIN p ON p.id = c.p_id;
-- after:
CREATE TABLE c (id int, q int);
CREATE VIEW v AS SELECT c.id FROM c;

-- case: serial to identity with named sequence
CREATE TABLE t (id serial PRIMARY KEY, n bigserial);
-- after:
CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME ids START 10) PRIMARY KEY, n bigint GENERATED ALWAYS AS IDENTITY);

-- case: domain column over an owned sequence
CREATE DOMAIN key AS bigint;
CREATE SEQUENCE s;
CREATE TABLE t (id key DEFAULT nextval('s'), x int);
ALTER SEQUENCE s OWNED BY t.id;
-- after:
CREATE DOMAIN key AS bigint;
CREATE SEQUENCE s INCREMENT 5;
CREATE TABLE t (x int, id key DEFAULT nextval('s') NOT NULL);
ALTER SEQUENCE s OWNED BY t.id;

-- case: unowned sequence goes with the default
CREATE SEQUENCE s; CREATE TABLE t (id bigint DEFAULT nextval('s'), y text DEFAULT 'a' || currval('s')::text);
CREATE VIEW v AS SELECT last_value FROM s;
-- after:
CREATE TABLE t (id bigint, y text);

-- case: serial in other words
CREATE TABLE t (id serial PRIMARY KEY);
CREATE TABLE u (id bigserial, k smallserial);
-- equal:
CREATE SEQUENCE t_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE t (id integer NOT NULL);
ALTER SEQUENCE t_id_seq OWNED BY t.id;
ALTER TABLE ONLY t ALTER COLUMN id SET DEFAULT nextval('t_id_seq'::regclass);
ALTER TABLE ONLY t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
CREATE TABLE u (id bigint NOT NULL, k smallint NOT NULL);
CREATE SEQUENCE public.u_id_seq; ALTER SEQUENCE public.u_id_seq OWNED BY public.u.id;
CREATE SEQUENCE public.u_k_seq AS smallint; ALTER SEQUENCE public.u_k_seq OWNED BY public.u.k;
ALTER TABLE u ALTER id SET DEFAULT nextval('public.u_id_seq'::regclass), ALTER k SET DEFAULT nextval('public.u_k_seq'::regclass);

-- case: enum values renamed
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e DEFAULT 'a');
ALTER TYPE e RENAME VALUE 'a' TO 'z';
ALTER TYPE e ADD VALUE 'm' BEFORE 'b';
ALTER TYPE e ADD VALUE IF NOT EXISTS 'n' AFTER 'm';
-- equal:
CREATE TYPE e AS ENUM ('z', 'm', 'n', 'b'); CREATE TABLE t (x e DEFAULT 'z');

-- case: enum value in the middle and default that uses it
CREATE TYPE e AS ENUM ('a', 'c'); CREATE TABLE t (x e DEFAULT 'a', CHECK (x <> 'c'));
-- after:
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (x e DEFAULT 'b', CHECK (x <> 'b'));

-- case: enum under a function, composite, domain and array
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE DOMAIN d AS e CHECK (VALUE <> 'c'); CREATE TYPE k AS (x e, y int);
CREATE TABLE t (x d DEFAULT 'a', y k, z e[]); CREATE FUNCTION f(e) RETURNS e[] LANGUAGE sql AS 'SELECT ARRAY[$1]';
-- after:
CREATE TYPE e AS ENUM ('c', 'a'); CREATE DOMAIN d AS e CHECK (VALUE <> 'c'); CREATE TYPE k AS (x e, y int);
CREATE TABLE t (x d DEFAULT 'a', y k, z e[]); CREATE FUNCTION f(e) RETURNS e[] LANGUAGE sql AS 'SELECT ARRAY[$1]';

-- case: partitioned table with everything gets a type
CREATE TABLE m (id int NOT NULL, at date NOT NULL, a int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE md PARTITION OF m DEFAULT;
CREATE INDEX mi ON m (a); CREATE VIEW v AS SELECT a FROM m;
-- after:
CREATE TABLE m (id bigint NOT NULL, at date NOT NULL, a text, b int DEFAULT 3, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE md PARTITION OF m DEFAULT;
CREATE INDEX mi ON m (a, b); CREATE VIEW v AS SELECT a FROM m;

-- case: inherited column retyped under a view
CREATE TABLE p (a int, b text); CREATE TABLE c (z int) INHERITS (p); CREATE VIEW v AS SELECT * FROM c;
-- after:
CREATE TABLE p (a bigint, b text NOT NULL); CREATE TABLE c (z int) INHERITS (p); CREATE VIEW v AS SELECT * FROM c;

-- case: unlogged with sequence and logged
CREATE UNLOGGED TABLE t (id serial PRIMARY KEY, p int REFERENCES t);
-- after:
CREATE TABLE t (id serial PRIMARY KEY, p int REFERENCES t);

-- case: constraint trigger changes
CREATE TABLE t (a int); CREATE TABLE u (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t FROM u DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f('x', 'y');
CREATE TRIGGER d AFTER TRUNCATE ON t EXECUTE FUNCTION f();
-- after:
CREATE TABLE t (a int); CREATE TABLE u (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER c AFTER INSERT OR UPDATE OF a ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f('x');
CREATE TRIGGER d AFTER TRUNCATE ON t EXECUTE FUNCTION f();
ALTER TABLE t ENABLE REPLICA TRIGGER d;

-- case: all triggers disabled
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER a AFTER INSERT ON t EXECUTE FUNCTION f(); CREATE TRIGGER b AFTER INSERT ON t EXECUTE FUNCTION f();
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER a AFTER INSERT ON t EXECUTE FUNCTION f(); CREATE TRIGGER b AFTER INSERT ON t EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER USER;

-- case: views in other words
CREATE TABLE t (a int, b text); CREATE TABLE u (a int, c date);
CREATE VIEW v1 AS SELECT t.* FROM t;
CREATE VIEW v2 AS SELECT t.*, u.c FROM t JOIN u USING (a) WHERE t.b IN ('x', 'y');
CREATE VIEW v4 AS SELECT CASE WHEN a = 1 THEN 'x' ELSE b END AS k, coalesce(b, '') FROM t;
CREATE VIEW v6 AS SELECT v1.*, u.c FROM v1 LEFT JOIN u ON u.a = v1.a;
-- equal:
CREATE TABLE t (a int, b text); CREATE TABLE u (a int, c date);
CREATE VIEW v1 AS
 SELECT t.a,
    t.b
   FROM t;
CREATE VIEW v2 AS
 SELECT t.a,
    t.b,
    u.c
   FROM (t
     JOIN u USING (a))
  WHERE (t.b = ANY (ARRAY['x'::text, 'y'::text]));
CREATE VIEW v4 AS
 SELECT
        CASE
            WHEN (t.a = 1) THEN 'x'::text
            ELSE t.b
        END AS k,
    COALESCE(t.b, ''::text) AS "coalesce"
   FROM t;
CREATE VIEW v6 AS
 SELECT v1.a,
    v1.b,
    u.c
   FROM (v1
     LEFT JOIN u ON ((u.a = v1.a)));

-- case: checks and defaults in other words
CREATE TABLE t (a int CHECK (a BETWEEN 1 AND 5), b text CHECK (b IN ('x','y')), c text DEFAULT 'z', d timestamptz DEFAULT now(), e bool DEFAULT 't', f varchar DEFAULT NULL, g int[] DEFAULT '{}', h text CHECK (h NOT LIKE 'a%'), i interval DEFAULT '1 day', j numeric DEFAULT -1, k text CHECK (length(k) <> 0 AND k IS NOT NULL));
-- equal:
CREATE TABLE t (a int, b text, c text DEFAULT 'z'::text, d timestamp with time zone DEFAULT now(), e boolean DEFAULT true, f character varying, g integer[] DEFAULT '{}'::integer[], h text, i interval DEFAULT '1 day'::interval, j numeric DEFAULT '-1'::integer, k text, CONSTRAINT t_a_check CHECK (((a >= 1) AND (a <= 5))), CONSTRAINT t_b_check CHECK ((b = ANY (ARRAY['x'::text, 'y'::text]))), CONSTRAINT t_h_check CHECK ((h !~~ 'a%'::text)), CONSTRAINT t_k_check CHECK (((length(k) <> 0) AND (k IS NOT NULL))));

-- case: indexes in other words
CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX i1 ON t (lower(b)) WHERE a IS NOT NULL AND b <> ''; CREATE INDEX i2 ON t (a DESC, b ASC NULLS LAST); CREATE INDEX i3 ON t USING gin (c jsonb_path_ops); CREATE UNIQUE INDEX i4 ON t ((c ->> 'k'), a) INCLUDE (b) NULLS NOT DISTINCT;
-- equal:
CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX i1 ON public.t USING btree (lower(b)) WHERE ((a IS NOT NULL) AND (b <> ''::text)); CREATE INDEX i2 ON ONLY public.t USING btree (a DESC NULLS FIRST, b); CREATE INDEX i3 ON t USING gin (c jsonb_path_ops) ; CREATE UNIQUE INDEX i4 ON t USING btree (((c ->> 'k'::text)), a) INCLUDE (b) NULLS NOT DISTINCT;

-- case: policies, triggers and rules in other words
CREATE TABLE t (a int, b text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE POLICY p ON t FOR ALL TO public USING (b = current_user);
CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a, b ON t FOR ROW WHEN (NEW.a > 0) EXECUTE PROCEDURE f();
CREATE RULE r AS ON INSERT TO t DO ALSO NOTHING;
-- equal:
CREATE TABLE t (a int, b text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE POLICY p ON public.t AS PERMISSIVE USING ((b = CURRENT_USER));
CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a, b ON public.t FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION public.f();
CREATE RULE r AS ON INSERT TO public.t DO NOTHING;

-- case: privileges in other words
CREATE TABLE t (a int); CREATE SEQUENCE s; CREATE FUNCTION f(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT ALL ON ALL TABLES IN SCHEMA public TO pg_monitor; GRANT ALL ON SEQUENCE s TO pg_monitor; GRANT EXECUTE ON FUNCTION f TO pg_monitor;
REVOKE INSERT ON t FROM pg_monitor;
-- equal:
CREATE TABLE t (a int); CREATE SEQUENCE s; CREATE FUNCTION f(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.t TO pg_monitor; GRANT ALL ON SEQUENCE s TO pg_monitor; GRANT ALL ON FUNCTION public.f(integer, text) TO pg_monitor;

-- case: table by alter equals at once
CREATE TABLE t (); ALTER TABLE t ADD id int; ALTER TABLE t ADD x varchar(3) NOT NULL DEFAULT 'a', ADD y int; ALTER TABLE t ADD PRIMARY KEY (id); ALTER TABLE t ALTER x TYPE text, ALTER x DROP DEFAULT, ALTER y SET DEFAULT 5; ALTER TABLE t RENAME y TO z; ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME CONSTRAINT t_pkey TO u_pkey; ALTER TABLE u SET (fillfactor = 50); ALTER TABLE u ADD CONSTRAINT k CHECK (z > 0), ADD UNIQUE (x, z);
ALTER TABLE u ADD gone int UNIQUE; ALTER TABLE u DROP gone;
-- equal:
CREATE TABLE u (id int PRIMARY KEY, x text NOT NULL, z int DEFAULT 5 CONSTRAINT k CHECK (z > 0), UNIQUE (x, z)) WITH (fillfactor = 50);

-- case: identity by alter equals at once
CREATE TABLE t (a int NOT NULL, b bigint);
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY (START 5); ALTER TABLE t ALTER a SET GENERATED BY DEFAULT SET INCREMENT 2 SET START 7;
-- equal:
CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY (INCREMENT 2 START 7), b bigint);

-- case: temporary search path
CREATE SCHEMA app; SET search_path = app, public; CREATE TABLE t (a int); CREATE TYPE e AS ENUM ('x'); CREATE TABLE u (k e DEFAULT 'x'); CREATE VIEW v AS SELECT a FROM t;
-- equal:
CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TYPE app.e AS ENUM ('x'); CREATE TABLE app.u (k app.e DEFAULT 'x'::app.e); CREATE VIEW app.v AS SELECT a FROM app.t;

-- case: extension types in tables and views
CREATE EXTENSION citext; CREATE TABLE t (a text);
-- after:
CREATE SCHEMA ext; CREATE EXTENSION citext WITH SCHEMA ext; CREATE EXTENSION "uuid-ossp" SCHEMA ext; CREATE TABLE t (a ext.citext UNIQUE, id uuid DEFAULT ext.uuid_generate_v4()); CREATE VIEW v AS SELECT a FROM t;

-- case: schema goes with all of it
CREATE SCHEMA app; CREATE TYPE app.e AS ENUM ('a'); CREATE TABLE app.t (id serial PRIMARY KEY, x app.e); CREATE VIEW app.v AS SELECT x FROM app.t; CREATE FUNCTION app.f() RETURNS SETOF app.t LANGUAGE sql AS 'SELECT * FROM app.t'; CREATE TABLE o (a int REFERENCES app.t); GRANT USAGE ON SCHEMA app TO pg_monitor;
-- after:
CREATE TABLE o (a int);

-- case: columns of a star view
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT v.* FROM v;
-- after:
CREATE TABLE t (a int, b int, c int); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT v.* FROM v;

-- case: column of a star view goes
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT a FROM v;
-- after:
CREATE TABLE t (a int); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT a FROM v;

-- case: check options and view defaults
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t WHERE a > 0 WITH LOCAL CHECK OPTION; ALTER VIEW v ALTER b SET DEFAULT 3;
-- after:
CREATE TABLE t (a int, b int); CREATE VIEW v WITH (security_invoker = true) AS SELECT a, b FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;

-- case: column used by two foreign keys and a unique changes its type
CREATE TABLE p (id int PRIMARY KEY, n varchar(10) UNIQUE); CREATE TABLE c (n varchar(10) REFERENCES p (n), id int REFERENCES p ON DELETE SET NULL, UNIQUE (n, id), EXCLUDE (id WITH =));
-- after:
CREATE TABLE p (id uuid PRIMARY KEY, n text UNIQUE); CREATE TABLE c (n text REFERENCES p (n), id uuid REFERENCES p ON DELETE SET NULL, UNIQUE (n, id), EXCLUDE (id WITH =));

-- ring: names of what a type made anew is compared in
-- one: one
CREATE TYPE mood AS ENUM ('sad', 'ok', 'great');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL, n int, CONSTRAINT fine CHECK (m <> 'sad' OR n > 0));
CREATE UNIQUE INDEX t_ok ON t (n) WHERE m = 'ok';
-- one: other
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL, n int, CONSTRAINT fine_v1 CHECK (m <> 'sad' OR n > 0));
CREATE UNIQUE INDEX t_ok_v1 ON t (n) WHERE m = 'ok';
