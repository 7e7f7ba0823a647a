-- ring: a table as SHOW CREATE TABLE has it
-- one: by hand
create table users (
  id int unsigned auto_increment primary key,
  name varchar(100) not null,
  mail varchar(255) unique,
  born date,
  state enum('new','old') default 'new',
  balance decimal(10,2) default 0,
  is_admin bool not null default false,
  created timestamp not null default current_timestamp,
  changed datetime default null on update current_timestamp,
  key by_name (name(10), born desc)
);
-- same: as the server shows it
CREATE TABLE `users` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(100) NOT NULL,
  `mail` varchar(255) DEFAULT NULL,
  `born` date DEFAULT NULL,
  `state` enum('new','old') DEFAULT 'new',
  `balance` decimal(10,2) DEFAULT 0.00,
  `is_admin` tinyint(1) NOT NULL DEFAULT 0,
  `created` timestamp NOT NULL DEFAULT current_timestamp(),
  `changed` datetime DEFAULT NULL ON UPDATE current_timestamp(),
  PRIMARY KEY (`id`),
  UNIQUE KEY `mail` (`mail`),
  KEY `by_name` (`name`(10),`born` DESC)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- same: as mysqldump writes it
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8 */;
DROP TABLE IF EXISTS `users`;
CREATE TABLE `users` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(100) NOT NULL,
  `mail` varchar(255) DEFAULT NULL,
  `born` date DEFAULT NULL,
  `state` enum('new','old') DEFAULT 'new',
  `balance` decimal(10,2) DEFAULT '0.00',
  `is_admin` tinyint(1) NOT NULL DEFAULT '0',
  `created` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `changed` datetime DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `mail` (`mail`),
  KEY `by_name` (`name`(10),`born` DESC)
) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;
-- one: with other widths and defaults
CREATE TABLE `users` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(100) NOT NULL DEFAULT '',
  `mail` varchar(191) DEFAULT NULL COMMENT 'where to write',
  `born` date DEFAULT NULL,
  `state` enum('new','old','gone') NOT NULL DEFAULT 'old',
  `balance` decimal(12,4) DEFAULT 1.5000,
  `is_admin` tinyint(1) NOT NULL DEFAULT 1,
  `created` timestamp(3) NOT NULL DEFAULT current_timestamp(3),
  `changed` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `mail` (`mail`),
  KEY `by_name` (`born`,`name`(20))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- ring: integers as somebody likes them
-- one: usual
CREATE TABLE t (a tinyint, b smallint, c mediumint, d int, e bigint, f boolean, g int unsigned, h int unsigned zerofill, i bit, j year, k decimal, l numeric(5), m double, n float, o real, p dec(5, 1), q fixed(4, 2), r double precision);
-- same: with widths
CREATE TABLE t (a tinyint(4), b smallint(6), c mediumint(9), d int(11), e bigint(20), f tinyint(1), g int(10) unsigned, h int(10) unsigned zerofill, i bit(1), j year(4), k decimal(10,0), l decimal(5,0), m double, n float, o double, p decimal(5,1), q decimal(4,2), r double);
-- same: other words
CREATE TABLE t (a int1, b int2, c int3, d int4, e int8, f bool, g integer unsigned, h integer zerofill, i bit(1), j year, k numeric, l dec(5,0), m float8, n float4, o double precision, p numeric(5,1), q fixed(4,2), r real);
-- same: signed
CREATE TABLE t (a tinyint signed, b smallint signed, c middleint, d integer signed, e bigint signed, f boolean, g int unsigned, h int zerofill, i bit, j year(4), k decimal(10), l decimal(5), m double, n float, o real, p decimal(5,1), q decimal(4,2), r double);
-- one: float with digits
CREATE TABLE t (a tinyint(1), b smallint(1), c mediumint unsigned, d int(5) zerofill, e bigint(5), f boolean, g int unsigned, h int unsigned, i bit(8), j year, k decimal(65,30), l numeric(5), m double(10,2), n float(7,3), o float(24), p float(25), q float(53), r float unsigned);
-- same: float with digits, other words
CREATE TABLE t (a bool, b smallint(1), c mediumint(8) unsigned, d int(5) unsigned zerofill, e int8(5), f tinyint(1), g integer(10) unsigned, h int(10) unsigned, i bit(8), j year, k decimal(65,30), l decimal(5,0), m double(10,2), n float(7,3), o float, p double, q double, r float unsigned);

