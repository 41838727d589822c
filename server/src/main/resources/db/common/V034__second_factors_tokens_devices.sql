-- What an authenticator app shares with an account. The secret is encrypted with a key that is not in the database; the
-- last step keeps a code from being used twice. Not in force until its owner has shown a code.
create table people_second_factor (
  account_id varchar(80) primary key,
  sealed_secret varchar(200) not null,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null
);

-- For who has lost the phone: each good once.
create table people_recovery_code (
  account_id varchar(80) not null references people_second_factor (account_id),
  code_hash varchar(64) not null,
  used_at timestamp with time zone,
  primary key (account_id, code_hash)
);

-- Tokens of programs, kept as hashes. Roles and areas narrow what the account may; words and codes with blanks between,
-- no area where a token goes as far as its account.
create table people_token (
  id varchar(40) primary key,
  account_id varchar(80) not null,
  name varchar(80) not null,
  token_hash varchar(64) not null unique,
  roles varchar(200) not null,
  areas varchar(2000) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create index people_token_account on people_token (account_id);

-- Walls and phones that act without a person at them. A wall has a scope, a phone the staff code it sends positions of.
create table people_device (
  id varchar(40) primary key,
  kind varchar(20) not null,
  name varchar(80) not null,
  staff_code varchar(40),
  everywhere boolean not null,
  areas varchar(2000) not null,
  secret_hash varchar(64) not null unique,
  added_by varchar(80) not null,
  added_at timestamp with time zone not null,
  last_seen_at timestamp with time zone,
  revoked_at timestamp with time zone
);

-- A screen that shows a code and waits for somebody to approve it. Its secret becomes the device's.
create table people_pairing (
  secret_hash varchar(64) primary key,
  code_hash varchar(64) not null unique,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
