-- case lists that go together, and what goes with a parent
CREATE TABLE sales (day date NOT NULL, amount int) PARTITION BY RANGE (day);
CREATE TABLE sales_2030 PARTITION OF sales FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
CREATE TABLE sales_2031 PARTITION OF sales FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') PARTITION BY RANGE (day);
CREATE TABLE sales_2031_q1 PARTITION OF sales_2031 FOR VALUES FROM ('2031-01-01') TO ('2031-04-01');
DROP TABLE sales, sales_2031_q1, sales_2030, sales_2031;
-- error M0401 unknown table `sales_2030`
SELECT 1 FROM sales_2030;
CREATE TABLE animal (id int, legs int);
CREATE TABLE dog (legs int NOT NULL, name text) INHERITS (animal);
CREATE INDEX dog_name ON dog (name);
ALTER TABLE animal DROP COLUMN legs;
SELECT legs, name FROM dog;
-- error M0403 unknown column `legs` of table `animal`
SELECT legs FROM animal;
ALTER TABLE animal ADD CONSTRAINT positive CHECK (id > 0);
ALTER TABLE dog ADD CONSTRAINT other CHECK (id > 0);
DROP TABLE animal CASCADE;
CREATE TABLE dog (name text);
CREATE INDEX dog_name ON dog (name);
DROP TABLE dog, dog;
-- case parents that are two
CREATE TABLE one (id int, both_have int);
CREATE TABLE two (both_have int);
CREATE TABLE child () INHERITS (one, two);
ALTER TABLE one DROP COLUMN both_have;
SELECT both_have FROM child;
ALTER TABLE one DROP COLUMN id;
-- error M0403 unknown column `id` of table `child`
SELECT id FROM child;
-- case tables of a type
CREATE TYPE pair AS (first int, second text);
CREATE TABLE pairs OF pair;
CREATE TABLE like_pair (LIKE pair, third int);
SELECT first, second, third FROM like_pair;
-- error M0403 unknown column `fourth` of table `like_pair`
SELECT fourth FROM like_pair;
DROP TYPE pair CASCADE;
CREATE TABLE pairs (id int);
-- case what is made inside of a schema in another order
CREATE SCHEMA depot CREATE INDEX item_code ON item (code) CREATE VIEW codes AS SELECT code FROM item CREATE TABLE item (code text);
SELECT code FROM depot.codes;
-- case groups and aggregates
CREATE TABLE line (region text, town text, amount int);
SELECT rank(5, 'x') WITHIN GROUP (ORDER BY amount, town) FROM line;
SELECT region, rank(5) WITHIN GROUP (ORDER BY amount) FROM line GROUP BY region;
-- error M0423 `town` is neither grouped nor in an aggregate
SELECT town, rank(5) WITHIN GROUP (ORDER BY amount) FROM line GROUP BY region;
SELECT region AS r, lower(town) AS t, sum(amount) FROM line GROUP BY r, ROLLUP (t);
SELECT region, town, sum(amount) FROM line GROUP BY GROUPING SETS (ROLLUP (region, town), region);
-- error M0423 `town` is neither grouped nor in an aggregate
SELECT region, town, sum(amount) FROM line GROUP BY GROUPING SETS (region, ());
-- case names of joined tables
CREATE TABLE a (x int, y int);
CREATE TABLE b (x int, y int);
CREATE TABLE c (x int, z int);
CREATE VIEW joined AS SELECT * FROM a JOIN b USING (x, y) JOIN c USING (x);
SELECT x, y, z FROM joined;
SELECT a.*, l.* FROM a, LATERAL (SELECT a.*, c.z FROM c) AS l;
SELECT (SELECT count(*) FROM (SELECT a.* LIMIT 1) AS s) FROM a;
-- error M0401 nothing in this statement is called `d`
SELECT (SELECT count(*) FROM (SELECT d.* LIMIT 1) AS s) FROM a;
CREATE SCHEMA other;
CREATE TABLE other.a (w int);
SELECT * FROM other.a WHERE EXISTS (SELECT 1 FROM a WHERE other.a.w = a.x);
-- error M0403 unknown column `x` of table `a`
SELECT * FROM other.a WHERE EXISTS (SELECT 1 FROM a WHERE other.a.x = a.x);
-- case functions that return rows side by side
SELECT * FROM ROWS FROM (unnest(ARRAY[1, 2], ARRAY['a'])) WITH ORDINALITY AS z (n, t, ord);
SELECT * FROM ROWS FROM (unnest(ARRAY[1, 2], ARRAY['a']), generate_series(1, 2)) AS z (n, t, g);
-- error M0418 `z` has 4 names for 3 columns
SELECT * FROM ROWS FROM (unnest(ARRAY[1, 2], ARRAY['a']), generate_series(1, 2)) AS z (n, t, g, h);
-- case casts and literals
CREATE TYPE mood AS ENUM ('calm', 'cross');
CREATE TABLE t (m mood, n float8, p pg_lsn);
SELECT m = mood 'calm' FROM t;
SELECT 1, m <> mood 'calm' FROM t;
SELECT p > pg_lsn '0/16AE7F7' FROM t;
SELECT width_bucket(n, ARRAY[1, 3, 'NaN']::float8[]) FROM t;
-- error M0417 'x' is no value of `integer`
SELECT ARRAY[1, 'x']::int[];
SELECT ARRAY['1', 2]::text[];
SELECT int4range(int4range(1, 2)), text(varchar 'x');
SELECT normalize('x', NFD), normalize('x') COLLATE "C";
-- missed 42601 syntax error at or near "n"
SELECT normalize('x', n) FROM t;
-- case an operator behind IS NULL
CREATE TABLE t (a int, b int, CHECK (a IS NULL = (b IS NULL)), CHECK (a IS NOT NULL <> (b IS NOT NULL)));
SELECT a IS NULL IN (true), a IS NOT TRUE = b IS TRUE FROM (SELECT true AS a, false AS b) AS s;
SELECT a IS NULL NULL FROM t;
-- case rules and statistics that are made again
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b, a + b AS both FROM t;
CREATE RULE fill AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.a);
CREATE OR REPLACE RULE fill AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.a, new.b), (1, 2);
-- error M0413 rule `fill` exists already
CREATE RULE fill AS ON INSERT TO v DO INSTEAD NOTHING;
CREATE TABLE log (x int, y int, what text);
CREATE RULE old_too AS ON UPDATE TO t DO ALSO INSERT INTO log VALUES (old.*, 'old'), (new.*, 'new');
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS IF NOT EXISTS s ON a, b FROM t;
-- error M0413 statistics `s` exists already
CREATE STATISTICS s ON a, b FROM t;
ALTER STATISTICS IF EXISTS s SET STATISTICS 100;
-- error M0301 syntax error: unexpected `STATISTIC`
ALTER STATISTICS IF EXISTS s SET STATISTIC 100;
-- case rows that could not be inserted, in a view
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE VIEW v AS SELECT a, b, a + 1 AS next FROM t;
INSERT INTO v (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = excluded.next WHERE excluded.next > 0;
-- error M0417 `next` of the view `v` cannot be written: it is computed
INSERT INTO v (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET next = excluded.b;
-- error M0403 unknown column `nexd` of `v`
INSERT INTO v (a, b) VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = excluded.nexd;
-- case functions that are made again
CREATE FUNCTION f(i int, OUT j int) LANGUAGE sql AS 'SELECT i';
CREATE OR REPLACE FUNCTION f(INOUT i int) LANGUAGE sql AS 'SELECT i';
CREATE OR REPLACE FUNCTION f(i int, OUT k int) RETURNS int LANGUAGE sql AS 'SELECT i';
-- error M0417 `f` returns `int`, and would return `text`
CREATE OR REPLACE FUNCTION f(i int) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$;
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RETURN; END $$;
-- error M0417 `RETURN` has a value: a function for an event trigger returns nothing
CREATE OR REPLACE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- case a function that begins like one of the server's
CREATE FUNCTION make_ready() RETURNS void LANGUAGE sql AS 'CREATE TABLE ready (id int)';
SELECT make_ready();
SELECT id FROM ready;
-- case a whole row in a policy
CREATE TABLE t (a int, b int);
CREATE POLICY p ON t USING (t >= ROW (1, 1));
-- error M0403 unknown column `u` of table `t`
CREATE POLICY q ON t USING (u >= 1);
-- case a sequence that is only a text
CREATE SEQUENCE counted;
CREATE TABLE t (a int DEFAULT nextval('counted'::text));
DROP SEQUENCE counted;
ALTER TABLE IF EXISTS nothing SET SCHEMA nowhere;
-- error M0417 `a` is `integer`, which an index of the kind `rtree` does not compare by itself
CREATE INDEX ON t USING rtree (a);
-- case a type with what it is in
CREATE TYPE code AS ENUM ('a', 'b');
CREATE FUNCTION next_code(c code) RETURNS code LANGUAGE sql AS 'SELECT c';
-- error M0415 type `code` cannot be dropped: function `next_code` needs it
DROP TYPE code;
DROP TYPE code CASCADE;
-- error M0412 unknown function `next_code`
SELECT next_code('a');
-- case a column called value
CREATE TABLE setting (name text, value text, CHECK (length(name) < length(value)), CHECK (value <> ''));
ALTER TABLE setting DROP CONSTRAINT setting_check;
ALTER TABLE setting DROP CONSTRAINT setting_value_check;
-- error M0405 unknown constraint `setting_name_check` of table `setting`
ALTER TABLE setting DROP CONSTRAINT setting_name_check;
CREATE DOMAIN short AS text CHECK (length(value) < 10);
-- case what is sorted by is what is returned, whatever else has a column of the name
CREATE TABLE team (id int PRIMARY KEY, name text);
CREATE TABLE player (id int PRIMARY KEY, name text, team_id int REFERENCES team);
CREATE VIEW of_teams AS SELECT player.id, team.name FROM player JOIN team ON team.id = team_id ORDER BY name, id;
SELECT player.id::text, count(*) FROM player JOIN team ON team.id = team_id GROUP BY player.id ORDER BY id, count;
-- error M0422 `name` may be `player.name` or `team.name`
SELECT player.team_id FROM player JOIN team ON team.id = team_id ORDER BY name;
-- error M0422 `id` may be `player.id` or `team.id`
SELECT player.id + 1 FROM player JOIN team ON team.id = team_id ORDER BY id;
-- case a table called as a clause of functions is
CREATE TABLE language (code text PRIMARY KEY);
CREATE TABLE cost (code text);
CREATE FUNCTION all_languages() RETURNS SETOF language AS 'SELECT * FROM language' LANGUAGE sql;
CREATE FUNCTION one_language() RETURNS language LANGUAGE sql AS 'SELECT * FROM language LIMIT 1';
CREATE FUNCTION costs() RETURNS SETOF cost COST 5 ROWS 9 LANGUAGE sql AS 'SELECT * FROM cost';
-- error M0301 `LANGUAGE` stands beside another of its kind
CREATE FUNCTION twice() RETURNS SETOF language LANGUAGE sql LANGUAGE sql AS 'SELECT * FROM language';
