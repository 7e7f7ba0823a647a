-- family: types with rows
-- one: text
CREATE TABLE t (id int PRIMARY KEY, a text);
-- rows:
INSERT INTO t VALUES (1, 'hello world'), (2, NULL), (3, '12');
-- one: varchar
CREATE TABLE t (id int PRIMARY KEY, a varchar(5));
-- rows:
INSERT INTO t VALUES (1, 'hello'), (2, NULL), (3, '12');
-- one: int
CREATE TABLE t (id int PRIMARY KEY, a int);
-- rows:
INSERT INTO t VALUES (1, 2147483647), (2, NULL), (3, 0), (4, 2);
-- one: bigint
CREATE TABLE t (id int PRIMARY KEY, a bigint);
-- rows:
INSERT INTO t VALUES (1, 9007199254740993), (2, NULL), (3, 5);
-- one: small bigint
CREATE TABLE t (id int PRIMARY KEY, a bigint);
-- rows:
INSERT INTO t VALUES (1, 16777217), (2, NULL), (3, 5);
-- one: numeric
CREATE TABLE t (id int PRIMARY KEY, a numeric);
-- rows:
INSERT INTO t VALUES (1, 1.23456789012345678901), (2, NULL), (3, 7);
-- one: numeric with two
CREATE TABLE t (id int PRIMARY KEY, a numeric(10, 2));
-- rows:
INSERT INTO t VALUES (1, 1.25), (2, NULL), (3, 7);
-- one: numeric with four
CREATE TABLE t (id int PRIMARY KEY, a numeric(10, 4));
-- rows:
INSERT INTO t VALUES (1, 1.2345), (2, NULL), (3, 7);
-- one: real
CREATE TABLE t (id int PRIMARY KEY, a real);
-- rows:
INSERT INTO t VALUES (1, 1.5), (2, NULL), (3, 7);
-- one: double
CREATE TABLE t (id int PRIMARY KEY, a double precision);
-- rows:
INSERT INTO t VALUES (1, 0.1234567890123), (2, NULL), (3, 7.5);
-- one: boolean
CREATE TABLE t (id int PRIMARY KEY, a boolean);
-- rows:
INSERT INTO t VALUES (1, true), (2, NULL), (3, false);

-- family: times with rows
-- one: text
CREATE TABLE t (id int PRIMARY KEY, a text);
-- rows:
INSERT INTO t VALUES (1, '2024-05-06 07:08:09.123456'), (2, NULL);
-- one: date
CREATE TABLE t (id int PRIMARY KEY, a date);
-- rows:
INSERT INTO t VALUES (1, '2024-05-06'), (2, NULL);
-- one: timestamp
CREATE TABLE t (id int PRIMARY KEY, a timestamp);
-- rows:
INSERT INTO t VALUES (1, '2024-05-06 07:08:09.123456'), (2, NULL);
-- one: timestamp of seconds
CREATE TABLE t (id int PRIMARY KEY, a timestamp(0));
-- rows:
INSERT INTO t VALUES (1, '2024-05-06 07:08:09'), (2, NULL);
-- one: time
CREATE TABLE t (id int PRIMARY KEY, a time);
-- rows:
INSERT INTO t VALUES (1, '07:08:09.123456'), (2, NULL);
-- one: interval
CREATE TABLE t (id int PRIMARY KEY, a interval);
-- rows:
INSERT INTO t VALUES (1, '1 year 2 days 03:04:05.678'), (2, NULL);

