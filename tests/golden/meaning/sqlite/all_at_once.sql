-- A mistake in the form of one statement hides nothing about what it does not mention.
CREATE TABLE rooms (id integer PRIMARY KEY, door text NOT NULL);
CREATE TABLE guests (id integer PRIMARY KEY, nick text);
CREATE TABLE keys (id integer PRIMARY KEY, room integer,, FOREIGN KEY (room) REFERENCES rooms (id));
INSERT INTO guests (id, nicc) VALUES (1, 'a');
INSERT INTO keys (id, metal) VALUES (1, 'brass');
ALTER TABLE rooms ADD COLUM floor int DEFALT 1;
INSERT INTO rooms (id, floor) VALUES (1, 1);
DELETE guests WHERE id = 1;
UPDATE guests SET name = 'b';
CREATE TRIGGER told BEFORE INSERT ON guests BEGIN SELECT nick FORM rooms; END;
DROP TRIGGER told;
