package org.wangge.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of problems in every language: {@code problem.<code>.title|detail|mend}, with {@code
 * {name}} where a detail goes in. Read once; immutable and thread-safe.
 */
public final class Messages {
  private static final List<String> CATALOGS = List.of("problems", "importing");
  private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z]+)\\}");

  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  public Messages() {
    for (Language language : Language.values()) {
      Properties all = new Properties();
      for (String catalog : CATALOGS) {
        load(all, "/messages/" + catalog + "_" + language.tag() + ".properties");
      }
      texts.put(language, all);
    }
  }

  private static void load(Properties into, String resource) {
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in != null) {
        into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /**
   * The text of one part of a problem, its blanks filled; empty when the catalogs do not have it.
   */
  public Optional<String> find(
      Language language, String code, String part, Map<String, ?> details) {
    Properties catalog = texts.getOrDefault(language, new Properties());
    String text = catalog.getProperty("problem." + code + "." + part);
    return text == null ? Optional.empty() : Optional.of(fill(text, details));
  }

  private static String fill(String text, Map<String, ?> details) {
    Matcher blank = BLANK.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (blank.find()) {
      Object value = details.get(blank.group(1));
      blank.appendReplacement(
          filled, Matcher.quoteReplacement(value == null ? "–" : String.valueOf(value)));
    }
    return blank.appendTail(filled).toString();
  }

  /** Keys of a language's catalogs, for comparing them. */
  public Set<String> keys(Language language) {
    return new TreeSet<>(
        new ArrayList<>(texts.getOrDefault(language, new Properties()).stringPropertyNames()));
  }
}
