-- case a column that a trigger is set off by
CREATE TABLE parcels (id int, weight int, state text, note text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER weighed AFTER UPDATE OF weight ON parcels FOR EACH ROW EXECUTE FUNCTION stamp();
-- error M0415 the type of `weight` cannot be changed: trigger `weighed` looks at it
ALTER TABLE parcels ALTER COLUMN weight TYPE bigint;
-- case the same by its new name
CREATE TABLE parcels (id int, weight int, state text, note text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER weighed AFTER UPDATE OF weight ON parcels FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE parcels RENAME COLUMN weight TO grams;
-- error M0415 column `grams` cannot be dropped: trigger `weighed` needs it
ALTER TABLE parcels DROP COLUMN grams;
-- case a column in the condition of a trigger
CREATE TABLE parcels (id int, weight int, state text, note text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER moved AFTER UPDATE ON parcels FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM "old"."state") EXECUTE FUNCTION stamp();
ALTER TABLE parcels DROP COLUMN note;
-- error M0415 the type of `state` cannot be changed: trigger `moved` looks at it
ALTER TABLE parcels ALTER COLUMN state TYPE varchar(9);
-- case the trigger goes with its column
CREATE TABLE parcels (id int, weight int, state text, note text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER moved AFTER UPDATE OF weight ON parcels FOR EACH ROW WHEN (NEW.state <> 'x') EXECUTE FUNCTION stamp();
ALTER TABLE parcels DROP COLUMN weight CASCADE;
CREATE TRIGGER moved AFTER UPDATE ON parcels FOR EACH ROW WHEN (NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION stamp();
ALTER TABLE parcels DROP COLUMN state;
-- case functions of the rows of a table
CREATE TABLE parcels (id int, weight int);
CREATE FUNCTION heavy() RETURNS SETOF parcels LANGUAGE sql AS 'SELECT * FROM parcels';
-- error M0415 table `parcels` cannot be dropped: function `heavy` needs it
DROP TABLE parcels;
-- case functions that take a row, or many
CREATE TABLE parcels (id int, weight int);
CREATE FUNCTION cost(p parcels) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0415 table `parcels` cannot be dropped: function `cost` needs it
DROP TABLE parcels;
-- case columns of the rows of a table
CREATE TABLE parcels (id int, weight int);
CREATE TABLE vans (id int, load parcels[]);
-- error M0415 table `parcels` cannot be dropped: column `load` of table `vans` needs it
DROP TABLE parcels;
-- case views have rows as well
CREATE VIEW heavy AS SELECT 1 AS id;
CREATE FUNCTION all_heavy() RETURNS SETOF heavy LANGUAGE sql AS 'SELECT 1';
-- error M0415 view `heavy` cannot be dropped: function `all_heavy` needs it
DROP VIEW heavy;
-- case the type of a column holds no table
CREATE TABLE parcels (id int, weight int);
CREATE FUNCTION double_weight(x parcels.weight%TYPE) RETURNS parcels.weight%TYPE LANGUAGE sql AS 'SELECT 1';
DROP TABLE parcels;
-- case a function that went holds nothing
CREATE TABLE parcels (id int, weight int);
CREATE FUNCTION heavy() RETURNS SETOF parcels LANGUAGE sql AS 'SELECT * FROM parcels';
DROP FUNCTION heavy();
DROP TABLE parcels;
-- case rows follow their table
CREATE TABLE parcels (id int, weight int);
CREATE FUNCTION heavy() RETURNS SETOF parcels LANGUAGE sql AS 'SELECT * FROM parcels';
CREATE TABLE parcels_new (LIKE parcels);
ALTER TABLE parcels RENAME TO parcels_old;
ALTER TABLE parcels_new RENAME TO parcels;
DROP TABLE parcels;
-- error M0415 table `parcels_old` cannot be dropped: function `heavy` needs it
DROP TABLE parcels_old;
-- case types follow, too
CREATE TYPE size AS ENUM ('s', 'm');
CREATE FUNCTION bigger(s size) RETURNS size LANGUAGE sql AS 'SELECT $1';
ALTER TYPE size RENAME TO size_old;
CREATE TYPE size AS ENUM ('s', 'm', 'l');
DROP TYPE size;
-- error M0415 type `size_old` cannot be dropped: function `bigger` needs it
DROP TYPE size_old;
-- case rows of another schema
CREATE SCHEMA depot;
SET search_path = depot;
CREATE TABLE parcels (id int);
CREATE FUNCTION heavy() RETURNS SETOF parcels LANGUAGE sql AS 'SELECT * FROM depot.parcels';
SET search_path = public;
CREATE TABLE parcels (id int);
DROP TABLE parcels;
-- case a check calls a function of a schema
CREATE SCHEMA depot;
CREATE FUNCTION depot.is_code(x text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE TABLE parcels (code text CHECK (depot.is_code(code)));
-- error M0415 function `is_code` cannot be dropped: a check of `parcels` needs it
DROP FUNCTION depot.is_code;
-- case if there is none with these arguments
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE parcels (id int);
CREATE TRIGGER moved AFTER UPDATE ON parcels FOR EACH ROW EXECUTE FUNCTION stamp();
DROP FUNCTION IF EXISTS stamp(bigint);
-- error M0415 function `stamp` cannot be dropped: trigger `moved` needs it
DROP FUNCTION IF EXISTS stamp();
-- case rows are found again by a key
CREATE TABLE parcels (id int, weight int);
CREATE MATERIALIZED VIEW heavy AS SELECT id, weight FROM parcels;
-- error M0417 materialized view `heavy` has no unique index by which its rows are found
REFRESH MATERIALIZED VIEW CONCURRENTLY heavy;
CREATE INDEX ON heavy (id);
CREATE UNIQUE INDEX of_some ON heavy (id) WHERE weight > 9;
CREATE UNIQUE INDEX of_sums ON heavy ((id + 1));
-- error M0417 materialized view `heavy` has no unique index by which its rows are found
REFRESH MATERIALIZED VIEW CONCURRENTLY heavy;
CREATE UNIQUE INDEX of_all ON heavy (id, weight);
REFRESH MATERIALIZED VIEW CONCURRENTLY heavy;
DROP INDEX of_all;
REFRESH MATERIALIZED VIEW heavy;
-- case spans are no times
CREATE TABLE parcels (sent timestamp, zoned timestamptz, day date, hour time, lasts interval);
SELECT sent - '2020-01-01', sent + '7 days', lasts - '1 hour', zoned - interval '7 days' FROM parcels;
-- error M0417 '7 days' is no value of `timestamp`
SELECT sent - '7 days' FROM parcels;
-- error M0417 '30 minutes' is no value of `timestamp with time zone`
SELECT zoned FROM parcels WHERE zoned > now() - '30 minutes';
-- error M0417 '1 month 2 days' is no value of `date`
SELECT day - '1 month 2 days' FROM parcels;
-- error M0417 '1 hour' is no value of `time`
SELECT hour - '1 hour' FROM parcels;
-- case languages
CREATE FUNCTION one() RETURNS int LANGUAGE SQL AS 'SELECT 1';
CREATE FUNCTION two() RETURNS int LANGUAGE 'plpgsql' AS 'BEGIN RETURN 2; END';
-- error M0412 unknown language `sqlx`
CREATE FUNCTION three() RETURNS int LANGUAGE sqlx AS 'SELECT 1';
-- error M0412 unknown language `SQL`
CREATE FUNCTION four() RETURNS int LANGUAGE 'SQL' AS 'SELECT 1';
-- case words that are names behind INTO
CREATE TABLE parcels (id int);
SELECT id INTO temp FROM parcels;
SELECT id INTO unlogged FROM parcels;
SELECT id INTO local FROM parcels;
SELECT id INTO temp TABLE kept FROM parcels;
SELECT id INTO LOCAL TEMPORARY there FROM parcels;
-- error M0422 `id` may be `temp.id` or `unlogged.id` or `local.id` or `kept.id` or `there.id`
SELECT id FROM temp, unlogged, local, kept, there;
DROP TABLE temp;
-- case names with escapes
CREATE TABLE U&"p\0061rcels" (U&"\0069d" int);
SELECT U&"i\0064" FROM parcels;
INSERT INTO U&"parcels" (U&"i\+000064") VALUES (1);
-- error M0403 unknown column `ie` of table `parcels`
SELECT U&"i\0065" FROM parcels;
