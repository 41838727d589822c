package org.wangge.server.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://192.0.2.7/wangge?user=wangge&password=x",
        "jdbc:postgresql://192.0.2.7:5432/wangge",
        "postgresql://192.0.2.7/wangge?sslmode=require",
        "postgresql://192.0.2.7/wangge?sslmode=prefer&note=sslmode%3Dverify-full",
        "postgresql://localhost,192.0.2.7/wangge",
        "postgresql://no-such-host.invalid/wangge"
      })
  void a_database_on_another_machine_is_reached_by_a_checked_way_or_not_at_all(String url) {
    assertThatThrownBy(() -> new DatabaseAddress(url).requireSafe())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sslmode=verify-full")
        .hasMessageContaining("--database-unverified")
        .hasMessageNotContaining("password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://192.0.2.7/wangge?user=wangge&sslmode=verify-full",
        "jdbc:postgresql://db.example/wangge?sslmode=verify-full&sslrootcert=ca.pem",
        "postgresql://localhost:5432/wangge",
        "postgresql://127.0.0.1/wangge?sslmode=disable",
        "postgresql://[::1]/wangge",
        "jdbc:postgresql:wangge"
      })
  void this_machine_and_a_checked_way_are_fine(String url) {
    assertThatCode(() -> new DatabaseAddress(url).requireSafe()).doesNotThrowAnyException();
  }
}
