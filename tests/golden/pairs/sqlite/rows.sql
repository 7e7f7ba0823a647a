-- case: rows: type change
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
-- rows:
INSERT INTO t VALUES (1, '007', 'x'), (2, 'abc', NULL), (3, '1.50', 'z'), (4, '12345678901234567890', '');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);

-- case: rows: whole numbers become broken ones
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- rows:
INSERT INTO t VALUES (1, 9007199254740993), (2, 1);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a REAL);

-- case: rows: broken numbers become text
CREATE TABLE t (id INTEGER PRIMARY KEY, a REAL, b NUMERIC, n INTEGER);
-- rows:
INSERT INTO t VALUES (1, 0.1 + 0.2, 1.0 / 3, 7);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n TEXT);

-- case: rows: any becomes a number
CREATE TABLE t (id INTEGER PRIMARY KEY, a, b BLOB);
-- rows:
INSERT INTO t VALUES (1, '007', x'00ff'), (2, '1e3', '010');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a NUMERIC, b DATETIME);

-- case: rows: text with another length
CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(20), b INT, c DOUBLE);
-- rows:
INSERT INTO t VALUES (1, 'a long text', 9223372036854775807, 0.1);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(5), b BIGINT, c REAL);

-- case: rows: not null with default
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT, d TEXT);
-- rows:
INSERT INTO t VALUES (1, 'x', NULL, NULL, NULL), (2, NULL, 4, 'y', 'z');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'none', b INTEGER NOT NULL DEFAULT 0, c TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, d TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)))));

-- case: rows: not null with a word as default
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d INTEGER);
-- rows:
INSERT INTO t VALUES (1, 'x', NULL, NULL, NULL), (2, NULL, 'k', 'y', 1);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT none, b TEXT NOT NULL DEFAULT "id", c TEXT NOT NULL DEFAULT id, d INTEGER NOT NULL DEFAULT TRUE);

-- case: rows: not null without default
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (1, 'x'), (2, NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL);

-- case: rows: check that does not hold
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- rows:
INSERT INTO t VALUES (1, 5), (2, -5);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a > 0));

-- case: rows: unique replaces
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- rows:
INSERT INTO t VALUES (1, 5), (2, 5);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER UNIQUE ON CONFLICT REPLACE);

-- case: rows: unique ignores
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
-- rows:
INSERT INTO t VALUES (1, 5, 'a'), (2, 5, 'b');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, UNIQUE (a) ON CONFLICT IGNORE);

-- case: rows: not null ignores
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- rows:
INSERT INTO t VALUES (1, 5), (2, NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL ON CONFLICT IGNORE);

-- case: rows: conflicts stay
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER UNIQUE ON CONFLICT IGNORE, b TEXT);
-- rows:
INSERT INTO t VALUES (1, 5, 'x'), (2, 6, NULL), (3, NULL, NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER UNIQUE ON CONFLICT IGNORE, b TEXT CHECK (b <> ''));

-- case: rows: another key
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT);
-- rows:
INSERT INTO t VALUES (10, 'x', '1'), (20, 'y', '2');
-- after:
CREATE TABLE t (id INTEGER, a TEXT NOT NULL PRIMARY KEY, b TEXT);

-- case: rows: a key that comes
CREATE TABLE t (a TEXT, b TEXT);
-- rows:
INSERT INTO t VALUES ('x', '1'), ('y', '2'), ('z', '3');
DELETE FROM t WHERE a = 'x';
-- keeps: SELECT group_concat(rowid) FROM t
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);

-- case: rows: rowid without a key
CREATE TABLE t (a TEXT, b TEXT);
-- rows:
INSERT INTO t VALUES ('x', '1'), ('y', '2'), ('z', '3');
DELETE FROM t WHERE a = 'x';
-- keeps: SELECT group_concat(rowid) FROM t
-- after:
CREATE TABLE t (a TEXT NOT NULL DEFAULT '', b TEXT);

-- case: rows: rowid where a column has its name
CREATE TABLE t (rowid TEXT, "_ROWID_" TEXT);
-- rows:
INSERT INTO t VALUES ('x', '1'), ('y', '2'), ('z', '3');
DELETE FROM t WHERE rowid = 'x';
-- keeps: SELECT group_concat(oid) FROM t
-- after:
CREATE TABLE t (rowid TEXT NOT NULL DEFAULT '', "_ROWID_" TEXT);

-- case: rows: rowid with a key of text
CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT);
-- rows:
INSERT INTO t VALUES ('x', '1'), ('y', '2'), ('z', '3');
DELETE FROM t WHERE a = 'x';
-- keeps: SELECT group_concat(rowid) FROM t
-- after:
CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT CHECK (b <> ''));

-- case: rows: search index of a table
CREATE TABLE t (a TEXT, b TEXT);
CREATE VIRTUAL TABLE s USING fts5(a, content='t', content_rowid='rowid');
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN INSERT INTO s (rowid, a) VALUES (new.rowid, new.a); END;
-- rows:
INSERT INTO t VALUES ('red fox', '1'), ('blue fox', '2'), ('green cat', '3');
DELETE FROM t WHERE b = '1';
-- keeps: SELECT t.b FROM s JOIN t ON t.rowid = s.rowid WHERE s MATCH 'cat'
-- after:
CREATE TABLE t (a TEXT NOT NULL DEFAULT '', b TEXT);
CREATE VIRTUAL TABLE s USING fts5(a, content='t', content_rowid='rowid');
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN INSERT INTO s (rowid, a) VALUES (new.rowid, new.a); END;

