package org.wangge.errand;

import org.wangge.word.Word;

/**
 * What is personal of an errand: kept apart from it, so that it can be erased. Each is empty where
 * nothing was said.
 *
 * @param name of the resident
 * @param phone of the resident
 * @param address where exactly, in the resident's words
 * @param wish what is wished, in the resident's words
 * @param reason why it was sent back
 * @param told what the volunteer said when it was done
 * @param thanks what the resident said at the end
 */
public record ErrandWords(
    String name,
    String phone,
    String address,
    String wish,
    String reason,
    String told,
    String thanks) {
  /** What is left after erasure. */
  public static final ErrandWords NONE = new ErrandWords("", "", "", "", "", "", "");

  /** What is said after the order. */
  public enum Later implements Word {
    REASON,
    TOLD,
    THANKS
  }

  /** Of an order. */
  public static ErrandWords of(String name, String phone, String address, String wish) {
    return new ErrandWords(name, phone, address, wish, "", "", "");
  }

  /** Nothing personal gets into a log by being printed. */
  @Override
  public String toString() {
    return "words of an errand";
  }
}
