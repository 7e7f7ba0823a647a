-- family: what happens to a row whose other goes
CREATE TABLE p (id int PRIMARY KEY);
-- one: nothing said
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));
-- same: restrict
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE RESTRICT ON UPDATE RESTRICT);
-- one: no action
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE NO ACTION ON UPDATE NO ACTION);
-- one: no action for one
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON UPDATE NO ACTION);
-- one: cascade and no action
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE ON UPDATE NO ACTION);
-- same: in the other order
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON UPDATE NO ACTION ON DELETE CASCADE);
-- one: set null and set null
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL ON UPDATE SET NULL);
-- one: at the column
CREATE TABLE c (a int REFERENCES p (id) ON DELETE NO ACTION);

-- family: names of indexes of foreign keys
CREATE TABLE p (id int PRIMARY KEY);
-- one: the constraint's
CREATE TABLE c (a int, b int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));
-- same: an index name that nobody hears
CREATE TABLE c (a int, b int, CONSTRAINT f FOREIGN KEY idx (a) REFERENCES p (id));
-- one: the index's
CREATE TABLE c (a int, b int, FOREIGN KEY idx (a) REFERENCES p (id));
-- same: the same as its constraint
CREATE TABLE c (a int, b int, CONSTRAINT idx FOREIGN KEY (a) REFERENCES p (id));
-- one: nobody's
CREATE TABLE c (a int, b int, FOREIGN KEY (a) REFERENCES p (id));
-- same: a constraint without a name
CREATE TABLE c (a int, b int, CONSTRAINT FOREIGN KEY (a) REFERENCES p (id));
-- one: an index that is there already
CREATE TABLE c (a int, b int, KEY k (a, b), CONSTRAINT f FOREIGN KEY nobody (a) REFERENCES p (id));
-- one: a unique one
CREATE TABLE c (a int, b int, UNIQUE KEY k (a), FOREIGN KEY (a) REFERENCES p (id));
-- one: two foreign keys of two names
CREATE TABLE c (a int, b int, FOREIGN KEY x (a) REFERENCES p (id), CONSTRAINT y FOREIGN KEY (b) REFERENCES p (id) ON DELETE SET NULL);

-- family: names of unique keys
-- one: the key's
CREATE TABLE t (a int, b int, UNIQUE KEY y (a));
-- same: not the constraint's
CREATE TABLE t (a int, b int, CONSTRAINT x UNIQUE KEY y (a));
-- same: an index
CREATE TABLE t (a int, b int, CONSTRAINT x UNIQUE INDEX y (a));
-- one: the constraint's
CREATE TABLE t (a int, b int, CONSTRAINT x UNIQUE KEY (a));
-- same: the short form
CREATE TABLE t (a int, b int, CONSTRAINT x UNIQUE (a));
-- one: nobody's
CREATE TABLE t (a int, b int, CONSTRAINT UNIQUE (a));
-- same: only unique
CREATE TABLE t (a int, b int, UNIQUE (a));
-- one: by hash
CREATE TABLE t (a int, b int, UNIQUE KEY x USING HASH (a) COMMENT 'c');

-- family: how keys are kept
-- one: none
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL);
-- one: btree for the primary key
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, PRIMARY KEY USING BTREE (id));
-- same: behind it
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, PRIMARY KEY (id) USING BTREE);
-- same: two words
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, CONSTRAINT nobody PRIMARY KEY (id) USING BTREE);
-- one: type
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, PRIMARY KEY (id), KEY k TYPE BTREE (a));
-- one: a size of blocks
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, PRIMARY KEY (id) KEY_BLOCK_SIZE=4, KEY k (a(10) DESC, id) KEY_BLOCK_SIZE 8 COMMENT 'x');
-- one: ignored and not
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, KEY k (a) IGNORED, KEY l (id) NOT IGNORED);
-- one: fulltext and spatial
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, FULLTEXT f (a, b) COMMENT 'words', SPATIAL g (g));
-- same: with the word
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, FULLTEXT INDEX f (a, b) COMMENT 'words', SPATIAL KEY g (g));
-- one: no name for fulltext
CREATE TABLE t (id int NOT NULL, a varchar(100), b text, g point NOT NULL, FULLTEXT (b), SPATIAL (g));

