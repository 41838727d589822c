package org.wangge.place;

import java.util.Optional;
import org.wangge.word.Word;

/** What an {@link Address} is of; those named first stand first among equal hits. */
public enum AddressKind implements Word {
  AREA,
  ESTATE,
  STREET,
  POINT_OF_INTEREST,
  BUILDING,
  /** A number on a street. */
  STREET_NUMBER,
  UNIT,
  HOUSEHOLD;

  public static Optional<AddressKind> find(String word) {
    return Word.find(AddressKind.class, word);
  }

  /** Whether anybody may find it; who lives behind which door is for those who work here. */
  public boolean isPublic() {
    return compareTo(UNIT) < 0;
  }
}
