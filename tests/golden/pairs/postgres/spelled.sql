-- case: in is any of an array
CREATE TABLE orders (id int, status text CHECK (status IN ('new', 'paid')), kind varchar(10) CHECK (kind IN ('a', 'b')), n int CHECK (n IN (1, 2)));
-- equal:
CREATE TABLE orders (id int, status text, kind varchar(10), n int,
  CONSTRAINT orders_status_check CHECK ((status = ANY (ARRAY['new'::text, 'paid'::text]))),
  CONSTRAINT orders_kind_check CHECK (((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))),
  CONSTRAINT orders_n_check CHECK ((n = ANY (ARRAY[1, 2]))));

-- case: not in is not equal all
CREATE TABLE t (a text, n int, CHECK (a NOT IN ('x', 'y')), CONSTRAINT nn CHECK (NOT n IN (1, 2)));
-- equal:
CREATE TABLE t (a text, n int, CONSTRAINT t_a_check CHECK ((a <> ALL (ARRAY['x'::text, 'y'::text]))), CONSTRAINT nn CHECK ((NOT (n = ANY (ARRAY[1, 2])))));

-- case: between is two comparisons
CREATE TABLE t (a int CHECK (a BETWEEN 1 AND 10), b date CHECK (b BETWEEN '2020-01-01' AND '2021-01-01'), c numeric CHECK (c NOT BETWEEN 0 AND 1));
-- equal:
CREATE TABLE t (a int, b date, c numeric,
  CONSTRAINT t_a_check CHECK (((a >= 1) AND (a <= 10))),
  CONSTRAINT t_b_check CHECK (((b >= '2020-01-01'::date) AND (b <= '2021-01-01'::date))),
  CONSTRAINT t_c_check CHECK (((c < (0)::numeric) OR (c > (1)::numeric))));

-- case: like and its operators
CREATE TABLE t (a text CHECK (a LIKE 'x%'), b text CHECK (b NOT LIKE '%y'), c text CHECK (c ILIKE 'z%'), d text CHECK (d NOT ILIKE 'q'), e varchar(20) CHECK (e LIKE '%@%'), f text CHECK (f SIMILAR TO '[a-z]+'));
-- equal:
CREATE TABLE t (a text, b text, c text, d text, e varchar(20), f text,
  CONSTRAINT t_a_check CHECK ((a ~~ 'x%'::text)), CONSTRAINT t_b_check CHECK ((b !~~ '%y'::text)),
  CONSTRAINT t_c_check CHECK ((c ~~* 'z%'::text)), CONSTRAINT t_d_check CHECK ((d !~~* 'q'::text)),
  CONSTRAINT t_e_check CHECK (((e)::text ~~ '%@%'::text)),
  CONSTRAINT t_f_check CHECK ((f ~ similar_to_escape('[a-z]+'::text))));

-- case: text functions on varchar
CREATE TABLE t (email varchar(255) NOT NULL CHECK (length(email) > 3), code char(3) CHECK (code = upper(code)), n varchar(9) CHECK (trim(n) <> ''), z varchar(5) CHECK (z ~ '^[0-9]+$'));
-- equal:
CREATE TABLE t (email character varying(255) NOT NULL, code character(3), n character varying(9), z character varying(5),
  CONSTRAINT t_email_check CHECK ((length((email)::text) > 3)),
  CONSTRAINT t_code_check CHECK ((code = upper((code)::text))),
  CONSTRAINT t_n_check CHECK ((TRIM(BOTH FROM n) <> ''::text)),
  CONSTRAINT t_z_check CHECK (((z)::text ~ '^[0-9]+$'::text)));

-- case: defaults with casts
CREATE TABLE t (a text DEFAULT 'x', b varchar(5) DEFAULT 'y', c numeric(10, 2) DEFAULT 0, d bigint DEFAULT 0, e boolean DEFAULT 't', f date DEFAULT '2020-01-01', g jsonb DEFAULT '{}', h text[] DEFAULT '{}', i int DEFAULT -1, j interval DEFAULT '1 day', k uuid DEFAULT gen_random_uuid(), l timestamp DEFAULT now(), m timestamptz DEFAULT current_timestamp, n numeric DEFAULT 1.50, o smallint DEFAULT '5', p real DEFAULT 1.5);
-- equal:
CREATE TABLE t (a text DEFAULT 'x'::text, b character varying(5) DEFAULT 'y'::character varying, c numeric(10,2) DEFAULT 0, d bigint DEFAULT 0, e boolean DEFAULT true, f date DEFAULT '2020-01-01'::date, g jsonb DEFAULT '{}'::jsonb, h text[] DEFAULT '{}'::text[], i integer DEFAULT '-1'::integer, j interval DEFAULT '1 day'::interval, k uuid DEFAULT gen_random_uuid(), l timestamp without time zone DEFAULT now(), m timestamp with time zone DEFAULT CURRENT_TIMESTAMP, n numeric DEFAULT 1.50, o smallint DEFAULT '5'::smallint, p real DEFAULT 1.5);

-- case: defaults of arrays and booleans
CREATE TABLE t (a int[] DEFAULT ARRAY[]::int[], b text[] DEFAULT ARRAY['a', 'b'], c boolean DEFAULT 'yes', d boolean DEFAULT 'off', e boolean DEFAULT '1', f varchar[] DEFAULT ARRAY['x']::varchar[], g text[] DEFAULT '{"a","b"}');
-- equal:
CREATE TABLE t (a integer[] DEFAULT ARRAY[]::integer[], b text[] DEFAULT ARRAY['a'::text, 'b'::text], c boolean DEFAULT true, d boolean DEFAULT false, e boolean DEFAULT true, f character varying[] DEFAULT ARRAY['x'::character varying], g text[] DEFAULT '{a,b}'::text[]);

-- case: cast functions and type words
CREATE TABLE t (a date DEFAULT CAST('2020-01-01' AS date), b timestamp DEFAULT timestamp '2020-01-01 00:00:00', c interval DEFAULT interval '1 hour', d numeric DEFAULT CAST(1 AS numeric), e text DEFAULT CAST('x' AS text));
-- equal:
CREATE TABLE t (a date DEFAULT '2020-01-01'::date, b timestamp DEFAULT '2020-01-01 00:00:00'::timestamp without time zone, c interval DEFAULT '01:00:00'::interval, d numeric DEFAULT (1)::numeric, e text DEFAULT 'x'::text);

