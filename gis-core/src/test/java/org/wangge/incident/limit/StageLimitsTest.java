package org.wangge.incident.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.clock.Limit;
import org.wangge.fault.Invalid;
import org.wangge.incident.limit.StageLimit.Scope;

class StageLimitsTest {
  private static final StageLimit ALL = limit("", "", "5 working days");
  private static final StageLimit COVERS = limit("manhole-cover", "", "1 working day");
  private static final StageLimit MISSING = limit("manhole-cover", "missing", "2 urgent hours");
  private static final StageLimits LIMITS = new StageLimits(List.of(MISSING, ALL, COVERS));

  private static StageLimit limit(String category, String condition, String words) {
    return new StageLimit(
        1,
        1,
        new Scope(category, condition, Stage.HANDLE),
        Limit.parse(words),
        List.of(75, 90),
        Instant.EPOCH);
  }

  @Test
  void what_is_said_most_closely_holds() {
    assertThat(LIMITS.find("manhole-cover", "missing", Stage.HANDLE)).contains(MISSING);
    assertThat(LIMITS.find("manhole-cover", "rattling", Stage.HANDLE)).contains(COVERS);
    assertThat(LIMITS.find("noise", "missing", Stage.HANDLE)).contains(ALL);
    assertThat(LIMITS.find("manhole-cover", "missing", Stage.CHECK)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"'',missing", "Manhole,''", "manhole-cover,a b"})
  void a_case_that_cannot_be_is_refused(String category, String condition) {
    assertThatThrownBy(() -> new Scope(category, condition, Stage.HANDLE))
        .isInstanceOfSatisfying(
            Invalid.class, fault -> assertThat(fault.code()).isEqualTo("limit-scope"));
  }

  @Test
  void warnings_ascend_within_the_time() {
    for (List<Integer> wrong :
        List.of(List.of(0), List.of(100), List.of(75, 75), List.of(1, 2, 3, 4, 5, 6))) {
      assertThatThrownBy(() -> ALL.with(ALL.limit(), wrong, Instant.EPOCH))
          .isInstanceOfSatisfying(
              Invalid.class, fault -> assertThat(fault.code()).isEqualTo("limit-warnings"));
    }
  }
}
