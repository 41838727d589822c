package org.wangge.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.place.Building;
import org.wangge.plan.BuildingsIn;

/** The buildings of the generated town, made again when first asked for. Thread-safe. */
final class DemoBuildings implements BuildingsIn {
  private final DemoLoader loader;
  private @Nullable List<Building> all;

  DemoBuildings(DemoLoader loader) {
    this.loader = loader;
  }

  @Override
  public List<Building> buildingsIn(Tx tx, Caller caller, LatticeBox box) {
    return all().stream()
        .filter(building -> building.footprint().bounds().intersects(box))
        .toList();
  }

  private synchronized List<Building> all() {
    if (all == null) {
      all =
          loader
              .made()
              .filter(made -> made.kind() == Made.Kind.TOWN)
              .map(made -> DemoTown.generate(made.seed(), made.madeAt()).buildings())
              .orElse(null);
    }
    return all == null ? List.of() : all;
  }
}