-- ring: when it was
-- one: now
CREATE TABLE t (a timestamp not null default now(), b datetime default now() on update now(), c timestamp(6) null default current_timestamp(6) on update current_timestamp(6), d datetime(3) default localtimestamp(3), e date default curdate(), f time default curtime());
-- same: current
CREATE TABLE t (a timestamp not null default CURRENT_TIMESTAMP, b datetime null default CURRENT_TIMESTAMP() on update CURRENT_TIMESTAMP, c timestamp(6) null default now(6) on update localtime(6), d datetime(3) default current_timestamp(3), e date default (curdate()), f time default (curtime()));
-- same: local
CREATE TABLE t (a timestamp not null default localtime, b datetime default localtime() on update localtimestamp, c timestamp(6) null default localtimestamp(6) on update now(6), d datetime(3) default now(3), e date default current_date, f time default current_time());
-- one: implicit of the first
CREATE TABLE t (a timestamp, b datetime, c timestamp null, d timestamp not null default '2000-01-01 00:00:00', e date default '2020-01-01', f time default '00:00:00');
-- same: explicit of the first
CREATE TABLE t (a timestamp null default null, b datetime default null, c timestamp null default null, d timestamp not null default '2000-01-01', e date default '20200101', f time default '0:0:0');
-- one: none
CREATE TABLE t (a timestamp not null, b datetime not null, c timestamp(6) null, d datetime(3) not null default '1970-01-01 00:00:01.000', e date not null, f time(2));

-- ring: defaults that are quoted or not
-- one: plain
CREATE TABLE t (a int default 1, b decimal(5,2) default 1.5, c varchar(10) default 'x', d bit(3) default b'101', e double default 1.5, f bigint default -7, g bool default true, h char(3) default '', i text default 'abc', j enum('a','b') default 'a', k set('a','b') default 'a,b', l year default 2020);
-- same: quoted
CREATE TABLE t (a int default '1', b decimal(5,2) default '1.50', c varchar(10) default "x", d bit(3) default 5, e double default '1.5', f bigint default '-7', g bool default 1, h char(3) default "", i text default ('abc'), j enum('a','b') default "a", k set('a','b') default 'b,a', l year default '2020');
-- same: expressions in brackets
CREATE TABLE t (a int default (1), b decimal(5,2) default (1.50), c varchar(10) default ('x'), d bit(3) default (b'101'), e double default (1.5), f bigint default (-7), g bool default (true), h char(3) default (''), i text default 'abc', j enum('a','b') default ('a'), k set('a','b') default ('a,b'), l year default (2020));
-- one: others
CREATE TABLE t (a int default 0x10, b decimal(5,2) default -0.5, c varchar(10) default 'it''s', d bit(3) default b'0', e double default 1e10, f bigint default 9223372036854775807, g bool default false, h char(3) default 'NUL', i text default (concat('a', 'b')), j enum('a','b') default NULL, k set('a','b') default '', l year default '00');
-- one: expressions
CREATE TABLE t (a int default (1 + 1), b decimal(5,2) default (rand()), c varchar(10) default (left(uuid(), 10)), d bit(3) default null, e double default (sqrt(2)), f bigint default (unix_timestamp()), g bool default (1 = 1), h char(3) default (user()), i text default (database()), j enum('a','b'), k set('a','b'), l year default (year(now())));

