-- case several actions of one statement
CREATE TABLE t (a int DEFAULT 5, b text DEFAULT 'x', c text NOT NULL, g int GENERATED ALWAYS AS (a) STORED, i int GENERATED ALWAYS AS IDENTITY, j text, k bigint PRIMARY KEY);
-- error M0403 unknown column `x` of table `t`
ALTER TABLE t ADD x int, ALTER b TYPE int USING x;
ALTER TABLE t DROP c, ALTER b DROP DEFAULT, ALTER b TYPE int USING c::int;
-- error M0403 unknown column `x` of table `t`
ALTER TABLE t ADD x int, ALTER x TYPE bigint;
ALTER TABLE t DROP g, ALTER a TYPE bigint;
ALTER TABLE t ADD c text NOT NULL, ADD g bigint GENERATED ALWAYS AS (a) STORED;
ALTER TABLE t ALTER a TYPE int, DROP g;
ALTER TABLE t ALTER b DROP DEFAULT, ALTER b TYPE text USING b::text;
ALTER TABLE t ALTER b SET DEFAULT 'x';
-- error M0417 the default of `b` does not become `int` by itself
ALTER TABLE t ALTER b TYPE int USING b::int, ALTER b SET DEFAULT 5;
ALTER TABLE t ALTER b TYPE int USING b::int, ALTER b DROP DEFAULT, ALTER b SET DEFAULT 5;
-- error M0403 unknown column `jj` of table `t`
ALTER TABLE t ALTER j TYPE jsonb USING jj::jsonb, ALTER c DROP NOT NULL;
-- error M0417 `j` is `text`, which does not become `jsonb` by itself
ALTER TABLE t ALTER j TYPE jsonb, ALTER c DROP NOT NULL;
ALTER TABLE t ALTER j TYPE jsonb USING j::jsonb, ALTER j SET NOT NULL, ALTER j SET DEFAULT '{}';
-- error M0415 `k` is part of the primary key, which is never null
ALTER TABLE t ALTER k TYPE int, ALTER k DROP NOT NULL;
-- error M0415 `k` is part of the primary key, which is never null
ALTER TABLE t ALTER c SET NOT NULL, ALTER k DROP NOT NULL;
-- error M0417 an identity counts, and `i` is `text`
ALTER TABLE t ALTER i TYPE text, ALTER c DROP NOT NULL;
-- error M0417 `i` is an identity, and has no default
ALTER TABLE t ALTER i SET DEFAULT 5, ALTER c DROP NOT NULL;
ALTER TABLE t ALTER i DROP IDENTITY, ALTER i SET DEFAULT 5;
-- error M0403 unknown column `cc` of table `t`
ALTER TABLE t ALTER c SET NOT NULL, ADD UNIQUE (cc);
-- error M0403 unknown column `cc` of table `t`
ALTER TABLE t ALTER c SET NOT NULL, ADD CONSTRAINT c_check CHECK (cc <> '');
ALTER TABLE t ALTER b TYPE text USING b::text, ADD CONSTRAINT b_check CHECK (b > 'a');
ALTER TABLE t DROP CONSTRAINT t_pkey, ALTER k DROP NOT NULL;
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t ALTER g DROP EXPRESSION, ALTER g SET DEFAULT 1;
ALTER TABLE t ALTER c TYPE int USING length(c), ALTER a TYPE text USING a || 'x', ALTER a DROP DEFAULT;
-- error M0403 unknown column `aa` of table `t`
ALTER TABLE t DROP a, DROP aa;
-- error M0404 column `a` of table `t` exists already
ALTER TABLE t ADD COLUMN a int, ADD COLUMN c int;
