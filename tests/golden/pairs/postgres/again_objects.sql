-- case: materialized view with indexes, comments and no data changes a column
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;
CREATE UNIQUE INDEX m_id ON m (id);
CREATE INDEX m_a ON m (a) WHERE a > 0;
COMMENT ON MATERIALIZED VIEW m IS 'all';
COMMENT ON INDEX m_a IS 'some';
-- after:
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE MATERIALIZED VIEW m AS SELECT id, a + 1 AS a FROM t WITH NO DATA;
CREATE UNIQUE INDEX m_id ON m (id);
CREATE INDEX m_a ON m (a) WHERE a > 0;
COMMENT ON MATERIALIZED VIEW m IS 'all';
COMMENT ON INDEX m_a IS 'few';
COMMENT ON COLUMN m.a IS 'one more';

-- case: view of a materialized view of a view, with the column below dropped
CREATE TABLE t (id int, a int, b int);
CREATE VIEW v1 AS SELECT * FROM t;
CREATE MATERIALIZED VIEW v2 AS SELECT id, b FROM v1;
CREATE VIEW v3 AS SELECT b FROM v2;
-- after:
CREATE TABLE t (id int, a int);
CREATE VIEW v1 AS SELECT * FROM t;
CREATE MATERIALIZED VIEW v2 AS SELECT id, a FROM v1;
CREATE VIEW v3 AS SELECT a FROM v2;

-- case: view options and check option
CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id FROM t;
CREATE VIEW w WITH (security_barrier) AS SELECT id FROM t WHERE id > 0;
CREATE VIEW x AS SELECT id FROM t WHERE id > 0 WITH CASCADED CHECK OPTION;
-- after:
CREATE TABLE t (id int, a int);
CREATE VIEW v WITH (security_invoker = true) AS SELECT id FROM t;
CREATE VIEW w AS SELECT id FROM t WHERE id > 0;
CREATE VIEW x AS SELECT id FROM t WHERE id > 0 WITH LOCAL CHECK OPTION;

