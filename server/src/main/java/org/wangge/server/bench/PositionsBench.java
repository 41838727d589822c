package org.wangge.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.demo.DemoCity;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.patrol.Quarter;
import org.wangge.server.demo.DemoModule;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;

/**
 * Positions of a whole city's staff, in packed batches over HTTP: first as many as go in, one of
 * each device at a time and several as a relay collects them, beside {@code COPY} with a trigger in
 * the same database; then ten minutes at a pace, with somebody who looks on. Afterwards every fix
 * that was acknowledged must be on record, where it was sent from. On PostGIS where {@code
 * WANGGE_BENCH_DATABASE} holds its address (of an empty database), else on H2 and without the
 * rival.
 */
final class PositionsBench implements Bench {
  private static final String DATABASE = "WANGGE_BENCH_DATABASE";
  private static final int STAFF = 47_563;
  private static final int A_SECOND = 20_000;
  private static final int EACH = 8;
  private static final int ROOM = 60_000;

  /** The database counts all it has each time, which is not to be in the figures. */
  private static final int POLL_MILLIS = 10_000;

  private static final Duration PATIENCE = Duration.ofMinutes(7);

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public String purpose() {
    return "positions of a city's staff: durable, matched, told; beside COPY with a trigger";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    @Nullable String database = System.getenv(DATABASE);
    out.println(database == null ? "on H2" : "on PostGIS");
    Path folder = newFolder();
    figures.figure("fsyncs_per_second", Machine.syncsPerSecond(folder));
    DemoCity city =
        DemoCity.generate(
                settings.seed(), settings.pick(BenchCity.CITY, BenchCity.QUICK), Instant.now())
            .withStaff(settings.pick(STAFF, 2_000));
    load(folder, database, city);
    check(folder, database, measured(settings, folder, city, figures, out), figures, out);
    return figures;
  }

  /** What was sent. */
  private record Sent(Course course, int batches) {}

  private static List<Sent> measured(
      Settings settings, Path folder, DemoCity city, Figures figures, PrintWriter out) {
    @Nullable String database = System.getenv(DATABASE);
    Devices devices = new Devices(city.areas());
    // The city is there already: no town is laid beside it.
    List<String> options = new ArrayList<>(settings.start().options());
    // Two hours of saturation wait to be packed at once: a tenth of that in any city.
    options.add("-Xmx2g");
    Start start = new Start(there -> {}, options);
    try (ServedProgram program = new ServedProgram(folder, database, start)) {
      Door door = program.awaitReady();
      Usage usage = new Usage(program, database == null ? null : DatabaseCpu.of(database));
      usage.awaitRest();
      Saturation single = new Saturation(settings, devices, 1, door, usage, out);
      Saturation several = new Saturation(settings, devices, EACH, door, usage, out);
      single.own(figures);
      several.own(figures);
      if (database != null) {
        beside(database, single, several, city, settings, figures);
      }
      phones(settings, door, devices, figures);
      Course course = pace(settings, devices, door, usage, figures, out);
      return List.of(
          new Sent(single.course(), single.sent()),
          new Sent(several.course(), several.sent()),
          new Sent(course, seconds(settings) * 10));
    }
  }

  private static void beside(
      String database,
      Saturation single,
      Saturation several,
      DemoCity city,
      Settings settings,
      Figures figures) {
    double rival = single.rival(database, city, figures);
    double packing = packing(database, single, several, figures);
    if (!settings.quick()) {
      figures.ratio("vs_copy_trigger", several.eachCpuSecond(packing, figures) / rival);
      figures.ratio("vs_copy_trigger_one_by_one", single.eachCpuSecond(packing, figures) / rival);
    }
  }

  /** Seconds of processor to pack a position. */
  private static double packing(
      String database, Saturation single, Saturation several, Figures figures) {
    double cpu = single.usage.seconds();
    double ofDatabase = single.usage.ofDatabase();
    long all =
        (long) single.sent * single.course.size() + (long) several.sent * several.course.size();
    single.awaitPacked(database, all);
    double used = single.usage.seconds() - cpu;
    single.out.printf(
        "packed: %,d positions, %.1f s of processor, %.1f of them of the database%n",
        all, used, single.usage.ofDatabase() - ofDatabase);
    double each = used / all;
    figures.figure("packed_positions_per_cpu_second", 1 / each);
    return each;
  }

