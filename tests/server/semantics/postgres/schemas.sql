-- case schemas
CREATE SCHEMA app;
CREATE TABLE app.t (id int);
-- error M0412 unknown schema `appp`
CREATE TABLE appp.t (id int);
SELECT * FROM app.t;
-- error M0412 unknown schema `appp`
SELECT * FROM appp.t;
-- error M0401 unknown table `app.tt`
SELECT * FROM app.tt;
-- missed 3F000 schema "nope" does not exist
ALTER TABLE app.t SET SCHEMA nope;
-- error M0412 unknown schema `appp`
ALTER TABLE appp.t ADD COLUMN x int;
-- error M0412 unknown schema `appp`
DROP TABLE appp.t;
-- error M0412 unknown schema `appp`
DROP VIEW appp.v;
-- missed 3F000 schema "nope" does not exist
CREATE VIEW nope.v AS SELECT 1;
-- missed 3F000 schema "nope" does not exist
CREATE INDEX ON nope.t (id);
-- missed 3F000 schema "nope" does not exist
CREATE TYPE nope.e AS ENUM ('a');
-- missed 3F000 schema "nope" does not exist
CREATE FUNCTION nope.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- missed 3F000 schema "nope" does not exist
CREATE SEQUENCE nope.s;
-- missed 3F000 schema "nope" does not exist
DROP SCHEMA nope;
DROP SCHEMA IF EXISTS nope;
-- error M0415 schema `app` cannot be dropped: table `t` needs it
DROP SCHEMA app;
-- missed 3F000 schema "nope" does not exist
ALTER SCHEMA nope RENAME TO x;
-- error M0413 schema `public` exists already
ALTER SCHEMA app RENAME TO public;
-- error M0413 schema `app` exists already
CREATE SCHEMA app;
-- missed 42939 unacceptable schema name "pg_mine"
CREATE SCHEMA pg_mine;
ALTER SCHEMA app RENAME TO app2;
-- error M0412 unknown schema `app`
SELECT * FROM app.t;
SELECT * FROM app2.t;
-- error M0403 unknown column `idd` of table `t`
SELECT idd FROM app2.t;
-- missed 3F000 schema "nope" does not exist
GRANT USAGE ON SCHEMA nope TO PUBLIC;
GRANT USAGE ON SCHEMA app2 TO PUBLIC;
-- missed 3F000 schema "nope" does not exist
GRANT SELECT ON ALL TABLES IN SCHEMA nope TO PUBLIC;
-- missed 3F000 schema "nope" does not exist
ALTER DEFAULT PRIVILEGES IN SCHEMA nope GRANT SELECT ON TABLES TO PUBLIC;
-- missed 3F000 schema "nope" does not exist
COMMENT ON SCHEMA nope IS 'x';
SELECT pg_catalog.lower('A');
-- missed 3F000 schema "nope" does not exist
SELECT nope.lower('A');
-- missed 42883 function app2.f(integer) does not exist
SELECT app2.f(1);
-- missed 3F000 schema "nope" does not exist
SELECT 'x'::nope.e;
