package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenIdNotesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final OpenIdNotes.Note NOTE =
      new OpenIdNotes.Note("n1", NOW.plusSeconds(600), Map.of("account", "陈"));

  private final OpenIdNotes notes = at(NOW);

  @Test
  void a_note_comes_back_from_any_server_with_the_key_until_it_is_over() {
    String sealed = notes.seal("attempt", NOTE);
    assertThat(sealed).matches("[A-Za-z0-9_-]+");
    assertThat(at(NOW.plusSeconds(599)).open("attempt", sealed)).contains(NOTE);
    assertThat(at(NOW.plusSeconds(600)).open("attempt", sealed)).isEmpty();
    assertThat(new OpenIdNotes(key(1), clock(NOW)).open("attempt", sealed)).isEmpty();
  }

  @Test
  void it_opens_as_its_own_kind_and_whole_or_not_at_all() {
    String sealed = notes.seal("attempt", NOTE);
    assertThat(notes.open("outcome", sealed)).isEmpty();
    for (String torn : new String[] {"", "a", "AAAAAAAAAAAAAAAA", sealed.substring(4), "é", "%"}) {
      assertThat(notes.open("attempt", torn)).as(torn).isEmpty();
    }
  }

  @Test
  void it_is_used_up_once() {
    String sealed = notes.seal("attempt", NOTE);
    assertThat(notes.use(NOTE)).isTrue();
    assertThat(notes.use(NOTE)).isFalse();
    assertThat(notes.open("attempt", sealed)).isEmpty();
  }

  private static OpenIdNotes at(Instant now) {
    return new OpenIdNotes(key(0), clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static byte[] key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return key;
  }
}
