package org.wangge.server.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionBatch;

/**
 * People who say each second where they are, spread over the second; while they rest they say
 * nothing. One thread of its own.
 */
final class WallCrowd implements AutoCloseable {
  private static final String PACKED = "Content-Type: " + PositionBatch.TYPE;
  private static final int PARTS = 10;
  private static final long PERIOD_NANOS = 1_000_000_000L / PARTS;

  /** What is later is left out. */
  private static final long MOST_LATE_NANOS = 1_000_000_000L;

  private final Devices people;
  private final Door door;
  private final Thread thread;
  private int step;
  private boolean rests;
  private volatile boolean closed;

  /** Has everybody say once where they are, and then walk until closed. */
  WallCrowd(Devices people, Door door) throws IOException {
    this.people = people;
    this.door = door;
    try (Door.Line line = new Door.Line(door)) {
      for (int part = 0; part < PARTS; part++) {
        send(line, part);
      }
    }
    thread = new Thread(this::walk, "wall-crowd");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether to stand still; once this has returned, nobody says anything any more. */
  synchronized void rest(boolean now) {
    rests = now;
  }

  private void walk() {
    long due = System.nanoTime();
    int part = 0;
    while (!closed) {
      try (Door.Line line = new Door.Line(door)) {
        for (; !closed; part = (part + 1) % PARTS) {
          due = Math.max(due + PERIOD_NANOS, System.nanoTime() - MOST_LATE_NANOS);
          while (System.nanoTime() - due < 0) {
            LockSupport.parkNanos(due - System.nanoTime());
          }
          step(line, part);
        }
      } catch (IOException late) {
        // A machine that has other work: they walk on over another line.
        LockSupport.parkNanos(PERIOD_NANOS);
      }
    }
  }

  private synchronized void step(Door.Line line, int part) throws IOException {
    if (!rests) {
      step += part == 0 ? 1 : 0;
      send(line, part);
    }
  }

  private void send(Door.Line line, int part) throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<PersonFixes> said = new ArrayList<>();
    for (int i = part; i < people.count(); i += PARTS) {
      said.add(
          new PersonFixes(people.staffCode(i), List.of(new Fix(people.at(i, step), now)), true));
    }
    Door.Answer answer = line.send("POST", "/api/positions", PACKED, PositionBatch.encode(said));
    if (answer.status() != 200) {
      throw new IllegalStateException("positions were refused: " + answer.body());
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
