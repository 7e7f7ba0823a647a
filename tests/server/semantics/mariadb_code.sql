-- case a procedure asks what is there before it changes it
CREATE TABLE parcels (id int PRIMARY KEY, sent_on date, KEY by_day (sent_on));
DELIMITER $$
CREATE PROCEDURE step() MODIFIES SQL DATA
BEGIN
    IF EXISTS (SELECT * FROM information_schema.columns WHERE table_schema = database() AND table_name = 'parcels' AND column_name = 'sent_on') THEN
        ALTER TABLE parcels CHANGE sent_on shipped date;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.STATISTICS c WHERE c.TABLE_NAME = 'parcels' AND c.INDEX_NAME = 'by_day' AND c.TABLE_SCHEMA = SCHEMA()) THEN
        ALTER TABLE parcels ADD never int;
    ELSEIF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'boxes' AND table_schema = database()) THEN
        ALTER TABLE parcels ADD never int;
    ELSE
        ALTER TABLE parcels ADD weight int;
    END IF;
END$$
DELIMITER ;
CALL step();
SELECT shipped, weight FROM parcels;
-- error M0403 unknown column `sent_on` of table `parcels`
SELECT sent_on FROM parcels;
-- case what it asks twice is there the second time
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE Add_Once(IN tab varchar(64), col varchar(64), kind text)
outer_one: BEGIN
    DECLARE found, more INT DEFAULT 0;
    SELECT COUNT(*) INTO found FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = database() AND TABLE_NAME = tab AND COLUMN_NAME = col;
    IF found > 0 THEN
        SELECT CONCAT(col, ' is there') AS said;
        LEAVE outer_one;
    END IF;
    SET @add = CONCAT('ALTER TABLE `', tab, '` ADD COLUMN `', col, '` ', kind);
    PREPARE adding FROM @add;
    EXECUTE adding;
    DEALLOCATE PREPARE adding;
END//
DELIMITER ;
CALL add_once('parcels', 'width', 'int NOT NULL DEFAULT 0');
CALL add_once('parcels', 'width', 'int NOT NULL DEFAULT 0');
CALL ADD_ONCE('parcels', 'Width', 'text');
INSERT INTO parcels (id, width) VALUES (1, 2);
-- error M0403 unknown column `height` of table `parcels`
INSERT INTO parcels (id, height) VALUES (1, 2);
DROP PROCEDURE add_once;
-- case a mistake in what a procedure does is one of the statement that calls it
CREATE TABLE parcels (id int PRIMARY KEY);
CREATE PROCEDURE widen() ALTER TABLE parcels MODIFY widht bigint;
-- error M0403 unknown column `widht` of table `parcels`
CALL widen();
-- case a mistake in what is put together
CREATE TABLE parcels (id int PRIMARY KEY);
SET @t = 'parcels';
SET @text = CONCAT('ALTER TABLE ', @t, ' DORP COLUMN id');
-- error M0301 syntax error: unexpected `DORP`
PREPARE wrong FROM @text;
-- case rows are asked for, and rows are all that follows
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE fill()
BEGIN
    DECLARE done INT DEFAULT FALSE;
    DECLARE one INT;
    DECLARE parcel CURSOR FOR SELECT id FROM parcels;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = TRUE;
    IF (SELECT COUNT(*) FROM parcels) = 0 THEN
        INSERT INTO parcels VALUES (1);
    END IF;
    OPEN parcel;
    every: LOOP
        FETCH parcel INTO one;
        IF done THEN LEAVE every; END IF;
        UPDATE parcels SET id = one + 1 WHERE id = one;
    END LOOP;
    CLOSE parcel;
    CASE WHEN 1 = 2 THEN ALTER TABLE parcels ADD never int; ELSE ALTER TABLE parcels ADD filled int; END CASE;
