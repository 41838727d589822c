package org.wangge.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionBatch;

/**
 * People who walk, and a relay that sends where they are at a pace, one after the other. What was
 * sent can be told from where somebody is: each fix of a person lies elsewhere. Thread-safe.
 */
final class WalkingCrowd implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** About ten metres on the lattice. */
  private static final int STEP = 1_000;

  /** Northwards with each fix, so that no two lie at one place. */
  private static final int DRIFT = 137;

  private static final int TURN = 4;
  private static final int BATCHES_A_SECOND = 20;
  private static final int SENDERS = 2;
  private static final int MOST_FIXES = 64;
  private static final String CODE = "WALK-";

  private final Door door;
  private final List<LatticePoint> homes;
  private final int perSecond;
  private final AtomicInteger[] sent;
  private final AtomicLongArray sentMillis;
  private final AtomicLong accepted = new AtomicLong();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /**
   * Nobody has said anything yet.
   *
   * @param homes where each begins
   * @param perSecond positions of all
   */
  WalkingCrowd(Door door, List<LatticePoint> homes, int perSecond) {
    this.door = door;
    this.homes = List.copyOf(homes);
    this.perSecond = perSecond;
    sentMillis = new AtomicLongArray(homes.size() * MOST_FIXES);
    sent = new AtomicInteger[homes.size()];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = new AtomicInteger();
    }
  }

  static String code(int person) {
    return CODE + "%05d".formatted(person);
  }

  /** Who has a code; -1 for none of the crowd. */
  static int person(String code) {
    return code.startsWith(CODE) ? Integer.parseInt(code.substring(CODE.length())) : -1;
  }

  int size() {
    return sent.length;
  }

  /** How many positions were taken. */
  long accepted() {
    return accepted.get();
  }

  /** Has everybody say once where they are. */
  void appear() {
    for (int from = 0; from < size(); from += 5_000) {
      send(from, Math.min(size(), from + 5_000));
    }
  }

  /** Has them walk until closed. */
  void walk() {
    for (int i = 0; i < SENDERS; i++) {
      int from = (int) ((long) size() * i / SENDERS);
      int to = (int) ((long) size() * (i + 1) / SENDERS);
      Thread thread = new Thread(() -> walk(from, to), "crowd-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void walk(int from, int to) {
    int batch = Math.max(1, perSecond / SENDERS / BATCHES_A_SECOND);
    long nanos = 1_000_000_000L * batch * SENDERS / perSecond;
    long due = System.nanoTime();
    int next = from;
    while (!closed) {
      int end = Math.min(to, next + batch);
      send(next, end);
      due += nanos * (end - next) / batch;
      next = end == to ? from : end;
      while (System.nanoTime() - due < 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }

  private void send(int from, int to) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<PersonFixes> said = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      int fix = sent[i].getAndIncrement();
      sentMillis.set(i * MOST_FIXES + fix % MOST_FIXES, now.toEpochMilli());
      said.add(new PersonFixes(code(i), List.of(new Fix(place(i, fix), now)), false));
    }
    accepted.addAndGet(post(PositionBatch.encode(said)));
  }

  private LatticePoint place(int person, int fix) {
    int phase = fix % (2 * TURN);
    int steps = phase <= TURN ? phase : 2 * TURN - phase;
    LatticePoint home = homes.get(person);
    return new LatticePoint(home.lon() + steps * STEP, home.lat() + fix * DRIFT);
  }

  private int post(byte[] batch) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/positions".formatted(door.port())))
            .header("Authorization", "Bearer " + door.token())
            .header("Content-Type", PositionBatch.TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("positions were refused: " + answer.body());
      }
      return JSON.readTree(answer.body()).path("accepted").asInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** When it was sent that somebody is there, in milliseconds since 1970; 0 where it never was. */
  long sentMillis(int person, int lat) {
    int fix = (lat - homes.get(person).lat()) / DRIFT;
    return fix < 0 ? 0 : sentMillis.get(person * MOST_FIXES + fix % MOST_FIXES);
  }

  /** Where somebody said last that they are. */
  LatticePoint last(int person) {
    return place(person, sent[person].get() - 1);
  }

  @Override
  public void close() {
    closed = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
