package org.wangge.geo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;

/**
 * What {@link ShapeCheck} found: either the outline on the lattice, or at least one fault.
 *
 * @param sound the outline, or null when there are faults
 * @param faults empty when there is an outline
 */
public record ShapeVerdict(@Nullable LatticeShape sound, List<ShapeFault> faults) {

  public ShapeVerdict {
    faults = List.copyOf(faults);
    if ((sound == null) == faults.isEmpty()) {
      throw new IllegalArgumentException("either an outline or faults");
    }
  }

  /** The outline, where nothing is wrong. */
  public Optional<LatticeShape> shape() {
    return Optional.ofNullable(sound);
  }

  /**
   * The outline.
   *
   * @param field named in the refusal, such as {@code features[3].geometry}
   * @throws Invalid with the code and place of the first fault, and all of them under {@code
   *     faults}
   */
  public LatticeShape orThrow(String field) {
    if (sound != null) {
      return sound;
    }
    Map<String, Object> details = new LinkedHashMap<>(faults.get(0).details());
    details.remove("code");
    details.put("faults", faults.stream().map(ShapeFault::details).toList());
    throw new Invalid(field, faults.get(0).code(), details);
  }
}
