create table a (id int, "name text);
insert into a values (1, 'one');
create index a_name on a ("name");
create table b (id int);
