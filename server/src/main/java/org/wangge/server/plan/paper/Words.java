package org.wangge.server.plan.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

/** The words on paper, in one language. Immutable and thread-safe. */
final class Words {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Language language;
  private final Catalog catalog;
  private final ZoneId zone;

  Words(Language language, ZoneId zone) {
    this.language = language;
    this.catalog = new Catalog(language, "paper");
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

  /** A word of the program, such as the state of a plan, or the word itself where none is known. */
  String known(String prefix, String word) {
    return catalog.find(prefix + word, Map.of()).orElse(word);
  }

  String time(Instant instant) {
    return MINUTE.withZone(zone).format(instant);
  }
}
