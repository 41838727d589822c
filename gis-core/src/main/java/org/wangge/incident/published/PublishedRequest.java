package org.wangge.incident.published;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Standing;

/**
 * What anyone may know of an incident that a resident reported.
 *
 * @param number what people call it
 * @param category code of its category
 * @param nameZh Chinese name of the category
 * @param nameEn English name of the category
 * @param standing how it stands
 * @param requestedAt when it was reported
 * @param updatedAt when something was last done to it
 * @param dueAtOrNull when handling is due; null where it is not filed
 * @param around where, on a mesh of a thousandth of a degree: who lives there is not told
 */
public record PublishedRequest(
    String number,
    String category,
    String nameZh,
    String nameEn,
    Standing standing,
    Instant requestedAt,
    Instant updatedAt,
    @Nullable Instant dueAtOrNull,
    LatticePoint around) {

  /** About 100 metres from south to north. */
  private static final int MESH = Lattice.UNITS_PER_DEGREE / 1_000;

  public PublishedRequest {
    around = new LatticePoint(onMesh(around.lon()), onMesh(around.lat()));
  }

  private static int onMesh(int value) {
    return Math.floorDiv(value + MESH / 2, MESH) * MESH;
  }

  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAtOrNull);
  }

  /** Whether somebody is still to do something. */
  public boolean isOpen() {
    return standing.isOpen();
  }
}
