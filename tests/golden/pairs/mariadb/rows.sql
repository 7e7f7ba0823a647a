-- family: types with rows
-- one: text
CREATE TABLE t (id int PRIMARY KEY, a text);
-- rows:
INSERT INTO t VALUES (1, 'hello world'), (2, NULL), (3, '12');
-- one: varchar
CREATE TABLE t (id int PRIMARY KEY, a varchar(5));
-- rows:
INSERT INTO t VALUES (1, 'hello'), (2, NULL), (3, '007');
-- one: padded
CREATE TABLE t (id int PRIMARY KEY, a varchar(8));
-- rows:
INSERT INTO t VALUES (1, '007'), (2, 'a  ');
-- one: char
CREATE TABLE t (id int PRIMARY KEY, a char(3));
-- rows:
INSERT INTO t VALUES (1, 'abc'), (2, NULL);
-- one: int
CREATE TABLE t (id int PRIMARY KEY, a int);
-- rows:
INSERT INTO t VALUES (1, 2147483647), (2, NULL), (3, 0);
-- one: unsigned
CREATE TABLE t (id int PRIMARY KEY, a int unsigned);
-- rows:
INSERT INTO t VALUES (1, 4294967295), (2, NULL), (3, 0);
-- one: tiny
CREATE TABLE t (id int PRIMARY KEY, a tinyint);
-- rows:
INSERT INTO t VALUES (1, 127), (2, -1);
-- one: bigint
CREATE TABLE t (id int PRIMARY KEY, a bigint);
-- rows:
INSERT INTO t VALUES (1, 9007199254740993), (2, NULL), (3, 5);
-- one: mid bigint
CREATE TABLE t (id int PRIMARY KEY, a bigint);
-- rows:
INSERT INTO t VALUES (1, 16777217), (2, NULL), (3, 5);
-- one: decimal two
CREATE TABLE t (id int PRIMARY KEY, a decimal(10, 2));
-- rows:
INSERT INTO t VALUES (1, 1.25), (2, NULL), (3, 7);
-- one: decimal four
CREATE TABLE t (id int PRIMARY KEY, a decimal(10, 4));
-- rows:
INSERT INTO t VALUES (1, 1.2345), (2, NULL), (3, 7);
-- one: decimal many
CREATE TABLE t (id int PRIMARY KEY, a decimal(30, 20));
-- rows:
INSERT INTO t VALUES (1, 1.23456789012345678901), (2, NULL);
-- one: float
CREATE TABLE t (id int PRIMARY KEY, a float);
-- rows:
INSERT INTO t VALUES (1, 1.5), (2, NULL), (3, 7);
-- one: double
CREATE TABLE t (id int PRIMARY KEY, a double);
-- rows:
INSERT INTO t VALUES (1, 0.1234567890123), (2, NULL), (3, 7.5);
-- one: enum
CREATE TABLE t (id int PRIMARY KEY, a enum('12', 'hello', 'x'));
-- rows:
INSERT INTO t VALUES (1, 'hello'), (2, NULL), (3, 'x');
-- one: fewer enum
CREATE TABLE t (id int PRIMARY KEY, a enum('12', 'hello'));
-- rows:
INSERT INTO t VALUES (1, 'hello'), (2, NULL), (3, '12');
-- one: turned enum
CREATE TABLE t (id int PRIMARY KEY, a enum('hello', '12', 'x'));
-- rows:
INSERT INTO t VALUES (1, 'hello'), (2, NULL), (3, 'x');
-- one: set
CREATE TABLE t (id int PRIMARY KEY, a set('x', 'y', 'z'));
-- rows:
INSERT INTO t VALUES (1, 'x,z'), (2, NULL), (3, '');
-- one: fewer set
CREATE TABLE t (id int PRIMARY KEY, a set('x', 'y'));
-- rows:
INSERT INTO t VALUES (1, 'x,y'), (2, NULL), (3, '');