-- case: rows: autoincrement counts on
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- rows:
INSERT INTO t (a) VALUES ('x'), ('y'), ('z');
DELETE FROM t WHERE id > 1;
-- keeps: SELECT name || seq FROM sqlite_sequence
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER);

-- case: rows: autoincrement of a name with capitals
CREATE TABLE "Users" (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- rows:
INSERT INTO "Users" (a) VALUES ('x'), ('y'), ('z');
DELETE FROM "Users" WHERE id > 1;
-- keeps: SELECT name || seq FROM sqlite_sequence
-- after:
CREATE TABLE "Users" (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL);

-- case: rows: autoincrement of a table that is empty
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- rows:
INSERT INTO t (a) VALUES ('x'), ('y');
DELETE FROM t;
-- keeps: SELECT name || seq FROM sqlite_sequence
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL);

-- case: rows: autoincrement and another name
-- rename: t=u
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- rows:
INSERT INTO t (a) VALUES ('x'), ('y');
DELETE FROM t WHERE id = 2;
-- keeps: SELECT 's' || seq FROM sqlite_sequence
-- after:
CREATE TABLE u (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL);

-- case: rows: others that cascade
CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p (id) ON DELETE CASCADE, q INTEGER REFERENCES p ON DELETE SET NULL);
-- rows:
INSERT INTO p VALUES (1, 'x'), (2, 'y');
INSERT INTO c VALUES (1, 1, 2), (2, 2, 1);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT NOT NULL);
CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p (id) ON DELETE CASCADE, q INTEGER REFERENCES p ON DELETE SET NULL);

-- case: rows: itself
CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t ON DELETE CASCADE, a TEXT);
-- rows:
INSERT INTO t VALUES (1, NULL, 'x'), (2, 1, 'y'), (3, 2, 'z');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id) ON DELETE SET NULL, a TEXT NOT NULL);

-- case: rows: foreign key that does not hold
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, p INTEGER);
-- rows:
INSERT INTO t VALUES (1, 7);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id));

-- case: rows: computed becomes stored, becomes plain
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a * 2), c INTEGER AS (a * 3) STORED, d INTEGER);
-- rows:
INSERT INTO t (id, a, d) VALUES (1, 5, 9), (2, 6, 8);
-- keeps: SELECT group_concat(b || '/' || c) FROM t
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a * 2) STORED, c INTEGER, d INTEGER);

-- case: rows: without rowid
CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER);
-- rows:
INSERT INTO t VALUES ('x', 1), ('y', 2);
-- after:
CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER) WITHOUT ROWID;

-- case: rows: without rowid and a key that is null
CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER);
-- rows:
INSERT INTO t VALUES ('x', 1), (NULL, 2);
-- after:
CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER) WITHOUT ROWID;

-- case: rows: strict
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT);
-- rows:
INSERT INTO t VALUES (1, 'x', 5), (2, NULL, NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT) STRICT;

-- case: rows: strict does not fit
CREATE TABLE t (id INTEGER PRIMARY KEY, b INT);
-- rows:
INSERT INTO t VALUES (1, 'many');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b INT) STRICT;

-- case: rows: names change and the table, too
-- rename: t=u
-- rename: u.a=aa
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX i ON t (lower(a)) WHERE b IS NOT NULL;
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER r AFTER UPDATE OF a ON t WHEN new.a IS NULL BEGIN DELETE FROM t WHERE id = new.id; END;
-- rows:
INSERT INTO t VALUES (1, 'x', NULL), (2, NULL, 'y');
-- after:
CREATE TABLE u (id INTEGER PRIMARY KEY, aa TEXT NOT NULL DEFAULT '-', b TEXT);
CREATE INDEX i ON u (lower(aa)) WHERE b IS NOT NULL;
CREATE VIEW v AS SELECT aa FROM u;
CREATE TRIGGER r AFTER UPDATE OF aa ON u WHEN new.aa IS NULL BEGIN DELETE FROM u WHERE id = new.id; END;

-- case: rows: triggers that delete do not run
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE log (x TEXT);
CREATE TRIGGER d AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.a); END;
CREATE TRIGGER n AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;
-- rows:
INSERT INTO t VALUES (1, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL);
CREATE TABLE log (x TEXT NOT NULL);
CREATE TRIGGER d AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.a); END;
CREATE TRIGGER n AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;

-- case: rows: a column between, and columns that go
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, gone TEXT UNIQUE, b TEXT);
-- rows:
INSERT INTO t VALUES (1, 'x', 'g', 'z');
-- after:
CREATE TABLE t (b TEXT, id INTEGER PRIMARY KEY, more TEXT DEFAULT 'm', a TEXT);

-- case: rows: collation that makes two of a name one
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE);
-- rows:
INSERT INTO t VALUES (1, 'x'), (2, 'X');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE UNIQUE);

-- case: rows: a key that is the rowid from now on
CREATE TABLE t (id INT PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (5, 'x'), (3, 'X');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);

-- case: rows: a key without values becomes the rowid
CREATE TABLE t (id INT PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (5, 'x'), (NULL, 'X');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