-- family: names of types
-- one: nvarchar
CREATE TABLE t (a NVARCHAR(20));
-- same: national
CREATE TABLE t (a NATIONAL VARCHAR(20));
-- same: national character varying
CREATE TABLE t (a NATIONAL CHARACTER VARYING(20));
-- same: nchar varchar
CREATE TABLE t (a NCHAR VARCHAR(20));
-- same: utf8
CREATE TABLE t (a varchar(20) CHARACTER SET utf8mb3);
-- one: nchar
CREATE TABLE t (a NCHAR(5));
-- same: national char
CREATE TABLE t (a NATIONAL CHAR(5));
-- same: national character
CREATE TABLE t (a NATIONAL CHARACTER(5));
-- one: varchar binary
CREATE TABLE t (a varchar(20) BINARY);
-- same: the collation
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin);
-- one: latin1 binary
CREATE TABLE t (a varchar(20) CHARACTER SET latin1 BINARY);
-- same: turned
CREATE TABLE t (a varchar(20) BINARY CHARACTER SET latin1);
-- same: the collation of latin1
CREATE TABLE t (a varchar(20) COLLATE latin1_bin);
-- one: of ascii
CREATE TABLE t (a varchar(20) ASCII);
-- same: latin1
CREATE TABLE t (a varchar(20) CHARACTER SET latin1);
-- one: unicode
CREATE TABLE t (a varchar(20) UNICODE);
-- same: ucs2
CREATE TABLE t (a varchar(20) CHARSET ucs2);
-- one: of bytes
CREATE TABLE t (a varchar(20) CHARACTER SET binary);
-- same: varbinary
CREATE TABLE t (a varbinary(20));
-- one: text of bytes
CREATE TABLE t (a text CHARACTER SET binary);
-- same: blob
CREATE TABLE t (a blob);

-- family: lengths of texts
-- one: text
CREATE TABLE t (a text, b blob);
-- same: text with its length
CREATE TABLE t (a text(16000), b blob(60000));
-- one: tiny
CREATE TABLE t (a tinytext, b tinyblob);
-- same: text of few
CREATE TABLE t (a text(50), b blob(255));
-- one: medium
CREATE TABLE t (a mediumtext, b mediumblob);
-- same: text of many
CREATE TABLE t (a text(100000), b blob(100000));
-- one: long
CREATE TABLE t (a longtext, b longblob);

-- family: numbers again
-- one: serial default value
CREATE TABLE t (a int SERIAL DEFAULT VALUE, b int);
-- same: what it is
CREATE TABLE t (a int NOT NULL AUTO_INCREMENT UNIQUE, b int);
-- one: double unsigned zerofill
CREATE TABLE t (a double unsigned zerofill, b float4);
-- one: double precision with digits
CREATE TABLE t (a double precision(10,4), b float8);
-- same: double
CREATE TABLE t (a double(10,4), b double);
-- one: dec unsigned
CREATE TABLE t (a dec(8,3) unsigned, b fixed(5));
-- same: decimal
CREATE TABLE t (a decimal(8,3) unsigned, b numeric(5,0));
-- one: int4
CREATE TABLE t (a int4 unsigned, b int3);
-- same: int
CREATE TABLE t (a int unsigned, b mediumint);
-- one: numbers in quotes
CREATE TABLE t (a int DEFAULT '5', b decimal(6,2) DEFAULT '3');
-- same: numbers
CREATE TABLE t (a int DEFAULT 5, b decimal(6,2) DEFAULT 3.00);
-- one: negative
CREATE TABLE t (a int DEFAULT -5, b decimal(6,2) DEFAULT -0.5);
-- same: negative in quotes
CREATE TABLE t (a int DEFAULT '-5', b decimal(6,2) DEFAULT '-0.50');
-- one: plus and exponents
CREATE TABLE t (a int DEFAULT +7, b double DEFAULT 1e3);
-- one: hexadecimal
CREATE TABLE t (a int DEFAULT 0x1F, b bit(4) DEFAULT 0b11);

-- family: addresses and ids
-- one: text
CREATE TABLE t (a varchar(45), b char(36));
-- one: inet6 and uuid
CREATE TABLE t (a inet6, b uuid);
-- one: with defaults
CREATE TABLE t (a inet6 NOT NULL DEFAULT '::1', b uuid NOT NULL DEFAULT uuid());

