-- family: keys
-- one: none
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int);
-- one: plain
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a));
-- same: index
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, INDEX k (a ASC));
-- same: made afterwards
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int);
CREATE INDEX k ON t (a);
-- one: two columns
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a, b));
-- one: the other way round
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (b, a));
-- one: prefixes
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (b(10), c(20)));
-- one: other prefixes
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (b(11), c(20)));
-- one: descending
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a DESC));
-- one: unique
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, UNIQUE KEY k (a));
-- same: unique as a constraint
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, CONSTRAINT k UNIQUE (a));
-- same: unique index
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int);
CREATE UNIQUE INDEX k ON t (a);
-- one: unique with a prefix
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, UNIQUE KEY k (b(5)));
-- one: unique of a whole text
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, UNIQUE KEY k (c));
-- one: fulltext
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, FULLTEXT KEY k (b, c));
-- same: fulltext made afterwards
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int);
CREATE FULLTEXT INDEX k ON t (b, c);
-- one: btree
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a) USING BTREE);
-- same: btree before the columns
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k USING BTREE (a));
-- one: hash
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a) USING HASH);
-- one: unique hash
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, UNIQUE KEY k (b) USING HASH);
-- one: comment
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a) COMMENT 'it''s');
-- one: another comment
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a) COMMENT 'other');
-- one: block size
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a) KEY_BLOCK_SIZE=8);
-- one: ignored
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, KEY k (a) IGNORED);
-- one: a primary key of one
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, PRIMARY KEY (a));
-- same: at the column
CREATE TABLE t (a int NOT NULL PRIMARY KEY, b varchar(100) NOT NULL, c text, d int);
-- same: with a name
CREATE TABLE t (a int, b varchar(100) NOT NULL, c text, d int, CONSTRAINT pk PRIMARY KEY (a));
-- one: a primary key of two
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, PRIMARY KEY (a, b));
-- one: a primary key with a prefix
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, PRIMARY KEY (b(10)));
-- one: a primary key by btree
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, PRIMARY KEY (a) USING BTREE);
-- one: a primary key with a comment
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int, PRIMARY KEY (a) COMMENT 'says');
-- one: another column, not null
CREATE TABLE t (a int NOT NULL, b varchar(100) NOT NULL, c text, d int NOT NULL PRIMARY KEY);

-- family: names of keys
-- one: given
CREATE TABLE t (a int, b int, KEY a (a), KEY a_2 (a, b), UNIQUE KEY b (b));
-- same: made by the server
CREATE TABLE t (a int, b int, KEY (a), KEY (a, b), UNIQUE (b));
-- same: at the column
CREATE TABLE t (a int, b int UNIQUE, KEY (a), KEY (a, b));
-- one: others
CREATE TABLE t (a int, b int, KEY x (a), KEY y (a, b), UNIQUE KEY z (b));
-- one: swapped
CREATE TABLE t (a int, b int, KEY x (a, b), KEY y (a), UNIQUE KEY z (b));
-- one: renamed in a circle
CREATE TABLE t (a int, b int, KEY y (a), KEY x (a, b), UNIQUE KEY z (a));
-- one: three unique
CREATE TABLE t (a int, b int, UNIQUE (a), UNIQUE (a), UNIQUE (a, b));
-- one: columns that go
CREATE TABLE t (a int, c int, KEY x (a, c), KEY y (c));

-- family: keys of other engines
-- one: memory
CREATE TABLE t (a int, b varchar(10), KEY a (a)) ENGINE=MEMORY;
-- one: myisam
CREATE TABLE t (a int, b varchar(10), KEY a (a), FULLTEXT KEY b (b)) ENGINE=MyISAM;
-- one: innodb
CREATE TABLE t (a int, b varchar(10), KEY a (a)) ENGINE=InnoDB;

-- case: a column that says unique and primary has one key
CREATE TABLE stamps (id serial PRIMARY KEY, price int);
CREATE TABLE marks (code varchar(9) UNIQUE KEY PRIMARY KEY, price int);
CREATE TABLE sheets (code varchar(9) UNIQUE, PRIMARY KEY (code));
-- equal:
CREATE TABLE stamps (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, price int);
CREATE TABLE marks (code varchar(9) PRIMARY KEY, price int);
CREATE TABLE sheets (code varchar(9) PRIMARY KEY, UNIQUE KEY code (code));

-- case: keys without a name count those in the letters of their table
CREATE TABLE Box (id int PRIMARY KEY);
CREATE TABLE Parcel (a int, b int, c int, CONSTRAINT parcel_ibfk_7 FOREIGN KEY (a) REFERENCES Box (id), FOREIGN KEY (b) REFERENCES Box (id), FOREIGN KEY (c) REFERENCES Box (id));
RENAME TABLE Parcel TO Crate;
ALTER TABLE Crate ADD d int, ADD FOREIGN KEY (d) REFERENCES Box (id);
-- equal:
CREATE TABLE Box (id int PRIMARY KEY);
CREATE TABLE Crate (a int, b int, c int, d int, KEY parcel_ibfk_7 (a), KEY b (b), KEY c (c), KEY d (d), CONSTRAINT parcel_ibfk_7 FOREIGN KEY (a) REFERENCES Box (id), CONSTRAINT Crate_ibfk_1 FOREIGN KEY (b) REFERENCES Box (id), CONSTRAINT Crate_ibfk_2 FOREIGN KEY (c) REFERENCES Box (id), CONSTRAINT Crate_ibfk_3 FOREIGN KEY (d) REFERENCES Box (id));
