package org.wangge.incident.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.Limit;

class LimitEventTest {
  private static final StageLimit LIMIT =
      new StageLimit(
          12,
          3,
          new StageLimit.Scope("manhole-cover", "missing", Stage.HANDLE),
          Limit.parse("120 urgent minutes"),
          List.of(75),
          Instant.parse("2026-11-02T01:00:00Z"));
  private static final ChangeReason REASON =
      new ChangeReason(ChangeReason.Kind.RULES_CHANGED, "2026-7");

  @Test
  void it_says_in_words_what_is_promised_now_and_why() {
    LimitEvent changed = new LimitEvent.LimitChanged(LIMIT, REASON);
    assertThat(changed.subject()).isEqualTo("12");
    assertThat(changed.facts())
        .isEqualTo(
            Map.of(
                "version", 3,
                "category", "manhole-cover",
                "condition", "missing",
                "stage", "handle",
                "limit", "2 urgent hours",
                "reason", "rules-changed 2026-7"));
  }

  @Test
  void a_removal_tells_what_held_until_then_under_another_type() {
    LimitEvent changed = new LimitEvent.LimitChanged(LIMIT, REASON);
    LimitEvent removed = new LimitEvent.LimitRemoved(LIMIT, REASON);
    assertThat(removed.facts()).isEqualTo(changed.facts());
    assertThat(List.of(changed.type(), removed.type()))
        .containsExactly("incident-limit-changed", "incident-limit-removed");
  }
}
