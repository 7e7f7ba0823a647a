-- case: suites 2: an engine by its other name
CREATE TABLE visit (id int) ENGINE=HEAP;
-- equal:
CREATE TABLE visit (id int) ENGINE=MEMORY;
-- case: suites 2: an engine by its other name comes
CREATE TABLE visit (id int);
-- after:
CREATE TABLE visit (id int) ENGINE=HEAP;
-- case: suites 2: words are found in whole texts
CREATE TABLE note (title varchar(80), body text, FULLTEXT KEY words (title(10), body(20)));
-- equal:
CREATE TABLE note (title varchar(80), body text, FULLTEXT KEY words (title, body));
-- case: suites 2: a key without a name has the letters of its column
CREATE TABLE crate_ (Weight int, size int, KEY (WEIGHT), UNIQUE (SIZE, weight));
-- equal:
CREATE TABLE crate_ (Weight int, size int, KEY Weight (Weight), UNIQUE KEY size (size, Weight));
-- case: suites 2: the usual collation of latin5
CREATE TABLE kent (ad varchar(30), kod varchar(9) CHARACTER SET koi8r) DEFAULT CHARSET=latin5;
-- equal:
CREATE TABLE kent (ad varchar(30), kod varchar(9) CHARACTER SET koi8r COLLATE koi8r_general_ci) DEFAULT CHARSET=latin5 COLLATE=latin5_turkish_ci;
-- case: suites 2: the collation that a character set has anyway
CREATE TABLE kent (ad varchar(30) CHARACTER SET latin1 COLLATE DEFAULT);
-- equal:
CREATE TABLE kent (ad varchar(30) CHARACTER SET latin1 COLLATE latin1_swedish_ci);
-- case: suites 2: a binary text of which a beginning is indexed
CREATE TABLE part (code char(40) BINARY, n int);
-- after:
CREATE TABLE part (code char(40) BINARY, n int, KEY start (code(8)));
-- case: suites 2: a packed column with a character set
CREATE TABLE page (id int, html varchar(900));
-- after:
CREATE TABLE page (id int, html varchar(900) COMPRESSED CHARACTER SET latin1 COLLATE latin1_bin, raw text COMPRESSED BINARY, zip blob COMPRESSED=zlib);
-- case: suites 2: a plain index that is too long is cut
CREATE TABLE page (url varchar(4000), hash blob, KEY (url), KEY h (hash(3200)));
-- equal:
CREATE TABLE page (url varchar(4000), hash blob, KEY url (url(768)), KEY h (hash(3072)));
-- case: suites 2: a plain index that is too long in one character set
CREATE TABLE page (url varchar(4000) CHARACTER SET latin1, KEY (url), KEY start (url(3000)));
-- equal:
CREATE TABLE page (url varchar(4000) CHARACTER SET latin1, KEY url (url(3072)), KEY start (url(3000)));
-- case: suites 2: a plain index of MyISAM that is too long
CREATE TABLE page (url varchar(400), KEY (url)) ENGINE=MyISAM;
-- equal:
CREATE TABLE page (url varchar(400), KEY url (url(250))) ENGINE=MyISAM;
-- case: suites 2: a unique key that is too long is kept by its hash
CREATE TABLE page (url varchar(3500) UNIQUE, a varchar(20) UNIQUE);
-- equal:
CREATE TABLE page (url varchar(3500), a varchar(20), UNIQUE KEY url (url) USING HASH, UNIQUE KEY a (a));
-- case: suites 2: spellings of types that the server changes
CREATE TABLE odd (a bit(0), b long byte, c decimal(7.2), d enum('no  ', 'yes '), e set('x ', ' y'));
-- equal:
CREATE TABLE odd (a bit(1), b mediumblob, c decimal(7,0), d enum('no', 'yes'), e set('x', ' y'));
-- case: suites 2: a number that may be null
-- left: the server does not show that a number may be null, so that reading it back finds NOT NULL
CREATE TABLE ticket (id int);
-- after:
CREATE TABLE ticket (id int AUTO_INCREMENT NULL UNIQUE, KEY (id));
-- case: suites 2: where a table would be stored elsewhere is forgotten
CREATE TABLE log (id int) TABLESPACE fast STORAGE DISK;
-- equal:
CREATE TABLE log (id int);
-- case: suites 2: what is left of a division divides a table
CREATE TABLE log (id int) PARTITION BY HASH (id % 4) PARTITIONS 4;
-- equal:
CREATE TABLE log (id int) PARTITION BY HASH (id MOD 4) PARTITIONS 4;
-- case: suites 2: a history is divided in two where nothing is said
CREATE TABLE log (id int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 500;
-- equal:
CREATE TABLE log (id int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 500 PARTITIONS 2;
-- case: suites 2: a falling index carries a foreign key
CREATE TABLE shop (id int PRIMARY KEY);
CREATE TABLE sale (id int PRIMARY KEY, shop int, day date, KEY of_shop (shop), CONSTRAINT of_shop FOREIGN KEY (shop) REFERENCES shop (id));
-- after:
CREATE TABLE shop (id int PRIMARY KEY);
CREATE TABLE sale (id int PRIMARY KEY, shop int, day date, KEY latest (shop DESC, day), CONSTRAINT of_shop FOREIGN KEY (shop) REFERENCES shop (id));
-- case: suites 2: a falling index carries a foreign key that comes with it
CREATE TABLE shop (id int PRIMARY KEY);
CREATE TABLE sale (id int PRIMARY KEY, shop int, day date);
-- after:
CREATE TABLE shop (id int PRIMARY KEY);
CREATE TABLE sale (id int PRIMARY KEY, shop int, day date, KEY latest (shop DESC, day), FOREIGN KEY (shop) REFERENCES shop (id));
-- case: suites 2: calls that the server writes in other words, computed
CREATE TABLE stay (a date, b date, n int, s varchar(20), t datetime,
  c1 int AS (datediff(b, a)), c2 date AS (adddate(a, 3)), c3 date AS (subdate(a, 2)), c4 datetime AS (timestampadd(HOUR, n, t)),
  c5 time AS (time(t)), c6 datetime AS (timestamp(a)), c7 int AS (position('x' IN s)), c8 int AS (instr(s, 'y')),
  c9 varchar(70) AS (bin(n)), c10 varchar(30) AS (oct(n)), c11 int AS (round(n)), c12 double AS (atan2(n, 2)),
  c13 int AS (n IS UNKNOWN), c14 int AS (nvl(n, 0)), c15 decimal(12,2) AS (cast(s AS decimal)), c16 binary(5) AS (cast(s AS binary(5))));
-- equal:
CREATE TABLE stay (a date, b date, n int, s varchar(20), t datetime,
  c1 int AS (to_days(b) - to_days(a)), c2 date AS (a + interval 3 day), c3 date AS (a - interval 2 day), c4 datetime AS (t + interval n hour),
  c5 time AS (cast(t as time)), c6 datetime AS (cast(a as datetime)), c7 int AS (locate('x', s)), c8 int AS (locate('y', s)),
  c9 varchar(70) AS (conv(n, 10, 2)), c10 varchar(30) AS (conv(n, 10, 8)), c11 int AS (round(n, 0)), c12 double AS (atan(n, 2)),
  c13 int AS (n is null), c14 int AS (ifnull(n, 0)), c15 decimal(12,2) AS (cast(s as decimal(10,0))), c16 binary(5) AS (cast(s as char(5) charset binary)));
-- case: suites 2: calls that the server writes in other words, in a view
CREATE TABLE stay (a date, b date, j json, g point, u varchar(40));
CREATE VIEW nights AS SELECT datediff(b, a) AS n, json_merge(j, j) AS j, x(g) AS x, y(g) AS y, st_geomfromtext(u) AS g, current_user AS who FROM stay WHERE a > subdate(b, 7);
-- equal:
CREATE TABLE stay (a date, b date, j json, g point, u varchar(40));
CREATE VIEW nights AS SELECT to_days(b) - to_days(a) AS n, json_merge_preserve(j, j) AS j, st_x(g) AS x, st_y(g) AS y, st_geometryfromtext(u) AS g, current_user() AS who FROM stay WHERE a > b - interval 7 day;
-- case: suites 2: other days are other days
CREATE TABLE stay (a date, b date, c int AS (datediff(b, a)));
-- after:
CREATE TABLE stay (a date, b date, c int AS (datediff(a, b)));
-- case: suites 2: the table stands before its columns
CREATE TABLE box (w int, h int AS (box.w + 1), CHECK (box.w > 0), CONSTRAINT flat CHECK (`box`.`w` < 90));
-- equal:
CREATE TABLE box (w int, h int AS (w + 1), CONSTRAINT CONSTRAINT_1 CHECK (w > 0), CONSTRAINT flat CHECK (w < 90));
-- family: numbers in other digits
-- one: two, eight and sixteen
CREATE TABLE switches (a bit(4) DEFAULT 0b0011, b bit(4) DEFAULT b'0011', c bit(4) DEFAULT 3, d bit(8) DEFAULT 0x1F, e int DEFAULT 0b11, f bit DEFAULT 1);
-- same: as the server shows them
CREATE TABLE switches (a bit(4) DEFAULT b'11', b bit(4) DEFAULT 0b11, c bit(4) DEFAULT 0b11, d bit(8) DEFAULT b'11111', e int DEFAULT 3, f bit DEFAULT 0b1);
-- one: others
CREATE TABLE switches (a bit(4) DEFAULT 0b0111, b bit(4) DEFAULT b'0111', c bit(4) DEFAULT 7, d bit(8) DEFAULT 0x2F, e int DEFAULT 0x11, f bit DEFAULT 0);
-- family: parts of a second that a column has no place for
-- one: too many
CREATE TABLE calls (a timestamp NULL DEFAULT '2001-01-01 01:01:01.900001', b datetime(3) DEFAULT '2001-01-01 01:01:01.9009', c time DEFAULT '01:01:01.9', d time(2) DEFAULT '01:01:01.999', e datetime(3) DEFAULT '2001-01-01 01:01:01');
-- same: as many as are kept
CREATE TABLE calls (a timestamp NULL DEFAULT '2001-01-01 01:01:01', b datetime(3) DEFAULT '2001-01-01 01:01:01.900', c time DEFAULT '01:01:01', d time(2) DEFAULT '01:01:01.99', e datetime(3) DEFAULT '2001-01-01 01:01:01.000');
-- one: others
CREATE TABLE calls (a timestamp NULL DEFAULT '2001-01-01 01:01:02', b datetime(3) DEFAULT '2001-01-01 01:01:01.901', c time DEFAULT '01:01:02', d time(2) DEFAULT '01:01:01.9', e datetime(3) DEFAULT '2001-01-01 01:01:01.001');
