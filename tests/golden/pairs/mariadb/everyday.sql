-- family: whole numbers
-- one: int
CREATE TABLE t (a int);
-- one: bigint unsigned
CREATE TABLE t (a bigint unsigned NOT NULL);
-- one: tinyint(1)
CREATE TABLE t (a tinyint(1) DEFAULT 0);
-- one: boolean
CREATE TABLE t (a boolean NOT NULL DEFAULT true);
-- same: tinyint(1) true
CREATE TABLE t (a tinyint(1) NOT NULL DEFAULT 1);
-- one: smallint zerofill
CREATE TABLE t (a smallint(5) unsigned zerofill);
-- one: int(8) unsigned
CREATE TABLE t (a int(8) unsigned DEFAULT NULL);
-- one: mediumint comment
CREATE TABLE t (a mediumint COMMENT 'it''s a "number"');
-- one: serial
CREATE TABLE t (a serial);
-- one: bit
CREATE TABLE t (a bit(8) DEFAULT b'101');

-- family: texts
-- one: varchar
CREATE TABLE t (a varchar(20));
-- one: varchar longer
CREATE TABLE t (a varchar(200) NOT NULL DEFAULT '');
-- one: char
CREATE TABLE t (a char(3) DEFAULT 'ab ');
-- one: text
CREATE TABLE t (a text);
-- one: text default
CREATE TABLE t (a text DEFAULT 'x');
-- one: longtext latin1
CREATE TABLE t (a longtext CHARACTER SET latin1);
-- one: varchar collate
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin);
-- one: varchar charset and collate
CREATE TABLE t (a varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL);
-- one: varchar binary
CREATE TABLE t (a varchar(20) BINARY);
-- one: nchar
CREATE TABLE t (a nchar(10));
-- one: varbinary
CREATE TABLE t (a varbinary(16) DEFAULT 0x00);
-- one: blob
CREATE TABLE t (a mediumblob);
-- one: json
CREATE TABLE t (a json);
-- one: json checked
CREATE TABLE t (a json NOT NULL CHECK (json_length(a) > 0));
-- one: enum
CREATE TABLE t (a enum('x','y') DEFAULT 'x');
-- one: enum more
CREATE TABLE t (a enum('x','y','it''s') NOT NULL);
-- one: set
CREATE TABLE t (a set('a','b') DEFAULT 'a,b');
-- one: uuid
CREATE TABLE t (a uuid);
-- family: times
-- one: date
CREATE TABLE t (a date);
-- one: datetime
CREATE TABLE t (a datetime NOT NULL DEFAULT current_timestamp);
-- same: datetime now
CREATE TABLE t (a datetime NOT NULL DEFAULT now());
-- one: datetime on update
CREATE TABLE t (a datetime DEFAULT current_timestamp ON UPDATE current_timestamp);
-- one: datetime 6
CREATE TABLE t (a datetime(6) NOT NULL DEFAULT current_timestamp(6) ON UPDATE now(6));
-- one: timestamp
CREATE TABLE t (a timestamp);
-- same: timestamp null
CREATE TABLE t (a timestamp NULL);
-- one: timestamp zero
CREATE TABLE t (a timestamp NOT NULL DEFAULT '2000-01-01 00:00:00');
-- one: time
CREATE TABLE t (a time(3) DEFAULT '10:00:00');
-- one: year
CREATE TABLE t (a year DEFAULT 2020);

-- family: fractions
-- one: decimal
CREATE TABLE t (a decimal(10,2) DEFAULT 0);
-- same: numeric
CREATE TABLE t (a numeric(10,2) DEFAULT 0.00);
-- one: decimal plain
CREATE TABLE t (a decimal);
-- one: float
CREATE TABLE t (a float DEFAULT 1.5);
-- one: double
CREATE TABLE t (a double NOT NULL);
-- same: real
CREATE TABLE t (a real NOT NULL);
-- one: double sizes
CREATE TABLE t (a double(8,3));
-- one: float sizes
CREATE TABLE t (a float(30));
-- one: decimal unsigned
CREATE TABLE t (a decimal(5,1) unsigned NOT NULL DEFAULT 1.5);

-- family: defaults that are expressions
-- one: none
CREATE TABLE t (id int, a int, b varchar(60));
-- one: sum
CREATE TABLE t (id int, a int DEFAULT (1 + 2), b varchar(60));
-- one: uuid
CREATE TABLE t (id int, a int, b varchar(60) DEFAULT (uuid()));
-- same: uuid plain
CREATE TABLE t (id int, a int, b varchar(60) DEFAULT uuid());
-- one: other column
CREATE TABLE t (id int, a int DEFAULT (id * 2), b varchar(60) DEFAULT (concat('x-', id)));
-- one: negative
CREATE TABLE t (id int, a int DEFAULT -1, b varchar(60) DEFAULT 'null');
-- one: quotes
CREATE TABLE t (id int, a int DEFAULT 5, b varchar(60) DEFAULT 'it''s \\ "b" \n x');

