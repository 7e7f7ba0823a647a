-- ring: tools: a column changes in every way
-- one: start
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, z TEXT);
-- rows:
INSERT INTO t VALUES (1, '10', 'z'), (2, '20', NULL);
-- one: integer
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, z TEXT);
-- rows:
INSERT INTO t VALUES (1, 10, 'z'), (2, NULL, NULL);
-- one: integer not null
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, z TEXT);
-- rows:
INSERT INTO t VALUES (1, 10, 'z');
-- one: integer not null with default
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL DEFAULT 3, z TEXT);
-- one: default is an expression
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL DEFAULT (random() % 2), z TEXT);
-- one: real with collation, which says nothing
CREATE TABLE t (id INTEGER PRIMARY KEY, a REAL COLLATE RTRIM, z TEXT);
-- one: blob
CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB, z TEXT);
-- rows:
INSERT INTO t VALUES (1, x'00', 'z'), (2, 'text', NULL), (3, 5, 'q');
-- one: generated virtual
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT GENERATED ALWAYS AS (z || 'a') VIRTUAL, z TEXT);
-- rows:
INSERT INTO t (id, z) VALUES (1, 'z');
-- one: generated stored
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT GENERATED ALWAYS AS (z || 'a') STORED, z TEXT);
-- rows:
INSERT INTO t (id, z) VALUES (1, 'z');
-- one: generated from the rowid
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT AS (id * 2) STORED, z TEXT);
-- one: gone
CREATE TABLE t (id INTEGER PRIMARY KEY, z TEXT);

-- ring: tools: keys from one form to the next
-- one: rowid
CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT NOT NULL, v BLOB);
-- rows:
INSERT INTO t VALUES (1, 'a', x'00'), (5, 'b', NULL);
-- one: auto
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, k TEXT NOT NULL, v BLOB);
-- rows:
INSERT INTO t VALUES (1, 'a', x'00'), (5, 'b', NULL);
-- one: named auto
CREATE TABLE t (id INTEGER NOT NULL CONSTRAINT pk_t PRIMARY KEY AUTOINCREMENT, k TEXT NOT NULL, v BLOB);
-- one: text
CREATE TABLE t (id INTEGER, k TEXT NOT NULL PRIMARY KEY, v BLOB);
-- one: text without rowid
CREATE TABLE t (id INTEGER, k TEXT NOT NULL PRIMARY KEY, v BLOB) WITHOUT ROWID;
-- rows:
INSERT INTO t VALUES (1, 'a', x'00'), (5, 'b', NULL);
-- one: both without rowid
CREATE TABLE t (id INTEGER, k TEXT NOT NULL, v BLOB, PRIMARY KEY (id, k)) WITHOUT ROWID;
-- rows:
INSERT INTO t VALUES (1, 'a', x'00'), (5, 'b', NULL);
-- one: both without rowid, strict
CREATE TABLE t (id INTEGER, k TEXT NOT NULL, v BLOB, PRIMARY KEY (id, k)) WITHOUT ROWID, STRICT;
-- one: both, strict
CREATE TABLE t (id INTEGER, k TEXT NOT NULL, v BLOB, PRIMARY KEY (id DESC, k COLLATE NOCASE)) STRICT;
-- one: none, strict
CREATE TABLE t (id INTEGER, k TEXT NOT NULL, v BLOB) STRICT;
-- one: none
CREATE TABLE t (id INTEGER, k TEXT NOT NULL, v BLOB);
-- rows:
INSERT INTO t VALUES (1, 'a', x'00'), (NULL, 'b', NULL);

-- family: tools: foreign keys of one child
CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT UNIQUE, g INTEGER, h INTEGER);
CREATE UNIQUE INDEX p_gh ON p (g, h);
-- one: no key
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER, k TEXT, g INTEGER, h INTEGER);
-- one: inline
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p, k TEXT, g INTEGER, h INTEGER);
-- one: to the unique index
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER, k TEXT, g INTEGER, h INTEGER, FOREIGN KEY (g, h) REFERENCES p (g, h) ON DELETE SET NULL);
-- one: deferred and named
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER, k TEXT, g INTEGER, h INTEGER, CONSTRAINT c_k FOREIGN KEY (k) REFERENCES p (k) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED);
-- one: immediate and named
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER, k TEXT, g INTEGER, h INTEGER, CONSTRAINT c_k FOREIGN KEY (k) REFERENCES p (k) ON UPDATE CASCADE);
-- one: self and parent
CREATE TABLE c (id INTEGER PRIMARY KEY REFERENCES p (id), p INTEGER REFERENCES c (id), k TEXT, g INTEGER, h INTEGER);

