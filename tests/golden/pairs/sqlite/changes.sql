-- case: alembic batch: several changes of one table
CREATE TABLE some_table (id INTEGER NOT NULL, foo VARCHAR(30), bar INTEGER, baz DATETIME, PRIMARY KEY (id), CONSTRAINT uq_foo UNIQUE (foo), CONSTRAINT ck_bar CHECK (bar > 0));
CREATE INDEX ix_baz ON some_table (baz);
-- rows:
INSERT INTO some_table VALUES (1, 'a', 3, '2020-01-01'), (2, 'b', 4, NULL);
-- after:
CREATE TABLE some_table (id INTEGER NOT NULL, foo VARCHAR(50) NOT NULL, bar BIGINT, qux TEXT DEFAULT 'q', PRIMARY KEY (id), CONSTRAINT uq_foo_bar UNIQUE (foo, bar), CONSTRAINT ck_bar CHECK (bar >= 0));
CREATE INDEX ix_qux ON some_table (qux);

-- case: a constraint gets a name
CREATE TABLE t (a INTEGER CHECK (a > 0), b TEXT UNIQUE, c INTEGER REFERENCES t (a), PRIMARY KEY (a));
-- after:
CREATE TABLE t (a INTEGER CONSTRAINT positive CHECK (a > 0), b TEXT CONSTRAINT only_once UNIQUE, c INTEGER CONSTRAINT upwards REFERENCES t (a), CONSTRAINT pk PRIMARY KEY (a));

-- case: a constraint loses its name
CREATE TABLE t (a INTEGER CONSTRAINT positive CHECK (a > 0), b TEXT CONSTRAINT only_once UNIQUE, c INTEGER CONSTRAINT upwards REFERENCES t (a), CONSTRAINT pk PRIMARY KEY (a));
-- after:
CREATE TABLE t (a INTEGER CHECK (a > 0), b TEXT UNIQUE, c INTEGER REFERENCES t (a), PRIMARY KEY (a));

-- case: names of not null and default
CREATE TABLE t (a INTEGER NOT NULL, b TEXT DEFAULT 'x', c TEXT COLLATE NOCASE);
-- equal:
CREATE TABLE t (a INTEGER CONSTRAINT must NOT NULL, b TEXT CONSTRAINT usually DEFAULT 'x', c TEXT CONSTRAINT alike COLLATE NOCASE);

-- case: two checks of one column
CREATE TABLE t (a INTEGER CHECK (a > 0) CHECK (a < 10));
-- after:
CREATE TABLE t (a INTEGER CHECK (a > 0) CHECK (a < 10) CHECK (a <> 5), CHECK (a <> 6));

-- case: constraints without commas
CREATE TABLE t (a INTEGER, b INTEGER, UNIQUE (a) UNIQUE (b) CHECK (a > b));
-- equal:
CREATE TABLE t (a INTEGER, b INTEGER, UNIQUE (a), UNIQUE (b), CHECK (a > b));

-- case: rename a table that others point to
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES author (id));
CREATE INDEX book_author ON book (author_id);
CREATE TRIGGER log_author AFTER UPDATE ON author BEGIN UPDATE book SET author_id = NEW.id WHERE author_id = OLD.id; END;
CREATE VIEW books AS SELECT b.id, a.name FROM book b JOIN author a ON a.id = b.author_id;
-- rename: author=writer
-- after:
CREATE TABLE writer (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES writer (id));
CREATE INDEX book_author ON book (author_id);
CREATE TRIGGER log_author AFTER UPDATE ON writer BEGIN UPDATE book SET author_id = NEW.id WHERE author_id = OLD.id; END;
CREATE VIEW books AS SELECT b.id, a.name FROM book b JOIN writer a ON a.id = b.author_id;

