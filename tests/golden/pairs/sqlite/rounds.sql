-- case: liquibase: add a not null column with a value
CREATE TABLE person (id INTEGER NOT NULL CONSTRAINT pk_person PRIMARY KEY, name VARCHAR(255));
-- rows:
INSERT INTO person VALUES (1, 'a'), (2, NULL);
-- after:
CREATE TABLE person (id INTEGER NOT NULL CONSTRAINT pk_person PRIMARY KEY, name VARCHAR(255) DEFAULT 'x' NOT NULL, state CHAR(2) DEFAULT 'NY' NOT NULL);

-- case: sequelize: timestamps and enums
CREATE TABLE IF NOT EXISTS `Users` (`id` INTEGER PRIMARY KEY AUTOINCREMENT, `role` TEXT DEFAULT 'user', `createdAt` DATETIME NOT NULL, `updatedAt` DATETIME NOT NULL);
-- after:
CREATE TABLE IF NOT EXISTS `Users` (`id` UUID PRIMARY KEY, `role` TEXT DEFAULT 'user', `createdAt` DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, `updatedAt` DATETIME NOT NULL, `deletedAt` DATETIME, `age` INTEGER DEFAULT 0, `ok` TINYINT(1) DEFAULT 1);

-- case: knex: alter a column that an index and a unique use
CREATE TABLE `t` (`id` integer not null primary key autoincrement, `a` varchar(255) null, `b` integer);
CREATE UNIQUE INDEX `t_a_unique` on `t` (`a`);
CREATE INDEX `t_b_index` on `t` (`b`);
-- rows:
INSERT INTO t (a, b) VALUES ('x', 1), ('y', NULL);
-- after:
CREATE TABLE `t` (`id` integer not null primary key autoincrement, `a` varchar(100) not null, `b` float default '1.5');
CREATE UNIQUE INDEX `t_a_unique` on `t` (`a`);
CREATE INDEX `t_b_index` on `t` (`b`, `a`);

-- case: a table comes with all it has
-- after:
CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT NOT NULL COLLATE NOCASE DEFAULT '' CHECK (length(n) < 10), m REAL AS (id * 1.5) STORED UNIQUE, b INTEGER CONSTRAINT to_b REFERENCES b (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT u UNIQUE (n, b) ON CONFLICT REPLACE, CONSTRAINT c CHECK (b IS NULL OR b > 0)) STRICT;
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a);
CREATE UNIQUE INDEX i ON a (n COLLATE RTRIM DESC, lower(n)) WHERE n <> '';
CREATE VIEW v (x, y) AS WITH r AS (SELECT id FROM a) SELECT r.id, (SELECT count(*) FROM b) FROM r;
CREATE TRIGGER g INSTEAD OF UPDATE OF x ON v WHEN NEW.x > 1 BEGIN UPDATE a SET id = NEW.x WHERE id = OLD.x; END;

-- case: all goes
CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a);
CREATE UNIQUE INDEX i ON a (b);
CREATE VIEW v AS SELECT * FROM a;
CREATE VIEW w AS SELECT * FROM v;
CREATE TRIGGER g INSTEAD OF INSERT ON v BEGIN SELECT 1; END;
CREATE TRIGGER h AFTER INSERT ON a BEGIN DELETE FROM b; END;
CREATE VIRTUAL TABLE f USING fts5(x);
-- after:

-- case: column in other letters and quotes inside expressions
CREATE TABLE t (Id INTEGER PRIMARY KEY, Name TEXT CHECK (Name <> ''), Up TEXT AS (upper(Name)));
CREATE INDEX i ON t (Name, Up);
-- equal:
CREATE TABLE t ("id" INTEGER PRIMARY KEY, "name" TEXT CHECK ("name" <> ''), "up" TEXT AS (upper("name")));
CREATE INDEX I ON T ("name", "up");

-- case: checks in other words
CREATE TABLE t (a INTEGER CHECK (a > 0 AND a < 10), b TEXT CHECK (b IN ('x', 'y')), c INTEGER CHECK (c IS NOT NULL), CHECK (a != 5));
-- equal:
CREATE TABLE t (a INTEGER CHECK (((a > 0) AND (a < 10))), b TEXT CHECK (b in ('x','y')), c INTEGER CHECK (c NOTNULL), CHECK (a <> 5));

