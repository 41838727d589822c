package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;

class StreamTicketsTest {
  private static final String LIVE = "/api/live";
  private static final Caller NOBODY = Caller.anonymous();

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean session = new AtomicBoolean(true);
  private final StreamTickets tickets = new StreamTickets(nanos::get);

  @Test
  void a_ticket_lets_its_holder_in_once() {
    String ticket = tickets.make(known("a"), LIVE);
    assertThat(ticket).hasSizeGreaterThanOrEqualTo(43);
    assertThat(tickets.use(ticket, LIVE, NOBODY).caller().account()).isEqualTo("a");
    assertRefused(ticket, LIVE, NOBODY);
  }

  @Test
  void after_half_a_minute_it_lets_nobody_in() {
    String ticket = tickets.make(known("a"), LIVE);
    String other = tickets.make(known("a"), LIVE);
    nanos.set(StreamTickets.LIFE.toNanos());
    assertThat(tickets.use(ticket, LIVE, NOBODY)).isNotNull();
    nanos.incrementAndGet();
    assertRefused(other, LIVE, NOBODY);
    assertThat(StreamTickets.LIFE).hasSeconds(30);
  }

  @Test
  void it_is_good_for_its_own_stream_alone_and_used_up_at_another() {
    String ticket = tickets.make(known("a"), LIVE);
    assertRefused(ticket, "/api/live/positions", NOBODY);
    assertRefused(ticket, LIVE, NOBODY);
  }

  @Test
  void another_account_does_not_get_in_by_it() {
    assertRefused(tickets.make(known("a"), LIVE), LIVE, known("b").caller());
    assertThat(tickets.use(tickets.make(known("a"), LIVE), LIVE, known("a").caller())).isNotNull();
  }

  @Test
  void it_ends_with_the_session_it_was_made_in() {
    String ticket = tickets.make(known("a"), LIVE);
    session.set(false);
    assertRefused(ticket, LIVE, NOBODY);
    assertRefused("guess", LIVE, NOBODY);
  }

  @Test
  void who_hoards_them_keeps_nobody_else_out() {
    IntStream.range(0, 100).forEach(i -> tickets.make(known("a"), LIVE));
    assertThatThrownBy(() -> tickets.make(known("a"), LIVE)).isInstanceOf(TooBusy.class);
    assertThat(tickets.make(known("b"), LIVE)).isNotBlank();
    nanos.set(StreamTickets.LIFE.toNanos() + 1);
    assertThat(tickets.make(known("a"), LIVE)).isNotBlank();
  }

  private void assertRefused(String ticket, String path, Caller as) {
    assertThatThrownBy(() -> tickets.use(ticket, path, as))
        .isInstanceOfSatisfying(
            DoorShut.class, shut -> assertThat(shut.code()).isEqualTo("ticket-refused"));
  }

  private Identities.Known known(String account) {
    return new Identities.Known(
        Caller.of(account, Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE),
        session::get);
  }
}