-- case: time zones and now
CREATE TABLE t (a timestamp DEFAULT (now() AT TIME ZONE 'utc'), b timestamp DEFAULT timezone('UTC', now()), c date DEFAULT now()::date, d timestamptz DEFAULT now() + interval '1 day', e time DEFAULT localtime, f timestamp(3) DEFAULT current_timestamp(3));
-- equal:
CREATE TABLE t (a timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc'::text), b timestamp without time zone DEFAULT (now() AT TIME ZONE 'UTC'::text), c date DEFAULT (now())::date, d timestamp with time zone DEFAULT (now() + '1 day'::interval), e time without time zone DEFAULT LOCALTIME, f timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP(3));

-- case: sql words that are functions
CREATE TABLE t (a text DEFAULT current_user, b text DEFAULT session_user, c text DEFAULT user, d text CHECK (substring(d from 1 for 2) = 'ab'), e text CHECK (position('x' in e) > 0), f timestamptz CHECK (extract(year from f) > 2000), g text CHECK (overlay(g placing 'x' from 1) <> ''));
-- equal:
CREATE TABLE t (a text DEFAULT CURRENT_USER, b text DEFAULT SESSION_USER, c text DEFAULT USER, d text, e text, f timestamp with time zone, g text,
  CONSTRAINT t_d_check CHECK ((SUBSTRING(d FROM 1 FOR 2) = 'ab'::text)),
  CONSTRAINT t_e_check CHECK ((POSITION(('x'::text) IN (e)) > 0)),
  CONSTRAINT t_f_check CHECK ((EXTRACT(year FROM f) > (2000)::numeric)),
  CONSTRAINT t_g_check CHECK ((OVERLAY(g PLACING 'x'::text FROM 1) <> ''::text)));

-- case: is true and not
CREATE TABLE t (a boolean, b boolean, n int, CHECK (a IS TRUE OR NOT b), CHECK (a = true), CHECK (n IS NOT NULL AND a IS NOT FALSE), CHECK (a <> b), CHECK (n IS DISTINCT FROM 1));
-- equal:
CREATE TABLE t (a boolean, b boolean, n integer,
  CONSTRAINT t_check CHECK (((a IS TRUE) OR (NOT b))), CONSTRAINT t_a_check CHECK ((a = true)),
  CONSTRAINT t_check1 CHECK (((n IS NOT NULL) AND (a IS NOT FALSE))), CONSTRAINT t_check2 CHECK ((a <> b)), CONSTRAINT t_n_check CHECK ((n IS DISTINCT FROM 1)));

-- case: case coalesce nullif greatest
CREATE TABLE t (a int, b int, c text, CHECK (CASE WHEN a > 0 THEN b > 0 ELSE true END), CHECK (coalesce(a, b) > 0), CHECK (nullif(c, '') IS NOT NULL), CHECK (greatest(a, b) < 10), CHECK (num_nonnulls(a, b) = 1), CHECK ((a IS NULL) <> (b IS NULL)), CHECK (CASE c WHEN 'x' THEN a = 1 END));
-- equal:
CREATE TABLE t (a integer, b integer, c text,
  CONSTRAINT t_check CHECK (
CASE
    WHEN (a > 0) THEN (b > 0)
    ELSE true
END),
  CONSTRAINT t_check1 CHECK ((COALESCE(a, b) > 0)),
  CONSTRAINT t_c_check CHECK ((NULLIF(c, ''::text) IS NOT NULL)),
  CONSTRAINT t_check2 CHECK ((GREATEST(a, b) < 10)),
  CONSTRAINT t_check3 CHECK ((num_nonnulls(a, b) = 1)),
  CONSTRAINT t_check4 CHECK (((a IS NULL) <> (b IS NULL))),
  CONSTRAINT t_check5 CHECK (
CASE c
    WHEN 'x'::text THEN (a = 1)
    ELSE NULL::boolean
END));

-- case: row and array expressions
CREATE TABLE t (a int, b int, c int[], d jsonb, CHECK ((a, b) <> (1, 2)), CHECK (c[1] > 0), CHECK (array_length(c, 1) < 5), CHECK (d ? 'x'), CHECK (d->>'k' <> ''), CHECK (d->'a'->'b' IS NOT NULL), CHECK ((d->>'n')::int > 0), CHECK (1 = ANY (c)), CHECK (c <@ ARRAY[1, 2]));
-- equal:
CREATE TABLE t (a integer, b integer, c integer[], d jsonb,
  CONSTRAINT t_check CHECK ((ROW(a, b) <> ROW(1, 2))),
  CONSTRAINT t_c_check CHECK ((c[1] > 0)),
  CONSTRAINT t_c_check1 CHECK ((array_length(c, 1) < 5)),
  CONSTRAINT t_d_check CHECK ((d ? 'x'::text)),
  CONSTRAINT t_d_check1 CHECK (((d ->> 'k'::text) <> ''::text)),
  CONSTRAINT t_d_check2 CHECK ((((d -> 'a'::text) -> 'b'::text) IS NOT NULL)),
  CONSTRAINT t_d_check3 CHECK ((((d ->> 'n'::text))::integer > 0)),
  CONSTRAINT t_c_check2 CHECK ((1 = ANY (c))),
  CONSTRAINT t_c_check3 CHECK ((c <@ ARRAY[1, 2])));

-- case: arithmetic and precedence
CREATE TABLE t (a int, b int, n numeric(8,2), CHECK (a + b * 2 > 10 AND a > 0 OR b < 0), CHECK (a % 2 = 0), CHECK (n > 0), CHECK (n * 1.5 < 100), CHECK (a::bigint * b < 100), CHECK (-a < 5), CHECK (a != 3));
-- equal:
CREATE TABLE t (a integer, b integer, n numeric(8,2),
  CONSTRAINT t_check CHECK (((((a + (b * 2)) > 10) AND (a > 0)) OR (b < 0))),
  CONSTRAINT t_a_check CHECK (((a % 2) = 0)),
  CONSTRAINT t_n_check CHECK ((n > (0)::numeric)),
  CONSTRAINT t_n_check1 CHECK (((n * 1.5) < (100)::numeric)),
  CONSTRAINT t_check1 CHECK ((((a)::bigint * b) < 100)),
  CONSTRAINT t_a_check1 CHECK (((- a) < 5)),
  CONSTRAINT t_a_check2 CHECK ((a <> 3)));

-- case: numbers of other types
CREATE TABLE t (a smallint CHECK (a > 0), b bigint CHECK (b > 0), c real CHECK (c > 0), d double precision CHECK (d <= 1), e double precision CHECK (e BETWEEN 0.5 AND 1), f money CHECK (f > '1'));
-- equal:
CREATE TABLE t (a smallint, b bigint, c real, d double precision, e double precision, f money,
  CONSTRAINT t_a_check CHECK ((a > 0)), CONSTRAINT t_b_check CHECK ((b > 0)), CONSTRAINT t_c_check CHECK ((c > (0)::double precision)),
  CONSTRAINT t_d_check CHECK ((d <= (1)::double precision)),
  CONSTRAINT t_e_check CHECK (((e >= (0.5)::double precision) AND (e <= (1)::double precision))),
  CONSTRAINT t_f_check CHECK ((f > ('1'::text)::money)));

-- case: type synonyms
CREATE TABLE t (a int4, b int8, c int2, d bool, e float4, f float8, g float(20), h float(50), i decimal(8, 2), j dec, k varchar, l char(1), m char, n timestamptz, o timetz, p time, q bit varying(3), r varbit, s national character varying(3), t nchar(2), u character varying, v int ARRAY, w int ARRAY[3], x numeric(5), y serial4, z serial8);
-- equal:
CREATE TABLE t (a integer, b bigint, c smallint, d boolean, e real, f double precision, g real, h double precision, i numeric(8,2), j numeric, k character varying, l character(1), m character(1), n timestamp with time zone, o time with time zone, p time without time zone, q bit varying(3), r bit varying, s character varying(3), t character(2), u varchar, v integer[], w integer[], x numeric(5,0), y serial, z bigserial);

-- case: pg_catalog in types and functions
CREATE TABLE t (a pg_catalog.int4 DEFAULT pg_catalog.length('x'), b pg_catalog.text, c pg_catalog.timestamptz DEFAULT pg_catalog.now(), CHECK (b OPERATOR(pg_catalog.<>) 'x'));
-- equal:
CREATE TABLE t (a integer DEFAULT length('x'::text), b text, c timestamptz DEFAULT now(), CONSTRAINT t_b_check CHECK (b <> 'x'));

-- case: public in front of everything
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (id serial PRIMARY KEY, m mood DEFAULT 'a', p pos, ms mood[] DEFAULT '{a}');
CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE INDEX i ON t (f(m));
CREATE VIEW v AS SELECT id, m FROM t WHERE m = 'a';
-- equal:
CREATE TYPE public.mood AS ENUM ('a', 'b');
CREATE DOMAIN public.pos AS integer CONSTRAINT pos_check CHECK ((VALUE > 0));
CREATE TABLE public.t (id integer NOT NULL, m public.mood DEFAULT 'a'::public.mood, p public.pos, ms public.mood[] DEFAULT '{a}'::public.mood[]);
CREATE SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
CREATE FUNCTION public.f(m public.mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$SELECT 1$$;
CREATE INDEX i ON public.t USING btree (public.f(m));
CREATE VIEW public.v AS
 SELECT t.id,
    t.m
   FROM public.t
  WHERE (t.m = 'a'::public.mood);

-- case: quoted words that need no quotes
CREATE TABLE "users" ("id" "int4" PRIMARY KEY, "name" "text" COLLATE "pg_catalog"."default", "Mixed" int);
CREATE INDEX "users_name" ON "users" ("name");
-- equal:
CREATE TABLE users (id int4 CONSTRAINT "users_pkey" PRIMARY KEY, NAME text, "Mixed" INT);
CREATE INDEX USERS_name ON Users (NAME);

-- case: indexes in the server's words
CREATE TABLE t (a int, b text, c varchar(10), d jsonb, e tsvector, f timestamptz);
CREATE INDEX i1 ON t (lower(b));
CREATE INDEX i2 ON t (a DESC, b ASC NULLS FIRST);
CREATE INDEX i3 ON t (a) WHERE b IS NOT NULL AND a > 3;
CREATE INDEX i4 ON t USING gin (d jsonb_path_ops);
CREATE INDEX i5 ON t (lower(c), (a + 1));
CREATE INDEX i6 ON t ((d->>'x'));
CREATE UNIQUE INDEX i7 ON t (a) INCLUDE (b) WITH (fillfactor=70);
CREATE INDEX i8 ON t (b text_pattern_ops, c varchar_pattern_ops);
CREATE INDEX i9 ON t (b COLLATE "C");
CREATE INDEX i10 ON t (coalesce(b, ''));
CREATE INDEX i11 ON t (date_trunc('day', f AT TIME ZONE 'UTC'));
CREATE INDEX i12 ON t (a NULLS LAST) WHERE c IN ('x', 'y');
-- equal:
CREATE TABLE t (a int, b text, c varchar(10), d jsonb, e tsvector, f timestamptz);
CREATE INDEX i1 ON public.t USING btree (lower(b));
CREATE INDEX i2 ON public.t USING btree (a DESC NULLS FIRST, b NULLS FIRST);
CREATE INDEX i3 ON public.t USING btree (a) WHERE ((b IS NOT NULL) AND (a > 3));
CREATE INDEX i4 ON public.t USING gin (d jsonb_path_ops);
CREATE INDEX i5 ON public.t USING btree (lower((c)::text), ((a + 1)));
CREATE INDEX i6 ON public.t USING btree (((d ->> 'x'::text)));
CREATE UNIQUE INDEX i7 ON public.t USING btree (a) INCLUDE (b) WITH (fillfactor='70');
CREATE INDEX i8 ON public.t USING btree (b text_pattern_ops, c varchar_pattern_ops);
CREATE INDEX i9 ON public.t USING btree (b COLLATE pg_catalog."C");
CREATE INDEX i10 ON public.t USING btree (COALESCE(b, ''::text));
CREATE INDEX i11 ON public.t USING btree (date_trunc('day'::text, (f AT TIME ZONE 'UTC'::text)));
CREATE INDEX i12 ON public.t USING btree (a) WHERE ((c)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]));

