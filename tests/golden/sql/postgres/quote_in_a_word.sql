insert into a values (1, 'it's one');
insert into a values (2, 'two');
