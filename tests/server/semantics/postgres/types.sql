-- case types
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE t (m mood, p pair, d pos);
-- error M0410 type `mood` exists already
CREATE TYPE mood AS ENUM ('x');
-- error M0402 the name `t` is taken by a table
CREATE TYPE t AS (a int);
-- error M0411 `dup` has the value 'a' twice
CREATE TYPE dup AS ENUM ('a', 'a');
CREATE TYPE e0 AS ENUM ();
-- error M0411 a value of an enum has at most 63 bytes, and this one has 72
CREATE TYPE longv AS ENUM ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
-- error M0404 column `a` of table `c1` exists already
CREATE TYPE c1 AS (a int, a int);
-- error M0409 unknown type `nope`
CREATE TYPE c2 AS (a nope);
CREATE TYPE c3 AS (a mood, b pair, c mood[]);
-- missed 42704 type "serial" does not exist
CREATE TYPE c4 AS (a serial);
CREATE TYPE r1 AS RANGE (SUBTYPE = int);
-- missed 42704 type "nope" does not exist
CREATE TYPE r2 AS RANGE (SUBTYPE = nope);
-- missed 42601 type attribute "subtyp" not recognized
CREATE TYPE r3 AS RANGE (SUBTYP = int);
-- error M0409 unknown type `nope`
CREATE DOMAIN d1 AS nope;
-- error M0417 the default of `d2`: 'x' is no value of `integer`
CREATE DOMAIN d2 AS int DEFAULT 'x';
-- error M0417 'x' is no value of `integer`
CREATE DOMAIN d3 AS int CHECK (VALUE > 'x');
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE DOMAIN d4 AS text CHECK (VALUE > 5);
-- error M0403 unknown column `val`
CREATE DOMAIN d5 AS text CHECK (VAL <> '');
CREATE DOMAIN d6 AS text CHECK (length(VALUE) > 3) NOT NULL DEFAULT 'abcd';
CREATE DOMAIN d7 AS mood;
-- error M0417 `CHECK` wants a condition, and this is `integer`
CREATE DOMAIN d8 AS int CHECK (VALUE);
-- error M0410 the name `pos` is taken by a type
CREATE DOMAIN pos AS int;
-- missed 42601 primary key constraints not possible for domains
CREATE DOMAIN d9 AS int PRIMARY KEY;
CREATE DOMAIN d10 AS text COLLATE "C";
-- missed 42804 collations are not supported by type integer
CREATE DOMAIN d11 AS int COLLATE "C";
-- error M0411 `mood` has the value 'sad' already
ALTER TYPE mood ADD VALUE 'sad';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad';
-- error M0411 `mood` has no value 'nope'
ALTER TYPE mood ADD VALUE 'fine' BEFORE 'nope';
ALTER TYPE mood ADD VALUE 'fine' AFTER 'ok';
-- error M0411 `mood` has no value 'nope'
ALTER TYPE mood RENAME VALUE 'nope' TO 'x';
-- error M0411 `mood` has the value 'ok' already
ALTER TYPE mood RENAME VALUE 'sad' TO 'ok';
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
-- error M0409 unknown type `nope`
ALTER TYPE nope ADD VALUE 'x';
-- error M0411 `pair` is no enum
ALTER TYPE pair ADD VALUE 'x';
ALTER TYPE pair ADD ATTRIBUTE c date;
-- error M0404 column `a` of table `pair` exists already
ALTER TYPE pair ADD ATTRIBUTE a date;
-- error M0403 unknown column `zz` of `pair`
ALTER TYPE pair DROP ATTRIBUTE zz;
ALTER TYPE pair DROP ATTRIBUTE IF EXISTS zz;
-- error M0403 unknown column `zz` of `pair`
ALTER TYPE pair ALTER ATTRIBUTE zz TYPE text;
-- error M0415 attribute `a` cannot be changed: column `p` of `t` keeps values
ALTER TYPE pair ALTER ATTRIBUTE a TYPE text;
-- error M0403 unknown column `zz` of `pair`
ALTER TYPE pair RENAME ATTRIBUTE zz TO y;
-- error M0404 column `a` of table `pair` exists already
ALTER TYPE pair RENAME ATTRIBUTE b TO a;
-- error M0409 `mood` is no composite type
ALTER TYPE mood ADD ATTRIBUTE c date;
-- error M0410 the name `pair` is taken by a type
ALTER TYPE mood RENAME TO pair;
-- missed 42710 type "t" already exists
ALTER TYPE mood RENAME TO t;
ALTER DOMAIN pos ADD CONSTRAINT c CHECK (VALUE < 100);
-- error M0406 constraint `c` of table `pos` exists already
ALTER DOMAIN pos ADD CONSTRAINT c CHECK (VALUE < 50);
-- error M0405 unknown constraint `nope` of domain `pos`
ALTER DOMAIN pos DROP CONSTRAINT nope;
ALTER DOMAIN pos DROP CONSTRAINT IF EXISTS nope;
-- error M0405 unknown constraint `nope` of domain `pos`
ALTER DOMAIN pos RENAME CONSTRAINT nope TO x;
-- error M0405 unknown constraint `nope` of domain `pos`
ALTER DOMAIN pos VALIDATE CONSTRAINT nope;
-- error M0417 the default of `pos`: 'x' is no value of `integer`
ALTER DOMAIN pos SET DEFAULT 'x';
ALTER DOMAIN pos SET DEFAULT 5;
-- error M0409 unknown domain `nope`
ALTER DOMAIN nope DROP NOT NULL;
-- error M0409 `mood` is no domain
ALTER DOMAIN mood DROP NOT NULL;
-- error M0415 type `mood` cannot be dropped: column `m` of table `t` needs it
DROP TYPE mood;
-- error M0409 unknown type `nope`
DROP TYPE nope;
-- error M0409 `mood` is no domain
DROP DOMAIN mood;
-- error M0409 unknown domain `nope`
DROP DOMAIN nope;
-- error M0415 type `pos` cannot be dropped: column `d` of table `t` needs it
DROP TYPE pos;
-- error M0415 type `t` cannot be dropped: table `t` needs it
DROP TYPE t;
DROP TYPE IF EXISTS nope, dup;
SELECT 'blue'::mood;
-- error M0417 'sad' is no value of `mood`
SELECT 'sad'::mood;
SELECT enum_range(NULL::mood);
