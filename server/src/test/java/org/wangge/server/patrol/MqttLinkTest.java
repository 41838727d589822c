package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.AreaScope;
import org.wangge.patrol.PhoneReading;
import org.wangge.people.Datum;
import org.wangge.people.Device;
import org.wangge.people.DeviceKind;
import org.wangge.server.bench.LocalBroker;
import org.wangge.server.http.TooBusy;
import org.wangge.server.tls.HostName;
import org.wangge.server.tls.TlsFolder;

class MqttLinkTest {
  private static final String PHONE = "phone1";
  private static final String PASSWORD = "a secret";

  /** Not each change on disk: for tests that send much and kill nothing. */
  private static final String FAST = "autosave_on_changes false";

  private static final int MOST_HERE = 300;
  private static final long FIRST = 1_700_000_000;

  private final List<Long> kept = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failing;
  private LocalBroker broker;
  private MqttLink link;

  @TempDir Path folder;

  @BeforeEach
  void begin() {
    Brokers.requireInstalled();
    broker = new LocalBroker(folder);
    broker.letIn(PHONE, PASSWORD);
    link = link(settings(LocalBroker.READER_PASSWORD));
  }

  @AfterEach
  void end() {
    link.close();
    broker.close();
  }

  private MqttSettings settings(String password) {
    return new MqttSettings(
        "127.0.0.1",
        broker.port(),
        false,
        null,
        LocalBroker.READER,
        password,
        "wangge",
        "owntracks/+/+");
  }

  private MqttLink link(MqttSettings settings) {
    return link(settings, MqttLink.MOST_HERE);
  }

  private MqttLink link(MqttSettings settings, int mostHere) {
    MqttCounts counts = new MqttCounts();
    MqttInbox inbox =
        new MqttInbox(
            id -> Optional.of(phone(id)), this::keep, new PhoneMemory(), counts, Clock.systemUTC());
    return new MqttLink(settings, inbox, mostHere, counts, Clock.systemUTC());
  }

  private static Device phone(String id) {
    return new Device(
        id,
        DeviceKind.PHONE,
        "n",
        "S1",
        AreaScope.of(List.of()),
        Datum.WGS84,
        "admin",
        Instant.EPOCH,
        null,
        null);
  }

  private PhoneOutcome keep(Device phone, PhoneMessage message) {
    if (failing) {
      throw new TooBusy("positions-too-many", 1);
    }
    for (PhoneReading one : message.readings()) {
      kept.add(one.at().getEpochSecond() - FIRST);
    }
    return new PhoneOutcome(message.readings().size(), 0, List.of(), List.of());
  }

  private static String place(long number) {
    return "{\"_type\":\"location\",\"lat\":1,\"lon\":2,\"tst\":%d}".formatted(FIRST + number);
  }

