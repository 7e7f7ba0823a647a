-- family: charsets
-- one: nothing said
CREATE TABLE t (a varchar(20), b text, c int);
-- same: what holds anyway
CREATE TABLE t (a varchar(20) CHARACTER SET utf8mb4, b text COLLATE utf8mb4_general_ci, c int) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- one: table of another collation
CREATE TABLE t (a varchar(20), b text, c int) COLLATE utf8mb4_unicode_ci;
-- same: with its charset
CREATE TABLE t (a varchar(20), b text, c int) CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- same: with the columns
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_unicode_ci, b text CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, c int) CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- one: table of latin1
CREATE TABLE t (a varchar(20), b text, c int) CHARSET latin1;
-- same: table of latin1 with its collation
CREATE TABLE t (a varchar(20), b text, c int) DEFAULT CHARACTER SET = latin1 COLLATE = latin1_swedish_ci;
-- one: table of latin1 with columns of utf8mb4
CREATE TABLE t (a varchar(20) CHARSET utf8mb4, b text CHARSET utf8mb4, c int) CHARSET latin1;
-- one: table of utf8
CREATE TABLE t (a varchar(20), b text, c int) CHARSET utf8;
-- same: table of utf8mb3
CREATE TABLE t (a varchar(20), b text, c int) CHARSET utf8mb3 COLLATE utf8_general_ci;
-- same: columns of utf8, too
CREATE TABLE t (a varchar(20) CHARACTER SET utf8, b text COLLATE utf8_general_ci, c int) CHARSET utf8mb3;
-- one: columns of their own
CREATE TABLE t (a varchar(20) CHARACTER SET latin1, b text COLLATE utf8mb4_bin, c int);
-- same: columns of their own, in full
CREATE TABLE t (a varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci, b text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, c int);
-- one: binary collations by name
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin, b text CHARACTER SET latin1 COLLATE latin1_bin, c int);
-- one: by their names
CREATE TABLE t (a varchar(20) CHARACTER SET latin1, b text CHARACTER SET ucs2, c int);

-- family: charsets with keys
-- one: utf8mb4
CREATE TABLE p (id varchar(20) PRIMARY KEY) CHARSET=utf8mb4;
CREATE TABLE c (p varchar(20), KEY p (p), CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id)) CHARSET=utf8mb4;
-- one: latin1
CREATE TABLE p (id varchar(20) PRIMARY KEY) CHARSET=latin1;
CREATE TABLE c (p varchar(20), KEY p (p), CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id)) CHARSET=latin1;
-- one: unicode
CREATE TABLE p (id varchar(20) PRIMARY KEY) COLLATE=utf8mb4_unicode_ci;
CREATE TABLE c (p varchar(20), KEY p (p), CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id)) COLLATE=utf8mb4_unicode_ci;
-- one: no key
CREATE TABLE p (id varchar(20) PRIMARY KEY) COLLATE=utf8mb4_unicode_ci;
CREATE TABLE c (p varchar(20), KEY p (p));

-- family: converted afterwards
-- one: made so
CREATE TABLE t (a varchar(20), b text) CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- same: converted
CREATE TABLE t (a varchar(20) CHARACTER SET latin1, b text) CHARSET=utf8mb4;
ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- one: the default only
CREATE TABLE t (a varchar(20), b text) CHARSET=latin1;
ALTER TABLE t DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
