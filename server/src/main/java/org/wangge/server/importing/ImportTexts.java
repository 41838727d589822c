package org.wangge.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of reports and problems of imports in one language, with {@code {name}} where a detail
 * goes in. Immutable and thread-safe.
 */
public final class ImportTexts {
  private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z0-9]+)\\}");

  private final Properties texts = new Properties();

  private ImportTexts(String language) {
    String resource = "/messages/importing_" + language + ".properties";
    try (InputStream in = ImportTexts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + resource);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The texts of a language: {@code zh}, or English for any other. */
  public static ImportTexts of(String language) {
    return new ImportTexts(language.startsWith("zh") ? "zh" : "en");
  }

  /**
   * One part of a problem (its title, its detail or how to mend it); empty without a text. Some
   * problems that are known elsewhere too have another text here, which speaks of files.
   */
  public String problem(String code, String part, Map<String, ?> details) {
    String key = "problem." + code + "." + part;
    return fill(texts.getProperty("import." + key, texts.getProperty(key, "")), details);
  }

  /** A text of the report. */
  String label(String key, Map<String, ?> details) {
    return fill(texts.getProperty("import." + key, key), details);
  }

  /** All keys, for comparing languages. */
  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  private static String fill(String text, Map<String, ?> details) {
    Matcher blank = BLANK.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (blank.find()) {
      blank.appendReplacement(filled, Matcher.quoteReplacement(shown(details.get(blank.group(1)))));
    }
    return blank.appendTail(filled).toString();
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "–";
    }
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.7f", number).replaceFirst("\\.?0+$", "")
        : String.valueOf(value);
  }
}
