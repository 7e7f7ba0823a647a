-- ring: enum in use
-- one: abc
CREATE TYPE st AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, s st NOT NULL DEFAULT 'a', ss st[] DEFAULT '{a,b}', CHECK (s <> 'c'));
CREATE INDEX t_s ON t (s) WHERE s = 'a';
CREATE VIEW v AS SELECT id FROM t WHERE s = 'b';
CREATE FUNCTION f(x st) RETURNS st LANGUAGE sql AS $$ SELECT x $$;
-- one: ac
CREATE TYPE st AS ENUM ('a', 'c');
CREATE TABLE t (id int PRIMARY KEY, s st NOT NULL DEFAULT 'a', ss st[] DEFAULT '{a}', CHECK (s <> 'c'));
CREATE INDEX t_s ON t (s) WHERE s = 'a';
CREATE FUNCTION f(x st) RETURNS st LANGUAGE sql AS $$ SELECT x $$;
-- one: abxc
CREATE TYPE st AS ENUM ('a', 'b', 'x', 'c');
CREATE TABLE t (id int PRIMARY KEY, s st NOT NULL DEFAULT 'x', ss st[] DEFAULT '{a,x}', CHECK (s <> 'c'));
CREATE INDEX t_s ON t (s) WHERE s = 'a';
CREATE VIEW v AS SELECT id FROM t WHERE s = 'b';
CREATE FUNCTION f(x st) RETURNS st LANGUAGE sql AS $$ SELECT x $$;
-- one: cba
CREATE TYPE st AS ENUM ('c', 'b', 'a');
CREATE TABLE t (id int PRIMARY KEY, s st NOT NULL DEFAULT 'a', ss st[] DEFAULT '{a,b}', CHECK (s <> 'c'));
CREATE INDEX t_s ON t (s) WHERE s = 'a';
CREATE VIEW v AS SELECT id FROM t WHERE s = 'b';
CREATE FUNCTION f(x st DEFAULT 'b') RETURNS st LANGUAGE sql AS $$ SELECT x $$;
COMMENT ON TYPE st IS 'states';
-- one: text
CREATE TABLE t (id int PRIMARY KEY, s text NOT NULL DEFAULT 'a', ss text[] DEFAULT '{a,b}', CHECK (s <> 'c'));
CREATE INDEX t_s ON t (s) WHERE s = 'a';
CREATE VIEW v AS SELECT id FROM t WHERE s = 'b';
-- one: other name
CREATE TYPE status AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, s status NOT NULL DEFAULT 'a', ss status[] DEFAULT '{a,b}', CHECK (s <> 'c'));
CREATE INDEX t_s ON t (s) WHERE s = 'a';
CREATE VIEW v AS SELECT id FROM t WHERE s = 'b';
CREATE FUNCTION f(x status) RETURNS status LANGUAGE sql AS $$ SELECT x $$;
-- one: schema
CREATE SCHEMA k;
CREATE TYPE k.st AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, s k.st NOT NULL DEFAULT 'a'::k.st, ss k.st[] DEFAULT '{a,b}');
-- one: quoted
CREATE TYPE "St" AS ENUM ('A a', 'it''s', '"q"');
CREATE TABLE t (id int PRIMARY KEY, s "St" NOT NULL DEFAULT 'it''s', ss "St"[]);
-- one: quoted less
CREATE TYPE "St" AS ENUM ('A a', 'it''s');
CREATE TABLE t (id int PRIMARY KEY, s "St" NOT NULL DEFAULT 'A a', ss "St"[]);

-- ring: composite in use
-- one: two
CREATE TYPE addr AS (street text, zip varchar(5));
CREATE TABLE t (id int PRIMARY KEY, a addr, many addr[]);
CREATE FUNCTION f(x addr) RETURNS text LANGUAGE sql AS $$ SELECT (x).street $$;
-- one: three
CREATE TYPE addr AS (street text, zip varchar(5), city text);
CREATE TABLE t (id int PRIMARY KEY, a addr, many addr[]);
CREATE FUNCTION f(x addr) RETURNS text LANGUAGE sql AS $$ SELECT (x).street $$;
-- one: wider
CREATE TYPE addr AS (street text COLLATE "C", zip varchar(10));
CREATE TABLE t (id int PRIMARY KEY, a addr, many addr[]);
-- one: first gone
CREATE TYPE addr AS (zip int, city text);
CREATE TABLE t (id int PRIMARY KEY, a addr);
COMMENT ON TYPE addr IS 'address';
COMMENT ON COLUMN addr.zip IS 'zip code';
-- one: unused
CREATE TYPE addr AS (street text, zip varchar(5));
CREATE TABLE t (id int PRIMARY KEY);
-- one: nested
CREATE TYPE pos AS (x float8, y float8);
CREATE TYPE addr AS (street text, zip varchar(5), p pos);
CREATE TABLE t (id int PRIMARY KEY, a addr);
-- one: typed table
CREATE TYPE addr AS (street text, zip varchar(5));
CREATE TABLE t OF addr (PRIMARY KEY (street), zip WITH OPTIONS NOT NULL DEFAULT '0');
-- one: typed table plain
CREATE TYPE addr AS (street text, zip varchar(5));
CREATE TABLE t (street text PRIMARY KEY, zip varchar(5) NOT NULL DEFAULT '0');
-- one: no
CREATE TABLE t (id int PRIMARY KEY);

