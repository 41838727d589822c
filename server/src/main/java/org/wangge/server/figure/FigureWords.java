package org.wangge.server.figure;

import java.util.Map;
import org.wangge.figure.FigureTable;
import org.wangge.figure.Grouping;
import org.wangge.figure.Period;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

/** The words of files and sheets, in one language. Immutable and thread-safe. */
final class FigureWords {
  private final Language language;
  private final Catalog catalog;

  FigureWords(Language language) {
    this.language = language;
    this.catalog = new Catalog(language, "figure");
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

  /** The period, by its days. */
  String period(FigureTable table) {
    Period period = table.question().period();
    return of("figures.days", Map.of("from", period.firstDay(), "to", period.lastDay()));
  }

  /** What a group is called that has no name of its own. */
  String unnamed(Grouping by, String key) {
    if (key.equals(Grouping.NONE)) {
      return of(by.isOfTree() ? "figures.no-grid" : "figures.no-group");
    }
    return catalog.find("figure." + by.word() + "." + key, Map.of()).orElse(key);
  }
}
