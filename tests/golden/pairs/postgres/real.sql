-- case: a table of what a query returns
CREATE TABLE t (id serial PRIMARY KEY, a varchar(10) COLLATE "C" NOT NULL DEFAULT 'x', b int GENERATED ALWAYS AS (1) STORED, n numeric(5,2) CHECK (n > 0), e int[], g bigint GENERATED ALWAYS AS IDENTITY);
CREATE TABLE u AS SELECT * FROM t;
-- equal:
CREATE TABLE t (id serial PRIMARY KEY, a varchar(10) COLLATE "C" NOT NULL DEFAULT 'x', b int GENERATED ALWAYS AS (1) STORED, n numeric(5,2) CHECK (n > 0), e int[], g bigint GENERATED ALWAYS AS IDENTITY);
CREATE TABLE u (id int, a varchar(10) COLLATE "C", b int, n numeric(5,2), e int[], g bigint);

-- case: names of columns, values and keys are those of other tables
CREATE TABLE z (id int PRIMARY KEY);
-- after:
CREATE TABLE d (id int PRIMARY KEY, c int, a int);
CREATE TABLE c (id int PRIMARY KEY, a varchar(10) DEFAULT 'a', b int REFERENCES d (id));
CREATE TABLE b (id int PRIMARY KEY, a text DEFAULT 'a', c int REFERENCES c (id));
CREATE TABLE a (id int PRIMARY KEY, b int CONSTRAINT c REFERENCES b (id));
ALTER TABLE d ADD CONSTRAINT e FOREIGN KEY (c) REFERENCES c (id);
CREATE INDEX b_a ON b (a);
CREATE TABLE z (id int PRIMARY KEY);
