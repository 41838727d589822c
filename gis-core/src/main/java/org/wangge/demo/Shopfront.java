package org.wangge.demo;

import java.util.Map;
import java.util.TreeMap;
import org.wangge.place.StreetClass;

/** Chooses the one street of a block that its shops line. */
final class Shopfront {
  private Shopfront() {}

  /** Number of the street, or −1 where none is fit for shops. */
  static int of(Mesh mesh, Face face) {
    Map<Integer, Double> worth = new TreeMap<>();
    for (int i = 0; i < face.ring.size(); i++) {
      int a = face.ring.get(i);
      int b = Mesh.next(face, i);
      double length = mesh.spot(a).distance(mesh.spot(b));
      mesh.strand(a, b)
          .ifPresent(s -> worth.merge(s.number(), length * weight(s.streetClass()), Double::sum));
    }
    return worth.entrySet().stream()
        .filter(entry -> entry.getValue() > 60)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(-1);
  }

  private static double weight(StreetClass streetClass) {
    return switch (streetClass) {
      case ARTERIAL -> 1.6;
      case COLLECTOR -> 2;
      case LOCAL -> 1;
      default -> 0;
    };
  }
}
