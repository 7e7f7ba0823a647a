-- case: suites 3: a key of the table over a column whose default is NULL
CREATE TABLE seat (hall int DEFAULT NULL, no smallint NULL DEFAULT NULL, guest varchar(30) DEFAULT NULL, PRIMARY KEY (hall, no));
-- equal:
CREATE TABLE seat (hall int NOT NULL, no smallint NOT NULL, guest varchar(30), PRIMARY KEY (hall, no));
-- case: suites 3: what may be NULL becomes the key
CREATE TABLE seat (hall int DEFAULT NULL, guest varchar(30) DEFAULT 'nobody');
-- after:
CREATE TABLE seat (hall smallint DEFAULT NULL, guest varchar(20) DEFAULT NULL, PRIMARY KEY (guest, hall));
-- case: suites 3: a key column is said to have NULL as default
CREATE TABLE seat (hall int PRIMARY KEY);
ALTER TABLE seat MODIFY hall bigint DEFAULT NULL;
-- equal:
CREATE TABLE seat (hall bigint NOT NULL PRIMARY KEY);
-- case: suites 3: a computed column stands in front of those that come with it
CREATE TABLE box (id int);
ALTER TABLE box ADD area int AS (broad * high) STORED FIRST, ADD broad int, ADD high int;
-- equal:
CREATE TABLE box (area int AS (broad * high) STORED, id int, broad int, high int);
-- case: suites 3: a computed column and what it is made of go and come back
CREATE TABLE box (area int AS (broad * high) STORED, id int, high int, broad int);
-- after:
CREATE TABLE box (id int);
-- case: suites 3: all of a number or of a time is its beginning
CREATE TABLE fee (total decimal(10,0), due datetime, KEY (total(5)), KEY due (due(5) DESC, total));
-- equal:
CREATE TABLE fee (total decimal(10,0), due datetime, KEY total (total), KEY due (due DESC, total));
-- case: suites 3: numbers become words that have a default
CREATE TABLE door (id int PRIMARY KEY, code int, level tinyint, hue varchar(3), made date);
-- rows:
INSERT INTO door VALUES (1, 5, 3, 'red', '2020-02-02'), (2, NULL, NULL, NULL, NULL);
-- after:
CREATE TABLE door (id int PRIMARY KEY, code varchar(20) NOT NULL DEFAULT 'none', level int NOT NULL DEFAULT 1000, hue varchar(12) NOT NULL DEFAULT 'colourless', made datetime NOT NULL DEFAULT '1999-12-31 23:59:58');
-- case: suites 3: numbers become names of the world
CREATE TABLE door (id int PRIMARY KEY, code int, seen timestamp NULL);
-- after:
CREATE TABLE door (id int PRIMARY KEY, code uuid NOT NULL DEFAULT uuid(), seen varchar(40) NOT NULL DEFAULT 'never');
-- case: suites 3: a number becomes a place, a place a time
CREATE TABLE spot (id int, here int, there point, area geometry);
-- after:
CREATE TABLE spot (id int, here point, there datetime, area polygon);
-- case: suites 3: what gets the time of each change is zero at first
CREATE TABLE visit (id int, seen timestamp NOT NULL ON UPDATE CURRENT_TIMESTAMP, left_at datetime(3) NOT NULL ON UPDATE now(3));
-- equal:
CREATE TABLE visit (id int, seen timestamp NOT NULL DEFAULT '0000-00-00 00:00:00' ON UPDATE current_timestamp(), left_at datetime(3) NOT NULL DEFAULT '0000-00-00 00:00:00.000' ON UPDATE current_timestamp(3));
-- case: suites 3: what gets the time of each change begins with another
CREATE TABLE visit (id int, seen timestamp NOT NULL ON UPDATE CURRENT_TIMESTAMP);
-- after:
CREATE TABLE visit (id int, seen timestamp NOT NULL DEFAULT '2001-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP);
-- case: suites 3: a unique key by its hash goes neither up nor down
CREATE TABLE page (id int, body text, url varchar(5000), UNIQUE KEY one (id DESC, body), UNIQUE KEY two (url DESC));
-- equal:
CREATE TABLE page (id int, body text, url varchar(5000), UNIQUE KEY one (id, body) USING HASH, UNIQUE KEY two (url) USING HASH);
-- case: suites 3: an index is cut in one engine and whole in another
CREATE TABLE page (id int, url varchar(255), KEY urls (url) COMMENT 'by address') ENGINE=InnoDB CHARSET=utf8mb4;
-- after:
CREATE TABLE page (id int, url varchar(255), KEY urls (url) COMMENT 'by address') ENGINE=MyISAM CHARSET=utf8mb4;
-- case: suites 3: an index of JSON has the characters of JSON
CREATE TABLE page (id int, data json, KEY (data)) CHARSET=latin1;
-- equal:
CREATE TABLE page (id int, data json, KEY data (data(768))) CHARSET=latin1;
-- case: suites 3: a checked column becomes a computed one
CREATE TABLE box (id int, broad int, area int, CONSTRAINT some CHECK (area > 0), CONSTRAINT more CHECK (area > broad), CONSTRAINT of_id CHECK (id > 0));
-- after:
CREATE TABLE box (id int, broad int, area int AS (broad * 2) VIRTUAL, CONSTRAINT some CHECK (area > 0), CONSTRAINT more CHECK (area > broad), CONSTRAINT of_id CHECK (id > 0));
-- case: suites 3: an engine that forgets foreign keys keeps their indexes
CREATE TABLE pet (id int, owner int, vet int, kind int REFERENCES kinds (id), KEY (owner), CONSTRAINT of_vet FOREIGN KEY (vet, owner) REFERENCES vets (id, owner), FOREIGN KEY (owner) REFERENCES people (id), FOREIGN KEY (id) REFERENCES ids (id)) ENGINE=MyISAM;
-- equal:
CREATE TABLE pet (id int, owner int, vet int, kind int, KEY owner (owner), KEY kind (kind), KEY of_vet (vet, owner), KEY id (id)) ENGINE=MyISAM;
-- case: suites 3: an engine that forgets foreign keys gets one more
CREATE TABLE pet (id int, owner int) ENGINE=Aria;
-- after:
CREATE TABLE pet (id int, owner int, CONSTRAINT of_owner FOREIGN KEY (owner) REFERENCES people (id)) ENGINE=Aria;
-- case: suites 3: a table of other letters is another table
CREATE TABLE Crew (Id int PRIMARY KEY);
CREATE TABLE trip (crew int, CONSTRAINT with_crew FOREIGN KEY (crew) REFERENCES Crew (Id));
CREATE VIEW sailors AS SELECT Id FROM Crew;
-- after:
CREATE TABLE crew (Id int PRIMARY KEY, boat int);
CREATE TABLE trip (crew int, CONSTRAINT with_crew FOREIGN KEY (crew) REFERENCES crew (Id));
CREATE VIEW sailors AS SELECT Id FROM crew;
-- case: suites 3: defaults that are bytes and no characters
CREATE TABLE seals (id int PRIMARY KEY, stamp varbinary(8) DEFAULT 0x00ff);
-- after:
CREATE TABLE seals (id int PRIMARY KEY, stamp varbinary(8) DEFAULT 0x00fe27, ring binary(2) DEFAULT X'C3A9', mark varbinary(4) DEFAULT 0xe9);
