package org.wangge.incident;

import java.util.HashMap;
import java.util.Map;
import org.wangge.geo.LatticePoint;

/**
 * Where an incident is, as its events tell it: who may not see the place is not told.
 *
 * @param grid code of its grid; empty outside every grid
 * @param at the place itself
 */
public record IncidentPlace(String grid, LatticePoint at) {

  /** Where one is. */
  public static IncidentPlace of(Incident incident) {
    return new IncidentPlace(incident.gridCode().orElse(""), incident.location());
  }

  /** Facts of an event, with the place added. */
  public Map<String, Object> facts(Map<String, Object> others) {
    Map<String, Object> facts = new HashMap<>(others);
    facts.put("grid", grid);
    facts.put("lonE7", at.lon());
    facts.put("latE7", at.lat());
    return facts;
  }
}
