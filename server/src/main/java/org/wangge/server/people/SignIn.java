package org.wangge.server.people;

/**
 * What someone shows who wants in.
 *
 * @param user id of the account
 * @param password as typed
 */
record SignIn(String user, String password) {

  @Override
  public String toString() {
    return "SignIn of " + user;
  }
}
