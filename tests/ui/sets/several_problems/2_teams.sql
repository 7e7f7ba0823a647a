-- migrate:revise 1

-- migrate:up
CREATE TABLE teams (id bigint PRIMARY KEY);
