create table s (state text check (state in ('new', done', 'failed')));
insert into s values ('new');
