package org.wangge.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.wangge.geo.LatticeBox;

/** Finds features by box. Immutable. */
final class FeatureIndex {
  private record Entry(int rank, TileFeature feature) {}

  private final HPRtree tree = new HPRtree();
  private final Envelope bounds = new Envelope();

  /** Sorted by id, so that the order in which features were loaded leaves no mark in a tile. */
  FeatureIndex(List<TileFeature> features) {
    List<TileFeature> sorted = new ArrayList<>(features);
    sorted.sort(Comparator.comparingLong(TileFeature::id));
    for (int rank = 0; rank < sorted.size(); rank++) {
      TileFeature feature = sorted.get(rank);
      Envelope box = feature.geometry().getEnvelopeInternal();
      if (!box.isNull()) {
        tree.insert(box, new Entry(rank, feature));
        bounds.expandToInclude(box);
      }
    }
    tree.build();
  }

  /** Features whose box touches this one and which the zoom shows, by id. */
  List<TileFeature> query(int zoom, LatticeBox box) {
    List<Entry> found = new ArrayList<>();
    if (!bounds.isNull()) {
      Envelope asked = new Envelope(box.west(), box.east(), box.south(), box.north());
      tree.query(asked, item -> keep((Entry) item, zoom, found));
    }
    found.sort(Comparator.comparingInt(Entry::rank));
    return found.stream().map(Entry::feature).toList();
  }

  private static void keep(Entry entry, int zoom, List<Entry> found) {
    if (entry.feature.minZoom() <= zoom) {
      found.add(entry);
    }
  }

  Optional<LatticeBox> bounds() {
    return bounds.isNull()
        ? Optional.empty()
        : Optional.of(
            new LatticeBox(
                (int) Math.floor(bounds.getMinX()),
                (int) Math.floor(bounds.getMinY()),
                (int) Math.ceil(bounds.getMaxX()),
                (int) Math.ceil(bounds.getMaxY())));
  }
}
