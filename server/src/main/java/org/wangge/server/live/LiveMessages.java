package org.wangge.server.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.wangge.access.Caller;
import org.wangge.event.NumberedEvent;
import org.wangge.server.http.Json;

/** The messages of the stream as bytes, in the format of server-sent events. Thread-safe. */
final class LiveMessages {
  private static final String END = "\n\n";

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
  byte[] hello(long place, long newest, Caller caller) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("newest", newest);
    data.put("asOf", now());
    data.put("account", caller.account());
    data.put("buildId", buildId);
    data.put("coverageVersion", coverageVersion.getAsLong());
    return message("id: " + place + "\nevent: hello\n", data);
  }

  /** What happened. */
  Change change(NumberedEvent event) {
    String head =
        "id: %1$d\nevent: change\ndata: {\"number\":%1$d,\"prev\":".formatted(event.number());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("at", event.at().toString());
    data.put("type", event.type());
    data.put("subject", event.subject());
    data.put("facts", event.facts());
    return new Change(event, head, "," + Json.text(data).substring(1) + END);
  }

  /** Some changes are not told: everything is to be read anew. */
  byte[] reset(long newest) {
    return message("id: " + newest + "\nevent: reset\n", Map.of("newest", newest));
  }

  /**
   * A sign of life, with the program's time. Its id lets a reader resume behind what happened
   * without being its business.
   *
   * @param place number up to which the reader was told all that it may know
   */
  byte[] beat(long place, long newest) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("newest", newest);
    data.put("upTo", place);
    data.put("at", now());
    return message("id: " + place + "\nevent: beat\n", data);
  }

  /** The last message of a stream whose session has ended. */
  byte[] end() {
    return message("event: end\n", Map.of("reason", "session-ended"));
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static byte[] message(String head, Map<String, Object> data) {
    return (head + "data: " + Json.text(data) + END).getBytes(StandardCharsets.UTF_8);
  }
}
