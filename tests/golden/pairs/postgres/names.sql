-- ring: twice in two schemas
CREATE SCHEMA a;
CREATE SCHEMA b;
-- one: base
CREATE TABLE a.t (id int PRIMARY KEY);
CREATE TABLE b.t (id int PRIMARY KEY, a_id int REFERENCES a.t);
CREATE TABLE t (id int PRIMARY KEY, b_id int REFERENCES b.t (id));
-- one: big
CREATE TABLE a.t (id bigint PRIMARY KEY, n text);
CREATE TABLE b.t (id int PRIMARY KEY, a_id bigint REFERENCES a.t ON DELETE CASCADE);
CREATE TABLE t (id int PRIMARY KEY, b_id int REFERENCES b.t (id));
CREATE INDEX t_n ON a.t (n);
CREATE VIEW b.v AS SELECT t.id FROM a.t;
-- one: crossed
CREATE TABLE a.t (id int PRIMARY KEY);
CREATE TABLE b.t (id int PRIMARY KEY, a_id int);
CREATE TABLE t (id int PRIMARY KEY, b_id int REFERENCES a.t (id));
ALTER TABLE b.t ADD FOREIGN KEY (a_id) REFERENCES t;
-- one: types
CREATE TYPE a.mood AS ENUM ('x', 'y');
CREATE TYPE b.mood AS ENUM ('x', 'z');
CREATE TABLE a.t (id int PRIMARY KEY, m a.mood DEFAULT 'x');
CREATE TABLE b.t (id int PRIMARY KEY, m b.mood DEFAULT 'x', n a.mood);
CREATE FUNCTION a.f(b.mood) RETURNS a.mood LANGUAGE sql AS $$ SELECT 'x'::a.mood $$;
CREATE FUNCTION b.f(a.mood) RETURNS b.mood LANGUAGE sql AS $$ SELECT 'x'::b.mood $$;

-- ring: quoted names
-- one: one
CREATE TABLE "Order" ("Id" int PRIMARY KEY, "User Name" text NOT NULL, "select" int);
CREATE INDEX "Order Idx" ON "Order" ("User Name");
-- one: two
CREATE TABLE "Order" ("Id" serial PRIMARY KEY, "User Name" varchar(50) NOT NULL DEFAULT 'A', "select" int CHECK ("select" > 0), "Table" text UNIQUE);
CREATE INDEX "Order Idx" ON "Order" ("User Name", "select" DESC);
CREATE VIEW "Orders" AS SELECT "Id", "User Name" AS "user" FROM "Order";
COMMENT ON COLUMN "Order"."User Name" IS 'who';
-- one: three
CREATE TYPE "Kind" AS ENUM ('A', 'b');
CREATE TABLE "Order" ("Id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Kind" "Kind" NOT NULL DEFAULT 'A', "parent" bigint REFERENCES "Order" ("Id"));
CREATE FUNCTION "Fn"("X" int) RETURNS int LANGUAGE sql AS $$ SELECT "X" $$;
CREATE FUNCTION "Tr"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER "My Trigger" BEFORE INSERT ON "Order" FOR EACH ROW EXECUTE FUNCTION "Tr"();
ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "My Policy" ON "Order" USING ("Kind" = 'A');
-- one: lower
CREATE TABLE "order" (id int PRIMARY KEY, "user" text, "from" date, "end" int, "desc" text, "group" int, "limit" int, "check" int CHECK ("check" > 0));
CREATE INDEX ON "order" ("user", "from");
CREATE UNIQUE INDEX ON "order" ("group");
ALTER TABLE "order" ADD UNIQUE ("limit", "end");
-- one: lower other
CREATE TABLE "order" (id int PRIMARY KEY, "user" varchar(10) NOT NULL, "from" timestamp, "end" bigint, "desc" text DEFAULT 'x', "group" int);
CREATE SEQUENCE "Seq";
CREATE SCHEMA "Schema";
CREATE TABLE "Schema"."table" (a int DEFAULT nextval('"Seq"'), "b.c" int, "d""e" text);
CREATE INDEX "i.1" ON "Schema"."table" ("b.c");
-- one: unicode
CREATE TABLE "таблица" ("имя" text PRIMARY KEY, "größe" int DEFAULT 1);
CREATE INDEX ON "таблица" ("größe");

-- case: rename table with everything
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE CHECK (email <> ''), k kind DEFAULT 'a', boss int REFERENCES users);
CREATE INDEX ON users (k);
CREATE INDEX users_lower ON users (lower(email));
CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users (id));
CREATE VIEW v AS SELECT id, email FROM users;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION tf();
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON users USING (email = 'x');
COMMENT ON TABLE users IS 'people';
-- after:
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE people (id serial PRIMARY KEY, email text UNIQUE CHECK (email <> ''), k kind DEFAULT 'a', boss int REFERENCES people);
CREATE INDEX ON people (k);
CREATE INDEX users_lower ON people (lower(email));
CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES people (id));
CREATE VIEW v AS SELECT id, email FROM people;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION tf();
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON people USING (email = 'x');
COMMENT ON TABLE people IS 'people';
-- rename: users=people

