package org.wangge.camera;

import java.util.Locale;
import java.util.Optional;

/** How well it is known which way a camera looks. */
public enum DirectionCertainty {
  /** surveyed */
  MEASURED,
  /** one of eight directions of a catalogue */
  ESTIMATED,
  /** not known; the azimuth means nothing */
  UNKNOWN;

  /** In URLs, files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<DirectionCertainty> find(String word) {
    for (DirectionCertainty value : values()) {
      if (value.word().equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
