package org.wangge.server.emergency;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

/** The words on reports of emergencies, in one language. Immutable and thread-safe. */
final class EmergencyWords {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Language language;
  private final Catalog catalog;
  private final ZoneId zone;

  EmergencyWords(Language language, ZoneId zone) {
    this.language = language;
    this.catalog = new Catalog(language, "emergency");
    this.zone = zone;
  }

  boolean isEnglish() {
    return language == Language.EN;
  }

  String of(String key) {
    return catalog.find("emergency." + key, Map.of()).orElse(key);
  }

  String minute(Instant instant) {
    return MINUTE.withZone(zone).format(instant);
  }
}
