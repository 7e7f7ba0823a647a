-- ring: index options
CREATE TABLE t (id int, a text, v tsvector, b int, c int[], d jsonb, e inet, p point, r tsrange);
-- one: plain
CREATE INDEX i ON t (a);
-- one: descending
CREATE INDEX i ON t (a DESC, b ASC NULLS FIRST);
-- one: class
CREATE INDEX i ON t (a text_pattern_ops, b DESC NULLS LAST);
-- one: collation and class
CREATE INDEX i ON t (a COLLATE "C" varchar_pattern_ops ASC, lower(a) COLLATE "POSIX" DESC);
-- one: include and storage
CREATE UNIQUE INDEX i ON t (b) INCLUDE (a, id) WITH (fillfactor = 70, deduplicate_items = off) WHERE b > 0;
-- one: gin
CREATE INDEX i ON t USING gin (c, d jsonb_path_ops) WITH (fastupdate = off, gin_pending_list_limit = 128);
-- one: signatures
CREATE INDEX i ON t USING gist (v tsvector_ops (siglen = 32), r);
-- one: brin
CREATE INDEX i ON t USING brin (b int4_minmax_multi_ops (values_per_range = 16), id) WITH (pages_per_range = 32, autosummarize = on);
-- one: bloom of brin
CREATE INDEX i ON t USING brin (b int4_bloom_ops (n_distinct_per_range = 100, false_positive_rate = 0.05));
-- one: hash
CREATE INDEX i ON t USING hash (a) WITH (fillfactor = 60);
-- one: spgist
CREATE INDEX i ON t USING spgist (p quad_point_ops);
-- one: spgist kd
CREATE INDEX i ON t USING spgist (p kd_point_ops) WITH (fillfactor = 90);
-- one: network
CREATE INDEX i ON t USING gist (e inet_ops);
-- one: nulls not distinct
CREATE UNIQUE INDEX i ON t (a, b) NULLS NOT DISTINCT WHERE id IS NOT NULL;
-- one: expressions
CREATE INDEX i ON t ((b + 1), (d ->> 'x') DESC, coalesce(a, ''), date_trunc('day', lower(r)));

-- case: index options in the server's order and ours
CREATE TABLE t (a text, b int);
CREATE INDEX i ON t (a) WITH (fillfactor = 70, deduplicate_items = off);
CREATE INDEX j ON t USING gist (int4range(b, b)) WITH (buffering = auto, fillfactor = 80);
CREATE INDEX k ON t USING BRIN (b) WITH (autosummarize, pages_per_range = 8);
-- equal:
CREATE TABLE t (a text, b int);
CREATE INDEX i ON t USING btree (a) WITH (deduplicate_items=off, fillfactor='70');
CREATE INDEX j ON t USING gist (int4range(b, b)) WITH (fillfactor='80', buffering=auto);
CREATE INDEX k ON t USING brin (b) WITH (pages_per_range='8', autosummarize='true');

-- case: class parameters in another spelling
CREATE TABLE t (a int, v tsvector);
CREATE INDEX i ON t USING brin (a int4_minmax_multi_ops(values_per_range=16));
CREATE INDEX j ON t USING gist (v tsvector_ops(siglen=100));
-- equal:
CREATE TABLE t (a int, v tsvector);
CREATE INDEX i ON t USING brin (a int4_minmax_multi_ops (values_per_range='16'));
CREATE INDEX j ON t USING gist (v tsvector_ops (siglen='100'));

-- case: table options in another order
CREATE TABLE t (a int) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = off);
-- equal:
CREATE TABLE t (a int) WITH (autovacuum_enabled='false', fillfactor='70', toast.autovacuum_enabled='off');

