CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, a INT, b INT);
CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INT REFERENCES p (id), note TEXT);
CREATE TABLE l (msg TEXT, n INT);
CREATE VIEW v AS SELECT id, code FROM p;
INSERT INTO p (id, code, a, b) VALUES (1, 'x', 1, 2), (2, 'y', NULL, 3);
CREATE TRIGGER t1 AFTER INSERT ON p BEGIN INSERT INTO nowhere VALUES (new.id); END;
-- error M0425 trigger `t1` fails: unknown table `nowhere`
INSERT INTO p (code) VALUES ('z');
-- error M0425 trigger `t1` fails: unknown table `nowhere`
INSERT INTO p SELECT 9, 'q', 1, 1;
-- error M0425 trigger `t1` fails: unknown table `nowhere`
REPLACE INTO p (id) VALUES (50);
UPDATE p SET a = 1 WHERE id = -1;
DELETE FROM p WHERE id = -1;
DROP TRIGGER t1;
CREATE TRIGGER t2 BEFORE UPDATE OF a ON p BEGIN UPDATE l SET nowhere = new.a; END;
UPDATE p SET b = 1 WHERE id = -1;
-- error M0425 trigger `t2` fails: unknown column `nowhere` of table `l`
UPDATE p SET a = 2 WHERE id = -1;
-- error M0425 trigger `t2` fails: unknown column `nowhere` of table `l`
UPDATE p SET b = 1, a = 5 WHERE id = -1;
DROP TRIGGER t2;
CREATE TRIGGER t3 AFTER DELETE ON p BEGIN DELETE FROM l WHERE msg = old.codes; END;
-- error M0425 trigger `t3` fails: unknown column `codes` of table `p`
DELETE FROM p WHERE id = -1;
INSERT INTO p (code) VALUES ('t3');
DROP TRIGGER t3;
CREATE TRIGGER t4 AFTER INSERT ON p WHEN new.colour > 1 BEGIN SELECT 1; END;
-- error M0425 trigger `t4` fails: unknown column `colour` of table `p`
INSERT INTO p (code) VALUES ('t4');
DROP TRIGGER t4;
CREATE TRIGGER t5 AFTER INSERT ON p BEGIN INSERT INTO l (msg, n) VALUES (new.code); END;
-- error M0425 trigger `t5` fails: 1 value for 2 columns
INSERT INTO p (code) VALUES ('t5');
DROP TRIGGER t5;
CREATE TRIGGER t6 AFTER INSERT ON p BEGIN INSERT INTO l (msg, what) VALUES (new.code, 1); END;
-- error M0425 trigger `t6` fails: unknown column `what` of table `l`
INSERT INTO p (code) VALUES ('t6');
DROP TRIGGER t6;
CREATE TRIGGER t7 AFTER INSERT ON p BEGIN INSERT INTO l SELECT code, a, b FROM p; END;
-- error M0425 trigger `t7` fails: 3 values for 2 columns
INSERT INTO p (code) VALUES ('t7');
DROP TRIGGER t7;
CREATE TRIGGER t8 AFTER INSERT ON p BEGIN SELECT old.id; END;
-- error M0425 trigger `t8` fails: nothing in this statement is called `old`
INSERT INTO p (code) VALUES ('t8');
DROP TRIGGER t8;
CREATE TRIGGER t9 AFTER DELETE ON p BEGIN SELECT new.id; END;
-- error M0425 trigger `t9` fails: nothing in this statement is called `new`
DELETE FROM p WHERE id = 999;
DROP TRIGGER t9;
CREATE TRIGGER t10 INSTEAD OF INSERT ON v BEGIN INSERT INTO p (id, cod) VALUES (new.id, new.code); END;
-- error M0425 trigger `t10` fails: unknown column `cod` of table `p`
INSERT INTO v VALUES (5, 'v');
DROP TRIGGER t10;
CREATE TRIGGER t11 INSTEAD OF UPDATE ON v BEGIN UPDATE p SET code = new.kode WHERE id = old.id; END;
-- error M0425 trigger `t11` fails: unknown column `kode` of `new`
UPDATE v SET code = 'x';
DROP TRIGGER t11;
CREATE TRIGGER t12 INSTEAD OF DELETE ON v BEGIN DELETE FROM q WHERE id = old.id; END;
-- error M0425 trigger `t12` fails: unknown table `q`
DELETE FROM v;
DROP TRIGGER t12;
CREATE TRIGGER t13 AFTER INSERT ON p BEGIN UPDATE p SET a = (SELECT max(n) FROM l WHERE l.m = new.code) WHERE id = new.id; END;
-- error M0425 trigger `t13` fails: unknown column `m` of table `l`
INSERT INTO p (code) VALUES ('t13');
DROP TRIGGER t13;
CREATE TRIGGER t14 AFTER INSERT ON p BEGIN INSERT INTO c (p_id, note) SELECT new.id, l.msg FROM l; END;
INSERT INTO p (code) VALUES ('t14');
DROP TABLE l;
-- error M0425 trigger `t14` fails: unknown table `l`
INSERT INTO p (code) VALUES ('t14b');
CREATE TABLE l (msg TEXT, n INT);
INSERT INTO p (code) VALUES ('t14c');
DROP TRIGGER t14;
CREATE TRIGGER t15 AFTER INSERT ON c BEGIN INSERT INTO l (msg) VALUES (new.note) ON CONFLICT (msg) DO NOTHING; END;
-- error M0425 trigger `t15` fails: `ON CONFLICT (msg)`: `l` has no unique constraint or index on these columns
INSERT INTO c (note) VALUES ('x');
DROP TRIGGER t15;
CREATE TRIGGER t16 AFTER INSERT ON c BEGIN SELECT RAISE(ABORT, 'never'); END;
-- missed
INSERT INTO c (note) VALUES ('t16');
DROP TRIGGER t16;
CREATE TRIGGER t17 AFTER INSERT ON c BEGIN INSERT INTO l VALUES (new.note, (SELECT count(*) FROM c WHERE c.id = new.id AND l.n = 1)); END;
-- error M0425 trigger `t17` fails: nothing in this statement is called `l`
INSERT INTO c (note) VALUES ('t17');
DROP TRIGGER t17;
CREATE TRIGGER t18 AFTER UPDATE ON c BEGIN INSERT INTO l VALUES (new.note, old.id); UPDATE l SET n = count(*); END;
-- error M0425 trigger `t18` fails: `count` over all rows stands where single rows are looked at
UPDATE c SET note = 'y';
DROP TRIGGER t18;
CREATE TRIGGER t19 AFTER INSERT ON c BEGIN DELETE FROM v WHERE id = new.id; END;
-- error M0425 trigger `t19` fails: rows of `v` cannot be written: it is a view
INSERT INTO c (note) VALUES ('t19');
DROP TRIGGER t19;
CREATE TRIGGER t20 AFTER INSERT ON c BEGIN INSERT INTO l VALUES (new.rowid, new.id); END;
INSERT INTO c (note) VALUES ('t20');
DROP TRIGGER t20;
CREATE TRIGGER t21 AFTER INSERT ON c BEGIN INSERT INTO l (msg) SELECT note FROM c WHERE id = new.id UNION SELECT 'a', 'b'; END;
-- error M0425 trigger `t21` fails: UNION of 1 and 2 columns
INSERT INTO c (note) VALUES ('t21');
DROP TRIGGER t21;
CREATE TRIGGER chain1 AFTER INSERT ON c BEGIN INSERT INTO l VALUES ('c', new.id); END;
CREATE TRIGGER chain2 AFTER INSERT ON l BEGIN INSERT INTO nowhere VALUES (1); END;
-- error M0425 trigger `chain2` fails: unknown table `nowhere`
INSERT INTO c (note) VALUES ('chain');
-- error M0425 trigger `chain2` fails: unknown table `nowhere`
INSERT INTO l VALUES ('x', 1);
DROP TRIGGER chain2;
INSERT INTO c (note) VALUES ('chain');
DROP TRIGGER chain1;
CREATE TRIGGER ren AFTER UPDATE OF a ON p BEGIN UPDATE p SET b = new.a WHERE id = old.id; END;
ALTER TABLE p RENAME COLUMN a TO aa;
UPDATE p SET aa = 5 WHERE id = 1;
ALTER TABLE p RENAME TO pp;
UPDATE pp SET aa = 6 WHERE id = 1;
-- missed
ALTER TABLE pp DROP COLUMN aa;
ALTER TABLE pp DROP COLUMN b;
DROP TRIGGER ren;
-- error M0403 unknown column `b` of table `pp`
ALTER TABLE pp DROP COLUMN b;
CREATE TRIGGER bad1 AFTER INSERT ON c BEGIN UPDATE pp SET nowhere = 1; END;
ALTER TABLE pp RENAME COLUMN code TO kode;
ALTER TABLE c ADD COLUMN extra TEXT;
ALTER TABLE c DROP COLUMN extra;
ALTER TABLE c RENAME TO cc;
DROP TRIGGER bad1;
-- error M0403 unknown column `code` of table `pp`
ALTER TABLE pp RENAME COLUMN code TO kode;
ALTER TABLE pp RENAME COLUMN kode TO code;
CREATE VIEW star AS SELECT * FROM pp;
CREATE VIEW over_star AS SELECT code FROM star;
-- error M0425 view `over_star` is broken: unknown column `code`
ALTER TABLE pp RENAME COLUMN code TO kode;
DROP VIEW over_star;
ALTER TABLE pp RENAME COLUMN code TO kode;
ALTER TABLE pp DROP COLUMN aa;
-- error M0403 unknown column `aa`
SELECT aa FROM star;
CREATE VIEW named AS SELECT kode FROM pp;
-- error M0415 column `kode` cannot be dropped: a unique constraint of the table needs it
ALTER TABLE pp DROP COLUMN kode;
DROP TABLE pp;
-- error M0425 view `named` is broken: unknown table `pp`
SELECT * FROM named;
-- error M0401 unknown table `c`
ALTER TABLE c RENAME TO cc;
DROP VIEW named;
DROP VIEW star;
DROP VIEW v;
-- error M0401 unknown table `c`
ALTER TABLE c RENAME TO cc;
CREATE TABLE par (id INTEGER PRIMARY KEY, k TEXT, u TEXT UNIQUE, x INT, y INT);
PRAGMA foreign_keys = ON;
CREATE TABLE f1 (k TEXT REFERENCES par (k));
-- missed
INSERT INTO f1 VALUES ('a');
-- missed
INSERT INTO f1 VALUES (NULL);
-- missed
UPDATE par SET k = 'x' WHERE id = 1;
-- missed
DELETE FROM par WHERE id = 1;
DROP TABLE f1;
CREATE TABLE f2 (u TEXT REFERENCES par (u) ON DELETE CASCADE);
INSERT INTO f2 VALUES (NULL);
DELETE FROM par WHERE id = 1;
CREATE TABLE f3 (a INT REFERENCES nowhere (id));
-- missed
INSERT INTO f3 VALUES (1);
-- missed
INSERT INTO f3 VALUES (NULL);
-- missed
DELETE FROM f3;
-- missed
UPDATE f3 SET a = 1;
DROP TABLE f3;
CREATE TABLE f4 (a INT REFERENCES par (nope));
-- missed
INSERT INTO f4 VALUES (1);
-- missed
DELETE FROM par WHERE id = 1;
DROP TABLE f4;
CREATE TABLE f5 (a INT, b INT, FOREIGN KEY (a, b) REFERENCES par (x, y));
-- missed
INSERT INTO f5 VALUES (1, 2);
-- missed
INSERT INTO f5 VALUES (NULL, NULL);
-- missed
UPDATE par SET x = 1 WHERE id = 5;
UPDATE par SET k = 'q' WHERE id = 5;
CREATE UNIQUE INDEX par_xy ON par (x, y);
INSERT INTO f5 VALUES (NULL, 2);
DROP INDEX par_xy;
CREATE UNIQUE INDEX par_xy ON par (x, y) WHERE x > 0;
-- missed
INSERT INTO f5 VALUES (NULL, 2);
DROP TABLE f5;
CREATE TABLE f6 (a INT, b INT, FOREIGN KEY (a, b) REFERENCES par);
-- missed
INSERT INTO f6 VALUES (NULL, 2);
DROP TABLE f6;
CREATE TABLE f7 (a TEXT REFERENCES par);
INSERT INTO f7 VALUES (NULL);
DROP TABLE f7;
CREATE TABLE nopk (a INT);
CREATE TABLE f8 (a INT REFERENCES nopk);
-- missed
INSERT INTO f8 VALUES (1);
DROP TABLE f8;
CREATE VIEW pv AS SELECT id FROM par;
CREATE TABLE f9 (a INT REFERENCES pv (id));
-- missed
INSERT INTO f9 VALUES (1);
DROP TABLE f9;
-- missed
CREATE TABLE f10 (u TEXT REFERENCES par (u COLLATE NOCASE));
CREATE TABLE parc (u TEXT);
CREATE UNIQUE INDEX parc_u ON parc (u COLLATE NOCASE);
CREATE TABLE f11 (u TEXT REFERENCES parc (u));
-- missed
INSERT INTO f11 VALUES (NULL);
DROP TABLE parc;
-- missed
INSERT INTO f11 VALUES (NULL);
-- missed
INSERT INTO f11 VALUES ('x');
DROP TABLE f11;
CREATE TABLE selfref (id INT, up INT REFERENCES selfref (id));
-- missed
INSERT INTO selfref VALUES (1, NULL);
DROP TABLE selfref;
CREATE TABLE pa (id INTEGER PRIMARY KEY);
CREATE TABLE ch (pa INT NOT NULL REFERENCES pa (id));
INSERT INTO pa VALUES (1);
INSERT INTO ch VALUES (1);
-- missed
INSERT INTO ch VALUES (2);
-- missed
DROP TABLE pa;
-- missed
DELETE FROM pa;
-- missed
UPDATE pa SET id = 7;
DROP TABLE ch;
DROP TABLE pa;
