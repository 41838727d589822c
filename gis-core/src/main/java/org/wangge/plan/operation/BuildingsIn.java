package org.wangge.plan.operation;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.place.Building;

/** Where plans learn what stands on the ground and how many live there. Thread-safe. */
@FunctionalInterface
public interface BuildingsIn {

  /** The buildings that stand at an instant and whose box touches this one, in any order. */
  List<Building> buildingsIn(Tx tx, Caller caller, LatticeBox box, Instant at);
}
