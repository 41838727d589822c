package org.wangge.shift;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.AreaAtlas;

/** Rosters: who is on duty, and who is put on and taken off. Thread-safe. */
public final class RosterRegister {
  /** So long a time can be looked at. */
  public static final Duration LONGEST_LOOK = Duration.ofDays(35);

  private static final int WEEK_DAYS = 7;
  private static final Duration AHEAD = Duration.ofDays(2);

  private final Transactions transactions;
  private final RosterStore store;
  private final ShiftAreas areas;
  private final Staff staff;
  private final ZoneId zone;

  /** Which codes are of people. */
  @FunctionalInterface
  public interface Staff {
    /** Those of some codes that are known. */
    Set<String> known(Tx tx, Collection<String> codes);
  }

  /**
   * Makes it.
   *
   * @param zone whose days are copied
   */
  public RosterRegister(
      Transactions transactions,
      RosterStore store,
      Supplier<AreaAtlas> atlas,
      Staff staff,
      ZoneId zone) {
    this.transactions = transactions;
    this.store = store;
    this.areas = new ShiftAreas(atlas);
    this.staff = staff;
    this.zone = zone;
  }

  /**
   * A roster as it is looked at.
   *
   * @param roster who is on duty
   * @param gaps when nobody is
   */
  public record Looked(Roster roster, List<DutySpan> gaps) {}

  /**
   * Who is on duty in an area in some time.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   * @throws Invalid with code {@code shift-look}
   */
  public Looked look(Caller caller, String area, DutySpan span) {
    Caller reader = caller.with(Right.READ_ROSTERS);
    areas.upwards(reader, area);
    if (!span.from().isBefore(span.to())
        || Duration.between(span.from(), span.to()).compareTo(LONGEST_LOOK) > 0) {
      throw new Invalid("to", "shift-look", Map.of("days", LONGEST_LOOK.toDays()));
    }
    Roster roster = new Roster(transactions.read(tx -> store.of(tx, reader, List.of(area), span)));
    return new Looked(roster, roster.gaps(span));
  }

  /**
   * Who is to be called.
   *
   * @param area what was asked for
   * @param answeredByOrNull the area whose roster answers: it, or the nearest above that has
   *     somebody; null where none has
   * @param onDuty in the order in which they are called
   * @param nextOrNull when somebody comes or goes; null where that is further off than two days
   */
  public record Answer(
      String area,
      @Nullable String answeredByOrNull,
      List<RosterEntry> onDuty,
      @Nullable Instant nextOrNull) {}

  /**
   * Who is on duty for an area at an instant; where its own roster has nobody, who is for the
   * nearest area above it.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   */
  public Answer onDuty(Caller caller, String area, Instant at) {
    Caller reader = caller.with(Right.READ_ROSTERS);
    List<String> chain = areas.upwards(reader, area);
    List<RosterEntry> near =
        transactions.read(tx -> store.of(tx, reader, chain, new DutySpan(at, at.plus(AHEAD))));
    for (String one : chain) {
      Roster roster = new Roster(near.stream().filter(it -> it.area().equals(one)).toList());
      List<RosterEntry> now = roster.at(at);
      if (!now.isEmpty()) {
        return new Answer(area, one, now, roster.nextChange(at).orElse(null));
      }
    }
    Optional<Instant> next = new Roster(near).nextChange(at);
    return new Answer(area, null, List.of(), next.orElse(null));
  }

  /**
   * Puts people on duty, all of them or none.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   * @throws Invalid with code {@code shift-span} or {@code shift-staff-unknown}
   * @throws Conflict with code {@code shift-overlap} where somebody is on duty elsewhere then
   */
  public List<RosterEntry> add(
      Caller caller, String area, List<RosterDraft> drafts, boolean generated) {
    Caller keeper = caller.with(Right.KEEP_ROSTERS);
    areas.require(keeper, area);
    drafts.forEach(one -> one.span().required("from"));
    return transactions.write(
        caller,
        tx -> {
          requirePeople(tx, drafts);
          List<RosterEntry> added = added(tx, keeper, area, drafts, generated);
          tx.record(new ShiftEvent.RosterChanged(area, RosterAct.ADD, added.size()));
          return added;
        });
  }

  private void requirePeople(Tx tx, List<RosterDraft> drafts) {
    Set<String> codes = drafts.stream().map(RosterDraft::staff).collect(Collectors.toSet());
    Set<String> known = staff.known(tx, codes);
    for (String code : codes) {
      if (!known.contains(code)) {
        throw new Invalid("staff", "shift-staff-unknown", Map.of("staff", code));
      }
    }
  }

  private List<RosterEntry> added(
      Tx tx, Caller keeper, String area, List<RosterDraft> drafts, boolean generated) {
    hold(tx, keeper, drafts.stream().map(RosterDraft::staff));
    List<RosterEntry> standing = new ArrayList<>(standing(tx, keeper, drafts));
    List<RosterEntry> wanted = new ArrayList<>();
    for (RosterDraft draft : drafts) {
      clash(standing, draft)
          .ifPresent(
              other -> {
                throw overlap(other);
              });
      RosterEntry entry =
          new RosterEntry(0, area, draft.post(), draft.staff(), draft.span(), generated);
      standing.add(entry);
      wanted.add(entry);
    }
    return store.add(tx, keeper, wanted);
  }

