package org.wangge.server.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;
import org.wangge.wall.SavedViews;

/** What the store of people's own views of the wall promises, on either database. */
abstract class SavedViewStoreContract {
  private static final String WHOLE = "全区~~open~marks";
  private static final String PLACE = "站前~16.25/39.91234/116.41234~closing-rate~heat";

  private final JdbcSavedViewStore store = new JdbcSavedViewStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void each_account_has_its_own() {
    assertThat(own("a")).isEqualTo(SavedViews.NONE);
    SavedViews both = new SavedViews(1, List.of(WHOLE, PLACE));
    keep("a", both);
    assertThat(own("a")).isEqualTo(both);
    assertThat(own("b")).isEqualTo(SavedViews.NONE);
    keep("a", new SavedViews(2, List.of()));
    assertThat(own("a")).isEqualTo(new SavedViews(2, List.of()));
  }

  @Test
  void as_many_as_may_be_kept_have_room() {
    String longest = "名".repeat(40) + PLACE.substring(2);
    SavedViews most = new SavedViews(1, Collections.nCopies(SavedViews.MOST, longest));
    keep("a", most);
    assertThat(own("a")).isEqualTo(most);
  }

  @Test
  void who_comes_second_with_a_version_changes_nothing() {
    keep("a", new SavedViews(1, List.of(WHOLE)));
    for (int late = 1; late <= 3; late += 2) {
      SavedViews next = new SavedViews(late, List.of(PLACE));
      assertThatThrownBy(() -> keep("a", next))
          .isInstanceOfSatisfying(
              Conflict.class, it -> assertThat(it.code()).isEqualTo("version-conflict"));
    }
    assertThat(own("a")).isEqualTo(new SavedViews(1, List.of(WHOLE)));
  }

  private static Caller of(String account) {
    return Caller.of(account, Set.of(Role.OPERATOR), AreaScope.of(List.of("99")), Purpose.USE);
  }

  private SavedViews own(String account) {
    return database.read(tx -> store.own(tx, of(account)));
  }

  private void keep(String account, SavedViews next) {
    database.write(
        of(account),
        tx -> {
          store.keep(tx, of(account), next);
          return next;
        });
  }
}