-- case: rename a column that all use
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a > 0), b INTEGER AS (a * 2), c INTEGER REFERENCES t (a), UNIQUE (a));
CREATE INDEX i ON t (a, lower(a)) WHERE a IS NOT NULL;
CREATE VIEW v AS SELECT a FROM t WHERE t.a > 3;
CREATE TRIGGER g AFTER UPDATE OF a ON t WHEN NEW.a > OLD.a BEGIN UPDATE t SET a = NEW.a + 1 WHERE id = NEW.id; END;
-- rename: t.a=z
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, z INTEGER CHECK (z > 0), b INTEGER AS (z * 2), c INTEGER REFERENCES t (z), UNIQUE (z));
CREATE INDEX i ON t (z, lower(z)) WHERE z IS NOT NULL;
CREATE VIEW v AS SELECT z FROM t WHERE t.z > 3;
CREATE TRIGGER g AFTER UPDATE OF z ON t WHEN NEW.z > OLD.z BEGIN UPDATE t SET z = NEW.z + 1 WHERE id = NEW.id; END;

-- case: rename a column and rebuild for another
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT);
CREATE INDEX i ON t (a);
-- rename: t.a=z
-- rows:
INSERT INTO t VALUES (1, 10, 'x'), (2, 20, 'y');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, z INTEGER NOT NULL DEFAULT 0, b VARCHAR(10));
CREATE INDEX i ON t (z);

-- case: rename only the letters of a table
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
-- equal:
CREATE TABLE Users (ID INTEGER PRIMARY KEY, Name TEXT);

-- case: drop a column with an index on it
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b) WHERE a IS NULL;
CREATE INDEX k ON t (lower(a));
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX j ON t (b);

-- case: drop a column in a check of another
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a > 0), b INTEGER CHECK (b > a));
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER);

-- case: drop a column that a trigger names
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
CREATE TABLE log (what TEXT);
CREATE TRIGGER g AFTER UPDATE OF a ON t BEGIN INSERT INTO log VALUES (NEW.a); END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER);
CREATE TABLE log (what TEXT);
CREATE TRIGGER g AFTER UPDATE OF b ON t BEGIN INSERT INTO log VALUES (NEW.b); END;

-- case: drop a column that a trigger of another table names
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
CREATE TABLE log (what TEXT);
CREATE TRIGGER g AFTER INSERT ON log BEGIN UPDATE t SET a = NEW.what; END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER);
CREATE TABLE log (what TEXT);
CREATE TRIGGER g AFTER INSERT ON log BEGIN UPDATE t SET b = NEW.what; END;

-- case: drop a generated column and its base
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a + 1) STORED, c INTEGER AS (b + 1));
CREATE INDEX i ON t (c);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY);

-- case: drop the key
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
-- rows:
INSERT INTO t (a) VALUES ('x'), ('y');
-- after:
CREATE TABLE t (a TEXT);

-- case: drop a foreign key column
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id), q INTEGER, FOREIGN KEY (q) REFERENCES p (id));
-- rows:
INSERT INTO p VALUES (1), (2);
INSERT INTO c VALUES (1, 1, 2);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE c (id INTEGER PRIMARY KEY, q INTEGER, FOREIGN KEY (q) REFERENCES p (id));

-- case: add a column with a check
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- rows:
INSERT INTO t VALUES (1), (2);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER DEFAULT 1 CHECK (a > 0), b TEXT NOT NULL DEFAULT '' COLLATE NOCASE, c INTEGER REFERENCES t (id) ON DELETE SET NULL, d INTEGER AS (a + 1));

-- case: add a column with a named check and default in brackets
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CONSTRAINT c1 CHECK (a > 0) DEFAULT (1), b DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, c TEXT DEFAULT (lower('X')));

-- case: add a column with a foreign key and a default
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- rows:
INSERT INTO p VALUES (1);
INSERT INTO t VALUES (1), (2);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, p INTEGER NOT NULL DEFAULT 1 REFERENCES p (id));

-- case: add columns between
CREATE TABLE t (a INTEGER, b INTEGER);
-- rows:
INSERT INTO t VALUES (1, 2);
-- after:
CREATE TABLE t (x TEXT, a INTEGER, y TEXT DEFAULT 'y', b INTEGER, z TEXT);

-- case: strict comes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT, c REAL, d BLOB);
-- rows:
INSERT INTO t VALUES (1, 'x', 2, 1.5, x'00');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT, c REAL, d BLOB) STRICT;

