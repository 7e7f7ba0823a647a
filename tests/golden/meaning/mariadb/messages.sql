CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), KEY by_email (email));
ALTER TABLE users ADD KEY by_email (id);
CREATE TABLE teams (id bigint PRIMARY KEY, owner varchar(100), FOREIGN KEY (owner) REFERENCES users (nick));
CREATE TABLE posts (id bigint PRIMARY KEY, author bigint, KEY (author), FOREIGN KEY (author) REFERENCES users (id));
ALTER TABLE posts DROP FOREIGN KEY posts_ibfk_2, DROP COLUMN title;
