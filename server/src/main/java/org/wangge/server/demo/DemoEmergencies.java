package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyCall;
import org.wangge.emergency.EmergencyContact;
import org.wangge.emergency.EmergencyGrid;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.emergency.EmergencyReport;
import org.wangge.emergency.EmergencyStanding;
import org.wangge.emergency.EmergencyStore;
import org.wangge.emergency.EmergencyTask;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.people.PersonStore;

/** A night of heavy rain in one community some days ago, long over, with its report. */
public final class DemoEmergencies implements DemoPart {
  private static final Duration AGO = Duration.ofDays(6);
  private static final Duration LASTED = Duration.ofHours(13);
  private static final int HOUSEHOLDS_FOR_ONE = 40;
  private static final EmergencyContact CONTACT = new EmergencyContact("社区防汛值班室", "000-8800110");

  private final EmergencyStore store;
  private final EmergencyHappenings happenings;
  private final PersonStore people;

  public DemoEmergencies(EmergencyStore store, EmergencyHappenings happenings, PersonStore people) {
    this.store = store;
    this.happenings = happenings;
    this.people = people;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    List<EmergencyGrid> grids = grids(town);
    if (grids.isEmpty() || !store.list(tx, caller, false, Long.MAX_VALUE, 1).isEmpty()) {
      return;
    }
    Instant from = now.minus(AGO).truncatedTo(ChronoUnit.HOURS);
    Instant to = from.plus(LASTED);
    Emergency declared = store.add(tx, caller, rain(grids, from, to));
    List<EmergencyCall> calls = calls(tx, declared);
    store.ask(tx, caller, calls);
    calls.stream()
        .filter(call -> call.reply().isPresent())
        .forEach(call -> store.reply(tx, caller, call));
    store.file(tx, caller, declared.id(), report(tx, declared, calls, to));
    store.change(tx, caller, ended(declared, to));
  }

  private static List<EmergencyGrid> grids(DemoTown town) {
    return town.areas(Partition.TREE, Level.COMMUNITY).stream()
        .map(Area::code)
        .sorted()
        .skip(1)
        .findFirst()
        .map(
            community ->
                town.areas(Partition.TREE, Level.GRID).stream()
                    .filter(one -> one.code().startsWith(community))
                    .sorted(Comparator.comparing(Area::code))
                    .map(DemoEmergencies::grid)
                    .toList())
        .orElseGet(List::of);
  }

  private static EmergencyGrid grid(Area area) {
    int needed = Math.max(1, (area.households() + HOUSEHOLDS_FOR_ONE - 1) / HOUSEHOLDS_FOR_ONE);
    return new EmergencyGrid(area.code(), area.name(), area.households(), needed, CONTACT);
  }

  private static Emergency rain(List<EmergencyGrid> grids, Instant from, Instant to) {
    String community = grids.get(0).code().substring(0, 12);
    return new Emergency(
        0,
        1,
        new Emergency.Plan(
            "暴雨红色预警",
            List.of(community),
            HOUSEHOLDS_FOR_ONE,
            CONTACT,
            new EmergencyTask("家中或楼道是否进水？", true, to),
            List.of(),
            true),
        grids,
        null,
        new Emergency.Deed(from, "approver"),
        null);
  }

  private static Emergency ended(Emergency declared, Instant to) {
    return new Emergency(
        declared.id(),
        declared.version() + 1,
        declared.plan(),
        declared.grids(),
        null,
        declared.declared(),
        new Emergency.Deed(to, "supervisor"));
  }

  /** Of ten about six come, two cannot, two did not answer. */
  private List<EmergencyCall> calls(Tx tx, Emergency declared) {
    List<EmergencyCall> calls = new ArrayList<>();
    Instant from = declared.declared().at();
    Map<String, List<String>> living = people.livingIn(tx, declared.gridCodes());
    living.forEach(
        (grid, staff) -> {
          for (String one : staff) {
            int dice = Math.floorMod(one.hashCode(), 10);
            Instant at = from.plusSeconds(60L * (3 + Math.floorMod(one.hashCode(), 37)));
            EmergencyCall.Reply reply =
                dice > 7 ? null : new EmergencyCall.Reply(dice < 6, dice == 5, at, "operator");
            calls.add(new EmergencyCall(declared.id(), grid, one, from, reply));
          }
        });
    return calls;
  }

  private EmergencyReport report(Tx tx, Emergency declared, List<EmergencyCall> calls, Instant to) {
    Instant from = declared.declared().at();
    List<EmergencyHappenings.Reported> incidents =
        happenings.incidents(tx, declared.gridCodes(), from, to);
    Map<String, Integer> whistles = happenings.whistles(tx, declared.gridCodes(), from, to);
    return new EmergencyReport(
        declared.grids().stream()
            .map(grid -> standing(grid, calls, incidents, whistles.getOrDefault(grid.code(), 0)))
            .toList(),
        incidents);
  }

  private static EmergencyStanding standing(
      EmergencyGrid grid,
      List<EmergencyCall> calls,
      List<EmergencyHappenings.Reported> incidents,
      int whistles) {
    List<EmergencyCall> there =
        calls.stream().filter(call -> call.grid().equals(grid.code())).toList();
    List<EmergencyHappenings.Reported> reported =
        incidents.stream().filter(one -> one.grid().equals(grid.code())).toList();
    int left = grid.households() * Math.floorMod(grid.code().hashCode(), 5) / 100;
    return new EmergencyStanding(
        grid,
        there.size(),
        (int) there.stream().filter(EmergencyCall::isConfirmed).count(),
        (int) there.stream().filter(EmergencyCall::isDeclined).count(),
        grid.households(),
        grid.households() - left,
        reported.size(),
        (int) reported.stream().filter(EmergencyHappenings.Reported::open).count(),
        whistles);
  }
}
