package org.wangge.plan.operation;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.place.StreetEdge;

/** Where plans learn where streets run. Thread-safe. */
@FunctionalInterface
public interface StreetsIn {

  /** The stretches of street at an instant whose box touches this one, in any order. */
  List<StreetEdge> streetsIn(Tx tx, Caller caller, LatticeBox box, Instant at);
}
