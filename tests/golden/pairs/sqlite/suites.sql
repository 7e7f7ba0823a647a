-- case: suite: add column before a table constraint
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, UNIQUE (a));
-- rows:
INSERT INTO t VALUES (1, 'x'), (2, NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, UNIQUE (a));

-- case: suite: add a unique column
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX t_a ON t (a);
-- rows:
INSERT INTO t VALUES (1, 'x'), (2, NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT UNIQUE);
CREATE INDEX t_a ON t (a);

-- case: suite: add a primary key column to a table without one
CREATE TABLE t (a TEXT, b TEXT);
-- rows:
INSERT INTO t VALUES ('x', 'y'), ('z', NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, b TEXT);

-- case: suite: add a column whose default is a text that looks like an expression
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- rows:
INSERT INTO t VALUES (1);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT '(1 + 2)', b TEXT DEFAULT 'CURRENT_TIMESTAMP', c TEXT DEFAULT 'null', d TEXT NOT NULL DEFAULT 'NULL', e INTEGER NOT NULL DEFAULT (0));

-- case: suite: add a column with default true, hex, blob, negative
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- rows:
INSERT INTO t VALUES (1), (2);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a BOOLEAN NOT NULL DEFAULT TRUE, b INTEGER DEFAULT 0x1F, c BLOB DEFAULT x'CAFE', d INTEGER NOT NULL DEFAULT -7, e REAL DEFAULT -.5e-3, f INTEGER DEFAULT +4);

-- case: suite: add two foreign key columns to a table that comes
CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT);
-- rows:
INSERT INTO book VALUES (1, 'x');
-- after:
CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, author INTEGER REFERENCES person (id) ON DELETE SET NULL, editor INTEGER CONSTRAINT book_editor REFERENCES person ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE person (id INTEGER PRIMARY KEY);

-- case: suite: add a not null foreign key column
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER NOT NULL REFERENCES p (id) ON DELETE CASCADE);
CREATE INDEX c_p ON c (p_id);

-- case: suite: add a column and index it, and use it in a view and a trigger
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 'n' WHERE id = new.id; END;
-- rows:
INSERT INTO t (a) VALUES ('q');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT DEFAULT 'bb');
CREATE INDEX t_b ON t (b) WHERE b <> 'bb';
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 'n', b = new.a WHERE id = new.id; END;

-- case: suite: add a generated column with a check, a collation and a foreign key
CREATE TABLE p (k TEXT PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- after:
CREATE TABLE p (k TEXT PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, g TEXT COLLATE NOCASE AS (a || 'x') CHECK (g <> 'qx') REFERENCES p (k));

-- case: suite: add a generated column that is unique
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (1, 'A'), (2, 'B');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, g TEXT AS (lower(a)) VIRTUAL UNIQUE);

-- case: suite: add generated columns that read each other in the wrong order
CREATE TABLE t (a INTEGER);
-- rows:
INSERT INTO t VALUES (1), (2);
-- after:
CREATE TABLE t (a INTEGER, x INTEGER AS (y + 1), y INTEGER AS (z + 1), z INTEGER AS (a + 1));

-- case: suite: drop the first, the middle and the last column
CREATE TABLE t (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT);
-- rows:
INSERT INTO t VALUES ('a', 'b', 'c', 'd', 'e');
-- after:
CREATE TABLE t (b TEXT, d TEXT);

-- case: suite: drop a column of a composite unique
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, CONSTRAINT u UNIQUE (a, b));
-- rows:
INSERT INTO t VALUES (1, 'a', 'b'), (2, 'c', 'd');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, CONSTRAINT u UNIQUE (a));

-- case: suite: drop a column of a composite key
CREATE TABLE t (a INTEGER, b INTEGER, c TEXT, PRIMARY KEY (a, b));
-- rows:
INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'y');
-- after:
CREATE TABLE t (a INTEGER, c TEXT, PRIMARY KEY (a));

-- case: suite: drop a column with its inline check
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a > 0), b TEXT);
-- rows:
INSERT INTO t VALUES (1, 5, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);

-- case: suite: drop a column that only a string in a check looks like
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT CHECK (b <> 'a'));
-- rows:
INSERT INTO t VALUES (1, 5, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT CHECK (b <> 'a'));

-- case: suite: drop a column whose name is a word in the partial index of another
CREATE TABLE t (id INTEGER PRIMARY KEY, flag INTEGER, b TEXT);
CREATE INDEX i ON t (b) WHERE flag = 1;
-- rows:
INSERT INTO t VALUES (1, 1, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX i ON t (b);

-- case: suite: drop a column that an expression index uses
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE UNIQUE INDEX i ON t (b, lower(a));
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);

-- case: suite: drop a column that a view of a view selects
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE VIEW w AS SELECT id, b FROM v WHERE a IS NOT NULL;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE VIEW v AS SELECT id, b FROM t;
CREATE VIEW w AS SELECT id, b FROM v;

