/** How alarms stand and are told. Pure: nothing here touches the document or the server. */

/** A share of all, in percent; 0 where nothing rang. @param {Pick<AlarmShare, 'count' | 'of'>} share */
export const percentOf = ({ count, of }) => (of === 0 ? 0 : (100 * count) / of);

/** Whether a share is far from what it should be: more of the high priorities than they should have. Of few nothing is said. @param {AlarmShare} share */
export const isOff = (share) => share.priority !== 'low' && share.of >= 20 && percentOf(share) > 2 * share.targetPercent;

/** Whether somebody has still to acknowledge a row. @param {Pick<AlarmRow, 'showing' | 'state'>} row */
export const waits = ({ showing, state }) => showing !== 'alone' || state === 'standing';

/** How many wait in all. @param {Pick<AlarmBoard, 'waiting'>} board */
export const waitingOf = ({ waiting }) => waiting.emergency + waiting.high + waiting.low;

/** What people call an incident: its number, which its id follows. @param {string | undefined} incident */
export const numberOf = (incident) => (incident ?? '').replace(/^incident-/, '');

/** Where the words for a detail are; of some there are none here. @param {string | undefined} kind */
export const detailWords = (kind) => ({ 'whistle-called': 'whistle-level', 'whistle-unheard': 'whistle-level', 'clock-due': 'alarm-stage', 'clock-warning': 'alarm-stage', 'call-now': 'message-occasion' })[kind ?? ''] ?? null;

/** Emergencies that were not on the board before. @param {readonly AlarmRow[]} before @param {readonly AlarmRow[]} now */
export const newOnes = (before, now) => now.filter(({ key }) => !before.some((one) => one.key === key));

/** How long a shelf may be, in minutes. */
export const LENGTHS = [15, 30, 60, 120, 240, 480, 1440];

/** Lengths that may be chosen for a shelf of a kind, in minutes. @param {number} longest */
export const lengths = (longest) => LENGTHS.filter((minutes) => minutes <= longest);

/** A length in words. @param {number} minutes @param {Words} words */
export const lengthOf = (minutes, words) => (minutes % 60 === 0 ? words.t('alarm.hours', { n: minutes / 60 }) : words.t('alarm.minutes', { n: minutes }));

/** How long a shelf may be: for all kinds as long as the shortest; emergencies cannot be shelved. @param {readonly AlarmRule[]} rules @param {string} kind empty for all */
export function longestOf(rules, kind) {
  const held = rules.filter((one) => one.priority !== 'emergency' && (kind === '' || one.kind === kind));
  return held.length === 0 ? 0 : Math.min(...held.map(({ longestShelfMinutes }) => longestShelfMinutes));
}

/** When the board has to be read again by itself: a flood or a shelf ends. @param {AlarmBoard} board @returns {number | null} of the town's clock */
export function nextMs({ flood, shelves }) {
  const ends = [...(flood ? [flood.until] : []), ...shelves.map(({ until }) => until)].map((at) => Date.parse(at));
  return ends.length === 0 ? null : Math.min(...ends);
}
