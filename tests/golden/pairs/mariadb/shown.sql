-- family: texts that look like numbers
-- one: one digit
CREATE TABLE w (v varchar(8) DEFAULT '2.0', c char(8) DEFAULT '2.0', e enum('2.0', '2.00') DEFAULT '2.0', b varbinary(8) DEFAULT '2.0', t text DEFAULT '2.0');
-- one: two digits
CREATE TABLE w (v varchar(8) DEFAULT '2.00', c char(8) DEFAULT '2.00', e enum('2.0', '2.00') DEFAULT '2.00', b varbinary(8) DEFAULT '2.00', t text DEFAULT '2.00');
-- one: whole
CREATE TABLE w (v varchar(8) DEFAULT '2', c char(8) DEFAULT '02', e enum('2.0', '2.00'), b varbinary(8) DEFAULT '2', t text DEFAULT '2');

-- case: a number is a text where texts are kept
CREATE TABLE w (v varchar(8) DEFAULT '2.50', c char(8) DEFAULT '7', n varchar(8) DEFAULT '-3', h varchar(8) DEFAULT '0.5', e varchar(8) DEFAULT '2000');
-- equal:
CREATE TABLE w (v varchar(8) DEFAULT 2.50, c char(8) DEFAULT 007, n varchar(8) DEFAULT -3, h varchar(8) DEFAULT .5, e varchar(8) DEFAULT 2e3);

-- case: bytes in digits are the bytes
CREATE TABLE w (b binary(3) NOT NULL DEFAULT 'k', v varbinary(6) DEFAULT 'k\n', o varbinary(4) DEFAULT '\0k', c varchar(4) DEFAULT 'it''s');
-- equal:
CREATE TABLE w (b binary(3) NOT NULL DEFAULT 0x6b00, v varbinary(6) DEFAULT 0x6b0a, o varbinary(4) DEFAULT 0x06b, c varchar(4) DEFAULT x'69742773');

-- case: bytes in digits change
CREATE TABLE w (b binary(3) NOT NULL DEFAULT 0x6b, v varbinary(6) DEFAULT 0x00);
-- after:
CREATE TABLE w (b binary(3) NOT NULL DEFAULT 0x6c, v varbinary(6) DEFAULT 0x0000);

-- case: the moment has the precision of its column
CREATE TABLE w (a datetime(3) DEFAULT now(3) ON UPDATE now(3), b timestamp(2) NULL DEFAULT current_timestamp(2), c datetime DEFAULT now());
-- equal:
CREATE TABLE w (a datetime(3) DEFAULT now() ON UPDATE current_timestamp(), b timestamp(2) NULL DEFAULT localtimestamp, c datetime DEFAULT current_timestamp(4));

-- family: names of partitions
-- one: none
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k));
-- one: listed
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY HASH (id) (PARTITION North COMMENT 'cold', PARTITION `South`);
-- same: counted, too
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY HASH (id) PARTITIONS 2 (PARTITION North COMMENT = 'cold', PARTITION South);
-- one: ranges
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY RANGE (id) SUBPARTITION BY KEY (k) (PARTITION Young VALUES LESS THAN (10) (SUBPARTITION YoungA, SUBPARTITION YoungB), PARTITION Old VALUES LESS THAN MAXVALUE (SUBPARTITION OldA, SUBPARTITION OldB));
-- same: ranges, counted
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY RANGE (id) SUBPARTITION BY KEY ALGORITHM = 2 (k) SUBPARTITIONS 2 (PARTITION Young VALUES LESS THAN (10) (SUBPARTITION YoungA, SUBPARTITION YoungB), PARTITION Old VALUES LESS THAN MAXVALUE (SUBPARTITION OldA, SUBPARTITION OldB));
-- one: more ranges
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY RANGE (id) (PARTITION Young VALUES LESS THAN (10), PARTITION Grown VALUES LESS THAN (20), PARTITION Older VALUES LESS THAN (30));
-- one: the old algorithm
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY KEY ALGORITHM = 1 (id) PARTITIONS 3;
-- one: the newer algorithm
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY KEY ALGORITHM = 2 (id) PARTITIONS 3;
-- same: the newer algorithm by itself
CREATE TABLE w (id int NOT NULL, k int NOT NULL, PRIMARY KEY (id, k)) PARTITION BY KEY (id) PARTITIONS 3;