  private void send(int from, int to) {
    try (MqttPhone phone = new MqttPhone(broker.port(), PHONE, PASSWORD)) {
      IntStream.range(from, to).forEach(number -> phone.send(place(number)));
    }
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  private void startConnected() {
    link.start();
    Brokers.await("connected", () -> link.state().connected());
  }

  @Test
  void what_is_sent_while_nobody_listens_comes_later_in_its_order() {
    broker.begin();
    startConnected();
    link.close();
    send(0, 50);
    assertThat(kept).isEmpty();
    link = link(settings(LocalBroker.READER_PASSWORD));
    startConnected();
    Brokers.await("all 50", () -> kept.size() >= 50);
    assertThat(kept).isEqualTo(numbers(0, 50));
  }

  @Test
  void a_broker_that_begins_again_is_found_again_and_brings_what_could_not_be_kept() {
    broker.begin();
    startConnected();
    send(0, 2);
    Brokers.await("the first", () -> kept.size() == 2);
    failing = true;
    send(2, 12);
    Brokers.await("nothing can be kept", () -> link.counts().now().stuck());
    broker.close();
    Brokers.await("lost", () -> !link.state().connected());
    assertThat(kept).hasSize(2);
    failing = false;
    broker.begin();
    Brokers.await("all that the broker was told", () -> kept.size() >= 12);
    assertThat(kept.stream().distinct().sorted().toList()).isEqualTo(numbers(0, 12));
  }

  /** What Mosquitto had not written by then it has lost; the link to it is not. */
  @Test
  void a_broker_that_is_killed_is_found_again() {
    broker.begin();
    startConnected();
    broker.kill();
    Brokers.await("lost", () -> !link.state().connected());
    broker.begin();
    Brokers.await("connected again", () -> link.state().connected());
    send(0, 1);
    Brokers.await("kept", () -> kept.size() == 1);
  }

  @Test
  void what_can_be_kept_only_later_waits_with_the_broker_and_comes_in_its_order() {
    broker = new LocalBroker(folder, FAST);
    broker.letIn(PHONE, PASSWORD);
    broker.begin();
    link = link(settings(LocalBroker.READER_PASSWORD));
    startConnected();
    failing = true;
    send(0, 700);
    Brokers.await("what the broker lets out", () -> link.counts().now().received() >= 200);
    assertThat(link.counts().now().received()).isLessThanOrEqualTo(201);
    assertThat(link.counts().now().stuck()).isTrue();
    failing = false;
    Brokers.await("all 700", () -> kept.size() >= 700);
    assertThat(kept).isEqualTo(numbers(0, 700));
    assertThat(link.counts().now().stuck()).isFalse();
  }

  @Test
  void a_broker_that_lets_out_more_than_can_be_held_is_left_and_nothing_of_it_is_lost() {
    broker = new LocalBroker(folder, "max_inflight_messages 0", FAST);
    broker.letIn(PHONE, PASSWORD);
    broker.begin();
    link = link(settings(LocalBroker.READER_PASSWORD), MOST_HERE);
    startConnected();
    failing = true;
    send(0, 400);
    Brokers.await("all that may be here", () -> link.counts().now().received() >= MOST_HERE);
    assertThat(link.counts().now().received()).isEqualTo(MOST_HERE);
    failing = false;
    Brokers.await("left", () -> link.state().problem().equals("too-many-at-once"));
    assertThat(link.waiting()).isZero();
    Brokers.await("all 400", () -> kept.stream().distinct().count() >= 400);
    assertThat(kept.stream().distinct().sorted().toList()).isEqualTo(numbers(0, 400));
  }

  @Test
  void why_there_is_no_connection_is_told_and_attempts_leave_no_threads_behind() {
    link.start();
    Brokers.await("nobody there", () -> link.state().problem().equals("unreachable"));
    link.close();
    broker.begin();
    link = link(settings("wrong"));
    link.start();
    Brokers.await("not let in", () -> link.state().problem().equals("refused-not-authorized"));
    link.close();
    Brokers.await("no thread but " + threads(), () -> threads().isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("mqtt-"))
        .toList();
  }

  @Test
  void an_encrypted_way_wants_somebody_to_vouch_for_the_broker() throws Exception {
    TlsFolder tls = TlsFolder.of(folder);
    tls.init("authority", List.of(HostName.parse("127.0.0.1")), Duration.ofDays(2), Instant.now());
    Path authority = pem(tls.trusted().orElseThrow());
    broker = new LocalBroker(folder, "certfile " + tls.serverFile(), "keyfile " + tls.serverFile());
    broker.letIn(PHONE, PASSWORD);
    broker.begin();
    link = link(encrypted(null));
    link.start();
    Brokers.await("nobody vouches", () -> link.state().problem().equals("certificate"));
    link.close();
    link = link(encrypted(authority));
    startConnected();
  }

  private Path pem(X509Certificate certificate) throws Exception {
    String text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    return Files.writeString(
        folder.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
  }

  private MqttSettings encrypted(@Nullable Path authority) {
    return new MqttSettings(
        "127.0.0.1",
        broker.port(),
        true,
        authority,
        LocalBroker.READER,
        LocalBroker.READER_PASSWORD,
        "wangge",
        "owntracks/+/+");
  }
}
