package org.wangge.incident;

/**
 * Who sent a report, as far as they said. Personal: kept apart from the report, so that it can be
 * erased.
 *
 * @param name empty where it was not said
 * @param phone empty where it was not said
 */
public record Reporter(String name, String phone) {

  /** Someone who said nothing of themselves. */
  public static final Reporter ANONYMOUS = new Reporter("", "");

  public boolean isAnonymous() {
    return name.isEmpty() && phone.isEmpty();
  }

  /** Nothing personal gets into a log by being printed. */
  @Override
  public String toString() {
    return isAnonymous() ? "an anonymous reporter" : "a reporter";
  }
}