-- family: bits and letters with rows
-- one: char
CREATE TABLE t (id int PRIMARY KEY, a char(8));
-- rows:
INSERT INTO t VALUES (1, 'abc'), (2, NULL);
-- one: char of three
CREATE TABLE t (id int PRIMARY KEY, a char(3));
-- rows:
INSERT INTO t VALUES (1, 'abc'), (2, NULL);
-- one: varchar
CREATE TABLE t (id int PRIMARY KEY, a varchar(10));
-- rows:
INSERT INTO t VALUES (1, 'abc  '), (2, 'abcdefghij');
-- one: bits
CREATE TABLE t (id int PRIMARY KEY, a bit varying(8));
-- rows:
INSERT INTO t VALUES (1, B'10101010'), (2, NULL);
-- one: fewer bits
CREATE TABLE t (id int PRIMARY KEY, a bit varying(4));
-- rows:
INSERT INTO t VALUES (1, B'1010'), (2, NULL);

-- family: arrays with rows
-- one: texts
CREATE TABLE t (id int PRIMARY KEY, a text[]);
-- rows:
INSERT INTO t VALUES (1, '{hello,world}'), (2, NULL);
-- one: short texts
CREATE TABLE t (id int PRIMARY KEY, a varchar(3)[]);
-- rows:
INSERT INTO t VALUES (1, '{abc}'), (2, NULL);
-- one: numbers
CREATE TABLE t (id int PRIMARY KEY, a numeric(10,3)[]);
-- rows:
INSERT INTO t VALUES (1, '{1.234}'), (2, NULL);
-- one: whole numbers
CREATE TABLE t (id int PRIMARY KEY, a int[]);
-- rows:
INSERT INTO t VALUES (1, '{1,2}'), (2, NULL);

-- family: values of an enum with rows
-- one: all
CREATE TYPE m AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, a m DEFAULT 'a', l m[]);
-- rows:
INSERT INTO t VALUES (1, 'a', '{a,c}'), (2, 'c', NULL), (3, NULL, NULL);
-- one: fewer
CREATE TYPE m AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, a m DEFAULT 'a', l m[]);
-- rows:
INSERT INTO t VALUES (1, 'a', '{a}'), (2, 'b', NULL);
-- one: other order
CREATE TYPE m AS ENUM ('c', 'b', 'a');
CREATE TABLE t (id int PRIMARY KEY, a m DEFAULT 'a', l m[]);
-- rows:
INSERT INTO t VALUES (1, 'a', '{a,c}'), (2, 'c', NULL);
-- one: text
CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'a', l text[]);
-- rows:
INSERT INTO t VALUES (1, 'a', '{a,c}'), (2, 'b', NULL);

-- family: null or not with rows
-- one: null
CREATE TABLE t (id int PRIMARY KEY, a text, n int);
-- rows:
INSERT INTO t VALUES (1, 'x', 1), (2, NULL, NULL);
-- one: not null
CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, n int NOT NULL);
-- rows:
INSERT INTO t VALUES (1, 'x', 1);
-- one: with default
CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL DEFAULT 'd', n int NOT NULL DEFAULT 5);
-- rows:
INSERT INTO t VALUES (1, 'x', 1);
-- one: more columns
CREATE TABLE t (id int PRIMARY KEY, a text, n int, m int NOT NULL, k text NOT NULL DEFAULT 'k');
-- rows:
INSERT INTO t VALUES (1, 'x', 1, 2, 'q');
-- one: identity
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text, n int);
-- rows:
INSERT INTO t (a) VALUES ('x'), ('y');
-- one: computed
CREATE TABLE t (id int PRIMARY KEY, a text, n int GENERATED ALWAYS AS (id * 2) STORED);
-- rows:
INSERT INTO t VALUES (1, 'x');

-- case: rows: names change
-- rename: t=u
-- rename: u.a=b
CREATE TABLE t (id serial PRIMARY KEY, a text, n int);
-- rows:
INSERT INTO t (a, n) VALUES ('x', 1), ('y', NULL);
-- after:
CREATE TABLE u (id serial PRIMARY KEY, b varchar(100) NOT NULL, n bigint NOT NULL DEFAULT 0);

-- case: rows: becomes partitioned
CREATE TABLE t (id int, a text);
-- rows:
INSERT INTO t VALUES (1, 'x');
-- after:
CREATE TABLE t (id int, a text) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
