-- case settings and the rest
SET statement_timeout = 0;
-- error M0417 `statement_timeout` is a length of time, and 'x' is none
SET statement_timeout = 'x';
-- error M0412 unknown setting `statement_timeot`
SET statement_timeot = 5;
SET my.setting = 'x';
SET client_min_messages = warning;
-- missed 22023 invalid value for parameter "client_min_messages": "loud"
SET client_min_messages = loud;
SET search_path = nope;
-- missed 42704 unrecognized configuration parameter "nope_setting"
RESET nope_setting;
-- missed 42704 unrecognized configuration parameter "nope_setting"
SHOW nope_setting;
SET search_path = public;
-- missed 0A000 extension "nope_ext" is not available
CREATE EXTENSION nope_ext;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
-- error M0413 extension `pgcrypto` exists already
CREATE EXTENSION pgcrypto;
-- missed 42704 extension "nope_ext" does not exist
DROP EXTENSION nope_ext;
DROP EXTENSION IF EXISTS nope_ext;
CREATE COLLATION c1 (provider = icu, locale = 'de');
-- missed 42P17 unrecognized collation provider: nope
CREATE COLLATION c2 (provider = nope, locale = 'de');
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
CREATE COLLATION c3 FROM "nope";
CREATE COLLATION c4 FROM "C";
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
DROP COLLATION nope;
CREATE TEXT SEARCH CONFIGURATION ts1 (COPY = english);
-- missed 42704 text search configuration "nope" does not exist
CREATE TEXT SEARCH CONFIGURATION ts2 (COPY = nope);
SELECT to_tsvector('ts1', 'a');
-- missed 42704 text search configuration "nope" does not exist
SELECT to_tsvector('nope', 'a');
-- missed 42704 text search configuration "nope" does not exist
DROP TEXT SEARCH CONFIGURATION nope;
-- error M0412 unknown function `nope`
CREATE EVENT TRIGGER ev ON ddl_command_end EXECUTE FUNCTION nope();
-- error M0412 unknown event `nope_event`
CREATE EVENT TRIGGER ev ON nope_event EXECUTE FUNCTION nope();
-- missed 42704 foreign-data wrapper "nope" does not exist
CREATE SERVER srv FOREIGN DATA WRAPPER nope;
-- missed 42704 server "nope" does not exist
CREATE FOREIGN TABLE ft (a int) SERVER nope;
-- missed 42883 function nope(internal) does not exist
CREATE ACCESS METHOD am TYPE INDEX HANDLER nope;
-- missed 0A000 extension "nope" is not available
CREATE LANGUAGE nope;
-- missed 42704 language "nope" does not exist
CREATE TRANSFORM FOR int LANGUAGE nope (FROM SQL WITH FUNCTION x(internal));
-- missed 26000 prepared statement "nope" does not exist
DEALLOCATE nope;
-- missed 26000 prepared statement "nope" does not exist
EXECUTE nope;
-- missed 34000 cursor "nope" does not exist
CLOSE nope;
-- missed 25P01 RELEASE SAVEPOINT can only be used in transaction blocks
RELEASE SAVEPOINT nope;
LISTEN x;
DISCARD PLANS;
