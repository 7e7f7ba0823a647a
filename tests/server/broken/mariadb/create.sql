CREATE TABLE p (id INT PRIMARY KEY, code VARCHAR(20) CHARACTER SET latin1 UNIQUE, plain INT, big BIGINT, u INT UNSIGNED, KEY k_big (big), KEY k_u (u));
-- error M0402 table `p` exists already
CREATE TABLE p (x INT);
CREATE TABLE IF NOT EXISTS p (x INT);
-- error M0402 the name `p` is taken by a table
CREATE VIEW p AS SELECT 1;
-- error M0404 column `a` of table `d1` exists already
CREATE TABLE d1 (a INT, a INT);
-- error M0408 index `k` of table `d2` exists already
CREATE TABLE d2 (a INT, KEY k (a), KEY k (a));
-- error M0406 table `d3` has a primary key already
CREATE TABLE d3 (a INT PRIMARY KEY, b INT PRIMARY KEY);
-- error M0406 table `d4` has a primary key already
CREATE TABLE d4 (a INT PRIMARY KEY, b INT, PRIMARY KEY (b));
-- error M0425 `a` is AUTO_INCREMENT and no key begins with it
CREATE TABLE d5 (a INT AUTO_INCREMENT);
-- error M0425 `a` and `b` are both AUTO_INCREMENT
CREATE TABLE d6 (a INT AUTO_INCREMENT PRIMARY KEY, b INT AUTO_INCREMENT UNIQUE);
-- error M0425 `a` is AUTO_INCREMENT and no key begins with it
CREATE TABLE d7 (a INT AUTO_INCREMENT, b INT, KEY (b, a));
-- error M0425 `a` is `varchar(10)` and AUTO_INCREMENT
CREATE TABLE d8 (a VARCHAR(10) AUTO_INCREMENT PRIMARY KEY);
-- error M0425 `a` is `decimal(10)` and AUTO_INCREMENT
CREATE TABLE d9 (a DECIMAL(10) AUTO_INCREMENT PRIMARY KEY);
-- error M0425 `a` has AUTO_INCREMENT and a default
CREATE TABLE d10 (a INT AUTO_INCREMENT DEFAULT 5 PRIMARY KEY);
CREATE TABLE d11 (a FLOAT AUTO_INCREMENT PRIMARY KEY);
-- error M0301 syntax error: unexpected `)`
CREATE TABLE d12 (a VARCHAR);
-- error M0425 `varchar(70000)`: the length of these characters is 65535 at most
CREATE TABLE d13 (a VARCHAR(70000));
-- error M0425 `varchar(16384)`: the length of these characters is 16383 at most
CREATE TABLE d14 (a VARCHAR(16384) CHARACTER SET utf8mb4);
-- error M0425 the columns of this table take 128000 bytes, and 65535 are allowed
CREATE TABLE d15 (a VARCHAR(16000), b VARCHAR(16000)) CHARACTER SET utf8mb4;
-- error M0425 `char(256)`: the length is 255 at most
CREATE TABLE d16 (a CHAR(256));
-- missed
CREATE TABLE d17 (a CHAR(255), b CHAR, c BINARY(255), d VARBINARY(65000));
-- error M0425 `binary(256)`: the length is 255 at most
CREATE TABLE d18 (a BINARY(256));
-- error M0425 `decimal(66)`: the number of digits is 65 at most
CREATE TABLE d19 (a DECIMAL(66, 2));
-- error M0425 39 digits behind the point of `decimal`, and 38 are allowed
CREATE TABLE d20 (a DECIMAL(10, 39));
-- error M0425 `decimal(5,6)` has more digits behind the point than in all
CREATE TABLE d21 (a DECIMAL(5, 6));
-- missed
CREATE TABLE d22 (a FLOAT(54));
-- error M0425 `float(10,12)` has more digits behind the point than in all
CREATE TABLE d23 (a FLOAT(10, 12));
-- error M0425 `bit(65)`: the number of bits is 64 at most
CREATE TABLE d24 (a BIT(65));
CREATE TABLE d25 (a BIT(0));
-- error M0425 `datetime(7)`: the number of digits of a second is 6 at most
CREATE TABLE d26 (a DATETIME(7));
CREATE TABLE d27 (a TIME(6), b TIMESTAMP(3), c DATETIME(0));
CREATE TABLE d28 (a YEAR(3));
-- missed
CREATE TABLE d29 (a INT(256));
-- error M0425 `x` stands twice in this enum
CREATE TABLE d30 (a ENUM('x', 'y', 'x'));
-- missed
CREATE TABLE d31 (a ENUM('x', 'X'));
-- error M0425 `x` stands twice in this set
CREATE TABLE d32 (a SET('x', 'y', 'x'));
-- error M0425 the member `x,y` of a set has a comma in it
CREATE TABLE d33 (a SET('x,y'));
-- error M0417 the default of `a` is `z`, which is none of its values
CREATE TABLE d34 (a ENUM('x', 'y') DEFAULT 'z');
-- error M0417 the default of `a` is `z`, which is none of its members
CREATE TABLE d35 (a SET('x', 'y') DEFAULT 'x,z');
CREATE TABLE d36 (a SET('x', 'y') DEFAULT 'x,y');
-- error M0417 the default of `a` is a text that is no number
CREATE TABLE d37 (a INT DEFAULT 'abc');
CREATE TABLE d38 (a INT DEFAULT '12');
-- error M0417 the default of `a` is a text that is no number
CREATE TABLE d39 (a INT DEFAULT '');
-- error M0417 the default of `a` is NULL, and the column is NOT NULL
CREATE TABLE d40 (a INT NOT NULL DEFAULT NULL);
-- error M0417 the default of `a` is a text that is no date
CREATE TABLE d41 (a DATE DEFAULT 'x');
CREATE TABLE d42 (a DATE DEFAULT '0000-00-00');
CREATE TABLE d43 (a DATETIME DEFAULT '0000-00-00 00:00:00');
-- error M0417 the default of `a` is a text that is no date
CREATE TABLE d44 (a DATE DEFAULT '2020-02-30');
CREATE TABLE d45 (a DATE DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE d46 (a DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
CREATE TABLE d47 (a DATETIME(3) DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE d48 (a DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP);
-- error M0425 `ON UPDATE` of `a`, which is `int`
CREATE TABLE d49 (a INT ON UPDATE CURRENT_TIMESTAMP);
-- error M0425 `ON UPDATE` of `a`, which is `date`
CREATE TABLE d50 (a DATE ON UPDATE CURRENT_TIMESTAMP);
-- error M0417 the default of `a` is a text of 4 characters, and 3 are allowed
CREATE TABLE d51 (a VARCHAR(3) DEFAULT 'abcd');
-- error M0417 the default of `a` is a number that is out of range
CREATE TABLE d52 (a TINYINT DEFAULT 300);
-- error M0417 the default of `a` is a number that is out of range
CREATE TABLE d53 (a INT UNSIGNED DEFAULT -1);
-- error M0417 the default of `a` is a number that is out of range
CREATE TABLE d54 (a DECIMAL(3, 1) DEFAULT 100);
CREATE TABLE d55 (a TEXT DEFAULT 'x');
CREATE TABLE d56 (a BLOB DEFAULT 'x', b JSON DEFAULT '{}');
CREATE TABLE d57 (a TEXT NOT NULL DEFAULT (uuid()));
-- missed
CREATE TABLE d58 (a GEOMETRY DEFAULT 'x');
CREATE TABLE d59 (a INT DEFAULT (b + 1), b INT);
CREATE TABLE d60 (b INT, a INT DEFAULT (b + 1));
-- missed
CREATE TABLE d61 (a INT DEFAULT (nosuch + 1));
-- error M0301 syntax error: unexpected `SELECT`
CREATE TABLE d62 (a INT DEFAULT (SELECT 1));
-- error M0425 `count` over all rows stands in a default
CREATE TABLE d63 (a INT DEFAULT (count(*)));
CREATE TABLE d64 (a TEXT, KEY (a));
CREATE TABLE d65 (a TEXT, KEY (a(100)));
CREATE TABLE d66 (a TEXT UNIQUE);
-- error M0425 `a` is `blob` and in a key without a length
CREATE TABLE d67 (a BLOB PRIMARY KEY);
CREATE TABLE d68 (a VARCHAR(1000), KEY (a)) CHARACTER SET utf8mb4;
CREATE TABLE d69 (a VARCHAR(1000), UNIQUE (a)) CHARACTER SET utf8mb4;
CREATE TABLE d70 (a VARCHAR(768), UNIQUE (a)) CHARACTER SET utf8mb4;
-- error M0425 this key takes 3076 bytes, and 3072 are allowed
CREATE TABLE d71 (a VARCHAR(769), PRIMARY KEY (a)) CHARACTER SET utf8mb4;
-- error M0425 this key takes 5600 bytes, and 3072 are allowed
CREATE TABLE d72 (a VARCHAR(700), b VARCHAR(700), PRIMARY KEY (a, b)) CHARACTER SET utf8mb4;
CREATE TABLE d73 (a INT, KEY (a(4)));
-- error M0425 20 characters of `a`, which is `varchar(10)`
CREATE TABLE d74 (a VARCHAR(10), KEY (a(20)));
-- error M0425 0 characters of `a` are no key
CREATE TABLE d75 (a VARCHAR(10), KEY (a(0)));
-- error M0403 unknown column `nosuch` of table `d76`
CREATE TABLE d76 (a INT, KEY (nosuch));
-- error M0403 unknown column `nosuch` of table `d77`
CREATE TABLE d77 (a INT, PRIMARY KEY (nosuch));
-- error M0418 column `a` stands twice in this key
CREATE TABLE d78 (a INT, KEY (a, a));
-- error M0425 `a` is `int` and cannot be part of a FULLTEXT index
CREATE TABLE d79 (a INT, FULLTEXT (a));
CREATE TABLE d80 (a VARCHAR(10), b TEXT, FULLTEXT f (a, b));
-- error M0425 `a` is `int`, and a SPATIAL index needs a geometry
CREATE TABLE d81 (a INT, SPATIAL KEY (a));
-- error M0425 `a` of a SPATIAL index is not NOT NULL
CREATE TABLE d82 (a GEOMETRY, SPATIAL KEY (a));
-- error M0425 a SPATIAL index has one column
CREATE TABLE d83 (a GEOMETRY NOT NULL, b POINT NOT NULL, SPATIAL KEY (a, b));
CREATE TABLE d84 (a POINT NOT NULL, SPATIAL KEY (a));
CREATE TABLE d85 (a JSON, KEY (a));
-- missed
CREATE TABLE d86 (a INT) ENGINE=nosuch;
-- error M0412 unknown character set `nosuch`
CREATE TABLE d87 (a INT) CHARACTER SET nosuch;
-- error M0417 the collation `latin1_bin` is not one of `utf8mb4`
CREATE TABLE d88 (a INT) CHARACTER SET utf8mb4 COLLATE latin1_bin;
-- error M0412 unknown collation `nosuch`
CREATE TABLE d89 (a INT) COLLATE nosuch;
-- error M0412 unknown character set `nosuch`
CREATE TABLE d90 (a VARCHAR(10) CHARACTER SET nosuch);
-- error M0417 the collation `latin1_swedish_ci` is not one of `utf8mb4`
CREATE TABLE d91 (a VARCHAR(10) CHARACTER SET utf8mb4 COLLATE latin1_swedish_ci);
-- missed
CREATE TABLE d92 (a VARCHAR(10) COLLATE utf8mb4_0900_ai_ci);
CREATE TABLE d93 (a INT COLLATE utf8mb4_bin);
CREATE TABLE d94 (a VARCHAR(10) COLLATE uca1400_ai_ci, b VARCHAR(5) CHARACTER SET latin1 COLLATE latin1_bin, c CHAR(2) BINARY, d TEXT CHARACTER SET binary);
-- error M0406 constraint `c1` of table `d95` exists already
CREATE TABLE d95 (a INT, CONSTRAINT c1 CHECK (a > 0), CONSTRAINT c1 CHECK (a < 9));
-- error M0403 unknown column `nosuch` of table `d96`
CREATE TABLE d96 (a INT, CHECK (nosuch > 0));
-- error M0403 unknown column `nosuch` of table `d97`
CREATE TABLE d97 (a INT CHECK (nosuch > 0));
-- error M0425 a CHECK holds a query
CREATE TABLE d98 (a INT, CHECK (a > (SELECT 1)));
-- error M0425 `count` over all rows stands in a CHECK
CREATE TABLE d99 (a INT, CHECK (count(*) > 0));
-- missed
CREATE TABLE d100 (a INT, CHECK (nosuchf(a)));
CREATE TABLE d101 (a INT CHECK (a > 0), b INT, CHECK (a > b));
CREATE TABLE d102 (a INT CHECK (b > 0), b INT);
CREATE TABLE d103 (a INT, b INT AS (a + 1));
-- error M0403 unknown column `nosuch` of table `d104`
CREATE TABLE d104 (a INT, b INT AS (nosuch + 1));
-- error M0425 the generated column `b` is computed of itself
CREATE TABLE d105 (a INT, b INT AS (b + 1));
-- error M0425 the generated column `c` is computed of `b`, which is computed later
CREATE TABLE d106 (a INT, c INT AS (b), b INT AS (a));
CREATE TABLE d107 (a INT AUTO_INCREMENT PRIMARY KEY, b INT AS (a + 1));
-- error M0301 syntax error: unexpected `DEFAULT`
CREATE TABLE d108 (a INT, b INT AS (a) DEFAULT 5);
-- error M0301 syntax error: unexpected `NOT`
CREATE TABLE d109 (a INT, b INT AS (a) NOT NULL);
-- error M0301 syntax error: unexpected `PRIMARY`
CREATE TABLE d110 (a INT, b INT AS (a) PRIMARY KEY);
-- error M0301 syntax error: unexpected `PRIMARY`
CREATE TABLE d111 (a INT, b INT AS (a) STORED PRIMARY KEY);
CREATE TABLE d112 (a INT, b INT AS (a) UNIQUE COMMENT 'x' INVISIBLE);
-- error M0425 a generated column holds a query
CREATE TABLE d113 (a INT, b INT AS ((SELECT 1)));
-- error M0425 `sum` over all rows stands in a generated column
CREATE TABLE d114 (a INT, b INT AS (sum(a)));
-- error M0425 `now` stands in a generated column, and its value changes by itself
CREATE TABLE d115 (a INT, b DATETIME AS (now()) STORED);
CREATE TABLE d116 (a INT, b DATETIME AS (now()) VIRTUAL);
-- error M0425 `rand` stands in a generated column, and its value changes by itself
CREATE TABLE d117 (a INT, b INT AS (rand()) STORED);
-- missed
CREATE TABLE d118 (a INT, b INT AS (rand()), KEY (b));
CREATE TABLE d119 (a INT, b INT AS (@x));
-- error M0301 syntax error: unexpected `AUTO_INCREMENT`
CREATE TABLE d120 (a INT, b INT AS (a) AUTO_INCREMENT);
CREATE TABLE d121 (a INT AS (1));
-- error M0301 syntax error: unexpected `REFERENCES`
CREATE TABLE d122 (a INT, b INT AS (a) REFERENCES p (id));
-- error M0301 syntax error: unexpected `)`
CREATE TABLE d123 ();
-- error M0301 syntax error: unexpected `)`
CREATE TABLE d124 (a INT, INDEX ());
-- error M0425 all columns of this table are invisible
CREATE TABLE d125 (a INT INVISIBLE);
-- error M0425 the invisible column `a` is NOT NULL and has no default
CREATE TABLE d126 (a INT INVISIBLE NOT NULL, b INT);
CREATE TABLE d127 (a INT INVISIBLE NOT NULL DEFAULT 1, b INT);
-- error M0419 the name of this table has 65 characters, and 64 are allowed
CREATE TABLE abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcde (a INT);
-- error M0419 the name of this column has 65 characters, and 64 are allowed
CREATE TABLE d128 (abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcde INT);
-- error M0419 the name of this index has 65 characters, and 64 are allowed
CREATE TABLE d129 (a INT, KEY abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcde (a));
-- error M0425 the name of a table ends with a space
CREATE TABLE `d130 ` (a INT);
-- error M0425 a table has an empty name
CREATE TABLE `` (a INT);
-- error M0425 the name of a column ends with a space
CREATE TABLE d131 (`a ` INT);
CREATE TABLE d132 (a INT COMMENT 'x') COMMENT 'y';
-- missed
CREATE TABLE nosuch.d133 (a INT);
-- error M0401 unknown table `nosuch`
CREATE TABLE d134 LIKE nosuch;
CREATE TABLE d135 LIKE p;
-- error M0403 unknown column `nosuch` of table `p`
CREATE TABLE d136 AS SELECT nosuch FROM p;
-- error M0404 the query returns two columns called `id`
CREATE TABLE d137 AS SELECT id, id FROM p;
CREATE TABLE d138 (x INT) AS SELECT id FROM p;
-- error M0401 unknown table `nosuch`
CREATE TABLE d139 AS SELECT * FROM nosuch;
-- error M0404 the query returns two columns called `a`
CREATE TABLE d140 SELECT id AS a, plain AS A FROM p;
CREATE TABLE d141 (a SERIAL);
-- error M0425 `a` and `b` are both AUTO_INCREMENT
CREATE TABLE d142 (a SERIAL, b SERIAL);
CREATE TABLE d143 (a SERIAL PRIMARY KEY);
-- error M0301 syntax error: unexpected `nosuch`
CREATE TABLE d144 (a nosuch);
CREATE TABLE d145 (a UUID, b INET6, c INET4, d JSON);
-- missed
CREATE TABLE d146 (a UUID DEFAULT 'x');
-- error M0301 syntax error: unexpected `SIGNED`
CREATE TABLE d147 (a INT ZEROFILL SIGNED, b BOOL DEFAULT TRUE, c BOOLEAN DEFAULT 2);
CREATE TABLE d148 (a INT PRIMARY KEY NULL);
CREATE TABLE d149 (a INT NULL, PRIMARY KEY (a));
CREATE TABLE d150 (a TIMESTAMP NULL DEFAULT NULL, b TIMESTAMP DEFAULT 0);
-- missed
CREATE TABLE d151 (a TIMESTAMP DEFAULT '2040-01-01 00:00:00');
-- error M0417 the default of `b` is a year that is out of range
CREATE TABLE d152 (a TIME DEFAULT '25:00:00', b YEAR DEFAULT 1900);
CREATE TABLE d153 (a YEAR DEFAULT 2020, b YEAR(4) DEFAULT '99');
-- error M0417 the default of `a` is 4 bits, and there is room for 3
CREATE TABLE d154 (a BIT(3) DEFAULT b'1000');
-- error M0417 the default of `c` is 2 bytes, and 1 are allowed
CREATE TABLE d155 (a BIT(4) DEFAULT b'1000', b VARBINARY(2) DEFAULT x'0102', c VARBINARY(1) DEFAULT x'0102');
-- error M0417 the default of `a` is a text that is no number
CREATE TABLE d156 (a DOUBLE DEFAULT 'x');
-- error M0417 the default of `c` is a number that is out of range
CREATE TABLE d157 (a DOUBLE DEFAULT '1.5', b FLOAT DEFAULT 1e10, c FLOAT DEFAULT 1e50);
-- error M0417 the default of `c` is a number that is out of range
CREATE TABLE d158 (a INT DEFAULT 1.7, b INT DEFAULT 1e3, c BIGINT DEFAULT 99999999999999999999);
-- error M0408 index `x` of table `d159` exists already
CREATE TABLE d159 (a INT, b INT, UNIQUE KEY x (a), CONSTRAINT x UNIQUE (b));
CREATE TABLE d160 (a INT, UNIQUE (a), UNIQUE (a));
-- error M0425 an index is called `PRIMARY`
CREATE TABLE d161 (a INT, KEY `PRIMARY` (a));
-- error M0418 column `a` stands twice in this key
CREATE TABLE d162 (a VARCHAR(10), KEY (a(5), a(6)));
CREATE TABLE d163 (a INT NOT NULL, PERIOD FOR x (s, e), s DATE, e DATE);
-- error M0403 unknown column `e2` of table `d164`
CREATE TABLE d164 (a INT NOT NULL, PERIOD FOR x (s, e2), s DATE, e DATE);
CREATE TABLE d165 (a INT) WITH SYSTEM VERSIONING;
CREATE TABLE d166 (a INT, s TIMESTAMP(6) GENERATED ALWAYS AS ROW START, e TIMESTAMP(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;
-- missed
CREATE TABLE d167 (a INT, s TIMESTAMP(6) GENERATED ALWAYS AS ROW START, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;
-- missed
CREATE TABLE d168 (a INT, s INT GENERATED ALWAYS AS ROW START, e TIMESTAMP(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;
-- missed
CREATE TEMPORARY TABLE d169 (a INT, FOREIGN KEY (a) REFERENCES p (id));
CREATE TABLE d170 (a INT) ENGINE=InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
-- missed
CREATE TABLE d171 (a INT) ENGINE=InnoDB KEY_BLOCK_SIZE=7;
CREATE TABLE d172 (a INT) ENGINE=MyISAM, AUTO_INCREMENT=5, MAX_ROWS=10;
-- missed
CREATE TABLE d173 (a INT) nosuch_option=5;
CREATE TABLE d174 (a INT) UNION=(p);
CREATE SEQUENCE s1;
-- error M0413 sequence `s1` exists already
CREATE SEQUENCE s1;
-- missed
CREATE SEQUENCE s2 START WITH 5 MINVALUE 10;
CREATE SEQUENCE s3 INCREMENT BY 0;
-- missed
CREATE SEQUENCE s4 MAXVALUE 5 MINVALUE 10;
-- error M0413 the name `s1` is taken by a sequence
CREATE TABLE s1 (a INT);
-- error M0412 unknown sequence `nosuch`
DROP SEQUENCE nosuch;
-- error M0401 `p` is a table, not a sequence
DROP SEQUENCE p;
DROP TABLE s1;
-- error M0403 unknown column `nosuch` of table `p`
CREATE INDEX i1 ON p (nosuch);
-- error M0401 unknown table `nosuch`
CREATE INDEX i1 ON nosuch (a);
-- error M0408 index `k_big` of table `p` exists already
CREATE INDEX k_big ON p (plain);
-- error M0418 column `plain` stands twice in this key
CREATE INDEX i2 ON p (plain, plain);
-- error M0425 `plain` is `int` and cannot be part of a FULLTEXT index
CREATE FULLTEXT INDEX i3 ON p (plain);
CREATE FULLTEXT INDEX i4 ON p (code);
-- error M0425 `plain` is `int`, and a SPATIAL index needs a geometry
CREATE SPATIAL INDEX i5 ON p (plain);
-- error M0425 `plain` is `int`, of which no beginning can be indexed
CREATE INDEX i6 ON p (plain(3));
-- error M0425 50 characters of `code`, which is `varchar(20)`
CREATE INDEX i7 ON p (code(50));
CREATE INDEX IF NOT EXISTS k_big ON p (plain);
CREATE OR REPLACE INDEX k_u ON p (u);
-- error M0407 unknown index `nosuch` of table `p`
DROP INDEX nosuch ON p;
-- error M0401 unknown table `nosuch`
DROP INDEX k_u ON nosuch;
-- error M0401 unknown table `d77`
DROP INDEX `PRIMARY` ON d77;
-- error M0401 unknown table `nosuch`
DROP TABLE nosuch;
DROP TABLE IF EXISTS nosuch;
-- error M0401 unknown view `nosuch`
DROP VIEW nosuch;
-- error M0401 `p` is a table, not a view
DROP VIEW p;
-- error M0412 unknown trigger `nosuch`
DROP TRIGGER nosuch;
-- error M0412 unknown procedure `nosuch`
DROP PROCEDURE nosuch;
-- error M0412 unknown function `nosuch`
DROP FUNCTION nosuch;
-- error M0412 unknown event `nosuch`
DROP EVENT nosuch;
DROP PROCEDURE IF EXISTS nosuch;
