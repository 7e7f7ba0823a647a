-- ring: options of tables
-- one: plain
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
-- one: fillfactor
CREATE TABLE t (a int NOT NULL, b text, c text) WITH (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = false);
CREATE UNIQUE INDEX i ON t (a) WITH (fillfactor = 50);
-- one: altered options
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.05, parallel_workers = 4);
ALTER INDEX i SET (deduplicate_items = off);
-- one: columns
CREATE TABLE t (a int NOT NULL, b text COMPRESSION pglz, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t ALTER b SET STORAGE EXTERNAL, ALTER c SET STATISTICS 500, ALTER a SET (n_distinct = 100);
-- one: columns other
CREATE TABLE t (a int NOT NULL, b text, c text COMPRESSION lz4);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t ALTER b SET STORAGE MAIN;
ALTER TABLE ONLY t ALTER COLUMN c SET STATISTICS 10;
-- one: cluster
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t CLUSTER ON i;
-- one: replica full
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY FULL;
-- one: replica index
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;
-- one: replica nothing
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY NOTHING;
-- one: rls
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- one: rls forced
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p1 ON t FOR SELECT TO PUBLIC USING (a > 0);
CREATE POLICY p2 ON t AS RESTRICTIVE FOR INSERT WITH CHECK (b IS NOT NULL);
-- one: policies
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p1 ON t FOR ALL TO postgres, CURRENT_USER USING (b = current_user) WITH CHECK (a < 10);
CREATE POLICY p2 ON t FOR INSERT WITH CHECK (b IS NOT NULL);
CREATE POLICY p3 ON t FOR DELETE USING (a IN (SELECT a FROM t WHERE c = 'x'));
COMMENT ON POLICY p3 ON t IS 'third';
-- one: unlogged
CREATE UNLOGGED TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
-- one: statistics
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
CREATE STATISTICS st (dependencies, ndistinct) ON a, b FROM t;
ALTER STATISTICS st SET STATISTICS 200;
CREATE STATISTICS st2 ON lower(b), c FROM t;
-- one: statistics other
CREATE TABLE t (a int NOT NULL, b varchar(9), c text);
CREATE UNIQUE INDEX i ON t (a);
CREATE STATISTICS st (mcv) ON a, b FROM t;
COMMENT ON STATISTICS st IS 'common';
-- one: rules
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
CREATE RULE r1 AS ON INSERT TO t WHERE NEW.a < 0 DO INSTEAD NOTHING;
CREATE RULE r2 AS ON UPDATE TO t DO ALSO NOTIFY changed;
COMMENT ON RULE r1 ON t IS 'one';
ALTER TABLE t DISABLE RULE r2;
-- one: rules other
CREATE TABLE t (a int NOT NULL, b text, c text, d int);
CREATE UNIQUE INDEX i ON t (a);
CREATE OR REPLACE RULE r1 AS ON INSERT TO t WHERE NEW.a < 5 DO INSTEAD NOTHING;
-- one: publication
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
CREATE PUBLICATION pub FOR TABLE t (a, b) WHERE (a > 0) WITH (publish = 'insert');
-- one: publication all
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
CREATE PUBLICATION pub FOR ALL TABLES;
-- one: publication schema
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
CREATE PUBLICATION pub FOR TABLES IN SCHEMA public;
-- one: event trigger
CREATE TABLE t (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX i ON t (a);
CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION ev();
COMMENT ON EVENT TRIGGER et IS 'says';
-- one: like
CREATE TABLE src (a int NOT NULL DEFAULT 5 CHECK (a > 0), b text, c text);
CREATE UNIQUE INDEX src_i ON src (a);
COMMENT ON COLUMN src.b IS 'bb';
CREATE TABLE t (LIKE src INCLUDING ALL, d int);
-- one: like defaults
CREATE TABLE src (a int NOT NULL DEFAULT 5 CHECK (a > 0), b text, c text);
CREATE TABLE t (LIKE src INCLUDING DEFAULTS INCLUDING CONSTRAINTS);

-- ring: privileges
-- one: none
CREATE TABLE t (a int PRIMARY KEY, b text);
-- one: select
CREATE TABLE t (a int PRIMARY KEY, b text);
GRANT SELECT ON t TO pg_monitor;
-- one: select and insert
CREATE TABLE t (a int PRIMARY KEY, b text);
GRANT SELECT, INSERT ON TABLE t TO pg_monitor, pg_write_all_data WITH GRANT OPTION;
-- one: all
CREATE TABLE t (a int PRIMARY KEY, b text);
GRANT ALL PRIVILEGES ON t TO pg_monitor;
REVOKE DELETE, TRUNCATE ON t FROM pg_monitor;
-- one: columns
CREATE TABLE t (a int PRIMARY KEY, b text);
GRANT SELECT (a), UPDATE (a, b) ON t TO pg_monitor;
GRANT SELECT ON t TO PUBLIC;
-- one: view
CREATE TABLE t (a int PRIMARY KEY, b text);
CREATE VIEW v AS SELECT a FROM t;
GRANT SELECT ON v TO pg_monitor;
-- one: view other
CREATE TABLE t (a bigint PRIMARY KEY, b text);
CREATE VIEW v AS SELECT b, a FROM t;
GRANT SELECT ON v TO pg_monitor;
GRANT SELECT ON t TO pg_monitor;
-- one: functions
CREATE TABLE t (a int PRIMARY KEY, b text);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
REVOKE ALL ON FUNCTION f(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f(int) TO pg_monitor;
-- one: functions other
CREATE TABLE t (a int PRIMARY KEY, b text);
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO pg_monitor;
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
GRANT ALL ON PROCEDURE p() TO pg_write_all_data;
-- one: schema
CREATE SCHEMA s;
GRANT USAGE ON SCHEMA s TO pg_monitor;
GRANT CREATE, USAGE ON SCHEMA public TO pg_monitor;
CREATE TABLE s.t (a int);
CREATE TABLE s.u (a serial);
GRANT SELECT ON ALL TABLES IN SCHEMA s TO pg_monitor;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA s TO pg_monitor;
-- one: public closed
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE TABLE t (a int PRIMARY KEY, b text);
-- one: sequence and type
CREATE TABLE t (a serial PRIMARY KEY, b text);
GRANT USAGE ON SEQUENCE t_a_seq TO pg_monitor;
CREATE TYPE e AS ENUM ('a', 'b');
REVOKE USAGE ON TYPE e FROM PUBLIC;
GRANT USAGE ON TYPE e TO pg_monitor;
-- one: type other
CREATE TABLE t (a bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b text);
GRANT SELECT ON SEQUENCE t_a_seq TO pg_monitor;
CREATE TYPE e AS ENUM ('b', 'a');
GRANT USAGE ON TYPE e TO pg_monitor;
-- one: default privileges
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor;
CREATE TABLE t (a int PRIMARY KEY, b text);
CREATE TABLE u (a int);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- one: default privileges after
CREATE TABLE t (a int PRIMARY KEY, b text);
CREATE TABLE u (a int);
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO pg_write_all_data;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- ring: extensions
-- one: none
CREATE TABLE t (id int, n text);
-- one: trgm
CREATE EXTENSION pg_trgm;
CREATE TABLE t (id int, n text);
CREATE INDEX t_n ON t USING gin (n gin_trgm_ops);
-- one: gist
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE t (id int, n text, r tsrange, EXCLUDE USING gist (id WITH =, r WITH &&));
-- one: citext
CREATE EXTENSION citext;
CREATE TABLE t (id int, n citext UNIQUE);
-- one: hstore and uuid
CREATE EXTENSION hstore;
CREATE EXTENSION "uuid-ossp";
CREATE TABLE t (id uuid DEFAULT uuid_generate_v4(), n hstore DEFAULT '');
-- one: in schema
CREATE SCHEMA ext;
CREATE EXTENSION citext WITH SCHEMA ext;
COMMENT ON EXTENSION citext IS 'text without case';
CREATE TABLE t (id int, n ext.citext);
