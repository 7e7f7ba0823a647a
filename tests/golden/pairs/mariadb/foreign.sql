-- family: foreign keys
CREATE TABLE p (id int NOT NULL PRIMARY KEY, k int NOT NULL, UNIQUE KEY k (k), UNIQUE KEY idk (id, k));
-- one: none
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int);
-- one: unnamed
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, FOREIGN KEY (a) REFERENCES p (id));
-- same: by the server's name
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, KEY a (a), CONSTRAINT c_ibfk_1 FOREIGN KEY (a) REFERENCES p (id));
-- one: two unnamed
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, FOREIGN KEY (a) REFERENCES p (id), FOREIGN KEY (b) REFERENCES p (k));
-- one: two unnamed in another order
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, FOREIGN KEY (b) REFERENCES p (k), FOREIGN KEY (a) REFERENCES p (id));
-- one: named
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id));
-- same: with its index
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, KEY fk (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id));
-- same: restrict
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE RESTRICT ON UPDATE RESTRICT);
-- same: made afterwards
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int);
ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id);
-- one: named with an index name
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, FOREIGN KEY fk (a) REFERENCES p (id));
-- one: its index has another name
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, KEY other (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id));
-- one: its index is unique
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, UNIQUE KEY other (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id));
-- one: its index has more columns
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, KEY other (a, b), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id));
-- one: cascade
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE ON UPDATE CASCADE);
-- one: set null
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL ON UPDATE NO ACTION);
-- one: no action
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE NO ACTION ON UPDATE NO ACTION);
-- one: two columns
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p (id, k));
-- one: another column
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (b) REFERENCES p (k));
-- one: to itself
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES c (id));
-- one: the key is the column
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (id) REFERENCES p (id));
-- one: the column is not null
CREATE TABLE c (id int NOT NULL PRIMARY KEY, a int NOT NULL, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE);

-- family: what is under foreign keys
-- one: int
CREATE TABLE p (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, k int);
CREATE TABLE c (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, p int, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id));
-- one: bigint
CREATE TABLE p (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, k int);
CREATE TABLE c (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, p bigint, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id));
-- one: unsigned and not null
CREATE TABLE p (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, k int);
CREATE TABLE c (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, p int unsigned NOT NULL, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE);
-- one: another key above
CREATE TABLE p (id int NOT NULL, k int NOT NULL, PRIMARY KEY (k), UNIQUE KEY id (id));
CREATE TABLE c (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, p int, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id));
-- one: to the other key
CREATE TABLE p (id int NOT NULL, k int NOT NULL, PRIMARY KEY (k), UNIQUE KEY id (id));
CREATE TABLE c (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, p int, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (k));
-- one: without numbering
CREATE TABLE p (id int NOT NULL PRIMARY KEY, k int);
CREATE TABLE c (id int NOT NULL PRIMARY KEY, p int, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id));
-- one: without a foreign key
CREATE TABLE p (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, k int);
CREATE TABLE c (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, p int);
-- one: without the table above
CREATE TABLE c (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, p int);
-- one: without the table below
CREATE TABLE p (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, k int);
-- one: in a circle
CREATE TABLE p (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, k int);
CREATE TABLE c (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, p int, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id));
ALTER TABLE p ADD CONSTRAINT p_c FOREIGN KEY (k) REFERENCES c (id);
-- one: in another circle
CREATE TABLE p (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, k int, p int, CONSTRAINT p_p FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE);
CREATE TABLE c (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, p int, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES c (id));
-- one: nothing
CREATE TABLE other (id int);
-- one: in another order of columns
CREATE TABLE p (k int, id int NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE c (p int, id int NOT NULL AUTO_INCREMENT PRIMARY KEY, CONSTRAINT c_p FOREIGN KEY (p) REFERENCES p (id));

-- family: checks
-- one: none
CREATE TABLE t (a int, b int);
-- one: unnamed
CREATE TABLE t (a int, b int, CHECK (a > b));
-- same: by the server's name
CREATE TABLE t (a int, b int, CONSTRAINT CONSTRAINT_1 CHECK (a > b));
-- one: two unnamed
CREATE TABLE t (a int, b int, CHECK (a > b), CHECK (a > 0));
-- one: two the other way round
CREATE TABLE t (a int, b int, CHECK (a > 0), CHECK (a > b));
-- one: named
CREATE TABLE t (a int, b int, CONSTRAINT x CHECK (a > b and b > 0));
-- same: named, with brackets
CREATE TABLE t (a int, b int, CONSTRAINT x CHECK ((a > b) AND (`b` > 0)));
-- one: named otherwise
CREATE TABLE t (a int, b int, CONSTRAINT y CHECK (a > b and b > 0));
-- one: of strings
CREATE TABLE t (a int, b int, CONSTRAINT x CHECK (a in (1, 2) or b is null or concat(a, 'x') like 'y%'));
-- one: at both columns
CREATE TABLE t (a int CHECK (a > 0), b int CHECK (b > a));
-- one: at both columns and the table
CREATE TABLE t (a int CHECK (a > 1), b int CHECK (b > a), CONSTRAINT x CHECK (a <> b));
