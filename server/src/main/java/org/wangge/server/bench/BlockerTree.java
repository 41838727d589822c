package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.camera.sight.Blocker;
import org.wangge.geo.LatticeBox;

/** Finds buildings by JTS, so that an oracle shares nothing with the index it judges. */
final class BlockerTree {
  private final STRtree tree = new STRtree();

  BlockerTree(List<Blocker> blockers) {
    blockers.forEach(blocker -> tree.insert(envelope(blocker.box()), blocker));
    tree.build();
  }

  List<Blocker> in(LatticeBox box) {
    List<Blocker> found = new ArrayList<>();
    for (Object one : tree.query(envelope(box))) {
      found.add((Blocker) one);
    }
    return found;
  }

  private static Envelope envelope(LatticeBox box) {
    return new Envelope(box.west(), box.east(), box.south(), box.north());
  }
}
