/** The roles that somebody can be given, in the order of the day's work. */
export const ROLES = ['operator', 'planner', 'approver', 'liaison', 'worker', 'handler', 'supervisor', 'administrator', 'volunteer'];