-- ring: unique
CREATE TABLE p (x int PRIMARY KEY);
-- one: none
CREATE TABLE t (a int, b int, c text);
-- one: unnamed
CREATE TABLE t (a int UNIQUE, b int, c text);
-- one: two columns
CREATE TABLE t (a int, b int, c text, UNIQUE (a, b));
-- one: named
CREATE TABLE t (a int, b int, c text, CONSTRAINT u UNIQUE (a, b) DEFERRABLE INITIALLY DEFERRED);
-- one: nulls
CREATE TABLE t (a int, b int, c text, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a, b) INCLUDE (c));
-- one: index of that name
CREATE TABLE t (a int, b int, c text); CREATE UNIQUE INDEX u ON t (a, b);
-- one: key
CREATE TABLE t (a int, b int, c text, CONSTRAINT u PRIMARY KEY (a, b) WITH (fillfactor = 50));
-- one: other key
CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL, c text UNIQUE); COMMENT ON CONSTRAINT t_pkey ON t IS 'key'; COMMENT ON INDEX t_c_key IS 'i';
-- one: exclusion
CREATE TABLE t (a int, b int, c text, CONSTRAINT u EXCLUDE (a WITH =, b WITH =) WHERE (c IS NOT NULL) DEFERRABLE);
-- one: exclusion of ranges
CREATE EXTENSION btree_gist; CREATE TABLE t (a int, b int, c text, CONSTRAINT u EXCLUDE USING gist (a WITH =, int4range(b, b + 10) WITH &&) WITH (fillfactor = 60));

-- ring: checks
-- one: inline
CREATE TABLE t (a int CHECK (a > 0), b int, c text);
-- one: another
CREATE TABLE t (a int CHECK (a >= 0), b int, c text);
-- one: named
CREATE TABLE t (a int CONSTRAINT pos CHECK (a >= 0), b int, c text);
-- one: of two
CREATE TABLE t (a int, b int, c text, CHECK (a < b), CHECK (b < 10));
-- one: not valid
CREATE TABLE t (a int, b int, c text); ALTER TABLE t ADD CONSTRAINT pos CHECK (a >= 0) NOT VALID;
-- one: no inherit
CREATE TABLE t (a int, b int, c text, CONSTRAINT pos CHECK (a >= 0) NO INHERIT);
-- one: text
CREATE TABLE t (a int, b int, c text CONSTRAINT kind CHECK (c IN ('a', 'b')), CONSTRAINT len CHECK (char_length(c) BETWEEN 1 AND 5));
-- one: more text
CREATE TABLE t (a int, b int, c text CONSTRAINT kind CHECK (c IN ('a', 'b', 'c')), CONSTRAINT len CHECK (char_length(c) BETWEEN 1 AND 6)); COMMENT ON CONSTRAINT kind ON t IS 'kind';
-- one: nulls
CREATE TABLE t (a int, b int, c text, CHECK (num_nonnulls(a, b) = 1), CHECK ((a IS NULL) = (c IS NULL)));

