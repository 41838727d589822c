package org.wangge.grid;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;

/**
 * Which areas to list. Whatever is null does not narrow.
 *
 * @param partition id of the partition
 * @param asOf as of when
 * @param levelOrNull only this level
 * @param parentOrNull only children of the area with this code
 * @param boxOrNull only areas whose bounding box touches this
 * @param textOrNull only areas whose code starts with this or whose name contains it
 * @param afterCode only codes after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record AreaQuery(
    String partition,
    AsOf asOf,
    @Nullable Level levelOrNull,
    @Nullable String parentOrNull,
    @Nullable LatticeBox boxOrNull,
    @Nullable String textOrNull,
    String afterCode,
    int limit) {

  /** Every area of a partition. */
  public static AreaQuery all(String partition, AsOf asOf) {
    return new AreaQuery(partition, asOf, null, null, null, null, "", Integer.MAX_VALUE);
  }

  public Optional<Level> level() {
    return Optional.ofNullable(levelOrNull);
  }

  public Optional<String> parent() {
    return Optional.ofNullable(parentOrNull);
  }

  public Optional<LatticeBox> box() {
    return Optional.ofNullable(boxOrNull);
  }

  public Optional<String> text() {
    return Optional.ofNullable(textOrNull);
  }
}