-- ring: composite not in use
-- one: two
CREATE TYPE addr AS (street text, zip varchar(5));
-- one: wider
CREATE TYPE addr AS (street varchar(30), zip bigint);
-- one: swapped
CREATE TYPE addr AS (zip varchar(5), street text);
-- one: enum
CREATE TYPE addr AS ENUM ('a');
-- one: range
CREATE TYPE addr AS RANGE (subtype = date);
-- one: range other
CREATE TYPE addr AS RANGE (subtype = timestamptz, multirange_type_name = addr_many);
-- one: domain
CREATE DOMAIN addr AS text;

-- ring: domains
-- one: plain
CREATE DOMAIN d AS int;
CREATE TABLE t (id int PRIMARY KEY, x d, y d DEFAULT 3);
CREATE VIEW v AS SELECT x FROM t;
-- one: checked
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, x d, y d DEFAULT 3);
CREATE VIEW v AS SELECT x FROM t;
-- one: two checks
CREATE DOMAIN d AS int CHECK (VALUE > 0) CHECK (VALUE < 100) CONSTRAINT odd CHECK (VALUE % 2 = 1);
CREATE TABLE t (id int PRIMARY KEY, x d, y d DEFAULT 3);
CREATE VIEW v AS SELECT x FROM t;
-- one: other checks
CREATE DOMAIN d AS int NOT NULL DEFAULT 7 CHECK (VALUE < 100) CONSTRAINT odd CHECK (VALUE % 3 = 1);
CREATE TABLE t (id int PRIMARY KEY, x d, y d DEFAULT 3);
CREATE VIEW v AS SELECT x FROM t;
COMMENT ON DOMAIN d IS 'small';
COMMENT ON CONSTRAINT odd ON DOMAIN d IS 'odd ones';
-- one: bigint
CREATE DOMAIN d AS bigint CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, x d, y d DEFAULT 3);
CREATE VIEW v AS SELECT x FROM t;
-- one: text
CREATE DOMAIN d AS text COLLATE "C" CHECK (VALUE ~ '^[0-9]+$');
CREATE TABLE t (id int PRIMARY KEY, x d, y d DEFAULT '3');
-- one: varchar
CREATE DOMAIN d AS varchar(20);
CREATE TABLE t (id int PRIMARY KEY, x d, y d DEFAULT '3');
-- one: on domain
CREATE DOMAIN base AS int CHECK (VALUE > 0);
CREATE DOMAIN d AS base CHECK (VALUE < 9);
CREATE TABLE t (id int PRIMARY KEY, x d, y d[]);
-- one: int
CREATE TABLE t (id int PRIMARY KEY, x int, y int DEFAULT 3);
CREATE VIEW v AS SELECT x FROM t;
-- one: in key
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE t (id d PRIMARY KEY, x d UNIQUE, y d DEFAULT 3);
CREATE TABLE u (t_id d REFERENCES t);

