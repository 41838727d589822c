/** How notifications stand. Pure: nothing here touches the document or the server. */

/** What tells most of a message first. @type {readonly MessageState[]} */
const BEST = ['read', 'delivered', 'sent', 'sending', 'waiting', 'unclear', 'failed', 'cancelled'];

/** Nobody has it, as far as is known. @param {MessageState} state */
export const isLost = (state) => state === 'failed' || state === 'unclear';

/** How far the best of somebody's messages came; nothing before anything was sent. @param {Pick<Addressee, 'messages'>} one @returns {MessageState | null} */
export const reachOf = ({ messages }) => BEST.find((state) => messages.some((message) => message.state === state)) ?? null;

/** Those who are to be called now, the longest waiting first. @param {readonly NotificationProps[]} all */
export const toCall = (all) => all.filter(({ state }) => state === 'call-now').sort((a, b) => a.createdAt.localeCompare(b.createdAt));

/** Who of those told can be called: people, those told last first, as the first have been waited for already. @param {NotificationProps} one */
export const callable = ({ addressees }) => addressees.filter(({ to, told }) => to.kind === 'person' && told).sort((a, b) => b.step - a.step);

/** Those told, step by step; those who are not told yet with their step. @param {NotificationProps} one @returns {Addressee[][]} */
export function stepsOf({ addressees }) {
  const steps = [...new Set(addressees.map(({ step }) => step))].sort((a, b) => a - b);
  return steps.map((step) => addressees.filter((one) => one.step === step));
}

/** What somebody is called. @param {Pick<Addressee, 'to' | 'names'>} one @param {Lang} lang */
export const nameOf = ({ to, names }, lang) => names?.[lang] || to.code;

/** Parts of a text, blanks apart, so that it can be shown what is filled in. @param {string} text @returns {{ blank: boolean, text: string }[]} */
export const partsOf = (text) => text.split(/(\{[^{}]*\})/).filter(Boolean).map((part) => (/^\{.*\}$/.test(part) ? { blank: true, text: part.slice(1, -1) } : { blank: false, text: part }));
