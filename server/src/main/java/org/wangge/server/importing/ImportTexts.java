package org.wangge.server.importing;

import java.util.Map;
import java.util.Set;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;

/** The texts of reports and problems of imports in one language. Immutable and thread-safe. */
public final class ImportTexts {
  private final Catalog catalog;

  private ImportTexts(Language language) {
    catalog = new Catalog(language, "importing");
  }

  /** The texts of a language: {@code zh}, or English for any other. */
  public static ImportTexts of(String language) {
    return new ImportTexts(language.startsWith("zh") ? Language.ZH : Language.EN);
  }

  /**
   * One part of a problem (its title, its detail or how to mend it); empty without a text. Some
   * problems that are known elsewhere too have another text here, which speaks of files.
   */
  public String problem(String code, String part, Map<String, ?> details) {
    String key = "problem." + code + "." + part;
    return catalog.find("import." + key, details).or(() -> catalog.find(key, details)).orElse("");
  }

  /** A text of the report. */
  String label(String key, Map<String, ?> details) {
    return catalog.find("import." + key, details).orElse(key);
  }

  /** All keys, for comparing languages. */
  Set<String> keys() {
    return catalog.keys();
  }
}
