package org.wangge.incident.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wangge.clock.ChangeReason;
import org.wangge.fault.Invalid;
import org.wangge.incident.Priority;

class EntryTest {
  private static final Condition MISSING = new Condition("missing", "缺失", "Missing");

  private static Entry entry(
      String nameZh, List<String> keywords, String parent, List<Condition> conditions) {
    return new Entry(
        nameZh, "Cover", Priority.URGENT, keywords, parent, conditions, Set.of("b", "a"), false);
  }

  private static void refused(String field, String code, Supplier<?> made) {
    Invalid refused = catchThrowableOfType(Invalid.class, made::get);
    assertThat(refused).as(code).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.field()).isEqualTo(field);
  }

  @Test
  void what_cannot_be_kept_as_a_name_is_refused_by_its_place() {
    for (String wrong : List.of("", " ", "井盖 ", "井\n盖", "井|盖", "井\u2028盖", "盖".repeat(101))) {
      refused("nameZh", "category-name", () -> entry(wrong, List.of(), "", List.of()));
    }
    for (String wrong : List.of("", "盖 ", "盖".repeat(31))) {
      refused("keywords", "category-name", () -> entry("井盖", List.of(wrong), "", List.of()));
    }
    refused("conditions", "category-name", () -> new Condition("missing", "缺|失", "Missing"));
    assertThat(entry("盖".repeat(100), List.of("盖".repeat(30)), "", List.of()).nameZh())
        .hasSize(100);
  }

  @Test
  void codes_are_in_kebab_case_and_fit_into_what_keeps_them() {
    for (String wrong : List.of("", "Cover", "a--b", "-a", "a-", "a b", "井", "a".repeat(61))) {
      refused("conditions", "category-code", () -> new Condition(wrong, "缺失", "Missing"));
      refused(
          "code",
          "category-code",
          () -> Category.first(wrong, entry("井盖", List.of(), "", List.of()), Instant.EPOCH));
    }
    refused("parent", "category-parent", () -> entry("井盖", List.of(), "A", List.of()));
    assertThat(new Condition("a".repeat(60), "缺失", "Missing").code()).hasSize(60);
  }

  @Test
  void nothing_is_there_twice_or_more_often_than_twenty_times() {
    refused("keywords", "category-list", () -> entry("井盖", List.of("a", "a"), "", List.of()));
    refused(
        "conditions",
        "category-list",
        () -> entry("井盖", List.of(), "", Collections.nCopies(2, MISSING)));
    List<String> many = IntStream.range(0, 21).mapToObj(i -> "w" + i).toList();
    refused("keywords", "category-list", () -> entry("井盖", many, "", List.of()));
    assertThat(entry("井盖", many.subList(0, 20), "", List.of(MISSING)).knows("missing")).isTrue();
    assertThat(entry("井盖", List.of(), "", List.of(MISSING)).knows("rattling")).isFalse();
  }

  @Test
  void an_event_tells_codes_and_why_but_no_words() {
    Category cover =
        Category.first(
                "cover", entry("井盖", List.of("盖子"), "facilities", List.of(MISSING)), Instant.EPOCH)
            .retired(true, Instant.EPOCH);
    ChangeReason why = new ChangeReason(ChangeReason.Kind.RULES_CHANGED, "2026-7");
    CategoryEvent told = new CategoryEvent.CategoryRetired(cover, why);
    assertThat(told.subject()).isEqualTo("cover");
    assertThat(told.facts())
        .isEqualTo(
            Map.of(
                "version",
                2,
                "priority",
                "urgent",
                "parent",
                "facilities",
                "conditions",
                List.of("missing"),
                "departments",
                List.of("a", "b"),
                "published",
                false,
                "retired",
                true,
                "reason",
                "rules-changed 2026-7"));
  }
}
