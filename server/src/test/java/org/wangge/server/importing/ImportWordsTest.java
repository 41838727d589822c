package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.fault.Invalid;
import org.wangge.grid.Level;

class ImportWordsTest {

  @Test
  void without_words_the_usual_holds() {
    ImportOptions options = ImportWords.options(Map.of());
    assertThat(options.format()).isEmpty();
    assertThat(options.crs()).isEmpty();
    assertThat(options.rules().partition()).isEqualTo("tree");
    assertThat(options.numbering()).isEqualTo(new AreaNumbering.Own());
    assertThat(options.policy()).isEqualTo(ImportOptions.Policy.usual());
  }

  @Test
  void every_word_arrives() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("level", "grid");
    words.put("parent", "990001001001");
    words.put("numberFrom", "41");
    words.put("property", "code=GRIDCODE,households=HS");
    words.put("strict", "true");
    words.put("validFrom", "2026-12-01T00:00:00 08:00");
    words.put("reason", "年度调整");
    ImportOptions options = ImportWords.options(words);
    assertThat(options.rules().levelOrNull()).isEqualTo(Level.GRID);
    assertThat(options.numbering()).isEqualTo(new AreaNumbering.Below("990001001001", 41));
    assertThat(options.rules().names().find(Map.of("HS", "412"), PropertyNames.Fact.HOUSEHOLDS))
        .contains("412");
    assertThat(options.policy().strict()).isTrue();
    assertThat(options.policy().validFrom()).contains(Instant.parse("2026-11-30T16:00:00Z"));
    assertThat(options.policy().reason()).isEqualTo("年度调整");
    assertThat(options.rules().namePatternOrNull()).contains("{record}");
  }

  @ParameterizedTest
  @CsvSource({
    "level,planet,option-unreadable",
    "check,yes,option-unreadable",
    "numberFrom,5,option-unreadable",
    "scratchDistrict,99,option-unreadable",
    "validFrom,tomorrow,option-unreadable",
    "property,colour=red,option-unreadable",
    "property,code,option-unreadable",
  })
  void a_word_that_cannot_be_read_is_refused_by_name(String word, String value, String code) {
    assertThatThrownBy(() -> ImportWords.options(Map.of(word, value)))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.code()).isEqualTo(code);
              assertThat(invalid.field()).isEqualTo(word);
            });
  }

  @Test
  void a_scratch_district_and_a_parent_exclude_each_other() {
    assertThatThrownBy(
            () ->
                ImportWords.options(Map.of("scratchDistrict", "990001", "parent", "990001001001")))
        .isInstanceOfSatisfying(
            Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo("options-conflict"));
  }
}
