package org.wangge.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.wangge.geo.LatticePoint;

/**
 * How many positions a second come in as apps on phones send them: one a message, each answered
 * before its phone sends the next, over as many connections as phones.
 */
final class PhoneRates {
  private static final int PHONES = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Door door;
  private final Devices devices;
  private final List<String> secrets = new ArrayList<>();

  private static final String JSON_BODY = "Content-Type: application/json";

  /** What a phone sends of a fix: the path with its parameters, headers, and the body. */
  private record Message(String path, String headers, String body) {}

  PhoneRates(Door door, Devices devices) {
    this.door = door;
    this.devices = devices;
    try (Door.Line line = new Door.Line(door)) {
      for (int i = 0; i < PHONES; i++) {
        String wanted =
            "{\"kind\":\"phone\",\"name\":\"bench %d\",\"staffCode\":\"%s\"}"
                .formatted(i, devices.staffCode(i));
        Door.Answer added = line.send("POST", "/api/devices", wanted);
        secrets.add(JSON.readTree(added.body()).path("secret").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Messages of the protocol of Traccar Client and OsmAnd, a second. */
  double osmAnd(double seconds) {
    return rate(
        seconds,
        500_000,
        (phone, at) -> {
          LatticePoint place = place(phone, at);
          return new Message(
              "/gps/osmand?id=%s&timestamp=%d&lat=%.7f&lon=%.7f"
                  .formatted(
                      secrets.get(phone),
                      at.toEpochMilli(),
                      place.latDegrees(),
                      place.lonDegrees()),
              JSON_BODY,
              "");
        });
  }

  /** Messages of the protocol of OwnTracks, a second. Its times are whole seconds. */
  double ownTracks(double seconds) {
    return rate(
        seconds,
        250_000,
        (phone, at) -> {
          LatticePoint place = place(phone, at);
          return new Message(
              "/gps/owntracks",
              JSON_BODY + "\r\nX-Limit-D: " + secrets.get(phone),
              "{\"_type\":\"location\",\"tst\":%d,\"lat\":%.7f,\"lon\":%.7f}"
                  .formatted(at.getEpochSecond(), place.latDegrees(), place.lonDegrees()));
        });
  }

  private LatticePoint place(int phone, Instant at) {
    return devices.at(phone, (int) (at.getEpochSecond() % 100_000));
  }

  private double rate(
      double seconds, long agoSeconds, BiFunction<Integer, Instant, Message> messages) {
    AtomicInteger taken = new AtomicInteger();
    long begun = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < PHONES; i++) {
      int phone = i;
      Thread thread =
          new Thread(
              () -> send(phone, agoSeconds, begun + (long) (seconds * 1e9), messages, taken),
              "phone-" + phone);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return taken.get() / ((System.nanoTime() - begun) / 1e9);
  }

  /** As a phone does that was away for days: a fix a second, the oldest first. */
  private void send(
      int phone,
      long agoSeconds,
      long endNanos,
      BiFunction<Integer, Instant, Message> messages,
      AtomicInteger taken) {
    Instant at = Instant.ofEpochSecond(Instant.now().getEpochSecond() - agoSeconds);
    try (Door.Line line = new Door.Line(door)) {
      while (System.nanoTime() - endNanos < 0) {
        at = at.plusSeconds(1);
        Message message = messages.apply(phone, at);
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        if (line.send("POST", message.path(), message.headers(), body).status() == 200) {
          taken.incrementAndGet();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