-- family: tools: views and triggers over a table that is rebuilt or not
-- one: small
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
-- one: wider
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT v.id, t.b FROM v JOIN t USING (id);
-- one: rebuilt
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT UNIQUE);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT v.id, t.b FROM v JOIN t USING (id);
CREATE TRIGGER g INSTEAD OF INSERT ON w BEGIN INSERT INTO t (id, b) VALUES (new.id, new.b); END;
-- one: with triggers on the table
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE l (x);
CREATE VIEW v AS SELECT id, a, (SELECT count(*) FROM l) AS n FROM t;
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO l SELECT n FROM v; END;
CREATE TRIGGER h AFTER UPDATE OF a ON t WHEN EXISTS (SELECT 1 FROM v) BEGIN DELETE FROM l; END;

-- ring: tools: indexes one by one
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INTEGER, j TEXT);
-- one: none
-- one: plain
CREATE INDEX i ON t (a);
-- one: two columns
CREATE INDEX i ON t (a, b);
-- one: down
CREATE INDEX i ON t (a DESC, b);
-- one: collated
CREATE INDEX i ON t (a COLLATE NOCASE DESC, b);
-- one: unique
CREATE UNIQUE INDEX i ON t (a COLLATE NOCASE DESC, b);
-- one: partial
CREATE UNIQUE INDEX i ON t (a) WHERE b IS NULL;
-- one: partial in another way
CREATE UNIQUE INDEX i ON t (a) WHERE b IS NULL AND n > 10;
-- one: expression
CREATE INDEX i ON t (a || b);
-- one: expression down
CREATE INDEX i ON t (a || b COLLATE NOCASE DESC, n % 10);
-- one: json
CREATE INDEX i ON t (json_extract(j, '$.x'), j ->> 'y', json_type(j, '$.z'));
-- one: case and cast
CREATE INDEX i ON t (CASE n WHEN 1 THEN a ELSE b END, CAST(a AS INTEGER), iif(n, 1, 2));
-- one: like in the where
CREATE INDEX i ON t (n) WHERE a LIKE 'x\_%' ESCAPE '\' AND b NOT IN ('q', 'r') AND n NOT BETWEEN 5 AND 6 AND j IS NOT 'z';

-- ring: tools: modules that change
-- one: fts5
CREATE VIRTUAL TABLE s USING fts5(title, body);
-- one: fts5 with another tokenizer
CREATE VIRTUAL TABLE s USING fts5(title, body, tokenize = "porter ascii");
-- one: fts5 with a column less
CREATE VIRTUAL TABLE s USING fts5(title, tokenize = "porter ascii");
-- one: fts5 without content
CREATE VIRTUAL TABLE s USING fts5(title, content='', contentless_delete=1);
-- one: fts4
CREATE VIRTUAL TABLE s USING fts4(title TEXT, body TEXT, tokenize=porter, prefix="2,4");
-- one: fts3
CREATE VIRTUAL TABLE s USING fts3(title, body);
-- one: rtree
CREATE VIRTUAL TABLE s USING rtree(id, x0, x1, y0, y1);
-- one: rtree of numbers
CREATE VIRTUAL TABLE s USING rtree_i32(id, x0, x1, +label TEXT, +n INTEGER);
-- one: a table
CREATE TABLE s (id INTEGER PRIMARY KEY, title TEXT);
-- one: a view
CREATE VIEW s AS SELECT 1 AS id, 'x' AS title;

-- ring: tools: generated columns
CREATE TABLE p (x INTEGER PRIMARY KEY);
-- one: none
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
-- one: virtual at the end
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER AS (a + 1));
-- one: two virtual
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER AS (a + 1), d TEXT AS (b || c) VIRTUAL);
-- one: virtual indexed
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER AS (a + 1), d TEXT AS (b || c) VIRTUAL);
CREATE UNIQUE INDEX i ON t (d, c DESC) WHERE c > 0;
-- one: stored
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER AS (a + 1) STORED, d TEXT AS (b || c) VIRTUAL);
-- one: stored with a key
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER AS (a + 1) STORED REFERENCES p (x), d TEXT AS (b || c) VIRTUAL CHECK (d <> 'q'));
-- one: first
CREATE TABLE t (c INTEGER AS (a + 1) STORED, id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
-- one: a function of json
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c TEXT AS (json_extract(b, '$.c')) VIRTUAL NOT NULL);
-- one: a case
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c TEXT AS (CASE WHEN a IS NULL THEN 'none' WHEN a > 0 THEN 'plus' ELSE 'minus' END) VIRTUAL COLLATE NOCASE);