  private static void phones(Settings settings, Door door, Devices devices, Figures figures) {
    PhoneRates rates = new PhoneRates(door, devices);
    figures.figure("osmand_messages_per_second", rates.osmAnd(settings.pick(20, 1)));
    figures.figure("owntracks_messages_per_second", rates.ownTracks(settings.pick(20, 1)));
  }

  private static void load(Path folder, @Nullable String database, DemoCity city) {
    try (Database opened =
        database == null
            ? Databases.h2(folder, Clock.systemUTC())
            : Databases.postgis(database, Clock.systemUTC())) {
      new DemoModule(opened, new JdbcGridStore(), List.of(), Clock.systemUTC())
          .loader()
          .loadCity(Caller.upkeep(), city);
    }
  }

  /** Processor time of everything that serves. */
  private record Usage(ServedProgram program, @Nullable DatabaseCpu database) {
    double seconds() {
      return program.cpuSeconds() + ofDatabase();
    }

    double ofDatabase() {
      return database == null ? 0 : database.seconds();
    }

    /** A program that has just begun draws the tiles of its city. */
    void awaitRest() {
      double before = seconds();
      pause(2_000);
      for (double now = seconds(); now - before > 0.2; now = seconds()) {
        before = now;
        pause(2_000);
      }
    }
  }

  /** As many as go in. Their times are an hour old, so that packing them is in the figures. */
  private static final class Saturation {
    private final Settings settings;
    private final Door door;
    private final Usage usage;
    private final PrintWriter out;
    private final Course course;
    private final String name;
    private int sent;
    private double told;
    private long measured;

    Saturation(
        Settings settings, Devices devices, int each, Door door, Usage usage, PrintWriter out) {
      name = each == 1 ? "one_by_one" : "several";
      this.settings = settings;
      this.door = door;
      this.usage = usage;
      this.out = out;
      Instant base = Quarter.of(Instant.now()).minus(Duration.ofHours(each == 1 ? 2 : 1));
      course = new Course(devices, base, 50, settings.pick(2_000, 200), each);
    }

    Course course() {
      return course;
    }

    int sent() {
      return sent;
    }

    void own(Figures figures) {
      double seconds = settings.pick(30, 1);
      send(seconds);
      int before = sent;
      double cpu = usage.seconds();
      double ofDatabase = usage.ofDatabase();
      send(seconds);
      told = usage.seconds() - cpu;
      measured = (long) (sent - before) * course.size();
      out.printf(
          "%s: %,d positions in %.0f s, %.1f s of processor, %.1f of them of the database%n",
          name, measured, seconds, told, usage.ofDatabase() - ofDatabase);
      out.flush();
      figures.figure(name + "_positions_per_second", measured / seconds);
      figures.figure(name + "_positions_per_cpu_second_before_packing", measured / told);
    }

    /** How many a second of processor, when all of it is packed as well. */
    double eachCpuSecond(double packingSecondsEach, Figures figures) {
      double all = 1 / (told / measured + packingSecondsEach);
      figures.figure(name + "_positions_per_cpu_second", all);
      return all;
    }

    private void send(double seconds) {
      PositionLoad load = new PositionLoad(course, door, sent, ROOM - sent, false);
      load.send(seconds);
      sent += load.sent();
    }

    private void awaitPacked(String database, long all) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (KeptPositions.packedNow(database) < all) {
        if (System.nanoTime() - end > 0) {
          throw new IllegalStateException("not packed after " + PATIENCE);
        }
        pause(POLL_MILLIS);
      }
    }

