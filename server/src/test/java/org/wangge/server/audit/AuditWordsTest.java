package org.wangge.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The record of who did what says in both languages what each event of core is. */
class AuditWordsTest {
  private static final Path EVENTS = Path.of("..", "gis-core", "src", "main", "java");
  private static final Path WORDS = Path.of("..", "web-static", "src", "features", "audit", "i18n");
  private static final Pattern TYPE =
      Pattern.compile("(?:return|String [A-Z_]+ =) \"([a-z]+(?:-[a-z]+)+)\";");

  @Test
  void every_event_has_its_words() throws IOException {
    List<String> types;
    try (Stream<Path> files = Files.walk(EVENTS)) {
      types =
          files
              .filter(file -> file.toString().endsWith("Event.java"))
              .flatMap(AuditWordsTest::typesIn)
              .distinct()
              .toList();
    }
    assertThat(types).hasSizeGreaterThan(60);
    for (String language : List.of("zh", "en")) {
      String words = Files.readString(WORDS.resolve(language + ".js"));
      assertThat(types)
          .as(language)
          .allSatisfy(type -> assertThat(words).contains("'action." + type + "':"));
    }
  }

  private static Stream<String> typesIn(Path file) {
    try {
      return TYPE.matcher(Files.readString(file)).results().map(AuditWordsTest::first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }
}
