package org.wangge.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitedMapTest {
  private final Map<String, Integer> map = LimitedMap.of(2);

  @Test
  void one_entry_too_many_puts_out_the_one_not_asked_for_longest() {
    map.put("first", 1);
    map.put("second", 2);
    assertThat(map.get("first")).isEqualTo(1);
    map.put("third", 3);
    assertThat(map).containsOnlyKeys("first", "third");
  }

  @Test
  void an_entry_put_again_takes_no_more_room() {
    map.put("first", 1);
    map.put("second", 2);
    map.put("first", 3);
    assertThat(map).containsEntry("first", 3).containsEntry("second", 2);
  }

  @Test
  void an_entry_made_on_demand_counts_like_any_other() {
    map.put("first", 1);
    map.computeIfAbsent("second", key -> 2);
    map.computeIfAbsent("third", key -> 3);
    assertThat(map).containsOnlyKeys("second", "third");
  }
}
