package org.wangge.message;

import java.util.Optional;
import org.wangge.incident.Handler;
import org.wangge.word.Word;

/**
 * Who is told.
 *
 * @param kind what the code is of
 * @param code staff code of a person, code of a department, name of a group of the settings, or key
 *     of a report
 */
public record Recipient(Kind kind, String code) {

  /** Who can be told. */
  public enum Kind implements Word {
    PERSON,
    DEPARTMENT,
    /** 工作群 */
    GROUP,
    /** 上报人: who sent a report. */
    REPORTER;

    public static Optional<Kind> find(String word) {
      return Word.find(Kind.class, word);
    }
  }

  /** The one who handles something. */
  public static Recipient of(Handler handler) {
    Kind kind = handler.kind() == Handler.Kind.PERSON ? Kind.PERSON : Kind.DEPARTMENT;
    return new Recipient(kind, handler.code());
  }
}
