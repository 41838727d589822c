package org.wangge.campaign;

import java.util.List;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;
import org.wangge.grid.AreaAtlas;
import org.wangge.place.Door;
import org.wangge.place.DoorGround;
import org.wangge.place.PlaceStore;

/** The doors in some areas, as they stand. Thread-safe. */
public final class CampaignGround {
  private final DoorGround doors;

  public CampaignGround(Supplier<AreaAtlas> atlas, PlaceStore places) {
    doors = new DoorGround(atlas, places);
  }

  /**
   * All of a kind in some areas: grid by grid, building by building, door by door.
   *
   * @throws NotFound with code {@code area-unknown}
   */
  List<CampaignUnit.Spot> spots(Tx tx, Caller caller, UnitKind kind, List<String> areas) {
    Door.Kind whose = kind == UnitKind.HOUSEHOLD ? Door.Kind.HOUSEHOLD : Door.Kind.UNIT;
    return doors.in(tx, caller, whose, areas).stream().map(CampaignGround::spot).toList();
  }

  private static CampaignUnit.Spot spot(Door one) {
    return new CampaignUnit.Spot(
        one.grid(),
        one.buildingId(),
        one.unitId(),
        one.placeId(),
        one.building(),
        one.door(),
        one.at());
  }
}
