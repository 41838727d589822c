package org.wangge.server.video;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.footage.FootageAccess;
import org.wangge.footage.Span;
import org.wangge.server.http.RateLimit;
import org.wangge.server.http.TooOften;

/**
 * Hands out single pictures of cameras, of any minute that can be had again: two at a time, and to
 * each account no more than so many a minute. Thread-safe.
 */
final class StillDesk {
  private static final String AT = "at";

  /** One takes about a tenth of a second of a core. */
  private static final int MOST_AT_ONCE = 2;

  private static final int PATIENCE_SECONDS = 2;
  private static final int RETRY_SECONDS = 2;

  private final FootageAccess access;
  private final Function<Camera, Optional<StillSource>> sources;
  private final Clock clock;
  private final RateLimit accounts;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

  StillDesk(
      FootageAccess access,
      Function<Camera, Optional<StillSource>> sources,
      Clock clock,
      int mostAMinute) {
    this.access = access;
    this.sources = sources;
    this.clock = clock;
    accounts = new RateLimit(mostAMinute);
  }

  /** A picture, and which instant it is of. */
  static final class Still {
    private final Instant at;
    private final byte[] jpeg;

    private Still(Instant at, byte[] jpeg) {
      this.at = at;
      this.jpeg = jpeg;
    }

    Instant at() {
      return at;
    }

    /** The file; to be read. */
    byte[] jpeg() {
      return jpeg;
    }
  }

  /**
   * The picture of a camera at an instant.
   *
   * @param asked empty for now
   * @param retrieval the id of what is on record for it; null where it needs none
   * @throws org.wangge.fault.Forbidden with code {@code retrieval-needed}
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not look, and
   *     {@code camera-without-picture}
   * @throws Invalid with code {@code still-in-future} or {@code still-too-old}
   * @throws TooOften with code {@code too-many-requests} or {@code stills-too-many}
   */
  Still still(Caller caller, String cameraId, Optional<Instant> asked, @Nullable UUID retrieval) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant at = asked.orElse(now);
    if (at.isAfter(now)) {
      throw new Invalid(
          AT, "still-in-future", Map.of("given", at.toString(), "now", now.toString()));
    }
    Camera camera =
        asked.isEmpty()
            ? access.live(caller, cameraId)
            : access.past(caller, cameraId, new Span(at, at), retrieval);
    StillSource source =
        sources
            .apply(camera)
            .orElseThrow(() -> new NotFound("camera-without-picture", Map.of("id", cameraId)));
    Instant earliest = now.minus(source.past());
    if (at.isBefore(earliest)) {
      throw new Invalid(
          AT,
          "still-too-old",
          Map.of(
              "given",
              at.toString(),
              "earliest",
              earliest.toString(),
              "days",
              source.past().toDays()));
    }
    accounts.count(caller.account());
    return new Still(at, jpeg(source, at));
  }

  private byte[] jpeg(StillSource source, Instant at) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TooOften("stills-too-many", RETRY_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooOften("stills-too-many", RETRY_SECONDS);
    }
    try {
      return source.jpeg(at);
    } finally {
      places.release();
    }
  }
}
