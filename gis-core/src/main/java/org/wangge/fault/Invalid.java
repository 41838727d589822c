package org.wangge.fault;

import java.util.Map;

/** A rule is broken by what was given. */
public final class Invalid extends Fault {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field where: a parameter, a property, or a place such as {@code features[3].geometry}
   * @param code which rule
   * @param details fills the blanks of the message
   */
  public Invalid(String field, String code, Map<String, ?> details) {
    super(code, details);
    this.field = field;
  }

  public Invalid(String field, String code) {
    this(field, code, Map.of());
  }

  public String field() {
    return field;
  }
}
