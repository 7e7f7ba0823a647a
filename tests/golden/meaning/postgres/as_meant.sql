-- A table that points to one that is not there would have these columns all the same.
CREATE TABLE boats (id int PRIMARY KEY, name text NOT NULL, harbour int REFERENCES harbors (id));
CREATE INDEX boats_of ON boats (harbor);
INSERT INTO boats (id, nmae) VALUES (1, 'Ada');
CREATE VIEW moored AS SELECT name, habour FROM boats;
-- What else it would have is not known.
ALTER TABLE boats DROP COLUMN harbour;
UPDATE boats SET name = 1;
ALTER TABLE boats RENAME COLUMN name TO called;
UPDATE boats SET name = 'Bea';
-- Where its own columns are in question, nothing is said further down.
CREATE TABLE crews (id int PRIMARY KEY, nmae text, CHECK (name <> ''));
INSERT INTO crews (id, name) VALUES (1, 'Bea');
CREATE TABLE sails (id int, id text);
INSERT INTO sails (id, area) VALUES (1, 2);
-- What fails to come to a table takes nothing away that is there.
CREATE TABLE ports (id int PRIMARY KEY, land text);
CREATE INDEX ports_of ON ports (country);
ALTER TABLE ports ADD COLUMN mayor int REFERENCES persons (id);
UPDATE ports SET land = 'x', mayor = 1, city = 'y';
ALTER TABLE ports ADD CONSTRAINT one_each UNIQUE (land, town);
ALTER TABLE ports DROP CONSTRAINT one_each;
CREATE INDEX ports_of ON ports (lnad);
-- Columns that were to go, or to be called otherwise, may be meant to be there or not.
ALTER TABLE ports DROP COLUMN lannd;
UPDATE ports SET town = 'x';