-- case: suite: drop a column that a trigger on another table reads in a subquery
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TABLE u (x);
CREATE TRIGGER g BEFORE INSERT ON u WHEN (SELECT a FROM t LIMIT 1) = 'x' BEGIN SELECT 1; END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE TABLE u (x);
CREATE TRIGGER g BEFORE INSERT ON u WHEN (SELECT b FROM t LIMIT 1) = 'x' BEGIN SELECT 1; END;

-- case: suite: drop a column beside star views and inserts of all columns
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TABLE h AS SELECT * FROM t;
CREATE TRIGGER g AFTER DELETE ON t BEGIN INSERT INTO h SELECT old.id, old.a, old.b; END;
CREATE VIEW v AS SELECT t.* FROM t;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE TABLE h (id INT, b TEXT);
CREATE TRIGGER g AFTER DELETE ON t BEGIN INSERT INTO h SELECT old.id, old.b; END;
CREATE VIEW v AS SELECT t.* FROM t;

-- case: suite: drop a foreign key column and the table it names
CREATE TABLE team (id INTEGER PRIMARY KEY);
CREATE TABLE member (id INTEGER PRIMARY KEY, team_id INTEGER REFERENCES team (id), name TEXT);
CREATE INDEX member_team ON member (team_id);
-- rows:
INSERT INTO team VALUES (1);
INSERT INTO member VALUES (1, 1, 'x');
-- after:
CREATE TABLE member (id INTEGER PRIMARY KEY, name TEXT);

-- case: suite: rename a column
CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT NOT NULL);
-- rename: t.mail=email
-- rows:
INSERT INTO t VALUES (1, 'a@b');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT NOT NULL);

-- case: suite: rename the key column that is the rowid
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
CREATE TABLE c (t INTEGER REFERENCES t (id), u INTEGER REFERENCES t);
-- rename: t.id=t_id
-- rows:
INSERT INTO t VALUES (3, 'x');
INSERT INTO c VALUES (3, 3);
-- after:
CREATE TABLE t (t_id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
CREATE TABLE c (t INTEGER REFERENCES t (t_id), u INTEGER REFERENCES t);

-- case: suite: rename two columns at once into each other
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
-- rename: t.a=b
-- rename: t.b=a
-- rows:
INSERT INTO t VALUES (1, 'was a', 'was b');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT, a TEXT);

-- case: suite: rename a column to one of another case only
CREATE TABLE t (id INTEGER PRIMARY KEY, userName TEXT);
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, username TEXT);

-- case: suite: rename a column in quotes with a quote in it
CREATE TABLE "t""x" (id INTEGER PRIMARY KEY, "a""b" TEXT);
CREATE INDEX "i""j" ON "t""x" ("a""b");
-- rename: t"x.a"b=c d
-- rows:
INSERT INTO "t""x" VALUES (1, 'z');
-- after:
CREATE TABLE "t""x" (id INTEGER PRIMARY KEY, "c d" TEXT);
CREATE INDEX "i""j" ON "t""x" ("c d");

-- case: suite: rename a column that a generated column and a check use, and rebuild
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a * 2) STORED, CHECK (a < 100));
CREATE INDEX i ON t (a, b);
-- rename: t.a=n
-- rows:
INSERT INTO t (id, a) VALUES (1, 5);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL DEFAULT 0, b INTEGER AS (n * 3) STORED, CHECK (n < 1000));
CREATE INDEX i ON t (n, b);

-- case: suite: rename a column that a trigger of another table writes
CREATE TABLE t (id INTEGER PRIMARY KEY, total INTEGER);
CREATE TABLE item (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id), price INTEGER);
CREATE TRIGGER add_up AFTER INSERT ON item BEGIN UPDATE t SET total = total + new.price WHERE id = new.t_id; END;
-- rename: t.total=amount
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, amount INTEGER);
CREATE TABLE item (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id), price INTEGER);
CREATE TRIGGER add_up AFTER INSERT ON item BEGIN UPDATE t SET amount = amount + new.price WHERE id = new.t_id; END;

-- case: suite: rename a column of which a view keeps the old name
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
-- rename: t.a=b
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE VIEW v AS SELECT id, b AS a FROM t;

-- case: suite: rename a table that is its own parent
CREATE TABLE node (id INTEGER PRIMARY KEY, up INTEGER REFERENCES node (id) ON DELETE CASCADE);
CREATE INDEX node_up ON node (up);
-- rename: node=tree
-- rows:
INSERT INTO node VALUES (1, NULL), (2, 1);
-- after:
CREATE TABLE tree (id INTEGER PRIMARY KEY, up INTEGER REFERENCES tree (id) ON DELETE CASCADE);
CREATE INDEX node_up ON tree (up);

-- case: suite: rename a table and its index
CREATE TABLE post (id INTEGER PRIMARY KEY, slug TEXT);
CREATE UNIQUE INDEX post_slug ON post (slug);
-- rename: post=article
-- rows:
INSERT INTO post VALUES (1, 's');
-- after:
CREATE TABLE article (id INTEGER PRIMARY KEY, slug TEXT);
CREATE UNIQUE INDEX article_slug ON article (slug);

