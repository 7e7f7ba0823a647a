-- migrate:up
CREATE TABLE users (email text);
CREATE INDEX CONCURRENTLY users_email ON users (email);
COMMIT;
-- migrate:down
DROP INDEX users_email;
DROP TABLE users;
