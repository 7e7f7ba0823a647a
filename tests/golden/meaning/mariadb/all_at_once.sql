-- A mistake in the form of one statement hides nothing about what it does not mention.
CREATE TABLE rooms (id bigint PRIMARY KEY, door varchar(20) NOT NULL);
CREATE TABLE guests (id bigint PRIMARY KEY, nick varchar(20));
CREATE TABLE `keys` (id serial PRIMARY KEY, room bigint,, FOREIGN KEY (room) REFERENCES rooms (id));
INSERT INTO guests (id, nicc) VALUES (1, 'a');
INSERT INTO `keys` (id, metal) VALUES (1, 'brass');
ALTER TABLE rooms ADD COLUM floor int;
INSERT INTO rooms (id, floor) VALUES (1, 1);
DELETE guests WHERE id = 1;
UPDATE guests SET name = 'b';
CREATE TRIGGER told BEFORE INSERT ON guests FOR EACH ROW SET NEW.nick == 'c';
DROP TRIGGER told;
