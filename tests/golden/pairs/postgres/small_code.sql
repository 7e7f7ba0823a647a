-- family: one function
CREATE TABLE t (id int PRIMARY KEY, n text);
-- one: none
-- one: sql
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- one: sql immutable strict
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a $$;
-- one: other default
CREATE FUNCTION f(a int, b text DEFAULT 'y') RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- one: no default
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- one: other names
CREATE FUNCTION f(x int, y text) RETURNS int LANGUAGE sql AS $$ SELECT x $$;
-- one: returns text
CREATE FUNCTION f(a int, b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;
-- one: returns table
CREATE FUNCTION f(a int, b text) RETURNS TABLE (id int, n text) LANGUAGE sql AS $$ SELECT id, n FROM t WHERE id = a $$;
-- one: returns set of a table
CREATE FUNCTION f(a int, b text) RETURNS SETOF t LANGUAGE sql STABLE ROWS 10 AS $$ SELECT * FROM t $$;
-- one: out
CREATE FUNCTION f(a int, b text, OUT c int, OUT d text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
-- one: variadic
CREATE FUNCTION f(a int, VARIADIC b text[]) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
-- one: plpgsql secure
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$ BEGIN RETURN a + 1; END $body$;
-- one: settings and cost
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE plpgsql COST 1000 SET work_mem = '1MB' SET "TimeZone" TO 'UTC' AS $body$ BEGIN RETURN a + 1; END $body$;
-- one: standard body
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql RETURN a + 1;
-- one: atomic body
CREATE FUNCTION f(a int, b text) RETURNS int BEGIN ATOMIC INSERT INTO t VALUES (a, b); SELECT count(*)::int FROM t; END;
-- one: procedure
CREATE PROCEDURE f(a int, b text) LANGUAGE sql AS $$ INSERT INTO t VALUES (a, b) $$;
-- one: procedure with out
CREATE PROCEDURE f(a int, INOUT b text DEFAULT NULL) LANGUAGE plpgsql AS $$ begin b := 'x'; end $$;
-- one: two of a name
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS $$ SELECT a $$; CREATE FUNCTION f(a bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT a $$; COMMENT ON FUNCTION f(int, text) IS 'of two'; COMMENT ON FUNCTION f(bigint) IS 'of one';
-- one: granted
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS $$ SELECT a $$; REVOKE ALL ON FUNCTION f(int, text) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int, text) TO pg_monitor;
-- one: polymorphic
CREATE FUNCTION f(a anyelement, b anyarray) RETURNS anyelement LANGUAGE sql AS $$ SELECT a $$;
-- one: window and leakproof
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE plpgsql LEAKPROOF AS $$ begin return 1; end $$;

-- case: function changes its return under a view
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT f() AS x;
-- after:
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'a'::text $$; CREATE VIEW v AS SELECT f() AS x;

-- case: function changes its return under a default and a check and an index
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1'; CREATE TABLE t (a int DEFAULT f(1), b int CHECK (f(b) > 1)); CREATE INDEX i ON t (f(a)); CREATE TABLE g (a int, b bigint GENERATED ALWAYS AS (f(a)) STORED);
-- after:
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1::bigint'; CREATE TABLE t (a int DEFAULT f(1), b int CHECK (f(b) > 1)); CREATE INDEX i ON t (f(a)); CREATE TABLE g (a int, b bigint GENERATED ALWAYS AS (f(a)) STORED);

-- case: function of a parameter name under a policy
CREATE FUNCTION who(a text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT a = current_user'; CREATE TABLE t (o text); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (who(o));
-- after:
CREATE FUNCTION who(b text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT b = session_user'; CREATE TABLE t (o text); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (who(o));

-- case: function takes a type that comes and gives one that goes
CREATE TYPE old AS (a int); CREATE FUNCTION f() RETURNS old LANGUAGE sql AS 'SELECT ROW(1)::old';
-- after:
CREATE TYPE new AS (a int, b text); CREATE FUNCTION f(x new) RETURNS new LANGUAGE sql AS 'SELECT x';

-- case: function of a table that is made later in the text
CREATE TABLE z (id int);
-- after:
CREATE TABLE z (id int); CREATE FUNCTION a_first() RETURNS bigint LANGUAGE plpgsql AS 'begin return (select count(*) from later); end'; CREATE TABLE later (id int DEFAULT a_first());

-- case: sql functions that call each other
CREATE TABLE z (id int);
-- after:
CREATE TABLE z (id int); CREATE FUNCTION z_low() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION m_mid() RETURNS int LANGUAGE sql AS 'SELECT z_low()'; CREATE FUNCTION a_top() RETURNS int LANGUAGE sql AS 'SELECT m_mid() + z_low()';

-- case: sql functions that call each other, standard bodies, one changes
CREATE FUNCTION z_low() RETURNS int LANGUAGE sql RETURN 1; CREATE FUNCTION m_mid() RETURNS int LANGUAGE sql RETURN z_low(); CREATE FUNCTION a_top() RETURNS int LANGUAGE sql RETURN m_mid() + z_low();
-- after:
CREATE FUNCTION z_low() RETURNS bigint LANGUAGE sql RETURN 1; CREATE FUNCTION m_mid() RETURNS int LANGUAGE sql RETURN z_low()::int; CREATE FUNCTION a_top() RETURNS int LANGUAGE sql RETURN m_mid() + z_low()::int;

-- case: plpgsql functions in a circle
CREATE TABLE z (id int);
-- after:
CREATE TABLE z (id int); CREATE FUNCTION even(n int) RETURNS boolean LANGUAGE plpgsql AS 'begin return n = 0 or odd(n - 1); end'; CREATE FUNCTION odd(n int) RETURNS boolean LANGUAGE plpgsql AS 'begin return n <> 0 and even(n - 1); end';

-- case: atomic body reads a column that changes
CREATE TABLE t (id int, n int); CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT sum(n) FROM t; END;
-- after:
CREATE TABLE t (id int, n smallint); CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT sum(n) FROM t; END;

-- case: atomic body reads a view that is made anew
CREATE TABLE t (id int, n int); CREATE VIEW v AS SELECT id, n FROM t; CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM v WHERE id > 1; END;
-- after:
CREATE TABLE t (id int, n int); CREATE VIEW v AS SELECT n AS id, id AS n FROM t; CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM v WHERE id > 1; END;

-- case: procedure with a transaction and another argument
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS $$ begin commit; end $$;
-- after:
CREATE PROCEDURE p(a int, b int DEFAULT 5) LANGUAGE plpgsql AS $$ begin rollback; end $$; COMMENT ON PROCEDURE p(int, int) IS 'p';

-- case: function dropped that others use in bodies
CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION b() RETURNS int LANGUAGE sql AS 'SELECT a()'; CREATE VIEW v AS SELECT b() AS n;
-- after:
CREATE FUNCTION b() RETURNS int LANGUAGE sql AS 'SELECT 2'; CREATE VIEW v AS SELECT b() AS n;

-- case: function becomes a procedure with dependents gone
CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (x int DEFAULT a());
-- after:
CREATE PROCEDURE a() LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (x int);

-- family: aggregates
CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT coalesce($1, 0) + coalesce($2, 0)'; CREATE FUNCTION done(int) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
-- one: none
-- one: plain
CREATE AGGREGATE total(int) (SFUNC = add, STYPE = int);
-- one: with start and end
CREATE AGGREGATE total(int) (SFUNC = add, STYPE = int, INITCOND = '0', FINALFUNC = done);
-- one: parallel
CREATE AGGREGATE total(int) (SFUNC = add, STYPE = int, COMBINEFUNC = add, PARALLEL = SAFE); COMMENT ON AGGREGATE total(int) IS 'sum';
-- one: used by a view
CREATE AGGREGATE total(int) (SFUNC = add, STYPE = int, INITCOND = '5'); CREATE VIEW v AS SELECT total(x) AS t FROM generate_series(1, 3) AS x;
-- one: hypothetical of another type
CREATE AGGREGATE total(bigint) (SFUNC = int8pl, STYPE = bigint, INITCOND = '0');

-- family: triggers
CREATE TABLE t (id int, n text, at timestamptz); CREATE VIEW v AS SELECT id, n FROM t; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'begin return null; end';
-- one: none
-- one: before insert
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- one: before insert or update of
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF n, id ON t FOR EACH ROW EXECUTE FUNCTION f();
-- one: with when
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f();
-- one: with another when
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.id > 1 AND OLD.n IS NULL) EXECUTE FUNCTION f('a', 2, 'it''s');
-- one: after with tables
CREATE TRIGGER tr AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS w FOR EACH STATEMENT EXECUTE FUNCTION g();
-- one: constraint
CREATE CONSTRAINT TRIGGER tr AFTER INSERT OR DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION g();
-- one: constraint immediate with from
CREATE CONSTRAINT TRIGGER tr AFTER UPDATE ON t FROM t NOT DEFERRABLE FOR EACH ROW WHEN (NEW.id > 2) EXECUTE FUNCTION g();
-- one: instead of
CREATE TRIGGER tr INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION f();
-- one: truncate
CREATE TRIGGER tr AFTER TRUNCATE ON t EXECUTE FUNCTION g(); COMMENT ON TRIGGER tr ON t IS 'all gone';
-- one: disabled
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER tr;
-- one: always
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t ENABLE ALWAYS TRIGGER tr;
-- one: replica
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE g(); ALTER TABLE t ENABLE REPLICA TRIGGER tr;

-- case: trigger moves to another function that comes, the old one goes
CREATE TABLE t (id int); CREATE FUNCTION old_f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION old_f();
-- after:
CREATE TABLE t (id int); CREATE FUNCTION new_f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION new_f();

-- case: trigger functions of one name in two schemas
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE t (id int); CREATE FUNCTION a.f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE FUNCTION b.f() RETURNS trigger LANGUAGE plpgsql AS 'begin return null; end'; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION a.f();
-- after:
CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE t (id int); CREATE FUNCTION a.f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE FUNCTION b.f() RETURNS trigger LANGUAGE plpgsql AS 'begin return null; end'; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION b.f();

-- case: trigger of a changed column type
CREATE TABLE t (id int, n int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr AFTER UPDATE OF n ON t FOR EACH ROW WHEN (OLD.n <> NEW.n) EXECUTE FUNCTION f();
-- after:
CREATE TABLE t (id int, n bigint); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr AFTER UPDATE OF n ON t FOR EACH ROW WHEN (OLD.n <> NEW.n) EXECUTE FUNCTION f();

-- case: trigger on a view that is made anew
CREATE TABLE t (id int, n int); CREATE VIEW v AS SELECT id, n FROM t; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION f(); COMMENT ON TRIGGER tr ON v IS 'c';
-- after:
CREATE TABLE t (id int, n int); CREATE VIEW v AS SELECT n, id FROM t; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'; CREATE TRIGGER tr INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION f(); COMMENT ON TRIGGER tr ON v IS 'c';

-- family: event triggers
CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end';
-- one: none
-- one: any
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION ef();
-- one: tags
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION ef(); COMMENT ON EVENT TRIGGER et IS 'x';
-- one: disabled
CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION ef(); ALTER EVENT TRIGGER et DISABLE;

-- family: one view
CREATE TABLE t (id int, n text, b boolean, j jsonb); CREATE TABLE u (id int, t_id int, amount numeric);
-- one: none
-- one: plain
CREATE VIEW v AS SELECT id, n FROM t;
-- one: one column more at the end
CREATE VIEW v AS SELECT id, n, b FROM t;
-- one: one column more in the middle
CREATE VIEW v AS SELECT id, b, n FROM t;
-- one: other names
CREATE VIEW v (a, c) AS SELECT id, n FROM t;
-- one: other type
CREATE VIEW v AS SELECT id::bigint AS id, n FROM t;
-- one: with a join and groups
CREATE VIEW v AS SELECT t.id, max(t.n) AS n, count(*) FILTER (WHERE u.amount > 1) AS c, sum(u.amount) OVER () AS s FROM t LEFT JOIN u ON u.t_id = t.id GROUP BY t.id, u.amount HAVING count(*) > 1 ORDER BY 1 DESC LIMIT 10;
-- one: with queries
CREATE VIEW v AS WITH a AS (SELECT id FROM t), b AS MATERIALIZED (SELECT id FROM a) SELECT id, 'x'::text AS n FROM b UNION ALL SELECT id, NULL FROM a;
-- one: recursive
CREATE RECURSIVE VIEW v (id) AS SELECT 1 UNION ALL SELECT id + 1 FROM v WHERE id < 5;
-- one: star
CREATE VIEW v AS SELECT * FROM t;
-- one: security
CREATE VIEW v WITH (security_barrier, security_invoker = true) AS SELECT id, n FROM t;
-- one: checked
CREATE VIEW v AS SELECT id, n FROM t WHERE id > 0 WITH CASCADED CHECK OPTION; ALTER VIEW v ALTER COLUMN id SET DEFAULT 4;
-- one: commented
CREATE VIEW v AS SELECT id, n FROM t; COMMENT ON VIEW v IS 'a view'; COMMENT ON COLUMN v.n IS 'its n';
-- one: materialized
CREATE MATERIALIZED VIEW v AS SELECT id, n FROM t WITH DATA; CREATE UNIQUE INDEX vi ON v (id);
-- one: materialized other
CREATE MATERIALIZED VIEW v WITH (fillfactor = 80) AS SELECT id, n, b FROM t WITH NO DATA; COMMENT ON MATERIALIZED VIEW v IS 'm';
-- one: values
CREATE VIEW v (id, n) AS VALUES (1, 'a'), (2, 'b');
-- one: lateral and functions
CREATE VIEW v AS SELECT t.id, e.key, e.value, x.n FROM t, LATERAL jsonb_each_text(t.j) AS e, unnest(ARRAY[1, 2]) WITH ORDINALITY AS x(n, o);
-- one: exists and case
CREATE VIEW v AS SELECT id, CASE WHEN b THEN 'yes' WHEN n IS NULL THEN 'none' ELSE upper(n) END AS n FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id) AND n NOT IN ('a', 'b');
-- one: granted
CREATE VIEW v AS SELECT id, n FROM t; GRANT SELECT ON v TO pg_monitor; GRANT SELECT (id) ON v TO pg_read_all_data;

-- case: chain of views above a changed column
CREATE TABLE t (id int, n varchar(10)); CREATE VIEW z1 AS SELECT id, n FROM t; CREATE VIEW a2 AS SELECT id, n FROM z1 WHERE id > 0; CREATE MATERIALIZED VIEW m3 AS SELECT n, count(*) AS c FROM a2 GROUP BY n; CREATE UNIQUE INDEX m3i ON m3 (n); CREATE VIEW b4 AS SELECT m.n, m.c, z.id FROM m3 m JOIN z1 z USING (n); COMMENT ON VIEW b4 IS 'top';
-- after:
CREATE TABLE t (id int, n text); CREATE VIEW z1 AS SELECT id, n FROM t; CREATE VIEW a2 AS SELECT id, n FROM z1 WHERE id > 0; CREATE MATERIALIZED VIEW m3 AS SELECT n, count(*) AS c FROM a2 GROUP BY n; CREATE UNIQUE INDEX m3i ON m3 (n); CREATE VIEW b4 AS SELECT m.n, m.c, z.id FROM m3 m JOIN z1 z USING (n); COMMENT ON VIEW b4 IS 'top';

-- case: middle of a chain goes
CREATE TABLE t (id int, n int); CREATE VIEW a AS SELECT id, n FROM t; CREATE VIEW b AS SELECT id FROM a; CREATE VIEW c AS SELECT id FROM b;
-- after:
CREATE TABLE t (id int, n int); CREATE VIEW a AS SELECT id, n FROM t; CREATE VIEW c AS SELECT id FROM a;

-- case: view depends on a function that depends on a table
CREATE TABLE t (id int);
-- after:
CREATE TABLE t (id int, n text); CREATE FUNCTION nice(t) RETURNS text LANGUAGE sql AS 'SELECT $1.n'; CREATE VIEW v AS SELECT id, nice(t) AS nice, t.nice AS nicer FROM t;

-- case: view on an enum's value and an array of it
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e, y e[]); CREATE VIEW v AS SELECT x, y FROM t WHERE x = 'a' OR 'b' = ANY (y);
-- after:
CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (x e, y e[]); CREATE VIEW v AS SELECT x, y FROM t WHERE x = 'c' OR 'b' = ANY (y);

-- case: rules
CREATE TABLE t (id int, n text); CREATE TABLE log (id int, at timestamptz); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
-- after:
CREATE TABLE t (id int, n text); CREATE TABLE log (id int, at timestamptz); CREATE RULE r AS ON DELETE TO t WHERE old.id < 10 DO ALSO INSERT INTO log VALUES (old.id, now()); CREATE RULE r2 AS ON INSERT TO t DO INSTEAD (INSERT INTO log (id) VALUES (new.id); UPDATE log SET at = now() WHERE id = new.id); COMMENT ON RULE r2 ON t IS 'two';

-- case: rule on a view goes with the view's change
CREATE TABLE t (id int, n text); CREATE VIEW v AS SELECT id, n FROM t; CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.id, new.n);
-- after:
CREATE TABLE t (id int, n varchar(5)); CREATE VIEW v AS SELECT id, n FROM t; CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.id, new.n);

