-- ring: function
CREATE TABLE t (id int, n text);
-- one: plain
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
-- one: body
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT a + 1';
-- one: argument name
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT b';
-- one: default
CREATE FUNCTION f(b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT b';
-- one: default goes
CREATE FUNCTION f(b int, c text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT b';
-- one: returns text
CREATE FUNCTION f(b int, c text DEFAULT 'y') RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN RETURN c; END $$;
-- one: returns table
CREATE FUNCTION f(b int) RETURNS TABLE (id int, n text) LANGUAGE sql ROWS 10 COST 5 AS 'SELECT id, n FROM t';
-- one: returns table of one more
CREATE FUNCTION f(b int) RETURNS TABLE (id int, n text, m int) LANGUAGE sql AS 'SELECT id, n, 1 FROM t';
-- one: returns setof
CREATE FUNCTION f(b int) RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
-- one: out
CREATE FUNCTION f(IN b int, OUT x int, INOUT y text) LANGUAGE plpgsql LEAKPROOF AS $$ BEGIN x := 1; END $$;
-- one: variadic
CREATE FUNCTION f(VARIADIC b int[]) RETURNS int LANGUAGE sql AS 'SELECT b[1]';
-- one: atomic
CREATE FUNCTION f(b int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE id = b; END;
-- one: return
CREATE FUNCTION f(b int) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN b * 2;
-- one: procedure
CREATE PROCEDURE f(b int) LANGUAGE sql AS 'DELETE FROM t WHERE id = b';
-- one: procedure out
CREATE PROCEDURE f(INOUT b int, c text DEFAULT NULL) LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN COMMIT; END $$;
-- one: aggregate
CREATE AGGREGATE f(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
-- one: other aggregate
CREATE AGGREGATE f(int) (SFUNC = int4larger, STYPE = int, COMBINEFUNC = int4larger, PARALLEL = SAFE); COMMENT ON AGGREGATE f(int) IS 'max';
-- one: polymorphic
CREATE FUNCTION f(a anyelement, b anyarray) RETURNS anyelement LANGUAGE sql WINDOW AS 'SELECT a';
-- one: overloads
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a'; CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS 'SELECT a'; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION f(text) TO pg_monitor; COMMENT ON FUNCTION f() IS 'none';
-- one: other overloads
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a'; CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 1'; REVOKE ALL ON FUNCTION f(text) FROM PUBLIC;

-- case: function changes its return under default, check, index, generated column, policy, trigger and view
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE TABLE t (a int DEFAULT f(1) CHECK (f(a) > 0), g int GENERATED ALWAYS AS (f(a)) STORED); CREATE INDEX i ON t (f(a)) WHERE f(a) > 1; CREATE POLICY p ON t USING (f(a) = 1);
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (f(NEW.a) > 0) EXECUTE FUNCTION tg();
CREATE VIEW v AS SELECT f(a) AS x FROM t; CREATE RULE r AS ON DELETE TO t WHERE f(OLD.a) = 1 DO INSTEAD NOTHING; CREATE DOMAIN d AS int CHECK (f(VALUE) > 0); CREATE FUNCTION at() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT f(1); END;
-- after:
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a::bigint';
CREATE TABLE t (a int DEFAULT f(1) CHECK (f(a) > 0), g int GENERATED ALWAYS AS (f(a)) STORED); CREATE INDEX i ON t (f(a)) WHERE f(a) > 1; CREATE POLICY p ON t USING (f(a) = 1);
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (f(NEW.a) > 0) EXECUTE FUNCTION tg();
CREATE VIEW v AS SELECT f(a) AS x FROM t; CREATE RULE r AS ON DELETE TO t WHERE f(OLD.a) = 1 DO INSTEAD NOTHING; CREATE DOMAIN d AS int CHECK (f(VALUE) > 0); CREATE FUNCTION at() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT f(1); END;

-- case: trigger function changes into another under three triggers and an event trigger
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER t AFTER DELETE ON b FOR EACH STATEMENT EXECUTE FUNCTION f('x'); CREATE EVENT TRIGGER ev ON ddl_command_end EXECUTE FUNCTION e();
-- after:
CREATE SCHEMA s; CREATE FUNCTION s.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE FUNCTION s.e() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION s.f(); CREATE TRIGGER t AFTER DELETE ON b FOR EACH STATEMENT EXECUTE FUNCTION s.f('y'); CREATE EVENT TRIGGER ev ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION s.e(); ALTER EVENT TRIGGER ev ENABLE ALWAYS;

-- ring: trigger
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$; CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TABLE t (a int, b text); CREATE TABLE u (a int);
-- one: before
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- one: after
CREATE TRIGGER x AFTER INSERT OR UPDATE OF a, b OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION g();
-- one: when
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f('a', 1);
-- one: statement
CREATE TRIGGER x AFTER TRUNCATE ON t FOR EACH STATEMENT EXECUTE FUNCTION f();
-- one: transition
CREATE TRIGGER x AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();
-- one: constraint
CREATE CONSTRAINT TRIGGER x AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
-- one: constraint of another
CREATE CONSTRAINT TRIGGER x AFTER INSERT OR UPDATE ON t FROM u FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
-- one: disabled
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER x; COMMENT ON TRIGGER x ON t IS 'x';
-- one: replica
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t ENABLE REPLICA TRIGGER x;
-- one: always
CREATE TRIGGER x BEFORE INSERT ON t EXECUTE PROCEDURE f(); ALTER TABLE t ENABLE ALWAYS TRIGGER x; COMMENT ON TRIGGER x ON t IS 'y';
-- one: two
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER y BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION g();
-- one: swapped
CREATE TRIGGER y BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER x BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION g();

-- case: functions that call each other change together
CREATE FUNCTION a(x int) RETURNS int LANGUAGE sql AS 'SELECT x'; CREATE FUNCTION b(x int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a(x); END; CREATE FUNCTION c(x int DEFAULT b(1)) RETURNS int LANGUAGE sql RETURN b(x);
-- after:
CREATE FUNCTION a(x bigint) RETURNS bigint LANGUAGE sql AS 'SELECT x'; CREATE FUNCTION b(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT a(x::bigint); END; CREATE FUNCTION c(x bigint DEFAULT b(1)) RETURNS bigint LANGUAGE sql RETURN b(x::int);

-- case: function with a row type argument of a table that gains and loses columns
CREATE TABLE t (id int, a text); CREATE FUNCTION full_name(t) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.a'; CREATE VIEW v AS SELECT t.full_name FROM t; CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t'; CREATE FUNCTION arr(t[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE TABLE t (id int, b text, c int); CREATE FUNCTION full_name(t) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.b'; CREATE VIEW v AS SELECT t.full_name FROM t; CREATE FUNCTION all_t() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t'; CREATE FUNCTION arr(t[]) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: aggregate's transition function changes its type
CREATE FUNCTION acc(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2'; CREATE AGGREGATE total(int) (SFUNC = acc, STYPE = int, INITCOND = '0'); CREATE TABLE t (a int); CREATE VIEW v AS SELECT total(a) FROM t;
-- after:
CREATE FUNCTION acc(bigint, int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2'; CREATE AGGREGATE total(int) (SFUNC = acc, STYPE = bigint, INITCOND = '0'); CREATE TABLE t (a int); CREATE VIEW v AS SELECT total(a) FROM t;

-- case: operator and class over a function that is made anew
-- left: what stands on an operator does not make way for it
CREATE TYPE c AS (x int); CREATE FUNCTION lt(c, c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.x < $2.x'; CREATE OPERATOR <# (LEFTARG = c, RIGHTARG = c, FUNCTION = lt); CREATE TABLE t (a c, b c, CHECK (a <# b)); CREATE VIEW v AS SELECT a <# b AS l FROM t;
-- after:
CREATE TYPE c AS (x int); CREATE FUNCTION lt(l c, r c) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT l.x < r.x'; CREATE OPERATOR <# (LEFTARG = c, RIGHTARG = c, FUNCTION = lt, RESTRICT = scalarltsel); CREATE TABLE t (a c, b c, CHECK (a <# b)); CREATE VIEW v AS SELECT a <# b AS l FROM t; COMMENT ON OPERATOR <# (c, c) IS 'less';

-- case: cast over a function that is made anew
CREATE TYPE c AS (x int); CREATE FUNCTION to_c(int) RETURNS c LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1)::c'; CREATE CAST (int AS c) WITH FUNCTION to_c(int);
-- after:
CREATE TYPE c AS (x int); CREATE FUNCTION to_c(i int) RETURNS c LANGUAGE sql IMMUTABLE AS 'SELECT ROW(i)::c'; CREATE CAST (int AS c) WITH FUNCTION to_c(int) AS IMPLICIT;

-- case: procedures change arguments and get grants
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$; CREATE PROCEDURE q() LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
-- after:
CREATE PROCEDURE p(a int, INOUT b text DEFAULT 'x') LANGUAGE plpgsql AS $$ BEGIN b := 'y'; END $$; CREATE PROCEDURE q(x int DEFAULT 2) LANGUAGE sql BEGIN ATOMIC SELECT x; END; GRANT EXECUTE ON PROCEDURE p(int, text) TO pg_monitor; REVOKE EXECUTE ON PROCEDURE q FROM PUBLIC; COMMENT ON PROCEDURE p IS 'p';

-- case: function settings come and go
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET work_mem = '8MB' SET search_path = a, b AS 'SELECT 1'; CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path TO 'b', 'c' SET statement_timeout = 100 AS 'SELECT 1'; CREATE FUNCTION g() RETURNS int LANGUAGE sql SET timezone FROM CURRENT AS 'SELECT 1';

-- case: routines as the server prints them
CREATE FUNCTION a(x int, y text DEFAULT 'q') RETURNS int LANGUAGE sql STRICT IMMUTABLE AS 'SELECT x'; CREATE FUNCTION b() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql; CREATE FUNCTION c(OUT p int, OUT q text) AS $$ SELECT 1, 'a' $$ LANGUAGE sql; CREATE PROCEDURE d(INOUT n int) LANGUAGE plpgsql AS $$ BEGIN n := 1; END $$; CREATE FUNCTION e(VARIADIC v text[]) RETURNS SETOF varchar(10) LANGUAGE sql COST 50 ROWS 5 SECURITY DEFINER AS 'SELECT v[1]';
-- equal:
CREATE OR REPLACE FUNCTION public.a(x integer, y text DEFAULT 'q'::text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$SELECT x$function$;
CREATE OR REPLACE FUNCTION public.b() RETURNS trigger LANGUAGE plpgsql AS $function$ BEGIN RETURN NEW; END $function$;
CREATE OR REPLACE FUNCTION public.c(OUT p integer, OUT q text) RETURNS record LANGUAGE sql AS $function$ SELECT 1, 'a' $function$;
CREATE OR REPLACE PROCEDURE public.d(INOUT n integer) LANGUAGE plpgsql AS $procedure$ BEGIN n := 1; END $procedure$;
CREATE OR REPLACE FUNCTION public.e(VARIADIC v text[]) RETURNS SETOF character varying LANGUAGE sql SECURITY DEFINER COST 50 ROWS 5 AS $function$SELECT v[1]$function$;