-- ring: tools: checks
-- one: none
CREATE TABLE t (a INTEGER, b TEXT);
-- one: one
CREATE TABLE t (a INTEGER CHECK (a > 0), b TEXT);
-- one: named
CREATE TABLE t (a INTEGER CONSTRAINT a_pos CHECK (a > 0), b TEXT);
-- one: named, other
CREATE TABLE t (a INTEGER CONSTRAINT a_pos CHECK (a >= 0), b TEXT);
-- one: renamed
CREATE TABLE t (a INTEGER CONSTRAINT a_is_pos CHECK (a >= 0), b TEXT);
-- one: of the table
CREATE TABLE t (a INTEGER, b TEXT, CONSTRAINT both CHECK (a IS NULL OR b IS NULL));
-- one: enum
CREATE TABLE t (a INTEGER, b TEXT CHECK (b IN ('on', 'off')));
-- one: enum with one more
CREATE TABLE t (a INTEGER, b TEXT CHECK (b IN ('on', 'off', 'auto')));
-- one: enum without not null
CREATE TABLE t (a INTEGER, b TEXT NOT NULL DEFAULT 'on' CHECK (b IN ('on', 'off', 'auto')));
-- one: boolean
CREATE TABLE t (a BOOLEAN NOT NULL DEFAULT 0 CHECK (a IN (0, 1)), b TEXT);
-- one: glob
CREATE TABLE t (a INTEGER, b TEXT CHECK (b GLOB '[0-9][0-9]:[0-9][0-9]' AND length(b) = 5));
-- one: row values
CREATE TABLE t (a INTEGER, b TEXT, CHECK ((a, b) > (1, 'x')));

-- ring: tools: names that need care
-- one: keywords
CREATE TABLE "group" ("order" INTEGER PRIMARY KEY, "by" TEXT, "limit" INTEGER DEFAULT 10);
CREATE INDEX "where" ON "group" ("limit");
CREATE VIEW "having" AS SELECT "by" FROM "group" WHERE "limit" > 1;
CREATE TRIGGER "when" AFTER INSERT ON "group" BEGIN DELETE FROM "group" WHERE "by" IS NULL; END;
-- one: keywords, changed
CREATE TABLE "group" ("order" INTEGER PRIMARY KEY, "by" TEXT NOT NULL, "limit" INTEGER DEFAULT 20, "to" TEXT REFERENCES "group" ("by"));
CREATE INDEX "where" ON "group" ("limit", "by");
CREATE VIEW "having" AS SELECT "by", "to" FROM "group" WHERE "limit" > 1;
CREATE TRIGGER "when" AFTER INSERT ON "group" WHEN new."to" IS NOT NULL BEGIN DELETE FROM "group" WHERE "by" IS NULL; END;
-- one: spaces and quotes
CREATE TABLE "my ""table""" ("my 'column'" TEXT, "a.b" INTEGER, "c;d" TEXT, "e--f" TEXT);
CREATE UNIQUE INDEX "my (index)" ON "my ""table""" ("my 'column'", "c;d");
CREATE VIEW "my [view]" AS SELECT "e--f" FROM "my ""table""";
-- one: spaces and quotes, changed
CREATE TABLE "my ""table""" ("my 'column'" TEXT NOT NULL, "a.b" INTEGER, "c;d" VARCHAR(3), "e--f" TEXT, "/* g */" TEXT);
CREATE UNIQUE INDEX "my (index)" ON "my ""table""" ("my 'column'", "c;d", "/* g */");
CREATE VIEW "my [view]" AS SELECT "e--f", "/* g */" FROM "my ""table""";

-- ring: tools: STRICT
-- one: no
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT, c);
-- rows:
INSERT INTO t VALUES (1, 2, 'b', x'01'), (2, NULL, NULL, 5);
-- one: strict
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT, c ANY) STRICT;
-- rows:
INSERT INTO t VALUES (1, 2, 'b', '007'), (2, NULL, NULL, 5);
-- one: strict with blob
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT, c BLOB) STRICT;
-- one: strict with a column more
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT, c BLOB, d REAL DEFAULT 1.0) STRICT;
-- rows:
INSERT INTO t VALUES (1, 2, 'b', x'00', 2.5);
-- one: strict with other numbers
CREATE TABLE t (id INTEGER PRIMARY KEY, a REAL, b TEXT, c BLOB, d INT DEFAULT 1) STRICT;

