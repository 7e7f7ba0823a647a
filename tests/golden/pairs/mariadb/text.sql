-- family: names
-- one: plain
CREATE TABLE t (a int PRIMARY KEY, b int);
-- one: reserved words
CREATE TABLE `order` (`key` int PRIMARY KEY, `group` int, `select` varchar(10), KEY `index` (`group`), CONSTRAINT `check` CHECK (`group` > 0));
-- one: reserved words, more
CREATE TABLE `order` (`key` int, `group` bigint, `from` varchar(10) NOT NULL, KEY `index` (`group`, `from`), CONSTRAINT `check` CHECK (`group` > 1));
-- one: signs
CREATE TABLE `a-b` (`c d` int PRIMARY KEY, `e.f` int, `g``h` int, `ü` int, KEY `i j` (`e.f`), KEY `ü-k` (`ü`, `g``h`));
-- one: signs, more
CREATE TABLE `a-b` (`c d` bigint PRIMARY KEY, `g``h` varchar(10), `1a` int DEFAULT 1 COMMENT 'x', KEY `i j` (`1a`), CONSTRAINT `k-l` CHECK (`1a` > 0));
-- one: mixed case
CREATE TABLE MyTable (MyId int PRIMARY KEY, otherId int, KEY OtherKey (OTHERID));
-- one: mixed case, more
CREATE TABLE MyTable (MyId int PRIMARY KEY, otherId bigint, UNIQUE KEY OtherKey (otherid, myid));

-- family: a dump
-- one: by hand
CREATE TABLE users (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(190) NOT NULL UNIQUE, created datetime DEFAULT CURRENT_TIMESTAMP) COMMENT='people';
CREATE TABLE posts (id int PRIMARY KEY, user_id int unsigned, body mediumtext, CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);
CREATE VIEW active AS SELECT id, email FROM users;
CREATE TRIGGER lower_email BEFORE INSERT ON users FOR EACH ROW SET NEW.email = lower(NEW.email);
-- same: as mysqldump writes it
-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
DROP TABLE IF EXISTS `posts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8 */;
CREATE TABLE `posts` (
  `id` int(11) NOT NULL,
  `user_id` int(10) unsigned DEFAULT NULL,
  `body` mediumtext DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `posts_user` (`user_id`),
  CONSTRAINT `posts_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;
DROP TABLE IF EXISTS `users`;
CREATE TABLE `users` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(190) NOT NULL,
  `created` datetime DEFAULT current_timestamp(),
  PRIMARY KEY (`id`),
  UNIQUE KEY `email` (`email`)
) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='people';
LOCK TABLES `users` WRITE;
/*!40000 ALTER TABLE `users` DISABLE KEYS */;
/*!40000 ALTER TABLE `users` ENABLE KEYS */;
UNLOCK TABLES;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER lower_email BEFORE INSERT ON users FOR EACH ROW SET NEW.email = lower(NEW.email) */;;
DELIMITER ;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `active` AS select `users`.`id` AS `id`,`users`.`email` AS `email` from `users` */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
-- one: changed
CREATE TABLE users (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(190), name varchar(20) NOT NULL DEFAULT '') COMMENT='people';
CREATE TABLE posts (id int PRIMARY KEY, user_id int unsigned, body text, CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);
CREATE VIEW active AS SELECT id, email, name FROM users;