-- case: rename column with everything
CREATE TABLE t (id int PRIMARY KEY, mail text NOT NULL UNIQUE CHECK (mail <> ''), n int DEFAULT 3, g text GENERATED ALWAYS AS (lower(mail)) STORED);
CREATE INDEX t_low ON t (lower(mail)) WHERE mail IS NOT NULL;
CREATE VIEW v AS SELECT id, mail FROM t;
CREATE POLICY p ON t USING (mail = 'a');
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE OF mail ON t FOR EACH ROW WHEN (NEW.mail <> '') EXECUTE FUNCTION tf();
COMMENT ON COLUMN t.mail IS 'where';
-- after:
CREATE TABLE t (id int PRIMARY KEY, email text NOT NULL UNIQUE CHECK (email <> ''), n int DEFAULT 3, g text GENERATED ALWAYS AS (lower(email)) STORED);
CREATE INDEX t_low ON t (lower(email)) WHERE email IS NOT NULL;
CREATE VIEW v AS SELECT id, email FROM t;
CREATE POLICY p ON t USING (email = 'a');
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE OF email ON t FOR EACH ROW WHEN (NEW.email <> '') EXECUTE FUNCTION tf();
COMMENT ON COLUMN t.email IS 'where';
-- rename: t.mail=email

-- case: rename column and its type
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE INDEX t_n ON t (n);
-- after:
CREATE TABLE t (id int PRIMARY KEY, num bigint NOT NULL);
CREATE INDEX t_num ON t (num);
-- rename: t.n=num

-- case: rename both and view kept by alias
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE VIEW v AS SELECT id, n FROM t;
-- after:
CREATE TABLE tt (id int PRIMARY KEY, m int);
CREATE VIEW v AS SELECT id, m AS n FROM tt;
-- rename: t=tt
-- rename: tt.n=m

-- case: rename key column under foreign key
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p_id int REFERENCES p (id), UNIQUE (p_id));
-- after:
CREATE TABLE p (pid int PRIMARY KEY);
CREATE TABLE c (parent_id int REFERENCES p (pid), UNIQUE (parent_id));
-- rename: p.id=pid
-- rename: c.p_id=parent_id

-- case: rename serial column
CREATE TABLE t (id serial PRIMARY KEY, a int);
-- after:
CREATE TABLE t (key serial PRIMARY KEY, a int);
-- rename: t.id=key

-- case: rename identity column and table
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int);
-- after:
CREATE TABLE tt (key int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int);
-- rename: t=tt
-- rename: tt.id=key

-- case: rename type
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood DEFAULT 'a', ms mood[]);
CREATE FUNCTION f(mood) RETURNS mood LANGUAGE sql AS 'SELECT $1';
-- after:
CREATE TYPE feeling AS ENUM ('a', 'b');
CREATE TABLE t (m feeling DEFAULT 'a', ms feeling[]);
CREATE FUNCTION f(feeling) RETURNS feeling LANGUAGE sql AS 'SELECT $1';
-- rename: mood=feeling

-- case: rename view
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- after:
CREATE TABLE t (a int);
CREATE VIEW vv AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM vv;
-- rename: v=vv

-- case: rename sequence
CREATE SEQUENCE s;
CREATE TABLE t (a int DEFAULT nextval('s'));
-- after:
CREATE SEQUENCE ss;
CREATE TABLE t (a int DEFAULT nextval('ss'));
-- rename: s=ss

-- case: rename in schema
CREATE SCHEMA app;
CREATE TABLE app.t (id serial PRIMARY KEY, n text UNIQUE);
CREATE TABLE app.u (t_id int REFERENCES app.t);
-- after:
CREATE SCHEMA app;
CREATE TABLE app.tt (id serial PRIMARY KEY, n text UNIQUE);
CREATE TABLE app.u (t_id int REFERENCES app.tt);
-- rename: app.t=app.tt

-- case: rename partitioned
CREATE TABLE m (id int, d date NOT NULL) PARTITION BY RANGE (d);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX ON m (id);
-- after:
CREATE TABLE mm (id int, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE m1 PARTITION OF mm FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX ON mm (id);
-- rename: m=mm
-- rename: mm.d=day


-- case: an index over an enum that loses a value gets another name
CREATE TYPE st AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, s st NOT NULL, lock text);
CREATE UNIQUE INDEX t_lock ON t (lock) WHERE s = 'a';
-- after:
CREATE TYPE st AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, s st NOT NULL, lock text);
CREATE UNIQUE INDEX t_lock_v1 ON t (lock) WHERE s = 'a';
