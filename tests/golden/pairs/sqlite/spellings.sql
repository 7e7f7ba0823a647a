-- ring: the key that is the rowid
-- one: the usual one
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- same: upwards
CREATE TABLE t (id INTEGER PRIMARY KEY ASC, a TEXT);
-- same: beside
CREATE TABLE t (id INTEGER, a TEXT, PRIMARY KEY (id));
-- same: beside, upwards
CREATE TABLE t (id INTEGER, a TEXT, PRIMARY KEY (id ASC));
-- same: beside, downwards
CREATE TABLE t (id INTEGER, a TEXT, PRIMARY KEY (id DESC));
-- same: type in quotes
CREATE TABLE t (id "INTEGER" PRIMARY KEY, a "TEXT");
-- same: type in brackets
CREATE TABLE t (id [integer] PRIMARY KEY, a `text`);
-- one: downwards, which is no rowid
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, a TEXT);
-- one: of another type
CREATE TABLE t (id INT PRIMARY KEY, a TEXT);
-- one: of another type, downwards
CREATE TABLE t (id INT PRIMARY KEY DESC, a TEXT);
-- one: counts on
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- same: counts on, upwards
CREATE TABLE t (id INTEGER PRIMARY KEY ASC AUTOINCREMENT, a TEXT);
-- one: there must be one
CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a TEXT);
-- same: there must be one, behind
CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a TEXT);
-- one: there must be one and counts on
CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, a TEXT);
-- one: without type
CREATE TABLE t (id PRIMARY KEY, a TEXT);
-- one: a whole number with a length
CREATE TABLE t (id INTEGER(11) PRIMARY KEY, a TEXT);

-- ring: orders and collations of what is indexed
CREATE TABLE t (a TEXT, b TEXT COLLATE NOCASE, c INTEGER);
-- one: said nothing
CREATE INDEX i ON t (a, b);
-- same: upwards
CREATE INDEX i ON t (a ASC, b asc);
-- same: what the columns are
CREATE INDEX i ON t (a COLLATE BINARY, b COLLATE NOCASE);
-- same: what the columns are, small
CREATE INDEX i ON t (a COLLATE binary, b COLLATE nocase ASC);
-- same: in quotes
CREATE INDEX "i" ON "t" ("a" COLLATE "binary", [b] COLLATE 'NoCase');
-- one: bytes of b
CREATE INDEX i ON t (a, b COLLATE BINARY);
-- same: bytes of b, small
CREATE INDEX i ON t (a, b COLLATE binary);
-- one: no letters of a
CREATE INDEX i ON t (a COLLATE NOCASE, b);
-- one: ends of a
CREATE INDEX i ON t (a COLLATE RTRIM DESC, b);
-- one: of an expression
CREATE INDEX i ON t (lower(a) COLLATE NOCASE, c + 1);
-- one: unique
CREATE UNIQUE INDEX i ON t (a, b);
-- one: partial
CREATE INDEX i ON t (a, b) WHERE c IS NOT NULL;
-- same: partial, in another way
CREATE INDEX i ON t (a, b) where (c) is not null;
-- same: partial, short
CREATE INDEX i ON t (a, b) WHERE c NOTNULL;

-- ring: what is done where a rule is broken
-- one: nothing
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL CHECK (a > 0), b TEXT UNIQUE);
-- one: of a check of the table
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b TEXT UNIQUE, CHECK (a > 0) ON CONFLICT IGNORE);
-- one: of the not null
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL ON CONFLICT IGNORE CHECK (a > 0), b TEXT UNIQUE);
-- one: of the unique
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL CHECK (a > 0), b TEXT UNIQUE ON CONFLICT REPLACE);
-- one: of the key
CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT IGNORE, a INTEGER NOT NULL CHECK (a > 0), b TEXT UNIQUE);
-- one: of the key beside
CREATE TABLE t (id TEXT, a INTEGER NOT NULL CHECK (a > 0), b TEXT UNIQUE, PRIMARY KEY (id) ON CONFLICT FAIL);
-- one: of all
CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT FAIL, a INTEGER NOT NULL ON CONFLICT FAIL CHECK (a > 0), b TEXT NOT NULL ON CONFLICT REPLACE DEFAULT '' UNIQUE ON CONFLICT ROLLBACK);

-- family: what is done anyway
-- one: not said
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER NOT NULL CHECK (a > 0), b TEXT UNIQUE);
-- same: said
CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT ABORT AUTOINCREMENT, a INTEGER NOT NULL ON CONFLICT ABORT CHECK (a > 0), b TEXT UNIQUE ON CONFLICT ABORT);

