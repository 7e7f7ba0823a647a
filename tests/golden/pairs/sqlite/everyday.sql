-- family: columns
-- one: plain
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
-- one: without b
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- one: not null
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b TEXT);
-- one: not null with default
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL DEFAULT 0, b TEXT DEFAULT 'it''s');
-- one: other type
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b VARCHAR(20));
-- one: two more
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c REAL DEFAULT 1.5, d BLOB);
-- one: more with now
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP, e INTEGER DEFAULT (1 + 2));
-- one: collate
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT COLLATE NOCASE);
-- one: check
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a > 0), b TEXT);
-- one: table check
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, CONSTRAINT ck CHECK (a > 0 OR b IS NULL));
-- one: unique
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER UNIQUE, b TEXT);
-- one: unique together
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, UNIQUE (a, b));
-- one: generated
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- one: stored
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER AS (a * 2) STORED);
-- one: conflict
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL ON CONFLICT IGNORE, b TEXT UNIQUE ON CONFLICT REPLACE);
-- one: no type
CREATE TABLE t (id INTEGER PRIMARY KEY, a, b);
-- one: between
CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, a INTEGER, b TEXT);

-- family: keys
-- one: none
CREATE TABLE t (a INTEGER, b TEXT);
-- one: rowid
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
-- one: autoincrement
CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT);
-- one: int is not rowid
CREATE TABLE t (a INT PRIMARY KEY, b TEXT);
-- one: text
CREATE TABLE t (a INTEGER, b TEXT PRIMARY KEY);
-- one: both
CREATE TABLE t (a INTEGER, b TEXT, PRIMARY KEY (a, b));
-- one: turned
CREATE TABLE t (a INTEGER, b TEXT, PRIMARY KEY (b, a));
-- one: desc
CREATE TABLE t (a INTEGER, b TEXT, PRIMARY KEY (a DESC));
-- one: without rowid
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) WITHOUT ROWID;
-- one: strict
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT;
-- one: strict without rowid
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT, WITHOUT ROWID;
-- one: named
CREATE TABLE t (a INTEGER, b TEXT, CONSTRAINT pk PRIMARY KEY (a));

-- family: foreign keys
CREATE TABLE p (id INTEGER PRIMARY KEY, x TEXT UNIQUE);
-- one: none
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER, q TEXT);
-- one: inline
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p (id), q TEXT);
-- same: table
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER, q TEXT, FOREIGN KEY (p_id) REFERENCES p (id));
-- same: implicit
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p, q TEXT);
-- one: cascade
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL, q TEXT);
-- one: deferred
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED, q TEXT);
-- one: to unique
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER, q TEXT REFERENCES p (x));
-- one: self
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES t (id), q TEXT);
-- one: not null
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER NOT NULL REFERENCES p (id), q TEXT);
-- one: no column
CREATE TABLE t (id INTEGER PRIMARY KEY, q TEXT);
-- one: no table

-- family: tables that point to each other
-- one: one way
CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, n TEXT);
-- one: both
CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id));
-- one: rebuilt parent
CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, n INTEGER NOT NULL DEFAULT 1 CHECK (n > 0));
-- one: other types
CREATE TABLE a (id TEXT PRIMARY KEY, b_id TEXT NOT NULL REFERENCES b (id));
CREATE TABLE b (id TEXT PRIMARY KEY, n TEXT);
-- one: none

-- family: indexes
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
-- one: none
-- one: plain
CREATE INDEX i ON t (a);
-- same: if not exists
CREATE INDEX IF NOT EXISTS i ON t(a);
-- one: unique
CREATE UNIQUE INDEX i ON t (a, b);
-- one: partial
CREATE INDEX i ON t (a) WHERE b IS NOT NULL;
-- one: expression
CREATE INDEX i ON t (lower(b), (a + 1));
-- one: collate
CREATE INDEX i ON t (b COLLATE NOCASE DESC);
-- one: other name
CREATE INDEX j ON t (a);
-- one: two
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b);

-- family: indexes on rebuilt tables
-- one: plain
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
CREATE INDEX i ON t (a);
-- one: rebuilt
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '', b TEXT);
CREATE INDEX i ON t (a);
-- one: rebuilt with other
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER);
CREATE INDEX i ON t (a, b);
CREATE UNIQUE INDEX j ON t (b) WHERE b > 1;
-- one: gone column
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX j ON t (b);

-- family: views and triggers
-- one: plain
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
-- one: view
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 1;
-- one: view of a rebuilt table
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT);
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 1;
-- one: chain
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w (x) AS SELECT a FROM v;
-- one: chain without b
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w (x) AS SELECT a FROM v;
-- one: trigger
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; END;
-- one: trigger on a rebuilt table
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL DEFAULT 2, b TEXT, UNIQUE (b));
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; SELECT 1; END;
-- one: instead
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER h INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.a); END;
-- one: of when
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW WHEN NEW.a > 5 BEGIN SELECT RAISE(ABORT, 'no; not this'); END;
-- one: trigger of another table
CREATE TABLE t (id INTEGER PRIMARY KEY, a REAL, b TEXT);
CREATE TABLE log (x INTEGER);
CREATE TRIGGER g AFTER DELETE ON log BEGIN DELETE FROM t WHERE a = OLD.x; END;
-- one: none

-- family: names
-- one: plain
CREATE TABLE users (id INTEGER PRIMARY KEY, "order" INTEGER);
-- one: quoted
CREATE TABLE "users" (`id` INTEGER PRIMARY KEY, [order] INTEGER, "my col" TEXT DEFAULT 'x');
-- one: odd
CREATE TABLE "my table" ("a""b" INTEGER, 'c' TEXT);
CREATE INDEX "my index" ON "my table" ("a""b");
-- one: both
CREATE TABLE users (id INTEGER PRIMARY KEY, "order" TEXT NOT NULL);
CREATE TABLE "group" ("select" INTEGER REFERENCES users (id));
-- family: virtual tables
-- one: none
CREATE TABLE t (a TEXT);
-- one: fts
CREATE TABLE t (a TEXT);
CREATE VIRTUAL TABLE f USING fts5(a, b, content='');
-- one: fts other
CREATE TABLE t (a TEXT);
CREATE VIRTUAL TABLE f USING fts5(a, c);
-- one: rtree
CREATE TABLE t (a TEXT);
CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx);

-- family: comments inside
-- one: none
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- same: with comments
CREATE TABLE t (
  id INTEGER PRIMARY KEY, -- the id
  a TEXT /* a text, with a comma */
);
-- one: more
CREATE TABLE t (
  id INTEGER PRIMARY KEY, -- the id
  a TEXT, -- a text
  b TEXT -- the last
);

-- family: defaults
-- one: none
CREATE TABLE t (a, b, c, d);
-- one: literals
CREATE TABLE t (a DEFAULT 1, b DEFAULT -1.5, c DEFAULT 'x', d DEFAULT NULL);
-- one: other literals
CREATE TABLE t (a DEFAULT +1, b DEFAULT 1e3, c DEFAULT "x", d DEFAULT x'00ff');
-- one: words
CREATE TABLE t (a DEFAULT TRUE, b DEFAULT FALSE, c DEFAULT CURRENT_DATE, d DEFAULT CURRENT_TIME);
-- one: expressions
CREATE TABLE t (a DEFAULT (random()), b DEFAULT (strftime('%s', 'now')), c DEFAULT ('a' || 'b'), d DEFAULT (1));