-- case: strict goes and types with it
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b ANY) STRICT;
-- rows:
INSERT INTO t VALUES (1, 'x', '007'), (2, 'y', 7);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(10), b);

-- case: without rowid comes
CREATE TABLE t (k TEXT PRIMARY KEY, v INTEGER);
CREATE INDEX i ON t (v);
-- rows:
INSERT INTO t VALUES ('a', 1), ('b', 2);
-- after:
CREATE TABLE t (k TEXT PRIMARY KEY, v INTEGER) WITHOUT ROWID;
CREATE INDEX i ON t (v);

-- case: without rowid with two columns as key
CREATE TABLE t (a INTEGER, b INTEGER, v TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
-- rows:
INSERT INTO t VALUES (1, 1, 'x'), (1, 2, 'y');
-- after:
CREATE TABLE t (a INTEGER, b INTEGER, v TEXT, w TEXT, PRIMARY KEY (b DESC, a)) WITHOUT ROWID;

-- case: autoincrement goes
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY AUTOINCREMENT);
-- rows:
INSERT INTO t (a) VALUES ('x');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY AUTOINCREMENT);

-- case: a table with autoincrement goes
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY);
-- after:
CREATE TABLE u (id INTEGER PRIMARY KEY);

-- case: self reference is rebuilt
CREATE TABLE node (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES node (id) ON DELETE CASCADE, name TEXT);
CREATE INDEX node_parent ON node (parent_id);
-- rows:
INSERT INTO node VALUES (1, NULL, 'root'), (2, 1, 'a'), (3, 2, 'b');
-- after:
CREATE TABLE node (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES node (id) ON DELETE SET NULL, name TEXT NOT NULL DEFAULT '');
CREATE INDEX node_parent ON node (parent_id);

-- case: tables in a circle are rebuilt
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id) ON DELETE CASCADE, n TEXT);
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id) ON DELETE CASCADE, n TEXT);
-- rows:
INSERT INTO a VALUES (1, NULL, 'x');
INSERT INTO b VALUES (1, 1, 'y');
UPDATE a SET b = 1;
-- after:
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED, n VARCHAR(5));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id) ON DELETE CASCADE, n TEXT UNIQUE);

-- case: a parent is rebuilt, with children, views and triggers on all
CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id) ON DELETE CASCADE);
CREATE VIEW v AS SELECT p.n, c.id FROM p JOIN c ON c.p = p.id;
CREATE VIEW w AS SELECT count(*) AS k FROM v;
CREATE TRIGGER tp AFTER DELETE ON p BEGIN DELETE FROM c WHERE p = OLD.id; END;
CREATE TRIGGER tc AFTER INSERT ON c BEGIN UPDATE p SET n = n || '!' WHERE id = NEW.p; END;
CREATE TRIGGER tv INSTEAD OF DELETE ON v BEGIN DELETE FROM c WHERE id = OLD.id; END;
-- rows:
INSERT INTO p VALUES (1, 'a'), (2, 'b');
INSERT INTO c VALUES (1, 1), (2, 2);
-- after:
CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT NOT NULL DEFAULT 'none', more TEXT);
CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id) ON DELETE CASCADE);
CREATE VIEW v AS SELECT p.n, c.id FROM p JOIN c ON c.p = p.id;
CREATE VIEW w AS SELECT count(*) AS k FROM v;
CREATE TRIGGER tp AFTER DELETE ON p BEGIN DELETE FROM c WHERE p = OLD.id; END;
CREATE TRIGGER tc AFTER INSERT ON c BEGIN UPDATE p SET n = n || '!' WHERE id = NEW.p; END;
CREATE TRIGGER tv INSTEAD OF DELETE ON v BEGIN DELETE FROM c WHERE id = OLD.id; END;

-- case: a view becomes a table
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE v (a TEXT);
CREATE VIEW w AS SELECT a FROM v;

-- case: a view is turned around
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW w AS SELECT a FROM t;
CREATE VIEW v AS SELECT a FROM w;

-- case: views in other words
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, a FROM t WHERE a = 'x';
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW IF NOT EXISTS "v" as
  select id, a -- the name
  from t
  where a = 'x';

