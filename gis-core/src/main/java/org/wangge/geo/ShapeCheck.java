package org.wangge.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Judges outlines in degrees, WGS 84, before anything is stored. What counts is the outline after
 * rounding to the {@link Lattice}, where every comparison is exact; the check never mends, except
 * that a vertex which falls on the one before it is dropped.
 *
 * <p>Codes of faults, in the order in which they are looked for; a later group is only reached when
 * the ones before are clean:
 *
 * <ol>
 *   <li>{@code not-a-polygon}, {@code outline-empty}, {@code too-many-vertices};
 *   <li>at a vertex: {@code coordinate-not-a-number}, {@code axes-swapped}, {@code
 *       coordinate-out-of-range}; of a ring: {@code ring-too-few-points}, {@code ring-unclosed};
 *   <li>{@code extent-too-large} (over 50°), {@code area-zero}, {@code edges-too-tangled} (so many
 *       edges side by side or across each other that judging them would take too long);
 *   <li>{@code ring-self-crossing}, {@code ring-touches-itself}; then within a polygon {@code
 *       rings-cross}, {@code hole-outside-shell}, {@code holes-nested}, {@code
 *       interior-disconnected}; then between polygons {@code parts-overlap};
 *   <li>{@code collapses-on-lattice}, instead of those of 3 and 4, where the outline is sound in
 *       degrees and only rounding to 1e-7° breaks it.
 * </ol>
 *
 * <p>At most {@value #MAX_FAULTS} faults are given. Any input is answered: nothing is thrown, and
 * the limits of vertices and of tangle bound the time. Immutable and safe for use by many threads.
 */
public final class ShapeCheck {
  /**
   * Vertices that an outline may have by default, ten times those of a county's official outline;
   * the worst that can be made of so many takes a few seconds.
   */
  public static final int DEFAULT_MAX_VERTICES = 20_000;

  static final int MAX_FAULTS = 20;

  private final int maxVertices;

  public ShapeCheck() {
    this(DEFAULT_MAX_VERTICES);
  }

  /**
   * @param maxVertices outlines with more are refused unread
   */
  public ShapeCheck(int maxVertices) {
    this.maxVertices = maxVertices;
  }

  /** Judges a geometry in degrees, as parsed; heights are ignored. */
  public ShapeVerdict judge(Geometry degrees) {
    if (!(degrees instanceof Polygon) && !(degrees instanceof MultiPolygon)) {
      return refused("not-a-polygon");
    }
    return degrees.getNumPoints() > maxVertices
        ? refused("too-many-vertices")
        : judge(RawOutline.of(degrees));
  }

  /** Judges rings in degrees, which need not even be closed. */
  public ShapeVerdict judge(RawOutline outline) {
    if (outline.vertexCount() == 0 || outline.parts().stream().anyMatch(List::isEmpty)) {
      return refused("outline-empty");
    }
    if (outline.vertexCount() > maxVertices) {
      return refused("too-many-vertices");
    }
    List<ShapeFault> faults = new ArrayList<>();
    List<OutlineRing> rings = new ArrayList<>();
    for (int part = 0; part < outline.parts().size(); part++) {
      List<List<Position>> given = outline.parts().get(part);
      for (int ring = 0; ring < given.size(); ring++) {
        OutlineRing one = new OutlineRing(part, ring, given.get(ring));
        faults.addAll(one.faultsAsGiven());
        rings.add(one);
      }
    }
    if (faults.isEmpty()) {
      faults.addAll(faultsOfExtent(rings));
    }
    return faults.isEmpty() ? judgeTopology(rings) : refused(faults);
  }

  private static List<ShapeFault> faultsOfExtent(List<OutlineRing> rings) {
    Envelope extent = new Envelope();
    List<ShapeFault> flat = new ArrayList<>();
    for (OutlineRing ring : rings) {
      extent.expandToInclude(ring.scaledExtent());
      ring.faultOfFlatness().ifPresent(flat::add);
    }
    double limit = (double) Lattice.MAX_EXTENT_DEGREES * Lattice.UNITS_PER_DEGREE;
    return extent.getWidth() > limit || extent.getHeight() > limit
        ? List.of(new ShapeFault("extent-too-large", null, null))
        : flat;
  }

  private static ShapeVerdict judgeTopology(List<OutlineRing> rings) {
    if (Tangle.isTooTangled(rings)) {
      return refused("edges-too-tangled");
    }
    TopologyCheck topology = new TopologyCheck(rings);
    List<ShapeFault> faults = topology.faults();
    return faults.isEmpty()
        ? new ShapeVerdict(LatticeShape.ofScaled(topology.scaled()), List.of())
        : refused(faults);
  }

  private static ShapeVerdict refused(String code) {
    return refused(List.of(new ShapeFault(code, null, null)));
  }

  private static ShapeVerdict refused(List<ShapeFault> faults) {
    return new ShapeVerdict(null, faults.subList(0, Math.min(MAX_FAULTS, faults.size())));
  }
}