-- ring: foreign keys
CREATE TABLE p (id int PRIMARY KEY, x int, y int, UNIQUE (x, y)); CREATE TABLE q (id int PRIMARY KEY);
-- one: none
CREATE TABLE t (id int, a int, b int);
-- one: inline
CREATE TABLE t (id int, a int REFERENCES p, b int);
-- one: actions
CREATE TABLE t (id int, a int REFERENCES p ON DELETE CASCADE ON UPDATE SET NULL, b int);
-- one: default
CREATE TABLE t (id int, a int DEFAULT 1 REFERENCES p ON DELETE SET DEFAULT ON UPDATE RESTRICT, b int);
-- one: other
CREATE TABLE t (id int, a int REFERENCES q, b int);
-- one: two columns
CREATE TABLE t (id int, a int, b int, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p (x, y) MATCH FULL);
-- one: two columns simple
CREATE TABLE t (id int, a int, b int, CONSTRAINT f FOREIGN KEY (b, a) REFERENCES p (y, x) ON DELETE SET NULL (a));
-- one: deferred
CREATE TABLE t (id int, a int, b int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- one: deferrable
CREATE TABLE t (id int, a int, b int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p DEFERRABLE);
-- one: not valid
CREATE TABLE t (id int, a int, b int); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p NOT VALID;
-- one: self
CREATE TABLE t (id int PRIMARY KEY, a int REFERENCES t ON DELETE CASCADE, b int, CONSTRAINT f FOREIGN KEY (b) REFERENCES q);

-- case: key changes under foreign keys, views by group and conflict rules
CREATE TABLE p (id int PRIMARY KEY, a int NOT NULL, n text); CREATE TABLE c (p int REFERENCES p); CREATE VIEW v AS SELECT p.id, p.n, count(*) FROM p JOIN c ON c.p = p.id GROUP BY p.id;
ALTER TABLE p REPLICA IDENTITY USING INDEX p_pkey; ALTER TABLE p CLUSTER ON p_pkey;
-- after:
CREATE TABLE p (id bigint CONSTRAINT pk PRIMARY KEY, a int NOT NULL, n text); CREATE TABLE c (p bigint REFERENCES p); CREATE VIEW v AS SELECT p.id, p.n, count(*) FROM p JOIN c ON c.p = p.id GROUP BY p.id;
ALTER TABLE p REPLICA IDENTITY USING INDEX pk; ALTER TABLE p CLUSTER ON pk;

-- case: foreign key to a unique index that is made anew
CREATE TABLE p (a int, b int); CREATE UNIQUE INDEX u ON p (a); CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (a) ON DELETE CASCADE); COMMENT ON CONSTRAINT f ON c IS 'f';
-- after:
CREATE TABLE p (a int, b int); CREATE UNIQUE INDEX u ON p (a DESC) INCLUDE (b); CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (a) ON DELETE CASCADE); COMMENT ON CONSTRAINT f ON c IS 'f';

-- case: foreign key to a unique constraint that becomes deferrable and a key that keeps its name
CREATE TABLE p (a int PRIMARY KEY, b int UNIQUE); CREATE TABLE c (a int REFERENCES p, b int);
-- after:
CREATE TABLE p (a int, b int, CONSTRAINT p_pkey PRIMARY KEY (b)); CREATE TABLE c (a int, b int REFERENCES p);

-- case: constraints swap their names
CREATE TABLE t (a int, b int, CONSTRAINT x UNIQUE (a), CONSTRAINT y UNIQUE (b), CONSTRAINT m CHECK (a > 0), CONSTRAINT n CHECK (b > 0)); CREATE INDEX i ON t (a, b); CREATE INDEX j ON t (b, a);
-- after:
CREATE TABLE t (a int, b int, CONSTRAINT y UNIQUE (a), CONSTRAINT x UNIQUE (b), CONSTRAINT n CHECK (a > 0), CONSTRAINT m CHECK (b > 0)); CREATE INDEX j ON t (a, b); CREATE INDEX i ON t (b, a);

-- case: index name is taken by another table's index
CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE INDEX i ON a (x); CREATE INDEX j ON b (x);
-- after:
CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE INDEX j ON a (x); CREATE INDEX i ON b (x);

-- case: unnamed things get the server's names
CREATE TABLE long_table_name_that_goes_on_and_on (a_column_with_a_rather_long_name int UNIQUE, b int CHECK (b > 0), c int CHECK (c > 0), CHECK (b > c), CHECK (b <> 3));
CREATE INDEX ON long_table_name_that_goes_on_and_on (b); CREATE INDEX ON long_table_name_that_goes_on_and_on (b, c); CREATE INDEX ON long_table_name_that_goes_on_and_on (lower(b::text)); CREATE INDEX ON long_table_name_that_goes_on_and_on ((b + 1), (c + 1));
-- after:
CREATE TABLE long_table_name_that_goes_on_and_on (a_column_with_a_rather_long_name int, b int CHECK (b > 0), c int CHECK (c > 1), CHECK (b > c), UNIQUE (a_column_with_a_rather_long_name, b));
CREATE INDEX ON long_table_name_that_goes_on_and_on (b); CREATE INDEX ON long_table_name_that_goes_on_and_on (c); CREATE INDEX ON long_table_name_that_goes_on_and_on (lower(c::text));

-- case: access method of a table
CREATE TABLE t (a int) USING heap;
-- after:
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler; CREATE TABLE t (a int) USING heap2; COMMENT ON ACCESS METHOD heap2 IS 'same';

