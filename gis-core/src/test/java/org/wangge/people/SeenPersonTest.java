package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.people.PersonalField.DUTY_PHONE;
import static org.wangge.people.PersonalField.HOME_ADDRESS;
import static org.wangge.people.PersonalField.ID_NUMBER;
import static org.wangge.people.PersonalField.NAME;
import static org.wangge.people.PersonalField.PRIVATE_PHONE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.Role;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;

class SeenPersonTest {
  private static final Post POST = new Post(AreaKey.tree("990001001001001"), Duty.GRID_HEAD);

  private final Person person =
      Person.added(
          "W-7",
          "城管队",
          Map.of(
              NAME, "张三",
              DUTY_PHONE, "13812341234",
              PRIVATE_PHONE, "13900005678",
              ID_NUMBER, "110101199001010034"),
          true);

  @Test
  void a_handler_sees_the_duty_phone_whole_and_the_rest_masked_for_good() {
    assertThat(seenBy(Role.HANDLER).shown())
        .containsEntry(NAME, new Shown("张*", true, false))
        .containsEntry(DUTY_PHONE, new Shown("13812341234", false, false))
        .containsEntry(PRIVATE_PHONE, new Shown("139****5678", true, false))
        .containsEntry(ID_NUMBER, new Shown("11**************34", true, false));
  }

  @Test
  void an_operator_sees_the_name_and_may_have_revealed_what_the_work_wants() {
    assertThat(seenBy(Role.OPERATOR).shown())
        .containsEntry(NAME, new Shown("张三", false, false))
        .containsEntry(PRIVATE_PHONE, new Shown("139****5678", true, true))
        .containsEntry(ID_NUMBER, new Shown("11**************34", true, false));
  }

  @Test
  void without_a_role_there_everything_is_masked() {
    Map<PersonalField, Shown> shown = SeenPerson.of(person, List.of(), Set.of()).shown();
    assertThat(shown).containsOnlyKeys(PersonalField.ofPersons());
    person
        .fields()
        .forEach(
            (field, value) ->
                assertThat(shown)
                    .hasEntrySatisfying(
                        field,
                        one -> {
                          assertThat(one.text()).isNotEqualTo(value);
                          assertThat(one.masked()).isTrue();
                          assertThat(one.revealable()).isFalse();
                        }));
  }

  @Test
  void what_is_not_known_is_neither_masked_nor_to_be_revealed() {
    assertThat(seenBy(Role.LIAISON).shown())
        .containsEntry(HOME_ADDRESS, new Shown("", false, false));
  }

  @Test
  void of_someone_erased_the_code_is_left() {
    Person erased = person.erased(Instant.parse("2026-11-03T08:00:00Z"));
    SeenPerson seen = SeenPerson.of(erased, List.of(), Set.of(Role.ADMINISTRATOR));
    assertThat(seen.person()).isEqualTo(new SeenPerson.Subject("W-7", 2, "", true, true));
    assertThat(seen.shown().values()).extracting(Shown::text).containsOnly("");
    assertThat(seenBy(Role.LIAISON).person())
        .isEqualTo(new SeenPerson.Subject("W-7", 1, "城管队", true, false));
  }

  @Test
  void posts_are_those_at_the_time_it_was_seen() {
    List<Post> posts = new ArrayList<>(List.of(POST));
    SeenPerson seen = SeenPerson.of(person, posts, Set.of());
    posts.clear();
    assertThat(seen.posts()).containsExactly(POST);
    assertThat(seen.posts()).allMatch(Post::isPublished);
  }

  private SeenPerson seenBy(Role role) {
    return SeenPerson.of(person, List.of(POST), Set.of(role));
  }
}
