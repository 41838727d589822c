package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.people.Masking;
import org.wangge.people.Person;
import org.wangge.people.PersonalField;

class DemoTownPeopleTest {
  private static final List<Person> PEOPLE = Towns.town(1).people();

  @Test
  void behind_every_staff_code_stands_one_person_with_every_field() {
    assertThat(PEOPLE.stream().map(Person::code).toList()).isEqualTo(Towns.town(1).staffCodes());
    assertThat(PEOPLE)
        .allSatisfy(
            person -> {
              assertThat(person.fields()).containsOnlyKeys(PersonalField.ofPersons());
              assertThat(person.unit()).isNotBlank();
              assertThat(person.generated()).isTrue();
            });
    assertThat(Towns.town(2).people().get(0)).isNotEqualTo(PEOPLE.get(0));
    assertThat(Towns.town(1).people()).isEqualTo(PEOPLE);
  }

  @Test
  void phone_and_id_numbers_are_nobodys() {
    for (Person person : PEOPLE) {
      assertThat(person.value(PersonalField.DUTY_PHONE)).matches("000[0-9]{8}");
      assertThat(person.value(PersonalField.PRIVATE_PHONE)).matches("000[0-9]{8}");
      assertThat(person.value(PersonalField.ID_NUMBER)).matches("000000[0-9]{11}[0-9X]");
    }
  }

  @Test
  void they_are_masked_as_real_ones_would_be() {
    Person person = PEOPLE.get(0);
    for (PersonalField field : PersonalField.ofPersons()) {
      String whole = person.value(field);
      assertThat(field.shown(whole, Set.of()).text())
          .as(field.name())
          .isNotEqualTo(whole)
          .contains("*");
    }
    String said = "请打" + person.value(PersonalField.PRIVATE_PHONE);
    assertThat(Masking.numbersIn(said)).startsWith("请打000****");
    String shown = "证号" + person.value(PersonalField.ID_NUMBER);
    assertThat(Masking.numbersIn(shown)).startsWith("证号00**************");
  }
}