-- ring: spellings of defaults
-- one: short
CREATE TABLE t (a varchar(5) DEFAULT 'a', b time DEFAULT '10:00', c int DEFAULT -1, d boolean DEFAULT true, e timestamp DEFAULT '2020-01-01', f jsonb DEFAULT '{}', g int[] DEFAULT '{}', h interval DEFAULT '1 day', i bit(3) DEFAULT B'101', j numeric(10,2) DEFAULT 0, k text DEFAULT '', l timestamptz DEFAULT now(), m date DEFAULT CURRENT_DATE, n char(3) DEFAULT 'abc', o bigint DEFAULT 5, p float8 DEFAULT 1.5, q uuid DEFAULT gen_random_uuid(), r text[] DEFAULT ARRAY['a','b'], s smallint DEFAULT 1, u inet DEFAULT '127.0.0.1', v bytea DEFAULT '\x00', w text DEFAULT NULL, x double precision DEFAULT 0, y numeric DEFAULT 1.50, z text DEFAULT CURRENT_USER);
-- same: dumped
CREATE TABLE public.t (
    a character varying(5) DEFAULT 'a'::character varying,
    b time without time zone DEFAULT '10:00:00'::time without time zone,
    c integer DEFAULT '-1'::integer,
    d boolean DEFAULT true,
    e timestamp without time zone DEFAULT '2020-01-01 00:00:00'::timestamp without time zone,
    f jsonb DEFAULT '{}'::jsonb,
    g integer[] DEFAULT '{}'::integer[],
    h interval DEFAULT '1 day'::interval,
    i bit(3) DEFAULT '101'::"bit",
    j numeric(10,2) DEFAULT 0,
    k text DEFAULT ''::text,
    l timestamp with time zone DEFAULT now(),
    m date DEFAULT CURRENT_DATE,
    n character(3) DEFAULT 'abc'::bpchar,
    o bigint DEFAULT 5,
    p double precision DEFAULT 1.5,
    q uuid DEFAULT gen_random_uuid(),
    r text[] DEFAULT ARRAY['a'::text, 'b'::text],
    s smallint DEFAULT 1,
    u inet DEFAULT '127.0.0.1'::inet,
    v bytea DEFAULT '\x00'::bytea,
    w text,
    x double precision DEFAULT 0,
    y numeric DEFAULT 1.50,
    z text DEFAULT CURRENT_USER
);
-- ring: spellings of some defaults
-- one: a
CREATE TABLE t (a varchar DEFAULT 'a', b boolean DEFAULT 'f', c int DEFAULT 10, d text DEFAULT 'a b', e timestamptz DEFAULT (now() at time zone 'utc'), f int DEFAULT (1 + 2), g text DEFAULT concat('a', 'b'), h text DEFAULT lower('X'), i date DEFAULT '2020-01-01', j interval DEFAULT '1 hour', k money DEFAULT 0, l json DEFAULT '[]', m varchar(10)[] DEFAULT '{}', n timestamptz DEFAULT now() + interval '1 day', o float8 DEFAULT 1e3, p bigint DEFAULT 12345678901, q text DEFAULT E'a\nb');
-- same: b
CREATE TABLE t (a varchar DEFAULT ('a'::character varying)::text, b boolean DEFAULT false, c int DEFAULT '10'::integer, d text DEFAULT 'a b'::text, e timestamptz DEFAULT timezone('utc', now()), f int DEFAULT 1 + 2, g text DEFAULT concat('a', 'b'), h text DEFAULT lower('X'::text), i date DEFAULT '2020-01-01'::date, j interval DEFAULT '01:00:00'::interval, k money DEFAULT 0, l json DEFAULT '[]'::json, m varchar(10)[] DEFAULT '{}'::varchar[], n timestamptz DEFAULT (now() + '1 day'::interval), o double precision DEFAULT 1000, p bigint DEFAULT '12345678901'::bigint, q text DEFAULT 'a
b'::text);

-- ring: defaults that change
-- one: none
CREATE TABLE t (a varchar(5), b time, c int, d boolean, e timestamp, f jsonb, g int[], h interval, i bit(3), j numeric(10,2));
-- one: some
CREATE TABLE t (a varchar(5) DEFAULT 'a', b time DEFAULT '10:00', c int DEFAULT -1, d boolean DEFAULT true, e timestamp DEFAULT '2020-01-01', f jsonb DEFAULT '{}', g int[] DEFAULT '{}', h interval DEFAULT '1 day', i bit(3) DEFAULT B'101', j numeric(10,2) DEFAULT 0);
-- one: others
CREATE TABLE t (a varchar(5) DEFAULT 'b', b time DEFAULT '10:30', c int DEFAULT 1, d boolean DEFAULT false, e timestamp DEFAULT '2020-01-02', f jsonb DEFAULT '[]', g int[] DEFAULT '{1}', h interval DEFAULT '2 days', i bit(3) DEFAULT B'111', j numeric(10,2) DEFAULT 0.5);
-- one: case
CREATE TABLE t (a varchar(5) DEFAULT 'A', b time DEFAULT LOCALTIME, c int DEFAULT 2, d boolean DEFAULT null, e timestamp DEFAULT '1999-12-31 23:59:59.5', f jsonb DEFAULT '{"a": 1}', g int[] DEFAULT ARRAY[1,2], h interval DEFAULT '1 week', i bit(3) DEFAULT '000', j numeric(10,2) DEFAULT 1.10);
-- one: functions
CREATE TABLE t (a varchar(5) DEFAULT left(md5(random()::text), 5), b time DEFAULT CURRENT_TIME, c int DEFAULT floor(random() * 10), d boolean DEFAULT random() > 0.5, e timestamp DEFAULT LOCALTIMESTAMP(0), f jsonb DEFAULT jsonb_build_object('a', 1), g int[] DEFAULT array_fill(0, ARRAY[3]), h interval DEFAULT make_interval(days => 3), i bit(3) DEFAULT 5::bit(3), j numeric(10,2) DEFAULT pi()::numeric(10,2));
-- one: empty
CREATE TABLE t (a varchar(5) DEFAULT '', b time DEFAULT '00:00', c int DEFAULT 0, d boolean DEFAULT 'no', e timestamp DEFAULT 'epoch', f jsonb DEFAULT 'null', g int[] DEFAULT '{NULL}', h interval DEFAULT '0', i bit(3) DEFAULT X'5', j numeric(10,2) DEFAULT -0.01);

-- ring: numbering
-- one: int
CREATE TABLE t (id int NOT NULL, n text, PRIMARY KEY (id));
-- one: serial
CREATE TABLE t (id serial PRIMARY KEY, n text);
-- one: bigserial
CREATE TABLE t (id bigserial PRIMARY KEY, n text);
-- one: identity
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n text);
-- one: identity big options
CREATE TABLE t (id bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 100 INCREMENT BY 10 MAXVALUE 9999 CACHE 5 CYCLE) PRIMARY KEY, n text);
-- one: unowned
CREATE SEQUENCE t_id_seq;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('t_id_seq'), n text);
-- one: unowned other name
CREATE SEQUENCE ids START 1000;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('ids'), n text);
-- one: owned other name
CREATE SEQUENCE ids START 1000;
CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('ids'::regclass), n text);
ALTER SEQUENCE ids OWNED BY t.id;
-- one: shared
CREATE SEQUENCE ids AS integer;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('ids'), n text);
CREATE TABLE u (id int PRIMARY KEY DEFAULT nextval('ids'), n text);
-- one: in schema
CREATE SCHEMA sq;
CREATE SEQUENCE sq.ids;
CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval('sq.ids'), n text);
-- one: uuid
CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n text);
-- one: other column
CREATE TABLE t (id int PRIMARY KEY, n text, num serial NOT NULL UNIQUE);
-- one: expression
CREATE SEQUENCE ids;
CREATE TABLE t (id text PRIMARY KEY DEFAULT 'T' || nextval('ids'), n text);
-- one: altered serial
CREATE TABLE t (id serial PRIMARY KEY, n text);
ALTER SEQUENCE t_id_seq INCREMENT BY 5 START WITH 50 NO CYCLE CACHE 3;
COMMENT ON SEQUENCE t_id_seq IS 'numbers';
-- one: renamed serial
CREATE TABLE t (id serial PRIMARY KEY, n text);
ALTER SEQUENCE t_id_seq RENAME TO t_numbers;

