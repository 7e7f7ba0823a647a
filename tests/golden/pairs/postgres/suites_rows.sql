-- case: partitions go with the table that points to their parent
CREATE TABLE shop (id int PRIMARY KEY);
-- after:
CREATE TABLE shop (id int PRIMARY KEY); CREATE TABLE sale (id int, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day); CREATE TABLE sale_old PARTITION OF sale FOR VALUES FROM (MINVALUE) TO ('2020-01-01') PARTITION BY LIST (id); CREATE TABLE sale_old_one PARTITION OF sale_old FOR VALUES IN (1); CREATE TABLE line (sale int, day date, FOREIGN KEY (sale, day) REFERENCES sale);

-- case: and back
CREATE TABLE shop (id int PRIMARY KEY); CREATE TABLE sale (id int, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day); CREATE TABLE sale_old PARTITION OF sale FOR VALUES FROM (MINVALUE) TO ('2020-01-01') PARTITION BY LIST (id); CREATE TABLE sale_old_one PARTITION OF sale_old FOR VALUES IN (1); CREATE TABLE line (sale int, day date, FOREIGN KEY (sale, day) REFERENCES sale);
-- after:
CREATE TABLE shop (id int PRIMARY KEY);

-- case: partitioned table that points to itself goes
CREATE TABLE node (id int PRIMARY KEY, up int REFERENCES node) PARTITION BY RANGE (id); CREATE TABLE node_low PARTITION OF node FOR VALUES FROM (1) TO (9);
-- after:
CREATE TABLE leaf (id int);

-- case: checks and indexes of a whole row
CREATE TABLE pt (x int, y int);
-- after:
CREATE TABLE pt (x int, y int, CHECK (pt IS NOT NULL)); CREATE INDEX pt_none ON pt ((pt IS NULL)); CREATE INDEX pt_some ON pt (x) WHERE pt.* IS NOT NULL;

-- case: a column has the name of its table
CREATE TABLE tag (id int);
-- after:
CREATE TABLE tag (id int, tag text, CHECK (tag <> ''));

-- case: function of a row in a check and an index of its table
CREATE TABLE other (a int);
-- after:
CREATE TABLE other (a int); CREATE TABLE parcel (w int, h int); CREATE FUNCTION area(b parcel) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT b.w * b.h'; ALTER TABLE parcel ADD CHECK (area(parcel) > 0); CREATE INDEX parcel_area ON parcel (area(parcel));

-- case: table, function of its row, check and index go
CREATE TABLE other (a int); CREATE TABLE parcel (w int, h int); CREATE FUNCTION area(b parcel) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT b.w * b.h'; ALTER TABLE parcel ADD CHECK (area(parcel) > 0); CREATE INDEX parcel_area ON parcel (area(parcel));
-- after:
CREATE TABLE other (a int);

-- case: table is cut into parts, and the function of its row goes
CREATE TABLE parcel (w int, h int); CREATE FUNCTION area(b parcel) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT b.w * b.h'; ALTER TABLE parcel ADD CHECK (area(parcel) > 0);
-- after:
CREATE TABLE parcel (w int, h int) PARTITION BY LIST (w); CREATE TABLE parcel_rest PARTITION OF parcel DEFAULT;

-- case: rows are compared one after the other
CREATE TABLE r (a int, b int, c int, CHECK ((a, b) IS DISTINCT FROM (0, 0)), CHECK (((a, b), c) <> ((1, 1), 1))); CREATE VIEW v AS SELECT (a, b) IS NOT DISTINCT FROM (c, 1) AS same, ((a, b), c) = ((1, 2), 3) AS one FROM r;
-- equal:
CREATE TABLE r (a int, b int, c int, CHECK (a IS DISTINCT FROM 0 OR b IS DISTINCT FROM 0), CHECK (a <> 1 OR b <> 1 OR c <> 1)); CREATE VIEW v AS SELECT NOT (a IS DISTINCT FROM c OR b IS DISTINCT FROM 1) AS same, a = 1 AND b = 2 AND c = 3 AS one FROM r;

-- case: cut by an expression that the server writes otherwise
CREATE TABLE grade (p int, q int) PARTITION BY LIST ((p BETWEEN 1 AND 5 OR q IN (1, 2))); CREATE TABLE grade_yes PARTITION OF grade FOR VALUES IN (true);
-- equal:
CREATE TABLE grade (p int, q int) PARTITION BY LIST ((((p >= 1) AND (p <= 5)) OR (q = ANY (ARRAY[1, 2])))); CREATE TABLE grade_yes PARTITION OF grade FOR VALUES IN (true);

-- case: a child has the column that its parent loses for itself, another has it from there
CREATE TABLE base (id int, note text); CREATE TABLE keeps (note text) INHERITS (base); CREATE TABLE loses (z int) INHERITS (base);
-- after:
CREATE TABLE base (id int); CREATE TABLE keeps (note text) INHERITS (base); CREATE TABLE loses (z int) INHERITS (base);