-- family: policies
CREATE TABLE t (id int, owner name, team int); CREATE TABLE m (team int, who name);
-- one: none
-- one: enabled
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- one: forced
ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- one: for all
ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (owner = current_user);
-- one: for select
ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t FOR SELECT TO pg_monitor USING (owner = current_user);
-- one: roles
ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t FOR ALL TO pg_monitor, pg_read_all_data USING (true) WITH CHECK (team > 0);
-- one: restrictive
ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE USING (team = 1) WITH CHECK (team = 1);
-- one: by another table
ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t FOR SELECT USING (team IN (SELECT m.team FROM m WHERE m.who = current_user)); CREATE POLICY q ON t FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM m WHERE m.team = t.team)); COMMENT ON POLICY q ON t IS 'q';
-- one: setting
CREATE POLICY p ON t USING (team = current_setting('app.team', true)::int);

-- family: privileges
CREATE TABLE t (id int, n text); CREATE SEQUENCE s; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM ('a');
-- one: none
-- one: select
GRANT SELECT ON t TO pg_monitor;
-- one: many
GRANT SELECT, INSERT, UPDATE ON t TO pg_monitor; GRANT DELETE ON t TO pg_read_all_data WITH GRANT OPTION;
-- one: all
GRANT ALL PRIVILEGES ON TABLE t TO pg_monitor, pg_read_all_data; GRANT ALL ON SEQUENCE s TO pg_monitor;
-- one: columns
GRANT SELECT (id, n), UPDATE (n) ON t TO pg_monitor;
-- one: all tables
GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC; GRANT USAGE ON TYPE e TO pg_monitor; REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
-- one: defaults
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
-- one: other defaults
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO pg_monitor WITH GRANT OPTION; ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO pg_monitor;
