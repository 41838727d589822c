package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Path ROOT = Path.of(System.getProperty("wangge.root", ".."));

  /** A code stands as the first or second argument where a refusal is made. */
  private static final Pattern THROWN =
      Pattern.compile(
          "new (?:NotFound|Conflict|Forbidden)\\(\\s*\"([a-z-]+)\""
              + "|new (?:Invalid|Malformed)\\([^;{]*?,\\s*\"([a-z-]+)\""
              + "|Refusal\\.at\\([^;]*?\"[a-z]+\",\\s*\"([a-z-]+)\"");

  /** Files where codes stand in other places too, and nothing else looks like one. */
  private static final Set<String> FULL_OF_CODES =
      Set.of(
          "Access.java",
          "OutlineRing.java",
          "PlausibleRange.java",
          "Problems.java",
          "ShapeCheck.java",
          "ShapeFault.java",
          "TopologyCheck.java");

  private static final Pattern NAMED =
      Pattern.compile("\"([a-z]+(?:-[a-z]+)+|malformed|unforeseen)\"");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z]+)\\}");

  private final Messages messages = new Messages();
  private final Catalog chinese = messages.catalog(Language.ZH);
  private final Catalog english = messages.catalog(Language.EN);

  @Test
  void both_languages_have_the_same_texts() {
    assertThat(english.keys()).isEqualTo(chinese.keys()).hasSizeGreaterThan(300);
  }

  @Test
  void a_text_has_the_same_blanks_in_both_languages() {
    for (String key : chinese.keys()) {
      assertThat(english.blanks(key)).as(key).isEqualTo(chinese.blanks(key));
    }
    assertThat(chinese.blanks("problem.code-length.detail")).contains("code", "digits");
  }

  @Test
  void no_key_of_one_catalog_hides_that_of_the_other() {
    for (Language language : Language.values()) {
      assertThat(new Catalog(language, "problems").keys())
          .doesNotContainAnyElementsOf(new Catalog(language, "importing").keys())
          .doesNotContainAnyElementsOf(new Catalog(language, "secrets").keys());
    }
  }

  @Test
  void a_missing_detail_is_a_dash_and_a_number_has_no_exponent() {
    Map<String, Object> point = Map.of("lon", 0.00001, "lat", 29.0);
    assertThat(english.find("problem.outside-every-grid.detail", point).orElseThrow())
        .contains("0.00001, 29 ");
    assertThat(english.find("problem.code-length.detail", Map.of("code", "9$9")).orElseThrow())
        .contains("9$9", "–")
        .doesNotContain("{");
  }

  @Test
  void every_problem_has_title_detail_and_mend_in_both_languages() throws IOException {
    Set<String> codes = thrownCodes();
    assertThat(codes)
        .hasSizeGreaterThan(50)
        .contains(
            "outside-every-grid",
            "version-conflict",
            "axes-swapped",
            "ring-self-crossing",
            "ring-unclosed",
            "sign-in-needed",
            "page-unknown");
    Set<String> missing = new TreeSet<>();
    for (String code : codes) {
      for (Language language : Language.values()) {
        for (String part : List.of("title", "detail", "mend")) {
          if (messages.find(language, code, part, Map.of()).isEmpty()) {
            missing.add(language.tag() + " " + code + "." + part);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void a_title_needs_no_details() {
    for (Language language : Language.values()) {
      for (String key : messages.catalog(language).keys()) {
        if (key.startsWith("problem.") && key.endsWith(".title")) {
          String code = key.substring("problem.".length(), key.length() - ".title".length());
          String title = messages.find(language, code, "title", Map.of()).orElseThrow();
          assertThat(BLANK.matcher(title).find()).as(key).isFalse();
          assertThat(title).as(key).isNotBlank().doesNotContain("–");
        }
      }
    }
  }

  @Test
  void a_chinese_text_is_chinese_and_an_english_one_is_not() {
    for (String key : chinese.keys()) {
      if (key.startsWith("problem.")) {
        String[] parts = key.split("\\.", 3);
        assertThat(messages.find(Language.ZH, parts[1], parts[2], Map.of()).orElseThrow())
            .as(key)
            .containsPattern(HAN);
        assertThat(messages.find(Language.EN, parts[1], parts[2], Map.of()).orElseThrow())
            .as(key)
            .doesNotContainPattern(HAN);
      }
    }
  }

  private static Set<String> thrownCodes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String module : List.of("gis-core", "server")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          codes.addAll(codesIn(file));
        }
      }
    }
    return codes;
  }

  private static Set<String> codesIn(Path file) throws IOException {
    String source = Files.readString(file, StandardCharsets.UTF_8);
    Set<String> codes = new TreeSet<>(matches(THROWN, source));
    if (FULL_OF_CODES.contains(file.getFileName().toString())) {
      codes.addAll(matches(NAMED, source));
      codes.removeIf(code -> code.equals("no-store"));
    }
    return codes;
  }

  private static Set<String> matches(Pattern pattern, String source) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      IntStream.rangeClosed(1, matcher.groupCount())
          .mapToObj(matcher::group)
          .filter(Objects::nonNull)
          .forEach(found::add);
    }
    return found;
  }
}
