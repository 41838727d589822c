package org.wangge.incident;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.WorkCalendar;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.category.Category;
import org.wangge.incident.limit.StageTerms;

/**
 * Something that happened at a place and is to be brought to a close. Immutable.
 *
 * @param id stable
 * @param version counts its changes, from 1
 * @param number what people call it: day and sequence, such as {@code 20261103-0042}
 * @param category code of its {@link Category}
 * @param condition what is so about it, as limits tell it apart, such as {@code missing} of a
 *     manhole cover; empty where nothing is
 * @param priority how urgent it is
 * @param channel how the first report came in
 * @param location where it is
 * @param gridOrNull code of the grid it is handled in: the one that holds the place, while it is
 *     open; null outside every grid
 * @param filedInOrNull code of the grid that held the place when it was filed, in which it counts
 *     whatever is redrawn later (domain.md); null before, and outside every grid
 * @param reportedAt when the first report came in
 * @param life where it is in its life
 * @param generated whether a demonstration made it up
 */
public record Incident(
    String id,
    int version,
    String number,
    String category,
    String condition,
    Priority priority,
    Channel channel,
    LatticePoint location,
    @Nullable String gridOrNull,
    @Nullable String filedInOrNull,
    Instant reportedAt,
    Life life,
    boolean generated) {

  /**
   * One that has just come in: nothing has been done to it.
   *
   * @param number which its id follows
   * @param grid code of the grid it lies in; null outside every grid
   */
  public static Incident reported(
      String number,
      Category category,
      String condition,
      Channel channel,
      LatticePoint location,
      @Nullable String grid,
      Instant at,
      boolean generated) {
    return new Incident(
        "incident-" + number,
        1,
        number,
        category.code(),
        condition,
        category.priority(),
        channel,
        location,
        grid,
        null,
        at,
        Life.of(Standing.REPORTED, null, null, null),
        generated);
  }

  /** The step of the six it is in. */
  public Step step() {
    return life.standing().step();
  }

  public Optional<String> gridCode() {
    return Optional.ofNullable(gridOrNull);
  }

  public Optional<String> filedIn() {
    return Optional.ofNullable(filedInOrNull);
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
    return copy(
        "incident-" + number, version, number, condition, location, grid, filedInOrNull, life);
  }

  /** The same as urgent. */
  Incident urgent() {
    return new Incident(
        id,
        version,
        number,
        category,
        condition,
        Priority.URGENT,
        channel,
        location,
        gridOrNull,
        filedInOrNull,
        reportedAt,
        life,
        generated);
  }

  /** The same under the terms by which its clocks are started: the first of them runs. */
  Incident reported(StageTerms terms) {
    return with(Life.reported(terms, reportedAt));
  }

  /**
   * The incident elsewhere, or where another grid is; its clocks run on by the calendar there.
   *
   * @param grid code of the grid; null outside every grid
   */
  Incident movedTo(LatticePoint place, @Nullable String grid, WorkCalendar there) {
    Life moved = life.with(life.clocks().follow(there));
    return copy(id, version + 1, number, condition, place, grid, filedInOrNull, moved);
  }

  /** The incident after something was done to it. */
  Incident after(Action action, Life.Circumstances with) {
    Incident next = next().with(life.after(action, with));
    return action == Action.FILE ? next.filedHere() : next;
  }

  private Incident filedHere() {
    return copy(id, version, number, condition, location, gridOrNull, gridOrNull, life);
  }

  /** The same, said to be otherwise than it was said before. */
  Incident under(String otherCondition) {
    return copy(id, version, number, otherCondition, location, gridOrNull, filedInOrNull, life);
  }

  /** Its clocks by the newest version of its calendar; itself where that moves none. */
  Incident follow(WorkCalendar newest) {
    Clocks followed = life.clocks().follow(newest);
    return followed.equals(life.clocks()) ? this : next().with(life.with(followed));
  }

  private Incident next() {
    return copy(id, version + 1, number, condition, location, gridOrNull, filedInOrNull, life);
  }

  private Incident with(Life other) {
    return copy(id, version, number, condition, location, gridOrNull, filedInOrNull, other);
  }

  /** What was reported how and when stays; the rest may be another. */
  private Incident copy(
      String nextId,
      int nextVersion,
      String nextNumber,
      String nextCondition,
      LatticePoint place,
      @Nullable String grid,
      @Nullable String filedIn,
      Life nextLife) {
    return new Incident(
        nextId,
        nextVersion,
        nextNumber,
        category,
        nextCondition,
        priority,
        channel,
        place,
        grid,
        filedIn,
        reportedAt,
        nextLife,
        generated);
  }

  /** Whether it was handled after its due time, or is open past it. */
  public boolean overdue(Instant now) {
    return life.isOverdue(now);
  }
}