-- case: default operator classes and collations
CREATE TABLE t (a int, b text, c inet, d int4range, e point);
CREATE INDEX i1 ON t (a, b);
CREATE INDEX i2 ON t USING gist (d);
CREATE INDEX i3 ON t USING hash (b);
CREATE INDEX i4 ON t USING gist (e);
CREATE INDEX i5 ON t USING brin (a);
-- equal:
CREATE TABLE t (a int, b text, c inet, d int4range, e point);
CREATE INDEX i1 ON t USING btree (a int4_ops ASC NULLS LAST, b COLLATE "default" text_ops);
CREATE INDEX i2 ON t USING gist (d range_ops);
CREATE INDEX i3 ON t USING hash (b text_ops);
CREATE INDEX i4 ON t USING gist (e point_ops);
CREATE INDEX i5 ON t USING brin (a int4_minmax_ops);

-- case: check with all the parentheses
CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (a > 0 AND b > 0 AND a < b));
-- equal:
CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (((((a) > (0)) AND (b > 0)) AND (a < b))));

-- case: generated columns in the server's words
CREATE TABLE t (a int, b text, c varchar(9), g1 int GENERATED ALWAYS AS (a * 2 + 1) STORED, g2 text GENERATED ALWAYS AS (b || '-' || c) STORED, g3 tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(b, ''))) STORED, g4 text GENERATED ALWAYS AS (lower(c)) STORED, g5 boolean GENERATED ALWAYS AS (a IS NOT NULL) STORED, g6 numeric(8,2) GENERATED ALWAYS AS (a * 1.1) STORED);
-- equal:
CREATE TABLE t (a integer, b text, c character varying(9), g1 integer GENERATED ALWAYS AS (((a * 2) + 1)) STORED, g2 text GENERATED ALWAYS AS (((b || '-'::text) || (c)::text)) STORED, g3 tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, COALESCE(b, ''::text))) STORED, g4 text GENERATED ALWAYS AS (lower((c)::text)) STORED, g5 boolean GENERATED ALWAYS AS ((a IS NOT NULL)) STORED, g6 numeric(8,2) GENERATED ALWAYS AS (((a)::numeric * 1.1)) STORED);

