package org.wangge.server.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.wangge.event.NumberedEvent;
import org.wangge.server.http.Json;

/** The messages of the stream as bytes, in the format of server-sent events. Thread-safe. */
final class LiveMessages {
  private final Clock clock;
  private final String buildId;
  private final LongSupplier coverageVersion;

  LiveMessages(Clock clock, String buildId, LongSupplier coverageVersion) {
    this.clock = clock;
    this.buildId = buildId;
    this.coverageVersion = coverageVersion;
  }

  /**
   * The first message. It carries the reader's place as its id, so that a browser whose stream is
   * cut before the first change resumes there too.
   */
  byte[] hello(long place, long newest) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("newest", newest);
    data.put("asOf", now());
    data.put("buildId", buildId);
    data.put("coverageVersion", coverageVersion.getAsLong());
    return message("id: " + place + "\nevent: hello\n", data);
  }

  /** What happened. The log has no gaps, so the one before is the number before. */
  byte[] change(NumberedEvent event) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("number", event.number());
    data.put("prev", event.number() - 1);
    data.put("at", event.at().toString());
    data.put("type", event.type());
    data.put("subject", event.subject());
    data.put("facts", event.facts());
    return message("id: " + event.number() + "\nevent: change\n", data);
  }

  /** Some changes are not told: everything is to be read anew. */
  byte[] reset(long newest) {
    return message("id: " + newest + "\nevent: reset\n", Map.of("newest", newest));
  }

  /** A sign of life, with the program's time. */
  byte[] beat(long newest) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("newest", newest);
    data.put("at", now());
    return message("event: beat\n", data);
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static byte[] message(String head, Map<String, Object> data) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((head + "data: ").getBytes(StandardCharsets.UTF_8));
    all.writeBytes(Json.bytes(data));
    all.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
