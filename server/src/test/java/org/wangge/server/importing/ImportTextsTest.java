package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTextsTest {
  /** Every literal in kebab case is a code, except these. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");

  private static final Set<String> NO_CODES =
      Set.of("vonng-adcode", "gb-grid", "coverage-cut", "coverage-skipped", "without-point");

  private static final List<String> CORE_CHECKS =
      List.of(
          "grid/AreaTreeCheck",
          "grid/AnchorCheck",
          "grid/CodeScheme",
          "geo/ShapeCheck",
          "geo/OutlineRing",
          "geo/TopologyCheck",
          "geo/PlausibleRange",
          "geo/CoordinateSystem",
          "geo/CoordinateSystems");

  @Test
  void both_languages_have_the_same_texts() {
    assertThat(ImportTexts.of("zh").keys()).isEqualTo(ImportTexts.of("en").keys());
  }

  @Test
  void every_problem_has_title_detail_and_mend() throws IOException {
    Set<String> codes = codes();
    assertThat(codes).hasSizeGreaterThan(50).contains("ring-self-crossing", "parent-cycle");
    ImportTexts texts = ImportTexts.of("en");
    for (String code : codes) {
      for (String part : List.of("title", "detail", "mend")) {
        assertThat(texts.problem(code, part, Map.of())).as(code + "." + part).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void blanks_are_filled_and_a_missing_detail_is_a_dash(String language) {
    ImportTexts texts = ImportTexts.of(language);
    assertThat(texts.problem("code-length", "detail", Map.of("code", "12$34", "digits", 15)))
        .contains("12$34", "15", "–")
        .doesNotContain("{");
  }

  private static Set<String> codes() throws IOException {
    Path root = Path.of(System.getProperty("wangge.root", "."));
    Set<String> codes = new TreeSet<>();
    Path here = root.resolve("server/src/main/java/org/wangge/server/importing");
    try (Stream<Path> files = Files.list(here)) {
      for (Path file : files.toList()) {
        collect(file, codes);
      }
    }
    for (String check : CORE_CHECKS) {
      collect(root.resolve("gis-core/src/main/java/org/wangge/" + check + ".java"), codes);
    }
    codes.removeAll(NO_CODES);
    return codes;
  }

  private static void collect(Path file, Set<String> codes) throws IOException {
    Matcher literal = LITERAL.matcher(Files.readString(file));
    while (literal.find()) {
      codes.add(literal.group(1));
    }
  }
}
