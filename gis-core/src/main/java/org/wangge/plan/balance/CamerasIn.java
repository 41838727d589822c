package org.wangge.plan.balance;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** Where plans learn where cameras stand. Thread-safe. */
@FunctionalInterface
public interface CamerasIn {

  /** The places of the cameras in a box that the caller may know of, in any order. */
  List<LatticePoint> camerasIn(Tx tx, Caller caller, LatticeBox box);
}