-- family: computed columns
-- one: virtual
CREATE TABLE t (a int, b int AS (a + 1) VIRTUAL);
-- same: virtual in other words
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a+1));
-- one: stored
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
-- same: persistent
CREATE TABLE t (a int, b int AS (a + 1) PERSISTENT);
-- one: other
CREATE TABLE t (a int, b int AS (a * 2 + abs(a)) VIRTUAL COMMENT 'c');
-- one: text
CREATE TABLE t (a int, b varchar(20) AS (concat(a, 'x')) STORED);
-- one: plain
CREATE TABLE t (a int, b int);
-- one: indexed
CREATE TABLE t (a int, b int AS (a + 1) STORED, KEY (b));

-- family: order of columns
-- one: abc
CREATE TABLE t (a int, b int, c int);
-- one: cab
CREATE TABLE t (c int, a int, b int);
-- one: bca
CREATE TABLE t (b int, c int, a int);
-- one: abxc
CREATE TABLE t (a int, b int, x int, c int);
-- one: xabc
CREATE TABLE t (x int, a int, b int, c int);
-- one: ac
CREATE TABLE t (a int, c int);
-- one: cxa with types
CREATE TABLE t (c bigint, x int NOT NULL, a varchar(3));

-- family: primary keys
-- one: none
CREATE TABLE t (id int NOT NULL, b int NOT NULL);
-- one: inline
CREATE TABLE t (id int PRIMARY KEY, b int NOT NULL);
-- same: table
CREATE TABLE t (id int NOT NULL, b int NOT NULL, PRIMARY KEY (id));
-- same: named
CREATE TABLE t (id int NOT NULL, b int NOT NULL, CONSTRAINT pk PRIMARY KEY (id));
-- one: two
CREATE TABLE t (id int NOT NULL, b int NOT NULL, PRIMARY KEY (id, b));
-- one: two turned
CREATE TABLE t (id int NOT NULL, b int NOT NULL, PRIMARY KEY (b, id));
-- one: auto
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, b int NOT NULL);
-- one: auto bigint
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT, b int NOT NULL, PRIMARY KEY (id));
-- one: auto unique
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, b int NOT NULL, UNIQUE KEY u (id), PRIMARY KEY (b));
-- one: auto second
CREATE TABLE t (id int NOT NULL, b int NOT NULL AUTO_INCREMENT, PRIMARY KEY (id), KEY (b));

-- family: keys
-- one: none
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL);
-- one: plain
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY (a));
-- same: index
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, INDEX a (a));
-- same: create index
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL);
CREATE INDEX a ON t (a);
-- one: named
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY by_a (a));
-- one: unique
CREATE TABLE t (a int UNIQUE, b varchar(100), c text, d point NOT NULL);
-- same: unique key
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, UNIQUE KEY a (a));
-- same: constraint unique
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, CONSTRAINT a UNIQUE (a));
-- one: prefix
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY k (b(10), a), KEY k2 (c(20)));
-- one: desc
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY k (a DESC, b));
-- one: fulltext
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, FULLTEXT KEY f (b, c));
-- one: spatial
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, SPATIAL INDEX s (d));
-- one: comment
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY k (a) COMMENT 'it''s');
-- one: ignored
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY k (a) IGNORED);
-- one: two of a
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY (a), KEY (a, b));
-- one: block size
CREATE TABLE t (a int, b varchar(100), c text, d point NOT NULL, KEY k (a) KEY_BLOCK_SIZE=8);

