package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * 500 reports a second for ten minutes, to this program in a process of its own that is killed in
 * the middle and started again. Afterwards every acknowledged report must be there, once, with an
 * instant within the run and its clock running from there. How soon they were acknowledged is told
 * without the first half minute and the kill with half a minute after it, and also with them. On
 * PostGIS where {@code WANGGE_BENCH_DATABASE} holds its address (of an empty database), else on H2.
 */
final class IntakeBench implements Bench {
  private static final int GOAL_A_SECOND = 500;
  private static final long NANOS = 1_000_000_000L;
  private static final long BACK_NANOS = 30 * NANOS;

  /** The limit of that stage to begin with: urgent, so round the clock. */
  private static final Duration ACCEPT = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public String purpose() {
    return "reports at a pace, with a kill in the middle: none lost, none doubled, how soon";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    Path folder = newFolder();
    @Nullable String database = System.getenv("WANGGE_BENCH_DATABASE");
    out.println(database == null ? "on H2" : "on PostGIS");
    figures.figure("fsyncs_per_second", Machine.syncsPerSecond(folder));
    int perSecond = settings.pick(GOAL_A_SECOND, 40);
    int warmUp = settings.pick(30, 0);
    int seconds = settings.pick(600, 2) + warmUp;
    try (ServedProgram program = new ServedProgram(folder, database, settings.start())) {
      Door opened = program.awaitReady();
      String token = SensorToken.issue(opened);
      AtomicReference<Door> door = new AtomicReference<>(new Door(opened.port(), token));
      int before = read(opened).ids().size();
      Instant first = Instant.now();
      double cpu = ReportLoad.ownCpuSeconds();
      ReportLoad load = new ReportLoad(perSecond * seconds, perSecond, door::get);
      Thread sending = new Thread(load::send, "reports");
      long begun = System.nanoTime();
      sending.start();
      pause(seconds * 500L);
      long killed = System.nanoTime();
      double served = program.cpuSeconds();
      program.killAndBegin();
      Door again = program.awaitReady();
      door.set(new Door(again.port(), token));
      long back = System.nanoTime();
      out.printf("killed after %d s, back after %.1f s%n", seconds / 2, (back - killed) / 1e9);
      join(sending);
      double took = (System.nanoTime() - begun) / 1e9;
      figures.figure("generator_cpu_seconds", ReportLoad.ownCpuSeconds() - cpu);
      figures.figure("program_cpu_seconds", served + program.cpuSeconds());
      figures.figure("reports_a_second", load.count() / took);
      figures.figure("seconds_away", (back - killed) / 1e9);
      figures.figure("sent_again", load.again());
      if (!settings.quick()) {
        figures.ratio("reports_per_second_of_goal", load.count() / took / GOAL_A_SECOND);
      }
      long warm = begun + warmUp * NANOS;
      times("", load.sortedMillis(due -> isOrdinary(due, warm, killed, back)), figures);
      times("with_warm_up_and_kill_", load.sortedMillis(due -> true), figures);
      check(load, again, before, first, figures, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  /**
   * Neither while a program that has just begun is being compiled, nor while nobody was there. Both
   * are told too, in a figure of their own.
   */
  private static boolean isOrdinary(long due, long warm, long killed, long back) {
    return due - warm >= 0 && (due - killed < -NANOS || due - back > BACK_NANOS);
  }

  private static void times(String which, double[] millis, Figures figures) {
    if (millis.length > 0) {
      figures.figure(which + "p50_ms", millis[millis.length / 2]);
      figures.figure(which + "p99_ms", millis[(int) (millis.length * 99L / 100)]);
      figures.figure(which + "max_ms", millis[millis.length - 1]);
    }
  }

  private static void check(
      ReportLoad load, Door door, int before, Instant first, Figures figures, PrintWriter out) {
    Kept all = read(door);
    Set<String> kept = all.ids();
    long since = all.reported().stream().filter(at -> !at.isBefore(first)).count();
    long late = all.reported().stream().filter(at -> at.isAfter(Instant.now())).count();
    Set<String> acknowledged = new HashSet<>();
    int lost = 0;
    for (int i = 0; i < load.count(); i++) {
      acknowledged.add(load.id(i));
      lost += kept.contains(load.id(i)) ? 0 : 1;
    }
    int doubled = kept.size() - before - load.count();
    figures.figure("lost", lost);
    figures.figure("doubled", doubled);
    figures.figure("reported_within_the_run", (double) (since - late));
    figures.figure("due_after_fifteen_minutes", all.inTime().size());
    figures.agreed(lost == 0 && doubled == 0 && since - late == load.count());
    figures.agreed(acknowledged.size() == load.count() && all.inTime().containsAll(acknowledged));
    out.printf("%,d acknowledged, %d lost, %d doubled%n", load.count(), lost, doubled);
  }

  /**
   * What is there.
   *
   * @param ids of all incidents
   * @param reported when each was
   * @param inTime ids of those to be accepted a quarter of an hour after they were reported
   */
  private record Kept(Set<String> ids, List<Instant> reported, Set<String> inTime) {}

  private static Kept read(Door door) {
    Kept kept = new Kept(new HashSet<>(), new ArrayList<>(), new HashSet<>());
    try (Door.Line line = new Door.Line(door)) {
      FeaturePages.each(line, "/api/incidents?open=false", one -> add(kept, one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kept;
  }

  private static void add(Kept kept, JsonNode one) {
    // The town goes on living when the program starts again.
    if (one.at("/properties/generated").asBoolean()) {
      return;
    }
    String id = one.path("id").asText();
    Instant reported = Instant.parse(one.at("/properties/reportedAt").asText());
    kept.ids().add(id);
    kept.reported().add(reported);
    if (one.at("/properties/stageDueAt").asText().equals(reported.plus(ACCEPT).toString())) {
      kept.inTime().add(id);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-intake");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