-- ring: characters given and inherited
-- one: of the table
CREATE TABLE t (a varchar(10), b text, c char(3), d enum('x')) DEFAULT CHARSET=latin1;
-- same: said again
CREATE TABLE t (a varchar(10) character set latin1, b text charset latin1 collate latin1_swedish_ci, c char(3) collate latin1_swedish_ci, d enum('x')) CHARACTER SET latin1 COLLATE latin1_swedish_ci;
-- same: as shown
CREATE TABLE `t` (`a` varchar(10) DEFAULT NULL, `b` text DEFAULT NULL, `c` char(3) DEFAULT NULL, `d` enum('x') DEFAULT NULL) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci;
-- one: of columns
CREATE TABLE t (a varchar(10) character set latin1, b text collate latin1_bin, c char(3) binary, d enum('x') charset ascii);
-- same: of columns, otherwise
CREATE TABLE t (a varchar(10) charset latin1, b text character set latin1 collate latin1_bin, c char(3) collate utf8mb4_bin, d enum('x') character set ascii collate ascii_general_ci) default charset utf8mb4;
-- one: mixed
CREATE TABLE t (a varchar(10), b text charset utf8mb3, c char(3) collate utf8mb3_bin, d enum('x') collate utf8mb4_unicode_ci) charset = utf8mb4 collate = utf8mb4_unicode_ci;
-- same: mixed otherwise
CREATE TABLE t (a varchar(10) collate utf8mb4_unicode_ci, b text character set utf8, c char(3) character set utf8 collate utf8_bin, d enum('x')) default collate utf8mb4_unicode_ci;
-- one: none
CREATE TABLE t (a varchar(10), b text, c char(3), d enum('x'));
-- same: none, as shown
CREATE TABLE t (a varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT NULL, b text, c char(3), d enum('x')) DEFAULT CHARSET=utf8mb4;

-- ring: generated in any words
-- one: as
CREATE TABLE t (a int, b int as (a + 1), c int as (a * 2) stored, d varchar(20) as (concat(a, '-', b)) virtual);
-- same: generated always
CREATE TABLE t (a int, b int generated always as (a + 1) virtual, c int generated always as (a * 2) persistent, d varchar(20) generated always as (concat(a, '-', b)));
-- same: as shown
CREATE TABLE `t` (
  `a` int(11) DEFAULT NULL,
  `b` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL,
  `c` int(11) GENERATED ALWAYS AS (`a` * 2) STORED,
  `d` varchar(20) GENERATED ALWAYS AS (concat(`a`,'-',`b`)) VIRTUAL
);
-- one: changed
CREATE TABLE t (a int, b bigint as (a + 1), c int as (a * 3) stored, d varchar(20) as (concat(a, '/', b)) virtual invisible comment 'x');
-- one: with keys
CREATE TABLE t (a int, b int as (a + 1), c int as (a * 2) stored, d varchar(20) as (concat(a, '-', b)) virtual, key (b), unique (c), key dd (d(5)));
-- one: swapped
CREATE TABLE t (b int, a int as (b - 1), c int as (b * 2) virtual, d varchar(20));
-- one: functions
CREATE TABLE t (a int, b int as (if(a > 1, 1, 0)), c int as (case when a is null then 0 else a end) stored, d varchar(20) as (upper(left(a, 3))) virtual);
-- same: functions otherwise
CREATE TABLE t (a int, b int as (IF(a>1,1,0)), c int as (CASE WHEN (a IS NULL) THEN 0 ELSE a END) stored, d varchar(20) as (ucase(left(a,3))) virtual);

