/** The roles a visitor of the demonstration can take, and where each begins. */

/** @type {readonly { user: string, mark: 'layers' | 'fit' | 'target' }[]} */
export const ROLES = [
  { user: 'operator', mark: 'layers' },
  { user: 'planner', mark: 'fit' },
  { user: 'liaison', mark: 'target' },
];
export const OTHER_ROLES = ['approver', 'worker', 'handler', 'volunteer', 'supervisor', 'admin'];

/** @type {readonly { id: string, user: string, then: string }[]} */
export const STORIES = [
  { id: 'split', user: 'planner', then: '/plan/?story=split' },
  { id: 'silent', user: 'operator', then: '/desk/?story=silent' },
];

/** The page a role begins on. @param {string} user */
export function goalOf(user) {
  if (user === 'planner' || user === 'approver') return '/plan/';
  if (user === 'operator') return '/desk/';
  if (user === 'admin') return '/admin/';
  if (['worker', 'handler', 'volunteer'].includes(user)) return '/field/';
  return user === 'liaison' ? '/?ask=cameras' : '/';
}
