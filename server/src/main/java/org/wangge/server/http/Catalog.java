package org.wangge.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one language by key, with {@code {name}} where a detail goes in. Immutable and
 * thread-safe.
 */
public final class Catalog {
  private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z0-9]+)\\}");

  private final Properties texts = new Properties();

  /**
   * Reads catalogs that the program brings.
   *
   * @param names of the files without language and ending; of a key in two, the later counts
   * @throws IllegalStateException when one is missing
   */
  public Catalog(Language language, String... names) {
    for (String name : names) {
      load("/messages/" + name + "_" + language.tag() + ".properties");
    }
  }

  private void load(String resource) {
    try (InputStream in = Catalog.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + resource);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The text of a key with its blanks filled; a blank without a detail becomes a dash. */
  public Optional<String> find(String key, Map<String, ?> details) {
    return Optional.ofNullable(texts.getProperty(key)).map(text -> fill(text, details));
  }

  /** All keys. */
  public Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** The names of the blanks in the text of a key. */
  public Set<String> blanks(String key) {
    Set<String> names = new TreeSet<>();
    Matcher blank = BLANK.matcher(texts.getProperty(key, ""));
    while (blank.find()) {
      names.add(blank.group(1));
    }
    return names;
  }

  private static String fill(String text, Map<String, ?> details) {
    return BLANK
        .matcher(text)
        .replaceAll(blank -> Matcher.quoteReplacement(shown(details.get(blank.group(1)))));
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