-- case: access method of an index and of a materialized view
CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
-- after:
CREATE ACCESS METHOD bt TYPE INDEX HANDLER bthandler; CREATE ACCESS METHOD h2 TYPE TABLE HANDLER heap_tableam_handler; CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE MATERIALIZED VIEW m USING h2 AS SELECT a FROM t;

-- case: cluster, replica identity and statistics of an index move
CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX i ON t (a); CREATE UNIQUE INDEX j ON t (b); CREATE INDEX k ON t ((a + b)); ALTER TABLE t CLUSTER ON i; ALTER TABLE t REPLICA IDENTITY USING INDEX i; ALTER INDEX k ALTER COLUMN 1 SET STATISTICS 100;
-- after:
CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX i ON t (a, b); CREATE UNIQUE INDEX j ON t (b); CREATE INDEX k ON t ((a - b)); ALTER TABLE t CLUSTER ON j; ALTER TABLE t REPLICA IDENTITY USING INDEX i; ALTER INDEX k ALTER COLUMN 1 SET STATISTICS 200;

-- case: inheritance with checks, indexes and columns of its own
CREATE TABLE p (id int PRIMARY KEY, a int CHECK (a > 0)); CREATE TABLE c (b int, UNIQUE (id)) INHERITS (p); CREATE TABLE g (d int) INHERITS (c);
-- after:
CREATE TABLE p (id bigint PRIMARY KEY, a int DEFAULT 1 CHECK (a > 1), e text NOT NULL); CREATE TABLE c (b int, UNIQUE (id)) INHERITS (p); CREATE TABLE g (d int) INHERITS (c); ALTER TABLE ONLY g ALTER a SET DEFAULT 2;

-- case: inheritance changes parents
CREATE TABLE p (a int); CREATE TABLE q (b int); CREATE TABLE c (a int, b int, x text) INHERITS (p);
-- after:
CREATE TABLE p (a int); CREATE TABLE q (b int CHECK (b > 0)); CREATE TABLE c (a int, b int CHECK (b > 0), x text); ALTER TABLE c ADD CONSTRAINT q_b_check CHECK (b > 0); ALTER TABLE c INHERIT q;

-- case: child column is its own as well
-- left: no statement makes a column that a child declares itself only an inherited one
CREATE TABLE p (a int); CREATE TABLE c (a int NOT NULL DEFAULT 3, b int) INHERITS (p);
-- after:
CREATE TABLE p (a int, b int); CREATE TABLE c (b int) INHERITS (p);

-- case: constraint names as pg_dump and as written
CREATE TABLE a (id serial PRIMARY KEY, n text NOT NULL UNIQUE CHECK (n <> ''), UNIQUE (id, n)); CREATE TABLE b (a int NOT NULL REFERENCES a ON DELETE CASCADE, c int GENERATED BY DEFAULT AS IDENTITY, PRIMARY KEY (a, c)); CREATE INDEX ON b (c DESC);
-- equal:
CREATE SEQUENCE public.a_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.a (id integer NOT NULL, n text NOT NULL, CONSTRAINT a_n_check CHECK ((n <> ''::text)));
ALTER SEQUENCE public.a_id_seq OWNED BY public.a.id;
CREATE TABLE public.b (a integer NOT NULL, c integer NOT NULL);
ALTER TABLE public.b ALTER COLUMN c ADD GENERATED BY DEFAULT AS IDENTITY ( SEQUENCE NAME public.b_c_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 );
ALTER TABLE ONLY public.a ALTER COLUMN id SET DEFAULT nextval('public.a_id_seq'::regclass);
ALTER TABLE ONLY public.a ADD CONSTRAINT a_id_n_key UNIQUE (id, n);
ALTER TABLE ONLY public.a ADD CONSTRAINT a_n_key UNIQUE (n);
ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (a, c);
CREATE INDEX b_c_idx ON public.b USING btree (c DESC);
ALTER TABLE ONLY public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id) ON DELETE CASCADE;
