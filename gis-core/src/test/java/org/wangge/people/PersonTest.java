package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wangge.people.PersonalField.DUTY_PHONE;
import static org.wangge.people.PersonalField.NAME;
import static org.wangge.people.PersonalField.REPORTER_NAME;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonTest {
  private static final Instant AT = Instant.parse("2026-11-03T08:00:00Z");

  private final Person person =
      Person.added("W-7", "城管队", Map.of(NAME, "张三", DUTY_PHONE, "13812341234"), true);

  @Test
  void an_empty_field_is_one_that_is_not_known() {
    Person nameless = Person.added("W-8", "", Map.of(NAME, "", DUTY_PHONE, "110"), false);
    assertThat(nameless.fields()).containsOnlyKeys(DUTY_PHONE);
    assertThat(nameless.value(NAME)).isEmpty();
    assertThat(nameless.value(DUTY_PHONE)).isEqualTo("110");
  }

  @Test
  void what_is_of_a_report_is_not_of_a_person() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Person.added("W-8", "", Map.of(REPORTER_NAME, "张三"), false))
        .withMessageContaining("REPORTER_NAME");
  }

  @Test
  void a_change_is_counted_and_leaves_what_it_does_not_name() {
    Person changed = person.with(null, Map.of(DUTY_PHONE, "13900000000"));
    assertThat(changed)
        .isEqualTo(
            new Person("W-7", 2, "城管队", Map.of(NAME, "张三", DUTY_PHONE, "13900000000"), true, null));
    assertThat(changed.with("环卫队", Map.of()).unit()).isEqualTo("环卫队");
    assertThat(changed.with("", Map.of()).unit()).isEmpty();
  }

  @Test
  void a_field_changed_to_nothing_is_no_longer_known() {
    assertThat(person.with(null, Map.of(NAME, "")).fields()).containsOnlyKeys(DUTY_PHONE);
  }

  @Test
  void erasure_leaves_the_code_and_nothing_personal() {
    assertThat(person.erased(AT)).isEqualTo(new Person("W-7", 2, "", Map.of(), true, AT));
    assertThat(person.erasedAt()).isEmpty();
    assertThat(person.erased(AT).erasedAt()).contains(AT);
  }

  @Test
  void nothing_is_known_again_of_someone_erased() {
    Person erased = person.erased(AT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> erased.with(null, Map.of(NAME, "张三")))
        .withMessageContaining("W-7");
    assertThatIllegalArgumentException().isThrownBy(() -> erased.with("城管队", Map.of()));
  }

  @Test
  void nothing_personal_is_printed() {
    assertThat(person).hasToString("Person W-7 v1");
  }
}
