/** Signing in, accounts and grants as the server tells them (GET /api/account, /api/accounts). */
declare global {
  interface SignInState {
    step: 'password' | 'code' | 'fresh';
    busy: boolean;
    problem: ProblemBody | null;
    /** By the page's own clock; 0 when there is nothing to wait for. */
    untilMs: number;
  }
}
export {};
