package org.wangge.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * Something that happened at a place and is to be brought to a close. Immutable.
 *
 * @param id stable
 * @param version counts its changes, from 1
 * @param number what people call it: day and sequence, such as {@code 20261103-0042}
 * @param category code of its {@link Category}
 * @param step where it stands
 * @param priority how urgent it is
 * @param channel how the first report came in
 * @param location where it is
 * @param gridOrNull code of the grid that held the place when it was filed (before: when it was
 *     reported); null outside every grid
 * @param reportedAt when the first report came in
 * @param filedOrNull when it was filed
 * @param dueOrNull when it must be handled by
 * @param closedOrNull when it was closed
 * @param generated whether a demonstration made it up
 */
public record Incident(
    String id,
    int version,
    String number,
    String category,
    Step step,
    Priority priority,
    Channel channel,
    LatticePoint location,
    @Nullable String gridOrNull,
    Instant reportedAt,
    @Nullable Instant filedOrNull,
    @Nullable Instant dueOrNull,
    @Nullable Instant closedOrNull,
    boolean generated) {

  public Incident {
    if (step.open() == (closedOrNull != null)) {
      throw new IllegalArgumentException("closed exactly when evaluated: " + id);
    }
  }

  public Optional<String> gridCode() {
    return Optional.ofNullable(gridOrNull);
  }

  public Optional<Instant> filedAt() {
    return Optional.ofNullable(filedOrNull);
  }

  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueOrNull);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedOrNull);
  }

  /**
   * The same under another number, which its id follows, and in another grid.
   *
   * @param grid code of the grid; null outside every grid
   */
  Incident put(String number, @Nullable String grid) {
    return new Incident(
        "incident-" + number,
        version,
        number,
        category,
        step,
        priority,
        channel,
        location,
        grid,
        reportedAt,
        filedOrNull,
        dueOrNull,
        closedOrNull,
        generated);
  }

  /**
   * The incident after something was done to it.
   *
   * @param now when it was done
   * @param limit how long handling may take from filing
   */
  Incident after(Action action, Instant now, Duration limit) {
    boolean files = action == Action.FILE;
    return new Incident(
        id,
        version + 1,
        number,
        category,
        action.to(),
        priority,
        channel,
        location,
        gridOrNull,
        reportedAt,
        files ? now : filedOrNull,
        files ? now.plus(limit) : dueOrNull,
        action.to().open() ? null : now,
        generated);
  }

  /** Whether it was closed after its due time, or is open past it. */
  public boolean overdue(Instant now) {
    return dueOrNull != null && dueOrNull.isBefore(closedAt().orElse(now));
  }
}
