-- A mistake in the form of one statement hides nothing about what it does not mention.
CREATE TABLE rooms (id bigint PRIMARY KEY, door text NOT NULL);
CREATE TABLE guests (id bigint PRIMARY KEY, nick text);
CREATE TABEL keys (id serial PRIMARY KEY, room bigint REFERENCES rooms (id));
ALTER TABLE rooms ADD COLUMN floor LOGINN 3;
INSERT INTO guests (id, nicc) VALUES (1, 'a');
-- Nobody knows what these have now.
INSERT INTO keys (id, metal) VALUES (1, 'brass');
ALTER SEQUENCE keys_id_seq RESTART;
INSERT INTO rooms (id, floor) VALUES (1, 1);
CREATE INDEX ON rooms (window);
-- What would only have changed rows takes nothing away.
DELETE guests WHERE id = 1;
UPDATE guests SET name = 'b';
-- Nor does a function with a slip, and its name is as good as taken.
CREATE FUNCTION greet() RETURNS text LANGUAGE sql AS $$ SELECT 'hello' $$ IMUTABLE;
DROP FUNCTION greet();
DROP FUNCTION great();
-- Its children had their part in it.
CREATE TABLE parents (id int);
CREATE TABLE children () INHERITS (parents);
ALTER TABLE parents ADD COLUMN hat text NUL;
SELECT hat FROM children;
SELECT hut FROM guests;
-- What reaches further leaves nothing sure.
DROP TABLE rooms, CASCADE;
SELECT hut FROM guests;
-- A word alone is no statement, and taking it out is no advice.
CREATE;
