-- family: forms of a table
-- one: plain
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, n INTEGER DEFAULT 0, CHECK (n >= 0), UNIQUE (name));
-- same: constraints of columns
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, n INTEGER DEFAULT 0 CHECK (n >= 0));
-- same: quoted
CREATE TABLE "t" ("id" INTEGER, [name] TEXT NOT NULL, `n` INTEGER DEFAULT (0), PRIMARY KEY ("id"), CHECK ("n" >= 0), UNIQUE ([name]));
-- same: small letters
create table T (ID integer primary key, NAME text not null unique, N integer default 0 check (N >= 0));
-- same: comments
CREATE TABLE t ( -- a table
  id /* the key */ INTEGER PRIMARY KEY, -- of all
  name TEXT NOT NULL UNIQUE, /* , */
  n INTEGER DEFAULT 0 CHECK (n /* never less */ >= 0)
);
-- same: with schema
CREATE TABLE main.t (id INTEGER PRIMARY KEY ASC, name TEXT UNIQUE NOT NULL, n INTEGER CHECK (n>=0) DEFAULT 0);
-- same: if not exists
CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, n INTEGER DEFAULT 0 CHECK (n >= 0));
-- one: named
CREATE TABLE t (id INTEGER CONSTRAINT pk PRIMARY KEY, name TEXT CONSTRAINT nn NOT NULL CONSTRAINT un UNIQUE, n INTEGER DEFAULT 0 CONSTRAINT ck CHECK (n >= 0));
-- one: types as text
CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(255) NOT NULL UNIQUE, n UNSIGNED BIG INT DEFAULT 0 CHECK (n >= 0));
-- one: odd types
CREATE TABLE t (id INTEGER PRIMARY KEY, name "my type" NOT NULL UNIQUE, n DECIMAL(10, 5) DEFAULT 0 CHECK (n >= 0));

-- family: keys of one column
-- one: descending in the table
CREATE TABLE t (id INTEGER, a TEXT, PRIMARY KEY (id DESC));
-- one: conflict
CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a TEXT);
-- one: conflict and auto
CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT ROLLBACK AUTOINCREMENT, a TEXT);
-- one: auto
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- one: table auto
CREATE TABLE t (id INTEGER, a TEXT, PRIMARY KEY (id AUTOINCREMENT));
-- one: collated key
CREATE TABLE t (id TEXT COLLATE NOCASE PRIMARY KEY, a TEXT);
-- one: collated in the key
CREATE TABLE t (id TEXT, a TEXT, PRIMARY KEY (id COLLATE NOCASE)) WITHOUT ROWID;
-- one: not null key
CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, a TEXT);
-- one: bigint
CREATE TABLE t (id BIGINT PRIMARY KEY, a TEXT);

-- family: conflicts
-- one: none
CREATE TABLE t (a INTEGER NOT NULL, b TEXT UNIQUE, CHECK (a > 0));
-- one: not null
CREATE TABLE t (a INTEGER NOT NULL ON CONFLICT FAIL, b TEXT UNIQUE, CHECK (a > 0));
-- one: not null replaces
CREATE TABLE t (a INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 1, b TEXT UNIQUE, CHECK (a > 0));
-- one: unique
CREATE TABLE t (a INTEGER NOT NULL, b TEXT UNIQUE ON CONFLICT IGNORE, CHECK (a > 0));
-- one: table unique
CREATE TABLE t (a INTEGER NOT NULL, b TEXT, UNIQUE (b, a) ON CONFLICT ROLLBACK, CHECK (a > 0));

-- family: when keys are checked
CREATE TABLE p (a INTEGER, b INTEGER, PRIMARY KEY (a, b));
-- one: at once
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p (a, b));
-- same: not deferrable
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p (a, b) NOT DEFERRABLE);
-- same: initially immediate
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p DEFERRABLE INITIALLY IMMEDIATE);
-- same: deferrable alone
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p DEFERRABLE);
-- same: no action
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p ON DELETE NO ACTION ON UPDATE NO ACTION);
-- one: deferred
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- one: match
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p MATCH FULL);
-- one: actions
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p ON DELETE SET DEFAULT ON UPDATE RESTRICT);
-- one: named
CREATE TABLE t (a INTEGER, b INTEGER, CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p ON UPDATE CASCADE);
-- one: two
CREATE TABLE t (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p, FOREIGN KEY (b, a) REFERENCES p);
-- one: to what is not there
CREATE TABLE t (a INTEGER REFERENCES nowhere, b INTEGER REFERENCES t (a));