-- ring: tools: conflict clauses
-- one: none
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL UNIQUE, b INTEGER, UNIQUE (a, b));
-- one: on the unique
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL UNIQUE ON CONFLICT IGNORE, b INTEGER, UNIQUE (a, b));
-- one: on the table's unique
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL UNIQUE ON CONFLICT IGNORE, b INTEGER, UNIQUE (a, b) ON CONFLICT REPLACE);
-- one: on not null
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL ON CONFLICT REPLACE DEFAULT '' UNIQUE, b INTEGER, UNIQUE (a, b) ON CONFLICT REPLACE);
-- one: on the key
CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a TEXT NOT NULL UNIQUE, b INTEGER, UNIQUE (a, b));

-- case: tools: several renames in a table with everything on it
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b INTEGER DEFAULT 5 CHECK (b > a), c TEXT AS (a || b) STORED, UNIQUE (a, b));
CREATE INDEX i ON t (b DESC, lower(a)) WHERE a <> 'x';
CREATE VIEW v AS SELECT a AS aa, b, c FROM t WHERE b > 1;
CREATE TRIGGER g AFTER UPDATE OF a, b ON t WHEN new.a <> old.b BEGIN INSERT INTO t (a, b) VALUES (new.a, old.b); END;
-- rename: t.a=x
-- rename: t.b=y
-- rename: t.c=z
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT NOT NULL, y INTEGER DEFAULT 5 CHECK (y > x), z TEXT AS (x || y) STORED, UNIQUE (x, y));
CREATE INDEX i ON t (y DESC, lower(x)) WHERE x <> 'x';
CREATE VIEW v AS SELECT x AS aa, y, z FROM t WHERE y > 1;
CREATE TRIGGER g AFTER UPDATE OF x, y ON t WHEN new.x <> old.y BEGIN INSERT INTO t (x, y) VALUES (new.x, old.y); END;

-- case: tools: a rename in a table that a foreign key of many columns names
CREATE TABLE p (a INTEGER, b INTEGER, PRIMARY KEY (a, b));
CREATE TABLE c (x INTEGER, y INTEGER, FOREIGN KEY (x, y) REFERENCES p (a, b) ON DELETE CASCADE);
-- rename: p.b=bb
-- rename: c.y=yy
-- rows:
INSERT INTO p VALUES (1, 2);
INSERT INTO c VALUES (1, 2);
-- after:
CREATE TABLE p (a INTEGER, bb INTEGER, PRIMARY KEY (a, bb));
CREATE TABLE c (x INTEGER, yy INTEGER, FOREIGN KEY (x, yy) REFERENCES p (a, bb) ON DELETE CASCADE);

-- case: tools: rename of a without rowid table and its key
CREATE TABLE kv (k TEXT PRIMARY KEY, v) WITHOUT ROWID;
-- rename: kv=setting
-- rename: setting.k=name
-- rows:
INSERT INTO kv VALUES ('a', 1), ('b', 'x');
-- after:
CREATE TABLE setting (name TEXT PRIMARY KEY, v) WITHOUT ROWID;

-- case: tools: rename a column that a view reads by star
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- rename: t.a=b
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT b FROM v;

-- case: tools: rename a table and put a view in its place
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
-- rename: person=people
-- rows:
INSERT INTO person VALUES (1, 'n');
-- after:
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
CREATE VIEW person AS SELECT id, name FROM people;

-- case: tools: rename a table and put another in its place
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE line (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id));
-- rename: item=item_old
-- rows:
INSERT INTO item VALUES (1, 'n');
INSERT INTO line VALUES (1, 1);
-- after:
CREATE TABLE item_old (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE item (id INTEGER PRIMARY KEY, title TEXT);
CREATE TABLE line (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item_old (id));

-- case: tools: rename a virtual table that a trigger fills
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE f USING fts5(a);
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO f (rowid, a) VALUES (new.id, new.a); END;
-- rename: f=t_fts
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE t_fts USING fts5(a);
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO t_fts (rowid, a) VALUES (new.id, new.a); END;

-- case: tools: rename an index alone
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX idx_a ON t (a);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX ix_t_a ON t (a);

-- case: tools: rename a view and a trigger
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id FROM t;
CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW w AS SELECT id FROM t;
CREATE TRIGGER h AFTER INSERT ON t BEGIN SELECT 1; END;

-- case: tools: rename and drop and add in one table
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT);
CREATE INDEX i ON t (a, b);
-- rename: t.a=z
-- rows:
INSERT INTO t VALUES (1, 'a', 'b', 'c');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, z TEXT, c TEXT, a TEXT DEFAULT 'new');
CREATE INDEX i ON t (z, a);

