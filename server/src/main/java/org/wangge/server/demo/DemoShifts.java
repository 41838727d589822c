package org.wangge.server.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.shift.DutyPost;
import org.wangge.shift.DutySpan;
import org.wangge.shift.RosterEntry;
import org.wangge.shift.RosterStore;
import org.wangge.shift.WeekPattern;

/**
 * The roster of the demonstration's street: last week, this one and the next, in which a night is
 * left open.
 */
public final class DemoShifts implements DemoPart {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 0);
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final int WEEK = 7;

  private final RosterStore store;

  public DemoShifts(RosterStore store) {
    this.store = store;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    String street = street(town);
    LocalDate monday =
        LocalDate.ofInstant(now, ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<String> cadres = staff(town, Duty.STREET_CADRE);
    List<String> operators = staff(town, Duty.COMMUNITY_CADRE);
    List<String> menders = staff(town, Duty.PROPERTY_COMPANY);
    for (int week = -1; week <= 1; week++) {
      LocalDate first = monday.plusDays((long) week * WEEK);
      DutySpan span = new DutySpan(start(first), start(first.plusDays(WEEK)));
      if (store.of(tx, caller, List.of(street), span).stream()
          .noneMatch(one -> span.holds(one.span().from()))) {
        List<RosterEntry> entries = new ArrayList<>();
        add(entries, street, DutyPost.OPERATOR, operators, 0, by(first, MORNING, EVENING));
        List<DutySpan> nights = by(first, EVENING, MORNING);
        add(
            entries,
            street,
            DutyPost.OPERATOR,
            operators,
            operators.size() / 2,
            week > 0 ? nights.subList(0, WEEK - 1) : nights);
        add(entries, street, DutyPost.LEADER, cadres, 0, by(first, MORNING, EVENING));
        add(
            entries,
            street,
            DutyPost.MAINTENANCE,
            menders,
            0,
            by(first, MORNING, LocalTime.of(18, 0)));
        var unused = store.add(tx, caller, entries);
      }
    }
  }

  private static List<DutySpan> by(LocalDate first, LocalTime from, LocalTime to) {
    return new WeekPattern(EVERY_DAY, from, to).over(first, first.plusDays(WEEK - 1L), ZONE);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** In turn; whoever begins at another place than others is never on duty with them. */
  private static void add(
      List<RosterEntry> entries,
      String area,
      DutyPost post,
      List<String> staff,
      int begin,
      List<DutySpan> spans) {
    for (int i = 0; i < spans.size() && !staff.isEmpty(); i++) {
      String who = staff.get((begin + i) % staff.size());
      entries.add(new RosterEntry(0, area, post, who, spans.get(i), true));
    }
  }

  static String street(DemoTown town) {
    return town.areas(Partition.TREE, Level.STREET).get(0).code();
  }

  private static List<String> staff(DemoTown town, Duty duty) {
    return town.areas().stream()
        .map(Area::inCharge)
        .flatMap(List::stream)
        .filter(one -> one.duty() == duty)
        .map(InCharge::staffCode)
        .distinct()
        .sorted()
        .limit(4)
        .toList();
  }
}
