package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.grid.AreaKey;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.redraw.Lineage;
import org.wangge.server.storage.TestDatabase;

/**
 * Which grid held this point on that day: what was answered on the day itself, with three plans
 * published, one rolled back and one scheduled, is what is answered about that day ever after.
 */
class PlanDaysTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 14;
  private static final int[] PLACES = {
    10_000, 45_000, 55_000, 95_000, 110_000, 149_000, 151_000, 190_000, 210_000, 250_000, 290_000
  };

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_day_keeps_its_grids(TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      Instant start = town.clock.instant();
      Map<Integer, List<String>> told = new HashMap<>();
      Set<String> ended = new HashSet<>();
      for (int day = 0; day < DAYS; day++) {
        town.clock.set(start.plus(DAY.multipliedBy(day)));
        while (town.plans.scheduled().switchNext()) {
          assertThat(day).isEqualTo(9);
        }
        happens(town, day, start);
        town.clock.set(start.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(12)));
        town.grids.atlas().renew();
        told.put(day, answers(town));
        Set<String> held = new HashSet<>(told.get(day));
        assertThat(held).as("a code never comes back").noneMatch(ended::contains);
        ended.addAll(told.getOrDefault(day - 1, List.of()));
        ended.removeAll(held);
      }
      for (int day = 0; day < DAYS; day++) {
        Instant noon = start.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(12));
        assertThat(answers(town, noon)).as("day %d", day).isEqualTo(told.get(day));
      }
      changedJustOn(told, 2, 4, 6, 9, 11);
    }
  }

  private static void happens(LifeTown town, int day, Instant start) {
    switch (day) {
      case 2 -> town.publish(town.split(50_000), null);
      case 4 -> town.publish(town.split(150_000), null);
      case 6 -> town.publish(town.split(95_000), null);
      case 7 -> {
        Instant soon = start.plus(DAY.multipliedBy(9));
        town.publish(town.split(250_000), soon);
      }
      case 11 -> rollBack(town, start);
      default -> town.rename(town.at(PLACES[day % PLACES.length]));
    }
  }

  /** Back to the outlines of the third day, when only the western grid was split. */
  private static void rollBack(LifeTown town, Instant start) {
    long third = 3;
    DrawnPlan back =
        town.plans
            .rollback()
            .begin(LifeTown.PLANNER, third, start.plus(DAY.multipliedBy(3)), "回到第三天");
    List<String> now = answers(town);
    town.publish(back.plan().id(), null);
    DrawnPlan published = town.plans.get(LifeTown.PLANNER, back.plan().id());
    assertThat(published.plan().state()).isEqualTo(PlanState.PUBLISHED);
    String east = town.at(250_000);
    assertThat(town.at(210_000)).isEqualTo(east).isEqualTo(town.at(290_000));
    List<Lineage> lines = town.plans.lineageOf(LifeTown.PLANNER, AreaKey.tree(east));
    assertThat(lines)
        .extracting(line -> line.old().code())
        .as("from both halves, and from the grid that had the outline first")
        .containsExactlyInAnyOrder(now.get(8), now.get(10), LifeTown.COMMUNITY + "003");
    assertThat(town.plans.get(LifeTown.PLANNER, third).plan().state())
        .isEqualTo(PlanState.SUPERSEDED);
  }

  private static List<String> answers(LifeTown town) {
    List<String> answers = new ArrayList<>();
    for (int place : PLACES) {
      answers.add(town.at(place));
    }
    return answers;
  }

  private static List<String> answers(LifeTown town, Instant at) {
    List<String> answers = new ArrayList<>();
    for (int place : PLACES) {
      answers.add(town.at(place, at));
    }
    return answers;
  }

  private static void changedJustOn(Map<Integer, List<String>> told, Integer... days) {
    List<Integer> changed = new ArrayList<>();
    for (int day = 1; day < DAYS; day++) {
      if (!told.getOrDefault(day, List.of()).equals(told.get(day - 1))) {
        changed.add(day);
      }
    }
    assertThat(changed).containsExactly(days);
  }
}
