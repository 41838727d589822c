package org.wangge.incident;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Limit;
import org.wangge.geo.LatticePoint;

/**
 * Something that happened at a place and is to be brought to a close. Immutable.
 *
 * @param id stable
 * @param version counts its changes, from 1
 * @param number what people call it: day and sequence, such as {@code 20261103-0042}
 * @param category code of its {@link Category}
 * @param priority how urgent it is
 * @param channel how the first report came in
 * @param location where it is
 * @param gridOrNull code of the grid that held the place when it was filed (before: when it was
 *     reported); null outside every grid
 * @param reportedAt when the first report came in
 * @param life where it is in its life
 * @param generated whether a demonstration made it up
 */
public record Incident(
    String id,
    int version,
    String number,
    String category,
    Priority priority,
    Channel channel,
    LatticePoint location,
    @Nullable String gridOrNull,
    Instant reportedAt,
    Life life,
    boolean generated) {

  /** The step of the six it is in. */
  public Step step() {
    return life.standing().step();
  }

  public Optional<String> gridCode() {
    return Optional.ofNullable(gridOrNull);
  }

  public Optional<Instant> filedAt() {
    return Optional.ofNullable(life.filedOrNull());
  }

  public Optional<Instant> dueAt() {
    return Optional.ofNullable(life.dueOrNull());
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(life.closedOrNull());
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
        priority,
        channel,
        location,
        grid,
        reportedAt,
        life,
        generated);
  }

  /** The incident after something was done to it. */
  Incident after(Action action, Life.Circumstances with) {
    return new Incident(
        id,
        version + 1,
        number,
        category,
        priority,
        channel,
        location,
        gridOrNull,
        reportedAt,
        life.after(action, with),
        generated);
  }

  /**
   * What it is judged with when its category has a limit.
   *
   * @param limit how long handling may take
   * @param untilOrNull of a suspension: when it ends by itself
   */
  Life.Circumstances circumstances(Instant now, Limit limit, @Nullable Instant untilOrNull) {
    return new Life.Circumstances(now, limit, Category.CALENDAR, untilOrNull);
  }

  /** Whether it was closed after its due time, or is open past it. */
  public boolean overdue(Instant now) {
    return life.isOverdue(Category.CALENDAR, now);
  }
}
