create function a() returns int language plpgsql as $$
begin
  return 1;
end
language plpgsql;

create function b() returns int as $$
begin
  return 2;
end
$$ language plpgsql;
select b();
