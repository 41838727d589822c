package org.wangge.plan;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.place.Building;

/** Where plans learn what stands on the ground and how many live there. Thread-safe. */
@FunctionalInterface
public interface BuildingsIn {

  /** The buildings of today whose footprint's box touches this one, in any order. */
  List<Building> buildingsIn(Tx tx, Caller caller, LatticeBox box);
}
