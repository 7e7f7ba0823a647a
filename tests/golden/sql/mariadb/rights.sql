grant select, insert (a, b) on db.* to u@localhost;
grant select insert on db.* to u@localhost;
grant reader to u@10.0.0.1 with admin option;
grant create temporary tables, show view on *.* to u with;
revoke all privileges, garnt option from u;
create user u identified by 'x' password expire interval 3 day account lock;
create user u password password expire;
