package org.wangge.whistle;

import java.util.Optional;
import org.wangge.word.Word;

/** Who is called, from near to far. Each level adds people; nobody who was called is let go. */
public enum WhistleLevel implements Word {
  /** 小区报到: the grid whistles, the people of the estate come. */
  ESTATE,
  /** 社区报到: the estate whistles, the community comes. */
  COMMUNITY,
  /** 街道报到: the community whistles, the street and its departments come. */
  STREET;

  public static Optional<WhistleLevel> find(String word) {
    return Word.find(WhistleLevel.class, word);
  }

  /** The one that is called when this one is silent; empty at the top. */
  public Optional<WhistleLevel> next() {
    return switch (this) {
      case ESTATE -> Optional.of(COMMUNITY);
      case COMMUNITY -> Optional.of(STREET);
      case STREET -> Optional.empty();
    };
  }
}
