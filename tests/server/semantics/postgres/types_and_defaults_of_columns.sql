-- case types and defaults of columns
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE TABLE base (id int PRIMARY KEY, a int, b text);
-- error M0417 `a`: the length of `varchar` lies between 1 and 10485760, and 0 does not
CREATE TABLE c1 (a varchar(0));
-- error M0417 `a`: the length of `varchar` lies between 1 and 10485760, and 10485761 does not
CREATE TABLE c2 (a varchar(10485761));
CREATE TABLE c3 (a varchar(10485760));
-- error M0417 `a`: the precision of `numeric` lies between 1 and 1000, and 2000 does not
CREATE TABLE c4 (a numeric(2000));
CREATE TABLE c5 (a numeric(1000, 5));
-- error M0417 `a`: the precision of `numeric` lies between 1 and 1000, and 0 does not
CREATE TABLE c6 (a numeric(0));
-- error M0417 `a`: the scale of `numeric` lies between -1000 and 1000, and 2000 does not
CREATE TABLE c7 (a numeric(5, 2000));
CREATE TABLE c8 (a numeric(5, -2));
-- error M0417 `a`: the length of `char` lies between 1 and 10485760, and 0 does not
CREATE TABLE c9 (a char(0));
-- error M0301 syntax error: unexpected `(`
CREATE TABLE c10 (a int(11));
-- error M0417 `a`: `text` has no length
CREATE TABLE c11 (a text(5));
-- error M0301 syntax error: unexpected `(`
CREATE TABLE c12 (a boolean(1));
-- error M0417 `a`: the precision of `float` lies between 1 and 53, and 54 does not
CREATE TABLE c13 (a float(54));
CREATE TABLE c14 (a float(53));
-- error M0417 `a`: the precision of `float` lies between 1 and 53, and 0 does not
CREATE TABLE c15 (a float(0));
CREATE TABLE c16 (a timestamp(9));
-- error M0417 `a`: the length of `bit` lies between 1 and 83886080, and 0 does not
CREATE TABLE c17 (a bit(0));
-- error M0417 `a`: the length of `bit varying` lies between 1 and 83886080, and 0 does not
CREATE TABLE c18 (a bit varying(0));
CREATE TABLE c19 (a interval(3));
-- error M0301 syntax error: unexpected `(`
CREATE TABLE c20 (a bigint(20));
-- error M0417 `a`: `uuid` has no length
CREATE TABLE c21 (a uuid(3));
CREATE TABLE c22 (a double precision, b decimal(10, 2), c timestamptz(3));
-- error M0409 unknown type `datetime`
CREATE TABLE c23 (a datetime);
-- error M0409 unknown type `tinyint`
CREATE TABLE c24 (a tinyint);
-- error M0417 `a`: `varchar` has one length
CREATE TABLE c25 (a varchar(10, 2));
-- error M0417 `a`: `numeric` has a precision and a scale, and no more
CREATE TABLE c26 (a numeric(1, 2, 3));
-- error M0417 `a`: `mood` has no length
CREATE TABLE c27 (a mood(3));
-- missed 42601 syntax error at or near "'x'"
CREATE TABLE c28 (a varchar('x'));
-- error M0417 `a` cannot be `record`: no value of it can be kept
CREATE TABLE c29 (a record);
-- error M0417 `a` cannot be `anyelement`: no value of it can be kept
CREATE TABLE c30 (a anyelement);
-- error M0417 `a` cannot be `trigger`: no value of it can be kept
CREATE TABLE c31 (a trigger);
-- error M0417 `a` cannot be `void`: no value of it can be kept
CREATE TABLE c32 (a void);
-- error M0417 `a` cannot be `cstring`: no value of it can be kept
CREATE TABLE c33 (a cstring);
CREATE TABLE c34 (a base, b base[]);
-- error M0409 unknown type `c35`
CREATE TABLE c35 (a c35);
CREATE TABLE c36 (a "char", b name, c oid, d regclass);
-- error M0417 the default of `a` is a text that is no value, not `int`
CREATE TABLE d1 (a int DEFAULT 'abc');
CREATE TABLE d2 (a int DEFAULT '5');
CREATE TABLE d3 (a text DEFAULT 5);
-- error M0417 the default of `a` is a number, not `boolean`
CREATE TABLE d4 (a boolean DEFAULT 1);
CREATE TABLE d5 (a boolean DEFAULT 'yes');
-- error M0417 the default of `a` is a text that is no value, not `boolean`
CREATE TABLE d6 (a boolean DEFAULT 'maybe');
CREATE TABLE d7 (a uuid DEFAULT gen_random_uuid());
-- error M0417 'x' is no value of `uuid`
CREATE TABLE d8 (a uuid DEFAULT 'x');
-- error M0417 the default of `a` is a moment, not `int`
CREATE TABLE d9 (a int DEFAULT now());
CREATE TABLE d10 (a timestamp DEFAULT now());
CREATE TABLE d11 (a date DEFAULT now());
-- error M0417 'x' is no value of `date`
CREATE TABLE d12 (a date DEFAULT 'x');
-- error M0417 the default of `a` is a number, not `timestamptz`
CREATE TABLE d13 (a timestamptz DEFAULT 0);
CREATE TABLE d14 (a mood DEFAULT 'sad');
-- error M0417 'happy' is no value of `mood`
CREATE TABLE d15 (a mood DEFAULT 'happy');
CREATE TABLE d16 (a mood DEFAULT 'sad'::mood);
-- error M0417 `a` is `mood`, and the value is `text`
CREATE TABLE d17 (a mood DEFAULT 'sad'::text);
CREATE TABLE d18 (a jsonb DEFAULT '{}');
-- error M0417 '{' is no value of `jsonb`
CREATE TABLE d19 (a jsonb DEFAULT '{');
-- error M0417 the default of `a` is a text that is no value, not `jsonb`
CREATE TABLE d20 (a jsonb DEFAULT '');
CREATE TABLE d21 (a int[] DEFAULT '{}');
CREATE TABLE d22 (a int[] DEFAULT ARRAY[]::int[]);
-- error M0417 `a` is `integer[]`, and the value is `integer`
CREATE TABLE d23 (a int[] DEFAULT 0);
-- error M0417 '[]' is no value of `integer[]`
CREATE TABLE d24 (a int[] DEFAULT '[]');
CREATE TABLE d25 (a text[] DEFAULT '{}'::text[]);
-- error M0417 a default cannot speak of a column: `a`
CREATE TABLE d26 (a int, b int DEFAULT a);
-- error M0417 no query can stand in DEFAULT
CREATE TABLE d27 (a int DEFAULT (SELECT 1));
-- error M0423 an aggregate cannot stand in DEFAULT: `max`
CREATE TABLE d28 (a int DEFAULT max(1));
-- error M0412 unknown sequence `nope`
CREATE TABLE d29 (a int DEFAULT nextval('nope'));
-- error M0423 a function that returns rows cannot stand in DEFAULT: `generate_series`
CREATE TABLE d30 (a int DEFAULT generate_series(1, 2));
CREATE TABLE d31 (a varchar(2) DEFAULT 'abc');
CREATE TABLE d32 (a numeric(3, 1) DEFAULT 1000);
CREATE TABLE d33 (a smallint DEFAULT 100000);
CREATE TABLE d34 (a posint DEFAULT 0);
-- error M0417 'x' is no value of `integer`
CREATE TABLE d35 (a posint DEFAULT 'x');
-- error M0417 the default of `a` is a number, not `interval`
CREATE TABLE d36 (a interval DEFAULT 5);
CREATE TABLE d37 (a interval DEFAULT '5 minutes');
CREATE TABLE d38 (a bytea DEFAULT '\x00');
CREATE TABLE d39 (a int DEFAULT NULL, b int DEFAULT -1, c int DEFAULT 1 + 1, d int DEFAULT (5), e float DEFAULT 1, f int DEFAULT 1.5);
-- error M0423 a window function cannot stand in DEFAULT: `row_number`
CREATE TABLE d40 (a int DEFAULT row_number() OVER ());
-- error M0417 `a` cannot have a default and another one
CREATE TABLE d41 (a int DEFAULT 1 DEFAULT 2);
-- error M0417 `a` cannot have NULL and NOT NULL
CREATE TABLE d42 (a int NOT NULL NULL);
-- error M0417 a default cannot speak of a column: `b`
CREATE TABLE d43 (a text DEFAULT lower(b), b text);
CREATE TABLE d44 (a text DEFAULT current_user, b date DEFAULT current_date, c name DEFAULT session_user);
-- error M0417 'x' is no value of `inet`
CREATE TABLE d45 (a inet DEFAULT 'x');
-- error M0417 the default of `a` is a text that is no value, not `int`
CREATE TABLE d46 (a int DEFAULT '');
-- error M0417 '99:99' is no value of `time`
CREATE TABLE d47 (a time DEFAULT '99:99');
CREATE TABLE d48 (a boolean DEFAULT 'TRUE', b boolean DEFAULT 'f');
-- error M0417 '2020-02-30' is no value of `date`
CREATE TABLE d49 (a date DEFAULT '2020-02-30');
-- error M0417 the default of `a` is a text that is no value, not `int`
ALTER TABLE base ALTER COLUMN a SET DEFAULT 'x';
ALTER TABLE base ALTER COLUMN a SET DEFAULT '7';
-- error M0417 the default of `a` is a boolean, not `int`
ALTER TABLE base ALTER COLUMN a SET DEFAULT true;
ALTER TABLE base ALTER COLUMN b SET DEFAULT true;
-- error M0417 a default cannot speak of a column: `b`
ALTER TABLE base ALTER COLUMN a SET DEFAULT b;
-- error M0417 'none' is no value of `mood`
ALTER TABLE base ADD COLUMN m mood DEFAULT 'none';
-- missed 0A000 cannot alter table "base" because column "c34.b" uses its row type
ALTER TABLE base ADD COLUMN m2 mood NOT NULL DEFAULT 'ok';
-- error M0404 column `id` of table `base` exists already
ALTER TABLE base ADD COLUMN id int;
-- error M0409 unknown type `nope`
ALTER TABLE base ADD COLUMN z nope;
-- error M0404 `ctid` is a column that every table has of itself
ALTER TABLE base ADD COLUMN ctid int;
-- error M0404 `xmin` is a column that every table has of itself
ALTER TABLE base ADD COLUMN xmin int;
-- error M0404 `tableoid` is a column that every table has of itself
CREATE TABLE sysc (tableoid int);
CREATE TABLE sysd (oid int);
CREATE TABLE g1 (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- error M0403 unknown column `c` of table `g2`
CREATE TABLE g2 (a int, b int GENERATED ALWAYS AS (c * 2) STORED);
-- error M0417 a generated column cannot be computed from another: `b`
CREATE TABLE g3 (a int, b int GENERATED ALWAYS AS (b * 2) STORED);
-- error M0417 a generated column cannot be computed from another: `b`
CREATE TABLE g4 (a int, b int GENERATED ALWAYS AS (a) STORED, c int GENERATED ALWAYS AS (b) STORED);
-- error M0417 `b` cannot have a default and an expression that it is computed from
CREATE TABLE g5 (a int, b int GENERATED ALWAYS AS (a) STORED DEFAULT 5);
-- error M0417 `now()` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g6 (a int, b timestamptz GENERATED ALWAYS AS (now()) STORED);
-- error M0417 `random()` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g7 (a int, b double precision GENERATED ALWAYS AS (random()) STORED);
-- error M0417 no query can stand in a generated column
CREATE TABLE g8 (a int, b int GENERATED ALWAYS AS ((SELECT 1)) STORED);
-- error M0423 an aggregate cannot stand in a generated column: `max`
CREATE TABLE g9 (a int, b int GENERATED ALWAYS AS (max(a)) STORED);
-- error M0417 `b` is `integer`, and the value is `text`
CREATE TABLE g10 (a text, b int GENERATED ALWAYS AS (a) STORED);
CREATE TABLE g11 (a text, b boolean GENERATED ALWAYS AS (a = 'x') STORED);
-- error M0417 what turns `timestamp with time zone` into `date` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g12 (a timestamptz, b date GENERATED ALWAYS AS (a::date) STORED);
-- error M0417 `to_tsvector(text)` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g13 (a text, b tsvector GENERATED ALWAYS AS (to_tsvector(a)) STORED);
CREATE TABLE g14 (a text, b tsvector GENERATED ALWAYS AS (to_tsvector('english', a)) STORED);
-- error M0417 `concat("any")` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g15 (a int, b text GENERATED ALWAYS AS (concat(a, 'x')) STORED);
CREATE TABLE g16 (a int, b text GENERATED ALWAYS AS (a || 'x') STORED);
-- error M0417 this is not immutable, and a generated column is made of what always gives the same
CREATE TABLE g17 (a int, b text GENERATED ALWAYS AS (current_user) STORED);
-- error M0417 `b` cannot have a number of its own and an expression that it is computed from
CREATE TABLE g18 (a int, b int GENERATED ALWAYS AS IDENTITY GENERATED ALWAYS AS (a) STORED);
-- error M0417 `b` is computed, and has no default
ALTER TABLE g1 ALTER COLUMN b SET DEFAULT 5;
-- error M0417 `b` is computed, and has no default
ALTER TABLE g1 ALTER COLUMN b DROP DEFAULT;
-- error M0417 `a` is not computed
ALTER TABLE g1 ALTER COLUMN a DROP EXPRESSION;
ALTER TABLE g1 ALTER COLUMN a DROP EXPRESSION IF EXISTS;
-- error M0415 `a` cannot get another type: `b` is computed from it
ALTER TABLE g1 ALTER COLUMN a TYPE bigint;
-- error M0415 column `a` cannot be dropped: generated column `b` needs it
ALTER TABLE g1 DROP COLUMN a;
-- error M0417 `b` may be null, and an identity never is
ALTER TABLE g1 ALTER COLUMN b ADD GENERATED ALWAYS AS IDENTITY;
-- error M0417 `b` gets no value of one's own: it is computed
INSERT INTO g1 (a, b) VALUES (1, 2);
INSERT INTO g1 (a, b) VALUES (1, DEFAULT);
-- error M0417 `b` gets no value of one's own: it is computed
INSERT INTO g1 VALUES (1, 2);
INSERT INTO g1 VALUES (1);
-- error M0417 `b` gets no value of one's own: it is computed
UPDATE g1 SET b = 5;
UPDATE g1 SET b = DEFAULT;
ALTER TABLE g1 ALTER COLUMN b DROP EXPRESSION;
CREATE TABLE i1 (a int GENERATED ALWAYS AS IDENTITY);
-- error M0417 an identity counts, and `a` is `text`
CREATE TABLE i2 (a text GENERATED ALWAYS AS IDENTITY);
-- error M0417 an identity counts, and `a` is `numeric`
CREATE TABLE i3 (a numeric GENERATED ALWAYS AS IDENTITY);
-- error M0417 `a` cannot have a default and an identity
CREATE TABLE i4 (a int DEFAULT 5 GENERATED ALWAYS AS IDENTITY);
-- error M0417 `a` cannot have NULL and an identity
CREATE TABLE i5 (a int NULL GENERATED ALWAYS AS IDENTITY);
-- error M0417 `a` cannot have the default that `serial` brings and an identity
CREATE TABLE i6 (a serial GENERATED ALWAYS AS IDENTITY);
CREATE TABLE i7 (a smallint GENERATED BY DEFAULT AS IDENTITY (START 5 INCREMENT 2), b int);
-- error M0417 the numbers of `a`: it starts with 5, above MAXVALUE 3
CREATE TABLE i8 (a int GENERATED ALWAYS AS IDENTITY (START 5 MAXVALUE 3));
-- error M0417 `a` cannot have a default and the one that `serial` brings
CREATE TABLE i9 (a serial DEFAULT 5);
-- error M0417 `a`: there are no arrays of serial
CREATE TABLE i10 (a serial[]);
-- error M0417 the numbers of `a`: MAXVALUE 100000 is out of the range of `smallint`
CREATE TABLE i11 (a smallint GENERATED ALWAYS AS IDENTITY (MAXVALUE 100000));
-- error M0417 `a` gets no value of one's own: the server numbers it
INSERT INTO i1 (a) VALUES (5);
INSERT INTO i1 (a) OVERRIDING SYSTEM VALUE VALUES (5);
INSERT INTO i1 (a) VALUES (DEFAULT);
-- error M0417 `a` gets no value of one's own: the server numbers it
INSERT INTO i1 SELECT 5;
INSERT INTO i7 (a) VALUES (5);
-- error M0417 `a` gets no value of one's own: the server numbers it
UPDATE i1 SET a = 5;
UPDATE i1 SET a = DEFAULT;
-- error M0417 `a` is an identity, and has no default
ALTER TABLE i1 ALTER COLUMN a SET DEFAULT 5;
-- error M0417 `a` is an identity, and has no default
ALTER TABLE i1 ALTER COLUMN a DROP DEFAULT;
-- error M0415 `a` is an identity, which is never null
ALTER TABLE i1 ALTER COLUMN a DROP NOT NULL;
-- error M0417 `a` is an identity already
ALTER TABLE i1 ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY;
-- error M0417 `b` may be null, and an identity never is
ALTER TABLE i7 ALTER COLUMN b ADD GENERATED ALWAYS AS IDENTITY;
-- rows column "b" of relation "i7" contains null values
ALTER TABLE i7 ALTER COLUMN b SET NOT NULL;
-- error M0417 `b` may be null, and an identity never is
ALTER TABLE i7 ALTER COLUMN b ADD GENERATED ALWAYS AS IDENTITY;
-- error M0417 `b` is no identity
ALTER TABLE base ALTER COLUMN b DROP IDENTITY;
ALTER TABLE base ALTER COLUMN b DROP IDENTITY IF EXISTS;
-- error M0417 `b` is no identity
ALTER TABLE base ALTER COLUMN b SET GENERATED ALWAYS;
-- error M0417 an identity counts, and `a` is `text`
ALTER TABLE i1 ALTER COLUMN a TYPE text;
ALTER TABLE i1 ALTER COLUMN a TYPE bigint;
-- error M0404 column `a` of table `dd` exists already
CREATE TABLE dd (a int, a text);
CREATE TABLE empty ();
-- error M0417 `int` has no collation, and `C` is given to `a`
CREATE TABLE coll (a int COLLATE "C");
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
CREATE TABLE coll2 (a text COLLATE "C", b varchar(5) COLLATE "nope");
-- missed 42601 syntax error at or near "STORAGE"
CREATE TABLE st (a text STORAGE main);
