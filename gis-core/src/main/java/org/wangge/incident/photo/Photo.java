package org.wangge.incident.photo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

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
 */
public record Photo(
    String id,
    int widthPixels,
    int heightPixels,
    @Nullable Instant takenAtOrNull,
    Instant addedAt,
    @Nullable LatticePoint positionOrNull,
    @Nullable Use useOrNull) {

  /** A photo that has just come in. */
  static Photo waiting(String id, Instant now, Exposure exposure) {
    return new Photo(
        id,
        exposure.widthPixels(),
        exposure.heightPixels(),
        exposure.takenAtOrNull(),
        now,
        exposure.positionOrNull(),
        null);
  }

  public Optional<Instant> takenAt() {
    return Optional.ofNullable(takenAtOrNull);
  }

  public Optional<LatticePoint> position() {
    return Optional.ofNullable(positionOrNull);
  }

  /** What it is with; empty while it waits. */
  public Optional<Use> use() {
    return Optional.ofNullable(useOrNull);
  }

  /**
   * What a photo is with: a report, or what was done to an incident.
   *
   * @param reportKeyOrNull key of the report; null where it is with a deed
   * @param incidentIdOrNull id of the incident of the deed; null where it is with a report
   * @param version of the incident after the deed; 0 where it is with a report
   * @param place among the photos of the same thing, from 1
   * @param metersOffOrNull how far from the incident it was taken; null where that is not known
   */
  public record Use(
      @Nullable String reportKeyOrNull,
      @Nullable String incidentIdOrNull,
      int version,
      int place,
      @Nullable Integer metersOffOrNull) {

    public boolean isReport() {
      return reportKeyOrNull != null;
    }

    public Optional<Integer> metersOff() {
      return Optional.ofNullable(metersOffOrNull);
    }
  }
}