-- ring: spellings of types
-- one: usual
CREATE TABLE t (a VARCHAR(20), b DECIMAL(10, 2), c DOUBLE PRECISION, d UNSIGNED BIG INT, e BOOLEAN);
-- same: small and tight
create table t (a varchar(20), b decimal(10,2), c double precision, d unsigned big int, e boolean);
-- same: blanks
CREATE TABLE t (a VARCHAR ( 20 ), b DECIMAL ( 10 , 2 ), c DOUBLE   PRECISION, d UNSIGNED  BIG  INT, e BOOLEAN);
-- same: in quotes
CREATE TABLE t ("a" VARCHAR(20), 'b' DECIMAL(10,2), c DOUBLE PRECISION, d UNSIGNED BIG INT, e BOOLEAN NULL);
-- one: others
CREATE TABLE t (a NVARCHAR(20), b NUMERIC(10,2), c REAL, d BIGINT, e BOOL);
-- one: odd
CREATE TABLE t (a CHARACTER VARYING(20), b NUMBER(+10,-2), c FLOAT, d INT8, e TINYINT(1));
-- one: none
CREATE TABLE t (a, b, c, d, e);
-- one: words that nobody knows
CREATE TABLE t (a citext, b money, c geometry(2,4326), d uuid, e "a b");

-- ring: references in other words
CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT UNIQUE);
-- one: at the column
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE);
-- same: beside
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER, FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE);
-- same: quotes and letters
CREATE TABLE "c" ("id" INTEGER PRIMARY KEY, "p" INTEGER, FOREIGN KEY ("p") REFERENCES [P] (`ID`) ON DELETE cascade ON UPDATE no action);
-- same: the key is meant
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p ON DELETE CASCADE);
-- same: match simple
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) MATCH SIMPLE ON DELETE CASCADE);
-- same: with a name
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE NOT DEFERRABLE INITIALLY IMMEDIATE);
-- one: another column
CREATE TABLE c (id INTEGER PRIMARY KEY, p TEXT REFERENCES p (k) ON DELETE CASCADE);
-- one: at the end
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);
-- one: not deferrable initially deferred is immediate
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE SET NULL NOT DEFERRABLE INITIALLY DEFERRED);
-- one: two of one column
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) REFERENCES c (id) ON UPDATE SET DEFAULT);
-- one: the key itself
CREATE TABLE c (id INTEGER PRIMARY KEY REFERENCES p ON DELETE RESTRICT ON UPDATE CASCADE);

-- ring: defaults in other words
-- one: as usual
CREATE TABLE t (a INTEGER DEFAULT 1, b TEXT DEFAULT 'x', c TEXT DEFAULT CURRENT_TIMESTAMP, d INTEGER DEFAULT -1);
-- same: in brackets
CREATE TABLE t (a INTEGER DEFAULT (1), b TEXT DEFAULT ('x'), c TEXT DEFAULT (CURRENT_TIMESTAMP), d INTEGER DEFAULT (-1));
-- same: small
CREATE TABLE t (a INTEGER default 1, b TEXT default 'x', c TEXT default current_timestamp, d INTEGER default - 1);
-- same: with a name
CREATE TABLE t (a INTEGER CONSTRAINT d1 DEFAULT 1, b TEXT DEFAULT 'x', c TEXT DEFAULT CURRENT_TIMESTAMP, d INTEGER DEFAULT -1);
-- one: numbers as texts
CREATE TABLE t (a INTEGER DEFAULT '1', b TEXT DEFAULT "x", c TEXT DEFAULT 'CURRENT_TIMESTAMP', d INTEGER DEFAULT '-1');
-- one: computed
CREATE TABLE t (a INTEGER DEFAULT (1 + 1), b TEXT DEFAULT ('x' || 'y'), c TEXT DEFAULT (datetime('now')), d INTEGER DEFAULT (abs(-1)));
-- one: true and false
CREATE TABLE t (a INTEGER DEFAULT TRUE, b TEXT DEFAULT false, c TEXT DEFAULT (NULL), d INTEGER DEFAULT NULL);
-- one: times
CREATE TABLE t (a INTEGER DEFAULT (unixepoch()), b TEXT DEFAULT CURRENT_DATE, c TEXT DEFAULT CURRENT_TIME, d INTEGER DEFAULT (strftime('%s','now')));
-- one: bytes and hexadecimal
CREATE TABLE t (a INTEGER DEFAULT 0xff, b TEXT DEFAULT x'ab', c TEXT DEFAULT (json_object('a', 1)), d INTEGER DEFAULT 1e10);

-- ring: a text of a dump
-- one: by hand
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(50) NOT NULL DEFAULT '', born DATE);
CREATE UNIQUE INDEX users_name ON users (name);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, body TEXT);
CREATE VIEW v AS SELECT u.name, p.body FROM users u JOIN posts p ON p.user_id = u.id;
-- same: as the shell dumps it
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "users" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "name" VARCHAR(50) NOT NULL DEFAULT '',
    "born" DATE
);
DELETE FROM sqlite_sequence;
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, body TEXT);
CREATE UNIQUE INDEX users_name ON users (name);
CREATE VIEW v AS SELECT u.name, p.body FROM users u JOIN posts p ON p.user_id = u.id;
COMMIT;
-- one: another
CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL, born DATE, mail TEXT UNIQUE);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id), body TEXT, at DATETIME DEFAULT CURRENT_TIMESTAMP);
CREATE INDEX posts_at ON posts (at DESC);
CREATE VIEW v AS SELECT u.name, p.body FROM users u LEFT JOIN posts p ON p.user_id = u.id;
