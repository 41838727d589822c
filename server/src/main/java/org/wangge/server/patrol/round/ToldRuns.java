package org.wangge.server.patrol.round;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.message.Notification;
import org.wangge.message.Occasion;
import org.wangge.message.Recipient;
import org.wangge.patrol.round.DueRun;
import org.wangge.patrol.round.RunTelling;
import org.wangge.patrol.round.Span;
import org.wangge.server.message.GridTelling;

/**
 * Tells whoever walks a patrol, on their own: a message of each kind for a patrol, as its subject
 * is unique. That a patrol was missed ends the reminder of it. Thread-safe.
 */
final class ToldRuns implements RunTelling {
  private static final int MOST_NAMES = 3;
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final GridTelling telling;
  private final ZoneId zone;

  /**
   * Makes one.
   *
   * @param zone of the times that people are told
   */
  ToldRuns(GridTelling telling, ZoneId zone) {
    this.telling = telling;
    this.zone = zone;
  }

  @Override
  public void soon(Tx tx, Caller caller, DueRun run) {
    tell(tx, Occasion.PATROL_SOON, run);
  }

  @Override
  public void missed(Tx tx, Caller caller, DueRun run) {
    telling.telling().over(tx, Caller.upkeep(), subject(run) + Occasion.PATROL_SOON.word());
    tell(tx, Occasion.PATROL_MISSED, run);
  }

  private void tell(Tx tx, Occasion occasion, DueRun run) {
    List<String> grids = run.plan().terms().gridCodes();
    telling.tell(
        tx,
        new GridTelling.Matter(
            occasion,
            subject(run) + occasion.word(),
            grids.get(0),
            Map.of(
                "title",
                run.plan().terms().name(),
                "grid",
                names(grids),
                "time",
                time(run, occasion)),
            run.plan().generated()),
        List.of(
            new Notification.Addressee(new Recipient(Recipient.Kind.PERSON, run.staffCode()), 1)));
  }

  private static String subject(DueRun run) {
    return "patrol/%d/%s/%d/"
        .formatted(run.plan().id(), run.staffCode(), run.from().getEpochSecond());
  }

  private String names(List<String> grids) {
    String names =
        grids.stream().limit(MOST_NAMES).map(telling::gridName).collect(Collectors.joining("、"));
    return grids.size() > MOST_NAMES ? names + "…（" + grids.size() + "）" : names;
  }

  /**
   * Of one that can be walked on several days: the first of them before, all of them afterwards.
   */
  private String time(DueRun run, Occasion occasion) {
    Span first = run.spans().get(0);
    boolean more = run.spans().size() > 1 && occasion == Occasion.PATROL_MISSED;
    return DAY_AND_TIME.format(run.from().atZone(zone))
        + "–"
        + (more ? DAY_AND_TIME : TIME).format((more ? run.to() : first.to()).atZone(zone));
  }
}
