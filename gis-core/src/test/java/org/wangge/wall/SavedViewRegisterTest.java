package org.wangge.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;

class SavedViewRegisterTest {
  private static final String VIEW = "东区~13.50/29.03210/112.67890~open~marks";

  private final Map<String, SavedViews> kept = new HashMap<>();
  private final SavedViewRegister register =
      new SavedViewRegister(
          new OneTx(new HeardTx(Instant.EPOCH)),
          new SavedViewStore() {
            @Override
            public SavedViews own(Tx tx, Caller caller) {
              return kept.getOrDefault(caller.account(), SavedViews.NONE);
            }

            @Override
            public void keep(Tx tx, Caller caller, SavedViews next) {
              kept.put(caller.account(), next);
            }
          });

  private static Caller desk(String account) {
    return Caller.of(account, Set.of(Role.MEMBER), AreaScope.of(List.of("990101")), Purpose.USE);
  }

  @Test
  void everybody_keeps_their_own_by_its_version() {
    assertThat(register.own(desk("a"))).isEqualTo(SavedViews.NONE);
    assertThat(register.keep(desk("a"), 0, List.of(VIEW)).version()).isEqualTo(1);
    assertThat(register.own(desk("a")).views()).containsExactly(VIEW);
    assertThat(register.own(desk("b")).views()).isEmpty();
    assertThatThrownBy(() -> register.keep(desk("a"), 0, List.of()))
        .hasMessageContaining("version-conflict");
    assertThat(register.keep(desk("a"), 1, List.of()).views()).isEmpty();
    assertThatThrownBy(() -> register.own(Caller.anonymous())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "a|b~~open~marks",
        "x~here~open~marks",
        "x~1/2~open~marks",
        "x~~Open~marks"
      })
  void what_is_no_view_is_refused(String text) {
    assertThatThrownBy(() -> register.keep(desk("a"), 0, List.of(text)))
        .hasMessageContaining("wall-view");
    assertThat(kept).isEmpty();
  }

  @Test
  void the_whole_place_is_a_view_and_there_is_an_end_to_them() {
    List<String> most = Collections.nCopies(SavedViews.MOST, "~~open~heat");
    assertThat(register.keep(desk("a"), 0, most).views()).hasSize(SavedViews.MOST);
    assertThatThrownBy(
            () -> register.keep(desk("a"), 1, Collections.nCopies(SavedViews.MOST + 1, VIEW)))
        .hasMessageContaining("wall-views");
  }
}
