package org.wangge.incident;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;
import org.wangge.word.Word;

/**
 * Who handles an incident.
 *
 * @param kind what the code is of
 * @param code staff code of a person, or code of a department
 */
public record Handler(Kind kind, String code) {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

  /** What handles. */
  public enum Kind implements Word {
    PERSON,
    /** 处置部门: whoever of it takes it. */
    DEPARTMENT;

    public static Optional<Kind> find(String word) {
      return Word.find(Kind.class, word);
    }
  }

  /**
   * @throws Invalid with code {@code handler-unknown}
   */
  public Handler {
    if (!CODE.matcher(code).matches()) {
      throw unknown(code);
    }
  }

  /** Says that there is none of a code. */
  public static Invalid unknown(String code) {
    return new Invalid("to", "handler-unknown", Map.of("given", code));
  }
}