-- case: suite: two tables take each other's names
CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);
CREATE TABLE b (id INTEGER PRIMARY KEY, y TEXT);
-- rename: a=b
-- rename: b=a
-- rows:
INSERT INTO a VALUES (1, 'x');
INSERT INTO b VALUES (2, 'y');
-- after:
CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT);
CREATE TABLE a (id INTEGER PRIMARY KEY, y TEXT);

-- case: suite: a table gets the name that a dropped one had
CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);
CREATE TABLE b (id INTEGER PRIMARY KEY, y TEXT);
-- rename: a=b
-- rows:
INSERT INTO a VALUES (1, 'x');
-- after:
CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT);

-- case: suite: rename a table and a column and add one
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE post (id INTEGER PRIMARY KEY, user INTEGER REFERENCES user (id));
CREATE VIEW v AS SELECT user.name, post.id FROM user JOIN post ON post.user = user.id;
-- rename: user=account
-- rename: account.name=login
-- rows:
INSERT INTO user VALUES (1, 'n');
INSERT INTO post VALUES (1, 1);
-- after:
CREATE TABLE account (id INTEGER PRIMARY KEY, login TEXT, email TEXT NOT NULL DEFAULT '');
CREATE TABLE post (id INTEGER PRIMARY KEY, user INTEGER REFERENCES account (id));
CREATE VIEW v AS SELECT account.login, post.id FROM account JOIN post ON post.user = account.id;

-- case: suite: rename a table with a trigger on it and a view with another trigger over it
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER gt AFTER UPDATE OF a ON t BEGIN DELETE FROM t WHERE a = old.a; END;
CREATE TRIGGER gv INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (new.a); END;
-- rename: t=u
-- rows:
INSERT INTO t VALUES (1, 'x');
-- after:
CREATE TABLE u (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT * FROM u;
CREATE TRIGGER gt AFTER UPDATE OF a ON u BEGIN DELETE FROM u WHERE a = old.a; END;
CREATE TRIGGER gv INSTEAD OF INSERT ON v BEGIN INSERT INTO u (a) VALUES (new.a); END;

-- case: suite: rename a table and make its key another
CREATE TABLE t (k TEXT, v TEXT);
CREATE INDEX t_k ON t (k);
-- rename: t=kv
-- rows:
INSERT INTO t VALUES ('a', '1'), ('b', '2');
-- after:
CREATE TABLE kv (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;

-- case: suite: int and integer are two types where they are keys
CREATE TABLE t (id INT PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (1, 'x'), (5, 'y');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);

-- case: suite: int becomes integer in a plain column
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT);
-- rows:
INSERT INTO t VALUES (1, 3);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);

-- case: suite: a rowid key becomes a descending one
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (1, 'x'), (5, 'y');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, a TEXT);

-- case: suite: a composite key becomes a single one beside a unique
CREATE TABLE t (a INTEGER NOT NULL, b INTEGER NOT NULL, c TEXT, PRIMARY KEY (a, b));
-- rows:
INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'y');
-- after:
CREATE TABLE t (a INTEGER NOT NULL PRIMARY KEY, b INTEGER NOT NULL, c TEXT, UNIQUE (a, b));

-- case: suite: without rowid becomes a rowid table with autoincrement
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) WITHOUT ROWID;
-- rows:
INSERT INTO t VALUES (7, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);

-- case: suite: an autoincrement table is renamed and rebuilt
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- rename: t=u
-- rows:
INSERT INTO t VALUES (40, 'x'), (50, 'y');
DELETE FROM t WHERE id = 50;
-- keeps: SELECT seq || '' FROM sqlite_sequence
-- after:
CREATE TABLE u (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL);

-- case: suite: strict and without rowid come together with a type
CREATE TABLE t (k VARCHAR(20) PRIMARY KEY, v INT);
-- rows:
INSERT INTO t VALUES ('a', 1);
-- after:
CREATE TABLE t (k TEXT PRIMARY KEY, v INTEGER) STRICT, WITHOUT ROWID;

-- case: suite: key gets a conflict clause and a collation
CREATE TABLE t (k TEXT PRIMARY KEY, v INT);
-- rows:
INSERT INTO t VALUES ('a', 1);
-- after:
CREATE TABLE t (k TEXT COLLATE NOCASE PRIMARY KEY ON CONFLICT REPLACE, v INT);

-- case: suite: the referenced key moves to another column
CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id));
-- rows:
INSERT INTO p VALUES (1, 'x');
-- after:
CREATE TABLE p (id INTEGER, code TEXT PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p TEXT REFERENCES p (code));

-- case: suite: unique loses a column, foreign key onto it changes
CREATE TABLE p (a INTEGER, b INTEGER, UNIQUE (a, b));
CREATE TABLE c (x INTEGER, y INTEGER, FOREIGN KEY (x, y) REFERENCES p (a, b));
-- rows:
INSERT INTO p VALUES (1, 2);
INSERT INTO c VALUES (1, 2);
-- after:
CREATE TABLE p (a INTEGER UNIQUE, b INTEGER);
CREATE TABLE c (x INTEGER REFERENCES p (a), y INTEGER);

-- case: suite: a foreign key gets an action
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE RESTRICT);
-- rows:
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL);

