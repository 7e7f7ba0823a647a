CREATE TYPE phase AS ENUM ('open', 'closed');
CREATE TABLE boats (id bigint PRIMARY KEY, name text NOT NULL, phase phase NOT NULL DEFAULT 'open', length numeric, built timestamptz, tags text[], code text);
CREATE TABLE trips (boat bigint NOT NULL, no int, note text, fare numeric);
CREATE UNIQUE INDEX one_code ON boats (code);
CREATE TABLE berths (code text REFERENCES boats (code));
CREATE UNIQUE INDEX one_open ON trips (no) WHERE note IS NULL;
CREATE VIEW afloat AS SELECT id FROM boats;

-- A row without what it must have.
INSERT INTO boats (id) VALUES (1);
INSERT INTO boats (id, name) VALUES (1, 'Gull'), (2, NULL);
INSERT INTO boats VALUES (1);
-- With a rule or a trigger nobody knows.
CREATE RULE none AS ON INSERT TO trips DO INSTEAD NOTHING;
INSERT INTO trips (no) VALUES (1);
INSERT INTO trips (no) VALUES (1) ON CONFLICT (fare) DO NOTHING;
DROP RULE none ON trips;

-- What ON sees.
UPDATE boats b SET length = 1 FROM trips t JOIN berths w ON w.code = b.code;
SELECT 1 FROM boats b, trips t JOIN berths w ON w.code = b.code;
SELECT 1 FROM boats b WHERE EXISTS (SELECT 1 FROM trips t JOIN berths w ON w.code = b.code);

-- An index is no table.
CREATE INDEX ON one_code (code);
ALTER TABLE one_code ADD COLUMN x int;
DELETE FROM one_code;
CREATE TABLE crews (code text REFERENCES one_code (code));
CREATE TABLE quays (code text);
CREATE UNIQUE INDEX one_quay ON quays (code);
CREATE TABLE cranes (code text REFERENCES quays (code));
ALTER TABLE quays DROP COLUMN code;
CREATE TABLE ports (phase phase REFERENCES berths (code));
CREATE TABLE piers (phase phase REFERENCES boats (id));

-- What to write instead.
UPDATE boats b SET b.length = 1;
UPDATE boats SET length = sum(fare) FROM trips WHERE boat = id;
SELECT boat, count(*) AS n FROM trips GROUP BY boat HAVING n > 1;
SELECT built + 7 FROM boats;
SELECT 'a' + name FROM boats;
SELECT round(length::float8, 1) FROM boats;
SELECT lower(id) FROM boats;
SELECT date_trunc(built, 'day') FROM boats;
SELECT 1 FROM boats WHERE code = 5;
SELECT 1 FROM boats WHERE code > 5;
SELECT 1 FROM boats WHERE tags = code;
UPDATE boats SET tags = '["a"]';
INSERT INTO boats (id, name, phase) SELECT boat, note, note FROM trips;
INSERT INTO trips (boat, no) VALUES (1, 2) ON CONFLICT (no) DO NOTHING;
INSERT INTO trips (boat, no) VALUES (1, 2) ON CONFLICT (boat) DO NOTHING;
DROP TABLE afloat;
CREATE TABLE logs (at datetime, level tinyint, kind enum('a'));
DELETE FROM boats b JOIN trips t ON t.boat = b.id;
CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER watch BEFORE UPDATE ON boats FOR EACH ROW EXECUTE FUNCTION seen();
DROP TRIGGER watch ON berths;