-- case: tools: rename of quotes only is nothing
CREATE TABLE "t" ([a b] TEXT, `c` INTEGER);
CREATE VIEW "v" AS SELECT [a b], t.`c` FROM "t";
-- equal:
CREATE TABLE t ("a b" TEXT, c INTEGER);
CREATE VIEW v AS SELECT "a b", "t"."c" FROM t;

-- case: tools: main before every name
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX i ON t (a);
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 'x'; END;
-- equal:
CREATE TABLE main.t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX main.i ON t (a);
CREATE VIEW main.v AS SELECT a FROM main.t;
CREATE TRIGGER main.g AFTER INSERT ON t BEGIN UPDATE t SET a = 'x'; END;

-- case: tools: a view in other spaces, letters and comments
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, upper(a) AS u, count(*) FROM t GROUP BY id, u HAVING count(*) > 1 ORDER BY u DESC LIMIT 3;
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
create view V as select ID,UPPER(A) as u , count( * ) /* all */
from T group by id,u having COUNT(*)>1
order by u desc limit 3;

-- case: tools: join spelled out
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY, t INTEGER);
CREATE VIEW v AS SELECT t.a FROM t JOIN u ON u.t = t.id LEFT JOIN u AS x ON x.id = u.id;
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY, t INTEGER);
CREATE VIEW v AS SELECT t.a FROM t INNER JOIN u ON u.t = t.id LEFT OUTER JOIN u x ON x.id = u.id;

-- case: tools: if not exists everywhere and twice
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE INDEX i ON t (id);
CREATE VIEW v AS SELECT id FROM t;
-- equal:
CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS t (id INTEGER, a TEXT);
CREATE INDEX IF NOT EXISTS i ON t (id);
CREATE UNIQUE INDEX IF NOT EXISTS i ON t (id DESC);
CREATE VIEW IF NOT EXISTS v AS SELECT id FROM t;
CREATE VIEW IF NOT EXISTS v AS SELECT 1;

-- case: tools: numbers in other forms
CREATE TABLE t (a INTEGER DEFAULT 10, b REAL DEFAULT 1.0, c INTEGER CHECK (c < 100), d INTEGER CHECK (d IN (1, 2)));
-- equal:
CREATE TABLE t (a INTEGER DEFAULT (10), b REAL DEFAULT (1.0), c INTEGER CHECK ((c < 100)), d INTEGER CHECK (d IN (1,2)));

-- case: tools: type spellings
CREATE TABLE t (a varchar(10), b Decimal(5,2), c unsigned  big int, d "text", e double precision);
-- equal:
CREATE TABLE t (a VARCHAR (10), b DECIMAL(5, 2), c UNSIGNED BIG INT, d TEXT, e DOUBLE PRECISION);

-- case: tools: strict int and integer are two types
CREATE TABLE t (a INT, b INTEGER) STRICT;
-- after:
CREATE TABLE t (a INTEGER, b INT) STRICT;

-- case: tools: semicolons and blank statements
CREATE TABLE t (a INT);
CREATE INDEX i ON t (a);
-- equal:
;;
CREATE TABLE t (a INT);;
;
CREATE INDEX i ON t (a)
;
-- the end

-- case: tools: key at the column with not null and order
CREATE TABLE t (a TEXT NOT NULL, b INT, PRIMARY KEY (a));
CREATE TABLE u (a TEXT, b INT, CONSTRAINT pk PRIMARY KEY (a DESC));
-- equal:
CREATE TABLE t (a TEXT PRIMARY KEY ASC NOT NULL, b INT);
CREATE TABLE u (a TEXT CONSTRAINT pk PRIMARY KEY DESC, b INT);

-- case: tools: unique index names and automatic ones
CREATE TABLE t (a TEXT UNIQUE, b TEXT);
CREATE UNIQUE INDEX i ON t (b);
-- after:
CREATE TABLE t (a TEXT, b TEXT UNIQUE);
CREATE UNIQUE INDEX i ON t (a);

-- case: tools: a table without any stored column but generated
CREATE TABLE t (a INTEGER);
-- after:
CREATE TABLE t (a INTEGER, b AS (a) VIRTUAL, c AS (b) VIRTUAL);

