package org.wangge.server.shift;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

/** The words on sheets of shifts, in one language. Immutable and thread-safe. */
final class ShiftWords {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Language language;
  private final Catalog catalog;
  private final ZoneId zone;

  ShiftWords(Language language, ZoneId zone) {
    this.language = language;
    this.catalog = new Catalog(language, "shift");
    this.zone = zone;
  }

  Language language() {
    return language;
  }

  String of(String key) {
    return of(key, Map.of());
  }

  String of(String key, Map<String, ?> details) {
    return catalog.find(key, details).orElse(key);
  }

  String minute(Instant instant) {
    return MINUTE.withZone(zone).format(instant);
  }
}
