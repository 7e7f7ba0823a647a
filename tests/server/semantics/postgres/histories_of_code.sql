-- case views
CREATE TABLE items (id int PRIMARY KEY, name text, price numeric, shop_id int, at timestamptz, kind text);
CREATE TABLE shops (id int PRIMARY KEY, name text, city text, opened date);
CREATE VIEW item_list AS SELECT i.id, i.name, i.price, s.name AS shop FROM items i JOIN shops s ON s.id = i.shop_id;
CREATE OR REPLACE VIEW item_list AS SELECT i.id, i.name, i.price, s.name AS shop, s.city, now() AS seen FROM items i JOIN shops s ON s.id = i.shop_id;
CREATE VIEW cities (city, n) AS SELECT city, count(*) FROM shops GROUP BY city;
CREATE OR REPLACE VIEW cities AS SELECT city, count(*) AS n, min(opened) AS first FROM shops GROUP BY city;
CREATE OR REPLACE VIEW item_list WITH (security_barrier) AS SELECT id, name, price, NULL::text AS shop, name AS city, at AS seen FROM items;
CREATE RECURSIVE VIEW numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10;
CREATE VIEW both_of AS SELECT id, name FROM items UNION SELECT id, city FROM shops ORDER BY name LIMIT 5;
CREATE VIEW dear WITH (check_option = local) AS SELECT * FROM items WHERE price > 5;
CREATE VIEW dearer AS TABLE dear WITH CASCADED CHECK OPTION;
CREATE MATERIALIZED VIEW per_shop AS SELECT shop_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS median, array_agg(DISTINCT kind) FILTER (WHERE kind IS NOT NULL) AS kinds FROM items GROUP BY shop_id WITH NO DATA;
CREATE UNIQUE INDEX per_shop_key ON per_shop (shop_id);
REFRESH MATERIALIZED VIEW per_shop;
REFRESH MATERIALIZED VIEW CONCURRENTLY per_shop;
CREATE VIEW windowed AS SELECT id, lag(price, 1, 0) OVER w AS before, sum(price) OVER (w ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS s FROM items WINDOW w AS (PARTITION BY shop_id ORDER BY at);
CREATE VIEW crossed AS SELECT s.*, x.id AS item, x.rank FROM shops s LEFT JOIN LATERAL (SELECT i.id, rank() OVER (ORDER BY price) FROM items i WHERE i.shop_id = s.id) x ON true;
CREATE TEMP VIEW short_lived AS SELECT 1 AS one, 'a' AS two;
ALTER VIEW item_list ALTER COLUMN name SET DEFAULT 'x';
ALTER VIEW item_list SET (security_barrier = false);
ALTER VIEW item_list RENAME COLUMN seen TO looked;
COMMENT ON COLUMN item_list.looked IS 'when';
-- error M0417 the new view has no `shop`, `city`, `looked`, which the one that it replaces has
CREATE OR REPLACE VIEW item_list AS SELECT i.id, i.name, i.price FROM items i;
-- error M0417 column `name` of the view would be called `title`
CREATE OR REPLACE VIEW item_list AS SELECT i.id, i.name AS title, i.price, s.name AS shop, s.city, now() AS looked FROM items i JOIN shops s ON s.id = i.shop_id;
-- error M0417 column `price` of the view is `numeric` and would be `integer`
CREATE OR REPLACE VIEW item_list AS SELECT i.id, i.name, i.price::int AS price, s.name AS shop, s.city, now() AS looked FROM items i JOIN shops s ON s.id = i.shop_id;
-- error M0417 column `name` of the view would be called `price`
CREATE OR REPLACE VIEW item_list AS SELECT i.id, i.price, i.name, s.name AS shop, s.city, now() AS looked FROM items i JOIN shops s ON s.id = i.shop_id;
-- error M0417 column `looked` of the view is `timestamp with time zone` and would be `date`
CREATE OR REPLACE VIEW item_list AS SELECT i.id, i.name, i.price, s.name AS shop, s.city, current_date AS looked FROM items i JOIN shops s ON s.id = i.shop_id;
-- error M0417 column `n` of the view is `bigint` and would be `integer`
CREATE OR REPLACE VIEW cities AS SELECT city, count(*)::int AS n, min(opened) AS first FROM shops GROUP BY city;
-- error M0402 the name `items` is taken by a table
CREATE OR REPLACE VIEW items AS SELECT 1;
-- error M0401 `per_shop` is a materialized view, not a view
CREATE OR REPLACE VIEW per_shop AS SELECT 1 AS shop_id;
-- error M0402 view `item_list` exists already
CREATE VIEW item_list AS SELECT 1 AS one;
-- error M0403 unknown column `title` of table `items`
CREATE VIEW v AS SELECT id, title FROM items;
-- error M0403 unknown column `title` of table `shops`
CREATE VIEW v AS SELECT i.id, s.title FROM items i JOIN shops s ON s.id = i.shop_id;
-- error M0403 unknown column `shop` of table `items`
CREATE VIEW v AS SELECT i.id FROM items i JOIN shops s ON s.id = i.shop;
-- error M0422 `id` may be `items.id` or `shops.id`
CREATE VIEW v AS SELECT id FROM items JOIN shops ON shops.id = items.shop_id;
-- error M0404 its query returns two columns called `id`
CREATE VIEW v AS SELECT i.id, s.id FROM items i JOIN shops s ON s.id = i.shop_id;
-- error M0404 its query returns two columns called `id`
CREATE VIEW v AS SELECT * FROM items i JOIN shops s ON s.id = i.shop_id;
-- error M0418 3 columns for a query that returns 2
CREATE VIEW v (a, b, c) AS SELECT id, name FROM items;
-- error M0404 its query returns two columns called `a`
CREATE VIEW v (a, a) AS SELECT id, name FROM items;
-- error M0423 `id` is neither grouped nor in an aggregate
CREATE VIEW v AS SELECT id, count(*) FROM items;
-- error M0423 `name` is neither grouped nor in an aggregate
CREATE VIEW v AS SELECT name, count(*) FROM items GROUP BY kind;
-- error M0423 `price` is neither grouped nor in an aggregate
CREATE VIEW v AS SELECT count(*) AS n FROM items GROUP BY kind HAVING price > 5;
-- error M0403 unknown column `knd` of table `items`
CREATE VIEW v AS SELECT count(*) AS n FROM items GROUP BY knd;
-- error M0403 unknown column `pric` of table `items`
CREATE VIEW v AS SELECT id FROM items ORDER BY pric;
-- error M0403 unknown column `x` of table `items`
CREATE VIEW v AS SELECT id AS x FROM items WHERE x > 5;
-- error M0423 an aggregate cannot stand in WHERE: `count`
CREATE VIEW v AS SELECT id FROM items WHERE count(*) > 5;
-- error M0401 unknown table `shop`
CREATE VIEW v AS SELECT id FROM items WHERE shop_id IN (SELECT id FROM shop);
-- error M0418 a query that stands for a value returns 2 columns
CREATE VIEW v AS SELECT id FROM items WHERE shop_id = (SELECT id, name FROM shops);
-- error M0418 queries that are put together return 2 columns and 1
CREATE VIEW v AS SELECT id, name FROM items UNION SELECT id FROM shops;
-- error M0417 `price` is `numeric` in one of the queries and `date` in the other
CREATE VIEW v AS SELECT id, price FROM items UNION SELECT id, opened FROM shops;
-- error M0417 `id` is `integer` in one of the queries and `text` in the other
CREATE VIEW v AS SELECT id FROM items UNION SELECT name FROM shops;
-- error M0403 unknown column `name`
CREATE VIEW v AS SELECT id FROM items UNION SELECT id FROM shops ORDER BY name;
-- error M0417 `COALESCE` of `numeric` and `text`
CREATE VIEW v AS SELECT coalesce(price, name) AS x FROM items;
-- error M0417 'dear' is no value of `numeric`
CREATE VIEW v AS SELECT CASE WHEN price > 5 THEN 'dear' ELSE price END AS x FROM items;
-- error M0417 `WHEN` wants a condition, and this is `text`
CREATE VIEW v AS SELECT CASE WHEN name THEN 1 END AS x FROM items;
CREATE VIEW v AS SELECT name || id + 1 AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT name + price AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT at - name AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT date_part('year', name) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT extract(yeer FROM at) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT date_trunc(at, 'day') AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT to_char(at) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT round(name) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT round(price::float8, 2) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT ifnull(price, 0) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT nvl(price, 0) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT group_concat(name) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT string_agg(name) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT string_agg(id, ',') AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT sum(name) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT avg(at) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT min(*) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT rank() AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT sum(price) OVER (PARTITION BY shop ORDER BY at) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT sum(price) OVER w AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT sum(price) OVER (w PARTITION BY id) AS x FROM items WINDOW w AS (ORDER BY id);
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT i.* FROM item_list l;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT l.shop_id FROM item_list l;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT n FROM numbers WHERE m > 1;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT id FROM items WHERE $1 = id;
-- error M0402 view `v` exists already
CREATE VIEW v AS WITH t AS (SELECT id FROM items) SELECT name FROM t;
-- error M0402 view `v` exists already
CREATE VIEW v AS WITH t AS (SELECT id FROM items) SELECT id FROM tt;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT x.id FROM (SELECT name FROM items) x;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT id FROM items i, (SELECT i.name) x;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT DISTINCT ON (kind) id FROM items ORDER BY price;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT DISTINCT kind FROM items ORDER BY price;
-- error M0301 syntax error: unexpected `USING`
CREATE VIEW v AS SELECT id FROM items USING shop_id;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT id FROM items JOIN shops USING (shop_id);
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT id FROM items JOIN shops USING (id, title);
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT generate_series(1, 3) AS g FROM items WHERE generate_series(1, 3) > 2;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT max(count(*)) AS x FROM items GROUP BY kind;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT id FROM items LIMIT price;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT id FROM items LIMIT 'many';
-- error M0301 syntax error: unexpected `WITH`
CREATE VIEW v AS SELECT id FROM items FETCH FIRST ROW WITH TIES;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT name COLLATE "xx_XX" AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT name AT TIME ZONE 'UTC' AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT (name).first AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT name[1] AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT id::order_state AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT price::date AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT kind::json -> 'a' -> b AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT ROW(id, name) = ROW(1) AS x FROM items;
-- error M0402 view `v` exists already
CREATE VIEW v WITH (security_barier) AS SELECT 1 AS x;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT kind, price FROM items GROUP BY GROUPING SETS ((kind), (shop_id));
-- error M0402 view `v` exists already
CREATE VIEW v WITH (check_option = some) AS SELECT * FROM items;
-- error M0401 unknown table `item`
CREATE MATERIALIZED VIEW mv AS SELECT id FROM item;
-- error M0402 materialized view `per_shop` exists already
CREATE MATERIALIZED VIEW per_shop AS SELECT 1 AS x;
-- error M0418 2 columns for a query that returns 1
CREATE MATERIALIZED VIEW mv (a, b) AS SELECT id FROM items;
-- error M0401 `item_list` is a view, not a materialized view
REFRESH MATERIALIZED VIEW item_list;
-- error M0401 unknown materialized view `per_shops`
REFRESH MATERIALIZED VIEW per_shops;
-- error M0403 unknown column `med` of `per_shop`
CREATE INDEX ON per_shop (med);
-- missed 2BP01 cannot drop view dear because other objects depend on it
DROP VIEW dear;
-- error M0415 table `shops` cannot be dropped: view `both_of` needs it
DROP TABLE shops;
-- error M0415 column `kind` cannot be dropped: view `dear` needs it
ALTER TABLE items DROP COLUMN kind;
-- error M0415 the type of `price` cannot be changed: view `crossed` reads it
ALTER TABLE items ALTER COLUMN price TYPE int;
-- error M0401 unknown table `item`
CREATE TABLE copy (LIKE item);
-- error M0403 unknown column `nam` of table `items`
CREATE TABLE copy AS SELECT id, nam FROM items;
-- error M0418 3 columns for a query that returns 2
CREATE TABLE copy (a, b, c) AS SELECT id, name FROM items;
-- error M0404 its query returns two columns called `id`
CREATE TABLE copy AS SELECT id, id FROM items;
-- error M0404 its query returns two columns called `id`
CREATE TABLE copy AS SELECT id, price AS id FROM items;
-- error M0402 table `items` exists already
SELECT id INTO items FROM shops;
-- case functions and triggers
CREATE TYPE pair AS (a int, b text);
CREATE TABLE jobs (id int PRIMARY KEY, name text, state text, tries int DEFAULT 0, run_at timestamptz, data jsonb, done boolean);
CREATE TABLE job_log (job_id int, said text, at timestamptz DEFAULT now());
CREATE VIEW waiting AS SELECT id, name FROM jobs WHERE NOT done;
CREATE FUNCTION log_job() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO job_log VALUES (OLD.id, 'gone'); RETURN OLD; END IF; INSERT INTO job_log (job_id, said) VALUES (NEW.id, TG_OP); RETURN NEW; END $$;
CREATE FUNCTION next_job(max_tries int DEFAULT 3, OUT id int, OUT name text) RETURNS record LANGUAGE plpgsql AS $$ BEGIN SELECT j.id, j.name INTO id, name FROM jobs j WHERE j.tries < max_tries FOR UPDATE SKIP LOCKED LIMIT 1; END $$;
CREATE FUNCTION job_names(VARIADIC states text[]) RETURNS SETOF text LANGUAGE sql STABLE AS $$ SELECT name FROM jobs WHERE state = ANY (states) $$;
CREATE FUNCTION job_table() RETURNS TABLE (id int, n bigint) LANGUAGE sql AS $$ SELECT job_id, count(*) FROM job_log GROUP BY job_id $$;
CREATE FUNCTION as_pair(int, text) RETURNS pair LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT ROW($1, $2)::pair';
CREATE FUNCTION whole(j jobs) RETURNS text LANGUAGE sql AS 'SELECT j.name || j.tries';
CREATE FUNCTION first_of(anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
CREATE FUNCTION standard(a int) RETURNS int RETURN a + 1;
CREATE FUNCTION atomic_one(x int) RETURNS void BEGIN ATOMIC UPDATE jobs SET tries = x WHERE id = atomic_one.x; DELETE FROM job_log WHERE job_id = x; END;
CREATE OR REPLACE FUNCTION standard(a int) RETURNS int LANGUAGE plpgsql AS $$ DECLARE r jobs%ROWTYPE; n jobs.tries%TYPE; BEGIN FOR r IN SELECT * FROM jobs LOOP n := r.tries; END LOOP; RETURN n; END $$;
CREATE FUNCTION later() RETURNS void LANGUAGE plpgsql AS $$ BEGIN INSERT INTO not_yet_there (x) VALUES (1); PERFORM no_such(1); END $$;
CREATE PROCEDURE clean(older interval) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM job_log WHERE at < now() - older; COMMIT; END $$;
CREATE PROCEDURE clean_all(INOUT n int) LANGUAGE sql AS $$ DELETE FROM job_log; SELECT 1 $$;
CREATE TRIGGER jobs_log AFTER INSERT OR UPDATE OF state, tries OR DELETE ON jobs FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION log_job();
CREATE TRIGGER jobs_changed BEFORE UPDATE ON jobs FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE PROCEDURE log_job('a', 5);
CREATE TRIGGER jobs_batch AFTER INSERT ON jobs REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log_job();
CREATE CONSTRAINT TRIGGER jobs_late AFTER UPDATE ON jobs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_job();
CREATE TRIGGER waiting_in INSTEAD OF INSERT ON waiting FOR EACH ROW EXECUTE FUNCTION log_job();
CREATE OR REPLACE TRIGGER jobs_log AFTER DELETE ON jobs FOR EACH ROW EXECUTE FUNCTION log_job();
ALTER TABLE jobs DISABLE TRIGGER jobs_log, ENABLE ALWAYS TRIGGER jobs_log, DISABLE TRIGGER USER, ENABLE TRIGGER ALL;
ALTER FUNCTION standard(int) RENAME TO usual;
ALTER FUNCTION usual(int) STRICT SET search_path = public, pg_temp;
CALL clean('1 day');
CALL clean_all(0);
SELECT * FROM next_job(max_tries => 5);
SELECT job_names('a', 'b'), whole(j), j.whole FROM jobs j;
SELECT (as_pair(1, 'x')).b, first_of(ARRAY['a'])::text;
-- error M0412 unknown language `plpgsq`
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsq AS $$ BEGIN RETURN 1; END $$;
-- error M0409 unknown type `job`
CREATE FUNCTION f() RETURNS job LANGUAGE sql AS 'SELECT 1';
-- error M0409 unknown type `jobstate`
CREATE FUNCTION f(x jobstate) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0401 unknown table `job`
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT id FROM job';
-- error M0403 unknown column `ident` of table `jobs`
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT ident FROM jobs';
-- error M0417 it is said to be `int`, and this returns `text`
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT name FROM jobs';
-- error M0418 the last statement returns 2 columns, and the function 1
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT id, name FROM jobs';
-- error M0417 the last statement of `f` returns nothing
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'UPDATE jobs SET tries = 1';
-- error M0417 `f` returns nothing
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS '';
-- error M0418 the last statement returns 1 column, and the function 2
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT id FROM jobs';
-- error M0417 `a` is said to be `integer`, and this returns `text`
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT name, id FROM jobs';
-- error M0418 the last statement returns 1 column, and the function 2
CREATE FUNCTION f() RETURNS pair LANGUAGE sql AS 'SELECT 1';
-- error M0418 the last statement returns 2 columns, and the function 7
CREATE FUNCTION f() RETURNS SETOF jobs LANGUAGE sql AS 'SELECT id, name FROM jobs';
-- error M0418 two arguments are called `a`
CREATE FUNCTION f(a int, a text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 an argument behind one with a default has a default, too
CREATE FUNCTION f(a int DEFAULT 1, b text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 the default of `a`: 'x' is no value of `integer`
CREATE FUNCTION f(a int DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0403 unknown column `b`
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT b';
-- error M0418 there is no argument `$2`
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT $2';
CREATE FUNCTION f(a int) RETURNS text LANGUAGE sql AS 'SELECT a';
-- error M0413 function `f(integer)` exists already
CREATE FUNCTION f(a int) RETURNS int RETURN b + 1;
-- error M0413 function `f(integer)` exists already
CREATE FUNCTION f(a int) RETURNS int RETURN a || 'x';
-- error M0403 unknown column `tris` of table `jobs`
CREATE FUNCTION f() RETURNS void BEGIN ATOMIC UPDATE jobs SET tris = 1; END;
-- error M0401 unknown table `job`
CREATE FUNCTION f() RETURNS void BEGIN ATOMIC DELETE FROM job; END;
-- error M0412 unknown variable `y`
CREATE FUNCTION f(x int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN y := 1; END $$;
-- error M0417 `RETURN` has a value: this function returns `void`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- error M0301 `RETURN` has no value, and the function returns `integer`
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
-- error M0409 unknown type `intt`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE x intt; BEGIN NULL; END $$;
-- error M0401 unknown table `job`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE x job.id%TYPE; BEGIN NULL; END $$;
-- error M0403 unknown column `idd` of table `jobs`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE x jobs.idd%TYPE; BEGIN NULL; END $$;
-- error M0401 unknown table `job`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE x job%ROWTYPE; BEGIN NULL; END $$;
-- error M0413 `x` is declared twice in this block
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE x int; x text; BEGIN NULL; END $$;
-- error M0412 the variable `r` of the loop is not declared
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN FOR r IN SELECT 1 LOOP NULL; END LOOP; END $$;
-- error M0417 `EXIT` stands in no loop
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXIT; END $$;
-- error M0418 the text has 2 `%` and 1 value follows it
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a % %', 1; END $$;
-- error M0412 unknown variable `y`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SELECT 1 INTO y; END $$;
-- error M0417 `RETURN NEXT` adds rows, and this function does not return a set
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RETURN NEXT 1; END $$;
-- error M0412 no error of the server is called `unique_violatio`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; EXCEPTION WHEN unique_violatio THEN NULL; END $$;
-- error M0301 this `IF` is not closed: the next END is followed by `;`
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN IF 1 = 1 THEN NULL; END; $$;
-- error M0413 function `usual(integer)` exists already
CREATE FUNCTION usual(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 `usual` returns `int`, and would return `text`
CREATE OR REPLACE FUNCTION usual(a int) RETURNS text LANGUAGE sql AS 'SELECT ''a''';
-- error M0417 the argument `a` would be called `b`
CREATE OR REPLACE FUNCTION usual(b int) RETURNS int LANGUAGE sql AS 'SELECT b';
-- error M0417 `next_job` returns `record`, and would return `record`
CREATE OR REPLACE FUNCTION next_job(max_tries int) RETURNS record LANGUAGE sql AS 'SELECT 1, ''a''';
-- error M0417 `usual(integer)` is a function, which no procedure replaces
CREATE OR REPLACE PROCEDURE usual(a int) LANGUAGE sql AS 'SELECT 1';
-- error M0301 `STABLE` stands beside another of its kind
CREATE FUNCTION f() RETURNS int LANGUAGE sql VOLATILE STABLE AS 'SELECT 1';
-- error M0417 COST is above 0
CREATE FUNCTION f() RETURNS int LANGUAGE sql COST -5 AS 'SELECT 1';
-- missed 42704 unrecognized configuration parameter "serch_path"
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET serch_path = public AS 'SELECT 1';
-- error M0417 a function for triggers is not written in SQL
CREATE FUNCTION f() RETURNS trigger LANGUAGE sql AS 'SELECT 1';
-- error M0417 a function for triggers has no arguments of its own
CREATE FUNCTION f(a int) RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- error M0301 it is not said what the function returns
CREATE FUNCTION f(a int) LANGUAGE sql AS 'SELECT 1';
-- error M0412 unknown function `standard`
ALTER FUNCTION standard(int) RENAME TO x;
-- error M0412 unknown function `usual(text)`
ALTER FUNCTION usual(text) RENAME TO x;
-- missed 3F000 schema "shop" does not exist
ALTER FUNCTION usual(int) SET SCHEMA shop;
-- missed 42704 role "nobody_at_all" does not exist
ALTER FUNCTION usual(int) OWNER TO nobody_at_all;
-- error M0415 function `log_job` cannot be dropped: trigger `jobs_batch` needs it
DROP FUNCTION log_job();
-- error M0412 unknown function `standard`
DROP FUNCTION standard(int);
-- error M0412 unknown function `usual(text)`
DROP FUNCTION usual(text);
-- error M0412 `usual` is a function, not a procedure
DROP PROCEDURE usual(int);
-- error M0412 `clean` is a procedure, not a function
DROP FUNCTION clean(interval);
-- error M0412 unknown procedure `cleanup`
DROP PROCEDURE cleanup;
-- error M0401 unknown table `job`
CREATE TRIGGER t1 BEFORE INSERT ON job FOR EACH ROW EXECUTE FUNCTION log_job();
-- error M0412 unknown function `log_jobs`
CREATE TRIGGER t1 BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION log_jobs();
-- error M0417 `usual` returns `int`, and a trigger runs a function that returns `trigger`
CREATE TRIGGER t1 BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION usual(1);
-- error M0417 a trigger runs a function that returns `trigger`, and `job_table` does not
CREATE TRIGGER t1 BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION job_table();
-- error M0403 unknown column `stat` of table `jobs`
CREATE TRIGGER t1 BEFORE UPDATE OF stat ON jobs FOR EACH ROW EXECUTE FUNCTION log_job();
-- error M0417 there is no `OLD` row when rows are inserted
CREATE TRIGGER t1 BEFORE INSERT ON jobs FOR EACH ROW WHEN (OLD.id > 1) EXECUTE FUNCTION log_job();
-- error M0417 there is no `NEW` row when rows are deleted
CREATE TRIGGER t1 BEFORE DELETE ON jobs FOR EACH ROW WHEN (NEW.id > 1) EXECUTE FUNCTION log_job();
-- error M0403 unknown column `stat` of table `jobs`
CREATE TRIGGER t1 BEFORE UPDATE ON jobs FOR EACH ROW WHEN (NEW.stat <> OLD.state) EXECUTE FUNCTION log_job();
-- error M0422 `state` may be `new.state` or `old.state`
CREATE TRIGGER t1 BEFORE UPDATE ON jobs FOR EACH ROW WHEN (state = 'x') EXECUTE FUNCTION log_job();
-- error M0417 'x' is no value of `integer`
CREATE TRIGGER t1 BEFORE UPDATE ON jobs FOR EACH ROW WHEN (NEW.tries = 'x') EXECUTE FUNCTION log_job();
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE TRIGGER t1 BEFORE UPDATE ON jobs FOR EACH ROW WHEN (NEW.name > 5) EXECUTE FUNCTION log_job();
-- error M0417 no query can stand in the condition of a trigger
CREATE TRIGGER t1 BEFORE UPDATE ON jobs FOR EACH ROW WHEN (EXISTS (SELECT 1)) EXECUTE FUNCTION log_job();
-- error M0417 a trigger for the whole statement has no row to look at
CREATE TRIGGER t1 BEFORE UPDATE ON jobs WHEN (NEW.id > 1) EXECUTE FUNCTION log_job();
-- error M0417 `INSTEAD OF` is for views, and this is a table
CREATE TRIGGER t1 INSTEAD OF INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION log_job();
-- error M0417 on a view a trigger for each row is written `INSTEAD OF`
CREATE TRIGGER t1 BEFORE INSERT ON waiting FOR EACH ROW EXECUTE FUNCTION log_job();
-- error M0417 a trigger for TRUNCATE runs once for the statement
CREATE TRIGGER t1 BEFORE TRUNCATE ON jobs FOR EACH ROW EXECUTE FUNCTION log_job();
-- error M0417 only a trigger that runs `AFTER` its event has tables of the changed rows
CREATE TRIGGER t1 BEFORE INSERT ON jobs REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION log_job();
-- error M0417 there are no OLD rows when rows are inserted
CREATE TRIGGER t1 AFTER INSERT ON jobs REFERENCING OLD TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION log_job();
-- error M0413 trigger `jobs_log` exists already
CREATE TRIGGER jobs_log BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION log_job();
-- error M0412 unknown trigger `jobs_lg`
DROP TRIGGER jobs_lg ON jobs;
-- error M0412 unknown trigger `jobs_log`
DROP TRIGGER jobs_log ON job_log;
-- error M0412 unknown trigger `jobs_lg` of table `jobs`
ALTER TRIGGER jobs_lg ON jobs RENAME TO x;
-- error M0413 trigger `jobs_batch` exists already
ALTER TRIGGER jobs_log ON jobs RENAME TO jobs_batch;
-- error M0412 unknown trigger `jobs_logs` of table `jobs`
ALTER TABLE jobs DISABLE TRIGGER jobs_logs;
ALTER TABLE jobs DROP COLUMN state;
-- error M0417 there is no procedure `clean(integer)`
CALL clean(5);
-- error M0418 there is no procedure `clean()`
CALL clean();
-- error M0412 unknown procedure `cleanup`
CALL cleanup('1 day');
-- error M0412 `usual` is a function, which is called in a query
CALL usual(1);
-- error M0417 `clean` is a procedure
SELECT clean('1 day');
-- error M0417 there is no function `usual(text)`
SELECT usual('x'::text);
-- error M0412 unknown function `usul`
SELECT usul(1);
-- error M0418 there is no function `usual()`
SELECT usual();
-- error M0418 there is no function `usual(integer, integer)`
SELECT usual(1, 2);
-- error M0417 there is no function `next_job(tries => integer)`
SELECT * FROM next_job(tries => 5);
-- missed 42703 column "c" not found in data type pair
SELECT (as_pair(1, 'x')).c;
-- error M0403 unknown column `nam`
SELECT nam FROM next_job();
-- error M0417 `log_job` is a function for triggers, and only they call it
SELECT log_job();
-- case policies, rights and the rest
CREATE SCHEMA shop;
CREATE SCHEMA "Big";
CREATE TABLE docs (id int PRIMARY KEY, owner text, team int, title text, secret boolean);
CREATE TABLE shop.goods (id serial PRIMARY KEY, name text);
CREATE SEQUENCE shop.numbers;
CREATE FUNCTION shop.price(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE shop.size AS ENUM ('s', 'm');
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
ALTER TABLE docs FORCE ROW LEVEL SECURITY;
CREATE POLICY own_docs ON docs FOR ALL TO PUBLIC USING (owner = current_user) WITH CHECK (owner = current_user AND NOT secret);
CREATE POLICY team_docs ON docs AS RESTRICTIVE FOR SELECT TO CURRENT_USER USING (team = ANY (string_to_array(current_setting('app.teams', true), ',')::int[]));
CREATE POLICY sub_docs ON docs FOR UPDATE USING (EXISTS (SELECT 1 FROM shop.goods g WHERE g.id = docs.team));
ALTER POLICY own_docs ON docs USING (true);
ALTER POLICY own_docs ON docs RENAME TO mine;
GRANT SELECT (id, title), UPDATE (title) ON docs TO PUBLIC;
GRANT SELECT, INSERT ON TABLE docs, shop.goods TO PUBLIC;
-- missed 0LP01 grant options can only be granted to roles
GRANT USAGE ON SCHEMA shop, "Big" TO PUBLIC WITH GRANT OPTION;
GRANT USAGE, SELECT ON SEQUENCE shop.numbers TO postgres;
GRANT ALL ON ALL SEQUENCES IN SCHEMA shop TO postgres;
GRANT EXECUTE ON FUNCTION shop.price(int) TO PUBLIC;
GRANT EXECUTE ON FUNCTION shop.price TO PUBLIC;
GRANT USAGE ON TYPE shop.size TO PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC;
REVOKE ALL ON docs FROM PUBLIC CASCADE;
REVOKE GRANT OPTION FOR SELECT ON docs FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA shop REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
SET app.anything = 'x';
SET LOCAL statement_timeout = '5s';
SET lock_timeout TO 1000;
SET TIME ZONE 'UTC';
SET session_replication_role = replica;
RESET session_replication_role;
SET search_path TO shop, public;
SELECT name FROM goods;
CREATE TABLE here (id int, size size);
RESET search_path;
COMMENT ON COLUMN shop.goods.name IS 'x';
COMMENT ON FUNCTION shop.price(int) IS 'x';
COMMENT ON TYPE shop.size IS 'x';
COMMENT ON POLICY mine ON docs IS 'x';
COMMENT ON SCHEMA "Big" IS 'x';
COMMENT ON EXTENSION plpgsql IS 'x';
COMMENT ON DATABASE postgres IS 'default administrative connection database';
CREATE RULE no_delete AS ON DELETE TO docs DO INSTEAD NOTHING;
CREATE RULE log_it AS ON INSERT TO docs WHERE NEW.secret DO ALSO INSERT INTO shop.goods (name) VALUES (NEW.title);
CREATE PUBLICATION h_pub_docs FOR TABLE docs (id, title) WHERE (id > 5);
-- error M0413 policy `mine` exists already
CREATE POLICY mine ON docs USING (true);
-- error M0401 unknown table `doc`
CREATE POLICY p ON doc USING (true);
-- error M0403 unknown column `ownr` of table `docs`
CREATE POLICY p ON docs USING (ownr = current_user);
-- error M0417 `a policy` wants a condition, and this is `text`
CREATE POLICY p ON docs USING (owner);
-- error M0417 there is no operator `=` for `integer` and `name`
CREATE POLICY p ON docs USING (team = current_user);
-- error M0403 unknown column `good_id`
CREATE POLICY p ON docs USING (id IN (SELECT good_id FROM shop.goods));
-- error M0401 unknown table `goods`
CREATE POLICY p ON docs USING (id IN (SELECT id FROM goods));
-- missed 42883 function is_member(integer) does not exist
CREATE POLICY p ON docs USING (is_member(team));
-- error M0417 WITH CHECK is for rows that are written
CREATE POLICY p ON docs FOR SELECT WITH CHECK (true);
-- error M0417 a policy for INSERT has no USING: there is no row before
CREATE POLICY p ON docs FOR INSERT USING (true);
-- missed 42704 role "authenticatd" does not exist
CREATE POLICY p ON docs TO authenticatd USING (true);
-- error M0412 unknown policy `own_docs` of table `docs`
ALTER POLICY own_docs ON docs USING (true);
-- error M0403 unknown column `ownr` of table `docs`
ALTER POLICY mine ON docs USING (ownr = 'x');
-- error M0413 policy `team_docs` exists already
ALTER POLICY mine ON docs RENAME TO team_docs;
-- error M0412 unknown policy `own_docs` of table `docs`
DROP POLICY own_docs ON docs;
-- error M0401 unknown table `doc`
DROP POLICY mine ON doc;
-- error M0415 column `owner` cannot be dropped: policy `mine` needs it
ALTER TABLE docs DROP COLUMN owner;
-- error M0415 column `owner` cannot be changed: policy `mine` needs it
ALTER TABLE docs ALTER COLUMN owner TYPE varchar(20);
-- error M0403 unknown column `titel` of table `docs`
GRANT SELECT (titel) ON docs TO PUBLIC;
-- error M0401 unknown table `doc`
GRANT SELECT ON doc TO PUBLIC;
-- missed 42704 role "app_usr" does not exist
GRANT SELECT ON docs TO app_usr;
-- error M0417 a table has no privilege `EXECUTE`
GRANT EXECUTE ON docs TO PUBLIC;
-- error M0417 `docs` is a table, which has no privilege `USAGE`
GRANT USAGE ON docs TO PUBLIC;
-- error M0417 a schema has no privilege `SELECT`
GRANT SELECT ON SCHEMA shop TO PUBLIC;
-- error M0412 unknown schema `shp`
GRANT USAGE ON SCHEMA shp TO PUBLIC;
-- error M0417 a sequence has no privilege `INSERT`
GRANT INSERT ON SEQUENCE shop.numbers TO PUBLIC;
-- error M0401 unknown table `shop.number`
GRANT USAGE ON SEQUENCE shop.number TO PUBLIC;
-- error M0417 `docs` is a table, which has no privilege `USAGE`
GRANT USAGE ON SEQUENCE docs TO PUBLIC;
-- error M0412 unknown schema `shp`
GRANT SELECT ON ALL TABLES IN SCHEMA shp TO PUBLIC;
-- error M0412 unknown function `price(text)`
GRANT EXECUTE ON FUNCTION shop.price(text) TO PUBLIC;
-- error M0412 unknown function `shop.prices`
GRANT EXECUTE ON FUNCTION shop.prices(int) TO PUBLIC;
-- error M0412 unknown function `price`
GRANT EXECUTE ON FUNCTION price(int) TO PUBLIC;
-- error M0417 a function has no privilege `SELECT`
GRANT SELECT ON FUNCTION shop.price(int) TO PUBLIC;
-- missed 42704 type "shop.sizes" does not exist
GRANT USAGE ON TYPE shop.sizes TO PUBLIC;
-- missed 0LP01 invalid privilege type SELECT for database
GRANT SELECT ON DATABASE postgres TO PUBLIC;
-- error M0417 a column has no privilege `DELETE`
GRANT DELETE (title) ON docs TO PUBLIC;
-- error M0401 unknown table `doc`
REVOKE SELECT ON doc FROM PUBLIC;
-- error M0403 unknown column `titel` of table `docs`
REVOKE UPDATE (titel) ON docs FROM PUBLIC;
-- missed 42704 role "app_usr" does not exist
REVOKE SELECT ON docs FROM app_usr;
-- error M0412 unknown schema `shp`
ALTER DEFAULT PRIVILEGES IN SCHEMA shp GRANT SELECT ON TABLES TO PUBLIC;
-- missed 0LP01 invalid privilege type EXECUTE for relation
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT EXECUTE ON TABLES TO PUBLIC;
-- missed 42704 role "app_usr" does not exist
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO app_usr;
-- error M0412 unknown setting `statement_timout`
SET statement_timout = 5;
-- error M0417 `statement_timeout` is a length of time, and 'soon' is none
SET statement_timeout = 'soon';
-- missed 22023 invalid value for parameter "TimeZone": "Europe/Berlim"
SET TIME ZONE 'Europe/Berlim';
-- missed 22023 parameter "standard_conforming_strings" requires a Boolean value
SET standard_conforming_strings = maybe;
-- missed 22023 invalid value for parameter "DateStyle": "XYZ"
SET DateStyle = 'XYZ';
-- missed 22023 invalid value for parameter "client_encoding": "utf9"
SET client_encoding = 'utf9';
-- error M0401 unknown table `doc`
COMMENT ON TABLE doc IS 'x';
-- error M0403 unknown column `titel` of table `docs`
COMMENT ON COLUMN docs.titel IS 'x';
-- error M0401 unknown table `doc`
COMMENT ON COLUMN doc.title IS 'x';
-- error M0412 unknown function `price`
COMMENT ON FUNCTION price(int) IS 'x';
-- error M0409 unknown type `size`
COMMENT ON TYPE size IS 'x';
-- error M0412 unknown policy `own_docs` of table `docs`
COMMENT ON POLICY own_docs ON docs IS 'x';
-- error M0412 unknown schema `shp`
COMMENT ON SCHEMA shp IS 'x';
-- missed 42704 extension "hstoer" does not exist
COMMENT ON EXTENSION hstoer IS 'x';
-- error M0412 unknown trigger `nothing` of table `docs`
COMMENT ON TRIGGER nothing ON docs IS 'x';
-- error M0412 unknown sequence `numbers`
COMMENT ON SEQUENCE numbers IS 'x';
-- error M0413 schema `shop` exists already
CREATE SCHEMA shop;
-- missed 42704 role "nobody_at_all" does not exist
CREATE SCHEMA x AUTHORIZATION nobody_at_all;
-- error M0415 schema `shop` cannot be dropped: table `goods` needs it
DROP SCHEMA shop;
-- error M0412 unknown schema `shp`
DROP SCHEMA shp;
-- error M0413 schema `Big` exists already
ALTER SCHEMA shop RENAME TO "Big";
-- error M0412 unknown schema `shp`
ALTER SCHEMA shp RENAME TO x;
-- error M0412 unknown schema `shp`
CREATE TABLE shp.x (id int);
-- error M0412 unknown schema `big`
CREATE TABLE big.x (id int);
-- error M0409 unknown type `size`
CREATE TABLE x (id int, size size);
-- error M0401 unknown table `goods`
CREATE TABLE x (id int REFERENCES goods);
-- error M0412 unknown extension `pg_trgmm`
CREATE EXTENSION pg_trgmm;
-- error M0412 unknown extension `uuid-osp`
CREATE EXTENSION "uuid-osp";
-- missed 42704 extension "pg_trgm" does not exist
DROP EXTENSION pg_trgm;
-- error M0413 rule `no_delete` exists already
CREATE RULE no_delete AS ON DELETE TO docs DO INSTEAD NOTHING;
-- error M0401 unknown table `doc`
CREATE RULE r AS ON DELETE TO doc DO INSTEAD NOTHING;
-- error M0417 there is no `NEW` row when rows are deleted
CREATE RULE r AS ON DELETE TO docs DO ALSO INSERT INTO shop.goods (name) VALUES (NEW.title);
-- error M0403 unknown column `nam` of table `goods`
CREATE RULE r AS ON DELETE TO docs DO ALSO INSERT INTO shop.goods (nam) VALUES (OLD.title);
-- error M0403 unknown column `titel` of table `docs`
CREATE RULE r AS ON DELETE TO docs DO ALSO INSERT INTO shop.goods (name) VALUES (OLD.titel);
-- error M0412 unknown rule `nothing` of table `docs`
DROP RULE nothing ON docs;
-- error M0401 unknown table `doc`
CREATE PUBLICATION h_pub FOR TABLE doc;
-- error M0403 unknown column `titel` of table `docs`
CREATE PUBLICATION h_pub FOR TABLE docs (titel);
-- missed 42703 column "titel" does not exist
CREATE PUBLICATION h_pub FOR TABLE docs WHERE (titel = 'x');
-- case partitions
CREATE TABLE events (id bigint, at timestamptz NOT NULL, kind text, size int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_2024 PARTITION OF events (CONSTRAINT big CHECK (size > 0)) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2023-01-01 00:00:00+00');
CREATE TABLE by_size (id int, size int, name text) PARTITION BY RANGE (size, id);
CREATE TABLE by_size_1 PARTITION OF by_size FOR VALUES FROM (1, MINVALUE) TO (10, MAXVALUE);
CREATE TABLE by_kind (id int, kind text) PARTITION BY LIST (kind);
CREATE TABLE by_kind_a PARTITION OF by_kind FOR VALUES IN ('a', 'b') PARTITION BY HASH (id);
CREATE TABLE by_kind_a0 PARTITION OF by_kind_a FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_kind_null PARTITION OF by_kind FOR VALUES IN (NULL);
CREATE TABLE by_day (at timestamptz, n int) PARTITION BY RANGE (date_trunc('day', at AT TIME ZONE 'UTC'));
CREATE TABLE by_flag (f boolean, n int) PARTITION BY LIST (f);
CREATE TABLE by_flag_t PARTITION OF by_flag FOR VALUES IN (true);
CREATE TABLE by_lower (name text) PARTITION BY LIST (lower(name));
CREATE TABLE loose (LIKE events INCLUDING ALL);
ALTER TABLE events ATTACH PARTITION loose FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE events DETACH PARTITION loose;
CREATE TABLE parent (a int NOT NULL, b text, CONSTRAINT pos CHECK (a > 0));
CREATE TABLE child (c int) INHERITS (parent);
CREATE INDEX events_kind ON events (kind);
CREATE INDEX CONCURRENTLY events_2023_size ON events_2023 (size);
ALTER TABLE events ADD COLUMN extra jsonb;
-- error M0417 `events` is divided, and all its parts have its checks
ALTER TABLE ONLY events ADD CONSTRAINT c CHECK (size < 100) NO INHERIT;
ALTER TABLE by_kind ADD UNIQUE (id, kind);
-- error M0417 this overlaps part `events_2023` of `events`
CREATE TABLE e PARTITION OF events FOR VALUES FROM ('2023-06-01') TO ('2023-07-01');
-- error M0417 this overlaps part `events_2023` of `events`
CREATE TABLE e PARTITION OF events FOR VALUES FROM ('2023-12-31') TO ('2024-01-02');
-- missed 42P17 partition "e" would overlap partition "events_old"
CREATE TABLE e PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2022-02-01');
-- error M0417 nothing lies between the ends of this bound
CREATE TABLE e PARTITION OF events FOR VALUES FROM ('2028-01-01') TO ('2027-01-01');
-- error M0417 nothing lies between the ends of this bound
CREATE TABLE e PARTITION OF events FOR VALUES FROM ('2028-01-01') TO ('2028-01-01');
-- error M0417 the number 2028 is no value of `timestamp with time zone`
CREATE TABLE e PARTITION OF events FOR VALUES FROM (2028) TO (2029);
-- error M0417 'jan' is no value of `timestamp with time zone`
CREATE TABLE e PARTITION OF events FOR VALUES FROM ('jan') TO ('feb');
-- error M0417 `events` is divided by range: the bound is written `FOR VALUES FROM (…) TO (…)`
CREATE TABLE e PARTITION OF events FOR VALUES IN ('2028-01-01');
-- error M0401 unknown table `event`
CREATE TABLE e PARTITION OF event FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');
-- error M0403 unknown column `siz` of table `e`
CREATE TABLE e PARTITION OF events (CHECK (siz > 1)) FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');
-- missed 42P17 partition "e" would overlap partition "by_size_1"
CREATE TABLE e PARTITION OF by_size FOR VALUES FROM (5, 1) TO (6, 1);
-- error M0418 a bound of 1 and 1 for 2 columns
CREATE TABLE e PARTITION OF by_size FOR VALUES FROM (20) TO (30);
-- error M0417 'x' is no value of `integer`
CREATE TABLE e PARTITION OF by_size FOR VALUES FROM (20, 'x') TO (30, 'y');
-- missed 42804 every bound following MAXVALUE must also be MAXVALUE
CREATE TABLE e PARTITION OF by_size FOR VALUES FROM (MAXVALUE, 1) TO (MAXVALUE, 2);
-- error M0417 'b' belongs to part `by_kind_a` of `by_kind`
CREATE TABLE e PARTITION OF by_kind FOR VALUES IN ('b', 'c');
-- error M0417 null belongs to part `by_kind_null` of `by_kind`
CREATE TABLE e PARTITION OF by_kind FOR VALUES IN (NULL, 'z');
-- missed 0A000 cannot use column reference in partition bound expression
CREATE TABLE e PARTITION OF by_kind FOR VALUES IN (kind);
-- error M0417 this overlaps part `by_kind_a0` of `by_kind_a`
CREATE TABLE e PARTITION OF by_kind_a FOR VALUES WITH (MODULUS 4, REMAINDER 2);
-- error M0417 the modulus 3 and 2 are no multiples of each other, and that is the one of part `by_kind_a0` of `by_kind_a`
CREATE TABLE e PARTITION OF by_kind_a FOR VALUES WITH (MODULUS 3, REMAINDER 1);
-- error M0417 the remainder 4 is not below the modulus 4
CREATE TABLE e PARTITION OF by_kind_a FOR VALUES WITH (MODULUS 4, REMAINDER 4);
-- error M0417 a table that is divided by hash has no default part
CREATE TABLE e PARTITION OF by_kind_a DEFAULT;
-- error M0417 'maybe' is no value of `boolean`
CREATE TABLE e PARTITION OF by_flag FOR VALUES IN ('maybe');
-- error M0417 true belongs to part `by_flag_t` of `by_flag`
CREATE TABLE e PARTITION OF by_flag FOR VALUES IN (true);
-- error M0403 unknown column `att`, by which `e` is divided
CREATE TABLE e (id int, at date) PARTITION BY RANGE (att);
-- error M0418 a table is divided by a list of values of one column
CREATE TABLE e (id int, at date) PARTITION BY LIST (id, at);
-- error M0414 what is unique in the parts of `e` must name `at`, by which it is divided
CREATE TABLE e (id int PRIMARY KEY, at date) PARTITION BY RANGE (at);
-- error M0414 what is unique in the parts of `e` must name `id`, by which it is divided
CREATE TABLE e (id int, at date UNIQUE) PARTITION BY RANGE (id);
-- missed 42P17 functions in partition key expression must be marked IMMUTABLE
CREATE TABLE e (id int, at timestamptz) PARTITION BY RANGE (date_trunc('day', at));
-- missed 0A000 unsupported UNIQUE constraint with partition key definition
CREATE TABLE e (id int, at date, UNIQUE (at)) PARTITION BY RANGE ((at + 1));
-- error M0417 `j` is `json`, which has no order and cannot be in such an index
CREATE TABLE e (id int, j json) PARTITION BY LIST (j);
-- error M0417 a table is divided by RANGE, LIST or HASH, and not by `ranges`
CREATE TABLE e (id int) PARTITION BY RANGES (id);
-- error M0401 unknown table `parents`
CREATE TABLE e (id int) INHERITS (parents);
-- error M0417 `a` is `text` here and `int` in `parent`, which it is inherited from
CREATE TABLE e (a text) INHERITS (parent);
-- error M0417 `id` is `int` here and `bigint` in `events`, which it is inherited from
CREATE TABLE e (id int) INHERITS (events);
-- error M0417 `id` is `int` here and `bigint` in `events_2023`, which it is inherited from
CREATE TABLE e (id int) INHERITS (events_2023);
-- error M0417 `loose` has no column `extra`, which `events` has
ALTER TABLE events ATTACH PARTITION loose FOR VALUES FROM ('2024-06-01') TO ('2024-07-01');
-- error M0415 `events_2023` is a part of another table already
ALTER TABLE events ATTACH PARTITION events_2023 FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- error M0417 `by_flag` has a column `f`, which `events` does not have
ALTER TABLE events ATTACH PARTITION by_flag FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- error M0417 `parent` has a column `a`, which `events` does not have
ALTER TABLE events ATTACH PARTITION parent FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- error M0401 unknown table `events_2022`
ALTER TABLE events DETACH PARTITION events_2022;
-- error M0401 `loose` is no part of `events`
ALTER TABLE events DETACH PARTITION loose;
-- error M0415 `kind` comes from `events`, and can only be dropped there
ALTER TABLE events_2023 DROP COLUMN kind;
-- error M0415 `kind` comes from `events`, and can only be renamed there
ALTER TABLE events_2023 RENAME COLUMN kind TO k;
-- error M0415 `events_2023` is a partition, and has the columns of the whole
ALTER TABLE events_2023 ADD COLUMN more int;
-- error M0415 `size` comes from `events`, and can only be changed there
ALTER TABLE events_2023 ALTER COLUMN size TYPE bigint;
-- error M0415 `at` is part of the primary key, which is never null
ALTER TABLE events_2023 ALTER COLUMN at DROP NOT NULL;
-- error M0415 constraint `events_2023_pkey` comes from `events`, and can only be dropped there
ALTER TABLE events_2023 DROP CONSTRAINT events_2023_pkey;
-- error M0415 `at` cannot be dropped: the table is divided by it
ALTER TABLE events DROP COLUMN at;
-- error M0415 `at` cannot be changed: the table is divided by it
ALTER TABLE events ALTER COLUMN at TYPE date;
-- error M0414 what is unique in the parts of `events` must name `at`, by which it is divided
ALTER TABLE events ADD UNIQUE (kind);
-- error M0414 foreign key to `kind` of table `by_kind`, which is not unique
ALTER TABLE events ADD CONSTRAINT events_fk FOREIGN KEY (kind) REFERENCES by_kind (kind);
-- error M0415 `events` has children, which must get the column, too
ALTER TABLE ONLY events ADD COLUMN y int;
-- error M0415 the parts of `events` have the column, too
ALTER TABLE ONLY events DROP COLUMN size;
-- error M0415 `a` comes from `parent`, and can only be dropped there
ALTER TABLE child DROP COLUMN a;
-- error M0415 `a` comes from `parent`, and can only be renamed there
ALTER TABLE child RENAME COLUMN a TO aa;
-- error M0415 `a` comes from `parent`, and can only be changed there
ALTER TABLE child ALTER COLUMN a TYPE bigint;
-- error M0415 constraint `pos` comes from `parent`, and can only be dropped there
ALTER TABLE child DROP CONSTRAINT pos;
-- error M0415 constraint `pos` comes from `parent`, and can only be renamed there
ALTER TABLE child RENAME CONSTRAINT pos TO poss;
-- error M0415 `parent` has children, which must get the column, too
ALTER TABLE ONLY parent ADD COLUMN y int;
-- error M0415 `parent` has children, in which the column must be renamed, too
ALTER TABLE ONLY parent RENAME COLUMN a TO aa;
-- error M0417 `c` would be `text`, and is `int` in the child `child`
ALTER TABLE parent ADD COLUMN c text;
-- error M0415 `parent` has children, which must get the constraint, too
ALTER TABLE ONLY parent ADD CONSTRAINT neg CHECK (a < 500);
-- error M0415 table `parent` cannot be dropped: table `child` needs it
DROP TABLE parent;
-- missed 2BP01 cannot drop index events_2023_kind_idx because index events_kind requires it
DROP INDEX events_2023_kind_idx;
-- error M0417 an index of the divided table `events` is not made `CONCURRENTLY`
CREATE INDEX CONCURRENTLY events_size ON events (size);
-- error M0414 what is unique in the parts of `events` must name `at`, by which it is divided
CREATE UNIQUE INDEX events_u ON events (kind);
-- missed 55000 cannot attach index "events_2023_size" as a partition of index "events_kind"
ALTER INDEX events_kind ATTACH PARTITION events_2023_size;
CLUSTER events USING events_kind;
-- error M0417 'x' is no value of `timestamp with time zone`
INSERT INTO events (id, at) VALUES (1, 'x');
-- error M0403 unknown column `att` of table `events_2023`
INSERT INTO events_2023 (id, att) VALUES (1, '2023-05-05');
-- case blocks of code
CREATE TABLE tasks (id serial PRIMARY KEY, title text NOT NULL, state text, due date, prio int);
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TYPE mood AS ENUM ('good', 'bad');
DO $$ BEGIN CREATE TYPE mood AS ENUM ('x'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ DECLARE t record; BEGIN FOR t IN SELECT id, title FROM tasks LOOP UPDATE tasks SET state = t.title WHERE id = t.id; END LOOP; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'tasks' AND column_name = 'person_id') THEN ALTER TABLE tasks ADD COLUMN person_id int; END IF; END $$;
DO $$ BEGIN IF false THEN DROP TABLE nothing_here; UPDATE nothing_here SET x = 1; END IF; END $$;
DO $$ DECLARE n int; name text := 'x'; BEGIN SELECT count(*) INTO n FROM tasks WHERE title = name; IF n = 0 THEN RAISE NOTICE 'none of %', n; END IF; END $$;
DO $$ DECLARE id_var int := 5; title text; BEGIN INSERT INTO tasks (title, prio) VALUES ('a', id_var) RETURNING tasks.title INTO title; PERFORM id FROM tasks WHERE prio = id_var; END $$;
DO $$ BEGIN INSERT INTO tasks (title) VALUES ('b'); INSERT INTO people VALUES (1, 'x') ON CONFLICT DO NOTHING; END $$;
DO $$ BEGIN UPDATE tasks SET stat = 'x'; EXCEPTION WHEN undefined_column THEN NULL; END $$;
DO $$ DECLARE r tasks; p tasks.prio%TYPE; BEGIN r.prio := 5; p := r.prio; SELECT * INTO r FROM tasks LIMIT 1; END $$;
DO $$ BEGIN CREATE TEMP TABLE tmp_tasks AS SELECT id, prio FROM tasks; UPDATE tmp_tasks SET prio = 1; DROP TABLE tmp_tasks; END $$;
DO $$ BEGIN RETURN; UPDATE tasks SET stat = 'x'; END $$;
-- error M0410 type `mood` exists already
DO $$ BEGIN CREATE TYPE mood AS ENUM ('x'); END $$;
-- error M0404 column `title` of table `tasks` exists already
DO $$ BEGIN ALTER TABLE tasks ADD COLUMN title text; END $$;
-- error M0401 unknown table `task`
DO $$ BEGIN ALTER TABLE task ADD COLUMN x text; END $$;
-- error M0403 unknown column `titel` of table `tasks`
DO $$ BEGIN ALTER TABLE tasks DROP COLUMN titel; END $$;
-- error M0403 unknown column `stat` of table `tasks`
DO $$ BEGIN UPDATE tasks SET stat = 'x'; END $$;
-- error M0401 unknown table `task`
DO $$ BEGIN UPDATE task SET state = 'x'; END $$;
-- error M0403 unknown column `titel` of table `tasks`
DO $$ BEGIN INSERT INTO tasks (titel) VALUES ('x'); END $$;
-- error M0417 'high' is no value of `integer`
DO $$ BEGIN INSERT INTO tasks (title, prio) VALUES ('x', 'high'); END $$;
-- error M0403 unknown column `nam` of table `people`
DO $$ BEGIN INSERT INTO tasks (title) SELECT nam FROM people; END $$;
-- error M0403 unknown column `dew` of table `tasks`
DO $$ BEGIN DELETE FROM tasks WHERE dew < now(); END $$;
-- error M0403 unknown column `titel` of table `tasks`
DO $$ BEGIN PERFORM titel FROM tasks; END $$;
-- missed 42883 function no_such_function(integer) does not exist
DO $$ BEGIN PERFORM no_such_function(1); END $$;
-- error M0401 unknown table `task`
DO $$ DECLARE n int; BEGIN SELECT count(*) INTO n FROM task; END $$;
-- error M0403 unknown column `pri`
DO $$ DECLARE n int; BEGIN SELECT max(pri) INTO n FROM tasks; END $$;
-- error M0403 unknown column `pri` of table `tasks`
DO $$ DECLARE n int; BEGIN n := (SELECT max(pri) FROM tasks); END $$;
-- error M0403 unknown column `pri` of table `tasks`
DO $$ DECLARE n int := (SELECT max(pri) FROM tasks); BEGIN NULL; END $$;
-- error M0403 unknown column `titel` of table `tasks`
DO $$ DECLARE t record; BEGIN FOR t IN SELECT id, titel FROM tasks LOOP NULL; END LOOP; END $$;
-- error M0401 unknown table `task`
DO $$ DECLARE t record; BEGIN FOR t IN SELECT id FROM task LOOP NULL; END LOOP; END $$;
-- error M0401 unknown table `task`
DO $$ BEGIN IF EXISTS (SELECT 1 FROM task) THEN NULL; END IF; END $$;
-- error M0403 unknown column `stat` of table `tasks`
DO $$ BEGIN IF EXISTS (SELECT 1 FROM tasks WHERE stat = 'x') THEN NULL; END IF; END $$;
-- error M0403 unknown column `stat` of table `tasks`
DO $$ BEGIN IF (SELECT count(*) FROM tasks WHERE stat = 'x') > 0 THEN NULL; END IF; END $$;
-- error M0412 unknown variable `m`
DO $$ DECLARE n int; BEGIN m := 5; END $$;
-- missed 42704 type "it" does not exist
DO $$ DECLARE n it; BEGIN NULL; END $$;
-- missed 22P02 invalid input syntax for type integer: "x"
DO $$ DECLARE n int := 'x'; BEGIN NULL; END $$;
-- missed 42703 record "r" has no field "prioo"
DO $$ DECLARE r tasks%ROWTYPE; BEGIN r.prioo := 5; END $$;
-- error M0401 unknown table `task`
DO $$ BEGIN EXECUTE 'ALTER TABLE task ADD COLUMN x int'; END $$;
-- error M0403 unknown column `stat` of table `tasks`
DO $$ BEGIN EXECUTE 'UPDATE tasks SET stat = 1'; END $$;
-- missed 42P01 table "task" does not exist
DO $$ BEGIN EXECUTE format('DROP TABLE %I', 'task'); END $$;
-- missed P0001 stop
DO $$ BEGIN RAISE EXCEPTION 'stop'; END $$;
-- error M0403 unknown column `stat` of table `tasks`
DO $$ BEGIN CREATE INDEX ON tasks (stat); END $$;
-- error M0409 unknown type `moods`
DO $$ BEGIN DROP TYPE moods; END $$;
-- error M0402 table `tasks` exists already
DO $$ BEGIN CREATE TABLE tasks (id int); END $$;
-- error M0417 what this query returns is put nowhere
DO $$ BEGIN SELECT 1; END $$;
-- error M0403 unknown column `titel` of table `tasks`
DO $$ BEGIN SELECT titel FROM tasks; END $$;
-- error M0403 unknown column `idd` of `x`
DO $$ BEGIN WITH x AS (SELECT id FROM tasks) UPDATE people SET name = 'x' FROM x WHERE x.idd = people.id; END $$;
-- case blocks whose statements are put together
CREATE TABLE tasks (id serial PRIMARY KEY, title text NOT NULL);
DO $$ BEGIN EXECUTE 'CREATE TABLE made_' || 'here (id int)'; EXECUTE format('ALTER TABLE %I ADD COLUMN %I text', 'made_here', 'extra'); END $$;