-- case: suite: a foreign key goes to another table
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE q (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER, CONSTRAINT fk FOREIGN KEY (p) REFERENCES p (id));
-- rows:
INSERT INTO p VALUES (1);
INSERT INTO q VALUES (1);
INSERT INTO c VALUES (1, 1);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE q (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER, CONSTRAINT fk FOREIGN KEY (p) REFERENCES q (id));

-- case: suite: a foreign key to a table that comes and one from a table that goes
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY);
-- rows:
INSERT INTO b VALUES (1);
INSERT INTO a VALUES (1, 1);
-- after:
CREATE TABLE b (id INTEGER PRIMARY KEY, c INTEGER REFERENCES c (id));
CREATE TABLE c (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));

-- case: suite: three tables in a ring come
-- after:
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, c INTEGER NOT NULL REFERENCES c (id));
CREATE TABLE c (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id));

-- case: suite: three tables in a ring go
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE b (id INTEGER PRIMARY KEY, c INTEGER NOT NULL REFERENCES c (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE c (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED);
-- after:

-- case: suite: parent and child are rebuilt, rows cascade nowhere
CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id) ON DELETE CASCADE, m TEXT);
CREATE TABLE d (id INTEGER PRIMARY KEY, c INTEGER NOT NULL REFERENCES c (id) ON DELETE CASCADE);
-- rows:
INSERT INTO p VALUES (1, 'a'), (2, 'b');
INSERT INTO c VALUES (1, 1, 'x'), (2, 2, 'y');
INSERT INTO d VALUES (1, 1), (2, 2);
-- keeps: SELECT p.n || c.m || d.id FROM p JOIN c ON c.p = p.id JOIN d ON d.c = c.id
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT NOT NULL DEFAULT '');
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id) ON DELETE RESTRICT, m TEXT NOT NULL DEFAULT '');
CREATE TABLE d (id INTEGER PRIMARY KEY, c INTEGER NOT NULL REFERENCES c (id) ON DELETE CASCADE);

-- case: suite: a parent with ON UPDATE CASCADE children is rebuilt
CREATE TABLE p (code TEXT PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, code TEXT REFERENCES p (code) ON UPDATE CASCADE ON DELETE SET NULL);
-- rows:
INSERT INTO p VALUES ('a'), ('b');
INSERT INTO c VALUES (1, 'a'), (2, 'b'), (3, NULL);
-- after:
CREATE TABLE p (code VARCHAR(10) PRIMARY KEY, label TEXT NOT NULL DEFAULT '?');
CREATE TABLE c (id INTEGER PRIMARY KEY, code TEXT REFERENCES p (code) ON UPDATE CASCADE ON DELETE SET NULL);

-- case: suite: a named foreign key loses its name and another comes
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER, b INTEGER, CONSTRAINT one FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER, b INTEGER, FOREIGN KEY (a) REFERENCES p (id), CONSTRAINT one FOREIGN KEY (b) REFERENCES p (id));

-- case: suite: the parent of a foreign key is dropped, the key with it
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE);
-- rows:
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);
-- after:
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER);

-- case: suite: the parent of a foreign key is dropped, the key stays
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE);
-- rows:
INSERT INTO c VALUES (1, NULL);
-- after:
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE);

-- case: suite: two unnamed checks change places, a third changes
CREATE TABLE t (a INTEGER, b INTEGER, CHECK (a > 0), CHECK (b > 0), CHECK (a < b));
-- rows:
INSERT INTO t VALUES (1, 2);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER, CHECK (b > 0), CHECK (a > 0), CHECK (a <= b));

-- case: suite: a unique over three columns changes their order
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER, UNIQUE (a, b, c));
-- rows:
INSERT INTO t VALUES (1, 2, 3);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER, UNIQUE (c, b, a));

-- case: suite: a unique constraint becomes a unique index
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT);
-- rows:
INSERT INTO t VALUES (1, 'x', 'y'), (2, NULL, 'z'), (3, NULL, NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE UNIQUE INDEX t_a ON t (a);

-- case: suite: uniques with collation and order
CREATE TABLE t (a TEXT, b TEXT, UNIQUE (a COLLATE NOCASE, b DESC));
-- rows:
INSERT INTO t VALUES ('a', 'x'), ('b', 'x');
-- after:
CREATE TABLE t (a TEXT, b TEXT, UNIQUE (a, b));

-- case: suite: index from plain to unique to partial, name the same
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b);
-- rows:
INSERT INTO t VALUES (1, 1), (2, 2);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE UNIQUE INDEX i ON t (a);
CREATE INDEX j ON t (b) WHERE b IS NOT NULL;

-- case: suite: two indexes take each other's names
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE INDEX j ON t (a);
CREATE INDEX i ON t (b);

-- case: suite: an index takes the name of a table that goes
CREATE TABLE x (a INTEGER);
CREATE TABLE t (a INTEGER);
-- after:
CREATE TABLE t (a INTEGER);
CREATE INDEX x ON t (a);

-- case: suite: a table takes the name of an index that goes
CREATE TABLE t (a INTEGER);
CREATE INDEX x ON t (a);
-- after:
CREATE TABLE t (a INTEGER);
CREATE TABLE x (a INTEGER);

