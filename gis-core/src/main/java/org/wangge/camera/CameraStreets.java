package org.wangge.camera;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.place.StreetEdge;

/** The streets that cameras stand at. Thread-safe. */
@FunctionalInterface
public interface CameraStreets {

  /** The stretches of street at an instant whose box touches this one. */
  List<StreetEdge> streetsIn(Tx tx, Caller caller, LatticeBox box, Instant at);
}
