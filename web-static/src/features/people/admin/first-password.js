import { showSecret } from '../secret-dialog.js';

/**
 * Shows a first password.
 *
 * @param {Words} words @param {{ account: string, password: string, done?: () => void }} shown
 */
export const showPassword = (words, { account, password, done }) => showSecret(words, {
  title: words.t('admin.password-of', { account }), why: words.t('admin.password-once'), label: words.t('admin.first-password'),
  secret: password, then: words.t('admin.password-then', { account }), key: 'first-password', done,
});
