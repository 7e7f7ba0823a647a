-- case constraints
CREATE TABLE u (id int PRIMARY KEY, e text UNIQUE, a int, b text, n numeric, d date);
CREATE TABLE two (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE nopk (id int, v text);
CREATE UNIQUE INDEX nopk_part ON nopk (id) WHERE v IS NULL;
CREATE VIEW vw AS SELECT id FROM u;
-- error M0406 table `k1` has a primary key already
CREATE TABLE k1 (id int PRIMARY KEY, b int PRIMARY KEY);
-- error M0406 table `k2` has a primary key already
CREATE TABLE k2 (id int PRIMARY KEY, PRIMARY KEY (id));
-- error M0403 unknown column `idd` of table `k3`
CREATE TABLE k3 (id int, PRIMARY KEY (idd));
-- error M0418 `id` stands twice in this key
CREATE TABLE k4 (id int, PRIMARY KEY (id, id));
-- error M0418 `id` stands twice in this key
CREATE TABLE k5 (id int, UNIQUE (id, id));
CREATE TABLE k6 (id int, UNIQUE (id) INCLUDE (id));
CREATE TABLE k7 (id int, b int, UNIQUE (id) INCLUDE (b));
-- error M0403 unknown column `bb` of table `k8`
CREATE TABLE k8 (id int, UNIQUE (id) INCLUDE (bb));
-- error M0417 `j` is `json`, which has no order and cannot be in such an index
CREATE TABLE k9 (j json UNIQUE);
CREATE TABLE k10 (j jsonb UNIQUE);
-- error M0417 `p` is `point`, which has no order and cannot be in such an index
CREATE TABLE k11 (p point PRIMARY KEY);
-- error M0406 constraint `x` of table `k12` exists already
CREATE TABLE k12 (id int, CONSTRAINT x UNIQUE (id), CONSTRAINT x CHECK (id > 0));
-- error M0406 constraint `y` of table `k13` exists already
CREATE TABLE k13 (id int CONSTRAINT y CHECK (id > 0), b int CONSTRAINT y CHECK (b > 0));
CREATE TABLE f1 (u_id int REFERENCES u);
CREATE TABLE f2 (u_id int REFERENCES u (id));
-- error M0403 unknown column `idd` of table `u`
CREATE TABLE f3 (u_id int REFERENCES u (idd));
-- error M0401 unknown table `uu`
CREATE TABLE f4 (u_id int REFERENCES uu);
-- error M0414 foreign key to `a` of table `u`, which is not unique
CREATE TABLE f5 (u_id int REFERENCES u (a));
-- error M0417 `u_id` is `text` and points to `id`, which is `int`
CREATE TABLE f6 (u_id text REFERENCES u (id));
CREATE TABLE f7 (u_id bigint REFERENCES u (id));
-- error M0417 `u_id` is `numeric` and points to `id`, which is `int`
CREATE TABLE f8 (u_id numeric REFERENCES u (id));
CREATE TABLE f9 (u_id varchar(5) REFERENCES u (e));
-- error M0417 `u_id` is `int` and points to `e`, which is `text`
CREATE TABLE f10 (u_id int REFERENCES u (e));
-- error M0417 `u_id` is `date` and points to `id`, which is `int`
CREATE TABLE f11 (u_id date REFERENCES u (id));
-- error M0417 `u_id` is `boolean` and points to `id`, which is `int`
CREATE TABLE f12 (u_id boolean REFERENCES u);
CREATE TABLE f13 (a int, b int, FOREIGN KEY (a, b) REFERENCES two);
-- error M0418 foreign key from 1 column to 2
CREATE TABLE f14 (a int, b int, FOREIGN KEY (a) REFERENCES two);
CREATE TABLE f15 (a int, b int, FOREIGN KEY (a, b) REFERENCES two (y, x));
-- error M0418 foreign key from 2 columns to 1
CREATE TABLE f16 (a int, b int, FOREIGN KEY (a, b) REFERENCES two (x));
-- error M0403 unknown column `c` of table `f17`
CREATE TABLE f17 (a int, b int, FOREIGN KEY (a, c) REFERENCES two (x, y));
-- error M0414 foreign key to `x` of table `two`, which is not unique
CREATE TABLE f18 (a int REFERENCES two (x));
-- error M0414 foreign key to `id` of table `nopk`, which is not unique
CREATE TABLE f19 (a int REFERENCES nopk (id));
-- error M0414 table `nopk` has no primary key to point to
CREATE TABLE f20 (a int REFERENCES nopk);
-- error M0401 a foreign key points to a table, and `vw` is a view
CREATE TABLE f21 (a int REFERENCES vw (id));
CREATE TABLE f22 (a int PRIMARY KEY, p int REFERENCES f22);
-- missed 42830 there is no unique constraint matching given keys for referenced table "f23"
CREATE TABLE f23 (a int, p int REFERENCES f23 (a));
CREATE TABLE f24 (a int, b int, FOREIGN KEY (a, a) REFERENCES two (x, y));
-- error M0414 foreign key to `x`, `x` of table `two`, which is not unique
CREATE TABLE f25 (a int, b int, FOREIGN KEY (a, b) REFERENCES two (x, x));
-- error M0403 `b` is none of the columns of this foreign key
CREATE TABLE f26 (a int, FOREIGN KEY (a) REFERENCES u ON DELETE SET NULL (b));
CREATE TABLE f27 (a int, b int, FOREIGN KEY (a, b) REFERENCES two ON DELETE SET NULL (b));
-- missed 42601 invalid ON UPDATE action for foreign key constraint containing generated column
CREATE TABLE f28 (a int, g int GENERATED ALWAYS AS (a) STORED REFERENCES u ON UPDATE CASCADE);
-- error M0417 `MATCH PARTIAL` is not made by any server
CREATE TABLE f29 (a int REFERENCES u MATCH PARTIAL);
CREATE TABLE h1 (a int CHECK (a > 0));
-- error M0403 unknown column `b` of table `h2`
CREATE TABLE h2 (a int CHECK (b > 0));
CREATE TABLE h3 (a int, b int CHECK (a > b));
-- error M0417 `CHECK` wants a condition, and this is `integer`
CREATE TABLE h4 (a int CHECK (a));
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE TABLE h5 (a text CHECK (a > 0));
-- error M0417 no query can stand in CHECK
CREATE TABLE h6 (a int CHECK (a IN (SELECT id FROM u)));
-- error M0423 an aggregate cannot stand in CHECK: `max`
CREATE TABLE h7 (a int CHECK (max(a) > 0));
-- error M0417 'x' is no value of `integer`
CREATE TABLE h8 (a int CHECK (a = 'x'));
CREATE TABLE h9 (a text CHECK (length(a) > 0 AND a <> ''));
-- error M0412 unknown function `lenght`
CREATE TABLE h10 (a text CHECK (lenght(a) > 0));
-- error M0403 unknown column `id` of table `h11`
CREATE TABLE h11 (a int CHECK (a > u.id));
CREATE TABLE h12 (a int CHECK (h12.a > 0));
CREATE TABLE h13 (a int, CHECK (a > 0) NOT VALID);
-- error M0417 `CHECK` wants a condition, and this is `integer`
CREATE TABLE h14 (a int CHECK (a + 1));
CREATE TABLE h15 (a text CHECK (a ~ '^x'));
-- error M0417 there is no operator `~` for `integer` and `a text in quotes`
CREATE TABLE h16 (a int CHECK (a ~ '^x'));
-- error M0423 a window function cannot stand in CHECK: `row_number`
CREATE TABLE h17 (a int CHECK (row_number() OVER () > 1));
CREATE TABLE h18 (a int CHECK (a > 0) NO INHERIT);
CREATE TABLE h19 (s text CHECK (s IN ('a', 'b')));
-- error M0417 'a' is no value of `integer`
CREATE TABLE h20 (s int CHECK (s IN ('a', 'b')));
CREATE TABLE h21 (s text CHECK (s = ANY (ARRAY['a', 'b'])));
CREATE TABLE x1 (r int4range, EXCLUDE USING gist (r WITH &&));
-- error M0403 unknown column `rr` of table `x2`
CREATE TABLE x2 (r int4range, EXCLUDE USING gist (rr WITH &&));
-- missed 42809 operator &&(anyrange,anyrange) is not a member of operator family "range_ops"
CREATE TABLE x3 (r int4range, EXCLUDE USING btree (r WITH &&));
-- error M0417 `r` is `integer`, which an index of the kind `gist` does not compare by itself
CREATE TABLE x4 (r int, EXCLUDE USING gist (r WITH =));
CREATE TABLE x5 (r int, EXCLUDE (r WITH =));
-- error M0417 `r` is `integer`, which an index of the kind `nope` does not compare by itself
CREATE TABLE x6 (r int, EXCLUDE USING nope (r WITH =));
-- error M0406 table `u` has a primary key already
ALTER TABLE u ADD PRIMARY KEY (a);
-- error M0403 unknown column `aa` of table `u`
ALTER TABLE u ADD UNIQUE (aa);
-- error M0406 constraint `u_pkey` of table `u` exists already
ALTER TABLE u ADD CONSTRAINT u_pkey UNIQUE (a);
-- error M0406 constraint `u_e_key` of table `u` exists already
ALTER TABLE u ADD CONSTRAINT u_e_key CHECK (a > 0);
ALTER TABLE u ADD CONSTRAINT c1 CHECK (a > 0);
-- error M0406 constraint `c1` of table `u` exists already
ALTER TABLE u ADD CONSTRAINT c1 CHECK (a > 1);
-- error M0403 unknown column `zz` of table `u`
ALTER TABLE u ADD CONSTRAINT c2 CHECK (zz > 0);
-- error M0417 there is no operator `>` for `text` and `integer`
ALTER TABLE u ADD CONSTRAINT c2 CHECK (b > 0);
-- error M0417 `CHECK` wants a condition, and this is `text`
ALTER TABLE u ADD CONSTRAINT c2 CHECK (b);
-- error M0417 `b` is `text` and points to `id`, which is `int`
ALTER TABLE u ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES u (id);
ALTER TABLE u ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id);
-- error M0405 unknown constraint `nope` of table `u`
ALTER TABLE u DROP CONSTRAINT nope;
ALTER TABLE u DROP CONSTRAINT IF EXISTS nope;
-- error M0405 unknown constraint `nope` of table `u`
ALTER TABLE u VALIDATE CONSTRAINT nope;
-- error M0417 only checks and foreign keys are validated, and `u_pkey` is primary key
ALTER TABLE u VALIDATE CONSTRAINT u_pkey;
ALTER TABLE u VALIDATE CONSTRAINT c1;
ALTER TABLE u ALTER CONSTRAINT fk DEFERRABLE;
-- error M0417 only foreign keys are altered, and `c1` is check
ALTER TABLE u ALTER CONSTRAINT c1 DEFERRABLE;
-- error M0405 unknown constraint `nope` of table `u`
ALTER TABLE u ALTER CONSTRAINT nope DEFERRABLE;
-- error M0405 unknown constraint `nope` of table `u`
ALTER TABLE u RENAME CONSTRAINT nope TO x;
-- error M0406 constraint `fk` of table `u` exists already
ALTER TABLE u RENAME CONSTRAINT c1 TO fk;
ALTER TABLE u RENAME CONSTRAINT c1 TO c9;
-- error M0415 `u_pkey` cannot be dropped: a foreign key of table `f1` needs it
ALTER TABLE u DROP CONSTRAINT u_pkey;
-- error M0301 syntax error: unexpected `USING`
ALTER TABLE nopk ADD CONSTRAINT p USING INDEX nope;
-- error M0414 the index `nopk_part` holds only some of the rows, and cannot be a constraint
ALTER TABLE nopk ADD CONSTRAINT p PRIMARY KEY USING INDEX nopk_part;
ALTER TABLE nopk ADD PRIMARY KEY (id) DEFERRABLE INITIALLY DEFERRED;
-- error M0406 table `nopk` has a primary key already
ALTER TABLE nopk ADD PRIMARY KEY (v);
-- error M0405 unknown constraint `nope` of table `u`
COMMENT ON CONSTRAINT nope ON u IS 'x';
COMMENT ON CONSTRAINT fk ON u IS 'x';
