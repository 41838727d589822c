-- People are reminded of patrols, and heads of grids told of doors where nobody was met three times.
insert into message_rule (occasion, version, patience, page_text, sms_text, mail_text, group_text, since, in_force)
values
  ('patrol-soon', 1, '30 urgent minutes',
   '巡查“{title}”{time} 开始：{grid}。',
   '【网格】您的巡查“{title}”（{time}）即将开始：{grid}。请打开手机定位。',
   null,
   null,
   timestamp with time zone '2000-01-01 00:00:00+00:00', 'patrol-soon'),
  ('patrol-missed', 1, '1 calendar days',
   '巡查“{title}”（{time}）未巡：{grid}。如有特殊情况，请告知网格长。',
   '【网格】您的巡查“{title}”（{time}）没有到过任何一个网格：{grid}。如有特殊情况，请告知网格长。',
   null,
   null,
   timestamp with time zone '2000-01-01 00:00:00+00:00', 'patrol-missed'),
  ('visit-unreachable', 1, '1 calendar days',
   '{grid}有一户三次走访未遇，请在走访页“三次未遇”名单中查看并安排。',
   '【网格】{grid}有一户三次走访未遇，请登录走访页查看名单并安排。',
   null,
   null,
   timestamp with time zone '2000-01-01 00:00:00+00:00', 'visit-unreachable');
