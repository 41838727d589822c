-- Reporters are asked by text message how satisfied they are; the pages ask whoever follows a report by its token.
insert into message_rule (occasion, version, patience, page_text, sms_text, mail_text, group_text, since, in_force)
values
  ('report-closed', 1, '3 calendar days',
   '已请上报人评价“{category}”（{number}）。',
   '【网格】您反映的“{category}”（{number}）已办结。请评价是否满意：{link}',
   null,
   null,
   timestamp with time zone '2000-01-01 00:00:00+00:00', 'report-closed');
