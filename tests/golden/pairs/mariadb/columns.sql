-- family: integers
-- one: int
CREATE TABLE t (id int PRIMARY KEY, a int);
-- same: with a width
CREATE TABLE t (id int(11) PRIMARY KEY, a integer(11) NULL DEFAULT NULL);
-- one: unsigned
CREATE TABLE t (id int PRIMARY KEY, a int unsigned);
-- same: unsigned with a width
CREATE TABLE t (id int PRIMARY KEY, a INT(10) UNSIGNED);
-- one: zerofill
CREATE TABLE t (id int PRIMARY KEY, a int(5) zerofill);
-- same: unsigned zerofill
CREATE TABLE t (id int PRIMARY KEY, a int(5) unsigned zerofill);
-- one: a narrow width
CREATE TABLE t (id int PRIMARY KEY, a int(3));
-- one: tinyint
CREATE TABLE t (id int PRIMARY KEY, a tinyint);
-- same: int1
CREATE TABLE t (id int PRIMARY KEY, a int1);
-- one: bool
CREATE TABLE t (id int PRIMARY KEY, a bool);
-- same: tinyint(1)
CREATE TABLE t (id int PRIMARY KEY, a tinyint(1));
-- same: boolean
CREATE TABLE t (id int PRIMARY KEY, a BOOLEAN DEFAULT NULL);
-- one: smallint
CREATE TABLE t (id int PRIMARY KEY, a smallint);
-- same: int2
CREATE TABLE t (id int PRIMARY KEY, a int2);
-- one: mediumint
CREATE TABLE t (id int PRIMARY KEY, a mediumint);
-- same: middleint
CREATE TABLE t (id int PRIMARY KEY, a middleint);
-- one: bigint
CREATE TABLE t (id int PRIMARY KEY, a bigint);
-- same: int8
CREATE TABLE t (id int PRIMARY KEY, a int8 signed);
-- one: bit
CREATE TABLE t (id int PRIMARY KEY, a bit);
-- same: bit(1)
CREATE TABLE t (id int PRIMARY KEY, a bit(1));
-- one: year
CREATE TABLE t (id int PRIMARY KEY, a year);
-- same: year(4)
CREATE TABLE t (id int PRIMARY KEY, a year(4));
-- family: other numbers
-- one: decimal
CREATE TABLE t (a decimal);
-- same: numeric
CREATE TABLE t (a numeric(10));
-- same: dec
CREATE TABLE t (a dec(10,0));
-- same: fixed
CREATE TABLE t (a fixed);
-- one: decimal with digits
CREATE TABLE t (a decimal(12, 4));
-- same: the same, written close
CREATE TABLE t (a NUMERIC(12,4));
-- one: unsigned decimal
CREATE TABLE t (a decimal(12,4) unsigned);
-- one: zerofill decimal
CREATE TABLE t (a decimal(12,4) zerofill);
-- one: float
CREATE TABLE t (a float);
-- same: float of few bits
CREATE TABLE t (a float(20));
-- one: float with digits
CREATE TABLE t (a float(7,3));
-- one: double
CREATE TABLE t (a double);
-- same: double precision
CREATE TABLE t (a double precision);
-- same: real
CREATE TABLE t (a real);
-- same: float of many bits
CREATE TABLE t (a float(30));
-- same: float8
CREATE TABLE t (a float8);
-- one: double with digits
CREATE TABLE t (a double(10,2) unsigned);
-- same: real with digits
CREATE TABLE t (a real(10,2) unsigned);

