package org.wangge.clock;

/**
 * What a timer is about.
 *
 * @param type of thing, such as {@code incident}; says who is told when it rings
 * @param id which
 */
public record TimerSubject(String type, String id) {
  private static final String TYPE = "[a-z][a-z0-9-]{0,39}";

  public TimerSubject {
    if (!type.matches(TYPE)) {
      throw new IllegalArgumentException("no type: " + type);
    }
  }
}
