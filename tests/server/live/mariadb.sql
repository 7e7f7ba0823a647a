CREATE TABLE teams (
    id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name varchar(80) NOT NULL,
    UNIQUE KEY (name)
) ENGINE=InnoDB COMMENT 'groups';
CREATE TABLE users (
    id bigint NOT NULL AUTO_INCREMENT,
    team_id int unsigned NOT NULL,
    email varchar(190) CHARACTER SET latin1 NOT NULL COMMENT 'where it''s sent',
    feeling enum('sad', 'ok') NOT NULL DEFAULT 'ok',
    flag tinyint(1) DEFAULT true,
    price decimal(10, 2) DEFAULT 0 CHECK (price >= 0),
    double_price decimal(10, 2) GENERATED ALWAYS AS (price * 2) STORED,
    data json,
    created_at datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    seen timestamp NULL,
    body text,
    PRIMARY KEY (id),
    KEY by_email (email(20), price DESC),
    FULLTEXT KEY words (body),
    CONSTRAINT some_email CHECK (email <> '' AND price BETWEEN 1 AND 5),
    CONSTRAINT team FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
ALTER TABLE teams ADD COLUMN boss_id bigint, ADD FOREIGN KEY (boss_id) REFERENCES users (id) ON UPDATE CASCADE;
CREATE TABLE log (id int, at date) ENGINE=MyISAM PARTITION BY HASH (id) PARTITIONS 2;
CREATE VIEW z_emails AS SELECT u.email, t.name AS team FROM users u JOIN teams t ON t.id = u.team_id WHERE u.price > 1;
CREATE VIEW a_emails AS SELECT * FROM z_emails;
CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 2;
CREATE FUNCTION total(a int) RETURNS int DETERMINISTIC RETURN a + 1;
CREATE PROCEDURE clean(days int) BEGIN DELETE FROM log; SELECT 1; END;
CREATE TRIGGER touch BEFORE INSERT ON users FOR EACH ROW SET NEW.body = 'x';
CREATE TABLE tokens (token binary(8) NOT NULL DEFAULT '', half binary(4) DEFAULT 'ab', short varbinary(8) NOT NULL DEFAULT '');
CREATE TABLE cut_tokens (token varchar(1024), KEY by_token (token)) DEFAULT CHARSET=utf8mb4;
CREATE TABLE cut_tokens_1 (token varchar(500), KEY by_token (token)) ENGINE=MyISAM DEFAULT CHARSET=latin1 COMMENT 'whole';
CREATE TABLE cut_tokens_4 (token varchar(500), KEY by_token (token)) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4;
CREATE TABLE long_bodies (body text, KEY by_body (body));
