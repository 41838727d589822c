package org.wangge.server.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of problems in every language: {@code problem.<code>.title|detail|mend}. Read once;
 * immutable and thread-safe.
 */
public final class Messages {
  private final Map<Language, Catalog> catalogs = new EnumMap<>(Language.class);

  public Messages() {
    for (Language language : Language.values()) {
      catalogs.put(language, new Catalog(language, "problems", "importing", "secrets"));
    }
  }

  /**
   * The text of one part of a problem, its blanks filled; empty when the catalogs do not have it.
   */
  public Optional<String> find(
      Language language, String code, String part, Map<String, ?> details) {
    return catalog(language).find("problem." + code + "." + part, details);
  }

  /** Everything there is in a language, for comparing languages. */
  Catalog catalog(Language language) {
    Catalog catalog = catalogs.get(language);
    if (catalog == null) {
      throw new IllegalStateException("every language has a catalog: " + language);
    }
    return catalog;
  }
}
