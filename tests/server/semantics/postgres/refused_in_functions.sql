-- case what functions return
CREATE TABLE t (id int PRIMARY KEY, a int, b text, ts timestamptz, n numeric, f boolean, j jsonb);
CREATE TYPE pt AS (x int, y text);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE FUNCTION ok1() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
-- error M0417 it is said to be `int`, and this returns `text`
CREATE FUNCTION r1() RETURNS int LANGUAGE sql AS 'SELECT b FROM t';
-- error M0418 the last statement returns 2 columns, and the function 1
CREATE FUNCTION r2() RETURNS text LANGUAGE sql AS 'SELECT a, b FROM t';
-- error M0417 it is said to be `boolean`, and this returns `integer`
CREATE FUNCTION r3() RETURNS boolean LANGUAGE sql AS 'SELECT id FROM t';
-- error M0417 the last statement of `r4` returns nothing
CREATE FUNCTION r4() RETURNS int LANGUAGE sql AS $$ INSERT INTO t (id) VALUES (1) $$;
-- error M0417 it is said to be `int`, and this returns `text`
CREATE FUNCTION r5() RETURNS int LANGUAGE sql AS $$ INSERT INTO t (id) VALUES (1) RETURNING b $$;
-- error M0418 the last statement returns 2 columns, and the function 7
CREATE FUNCTION r6() RETURNS SETOF t LANGUAGE sql AS $$ SELECT id, a FROM t $$;
-- error M0418 the last statement returns 1 column, and the function 2
CREATE FUNCTION r7() RETURNS TABLE (x int, y text) LANGUAGE sql AS $$ SELECT id FROM t $$;
-- error M0417 `y` is said to be `integer`, and this returns `text`
CREATE FUNCTION r8() RETURNS TABLE (x int, y int) LANGUAGE sql AS $$ SELECT id, b FROM t $$;
-- error M0417 `x` is said to be `integer`, and this returns `text`
CREATE FUNCTION r9(OUT x int, OUT y text) LANGUAGE sql AS $$ SELECT b, a FROM t $$;
-- error M0418 the last statement returns 1 column, and the function 2
CREATE FUNCTION r10() RETURNS pt LANGUAGE sql AS $$ SELECT 1 $$;
-- error M0417 it is said to be `uuid`, and this returns `text`
CREATE FUNCTION r11() RETURNS uuid LANGUAGE sql AS $$ SELECT md5('x') $$;
-- error M0417 it is said to be `date`, and this returns `text`
CREATE FUNCTION r12() RETURNS date LANGUAGE sql AS $$ SELECT '2020-01-01'::text $$;
CREATE FUNCTION r13() RETURNS jsonb LANGUAGE sql AS $$ SELECT row_to_json(t) FROM t $$;
-- error M0417 it is said to be `mood`, and this returns `text`
CREATE FUNCTION r14() RETURNS mood LANGUAGE sql AS $$ SELECT b FROM t $$;
-- error M0417 it is said to be `int[]`, and this returns `integer`
CREATE FUNCTION r15() RETURNS int[] LANGUAGE sql AS $$ SELECT a FROM t $$;
-- error M0417 the last statement of `r16` returns nothing
CREATE FUNCTION r16() RETURNS int LANGUAGE sql AS $$ SELECT 1; UPDATE t SET a = 1; $$;
-- error M0417 `r17` returns nothing
CREATE FUNCTION r17() RETURNS int LANGUAGE sql AS '';
-- missed 42P13 return type mismatch in function declared to return timestamp with time zone
CREATE FUNCTION r18() RETURNS timestamptz LANGUAGE sql AS $$ SELECT extract(epoch FROM now()) $$;
-- missed 42P13 return type mismatch in function declared to return integer
CREATE FUNCTION r19() RETURNS int LANGUAGE sql RETURN 'x'::text;
-- error M0417 it is said to be `int`, and this returns `text`
CREATE FUNCTION r20(x int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT b FROM t; END;
-- error M0417 the last statement of `r21` returns nothing
CREATE FUNCTION r21() RETURNS text LANGUAGE sql AS $$ DELETE FROM t $$;
-- error M0417 it is said to be `numeric`, and this returns `boolean`
CREATE FUNCTION r22() RETURNS numeric LANGUAGE sql AS $$ SELECT count(*) > 1 FROM t $$;
-- error M0417 it is said to be `interval`, and this returns `timestamp with time zone`
CREATE FUNCTION r23() RETURNS interval LANGUAGE sql AS $$ SELECT now() $$;
CREATE FUNCTION r24() RETURNS SETOF pt LANGUAGE sql AS $$ SELECT id, a FROM t $$;
-- error M0418 the last statement returns 3 columns, and the function 2
CREATE FUNCTION r25() RETURNS SETOF pt LANGUAGE sql AS $$ SELECT id, b, a FROM t $$;
-- error M0417 a function for triggers is not written in SQL
CREATE FUNCTION r26() RETURNS trigger LANGUAGE sql AS $$ SELECT 1 $$;
-- error M0417 it is said to be `bytea`, and this returns `text`
CREATE FUNCTION r27() RETURNS bytea LANGUAGE sql AS $$ SELECT b FROM t $$;
-- error M0417 it is said to be `posint`, and this returns `text`
CREATE FUNCTION r28() RETURNS posint LANGUAGE sql AS $$ SELECT b FROM t $$;
-- case what functions say in SQL
CREATE TABLE t (id int PRIMARY KEY, a int, b text, ts timestamptz);
CREATE TABLE u (id int PRIMARY KEY, t_id int REFERENCES t, note text);
-- error M0403 unknown column `aa`
CREATE FUNCTION s1(p int) RETURNS int LANGUAGE sql AS 'SELECT aa FROM t WHERE id = p';
-- error M0403 unknown column `pp`
CREATE FUNCTION s2(p int) RETURNS int LANGUAGE sql AS 'SELECT a FROM t WHERE id = pp';
-- error M0418 there is no argument `$2`
CREATE FUNCTION s3(int) RETURNS int LANGUAGE sql AS 'SELECT a FROM t WHERE id = $2';
-- error M0401 unknown table `tt`
CREATE FUNCTION s4() RETURNS int LANGUAGE sql AS 'SELECT a FROM tt';
-- error M0403 unknown column `c` of table `t`
CREATE FUNCTION s5() RETURNS void LANGUAGE sql AS $$ INSERT INTO t (id, c) VALUES (1, 2) $$;
-- error M0418 1 value for 2 columns
CREATE FUNCTION s6() RETURNS void LANGUAGE sql AS $$ INSERT INTO t (id, a) VALUES (1) $$;
-- error M0403 unknown column `x` of table `t`
CREATE FUNCTION s7() RETURNS void LANGUAGE sql AS $$ UPDATE t SET x = 1 $$;
-- error M0417 'x' is no value of `integer`
CREATE FUNCTION s8() RETURNS void LANGUAGE sql AS $$ UPDATE t SET a = 'x' $$;
-- error M0417 there is no operator `=` for `text` and `integer`
CREATE FUNCTION s9() RETURNS void LANGUAGE sql AS $$ DELETE FROM t WHERE b = 5 $$;
-- error M0417 there is no operator `=` for `integer` and `text`
CREATE FUNCTION s10(p text) RETURNS int LANGUAGE sql AS $$ SELECT a FROM t WHERE id = p $$;
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE FUNCTION s11() RETURNS int LANGUAGE sql AS $$ SELECT count(*)::int FROM t GROUP BY a HAVING b > 1 $$;
-- error M0301 syntax error: unexpected `SELEC`
CREATE FUNCTION s12() RETURNS int LANGUAGE sql AS $$ SELEC 1 $$;
-- error M0301 syntax error: unexpected end of the statement
CREATE FUNCTION s13() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM $$;
-- error M0301 syntax error: unexpected `RETURN`
CREATE FUNCTION s14() RETURNS int LANGUAGE sql AS $$ BEGIN RETURN 1; END $$;
-- error M0422 `id` may be `t.id` or `u.id`
CREATE FUNCTION s15(p int) RETURNS int LANGUAGE sql AS $$ SELECT id FROM t, u WHERE t_id = p $$;
-- missed 42P01 missing FROM-clause entry for table "p"
CREATE FUNCTION s16(p t) RETURNS int LANGUAGE sql AS $$ SELECT p.zz $$;
-- missed 42703 column "zz" not found in data type t
CREATE FUNCTION s17(p t) RETURNS int LANGUAGE sql AS $$ SELECT (p).zz $$;
-- missed 42703 column "zz" not found in data type t
CREATE FUNCTION s18(p t) RETURNS int LANGUAGE sql AS $$ SELECT ($1).zz $$;
-- error M0401 nothing in this statement is called `s20`
CREATE FUNCTION s19(a int) RETURNS int LANGUAGE sql AS $$ SELECT s20.a FROM t $$;
-- error M0417 there is no function `lower(integer)`
CREATE FUNCTION s21() RETURNS int LANGUAGE sql AS $$ SELECT lower(a) FROM t $$;
-- error M0417 `COALESCE` of `integer` and `text`
CREATE FUNCTION s22() RETURNS int LANGUAGE sql AS $$ SELECT coalesce(a, b) FROM t $$;
-- error M0403 unknown column `zz` of table `t`
CREATE FUNCTION s23() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT zz FROM t; END;
-- missed 42703 column "zz" does not exist
CREATE FUNCTION s24() RETURNS int LANGUAGE sql RETURN (SELECT max(zz) FROM t);
-- missed 42703 column "q" does not exist
CREATE FUNCTION s25(p int DEFAULT q) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 an argument behind one with a default has a default, too
CREATE FUNCTION s26(p int DEFAULT 1, q int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- missed 0A000 cannot use subquery in DEFAULT expression
CREATE FUNCTION s27(p int DEFAULT (SELECT 1)) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 the default of `p`: 'x' is no value of `integer`
CREATE FUNCTION s28(p int DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
-- missed 42804 argument of DEFAULT must be type date, not type integer
CREATE FUNCTION s29(p date DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0403 unknown column `q` of `s30`
CREATE FUNCTION s30(p int) RETURNS int LANGUAGE sql AS $$ SELECT a FROM t WHERE id = s30.q $$;
-- error M0403 unknown column `zz` of table `t`
CREATE PROCEDURE s31() LANGUAGE sql AS $$ UPDATE t SET zz = 1 $$;
-- error M0301 syntax error: unexpected `int`
CREATE PROCEDURE s32() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- error M0417 a procedure is never `STABLE`
CREATE PROCEDURE s33() LANGUAGE sql STABLE AS $$ SELECT 1 $$;
-- error M0301 it is not said what the function returns
CREATE FUNCTION s34() LANGUAGE sql AS $$ SELECT 1 $$;
-- error M0301 no language is said
CREATE FUNCTION s35() RETURNS int AS $$ SELECT 1 $$;
-- error M0301 `VOLATILE` stands beside another of its kind
CREATE FUNCTION s36() RETURNS int LANGUAGE sql IMMUTABLE VOLATILE AS $$ SELECT 1 $$;
-- error M0301 `LANGUAGE` stands beside another of its kind
CREATE FUNCTION s37() RETURNS int LANGUAGE sql LANGUAGE sql AS $$ SELECT 1 $$;
-- missed 42704 language "plsql" does not exist
CREATE FUNCTION s38() RETURNS int LANGUAGE plsql AS $$ BEGIN RETURN 1; END $$;
-- error M0412 unknown language `plpgsq`
CREATE FUNCTION s39() RETURNS int LANGUAGE plpgsq AS $$ BEGIN RETURN 1; END $$;
-- error M0417 COST is above 0
CREATE FUNCTION s40() RETURNS int LANGUAGE sql COST 0 AS $$ SELECT 1 $$;
-- error M0417 ROWS is for functions that return a set
CREATE FUNCTION s41() RETURNS int LANGUAGE sql ROWS 10 AS $$ SELECT 1 $$;
-- error M0301 PARALLEL is SAFE, RESTRICTED or UNSAFE, and not `maybe`
CREATE FUNCTION s42() RETURNS int LANGUAGE sql PARALLEL maybe AS $$ SELECT 1 $$;
-- missed 42704 unrecognized configuration parameter "serch_path"
CREATE FUNCTION s43() RETURNS int LANGUAGE sql SET serch_path = 'x' AS $$ SELECT 1 $$;
CREATE FUNCTION s44(x int, OUT x int) LANGUAGE sql AS 'SELECT 1';
-- missed 42704 type serial does not exist
CREATE FUNCTION s45(x serial) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION s46(x anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT 1';
-- error M0417 it returns `anyelement`, and no argument says which type that is
CREATE FUNCTION s47(x int) RETURNS anyelement LANGUAGE sql AS 'SELECT 1';
-- error M0417 nothing that is passed stands behind what is VARIADIC
CREATE FUNCTION s48(VARIADIC x int[], y int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION s49(x int) RETURNS TABLE (x int) LANGUAGE sql AS 'SELECT 1';
-- error M0417 it returns its arguments, which are `integer`, and not `text`
CREATE FUNCTION s50(OUT x int) RETURNS text LANGUAGE sql AS 'SELECT 1';
-- error M0301 syntax error: unexpected `sql`
CREATE FUNCTION s51(x int) RETURNS SETOF LANGUAGE sql AS 'SELECT 1';
-- missed 42P13 SQL functions cannot have arguments of type unknown
CREATE FUNCTION s52(x unknown) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- missed 42P13 SQL functions cannot have arguments of type trigger
CREATE FUNCTION s53(x trigger) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- missed 58P01 could not access file "nolib": No such file or directory
CREATE FUNCTION s54() RETURNS int LANGUAGE c AS 'nolib', 'f';
-- error M0301 syntax error: unexpected `TYP`
CREATE FUNCTION s55() RETURNS t.id%TYP LANGUAGE sql AS 'SELECT 1';
-- missed 42703 column "zz" of relation "t" does not exist
CREATE FUNCTION s56() RETURNS t.zz%TYPE LANGUAGE sql AS 'SELECT 1';
-- missed 42P01 relation "tt" does not exist
CREATE FUNCTION s57(x tt.id%TYPE) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0409 unknown type `tt`
CREATE FUNCTION s58() RETURNS SETOF tt LANGUAGE sql AS 'SELECT 1';
-- case bodies of plpgsql
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
-- error M0301 this `IF` is not closed: the next END is followed by the end
CREATE FUNCTION b1() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF true THEN RETURN 1; END $$;
-- error M0301 `;` is missing behind RETURN: `END` follows
CREATE FUNCTION b2() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1 END $$;
-- error M0409 unknown type `nope`
CREATE FUNCTION b3() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x nope; BEGIN RETURN 1; END $$;
-- error M0412 unknown variable `x`
CREATE FUNCTION b4() RETURNS int LANGUAGE plpgsql AS $$ BEGIN x := 1; RETURN 1; END $$;
-- error M0301 the `BEGIN` that is opened here is not closed by an `END`
CREATE FUNCTION b5() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; $$;
-- error M0301 a body in PL/pgSQL begins with `DECLARE` or `BEGIN`, and this one with `RETURN`
CREATE FUNCTION b6() RETURNS int LANGUAGE plpgsql AS $$ RETURN 1; $$;
-- error M0301 a loop ends with `END LOOP`, and `;` follows END
CREATE FUNCTION b7() RETURNS int LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..3 LOOP RETURN 1; END; END $$;
-- error M0301 `;` is missing behind END LOOP: `END` follows
CREATE FUNCTION b8() RETURNS int LANGUAGE plpgsql AS $$ BEGIN LOOP EXIT; END LOOP END $$;
-- error M0301 `THEN` is missing behind the condition of IF
CREATE FUNCTION b9() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF true RETURN 1; END IF; END $$;
-- error M0301 no statement begins with `ENDIF`
CREATE FUNCTION b10() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF true THEN RETURN 1; ENDIF; END $$;
-- error M0301 this `IF` is not closed: the next END is followed by the end
CREATE FUNCTION b11() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF true THEN RETURN 1; ELSE IF false THEN RETURN 2; END IF; END $$;
-- error M0413 `x` is declared twice in this block
CREATE FUNCTION b12() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int; x text; BEGIN RETURN 1; END $$;
-- error M0403 unknown column `zz` of table `t`
CREATE FUNCTION b13() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x t.zz%TYPE; BEGIN RETURN 1; END $$;
-- error M0401 unknown table `tt`
CREATE FUNCTION b14() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x tt%ROWTYPE; BEGIN RETURN 1; END $$;
-- error M0417 `x` is a constant
CREATE FUNCTION b15() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x CONSTANT int := 1; BEGIN x := 2; RETURN 1; END $$;
-- error M0417 `x` is NOT NULL and has no value at the beginning
CREATE FUNCTION b16() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int NOT NULL; BEGIN RETURN 1; END $$;
-- error M0417 `EXIT` stands in no loop
CREATE FUNCTION b17() RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXIT; RETURN 1; END $$;
-- error M0417 `CONTINUE` stands in no loop
CREATE FUNCTION b18() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CONTINUE; RETURN 1; END $$;
-- error M0412 nothing around this is labelled `nope`
CREATE FUNCTION b19() RETURNS int LANGUAGE plpgsql AS $$ BEGIN LOOP EXIT nope; END LOOP; RETURN 1; END $$;
-- error M0417 `RETURN` has a value: this function returns `void`
CREATE FUNCTION b20() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- error M0301 `RETURN` has no value, and the function returns `integer`
CREATE FUNCTION b21() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
-- error M0417 `RETURN NEXT` adds rows, and this function does not return a set
CREATE FUNCTION b22() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN NEXT 1; END $$;
-- error M0417 `RETURN QUERY` adds rows, and this function does not return a set
CREATE FUNCTION b23() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT 1; END $$;
-- error M0417 `RETURN` has a value: a function that returns a set adds its rows with `RETURN NEXT` or `RETURN QUERY`
CREATE FUNCTION b24() RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- error M0417 `RETURN` has a value: this function returns what its arguments hold at the end
CREATE FUNCTION b25(OUT x int) LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- error M0417 `RETURN` has a value: a procedure returns nothing
CREATE PROCEDURE b26() LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- error M0418 the text has 1 `%` and 0 values follow it
CREATE FUNCTION b27() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'x % y'; END $$;
-- error M0418 the text has 0 `%` and 1 value follows it
CREATE FUNCTION b28() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'x', 1; END $$;
-- error M0412 no error of the server is called `no_such_thing`
CREATE FUNCTION b29() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE no_such_thing; END $$;
-- error M0412 no error of the server is called `no_such_thing`
CREATE FUNCTION b30() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; EXCEPTION WHEN no_such_thing THEN RETURN 2; END $$;
-- error M0412 no error of the server is called `unique_violaton`
CREATE FUNCTION b31() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; EXCEPTION WHEN unique_violaton THEN RETURN 2; END $$;
-- error M0301 `mesage` is nothing that RAISE sets
CREATE FUNCTION b32() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING MESAGE = 'x'; END $$;
-- error M0412 unknown variable `y`
CREATE FUNCTION b33() RETURNS int LANGUAGE plpgsql AS $$ BEGIN SELECT 1 INTO y; RETURN 1; END $$;
-- error M0412 unknown variable `x`
CREATE FUNCTION b34() RETURNS int LANGUAGE plpgsql AS $$ BEGIN SELECT a FROM t INTO x; RETURN 1; END $$;
-- error M0412 the variable `r` of the loop is not declared
CREATE FUNCTION b35() RETURNS int LANGUAGE plpgsql AS $$ BEGIN FOR r IN SELECT * FROM t LOOP NULL; END LOOP; RETURN 1; END $$;
-- error M0412 the variable `x` of the loop is not declared
CREATE FUNCTION b36() RETURNS int LANGUAGE plpgsql AS $$ BEGIN FOREACH x IN ARRAY '{1}'::int[] LOOP NULL; END LOOP; RETURN 1; END $$;
-- error M0301 `LOOP` is missing behind the condition of WHILE
CREATE FUNCTION b37() RETURNS int LANGUAGE plpgsql AS $$ BEGIN WHILE true NULL; END LOOP; RETURN 1; END $$;
-- error M0301 a CASE of statements ends with `END CASE`, and `;` follows END
CREATE FUNCTION b38() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CASE 1 WHEN 1 THEN NULL; END; RETURN 1; END $$;
-- error M0412 unknown variable `x`
CREATE FUNCTION b39() RETURNS int LANGUAGE plpgsql AS $$ BEGIN GET DIAGNOSTICS x = ROW_COUNT; RETURN 1; END $$;
-- error M0301 `rowcount` is nothing that GET DIAGNOSTICS tells
CREATE FUNCTION b40() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int; BEGIN GET DIAGNOSTICS x = ROWCOUNT; RETURN 1; END $$;
-- missed 42804 variable "x" must be of type cursor or refcursor
CREATE FUNCTION b41() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int; BEGIN OPEN x; RETURN 1; END $$;
-- error M0301 no statement begins with `SELCT`
CREATE FUNCTION b42() RETURNS int LANGUAGE plpgsql AS $$ BEGIN SELCT 1; RETURN 1; END $$;
-- error M0301 syntax error: unexpected end of the statement
CREATE FUNCTION b43() RETURNS int LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET a = ; RETURN 1; END $$;
-- error M0301 PERFORM stands in the place of SELECT
CREATE FUNCTION b44() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM SELECT 1; RETURN 1; END $$;
-- error M0301 syntax error: unexpected `a`
CREATE FUNCTION b45() RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t (id a) VALUES (1, 2); RETURN 1; END $$;
CREATE FUNCTION b46() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int = 1, y int; BEGIN RETURN 1; END $$;
-- error M0409 unknown type `x`
CREATE FUNCTION b47() RETURNS int LANGUAGE plpgsql AS $$ DECLARE int x; BEGIN RETURN 1; END $$;
-- error M0301 `b` behind END is not the label of what it ends, which is `a`
CREATE FUNCTION b48() RETURNS int LANGUAGE plpgsql AS $$ <<a>> BEGIN RETURN 1; END b $$;
-- error M0301 `)` is missing in RETURN
CREATE FUNCTION b49() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (1; END $$;
-- error M0301 `;` stands behind THEN, where a statement is wanted
CREATE FUNCTION b50() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN; RETURN 1; END IF; END $$;
CREATE FUNCTION b51() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF a == 1 THEN RETURN 1; END IF; END $$;
-- error M0302 this is opened and never closed in the body
CREATE FUNCTION b52() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 'it's'; END $$;
-- error M0301 this `IF` is not closed: the next END is followed by the end
CREATE FUNCTION b53() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'INSERT' THEN RETURN NEW END IF; END $$;
-- missed 42601 syntax error at or near "NEW"
CREATE FUNCTION b54() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.x = now() RETURN NEW; END $$;
-- error M0417 a function for triggers has no arguments of its own
CREATE FUNCTION b55(x int) RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- error M0301 `;` is missing behind END: `RETURN` follows
CREATE FUNCTION b56() RETURNS int LANGUAGE plpgsql AS $$ BEGIN BEGIN RETURN 1; END RETURN 2; END $$;
-- error M0301 `BEGIN` is missing
CREATE FUNCTION b57() RETURNS int LANGUAGE plpgsql AS $$ DECLARE c CURSOR FOR SELECT 1 BEGIN RETURN 1; END $$;
-- error M0301 something is missing before `;`
CREATE FUNCTION b58() RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE; RETURN 1; END $$;
-- error M0301 `LOOP` is missing behind the condition of FOR
CREATE FUNCTION b59() RETURNS int LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN FOR r IN EXECUTE 'SELECT 1' RETURN 1; END LOOP; END $$;
-- error M0301 no statement begins with `ELSIF`
CREATE FUNCTION b60() RETURNS int LANGUAGE plpgsql AS $$ BEGIN ELSIF true THEN RETURN 1; END IF; END $$;
-- error M0301 the body is over, and `END` follows
CREATE FUNCTION b61() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF true THEN RETURN 1; END IF; END; END $$;
-- missed 42601 "$1" is not a known variable
CREATE FUNCTION b62() RETURNS int LANGUAGE plpgsql AS $$ BEGIN $1 := 3; RETURN 1; END $$;
CREATE FUNCTION b63() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int; BEGIN x = 1, RETURN x; END $$;
-- error M0301 `;` is missing behind the declaration: `BEGIN` follows
CREATE FUNCTION b64() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int BEGIN RETURN x; END $$;
-- error M0409 unknown type `varchr`
CREATE FUNCTION b65() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x varchr(10); BEGIN RETURN 1; END $$;
-- error M0301 `notce` is no level of a message
CREATE FUNCTION b66() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE NOTCE 'x'; RETURN 1; END $$;
-- error M0301 no statement begins with `c`
CREATE FUNCTION b67() RETURNS int LANGUAGE plpgsql AS $$ DECLARE a int; b text; BEGIN SELECT 1, 'x' INTO a; c; RETURN 1; END $$;
CREATE FUNCTION b68() RETURNS int LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1...3 LOOP NULL; END LOOP; RETURN 1; END $$;
-- error M0301 `LOOP` is missing behind the condition of FOR
CREATE FUNCTION b69() RETURNS int LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..3 NULL; END LOOP; RETURN 1; END $$;
-- error M0417 `RETURN QUERY` adds rows, and this function does not return a set
CREATE FUNCTION b70() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'SELECT 1'; END $$;
-- error M0301 this `IF` is not closed: the next END is followed by the end
DO $$ BEGIN IF true THEN PERFORM 1; END $$;
-- error M0417 `RETURN` has a value: a block returns nothing
DO $$ BEGIN RETURN 1; END $$;
-- missed 42704 type "nope" does not exist
DO $$ DECLARE x nope; BEGIN NULL; END $$;
-- error M0412 unknown variable `y`
DO $$ BEGIN y := 1; END $$;
-- error M0403 unknown column `zz` of table `t`
DO $$ BEGIN SELECT zz FROM t; END $$;
-- error M0301 `;` is missing behind the statement: `END` follows
DO $$ BEGIN ALTER TABLE t ADD COLUMN zz int END $$;
-- error M0412 no error of the server is called `duplicate_objct`
DO $$ BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN duplicate_objct THEN NULL; END $$;
-- error M0301 `;` is missing behind NULL: `END` follows
DO $$ BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN null END $$;