-- family: texts
-- one: char
CREATE TABLE t (a char);
-- same: char(1)
CREATE TABLE t (a character(1));
-- one: char(10)
CREATE TABLE t (a char(10));
-- one: char of utf8
CREATE TABLE t (a char(10) character set utf8);
-- same: char of utf8mb3
CREATE TABLE t (a char(10) character set utf8mb3);
-- one: varchar
CREATE TABLE t (a varchar(20));
-- same: character varying
CREATE TABLE t (a character varying(20));
-- one: binary
CREATE TABLE t (a binary);
-- same: binary(1)
CREATE TABLE t (a binary(1));
-- same: char byte
CREATE TABLE t (a char byte);
-- one: varbinary
CREATE TABLE t (a varbinary(20));
-- one: text
CREATE TABLE t (a text);
-- one: tinytext
CREATE TABLE t (a tinytext);
-- one: mediumtext
CREATE TABLE t (a mediumtext);
-- same: long varchar
CREATE TABLE t (a long varchar);
-- same: long
CREATE TABLE t (a long);
-- one: longtext
CREATE TABLE t (a longtext);
-- one: json
CREATE TABLE t (a json);
-- same: what json is
CREATE TABLE t (a longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`a`)));
-- one: blob
CREATE TABLE t (a blob);
-- one: short blob
CREATE TABLE t (a blob(200));
-- same: tinyblob
CREATE TABLE t (a tinyblob);
-- one: mediumblob
CREATE TABLE t (a mediumblob);
-- same: long varbinary
CREATE TABLE t (a long varbinary);
-- one: longblob
CREATE TABLE t (a longblob);
-- one: uuid
CREATE TABLE t (a uuid);
-- family: times
-- one: date
CREATE TABLE t (a date);
-- one: time
CREATE TABLE t (a time);
-- same: time(0)
CREATE TABLE t (a time(0));
-- one: time(3)
CREATE TABLE t (a time(3));
-- one: datetime
CREATE TABLE t (a datetime);
-- same: datetime(0)
CREATE TABLE t (a datetime(0));
-- one: datetime(6)
CREATE TABLE t (a datetime(6));
-- one: datetime of now
CREATE TABLE t (a datetime DEFAULT CURRENT_TIMESTAMP);
-- same: now()
CREATE TABLE t (a datetime DEFAULT now());
-- same: localtime
CREATE TABLE t (a datetime DEFAULT LOCALTIME());
-- same: current_timestamp(0)
CREATE TABLE t (a datetime NULL DEFAULT current_timestamp(0));
-- one: datetime of now to the microsecond
CREATE TABLE t (a datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6));
-- same: now(6)
CREATE TABLE t (a datetime(6) DEFAULT now(6) ON UPDATE now(6));
-- one: timestamp null
CREATE TABLE t (a timestamp NULL);
-- same: timestamp null default null
CREATE TABLE t (a timestamp NULL DEFAULT NULL);
-- one: timestamp not null of now
CREATE TABLE t (a timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);
-- one: timestamp on update
CREATE TABLE t (a timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
-- one: timestamp on update without default
CREATE TABLE t (a timestamp NULL ON UPDATE CURRENT_TIMESTAMP);
-- one: timestamp of zero
CREATE TABLE t (a timestamp NOT NULL DEFAULT '2000-01-01 00:00:00');
-- one: timestamp(3)
CREATE TABLE t (a timestamp(3) NULL);

-- family: defaults
-- one: none
CREATE TABLE t (a int NOT NULL, b varchar(20), c datetime, d decimal(10,2));
-- one: numbers in quotes
CREATE TABLE t (a int NOT NULL DEFAULT '1', b varchar(20) DEFAULT '1', c datetime DEFAULT '0000-00-00 00:00:00', d decimal(10,2) DEFAULT '1.00');
-- one: other numbers
CREATE TABLE t (a int NOT NULL DEFAULT -1, b varchar(20) DEFAULT '', c datetime DEFAULT '2001-02-03', d decimal(10,2) DEFAULT 1.5);
-- same: other numbers, written otherwise
CREATE TABLE t (a int NOT NULL DEFAULT (-1), b varchar(20) DEFAULT "", c datetime DEFAULT '2001-02-03 00:00:00', d decimal(10,2) DEFAULT '1.50');
-- one: expressions
CREATE TABLE t (a int NOT NULL DEFAULT (1 + 1), b varchar(20) DEFAULT (concat('a', 'b')), c datetime DEFAULT (now() + interval 1 day), d decimal(10,2) DEFAULT (round(1.234, 2)));
-- one: quotes
CREATE TABLE t (a int NOT NULL, b varchar(20) DEFAULT 'it''s', c datetime, d decimal(10,2));
-- same: quotes with a backslash
CREATE TABLE t (a int NOT NULL, b varchar(20) DEFAULT 'it\'s', c datetime, d decimal(10,2));
-- one: a backslash and a new line
CREATE TABLE t (a int NOT NULL, b varchar(20) DEFAULT 'a\\b\nc', c datetime, d decimal(10,2));
-- one: of another column
CREATE TABLE t (a int NOT NULL, b varchar(20) DEFAULT (concat(a, 'x')), c datetime, d decimal(10,2) DEFAULT (a * 2));

-- family: defaults of bits, booleans and texts
-- one: none
CREATE TABLE t (a bit(8), b bool, c text, d blob, e uuid, f json);
-- one: some, written otherwise
CREATE TABLE t (a bit(8) DEFAULT B'00000101', b bool DEFAULT 1, c text DEFAULT ('x'), d blob DEFAULT 'y', e uuid DEFAULT (UUID()), f json DEFAULT (JSON_OBJECT()));
-- one: others
CREATE TABLE t (a bit(8) DEFAULT 0, b bool DEFAULT false, c text DEFAULT (repeat('x', 3)), d blob DEFAULT (unhex('00ff')), e uuid DEFAULT '123e4567-e89b-12d3-a456-426614174000', f json DEFAULT '[]');

-- family: members of enum and set
-- one: two
CREATE TABLE t (a enum('x','y') NOT NULL DEFAULT 'x', b set('p','q'));
-- one: three
CREATE TABLE t (a enum('x','y','z') NOT NULL DEFAULT 'x', b set('p','q','r') DEFAULT 'p,q');
-- one: another order
CREATE TABLE t (a enum('z', 'x', 'y') NOT NULL DEFAULT 'z', b set('q', 'p'));
-- one: one renamed
CREATE TABLE t (a enum('x','why') NOT NULL, b set('p','Q'));
-- one: quotes and commas
CREATE TABLE t (a enum('it''s','a,b','') NOT NULL DEFAULT '', b set('(', ')'));
-- one: of a charset
CREATE TABLE t (a enum('x','y') CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x', b set('p','q') CHARACTER SET ascii);

-- family: places of columns
-- one: abcd
CREATE TABLE t (a int, b int, c int, d int);
-- one: dcba
CREATE TABLE t (d int, c int, b int, a int);
-- one: bacd
CREATE TABLE t (b int, a int, c int, d int);
-- one: bcda
CREATE TABLE t (b int, c int, d int, a int);
-- one: ad
CREATE TABLE t (a int, d int);
-- one: xaybz
CREATE TABLE t (x int, a int, y int, b int, z int);
-- one: other types and places
CREATE TABLE t (d bigint NOT NULL, n int, a varchar(20), b int);
-- one: all others
CREATE TABLE t (p int, q int);

-- family: numbering
-- one: none
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c varchar(10));
-- one: key without numbering
CREATE TABLE t (a int NOT NULL PRIMARY KEY, b int NOT NULL, c varchar(10));
-- one: key with numbering
CREATE TABLE t (a int NOT NULL AUTO_INCREMENT PRIMARY KEY, b int NOT NULL, c varchar(10));
-- same: key at the end
CREATE TABLE t (a int AUTO_INCREMENT, b int NOT NULL, c varchar(10), PRIMARY KEY (a)) AUTO_INCREMENT=100;
-- one: numbering moves
CREATE TABLE t (a int NOT NULL, b int NOT NULL AUTO_INCREMENT PRIMARY KEY, c varchar(10));
-- one: numbering with a plain key
CREATE TABLE t (a int NOT NULL, b int NOT NULL AUTO_INCREMENT, c varchar(10), KEY b (b));
-- one: numbering with a unique key
CREATE TABLE t (a int NOT NULL AUTO_INCREMENT, b int NOT NULL, c varchar(10), UNIQUE KEY a (a), PRIMARY KEY (b));
-- one: serial
CREATE TABLE t (a serial, b int NOT NULL, c varchar(10));
-- same: what serial is
CREATE TABLE t (a bigint unsigned NOT NULL AUTO_INCREMENT, b int NOT NULL, c varchar(10), UNIQUE KEY a (a));
-- one: first of a key
CREATE TABLE t (a int NOT NULL AUTO_INCREMENT, b int NOT NULL, c varchar(10), PRIMARY KEY (a, b));
-- one: another type
CREATE TABLE t (a bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, b int, c varchar(10));
-- one: another column
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, b int NOT NULL, c varchar(10));