-- case: suite: a view takes the name of an index, a trigger that of a table
CREATE TABLE t (a INTEGER);
CREATE INDEX x ON t (a);
-- after:
CREATE TABLE t (a INTEGER);
CREATE VIEW x AS SELECT a FROM t;
CREATE TRIGGER t AFTER INSERT ON t BEGIN SELECT 1; END;

-- case: suite: indexes on a rebuilt table with a new column between
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX i1 ON t (a DESC, b COLLATE NOCASE);
CREATE INDEX i2 ON t (substr(a, 1, 3)) WHERE length(b) > 2;
CREATE UNIQUE INDEX "i 3" ON t (coalesce(a, ''), b);
-- rows:
INSERT INTO t VALUES (1, 'aaa', 'bbb'), (2, NULL, 'c');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, m INTEGER NOT NULL DEFAULT 3, b VARCHAR(9));
CREATE INDEX i1 ON t (a DESC, b COLLATE NOCASE);
CREATE INDEX i2 ON t (substr(a, 1, 3)) WHERE length(b) > 2 AND m > 0;
CREATE UNIQUE INDEX "i 3" ON t (coalesce(a, ''), b);

-- case: suite: a chain of four views, the bottom column changes its type
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v1 AS SELECT * FROM t;
CREATE VIEW v2 AS SELECT * FROM v1;
CREATE VIEW v3 AS SELECT v2.* FROM v2 JOIN v1 USING (id);
CREATE VIEW v4 AS SELECT count(*) AS n FROM v3, v1;
-- rows:
INSERT INTO t VALUES (1, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(5) NOT NULL DEFAULT 'd');
CREATE VIEW v1 AS SELECT * FROM t;
CREATE VIEW v2 AS SELECT * FROM v1;
CREATE VIEW v3 AS SELECT v2.* FROM v2 JOIN v1 USING (id);
CREATE VIEW v4 AS SELECT count(*) AS n FROM v3, v1;

-- case: suite: a view over two tables, one goes
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY);
CREATE VIEW v AS SELECT a.id FROM a LEFT JOIN b ON b.id = a.id;
-- after:
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE VIEW v AS SELECT a.id FROM a;

-- case: suite: a view that names a table only in a string or an alias
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY, t TEXT);
CREATE VIEW v AS SELECT 't' AS x, u.t FROM u;
CREATE VIEW w AS SELECT t.id FROM u AS t;
-- rows:
INSERT INTO t VALUES (1, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
CREATE TABLE u (id INTEGER PRIMARY KEY, t TEXT);
CREATE VIEW v AS SELECT 't' AS x, u.t FROM u;
CREATE VIEW w AS SELECT t.id FROM u AS t;

-- case: suite: a view whose CTE is named like a table
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE r (id INTEGER PRIMARY KEY);
CREATE VIEW v AS WITH t AS (SELECT id FROM r) SELECT id FROM t;
-- rename: r=s
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL);
CREATE TABLE s (id INTEGER PRIMARY KEY);
CREATE VIEW v AS WITH t AS (SELECT id FROM s) SELECT id FROM t;

-- case: suite: a view becomes another kind of object and back
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE VIEW x AS SELECT id FROM t;
CREATE TABLE y (id INTEGER);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE TABLE x (id INTEGER);
CREATE VIEW y AS SELECT id FROM t;

-- case: suite: instead of triggers on a view of a rebuilt table
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t (id, a) VALUES (new.id, new.a); END;
CREATE TRIGGER vu INSTEAD OF UPDATE OF a ON v BEGIN UPDATE t SET a = new.a WHERE id = old.id; END;
CREATE TRIGGER vd INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE id = old.id; END;
-- rows:
INSERT INTO v VALUES (1, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT CHECK (a <> ''));
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t (id, a) VALUES (new.id, new.a); END;
CREATE TRIGGER vu INSTEAD OF UPDATE OF a ON v BEGIN UPDATE t SET a = new.a WHERE id = old.id; END;
CREATE TRIGGER vd INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE id = old.id; END;

-- case: suite: a trigger moves to another table
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY);
CREATE TRIGGER g AFTER INSERT ON a BEGIN INSERT INTO b VALUES (new.id); END;
-- after:
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY);
CREATE TRIGGER g AFTER INSERT ON b BEGIN INSERT INTO a VALUES (new.id); END;

-- case: suite: a trigger names a table that comes, another one that goes
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE TABLE old_log (x);
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO old_log VALUES (new.id); END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE TABLE new_log (x, y);
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO new_log VALUES (new.id, 'i'); END;

-- case: suite: rows are copied while triggers would count them
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE n (c INTEGER);
CREATE TRIGGER gi AFTER INSERT ON t BEGIN UPDATE n SET c = c + 1; END;
CREATE TRIGGER gd AFTER DELETE ON t BEGIN UPDATE n SET c = c - 1; END;
-- rows:
INSERT INTO n VALUES (0);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- keeps: SELECT c || '' FROM n
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '');
CREATE TABLE n (c INTEGER NOT NULL);
CREATE TRIGGER gi AFTER INSERT ON t BEGIN UPDATE n SET c = c + 1; END;
CREATE TRIGGER gd AFTER DELETE ON t BEGIN UPDATE n SET c = c - 1; END;