-- case: tools: all columns are exchanged
CREATE TABLE t (a TEXT, b TEXT);
-- rows:
INSERT INTO t VALUES ('x', 'y');
-- after:
CREATE TABLE t (c TEXT, d TEXT NOT NULL);

-- case: tools: all columns but the key are exchanged
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (4, 'x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT NOT NULL DEFAULT '?', c TEXT UNIQUE);

-- case: tools: dropped tables with children, views and triggers over several
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id));
CREATE TABLE c (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE VIEW ab AS SELECT a.id FROM a JOIN b ON b.a = a.id;
CREATE VIEW abc AS SELECT ab.id FROM ab JOIN c ON c.id = ab.id;
CREATE TRIGGER g AFTER INSERT ON c BEGIN INSERT INTO a SELECT id FROM abc; END;
-- rows:
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1, 1);
-- after:
CREATE TABLE c (id INTEGER PRIMARY KEY, b INTEGER);

-- case: tools: a text primary key becomes a number beside it
CREATE TABLE tag (name TEXT PRIMARY KEY, color TEXT);
CREATE TABLE post_tag (post INTEGER, tag TEXT REFERENCES tag (name), PRIMARY KEY (post, tag));
-- rows:
INSERT INTO tag VALUES ('a', 'red'), ('b', NULL);
INSERT INTO post_tag VALUES (1, 'a');
-- after:
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, color TEXT);
CREATE TABLE post_tag (post INTEGER, tag TEXT REFERENCES tag (name), PRIMARY KEY (post, tag)) WITHOUT ROWID;

-- case: tools: comments and defaults with line breaks
CREATE TABLE t (
    a TEXT DEFAULT 'one
two', -- it's a text
    b TEXT /* ; */ DEFAULT '/* no */'
);
-- rows:
INSERT INTO t DEFAULT VALUES;
-- after:
CREATE TABLE t (
    a TEXT DEFAULT 'one
three',
    b TEXT DEFAULT '-- no', c TEXT DEFAULT ''''
);

-- case: tools: a trigger on a table that gets a new column only
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE log (id INTEGER PRIMARY KEY, a TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP);
CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW WHEN old.a IS NOT new.a BEGIN INSERT INTO log (a) VALUES (old.a); END;
-- rows:
INSERT INTO t VALUES (1, 'x');
UPDATE t SET a = 'y';
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT DEFAULT 'b');
CREATE TABLE log (id INTEGER PRIMARY KEY, a TEXT, b TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP);
CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW WHEN old.a IS NOT new.a OR old.b IS NOT new.b BEGIN INSERT INTO log (a, b) VALUES (old.a, old.b); END;

-- case: tools: a recursive trigger and a self reference in a rebuilt table
CREATE TABLE n (id INTEGER PRIMARY KEY, up INTEGER REFERENCES n (id) ON DELETE CASCADE, depth INTEGER);
CREATE TRIGGER g AFTER INSERT ON n WHEN new.up IS NOT NULL BEGIN UPDATE n SET depth = (SELECT depth + 1 FROM n AS p WHERE p.id = new.up) WHERE id = new.id; END;
-- rows:
INSERT INTO n VALUES (1, NULL, 0), (2, 1, NULL), (3, 2, NULL);
-- after:
CREATE TABLE n (id INTEGER PRIMARY KEY, up INTEGER REFERENCES n (id) ON DELETE CASCADE, depth INTEGER NOT NULL DEFAULT 0);
CREATE TRIGGER g AFTER INSERT ON n WHEN new.up IS NOT NULL BEGIN UPDATE n SET depth = (SELECT depth + 1 FROM n AS p WHERE p.id = new.up) WHERE id = new.id; END;

-- case: tools: a partial index on a boolean of a rebuilt table and one that goes with its column
CREATE TABLE job (id INTEGER PRIMARY KEY, state TEXT NOT NULL, done BOOLEAN NOT NULL DEFAULT FALSE, run_at TEXT);
CREATE INDEX job_open ON job (run_at) WHERE NOT done;
CREATE INDEX job_state ON job (state) WHERE state IN ('new', 'run');
-- rows:
INSERT INTO job VALUES (1, 'new', 0, NULL), (2, 'run', 1, '2020');
-- after:
CREATE TABLE job (id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('new', 'run', 'end')), run_at TEXT);
CREATE INDEX job_state ON job (state) WHERE state IN ('new', 'run');
