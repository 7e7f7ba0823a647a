create table a (id int, `name text);
insert into a values (1, 'one');
delimiter //
create procedure p() begin select `id` from a; end //
delimiter ;
alter table a drop column `name`;