-- case: generated in other words
CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1), c TEXT AS (a || '-' || b) STORED NOT NULL);
-- equal:
CREATE TABLE t (a INTEGER, b INTEGER AS ((a + 1)) VIRTUAL, c TEXT NOT NULL GENERATED ALWAYS AS (a||'-'||b) STORED);

-- case: generated changes kind and expression
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a + 1), c INTEGER AS (a + 2) STORED, d INTEGER);
CREATE INDEX i ON t (b);
-- rows:
INSERT INTO t (id, a, d) VALUES (1, 5, 6), (2, 7, 8);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a + 1) STORED, c INTEGER AS (a * 2) VIRTUAL, d INTEGER AS (a - 1));
CREATE INDEX i ON t (b);

-- case: plain becomes generated, generated becomes plain
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a + 1) STORED);
-- rows:
INSERT INTO t (id, a) VALUES (1, 5);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER AS (b - 1), b INTEGER);

-- case: a virtual generated column is added between
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- rows:
INSERT INTO t VALUES (1, 2);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, g INTEGER AS (a * 2) VIRTUAL CHECK (g > 0), a INTEGER, h INTEGER AS (a) STORED);

-- case: foreign keys with many columns and names
CREATE TABLE p (a INTEGER, b INTEGER, c TEXT, PRIMARY KEY (a, b), UNIQUE (b, c));
CREATE TABLE c (x INTEGER, y INTEGER, z TEXT, CONSTRAINT one FOREIGN KEY (x, y) REFERENCES p ON UPDATE CASCADE);
-- after:
CREATE TABLE p (a INTEGER, b INTEGER, c TEXT, PRIMARY KEY (a, b), UNIQUE (b, c));
CREATE TABLE c (x INTEGER, y INTEGER, z TEXT, CONSTRAINT two FOREIGN KEY (y, z) REFERENCES p (b, c) ON DELETE SET NULL, FOREIGN KEY (x, y) REFERENCES p (a, b) MATCH FULL);

-- case: a foreign key to a table that is renamed and rebuilt
CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id));
-- rename: p=q
-- rows:
INSERT INTO p VALUES (1, 'a');
INSERT INTO c VALUES (1, 1);
-- after:
CREATE TABLE q (id INTEGER PRIMARY KEY, n TEXT NOT NULL DEFAULT '');
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES q (id));

-- case: a rename of a column that others point to
CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE c (id INTEGER PRIMARY KEY, code TEXT REFERENCES p (code));
-- rename: p.code=tag
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY, tag TEXT UNIQUE);
CREATE TABLE c (id INTEGER PRIMARY KEY, code TEXT REFERENCES p (tag));

-- case: a column swaps its name with another
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
-- rename: t.a=x
-- rename: t.b=a
-- rows:
INSERT INTO t VALUES (1, 'was a', 'was b');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, a TEXT);

-- case: a table takes the name of one that goes
CREATE TABLE old (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- rename: t=u
-- after:
CREATE TABLE u (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TABLE old (id INTEGER PRIMARY KEY, more TEXT);

-- case: a temporary name is taken
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE t_new (id INTEGER PRIMARY KEY);
CREATE VIEW t_new_ AS SELECT 1 AS x;
-- rows:
INSERT INTO t VALUES (1, 'x');
INSERT INTO t_new VALUES (7);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '');
CREATE TABLE t_new (id INTEGER PRIMARY KEY);
CREATE VIEW t_new_ AS SELECT 1 AS x;

-- case: an index has the name for the table aside
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX t_new ON t (a);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '');
CREATE INDEX t_new ON t (a);