-- family: defaults of all kinds
-- one: none
CREATE TABLE t (a, b, c, d, e);
-- same: null
CREATE TABLE t (a DEFAULT NULL, b DEFAULT (NULL), c, d, e);
-- one: signs
CREATE TABLE t (a DEFAULT -1, b DEFAULT +1, c DEFAULT 1e3, d DEFAULT 0x10, e DEFAULT .5);
-- one: texts
CREATE TABLE t (a DEFAULT 'a', b DEFAULT "b", c DEFAULT c, d DEFAULT '', e DEFAULT 'it''s');
-- one: bytes
CREATE TABLE t (a DEFAULT x'00ff', b DEFAULT X'', c DEFAULT TRUE, d DEFAULT false, e DEFAULT (1));
-- one: times
CREATE TABLE t (a DEFAULT CURRENT_TIMESTAMP, b DEFAULT current_date, c DEFAULT (datetime('now', 'localtime')), d DEFAULT (strftime('%s', 'now')), e DEFAULT CURRENT_TIME);
-- one: expressions
CREATE TABLE t (a DEFAULT (1 + 2 * 3), b DEFAULT (lower(hex(randomblob(16)))), c DEFAULT (CASE WHEN 1 THEN 'x' ELSE 'y' END), d DEFAULT (abs(-1) || 'x'), e DEFAULT (json_array()));

-- family: computed
-- one: none
CREATE TABLE t (a INTEGER, b INTEGER, c TEXT);
-- one: virtual
CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1) VIRTUAL, c TEXT);
-- same: short
CREATE TABLE t (a INTEGER, b INTEGER AS (a + 1), c TEXT);
-- same: spaced
CREATE TABLE t (a INTEGER, b INTEGER AS ( a+1 ) VIRTUAL, c TEXT);
-- one: stored
CREATE TABLE t (a INTEGER, b INTEGER AS (a + 1) STORED, c TEXT);
-- one: not null unique
CREATE TABLE t (a INTEGER, b INTEGER NOT NULL UNIQUE AS (a + 1) STORED, c TEXT);
-- one: checked and collated
CREATE TABLE t (a INTEGER, b TEXT COLLATE NOCASE AS (lower(c)) CHECK (b <> ''), c TEXT);
-- one: of computed
CREATE TABLE t (a INTEGER, b INTEGER AS (a * 2), c TEXT AS (b || '!') STORED);
-- one: indexed
CREATE TABLE t (a INTEGER, b INTEGER AS (json_extract(c, '$.x')), c TEXT);
CREATE INDEX i ON t (b) WHERE b IS NOT NULL;
-- one: no type
CREATE TABLE t (a INTEGER, b AS (a), c TEXT);
-- one: foreign
CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER AS (a - 1) STORED REFERENCES t (a), c TEXT);

-- family: collations
-- one: none
CREATE TABLE t (a TEXT, b TEXT);
CREATE INDEX i ON t (a);
-- same: binary
CREATE TABLE t (a TEXT COLLATE BINARY, b TEXT);
CREATE INDEX i ON t (a ASC);
-- one: nocase
CREATE TABLE t (a TEXT COLLATE NOCASE, b TEXT COLLATE RTRIM);
CREATE INDEX i ON t (a);
-- same: nocase in quotes
CREATE TABLE t (a TEXT COLLATE "nocase", b TEXT COLLATE 'RTRIM');
CREATE INDEX i ON t (a);
-- one: nocase in the index
CREATE TABLE t (a TEXT, b TEXT);
CREATE INDEX i ON t (a COLLATE NOCASE DESC);
-- one: in the constraint
CREATE TABLE t (a TEXT, b TEXT, UNIQUE (a COLLATE NOCASE, b DESC));
CREATE INDEX i ON t (a);