-- family: defaults of texts and times
-- one: national
CREATE TABLE t (a varchar(20) DEFAULT N'x', b date DEFAULT DATE '2020-01-01', c datetime);
-- same: plain
CREATE TABLE t (a varchar(20) DEFAULT 'x', b date DEFAULT '2020-01-01', c datetime);
-- one: introduced
CREATE TABLE t (a varchar(20) DEFAULT _utf8mb4'y', b date DEFAULT '2020-01-02', c datetime DEFAULT TIMESTAMP'2020-01-01 10:00:00');
-- one: hexadecimal
CREATE TABLE t (a varchar(20) DEFAULT X'4142', b date DEFAULT 20200101, c datetime DEFAULT 20200101100000);
-- one: joined
CREATE TABLE t (a varchar(20) DEFAULT 'a' 'b', b date DEFAULT (current_date + interval 1 day), c datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3));
-- one: null and current
CREATE TABLE t (a varchar(20) DEFAULT (NULL), b date DEFAULT curdate(), c datetime DEFAULT LOCALTIMESTAMP ON UPDATE LOCALTIME);
-- one: of the session
CREATE TABLE t (a varchar(120) DEFAULT (current_user()), b date DEFAULT (utc_date()), c datetime DEFAULT (utc_timestamp()));

-- family: members with another charset
-- one: plain
CREATE TABLE t (a enum('a','b') NOT NULL DEFAULT 'a', b set('x','y'));
-- one: latin1
CREATE TABLE t (a enum('a','b') CHARACTER SET latin1 NOT NULL DEFAULT 'a', b set('x','y') COLLATE utf8mb4_bin);
-- one: other members and order
CREATE TABLE t (a enum('b','a','c d ','é') NOT NULL DEFAULT 'c d', b set('y','z') DEFAULT '');
-- one: less members
CREATE TABLE t (a enum('b') DEFAULT NULL, b set('y') NOT NULL);
-- one: members with blanks at the end
CREATE TABLE t (a enum('a ','b') NOT NULL DEFAULT 'a', b set('x ','y'));

-- family: columns that are not seen
-- one: seen
CREATE TABLE t (a int, b int, c int);
-- one: one not
CREATE TABLE t (a int, b int INVISIBLE, c int);
-- one: with all
CREATE TABLE t (a int, b int NOT NULL DEFAULT 5 INVISIBLE COMMENT 'hidden', c int CHECK (c > 0));
-- one: first and computed
CREATE TABLE t (b int INVISIBLE, a int, c int GENERATED ALWAYS AS (a + b) STORED INVISIBLE);

-- family: computed in other ways
-- one: json
CREATE TABLE t (id int PRIMARY KEY, j json, k varchar(20) AS (json_value(j, '$.k')) VIRTUAL, KEY k (k));
-- one: json unquoted
CREATE TABLE t (id int PRIMARY KEY, j json, k varchar(20) GENERATED ALWAYS AS (json_unquote(json_extract(j, '$.k'))) STORED UNIQUE KEY);
-- one: case
CREATE TABLE t (id int PRIMARY KEY, j json, k varchar(20) AS (case when id > 10 then 'big' when id between 5 and 10 then 'middle' else 'small' end) PERSISTENT COMMENT 'size');
-- one: check of json
CREATE TABLE t (id int PRIMARY KEY, j json NOT NULL DEFAULT '{}' CHECK (json_valid(j)), k varchar(20));
-- one: with charset
CREATE TABLE t (id int PRIMARY KEY, j json, k varchar(20) CHARACTER SET latin1 COLLATE latin1_bin AS (concat(id, '-', id)) VIRTUAL);
-- one: not null is for stored ones nothing
CREATE TABLE t (id int PRIMARY KEY, j json, k tinyint(1) AS (if(id is null, 1, 0)) VIRTUAL);

-- family: checks with and without names
-- one: none
CREATE TABLE t (a int, b int);
-- one: two without names
CREATE TABLE t (a int, b int, CHECK (a > 0), CHECK (b > 0));
-- same: numbered
CREATE TABLE t (a int, b int, CONSTRAINT `CONSTRAINT_1` CHECK (a > 0), CONSTRAINT `CONSTRAINT_2` CHECK (b > 0));
-- one: a name between
CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (a > 0), CHECK (b > 0));
-- one: at both
CREATE TABLE t (a int CHECK (a > 0 AND a < 100), b int CHECK (b IN (1, 2, 3)), CONSTRAINT both_ CHECK (a <> b));
-- same: in other words
CREATE TABLE t (a int CHECK ((`a` > 0) && (a < 100)), b int CHECK (b in (1,2,3)), CONSTRAINT both_ CHECK (a != b));
-- one: like and regexp
CREATE TABLE t (a int, b varchar(20), CONSTRAINT l CHECK (b LIKE 'a%' OR b NOT LIKE '%z'), CONSTRAINT r CHECK (b REGEXP '^[a-z]+$'));
-- one: a new name
CREATE TABLE t (a int, b int, CONSTRAINT d CHECK (a > 0), CHECK (b > 0));

