-- family: daily
-- one: bare
CREATE TABLE a (id int);
CREATE TABLE b (id int);
-- one: keys
CREATE TABLE a (id int PRIMARY KEY, mail text NOT NULL);
CREATE TABLE b (id int, a_id int, FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE);
CREATE INDEX a_id ON a (id);
-- one: unique target
CREATE TABLE a (id int, code varchar(10) NOT NULL UNIQUE);
CREATE TABLE b (id int PRIMARY KEY, code varchar(10), FOREIGN KEY (code) REFERENCES a (code));
-- one: both ways
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL, FOREIGN KEY (a_id) REFERENCES a (id));
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id);
-- one: self
CREATE TABLE a (id int PRIMARY KEY, parent int, FOREIGN KEY (parent) REFERENCES a (id), mail varchar(99) DEFAULT '');
CREATE VIEW roots AS SELECT id, mail FROM a WHERE parent IS NULL;
-- one: compound
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (id bigint AUTO_INCREMENT PRIMARY KEY, x int, y int, FOREIGN KEY (x, y) REFERENCES a (x, y));
-- one: unique index target
CREATE TABLE a (id bigint, code varchar(20));
CREATE UNIQUE INDEX a_code ON a (code);
CREATE TABLE b (id int, code varchar(20), FOREIGN KEY (code) REFERENCES a (code) ON UPDATE CASCADE);
-- one: enum
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, m enum('sad','ok') NOT NULL DEFAULT 'ok', updated timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
CREATE TRIGGER touch BEFORE UPDATE ON a FOR EACH ROW SET NEW.m = 'ok';
-- one: more
CREATE TABLE a (id bigint AUTO_INCREMENT PRIMARY KEY, m enum('sad','ok','happy') DEFAULT 'happy', n decimal(10,2) CHECK (n >= 0), KEY m_n (m, n DESC)) COMMENT 'x';
CREATE TABLE c (a_id bigint PRIMARY KEY, CONSTRAINT own FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE);
