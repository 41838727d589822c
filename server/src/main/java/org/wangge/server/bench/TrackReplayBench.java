package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wangge.patrol.Fix;

/**
 * Walks of GeoLife through the protocols that phones and relays speak, as fast as they were walked,
 * a hundred times as fast, and as fast as it goes; then read back as GeoJSON and as GPX and
 * compared with the files. What is older than a week or ahead of now is refused, so the walks are
 * moved in time, and nothing else of them is changed: the live one begins now, the others lie days
 * ago.
 */
final class TrackReplayBench implements Bench {
  /** Milliseconds by which each fix is off whole seconds, where a protocol can say so. */
  private static final int MILLIS = 137;

  /** Duties of the generated town whose people have rosters: off duty nothing of them is kept. */
  private static final Set<String> ROSTERED =
      Set.of("street-cadre", "community-cadre", "property-company");

  private static final Duration LAST_SEND = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "replay-tracks";
  }

  @Override
  public String purpose() {
    return "GeoLife's walks through the phones' protocols at 1x, 100x and at full speed";
  }

  /** One that sends, for whom, and whether its protocol knows milliseconds. */
  private record Way(String name, TrackSender sender, String staffCode, boolean knowsMillis) {}

  /** What is on its way, what should be on record then, and how long it takes in seconds. */
  private record Sending(Way way, TrackReading reading, CompletableFuture<Double> seconds) {}

  /**
   * One replay.
   *
   * @param speed how many times faster than it was walked; 0 for as fast as it goes
   * @param walks one after the other
   */
  private record Run(String name, int speed, List<GeoLifeWalk> walks) {}

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    List<GeoLifeWalk> walks = GeoLifeWalk.readAll();
    if (walks.isEmpty()) {
      out.println("skipped: there is no ../shared/data beside the project");
      return figures;
    }
    try {
      Path folder = Files.createTempDirectory("wangge-tracks");
      replay(walks, folder, settings, figures, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static void replay(
      List<GeoLifeWalk> walks, Path folder, Settings settings, Figures figures, PrintWriter out)
      throws IOException {
    LocalBroker broker = new LocalBroker(folder.resolve("broker"), "autosave_on_changes false");
    if (LocalBroker.isInstalled()) {
      Path data = Files.writeString(folder.resolve("mqtt.json"), broker.settings());
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rw-------"));
    } else {
      out.println("MQTT is left out: Mosquitto is not installed");
    }
    try (ServedProgram program =
            new ServedProgram(folder, System.getenv("WANGGE_BENCH_DATABASE"), settings.start());
        broker) {
      TrackSender.Requests to = new TrackSender.Requests(program.awaitReady());
      List<Way> ways = ways(to, broker);
      for (Run run : runs(walks, settings)) {
        replay(run, ways, to, figures, out);
      }
    }
  }

  private static List<Run> runs(List<GeoLifeWalk> walks, Settings settings) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    int seconds = settings.pick(90, 3);
    GeoLifeWalk longest =
        walks.stream().max((a, b) -> a.length().compareTo(b.length())).orElseThrow();
    GeoLifeWalk hundredfold = longest.within(Duration.ofSeconds(100L * seconds));
    List<GeoLifeWalk> all = new ArrayList<>();
    Instant next = now.minus(Duration.ofDays(6));
    List<GeoLifeWalk> some =
        settings.quick() ? List.of(walks.get(0).within(Duration.ofMinutes(10))) : walks;
    for (GeoLifeWalk walk : some) {
      if (next.plus(walk.length()).isBefore(now.minus(Duration.ofDays(2)))) {
        all.add(walk.beginningAt(next));
        next = next.plus(walk.length()).plusSeconds(60);
      }
    }
    return List.of(
        new Run("max", 0, all),
        new Run("100x", 100, List.of(hundredfold.beginningAt(now.minus(Duration.ofDays(1))))),
        new Run("1x", 1, List.of(longest.within(Duration.ofSeconds(seconds)))));
  }

  private static List<Way> ways(TrackSender.Requests to, LocalBroker broker) throws IOException {
    String cookie = cookie(to);
    String own = to.json(to.to("/api/account").header("Cookie", cookie)).path("staffCode").asText();
    List<String> codes = staffCodes(to, own);
    List<Way> ways = new ArrayList<>();
    TrackSender.Phone traccar = phone(to, codes.get(0));
    TrackSender.Phone app = phone(to, codes.get(1));
    ways.add(new Way("osmand", TrackSender.osmand(to, traccar), traccar.staffCode(), true));
    ways.add(new Way("owntracks", TrackSender.ownTracks(to, app), app.staffCode(), false));
    ways.add(new Way("packed", TrackSender.packed(to, codes.get(2)), codes.get(2), true));
    ways.add(new Way("gpx", TrackSender.gpx(to, cookie), own, true));
    if (LocalBroker.isInstalled()) {
      TrackSender.Phone far = phone(to, codes.get(3));
      broker.letIn(far.id(), far.token());
      broker.begin();
      awaitLink(to);
      ways.add(new Way("mqtt", TrackSender.mqtt(broker.port(), far), far.staffCode(), false));
    }
    return ways;
  }

  /** What is sent before the program first fetches anything from a broker is not kept for it. */
  private static void awaitLink(TrackSender.Requests to) throws IOException {
    long end = System.nanoTime() + LAST_SEND.toNanos();
    while (!to.json(to.asOwner("/api/positions/links")).at("/mqtt/connected").asBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("the program does not find the broker");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static String cookie(TrackSender.Requests to) throws IOException {
    String signIn = "{\"user\":\"worker\",\"password\":\"demo\"}";
    return to.cookie(
        to.to("/api/session")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(signIn)));
  }

  /**
   * People who are in charge of something, so that their positions are taken, and did not walk.
   * Those of whom a roster says when they are on duty are left out.
   */
  private static List<String> staffCodes(TrackSender.Requests to, String but) throws IOException {
    List<String> codes = new ArrayList<>();
    for (int grid = 1; codes.size() < 4; grid++) {
      JsonNode card = to.json(to.asOwner("/api/grids/99010100100200" + grid));
      for (JsonNode person : card.path("properties").path("inCharge")) {
        String code = person.path("staffCode").asText();
        boolean isRostered = ROSTERED.contains(person.path("duty").asText());
        if (!isRostered && !code.equals(but) && !codes.contains(code) && isAtRest(to, code)) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  /** Of a demonstration some have walked; at a second they said something, a second is a double. */
  private static boolean isAtRest(TrackSender.Requests to, String code) throws IOException {
    String since = Instant.now().minus(Duration.ofDays(7)).toString();
    return to.json(to.asOwner("/api/tracks?limit=1&staff=" + code + "&from=" + since))
        .path("features")
        .isEmpty();
  }

  private static TrackSender.Phone phone(TrackSender.Requests to, String staffCode)
      throws IOException {
    String wanted = "{\"kind\":\"phone\",\"name\":\"replay\",\"staffCode\":\"%s\"}";
    JsonNode added = to.post(to.asOwner("/api/devices"), wanted.formatted(staffCode));
    return new TrackSender.Phone(
        added.path("id").asText(), added.path("secret").asText(), staffCode);
  }

  private static void replay(
      Run run, List<Way> ways, TrackSender.Requests to, Figures figures, PrintWriter out)
      throws IOException {
    List<GeoLifeWalk> walks =
        run.speed() == 1
            ? List.of(run.walks().get(0).beginningAt(Instant.now().truncatedTo(ChronoUnit.SECONDS)))
            : run.walks();
    List<Sending> all = new ArrayList<>();
    for (Way way : ways) {
      List<TrackTimes.Timed> sent = TrackTimes.of(walks, way.knowsMillis() ? MILLIS : 0);
      List<Fix> fixes = sent.stream().map(TrackTimes.Timed::fix).toList();
      TrackReading reading = new TrackReading(to, way.staffCode(), fixes);
      all.add(
          new Sending(
              way,
              reading,
              CompletableFuture.supplyAsync(
                  () -> TrackTimes.send(sent, run.speed(), way.sender()))));
    }
    for (Sending one : all) {
      Way way = one.way();
      double seconds = one.seconds().join();
      int differing = one.reading().differing(LAST_SEND);
      int fixes = walks.stream().mapToInt(walk -> walk.fixes().size()).sum();
      out.printf(
          "%-5s %-10s %,8d fixes in %6.1f s, %,d read back otherwise than in the file%n",
          run.name(), way.name(), fixes, seconds, differing);
      out.flush();
      figures.figure(run.name() + "_" + way.name() + "_fixes", fixes);
      figures.figure(run.name() + "_" + way.name() + "_differing", differing);
      figures.agreed(differing == 0 && fixes > 0);
    }
  }
}
