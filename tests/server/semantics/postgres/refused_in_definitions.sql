-- case indexes that are not the same tomorrow
CREATE TABLE t (id int PRIMARY KEY, a int, b text, ts timestamp, tz timestamptz, d date, n numeric, j json, jb jsonb, f float8, tags text[], e text DEFAULT 'x', r int4range, pt point, u uuid, tm time, iv interval, m money, x xml, c char(3));
CREATE FUNCTION vol(int) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION stab(int) RETURNS int LANGUAGE plpgsql STABLE AS 'BEGIN RETURN 1; END';
CREATE FUNCTION imm(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 1; END';
CREATE INDEX ON t (imm(a));
-- error M0417 the own function `vol` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (vol(a));
-- error M0417 the own function `stab` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (stab(a));
-- error M0417 the own function `vol` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE vol(a) > 1;
-- error M0417 `date_trunc(text, timestamp with time zone)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (date_trunc('day', tz));
CREATE INDEX ON t (date_trunc('day', ts));
-- error M0417 `date(timestamp with time zone)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (date(tz));
-- error M0417 what turns `timestamp with time zone` into `date` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((tz::date));
CREATE INDEX ON t ((ts::date));
-- error M0417 what turns `timestamp with time zone` into `timestamp` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((tz::timestamp));
-- error M0417 what turns `timestamp` into `timestamp with time zone` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((ts::timestamptz));
-- error M0417 what turns `date` into `text` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((d::text));
-- error M0417 what turns `timestamp with time zone` into `text` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((tz::text));
-- error M0417 what turns `text` into `date` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((b::date));
-- error M0417 what turns `text` into `timestamp with time zone` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((b::timestamptz));
CREATE INDEX ON t ((b::int));
CREATE INDEX ON t ((jb ->> 'x'));
-- error M0417 what turns `text` into `timestamp` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (((jb ->> 'x')::timestamp));
CREATE INDEX ON t (((jb ->> 'x')::numeric));
-- error M0417 `to_char(timestamp with time zone, text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (to_char(ts, 'YYYY'));
-- error M0417 `to_char(double precision, text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (to_char(n, '999'));
-- error M0417 `to_date(text, text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (to_date(b, 'YYYY'));
CREATE INDEX ON t (to_timestamp(f));
-- error M0417 `to_timestamp(text, text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (to_timestamp(b, 'YYYY'));
-- error M0417 `extract(… FROM timestamp with time zone)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (extract(year FROM tz));
-- error M0417 `extract(… FROM timestamp with time zone)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (extract(epoch FROM tz));
CREATE INDEX ON t (extract(year FROM ts));
CREATE INDEX ON t (extract(hour FROM tz AT TIME ZONE 'UTC'));
-- error M0417 `date_part(text, timestamp with time zone)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (date_part('year', tz));
-- error M0417 `age(timestamp)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (age(ts));
CREATE INDEX ON t (age(ts, ts));
-- error M0417 `now()` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE tz > now();
-- error M0417 `now()` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE tz > now() - interval '30 days';
-- error M0417 this is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE d > current_date;
-- error M0417 this is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE ts > localtimestamp;
-- error M0417 this is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE b = current_user;
CREATE INDEX ON t (a) WHERE d > '2020-01-01';
CREATE INDEX ON t (a) WHERE tz > '2020-01-01';
-- error M0417 `>` between `timestamp with time zone` and `date` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE tz > d;
CREATE INDEX ON t (a) WHERE ts > d;
-- error M0417 `random()` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (random());
-- error M0417 `concat("any")` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (concat(b, e));
-- error M0417 `concat_ws(text, "any")` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (concat_ws(' ', b, e));
CREATE INDEX ON t ((b || ' ' || e));
-- error M0417 `format(text, "any")` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (format('%s', b));
-- error M0417 `array_to_string(anyarray, text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (array_to_string(tags, ','));
-- error M0417 `to_tsvector(text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t USING gin (to_tsvector(b));
CREATE INDEX ON t USING gin (to_tsvector('english', b));
CREATE INDEX ON t USING gin (to_tsvector('english', jb));
-- error M0417 `to_tsvector(jsonb)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t USING gin (to_tsvector(jb));
CREATE INDEX ON t (upper(b), lower(e), length(b), md5(b), substring(b, 1, 3), left(b, 2), trim(b), replace(b, 'a', 'b'));
-- error M0417 what turns `interval` into `text` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((a::text), (n::int), (f::numeric), (u::text), (tm::text), (iv::text));
-- error M0417 what turns `money` into `numeric` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((m::numeric));
-- error M0417 `current_setting(text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (current_setting('a.b'));
CREATE INDEX ON t (timezone('UTC', tz));
-- error M0417 `+` between `timestamp with time zone` and `interval` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((tz + interval '1 day'));
CREATE INDEX ON t ((ts + interval '1 day'));
CREATE INDEX ON t ((tz - tz));
CREATE INDEX ON t ((d + 1));
CREATE INDEX ON t (jsonb_path_query_first(jb, '$.a'));
-- error M0417 `jsonb_path_query_first_tz(jsonb, jsonpath, jsonb, boolean)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (jsonb_path_query_first_tz(jb, '$.a'));
-- error M0417 `row_to_json(record)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (row_to_json(t));
-- error M0417 `to_jsonb(anyelement)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (to_jsonb(a));
-- error M0417 `gen_random_uuid()` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (gen_random_uuid());
-- error M0412 unknown sequence `s`
CREATE INDEX ON t (nextval('s'));
-- error M0423 an aggregate cannot stand in an index: `count`
CREATE INDEX ON t (count(*));
-- error M0417 `row_number` is a window function
CREATE INDEX ON t (row_number() OVER ());
-- error M0423 a function that returns rows cannot stand in an index: `generate_series`
CREATE INDEX ON t (generate_series(1, 3));
-- error M0423 a function that returns rows cannot stand in an index: `unnest`
CREATE INDEX ON t (unnest(tags));
-- error M0417 `j` is `json`, which has no order and cannot be in such an index
CREATE INDEX ON t (j);
-- error M0417 `pt` is `point`, which has no order and cannot be in such an index
CREATE INDEX ON t (pt);
-- error M0417 `x` is `xml`, which has no order and cannot be in such an index
CREATE INDEX ON t (x);
-- error M0418 an index of the kind `hash` has one column
CREATE INDEX ON t USING hash (a, b);
-- error M0417 `a` is `integer`, which an index of the kind `gin` does not compare by itself
CREATE INDEX ON t USING gin (a);
-- error M0417 `b` is `text`, which an index of the kind `gin` does not compare by itself
CREATE INDEX ON t USING gin (b);
-- error M0412 unknown operator class `gin_trgm_ops` for an index of the kind `gin`
CREATE INDEX ON t USING gin (b gin_trgm_ops);
-- error M0417 `j` is `json`, which an index of the kind `gin` does not compare by itself
CREATE INDEX ON t USING gin (j);
-- error M0417 `a` is `integer`, which an index of the kind `gin` does not compare by itself
CREATE INDEX ON t USING gin (jb, a);
-- error M0417 `a` is `integer`, which an index of the kind `gist` does not compare by itself
CREATE INDEX ON t USING gist (a);
-- error M0417 `b` is `text`, which an index of the kind `gist` does not compare by itself
CREATE INDEX ON t USING gist (b);
-- error M0417 `jb` is `jsonb`, which an index of the kind `brin` does not compare by itself
CREATE INDEX ON t USING brin (jb);
-- error M0417 `pt` is `point`, which an index of the kind `brin` does not compare by itself
CREATE INDEX ON t USING brin (pt);
-- error M0412 unknown access method `btreee`
CREATE INDEX ON t USING btreee (a);
-- error M0412 unknown operator class `jsonb_pathops` for an index of the kind `gin`
CREATE INDEX ON t USING gin (jb jsonb_pathops);
-- error M0417 `a` is `integer`, and `text_pattern_ops` is for `text`
CREATE INDEX ON t (a text_pattern_ops);
-- missed 42804 operator class "int4_ops" does not accept data type text
CREATE INDEX ON t (b int4_ops);
-- error M0412 unknown operator class `txt_pattern_ops` for an index of the kind `btree`
CREATE INDEX ON t (b txt_pattern_ops);
-- missed 42804 collations are not supported by type integer
CREATE INDEX ON t (a COLLATE "C");
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
CREATE INDEX ON t (b COLLATE "nope");
-- error M0417 an index of the kind `hash` has no order
CREATE INDEX ON t USING hash (a DESC);
-- missed 0A000 access method "gin" does not support ASC/DESC options
CREATE INDEX ON t USING gin (tags ASC);
-- error M0417 an index of the kind `hash` cannot be unique
CREATE UNIQUE INDEX ON t USING hash (a);
-- error M0417 an index of the kind `gin` cannot be unique
CREATE UNIQUE INDEX ON t USING gin (tags);
-- missed 0A000 access method "gin" does not support included columns
CREATE INDEX ON t USING gin (tags) INCLUDE (a);
-- error M0403 unknown column `zz` of table `t`
CREATE INDEX ON t (a) INCLUDE (zz);
-- error M0403 unknown column `lower` of table `t`
CREATE INDEX ON t (a) INCLUDE (lower(b));
-- error M0403 unknown column `zz` of table `t`
CREATE INDEX ON t (a, zz);
-- error M0403 unknown column `zz` of table `t`
CREATE INDEX ON t (lower(zz));
-- error M0417 there is no function `lower(integer)`
CREATE INDEX ON t (lower(a));
-- error M0418 there is no function `lower(text, text)`
CREATE INDEX ON t (lower(b, e));
-- error M0403 unknown column `zz` of table `t`
CREATE INDEX ON t (a) WHERE zz IS NULL;
-- error M0417 `WHERE` wants a condition, and this is `text`
CREATE INDEX ON t (a) WHERE b;
-- error M0417 `WHERE` wants a condition, and this is `integer`
CREATE INDEX ON t (a) WHERE a;
-- error M0417 'x' is no value of `integer`
CREATE INDEX ON t (a) WHERE a = 'x';
-- error M0417 there is no operator `=` for `text` and `integer`
CREATE INDEX ON t (a) WHERE b = 1;
-- error M0417 no query can stand in WHERE
CREATE INDEX ON t (a) WHERE id IN (SELECT id FROM t);
-- error M0412 unknown storage parameter `filfactor`
CREATE INDEX ON t (a) WITH (filfactor = 10);
-- error M0417 `fillfactor` lies between 10 and 100, and 200 does not
CREATE INDEX ON t (a) WITH (fillfactor = 200);
-- missed 22023 unrecognized parameter "fillfactor"
CREATE INDEX ON t USING gin (tags) WITH (fillfactor = 70);
-- error M0417 there is no operator `+` for `integer` and `text`
CREATE INDEX ON t ((a + b));
-- missed 42601 syntax error at or near ")"
CREATE INDEX ON t (t.a);
CREATE INDEX a_dup ON t (a, a);
-- error M0401 unknown table `tt`
CREATE INDEX ON tt (a);
-- error M0408 index `a_dup` exists already
CREATE INDEX a_dup ON t (b);
-- case columns that are computed
CREATE TABLE g0 (a int, b text, t timestamptz, d date, g int GENERATED ALWAYS AS (a + 1) STORED);
-- error M0417 `random()` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g1 (a int, g int GENERATED ALWAYS AS (a + random()::int) STORED);
-- error M0417 `now()` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g2 (a int, t timestamptz GENERATED ALWAYS AS (now()) STORED);
-- error M0417 a generated column cannot be computed from another: `h`
CREATE TABLE g3 (a int, g int GENERATED ALWAYS AS (h + 1) STORED, h int GENERATED ALWAYS AS (a) STORED);
-- error M0417 a generated column cannot be computed from another: `g`
CREATE TABLE g4 (a int, g int GENERATED ALWAYS AS (g + 1) STORED);
-- error M0403 unknown column `zz` of table `g5`
CREATE TABLE g5 (a int, g int GENERATED ALWAYS AS (zz + 1) STORED);
-- error M0417 no query can stand in a generated column
CREATE TABLE g6 (a int, g int GENERATED ALWAYS AS ((SELECT 1)) STORED);
-- error M0423 an aggregate cannot stand in a generated column: `sum`
CREATE TABLE g7 (a int, g int GENERATED ALWAYS AS (sum(a)) STORED);
-- error M0417 `g` cannot have a default and an expression that it is computed from
CREATE TABLE g8 (a int, g int DEFAULT 1 GENERATED ALWAYS AS (a) STORED);
-- missed 42601 syntax error at or near "VIRTUAL"
CREATE TABLE g9 (a int, g int GENERATED ALWAYS AS (a) VIRTUAL);
-- missed 42601 syntax error at or near ")"
CREATE TABLE g10 (a int, g int GENERATED ALWAYS AS (a));
-- error M0417 what turns `timestamp with time zone` into `date` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g11 (t timestamptz, g date GENERATED ALWAYS AS (t::date) STORED);
-- error M0417 `to_tsvector(text)` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g12 (b text, g tsvector GENERATED ALWAYS AS (to_tsvector(b)) STORED);
-- error M0417 `concat("any")` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g13 (b text, c text, g text GENERATED ALWAYS AS (concat(b, ' ', c)) STORED);
CREATE TABLE g14 (a int, g text GENERATED ALWAYS AS (a::text) STORED);
-- error M0417 `g` is `integer`, and the value is `text`
CREATE TABLE g15 (a int, g int GENERATED ALWAYS AS (a::text) STORED);
-- error M0417 `g` is `integer`, and the value is `text`
CREATE TABLE g16 (a text, g int GENERATED ALWAYS AS (a) STORED);
-- error M0417 there is no function `lower(integer)`
CREATE TABLE g17 (a int, g int GENERATED ALWAYS AS (lower(a)) STORED);
-- error M0301 syntax error: unexpected `BY`
CREATE TABLE g18 (a int, g int GENERATED BY DEFAULT AS (a) STORED);
-- error M0417 `a` cannot have a default and an identity
CREATE TABLE g19 (a int GENERATED ALWAYS AS IDENTITY DEFAULT 3);
-- error M0417 an identity counts, and `a` is `text`
CREATE TABLE g20 (a text GENERATED ALWAYS AS IDENTITY);
-- error M0417 `a` cannot have NULL and an identity
CREATE TABLE g21 (a int GENERATED ALWAYS AS IDENTITY NULL);
-- error M0417 `a` cannot have a default and the one that `serial` brings
CREATE TABLE g22 (a serial DEFAULT 3);
-- error M0417 `age(timestamp)` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g23 (d date, g int GENERATED ALWAYS AS (extract(year FROM age(d))) STORED);
-- error M0417 this is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g24 (d date, g boolean GENERATED ALWAYS AS (d < current_date) STORED);
-- error M0417 this is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g25 (a int, g name GENERATED ALWAYS AS (current_user) STORED);
-- error M0417 `to_char(bigint, text)` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g26 (a int, g text GENERATED ALWAYS AS (to_char(a, '99')) STORED);
-- error M0417 `now()` is not immutable, and a generated column is made of what always gives the same
ALTER TABLE g0 ADD COLUMN h text GENERATED ALWAYS AS (now()::text) STORED;
-- error M0417 a generated column cannot be computed from another: `g`
ALTER TABLE g0 ADD COLUMN h int GENERATED ALWAYS AS (g * 2) STORED;
-- error M0417 `g` is computed, and has no default
ALTER TABLE g0 ALTER COLUMN g SET DEFAULT 3;
-- error M0417 `g` is computed, and has no default
ALTER TABLE g0 ALTER COLUMN g DROP DEFAULT;
-- error M0417 `a` is not computed
ALTER TABLE g0 ALTER COLUMN a DROP EXPRESSION;
-- error M0417 `a` is no identity
ALTER TABLE g0 ALTER COLUMN a DROP IDENTITY;
-- error M0417 `a` is no identity
ALTER TABLE g0 ALTER COLUMN a SET GENERATED ALWAYS;
-- error M0417 `a` may be null, and an identity never is
ALTER TABLE g0 ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY;
-- error M0417 an identity counts, and `b` is `text`
ALTER TABLE g0 ALTER COLUMN b ADD GENERATED ALWAYS AS IDENTITY;
-- error M0415 column `a` cannot be dropped: generated column `g` needs it
ALTER TABLE g0 DROP COLUMN a;
-- error M0415 `a` cannot get another type: `g` is computed from it
ALTER TABLE g0 ALTER COLUMN a TYPE bigint;
-- error M0417 `g` gets no value of one's own: it is computed
INSERT INTO g0 (a, g) VALUES (1, 2);
INSERT INTO g0 (a, g) VALUES (1, DEFAULT);
-- error M0417 `g` gets no value of one's own: it is computed
INSERT INTO g0 (a, g) SELECT 1, 2;
-- error M0417 `g` gets no value of one's own: it is computed
INSERT INTO g0 VALUES (1, 'b', now(), now(), 3);
-- error M0417 `g` gets no value of one's own: it is computed
UPDATE g0 SET g = 1;
-- missed 428C9 column "g" can only be updated to DEFAULT
UPDATE g0 SET (a, g) = (1, 2);
UPDATE g0 SET g = DEFAULT;
-- case defaults and checks
CREATE TABLE base (id int PRIMARY KEY, code text UNIQUE);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE SEQUENCE sq;
-- error M0417 a default cannot speak of a column: `a`
CREATE TABLE d1 (a int, b int DEFAULT a);
-- error M0417 no query can stand in DEFAULT
CREATE TABLE d2 (a int DEFAULT (SELECT max(id) FROM base));
-- error M0417 the default of `a` is a text that is no value, not `int`
CREATE TABLE d3 (a int DEFAULT 'x');
-- error M0417 the default of `a` is a moment, not `int`
CREATE TABLE d4 (a int DEFAULT now());
-- error M0417 'noww' is no value of `timestamp with time zone`
CREATE TABLE d5 (a timestamptz DEFAULT 'noww');
-- error M0417 the default of `a` is a number, not `date`
CREATE TABLE d6 (a date DEFAULT 0);
-- error M0417 the default of `a` is a number, not `boolean`
CREATE TABLE d7 (a boolean DEFAULT 1);
-- error M0417 the default of `a` is a text that is no value, not `boolean`
CREATE TABLE d8 (a boolean DEFAULT 'maybe');
-- error M0417 'happy' is no value of `mood`
CREATE TABLE d9 (a mood DEFAULT 'happy');
-- error M0417 'abc' is no value of `uuid`
CREATE TABLE d10 (a uuid DEFAULT 'abc');
-- error M0417 '{a:1}' is no value of `jsonb`
CREATE TABLE d11 (a jsonb DEFAULT '{a:1}');
-- error M0417 the default of `a` is a text that is no value, not `jsonb`
CREATE TABLE d12 (a jsonb DEFAULT '');
-- error M0417 '[]' is no value of `text[]`
CREATE TABLE d13 (a text[] DEFAULT '[]');
-- error M0417 '{a}' is no value of `integer[]`
CREATE TABLE d14 (a int[] DEFAULT '{a}');
-- missed 42P18 cannot determine type of empty array
CREATE TABLE d15 (a int[] DEFAULT ARRAY[]);
-- error M0417 '1 dy' is no value of `interval`
CREATE TABLE d16 (a interval DEFAULT '1 dy');
-- error M0417 '1.2.3' is no value of `inet`
CREATE TABLE d17 (a inet DEFAULT '1.2.3');
-- error M0417 '\xg' is no value of `bytea`
CREATE TABLE d18 (a bytea DEFAULT '\xg');
-- error M0417 'abc' is no value of `numeric`
CREATE TABLE d19 (a numeric(3, 2) DEFAULT 'abc');
-- error M0412 unknown sequence `nope`
CREATE TABLE d20 (a smallint DEFAULT nextval('nope'));
-- error M0412 unknown function `nextvall`
CREATE TABLE d21 (a int DEFAULT nextvall('sq'));
-- missed 42883 function uuid_generate_v4() does not exist
CREATE TABLE d22 (a uuid DEFAULT uuid_generate_v4());
-- error M0418 there is no function `gen_random_uuid(integer)`
CREATE TABLE d23 (a uuid DEFAULT gen_random_uuid(1));
-- missed 42601 syntax error at or near ")"
CREATE TABLE d24 (a timestamptz DEFAULT current_timestamp());
-- error M0412 unknown function `getdate`
CREATE TABLE d25 (a timestamptz DEFAULT getdate());
-- missed 0A000 cannot use column reference in DEFAULT expression
CREATE TABLE d26 (a timestamp DEFAULT sysdate);
-- error M0423 an aggregate cannot stand in DEFAULT: `sum`
CREATE TABLE d27 (a int DEFAULT sum(1));
-- error M0423 a window function cannot stand in DEFAULT: `row_number`
CREATE TABLE d28 (a int DEFAULT row_number() OVER ());
-- error M0417 a default cannot speak of a column: `x`
CREATE TABLE d29 (a text DEFAULT "x");
-- error M0423 a function that returns rows cannot stand in DEFAULT: `generate_series`
CREATE TABLE d30 (a int DEFAULT generate_series(1, 3));
-- error M0417 `a` is `time`, and the value is `text`
CREATE TABLE d31 (a time DEFAULT 'now' || 1::int);
-- error M0417 '[5,1)' is no value of `int4range`
CREATE TABLE d32 (a int4range DEFAULT '[5,1)');
-- error M0417 '1' is no value of `point`
CREATE TABLE d33 (a point DEFAULT '1');
-- error M0417 '102' is no value of `bit`
CREATE TABLE d34 (a bit(3) DEFAULT '102');
-- missed 2200N invalid XML content
CREATE TABLE d35 (a xml DEFAULT '<a>');
-- error M0417 'zz' is no value of `macaddr`
CREATE TABLE d36 (a macaddr DEFAULT 'zz');
-- missed 42601 syntax error in tsquery: "a b"
CREATE TABLE d37 (a tsquery DEFAULT 'a b');
-- error M0403 unknown column `b` of table `c1`
CREATE TABLE c1 (a int CHECK (b > 1));
-- error M0417 no query can stand in CHECK
CREATE TABLE c2 (a int CHECK (a > (SELECT 1)));
-- error M0417 no query can stand in CHECK
CREATE TABLE c3 (a int CHECK (EXISTS (SELECT 1 FROM base WHERE id = a)));
-- error M0423 an aggregate cannot stand in CHECK: `count`
CREATE TABLE c4 (a int CHECK (count(a) > 1));
-- error M0417 `CHECK` wants a condition, and this is `integer`
CREATE TABLE c5 (a int CHECK (a));
-- error M0417 'x' is no value of `integer`
CREATE TABLE c6 (a int CHECK (a = 'x'));
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE TABLE c7 (a text CHECK (a > 1));
-- error M0417 'x' is no value of `integer`
CREATE TABLE c8 (a int CHECK (a IN ('x', 'y')));
-- error M0412 unknown function `lenght`
CREATE TABLE c9 (a int CHECK (lenght(a) > 1));
-- error M0417 there is no function `length(integer)`
CREATE TABLE c10 (a int CHECK (length(a) > 1));
-- error M0417 there is no operator `>=` for `text` and `integer`
CREATE TABLE c11 (a text CHECK (a ~ '['), CHECK (a BETWEEN 1 AND 2));
-- error M0417 'glad' is no value of `mood`
CREATE TABLE c12 (a mood CHECK (a = 'glad'));
-- error M0417 'glad' is no value of `mood`
CREATE TABLE c13 (a mood CHECK (a IN ('sad', 'glad')));
-- error M0417 nothing turns `mood` into `integer`
CREATE TABLE c14 (a mood, CHECK (a::int > 1));
-- error M0403 unknown column `id` of table `c15`
CREATE TABLE c15 (a int, CHECK (base.id > 1));
-- error M0423 a window function cannot stand in CHECK: `row_number`
CREATE TABLE c16 (a int CHECK (row_number() OVER () > 1));
-- error M0417 there is no operator `>` for `jsonb` and `integer`
CREATE TABLE c17 (a jsonb CHECK (a -> 'x' > 1));
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE TABLE c18 (a jsonb CHECK (a ->> 'x' > 1));
-- error M0406 constraint `x` of table `c19` exists already
CREATE TABLE c19 (a int CONSTRAINT x CHECK (a > 1), b int CONSTRAINT x CHECK (b > 1));
-- error M0417 a check is made at once, and cannot be deferred
CREATE TABLE c20 (a int, CHECK (a > 1) DEFERRABLE);
-- error M0417 'x' is no value of `integer`
CREATE TABLE c21 (a text CHECK (char_length(a) BETWEEN 1 AND 'x'));
-- error M0401 nothing in this statement is called `other`
CREATE TABLE c22 (a int, CHECK (c22.a > 1 AND other.a > 2));
-- error M0417 there is no operator `>` for `timestamp with time zone` and `integer`
CREATE TABLE c23 (a timestamptz CHECK (a > 5));
-- error M0417 there is no operator `=` for `text` and `integer`
CREATE TABLE c24 (a text[] CHECK (a[1] = 1));
-- error M0417 'x' is no value of `integer`
CREATE TABLE c25 (a int[] CHECK ('x' = ANY (a)));
-- error M0417 behind `ANY` an array is wanted, and this is `integer`
CREATE TABLE c26 (a int CHECK (5 = ANY (a)));
-- error M0417 'x' is no value of `integer`
CREATE TABLE c27 (a inet CHECK (family(a) = 'x'));
-- error M0417 'x' is no value of `integer`
CREATE DOMAIN dm1 AS int CHECK (VALUE > 'x');
-- error M0403 unknown column `values`
CREATE DOMAIN dm2 AS text CHECK (VALUES > 1);
-- missed 0A000 cannot use subquery in check constraint
CREATE DOMAIN dm3 AS int CHECK (VALUE > (SELECT 1));
-- error M0409 unknown type `nope`
CREATE DOMAIN dm4 AS nope CHECK (VALUE > 1);
-- error M0417 the default of `dm5`: 'x' is no value of `integer`
CREATE DOMAIN dm5 AS int DEFAULT 'x';
-- missed 42601 conflicting NULL/NOT NULL constraints
CREATE DOMAIN dm6 AS int NULL NOT NULL;
-- missed 42601 unique constraints not possible for domains
CREATE DOMAIN dm7 AS int UNIQUE;
-- error M0417 there is no function `length(integer)`
CREATE DOMAIN dm8 AS int CHECK (length(VALUE) > 1);
-- missed 42804 collations are not supported by type integer
CREATE DOMAIN dm9 AS int COLLATE "C";
-- error M0403 unknown column `cod` of table `base`
ALTER TABLE base ADD CHECK (cod <> '');
-- error M0417 there is no operator `>` for `text` and `integer`
ALTER TABLE base ADD CONSTRAINT k CHECK (code > 5);
-- error M0417 'glad' is no value of `mood`
ALTER TABLE base ADD COLUMN m mood DEFAULT 'glad';
-- error M0417 the default of `id` is a text that is no value, not `int`
ALTER TABLE base ALTER COLUMN id SET DEFAULT 'x';
-- error M0417 a default cannot speak of a column: `id`
ALTER TABLE base ALTER COLUMN code SET DEFAULT id;
-- error M0417 a default cannot speak of a column: `code`
ALTER TABLE base ADD COLUMN x int DEFAULT code;
-- error M0403 unknown column `y` of table `base`
ALTER TABLE base ADD x int CHECK (y > 1);
-- error M0409 unknown domain `dm10`
ALTER DOMAIN dm10 ADD CHECK (VALUE > 1);
-- case partitions and keys
CREATE TABLE p (id int, at date NOT NULL, k text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE l (id int, k text) PARTITION BY LIST (k);
CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a', 'b');
CREATE TABLE h (id int, k text) PARTITION BY HASH (id);
CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE n (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE n1 PARTITION OF n FOR VALUES FROM (1) TO (10);
CREATE TABLE plain (id int, at date, k text);
-- error M0417 this overlaps part `p1` of `p`
CREATE TABLE px PARTITION OF p FOR VALUES FROM ('2020-06-01') TO ('2020-07-01');
-- error M0417 nothing lies between the ends of this bound
CREATE TABLE px PARTITION OF p FOR VALUES FROM ('2022-01-01') TO ('2021-06-01');
-- error M0417 '2022-13-01' is no value of `date`
CREATE TABLE px PARTITION OF p FOR VALUES FROM ('2022-13-01') TO ('2023-06-01');
-- error M0417 the number 1 is no value of `date`
CREATE TABLE px PARTITION OF p FOR VALUES FROM (1) TO (2);
-- error M0417 'x' is no value of `date`
CREATE TABLE px PARTITION OF p FOR VALUES FROM ('x') TO ('y');
-- error M0417 `p` is divided by range: the bound is written `FOR VALUES FROM (…) TO (…)`
CREATE TABLE px PARTITION OF p FOR VALUES IN ('2022-01-01');
-- error M0418 a bound of 2 and 2 for 1 column
CREATE TABLE px PARTITION OF p FOR VALUES FROM ('2022-01-01', 1) TO ('2022-02-01', 2);
-- missed 42P17 cannot specify NULL in range bound
CREATE TABLE px PARTITION OF p FOR VALUES FROM (NULL) TO ('2022-01-01');
-- error M0417 `p` is divided by range: the bound is written `FOR VALUES FROM (…) TO (…)`
CREATE TABLE px PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- error M0417 'a' is no value of `integer`
CREATE TABLE px PARTITION OF n FOR VALUES FROM ('a') TO ('b');
-- error M0417 this overlaps part `n1` of `n`
CREATE TABLE px PARTITION OF n FOR VALUES FROM (5) TO (15);
-- error M0417 nothing lies between the ends of this bound
CREATE TABLE px PARTITION OF n FOR VALUES FROM (10) TO (10);
-- missed 0A000 cannot use column reference in partition bound expression
CREATE TABLE px PARTITION OF n FOR VALUES FROM (k) TO (20);
-- missed 0A000 cannot use subquery in partition bound
CREATE TABLE px PARTITION OF n FOR VALUES FROM (10) TO ((SELECT 20));
-- error M0417 this overlaps part `n1` of `n`
CREATE TABLE px PARTITION OF n FOR VALUES FROM (MINVALUE) TO (2);
-- error M0417 'b' belongs to part `l1` of `l`
CREATE TABLE px PARTITION OF l FOR VALUES IN ('b', 'c');
CREATE TABLE px PARTITION OF l FOR VALUES IN (1);
-- error M0402 table `px` exists already
CREATE TABLE px PARTITION OF l FOR VALUES FROM ('c') TO ('d');
-- error M0402 table `px` exists already
CREATE TABLE px PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- error M0402 table `px` exists already
CREATE TABLE px PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 4);
-- error M0402 table `px` exists already
CREATE TABLE px PARTITION OF h FOR VALUES WITH (MODULUS 3, REMAINDER 0);
-- error M0402 table `px` exists already
CREATE TABLE px PARTITION OF h DEFAULT;
-- error M0402 table `px` exists already
CREATE TABLE px PARTITION OF plain FOR VALUES FROM (1) TO (2);
-- error M0402 table `px` exists already
CREATE TABLE px PARTITION OF nope FOR VALUES FROM (1) TO (2);
-- error M0402 table `px` exists already
CREATE TABLE px (a int) PARTITION BY RANGE (b);
-- error M0402 table `px` exists already
CREATE TABLE px (a int) PARTITION BY LIST (a, a);
-- error M0402 table `px` exists already
CREATE TABLE px (a int, b int) PARTITION BY LIST (a, b);
-- error M0402 table `px` exists already
CREATE TABLE px (a int PRIMARY KEY, b int) PARTITION BY RANGE (b);
-- error M0402 table `px` exists already
CREATE TABLE px (a int UNIQUE, b int) PARTITION BY LIST (b);
-- error M0402 table `px` exists already
CREATE TABLE px (a timestamptz) PARTITION BY RANGE (date(a));
-- error M0402 table `px` exists already
CREATE TABLE px (a int) PARTITION BY RANGE (random());
-- error M0402 table `px` exists already
CREATE TABLE px (a int, g int GENERATED ALWAYS AS (a) STORED) PARTITION BY RANGE (g);
-- error M0402 table `px` exists already
CREATE TABLE px (a json) PARTITION BY LIST (a);
-- error M0402 table `px` exists already
CREATE TABLE px (a int) PARTITION BY RANGES (a);
-- error M0402 table `px` exists already
CREATE TABLE px (a int) INHERITS (p);
-- error M0402 table `px` exists already
CREATE TABLE px (a int, EXCLUDE USING btree (a WITH =)) PARTITION BY RANGE (a);
-- error M0417 this overlaps part `p1` of `p`
ALTER TABLE p ATTACH PARTITION plain FOR VALUES FROM ('2020-03-01') TO ('2020-04-01');
-- error M0417 `k` is `int` in `n` and `text` in `l`
ALTER TABLE l ATTACH PARTITION n FOR VALUES IN ('z');
-- error M0417 `plain` has a column `at`, which `l` does not have
ALTER TABLE l ATTACH PARTITION plain FOR VALUES IN ('z');
-- error M0401 `l1` is no part of `p`
ALTER TABLE p DETACH PARTITION l1;
-- error M0417 `plain` is not divided into parts
ALTER TABLE plain ATTACH PARTITION l1 DEFAULT;
-- error M0415 `k` comes from `p`, and can only be dropped there
ALTER TABLE p1 DROP COLUMN k;
-- error M0415 `p1` is a partition, and has the columns of the whole
ALTER TABLE p1 ADD COLUMN z int;
-- error M0415 `k` comes from `p`, and can only be changed there
ALTER TABLE p1 ALTER COLUMN k TYPE int USING 1;
-- error M0415 `at` is part of the primary key, which is never null
ALTER TABLE p1 ALTER COLUMN at DROP NOT NULL;
-- error M0415 `p` has children, which must get the column, too
ALTER TABLE ONLY p ADD COLUMN z int;
-- error M0415 `at` cannot be changed: the table is divided by it
ALTER TABLE p ALTER COLUMN at TYPE timestamptz;
-- error M0415 `at` cannot be dropped: the table is divided by it
ALTER TABLE p DROP COLUMN at;
-- error M0414 what is unique in the parts of `p` must name `at`, by which it is divided
ALTER TABLE p ADD UNIQUE (k);
-- error M0417 `p` is divided, and all its parts have its checks
ALTER TABLE p ADD CONSTRAINT x CHECK (k <> '') NO INHERIT;
-- error M0414 what is unique in the parts of `p` must name `at`, by which it is divided
CREATE UNIQUE INDEX ON p (k);
-- error M0417 an index of the divided table `p` is not made `CONCURRENTLY`
CREATE INDEX CONCURRENTLY ON p (k);
-- error M0418 foreign key from 1 column to 2
CREATE TABLE f1 (a int REFERENCES p);
-- error M0414 foreign key to `id` of table `p`, which is not unique
CREATE TABLE f2 (a int REFERENCES p (id));
-- error M0414 foreign key to `k` of table `plain`, which is not unique
CREATE TABLE f3 (a text REFERENCES plain (k));
CREATE TABLE k1 (id int PRIMARY KEY, u uuid UNIQUE, c text, UNIQUE (id, c));
-- error M0417 `a` is `text` and points to `id`, which is `int`
CREATE TABLE f4 (a text REFERENCES k1);
-- error M0417 `a` is `int` and points to `u`, which is `uuid`
CREATE TABLE f5 (a int REFERENCES k1 (u));
-- error M0417 `a` is `int` and points to `c`, which is `text`
CREATE TABLE f6 (a int REFERENCES k1 (c));
-- error M0417 `a` is `int` and points to `c`, which is `text`
CREATE TABLE f7 (a int, b text, FOREIGN KEY (a, b) REFERENCES k1 (c, id));
-- error M0417 `b` is `int` and points to `c`, which is `text`
CREATE TABLE f8 (a int, b int, FOREIGN KEY (a, b) REFERENCES k1 (id, c));
-- error M0418 foreign key from 1 column to 2
CREATE TABLE f9 (a int, FOREIGN KEY (a) REFERENCES k1 (id, c));
-- error M0403 unknown column `zz` of table `k1`
CREATE TABLE f10 (a int REFERENCES k1 (zz));
-- error M0403 unknown column `zz` of table `f11`
CREATE TABLE f11 (a int, FOREIGN KEY (zz) REFERENCES k1);
-- error M0417 `a` is `int[]` and points to `id`, which is `int`
CREATE TABLE f12 (a int[] REFERENCES k1);
-- error M0417 `c` is `uuid` and points to `id`, which is `int`
CREATE TABLE f13 (a bigint REFERENCES k1, b smallint REFERENCES k1, c uuid REFERENCES k1);
-- error M0417 `a` is `date` and points to `id`, which is `int`
CREATE TABLE f14 (a date REFERENCES k1 (id));
-- error M0403 `b` is none of the columns of this foreign key
CREATE TABLE f15 (a int REFERENCES k1 ON DELETE SET NULL (b));
CREATE TEMP TABLE tmp1 (id int PRIMARY KEY);
-- missed 42P16 constraints on permanent tables may reference only permanent tables
CREATE TABLE f16 (a int REFERENCES tmp1);
CREATE UNLOGGED TABLE ul (id int PRIMARY KEY);
-- missed 42P16 constraints on permanent tables may reference only permanent tables
CREATE TABLE f17 (a int REFERENCES ul);
CREATE VIEW kv AS SELECT id FROM k1;
-- error M0401 a foreign key points to a table, and `kv` is a view
CREATE TABLE f18 (a int REFERENCES kv (id));
-- error M0406 table `f19` has a primary key already
CREATE TABLE f19 (a int PRIMARY KEY, b int PRIMARY KEY);
-- error M0403 unknown column `zz` of table `f20`
CREATE TABLE f20 (a int, PRIMARY KEY (a, zz));
-- error M0418 `a` stands twice in this key
CREATE TABLE f21 (a int, UNIQUE (a, a));
-- error M0404 column `a` of table `f22` exists already
CREATE TABLE f22 (a int, a text);
-- error M0417 `a` cannot have NULL and NOT NULL
CREATE TABLE f23 (a int NULL NOT NULL);
-- error M0417 `a` cannot have a default and another one
CREATE TABLE f24 (a int DEFAULT 1 DEFAULT 2);
-- error M0417 `a` is `json`, which has no order and cannot be in such an index
CREATE TABLE f25 (a json PRIMARY KEY);
-- error M0417 `a`: the length of `varchar` lies between 1 and 10485760, and 0 does not
CREATE TABLE f26 (a varchar(0));
-- error M0417 `a`: the precision of `numeric` lies between 1 and 1000, and 1001 does not
CREATE TABLE f27 (a numeric(1001));
-- error M0301 syntax error: unexpected `(`
CREATE TABLE f28 (a int(11));
-- missed 42P16 column "a" has pseudo-type unknown
CREATE TABLE f29 (a unknown);
-- error M0417 `a` cannot be `anyelement`: no value of it can be kept
CREATE TABLE f30 (a anyelement);
-- error M0417 `int` has no collation, and `C` is given to `a`
CREATE TABLE f31 (a int COLLATE "C");
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
CREATE TABLE f32 (a text COLLATE nope);
-- missed 42601 syntax error at or near "STORAGE"
CREATE TABLE f33 (a text STORAGE nope);
-- missed 0A000 column data type integer does not support compression
CREATE TABLE f34 (a int COMPRESSION lz5);
-- missed 22023 unrecognized parameter "fill"
CREATE TABLE f35 (a text) WITH (fill = 1);
-- missed 0A000 tables declared WITH OIDS are not supported
CREATE TABLE f36 (a text) WITH (oids = true);
-- missed 42704 access method "heep" does not exist
CREATE TABLE f37 (a text) USING heep;
-- error M0404 `ctid` is a column that every table has of itself
CREATE TABLE f38 (ctid int);
-- missed 42704 tablespace "nope" does not exist
CREATE TABLE f39 (a int) TABLESPACE nope;
-- error M0401 unknown table `nope`
CREATE TABLE f40 (LIKE nope);
-- error M0301 syntax error: unexpected `EVERYTHING`
CREATE TABLE f41 (LIKE k1 INCLUDING EVERYTHING);
-- error M0404 column `id` of table `k1` exists already
CREATE TABLE f42 (id int, LIKE k1);
-- error M0409 `k1` is a table, and `OF` wants a composite type
CREATE TABLE f43 OF k1;
-- missed 42704 there is no primary key for referenced table "f44"
CREATE TABLE f44 (a int REFERENCES f44);
-- error M0301 syntax error: unexpected `)`
CREATE TABLE f45 (a int UNIQUE NULLS DISTINCT NOT);
-- missed 42P16 column "a" cannot be declared SETOF
CREATE TABLE f46 (a setof int);
-- error M0301 syntax error: unexpected `%`
CREATE TABLE f47 (a k1.id%TYPE);
-- error M0404 its query returns two columns called `id`
CREATE TABLE f48 AS SELECT id, id FROM k1;
-- error M0418 2 columns for a query that returns 1
CREATE TABLE f49 (a, b) AS SELECT id FROM k1;
-- error M0418 4 columns for a query that returns 3
CREATE TABLE f50 (a, b, c, d) AS SELECT id, u, c FROM k1;
-- error M0403 unknown column `zz` of table `k1`
CREATE TABLE f51 AS SELECT zz FROM k1;