-- family: indexes of all kinds
CREATE TABLE t (a INTEGER, b TEXT, c TEXT);
-- one: plain
CREATE INDEX i ON t (a, b);
-- same: with schema and quotes
CREATE INDEX IF NOT EXISTS main."i" ON "t" ("a" ASC, [b]);
-- one: partial
CREATE INDEX i ON t (a, b) WHERE c IS NOT NULL AND a > 5;
-- same: partial in small letters
create index I on T (A, B) where C is not null and A>5;
-- one: expression
CREATE INDEX i ON t (lower(b), a + 1, json_extract(c, '$.x'));
-- one: case
CREATE UNIQUE INDEX i ON t (CASE WHEN a > 0 THEN b END) WHERE b LIKE 'x%';
-- one: many
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t (b DESC, a);
CREATE UNIQUE INDEX i3 ON t (coalesce(b, c));
CREATE INDEX i4 ON t (a) WHERE a IN (1, 2, 3);
-- one: in
CREATE INDEX i ON t (a) WHERE a IN (1,2) OR b BETWEEN 'a' AND 'b';

-- family: views of all kinds
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, p INTEGER);
-- one: none
-- one: plain
CREATE VIEW v AS SELECT id, a FROM t;
-- one: columns
CREATE VIEW v (x, "y z") AS SELECT id, a FROM t;
-- one: with
CREATE VIEW v AS WITH RECURSIVE up (id, n) AS (SELECT id, 0 FROM t WHERE p IS NULL UNION ALL SELECT t.id, n + 1 FROM t JOIN up ON t.p = up.id) SELECT * FROM up;
-- one: window
CREATE VIEW v AS SELECT id, row_number() OVER (PARTITION BY a ORDER BY id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n, sum(p) FILTER (WHERE a IS NOT NULL) OVER w AS s FROM t WINDOW w AS (ORDER BY id);
-- one: set
CREATE VIEW v AS SELECT id FROM t UNION SELECT p FROM t EXCEPT SELECT 1 ORDER BY 1 LIMIT 10 OFFSET 2;
-- one: values
CREATE VIEW v AS VALUES (1, 'a'), (2, 'b');
-- one: of views
CREATE VIEW w AS SELECT * FROM v WHERE id > 1;
CREATE VIEW v AS SELECT id, a FROM t;
-- one: instead
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER v_i INSTEAD OF INSERT ON v BEGIN INSERT INTO t (id, a) VALUES (new.id, new.a); END;
CREATE TRIGGER v_u INSTEAD OF UPDATE OF a ON v WHEN new.a <> old.a BEGIN UPDATE t SET a = new.a WHERE id = old.id; END;
CREATE TRIGGER v_d INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE id = old.id; END;
-- one: subquery
CREATE VIEW v AS SELECT (SELECT max(id) FROM t AS u WHERE u.p = t.id) AS m, EXISTS (SELECT 1 FROM t WHERE a GLOB 'x*') AS e, CAST(a AS INTEGER) AS c FROM t;

-- family: triggers of all kinds
CREATE TABLE log (x TEXT, at TEXT);
-- one: none
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
-- one: after
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a, datetime('now')); END;
-- same: for each row
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TRIGGER IF NOT EXISTS main.r AFTER INSERT ON "t" FOR EACH ROW BEGIN
  INSERT INTO log VALUES (new.a, datetime('now')); -- now
END;
-- one: before
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TRIGGER r BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'no; never') WHERE new.a IS NULL; END;
-- same: without word
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TRIGGER r INSERT ON t BEGIN SELECT RAISE(ABORT, 'no; never') WHERE new.a IS NULL; END;
-- one: of
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TRIGGER r AFTER UPDATE OF a, b ON t WHEN old.a IS NOT new.a BEGIN UPDATE log SET x = new.a WHERE x = old.a; DELETE FROM log WHERE x IS NULL; END;
-- one: many
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TRIGGER r1 AFTER DELETE ON t BEGIN INSERT OR REPLACE INTO log SELECT a, CASE WHEN id > 1 THEN 'x' ELSE 'y' END FROM t; END;
CREATE TRIGGER r2 AFTER DELETE ON t BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER r3 AFTER INSERT ON log BEGIN UPDATE t SET b = new.x; END;
-- one: on a rebuilt table
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b TEXT);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a, datetime('now')); END;
-- one: upsert
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT);
CREATE TRIGGER r AFTER INSERT ON log BEGIN INSERT INTO t (a) VALUES (new.x) ON CONFLICT (a) DO UPDATE SET b = excluded.a; END;

