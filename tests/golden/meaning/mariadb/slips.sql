CREATE TABLE boats (id int PRIMARY KEY, name varchar(20) NOT NULL, phase enum('open', 'closed'), built date);
CREATE TABLE trips (boat int, no int, KEY (boat), CONSTRAINT trip_boat FOREIGN KEY (boat) REFERENCES boats (id));
CREATE VIEW afloat AS SELECT id FROM boats;
CREATE FUNCTION twice(a int) RETURNS int DETERMINISTIC RETURN a * 2;
CREATE PROCEDURE sail(a int) SELECT a;

-- These do nothing, and all is as it was.
DROP VIEW IF EXISTS boats;
DROP TABLE IF EXISTS afloat;
DROP PROCEDURE IF EXISTS twice;
SELECT nam FROM boats;
SELECT idd FROM afloat;
SELECT twice(1, 2);

DROP PROCEDURE twice;
CREATE PROCEDURE sail(b int) SELECT b;
SELECT 1 FROM boats b, trips t JOIN trips u ON u.boat = b.id;
UPDATE boats b, trips t JOIN trips u ON u.boat = b.id SET t.no = 1;
-- A trigger sees values that are those of their columns already, and may put something where nothing was.
CREATE TRIGGER named BEFORE INSERT ON boats FOR EACH ROW SET NEW.name = 'Gull';
INSERT INTO boats (id, phase) VALUES (1, 'sunk');
INSERT INTO boats (id) VALUES (1);
DROP TRIGGER named;
CREATE TRIGGER counted AFTER INSERT ON boats FOR EACH ROW SET @boats = @boats + 1;
INSERT INTO boats (id) VALUES (1);
CREATE TABLE legs (trip int, no int, miles int, UNIQUE KEY one_leg (trip, no));
CREATE TABLE miles (miles int);
INSERT INTO miles SELECT * FROM legs;
ALTER TABLE legs DROP COLUMN no;
-- Each of these ends what is known of its table.
TRUNCATE afloat;
TRUNCATE boats;
CREATE TABLE piers (id int PRIMARY KEY, facts json, opened datetime);
CREATE TABLE quays (pier int, FOREIGN KEY (pier) REFERENCES piers (id));
INSERT INTO piers (id, facts) VALUES (1, '{"length": 5}'), (2, 'null'), (3, '{length: 5}');
INSERT INTO piers (id, opened) VALUES (1, '2024-05-01T08:00:00'), (2, '2024-05-01T08:00:00Z');
-- An index is no constraint.
CREATE TABLE lorries (id int PRIMARY KEY, tons int, KEY by_tons (tons));
ALTER TABLE lorries DROP FOREIGN KEY by_tons;
SET FOREIGN_KEY_CHECKS = 0;
TRUNCATE piers;
SELECT date_add(built, INTERVAL 7 DAYS) FROM boats;
