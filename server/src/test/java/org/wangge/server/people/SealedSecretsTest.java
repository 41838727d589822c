package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
  private static final byte[] SECRET = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  private final SealedSecrets sealed = new SealedSecrets(key(1));

  @Test
  void a_secret_is_opened_again_for_its_account_alone() {
    String kept = sealed.seal("liaison", SECRET);
    assertThat(sealed.open("liaison", kept)).isEqualTo(SECRET);
    assertThat(sealed.seal("liaison", SECRET)).isNotEqualTo(kept);
    assertThatThrownBy(() -> sealed.open("admin", kept)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void another_key_opens_nothing() {
    String kept = sealed.seal("liaison", SECRET);
    SealedSecrets other = new SealedSecrets(key(2));
    assertThatThrownBy(() -> other.open("liaison", kept)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new SealedSecrets(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_single_changed_bit_is_noticed() {
    byte[] kept = Base64.getDecoder().decode(sealed.seal("liaison", SECRET));
    for (int i = 0; i < kept.length; i++) {
      byte[] changed = kept.clone();
      changed[i] ^= 4;
      String text = Base64.getEncoder().encodeToString(changed);
      assertThatThrownBy(() -> sealed.open("liaison", text))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}