-- case: weighted vector
CREATE TABLE t (a text, b text, v tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', a), 'A') || setweight(to_tsvector('english', coalesce(b, '')), 'B')) STORED);
CREATE INDEX i ON t USING gin (to_tsvector('simple', a || ' ' || b));
-- equal:
CREATE TABLE t (a text, b text, v tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('english'::regconfig, a), 'A'::"char") || setweight(to_tsvector('english'::regconfig, COALESCE(b, ''::text)), 'B'::"char"))) STORED);
CREATE INDEX i ON t USING gin (to_tsvector('simple'::regconfig, ((a || ' '::text) || b)));

-- case: sequences with every default said
CREATE SEQUENCE a; CREATE SEQUENCE b START 5; CREATE SEQUENCE c INCREMENT -1; CREATE SEQUENCE d AS smallint; CREATE SEQUENCE e MINVALUE 10; CREATE SEQUENCE f CYCLE;
-- equal:
CREATE SEQUENCE a AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE OWNED BY NONE;
CREATE SEQUENCE b START WITH 5 NO MINVALUE;
CREATE SEQUENCE c INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1;
CREATE SEQUENCE d AS int2 MAXVALUE 32767;
CREATE SEQUENCE e MINVALUE 10 START 10;
CREATE SEQUENCE f CYCLE CACHE 1;

-- case: identity with every default said
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b bigint GENERATED BY DEFAULT AS IDENTITY (START 10));
-- equal:
CREATE TABLE t (a integer NOT NULL, b bigint NOT NULL);
ALTER TABLE public.t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_a_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);
ALTER TABLE public.t ALTER COLUMN b ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME public.t_b_seq START WITH 10 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

-- case: domains with several checks
CREATE DOMAIN d AS varchar(20) DEFAULT 'x' NOT NULL CHECK (length(VALUE) > 1) CONSTRAINT two CHECK (VALUE <> 'zz') CHECK (VALUE ~ '^x');
CREATE DOMAIN e AS numeric(5, 2) CHECK (VALUE >= 0 AND VALUE <= 100);
CREATE DOMAIN k AS text CHECK (VALUE IN ('a', 'b'));
-- equal:
CREATE DOMAIN public.d AS character varying(20) NOT NULL DEFAULT 'x'::character varying
  CONSTRAINT d_check CHECK ((length((VALUE)::text) > 1))
  CONSTRAINT d_check1 CHECK (((VALUE)::text ~ '^x'::text))
  CONSTRAINT two CHECK (((VALUE)::text <> 'zz'::text));
CREATE DOMAIN public.e AS numeric(5,2) CONSTRAINT e_check CHECK (((VALUE >= (0)::numeric) AND (VALUE <= (100)::numeric)));
CREATE DOMAIN public.k AS text CONSTRAINT k_check CHECK ((VALUE = ANY (ARRAY['a'::text, 'b'::text])));

-- case: views in the server's words
CREATE TABLE users (id int PRIMARY KEY, name varchar(30), active boolean DEFAULT true, created timestamptz DEFAULT now());
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, total numeric(10,2), status text);
CREATE VIEW v1 AS SELECT u.id, u.name, count(*) AS n, sum(o.total) FROM users u JOIN orders o ON o.user_id = u.id WHERE u.active AND o.status IN ('a', 'b') GROUP BY u.id, u.name HAVING count(*) > 1 ORDER BY 3 DESC LIMIT 10;
CREATE VIEW v2 AS SELECT * FROM users WHERE name LIKE 'a%';
CREATE VIEW v3 AS SELECT id, CASE WHEN total > 10 THEN 'big' ELSE 'small' END AS size FROM orders UNION ALL SELECT id, 'u' FROM users;
CREATE VIEW v4 AS WITH x AS (SELECT user_id, max(total) AS m FROM orders GROUP BY 1) SELECT u.name, x.m FROM users u LEFT JOIN x ON x.user_id = u.id;
CREATE VIEW v5 AS SELECT id, row_number() OVER (PARTITION BY user_id ORDER BY total DESC) AS r FROM orders;
CREATE VIEW v6 AS SELECT id FROM users u WHERE EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id);
CREATE VIEW v7 AS SELECT DISTINCT ON (user_id) user_id, total::text AS t FROM orders ORDER BY user_id, total;
-- equal:
CREATE TABLE users (id int PRIMARY KEY, name varchar(30), active boolean DEFAULT true, created timestamptz DEFAULT now());
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, total numeric(10,2), status text);
CREATE VIEW public.v1 AS
 SELECT u.id,
    u.name,
    count(*) AS n,
    sum(o.total) AS sum
   FROM (public.users u
     JOIN public.orders o ON ((o.user_id = u.id)))
  WHERE (u.active AND (o.status = ANY (ARRAY['a'::text, 'b'::text])))
  GROUP BY u.id, u.name
 HAVING (count(*) > 1)
  ORDER BY (count(*)) DESC
 LIMIT 10;
