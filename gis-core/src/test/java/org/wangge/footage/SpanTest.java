package org.wangge.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Instant NOON = Instant.parse("2026-11-02T04:00:00Z");

  @Test
  void stretches_that_overlap_or_hardly_part_are_one() {
    List<Span> spans = List.of(span(100, 160), span(0, 60), span(60, 90), span(30, 40));
    assertThat(Span.joined(spans, Duration.ZERO)).containsExactly(span(0, 90), span(100, 160));
    assertThat(Span.joined(spans, Duration.ofSeconds(10))).containsExactly(span(0, 160));
    assertThat(Span.joined(spans, Duration.ofSeconds(9)))
        .containsExactly(span(0, 90), span(100, 160));
  }

  @Test
  void what_others_leave_of_a_stretch_is_in_order_and_never_empty() {
    Span hour = span(0, 3600);
    assertThat(hour.without(List.of())).containsExactly(hour);
    assertThat(hour.without(List.of(span(-10, 10), span(3000, 4000), span(20, 30))))
        .containsExactly(span(10, 20), span(30, 3000));
    assertThat(hour.without(List.of(span(-10, 4000)))).isEmpty();
  }

  @Test
  void the_last_instant_belongs_to_the_next_stretch() {
    assertThat(span(0, 60).contains(NOON)).isTrue();
    assertThat(span(0, 60).contains(NOON.plusSeconds(60))).isFalse();
    assertThat(span(0, 60).within(span(60, 90))).isEmpty();
    assertThat(span(0, 60).within(span(50, 90))).contains(span(50, 60));
    assertThatThrownBy(() -> span(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Span span(long from, long to) {
    return new Span(NOON.plusSeconds(from), NOON.plusSeconds(to));
  }
}
