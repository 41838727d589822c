package org.wangge.figure;

import org.jspecify.annotations.Nullable;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Priority;

/**
 * Of which cases is asked. Whatever is null does not narrow.
 *
 * @param area code of an area of the tree, with all below it; {@link Grouping#NONE} for those
 *     outside every grid
 * @param overlay an area of an overlay partition
 * @param category code of a category
 * @param channel how they came in
 * @param priority how urgent they are
 * @param handler who had them in hand last
 */
public record Filter(
    @Nullable String area,
    @Nullable Overlay overlay,
    @Nullable String category,
    @Nullable Channel channel,
    @Nullable Priority priority,
    @Nullable HandledBy handler) {

  /** Everything. */
  public static final Filter ALL = new Filter(null, null, null, null, null, null);

  /**
   * An area of an overlay partition.
   *
   * @param partition id of the partition
   * @param code of the area; {@link Grouping#NONE} for the ground outside all of them
   */
  public record Overlay(String partition, String code) {}

  /**
   * Who had a case in hand.
   *
   * @param kind person or department
   * @param code of it; {@link Grouping#NONE} for those that none of the kind had
   */
  public record HandledBy(Handler.Kind kind, String code) {}

  /** Whether a case is asked for, as far as it tells by itself; overlays are looked up. */
  boolean holds(Case one) {
    return holdsGrid(one)
        && (category == null || category.equals(one.category()))
        && (channel == null || channel == one.channel())
        && (priority == null || priority == one.priority())
        && (handler == null
            || handler.code().equals(one.handler(handler.kind()).orElse(Grouping.NONE)));
  }

  private boolean holdsGrid(Case one) {
    return area == null
        || one.grid().map(code -> code.startsWith(area)).orElse(area.equals(Grouping.NONE));
  }
}