-- case: a view with columns
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v (x, y) AS SELECT id, a FROM t;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v (x, z) AS SELECT id, a FROM t;

-- case: triggers of every kind
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TABLE l (w TEXT);
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER g1 BEFORE INSERT ON t BEGIN INSERT INTO l VALUES ('bi'); END;
CREATE TRIGGER g2 AFTER UPDATE OF a, b ON t FOR EACH ROW WHEN OLD.a IS NOT NEW.a BEGIN INSERT INTO l VALUES ('au'); INSERT INTO l VALUES ('2'); END;
CREATE TRIGGER g3 INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.a); END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE TABLE l (w TEXT);
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER g1 BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'no; never'); END;
CREATE TRIGGER g2 AFTER UPDATE OF a ON t FOR EACH ROW WHEN OLD.a IS NOT NEW.a BEGIN INSERT INTO l VALUES ('au'); INSERT INTO l VALUES ('2'); END;
CREATE TRIGGER g3 INSTEAD OF UPDATE ON v BEGIN UPDATE t SET a = NEW.a WHERE id = OLD.id; END;

-- case: triggers in other words
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = upper(NEW.a) WHERE id = NEW.id; END;
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
create trigger if not exists [g] after insert on "t" for each row begin
  update t set a = upper(new.a) -- loud
  where id = new.id;
end;

-- case: a trigger of a table that goes
CREATE TABLE t (id INTEGER PRIMARY KEY);
CREATE TABLE u (id INTEGER PRIMARY KEY);
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO u VALUES (NEW.id); END;
-- after:
CREATE TABLE u (id INTEGER PRIMARY KEY);

-- case: a trigger for a view that changes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER g INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.a); END;
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE TRIGGER g INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.a); END;

-- case: fts and what belongs to it
CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
-- after:
CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
CREATE VIRTUAL TABLE doc_fts USING fts5(title, body, content='doc', content_rowid='id', tokenize='porter unicode61');
CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO doc_fts(rowid, title, body) VALUES (new.id, new.title, new.body); END;
CREATE TRIGGER doc_ad AFTER DELETE ON doc BEGIN INSERT INTO doc_fts(doc_fts, rowid, title, body) VALUES('delete', old.id, old.title, old.body); END;

-- case: fts of another tokenizer
CREATE VIRTUAL TABLE s USING fts5(a, b UNINDEXED, tokenize = 'unicode61');
-- after:
CREATE VIRTUAL TABLE s USING fts5(a, b UNINDEXED, c, tokenize = 'trigram');

-- case: virtual tables in other words
CREATE VIRTUAL TABLE s USING fts5(a, b);
CREATE VIRTUAL TABLE r USING rtree(id, x0, x1, y0, y1);
-- equal:
CREATE VIRTUAL TABLE IF NOT EXISTS "s" using FTS5 ( a , b );
CREATE VIRTUAL TABLE main.r USING RTREE(id,x0,x1,y0,y1);

-- case: virtual tables with their shadows, as dumps have them
CREATE VIRTUAL TABLE s USING fts4(a, b);
-- equal:
CREATE VIRTUAL TABLE s USING fts4(a, b);
CREATE TABLE IF NOT EXISTS 's_content'(docid INTEGER PRIMARY KEY, 'c0a', 'c1b');
CREATE TABLE IF NOT EXISTS 's_segments'(blockid INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE IF NOT EXISTS 's_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));
CREATE TABLE IF NOT EXISTS 's_docsize'(docid INTEGER PRIMARY KEY, size BLOB);
CREATE TABLE IF NOT EXISTS 's_stat'(id INTEGER PRIMARY KEY, value BLOB);

-- case: a plain table becomes virtual
CREATE TABLE s (a TEXT, b TEXT);
-- after:
CREATE VIRTUAL TABLE s USING fts5(a, b);

-- case: a virtual table gets another name
CREATE VIRTUAL TABLE s USING fts5(a, b);
-- rename: s=z
-- after:
CREATE VIRTUAL TABLE z USING fts5(a, b);

-- case: rtree with more
CREATE VIRTUAL TABLE r USING rtree(id, x0, x1);
-- after:
CREATE VIRTUAL TABLE r USING rtree_i32(id, x0, x1, y0, y1, +name TEXT);

-- case: odd names everywhere
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY, "select" TEXT, [from where] TEXT, `a"b` TEXT, "it's" TEXT, "x]y" TEXT);
CREATE INDEX "my index" ON "order" ("select", "from where");
-- after:
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY, "select" TEXT NOT NULL DEFAULT 'x', [from where] TEXT, `a"b` VARCHAR(5), "it's" TEXT CHECK ("it's" <> ''), "x]y" TEXT, "limit" INTEGER);
CREATE UNIQUE INDEX "my index" ON "order" ("from where", "a""b");
CREATE VIEW "a view" AS SELECT "group", "it's" AS "it was" FROM "order";
CREATE TRIGGER "a trigger" AFTER INSERT ON "order" BEGIN UPDATE "order" SET "limit" = 1 WHERE "group" = NEW."group"; END;

