package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.audit.AuditEntry;
import org.wangge.audit.Outcome;
import org.wangge.event.DomainEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;

class RevealsTest {
  private static final String NUMBER = "110101199001010034";
  private static final Caller CALLER =
      Caller.of("kim", Set.of(Role.LIAISON), AreaScope.unlimited(), Purpose.USE);
  private static final Reveals.Request REQUEST =
      new Reveals.Request(
          "person-revealed",
          "W-7",
          PersonalField.ID_NUMBER,
          Map.of("version", 3),
          new Why(RevealReason.CASE, "2026-12"));

  private final Kept kept = new Kept();
  private final Reveals reveals = new Reveals(kept);

  @Test
  void who_may_have_it_sees_it_whole_and_that_goes_on_record() {
    assertThat(reveal(Role.LIAISON)).isEqualTo(NUMBER);
    assertThat(kept.entries)
        .containsExactly(
            new AuditEntry(
                "person-revealed",
                "W-7",
                Outcome.DONE,
                Map.of("version", 3, "field", "id-number"),
                "case 2026-12"));
  }

  @Test
  void a_refusal_goes_on_record_too_and_is_not_undone_by_being_told() {
    assertThatThrownBy(() -> reveal(Role.OPERATOR))
        .isInstanceOfSatisfying(
            Forbidden.class, fault -> assertThat(fault.code()).isEqualTo("reveal-refused"));
    assertThat(kept.entries).extracting(AuditEntry::outcome).containsExactly(Outcome.REFUSED);
  }

  @Test
  void what_cannot_be_recorded_is_not_shown() {
    kept.full = true;
    assertThatThrownBy(() -> reveal(Role.LIAISON)).hasMessage("disk full");
  }

  @Test
  void what_the_caller_may_not_see_at_all_is_refused_by_who_finds_it() {
    assertThatThrownBy(
            () ->
                reveals.reveal(
                    CALLER,
                    REQUEST,
                    tx -> {
                      throw new NotFound("person-unknown", Map.of());
                    }))
        .isInstanceOf(NotFound.class);
    assertThat(kept.entries).isEmpty();
  }

  @Test
  void what_goes_on_record_never_holds_the_value() {
    assertThat(reveal(Role.ADMINISTRATOR)).isEqualTo(NUMBER);
    assertThat(kept.entries.toString()).doesNotContain(NUMBER);
  }

  private String reveal(Role role) {
    return reveals.reveal(CALLER, REQUEST, tx -> new Reveals.Hidden(NUMBER, Set.of(role)));
  }

  /** Keeps what is audited by transactions that end well. */
  private static final class Kept implements Transactions {
    private final List<AuditEntry> entries = new ArrayList<>();
    private boolean full;

    @Override
    public <T> T write(Caller caller, Function<Tx, T> work) {
      List<AuditEntry> written = new ArrayList<>();
      T result = work.apply(tx(written));
      entries.addAll(written);
      return result;
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
      throw new AssertionError("a reveal must be able to write");
    }

    private Tx tx(List<AuditEntry> written) {
      return new Tx() {
        @Override
        public Instant now() {
          return Instant.EPOCH;
        }

        @Override
        public void record(DomainEvent event) {
          throw new AssertionError("a reveal is no event");
        }

        @Override
        public void audit(AuditEntry entry) {
          if (full) {
            throw new IllegalStateException("disk full");
          }
          written.add(entry);
        }
      };
    }
  }
}
