-- family: more: a key at the column and beside
-- one: of two
CREATE TABLE t (a INTEGER, b TEXT, c REAL, PRIMARY KEY (a, b));
-- same: upwards and in quotes
CREATE TABLE t ("a" INTEGER, "b" TEXT, "c" REAL, PRIMARY KEY ("a" ASC, "b" COLLATE BINARY));
-- one: not null
CREATE TABLE t (a INTEGER NOT NULL, b TEXT NOT NULL, c REAL, PRIMARY KEY (a, b));
-- one: named
CREATE TABLE t (a INTEGER, b TEXT, c REAL, CONSTRAINT pk_t PRIMARY KEY (a, b));
-- one: of one
CREATE TABLE t (a INTEGER, b TEXT PRIMARY KEY, c REAL);
-- one: without rowid, not null
CREATE TABLE t (a INTEGER, b TEXT, c REAL, PRIMARY KEY (b)) WITHOUT ROWID;
-- one: the rowid under a name
CREATE TABLE t (a INTEGER CONSTRAINT pk_t PRIMARY KEY DESC, b TEXT, c REAL);
-- one: the rowid under a name that counts
CREATE TABLE t (a INTEGER CONSTRAINT pk_t PRIMARY KEY ON CONFLICT IGNORE AUTOINCREMENT, b TEXT, c REAL);

-- family: more: where rows point to
CREATE TABLE a (id INTEGER PRIMARY KEY, k TEXT NOT NULL UNIQUE, m INTEGER, n INTEGER, UNIQUE (m, n));
-- one: nowhere
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y TEXT, z INTEGER);
-- one: to the key
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER REFERENCES a, y TEXT, z INTEGER);
-- one: to a text
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y TEXT REFERENCES a (k) ON UPDATE CASCADE ON DELETE SET DEFAULT, z INTEGER);
-- same: to a text, in another order
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y TEXT REFERENCES a (k) ON DELETE SET DEFAULT ON UPDATE CASCADE, z INTEGER);
-- one: to two
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y TEXT, z INTEGER, FOREIGN KEY (x, z) REFERENCES a (m, n) ON DELETE CASCADE);
-- one: to two, turned
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y TEXT, z INTEGER, FOREIGN KEY (z, x) REFERENCES a (m, n) ON DELETE CASCADE);
-- one: all
CREATE TABLE b (id INTEGER PRIMARY KEY REFERENCES a, x INTEGER CONSTRAINT fx REFERENCES b (id), y TEXT NOT NULL REFERENCES a (k), z INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED);

-- family: more: rows through a rebuild
-- one: plain
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, n INTEGER, x BLOB);
-- rows:
INSERT INTO t VALUES (1, 'one', 1, x'01'), (2, NULL, NULL, NULL), (100, '', -5, 'text'), (-3, '007', 9223372036854775807, 1.5);
-- one: other types
CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(10), n BIGINT, x);
-- rows:
INSERT INTO t VALUES (1, 'one', 1, x'01'), (2, NULL, NULL, NULL), (100, '', -5, 'text');
-- one: not null
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'a', n INTEGER NOT NULL DEFAULT 0, x BLOB DEFAULT x'00');
-- rows:
INSERT INTO t VALUES (1, 'one', 1, x'01'), (2, '', 5, NULL);
-- one: counts on
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, n INTEGER, x BLOB);
-- rows:
INSERT INTO t VALUES (1, 'one', 1, x'01'), (7, NULL, NULL, NULL);
DELETE FROM t WHERE id = 7;
-- one: no rowid
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, n INTEGER, x BLOB) WITHOUT ROWID;
-- rows:
INSERT INTO t VALUES (1, 'one', 1, x'01'), (2, NULL, NULL, NULL);
-- one: strict
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, n INTEGER, x BLOB) STRICT;
-- rows:
INSERT INTO t VALUES (1, 'one', 1, x'01'), (2, NULL, NULL, NULL);
-- one: other order and more
CREATE TABLE t (x BLOB, n INTEGER, more TEXT DEFAULT 'm', a TEXT, id INTEGER PRIMARY KEY);
-- rows:
INSERT INTO t (id, a, n, x) VALUES (1, 'one', 1, x'01'), (2, NULL, NULL, NULL);