-- family: engines and formats
-- one: nothing
CREATE TABLE t (a int, b varchar(20));
-- one: aria
CREATE TABLE t (a int, b varchar(20)) ENGINE=Aria TRANSACTIONAL=1;
-- one: aria plain
CREATE TABLE t (a int, b varchar(20)) ENGINE=Aria ROW_FORMAT=PAGE COMMENT='c' PAGE_CHECKSUM=1;
-- one: myisam
CREATE TABLE t (a int, b varchar(20)) ENGINE MyISAM ROW_FORMAT FIXED CHECKSUM 1 DELAY_KEY_WRITE 1;
-- one: memory
CREATE TABLE t (a int, b varchar(20)) ENGINE = MEMORY MAX_ROWS = 1000, COMMENT 'in memory';
-- one: csv
CREATE TABLE t (a int NOT NULL, b varchar(20) NOT NULL) ENGINE=CSV;
-- one: redundant
CREATE TABLE t (a int, b varchar(20)) ENGINE=InnoDB ROW_FORMAT=REDUNDANT STATS_AUTO_RECALC=DEFAULT;
-- one: with latin1 and a comment
CREATE TABLE t (a int, b varchar(20)) ENGINE=InnoDB, DEFAULT CHARACTER SET latin1, COLLATE latin1_bin, COMMENT 'x', ROW_FORMAT=DYNAMIC;

-- family: divided by ranges
-- one: two
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (YEAR(d)) (PARTITION a VALUES LESS THAN (2000), PARTITION b VALUES LESS THAN (2010));
-- one: one behind
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (YEAR(d)) (PARTITION a VALUES LESS THAN (2000), PARTITION b VALUES LESS THAN (2010), PARTITION c VALUES LESS THAN (2020));
-- one: one before
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (YEAR(d)) (PARTITION z VALUES LESS THAN (1990), PARTITION a VALUES LESS THAN (2000), PARTITION b VALUES LESS THAN (2010));
-- one: one between
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (YEAR(d)) (PARTITION a VALUES LESS THAN (2000), PARTITION m VALUES LESS THAN (2005), PARTITION b VALUES LESS THAN (2010));
-- one: another name
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (YEAR(d)) (PARTITION a VALUES LESS THAN (2000), PARTITION q VALUES LESS THAN (2010));
-- one: columns
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE COLUMNS (d) (PARTITION a VALUES LESS THAN ('2000-01-01') COMMENT = 'old' MAX_ROWS = 100, PARTITION b VALUES LESS THAN MAXVALUE);
-- one: subpartitions by key
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (TO_DAYS(d)) SUBPARTITION BY KEY (id) SUBPARTITIONS 2 (PARTITION a VALUES LESS THAN (TO_DAYS('2000-01-01')), PARTITION b VALUES LESS THAN MAXVALUE);
-- one: subpartitions with names
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (YEAR(d)) SUBPARTITION BY HASH (id) (PARTITION a VALUES LESS THAN (2000) (SUBPARTITION s0, SUBPARTITION s1), PARTITION b VALUES LESS THAN MAXVALUE (SUBPARTITION s2, SUBPARTITION s3));
-- one: none
CREATE TABLE t (id int NOT NULL, d date NOT NULL);

-- family: divided by lists
-- one: two
CREATE TABLE t (id int NOT NULL, c varchar(10)) PARTITION BY LIST (id) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3, NULL));
-- one: one more
CREATE TABLE t (id int NOT NULL, c varchar(10)) PARTITION BY LIST (id) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3, NULL), PARTITION c VALUES IN (4));
-- one: other values
CREATE TABLE t (id int NOT NULL, c varchar(10)) PARTITION BY LIST (id) (PARTITION a VALUES IN (1, 2, 5), PARTITION b VALUES IN (3, NULL));
-- one: columns
CREATE TABLE t (id int NOT NULL, c varchar(10)) PARTITION BY LIST COLUMNS (c) (PARTITION a VALUES IN ('x', 'y'), PARTITION b DEFAULT);
-- one: two columns
CREATE TABLE t (id int NOT NULL, c varchar(10)) PARTITION BY LIST COLUMNS (c, id) (PARTITION a VALUES IN (('x', 1), ('y', 2)), PARTITION b VALUES IN (('z', 3)));

