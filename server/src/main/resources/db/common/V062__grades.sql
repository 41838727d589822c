-- From which figures on work is excellent (优秀), competent (称职) or neither: editions, never changed. A period is graded by
-- the edition that was in force at its end. The field gives no numbers; these are to begin with, and a place's own to set.
create table figure_grade_rules (
  version integer primary key,
  since timestamp with time zone not null,
  account varchar(80) not null
);
create table figure_grade_threshold (
  version integer not null references figure_grade_rules (version),
  position integer not null,
  figure varchar(40) not null,
  excellent numeric(5, 2) not null,
  competent numeric(5, 2) not null,
  primary key (version, figure)
);
insert into figure_grade_rules (version, since, account)
  values (1, timestamp with time zone '2000-01-01 00:00:00+00:00', 'wangge');
insert into figure_grade_threshold (version, position, figure, excellent, competent) values
  (1, 1, 'closing-rate', 95, 85),
  (1, 2, 'on-time-rate', 90, 75),
  (1, 3, 'rework-rate', 5, 15);
