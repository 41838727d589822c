-- Categories are a register with versions. How long handling takes, the limits of stages alone say (V046 took it over).
alter table incident_category drop column limit_minutes;
alter table incident_category add column version integer default 1 not null;
alter table incident_category add column keywords varchar(700) default '' not null;
alter table incident_category add column parent varchar(60) default '' not null;
alter table incident_category add column conditions varchar(4000) default '' not null;
alter table incident_category add column published boolean default true not null;
alter table incident_category add column retired boolean default false not null;
alter table incident_category add column since timestamp with time zone
  default timestamp with time zone '2000-01-01 00:00:00+00:00' not null;

-- What was said before, [since, until_at).
create table incident_category_past (
  code varchar(60) not null,
  version integer not null,
  name_zh varchar(100) not null,
  name_en varchar(100) not null,
  priority varchar(20) not null,
  keywords varchar(700) not null,
  parent varchar(60) not null,
  conditions varchar(4000) not null,
  departments varchar(1300) not null,
  published boolean not null,
  retired boolean not null,
  since timestamp with time zone not null,
  until_at timestamp with time zone not null,
  primary key (code, version)
);

-- Neighbours who quarrel and old people who need help: where that is reported, it would be told who lives how.
update incident_category set published = false where code in ('dispute', 'help-elderly');
-- Until now limits alone told conditions apart. Only those of manhole covers came with the program.
update incident_category set conditions = 'missing|缺失|Missing
rattling|松动异响|Rattling' where code = 'manhole-cover';
