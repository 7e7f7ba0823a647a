-- case a column with an index
CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL);
-- up
ALTER TABLE users ADD COLUMN phone text;
CREATE INDEX users_mail ON users (lower(mail));
CREATE UNIQUE INDEX users_phone ON users (phone) WHERE phone IS NOT NULL;
-- down
DROP INDEX users_mail;
ALTER TABLE users DROP COLUMN phone;
-- wrong index `users_mail` of table `users` still exists
ALTER TABLE users DROP COLUMN phone;
-- wrong column `users.phone` still exists
DROP INDEX users_mail;
DROP INDEX users_phone;
-- case a default and a null
CREATE TABLE t (a int NOT NULL DEFAULT 5, b varchar(20));
-- up
ALTER TABLE t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a DROP NOT NULL, ALTER COLUMN b TYPE text, ALTER COLUMN b SET DEFAULT 'x';
-- down
ALTER TABLE t ALTER COLUMN a SET DEFAULT 5, ALTER COLUMN a SET NOT NULL, ALTER COLUMN b TYPE varchar(20), ALTER COLUMN b DROP DEFAULT;
-- wrong column `t.a` may be null
ALTER TABLE t ALTER COLUMN a SET DEFAULT 5, ALTER COLUMN b TYPE varchar(20), ALTER COLUMN b DROP DEFAULT;
-- wrong column `t.a` has the default 6, before it had 5
ALTER TABLE t ALTER COLUMN a SET DEFAULT 6, ALTER COLUMN a SET NOT NULL, ALTER COLUMN b TYPE varchar(20), ALTER COLUMN b DROP DEFAULT;
-- wrong column `t.b` has the type `varchar(30)`
ALTER TABLE t ALTER COLUMN a SET DEFAULT 5, ALTER COLUMN a SET NOT NULL, ALTER COLUMN b TYPE varchar(30), ALTER COLUMN b DROP DEFAULT;
-- wrong column `t.b` has a default, before it had none
ALTER TABLE t ALTER COLUMN a SET DEFAULT 5, ALTER COLUMN a SET NOT NULL, ALTER COLUMN b TYPE varchar(20);
-- case constraints by name
CREATE TABLE u (id int PRIMARY KEY, code text CONSTRAINT u_code UNIQUE);
CREATE TABLE t (uid int CONSTRAINT t_uid REFERENCES u ON DELETE CASCADE, n int CONSTRAINT positive CHECK (n > 0));
-- up
ALTER TABLE t DROP CONSTRAINT t_uid, DROP CONSTRAINT positive;
ALTER TABLE u DROP CONSTRAINT u_code;
-- down
ALTER TABLE u ADD CONSTRAINT u_code UNIQUE (code);
ALTER TABLE t ADD CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id) ON DELETE CASCADE, ADD CONSTRAINT positive CHECK (n > 0);
-- wrong is ON DELETE NO ACTION, before it was CASCADE
ALTER TABLE u ADD CONSTRAINT u_code UNIQUE (code);
ALTER TABLE t ADD CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id), ADD CONSTRAINT positive CHECK (n > 0);
-- wrong is called `u_code_key`, before it was `u_code`
ALTER TABLE u ADD UNIQUE (code);
ALTER TABLE t ADD CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id) ON DELETE CASCADE, ADD CONSTRAINT positive CHECK (n > 0);
-- wrong check `positive` of table `t` is missing
ALTER TABLE u ADD CONSTRAINT u_code UNIQUE (code);
ALTER TABLE t ADD CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id) ON DELETE CASCADE;
-- case a trigger and its function
CREATE TABLE t (a int, changed timestamptz);
-- up
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER touch_t BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
-- down
DROP TRIGGER touch_t ON t;
DROP FUNCTION touch();
-- wrong function `touch` still exists
DROP TRIGGER touch_t ON t;
-- error needs it
DROP FUNCTION touch();
-- case a trigger alone
CREATE TABLE t (a int, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
-- up
CREATE TRIGGER touch_t BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE t ADD COLUMN b int;
-- down
ALTER TABLE t DROP COLUMN b;
DROP TRIGGER touch_t ON t;
-- wrong trigger `touch_t` of table `t` still exists
ALTER TABLE t DROP COLUMN b;
-- case a trigger that goes
CREATE TABLE t (a int);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch_t BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
-- up
DROP TRIGGER touch_t ON t;
-- down
CREATE TRIGGER touch_t BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
-- wrong trigger `touch_t` of table `t` is missing
SELECT 1;
-- case values of an enum
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood DEFAULT 'ok');
-- up
ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';
-- down
ALTER TYPE mood RENAME VALUE 'fine' TO 'ok';
-- wrong type `mood` has no value 'ok' any more
ALTER TYPE mood RENAME VALUE 'fine' TO 'okay';
-- case an enum that is made
CREATE TABLE t (a int);
-- up
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TABLE t ADD COLUMN m mood NOT NULL DEFAULT 'sad';
-- down
ALTER TABLE t DROP COLUMN m;
DROP TYPE mood;
-- wrong type `mood` still exists
ALTER TABLE t DROP COLUMN m;
-- error needs it
DROP TYPE mood;
-- case comments
CREATE TABLE t (a int);
COMMENT ON COLUMN t.a IS 'one';
-- up
COMMENT ON COLUMN t.a IS 'two';
COMMENT ON TABLE t IS 'table';
-- down
COMMENT ON COLUMN t.a IS 'one';
COMMENT ON TABLE t IS NULL;
-- wrong column `t.a` has another comment than before
COMMENT ON COLUMN t.a IS NULL;
COMMENT ON TABLE t IS NULL;
-- wrong table `t` has another comment than before
COMMENT ON COLUMN t.a IS 'one';
-- case names
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
-- up
ALTER TABLE t RENAME TO things;
ALTER TABLE things RENAME a TO first;
ALTER INDEX i RENAME TO things_first;
-- down
ALTER INDEX things_first RENAME TO i;
ALTER TABLE things RENAME first TO a;
ALTER TABLE things RENAME TO t;
-- wrong index `things_first` of table `t` still exists
ALTER TABLE things RENAME first TO a;
ALTER TABLE things RENAME TO t;
-- error unknown table `things`
ALTER TABLE things RENAME TO t;
ALTER TABLE things RENAME first TO a;
-- case views
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
-- up
CREATE OR REPLACE VIEW v AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW m AS SELECT b FROM t;
CREATE UNIQUE INDEX m_b ON m (b);
-- down
DROP MATERIALIZED VIEW m;
DROP VIEW v;
CREATE VIEW v AS SELECT a FROM t;
-- wrong view `v` is still as the up made it
DROP MATERIALIZED VIEW m;
-- wrong view `v` is missing
DROP MATERIALIZED VIEW m;
DROP VIEW v;
-- wrong materialized view `m` still exists
DROP VIEW v;
CREATE VIEW v AS SELECT a FROM t;
-- case row level security
CREATE TABLE t (owner text, a int);
-- up
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (owner = current_user);
-- down
DROP POLICY own ON t;
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
-- wrong policy `own` of table `t` still exists
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
-- wrong table `t` is `row level security`
DROP POLICY own ON t;
-- case sequences and identities
CREATE TABLE t (id int NOT NULL, n int);
CREATE SEQUENCE s INCREMENT BY 2;
-- up
ALTER TABLE t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
ALTER SEQUENCE s INCREMENT BY 5;
CREATE SEQUENCE other;
-- down
DROP SEQUENCE other;
ALTER SEQUENCE s INCREMENT BY 2;
ALTER TABLE t ALTER COLUMN id DROP IDENTITY;
-- wrong column `t.id` is not numbered as before
DROP SEQUENCE other;
ALTER SEQUENCE s INCREMENT BY 2;
-- wrong sequence `other` still exists
ALTER SEQUENCE s INCREMENT BY 2;
ALTER TABLE t ALTER COLUMN id DROP IDENTITY;
-- wrong sequence `s` is still as the up made it
DROP SEQUENCE other;
ALTER TABLE t ALTER COLUMN id DROP IDENTITY;
-- case domains
CREATE DOMAIN d AS int DEFAULT 1 CONSTRAINT d_check CHECK (VALUE > 0);
-- up
ALTER DOMAIN d SET NOT NULL;
ALTER DOMAIN d DROP CONSTRAINT d_check;
-- down
ALTER DOMAIN d DROP NOT NULL;
ALTER DOMAIN d ADD CONSTRAINT d_check CHECK (VALUE > 0);
-- wrong type `d` is still as the up made it
SELECT 1;
-- case a table is split
CREATE TABLE users (id int PRIMARY KEY, street text, city text);
-- up
CREATE TABLE addresses (user_id int PRIMARY KEY REFERENCES users (id), street text, city text);
INSERT INTO addresses SELECT id, street, city FROM users;
ALTER TABLE users DROP COLUMN street, DROP COLUMN city;
-- down
ALTER TABLE users ADD COLUMN street text, ADD COLUMN city text;
UPDATE users u SET street = a.street, city = a.city FROM addresses a WHERE a.user_id = u.id;
DROP TABLE addresses;
-- wrong column `users.city` is missing
ALTER TABLE users ADD COLUMN street text;
DROP TABLE addresses;
-- wrong table `addresses` still exists
ALTER TABLE users ADD COLUMN street text, ADD COLUMN city text;
-- error unknown table `addresses`
ALTER TABLE users ADD COLUMN street text, ADD COLUMN city text;
DROP TABLE addresses;
UPDATE users u SET street = a.street, city = a.city FROM addresses a WHERE a.user_id = u.id;
-- case indexes of other kinds
CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX t_b ON t (b DESC) INCLUDE (a);
CREATE INDEX t_c ON t USING gin (c);
-- up
DROP INDEX t_b;
DROP INDEX t_c;
-- down
CREATE INDEX t_b ON t (b DESC) INCLUDE (a);
CREATE INDEX t_c ON t USING gin (c);
-- wrong index `t_b` of table `t` is not ordered as before
CREATE INDEX t_b ON t (b) INCLUDE (a);
CREATE INDEX t_c ON t USING gin (c);
-- wrong index `t_b` of table `t` does not include the columns of before
CREATE INDEX t_b ON t (b DESC);
CREATE INDEX t_c ON t USING gin (c);
-- wrong index `t_c` of table `t` is a btree index
CREATE INDEX t_b ON t (b DESC) INCLUDE (a);
CREATE INDEX t_c ON t (c);
-- case computed columns
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- up
ALTER TABLE t ALTER COLUMN b DROP EXPRESSION;
-- down
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED;
-- wrong column `t.b` is not computed any more
SELECT 1;
-- case schemas
CREATE TABLE t (a int);
-- up
CREATE SCHEMA app;
ALTER TABLE t SET SCHEMA app;
-- down
ALTER TABLE app.t SET SCHEMA public;
DROP SCHEMA app;
-- wrong schema `app` still exists
ALTER TABLE app.t SET SCHEMA public;
