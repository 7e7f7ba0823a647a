-- case partitions and inheritance
CREATE TABLE p (id int, at date NOT NULL, k text) PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
-- error M0417 this overlaps part `p1` of `p`
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2020-06-01') TO ('2022-01-01');
CREATE TABLE p3 PARTITION OF p FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- error M0417 nothing lies between the ends of this bound
CREATE TABLE p4 PARTITION OF p FOR VALUES FROM ('2023-01-01') TO ('2022-01-01');
-- error M0417 `p` is divided by range: the bound is written `FOR VALUES FROM (…) TO (…)`
CREATE TABLE p5 PARTITION OF p FOR VALUES IN ('2020-01-01');
-- error M0417 `p` is divided by range: the bound is written `FOR VALUES FROM (…) TO (…)`
CREATE TABLE p6 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- error M0418 a bound of 2 and 2 for 1 column
CREATE TABLE p7 PARTITION OF p FOR VALUES FROM ('2024-01-01', 1) TO ('2025-01-01', 1);
-- error M0417 'x' is no value of `date`
CREATE TABLE p8 PARTITION OF p FOR VALUES FROM ('x') TO ('y');
CREATE TABLE p9 PARTITION OF p FOR VALUES FROM (MINVALUE) TO ('2000-01-01');
CREATE TABLE pd PARTITION OF p DEFAULT;
-- error M0417 there is a default part already: part `pd` of `p`
CREATE TABLE pd2 PARTITION OF p DEFAULT;
-- error M0401 unknown table `nope`
CREATE TABLE q PARTITION OF nope DEFAULT;
-- error M0403 unknown column `zz`, by which `q` is divided
CREATE TABLE q (id int) PARTITION BY RANGE (zz);
-- error M0417 `j` is `json`, which has no order and cannot be in such an index
CREATE TABLE q (id int, j json) PARTITION BY RANGE (j);
-- error M0414 what is unique in the parts of `q` must name `a`, by which it is divided
CREATE TABLE q (id int PRIMARY KEY, a int) PARTITION BY RANGE (a);
-- error M0414 what is unique in the parts of `q` must name `a`, by which it is divided
CREATE TABLE q (id int UNIQUE, a int) PARTITION BY LIST (a);
CREATE TABLE q (id int, a int, PRIMARY KEY (id, a)) PARTITION BY LIST (a);
CREATE TABLE q1 PARTITION OF q FOR VALUES IN (1, 2);
-- error M0417 2 belongs to part `q1` of `q`
CREATE TABLE q2 PARTITION OF q FOR VALUES IN (2, 3);
CREATE TABLE q3 PARTITION OF q FOR VALUES IN (3, 3);
-- error M0417 'x' is no value of `integer`
CREATE TABLE q4 PARTITION OF q FOR VALUES IN ('x');
CREATE TABLE q5 PARTITION OF q FOR VALUES IN (NULL);
-- error M0417 `q1` is not divided into parts
CREATE TABLE q6 PARTITION OF q1 FOR VALUES IN (7);
CREATE TABLE h (id int) PARTITION BY HASH (id);
CREATE TABLE h1 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 0);
-- error M0417 the remainder 4 is not below the modulus 4
CREATE TABLE h2 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 4);
-- error M0417 this overlaps part `h1` of `h`
CREATE TABLE h3 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 0);
-- error M0417 the modulus 6 and 4 are no multiples of each other, and that is the one of part `h1` of `h`
CREATE TABLE h4 PARTITION OF h FOR VALUES WITH (MODULUS 6, REMAINDER 1);
-- error M0417 a table that is divided by hash has no default part
CREATE TABLE h5 PARTITION OF h DEFAULT;
CREATE TABLE h6 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- error M0418 a table is divided by a list of values of one column
CREATE TABLE l2 (a int, b int) PARTITION BY LIST (a, b);
-- error M0301 syntax error: unexpected `PARTITION`
CREATE TABLE ex (id int PARTITION) PARTITION BY RANGE (id);
CREATE TABLE stand (id int, at date NOT NULL, k text);
CREATE TABLE stand2 (id int, at date NOT NULL);
CREATE TABLE stand3 (id text, at date NOT NULL, k text);
CREATE TABLE stand4 (id int, at date NOT NULL, k text, extra int);
ALTER TABLE p ATTACH PARTITION stand FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- error M0417 `stand2` has no column `k`, which `p` has
ALTER TABLE p ATTACH PARTITION stand2 FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');
-- error M0417 `id` is `text` in `stand3` and `int` in `p`
ALTER TABLE p ATTACH PARTITION stand3 FOR VALUES FROM ('2032-01-01') TO ('2033-01-01');
-- error M0417 `stand4` has a column `extra`, which `p` does not have
ALTER TABLE p ATTACH PARTITION stand4 FOR VALUES FROM ('2033-01-01') TO ('2034-01-01');
-- error M0401 unknown table `nope`
ALTER TABLE p ATTACH PARTITION nope FOR VALUES FROM ('2034-01-01') TO ('2035-01-01');
-- error M0415 `p1` is a part of another table already
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM ('2035-01-01') TO ('2036-01-01');
-- error M0417 `stand2` is not divided into parts
ALTER TABLE stand2 ATTACH PARTITION stand4 DEFAULT;
-- error M0401 `stand2` is no part of `p`
ALTER TABLE p DETACH PARTITION stand2;
-- error M0401 unknown table `nope`
ALTER TABLE p DETACH PARTITION nope;
ALTER TABLE p DETACH PARTITION stand;
-- error M0415 `at` cannot be dropped: the table is divided by it
ALTER TABLE p DROP COLUMN at;
-- error M0415 `at` cannot be changed: the table is divided by it
ALTER TABLE p ALTER COLUMN at TYPE timestamp;
-- error M0415 `id` comes from `p`, and can only be dropped there
ALTER TABLE p1 DROP COLUMN id;
-- error M0415 `p1` is a partition, and has the columns of the whole
ALTER TABLE p1 ADD COLUMN x int;
-- error M0415 `k` comes from `p`, and can only be changed there
ALTER TABLE p1 ALTER COLUMN k TYPE varchar(5);
-- error M0415 `k` comes from `p`, and can only be renamed there
ALTER TABLE p1 RENAME COLUMN k TO kk;
-- error M0415 `p` has children, which must get the column, too
ALTER TABLE ONLY p ADD COLUMN y int;
ALTER TABLE p ADD COLUMN y int;
-- error M0414 what is unique in the parts of `p` must name `at`, by which it is divided
ALTER TABLE p ADD PRIMARY KEY (id);
ALTER TABLE p ADD PRIMARY KEY (id, at);
-- error M0415 constraint `p1_pkey` comes from `p`, and can only be dropped there
ALTER TABLE p1 DROP CONSTRAINT p1_pkey;
-- error M0414 what is unique in the parts of `p` must name `at`, by which it is divided
CREATE UNIQUE INDEX ON p (k);
CREATE UNIQUE INDEX ON p (k, at);
-- error M0417 an index of the divided table `p` is not made `CONCURRENTLY`
CREATE INDEX CONCURRENTLY ON p (k);
CREATE INDEX p_k ON p (k);
-- missed 2BP01 cannot drop index p1_k_idx because index p_k requires it
DROP INDEX p1_k_idx;
DROP INDEX p_k;
DROP TABLE p;
CREATE TABLE par (id int, a text);
CREATE TABLE kid (b int) INHERITS (par);
-- error M0417 `a` is `int` here and `text` in `par`, which it is inherited from
CREATE TABLE kid2 (a int) INHERITS (par);
CREATE TABLE kid3 (a text) INHERITS (par);
-- error M0401 unknown table `nope`
CREATE TABLE kid4 () INHERITS (nope);
-- error M0402 `par` is inherited twice
CREATE TABLE kid5 () INHERITS (par, par);
-- error M0415 `a` comes from `par`, and can only be dropped there
ALTER TABLE kid DROP COLUMN a;
-- error M0415 `a` comes from `par`, and can only be changed there
ALTER TABLE kid ALTER COLUMN a TYPE varchar(3);
-- error M0415 `a` comes from `par`, and can only be renamed there
ALTER TABLE kid RENAME COLUMN a TO aa;
-- error M0415 `par` has children, in which the column must be renamed, too
ALTER TABLE ONLY par RENAME COLUMN a TO aa;
ALTER TABLE par ALTER COLUMN a TYPE varchar(9);
-- error M0417 `the table` has no column `a`, which `par` has
ALTER TABLE stand2 INHERIT par;
-- error M0401 `stand2` does not inherit from `par`
ALTER TABLE stand2 NO INHERIT par;
-- error M0415 table `par` cannot be dropped: table `kid` needs it
DROP TABLE par;
DROP TABLE kid;
CREATE TABLE lk (LIKE par);
-- error M0401 unknown table `nope`
CREATE TABLE lk2 (LIKE nope);
-- error M0404 column `id` of table `lk3` exists already
CREATE TABLE lk3 (LIKE par, id int);
CREATE TABLE lk4 (LIKE par INCLUDING ALL, z int);
SELECT z, a FROM lk4;
-- error M0403 unknown column `y` of table `lk4`
SELECT y FROM lk4;
CREATE TEMP TABLE tt (a int) ON COMMIT DROP;
-- missed 42P16 cannot create temporary relation in non-temporary schema
CREATE TEMP TABLE public.tt2 (a int);
CREATE UNLOGGED TABLE ul (a int);
-- missed 42704 type "nope" does not exist
CREATE TABLE ty OF nope;
