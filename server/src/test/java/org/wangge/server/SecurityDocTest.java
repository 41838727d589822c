package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Holds docs/security.md against the list of requirements, and what it names against this
 * repository: a test that is renamed is no evidence any more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityDocTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| (\\d+\\.\\d+\\.\\d+) \\| (\\d) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$",
          Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
  private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w+)(?:#(\\w+))?");
  private static final Pattern OPEN =
      Pattern.compile("^- \\*\\*(\\d+\\.\\d+\\.\\d+)\\*\\* ", Pattern.MULTILINE);
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Set<String> MENDED = Set.of("met", "does not apply");
  private static final Set<String> OPEN_STATES = Set.of("partly", "not met");
  private static final int MOST_WORDS = 10;

  private record Row(String id, String level, String asks, String state, String evidence) {}

  private String document = "";
  private List<Row> rows = List.of();
  private Map<String, List<Path>> classes = Map.of();
  private String options = "";

  @BeforeAll
  void read() throws IOException {
    document = Files.readString(ROOT.resolve("docs/security.md"));
    rows = found(ROW, document, SecurityDocTest::row);
    List<Path> sources = sources();
    classes =
        sources.stream()
            .collect(
                Collectors.groupingBy(path -> path.getFileName().toString().replace(".java", "")));
    options =
        sources.stream()
            .filter(path -> path.toString().contains("/cli/"))
            .map(SecurityDocTest::text)
            .collect(Collectors.joining());
  }

  private static Row row(MatchResult found) {
    return new Row(
        found.group(1),
        found.group(2),
        found.group(3).strip(),
        found.group(4).strip(),
        found.group(5).strip());
  }

  @Test
  void every_requirement_of_levels_1_and_2_stands_there_once_with_its_level() throws IOException {
    assertThat(rows.stream().map(row -> row.id() + " " + row.level()))
        .containsExactlyElementsOf(required());
  }

  @Test
  void every_row_has_a_state_of_the_list_few_words_and_evidence() {
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(MENDED.contains(row.state()) || OPEN_STATES.contains(row.state()))
                  .as("%s is %s", row.id(), row.state())
                  .isTrue();
              assertThat(BLANKS.split(row.asks(), -1).length)
                  .as(row.id())
                  .isLessThanOrEqualTo(MOST_WORDS);
              assertThat(row.evidence()).as(row.id()).isNotBlank();
            });
  }

  @Test
  void what_is_open_stands_at_the_top_too_and_nothing_else() {
    assertThat(found(OPEN, document, found -> found.group(1)))
        .containsExactlyElementsOf(
            rows.stream().filter(row -> OPEN_STATES.contains(row.state())).map(Row::id).toList());
  }

  @Test
  void all_evidence_is_there() {
    List<String> missing = new ArrayList<>();
    for (Row row : rows) {
      found(NAMED, row.evidence(), found -> found.group(1)).stream()
          .filter(name -> !isThere(name))
          .forEach(name -> missing.add(row.id() + " names " + name));
    }
    assertThat(missing).isEmpty();
  }

  /** A file, an option of the command line, a class, or a class with one of its members. */
  private boolean isThere(String name) {
    if (name.startsWith("--")) {
      return options.contains("\"" + name + "\"");
    }
    Matcher member = MEMBER.matcher(name);
    if (!member.matches()) {
      return Files.exists(ROOT.resolve(name));
    }
    List<Path> found = classes.getOrDefault(member.group(1), List.of());
    return member.group(2) == null
        ? !found.isEmpty()
        : found.stream().anyMatch(path -> declares(text(path), member.group(2)));
  }

  /** What follows a type and a blank, and is followed by what a declaration goes on with. */
  private static boolean declares(String source, String member) {
    return Pattern.compile("[\\w>\\]] " + member + "( =|\\()").matcher(source).find();
  }

  private static List<String> required() throws IOException {
    try (InputStream list = SecurityDocTest.class.getResourceAsStream("asvs-5.0.0.txt")) {
      assertThat(list).isNotNull();
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("gis-core", "tiles", "server")) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src"))) {
        all.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }

  private static <T> List<T> found(Pattern what, String text, Function<MatchResult, T> made) {
    return what.matcher(text).results().map(made).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