-- case: a rebuild with a view that names the table in quotes
CREATE TABLE "My Table" (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT "My Table".a FROM "My Table";
CREATE VIEW w AS SELECT [x].a FROM [My Table] AS [x];
CREATE TRIGGER g AFTER INSERT ON "My Table" BEGIN UPDATE `My Table` SET a = 'x' WHERE id = new.id; END;
-- rows:
INSERT INTO "My Table" VALUES (1, 'q');
-- after:
CREATE TABLE "My Table" (id INTEGER PRIMARY KEY, a VARCHAR(7) NOT NULL DEFAULT 'y');
CREATE VIEW v AS SELECT "My Table".a FROM "My Table";
CREATE VIEW w AS SELECT [x].a FROM [My Table] AS [x];
CREATE TRIGGER g AFTER INSERT ON "My Table" BEGIN UPDATE `My Table` SET a = 'x' WHERE id = new.id; END;

-- case: rebuild below a chain of views with star
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE VIEW v1 AS SELECT * FROM t;
CREATE VIEW v2 AS SELECT * FROM v1 WHERE a = 'x';
CREATE TRIGGER g INSTEAD OF DELETE ON v2 BEGIN DELETE FROM t WHERE id = OLD.id; END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, c INTEGER NOT NULL);
CREATE VIEW v1 AS SELECT * FROM t;
CREATE VIEW v2 AS SELECT * FROM v1 WHERE a = 'x';
CREATE TRIGGER g INSTEAD OF DELETE ON v2 BEGIN DELETE FROM t WHERE id = OLD.id; END;

-- case: triggers on a table that is dropped, and others that name it
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE TABLE l (id INTEGER);
CREATE TRIGGER g AFTER INSERT ON l BEGIN INSERT INTO t VALUES (NEW.id); END;
CREATE VIEW v AS SELECT * FROM t;
-- after:
CREATE TABLE l (id INTEGER);

-- case: an index in a partial where with strings and quotes
CREATE TABLE t (a TEXT, b TEXT);
CREATE INDEX i ON t (a) WHERE b = 'it''s' AND a IS NOT "x";
-- after:
CREATE TABLE t (a TEXT, b TEXT);
CREATE INDEX i ON t (a) WHERE b = 'it''s' AND a IS NOT 'x' OR a LIKE 'q%' ESCAPE '\';

-- case: expression indexes of json
CREATE TABLE t (j TEXT);
CREATE INDEX i ON t (json_extract(j, '$.a'));
-- after:
CREATE TABLE t (j TEXT);
CREATE INDEX i ON t (j ->> '$.a', json_array_length(j -> '$.b') DESC);

-- case: expression indexes in other words
CREATE TABLE t (a TEXT, b INTEGER);
CREATE INDEX i ON t (a || 'x', (b + 1), lower(a));
-- equal:
CREATE TABLE t (a TEXT, b INTEGER);
CREATE INDEX i ON t ((a||'x'), b + 1, LOWER(a));

