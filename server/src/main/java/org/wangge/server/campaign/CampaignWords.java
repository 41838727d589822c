package org.wangge.server.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

/** The words of notices and sheets, in one language. Immutable and thread-safe. */
final class CampaignWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Language language;
  private final ZoneId zone;
  private final Catalog catalog;

  CampaignWords(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    this.catalog = new Catalog(language, "campaign");
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

  String day(Instant at) {
    return DAY.withZone(zone).format(at);
  }

  String minute(Instant at) {
    return MINUTE.withZone(zone).format(at);
  }
}
