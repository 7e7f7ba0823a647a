create procedure p()
begin
  select 'one;
  select 'two';
end;
select 'three';
create table b (id int);
