package org.wangge.errand;

import java.util.Optional;
import org.wangge.word.Word;

/**
 * That a volunteer was asked.
 *
 * @param account of the volunteer
 * @param reply what they said
 */
public record ErrandOffer(String account, Reply reply) {

  /** What a volunteer said. */
  public enum Reply implements Word {
    /** Nothing yet. */
    OPEN,
    ACCEPTED,
    DECLINED;

    public static Optional<Reply> find(String word) {
      return Word.find(Reply.class, word);
    }
  }

  ErrandOffer replied(Reply other) {
    return new ErrandOffer(account, other);
  }
}
