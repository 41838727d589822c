-- A plan lives: handed in, approved by somebody else, in force from an instant on, superseded.
alter table plan_plan add column effective_at timestamp with time zone;
alter table plan_plan add column superseded_by bigint references plan_plan (id);
alter table plan_plan add column restores_at timestamp with time zone;
update plan_plan set effective_at = published_at;
create index plan_plan_state on plan_plan (state);

-- Each step of that life, at the version of the plan that it made. Rows are only ever added.
create table plan_step (
  plan_id bigint not null references plan_plan (id),
  version integer not null,
  action varchar(20) not null,
  state varchar(20) not null,
  taken_at timestamp with time zone not null,
  account varchar(80) not null,
  reason varchar(500) not null,
  effective_at timestamp with time zone,
  primary key (plan_id, version)
);
insert into plan_step (plan_id, version, action, state, taken_at, account, reason)
  select id, 1, 'begin', 'draft', base_at, account, '' from plan_plan;
insert into plan_step (plan_id, version, action, state, taken_at, account, reason, effective_at)
  select id, version, 'publish', state, published_at, account, '', published_at
  from plan_plan where published_at is not null;

-- Who had a hand in what a plan is, and so may not approve it.
create table plan_hand (
  plan_id bigint not null references plan_plan (id),
  account varchar(80) not null,
  primary key (plan_id, account)
);
insert into plan_hand (plan_id, account)
  select id, account from plan_plan union select plan_id, account from plan_edit;