    double rival(String database, DemoCity city, Figures figures) {
      CopyRival rival = new CopyRival(database, city.areas());
      double seconds = settings.pick(30, 1);
      rival.run(course, seconds / 5);
      double cpu = usage.seconds();
      long positions = rival.run(course, seconds);
      // Until its processes have ended and are counted.
      pause(2_000);
      double used = usage.seconds() - cpu;
      out.printf("rival: %,d positions in %.0f s, %.1f s of processor%n", positions, seconds, used);
      out.flush();
      figures.agreed(agrees(rival.firstMatches(2_000), city, out));
      rival.remove();
      figures.figure("rival_positions_per_second", positions / seconds);
      figures.figure("rival_positions_per_cpu_second", positions / used);
      return positions / used;
    }
  }

  private static boolean agrees(Map<String, String> matches, DemoCity city, PrintWriter out) {
    AreaAtlas atlas = AreaAtlas.of(city.areas(), city.partitions(), 0);
    long others =
        matches.entrySet().stream()
            .filter(
                one -> {
                  String[] at = one.getKey().split(",", 2);
                  LatticePoint point =
                      new LatticePoint(
                          Lattice.ofDegrees(Double.parseDouble(at[0])),
                          Lattice.ofDegrees(Double.parseDouble(at[1])));
                  String own =
                      atlas.ownerAt(Partition.TREE, Level.GRID, point).map(Area::code).orElse("");
                  return !own.equals(one.getValue());
                })
            .count();
    out.printf("matched alike: %,d of %,d%n", matches.size() - others, matches.size());
    return others == 0;
  }

  private static Course pace(
      Settings settings,
      Devices devices,
      Door door,
      Usage usage,
      Figures figures,
      PrintWriter out) {
    int size = settings.pick(A_SECOND, 1_000) / 10;
    int seconds = seconds(settings);
    Course course = new Course(devices, Instant.now().truncatedTo(ChronoUnit.MILLIS), 100, size, 1);
    PositionLoad load = new PositionLoad(course, door, 0, seconds * 10, true);
    double cpu = usage.seconds();
    try (FrameWatch watch = new FrameWatch(door, devices, load)) {
      long begun = System.nanoTime();
      load.send(seconds);
      double took = (System.nanoTime() - begun) / 1e9;
      pause(1_500);
      figures.figure("paced_positions_per_second", (double) load.sent() * size / took);
      figures.figure("paced_cpu_seconds_a_second", (usage.seconds() - cpu) / took);
      double[] acknowledged = load.sortedMillis();
      figures.figure("acknowledged_p50_ms", acknowledged[acknowledged.length / 2]);
      figures.figure("acknowledged_p99_ms", acknowledged[(int) (acknowledged.length * 99L / 100)]);
      figures.figure("acknowledged_max_ms", acknowledged[acknowledged.length - 1]);
      figures.figure("told_positions", (double) watch.told());
      figures.figure("told_p50_ms", watch.millis(0.5));
      figures.figure("told_p99_ms", watch.millis(0.99));
      figures.figure("told_bytes_each", watch.bytesEach());
      figures.figure("sent_again", load.again());
      out.printf("%,d positions at a pace, %,d told%n", (long) load.sent() * size, watch.told());
      out.flush();
    }
    return course;
  }

  private static void check(
      Path folder, @Nullable String database, List<Sent> all, Figures figures, PrintWriter out) {
    long lost = 0;
    long strange = 0;
    try (Connection connection =
        database == null
            ? DriverManager.getConnection(
                "jdbc:h2:file:" + folder.toAbsolutePath() + "/wangge;DATABASE_TO_LOWER=TRUE",
                "wangge",
                "")
            : DriverManager.getConnection(database)) {
      for (Sent sent : all) {
        KeptPositions kept = new KeptPositions(connection, sent.course(), sent.batches());
        lost += kept.lost();
        strange += kept.strange();
        figures.figure("bytes_a_packed_fix", kept.bytesAFix());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    figures.figure("lost", (double) lost);
    figures.figure("elsewhere", (double) strange);
    figures.agreed(lost == 0 && strange == 0);
    out.printf("%,d lost, %,d elsewhere%n", lost, strange);
  }

  private static int seconds(Settings settings) {
    return settings.pick(Integer.getInteger("wangge.bench.seconds", 600), 2);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-positions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
