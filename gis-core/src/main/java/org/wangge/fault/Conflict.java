package org.wangge.fault;

import java.util.Map;

/** The thing has changed since the caller read it, or already exists. */
public final class Conflict extends Fault {
  private static final long serialVersionUID = 1L;

  public Conflict(String code, Map<String, ?> details) {
    super(code, details);
  }

  /** A change against a version that is no longer the newest. */
  public static Conflict version(int given, int newest) {
    return new Conflict("version-conflict", Map.of("given", given, "newest", newest));
  }

  /**
   * Refuses a change against a version that is no longer the newest.
   *
   * @throws Conflict with code {@code version-conflict}
   */
  public static void unlessNewest(int given, int newest) {
    if (given != newest) {
      throw version(given, newest);
    }
  }
}
