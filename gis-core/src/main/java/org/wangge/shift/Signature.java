package org.wangge.shift;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * That somebody has signed a handover, from a session of their own.
 *
 * @param side for which side
 * @param account who
 * @param staffOrNull code of the person; null for an account of nobody
 * @param at when
 * @param hash SHA-256 of what was signed, in hexadecimal digits
 */
public record Signature(
    Side side, String account, @Nullable String staffOrNull, Instant at, String hash) {

  /** Who signs. */
  public enum Side implements Word {
    /** 交班人 */
    OUTGOING,
    /** 接班人 */
    INCOMING;

    public static Optional<Side> find(String word) {
      return Word.find(Side.class, word);
    }
  }
}
