package org.wangge.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.fault.NotFound;
import org.wangge.people.SecretHash;

/** What is personal of an errand is erased wherever it stands. */
class ErrandErasureTest extends ErrandScene {
  @Test
  void a_resident_withdraws_it_and_has_it_erased() {
    ordered("a");
    refused("version-conflict", () -> orders.withdraw(RESIDENT, "t-a", 2));
    assertThat(orders.withdraw(RESIDENT, "t-a", 1).errand().state())
        .isEqualTo(ErrandState.WITHDRAWN);
    ordered("b");
    orders.erase(RESIDENT, "t-b");
    assertThat(orders.follow(RESIDENT, "t-b").words()).isEqualTo(ErrandWords.NONE);
    assertThat(orders.follow(RESIDENT, "t-b").errand().state()).isEqualTo(ErrandState.WITHDRAWN);
    register.erase(Caller.upkeep(), 1, 2);
    assertThat(orders.follow(RESIDENT, "t-a").words().toString()).doesNotContain("张三");
    assertThatThrownBy(() -> orders.follow(RESIDENT, "t-x")).isInstanceOf(NotFound.class);
  }

  @Test
  void an_erasure_meanwhile_is_not_undone_by_what_is_said_afterwards() {
    dispatched();
    register.accept(ANN, 1, 2);
    store.afterReading(() -> store.erase(tx, RESIDENT, 1));
    register.finish(ANN, 1, 3, "好了", null);
    orders.judge(RESIDENT, "t-a", 4, false, "没有来");
    register.giveBack(OPERATOR, 1, 5, "联系不上");
    store.afterReading(() -> {});
    assertThat(orders.follow(RESIDENT, "t-a").words().name()).isEmpty();
    assertThat(orders.follow(RESIDENT, "t-a").words().phone()).isEmpty();
  }

  @Test
  void an_erasure_reaches_the_photo_and_the_report_that_the_errand_became() {
    dispatched();
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "好了", "waits");
    orders.judge(RESIDENT, "t-a", 4, false, "");
    register.file(OPERATOR, 1, 5, "noise");
    String key = filed.keySet().iterator().next();
    orders.erase(RESIDENT, "t-a");
    assertThat(erased).containsExactly(key);
    assertThat(removed).containsExactly("waits");
    assertThat(register.get(OPERATOR, 1).errand().photoOrNull()).isNull();
    refused("errand-photo-unknown", () -> register.picture(OPERATOR, 1));
    assertThat(tx.events().stream().filter(ErrandEvent.ErrandErased.class::isInstance)).hasSize(1);
  }

  @Test
  void an_incident_or_a_report_that_is_erased_takes_the_words_of_its_errand_along() {
    List.of("a", "b", "c").forEach(this::ordered);
    register.file(OPERATOR, 1, 1, "noise");
    erasure.eraseIncident(tx, OPERATOR, "incident-1");
    assertThat(orders.follow(RESIDENT, "t-a").words()).isEqualTo(ErrandWords.NONE);
    filed.clear();
    register.file(OPERATOR, 2, 1, "noise");
    erasure.eraseReport(tx, OPERATOR, filed.keySet().iterator().next());
    assertThat(orders.follow(RESIDENT, "t-b").words()).isEqualTo(ErrandWords.NONE);
    assertThat(orders.follow(RESIDENT, "t-c").words().name()).isEqualTo("张三");
    assertThat(erased).as("the report is erased where that began").isEmpty();
  }

  @Test
  void the_key_of_its_report_cannot_be_guessed_and_those_filed_formerly_are_erased_too() {
    ordered("a");
    ordered("b");
    filed.put("errand-1", "of somebody who was first");
    register.file(OPERATOR, 1, 1, "noise");
    assertThat(filed.keySet()).contains("errand-" + SecretHash.of("t-a"));
    orders.erase(RESIDENT, "t-a");
    assertThat(erased).doesNotContain("errand-1");
    register.file(OPERATOR, 2, 1, "noise");
    filed.remove("errand-" + SecretHash.of("t-b"));
    filed.put("errand-2", "incident-1");
    orders.erase(RESIDENT, "t-b");
    assertThat(erased).contains("errand-2");
  }

  @Test
  void a_second_photo_takes_the_place_of_the_first() {
    dispatched();
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "", "waits");
    orders.judge(RESIDENT, "t-a", 4, false, "");
    register.dispatch(OPERATOR, 1, 5, List.of("ben"));
    register.accept(BEN, 1, 6);
    register.finish(BEN, 1, 7, "", null);
    assertThat(removed).containsExactly("waits");
  }
}
