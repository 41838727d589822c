package org.wangge.server.people;

/** The second thing somebody shows who wants in. Thread-safe. */
interface SecondFactorCheck {

  /** Nobody has a second factor. */
  SecondFactorCheck NONE =
      new SecondFactorCheck() {
        @Override
        public boolean isSet(String account) {
          return false;
        }

        @Override
        public boolean check(String account, String code) {
          return false;
        }
      };

  /** Whether an account has one. */
  boolean isSet(String account);

  /** Whether a code is right now; each is good for once. */
  boolean check(String account, String code);
}
