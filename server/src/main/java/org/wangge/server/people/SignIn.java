package org.wangge.server.people;

/**
 * What someone shows who wants in, and from where.
 *
 * @param user id of the account
 * @param password as typed
 * @param code of the second factor; empty where none was given
 * @param address of the machine
 * @param agent what the browser calls itself
 * @param endedSecret of the session that this one takes the place of; empty without one
 */
record SignIn(
    String user, String password, String code, String address, String agent, String endedSecret) {

  @Override
  public String toString() {
    return "SignIn of " + user;
  }
}
