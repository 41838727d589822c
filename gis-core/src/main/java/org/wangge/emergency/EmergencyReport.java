package org.wangge.emergency;

import java.util.List;
import org.wangge.access.AreaScope;

/**
 * What is filed when an emergency ends, and stays as it was then.
 *
 * @param grids how it stood in each
 * @param incidents reported meanwhile
 */
public record EmergencyReport(
    List<EmergencyStanding> grids, List<EmergencyHappenings.Reported> incidents) {
  public EmergencyReport {
    grids = List.copyOf(grids);
    incidents = List.copyOf(incidents);
  }

  /** What of it lies in a scope. */
  EmergencyReport within(AreaScope scope) {
    return new EmergencyReport(
        grids.stream().filter(one -> scope.covers(one.grid().code())).toList(),
        incidents.stream().filter(one -> scope.covers(one.grid())).toList());
  }
}
