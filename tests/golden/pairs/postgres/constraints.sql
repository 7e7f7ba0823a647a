-- ring: constraints and indexes
CREATE TABLE p (id int PRIMARY KEY, k int UNIQUE, x int, y int, UNIQUE (x, y));
-- one: none
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range);
-- one: unique constraint
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT u UNIQUE (a));
-- one: unique index
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range);
CREATE UNIQUE INDEX u ON t (a);
-- one: using index
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range);
CREATE UNIQUE INDEX u ON t (a);
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX u;
-- one: pk using index
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range);
CREATE UNIQUE INDEX ui ON t (a);
ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY USING INDEX ui;
-- one: unique nulls
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a, c) INCLUDE (b) WITH (fillfactor = 80));
-- one: unique deferred
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT u UNIQUE (a) DEFERRABLE INITIALLY DEFERRED);
-- one: unique deferrable
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT u UNIQUE (a) DEFERRABLE);
-- one: unique renamed
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT uu UNIQUE (a));
-- one: pk
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, PRIMARY KEY (a));
-- one: pk two
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT t_pk PRIMARY KEY (b, a) INCLUDE (c));
-- one: fk
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p);
-- one: fk deferrable
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- one: fk altered
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p);
ALTER TABLE t ALTER CONSTRAINT fk DEFERRABLE INITIALLY IMMEDIATE;
-- one: fk not valid
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range);
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p ON UPDATE CASCADE NOT VALID;
-- one: fk full
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT fk FOREIGN KEY (b, c) REFERENCES p (x, y) MATCH FULL ON DELETE RESTRICT);
-- one: fk set null columns
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT fk FOREIGN KEY (b, c) REFERENCES p (x, y) ON DELETE SET NULL (c));
-- one: fk set default
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int DEFAULT 4, r int4range, CONSTRAINT fk FOREIGN KEY (c) REFERENCES p (k) ON DELETE SET DEFAULT ON UPDATE NO ACTION);
-- one: fk renamed
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT fk_other FOREIGN KEY (a) REFERENCES p);
-- one: check
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT ck CHECK (a > b));
COMMENT ON CONSTRAINT ck ON t IS 'order';
-- one: check not valid
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range);
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > b) NOT VALID;
-- one: check renamed
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT ck_other CHECK (a > b));
-- one: exclude
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT ex EXCLUDE USING gist (r WITH &&));
-- one: exclude ops
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range, CONSTRAINT ex EXCLUDE USING gist (r range_ops WITH -|-, int4range(a, b) WITH &&) INCLUDE (c) WITH (fillfactor = 90) WHERE (c > 0));
-- one: index renamed
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, r int4range);
CREATE UNIQUE INDEX u2 ON t (a);
CREATE INDEX i2 ON t (a, b);

-- ring: keys under foreign keys
-- one: id
CREATE TABLE p (id int NOT NULL, code text NOT NULL, PRIMARY KEY (id));
CREATE TABLE c (id int PRIMARY KEY, p_id int NOT NULL REFERENCES p (id) ON DELETE CASCADE);
-- one: id named
CREATE TABLE p (id int NOT NULL, code text NOT NULL, CONSTRAINT p_key PRIMARY KEY (id));
CREATE TABLE c (id int PRIMARY KEY, p_id int NOT NULL REFERENCES p (id) ON DELETE CASCADE);
-- one: code
CREATE TABLE p (id int NOT NULL, code text NOT NULL, PRIMARY KEY (code));
CREATE TABLE c (id int PRIMARY KEY, p_code text NOT NULL REFERENCES p (code));
-- one: both
CREATE TABLE p (id int NOT NULL, code text NOT NULL, PRIMARY KEY (id, code));
CREATE TABLE c (id int PRIMARY KEY, p_id int, p_code text, FOREIGN KEY (p_id, p_code) REFERENCES p);
-- one: unique
CREATE TABLE p (id int NOT NULL UNIQUE, code text NOT NULL);
CREATE TABLE c (id int PRIMARY KEY, p_id int NOT NULL REFERENCES p (id) ON DELETE CASCADE);
-- one: bigint
CREATE TABLE p (id bigint NOT NULL, code text NOT NULL, PRIMARY KEY (id));
CREATE TABLE c (id bigint PRIMARY KEY, p_id bigint NOT NULL REFERENCES p (id) ON DELETE CASCADE);
-- one: self
CREATE TABLE p (id bigint NOT NULL, code text NOT NULL, parent bigint REFERENCES p, PRIMARY KEY (id));
CREATE TABLE c (id bigint PRIMARY KEY, p_id bigint NOT NULL REFERENCES p (id) ON DELETE CASCADE, p2 bigint REFERENCES p ON DELETE SET NULL);
-- one: join
CREATE TABLE p (id uuid NOT NULL DEFAULT gen_random_uuid(), code text NOT NULL, PRIMARY KEY (id));
CREATE TABLE c (id bigint PRIMARY KEY);
CREATE TABLE pc (p_id uuid REFERENCES p ON DELETE CASCADE, c_id bigint REFERENCES c ON DELETE CASCADE, PRIMARY KEY (p_id, c_id));
CREATE INDEX pc_c ON pc (c_id);
