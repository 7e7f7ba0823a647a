create procedure p() loop select 1; leave x; end loop;
create procedure p(start int, end int) begin while start < end do set start = start + 1; end while; end;
create function f() returns int if (exists (select 1)) then return 1; else return if(1, 2, 3); end if;
begin not atomic if (1 in (select 1)) then select 1; end if; for i in 1 .. 3 do select i; end for; end;
set statement sql_mode = '' for create procedure p() begin select 1; select 2; end;
create procedure p() begin xa end 'x'; select 1; end;
create procedure p() drop table if exists a;
select 1;
