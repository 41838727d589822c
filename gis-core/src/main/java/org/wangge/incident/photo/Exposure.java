package org.wangge.incident.photo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * A picture made anew from a file that somebody sent, and what of the file is worth knowing.
 *
 * @param widthPixels of the large print
 * @param heightPixels of the large print
 * @param takenAtOrNull when, as the file said; null where it did not
 * @param positionOrNull where, as the file said; null where it did not
 * @param prints the pictures as JPEG
 */
public record Exposure(
    int widthPixels,
    int heightPixels,
    @Nullable Instant takenAtOrNull,
    @Nullable LatticePoint positionOrNull,
    Prints prints) {

  public Optional<Instant> takenAt() {
    return Optional.ofNullable(takenAtOrNull);
  }

  public Optional<LatticePoint> position() {
    return Optional.ofNullable(positionOrNull);
  }

  /** The pictures of a photo as JPEG. Nobody changes the arrays. */
  public static final class Prints {
    private final byte[] large;
    private final byte[] small;

    public Prints(byte[] large, byte[] small) {
      this.large = large;
      this.small = small;
    }

    /** The bytes of one size. */
    public byte[] of(PhotoSize size) {
      return size == PhotoSize.LARGE ? large : small;
    }
  }
}
