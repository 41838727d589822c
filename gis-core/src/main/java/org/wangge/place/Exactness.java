package org.wangge.place;

import org.wangge.word.Word;

/** How well an {@link AddressHit} fits what was asked, the best first. */
public enum Exactness implements Word {
  /** It is called so. */
  EXACT,
  /** It is also called so. */
  ALIAS,
  /** Its name or number begins so. */
  PREFIX,
  /** It sounds so: spelled out in pinyin, or written with other characters of the same sound. */
  PINYIN,
  /** The first letters of its syllables are these, some syllables perhaps written out. */
  INITIALS,
  /** A number of a street between two that are known. */
  INTERPOLATED,
  /** It is nearly called so, or what was asked does not exist and this is what would hold it. */
  SIMILAR
}
