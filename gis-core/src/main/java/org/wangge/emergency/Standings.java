package org.wangge.emergency;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Counts how it stands in each grid of an emergency. Pure. */
final class Standings {
  private static final EmergencyRound.Progress NOTHING = new EmergencyRound.Progress(0, 0);

  private Standings() {}

  static EmergencyReport of(
      Emergency one,
      List<EmergencyCall> calls,
      Map<String, EmergencyRound.Progress> progress,
      List<EmergencyHappenings.Reported> incidents,
      Map<String, Integer> whistles) {
    return new EmergencyReport(
        one.grids().stream()
            .map(
                grid -> {
                  String code = grid.code();
                  EmergencyRound.Progress doors = progress.getOrDefault(code, NOTHING);
                  return new EmergencyStanding(
                      grid,
                      count(calls, call -> call.grid().equals(code)),
                      count(calls, call -> call.grid().equals(code) && call.isConfirmed()),
                      count(calls, call -> call.grid().equals(code) && call.isDeclined()),
                      doors.doors(),
                      doors.done(),
                      count(incidents, it -> it.grid().equals(code)),
                      count(incidents, it -> it.grid().equals(code) && it.open()),
                      whistles.getOrDefault(code, 0));
                })
            .toList(),
        incidents);
  }

  private static <T> int count(List<T> all, Predicate<T> which) {
    return (int) all.stream().filter(which).count();
  }
}