-- family: times with rows
-- one: text
CREATE TABLE t (id int PRIMARY KEY, a varchar(40));
-- rows:
INSERT INTO t VALUES (1, '2024-05-06 07:08:09.123456'), (2, NULL);
-- one: date
CREATE TABLE t (id int PRIMARY KEY, a date);
-- rows:
INSERT INTO t VALUES (1, '2024-05-06'), (2, NULL);
-- one: datetime
CREATE TABLE t (id int PRIMARY KEY, a datetime);
-- rows:
INSERT INTO t VALUES (1, '2024-05-06 07:08:09'), (2, NULL);
-- one: exact
CREATE TABLE t (id int PRIMARY KEY, a datetime(6));
-- rows:
INSERT INTO t VALUES (1, '2024-05-06 07:08:09.123456'), (2, NULL);
-- one: timestamp
CREATE TABLE t (id int PRIMARY KEY, a timestamp NULL);
-- rows:
INSERT INTO t VALUES (1, '2024-05-06 07:08:09'), (2, NULL);
-- one: time
CREATE TABLE t (id int PRIMARY KEY, a time(3));
-- rows:
INSERT INTO t VALUES (1, '07:08:09.123'), (2, NULL);
-- one: year
CREATE TABLE t (id int PRIMARY KEY, a year);
-- rows:
INSERT INTO t VALUES (1, 2024), (2, NULL);

-- family: null or not with rows
-- one: null
CREATE TABLE t (id int PRIMARY KEY, a varchar(9), n int, d datetime);
-- rows:
INSERT INTO t VALUES (1, 'x', 1, '2024-01-01 01:00:00'), (2, NULL, NULL, NULL);
-- one: not null
CREATE TABLE t (id int PRIMARY KEY, a varchar(9) NOT NULL, n int NOT NULL, d datetime NOT NULL);
-- rows:
INSERT INTO t VALUES (1, 'x', 1, '2024-01-01 01:00:00');
-- one: with default
CREATE TABLE t (id int PRIMARY KEY, a varchar(9) NOT NULL DEFAULT 'd', n int NOT NULL DEFAULT 5, d datetime NOT NULL DEFAULT CURRENT_TIMESTAMP);
-- rows:
INSERT INTO t VALUES (1, 'x', 1, '2024-01-01 01:00:00');
-- one: more columns
CREATE TABLE t (id int PRIMARY KEY, a varchar(9), n int, m int NOT NULL, k varchar(9) NOT NULL DEFAULT 'k', d datetime);
-- rows:
INSERT INTO t VALUES (1, 'x', 1, 2, 'q', NULL);
-- one: auto
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a varchar(9), n int, d datetime);
-- rows:
INSERT INTO t (a) VALUES ('x'), ('y');
-- one: computed
CREATE TABLE t (id int PRIMARY KEY, a varchar(9), n int GENERATED ALWAYS AS (id * 2) STORED, d datetime);
-- rows:
INSERT INTO t (id, a) VALUES (1, 'x');

-- family: charsets with rows
-- one: utf8mb4
CREATE TABLE t (id int PRIMARY KEY, a varchar(9) CHARACTER SET utf8mb4);
-- rows:
INSERT INTO t VALUES (1, 'ż😀'), (2, 'a');
-- one: utf8mb3
CREATE TABLE t (id int PRIMARY KEY, a varchar(9) CHARACTER SET utf8mb3);
-- rows:
INSERT INTO t VALUES (1, 'ż'), (2, 'a');
-- one: latin1
CREATE TABLE t (id int PRIMARY KEY, a varchar(9) CHARACTER SET latin1);
-- rows:
INSERT INTO t VALUES (1, 'e'), (2, 'a');
-- one: bytes
CREATE TABLE t (id int PRIMARY KEY, a varbinary(40));
-- rows:
INSERT INTO t VALUES (1, 'abc'), (2, 'a');

-- case: rows: names change
-- rename: t=u
-- rename: u.a=b
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a text, n int);
-- rows:
INSERT INTO t (a, n) VALUES ('x', 1), ('y', NULL);
-- after:
CREATE TABLE u (id int AUTO_INCREMENT PRIMARY KEY, b text NOT NULL, n bigint NOT NULL DEFAULT 0);
