-- family: dumps: a whole dump
-- one: by hand
CREATE TABLE authors (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, UNIQUE (name));
CREATE TABLE books (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, author_id int NOT NULL, title varchar(100), price decimal(6,2) NOT NULL DEFAULT 9.5, published date, meta json, FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE);
CREATE VIEW titles AS SELECT b.title, a.name FROM books b JOIN authors a ON a.id = b.author_id;
CREATE TRIGGER books_bi BEFORE INSERT ON books FOR EACH ROW SET NEW.title = trim(NEW.title);
CREATE PROCEDURE count_books (OUT n int) SELECT count(*) INTO n FROM books;
CREATE FUNCTION twice (x int) RETURNS int DETERMINISTIC RETURN x * 2;
CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM books WHERE title IS NULL;
-- same: as mariadb-dump writes it
/*M!999999\- enable the sandbox mode */
-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: x
-- ------------------------------------------------------
-- Server version	10.11.6-MariaDB

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `authors`
--

DROP TABLE IF EXISTS `authors`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `authors` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(50) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

DROP TABLE IF EXISTS `books`;
CREATE TABLE `books` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `author_id` int(11) NOT NULL,
  `title` varchar(100) DEFAULT NULL,
  `price` decimal(6,2) NOT NULL DEFAULT 9.50,
  `published` date DEFAULT NULL,
  `meta` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`meta`)),
  PRIMARY KEY (`id`),
  KEY `author_id` (`author_id`),
  CONSTRAINT `books_ibfk_1` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER books_bi BEFORE INSERT ON books FOR EACH ROW SET NEW.title = trim(NEW.title) */;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
SET @saved_cs_client     = @@character_set_client;
/*!50001 CREATE VIEW `titles` AS SELECT
 1 AS `title`,
  1 AS `name` */;
SET character_set_client = @saved_cs_client;
/*!50106 SET @save_time_zone= @@TIME_ZONE */ ;
/*!50106 DROP EVENT IF EXISTS `tidy` */;
DELIMITER ;;
/*!50003 SET sql_mode              = '' */ ;;
/*!50106 CREATE*/ /*!50117 DEFINER=`root`@`localhost`*/ /*!50106 EVENT `tidy` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM books WHERE title IS NULL */ ;;
DELIMITER ;
/*!50106 SET TIME_ZONE= @save_time_zone */ ;
/*!50003 DROP FUNCTION IF EXISTS `twice` */;
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` FUNCTION `twice`(x int) RETURNS int(11)
    DETERMINISTIC
RETURN x * 2 ;;
DELIMITER ;
/*!50003 DROP PROCEDURE IF EXISTS `count_books` */;
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` PROCEDURE `count_books`(OUT n int)
SELECT count(*) INTO n FROM books ;;
DELIMITER ;

/*!50001 DROP VIEW IF EXISTS `titles`*/;
/*!50001 SET @saved_cs_client          = @@character_set_client */;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `titles` AS select `b`.`title` AS `title`,`a`.`name` AS `name` from (`books` `b` join `authors` `a` on(`a`.`id` = `b`.`author_id`)) */;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
-- Dump completed on 2026-01-01  0:00:00
-- one: another state
CREATE TABLE authors (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(80) NOT NULL, born year, UNIQUE (name, born));
CREATE TABLE books (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, author_id int, title text NOT NULL, price decimal(8,2) NOT NULL DEFAULT 9.5, meta json NOT NULL, FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE SET NULL, FULLTEXT (title));
CREATE VIEW titles AS SELECT b.title, a.name, a.born FROM books b LEFT JOIN authors a ON a.id = b.author_id;
CREATE TRIGGER books_bu BEFORE UPDATE ON books FOR EACH ROW SET NEW.title = trim(NEW.title);
CREATE PROCEDURE count_books (OUT n int, IN a int) SELECT count(*) INTO n FROM books WHERE author_id = a;

-- family: dumps: as phpmyadmin writes it
-- one: by hand
CREATE TABLE t (id int(10) UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, a varchar(20), p int(10) UNSIGNED, UNIQUE KEY a (a), KEY p (p), CONSTRAINT t_p FOREIGN KEY (p) REFERENCES t (id));
-- same: by steps
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";
CREATE TABLE `t` (
  `id` int(10) UNSIGNED NOT NULL,
  `a` varchar(20) DEFAULT NULL,
  `p` int(10) UNSIGNED DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
ALTER TABLE `t`
  ADD PRIMARY KEY (`id`),
  ADD UNIQUE KEY `a` (`a`),
  ADD KEY `p` (`p`);
ALTER TABLE `t`
  MODIFY `id` int(10) UNSIGNED NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=12;
ALTER TABLE `t`
  ADD CONSTRAINT `t_p` FOREIGN KEY (`p`) REFERENCES `t` (`id`);
COMMIT;
-- one: another
CREATE TABLE t (id bigint UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, a varchar(40) NOT NULL DEFAULT '', p bigint UNSIGNED, KEY a (a), CONSTRAINT t_p FOREIGN KEY (p) REFERENCES t (id) ON DELETE CASCADE);

-- family: dumps: of 8
-- one: by hand
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, a varchar(20) NOT NULL DEFAULT 'x', b tinyint(1) NOT NULL DEFAULT 0, c timestamp NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(), d decimal(10,2) DEFAULT 1.5, KEY k (a, b), CHECK (b IN (0, 1)));
-- same: as mysqldump of 8 writes it
/*!50503 SET NAMES utf8mb4 */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `t` (
  `id` int NOT NULL AUTO_INCREMENT,
  `a` varchar(20) NOT NULL DEFAULT 'x',
  `b` tinyint(1) NOT NULL DEFAULT '0',
  `c` timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `d` decimal(10,2) DEFAULT '1.50',
  PRIMARY KEY (`id`),
  KEY `k` (`a`,`b`),
  CHECK (`b` in (0,1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
-- one: another
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, a varchar(20) NOT NULL, b tinyint(1) NOT NULL DEFAULT 1, c datetime DEFAULT current_timestamp(), KEY k (b), CHECK (b IN (0, 1, 2)));
