-- ring: view details
CREATE TABLE t (a int PRIMARY KEY, b text, c numeric(10,2));
-- one: plain
CREATE VIEW v AS SELECT a, b FROM t;
-- one: barrier
CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t;
-- one: invoker
CREATE VIEW v WITH (security_invoker = true) AS SELECT a, b FROM t;
-- one: both and check
CREATE VIEW v WITH (security_barrier = true, check_option = cascaded) AS SELECT a, b FROM t WHERE a > 0;
-- one: check
CREATE VIEW v AS SELECT a, b FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
-- one: default
CREATE VIEW v AS SELECT a, b FROM t;
ALTER VIEW v ALTER COLUMN b SET DEFAULT 'x';
-- one: default and filter
CREATE VIEW v AS SELECT a, b FROM t WHERE a > 5;
ALTER VIEW v ALTER COLUMN b SET DEFAULT 'y';
-- one: altered options
CREATE VIEW v AS SELECT a, b FROM t;
ALTER VIEW v SET (security_barrier = true);
-- one: names
CREATE VIEW v (x, y) AS SELECT a, b FROM t;
-- one: renamed column
CREATE VIEW v AS SELECT a AS x, b FROM t;
-- one: other type
CREATE VIEW v AS SELECT a::bigint AS a, b FROM t;
-- one: recursive
CREATE RECURSIVE VIEW v (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM v WHERE n < 10;
-- one: with cte
CREATE VIEW v AS WITH x AS (SELECT a, b FROM t WHERE c > 1) SELECT x.a, x.b FROM x ORDER BY 1 LIMIT 5;
-- one: comments
CREATE VIEW v AS SELECT a, b FROM t;
COMMENT ON VIEW v IS 'the view';
COMMENT ON COLUMN v.b IS 'a column of it';
-- one: commented with a column more
CREATE VIEW v AS SELECT a, b, c FROM t;
COMMENT ON COLUMN v.b IS 'a column of it';
-- one: trigger
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION vt() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER vtr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION vt();
-- one: rule
CREATE VIEW v AS SELECT a FROM t;
CREATE RULE vr AS ON DELETE TO v DO INSTEAD NOTHING;
-- one: materialized
CREATE MATERIALIZED VIEW v AS SELECT a, b FROM t;
CREATE UNIQUE INDEX v_a ON v (a);
-- one: materialized other
CREATE MATERIALIZED VIEW v AS SELECT a, b, c FROM t WITH NO DATA;
CREATE UNIQUE INDEX v_a ON v (a);
CREATE INDEX v_b ON v (b);
COMMENT ON MATERIALIZED VIEW v IS 'mat';
COMMENT ON INDEX v_a IS 'key';
-- one: materialized options
CREATE MATERIALIZED VIEW v WITH (fillfactor = 70) AS SELECT a, b FROM t;
ALTER MATERIALIZED VIEW v ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW v ALTER COLUMN a SET STATISTICS 100;

-- ring: columns below views
-- one: int
CREATE TABLE t (a int PRIMARY KEY, b text, c date);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a, count(*) AS n FROM v GROUP BY a;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
CREATE UNIQUE INDEX m_a ON m (a);
-- one: bigint
CREATE TABLE t (a bigint PRIMARY KEY, b text, c date);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a, count(*) AS n FROM v GROUP BY a;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
CREATE UNIQUE INDEX m_a ON m (a);
-- one: varchar and more
CREATE TABLE t (a int PRIMARY KEY, b varchar(40) NOT NULL DEFAULT '', c timestamptz);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a, count(*) AS n FROM v GROUP BY a;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE INDEX t_b ON t (b);
-- one: b goes
CREATE TABLE t (a int PRIMARY KEY, c date);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a, count(*) AS n FROM v GROUP BY a;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
-- one: c to v
CREATE TABLE t (a int PRIMARY KEY, b text, c date, d int);
CREATE VIEW v AS SELECT a, c AS b, d FROM t;
CREATE VIEW w AS SELECT v.* FROM v JOIN t USING (a);
-- one: functions over views
CREATE TABLE t (a int PRIMARY KEY, b text, c date);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql STABLE AS 'SELECT * FROM v';
CREATE VIEW w AS SELECT * FROM f();
-- one: functions over views wider
CREATE TABLE t (a int PRIMARY KEY, b text, c date);
CREATE VIEW v AS SELECT a, b, c FROM t;
CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql STABLE AS 'SELECT * FROM v';
CREATE VIEW w AS SELECT * FROM f();

-- ring: spellings of views
CREATE TABLE t (id int PRIMARY KEY, name text, n int);
CREATE TABLE o (id int PRIMARY KEY, t_id int);
-- one: written
CREATE VIEW v AS SELECT t.id, t.name FROM t WHERE t.n > 5;
CREATE VIEW w AS SELECT t.id, count(o.id) AS orders FROM t LEFT JOIN o ON o.t_id = t.id GROUP BY t.id;
CREATE VIEW x AS SELECT id, CASE WHEN n > 1 THEN 'a' ELSE 'b' END AS k, coalesce(name, 'none') AS nm FROM t;
CREATE MATERIALIZED VIEW y AS SELECT id FROM t WHERE name IN ('a', 'b');
-- same: dumped
CREATE VIEW public.v AS
 SELECT t.id,
    t.name
   FROM public.t
  WHERE (t.n > 5);
CREATE VIEW public.w AS
 SELECT t.id,
    count(o.id) AS orders
   FROM (public.t
     LEFT JOIN public.o ON ((o.t_id = t.id)))
  GROUP BY t.id;
CREATE VIEW public.x AS
 SELECT t.id,
        CASE
            WHEN (t.n > 1) THEN 'a'::text
            ELSE 'b'::text
        END AS k,
    COALESCE(t.name, 'none'::text) AS nm
   FROM public.t;
CREATE MATERIALIZED VIEW public.y AS
 SELECT t.id
   FROM public.t
  WHERE (t.name = ANY (ARRAY['a'::text, 'b'::text]))
  WITH NO DATA;

-- ring: overloads
-- one: int
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- one: int and text
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS $$ SELECT a $$;
COMMENT ON FUNCTION f(text) IS 'for text';
-- one: text and default
CREATE FUNCTION f(a text, b int DEFAULT 5) RETURNS text LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT a + 1 $$;
COMMENT ON FUNCTION f(int) IS 'for int';
-- one: named otherwise
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS $$ SELECT b $$;
-- one: returns bigint
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS $$ SELECT a::bigint $$;
-- one: returns table
CREATE FUNCTION f(a int) RETURNS TABLE (x int, y text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
-- one: out
CREATE FUNCTION f(a int, OUT b int, OUT c text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
-- one: setof
CREATE FUNCTION f(a int) RETURNS SETOF int LANGUAGE sql ROWS 50 COST 7 AS $$ SELECT a $$;
-- one: variadic
CREATE FUNCTION f(VARIADIC a int[]) RETURNS int LANGUAGE sql AS $$ SELECT a[1] $$;
-- one: default
CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- one: default other
CREATE FUNCTION f(a int = 2) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- one: procedure
CREATE PROCEDURE f(a int) LANGUAGE sql AS $$ SELECT a $$;
-- one: procedure inout
CREATE PROCEDURE f(INOUT a int) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
-- one: atomic
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a; SELECT a + 1; END;
-- one: return
CREATE FUNCTION f(a int) RETURNS int RETURN a + 3;
-- one: security
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public PARALLEL SAFE LEAKPROOF AS $$ SELECT a $$;
-- one: aggregate
CREATE AGGREGATE f(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
-- one: aggregate other
CREATE AGGREGATE f(int) (SFUNC = int4larger, STYPE = int);
COMMENT ON AGGREGATE f(int) IS 'largest';

-- ring: functions in use
-- one: v1
CREATE FUNCTION norm(x text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(x) $$;
CREATE TABLE t (id int PRIMARY KEY, n text DEFAULT norm('X') CHECK (norm(n) = n), g text GENERATED ALWAYS AS (norm('a')) STORED);
CREATE INDEX t_n ON t (norm(n));
CREATE VIEW v AS SELECT norm(n) AS n FROM t;
-- one: body
CREATE FUNCTION norm(x text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(trim(x)) $$;
CREATE TABLE t (id int PRIMARY KEY, n text DEFAULT norm('X') CHECK (norm(n) = n), g text GENERATED ALWAYS AS (norm('a')) STORED);
CREATE INDEX t_n ON t (norm(n));
CREATE VIEW v AS SELECT norm(n) AS n FROM t;
-- one: returns varchar
CREATE FUNCTION norm(x text) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT lower(x)::varchar $$;
CREATE TABLE t (id int PRIMARY KEY, n text DEFAULT norm('X') CHECK (norm(n) = n), g text GENERATED ALWAYS AS (norm('a')) STORED);
CREATE INDEX t_n ON t (norm(n));
CREATE VIEW v AS SELECT norm(n) AS n FROM t;
-- one: renamed argument
CREATE FUNCTION norm(y text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(y) $$;
CREATE TABLE t (id int PRIMARY KEY, n text DEFAULT norm('X') CHECK (norm(n) = n), g text GENERATED ALWAYS AS (norm('a')) STORED);
CREATE INDEX t_n ON t (norm(n));
CREATE VIEW v AS SELECT norm(n) AS n FROM t;
-- one: not in use
CREATE FUNCTION norm(x text) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE TABLE t (id int PRIMARY KEY, n text, g text);
-- one: gone
CREATE TABLE t (id int PRIMARY KEY, n text, g text);
CREATE INDEX t_n ON t (lower(n));

-- ring: trigger functions
CREATE TABLE t (id int PRIMARY KEY, n text, updated_at timestamptz);
-- one: none
CREATE TABLE log (a int);
-- one: touch
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$$;
CREATE TRIGGER t_touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
-- one: touch other
CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
    NEW.updated_at = clock_timestamp();
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER t_touch BEFORE INSERT OR UPDATE OF n ON t FOR EACH ROW WHEN (NEW.n IS NOT NULL) EXECUTE PROCEDURE touch();
COMMENT ON TRIGGER t_touch ON t IS 'touches';
-- one: args and disabled
CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;
CREATE TRIGGER t_touch AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch('a', 'b');
ALTER TABLE t DISABLE TRIGGER t_touch;
-- one: statement and transition
CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NULL; END $$ LANGUAGE plpgsql;
CREATE TRIGGER t_touch AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE TRIGGER t_trunc BEFORE TRUNCATE ON t EXECUTE FUNCTION touch();
-- one: constraint
CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NULL; END $$ LANGUAGE plpgsql;
CREATE CONSTRAINT TRIGGER t_touch AFTER INSERT OR DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
-- one: replica
CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NULL; END $$ LANGUAGE plpgsql;
CREATE OR REPLACE TRIGGER t_touch AFTER INSERT OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE t ENABLE REPLICA TRIGGER t_touch;
-- one: schema
CREATE SCHEMA fn;
CREATE FUNCTION fn.touch() RETURNS trigger AS $$ BEGIN RETURN NULL; END $$ LANGUAGE plpgsql;
CREATE TRIGGER t_touch AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION fn.touch();

-- ring: functions over tables
-- one: a
CREATE TABLE t (id int PRIMARY KEY, n text);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
CREATE FUNCTION one(x t) RETURNS text LANGUAGE sql STABLE AS $$ SELECT x.n $$;
CREATE FUNCTION typ() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r t%ROWTYPE; x t.n%TYPE; BEGIN RETURN NEW; END $$;
-- one: column more
CREATE TABLE t (id int PRIMARY KEY, n text, m int NOT NULL DEFAULT 0);
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
CREATE FUNCTION one(x t) RETURNS text LANGUAGE sql STABLE AS $$ SELECT x.n || x.m $$;
CREATE FUNCTION typ() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r t%ROWTYPE; x t.n%TYPE; BEGIN RETURN NEW; END $$;
-- one: type other
CREATE TABLE t (id bigint PRIMARY KEY, n varchar(10));
CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
-- one: no table
CREATE FUNCTION all_t() RETURNS SETOF int LANGUAGE sql STABLE AS $$ SELECT 1 $$;
-- one: atomic
CREATE TABLE t (id int PRIMARY KEY, n text);
CREATE FUNCTION all_t() RETURNS SETOF int LANGUAGE sql STABLE BEGIN ATOMIC SELECT id FROM t; END;
-- one: atomic wider
CREATE TABLE t (id bigint PRIMARY KEY, n text);
CREATE FUNCTION all_t() RETURNS SETOF bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT id FROM t; END;
