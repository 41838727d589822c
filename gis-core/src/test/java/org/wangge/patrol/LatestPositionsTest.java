package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

class LatestPositionsTest {
  private static final Instant T0 = Instant.parse("2026-11-02T03:00:00Z");
  private static final int LON = 1_126_000_000;
  private static final int LAT = 289_000_000;

  private final LatestPositions latest = new LatestPositions(LatestPositionsTest::gridOf);

  private static Optional<String> gridOf(LatticePoint point) {
    return point.lon() < LON + 400_000
        ? Optional.of("99010100100100" + (point.lat() < LAT + 200_000 ? 1 : 2))
        : Optional.empty();
  }

  /** Everything anybody said, whatever the order; the latest is looked for anew each time. */
  private final Map<String, NavigableMap<Instant, Fix>> said = new HashMap<>();

  private Optional<Fix> lastOf(String code) {
    return Optional.ofNullable(said.get(code)).map(fixes -> fixes.lastEntry().getValue());
  }

  @Test
  void everybody_is_where_they_said_last_whatever_the_order_and_the_nearest_come_first() {
    Random random = new Random(23);
    for (int step = 0; step < 1_500; step++) {
      PersonFixes batch = batch(random);
      latest.take(batch);
      batch
          .fixes()
          .forEach(
              fix ->
                  said.computeIfAbsent(batch.staffCode(), code -> new TreeMap<>())
                      .putIfAbsent(fix.at(), fix));
      if (step % 5 == 0) {
        Instant now = T0.plusSeconds(random.nextInt(5_000));
        assertThat(codesAndFixes(latest.shown(now))).isEqualTo(shownByOracle(now));
        requireNearest(random, now);
      }
    }
    said.keySet()
        .forEach(
            code -> {
              Position position = latest.find(code).orElseThrow();
              assertThat(position.fix()).isEqualTo(lastOf(code).orElseThrow());
              assertThat(position.gridCode()).isEqualTo(gridOf(position.fix().location()));
            });
    assertThat(latest.find("nobody")).isEmpty();
    assertThat(latest.shown(T0).stream().map(Position::number)).doesNotHaveDuplicates();
  }

  private void requireNearest(Random random, Instant now) {
    LatticePoint from = point(random);
    double within = 200 + random.nextInt(6_000);
    int most = 1 + random.nextInt(20);
    List<String> expected =
        shownByOracle(now).entrySet().stream()
            .filter(one -> meters(from, one.getValue()) <= within)
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<String, Fix> one) -> meters(from, one.getValue()))
                    .thenComparing(Map.Entry::getKey))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
    List<LatestPositions.Near> found = latest.near(from, within, most, now);
    assertThat(found.stream().map(near -> near.position().staffCode())).isEqualTo(expected);
    found.forEach(
        near -> assertThat(near.distanceMeters()).isEqualTo(meters(from, near.position().fix())));
  }

  private Map<String, Fix> shownByOracle(Instant now) {
    Map<String, Fix> shown = new TreeMap<>();
    for (String code : said.keySet()) {
      lastOf(code)
          .filter(fix -> !fix.at().isBefore(now.minus(Duration.ofMinutes(30))))
          .ifPresent(fix -> shown.put(code, fix));
    }
    return shown;
  }

  private static Map<String, Fix> codesAndFixes(List<Position> positions) {
    Map<String, Fix> all = new TreeMap<>();
    positions.forEach(one -> assertThat(all.put(one.staffCode(), one.fix())).isNull());
    return all;
  }

  private static double meters(LatticePoint from, Fix fix) {
    return Geodesy.distanceMeters(from, fix.location());
  }

  private static LatticePoint point(Random random) {
    return new LatticePoint(LON + random.nextInt(500_000), LAT + random.nextInt(400_000));
  }

  private static PersonFixes batch(Random random) {
    List<Fix> fixes = new ArrayList<>();
    Instant at = T0.plusSeconds(random.nextInt(5_000));
    for (int i = random.nextInt(4); i >= 0; i--) {
      at = at.plusSeconds(1 + random.nextInt(30));
      fixes.add(new Fix(point(random), at));
    }
    return new PersonFixes("D" + random.nextInt(60), fixes, true);
  }

  @Test
  void of_many_who_tell_at_once_the_latest_stays() {
    Random random = new Random(4);
    List<PersonFixes> batches = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      Fix fix = new Fix(new LatticePoint(LON + i, LAT), T0.plusSeconds(i));
      batches.add(new PersonFixes("D" + i % 7, List.of(fix), true));
    }
    Collections.shuffle(batches, random);
    List<CompletableFuture<Void>> telling = new ArrayList<>();
    for (int part = 0; part < 8; part++) {
      List<PersonFixes> own = batches.subList(part * 500, part * 500 + 500);
      telling.add(CompletableFuture.runAsync(() -> own.forEach(latest::take)));
    }
    telling.forEach(CompletableFuture::join);
    for (int person = 0; person < 7; person++) {
      int last = 3_999 - Math.floorMod(3_999 - person, 7);
      assertThat(latest.find("D" + person).orElseThrow().fix().at())
          .isEqualTo(T0.plusSeconds(last));
    }
  }

  @Test
  void somebody_walks_or_stands_since_when_that_began_and_a_jump_is_marked() {
    say(0, 0);
    assertThat(state()).isEqualTo("standing since 0");
    say(20, 25);
    assertThat(state()).isEqualTo("walking since 20");
    say(40, 50);
    assertThat(state()).isEqualTo("walking since 20");
    say(60, 51);
    assertThat(state()).isEqualTo("standing since 60");
    say(80, 5_000);
    assertThat(latest.find("D1").orElseThrow().jumped()).isTrue();
    say(70, 90);
    assertThat(latest.find("D1").orElseThrow().jumped())
        .as("what comes late changes it not")
        .isTrue();
    say(100, 5_020);
    assertThat(latest.find("D1").orElseThrow().jumped()).isFalse();
  }

  private void say(int second, int meters) {
    Fix fix = new Fix(new LatticePoint(LON + 103 * meters, LAT), T0.plusSeconds(second));
    latest.take(new PersonFixes("D1", List.of(fix), false));
  }

  private String state() {
    Position position = latest.find("D1").orElseThrow();
    return (position.walking() ? "walking" : "standing")
        + " since "
        + Duration.between(T0, position.since()).toSeconds();
  }
}
