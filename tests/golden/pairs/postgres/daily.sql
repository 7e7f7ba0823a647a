-- family: daily
-- one: bare
CREATE TABLE a (id int);
CREATE TABLE b (id int);
-- one: keys
CREATE TABLE a (id int PRIMARY KEY, mail text NOT NULL);
CREATE TABLE b (id int, a_id int REFERENCES a (id) ON DELETE CASCADE);
CREATE INDEX a_id ON a (id);
-- one: unique target
CREATE TABLE a (id int, code varchar(10) NOT NULL UNIQUE);
CREATE TABLE b (id int PRIMARY KEY, code varchar(10) REFERENCES a (code));
-- one: both ways
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED;
-- one: self
CREATE TABLE a (id int PRIMARY KEY, parent int REFERENCES a (id), mail text DEFAULT '');
CREATE VIEW roots AS SELECT id, mail FROM a WHERE parent IS NULL;
-- one: compound
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x int, y int, FOREIGN KEY (x, y) REFERENCES a (x, y));
-- one: unique index target
CREATE TABLE a (id bigint, code text);
CREATE UNIQUE INDEX a_code ON a (code);
CREATE TABLE b (id int, code text REFERENCES a (code) ON UPDATE CASCADE);
-- one: enum and trigger
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE a (id serial PRIMARY KEY, m mood NOT NULL DEFAULT 'ok', updated timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated = now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
-- one: more of it
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE a (id bigserial PRIMARY KEY, m mood DEFAULT 'happy', updated timestamptz NOT NULL DEFAULT now(), tags text[] NOT NULL DEFAULT '{}');
CREATE INDEX a_tags ON a USING gin (tags);
CREATE TABLE c (a_id bigint PRIMARY KEY REFERENCES a ON DELETE CASCADE, n numeric(10, 2) CHECK (n >= 0));
-- one: another home
CREATE SCHEMA s;
CREATE TABLE s.a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY REFERENCES s.a (id));