-- family: json in tables with its collation
-- one: json
CREATE TABLE w (id int PRIMARY KEY, j json NOT NULL DEFAULT '{}', t longtext) COLLATE utf8mb4_bin;
-- same: as the server shows it
CREATE TABLE w (id int PRIMARY KEY, j longtext NOT NULL DEFAULT '{}' CHECK (json_valid(`j`)), t longtext) CHARSET utf8mb4 COLLATE utf8mb4_bin;
-- one: a check of the table
CREATE TABLE w (id int PRIMARY KEY, j longtext NOT NULL DEFAULT '{}', t longtext, CHECK (json_valid(j))) CHARSET utf8mb4 COLLATE utf8mb4_bin;
-- one: another collation
CREATE TABLE w (id int PRIMARY KEY, j json NOT NULL DEFAULT '{}', t longtext) COLLATE utf8mb4_unicode_ci;

-- family: a collation brings its character set
-- one: neither
CREATE TABLE w (id int PRIMARY KEY, n varchar(8));
-- one: the collation
CREATE TABLE w (id int PRIMARY KEY, n varchar(8)) COLLATE latin1_bin;
-- same: both
CREATE TABLE w (id int PRIMARY KEY, n varchar(8)) CHARSET latin1 COLLATE latin1_bin;
-- one: of columns
CREATE TABLE w (id int PRIMARY KEY, n varchar(8) COLLATE latin1_bin) COLLATE utf8mb3_unicode_ci;

-- case: a view looks ahead
CREATE TABLE w (id int, k int, n varchar(8));
CREATE VIEW next AS SELECT w.n FROM w AS w ORDER BY w.id ASC;
-- after:
CREATE TABLE w (id int, k int, n varchar(8));
CREATE VIEW next AS SELECT x.n, lead(x.n) OVER (PARTITION BY x.k ORDER BY x.id ASC) AS after, lag(coalesce(x.n, '-'), 2) OVER (ORDER BY x.id DESC) AS earlier FROM w AS x JOIN (SELECT k FROM w AS y) AS z ON abs(x.k) = z.k;
-- family: json stays as it is
-- one: latin
CREATE TABLE w (id int PRIMARY KEY, j json NOT NULL, n varchar(8)) CHARSET latin1;
-- one: four bytes
CREATE TABLE w (id int PRIMARY KEY, j json NOT NULL, n varchar(8)) CHARSET utf8mb4;
-- one: three bytes
CREATE TABLE w (id int PRIMARY KEY, j json NOT NULL CHECK (json_length(j) > 0), n varchar(8)) CHARSET utf8mb3;

-- case: a key that is unique by its hash
CREATE TABLE w (id int PRIMARY KEY, n text, UNIQUE KEY k (n));
-- equal:
CREATE TABLE `w` (
  `id` int(11) NOT NULL,
  `n` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `k` (`n`) USING HASH
) ENGINE=InnoDB;

-- case: pages of Aria have a sum by themselves
CREATE TABLE w (id int PRIMARY KEY) ENGINE=Aria;
-- equal:
CREATE TABLE w (id int PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=1;

-- case: the window as the server shows it
CREATE TABLE w (id int, k int);
CREATE VIEW next AS SELECT x.id, lead(x.id) OVER (PARTITION BY x.k ORDER BY x.id ASC) AS after FROM w AS x;
-- equal:
CREATE TABLE w (id int, k int);
CREATE VIEW `next` AS select `x`.`id` AS `id`,lead(`x`.`id`,1) over ( partition by `x`.`k` order by `x`.`id`) AS `after` from `w` `x`;

-- case: zero is no date, and a time may have days
CREATE TABLE w (a timestamp NULL DEFAULT 0, b date DEFAULT 0, c datetime(3) NOT NULL DEFAULT 0, d time DEFAULT '1 10:00');
-- equal:
CREATE TABLE w (a timestamp NULL DEFAULT '0000-00-00 00:00:00', b date DEFAULT '0000-00-00', c datetime(3) NOT NULL DEFAULT '0000-00-00 00:00:00.000', d time DEFAULT '34:00:00');
