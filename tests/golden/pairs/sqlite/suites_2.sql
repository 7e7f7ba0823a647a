-- case: suites 2: names with nothing behind them
CREATE TABLE ship (
  id INTEGER PRIMARY KEY CONSTRAINT one,
  name TEXT CONSTRAINT two CONSTRAINT three CHECK (name <> '') CONSTRAINT four,
  crew INTEGER,
  UNIQUE (name, crew) CONSTRAINT five
);
-- rows:
INSERT INTO ship VALUES (1, 'Argo', 50);
-- after:
CREATE TABLE ship (
  id INTEGER PRIMARY KEY CONSTRAINT one,
  name TEXT CONSTRAINT two CONSTRAINT three CHECK (name <> '') CONSTRAINT four,
  crew INTEGER DEFAULT 2 CONSTRAINT five,
  home TEXT,
  UNIQUE (name, crew) CONSTRAINT six
);

-- case: suites 2: a name with nothing behind it says nothing
CREATE TABLE ship (id INTEGER, name TEXT CONSTRAINT a, PRIMARY KEY (id) CONSTRAINT b CONSTRAINT c);
-- equal:
CREATE TABLE ship (id INTEGER, name TEXT, PRIMARY KEY (id));

-- case: suites 2: constraints with no comma and names with nothing behind them
CREATE TABLE ship (id INTEGER, name TEXT, PRIMARY KEY (id) UNIQUE (name) CONSTRAINT one);
-- after:
CREATE TABLE ship (id INTEGER, name TEXT, CONSTRAINT one PRIMARY KEY (id) CONSTRAINT two CHECK (id < 10) CONSTRAINT three);
