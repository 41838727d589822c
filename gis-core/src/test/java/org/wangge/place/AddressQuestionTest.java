package org.wangge.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressQuestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "世茂前海8栋|世茂前海|8",
        "世茂前海８栋|世茂前海|8",
        "世茂前海八栋|世茂前海|8",
        "世茂前海8幢|世茂前海|8",
        "世茂前海8号楼|世茂前海|8",
        "世茂前海8#|世茂前海|8",
        "世茂前海 08 栋|世茂前海|8",
        "世茂前海A座|世茂前海|a",
        "世茂前海3B座|世茂前海|3b",
        "SMQH8D|smqh|8",
        "sm前海8d|sm前海|8",
        "smqh8d2dy502|smqh|8-2-502",
        "shi mao qian hai 8 dong 2 dan yuan 502|shimaoqianhai|8-2-502",
        "shimaoqianhai8dong2dany|shimaoqianhai|8-2",
        "世茂前海3-2-502|世茂前海|3-2-502",
        "世茂前海 3 2 502|世茂前海|3-2-502",
        "3-2-502|''|3-2-502",
        "3栋2单元502室|''|3-2-502",
        "3－2－502 世茂前海|世茂前海|3-2-502",
        "世茂前海八栋二单元五零二|世茂前海|8-2-502",
        "世茂前海十二栋二单元一百零三室|世茂前海|12-2-103",
        "人民路12号|人民路|12",
        "人民路一百二十号|人民路|120",
        "人民路12号世茂前海8栋|人民路12号世茂前海|8",
        "12 Renmin Road|renminroad|12",
        "301医院3栋|301医院|3",
        "世茂前海8栋502A|世茂前海|8-502a",
      })
  void numbers_are_told_from_the_name(String typed, String text, String numbers) {
    assertThat(AddressQuestion.meanings(typed))
        .contains(new AddressQuestion(text, List.of(numbers.split("-", -1))));
  }

  @ParameterizedTest
  @CsvSource({"301医院", "第三中学", "八一路", "三里河", "990101001001", "八号公馆"})
  void a_name_with_a_number_in_it_is_also_a_name(String typed) {
    assertThat(AddressQuestion.meanings(typed)).contains(new AddressQuestion(typed, List.of()));
  }

  @Test
  void nothing_but_marks_means_nothing() {
    assertThat(AddressQuestion.meanings(" +-!&|(){}[]^\"~*?:\\/ ")).isEmpty();
  }

  @Test
  void a_long_row_of_digits_and_letters_is_read_in_no_time() {
    String hostile = "1d".repeat(49) + "!x";
    long before = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      AddressQuestion.meanings(hostile);
      AddressQuestion.meanings("9".repeat(99) + "x");
      AddressQuestion.meanings("1-".repeat(49) + "号x");
    }
    assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource({"世茂前海,世茂前海,0", "世茂前海,世茂钱海,1", "世茂前海,世前茂海,1", "世茂前海,世茂海,1", "kitten,sitting,3"})
  void slips_are_counted(String one, String other, int slips) {
    assertThat(AddressLikeness.slips(one, other, 5)).isEqualTo(slips);
    assertThat(AddressLikeness.slips(other, one, 5)).isEqualTo(slips);
    assertThat(AddressLikeness.slips(one, other, 1)).isEqualTo(Math.min(slips, 2));
  }
}
