package org.wangge.shift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.fault.NotFound;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;

/** The areas that people are on duty for. Thread-safe. */
final class ShiftAreas {
  private final Supplier<AreaAtlas> atlas;

  ShiftAreas(Supplier<AreaAtlas> atlas) {
    this.atlas = atlas;
  }

  /**
   * Wants an area to be there and in the caller's scope.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   */
  void require(Caller caller, String area) {
    if (!caller.scope().covers(area) || chain(area).isEmpty()) {
      throw unknown(area);
    }
  }

  /**
   * An area with those above it, itself first: whoever is responsible for a part of it may know who
   * is on duty there.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   */
  List<String> upwards(Caller caller, String area) {
    List<String> chain = chain(area);
    if (chain.isEmpty() || !(caller.scope().covers(area) || caller.scope().isBelow(area))) {
      throw unknown(area);
    }
    return chain;
  }

  private List<String> chain(String area) {
    List<String> down = atlas.get().chainOf(AreaKey.tree(area)).stream().map(Area::code).toList();
    List<String> up = new ArrayList<>(down);
    Collections.reverse(up);
    return up;
  }

  private static NotFound unknown(String area) {
    return new NotFound("shift-area-unknown", Map.of("area", area));
  }
}