END//
DELIMITER ;
CALL fill();
SELECT filled FROM parcels;
-- case rows are asked for, and the schema follows from them
CREATE TABLE parcels (id int PRIMARY KEY);
CREATE PROCEDURE maybe() IF (SELECT COUNT(*) FROM parcels) = 0 THEN ALTER TABLE parcels ADD made int; END IF;
CALL maybe();
SELECT made FROM parcels;
-- case an error may be passed over
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE tolerant()
BEGIN
    DECLARE CONTINUE HANDLER FOR 1060 BEGIN END;
    ALTER TABLE parcels ADD id int;
    ALTER TABLE parcels ADD more int;
END//
DELIMITER ;
CALL tolerant();
SELECT more FROM parcels;
-- case code that stands for itself
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
BEGIN NOT ATOMIC
    DECLARE wanted varchar(20) DEFAULT 'weight';
    EXECUTE IMMEDIATE CONCAT('ALTER TABLE parcels ADD ', wanted, ' int');
END//
IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = database() AND table_name = 'parcels' AND column_name LIKE 'wei%') THEN
    CREATE TABLE weights (id int PRIMARY KEY);
END IF//
WHILE 1 = 2 DO
    DROP TABLE parcels;
END WHILE//
DELIMITER ;
SELECT weight FROM parcels;
SELECT id FROM weights;
-- error M0403 unknown column `height` of table `parcels`
SELECT height FROM parcels;
-- case keys and constraints are asked for
CREATE TABLE senders (id int PRIMARY KEY, mail varchar(20) UNIQUE);
CREATE TABLE parcels (id int PRIMARY KEY, sender int, CONSTRAINT by_sender FOREIGN KEY (sender) REFERENCES senders (id));
DELIMITER //
CREATE PROCEDURE step()
BEGIN
    IF EXISTS (SELECT NULL FROM information_schema.TABLE_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME = 'parcels' AND CONSTRAINT_NAME = 'by_sender' AND CONSTRAINT_TYPE = 'FOREIGN KEY') THEN
        ALTER TABLE parcels DROP FOREIGN KEY by_sender;
    END IF;
    IF (SELECT COUNT(*) FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'senders' AND COLUMN_NAME = 'mail' AND REFERENCED_TABLE_NAME IS NULL) = 1 THEN
        ALTER TABLE senders DROP KEY mail;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME = 'parcels') AND (SELECT DATA_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'senders' AND COLUMN_NAME = 'mail') = 'varchar' THEN
        ALTER TABLE senders ADD told int;
    END IF;
END//
DELIMITER ;
CALL step();
DROP TABLE senders;
CREATE TABLE senders (id int);
-- case a setting and a variable of the session in code
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE step(IN name varchar(20))
BEGIN
    SET @wanted = name, @more = IFNULL(NULL, UPPER('x'));
    SET SESSION sql_notes = 0;
    SET @text = CONCAT('CREATE TABLE ', @wanted, '_', @more, ' (id int)');
    PREPARE s FROM @text;
    EXECUTE s;
END//
DELIMITER ;
CALL step('boxes');
SELECT id FROM boxes_X;
SELECT @wanted INTO @again;
EXECUTE IMMEDIATE CONCAT('ALTER TABLE ', @again, '_X ADD more int');
SELECT more FROM boxes_X;
-- case of another database nobody knows
CREATE TABLE parcels (id int PRIMARY KEY);
CREATE PROCEDURE step() IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'test' AND table_name = 'parcels' AND column_name = 'more') THEN ALTER TABLE parcels ADD more int; END IF;
CALL step();
SELECT more FROM parcels;
-- case a value that is put in with EXECUTE
CREATE TABLE parcels (id int PRIMARY KEY);
PREPARE s FROM 'INSERT INTO parcels VALUES (?)';
SET @one = 1;
EXECUTE s USING @one;
PREPARE s FROM 'SELECT id FROM parcels WHERE id = ?';
EXECUTE s USING @one;
-- error M0403 unknown column `more` of table `parcels`
SELECT more FROM parcels;
-- case what is done again and again
DELIMITER //
CREATE PROCEDURE months(IN last int)
BEGIN
    DECLARE month int DEFAULT 0;
    every: LOOP
        SET month = month + 1;
        IF month = 2 THEN ITERATE every; END IF;
        IF month > last THEN LEAVE every; END IF;
        EXECUTE IMMEDIATE CONCAT('CREATE TABLE log_', month, ' (id int PRIMARY KEY)');
    END LOOP every;
    REPEAT
        SET month = month - 1;
        EXECUTE IMMEDIATE CONCAT('ALTER TABLE log_', last, ' ADD c', month, ' int');
    UNTIL month <= last - 1 END REPEAT;
    WHILE month > 1 DO
        SET month = month - 1;
        EXECUTE IMMEDIATE CONCAT('DROP TABLE IF EXISTS log_', month);
    END WHILE;
