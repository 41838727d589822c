package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.access.Role;

class MaskingTest {

  @ParameterizedTest
  @CsvSource({"张三, 张*", "欧阳小明, 欧阳**", "欧阳, 欧*", "王小明, 王**", "张, *", "Ann Lee, A******", "𠮷田, 𠮷*"})
  void of_a_name_the_surname_is_left(String name, String masked) {
    assertThat(Masking.name(name)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "13812341234, 138****1234",
    "00012345678, 000****5678",
    "0736-7712345, 073*****2345",
    "7712345, *****45",
    "110, ***"
  })
  void of_a_phone_number_the_ends_are_left(String phone, String masked) {
    assertThat(Masking.phone(phone)).isEqualTo(masked);
  }

  @Test
  void of_an_id_number_two_digits_at_each_end_are_left() {
    assertThat(Masking.idNumber("110101199001010034")).isEqualTo("11**************34");
    assertThat(Masking.idNumber("A123456")).isEqualTo("*******");
  }

  @ParameterizedTest
  @CsvSource({
    "云溪小区3栋2单元501, 云溪小区3栋***",
    "望江路12号5号楼1203室, 望江路12号5号楼***",
    "柳塘村四组, 柳塘村***",
    "望江路12号, ***",
    "12 River Road, ***"
  })
  void an_address_ends_at_its_building_or_estate(String address, String masked) {
    assertThat(Masking.address(address)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "打13812341234找我, 打138****1234找我",
    "打138 1234 1234找我, 打138******1234找我",
    "电话+86 13812341234。, 电话+86********1234。",
    "座机0736-7712345, 座机073*****2345",
    "座机7712345, 座机*****45",
    "身份证110101199001010034和11010119900101003X, 身份证11**************34和11**************3X",
    "１３８１２３４１２３４, 138****1234"
  })
  void numbers_of_people_in_a_text_are_masked(String text, String masked) {
    assertThat(Masking.numbersIn(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "同20261103-0042",
    "网格990101001001001已处理",
    "街道990101001",
    "社区990101001002",
    "微网格990101001001001002",
    "3楼2单元501，45分钟",
    "20261103号"
  })
  void other_numbers_in_a_text_stay(String text) {
    assertThat(Masking.numbersIn(text)).isEqualTo(text);
  }

  @Test
  void a_role_sees_a_field_whole_masked_or_for_a_reason() {
    PersonalField phone = PersonalField.PRIVATE_PHONE;
    assertThat(phone.shown("13812341234", Set.of(Role.WORKER)))
        .isEqualTo(new Shown("138****1234", true, false));
    assertThat(phone.shown("13812341234", Set.of(Role.OPERATOR)))
        .isEqualTo(new Shown("138****1234", true, true));
    assertThat(PersonalField.NAME.shown("张三", Set.of(Role.OPERATOR, Role.WORKER)))
        .isEqualTo(new Shown("张三", false, false));
    assertThat(phone.shown("", Set.of())).isEqualTo(new Shown("", false, false));
    assertThat(phone.member()).isEqualTo("privatePhone");
    assertThat(PersonalField.findMember("idNumber")).contains(PersonalField.ID_NUMBER);
  }

  @Test
  void a_screen_on_the_wall_and_a_resident_see_nothing_whole() {
    for (PersonalField field : PersonalField.values()) {
      assertThat(field.isWholeTo(Set.of(Role.WALL, Role.RESIDENT))).as(field.name()).isFalse();
      assertThat(field.isRevealedTo(Set.of(Role.WALL, Role.RESIDENT))).as(field.name()).isFalse();
    }
  }
}
