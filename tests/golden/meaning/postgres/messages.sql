CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, nick text);
CREATE TABLE teams (id bigint PRIMARY KEY, owner bigint REFERENCES users);
CREATE VIEW nicks AS SELECT nick FROM users;

-- What is misspelt.
ALTER TABLE teams ADD COLUMN boss bigint REFERENCES user_s (id);
SELECT emial FROM users;
INSERT INTO users (id, mail, name) VALUES (1, 'a', 'b');

-- What was there.
CREATE TABLE old (a int);
ALTER TABLE old RENAME COLUMN a TO b;
SELECT a FROM old;
ALTER TABLE old RENAME TO older;
SELECT b FROM old;
DROP TABLE older;
DROP TABLE older;

-- What is needed.
ALTER TABLE users DROP COLUMN nick;
CREATE TABLE invitations (email text REFERENCES users (email));
DROP TABLE teams, nicks;
ALTER TABLE teams DROP CONSTRAINT teams_owner_fk;
CREATE TYPE mood AS ENUM ('sad', 'happy');
ALTER TYPE mood ADD VALUE 'ok' BEFORE 'hapy';
