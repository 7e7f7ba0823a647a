-- What real histories had, and what went wrong with it once.

-- family: the key that counts has a name
-- one: none
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
-- one: named
CREATE TABLE t (a INTEGER NOT NULL CONSTRAINT t_pk PRIMARY KEY AUTOINCREMENT, b TEXT);
-- one: named with conflict
CREATE TABLE t (a INTEGER CONSTRAINT t_pk PRIMARY KEY ON CONFLICT REPLACE AUTOINCREMENT, b TEXT);
-- one: named otherwise
CREATE TABLE t (a INTEGER NOT NULL CONSTRAINT other PRIMARY KEY AUTOINCREMENT, b TEXT);

-- case: a table of what a query returns
CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(20) NOT NULL DEFAULT 'x', c BLOB, d DATETIME, e DOUBLE, f);
CREATE TABLE u AS SELECT * FROM t;
-- equal:
CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(20) NOT NULL DEFAULT 'x', c BLOB, d DATETIME, e DOUBLE, f);
CREATE TABLE u (a INT, b TEXT, c, d NUM, e REAL, f);

-- case: a table of what a query returns gets its key back
CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(20) NOT NULL DEFAULT 'x');
CREATE TABLE u AS SELECT x.* FROM t AS x WHERE a > 1;
-- after:
CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(20) NOT NULL DEFAULT 'x');
CREATE TABLE u (a INTEGER PRIMARY KEY, b TEXT NOT NULL DEFAULT 'x');
