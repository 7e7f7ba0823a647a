-- family: dumps: a whole dump
-- one: by hand
CREATE TABLE authors (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES authors (id) ON DELETE CASCADE, title TEXT COLLATE NOCASE, price NUMERIC DEFAULT 9.5 CHECK (price > 0));
CREATE INDEX books_title ON books (title);
CREATE VIEW titles AS SELECT b.title, a.name FROM books b JOIN authors a ON a.id = b.author_id;
CREATE TRIGGER books_ai AFTER INSERT ON books BEGIN UPDATE books SET title = trim(title) WHERE id = NEW.id; END;
-- same: as the shell writes its schema
CREATE TABLE IF NOT EXISTS "authors" (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL,
  title TEXT COLLATE NOCASE,
  price NUMERIC DEFAULT 9.5,
  CHECK (price > 0),
  FOREIGN KEY(author_id) REFERENCES "authors"(id) ON DELETE CASCADE
);
CREATE INDEX books_title ON books(title);
CREATE VIEW titles AS SELECT b.title, a.name FROM books b JOIN authors a ON a.id = b.author_id
/* titles(title,name) */;
CREATE TRIGGER books_ai AFTER INSERT ON books BEGIN UPDATE books SET title = trim(title) WHERE id = NEW.id; END;
-- one: another state
CREATE TABLE authors (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, born INTEGER, UNIQUE (name, born));
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors (id) ON DELETE SET NULL, title TEXT NOT NULL DEFAULT '' COLLATE NOCASE, price REAL DEFAULT 9.5);
CREATE VIEW titles AS SELECT b.title, a.name, a.born FROM books b LEFT JOIN authors a ON a.id = b.author_id;
CREATE TRIGGER books_au AFTER UPDATE OF title ON books BEGIN UPDATE authors SET born = 1; END;
ANALYZE;
REINDEX;

-- family: dumps: settings around
-- one: bare
CREATE TABLE t (a INTEGER);
-- same: settings
PRAGMA user_version = 5;
PRAGMA application_id = 7;
PRAGMA journal_mode = WAL;
PRAGMA encoding = 'UTF-8';
BEGIN;
CREATE TABLE t (a INTEGER);
COMMIT;
VACUUM;
PRAGMA optimize;
-- one: others
BEGIN IMMEDIATE;
CREATE TABLE t (a INTEGER, b TEXT);
END;

-- family: dumps: words of the language everywhere
-- one: in one way
CREATE TABLE "table" ("column" TEXT DEFAULT 'default', "primary" INTEGER PRIMARY KEY, "references" INTEGER REFERENCES "table" ("primary"), "check" TEXT CHECK ("check" <> 'check'));
CREATE INDEX "index" ON "table" ("column" DESC) WHERE "check" IS NOT NULL;
CREATE VIEW "view" ("select") AS SELECT "column" FROM "table" WHERE "primary" > 1;
CREATE TRIGGER "trigger" BEFORE DELETE ON "table" WHEN OLD."primary" = 1 BEGIN SELECT RAISE(IGNORE); END;
-- same: in another
create table [table] (`column` text default 'default', [primary] integer primary key, `references` integer references [table] ([primary]), [check] text check ([check] <> 'check'));
create index `index` on `table` ([column] desc) where [check] is not null;
create view [view] (`select`) as select [column] from [table] where [primary] > 1;
create trigger [trigger] before delete on [table] when old.[primary] = 1 begin select raise(ignore); end;
-- one: another
CREATE TABLE "table" ("column" TEXT DEFAULT "default", "primary" INTEGER PRIMARY KEY, "check" TEXT, "unique" TEXT UNIQUE);
CREATE UNIQUE INDEX "index" ON "table" ("column");
