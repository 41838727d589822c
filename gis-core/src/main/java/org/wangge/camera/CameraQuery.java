package org.wangge.camera;

import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;

/**
 * Which cameras to list. Whatever is null does not narrow.
 *
 * @param area code of an area of the tree: it and all below it
 * @param state only those in this state
 * @param box only those that stand in this box
 * @param afterId only ids after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record CameraQuery(
    @Nullable String area,
    @Nullable CameraState state,
    @Nullable LatticeBox box,
    String afterId,
    int limit) {}
