-- case: a table of what a query returns
CREATE TABLE t (id serial PRIMARY KEY, a varchar(10) COLLATE "C" NOT NULL DEFAULT 'x', b int GENERATED ALWAYS AS (1) STORED, n numeric(5,2) CHECK (n > 0), e int[], g bigint GENERATED ALWAYS AS IDENTITY);
CREATE TABLE u AS SELECT * FROM t;
-- equal:
CREATE TABLE t (id serial PRIMARY KEY, a varchar(10) COLLATE "C" NOT NULL DEFAULT 'x', b int GENERATED ALWAYS AS (1) STORED, n numeric(5,2) CHECK (n > 0), e int[], g bigint GENERATED ALWAYS AS IDENTITY);
CREATE TABLE u (id int, a varchar(10) COLLATE "C", b int, n numeric(5,2), e int[], g bigint);