-- ring: checks at columns and beside
-- one: at the column
CREATE TABLE t (a int check (a > 0), b int);
-- one: beside
CREATE TABLE t (a int, b int, check (a > 0));
-- same: named as the server does
CREATE TABLE t (a int, b int, constraint CONSTRAINT_1 check (a > 0));
-- same: as shown
CREATE TABLE `t` (`a` int(11) DEFAULT NULL, `b` int(11) DEFAULT NULL, CONSTRAINT `CONSTRAINT_1` CHECK (`a` > 0));
-- one: both
CREATE TABLE t (a int check (a > 0), b int, check (a > b), constraint named check (b < 10));
-- one: with functions
CREATE TABLE t (a int check (a between 1 and 10), b int check (b in (1, 2, 3)), constraint c check (a <> b or b is null), check (coalesce(a, b) is not null));
-- same: with functions otherwise
CREATE TABLE t (a int check ((a BETWEEN 1 AND 10)), b int check (b IN (1,2,3)), constraint c check (((a != b) OR (b IS NULL))), check (COALESCE(a,b) IS NOT NULL));
-- one: json
CREATE TABLE t (a json, b longtext check (json_valid(b)));
-- same: json as shown
CREATE TABLE t (`a` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`a`)), b longtext DEFAULT NULL CHECK (json_valid(`b`)));

-- ring: keys that are said in many ways
-- one: at the columns
CREATE TABLE t (a int primary key, b int unique, c int unique key, d varchar(50), e int);
-- same: beside
CREATE TABLE t (a int, b int, c int, d varchar(50), e int, primary key (a), unique (b), unique index (c));
-- same: as shown
CREATE TABLE t (a int not null, b int, c int, d varchar(50), e int, primary key (a), unique key `b` (`b`), constraint c unique key (c asc));
-- same: key alone is the primary one
CREATE TABLE t (a int key, b int unique, c int unique, d varchar(50), e int);
-- one: more
CREATE TABLE t (a int, b int, c int, d varchar(50), e int, primary key (a, b), key (d), index (d, e), index x (e) using btree, unique d_e (d(3), e desc), fulltext (d));
-- same: more otherwise
CREATE TABLE t (a int not null, b int not null, c int, d varchar(50), e int);
ALTER TABLE t ADD PRIMARY KEY (a, b), ADD KEY (d), ADD INDEX (d, e), ADD INDEX x USING BTREE (e), ADD UNIQUE d_e (d(3), e DESC), ADD FULLTEXT KEY (d);
-- one: made later
CREATE TABLE t (a int, b int, c int, d varchar(50), e int);
CREATE INDEX i1 ON t (a);
CREATE UNIQUE INDEX i2 ON t (b);
CREATE FULLTEXT INDEX i3 ON t (d);
CREATE INDEX i4 ON t (c DESC, e) COMMENT 'four' IGNORED;
-- same: made at once
CREATE TABLE t (a int, b int, c int, d varchar(50), e int, key i1 (a), unique key i2 (b), fulltext key i3 (d), key i4 (c desc, e) comment 'four' ignored);

-- ring: options that say nothing new
-- one: bare
CREATE TABLE t (a int);
-- same: engine
CREATE TABLE t (a int) engine innodb;
-- same: many
CREATE TABLE t (a int) ENGINE = InnoDB, AUTO_INCREMENT = 1, DEFAULT CHARACTER SET = utf8mb4, COMMENT = '', PACK_KEYS = DEFAULT, MAX_ROWS = 0;
-- one: comment
CREATE TABLE t (a int) COMMENT 'it''s "a" \\ table';
-- same: comment in other quotes
CREATE TABLE t (a int) COMMENT="it's ""a"" \\ table";
-- one: row format
CREATE TABLE t (a int) ROW_FORMAT=DYNAMIC STATS_PERSISTENT=1 STATS_AUTO_RECALC=0 STATS_SAMPLE_PAGES=20;
-- one: page
CREATE TABLE t (a int) PAGE_COMPRESSED=1 PAGE_COMPRESSION_LEVEL=5;
-- same: page in quotes
CREATE TABLE t (a int) `PAGE_COMPRESSED`='1' `PAGE_COMPRESSION_LEVEL`=5;
-- one: aria
CREATE TABLE t (a int) ENGINE=Aria TRANSACTIONAL=1 ROW_FORMAT=PAGE;
-- one: myisam
CREATE TABLE t (a int) ENGINE=MyISAM CHECKSUM=1 DELAY_KEY_WRITE=1 MAX_ROWS=1000 MIN_ROWS=10 AVG_ROW_LENGTH=50 PACK_KEYS=1;