-- family: attributes
-- one: none
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int);
-- one: comments
CREATE TABLE t (id int PRIMARY KEY COMMENT 'the key', a varchar(10) COMMENT 'it''s "so"; -- really', b int COMMENT 'a\\b\nc');
-- one: other comments
CREATE TABLE t (id int PRIMARY KEY COMMENT 'the keys', a varchar(10) COMMENT '', b int COMMENT 'ü');
-- one: invisible
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) INVISIBLE, b int INVISIBLE DEFAULT 4);
-- one: compressed
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) COMPRESSED, b int);
-- same: compressed with the method
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) COMPRESSED=zlib, b int);
-- one: not null and commented
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) NOT NULL COMMENT 'x', b int NOT NULL DEFAULT 3 COMMENT 'y');
-- one: checks
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) CHECK (a <> ''), b int DEFAULT 3 COMMENT 'y' CHECK (b > 0));
-- one: other checks
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) NOT NULL CHECK (char_length(a) > 2), b int CHECK (b between 1 and 9));
-- one: a check with a name
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int, CONSTRAINT a_there CHECK (a <> ''));
-- family: generated columns
-- one: none
CREATE TABLE t (a int, b int, c int);
-- one: virtual
CREATE TABLE t (a int, b int, c int AS (a + b));
-- same: virtual, in full
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a + b) VIRTUAL);
-- same: virtual, with quotes
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (`a` + `b`) VIRTUAL);
-- one: stored
CREATE TABLE t (a int, b int, c int AS (a + b) STORED);
-- same: persistent
CREATE TABLE t (a int, b int, c int AS (a + b) PERSISTENT);
-- one: another virtual
CREATE TABLE t (a int, b int, c int AS (a * b));
-- one: another stored
CREATE TABLE t (a int, b int, c int AS (a * b) STORED COMMENT 'x');
-- one: virtual with an index
CREATE TABLE t (a int, b int, c int AS (a + b), KEY c (c));
-- one: a chain
CREATE TABLE t (a int, b int AS (a + 1), c int AS (b + 1));
-- one: less columns
CREATE TABLE t (a int, c varchar(20) AS (concat(a, 'x')));

-- family: spatial columns
-- one: a point
CREATE TABLE t (id int PRIMARY KEY, p point NOT NULL);
-- one: a point with an index
CREATE TABLE t (id int PRIMARY KEY, p point NOT NULL, SPATIAL KEY p (p));
-- one: a polygon
CREATE TABLE t (id int PRIMARY KEY, p polygon);
-- one: a collection
CREATE TABLE t (id int PRIMARY KEY, p geometrycollection, q multipoint, r linestring, s multilinestring, u multipolygon, v geometry);
