-- case sequences
CREATE SEQUENCE s1;
CREATE TABLE t (id serial, a int, b text);
-- error M0413 sequence `s1` exists already
CREATE SEQUENCE s1;
CREATE SEQUENCE IF NOT EXISTS s1;
-- error M0402 the name `t` is taken by a table
CREATE SEQUENCE t;
-- error M0417 sequence `s2`: MINVALUE 10 is not below MAXVALUE 5
CREATE SEQUENCE s2 MINVALUE 10 MAXVALUE 5;
-- error M0417 sequence `s3`: it starts with 5, below MINVALUE 10
CREATE SEQUENCE s3 START 5 MINVALUE 10;
-- error M0417 sequence `s4`: the increment is 0
CREATE SEQUENCE s4 INCREMENT 0;
-- error M0417 sequence `s5`: the cache is below 1
CREATE SEQUENCE s5 CACHE 0;
-- error M0417 sequence `s6`: MAXVALUE 100000 is out of the range of `smallint`
CREATE SEQUENCE s6 AS smallint MAXVALUE 100000;
-- error M0417 sequence `s7`: it counts in `smallint`, `integer` or `bigint`, and not in `text`
CREATE SEQUENCE s7 AS text;
CREATE SEQUENCE s8 AS smallint;
-- error M0417 sequence `s9`: it starts with 10, above MAXVALUE 5
CREATE SEQUENCE s9 START 10 MAXVALUE 5;
CREATE SEQUENCE s10 INCREMENT -1;
-- error M0417 sequence `s11`: it starts with 5, above MAXVALUE -1
CREATE SEQUENCE s11 INCREMENT -1 START 5;
CREATE SEQUENCE s12 OWNED BY t.a;
-- error M0403 unknown column `nope` of table `t`
CREATE SEQUENCE s13 OWNED BY t.nope;
-- error M0401 unknown table `nope`
CREATE SEQUENCE s14 OWNED BY nope.a;
CREATE SEQUENCE s15 OWNED BY NONE;
-- missed 42601 conflicting or redundant options
CREATE SEQUENCE s16 START 1 START 2;
CREATE SEQUENCE s17 AS int MINVALUE 1 MAXVALUE 10 CYCLE CACHE 5;
-- error M0417 sequence `s18`: it counts in `smallint`, `integer` or `bigint`, and not in `numeric`
CREATE SEQUENCE s18 AS numeric;
-- missed 22023 RESTART value (0) cannot be less than MINVALUE (1)
ALTER SEQUENCE s1 RESTART WITH 0;
ALTER SEQUENCE s1 RESTART WITH 5;
-- missed 22023 RESTART value (5) cannot be greater than MAXVALUE (3)
ALTER SEQUENCE s1 MAXVALUE 3;
-- error M0412 unknown sequence `nope`
ALTER SEQUENCE nope RESTART;
ALTER SEQUENCE IF EXISTS nope RESTART;
-- error M0403 unknown column `nope` of table `t`
ALTER SEQUENCE s1 OWNED BY t.nope;
-- error M0413 the name `s8` is taken by a sequence
ALTER SEQUENCE s1 RENAME TO s8;
ALTER SEQUENCE t_id_seq OWNED BY NONE;
ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('s1');
-- error M0412 unknown sequence `s99`
ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('s99');
-- error M0412 unknown function `nextvl`
ALTER TABLE t ALTER COLUMN a SET DEFAULT nextvl('s1');
-- error M0415 sequence `s1` cannot be dropped: the default of `t.a` needs it
DROP SEQUENCE s1;
-- error M0412 unknown sequence `nope`
DROP SEQUENCE nope;
-- error M0401 `t` is a table, not a sequence
DROP SEQUENCE t;
-- error M0412 unknown sequence `nope`
SELECT nextval('nope');
SELECT setval('s8', 5);
-- error M0417 'x' is no value of `bigint`
SELECT setval('s8', 'x');
-- error M0401 `t` is a table, not a sequence
SELECT setval('t', 5);
-- error M0412 unknown sequence `nope`
SELECT currval('nope');
SELECT 's8'::regclass;
-- error M0401 unknown table `nope`
SELECT 'nope'::regclass;
SELECT to_regclass('nope');