-- family: foreign keys
CREATE TABLE p (id int PRIMARY KEY, x int NOT NULL, y int NOT NULL, UNIQUE KEY xy (x, y));
-- one: none
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int);
-- one: unnamed
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, FOREIGN KEY (p_id) REFERENCES p (id));
-- same: with key
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, KEY p_id (p_id), FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE RESTRICT);
-- same: inline reference
CREATE TABLE t (id int PRIMARY KEY, p_id int REFERENCES p (id), q_id int);
-- one: named as the server would
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, CONSTRAINT t_ibfk_1 FOREIGN KEY (p_id) REFERENCES p (id));
-- one: named
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
-- one: cascade
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL);
-- one: own key
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, KEY k (p_id), CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
-- one: wide key
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, KEY k (p_id, q_id), CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
-- one: two columns
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, CONSTRAINT fk FOREIGN KEY (p_id, q_id) REFERENCES p (x, y));
-- one: two
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, FOREIGN KEY (p_id) REFERENCES p (id), FOREIGN KEY (q_id) REFERENCES p (id));
-- one: self
CREATE TABLE t (id int PRIMARY KEY, p_id int, q_id int, CONSTRAINT s FOREIGN KEY (q_id) REFERENCES t (id));
-- one: no column
CREATE TABLE t (id int PRIMARY KEY, q_id int);
-- one: not null
CREATE TABLE t (id int PRIMARY KEY, p_id int NOT NULL, q_id int, CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));

-- family: keys that grow under a foreign key
-- one: int
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, p_id int, CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
-- one: bigint
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, p_id bigint, CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
-- one: auto
CREATE TABLE p (id int PRIMARY KEY AUTO_INCREMENT);
CREATE TABLE t (id int PRIMARY KEY, p_id int, CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
-- one: varchar
CREATE TABLE p (id varchar(10) PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, p_id varchar(10), CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
-- one: no key
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, p_id int);
-- one: alone
CREATE TABLE t (id int PRIMARY KEY, p_id int);
-- one: none
-- one: circle
CREATE TABLE p (id int PRIMARY KEY, t_id int);
CREATE TABLE t (id int PRIMARY KEY, p_id int, CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id));
ALTER TABLE p ADD CONSTRAINT back FOREIGN KEY (t_id) REFERENCES t (id);

-- family: checks
-- one: none
CREATE TABLE t (a int, b int);
-- one: column
CREATE TABLE t (a int CHECK (a > 0), b int);
-- one: table
CREATE TABLE t (a int, b int, CHECK (a > 0));
-- same: table named
CREATE TABLE t (a int, b int, CONSTRAINT CONSTRAINT_1 CHECK (a > 0));
-- one: named
CREATE TABLE t (a int, b int, CONSTRAINT ck CHECK (a > 0));
-- one: named other
CREATE TABLE t (a int, b int, CONSTRAINT ck CHECK (a > 1 and b in (1, 2)));
-- one: two
CREATE TABLE t (a int, b int, CONSTRAINT ck CHECK (a between 1 and 5), CONSTRAINT ck2 CHECK (b is not null or a <> 3));

-- family: options of a table
-- one: none
CREATE TABLE t (a varchar(10));
-- same: auto increment
CREATE TABLE t (a varchar(10)) AUTO_INCREMENT=100;
-- one: innodb
CREATE TABLE t (a varchar(10)) ENGINE=InnoDB COMMENT='c';
-- one: myisam
CREATE TABLE t (a varchar(10)) ENGINE=MyISAM;
-- one: latin1
CREATE TABLE t (a varchar(10)) DEFAULT CHARSET=latin1;
-- one: latin1 column
CREATE TABLE t (a varchar(10) CHARACTER SET latin1) DEFAULT CHARSET=utf8mb4;
-- one: collate
CREATE TABLE t (a varchar(10)) COLLATE utf8mb4_unicode_ci;
-- one: utf8
CREATE TABLE t (a varchar(10)) CHARSET=utf8;
-- one: row format
CREATE TABLE t (a varchar(10)) ROW_FORMAT=DYNAMIC;
-- one: compressed
CREATE TABLE t (a varchar(10)) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
-- one: comment with quotes
CREATE TABLE t (a varchar(10)) COMMENT 'it''s "a" \\ table';
-- one: stats
CREATE TABLE t (a varchar(10)) STATS_PERSISTENT=0 MAX_ROWS=100;

-- family: partitions
-- one: none
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y));
-- one: range
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (2010));
-- one: range more
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (2010), PARTITION p2 VALUES LESS THAN MAXVALUE);
-- one: list
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY LIST (y) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3));
-- one: hash
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY HASH (id) PARTITIONS 4;
-- one: key
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY KEY (id) PARTITIONS 2;
-- one: range columns
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY RANGE COLUMNS (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (MAXVALUE));

-- family: views
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20));
-- one: none
-- one: plain
CREATE VIEW v AS SELECT id, a FROM t;
-- one: star
CREATE VIEW v AS SELECT * FROM t WHERE a > 1;
-- one: chain
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT id FROM v WHERE a = 1;
-- one: other chain
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE VIEW w AS SELECT id, b FROM v WHERE a = 1;
-- one: merge
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW v AS SELECT id FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
-- one: union
CREATE VIEW v (x, y) AS SELECT id, a FROM t UNION ALL SELECT 1, 2 ORDER BY 1 LIMIT 3;
-- one: join
CREATE VIEW v AS SELECT count(*) AS n, max(x.a) m FROM t x JOIN t y ON x.id = y.a GROUP BY x.b HAVING n > 1;

