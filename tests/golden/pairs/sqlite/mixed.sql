-- case: table comes
-- after:
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, created TEXT DEFAULT CURRENT_TIMESTAMP);

-- case: column comes
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, n INTEGER NOT NULL DEFAULT 0);

-- case: column not null without default
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL);

-- case: column with a default that is computed
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, at TEXT DEFAULT CURRENT_TIMESTAMP, x INTEGER DEFAULT (1 + 2));

-- case: column with a reference and a check
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p (id) ON DELETE CASCADE, n INTEGER CHECK (n > 0));

-- case: unique column comes
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE);

-- case: column goes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX t_a ON t (a);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);

-- case: unique column goes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);

-- case: column with a reference goes
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER REFERENCES p);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY);

-- case: type changes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b VARCHAR(20));
CREATE INDEX t_b ON t (b);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b VARCHAR(40));
CREATE INDEX t_b ON t (b);

-- case: null and not null
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x', b TEXT NOT NULL);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'x', b TEXT);

-- case: default changes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x', b INTEGER);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER DEFAULT 5);

-- case: primary key changes
CREATE TABLE t (a INTEGER, b INTEGER);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER, PRIMARY KEY (a, b));

-- case: unique comes and goes
CREATE TABLE t (a INTEGER UNIQUE, b INTEGER);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER, UNIQUE (a, b));

-- case: checks
CREATE TABLE t (a INTEGER CHECK (a > 0), b INTEGER);
-- after:
CREATE TABLE t (a INTEGER CHECK (a > 1), b INTEGER, CONSTRAINT less CHECK (a < b));

-- case: foreign keys
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER REFERENCES p (id), b INTEGER);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER, b INTEGER, FOREIGN KEY (b) REFERENCES p (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);

-- case: rebuild of a table that others point to
CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE c (p_id INTEGER REFERENCES p (id));
CREATE VIEW v AS SELECT p.id, p.a FROM p JOIN c ON c.p_id = p.id;
CREATE TRIGGER x AFTER INSERT ON c BEGIN UPDATE p SET a = 'x'; END;
CREATE TRIGGER y AFTER INSERT ON p BEGIN DELETE FROM c; END;
CREATE INDEX p_a ON p (a);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '');
CREATE TABLE c (p_id INTEGER REFERENCES p (id));
CREATE VIEW v AS SELECT p.id, p.a FROM p JOIN c ON c.p_id = p.id;
CREATE TRIGGER x AFTER INSERT ON c BEGIN UPDATE p SET a = 'x'; END;
CREATE TRIGGER y AFTER INSERT ON p BEGIN DELETE FROM c; END;
CREATE INDEX p_a ON p (a);

-- case: autoincrement stays
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER);

-- case: autoincrement comes
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);

-- case: generated columns
CREATE TABLE t (a INTEGER);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1) VIRTUAL, c INTEGER AS (a * 2) STORED);

-- case: generated virtual only
CREATE TABLE t (a INTEGER);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER AS (a + 1));

-- case: generated changes
CREATE TABLE t (a INTEGER, c INTEGER AS (a * 2) STORED);
-- after:
CREATE TABLE t (a INTEGER, c INTEGER AS (a * 3) STORED);

-- case: collation
CREATE TABLE t (a TEXT);
-- after:
CREATE TABLE t (a TEXT COLLATE NOCASE);

-- case: strict and without rowid
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
CREATE TABLE u (a TEXT PRIMARY KEY);
-- after:
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT;
CREATE TABLE u (a TEXT PRIMARY KEY) WITHOUT ROWID;

-- case: indexes
CREATE TABLE t (a INTEGER, b TEXT);
CREATE INDEX old ON t (a);
CREATE INDEX same ON t (a);
-- after:
CREATE TABLE t (a INTEGER, b TEXT);
CREATE INDEX same ON t (a, b);
CREATE UNIQUE INDEX i1 ON t (a DESC);
CREATE INDEX i2 ON t (lower(b));
CREATE INDEX i3 ON t (b COLLATE NOCASE) WHERE a > 0;

-- case: index gets another name
CREATE TABLE t (a INTEGER);
CREATE INDEX i ON t (a);
-- after:
CREATE TABLE t (a INTEGER);
CREATE INDEX j ON t (a);

-- case: views
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW gone AS SELECT a FROM t;
-- after:
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w (x) AS SELECT a FROM v;

-- case: view over a column that goes
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE VIEW v AS SELECT a, b FROM t;
-- after:
CREATE TABLE t (a INTEGER);
CREATE VIEW v AS SELECT a FROM t;

-- case: triggers
CREATE TABLE t (a INTEGER);
CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END;
-- after:
CREATE TABLE t (a INTEGER);
CREATE TRIGGER x AFTER UPDATE OF a ON t WHEN NEW.a > 0 BEGIN SELECT 2; END;
CREATE TRIGGER y BEFORE DELETE ON t BEGIN SELECT 1; SELECT 2; END;

-- case: table gets another name
CREATE TABLE users (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX i ON users (a);
-- rename: users=people
-- after:
CREATE TABLE people (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX i ON people (a);

-- case: column gets another name
CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT);
CREATE INDEX i ON users (mail);
CREATE VIEW v AS SELECT mail FROM users;
-- rename: users.mail=email
-- after:
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX i ON users (email);
CREATE VIEW v AS SELECT email FROM users;

-- case: column gets another name and type
CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, CHECK (mail <> ''));
-- rename: users.mail=email
-- after:
CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(20) NOT NULL DEFAULT 'x', CHECK (email <> ''));

-- case: names that need quotes
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY);
-- after:
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY, "User Name" TEXT, "select" TEXT NOT NULL DEFAULT '');
CREATE INDEX "by name" ON "order" ("User Name");

-- case: self reference
CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id), a TEXT);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id), a TEXT NOT NULL);

-- case: tables go
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER REFERENCES p);
CREATE INDEX c_a ON c (a);
-- after:
CREATE TABLE x (id INTEGER PRIMARY KEY);

-- case: equal
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x', b INTEGER, CHECK (a <> ''));
CREATE INDEX i ON t (b);
-- equal:
create table "t" ("id" integer primary key, a text default 'x', b integer, check (a <> ''));
create index i on t(b);

-- case: actions in another case
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (a INTEGER REFERENCES p (id) ON DELETE SET NULL ON UPDATE NO ACTION, b TEXT COLLATE NOCASE UNIQUE ON CONFLICT IGNORE);
CREATE INDEX i ON c (b DESC, lower(b));
-- equal:
create table p (id integer primary key);
create table c (a integer references p (id) on delete set null, b text collate nocase unique on conflict ignore);
create index i on c (b desc, lower(b));

-- family: type of a column
-- one: integer
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- same: in lower case
create table t (id integer primary key, a integer);
-- one: text
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
-- one: text that must be there
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL);