-- case: suite: triggers of one event in another order
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TRIGGER g1 AFTER INSERT ON t BEGIN UPDATE t SET a = a || '1'; END;
CREATE TRIGGER g2 AFTER INSERT ON t BEGIN UPDATE t SET a = a || '2'; END;
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TRIGGER g2 AFTER INSERT ON t BEGIN UPDATE t SET a = a || '2'; END;
CREATE TRIGGER g1 AFTER INSERT ON t BEGIN UPDATE t SET a = a || '1'; END;

-- case: suite: a trigger whose text has words of statements in strings
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 'BEGIN; END; WHEN ''x'' BEFORE' WHERE id = new.id; END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TRIGGER g AFTER INSERT ON t WHEN new.a IS NULL BEGIN UPDATE t SET a = 'BEGIN; END; WHEN ''x'' AFTER' WHERE id = new.id; END;

-- case: suite: fts5 gets a column and keeps its triggers
CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
CREATE VIRTUAL TABLE doc_fts USING fts5(title, content='doc', content_rowid='id');
CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO doc_fts(rowid, title) VALUES (new.id, new.title); END;
-- rows:
INSERT INTO doc VALUES (1, 'hello', 'world');
-- after:
CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
CREATE VIRTUAL TABLE doc_fts USING fts5(title, body, content='doc', content_rowid='id');
CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO doc_fts(rowid, title, body) VALUES (new.id, new.title, new.body); END;

-- case: suite: the content table of an fts5 index is rebuilt
CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT);
CREATE VIRTUAL TABLE doc_fts USING fts5(title, content='doc', content_rowid='id');
CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO doc_fts(rowid, title) VALUES (new.id, new.title); END;
CREATE TRIGGER doc_ad AFTER DELETE ON doc BEGIN INSERT INTO doc_fts(doc_fts, rowid, title) VALUES ('delete', old.id, old.title); END;
-- rows:
INSERT INTO doc VALUES (1, 'hello'), (5, 'there');
-- keeps: SELECT rowid || '' FROM doc_fts WHERE doc_fts MATCH 'there'
-- after:
CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT NOT NULL DEFAULT '');
CREATE VIRTUAL TABLE doc_fts USING fts5(title, content='doc', content_rowid='id');
CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO doc_fts(rowid, title) VALUES (new.id, new.title); END;
CREATE TRIGGER doc_ad AFTER DELETE ON doc BEGIN INSERT INTO doc_fts(doc_fts, rowid, title) VALUES ('delete', old.id, old.title); END;

-- case: suite: a view over a virtual table that is made anew
CREATE VIRTUAL TABLE f USING fts5(a);
CREATE VIEW v AS SELECT a FROM f;
CREATE VIEW w AS SELECT rowid AS id FROM f WHERE f MATCH 'x';
-- after:
CREATE VIRTUAL TABLE f USING fts5(a, b);
CREATE VIEW v AS SELECT a FROM f;
CREATE VIEW w AS SELECT rowid AS id FROM f WHERE f MATCH 'x';

-- case: suite: an rtree with auxiliary columns changes
CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx);
CREATE VIEW v AS SELECT id FROM r WHERE minx > 0;
-- after:
CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx, +label TEXT);
CREATE VIEW v AS SELECT id, label FROM r WHERE minx > 0;

-- case: suite: a trigger keeps an rtree up to date
CREATE TABLE place (id INTEGER PRIMARY KEY, x REAL, y REAL);
-- rows:
INSERT INTO place VALUES (1, 1.5, 2.5);
-- after:
CREATE TABLE place (id INTEGER PRIMARY KEY, x REAL NOT NULL, y REAL NOT NULL);
CREATE VIRTUAL TABLE place_idx USING rtree(id, x0, x1, y0, y1);
CREATE TRIGGER place_i AFTER INSERT ON place BEGIN INSERT INTO place_idx VALUES (new.id, new.x, new.x, new.y, new.y); END;

-- case: suite: unicode names
CREATE TABLE "größe" ("straße" TEXT, "名前" TEXT, "Ключ" INTEGER PRIMARY KEY);
CREATE INDEX "índice" ON "größe" ("straße");
-- rows:
INSERT INTO "größe" VALUES ('a', 'b', 1);
-- after:
CREATE TABLE "größe" ("straße" TEXT NOT NULL DEFAULT 'ß', "名前" TEXT, "Ключ" INTEGER PRIMARY KEY, "é" TEXT);
CREATE INDEX "índice" ON "größe" ("straße", "名前");
CREATE VIEW "вид" AS SELECT "名前" FROM "größe";

-- case: suite: letters beyond ASCII keep their case apart
CREATE TABLE t (É TEXT, é TEXT);
-- rows:
INSERT INTO t VALUES ('a', 'b');
-- after:
CREATE TABLE t (É TEXT NOT NULL, é TEXT);

