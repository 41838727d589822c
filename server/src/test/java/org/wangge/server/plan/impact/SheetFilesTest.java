package org.wangge.server.plan.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetFilesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "=1+1|\"'=1+1\"",
        "+86|\"'+86\"",
        "-1|\"'-1\"",
        "@SUM|\"'@SUM\"",
        "a\"b|\"a\"\"b\"",
        "990101001001002|\"990101001001002\""
      })
  void text_in_a_cell_is_never_a_formula(String text, String cell) {
    assertThat(SheetFiles.quoted(text)).isEqualTo(cell);
  }
}
