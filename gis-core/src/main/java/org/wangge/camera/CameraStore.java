package org.wangge.camera;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps cameras. Reads are narrowed to the caller's scope. Thread-safe. */
public interface CameraStore {

  /** The camera of an id, if it lies in the caller's scope. */
  Optional<Camera> find(Tx tx, Caller caller, String id);

  /** Cameras in the order of their ids. */
  List<Camera> list(Tx tx, Caller caller, CameraQuery query);

  /** How many stand in an area of the tree and below it. */
  int count(Tx tx, Caller caller, String areaCode);

  /**
   * Adds cameras.
   *
   * @throws org.wangge.fault.Conflict with code {@code camera-taken} when an id is there already
   */
  void add(Tx tx, Caller caller, List<Camera> cameras);
}
