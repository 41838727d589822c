package org.wangge.plan.life;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.Fault;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.record.DroppedEdit;
import org.wangge.plan.record.PlanEdit;
import org.wangge.plan.topology.Face;

/**
 * An edit that no longer applies on another base.
 *
 * @param edit as it was made
 * @param code of the refusal it meets there
 * @param details of that refusal, with {@code lon} and {@code lat} of where it is
 */
public record Misfit(PlanEdit edit, String code, Map<String, Object> details) {

  public Misfit {
    details = Map.copyOf(details);
  }

  /**
   * The misfit of an edit that is refused; where the refusal names no place, it is that of the
   * face.
   */
  static Misfit of(PlanEdit edit, Fault refusal, Optional<Face> face) {
    Map<String, Object> details = new LinkedHashMap<>(refusal.details());
    face.map(Face::label)
        .filter(label -> !details.containsKey("lon"))
        .ifPresent(
            label -> {
              details.put("lon", label.lonDegrees());
              details.put("lat", label.latDegrees());
            });
    return new Misfit(edit, refusal.code(), details);
  }

  /** Where it is, as far as that is known. */
  public Optional<LatticePoint> place() {
    return details.get("lon") instanceof Double lon && details.get("lat") instanceof Double lat
        ? Optional.of(LatticePoint.ofDegrees(lon, lat))
        : Optional.empty();
  }

  DroppedEdit dropped(int version) {
    return new DroppedEdit(edit.seq(), version, code, place().orElse(null));
  }
}