-- family: tables and views change places
-- one: table
CREATE TABLE base (a int);
CREATE TABLE x (a int);
-- one: view
CREATE TABLE base (a int);
CREATE VIEW x AS SELECT a FROM base;
-- one: none
CREATE TABLE base (a int);

-- family: routines
-- one: none
CREATE TABLE t (a int);
-- one: procedure
CREATE TABLE t (a int);
CREATE PROCEDURE p(IN x int, OUT y int) SELECT x INTO y;
-- one: procedure body
DELIMITER //
CREATE TABLE t (a int)//
CREATE PROCEDURE p(IN x int, OUT y int)
BEGIN
  DECLARE n int DEFAULT 0;
  WHILE n < x DO INSERT INTO t VALUES (n); SET n = n + 1; END WHILE;
  SET y = n;
END//
DELIMITER ;
-- one: function
CREATE TABLE t (a int);
CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC COMMENT 'c' RETURN x + 1;
-- one: function other
CREATE TABLE t (a int);
CREATE FUNCTION f(x bigint, s varchar(10)) RETURNS varchar(20) NOT DETERMINISTIC NO SQL SQL SECURITY INVOKER RETURN concat(s, x);
-- one: trigger
CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = coalesce(NEW.a, 0);
-- one: trigger other
CREATE TABLE t (a int);
CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW INSERT INTO t VALUES (OLD.a);
-- one: two triggers
CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER h BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a + 1;
-- one: two triggers turned
CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER h BEFORE INSERT ON t FOR EACH ROW PRECEDES g SET NEW.a = NEW.a + 1;
-- one: sequence
CREATE TABLE t (a int);
CREATE SEQUENCE s START WITH 10 INCREMENT BY 2;
-- one: sequence other
CREATE TABLE t (a int);
CREATE SEQUENCE s START WITH 10 INCREMENT BY 5 MAXVALUE 1000 CYCLE;
-- one: sequence in default
CREATE SEQUENCE s;
CREATE TABLE t (a int DEFAULT nextval(s));

-- family: names
-- one: plain
CREATE TABLE users (id int PRIMARY KEY, `order` int, KEY `key` (`order`));
-- one: odd
CREATE TABLE users (id int PRIMARY KEY, `or``der` int, `select` varchar(3), KEY `my key` (`or``der`), UNIQUE `select` (`select`));
-- one: other table
CREATE TABLE `group` (`id` int PRIMARY KEY, `from` int DEFAULT 0 COMMENT 'x', CONSTRAINT `check` CHECK (`from` >= 0));

-- family: unusual columns
-- one: plain
CREATE TABLE t (a int);
-- one: invisible
CREATE TABLE t (a int, b int INVISIBLE DEFAULT 3);
-- one: compressed column
CREATE TABLE t (a int, b text COMPRESSED);

-- case: what InnoDB does anyway is written
CREATE TABLE t (id int NOT NULL, b int NOT NULL);
-- after:
CREATE TABLE t (id int NOT NULL, b int NOT NULL, PRIMARY KEY (id) USING BTREE, KEY b (b) USING BTREE);

-- family: indexes that foreign keys make
CREATE TABLE p (id int PRIMARY KEY);
-- one: unnamed
CREATE TABLE t (a int, b varchar(60), FOREIGN KEY (a) REFERENCES p (id));
-- one: renamed by another
CREATE TABLE t (a int, b varchar(60), FOREIGN KEY (a) REFERENCES p (id));
ALTER TABLE t DROP FOREIGN KEY t_ibfk_1;
ALTER TABLE t ADD CONSTRAINT zz FOREIGN KEY (a) REFERENCES p (id);
-- one: two over one column
CREATE TABLE t (a int, b varchar(60), FOREIGN KEY (a) REFERENCES p (id));
ALTER TABLE t ADD CONSTRAINT other FOREIGN KEY (a) REFERENCES p (id);
-- one: under a prefix
CREATE TABLE t (a int, b varchar(60));
CREATE UNIQUE INDEX u ON t (a, b(36));
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p (id);
-- one: serial unique
CREATE TABLE t (a int, id serial unique);
-- one: serial and unique
CREATE TABLE t (a int, id serial, UNIQUE (id));
