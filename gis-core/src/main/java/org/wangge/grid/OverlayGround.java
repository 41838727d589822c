package org.wangge.grid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Ground;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** The ground of an overlay area in one of its states. Thread-safe. */
public final class OverlayGround implements Ground {
  private static final int ONLY = 0;

  private final AreaKey key;
  private final int version;
  private final LatticeBox bounds;
  private final GridIndex index;

  private OverlayGround(AreaKey key, int version, LatticeBox bounds, GridIndex index) {
    this.key = key;
    this.version = version;
    this.bounds = bounds;
    this.index = index;
  }

  /** The ground of an area; empty where it has no outline. */
  public static Optional<OverlayGround> of(Area area) {
    return area.shape()
        .map(
            shape ->
                new OverlayGround(
                    area.key(),
                    area.version(),
                    shape.bounds(),
                    GridIndex.of(List.of(new GridIndex.Slot(ONLY, shape)))));
  }

  @Override
  public String partition() {
    return key.partition();
  }

  @Override
  public String code() {
    return key.code();
  }

  @Override
  public LatticeBox bounds() {
    return bounds;
  }

  @Override
  public boolean holds(LatticePoint point) {
    return index.ownerAt(point.lon(), point.lat()) == ONLY;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OverlayGround ground
        && key.equals(ground.key)
        && version == ground.version;
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, version);
  }

  @Override
  public String toString() {
    return key.partition() + "/" + key.code();
  }
}