END//
DELIMITER ;
CALL months(4);
SELECT id, c4, c3 FROM log_4;
SELECT id FROM log_3;
-- error M0401 unknown table `log_1`
SELECT id FROM log_1;
-- case no row is found
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE step()
BEGIN
    DECLARE none_left INT DEFAULT 0;
    DECLARE one INT;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET none_left = 1;
    SELECT id INTO one FROM parcels WHERE id = 1;
    IF none_left = 1 THEN ALTER TABLE parcels ADD more int; END IF;
END//
DELIMITER ;
CALL step();
SELECT more FROM parcels;
-- case an error is told and passed on
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE step()
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;
    START TRANSACTION;
    ALTER TABLE parcels ADD more int;
    COMMIT;
END//
DELIMITER ;
CALL step();
SELECT more FROM parcels;
-- error M0404 column `more` of table `parcels` exists already
CALL step();
-- case schemas and names are compared in other words
CREATE TABLE parcels (id int PRIMARY KEY, weight int);
SET @drop = IF((SELECT TRUE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA LIKE DATABASE() AND TABLE_NAME = 'parcels' AND COLUMN_NAME = 'Weight' COLLATE utf8mb4_general_ci) = TRUE, 'ALTER TABLE parcels DROP COLUMN weight', 'SELECT 1');
PREPARE s FROM @drop;
EXECUTE s;
-- error M0403 unknown column `weight` of table `parcels`
SELECT weight FROM parcels;
-- case a query that gives a variable its value on the way
CREATE TABLE parcels (id int PRIMARY KEY);
SELECT @there := COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'parcels' AND COLUMN_NAME = 'weight';
SET @add = IF(@there = 0, 'ALTER TABLE parcels ADD weight int', 'DO 0');
PREPARE s FROM @add;
EXECUTE s;
SELECT weight FROM parcels;
-- error M0403 unknown column `height` of table `parcels`
SELECT height FROM parcels;
SELECT @one := id, @two := weight FROM parcels;
EXECUTE IMMEDIATE CONCAT('CREATE TABLE IF NOT EXISTS u', COALESCE(@two, 1), ' (id int)');
SELECT * FROM u1;
-- case a text that grows and grows
CREATE TABLE parcels (id int PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE grow()
BEGIN
    DECLARE n int DEFAULT 0;
    DECLARE s longtext DEFAULT 'a';
    WHILE n < 20 DO
        SET s = CONCAT(s, s), n = n + 1;
        EXECUTE IMMEDIATE 'DO 1';
    END WHILE;
    IF NOT NOT NOT - - 0 AND s LIKE '%a%a%a%a%a%a%a%a%a%a%a%' THEN ALTER TABLE parcels ADD grown int; END IF;
END//
DELIMITER ;
CALL grow();
SELECT grown FROM parcels;
-- case an expression that goes deep
CREATE TABLE parcels (id int PRIMARY KEY);
DO NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT 1;
SET @x = NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT 1;
SELECT id FROM parcels;