-- case: names with dots, dashes and letters of others
CREATE TABLE "a.b" (id INTEGER PRIMARY KEY, "c-d" TEXT, "ü" TEXT, "日本" INTEGER);
-- after:
CREATE TABLE "a.b" (id INTEGER PRIMARY KEY, "c-d" TEXT NOT NULL, "ü" TEXT UNIQUE, "日本" INTEGER REFERENCES "a.b" (id), "1st" TEXT, "" TEXT);

-- case: temporary things and other schemas
CREATE TABLE t (a INTEGER);
CREATE TEMP TABLE x (a INTEGER);
CREATE TEMPORARY VIEW y AS SELECT a FROM t;
CREATE TEMP TRIGGER z AFTER INSERT ON t BEGIN SELECT 1; END;
-- equal:
CREATE TABLE t (a INTEGER);

-- case: an index between schemas and names
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE INDEX i ON t (a);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE INDEX i ON t (b);
CREATE INDEX i2 ON t (a);

-- case: indexes move to another table
CREATE TABLE t (a INTEGER);
CREATE TABLE u (a INTEGER);
CREATE INDEX i ON t (a);
-- after:
CREATE TABLE t (a INTEGER);
CREATE TABLE u (a INTEGER);
CREATE INDEX i ON u (a);

-- case: unique index becomes unique constraint
CREATE TABLE t (a INTEGER, b INTEGER);
CREATE UNIQUE INDEX i ON t (a, b);
-- rows:
INSERT INTO t VALUES (1, 2), (1, 3), (NULL, NULL), (NULL, NULL);
-- after:
CREATE TABLE t (a INTEGER, b INTEGER, UNIQUE (a, b));

-- case: the same unique twice
CREATE TABLE t (a INTEGER UNIQUE, UNIQUE (a));
-- after:
CREATE TABLE t (a INTEGER UNIQUE);

-- case: unique of the key
CREATE TABLE t (a TEXT PRIMARY KEY UNIQUE, b INTEGER);
-- after:
CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER UNIQUE);

-- case: numbered by hand to auto
CREATE TABLE t (id INT PRIMARY KEY, a TEXT);
-- rows:
INSERT INTO t VALUES (5, 'x'), (9, 'y');
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);

-- case: comments in a table
CREATE TABLE t (
  id INTEGER PRIMARY KEY, -- the key
  a TEXT /* a text, of course */
);
-- after:
CREATE TABLE t (
  id INTEGER PRIMARY KEY, -- the key
  /* a text, of course */ a TEXT NOT NULL DEFAULT '', -- 'x'
  b TEXT -- last
);

