package org.wangge.campaign;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;

/** Knows where addresses are. Thread-safe. */
@FunctionalInterface
public interface Addresses {
  /** Where an address is, if it can be only one place that the caller may find. */
  Optional<LatticePoint> find(Caller caller, String address);
}
