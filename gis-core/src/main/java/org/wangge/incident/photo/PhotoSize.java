package org.wangge.incident.photo;

import java.util.Optional;
import org.wangge.word.Word;

/** In which size a photo is kept. */
public enum PhotoSize implements Word {
  /** To be looked at. */
  LARGE(2_048),
  /** For lists. */
  SMALL(320);

  private final int longestPixels;

  PhotoSize(int longestPixels) {
    this.longestPixels = longestPixels;
  }

  /** Length of the longer side at most, in pixels. */
  public int longestPixels() {
    return longestPixels;
  }

  public static Optional<PhotoSize> find(String word) {
    return Word.find(PhotoSize.class, word);
  }
}
