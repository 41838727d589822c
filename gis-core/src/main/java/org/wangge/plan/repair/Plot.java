package org.wangge.plan.repair;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Envelope;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/**
 * A grid as the repair of borders sees it. Immutable.
 *
 * @param grid id of its face
 * @param shape its outline
 * @param micros outlines of its micro-grids, by id
 */
public record Plot(String grid, LatticeShape shape, Map<String, LatticeShape> micros) {

  /** All its outlines by id, its own first. */
  public Map<String, LatticeShape> outlines() {
    Map<String, LatticeShape> all = new LinkedHashMap<>();
    all.put(grid, shape);
    all.putAll(micros);
    return all;
  }

  LatticeBox bounds() {
    return micros.values().stream()
        .map(LatticeShape::bounds)
        .reduce(shape.bounds(), LatticeBox::union);
  }

  /** A new box round all of it. */
  public Envelope box() {
    LatticeBox all = bounds();
    return new Envelope(all.west(), all.east(), all.south(), all.north());
  }

  Plot mapped(UnaryOperator<LatticeShape> change) {
    Map<String, LatticeShape> next = new LinkedHashMap<>();
    micros.forEach((id, micro) -> next.put(id, change.apply(micro)));
    return new Plot(grid, change.apply(shape), next);
  }

  Plot withoutMicros() {
    return new Plot(grid, shape, Map.of());
  }
}
