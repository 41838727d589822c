package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;

class SecretBookTest {
  private final Map<String, Caller> store = new HashMap<>(Map.of("secret", caller("sensor")));
  private final SetClock clock = new SetClock();
  private Runnable whileReading = () -> {};
  private int readings;

  private final SecretBook<Caller> book =
      new SecretBook<>(this::read, Duration.ofSeconds(1), 100, clock);

  private static Caller caller(String account) {
    return Caller.of(account, Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE);
  }

  private Optional<Caller> read(String secret) {
    readings++;
    Optional<Caller> found = Optional.ofNullable(store.get(secret));
    whileReading.run();
    return found;
  }

  @Test
  void one_that_was_just_shown_is_not_looked_up_again_for_a_second() {
    assertThat(book.find("secret")).contains(caller("sensor"));
    clock.pass(Duration.ofMillis(999));
    assertThat(book.find("secret")).contains(caller("sensor"));
    assertThat(readings).isEqualTo(1);
    store.remove("secret");
    clock.pass(Duration.ofMillis(1));
    assertThat(book.find("secret")).as("revoked at another server").isEmpty();
  }

  @Test
  void after_a_change_here_it_is_looked_up_at_once() {
    assertThat(book.find("secret")).isPresent();
    store.remove("secret");
    book.forget();
    assertThat(book.find("secret")).isEmpty();
  }

  @Test
  void a_change_while_it_is_being_looked_up_is_not_missed() {
    whileReading =
        () -> {
          store.remove("secret");
          book.forget();
          whileReading = () -> {};
        };
    assertThat(book.find("secret")).as("as it was when it was read").isPresent();
    assertThat(book.find("secret")).isEmpty();
  }

  @Test
  void one_that_is_none_is_looked_up_each_time_and_a_clock_put_back_keeps_nothing() {
    assertThat(book.find("other")).isEmpty();
    store.put("other", caller("other"));
    assertThat(book.find("other")).isPresent();
    clock.pass(Duration.ofHours(-1));
    store.remove("other");
    assertThat(book.find("other")).isEmpty();
  }
}