-- case: django: a model with everything
CREATE TABLE "app_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(200) NOT NULL, "pages" integer unsigned NOT NULL CHECK ("pages" >= 0), "author_id" bigint NOT NULL REFERENCES "app_author" ("id") DEFERRABLE INITIALLY DEFERRED, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "price" decimal NOT NULL, "uuid" char(32) NOT NULL UNIQUE);
CREATE TABLE "app_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL);
CREATE INDEX "app_book_author_id_1" ON "app_book" ("author_id");
-- rows:
INSERT INTO app_author VALUES (1, 'a');
INSERT INTO app_book VALUES (1, 't', 3, 1, '{}', 1.5, 'u');
-- after:
CREATE TABLE "app_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(300) NOT NULL, "pages" integer unsigned NULL CHECK ("pages" >= 0), "author_id" bigint NULL REFERENCES "app_author" ("id") DEFERRABLE INITIALLY DEFERRED, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "price" decimal NOT NULL, "published" date NULL, "slug" varchar(50) NOT NULL DEFAULT '');
CREATE TABLE "app_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL, "age" smallint unsigned NULL CHECK ("age" >= 0), CONSTRAINT "unique_name_age" UNIQUE ("name", "age"));
CREATE INDEX "app_book_author_id_1" ON "app_book" ("author_id");
CREATE INDEX "app_book_slug_2" ON "app_book" ("slug");
CREATE UNIQUE INDEX "only_published" ON "app_book" ("title") WHERE "published" IS NOT NULL;

-- case: rails: a schema
CREATE TABLE "users" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "email" varchar DEFAULT '' NOT NULL, "admin" boolean DEFAULT 0, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE UNIQUE INDEX "index_users_on_email" ON "users" ("email");
CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
-- after:
CREATE TABLE "users" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "email" varchar DEFAULT '' NOT NULL, "admin" boolean DEFAULT 0 NOT NULL, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL, "team_id" integer, CONSTRAINT "fk_rails_1" FOREIGN KEY ("team_id") REFERENCES "teams" ("id"));
CREATE TABLE "teams" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar);
CREATE INDEX "index_users_on_team_id" ON "users" ("team_id");
CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);

-- case: prisma: a schema
CREATE TABLE "Post" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "title" TEXT NOT NULL, "authorId" INTEGER NOT NULL, CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE);
CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "email" TEXT NOT NULL);
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
-- after:
CREATE TABLE "Post" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "title" TEXT NOT NULL, "authorId" INTEGER, "views" BIGINT NOT NULL DEFAULT 0, "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE);
CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "email" TEXT NOT NULL, "role" TEXT NOT NULL DEFAULT 'USER');
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE INDEX "Post_authorId_idx" ON "Post"("authorId");

-- case: typeorm: an enum as a check
CREATE TABLE "t" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "kind" varchar CHECK( "kind" IN ('a','b') ) NOT NULL DEFAULT ('a'), "d" datetime NOT NULL DEFAULT (datetime('now')), "j" text, CONSTRAINT "UQ_1" UNIQUE ("j"), CONSTRAINT "REL_2" UNIQUE ("d"));
-- after:
CREATE TABLE "t" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "kind" varchar CHECK( "kind" IN ('a','b','c') ) NOT NULL DEFAULT ('b'), "d" datetime NOT NULL DEFAULT (datetime('now')), "j" text, CONSTRAINT "UQ_1" UNIQUE ("j", "kind"));

-- case: drizzle: backquotes and all
CREATE TABLE `users` (`id` integer PRIMARY KEY NOT NULL, `full_name` text, `at` integer DEFAULT (strftime('%s', 'now')));
-- after:
CREATE TABLE `users` (`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL, `full_name` text DEFAULT 'x' NOT NULL, `at` integer DEFAULT (unixepoch()), `ref` integer, FOREIGN KEY (`ref`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade);
CREATE UNIQUE INDEX `users_full_name_unique` ON `users` (`full_name`);

-- case: doctrine: comments that hint at types
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, tags CLOB NOT NULL --(DC2Type:array)
, at DATETIME NOT NULL --(DC2Type:datetime_immutable)
);
-- after:
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, tags CLOB NOT NULL --(DC2Type:json)
, at DATETIME DEFAULT NULL --(DC2Type:datetime_immutable)
, CONSTRAINT FK_1 FOREIGN KEY (id) REFERENCES t (id) NOT DEFERRABLE INITIALLY IMMEDIATE);

-- case: only comments inside are other
CREATE TABLE t (id INTEGER PRIMARY KEY, tags CLOB NOT NULL --(DC2Type:array)
);
-- equal:
CREATE TABLE t (id INTEGER PRIMARY KEY, tags CLOB NOT NULL /* (DC2Type:json) */);