CREATE VIEW public.v2 AS
 SELECT users.id,
    users.name,
    users.active,
    users.created
   FROM public.users
  WHERE ((users.name)::text ~~ 'a%'::text);
CREATE VIEW public.v3 AS
 SELECT orders.id,
        CASE
            WHEN (orders.total > (10)::numeric) THEN 'big'::text
            ELSE 'small'::text
        END AS size
   FROM public.orders
UNION ALL
 SELECT users.id,
    'u'::text AS size
   FROM public.users;
CREATE VIEW public.v4 AS
 WITH x AS (
         SELECT orders.user_id,
            max(orders.total) AS m
           FROM public.orders
          GROUP BY orders.user_id
        )
 SELECT u.name,
    x.m
   FROM (public.users u
     LEFT JOIN x ON ((x.user_id = u.id)));
CREATE VIEW public.v5 AS
 SELECT orders.id,
    row_number() OVER (PARTITION BY orders.user_id ORDER BY orders.total DESC) AS r
   FROM public.orders;
CREATE VIEW public.v6 AS
 SELECT u.id
   FROM public.users u
  WHERE (EXISTS ( SELECT 1
           FROM public.orders o
          WHERE (o.user_id = u.id)));
CREATE VIEW public.v7 AS
 SELECT DISTINCT ON (orders.user_id) orders.user_id,
    (orders.total)::text AS t
   FROM public.orders
  ORDER BY orders.user_id, orders.total;

-- case: materialized views and view options
CREATE TABLE t (id int, n numeric);
CREATE MATERIALIZED VIEW m AS SELECT id, sum(n) s FROM t GROUP BY id;
CREATE VIEW v WITH (security_barrier) AS SELECT id FROM t WHERE id > 0 WITH CHECK OPTION;
CREATE VIEW w (x) AS SELECT id FROM t;
-- equal:
CREATE TABLE t (id int, n numeric);
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.id,
    sum(t.n) AS s
   FROM public.t
  GROUP BY t.id
  WITH DATA;
CREATE VIEW public.v WITH (security_barrier='true') AS
 SELECT t.id
   FROM public.t
  WHERE (t.id > 0)
  WITH CASCADED CHECK OPTION;
CREATE VIEW public.w AS
 SELECT t.id AS x
   FROM public.t;

-- case: functions in the server's words
CREATE FUNCTION f(a int, b text = 'x') RETURNS text AS $$ BEGIN RETURN b || a; END $$ LANGUAGE plpgsql;
CREATE FUNCTION g(IN a int4, OUT b int, INOUT c text) AS 'SELECT 1, $2' LANGUAGE 'sql' STABLE STRICT;
CREATE OR REPLACE FUNCTION h() RETURNS SETOF int LANGUAGE sql IMMUTABLE RETURNS NULL ON NULL INPUT AS 'SELECT 1';
CREATE FUNCTION j(VARIADIC a int[]) RETURNS TABLE (x int, y text) LANGUAGE sql AS 'SELECT 1, ''a''';
CREATE PROCEDURE p(a int DEFAULT 1) LANGUAGE sql AS 'SELECT 1';
-- equal:
CREATE OR REPLACE FUNCTION public.f(a integer, b text DEFAULT 'x'::text)
 RETURNS text
 LANGUAGE plpgsql
 VOLATILE CALLED ON NULL INPUT SECURITY INVOKER COST 100 PARALLEL UNSAFE
AS $function$ BEGIN RETURN b || a; END $function$;
CREATE FUNCTION public.g(a integer, OUT b integer, INOUT c text) RETURNS record
 LANGUAGE sql STABLE STRICT
AS $_$SELECT 1, $2$_$;
CREATE FUNCTION public.h() RETURNS SETOF integer LANGUAGE sql IMMUTABLE STRICT ROWS 1000 AS $$SELECT 1$$;
CREATE FUNCTION public.j(VARIADIC a integer[]) RETURNS TABLE(x integer, y text) LANGUAGE sql AS $function$SELECT 1, 'a'$function$;
CREATE PROCEDURE public.p(IN a integer DEFAULT 1) LANGUAGE sql AS $procedure$SELECT 1$procedure$;

-- case: triggers in the server's words
CREATE TABLE t (id int, n text, m int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER a BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE PROCEDURE f();
CREATE TRIGGER b AFTER UPDATE OF n, m ON t FOR EACH ROW WHEN (OLD.n IS DISTINCT FROM NEW.n) EXECUTE FUNCTION f('x', 1);
CREATE TRIGGER c AFTER DELETE ON t REFERENCING OLD TABLE AS o EXECUTE FUNCTION f();
CREATE CONSTRAINT TRIGGER d AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.m > 0) EXECUTE FUNCTION f();
CREATE TRIGGER e BEFORE TRUNCATE ON t EXECUTE FUNCTION f();
-- equal:
CREATE TABLE t (id int, n text, m int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER a BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TRIGGER b AFTER UPDATE OF n, m ON public.t FOR EACH ROW WHEN ((old.n IS DISTINCT FROM new.n)) EXECUTE FUNCTION public.f('x', '1');
CREATE TRIGGER c AFTER DELETE ON public.t REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.f();
CREATE CONSTRAINT TRIGGER d AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.m > 0)) EXECUTE FUNCTION public.f();
CREATE TRIGGER e BEFORE TRUNCATE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.f();