-- family: divided by hashes
-- one: four
CREATE TABLE t (id int NOT NULL, c int NOT NULL, PRIMARY KEY (id, c)) PARTITION BY HASH (id) PARTITIONS 4;
-- one: two
CREATE TABLE t (id int NOT NULL, c int NOT NULL, PRIMARY KEY (id, c)) PARTITION BY HASH (id) PARTITIONS 2;
-- one: one
CREATE TABLE t (id int NOT NULL, c int NOT NULL, PRIMARY KEY (id, c)) PARTITION BY HASH (id);
-- one: with names
CREATE TABLE t (id int NOT NULL, c int NOT NULL, PRIMARY KEY (id, c)) PARTITION BY HASH (id + c) (PARTITION x, PARTITION y);
-- one: key
CREATE TABLE t (id int NOT NULL, c int NOT NULL, PRIMARY KEY (id, c)) PARTITION BY KEY (id, c) PARTITIONS 3;
-- one: linear key
CREATE TABLE t (id int NOT NULL, c int NOT NULL, PRIMARY KEY (id, c)) PARTITION BY LINEAR KEY (c) PARTITIONS 3;
-- one: with a column more
CREATE TABLE t (id bigint NOT NULL, c int NOT NULL, d int, PRIMARY KEY (id, c), KEY d (d)) PARTITION BY HASH (id) PARTITIONS 4;

-- family: periods
-- one: plain
CREATE TABLE t (id int NOT NULL, a date NOT NULL, b date NOT NULL);
-- one: of an application
CREATE TABLE t (id int NOT NULL, a date NOT NULL, b date NOT NULL, PERIOD FOR valid (a, b));
-- one: without overlaps
CREATE TABLE t (id int NOT NULL, a date NOT NULL, b date NOT NULL, PERIOD FOR valid (a, b), UNIQUE KEY u (id, valid WITHOUT OVERLAPS));
-- one: a primary key without overlaps
CREATE TABLE t (id int NOT NULL, a date NOT NULL, b date NOT NULL, PERIOD FOR valid (a, b), PRIMARY KEY (id, valid WITHOUT OVERLAPS));
-- one: of another name
CREATE TABLE t (id int NOT NULL, a date NOT NULL, b date NOT NULL, PERIOD FOR app (a, b));

-- family: versions
-- one: none
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
-- one: the system's
CREATE TABLE t (id int PRIMARY KEY, a int, b int) WITH SYSTEM VERSIONING;
-- one: with columns
CREATE TABLE t (id int PRIMARY KEY, a int, b int, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;
-- one: without one column
CREATE TABLE t (id int PRIMARY KEY, a int, b int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING;
-- one: only one column
CREATE TABLE t (id int PRIMARY KEY, a int WITH SYSTEM VERSIONING, b int);
-- one: divided by time
CREATE TABLE t (id int, a int, b int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME (PARTITION h HISTORY, PARTITION c CURRENT);
-- one: divided by intervals
CREATE TABLE t (id int, a int, b int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH STARTS '2024-01-01 00:00:00' PARTITIONS 3;

-- family: sequences again
-- one: plain
CREATE SEQUENCE s;
-- same: all that is so anyway
CREATE SEQUENCE s START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE ENGINE=InnoDB;
-- one: downwards
CREATE SEQUENCE s INCREMENT BY -1;
-- one: bounded
CREATE SEQUENCE s START 5 MINVALUE 5 MAXVALUE 50 INCREMENT 5 NOCACHE CYCLE;
-- one: no bounds
CREATE SEQUENCE s NO MINVALUE NO MAXVALUE CACHE 10;
-- one: as default
CREATE SEQUENCE s START WITH 100;
CREATE TABLE t (id bigint DEFAULT (next value for s) PRIMARY KEY, a int);
-- one: as another default
CREATE SEQUENCE s START WITH 100;
CREATE SEQUENCE s2;
CREATE TABLE t (id bigint DEFAULT nextval(s2) PRIMARY KEY, a int);
