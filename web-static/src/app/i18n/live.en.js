/** The live stream, in English. */
export const en = {
  'live.live': 'Live',
  'live.live.why': 'Connected: what changes shows by itself',
  'live.again': 'Reconnecting since {time}',
  'live.again.why': 'The live connection was cut and is being restored',
  'live.old': 'Data as of {time}',
  'live.old.why': 'Nothing was heard from the server for 15 seconds: what is shown may be old',
  'live.ended': 'Signed out, no updates since {time}',
  'live.ended.why': 'The session has ended, or someone else has signed in: what is shown stands still. Sign in again',
  'live.time': 'Time of the site',
  'live.speed': 'The clock of the site runs {n} times as fast',
};
