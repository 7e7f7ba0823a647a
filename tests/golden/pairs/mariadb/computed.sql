-- family: computed of what is computed
-- one: twice
CREATE TABLE box (w int NOT NULL, d int AS (w * 2) VIRTUAL, v int AS (d * 10) STORED, n int AS (v + d) VIRTUAL, KEY (d));
-- rows:
INSERT INTO box (w) VALUES (1), (2), (5);
-- keeps: SELECT count(*) FROM box WHERE v <> d * 10
-- one: three times
CREATE TABLE box (w int NOT NULL, d int AS (w * 3) VIRTUAL, v int AS (d * 10) STORED, n int AS (v + d) VIRTUAL, KEY (d));
-- rows:
INSERT INTO box (w) VALUES (1), (2), (5);
-- keeps: SELECT count(*) FROM box WHERE v <> d * 10
-- one: no key, a check
CREATE TABLE box (w int NOT NULL, d int AS (w * 4) VIRTUAL, v int AS (d * 10) STORED, n int AS (v + d) VIRTUAL, CONSTRAINT small CHECK (d < 100));
-- rows:
INSERT INTO box (w) VALUES (1), (2), (5);
-- keeps: SELECT count(*) FROM box WHERE v <> d * 10
-- one: a check, three times
CREATE TABLE box (w int NOT NULL, d int AS (w * 3) VIRTUAL, v int AS (d * 10) STORED, n int AS (v + d) VIRTUAL, CONSTRAINT small CHECK (d < 100));
-- rows:
INSERT INTO box (w) VALUES (1), (2), (5);
-- keeps: SELECT count(*) FROM box WHERE v <> d * 10
-- one: stored
CREATE TABLE box (w int NOT NULL, d int AS (w * 3) STORED, v int AS (d * 10) STORED, n int AS (v + d) VIRTUAL);
-- rows:
INSERT INTO box (w) VALUES (1), (2), (5);
-- keeps: SELECT count(*) FROM box WHERE v <> d * 10
-- one: by two ways
CREATE TABLE box (w int NOT NULL, d int AS (w * 5) VIRTUAL, e int AS (d + 1) VIRTUAL, v int AS (d * 10) STORED, f int AS (e * 2) STORED, n int AS (v + d) VIRTUAL);
-- rows:
INSERT INTO box (w) VALUES (1), (2), (5);
-- keeps: SELECT count(*) FROM box WHERE v <> d * 10
