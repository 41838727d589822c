package org.wangge.server.message;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.incident.IncidentPlace;
import org.wangge.message.Notification;
import org.wangge.message.Occasion;
import org.wangge.message.Telling;

/**
 * Tells people of matters of a grid that belong to no incident. Thread-safe.
 *
 * @param telling tells them
 * @param atlas what lies where now
 */
public record GridTelling(Telling telling, Supplier<AreaAtlas> atlas) {

  /**
   * What people are told of.
   *
   * @param subject what tells it from all others, see {@link Notification.Matter#subject()}
   * @param grid code of the grid
   * @param values what fills the blanks of texts
   */
  public record Matter(
      Occasion occasion,
      String subject,
      String grid,
      Map<String, String> values,
      boolean generated) {}

  /** Begins to tell people; where it was begun before, nothing happens. */
  public void tell(Tx tx, Matter matter, List<Notification.Addressee> who) {
    var unused =
        telling.tell(
            tx,
            Caller.upkeep(),
            new Notification.Matter(
                matter.occasion(),
                matter.subject(),
                "",
                new IncidentPlace(matter.grid(), place(matter.grid())),
                matter.values(),
                matter.generated()),
            who);
  }

  private LatticePoint place(String grid) {
    return atlas
        .get()
        .find(AreaKey.tree(grid))
        .flatMap(area -> area.shape().map(LatticeShape::labelPoint).or(area::anchor))
        .orElseGet(() -> new LatticePoint(0, 0));
  }

  /** The name of a grid; its code where it is no more. */
  public String gridName(String grid) {
    return atlas.get().find(AreaKey.tree(grid)).map(area -> area.name()).orElse(grid);
  }
}