  private List<RosterEntry> standing(Tx tx, Caller keeper, List<RosterDraft> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    Instant from = drafts.stream().map(it -> it.span().from()).reduce(RosterRegister::min).get();
    Instant to = drafts.stream().map(it -> it.span().to()).reduce(RosterRegister::max).get();
    List<String> people = drafts.stream().map(RosterDraft::staff).distinct().toList();
    return store.ofStaff(tx, keeper, people, new DutySpan(from, to));
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<RosterEntry> clash(List<RosterEntry> standing, RosterDraft draft) {
    return standing.stream()
        .filter(one -> one.staff().equals(draft.staff()) && one.span().meets(draft.span()))
        .findFirst();
  }

  private static Conflict overlap(RosterEntry other) {
    return new Conflict(
        "shift-overlap",
        Map.of(
            "staff", other.staff(),
            "area", other.area(),
            "from", other.span().from().toString(),
            "to", other.span().to().toString()));
  }

  private void hold(Tx tx, Caller keeper, Stream<String> people) {
    store.hold(tx, keeper, people.distinct().sorted().toList());
  }

  /**
   * Takes one off.
   *
   * @throws NotFound with code {@code shift-entry-unknown}
   */
  public void remove(Caller caller, long id) {
    Caller keeper = caller.with(Right.KEEP_ROSTERS);
    var unused =
        transactions.write(
            caller,
            tx -> {
              RosterEntry entry = get(tx, keeper, id);
              takeOff(tx, keeper, entry);
              tx.record(new ShiftEvent.RosterChanged(entry.area(), RosterAct.REMOVE, 1));
              return 0;
            });
  }

  /**
   * Two people change places, each with the other's post and time.
   *
   * @return the two new ones
   * @throws NotFound with code {@code shift-entry-unknown}
   * @throws Invalid with code {@code shift-swap-same} where both are of one person
   * @throws Conflict with code {@code shift-overlap}
   */
  public List<RosterEntry> swap(Caller caller, long one, long other) {
    Caller keeper = caller.with(Right.KEEP_ROSTERS);
    return transactions.write(
        caller,
        tx -> {
          RosterEntry first = get(tx, keeper, one);
          RosterEntry second = get(tx, keeper, other);
          if (first.staff().equals(second.staff())) {
            throw new Invalid("with", "shift-swap-same");
          }
          hold(tx, keeper, Stream.of(first.staff(), second.staff()));
          takeOff(tx, keeper, first);
          takeOff(tx, keeper, second);
          List<RosterEntry> swapped = new ArrayList<>();
          swapped.addAll(
              added(
                  tx, keeper, first.area(), List.of(first.of(second.staff())), first.generated()));
          swapped.addAll(
              added(
                  tx,
                  keeper,
                  second.area(),
                  List.of(second.of(first.staff())),
                  second.generated()));
          tx.record(new ShiftEvent.RosterChanged(first.area(), RosterAct.SWAP, 2));
          return swapped;
        });
  }

  private void takeOff(Tx tx, Caller keeper, RosterEntry entry) {
    if (!store.remove(tx, keeper, entry.id())) {
      throw unknown(entry.id());
    }
  }

  private RosterEntry get(Tx tx, Caller keeper, long id) {
    return store
        .find(tx, keeper, id)
        .filter(one -> keeper.scope().covers(one.area()))
        .orElseThrow(() -> unknown(id));
  }

  private static NotFound unknown(long id) {
    return new NotFound("shift-entry-unknown", Map.of("entry", id));
  }

  /**
   * What came of a copy.
   *
   * @param added the new ones
   * @param skipped how many were left out, because the person is on duty already
   */
  public record Copied(List<RosterEntry> added, int skipped) {}

  /**
   * Fills a week as the one before it, hour by hour of the clocks of the place; who is on duty
   * already is left out.
   *
   * @param monday the first of seven days
   * @throws NotFound with code {@code shift-area-unknown}
   */
  public Copied copyWeek(Caller caller, String area, LocalDate monday) {
    Caller keeper = caller.with(Right.KEEP_ROSTERS);
    areas.require(keeper, area);
    DutySpan before =
        new DutySpan(
            monday.minusDays(WEEK_DAYS).atStartOfDay(zone).toInstant(),
            monday.atStartOfDay(zone).toInstant());
    return transactions.write(
        caller,
        tx -> {
          List<RosterDraft> drafts =
              store.of(tx, keeper, List.of(area), before).stream()
                  .filter(one -> before.holds(one.span().from()))
                  .map(this::aWeekLater)
                  .toList();
          hold(tx, keeper, drafts.stream().map(RosterDraft::staff));
          List<RosterEntry> standing = standing(tx, keeper, drafts);
          List<RosterDraft> free =
              drafts.stream().filter(one -> clash(standing, one).isEmpty()).toList();
          List<RosterEntry> added = added(tx, keeper, area, free, false);
          if (!added.isEmpty()) {
            tx.record(new ShiftEvent.RosterChanged(area, RosterAct.COPY, added.size()));
          }
          return new Copied(added, drafts.size() - free.size());
        });
  }

  private RosterDraft aWeekLater(RosterEntry entry) {
    return new RosterDraft(
        entry.post(),
        entry.staff(),
        new DutySpan(aWeekLater(entry.span().from()), aWeekLater(entry.span().to())));
  }

  private Instant aWeekLater(Instant at) {
    return at.atZone(zone).plusDays(WEEK_DAYS).toInstant();
  }
}
