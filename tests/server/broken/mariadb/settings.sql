CREATE TABLE t (a INT);
-- missed
SET nosuch = 1;
-- missed
SET @@nosuch = 1;
-- missed
SET SESSION nosuch_variable = 'x';
-- missed
SET GLOBAL nosuch_variable = 5;
-- missed
SET sql_mode = 'NOSUCH_MODE';
-- missed
SET sql_mode = 'STRICT_TRANS_TABLES,NO_SUCH';
-- error M0412 unknown system variable `foreign_key_check`
SET foreign_key_check = 0;
-- error M0412 unknown system variable `foreign_keys_checks`
SET foreign_keys_checks = 0;
-- error M0412 unknown system variable `unique_check`
SET unique_check = 0;
-- error M0417 `autocommit` is `ON` or `OFF`, and is set to `5`
SET autocommit = 5;
-- error M0417 `autocommit` is `ON` or `OFF`, and is set to `maybe`
SET autocommit = 'maybe';
-- error M0417 `foreign_key_checks` is `ON` or `OFF`, and is set to `2`
SET foreign_key_checks = 2;
-- error M0417 `foreign_key_checks` is `ON` or `OFF`, and is set to `x`
SET foreign_key_checks = 'x';
-- error M0412 unknown character set `nosuch`
SET NAMES nosuch;
-- error M0417 the collation `latin1_bin` is not one of `utf8mb4`
SET NAMES utf8mb4 COLLATE latin1_bin;
-- error M0412 unknown collation `nosuch_ci`
SET NAMES utf8mb4 COLLATE nosuch_ci;
-- error M0412 unknown character set `nosuch`
SET CHARACTER SET nosuch;
-- error M0412 unknown character set `nosuch`
SET character_set_client = nosuch;
-- missed
SET character_set_client = utf16;
-- error M0412 unknown collation `nosuch_ci`
SET collation_connection = nosuch_ci;
-- missed
SET time_zone = 'Nowhere/Land';
-- missed
SET time_zone = '+25:00';
SET time_zone = '+02:00';
-- missed
SET default_storage_engine = nosuch;
SET storage_engine = InnoDB;
-- error M0425 `version` can only be read
SET version = '5';
-- error M0425 `version_comment` can only be read
SET @@version_comment = 'x';
-- error M0425 `max_connections` is a variable of the server, not of a session
SET SESSION max_connections = 5;
-- error M0425 `max_connections` is a variable of the server, not of a session
SET max_connections = 10;
-- error M0425 `innodb_buffer_pool_size` is a variable of the server, not of a session
SET innodb_buffer_pool_size = 1;
-- error M0425 `innodb_file_per_table` is a variable of the server, not of a session
SET SESSION innodb_file_per_table = 1;
-- error M0425 `event_scheduler` is a variable of the server, not of a session
SET SESSION event_scheduler = ON;
-- error M0425 `log_bin_trust_function_creators` is a variable of the server, not of a session
SET SESSION log_bin_trust_function_creators = 1;
-- missed
SET GLOBAL insert_id = 5;
-- missed
SET GLOBAL timestamp = 5;
-- error M0425 `max_allowed_packet` is a variable of the server, not of a session
SET max_allowed_packet = 1000000;
-- error M0425 `max_allowed_packet` is a variable of the server, not of a session
SET SESSION max_allowed_packet = 1000000;
-- error M0417 `group_concat_max_len` is a number, and is set to `x`
SET group_concat_max_len = 'x';
SET group_concat_max_len = 5000;
-- missed
SET lock_wait_timeout = 10.5;
-- error M0417 `wait_timeout` is a number, and is set to `long`
SET wait_timeout = 'long';
SET tx_isolation = 'READ-COMMITTED';
-- missed
SET tx_isolation = 'nothing';
-- missed
SET transaction_isolation = 'READ-COMMITTED';
SET sql_log_bin = 1;
-- error M0417 `sql_log_bin` is `ON` or `OFF`, and is set to `often`
SET sql_log_bin = 'often';
SET sql_safe_updates = 1;
SET sql_safe_updates = 0;
-- error M0417 `big_tables` is `ON` or `OFF`, and is set to `3`
SET big_tables = 3;
SET character_set_database = utf8mb4;
-- error M0425 `character_set_system` can only be read
SET character_set_system = utf8;
-- missed
SET lc_time_names = 'xx_XX';
-- missed
SET optimizer_switch = 'nosuch=on';
SET optimizer_switch = 'mrr=on';
SET innodb_lock_wait_timeout = 5;
SET innodb_strict_mode = 1;
-- error M0425 `innodb_large_prefix` is a variable of the server, not of a session
SET innodb_large_prefix = 1;
-- missed
SET GLOBAL innodb_large_prefix = 1;
-- missed
SET GLOBAL innodb_file_format = Barracuda;
-- missed
SET sql_require_primary_key = 0;
-- missed
SET SESSION sql_generate_invisible_primary_key = 0;
SET explicit_defaults_for_timestamp = 1;
-- missed
SET information_schema_stats_expiry = 0;
-- missed
SET default_collation_for_utf8mb4 = utf8mb4_general_ci;
-- missed
SELECT @@nosuch;
-- missed
SELECT @@session.nosuch;
-- missed
SELECT @@global.nosuch_thing, @x;
SELECT @@sql_mode, @@global.max_connections, @@version;
-- missed
SELECT @@session.max_connections;
-- missed
SELECT @@global.insert_id;
-- error M0403 unknown column `nosuch`
SET @x = nosuch;
-- error M0403 unknown column `nosuch` of table `t`
SET @x = (SELECT nosuch FROM t);
-- error M0418 a query that stands for one value returns 2 columns
SET @x = (SELECT 1, 2);
-- error M0403 unknown column `a`
SET @x = a;
-- missed
SET PASSWORD = 'x';
-- missed
SET STATEMENT nosuch = 1 FOR SELECT 1;
-- error M0403 unknown column `nosuch`
SET STATEMENT max_statement_time = 1 FOR SELECT nosuch;
SHOW VARIABLES LIKE 'x';
-- error M0401 unknown table `nosuch`
SHOW COLUMNS FROM nosuch;
-- error M0401 unknown table `nosuch`
SHOW CREATE TABLE nosuch;
-- missed
SHOW CREATE VIEW t;
-- error M0401 unknown table `nosuch`
SHOW INDEX FROM nosuch;
-- error M0401 unknown table `nosuch`
DESCRIBE nosuch;
-- error M0401 unknown table `nosuch`
EXPLAIN SELECT * FROM nosuch;
-- error M0403 unknown column `nosuch` of table `t`
EXPLAIN SELECT nosuch FROM t;
-- error M0401 unknown table `nosuch`
LOCK TABLES nosuch READ;
-- error M0401 unknown table `nosuch`
TRUNCATE nosuch;
ANALYZE TABLE t;
-- missed
KILL 'x';
-- missed
USE nosuch_database;
-- missed
SHOW TABLES FROM nosuch_database;
-- error M0403 unknown column `nosuch` of table `t`
PREPARE p FROM 'SELECT nosuch FROM t';
-- error M0301 syntax error: unexpected `SELEC`
PREPARE p FROM 'SELEC 1';
PREPARE p FROM 'SELECT a FROM t WHERE a = ?';
-- missed
EXECUTE p;
-- missed
EXECUTE p USING @x, @y;
-- missed
EXECUTE nosuch;
EXECUTE p USING @x;
DEALLOCATE PREPARE p;
-- missed
DEALLOCATE PREPARE p;
-- error M0403 unknown column `nosuch` of table `t`
EXECUTE IMMEDIATE 'SELECT nosuch FROM t';
-- missed
GRANT SELECT ON nosuch TO 'root'@'localhost';
-- missed
GRANT SELECT (nosuch) ON t TO 'root'@'localhost';
-- missed
GRANT EXECUTE ON PROCEDURE nosuch TO 'root'@'localhost';
-- missed
GRANT EXECUTE ON t TO 'root'@'localhost';
-- missed
GRANT RELOAD ON t TO 'root'@'localhost';
-- missed
GRANT SUPER ON *.* TO migrate_nobody;
-- missed
GRANT SELECT ON t TO migrate_nobody;
-- missed
GRANT FILE ON nosuch_database.* TO 'root'@'localhost';
-- missed
REVOKE SELECT ON t FROM migrate_nobody;
-- missed
SET ROLE migrate_nothing;
-- missed
ALTER USER migrate_nobody IDENTIFIED BY 'x';
-- missed
RENAME USER migrate_nobody TO migrate_u2;
