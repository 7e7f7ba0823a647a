-- case: suite: a column in front
CREATE TABLE users (id int NOT NULL PRIMARY KEY, name varchar(40));
-- after:
CREATE TABLE users (tenant int NOT NULL DEFAULT 1, id int NOT NULL PRIMARY KEY, name varchar(40));
-- case: suite: three columns behind different ones
CREATE TABLE users (id int NOT NULL PRIMARY KEY, name varchar(40), mail varchar(80), age int);
-- after:
CREATE TABLE users (id int NOT NULL PRIMARY KEY, uid char(36) NOT NULL DEFAULT (uuid()), name varchar(40), surname varchar(40) DEFAULT NULL, mail varchar(80), phone varchar(20), age int, born date);
-- case: suite: two columns behind one that is new itself
CREATE TABLE users (id int, z int);
-- after:
CREATE TABLE users (id int, a int, b int, c int, z int);
-- case: suite: behind a column that goes
CREATE TABLE users (id int, gone int, z int);
-- after:
CREATE TABLE users (id int, came text, z int);
-- case: suite: the last column first
CREATE TABLE t (a int, b int, c int, d int, e int);
-- after:
CREATE TABLE t (e int, a int, b int, c int, d int);
-- case: suite: the first column last
CREATE TABLE t (a int, b int, c int, d int, e int);
-- after:
CREATE TABLE t (b int, c int, d int, e int, a int);
-- case: suite: all turned around, with one gone and one new in the middle
CREATE TABLE t (a int, b int, c int, d int, e int);
-- after:
CREATE TABLE t (e int, d int, n varchar(3) NOT NULL DEFAULT 'n', b int, a int);
-- case: suite: moved and altered at once
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10) COMMENT 'x', c int);
-- after:
CREATE TABLE t (id int PRIMARY KEY, b varchar(20) NOT NULL COMMENT 'y', c bigint, a int unsigned);
-- case: suite: a key column moves
CREATE TABLE t (a int, id int AUTO_INCREMENT, PRIMARY KEY (id), KEY a (a));
-- after:
CREATE TABLE t (id int AUTO_INCREMENT, a int, PRIMARY KEY (id), KEY a (a));
-- case: suite: a generated column moves in front of what it is made of
CREATE TABLE t (id int PRIMARY KEY, a int, g int AS (a + 1) STORED);
-- after:
CREATE TABLE t (g int AS (a + 1) STORED, id int PRIMARY KEY, a int);
-- case: suite: tinyint to bigint in steps of a sign
CREATE TABLE t (a tinyint, b smallint unsigned, c mediumint, d int, e bigint);
-- after:
CREATE TABLE t (a tinyint unsigned, b smallint, c mediumint unsigned, d int unsigned, e bigint unsigned);
-- case: suite: zerofill comes and its sign with it
CREATE TABLE t (a int, b int(5) unsigned zerofill);
-- after:
CREATE TABLE t (a int(4) zerofill, b int(5) unsigned);
-- case: suite: width of an int only
CREATE TABLE t (a int(11), b int(10) unsigned);
-- after:
CREATE TABLE t (a int(5), b int(3) unsigned);
-- case: suite: int is integer and int(11)
CREATE TABLE t (a int, b integer, c int4, d int8, e middleint, f int1, g int2, h int3);
-- equal:
CREATE TABLE t (a integer, b int(11), c int, d bigint(20), e mediumint(9), f tinyint(4), g smallint(6), h mediumint);
-- case: suite: bool is tinyint(1)
CREATE TABLE t (a bool, b boolean DEFAULT true, c boolean NOT NULL DEFAULT false);
-- equal:
CREATE TABLE t (a tinyint(1), b tinyint(1) DEFAULT 1, c tinyint(1) NOT NULL DEFAULT '0');
-- case: suite: tinyint is not tinyint(1)
CREATE TABLE t (a tinyint(1) NOT NULL DEFAULT 0);
-- after:
CREATE TABLE t (a tinyint NOT NULL DEFAULT 0);
-- case: suite: decimal and its other names
CREATE TABLE t (a decimal, b dec(5), c numeric(5,2), d fixed(8,3));
-- equal:
CREATE TABLE t (a decimal(10,0), b decimal(5,0), c decimal(5,2), d decimal(8,3));
-- case: suite: decimal grows before and behind the point
CREATE TABLE t (a decimal(8,2) NOT NULL DEFAULT 0.00, b decimal(8,2) DEFAULT 1.5, c numeric(10,0));
-- after:
CREATE TABLE t (a decimal(12,2) NOT NULL DEFAULT 0.00, b decimal(10,4) DEFAULT 1.5, c numeric(20,0) unsigned);
-- case: suite: floats of many names
CREATE TABLE t (a float, b double, c real, d double precision, e float(24), f float(25));
-- equal:
CREATE TABLE t (a float, b double, c double, d double, e float, f double);
-- case: suite: float to double to decimal
CREATE TABLE t (a float, b double, c decimal(20,6));
-- after:
CREATE TABLE t (a double, b decimal(20,6), c float);
-- case: suite: bit width
CREATE TABLE t (a bit, b bit(4) DEFAULT b'1010', c bit(64));
-- after:
CREATE TABLE t (a bit(2), b bit(8) DEFAULT b'1010', c bit(1) DEFAULT b'1');
-- case: suite: bit is bit(1), and values of it in other words
CREATE TABLE t (a bit, b bit(8) DEFAULT b'101', c bit(4) DEFAULT 3);
-- equal:
CREATE TABLE t (a bit(1), b bit(8) DEFAULT 5, c bit(4) DEFAULT b'11');
-- case: suite: varchar longer over the border of 255
CREATE TABLE t (a varchar(50), b varchar(255) NOT NULL DEFAULT '', c varchar(300));
-- after:
CREATE TABLE t (a varchar(255), b varchar(256) NOT NULL DEFAULT '', c varchar(1000));
-- case: suite: varchar to text and text to varchar
CREATE TABLE t (a varchar(50), b text);
-- after:
CREATE TABLE t (a text, b varchar(50));
-- case: suite: char to varchar and back
CREATE TABLE t (a char(8) NOT NULL, b varchar(8) NOT NULL);
-- after:
CREATE TABLE t (a varchar(8) NOT NULL, b char(8) NOT NULL);
-- case: suite: char is char(1) and character
CREATE TABLE t (a char, b character(5), c character varying(5), d char varying(6), e national varchar(5), f national char(3), g nchar(2), h nvarchar(9));
-- equal:
CREATE TABLE t (a char(1), b char(5), c varchar(5), d varchar(6), e varchar(5) CHARACTER SET utf8mb3, f char(3) CHARACTER SET utf8, g char(2) CHARSET utf8mb3, h varchar(9) CHARSET utf8mb3);
-- case: suite: texts of all sizes grow
CREATE TABLE t (a tinytext, b text, c mediumtext, d longtext);
-- after:
CREATE TABLE t (a text, b mediumtext, c longtext, d tinytext);
-- case: suite: text with a length is the smallest that holds it
CREATE TABLE t (a text(10), b text(1000), c text(70000), d blob(10), e blob(300), f blob(20000000));
-- equal:
CREATE TABLE t (a tinytext, b text, c mediumtext, d tinyblob, e blob, f longblob);
-- case: suite: long names of text
CREATE TABLE t (a long, b long varchar, c long varbinary, d long character varying);
-- equal:
CREATE TABLE t (a mediumtext, b mediumtext, c mediumblob, d mediumtext);
-- case: suite: blobs
CREATE TABLE t (a tinyblob, b blob NOT NULL, c varbinary(20), d binary(16));
-- after:
CREATE TABLE t (a longblob, b mediumblob NOT NULL, c varbinary(200) NOT NULL, d varbinary(16));
-- case: suite: text to blob and blob to text
CREATE TABLE t (a text, b blob);
-- after:
CREATE TABLE t (a blob, b text);
-- case: suite: json is longtext with a check
CREATE TABLE t (j json, k json NOT NULL);
-- equal:
CREATE TABLE `t` (
  `j` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`j`)),
  `k` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`k`))
);
-- case: suite: longtext to json and json to text
CREATE TABLE t (a longtext, b json, c json);
-- after:
CREATE TABLE t (a json, b text, c longtext);
-- case: suite: json gets a default
CREATE TABLE t (a json, b json NOT NULL);
-- after:
CREATE TABLE t (a json DEFAULT '{}', b json NOT NULL DEFAULT json_array());
-- case: suite: enum gets a value at the end
CREATE TABLE t (e enum('a','b') NOT NULL DEFAULT 'a');
-- after:
CREATE TABLE t (e enum('a','b','c') NOT NULL DEFAULT 'a');
-- case: suite: enum gets a value in the middle and another default
CREATE TABLE t (e enum('a','c') NOT NULL DEFAULT 'a');
-- after:
CREATE TABLE t (e enum('a','b','c') NOT NULL DEFAULT 'b');
-- case: suite: enum values with quotes and commas
CREATE TABLE t (e enum('it''s','a,b'));
-- after:
CREATE TABLE t (e enum('it''s','a,b','"q"','back\\slash','(x)'));
-- case: suite: enum spelled otherwise
CREATE TABLE t (e enum('a','b''c') DEFAULT 'a', f set('x','y') DEFAULT 'x,y');
-- equal:
CREATE TABLE t (e ENUM("a", "b'c") DEFAULT "a", f SET ('x' , 'y') DEFAULT 'x,y');
-- case: suite: set gets and loses members
CREATE TABLE t (a set('r','w'), b set('r','w','x'));
-- after:
CREATE TABLE t (a set('r','w','x') NOT NULL DEFAULT 'r', b set('r','w'));
-- case: suite: enum to varchar and varchar to enum
CREATE TABLE t (a enum('x','y'), b varchar(5));
-- after:
CREATE TABLE t (a varchar(5), b enum('x','y'));
-- case: suite: charset of one column
CREATE TABLE t (a varchar(20), b varchar(20)) DEFAULT CHARSET=utf8mb4;
-- after:
CREATE TABLE t (a varchar(20) CHARACTER SET latin1, b varchar(20)) DEFAULT CHARSET=utf8mb4;
-- case: suite: collation of one column
CREATE TABLE t (a varchar(20), b text) DEFAULT CHARSET=utf8mb4;
-- after:
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin, b text COLLATE utf8mb4_unicode_ci) DEFAULT CHARSET=utf8mb4;
-- case: suite: collation of a column goes back to the table's
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin NOT NULL DEFAULT 'x') DEFAULT CHARSET=utf8mb4;
-- after:
CREATE TABLE t (a varchar(20) NOT NULL DEFAULT 'x') DEFAULT CHARSET=utf8mb4;
-- case: suite: the charset said at the column is the table's
CREATE TABLE t (a varchar(20), b enum('x')) DEFAULT CHARSET=latin1;
-- equal:
CREATE TABLE t (a varchar(20) CHARACTER SET latin1, b enum('x') CHARACTER SET latin1 COLLATE latin1_swedish_ci) DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci;
-- case: suite: binary as an attribute is a collation
CREATE TABLE t (a varchar(20) BINARY, b char(3) CHARACTER SET latin1 BINARY, c text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin) DEFAULT CHARSET=utf8mb4;
-- equal:
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin, b char(3) COLLATE latin1_bin, c text BINARY) DEFAULT CHARSET=utf8mb4;
-- case: suite: charset binary is varbinary
CREATE TABLE t (a varchar(20) CHARACTER SET binary, b text CHARACTER SET binary, c char(4) CHARACTER SET binary);
-- equal:
CREATE TABLE t (a varbinary(20), b blob, c binary(4));
-- case: suite: byte, ascii and unicode
CREATE TABLE t (a char(4) BYTE, b char(4) ASCII, c varchar(4) UNICODE);
-- equal:
CREATE TABLE t (a binary(4), b char(4) CHARACTER SET latin1, c varchar(4) CHARACTER SET ucs2);
-- case: suite: datetime gets fractions
CREATE TABLE t (a datetime, b time, c timestamp NULL, d datetime(3));
-- after:
CREATE TABLE t (a datetime(6), b time(3), c timestamp(6) NULL, d datetime);
-- case: suite: current_timestamp comes with fractions
CREATE TABLE t (a datetime NOT NULL DEFAULT CURRENT_TIMESTAMP, b timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
-- after:
CREATE TABLE t (a datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), b timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6));
-- case: suite: on update comes, goes
CREATE TABLE t (a datetime DEFAULT NULL, b datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
-- after:
CREATE TABLE t (a datetime DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP, b datetime DEFAULT CURRENT_TIMESTAMP);
-- case: suite: now has many names
CREATE TABLE t (a datetime DEFAULT now(), b timestamp DEFAULT localtime ON UPDATE localtimestamp(), c datetime(2) DEFAULT localtimestamp(2));
-- equal:
CREATE TABLE t (a datetime DEFAULT CURRENT_TIMESTAMP, b timestamp DEFAULT current_timestamp() ON UPDATE CURRENT_TIMESTAMP, c datetime(2) DEFAULT NOW(2));
-- case: suite: timestamp not null says nothing of its default
CREATE TABLE t (a timestamp NOT NULL, b timestamp NULL, c timestamp NOT NULL DEFAULT '2000-01-01 00:00:00');
-- after:
CREATE TABLE t (a timestamp NULL, b timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, c timestamp NOT NULL DEFAULT '2001-02-03 04:05:06');
-- case: suite: datetime to timestamp to date
CREATE TABLE t (a datetime, b timestamp NULL, c date);
-- after:
CREATE TABLE t (a timestamp NULL, b date, c datetime);
-- case: suite: year
CREATE TABLE t (a year, b year DEFAULT 2020);
-- after:
CREATE TABLE t (a smallint, b year NOT NULL DEFAULT 2021);
-- case: suite: year and year(4)
CREATE TABLE t (a year DEFAULT 1999, b year);
-- equal:
CREATE TABLE t (a year(4) DEFAULT '1999', b year(4) DEFAULT NULL);
-- case: suite: a default comes, goes, changes
CREATE TABLE t (a int, b int DEFAULT 1, c int DEFAULT 1, d varchar(5) DEFAULT 'x');
-- after:
CREATE TABLE t (a int DEFAULT 0, b int, c int DEFAULT 2, d varchar(5) DEFAULT '');
-- case: suite: default null is no default
CREATE TABLE t (a int DEFAULT NULL, b text DEFAULT NULL, c varchar(3) NULL DEFAULT NULL, d timestamp NULL DEFAULT NULL);
-- equal:
CREATE TABLE t (a int, b text NULL, c varchar(3), d timestamp NULL);
-- case: suite: numbers with quotes are numbers
CREATE TABLE t (a int DEFAULT '0', b decimal(5,2) DEFAULT '1.50', c float DEFAULT '0', d bigint unsigned DEFAULT '18446744073709551615', e double DEFAULT '-1.5');
-- equal:
CREATE TABLE t (a int DEFAULT 0, b decimal(5,2) DEFAULT 1.5, c float DEFAULT 0.0, d bigint unsigned DEFAULT 18446744073709551615, e double DEFAULT -1.50);
-- case: suite: a number for a text is a text
CREATE TABLE t (a varchar(5) DEFAULT 0, b char(3) DEFAULT 12, c enum('0','1') DEFAULT '1');
-- equal:
CREATE TABLE t (a varchar(5) DEFAULT '0', b char(3) DEFAULT '12', c enum('0','1') DEFAULT "1");
-- case: suite: null is not the word null
CREATE TABLE t (a varchar(10) DEFAULT NULL, b varchar(30) DEFAULT 'current_timestamp()');
-- after:
CREATE TABLE t (a varchar(10) DEFAULT 'NULL', b varchar(30) DEFAULT current_user());
-- case: suite: an empty text is not null
CREATE TABLE t (a varchar(10) DEFAULT NULL, b text, c blob);
-- after:
CREATE TABLE t (a varchar(10) DEFAULT '', b text DEFAULT '', c blob DEFAULT '');
-- case: suite: default expressions come and change
CREATE TABLE t (a int, b varchar(36), c date, d int DEFAULT (1 + 1));
-- after:
CREATE TABLE t (a int DEFAULT (rand() * 10), b varchar(36) DEFAULT uuid(), c date DEFAULT (curdate() + interval 1 day), d int DEFAULT (2 + 2));
-- case: suite: default expressions with and without brackets
CREATE TABLE t (a int DEFAULT (5), b varchar(36) DEFAULT (uuid()), c date DEFAULT (current_date), d varchar(9) DEFAULT ('x'));
-- equal:
CREATE TABLE t (a int DEFAULT 5, b varchar(36) DEFAULT UUID(), c date DEFAULT curdate(), d varchar(9) DEFAULT 'x');
-- case: suite: a default of another column
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int DEFAULT (a * 2), c int DEFAULT (b));
-- case: suite: a text default with quotes and line feeds
CREATE TABLE t (a varchar(40), b varchar(40) DEFAULT 'x');
-- after:
CREATE TABLE t (a varchar(40) DEFAULT 'it''s "q" \\ % _', b varchar(40) DEFAULT 'line\nfeed\ttab');
-- case: suite: not null comes with a default, null comes
CREATE TABLE t (a int, b varchar(5) NOT NULL, c datetime);
-- after:
CREATE TABLE t (a int NOT NULL DEFAULT 7, b varchar(5), c datetime NOT NULL DEFAULT '2020-01-01');
-- case: suite: a virtual column comes, a stored one
CREATE TABLE t (price decimal(8,2), n int);
-- after:
CREATE TABLE t (price decimal(8,2), n int, total decimal(10,2) AS (price * n) VIRTUAL, taxed decimal(10,2) GENERATED ALWAYS AS (price * 1.2) STORED);
-- case: suite: persistent is stored, generated always is as
CREATE TABLE t (a int, b int AS (a + 1) PERSISTENT, c int AS (a * 2));
-- equal:
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS (`a` * 2) VIRTUAL);
-- case: suite: the expression of a virtual column
CREATE TABLE t (first varchar(20), last varchar(20), full varchar(50) AS (concat(first, ' ', last)));
-- after:
CREATE TABLE t (first varchar(20), last varchar(20), full varchar(50) AS (concat(last, ', ', first)));
-- case: suite: a plain column becomes stored, a stored one plain
CREATE TABLE t (a int, b int, c int AS (a + 1) STORED);
-- after:
CREATE TABLE t (a int, b int AS (a + 2) STORED, c int);
-- case: suite: virtual to stored and stored to virtual
CREATE TABLE t (a int, b int AS (a + 1) VIRTUAL, c int AS (a + 2) STORED);
-- after:
CREATE TABLE t (a int, b int AS (a + 1) STORED, c int AS (a + 2) VIRTUAL);
-- case: suite: the type of a generated column
CREATE TABLE t (a int, b int AS (a + 1) VIRTUAL, c varchar(10) AS (left('abc', a)) STORED);
-- after:
CREATE TABLE t (a int, b bigint AS (a + 1) VIRTUAL, c varchar(20) AS (left('abc', a)) STORED);
-- case: suite: what a generated column is made of changes its type
CREATE TABLE t (a int, b int AS (a + 1) STORED, KEY b (b));
-- after:
CREATE TABLE t (a bigint, b int AS (a + 1) STORED, KEY b (b));
-- case: suite: json values as columns with an index
CREATE TABLE t (doc json);
-- after:
CREATE TABLE t (doc json, name varchar(40) AS (json_value(doc, '$.name')) VIRTUAL, age int AS (json_extract(doc, '$.age')) STORED, KEY name (name));
-- case: suite: a generated column gets a comment, an index and is invisible
CREATE TABLE t (a int, b int AS (a + 1) VIRTUAL);
-- after:
CREATE TABLE t (a int, b int AS (a + 1) VIRTUAL INVISIBLE COMMENT 'one more', UNIQUE KEY b (b));
-- case: suite: invisible comes and goes
CREATE TABLE t (a int, b int, c int INVISIBLE);
-- after:
CREATE TABLE t (a int, b int INVISIBLE DEFAULT 4, c int);
-- case: suite: an invisible column in the middle
CREATE TABLE t (a int, c int);
-- after:
CREATE TABLE t (a int, b int NOT NULL DEFAULT 0 INVISIBLE, c int);
-- case: suite: comments of columns
CREATE TABLE t (a int, b int COMMENT 'old', c int COMMENT 'gone');
-- after:
CREATE TABLE t (a int COMMENT 'it''s "new"', b int COMMENT 'back\\slash; and -- no comment /* x */', c int COMMENT '');
-- case: suite: comments with letters of the world
CREATE TABLE t (a int COMMENT 'a') COMMENT 'b' DEFAULT CHARSET=utf8mb4;
-- after:
CREATE TABLE t (a int COMMENT 'größe 長さ 🙂') COMMENT 'Überschrift ✓' DEFAULT CHARSET=utf8mb4;
-- case: suite: an empty comment is none
CREATE TABLE t (a int COMMENT '', KEY k (a) COMMENT '') COMMENT '';
-- equal:
CREATE TABLE t (a int, KEY k (a));
-- case: suite: comment survives a change of type
CREATE TABLE t (id int PRIMARY KEY AUTO_INCREMENT COMMENT 'key', a int NOT NULL DEFAULT 1 COMMENT 'stays');
-- after:
CREATE TABLE t (id bigint PRIMARY KEY AUTO_INCREMENT COMMENT 'key', a bigint NOT NULL DEFAULT 1 COMMENT 'stays');
-- case: suite: compressed
CREATE TABLE t (a varchar(300), b text COMPRESSED);
-- after:
CREATE TABLE t (a varchar(300) COMPRESSED, b text);
-- case: suite: uuid and inet
CREATE TABLE t (a char(36), b varchar(45), c binary(16));
-- after:
CREATE TABLE t (a uuid NOT NULL DEFAULT uuid(), b inet6, c inet4);
-- case: suite: points get a system of reference
CREATE TABLE t (p point NOT NULL, g geometry);
-- after:
CREATE TABLE t (p point REF_SYSTEM_ID=4326, g linestring);
-- case: suite: every type goes to another table
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int);
CREATE TABLE all_types (c1 tinyint, c2 smallint unsigned, c3 mediumint, c4 int, c5 bigint, c6 decimal(10,3), c7 float, c8 double, c9 bit(3), c10 date, c11 datetime(6), c12 timestamp NULL, c13 time(2), c14 year, c15 char(3), c16 varchar(5), c17 binary(2), c18 varbinary(4), c19 tinyblob, c20 blob, c21 mediumblob, c22 longblob, c23 tinytext, c24 text, c25 mediumtext, c26 longtext, c27 enum('a'), c28 set('b'), c29 json, c30 geometry, c31 point, c32 linestring, c33 polygon, c34 multipoint, c35 multilinestring, c36 multipolygon, c37 geometrycollection, c38 uuid, c39 inet6, c40 inet4);
-- case: suite: a column is dropped and another of its name comes in another place
CREATE TABLE t (a int, b int, c int);
-- after:
CREATE TABLE t (a int, c int, b text);
-- case: suite: all columns but one are others
CREATE TABLE t (id int, a int, b int);
-- after:
CREATE TABLE t (id int, x int, y int);
-- case: suite: no column stays
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (x varchar(3), y int);
-- case: suite: column names differ in case only
CREATE TABLE t (userId int, Name varchar(3));
-- after:
CREATE TABLE t (userid int, NAME varchar(3));
-- case: suite: the column of a check and a virtual one get longer
CREATE TABLE t (mail varchar(50), domain varchar(50) AS (substring_index(mail, '@', -1)), CHECK (mail like '%@%'));
-- after:
CREATE TABLE t (mail varchar(100), domain varchar(100) AS (substring_index(mail, '@', -1)), CHECK (mail like '%@%'));
-- case: suite: renamed with a flag and moved
CREATE TABLE t (id int PRIMARY KEY, mail varchar(50) NOT NULL, n int);
-- rename: t.mail=email
-- after:
CREATE TABLE t (id int PRIMARY KEY, n int, email varchar(80) NOT NULL);
-- case: suite: two columns change names with each other's types
CREATE TABLE t (a int, b varchar(10));
-- rename: t.a=c
-- rename: t.b=d
-- after:
CREATE TABLE t (c bigint, d varchar(20));
-- case: suite: renamed columns with an index and a generated one
CREATE TABLE t (a int, g int AS (a + 1), KEY k (a), CHECK (a > 1));
-- rename: t.a=amount
-- after:
CREATE TABLE t (amount int, g int AS (amount + 1), KEY k (amount), CHECK (amount > 1));
-- case: suite: an auto increment column gets bigger while tables refer to it
CREATE TABLE a (id int unsigned AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int unsigned NOT NULL, CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
CREATE TABLE c (a_id int unsigned, CONSTRAINT c_a FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE SET NULL);
-- after:
CREATE TABLE a (id bigint unsigned AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id bigint unsigned NOT NULL, CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
CREATE TABLE c (a_id bigint unsigned, CONSTRAINT c_a FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE SET NULL);
-- case: suite: serial is what it says
CREATE TABLE t (id serial, n int);
-- equal:
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT, n int, UNIQUE KEY id (id));
-- case: suite: show create table gives it back
CREATE TABLE orders (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, user_id int NOT NULL, state enum('new','paid') NOT NULL DEFAULT 'new', total decimal(10,2) DEFAULT 0, note text, made datetime DEFAULT now(), seen timestamp NULL ON UPDATE now(), doc json, up varchar(20) AS (upper(state)), UNIQUE (user_id, made), INDEX (state), CHECK (total >= 0)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='all orders';
-- equal:
CREATE TABLE `orders` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `user_id` int(11) NOT NULL,
  `state` enum('new','paid') NOT NULL DEFAULT 'new',
  `total` decimal(10,2) DEFAULT 0.00,
  `note` text DEFAULT NULL,
  `made` datetime DEFAULT current_timestamp(),
  `seen` timestamp NULL DEFAULT NULL ON UPDATE current_timestamp(),
  `doc` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`doc`)),
  `up` varchar(20) GENERATED ALWAYS AS (ucase(`state`)) VIRTUAL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `user_id` (`user_id`,`made`),
  KEY `state` (`state`),
  CONSTRAINT `CONSTRAINT_1` CHECK (`total` >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='all orders';
