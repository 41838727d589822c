package org.wangge.camera;

import java.util.Optional;
import org.wangge.word.Word;

/** How well it is known which way a camera looks. */
public enum DirectionCertainty implements Word {
  /** surveyed */
  MEASURED,
  /** one of eight directions of a catalogue */
  ESTIMATED,
  /** not known; the azimuth means nothing */
  UNKNOWN;

  public static Optional<DirectionCertainty> find(String word) {
    return Word.find(DirectionCertainty.class, word);
  }
}
