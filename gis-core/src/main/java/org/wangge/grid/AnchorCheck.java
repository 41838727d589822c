package org.wangge.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Looks for areas whose centre point lies outside their own outline, or outside the nearest outline
 * above them. Such a point is often the trace of a wrong coordinate system. Pure; not thread-safe.
 */
public final class AnchorCheck {
  private final Map<String, AreaDraft> drafts = new HashMap<>();
  private final Map<LatticeShape, IndexedPointInAreaLocator> locators = new HashMap<>();
  private final Function<String, Optional<Area>> existing;

  private AnchorCheck(List<AreaDraft> drafts, Function<String, Optional<Area>> existing) {
    drafts.forEach(draft -> this.drafts.put(draft.code(), draft));
    this.existing = existing;
  }

  /**
   * A warning {@code anchor-outside} for each such draft.
   *
   * @param existing finds areas on record by code
   */
  public static List<AreaFinding> check(
      List<AreaDraft> drafts, Function<String, Optional<Area>> existing) {
    AnchorCheck check = new AnchorCheck(drafts, existing);
    List<AreaFinding> findings = new ArrayList<>();
    for (AreaDraft draft : drafts) {
      draft.anchor().flatMap(anchor -> check.look(draft, anchor)).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<AreaFinding> look(AreaDraft draft, LatticePoint anchor) {
    Optional<Outline> outline = outlineAbove(draft.code());
    if (outline.isEmpty() || holds(outline.get().shape(), anchor)) {
      return Optional.empty();
    }
    double meters = Geodesy.distanceToBorderMeters(anchor, outline.get().shape());
    return Optional.of(
        AreaFinding.warning(
            draft,
            "anchor-outside",
            anchor,
            Map.of(
                "code",
                draft.code(),
                "outlineOf",
                outline.get().code(),
                "distanceMeters",
                Math.round(meters))));
  }

  private boolean holds(LatticeShape shape, LatticePoint point) {
    int where =
        locators
            .computeIfAbsent(shape, s -> new IndexedPointInAreaLocator(s.scaled()))
            .locate(new Coordinate(point.lon(), point.lat()));
    return where != Location.EXTERIOR;
  }

  private record Outline(String code, LatticeShape shape) {}

  /** The outline of an area, or of the first one above it that has one. */
  private Optional<Outline> outlineAbove(String code) {
    Set<String> seen = new HashSet<>();
    Optional<String> step = Optional.of(code);
    while (step.isPresent() && seen.add(step.get())) {
      String here = step.get();
      Optional<Area> area = existing.apply(here);
      AreaDraft draft = drafts.get(here);
      Optional<LatticeShape> shape =
          Optional.ofNullable(draft).flatMap(AreaDraft::shape).or(() -> area.flatMap(Area::shape));
      if (shape.isPresent()) {
        return Optional.of(new Outline(here, shape.get()));
      }
      step =
          Optional.ofNullable(draft)
              .flatMap(AreaDraft::parent)
              .or(() -> area.flatMap(Area::parentCode));
    }
    return Optional.empty();
  }
}
