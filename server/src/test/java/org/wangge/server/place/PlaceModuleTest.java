package org.wangge.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.wangge.access.Caller;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;
import org.wangge.place.PlaceKind;
import org.wangge.place.StandingPlace;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

class PlaceModuleTest {
  private static final Instant BUILT = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SIDE = 1_000;

  @Test
  void plans_are_told_of_the_buildings_that_stand_on_their_day_and_on_their_ground() {
    try (Database database = TestDatabase.H2.open();
        PlaceModule places = new PlaceModule(database, Clock.systemUTC())) {
      Caller caller = Caller.upkeep();
      database.write(
          caller,
          tx -> {
            places
                .register()
                .load(tx, caller, List.of(building("here", 0), building("elsewhere", 50 * SIDE)));
            return 0;
          });
      places.register().end(caller, PlaceKind.BUILDINGS, "here", NOW);

      assertThat(idsAt(database, places, NOW.minusSeconds(1))).containsExactly("here");
      assertThat(idsAt(database, places, NOW)).isEmpty();
      assertThat(idsAt(database, places, BUILT.minusSeconds(1))).isEmpty();
    }
  }

  private static List<String> idsAt(Database database, PlaceModule places, Instant at) {
    LatticeBox box =
        new LatticeBox(1_126_000_000, 289_000_000, 1_126_000_000 + SIDE, 289_000_000 + SIDE);
    return database.read(tx -> places.buildingsIn(tx, Caller.upkeep(), box, at)).stream()
        .map(Building::id)
        .toList();
  }

  private static StandingPlace building(String id, int east) {
    int west = 1_126_000_000 + east;
    LatticeShape footprint =
        LatticeShape.ofScaled(
            LatticeShape.SCALED.toGeometry(
                new Envelope(west, west + SIDE, 289_000_000, 289_000_000 + SIDE)));
    return new StandingPlace(
        new Building(id, footprint, 18, BuildingUse.HOUSING, 30, ""), Validity.since(BUILT));
  }
}