-- case: suite: names without quotes that need them in standard SQL
CREATE TABLE user (order_ TEXT, key TEXT, value TEXT, type TEXT, name TEXT, desc_ TEXT, offset INTEGER, year INTEGER, hash BLOB, date TEXT);
-- rows:
INSERT INTO user (key, value) VALUES ('k', 'v');
-- after:
CREATE TABLE user (order_ TEXT, key TEXT NOT NULL, value TEXT, type VARCHAR(3), name TEXT, desc_ TEXT, offset INTEGER, year INTEGER, hash BLOB, date TEXT DEFAULT CURRENT_DATE);
CREATE INDEX user_key ON user (key, type, offset);

-- case: suite: a column named like its table and a trigger named like both
CREATE TABLE a (a TEXT);
CREATE TRIGGER a AFTER INSERT ON a BEGIN UPDATE a SET a = new.a WHERE a.a = 'x'; END;
-- rows:
INSERT INTO a VALUES ('y');
-- after:
CREATE TABLE a (a TEXT NOT NULL, b TEXT);
CREATE TRIGGER a AFTER INSERT ON a BEGIN UPDATE a SET a = new.a WHERE a.a = 'x'; END;

-- case: suite: tables come in dependency order with views between
-- after:
CREATE VIEW v2 AS SELECT * FROM v1 JOIN u ON u.t = v1.id;
CREATE VIEW v1 AS SELECT id FROM t;
CREATE TABLE u (id INTEGER PRIMARY KEY, t INTEGER REFERENCES t (id));
CREATE TRIGGER g AFTER INSERT ON u BEGIN UPDATE t SET n = (SELECT count(*) FROM v2); END;
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
CREATE INDEX u_t ON u (t);

-- case: suite: one table goes into two
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, street TEXT, city TEXT);
-- rows:
INSERT INTO person VALUES (1, 'n', 's', 'c');
-- after:
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, address_id INTEGER REFERENCES address (id));
CREATE TABLE address (id INTEGER PRIMARY KEY, street TEXT, city TEXT);

-- case: suite: everything of a table changes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INTEGER CHECK (b > 0), c TEXT DEFAULT 'c');
CREATE INDEX i ON t (b);
CREATE VIEW v AS SELECT a, b, c FROM t;
CREATE TRIGGER g BEFORE UPDATE OF b ON t BEGIN SELECT RAISE(ABORT, 'no') WHERE new.b > 10; END;
-- rows:
INSERT INTO t VALUES (1, 'x', 5, 'z');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a VARCHAR(30) NOT NULL COLLATE NOCASE, b INTEGER CHECK (b >= 0) UNIQUE, d TEXT DEFAULT 'd', e INTEGER AS (b + 1) STORED);
CREATE UNIQUE INDEX i ON t (b, d) WHERE d IS NOT NULL;
CREATE VIEW v AS SELECT a, b, d FROM t;
CREATE TRIGGER g BEFORE UPDATE OF b, d ON t BEGIN SELECT RAISE(ABORT, 'never') WHERE new.b > 20; END;

-- case: suite: a table is made of another by name, and both stay
CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);
CREATE TABLE a_new (id INTEGER PRIMARY KEY, x TEXT);
CREATE TABLE a_new_ (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a_new (id));
-- rows:
INSERT INTO a VALUES (1, 'x');
INSERT INTO a_new VALUES (2, 'y');
INSERT INTO a_new_ VALUES (3, 2);
-- after:
CREATE TABLE a (id INTEGER PRIMARY KEY, x INTEGER);
CREATE TABLE a_new (id INTEGER PRIMARY KEY, x TEXT NOT NULL);
CREATE TABLE a_new_ (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a_new (id) ON DELETE CASCADE);

-- case: suite: rowids are kept where no column holds them
CREATE TABLE t (a TEXT, b TEXT);
-- rows:
INSERT INTO t (rowid, a) VALUES (5, 'x'), (9, 'y');
-- keeps: SELECT rowid || a FROM t
-- after:
CREATE TABLE t (a TEXT NOT NULL, b TEXT);

-- case: suite: a column called rowid comes
CREATE TABLE t (a TEXT);
-- rows:
INSERT INTO t (rowid, a) VALUES (5, 'x'), (9, 'y');
-- keeps: SELECT _rowid_ || a FROM t
-- after:
CREATE TABLE t (a TEXT NOT NULL, rowid TEXT);

-- case: suite: columns called by all names of the rowid
CREATE TABLE t (rowid TEXT, oid TEXT, _rowid_ TEXT);
-- rows:
INSERT INTO t VALUES ('a', 'b', 'c');
-- after:
CREATE TABLE t (rowid TEXT, oid TEXT NOT NULL, _rowid_ TEXT);

-- case: suite: a hidden key column becomes visible
CREATE TABLE t (a TEXT);
-- rows:
INSERT INTO t (rowid, a) VALUES (5, 'x'), (9, 'y');
-- keeps: SELECT rowid || a FROM t
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);

-- case: suite: only the default is other by quotes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT "x", b TEXT DEFAULT x, c INTEGER DEFAULT (7), d REAL DEFAULT (-1.5));
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x', b TEXT DEFAULT 'x', c INTEGER DEFAULT 7, d REAL DEFAULT -1.5);