-- family: modules
-- one: none
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- one: fts
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE s USING fts5(a, content='t', content_rowid='id', tokenize = 'porter unicode61');
-- same: fts in capitals
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS "s" USING FTS5(a, content='t', content_rowid='id', tokenize = 'porter unicode61');
-- one: fts with triggers
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL);
CREATE VIRTUAL TABLE s USING fts5(a, content=t, content_rowid=id);
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN INSERT INTO s (rowid, a) VALUES (new.id, new.a); END;
CREATE TRIGGER t_ad AFTER DELETE ON t BEGIN INSERT INTO s (s, rowid, a) VALUES ('delete', old.id, old.a); END;
-- one: fts with columns
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE s USING fts5(a, b UNINDEXED, prefix='2 3', columnsize=0, detail=none);
-- one: rtree
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE s USING rtree(id, minx, maxx, miny, maxy, +name TEXT);
-- one: rtree of whole numbers
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE s USING rtree_i32(id, minx, maxx);
-- one: vocabulary
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE f USING fts5(a);
CREATE VIRTUAL TABLE s USING fts5vocab(f, row);
-- one: a plain table of the name
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE s (a TEXT);

-- family: keywords as names
-- one: in quotes
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY, "select" TEXT, "from" TEXT);
CREATE INDEX "index" ON "order" ("select");
-- same: other quotes
CREATE TABLE [order] (`group` INTEGER PRIMARY KEY, [select] TEXT, "from" TEXT);
CREATE INDEX [index] ON `order` ([select]);
-- one: without quotes
CREATE TABLE key (action INTEGER PRIMARY KEY, replace TEXT, abort TEXT, cascade TEXT, "end" TEXT, temp INT, rowid TEXT, view, trigger, vacuum, plan, query, "if", like, glob, match, first, last, row, rows, filter, over, window, generated, always, materialized);
-- one: changed
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY, "select" INTEGER NOT NULL, "from" TEXT, "where" TEXT CHECK ("where" <> ''), FOREIGN KEY ("from") REFERENCES "order" ("select"));
CREATE UNIQUE INDEX "index" ON "order" ("select" DESC) WHERE "from" IS NULL;
CREATE VIEW "table" AS SELECT "group", "select" FROM "order";
CREATE TRIGGER "trigger" AFTER UPDATE OF "from" ON "order" BEGIN DELETE FROM "order" WHERE "group" = new."group"; END;
-- one: odd
CREATE TABLE "a b" ("c""d" TEXT PRIMARY KEY, "e.f" TEXT, "1" INT, "ü" TEXT, "" TEXT);
CREATE INDEX "i-1" ON "a b" ("e.f");
-- one: odd changed
CREATE TABLE "a b" ("c""d" TEXT PRIMARY KEY, "e.f" INT NOT NULL, "1" INT, "ü" TEXT, "" TEXT);
CREATE INDEX "i-1" ON "a b" ("e.f", "ü");

