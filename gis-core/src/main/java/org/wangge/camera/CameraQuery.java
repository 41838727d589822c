package org.wangge.camera;

import org.jspecify.annotations.Nullable;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;

/**
 * Which cameras to list. Whatever is null does not narrow.
 *
 * @param area code of an area of the tree: it and all below it
 * @param state only those in this state
 * @param certainty only those whose direction is known so well
 * @param text only those whose number, name or owner holds it
 * @param box only those that stand in this box
 * @param asOf as they stood and were known then; null for now
 * @param afterId only ids after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record CameraQuery(
    @Nullable String area,
    @Nullable CameraState state,
    @Nullable DirectionCertainty certainty,
    @Nullable String text,
    @Nullable LatticeBox box,
    @Nullable AsOf asOf,
    String afterId,
    int limit) {

  /** All that stand now. */
  public static CameraQuery all() {
    return new CameraQuery(null, null, null, null, null, null, "", Integer.MAX_VALUE);
  }

  /** All that stand in a box now. */
  public static CameraQuery in(LatticeBox box) {
    return all().within(box);
  }

  /** The same, of those that stand in a box. */
  public CameraQuery within(LatticeBox other) {
    return new CameraQuery(area, state, certainty, text, other, asOf, afterId, limit);
  }

  /** The same, of those that stand in an area of the tree. */
  public CameraQuery below(String code) {
    return new CameraQuery(code, state, certainty, text, box, asOf, afterId, limit);
  }

  /** The same, as they stood and were known then. */
  public CameraQuery as(AsOf then) {
    return new CameraQuery(area, state, certainty, text, box, then, afterId, limit);
  }

  /** The same, whatever page of it was asked for. */
  public CameraQuery allPages() {
    return new CameraQuery(area, state, certainty, text, box, asOf, "", Integer.MAX_VALUE);
  }
}
