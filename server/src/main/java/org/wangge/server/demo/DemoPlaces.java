package org.wangge.server.demo;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.place.PlaceRegister;
import org.wangge.place.PlaceStore;
import org.wangge.place.StandingPlace;

/** The town's estates, buildings, homes, streets and grounds. They stand since its areas do. */
public final class DemoPlaces implements DemoPart {
  private final PlaceRegister places;
  private final PlaceStore store;

  public DemoPlaces(PlaceRegister places, PlaceStore store) {
    this.places = places;
    this.store = store;
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    Area oldest = town.areas().get(0);
    Validity since = Validity.since(oldest.validity().from());
    List<StandingPlace> standing =
        town.places().stream().map(place -> new StandingPlace(place, since)).toList();
    places.load(tx, caller, standing);
  }

  @Override
  public void catchUp(Tx tx, Caller caller, DemoTown town) {
    if (store.isEmpty(tx)) {
      settle(tx, caller, town);
    }
  }
}