-- family: checks of all kinds
-- one: none
CREATE TABLE t (a INTEGER, b TEXT);
-- one: simple
CREATE TABLE t (a INTEGER CHECK (a > 0), b TEXT CHECK (length(b) < 10));
-- same: spaces and letters
CREATE TABLE t (a INTEGER check(A>0), b TEXT check( LENGTH(b)<10 ));
-- one: in
CREATE TABLE t (a INTEGER, b TEXT CHECK (b IN ('x', 'y', 'it''s')));
-- one: across
CREATE TABLE t (a INTEGER, b TEXT, CHECK (a IS NOT NULL OR b IS NOT NULL), CONSTRAINT c CHECK ((a > 1) = (b = 'x')));
-- one: patterns
CREATE TABLE t (a INTEGER, b TEXT CHECK (b LIKE '%@%' ESCAPE '\' AND b NOT GLOB '[0-9]*'));
-- one: types
CREATE TABLE t (a INTEGER CHECK (typeof(a) = 'integer'), b TEXT CHECK (json_valid(b)));
-- one: case
CREATE TABLE t (a INTEGER CHECK (CASE WHEN a IS NULL THEN 1 ELSE a BETWEEN 1 AND 5 END), b TEXT CHECK (b -> '$.x' IS NOT NULL));
-- one: same twice
CREATE TABLE t (a INTEGER CHECK (a > 0) CHECK (a > 0), b TEXT);
-- one: text with comment
CREATE TABLE t (a INTEGER CHECK (a > 0 /* really, (yes) */), b TEXT CHECK (b <> '-- no'));

-- family: options
-- one: none
CREATE TABLE t (a TEXT PRIMARY KEY, b INT);
-- one: strict
CREATE TABLE t (a TEXT PRIMARY KEY, b INT) STRICT;
-- same: strict in small letters
CREATE TABLE t (a TEXT PRIMARY KEY, b INT) strict;
-- one: without rowid
CREATE TABLE t (a TEXT PRIMARY KEY, b INT) WITHOUT ROWID;
-- one: both
CREATE TABLE t (a TEXT PRIMARY KEY, b INT) STRICT, WITHOUT ROWID;
-- same: turned
CREATE TABLE t (a TEXT PRIMARY KEY, b INT) WITHOUT ROWID,STRICT;
-- one: any
CREATE TABLE t (a TEXT PRIMARY KEY, b ANY) STRICT;

-- family: for one session
-- one: plain
CREATE TABLE t (a INTEGER);
-- same: with temporary ones
CREATE TABLE t (a INTEGER);
CREATE TEMP TABLE x (a INTEGER);
CREATE TEMPORARY VIEW y AS SELECT * FROM t;
CREATE TEMP TRIGGER z AFTER INSERT ON t BEGIN SELECT 1; END;
-- one: more
CREATE TABLE t (a INTEGER, b TEXT);
CREATE TABLE temp.x (a INTEGER);

-- family: made by steps
-- one: at once
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '', b INTEGER REFERENCES t (id));
CREATE INDEX i ON t (a);
-- same: columns later
CREATE TABLE t (id INTEGER PRIMARY KEY);
ALTER TABLE t ADD COLUMN a TEXT NOT NULL DEFAULT '';
ALTER TABLE t ADD b INTEGER REFERENCES t (id);
CREATE INDEX i ON t (a);
-- same: renamed
CREATE TABLE o (id INTEGER PRIMARY KEY, x TEXT NOT NULL DEFAULT '', b INTEGER REFERENCES o (id), gone TEXT);
CREATE INDEX i ON o (x);
ALTER TABLE o RENAME TO t;
ALTER TABLE t RENAME COLUMN x TO a;
ALTER TABLE t DROP COLUMN gone;

-- case: made by a rebuild
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INTEGER REFERENCES t (id));
CREATE TABLE t2 (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '', b INTEGER REFERENCES t (id));
INSERT INTO t2 SELECT id, coalesce(a, ''), b FROM t;
DROP TABLE t;
ALTER TABLE t2 RENAME TO t;
CREATE INDEX i ON t (a);
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '', b INTEGER REFERENCES t (id));
CREATE INDEX i ON t (a);

-- case: of a query
CREATE TABLE s (id INTEGER PRIMARY KEY, a VARCHAR(10));
CREATE TABLE t AS SELECT id, a, id + 1 AS b FROM s;
CREATE INDEX i ON t (a);
-- after:
CREATE TABLE s (id INTEGER PRIMARY KEY, a VARCHAR(10), b TEXT);
CREATE TABLE t AS SELECT id, a, id + 1 AS b FROM s;
CREATE INDEX i ON t (a, b);
