CREATE TABEL users (id int);
ALTER TABLE users ADD COLUM email text;
CREATE TABLE a (id int, name text,);
CREATE TABLE b (id int name text);
CREATE TABLE c (
    id int,
    name text
;
SELECT 1);
SELECT * FORM users;
SELECT * FROM a JOIN b;
UPDATE users SET name = WHERE id = 1;
INSERT INTO users (id, name) VALEUS (1, 'x');
CREATE TABLE d (id, name text);
CREATE TABLE e (user text);
SELECT 'a' 'b';
DROP TABLE;
ALTER TABLE f ADD a int
ALTER TABLE g ADD b int;
GRANT SELECT ON users TO {role};
CREATE TABLE h (a int DEFAULT NOT NULL);
SELECT a FROM t WHERE a IS NUL;
CREATE INDEX ON t (a;
COMMENT ON TABLE t 'x'
;
// a comment of another language
SELECT 1;
SELECT [1];
