-- Who looked at which footage and why (调阅登记). Ids, words of a list and case numbers only.
create table footage_retrieval (
  id uuid primary key,
  account varchar(80) not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason varchar(20) not null,
  case_number varchar(40) not null,
  asked_at timestamp with time zone not null,
  good_until timestamp with time zone not null
);
create table footage_retrieval_camera (
  retrieval_id uuid not null references footage_retrieval (id),
  camera_id varchar(20) not null,
  primary key (retrieval_id, camera_id)
);
create index footage_retrieval_account on footage_retrieval (account, id);