-- case: policies in the server's words
CREATE TABLE t (id int, owner text, tenant int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON t USING (owner = current_user);
CREATE POLICY b ON t AS RESTRICTIVE FOR SELECT TO PUBLIC USING (tenant = current_setting('app.tenant')::int);
CREATE POLICY c ON t FOR INSERT WITH CHECK (id > 0 AND owner IN (SELECT rolname FROM pg_roles));
-- equal:
CREATE TABLE t (id int, owner text, tenant int);
CREATE POLICY a ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((owner = CURRENT_USER));
CREATE POLICY b ON public.t AS RESTRICTIVE FOR SELECT USING ((tenant = (current_setting('app.tenant'::text))::integer));
CREATE POLICY c ON public.t FOR INSERT WITH CHECK (((id > 0) AND (owner IN ( SELECT pg_roles.rolname FROM pg_roles))));
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- case: foreign keys with every default said
CREATE TABLE p (id int PRIMARY KEY, x int, UNIQUE (id, x));
CREATE TABLE c (a int REFERENCES p, b int REFERENCES p (id) ON DELETE CASCADE, d int, FOREIGN KEY (a, d) REFERENCES p (id, x) MATCH FULL, FOREIGN KEY (b, d) REFERENCES p (id, x) ON DELETE SET NULL (d));
-- equal:
CREATE TABLE p (id int PRIMARY KEY, x int, UNIQUE (id, x));
CREATE TABLE c (a int, b int, d int);
ALTER TABLE ONLY public.c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES public.p(id) MATCH SIMPLE ON UPDATE NO ACTION ON DELETE NO ACTION NOT DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE ONLY public.c ADD CONSTRAINT c_b_fkey FOREIGN KEY (b) REFERENCES public.p(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.c ADD CONSTRAINT c_a_d_fkey FOREIGN KEY (a, d) REFERENCES public.p(id, x) MATCH FULL;
ALTER TABLE ONLY public.c ADD CONSTRAINT c_b_d_fkey FOREIGN KEY (b, d) REFERENCES public.p(id, x) ON DELETE SET NULL (d);

-- case: exclusion in the server's words
CREATE TABLE t (room int4range, during tsrange, a circle, act boolean);
ALTER TABLE t ADD EXCLUDE USING gist (during WITH &&);
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (act);
ALTER TABLE t ADD EXCLUDE USING gist (tsrange(lower(during), upper(during), '[]') WITH &&) DEFERRABLE;
-- equal:
CREATE TABLE t (room int4range, during tsrange, a circle, act boolean);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_during_excl EXCLUDE USING gist (during WITH &&);
ALTER TABLE ONLY public.t ADD CONSTRAINT x EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (act);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_tsrange_excl EXCLUDE USING gist (tsrange(lower(during), upper(during), '[]'::text) WITH &&) DEFERRABLE;

-- case: partitions in the server's words
CREATE TABLE t (id int, d date NOT NULL, r text) PARTITION BY RANGE (d);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM ('2021-01-01') TO (MAXVALUE) PARTITION BY LIST (r);
CREATE TABLE t21 PARTITION OF t2 FOR VALUES IN ('a', 'b', NULL);
CREATE TABLE t22 PARTITION OF t2 DEFAULT;
CREATE TABLE h (id bigint) PARTITION BY HASH (id);
CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- equal:
CREATE TABLE public.t (id integer, d date NOT NULL, r text) PARTITION BY RANGE (d);
CREATE TABLE public.t1 (id integer, d date NOT NULL, r text);
CREATE TABLE public.t2 (id integer, d date NOT NULL, r text) PARTITION BY LIST (r);
CREATE TABLE public.t21 (id integer, d date NOT NULL, r text);
CREATE TABLE public.t22 (id integer, d date NOT NULL, r text);
CREATE TABLE public.h (id bigint) PARTITION BY HASH (id);
CREATE TABLE public.h0 (id bigint);
CREATE TABLE public.h1 (id bigint);
ALTER TABLE ONLY public.t ATTACH PARTITION public.t1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE ONLY public.t ATTACH PARTITION public.t2 FOR VALUES FROM ('2021-01-01') TO (MAXVALUE);
ALTER TABLE ONLY public.t2 ATTACH PARTITION public.t21 FOR VALUES IN ('a', 'b', NULL);
ALTER TABLE ONLY public.t2 ATTACH PARTITION public.t22 DEFAULT;
ALTER TABLE ONLY public.h ATTACH PARTITION public.h0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE ONLY public.h ATTACH PARTITION public.h1 FOR VALUES WITH (modulus 2, remainder 1);

-- case: bounds written otherwise
CREATE TABLE t (id int, d timestamptz NOT NULL) PARTITION BY RANGE (d, id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2020-01-01', 1) TO ('2020-02-01', 2);
CREATE TABLE l (k varchar(3)) PARTITION BY LIST (lower(k));
CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a');
-- equal:
CREATE TABLE t (id int, d timestamptz NOT NULL) PARTITION BY RANGE (d, id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2020-01-01 00:00:00+00', '1') TO ('2020-02-01 00:00:00+00', '2');
CREATE TABLE l (k varchar(3)) PARTITION BY LIST (lower((k)::text));
CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a'::text);

-- case: statistics in the server's words
CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS s2 (ndistinct, dependencies) ON a, c FROM t;
CREATE STATISTICS s3 ON (lower(c)) FROM t;
-- equal:
CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS public.s (ndistinct, dependencies, mcv) ON a, b FROM public.t;
CREATE STATISTICS public.s2 (dependencies, ndistinct) ON a, c FROM public.t;
CREATE STATISTICS public.s3 ON lower(c) FROM public.t;

-- case: grants written otherwise
CREATE TABLE t (a int, b int); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE SEQUENCE s;
GRANT SELECT, INSERT ON t TO pg_monitor;
GRANT UPDATE (a, b) ON t TO pg_monitor;
REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
GRANT USAGE, SELECT ON SEQUENCE s TO pg_monitor;
-- equal:
CREATE TABLE t (a int, b int); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE SEQUENCE s;
GRANT INSERT ON TABLE public.t TO pg_monitor; GRANT SELECT ON TABLE public.t TO pg_monitor;
GRANT UPDATE(b) ON TABLE public.t TO pg_monitor; GRANT UPDATE(a) ON TABLE public.t TO pg_monitor;
REVOKE ALL ON FUNCTION public.f() FROM PUBLIC;
GRANT SELECT,USAGE ON SEQUENCE public.s TO pg_monitor;

-- case: grant all and revoke one
CREATE TABLE t (a int);
GRANT ALL ON t TO pg_monitor;
REVOKE TRUNCATE, TRIGGER, REFERENCES ON t FROM pg_monitor;
-- equal:
CREATE TABLE t (a int);
GRANT SELECT, INSERT, UPDATE, DELETE ON t TO pg_monitor;

-- case: null default is none
CREATE TABLE t (a int DEFAULT NULL, b text NULL DEFAULT NULL::text, c varchar(3) DEFAULT NULL);
-- equal:
CREATE TABLE t (a int, b text NULL, c varchar(3));

-- case: reloptions written otherwise
CREATE TABLE t (a text) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = off);
-- equal:
CREATE TABLE t (a text);
ALTER TABLE t SET (autovacuum_enabled = 'false');
ALTER TABLE t SET (fillfactor = '70');
ALTER TABLE t SET (toast.autovacuum_enabled = off);

-- case: alter steps that take each other back
CREATE TABLE t (id int PRIMARY KEY, n text);
-- equal:
CREATE TABLE t (id int PRIMARY KEY, n varchar(3), x int);
ALTER TABLE t ALTER n TYPE text, DROP COLUMN x;
ALTER TABLE t ADD COLUMN y int NOT NULL DEFAULT 0;
ALTER TABLE t DROP COLUMN IF EXISTS y, DROP COLUMN IF EXISTS z;
ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO t;
ALTER TABLE t RENAME n TO m; ALTER TABLE t RENAME COLUMN m TO n;
ALTER TABLE t SET UNLOGGED; ALTER TABLE t SET LOGGED;
CREATE INDEX gone ON t (n); DROP INDEX gone;
CREATE TABLE q (a int); DROP TABLE IF EXISTS q, r CASCADE;

-- case: like gives what is copied
CREATE TABLE p (id int PRIMARY KEY, n text DEFAULT 'x' NOT NULL CHECK (n <> ''), g int GENERATED ALWAYS AS (id + 1) STORED);
CREATE INDEX p_n ON p (n);
CREATE TABLE c (LIKE p INCLUDING ALL, more int);
-- equal:
CREATE TABLE p (id int PRIMARY KEY, n text DEFAULT 'x' NOT NULL CHECK (n <> ''), g int GENERATED ALWAYS AS (id + 1) STORED);
CREATE INDEX p_n ON p (n);
CREATE TABLE c (id int NOT NULL, n text DEFAULT 'x' NOT NULL CONSTRAINT p_n_check CHECK (n <> ''), g int GENERATED ALWAYS AS (id + 1) STORED, more int, PRIMARY KEY (id));
CREATE INDEX c_n_idx ON c (n);

-- case: types in the server's words
CREATE TYPE c AS (a int, b varchar(5), d timestamptz);
CREATE TYPE r AS RANGE (subtype = float8);
CREATE TYPE e AS ENUM ('x', 'z');
ALTER TYPE e ADD VALUE 'y' BEFORE 'z';
ALTER TYPE c ADD ATTRIBUTE e int; ALTER TYPE c DROP ATTRIBUTE a;
-- equal:
CREATE TYPE public.c AS (b character varying(5), d timestamp with time zone, e integer);
CREATE TYPE public.r AS RANGE (
    subtype = double precision,
    multirange_type_name = public.r_multirange
);
CREATE TYPE public.e AS ENUM ('x', 'y', 'z');

-- case: comments by other ways
CREATE TABLE t (a int); COMMENT ON TABLE t IS 'x'; COMMENT ON TABLE t IS 'it''s'; COMMENT ON COLUMN t.a IS 'gone'; COMMENT ON COLUMN t.a IS NULL; CREATE FUNCTION f(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1'; COMMENT ON FUNCTION f(int4, text) IS E'a\nb';
-- equal:
CREATE TABLE t (a int); COMMENT ON TABLE public.t IS E'it\'s'; CREATE FUNCTION f(integer, text) RETURNS int LANGUAGE sql AS 'SELECT 1'; COMMENT ON FUNCTION public.f IS 'a
b';

-- case: aggregates and operators in the server's words
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE total(int) (SFUNC = f, STYPE = int, INITCOND = 0);
CREATE OPERATOR <+> (LEFTARG = int, RIGHTARG = int, PROCEDURE = f, COMMUTATOR = <+>);
-- equal:
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE public.total(integer) (SFUNC = public.f, STYPE = integer, INITCOND = '0');
CREATE OPERATOR public.<+> (FUNCTION = public.f, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.<+>));

-- case: domain check on a function and casts in a default
CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE DOMAIN d AS text CHECK (ok(VALUE));
CREATE TABLE t (a d DEFAULT 'x', b d[] DEFAULT '{}', c text CHECK (ok(c)));
-- equal:
CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE DOMAIN public.d AS text CONSTRAINT d_check CHECK (public.ok(VALUE));
CREATE TABLE public.t (a public.d DEFAULT 'x'::text, b public.d[] DEFAULT '{}'::public.d[], c text, CONSTRAINT t_c_check CHECK (public.ok(c)));

-- case: a column is of its type already
CREATE TABLE meter (id int, doc jsonb, at timestamptz, level numeric(8, 2), day date,
  CONSTRAINT one CHECK (id::int > 0 AND doc::jsonb ? 'x'), CONSTRAINT two CHECK (CAST(at AS timestamptz) > '2020-01-01' AND level::numeric > 1),
  next text GENERATED ALWAYS AS (lower(doc::jsonb ->> 'next')) STORED);
CREATE INDEX on_day ON meter (((doc)::jsonb ->> 'a')) WHERE day::date IS NOT NULL;
-- equal:
CREATE TABLE meter (id int, doc jsonb, at timestamptz, level numeric(8, 2), day date,
  CONSTRAINT one CHECK (((id > 0) AND (doc ? 'x'::text))), CONSTRAINT two CHECK (((at > '2020-01-01 00:00:00+00'::timestamp with time zone) AND (level > (1)::numeric))),
  next text GENERATED ALWAYS AS (lower((doc ->> 'next'::text))) STORED);
CREATE INDEX on_day ON public.meter USING btree (((doc ->> 'a'::text))) WHERE (day IS NOT NULL);

-- case: ways into json
CREATE TABLE note (doc jsonb, CONSTRAINT one CHECK (doc #>> '{a, b}' <> '' AND doc ?| '{a, "b c"}' AND jsonb_set(doc, '{a, b}', '1') IS NOT NULL),
  CONSTRAINT two CHECK ((doc -> 'a' -> 'n')::jsonb::numeric > 1));
-- equal:
CREATE TABLE note (doc jsonb,
  CONSTRAINT one CHECK ((((doc #>> '{a,b}'::text[]) <> ''::text) AND (doc ?| '{a,"b c"}'::text[]) AND (jsonb_set(doc, '{a,b}'::text[], '1'::jsonb) IS NOT NULL))),
  CONSTRAINT two CHECK (((((doc -> 'a'::text) -> 'n'::text))::numeric > (1)::numeric)));

-- case: a view written with a line for each name
CREATE TABLE letter (id int, sent_by text, kind text);
CREATE VIEW kinds AS
  SELECT
    lower(sent_by) AS writer,
    kind
  FROM
    letter
  GROUP BY
    writer,
    kind;
-- equal:
CREATE TABLE letter (id int, sent_by text, kind text);
CREATE VIEW kinds AS
 SELECT lower(letter.sent_by) AS writer,
    letter.kind
   FROM letter
  GROUP BY (lower(letter.sent_by)), letter.kind;

-- case: an extension that code may have made
DO $$ DECLARE found bool; BEGIN found := EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'hstore'); IF NOT found THEN CREATE EXTENSION hstore; END IF; END $$;
CREATE TABLE shelf (id int);
-- equal:
CREATE EXTENSION hstore;
CREATE TABLE shelf (id int);

-- case: a sequence of a table that code may have changed, and that has another name now
CREATE TABLE crate (id serial PRIMARY KEY);
CREATE TABLE lid (crate_id int);
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_name = 'lid_fk') THEN ALTER TABLE lid ADD CONSTRAINT lid_fk FOREIGN KEY (crate_id) REFERENCES crate (id); END IF; IF random() > 2 THEN ALTER TABLE crate ADD x int; END IF; END $$;
ALTER TABLE crate RENAME TO box;
-- equal:
CREATE TABLE box (id int NOT NULL);
CREATE SEQUENCE crate_id_seq AS integer OWNED BY box.id;
ALTER TABLE box ALTER id SET DEFAULT nextval('crate_id_seq'::regclass);
ALTER TABLE box ADD CONSTRAINT crate_pkey PRIMARY KEY (id);
CREATE TABLE lid (crate_id int, CONSTRAINT lid_fk FOREIGN KEY (crate_id) REFERENCES box (id));

-- case: one name for tables of several queries
CREATE TABLE leaf (id int PRIMARY KEY, parent int REFERENCES leaf, label text);
CREATE VIEW once AS WITH q AS (SELECT t.id FROM leaf t) SELECT t.id FROM q t;
CREATE VIEW deep AS WITH RECURSIVE tree (path, id) AS (SELECT label, id FROM leaf UNION SELECT t.path || ',' || l.label, l.id FROM leaf l JOIN tree t ON t.id = l.parent)
  SELECT t.path, t.id FROM tree t;
CREATE VIEW inner_ones AS SELECT t.id FROM leaf t WHERE EXISTS (SELECT 1 FROM leaf t WHERE t.parent IS NULL) AND t.id IN (SELECT t.id FROM leaf t);
-- equal:
CREATE TABLE leaf (id int PRIMARY KEY, parent int REFERENCES leaf, label text);
CREATE VIEW once AS
 WITH q AS (
         SELECT t_1.id
           FROM leaf t_1
        )
 SELECT t.id
   FROM q t;
CREATE VIEW deep AS
 WITH RECURSIVE tree(path, id) AS (
         SELECT leaf.label,
            leaf.id
           FROM leaf
        UNION
         SELECT ((t_1.path || ','::text) || l.label),
            l.id
           FROM (leaf l
             JOIN tree t_1 ON ((t_1.id = l.parent)))
        )
 SELECT t.path,
    t.id
   FROM tree t;
CREATE VIEW inner_ones AS
 SELECT t.id
   FROM leaf t
  WHERE ((EXISTS ( SELECT 1
           FROM leaf t_1
          WHERE (t_1.parent IS NULL))) AND (t.id IN ( SELECT t_1.id
           FROM leaf t_1)));

-- case: another table of two with counted names
CREATE TABLE leaf (id int PRIMARY KEY, parent int);
CREATE VIEW pairs AS SELECT t.id FROM leaf t JOIN leaf t_1 ON t.parent = t_1.id;
-- after:
CREATE TABLE leaf (id int PRIMARY KEY, parent int);
CREATE VIEW pairs AS SELECT t_1.id FROM leaf t JOIN leaf t_1 ON t.parent = t_1.id;

-- case: casts in views
CREATE TABLE bill (cls int, amount numeric, doc jsonb);
CREATE VIEW totals AS SELECT cls, sum(amount) * CASE WHEN cls = 1 THEN -1 ELSE 1 END AS total FROM bill GROUP BY cls;
CREATE VIEW parts AS SELECT (doc -> 'a')::jsonb AS a, doc #>> '{b, c}' AS c FROM bill;
CREATE VIEW starts AS SELECT 'a' AS id, (extract('YEAR' from now())::text || '-01-01')::date AS first FROM bill;
-- equal:
CREATE TABLE bill (cls int, amount numeric, doc jsonb);
CREATE VIEW totals AS
 SELECT bill.cls,
    (sum(bill.amount) * (
        CASE
            WHEN (bill.cls = 1) THEN '-1'::integer
            ELSE 1
        END)::numeric) AS total
   FROM bill
  GROUP BY bill.cls;
CREATE VIEW parts AS
 SELECT (bill.doc -> 'a'::text) AS a,
    (bill.doc #>> '{b,c}'::text[]) AS c
   FROM bill;
CREATE VIEW starts AS
 SELECT 'a'::text AS id,
    (((EXTRACT("YEAR" FROM now()))::text || '-01-01'::text))::date AS first
   FROM bill;