-- case: defaults that quote
CREATE TABLE t (a TEXT DEFAULT 'it''s', b TEXT DEFAULT '"q"', c TEXT DEFAULT '--', d TEXT DEFAULT ';', e TEXT DEFAULT (char(10)));
-- after:
CREATE TABLE t (a TEXT DEFAULT 'it''s not', b TEXT DEFAULT '''', c TEXT DEFAULT '/* */', d TEXT DEFAULT '
', e TEXT DEFAULT (char(10) || ';'));

-- case: default null and none
CREATE TABLE t (a TEXT DEFAULT NULL, b INTEGER DEFAULT (NULL));
-- equal:
CREATE TABLE t (a TEXT, b INTEGER NULL);

-- case: default goes and comes
CREATE TABLE t (a TEXT DEFAULT 'x', b INTEGER, c REAL DEFAULT 1.50);
-- rows:
INSERT INTO t (b) VALUES (1);
-- after:
CREATE TABLE t (a TEXT, b INTEGER DEFAULT 5, c REAL DEFAULT 1.5);

-- case: booleans are numbers
CREATE TABLE t (a BOOLEAN DEFAULT TRUE, b BOOLEAN NOT NULL DEFAULT FALSE);
-- equal:
CREATE TABLE t (a BOOLEAN DEFAULT 1, b BOOLEAN NOT NULL DEFAULT 0);

-- case: a key with not null that is no rowid
CREATE TABLE t (id TEXT NOT NULL, PRIMARY KEY (id));
-- equal:
CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY);

-- case: keys that may be null
CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b));
-- rows:
INSERT INTO t VALUES (NULL, 'x'), (NULL, 'x');
-- after:
CREATE TABLE t (a TEXT, b TEXT, c TEXT, PRIMARY KEY (a, b));

-- case: key order and collation
CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b));
-- after:
CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (b COLLATE NOCASE DESC, a));

-- case: strict tables with every type
CREATE TABLE t (a INT, b INTEGER, c REAL, d TEXT, e BLOB, f ANY) STRICT;
-- after:
CREATE TABLE t (a INTEGER, b INT NOT NULL, c ANY, d TEXT DEFAULT 'x', e TEXT, f BLOB) STRICT;

-- case: strict and without rowid in another order
CREATE TABLE t (a INT PRIMARY KEY, b TEXT) STRICT, WITHOUT ROWID;
-- equal:
CREATE TABLE t (a int primary key, b text) without rowid, strict;

-- case: fts5 with options in other words
CREATE VIRTUAL TABLE f USING fts5(title, body, content='', prefix='2 3', detail=none);
-- after:
CREATE VIRTUAL TABLE f USING fts5(title, body, content='', prefix='2 3 4', detail=column);

-- case: virtual tables come and go beside others
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE f USING fts5(a, content='t', content_rowid='id');
CREATE VIRTUAL TABLE r USING rtree(id, x0, x1);
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO f (rowid, a) VALUES (new.id, new.a); END;
-- rows:
INSERT INTO t VALUES (1, 'hello');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '', b TEXT);
CREATE VIRTUAL TABLE f USING fts5(a, content='t', content_rowid='id');
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO f (rowid, a) VALUES (new.id, new.a); END;

-- case: a column called like a keyword of SQLite
CREATE TABLE t (key TEXT, value TEXT, action TEXT, "default" TEXT, desc_ TEXT, row TEXT, "index" INTEGER);
-- after:
CREATE TABLE t (key TEXT NOT NULL DEFAULT key, value TEXT, action INTEGER, "default" TEXT DEFAULT 'd', desc_ TEXT, row TEXT, "index" INTEGER, filter TEXT, window INT, "check" TEXT, generated TEXT, always TEXT);

-- case: types that look like constraints
CREATE TABLE t (a INTEGER, b "PRIMARY KEY", c 'NOT NULL', d [CHECK (x)]);
-- after:
CREATE TABLE t (a INTEGER NOT NULL DEFAULT 0, b "PRIMARY KEY", c 'NOT NULL', d [CHECK (x)], e "DEFAULT");

-- case: empty strings and numbers as names
CREATE TABLE "1" ("2" TEXT, "" INTEGER);
-- after:
CREATE TABLE "1" ("2" TEXT NOT NULL DEFAULT '', "" INTEGER, " " TEXT);

-- case: a view that no longer works in between
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT b FROM t;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER);
CREATE VIEW v AS SELECT b AS a FROM t;
CREATE VIEW w AS SELECT b FROM t;

-- case: views use functions, unions and windows
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, n INTEGER);
CREATE VIEW v AS SELECT a, sum(n) OVER (PARTITION BY a ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM t;
CREATE VIEW w AS SELECT a FROM t UNION SELECT 'x' EXCEPT SELECT 'y' ORDER BY 1 LIMIT 5;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, n INTEGER);
CREATE VIEW v AS SELECT a, sum(n) OVER win AS s FROM t WINDOW win AS (PARTITION BY a ORDER BY id);
CREATE VIEW w AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 5) SELECT x FROM c;

-- case: many changes at once
CREATE TABLE keep (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE change (id INTEGER PRIMARY KEY, keep_id INTEGER REFERENCES keep (id), x TEXT, y TEXT);
CREATE TABLE go (id INTEGER PRIMARY KEY, change_id INTEGER REFERENCES change (id));
CREATE INDEX ix ON change (x);
CREATE VIEW vc AS SELECT c.x, k.a FROM change c JOIN keep k ON k.id = c.keep_id;
-- rows:
INSERT INTO keep VALUES (1, 'k');
INSERT INTO change VALUES (1, 1, 'x', 'y');
-- after:
CREATE TABLE keep (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE change (id INTEGER PRIMARY KEY, keep_id INTEGER NOT NULL REFERENCES keep (id) ON DELETE CASCADE, x TEXT, z TEXT DEFAULT 'z', come_id INTEGER REFERENCES come (id));
CREATE TABLE come (id INTEGER PRIMARY KEY, change_id INTEGER REFERENCES change (id), UNIQUE (change_id));
CREATE INDEX ix ON change (x DESC);
CREATE INDEX iz ON change (z);
CREATE VIEW vc AS SELECT c.x, c.z, k.a FROM change c JOIN keep k ON k.id = c.keep_id;
