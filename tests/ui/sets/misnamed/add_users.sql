-- migrate:up
CREATE TABLE users (id INT);
