package org.wangge.server.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.grid.AreaKey;
import org.wangge.message.Occasion;
import org.wangge.visit.VisitOutcome;
import org.wangge.word.Word;

/**
 * Tells who is in charge of a grid of a door at which nobody was met so often that they have to
 * act; whoever goes there and comes to some end ends it. Thread-safe.
 */
final class VisitOccurrence implements Occurrence {
  private static final String UNREACHABLE = "visit-unreachable";
  private static final String KEPT = "visit-kept";

  private final GridTelling telling;

  VisitOccurrence(GridTelling telling) {
    this.telling = telling;
  }

  @Override
  public Set<String> types() {
    return Set.of(UNREACHABLE, KEPT);
  }

  @Override
  public void happened(Tx tx, NumberedEvent event) {
    String subject = "visit/" + event.facts().get("rule") + "/" + event.subject() + "/";
    if (event.type().equals(UNREACHABLE)) {
      unreachable(tx, event, subject);
    } else if (settles(event)) {
      telling.telling().over(tx, Caller.upkeep(), subject);
    }
  }

  private static boolean settles(NumberedEvent event) {
    return Word.find(VisitOutcome.class, String.valueOf(event.facts().get("outcome")))
        .filter(VisitOutcome::settles)
        .isPresent();
  }

  /** After somebody was met it may come to that again: a matter of its own. */
  private void unreachable(Tx tx, NumberedEvent event, String subject) {
    String grid = String.valueOf(event.facts().get("grid"));
    telling.tell(
        tx,
        new GridTelling.Matter(
            Occasion.VISIT_UNREACHABLE,
            subject + event.number(),
            grid,
            Map.of("grid", telling.gridName(grid)),
            false),
        InCharge.after(
            List.of(),
            Optional.of(grid)
                .flatMap(code -> telling.atlas().get().find(AreaKey.tree(code)))
                .stream()
                .toList()));
  }
}