-- case: suite: check and comments in it
CREATE TABLE t (a INTEGER CHECK (a /* one */ > 0 -- two
));
-- equal:
CREATE TABLE t (a INTEGER CHECK (a > 0));

-- case: suite: constraint orders
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (a INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (a > 0) REFERENCES p COLLATE NOCASE, b TEXT);
-- equal:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (a INTEGER COLLATE NOCASE REFERENCES p CHECK (a > 0) UNIQUE DEFAULT 1 NOT NULL, b TEXT);

-- case: suite: constraints of the table in another order
CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT UNIQUE);
CREATE TABLE t (a INTEGER, b TEXT, UNIQUE (a), UNIQUE (b), CHECK (a > 0), FOREIGN KEY (a) REFERENCES p (id), FOREIGN KEY (b) REFERENCES p (k));
-- equal:
CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT UNIQUE);
CREATE TABLE t (a INTEGER, b TEXT, FOREIGN KEY (b) REFERENCES p (k), CHECK (a > 0), FOREIGN KEY (a) REFERENCES p (id), UNIQUE (b), UNIQUE (a));

-- case: suite: tables in another order
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY);
CREATE INDEX i ON a (b);
CREATE VIEW v AS SELECT id FROM a;
-- equal:
CREATE TABLE b (id INTEGER PRIMARY KEY);
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE VIEW v AS SELECT id FROM a;
CREATE INDEX i ON a (b);

-- case: suite: as the shell shows it
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE INDEX i ON t (a);
CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX i ON t (a);
CREATE VIEW v AS SELECT id, a FROM t
/* v(id,a) */;
CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;

-- case: suite: as the shell shows an altered table
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER NOT NULL DEFAULT 0, c TEXT REFERENCES t (a));
-- equal:
CREATE TABLE IF NOT EXISTS "t" (id INTEGER PRIMARY KEY, a TEXT, b INTEGER NOT NULL DEFAULT 0, c TEXT REFERENCES "t" (a));

-- case: suite: operators in other spellings
CREATE TABLE t (a INTEGER, b TEXT, CHECK (a == 1 OR a != 2 AND NOT b IS NULL), CHECK (b ISNULL OR b NOT NULL));
CREATE INDEX i ON t (a) WHERE a <> 5 AND b IS NOT NULL;
-- equal:
CREATE TABLE t (a INTEGER, b TEXT, CHECK (a = 1 OR a <> 2 AND b IS NOT NULL), CHECK (b IS NULL OR b NOTNULL));
CREATE INDEX i ON t (a) WHERE a != 5 AND b NOT NULL;

-- case: suite: needless brackets
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER AS (((a + b) * 2)), CHECK (((a > 0) OR ((b) > 0))));
CREATE INDEX i ON t ((a), (b + 1));
-- equal:
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER AS ((a + b) * 2), CHECK (a > 0 OR b > 0));
CREATE INDEX i ON t (a, b + 1);

-- case: suite: keywords in other letters
CREATE TABLE t (a INTEGER not null default current_timestamp, b TEXT collate nocase check (b in ('x') and b is not null and b like 'y%' escape '!'));
-- equal:
CREATE TABLE t (a INTEGER NOT NULL DEFAULT CURRENT_TIMESTAMP, b TEXT COLLATE NOCASE CHECK (b IN ('x') AND b IS NOT NULL AND b LIKE 'y%' ESCAPE '!'));

-- case: suite: a foreign key by name and letters
CREATE TABLE Parent (Id INTEGER PRIMARY KEY);
CREATE TABLE child (p INTEGER REFERENCES parent (ID) ON DELETE CASCADE);
-- equal:
CREATE TABLE parent (id INTEGER PRIMARY KEY);
CREATE TABLE child (p INTEGER REFERENCES PARENT (id) ON DELETE cascade);

-- case: suite: a composite key beside and its foreign key without columns
CREATE TABLE p (a INTEGER, b INTEGER, PRIMARY KEY (a, b));
CREATE TABLE c (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p);
-- equal:
CREATE TABLE p (a INTEGER, b INTEGER, PRIMARY KEY (a ASC, b ASC));
CREATE TABLE c (a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES p (a, b));

-- case: suite: without rowid makes its key not null
CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT) WITHOUT ROWID;
-- equal:
CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY, b TEXT) WITHOUT ROWID;

-- case: suite: triggers with temp words and quotes
CREATE TABLE t (a TEXT);
CREATE TRIGGER "g" AFTER UPDATE OF "a" ON "t" WHEN NEW."a" <> OLD."a" BEGIN UPDATE "t" SET "a" = NEW."a"; END;
-- equal:
CREATE TABLE t (a TEXT);
CREATE TRIGGER g AFTER UPDATE OF a ON t WHEN new.a <> old.a BEGIN UPDATE t SET a = new.a; END;

-- case: suite: generated with and without its words
CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a) VIRTUAL NOT NULL, c INTEGER AS (a) STORED UNIQUE);
-- equal:
CREATE TABLE t (a INTEGER, b INTEGER NOT NULL AS (a), c INTEGER UNIQUE GENERATED ALWAYS AS (a) STORED);