-- family: more: checks and what they speak of
-- one: none
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
-- one: at the column
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a >= 0), b TEXT);
-- same: beside
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, CHECK (a >= 0));
-- one: named
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, CONSTRAINT pos CHECK (a >= 0));
-- one: glob and like
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT CHECK (b GLOB '[a-z]*' AND b NOT LIKE '%x%' ESCAPE '!'));
-- one: functions
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (typeof(a) = 'integer'), b TEXT CHECK (length(b) BETWEEN 1 AND 5 AND json_valid(b)));
-- one: case and cast
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (CASE WHEN a IS NULL THEN 1 ELSE a > 0 END), b TEXT CHECK (CAST(b AS INTEGER) <> 0 OR b IS NOT DISTINCT FROM 'x'));
-- one: words as texts
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT CHECK (b IN ("red", 'green')));

-- ring: more: views that read each other
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- one: two
CREATE VIEW v1 AS SELECT id, a FROM t;
CREATE VIEW v2 AS SELECT a FROM v1;
-- one: in another order
CREATE VIEW v2 AS SELECT a FROM v1;
CREATE VIEW v1 AS SELECT id, a FROM t;
-- one: the lower changes
CREATE VIEW v1 AS SELECT id, upper(a) AS a FROM t;
CREATE VIEW v2 AS SELECT a FROM v1;
-- one: the upper goes
CREATE VIEW v1 AS SELECT id, a FROM t;
-- one: with triggers
CREATE VIEW v1 AS SELECT id, a FROM t;
CREATE TRIGGER g1 INSTEAD OF INSERT ON v1 BEGIN INSERT INTO t VALUES (new.id, new.a); END;
CREATE TRIGGER g2 INSTEAD OF DELETE ON v1 BEGIN DELETE FROM t WHERE id = old.id; END;
-- one: a table of the name
CREATE TABLE v1 (id INTEGER, a TEXT);
CREATE TRIGGER g1 AFTER INSERT ON v1 BEGIN INSERT INTO t VALUES (new.id, new.a); END;
-- one: none

-- ring: more: texts of triggers
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, n INTEGER);
CREATE TABLE l (x);
-- one: plain
CREATE TRIGGER g AFTER UPDATE ON t WHEN new.a <> old.a BEGIN INSERT INTO l VALUES ('a;b'); UPDATE t SET n = CASE WHEN n > 1 THEN 2 ELSE 3 END WHERE id = new.id; END;
-- same: in lines
CREATE TRIGGER g
AFTER UPDATE ON t
FOR EACH ROW
WHEN new.a <> old.a
BEGIN
  -- the log; with a comment
  INSERT INTO l VALUES ('a;b');
  UPDATE t SET n = CASE WHEN n > 1 THEN 2 ELSE 3 END WHERE id = new.id;
END;
-- one: of columns
CREATE TRIGGER g AFTER UPDATE OF a, n ON t BEGIN SELECT RAISE(FAIL, 'no') WHERE new.n IS NULL; END;
-- one: temp tables and upsert
CREATE TRIGGER g BEFORE INSERT ON t BEGIN INSERT INTO l (x) VALUES (new.a) ON CONFLICT DO NOTHING; REPLACE INTO l VALUES (1); DELETE FROM l WHERE x IN (SELECT a FROM t); END;
-- one: two of one kind
CREATE TRIGGER g AFTER DELETE ON t BEGIN DELETE FROM l; END;
CREATE TRIGGER h AFTER DELETE ON t BEGIN INSERT INTO l VALUES (old.id); END;

-- ring: more: indexes whose table changes
-- one: three
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX i1 ON t (a);
CREATE UNIQUE INDEX i2 ON t (b, a DESC);
CREATE INDEX i3 ON t (a) WHERE b IS NOT NULL;
-- one: rebuilt, three
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT);
CREATE INDEX i1 ON t (a);
CREATE UNIQUE INDEX i2 ON t (b, a DESC);
CREATE INDEX i3 ON t (a) WHERE b IS NOT NULL;
-- one: rebuilt, others
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INTEGER, c AS (a || b));
CREATE INDEX i1 ON t (b);
CREATE INDEX i3 ON t (c) WHERE b > 0;
-- one: a column less
CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER);
CREATE INDEX i1 ON t (b);
-- one: another table has them
CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER);
CREATE TABLE u (a TEXT);
CREATE INDEX i1 ON u (a);
CREATE INDEX i2 ON t (b);
