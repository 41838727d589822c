package org.wangge.camera;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.Validity;

/**
 * Keeps cameras, and how they once stood and were thought to stand. Reads are narrowed to the
 * caller's scope. Thread-safe.
 */
public interface CameraStore {

  /**
   * The camera of an id, if it stands in the caller's scope.
   *
   * @param asOf as it stood and was known then; null for now
   */
  Optional<CameraEntry> find(Tx tx, Caller caller, String id, @Nullable AsOf asOf);

  /** Cameras in the order of their ids. */
  List<CameraEntry> list(Tx tx, Caller caller, CameraQuery query);

  /** How many stand in an area of the tree and below it, now. */
  int count(Tx tx, Caller caller, String areaCode);

  /**
   * The versions of the cameras that stood in a box at any time of a span, as known now, by their
   * ids and then the oldest first.
   */
  List<CameraVersion> versionsIn(Tx tx, Caller caller, LatticeBox box, Validity during);

  /**
   * How the camera of an id stood ever, if it stands or last stood in the caller's scope.
   *
   * @param known as it was known then; null for now
   */
  Optional<CameraHistory> history(Tx tx, Caller caller, String id, @Nullable Instant known);

  /**
   * Adds cameras.
   *
   * @param from first instant at which they stand
   * @throws org.wangge.fault.Conflict with code {@code camera-taken} when an id is there already
   */
  void add(Tx tx, Caller caller, List<Camera> cameras, Instant from);

  /**
   * Puts versions in the place of those that are known. What was known before can still be read.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void replace(Tx tx, Caller caller, CameraHistory before, List<CameraVersion> after);
}
