create table a (id int, name text default 'none');
insert into a values (1, 'one);
insert into a values (2, 'two');
insert into a values (3, 'three');
alter table a add column note text default 'x';
