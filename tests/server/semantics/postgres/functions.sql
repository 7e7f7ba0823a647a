-- case functions
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE s (id int, n int);
CREATE FUNCTION f1(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 1';
CREATE FUNCTION f1(x text) RETURNS text LANGUAGE sql AS 'SELECT x';
CREATE FUNCTION g(x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE pr(x int) LANGUAGE sql AS 'UPDATE t SET a = x';
-- error M0413 function `f1(integer)` exists already
CREATE FUNCTION f1(y int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION f1(x int) RETURNS int LANGUAGE sql AS 'SELECT x + 2';
-- error M0417 `f1` returns `int`, and would return `text`
CREATE OR REPLACE FUNCTION f1(x int) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
-- error M0417 the argument `x` would be called `y`
CREATE OR REPLACE FUNCTION f1(y int) RETURNS int LANGUAGE sql AS 'SELECT y';
-- error M0417 `pr(integer)` is a procedure, which no function replaces
CREATE OR REPLACE FUNCTION pr(x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 `g(integer)` is a function, which no procedure replaces
CREATE OR REPLACE PROCEDURE g(x int) LANGUAGE sql AS 'SELECT 1';
-- error M0409 unknown type `nope`
CREATE FUNCTION f2(x nope) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0409 unknown type `nope`
CREATE FUNCTION f3() RETURNS nope LANGUAGE sql AS 'SELECT 1';
-- missed 42704 language "nope" does not exist
CREATE FUNCTION f4() RETURNS int LANGUAGE nope AS 'SELECT 1';
-- error M0403 unknown column `zz` of table `t`
CREATE FUNCTION f5() RETURNS int LANGUAGE sql AS 'SELECT zz FROM t';
-- error M0401 unknown table `tt`
CREATE FUNCTION f6() RETURNS int LANGUAGE sql AS 'SELECT a FROM tt';
-- error M0417 it is said to be `int`, and this returns `text`
CREATE FUNCTION f7() RETURNS int LANGUAGE sql AS 'SELECT b FROM t';
-- error M0418 the last statement returns 2 columns, and the function 1
CREATE FUNCTION f8() RETURNS int LANGUAGE sql AS 'SELECT a, id FROM t';
-- error M0417 the last statement of `f9` returns nothing
CREATE FUNCTION f9() RETURNS int LANGUAGE sql AS 'UPDATE t SET a = 1';
CREATE FUNCTION f10() RETURNS void LANGUAGE sql AS 'UPDATE t SET a = 1';
-- error M0403 unknown column `aa` of table `t`
CREATE FUNCTION f11() RETURNS void LANGUAGE sql AS 'UPDATE t SET aa = 1';
CREATE FUNCTION f12(x int) RETURNS int LANGUAGE sql AS 'SELECT a FROM t WHERE id = x';
-- error M0403 unknown column `y`
CREATE FUNCTION f13(x int) RETURNS int LANGUAGE sql AS 'SELECT a FROM t WHERE id = y';
CREATE FUNCTION f14(x int) RETURNS int LANGUAGE sql AS 'SELECT a FROM t WHERE id = f14.x';
CREATE FUNCTION f15(int) RETURNS int LANGUAGE sql AS 'SELECT a FROM t WHERE id = $1';
-- error M0418 there is no argument `$2`
CREATE FUNCTION f16(int) RETURNS int LANGUAGE sql AS 'SELECT a FROM t WHERE id = $2';
CREATE FUNCTION f17() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN zz FROM tt; END';
CREATE FUNCTION f18() RETURNS int LANGUAGE plpgsql AS 'BEGIN SELECT; END';
CREATE FUNCTION f19() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- error M0417 a function for triggers has no arguments of its own
CREATE FUNCTION f20(x int) RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION f21() RETURNS TABLE (p int, q text) LANGUAGE sql AS 'SELECT id, b FROM t';
-- error M0418 the last statement returns 1 column, and the function 2
CREATE FUNCTION f22() RETURNS TABLE (p int, q text) LANGUAGE sql AS 'SELECT id FROM t';
CREATE FUNCTION f23() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
-- error M0418 the last statement returns 2 columns, and the function 3
CREATE FUNCTION f24() RETURNS SETOF t LANGUAGE sql AS 'SELECT id, a FROM t';
-- error M0418 two arguments are called `x`
CREATE FUNCTION f25(x int, x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 an argument behind one with a default has a default, too
CREATE FUNCTION f26(x int DEFAULT 1, y int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 the default of `x`: 'a' is no value of `integer`
CREATE FUNCTION f27(x int DEFAULT 'a') RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 it returns its arguments, which are `record`, and not `int`
CREATE FUNCTION f28(OUT a int, OUT b int) RETURNS int LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION f29(x anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT x';
-- error M0417 it returns `anyelement`, and no argument says which type that is
CREATE FUNCTION f30() RETURNS anyelement LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f31() RETURNS record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION f32() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a FROM t; END;
-- error M0403 unknown column `zz` of table `t`
CREATE FUNCTION f33() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT zz FROM t; END;
CREATE FUNCTION f34() RETURNS int LANGUAGE sql RETURN 1;
-- missed 42703 column "zz" does not exist
CREATE FUNCTION f35() RETURNS int LANGUAGE sql RETURN zz;
CREATE FUNCTION f36(x int) RETURNS int LANGUAGE sql RETURN x + 1;
-- error M0301 `STABLE` stands beside another of its kind
CREATE FUNCTION f37() RETURNS int LANGUAGE sql IMMUTABLE STABLE AS 'SELECT 1';
-- error M0301 no language is said
CREATE FUNCTION f38() RETURNS int AS 'SELECT 1';
-- error M0301 it is not said what the function returns
CREATE FUNCTION f39() LANGUAGE sql AS 'SELECT 1';
-- error M0412 unknown function `lowr`
CREATE FUNCTION f40() RETURNS int LANGUAGE sql AS 'SELECT lowr(b)::int FROM t';
-- missed 22P02 invalid input syntax for type integer: "x"
CREATE FUNCTION f41() RETURNS int LANGUAGE sql AS 'SELECT ''x''::int';
CREATE FUNCTION f42() RETURNS text LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f43() RETURNS bigint LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f44() RETURNS int LANGUAGE sql AS 'SELECT 1::bigint';
-- error M0417 `f45` returns nothing
CREATE FUNCTION f45() RETURNS int LANGUAGE sql AS '';
-- error M0418 2 values for 1 column
CREATE FUNCTION f46() RETURNS void LANGUAGE sql AS 'INSERT INTO t (id) VALUES (1, 2)';
-- missed 42P01 relation "q" does not exist
CREATE FUNCTION f47() RETURNS void LANGUAGE sql AS 'CREATE TABLE q (a int); INSERT INTO q VALUES (1)';
CREATE FUNCTION f48(x t) RETURNS int LANGUAGE sql AS 'SELECT x.a';
-- missed 42P01 missing FROM-clause entry for table "x"
CREATE FUNCTION f49(x t) RETURNS int LANGUAGE sql AS 'SELECT x.zz';
CREATE FUNCTION f50(x t) RETURNS int LANGUAGE sql AS 'SELECT count(*)::int FROM s WHERE s.id = x.id';
CREATE FUNCTION f51() RETURNS int LANGUAGE sql AS 'SELECT a FROM t; SELECT n FROM s';
CREATE FUNCTION f52() RETURNS int LANGUAGE sql AS $$ INSERT INTO s VALUES (1, 2) RETURNING n $$;
-- missed 42883 there is no built-in function named "nope_fn"
CREATE FUNCTION f54() RETURNS int LANGUAGE internal AS 'nope_fn';
-- error M0417 COST is above 0
CREATE FUNCTION f55() RETURNS int LANGUAGE sql COST -1 AS 'SELECT 1';
-- error M0417 ROWS is for functions that return a set
CREATE FUNCTION f56() RETURNS int LANGUAGE sql ROWS 5 AS 'SELECT 1';
-- error M0417 what is VARIADIC is an array, and this is `int`
CREATE FUNCTION f57(VARIADIC x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f58(VARIADIC x int[]) RETURNS int LANGUAGE sql AS 'SELECT x[1]';
CREATE FUNCTION f59() RETURNS int LANGUAGE sql SET search_path = public AS 'SELECT a FROM t';
-- missed 42704 unrecognized configuration parameter "nope_setting"
CREATE FUNCTION f60() RETURNS int LANGUAGE sql SET nope_setting = 1 AS 'SELECT a FROM t';
-- missed 42704 type "serial" does not exist
CREATE FUNCTION f61() RETURNS serial LANGUAGE sql AS 'SELECT 1';
SELECT f1(1);
SELECT f1('x');
-- error M0418 there is no function `f1()`
SELECT f1();
-- error M0418 there is no function `f1(integer, integer)`
SELECT f1(1, 2);
-- error M0417 there is no function `f1(boolean)`
SELECT f1(true);
SELECT f12('5');
-- error M0417 there is no function `f12(timestamp with time zone)`
SELECT f12(now());
-- missed 42883 function f99(integer) does not exist
SELECT f99(1);
-- missed 42883 function fl(integer) does not exist
SELECT fl(1);
SELECT g(x => 1);
-- error M0417 there is no function `g(y => integer)`
SELECT g(y => 1);
-- error M0417 there is no function `g(text)`
SELECT g('1'::text);
-- error M0417 `pr` is a procedure
SELECT pr(1);
CALL pr(1);
-- error M0412 unknown procedure `prr`
CALL prr(1);
-- error M0418 there is no procedure `pr()`
CALL pr();
-- error M0417 there is no procedure `pr(text)`
CALL pr('x'::text);
-- error M0412 `g` is a function, which is called in a query
CALL g(1);
-- missed 0A000 cannot use subquery in CALL argument
CALL pr((SELECT 1));
-- error M0422 there are 2 functions called `f1`
DROP FUNCTION f1;
DROP FUNCTION f1(int);
-- error M0412 unknown function `f1(integer, integer)`
DROP FUNCTION f1(int, int);
-- error M0412 unknown function `nope`
DROP FUNCTION nope;
-- error M0412 unknown function `nope`
DROP FUNCTION nope(int);
DROP FUNCTION IF EXISTS nope(int);
-- error M0412 unknown function `g(nope)`
DROP FUNCTION g(nope);
-- error M0412 `pr` is a procedure, not a function
DROP FUNCTION pr(int);
-- error M0412 `g` is a function, not a procedure
DROP PROCEDURE g(int);
DROP ROUTINE pr(int);
-- missed 42883 function nope(integer) does not exist
ALTER FUNCTION nope(int) OWNER TO CURRENT_USER;
ALTER FUNCTION g(int) RENAME TO h;
-- error M0412 unknown function `g`
ALTER FUNCTION g(int) RENAME TO h2;
-- missed 3F000 schema "nope" does not exist
ALTER FUNCTION h(int) SET SCHEMA nope;
-- error M0412 unknown function `h(text)`
ALTER FUNCTION h(text) STABLE;
ALTER FUNCTION h(int) STABLE;
COMMENT ON FUNCTION h(int) IS 'x';
-- error M0412 unknown function `h(text)`
COMMENT ON FUNCTION h(text) IS 'x';
-- error M0412 unknown function `nope`
COMMENT ON FUNCTION nope(int) IS 'x';
GRANT EXECUTE ON FUNCTION h(int) TO PUBLIC;
-- error M0412 unknown function `nope`
GRANT EXECUTE ON FUNCTION nope(int) TO PUBLIC;
CREATE AGGREGATE ag (int) (sfunc = int4pl, stype = int, initcond = '0');
-- error M0412 unknown function `nope`
CREATE AGGREGATE ag2 (int) (sfunc = nope, stype = int);
-- missed 42704 type nope does not exist
CREATE AGGREGATE ag3 (nope) (sfunc = int4pl, stype = int);
-- missed 42704 type "nope" does not exist
CREATE AGGREGATE ag4 (int) (sfunc = int4pl, stype = nope);
-- error M0417 aggregate `ag5` has no `STYPE`
CREATE AGGREGATE ag5 (int) (sfunc = int4pl);
-- error M0417 aggregate `ag6` has no `SFUNC`
CREATE AGGREGATE ag6 (int) (stype = int);
SELECT ag(a) FROM t;
-- missed 42883 function ag(text) does not exist
SELECT ag(b) FROM t;
CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq);
-- missed 42704 type "nope" does not exist
CREATE OPERATOR ==== (leftarg = nope, rightarg = int, function = int4eq);
-- error M0412 unknown function `nope`
CREATE OPERATOR ==== (leftarg = int, rightarg = int, function = nope);
-- missed 42P13 operator function must be specified
CREATE OPERATOR ==== (leftarg = int, rightarg = int);
SELECT 1 === 2;
-- missed 42883 operator does not exist: integer ==== integer
SELECT 1 ==== 2;
DROP OPERATOR === (int, int);
-- missed 42883 operator does not exist: integer === integer
DROP OPERATOR === (int, int);
CREATE CAST (t AS int) WITH FUNCTION f48(t);
-- missed 42704 type "nope" does not exist
CREATE CAST (nope AS int) WITH INOUT;
-- error M0412 unknown function `nope`
CREATE CAST (s AS int) WITH FUNCTION nope(s);
DO $$ BEGIN PERFORM 1; END $$;
-- missed 42704 language "nope" does not exist
DO LANGUAGE nope 'x';
-- case what is returned, behind its name
CREATE FUNCTION free_space(rel regclass, OUT a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION free_space(rel regclass, blkno bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION spaces(rel regclass, blkno OUT bigint, avail OUT int) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1::bigint, 2';
REVOKE ALL ON FUNCTION spaces(regclass) FROM PUBLIC;
CREATE FUNCTION spaces(rel regclass, blkno bigint, avail int) RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION spaces(rel regclass, blkno OUT bigint, avail OUT int);
-- error M0412 unknown function `spaces(regclass)`
DROP FUNCTION spaces(regclass);