-- case: view gets columns at its end, and another in the middle
CREATE TABLE t (id int, a int, b int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT id, a FROM t;
CREATE VIEW d AS SELECT w.id FROM w JOIN v USING (id);
-- after:
CREATE TABLE t (id int, a int, b int);
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE VIEW w AS SELECT id, b, a FROM t;
CREATE VIEW d AS SELECT w.id FROM w JOIN v USING (id);

-- case: view with a default of a column, a comment and a rule-like trigger
CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION ins() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (NEW.id, NEW.a); RETURN NEW; END $$;
CREATE TRIGGER v_ins INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION ins();
ALTER VIEW v ALTER COLUMN a SET DEFAULT 4;
-- after:
CREATE TABLE t (id int, a bigint);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION ins() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (NEW.id, NEW.a); RETURN NEW; END $$;
CREATE TRIGGER v_ins INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION ins();
ALTER VIEW v ALTER COLUMN a SET DEFAULT 5;
COMMENT ON VIEW v IS 'v'; COMMENT ON TRIGGER v_ins ON v IS 'puts';

-- case: recursive view and a view of values and windows
CREATE TABLE n (id int, up int);
CREATE VIEW tree AS WITH RECURSIVE r AS (SELECT id, up, 0 AS depth FROM n WHERE up IS NULL UNION ALL SELECT n.id, n.up, r.depth + 1 FROM n JOIN r ON n.up = r.id) SELECT id, depth FROM r;
-- after:
CREATE TABLE n (id int, up int, name text);
CREATE VIEW tree AS WITH RECURSIVE r AS (SELECT id, up, 1 AS depth, name FROM n WHERE up IS NULL UNION ALL SELECT n.id, n.up, r.depth + 1, n.name FROM n JOIN r ON n.up = r.id) SELECT id, depth, name FROM r;
CREATE VIEW ranked AS SELECT id, row_number() OVER (PARTITION BY up ORDER BY id DESC) AS pos, count(*) FILTER (WHERE up > 1) OVER w AS c FROM n WINDOW w AS (PARTITION BY name);

-- case: triggers with conditions, transition tables, columns and modes
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER a AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();
CREATE TRIGGER b AFTER UPDATE OF a, b ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f('x', 'y');
CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
-- after:
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER a AFTER UPDATE ON t REFERENCING NEW TABLE AS n OLD TABLE AS o FOR EACH STATEMENT EXECUTE PROCEDURE f();
CREATE TRIGGER b AFTER UPDATE OF b ON t FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION f('x');
CREATE CONSTRAINT TRIGGER c AFTER INSERT OR DELETE ON t FROM t NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER a; ALTER TABLE t ENABLE ALWAYS TRIGGER b;

-- case: transition tables get other names
CREATE TABLE t (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER a AFTER UPDATE ON t REFERENCING NEW TABLE AS n OLD TABLE AS o FOR EACH STATEMENT EXECUTE PROCEDURE f();
CREATE TRIGGER b AFTER INSERT ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE PROCEDURE f();
-- after:
CREATE TABLE t (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER a AFTER UPDATE ON t REFERENCING NEW TABLE AS added OLD TABLE o FOR EACH STATEMENT EXECUTE PROCEDURE f();
CREATE TRIGGER b AFTER INSERT ON t REFERENCING NEW TABLE AS m FOR EACH STATEMENT EXECUTE PROCEDURE f();

-- case: the order of transition tables says nothing
CREATE TABLE t (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER a AFTER UPDATE ON t REFERENCING NEW TABLE AS n OLD TABLE AS o FOR EACH STATEMENT EXECUTE PROCEDURE f();
-- equal:
CREATE TABLE t (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER a AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();

-- case: policies of every kind
CREATE TABLE t (id int, owner text, kind text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON t FOR SELECT USING (true);
CREATE POLICY b ON t AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (owner = current_user) WITH CHECK (kind <> 'x');
CREATE POLICY c ON t FOR INSERT WITH CHECK (id > 0);
-- after:
CREATE TABLE t (id int, owner text, kind text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY a ON t FOR SELECT USING (kind = 'public');
CREATE POLICY b ON t AS PERMISSIVE FOR UPDATE TO PUBLIC USING (owner = current_user);
CREATE POLICY c ON t FOR INSERT WITH CHECK (id > 1 AND kind IN (SELECT 'a'));
CREATE POLICY d ON t FOR DELETE USING (owner = (SELECT current_setting('app.user', true)));

-- case: policy calls a function that gets another argument
CREATE FUNCTION can(u text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT u = current_user';
CREATE TABLE t (o text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (can(o));
-- after:
CREATE FUNCTION can(u text, strict boolean DEFAULT false) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT u = current_user OR strict';
CREATE TABLE t (o text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (can(o));

-- case: policy looks into a table that is made
CREATE TABLE t (o int);
-- after:
CREATE TABLE m (u text, o int, PRIMARY KEY (u, o));
CREATE TABLE t (o int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM m WHERE m.o = t.o AND m.u = current_user));

-- case: functions with everything that can be said of them
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS text LANGUAGE sql AS 'SELECT a || b';
CREATE FUNCTION g(VARIADIC a int[]) RETURNS SETOF int LANGUAGE sql AS 'SELECT unnest(a)';
CREATE PROCEDURE p(INOUT x int) LANGUAGE plpgsql AS 'BEGIN x := x + 1; END';
-- after:
CREATE FUNCTION f(a int, b text DEFAULT 'y') RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF COST 50 AS 'SELECT a || b';
CREATE FUNCTION g(VARIADIC a int[]) RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = public SET work_mem = '8MB' AS 'SELECT unnest(a)';
CREATE PROCEDURE p(INOUT x int, y int DEFAULT 2) LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN x := x + y; END';

-- case: functions that return tables and composites change their columns
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION f() RETURNS TABLE (x int, y text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
CREATE FUNCTION g(OUT p int, OUT q int) LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION h() RETURNS pair LANGUAGE sql AS 'SELECT ROW(1, 2)::pair';
CREATE VIEW v AS SELECT x, y FROM f();
-- after:
CREATE TYPE pair AS (a int, b int, c int);
CREATE FUNCTION f() RETURNS TABLE (x int, y text, z date) LANGUAGE sql AS $$ SELECT 1, 'a', now()::date $$;
CREATE FUNCTION g(OUT p int, OUT q text) LANGUAGE sql AS $$ SELECT 1, 'b' $$;
CREATE FUNCTION h() RETURNS pair LANGUAGE sql AS 'SELECT ROW(1, 2, 3)::pair';
CREATE VIEW v AS SELECT x, y, z FROM f();

-- case: function with a body of SQL stands on tables and other functions
CREATE TABLE t (id int, a int);
CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1;
CREATE FUNCTION f(k int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE a = k + one(); END;
-- after:
CREATE TABLE t (id int, a bigint);
CREATE FUNCTION one() RETURNS bigint LANGUAGE sql RETURN 1::bigint;
CREATE FUNCTION f(k int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE a = k + one(); END;

-- case: overloads, one of them dropped
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 3';
-- after:
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 10';
CREATE FUNCTION f(a varchar) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION f(a int, c int) RETURNS int LANGUAGE sql AS 'SELECT 3';

-- case: function becomes a procedure, procedure becomes a function
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
CREATE PROCEDURE g() LANGUAGE plpgsql AS 'BEGIN END';
-- after:
CREATE PROCEDURE f() LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS 'BEGIN END';

-- case: function of a check, of a domain and of a generated column gets another body
CREATE FUNCTION ok(x int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x > 0';
CREATE DOMAIN d AS int CHECK (ok(VALUE));
CREATE TABLE t (a int CHECK (ok(a)), b d, c boolean GENERATED ALWAYS AS (ok(a)) STORED);
-- after:
CREATE FUNCTION ok(x int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x > 1';
CREATE DOMAIN d AS int CHECK (ok(VALUE));
CREATE TABLE t (a int CHECK (ok(a)), b d, c boolean GENERATED ALWAYS AS (ok(a)) STORED);

-- case: function of a check renames its argument
CREATE FUNCTION ok(x int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x > 0';
CREATE TABLE t (a int CONSTRAINT c CHECK (ok(a)));
CREATE INDEX i ON t (a) WHERE ok(a);
-- after:
CREATE FUNCTION ok(y int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT y > 0';
CREATE TABLE t (a int CONSTRAINT c CHECK (ok(a)));
CREATE INDEX i ON t (a) WHERE ok(a);

-- case: aggregates are made, changed and dropped
CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total (int) (SFUNC = add, STYPE = int, INITCOND = '0');
CREATE AGGREGATE gone (int) (SFUNC = add, STYPE = int);
-- after:
CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total (int) (SFUNC = add, STYPE = int, INITCOND = '1', PARALLEL = SAFE);
CREATE AGGREGATE fresh (int) (SFUNC = add, STYPE = int, COMBINEFUNC = add);
COMMENT ON AGGREGATE fresh (int) IS 'adds';

-- case: view with an aggregate of one's own whose function changes
CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total (int) (SFUNC = add, STYPE = int, INITCOND = '0');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS n FROM t;
-- after:
CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2 + 1';
CREATE AGGREGATE total (int) (SFUNC = add, STYPE = int, INITCOND = '5');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS n FROM t;

-- case: comments on everything
CREATE SCHEMA s; CREATE TABLE s.t (a int CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON s.t (a); CREATE SEQUENCE s.q; CREATE TYPE s.e AS ENUM ('x'); CREATE DOMAIN s.d AS int CONSTRAINT dc CHECK (VALUE > 0); CREATE FUNCTION s.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE s.r AS (m int);
-- after:
CREATE SCHEMA s; CREATE TABLE s.t (a int CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON s.t (a); CREATE SEQUENCE s.q; CREATE TYPE s.e AS ENUM ('x'); CREATE DOMAIN s.d AS int CONSTRAINT dc CHECK (VALUE > 0); CREATE FUNCTION s.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE s.r AS (m int);
COMMENT ON SCHEMA s IS '1'; COMMENT ON TABLE s.t IS '2'; COMMENT ON COLUMN s.t.a IS '3'; COMMENT ON CONSTRAINT c ON s.t IS '4'; COMMENT ON INDEX s.i IS '5'; COMMENT ON SEQUENCE s.q IS '6'; COMMENT ON TYPE s.e IS '7'; COMMENT ON DOMAIN s.d IS '8'; COMMENT ON CONSTRAINT dc ON DOMAIN s.d IS '9'; COMMENT ON FUNCTION s.f(int) IS '10'; COMMENT ON COLUMN s.r.m IS '11'; COMMENT ON TYPE s.r IS '12';

-- case: comments stay on what is made anew
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x';
CREATE INDEX i ON t (a);
COMMENT ON VIEW v IS 'v'; COMMENT ON COLUMN v.b IS 'vb'; COMMENT ON FUNCTION f(int) IS 'f'; COMMENT ON INDEX i IS 'i';
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT b, a FROM t;
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql AS 'SELECT x::bigint';
CREATE INDEX i ON t (a, b);
COMMENT ON VIEW v IS 'v'; COMMENT ON COLUMN v.b IS 'vb'; COMMENT ON FUNCTION f(int) IS 'f'; COMMENT ON INDEX i IS 'i';

-- case: rights of tables, columns, sequences and functions
CREATE TABLE t (a int, b int); CREATE SEQUENCE q; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON t TO PUBLIC;
-- after:
CREATE TABLE t (a int, b int); CREATE SEQUENCE q; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT INSERT, SELECT (a) ON t TO PUBLIC; GRANT USAGE ON SEQUENCE q TO PUBLIC; REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;

-- case: rights on a view and a function that are made anew
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON v TO PUBLIC; REVOKE ALL ON FUNCTION f() FROM PUBLIC;
-- after:
CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t; CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
GRANT SELECT ON v TO PUBLIC; REVOKE ALL ON FUNCTION f() FROM PUBLIC;

-- case: event triggers
CREATE FUNCTION log() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
CREATE EVENT TRIGGER a ON ddl_command_end EXECUTE FUNCTION log();
-- after:
CREATE FUNCTION log() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
CREATE EVENT TRIGGER a ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION log();
CREATE EVENT TRIGGER b ON sql_drop EXECUTE FUNCTION log();
ALTER EVENT TRIGGER b DISABLE;

-- case: extension goes to another schema, another is made
CREATE SCHEMA ext;
CREATE EXTENSION pgcrypto;
CREATE TABLE t (id uuid DEFAULT gen_random_uuid());
-- after:
CREATE SCHEMA ext;
CREATE EXTENSION pgcrypto WITH SCHEMA ext;
CREATE EXTENSION citext;
CREATE TABLE t (id uuid DEFAULT gen_random_uuid(), name citext UNIQUE);

-- case: extension is dropped with the column of its type
CREATE EXTENSION hstore;
CREATE TABLE t (id int, h hstore DEFAULT ''::hstore);
CREATE INDEX t_h ON t USING gin (h);
-- after:
CREATE TABLE t (id int, h jsonb DEFAULT '{}'::jsonb);

-- case: text search is set up, used and changed
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
CREATE TABLE t (body text, v tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED);
CREATE INDEX t_v ON t USING gin (v);
-- after:
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, LANGUAGE = german);
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word, asciiword WITH d, simple;
CREATE TABLE t (body text, v tsvector GENERATED ALWAYS AS (to_tsvector('german', body)) STORED);
CREATE INDEX t_v ON t USING gin (v);

-- case: operators, classes and families
CREATE FUNCTION eq(point, point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 ~= $2';
-- after:
CREATE FUNCTION eq(point, point) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 ~= $2';
CREATE FUNCTION hp(point) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE OPERATOR === (LEFTARG = point, RIGHTARG = point, FUNCTION = eq, COMMUTATOR = ===, HASHES);
CREATE OPERATOR CLASS point_h FOR TYPE point USING hash AS OPERATOR 1 ===, FUNCTION 1 hp(point);
CREATE TABLE t (p point);
CREATE INDEX i ON t USING hash (p point_h);

-- case: rules on tables and views
CREATE TABLE t (id int, a int); CREATE TABLE log (id int);
CREATE RULE r AS ON UPDATE TO t DO ALSO INSERT INTO log VALUES (NEW.id);
CREATE RULE gone AS ON DELETE TO t DO INSTEAD NOTHING;
-- after:
CREATE TABLE t (id int, a int); CREATE TABLE log (id int, at timestamptz DEFAULT now());
CREATE RULE r AS ON UPDATE TO t WHERE OLD.a <> NEW.a DO ALSO INSERT INTO log (id) VALUES (NEW.id);
CREATE VIEW v AS SELECT id FROM t;
CREATE RULE vi AS ON INSERT TO v DO INSTEAD INSERT INTO t (id) VALUES (NEW.id);

-- case: casts, conversions and collations
CREATE TYPE box2 AS (a int);
CREATE COLLATION nums (provider = icu, locale = 'en-u-kn-true');
-- after:
CREATE TYPE box2 AS (a int);
CREATE FUNCTION to_box(int) RETURNS box2 LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1)::box2';
CREATE CAST (int AS box2) WITH FUNCTION to_box(int) AS ASSIGNMENT;
CREATE COLLATION nums (provider = icu, locale = 'de-u-kn-true');
CREATE TABLE t (a text COLLATE nums);

-- case: publications of tables, columns and schemas
CREATE TABLE a (id int PRIMARY KEY, n int); CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a;
-- after:
CREATE TABLE a (id int PRIMARY KEY, n int); CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a (id) WHERE (id > 3), b WITH (publish = 'insert, update');

-- case: foreign tables, servers and mappings
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'a');
CREATE FOREIGN TABLE f (a int) SERVER s OPTIONS (name 'x');
-- after:
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'b', port '1');
CREATE FOREIGN TABLE f (a bigint, b text OPTIONS (col 'bb')) SERVER s OPTIONS (name 'y');

-- case: range types and the tables that hold them
CREATE TYPE fr AS RANGE (subtype = float8);
CREATE TABLE t (r fr);
-- after:
CREATE TYPE fr AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (r fr);
CREATE INDEX i ON t USING gist (r);

-- case: sequences in every way
CREATE SEQUENCE a; CREATE SEQUENCE b AS smallint INCREMENT -1 MINVALUE -100 MAXVALUE 10 START 5 CYCLE; CREATE SEQUENCE gone;
-- after:
CREATE SEQUENCE a AS integer START 100 CACHE 10; CREATE SEQUENCE b AS bigint INCREMENT 2 MINVALUE 1 NO MAXVALUE START 5; CREATE SEQUENCE fresh INCREMENT 3 MINVALUE 3;

-- case: unlogged sequence and table
CREATE SEQUENCE a; CREATE TABLE t (id int);
-- after:
CREATE UNLOGGED SEQUENCE a; CREATE UNLOGGED TABLE t (id int GENERATED ALWAYS AS IDENTITY);

-- case: schema is dropped with all that is in it
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('a'); CREATE TABLE s.t (id serial PRIMARY KEY, x s.e); CREATE VIEW s.v AS SELECT id FROM s.t;
CREATE FUNCTION s.f(s.t) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
CREATE TABLE k (t int REFERENCES s.t);
-- after:
CREATE TABLE k (t int);

-- case: function over rows of a table whose columns change
CREATE TABLE t (id int, a int);
CREATE FUNCTION full_name(r t) RETURNS text LANGUAGE sql STABLE AS 'SELECT r.a::text';
CREATE VIEW v AS SELECT id, full_name(t) AS n FROM t;
-- after:
CREATE TABLE t (id int, b text);
CREATE FUNCTION full_name(r t) RETURNS text LANGUAGE sql STABLE AS 'SELECT r.b';
CREATE VIEW v AS SELECT id, full_name(t) AS n FROM t;

-- case: trigger function is replaced by another, and the first goes
CREATE TABLE t (id int);
CREATE FUNCTION a() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION a();
-- after:
CREATE TABLE t (id int);
CREATE FUNCTION b() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION b();

-- case: table becomes a view, view becomes a table
CREATE TABLE a (id int, n int); CREATE TABLE b (id int, n int); CREATE VIEW c AS SELECT id FROM b;
-- after:
CREATE VIEW a AS SELECT 1 AS id, 2 AS n; CREATE TABLE b (id int, n int); CREATE TABLE c (id int);

-- case: view becomes materialized, and back
CREATE TABLE t (id int); CREATE VIEW a AS SELECT id FROM t; CREATE MATERIALIZED VIEW b AS SELECT id FROM t; CREATE VIEW on_a AS SELECT id FROM a;
-- after:
CREATE TABLE t (id int); CREATE MATERIALIZED VIEW a AS SELECT id FROM t; CREATE VIEW b AS SELECT id FROM t; CREATE VIEW on_a AS SELECT id FROM a; CREATE INDEX ai ON a (id);

-- case: type becomes another kind of type
CREATE TYPE a AS ENUM ('x', 'y'); CREATE TYPE b AS (n int); CREATE DOMAIN c AS int; CREATE TABLE t (x a, z c);
-- after:
CREATE DOMAIN a AS text CHECK (VALUE IN ('x', 'y')); CREATE TYPE b AS ENUM ('n'); CREATE TYPE c AS ENUM ('1'); CREATE TABLE t (x a, z int);

-- case: column moves to another schema's enum with arrays
CREATE SCHEMA s; CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e DEFAULT 'a', y e[] DEFAULT '{}');
-- after:
CREATE SCHEMA s; CREATE TYPE s.e AS ENUM ('a', 'b'); CREATE TABLE t (x s.e DEFAULT 'a', y s.e[] DEFAULT '{}');

-- case: things that print in another way
CREATE TABLE t (a int CHECK (a BETWEEN 1 AND 5), b text CHECK (b IN ('x', 'y')), c text CHECK (c LIKE 'a%' AND c NOT ILIKE '%b'), d int CHECK (d = ANY (ARRAY[1, 2])), e timestamptz DEFAULT CURRENT_TIMESTAMP, f date DEFAULT now()::date, g text DEFAULT 'x'::varchar, CHECK (COALESCE(a, 0) + 1 > -1), CHECK (CASE WHEN a > 1 THEN b IS NULL ELSE true END));
CREATE VIEW v AS SELECT t.a AS x, CAST(b AS varchar(3)), c || 'z' AS y FROM t WHERE a IN (1, 2) AND NOT (b = 'x' OR c IS NULL) ORDER BY 1 LIMIT 10;
-- equal:
CREATE TABLE t (a int CHECK (((a >= 1) AND (a <= 5))), b text CHECK ((b = ANY (ARRAY['x'::text, 'y'::text]))), c text CHECK (((c ~~ 'a%'::text) AND (c !~~* '%b'::text))), d int CHECK ((d = ANY (ARRAY[1, 2]))), e timestamptz DEFAULT CURRENT_TIMESTAMP, f date DEFAULT (now())::date, g text DEFAULT 'x'::character varying, CHECK (((COALESCE(a, 0) + 1) > '-1'::integer)), CHECK (CASE WHEN (a > 1) THEN (b IS NULL) ELSE true END));
CREATE VIEW v AS SELECT a AS x, (b)::character varying(3) AS b, (c || 'z'::text) AS y FROM t WHERE ((a = ANY (ARRAY[1, 2])) AND (NOT ((b = 'x'::text) OR (c IS NULL)))) ORDER BY a LIMIT 10;

-- case: views as the server prints them
CREATE TABLE o (id int PRIMARY KEY, c int, at timestamptz, sum numeric(10,2)); CREATE TABLE c (id int PRIMARY KEY, name text);
CREATE VIEW v AS SELECT c.name, date_trunc('day', o.at) AS day, sum(o.sum) FILTER (WHERE o.sum > 0) AS total, count(DISTINCT o.id) FROM o LEFT JOIN c ON c.id = o.c WHERE EXTRACT(year FROM o.at) = 2020 AND o.at > now() - interval '1 day' GROUP BY c.name, 2 HAVING count(*) > 1;
-- equal:
CREATE TABLE o (id int PRIMARY KEY, c int, at timestamptz, sum numeric(10,2)); CREATE TABLE c (id int PRIMARY KEY, name text);
CREATE VIEW v AS  SELECT c.name,
    date_trunc('day'::text, o.at) AS day,
    sum(o.sum) FILTER (WHERE (o.sum > (0)::numeric)) AS total,
    count(DISTINCT o.id) AS count
   FROM (o
     LEFT JOIN c ON ((c.id = o.c)))
  WHERE ((EXTRACT(year FROM o.at) = (2020)::numeric) AND (o.at > (now() - '1 day'::interval)))
  GROUP BY c.name, (date_trunc('day'::text, o.at))
 HAVING (count(*) > 1);

-- case: types in all their spellings
CREATE TABLE t (a int4, b int8, c bool, d varchar, e char, f decimal(5), g float, h float(10), i timestamp(3) with time zone, j time, k bit varying(5), l "char", m int[3][], n serial, o double precision, p name, q interval(2), r character varying(7)[]);
-- equal:
CREATE SEQUENCE t_n_seq AS integer;
CREATE TABLE t (a integer, b bigint, c boolean, d character varying, e character(1), f numeric(5,0), g double precision, h real, i timestamptz(3), j time without time zone, k varbit(5), l "char", m integer[], n integer DEFAULT nextval('t_n_seq') NOT NULL, o float8, p name, q interval(2), r varchar(7)[]);
ALTER SEQUENCE t_n_seq OWNED BY t.n;

-- case: a table as pg_dump writes it
CREATE TABLE o (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
CREATE TABLE u (id bigserial PRIMARY KEY, mail text NOT NULL UNIQUE, org int REFERENCES o (id) ON DELETE CASCADE, at timestamptz DEFAULT now(), CHECK (mail <> ''));
-- equal:
CREATE TABLE public.u (id bigint NOT NULL, mail text NOT NULL, org integer, at timestamp with time zone DEFAULT now(), CONSTRAINT u_mail_check CHECK ((mail <> ''::text)));
CREATE SEQUENCE public.u_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.u_id_seq OWNED BY public.u.id;
CREATE TABLE public.o (id integer NOT NULL);
ALTER TABLE public.o ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME public.o_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);
ALTER TABLE ONLY public.u ALTER COLUMN id SET DEFAULT nextval('public.u_id_seq'::regclass);
ALTER TABLE ONLY public.o ADD CONSTRAINT o_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.u ADD CONSTRAINT u_mail_key UNIQUE (mail);
ALTER TABLE ONLY public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.u ADD CONSTRAINT u_org_fkey FOREIGN KEY (org) REFERENCES public.o(id) ON DELETE CASCADE;

-- case: functions, triggers and policies as pg_dump writes them
CREATE TABLE t (id int, a text);
CREATE OR REPLACE FUNCTION f(x integer, y text default 'a') RETURNS text AS $body$ BEGIN RETURN y; END; $body$ LANGUAGE plpgsql VOLATILE;
CREATE FUNCTION g() RETURNS trigger AS $$ BEGIN RETURN NEW; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a IS NOT NULL) EXECUTE PROCEDURE g();
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR ALL TO public USING (a = current_setting('x')) WITH CHECK (id > 0);
-- equal:
CREATE TABLE public.t (id integer, a text);
CREATE FUNCTION public.f(x integer, y text DEFAULT 'a'::text) RETURNS text LANGUAGE plpgsql AS $_$ BEGIN RETURN y; END; $_$;
CREATE FUNCTION public.g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a IS NOT NULL)) EXECUTE FUNCTION public.g();
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON public.t USING ((a = current_setting('x'::text))) WITH CHECK ((id > 0));
