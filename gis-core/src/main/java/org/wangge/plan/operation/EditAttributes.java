package org.wangge.plan.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.fault.Invalid;
import org.wangge.plan.operation.PlanOperation.Attributes;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.FaceTraits;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Topology;

/** Changes what a grid is called or which kind it is. Pure. */
final class EditAttributes {
  private static final int LONGEST_NAME = 100;

  private EditAttributes() {}

  /**
   * Does it.
   *
   * @throws Invalid with code {@code face-unknown}, {@code face-not-a-grid}, {@code name-length} or
   *     {@code attributes-same}
   */
  static Drawn apply(Topology topology, Attributes attributes) {
    Face face = topology.getFace(attributes.face());
    if (!Topology.isGrid(face)) {
      throw Refusal.at(face.label(), "face", "face-not-a-grid", Map.of("face", face.id()));
    }
    if (attributes.name().length() > LONGEST_NAME) {
      throw new Invalid("name", "name-length", Map.of("longest", LONGEST_NAME));
    }
    FaceTraits was = face.traits();
    FaceTraits now =
        new FaceTraits(
            attributes.name().isBlank() ? was.nameOrNull() : attributes.name(),
            attributes.gridKindOrNull() == null ? was.kindOrNull() : attributes.gridKindOrNull(),
            was.schemeOrNull());
    if (now.equals(was)) {
      throw Refusal.at(face.label(), "name", "attributes-same", Map.of("face", face.id()));
    }
    Topology after =
        topology.with(
            new Topology.Change(
                topology.mosaic(), Set.of(), List.of(face.with(now)), Set.of(), Map.of()));
    return new Drawn(after, List.of(), List.of(face.id()), List.of(), List.of(), List.of());
  }
}
