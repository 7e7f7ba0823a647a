-- case columns change
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE mood2 AS ENUM ('sad', 'ok');
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c boolean, d date, j json, u uuid, m mood, arr int[], ts timestamptz, df int DEFAULT 5, td text DEFAULT 'x', bd boolean DEFAULT true);
CREATE TABLE other (t_id int REFERENCES t (id));
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TABLE w (id int, k int, l int);
CREATE INDEX w_k ON w (k);
CREATE POLICY pol ON w USING (l > 0);
-- error M0415 the type of `a` cannot be changed: view `v` reads it
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- error M0417 `b` is `text`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN b TYPE int;
ALTER TABLE t ALTER COLUMN b TYPE int USING b::int;
ALTER TABLE t ALTER COLUMN b TYPE varchar(20);
-- error M0409 unknown type `nope`
ALTER TABLE t ALTER COLUMN b TYPE nope;
-- error M0403 unknown column `bb` of table `t`
ALTER TABLE t ALTER COLUMN bb TYPE int;
-- error M0417 `c` is `boolean`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN c TYPE int;
ALTER TABLE t ALTER COLUMN c TYPE int USING c::int;
-- error M0417 `WHEN` wants a condition, and this is `integer`
ALTER TABLE t ALTER COLUMN c TYPE int USING CASE WHEN c THEN 1 ELSE 0 END;
ALTER TABLE t ALTER COLUMN d TYPE timestamptz;
-- error M0417 `d` is `timestamptz`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN d TYPE int;
ALTER TABLE t ALTER COLUMN j TYPE jsonb;
-- error M0417 `j` is `jsonb`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN j TYPE int;
ALTER TABLE t ALTER COLUMN u TYPE text;
-- error M0417 `u` is `text`, which does not become `uuid` by itself
ALTER TABLE t ALTER COLUMN u TYPE uuid;
ALTER TABLE t ALTER COLUMN u TYPE uuid USING u::uuid;
-- error M0417 `m` is `mood`, which does not become `mood2` by itself
ALTER TABLE t ALTER COLUMN m TYPE mood2;
-- error M0417 nothing turns `mood` into `mood2`
ALTER TABLE t ALTER COLUMN m TYPE mood2 USING m::mood2;
ALTER TABLE t ALTER COLUMN m TYPE mood2 USING m::text::mood2;
ALTER TABLE t ALTER COLUMN m TYPE text;
-- error M0417 `m` is `text`, which does not become `mood` by itself
ALTER TABLE t ALTER COLUMN m TYPE mood;
ALTER TABLE t ALTER COLUMN arr TYPE text[];
-- error M0417 `arr` is `text[]`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN arr TYPE int;
ALTER TABLE t ALTER COLUMN arr TYPE int[] USING arr::int[];
-- error M0403 unknown column `tss` of table `t`
ALTER TABLE t ALTER COLUMN ts TYPE date USING tss::date;
ALTER TABLE t ALTER COLUMN ts TYPE date USING ts;
ALTER TABLE t ALTER COLUMN df TYPE text;
-- error M0417 the default of `td` does not become `int` by itself
ALTER TABLE t ALTER COLUMN td TYPE int USING td::int;
-- error M0417 the default of `bd` does not become `int` by itself
ALTER TABLE t ALTER COLUMN bd TYPE int USING bd::int;
ALTER TABLE t ALTER COLUMN bd DROP DEFAULT, ALTER COLUMN bd TYPE int USING bd::int, ALTER COLUMN bd SET DEFAULT 1;
-- error M0415 the type of `id` cannot be changed: view `v` reads it
ALTER TABLE t ALTER COLUMN id TYPE text;
-- error M0415 `id` is part of the primary key, which is never null
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
-- error M0403 unknown column `aa` of table `t`
ALTER TABLE t ALTER COLUMN aa SET NOT NULL;
-- error M0403 unknown column `aa` of table `t`
ALTER TABLE t ALTER COLUMN aa DROP DEFAULT;
-- error M0403 unknown column `aa` of table `t`
ALTER TABLE t ALTER COLUMN aa SET STATISTICS 5;
-- error M0417 `a` is `integer`, which is only kept `plain`
ALTER TABLE t ALTER COLUMN a SET STORAGE extended;
ALTER TABLE t ALTER COLUMN b SET STORAGE external;
-- error M0403 unknown column `zz` of table `t`
ALTER TABLE t DROP COLUMN zz;
ALTER TABLE t DROP COLUMN IF EXISTS zz;
-- error M0415 column `id` cannot be dropped: view `v` needs it
ALTER TABLE t DROP COLUMN id;
-- error M0415 column `a` cannot be dropped: view `v` needs it
ALTER TABLE t DROP COLUMN a;
-- error M0403 unknown column `ctid` of table `t`
ALTER TABLE t DROP COLUMN ctid;
-- error M0403 unknown column `ctid` of table `t`
ALTER TABLE t ALTER COLUMN ctid TYPE int;
-- error M0403 unknown column `zz` of table `t`
ALTER TABLE t RENAME COLUMN zz TO y;
-- error M0404 column `b` of table `t` exists already
ALTER TABLE t RENAME COLUMN a TO b;
-- error M0404 `xmin` is a column that every table has of itself
ALTER TABLE t RENAME COLUMN a TO xmin;
-- error M0404 `a` has this name already
ALTER TABLE t RENAME COLUMN a TO a;
-- error M0402 table `other` exists already
ALTER TABLE t RENAME TO other;
-- error M0402 the name `v` is taken by a view
ALTER TABLE t RENAME TO v;
-- error M0402 `t` has this name already
ALTER TABLE t RENAME TO t;
-- error M0415 column `l` cannot be dropped: policy `pol` needs it
ALTER TABLE w DROP COLUMN l;
-- error M0415 column `l` cannot be changed: policy `pol` needs it
ALTER TABLE w ALTER COLUMN l TYPE bigint;
ALTER TABLE w DROP COLUMN k;
ALTER TABLE w DROP COLUMN l CASCADE;
-- error M0403 unknown column `x` of table `t`
ALTER TABLE t ADD COLUMN x int, DROP COLUMN x;
-- error M0404 column `x` of table `t` exists already
ALTER TABLE t ADD COLUMN x int, ADD COLUMN x int;
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;
-- error M0403 unknown column `d` of table `t`
ALTER TABLE t DROP COLUMN d, ALTER COLUMN d SET NOT NULL;
ALTER TABLE t DROP COLUMN d, ADD COLUMN d timestamptz;
-- error M0401 the columns of the view `v` are those of its query
ALTER TABLE v ADD COLUMN x int;
ALTER TABLE v ALTER COLUMN id SET DEFAULT 5;
-- error M0401 the columns of the view `v` are those of its query
ALTER TABLE v DROP COLUMN id;
-- error M0401 unknown table `tt`
ALTER TABLE tt ADD COLUMN x int;
ALTER TABLE IF EXISTS tt ADD COLUMN x int;
-- missed 42704 role "nobody_here" does not exist
ALTER TABLE t OWNER TO nobody_here;
ALTER TABLE t SET (fillfactor = 70);
-- error M0412 unknown storage parameter `fillfactr`
ALTER TABLE t SET (fillfactr = 70);
-- error M0417 `fillfactor` lies between 10 and 100, and 5 does not
ALTER TABLE t SET (fillfactor = 5);
-- error M0417 `fillfactor` is a number, and `x` is not
ALTER TABLE t SET (fillfactor = 'x');
ALTER TABLE t RESET (fillfactor);
-- error M0407 unknown index `nope` of table `t`
ALTER TABLE t CLUSTER ON nope;
-- error M0407 unknown index `nope` of table `t`
ALTER TABLE t REPLICA IDENTITY USING INDEX nope;
-- error M0412 unknown trigger `nope` of table `t`
ALTER TABLE t ENABLE TRIGGER nope;
ALTER TABLE t DISABLE TRIGGER ALL;
-- missed 42704 tablespace "nope" does not exist
ALTER TABLE t SET TABLESPACE nope;
-- missed 3F000 schema "nope" does not exist
ALTER TABLE t SET SCHEMA nope;
-- error M0401 unknown table `nope`
ALTER TABLE t INHERIT nope;
-- error M0401 `t` does not inherit from `other`
ALTER TABLE t NO INHERIT other;
-- error M0403 unknown column `zz` of table `t`
COMMENT ON COLUMN t.zz IS 'x';
COMMENT ON COLUMN t.a IS 'x';
-- error M0401 unknown table `tt`
COMMENT ON TABLE tt IS 'x';
-- error M0401 `v` is a view, not a table
COMMENT ON TABLE v IS 'x';
-- error M0401 `t` is a table, not a view
COMMENT ON VIEW t IS 'x';
-- error M0403 unknown column `zz` of `v`
COMMENT ON COLUMN v.zz IS 'x';
-- error M0407 unknown index `nope`
COMMENT ON INDEX nope IS 'x';
