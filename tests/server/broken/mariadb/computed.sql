CREATE TABLE box (w int NOT NULL, d int AS (w * 2) VIRTUAL, v int AS (d * 10) STORED);
-- error M0415 column `d` cannot be dropped: generated column `v` needs it
ALTER TABLE box DROP COLUMN d;
ALTER TABLE box DROP COLUMN d, ADD COLUMN d int AS (w * 3) STORED AFTER w;
-- missed
ALTER TABLE box DROP COLUMN d, ADD COLUMN e int AS (w * 3) STORED AFTER w;
ALTER TABLE box DROP COLUMN d, DROP COLUMN v;
CREATE TABLE lid (id int PRIMARY KEY, w int, a int AS (w + 1));
-- error M0406 table `lid` has a primary key already
ALTER TABLE lid MODIFY w int PRIMARY KEY;
-- error M0406 table `lid` has a primary key already
ALTER TABLE lid CHANGE id id bigint PRIMARY KEY;
-- error M0403 unknown column `nowhere` of table `lid`
ALTER TABLE lid MODIFY a int AS (nowhere + 1);
ALTER TABLE lid MODIFY a int AS (later + 1), ADD COLUMN later int;
ALTER TABLE lid MODIFY w int PRIMARY KEY, DROP PRIMARY KEY;
-- error M0425 `b` stands twice in this enum
CREATE TABLE hue (h enum('a', 'b', 'b '), g int);
