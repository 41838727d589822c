package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.people.SignInThrottle.Answer;
import org.wangge.people.SignInThrottle.Rule;

class SignInThrottleTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final String CENTRE = "10.0.0.1";

  private final SignInThrottle throttle = new SignInThrottle();

  /** Some machines begin to count below zero. */
  private long now = -5 * SECOND;

  @Test
  void five_failures_a_minute_are_heard_at_one_account_from_one_address() {
    for (int i = 0; i < 5; i++) {
      assertThat(fails("planner", CENTRE)).isTrue();
      now += SECOND;
    }
    Answer sixth = throttle.begin("planner", CENTRE, now);
    assertThat(sixth.rule()).isEqualTo(Rule.ADDRESS_AT_ACCOUNT);
    assertThat(sixth.retryAfterSeconds()).isEqualTo(55);
    assertThat(fails("approver", CENTRE)).as("another account").isTrue();
    assertThat(fails("planner", "10.0.0.2")).as("another address").isTrue();
    now += 55 * SECOND - 1;
    assertThat(fails("planner", CENTRE)).isFalse();
    now += 1;
    assertThat(fails("planner", CENTRE)).isTrue();
    assertThat(fails("planner", CENTRE)).as("it slides, it does not start afresh").isFalse();
  }

  @Test
  void waiting_is_no_failure() {
    fail5("planner", CENTRE);
    for (int i = 0; i < 1000; i++) {
      assertThat(fails("planner", CENTRE)).isFalse();
    }
    now += MINUTE;
    assertThat(fails("planner", CENTRE)).isTrue();
  }

  @Test
  void sixty_failures_a_minute_are_heard_from_one_address() {
    int heard = 0;
    for (int i = 0; i < 200; i++) {
      heard += fails("account-" + i, CENTRE) ? 1 : 0;
    }
    assertThat(heard).isEqualTo(60);
    assertThat(throttle.begin("another", CENTRE, now).rule()).isEqualTo(Rule.ADDRESS);
    assertThat(fails("another", "10.0.0.2")).isTrue();
  }

  @Test
  void sixty_people_behind_one_address_sign_in_within_a_minute_though_some_mistype() {
    // All have begun before the first is done with.
    for (int i = 0; i < 60; i++) {
      assertThat(throttle.begin("person-" + i, CENTRE, now + i).isAllowed()).isTrue();
    }
    for (int i = 0; i < 60; i++) {
      if (i % 3 > 0) {
        throttle.succeeded("person-" + i, CENTRE, now + i);
      }
    }
    now += SECOND;
    for (int i = 0; i < 60; i += 3) {
      assertThat(signsIn("person-" + i, CENTRE)).isTrue();
    }
    for (int i = 60; i < 100; i++) {
      assertThat(signsIn("person-" + i, CENTRE)).isTrue();
    }
  }

  @Test
  void who_comes_at_the_same_moment_as_sixty_others_waits_for_a_second_and_not_for_a_minute() {
    for (int i = 0; i < 5; i++) {
      assertThat(fails("mistyped-" + i, CENTRE)).isTrue();
    }
    int begun = 0;
    for (int i = 0; i < 60; i++) {
      begun += throttle.begin("person-" + i, CENTRE, now).isAllowed() ? 1 : 0;
    }
    assertThat(begun).as("what is looked at may all be wrong").isEqualTo(55);
    assertThat(throttle.begin("person-59", CENTRE, now).retryAfterSeconds()).isEqualTo(1);
    for (int i = 0; i < 55; i++) {
      throttle.succeeded("person-" + i, CENTRE, now);
    }
    assertThat(signsIn("person-59", CENTRE)).isTrue();
  }

  @Test
  void an_attempt_that_nobody_told_the_end_of_does_not_count_for_others_for_ever() {
    for (int i = 0; i < 60; i++) {
      assertThat(throttle.begin("person-" + i, CENTRE, now).isAllowed()).isTrue();
    }
    assertThat(throttle.begin("another", CENTRE, now).rule()).isEqualTo(Rule.ADDRESS);
    now += 10 * SECOND;
    assertThat(throttle.begin("another", CENTRE, now).isAllowed()).isTrue();
  }

  @Test
  void a_thousand_at_once_are_not_let_through_before_the_first_has_failed() {
    int begun = 0;
    for (int i = 0; i < 1000; i++) {
      begun += throttle.begin("planner", CENTRE, now).isAllowed() ? 1 : 0;
    }
    assertThat(begun).isEqualTo(5);
  }

  @Test
  void what_was_not_decided_does_not_count() {
    for (int i = 0; i < 50; i++) {
      now += SECOND;
      assertThat(throttle.begin("planner", CENTRE, now).isAllowed()).isTrue();
      throttle.undecided("planner", CENTRE, now);
    }
    fail5("planner", CENTRE);
    assertThat(fails("planner", CENTRE)).isFalse();
  }

  @Test
  void fifty_guesses_a_second_for_a_minute_from_one_address_let_five_through() {
    assertThat(guesses(1, 50)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 3000})
  void from_many_addresses_they_let_ten_through_and_then_twenty_a_minute(int addresses) {
    assertThat(guesses(addresses, 50)).isBetween(10, 30);
    // By now each address has to keep a pause of minutes.
    assertThat(guesses(addresses, 50)).isBetween(0, 20);
  }

  @Test
  void an_hour_of_guessing_from_everywhere_lets_through_what_is_promised() {
    int through = 0;
    for (int minute = 0; minute < 60; minute++) {
      through += guesses(5000, 50);
    }
    assertThat(through).isBetween(600, 60 * 20 + 10);
  }

  /** Whatever anyone else does, in any order, the owner gets in where they got in before. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nobody_elses_failures_lock_a_known_address_out(long seed) {
    Random random = new Random(seed);
    assertThat(signsIn("planner", CENTRE)).isTrue();
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(1, 200) * 1_000_000L;
      boolean behindSameAddress = random.nextInt(4) == 0;
      if (behindSameAddress) {
        var unused = fails("account-" + random.nextInt(300), CENTRE);
      } else {
        var unused = fails("planner", "10.1." + random.nextInt(20) + "." + random.nextInt(100));
      }
      if (random.nextInt(500) == 0) {
        assertThat(throttle.begin("planner", CENTRE, now).rule()).isEqualTo(Rule.NONE);
        throttle.succeeded("planner", CENTRE, now);
      }
    }
  }

  @Test
  void the_owner_gets_in_from_a_new_address_while_one_machine_guesses() {
    var unused = guesses(1, 50);
    assertThat(signsIn("planner", "10.9.9.9")).isTrue();
    assertThat(signsIn("planner", "10.9.9.9")).as("known now").isTrue();
  }

  @Test
  void the_pause_of_strangers_ends_when_they_stop() {
    for (int minute = 0; minute < 30; minute++) {
      var unused = guesses(5000, 50);
    }
    now += 40 * MINUTE;
    for (int i = 0; i < 5; i++) {
      assertThat(fails("planner", "10.9.9.9")).isTrue();
    }
  }

  @Test
  void only_the_newest_eight_addresses_are_known() {
    for (int i = 1; i <= 9; i++) {
      assertThat(signsIn("planner", "10.0.0." + i)).isTrue();
    }
    for (int minute = 0; minute < 5; minute++) {
      var unused = guesses(5000, 50);
    }
    assertThat(throttle.begin("planner", "10.0.0.9", now).isAllowed()).isTrue();
    assertThat(throttle.begin("planner", "10.0.0.1", now).rule())
        .isEqualTo(Rule.STRANGERS_AT_ACCOUNT);
  }

  @Test
  void memory_is_bounded_and_what_is_refused_leaves_no_trace() {
    assertThat(signsIn("planner", CENTRE)).isTrue();
    for (int i = 0; i < 100_000; i++) {
      now += 1_000_000L;
      var unused = fails("x".repeat(500) + i, "10.2." + i / 250 + "." + i % 250);
      unused = fails("name-" + i, "10.3.0.1");
    }
    assertThat(throttle.size()).isLessThanOrEqualTo(80_000);
    int before = throttle.size();
    for (int i = 0; i < 1000; i++) {
      var unused = fails("other-" + i, "10.3.0.1");
    }
    assertThat(throttle.size()).isLessThanOrEqualTo(before + 180);
    fail5("planner", CENTRE);
    now += MINUTE;
    assertThat(signsIn("planner", CENTRE)).isTrue();
  }

  /** How many of a minute's guesses at one account are let through. */
  private int guesses(int addresses, int perSecond) {
    int through = 0;
    for (int i = 0; i < 60 * perSecond; i++) {
      int from = i % addresses;
      through += fails("planner", "10.1." + from / 250 + "." + from % 250) ? 1 : 0;
      now += SECOND / perSecond;
    }
    return through;
  }

  private void fail5(String account, String address) {
    for (int i = 0; i < 5; i++) {
      assertThat(fails(account, address)).isTrue();
    }
  }

  /** Whether the attempt was heard; its password is wrong. */
  private boolean fails(String account, String address) {
    boolean allowed = throttle.begin(account, address, now).isAllowed();
    if (allowed) {
      throttle.failed(account, address, now);
    }
    return allowed;
  }

  private boolean signsIn(String account, String address) {
    boolean allowed = throttle.begin(account, address, now).isAllowed();
    if (allowed) {
      throttle.succeeded(account, address, now);
    }
    return allowed;
  }
}
