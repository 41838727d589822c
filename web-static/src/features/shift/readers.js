/** Roles that know who is on duty. */
export const READERS = ['operator', 'liaison', 'handler', 'worker', 'supervisor', 'administrator'];
