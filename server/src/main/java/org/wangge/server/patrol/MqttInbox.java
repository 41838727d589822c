package org.wangge.server.patrol;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.fault.Fault;
import org.wangge.patrol.PhoneReading;
import org.wangge.people.Device;
import org.wangge.server.http.Malformed;

/**
 * Takes what phones have sent to the broker, each phone's in its order, several phones at a time.
 * Of each message the broker is told that it need not keep it only when its position is durable, or
 * can never be. What cannot be written now is tried again until it can: it is not bounded by itself
 * but by how many messages its connections let out at a time. Thread-safe.
 */
final class MqttInbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MqttInbox.class);
  private static final int WORKERS = 4;
  private static final int MOST_AT_ONCE = 200;
  private static final long IDLE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final Function<String, Optional<Device>> phones;
  private final BiFunction<Device, PhoneMessage, PhoneOutcome> intake;
  private final PhoneMemory memory;
  private final MqttCounts counts;
  private final Clock clock;
  private final List<Worker> workers = IntStream.range(0, WORKERS).mapToObj(Worker::new).toList();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Makes one that rests.
   *
   * @param phones the phone of an id, let in or not
   * @param intake keeps what a phone says; it is durable when that returns
   */
  MqttInbox(
      Function<String, Optional<Device>> phones,
      BiFunction<Device, PhoneMessage, PhoneOutcome> intake,
      PhoneMemory memory,
      MqttCounts counts,
      Clock clock) {
    this.phones = phones;
    this.intake = intake;
    this.memory = memory;
    this.counts = counts;
    this.clock = clock;
  }

  void start() {
    workers.forEach(worker -> worker.thread.start());
  }

  /** Takes a message over; never waits. */
  void put(MqttMessage message) {
    counts.received(clock.instant());
    workers.get(Math.floorMod(message.user().hashCode(), WORKERS)).queue.add(message);
  }

  /** Lets go of what came by connections that are gone. */
  void forgetStale() {
    workers.forEach(worker -> worker.queue.removeIf(MqttMessage::isStale));
  }

  /** How many messages wait. */
  int waiting() {
    return workers.stream().mapToInt(worker -> worker.queue.size()).sum();
  }

  /** One thread, and those that wait for it. */
  private final class Worker {
    private final BlockingQueue<MqttMessage> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    Worker(int number) {
      thread = new Thread(this::run, "mqtt-inbox-" + number);
      thread.setDaemon(true);
    }

    private void run() {
      try {
        while (!isClosing()) {
          MqttMessage first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
          if (first != null) {
            takeWith(first);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void takeWith(MqttMessage first) throws InterruptedException {
      List<MqttMessage> some = new ArrayList<>(List.of(first));
      queue.drainTo(some, MOST_AT_ONCE - 1);
      Map<String, List<MqttMessage>> byUser = new LinkedHashMap<>();
      some.forEach(one -> byUser.computeIfAbsent(one.user(), user -> new ArrayList<>()).add(one));
      for (Map.Entry<String, List<MqttMessage>> one : byUser.entrySet()) {
        if (isKeptInTheEnd(one.getKey(), one.getValue())) {
          one.getValue().forEach(MqttMessage::finish);
        }
      }
    }
  }

  /** Whether it was kept; not where the broker has to bring it again. */
  private boolean isKeptInTheEnd(String user, List<MqttMessage> said) throws InterruptedException {
    long pauseMillis = IDLE_MILLIS;
    while (!isClosing() && said.stream().anyMatch(one -> !one.isStale())) {
      try {
        keep(user, said);
        counts.kept();
        return true;
      } catch (RuntimeException e) {
        if (counts.keptNothing()) {
          log.warn("positions that came by MQTT cannot be kept now: {}", e.getMessage());
        }
        if (closing.await(pauseMillis, TimeUnit.MILLISECONDS)) {
          return false;
        }
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
      }
    }
    return false;
  }

  private void keep(String user, List<MqttMessage> said) {
    Optional<Device> phone = phones.apply(user);
    if (phone.isEmpty() || !phone.get().isGood()) {
      counts.refused(phone.isEmpty() ? "phone-unknown" : "phone-revoked", said.size());
      return;
    }
    PhoneMessage whole = whole(said);
    if (whole.readings().isEmpty() && whole.dropped().isEmpty()) {
      return;
    }
    try {
      PhoneOutcome outcome = intake.apply(phone.get(), whole);
      counts.add(outcome);
      memory.note(phone.get().id(), clock.instant(), outcome);
    } catch (Fault e) {
      // Who may not say so now may not say so later.
      counts.refused(e.code(), said.size());
    }
  }

  /** What is said together; that an app has gone, or what its friends are called, says nothing. */
  private static PhoneMessage whole(Collection<MqttMessage> said) {
    List<PhoneReading> readings = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (MqttMessage one : said) {
      try {
        PhoneMessage message = one.read();
        readings.addAll(message.readings());
        message.dropped().stream()
            .filter(word -> !word.equals(OwnTracksRequests.NOT_A_LOCATION))
            .forEach(dropped::add);
      } catch (Malformed e) {
        dropped.add(e.code());
      }
    }
    return new PhoneMessage(readings, dropped);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** What is being written is waited for; a thread that writes must not be interrupted. */
  @Override
  public void close() {
    closing.countDown();
    try {
      for (Worker worker : workers) {
        worker.thread.join(LONGEST_PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
