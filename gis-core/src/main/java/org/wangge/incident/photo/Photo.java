package org.wangge.incident.photo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.file.IncidentFile;

/**
 * A photo on record, without its picture.
 *
 * @param id nobody can guess it: who has it may put the photo with one thing
 * @param widthPixels of the large print
 * @param heightPixels of the large print
 * @param takenAtOrNull when it was taken, as its file said; null where it did not
 * @param addedAt when it came in
 * @param positionOrNull where it was taken, as its file said; known only until it is with something
 * @param useOrNull what it is with; null while it waits
 * @param metersOffOrNull how far from the incident it was taken; null where that is not known
 */
public record Photo(
    String id,
    int widthPixels,
    int heightPixels,
    @Nullable Instant takenAtOrNull,
    Instant addedAt,
    @Nullable LatticePoint positionOrNull,
    @Nullable FileUse useOrNull,
    @Nullable Integer metersOffOrNull)
    implements IncidentFile {

  /** A photo that has just come in. */
  static Photo waiting(String id, Instant now, Exposure exposure) {
    return new Photo(
        id,
        exposure.widthPixels(),
        exposure.heightPixels(),
        exposure.takenAtOrNull(),
        now,
        exposure.positionOrNull(),
        null,
        null);
  }

  public Optional<Instant> takenAt() {
    return Optional.ofNullable(takenAtOrNull);
  }

  public Optional<LatticePoint> position() {
    return Optional.ofNullable(positionOrNull);
  }

  @Override
  public Optional<FileUse> use() {
    return Optional.ofNullable(useOrNull);
  }
}