-- ring: sequences by themselves
-- one: plain
CREATE SEQUENCE s;
-- one: int
CREATE SEQUENCE s AS integer;
-- one: small
CREATE SEQUENCE s AS smallint MINVALUE 10 MAXVALUE 20 START 15 CYCLE;
-- one: down
CREATE SEQUENCE s INCREMENT -1;
-- one: down from
CREATE SEQUENCE s INCREMENT BY -5 MINVALUE -100 MAXVALUE 0 START WITH -5 CACHE 10;
-- one: start
CREATE SEQUENCE s START 100;
-- one: elsewhere
CREATE SCHEMA z;
CREATE SEQUENCE z.s START 100;
-- one: dumped
CREATE SEQUENCE public.s
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
COMMENT ON SEQUENCE public.s IS 'a sequence';
-- one: unlogged
CREATE UNLOGGED SEQUENCE s;

-- ring: computed columns
-- one: plain
CREATE TABLE t (a int, b int, c int);
-- one: sum
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a + b) STORED);
-- one: sum wide
CREATE TABLE t (a bigint, b bigint, c bigint GENERATED ALWAYS AS (a + b) STORED);
-- one: two
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a * b) STORED, d text GENERATED ALWAYS AS (a::text || 'x') STORED);
CREATE INDEX t_c ON t (c);
CREATE VIEW v AS SELECT c, d FROM t;
-- one: unique
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a * b) STORED UNIQUE NOT NULL CHECK (c > 0));
-- one: default
CREATE TABLE t (a int, b int, c int NOT NULL DEFAULT 5);
-- one: text search
CREATE TABLE t (a int, b text, c tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(b, ''))) STORED);
CREATE INDEX t_c ON t USING gin (c);
-- one: text search more
CREATE TABLE t (a int, b varchar(100) NOT NULL, c tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, b)) STORED);
CREATE INDEX t_c ON t USING gin (c);
-- one: identity
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS IDENTITY);
