package org.wangge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditRecordTest {
  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-0000000000ff");
  private static final Instant AT = Instant.parse("2026-11-03T08:00:00Z");

  @Test
  void it_tells_what_its_entry_tells() {
    AuditEntry entry =
        new AuditEntry(
            "person-revealed", "W-7", Outcome.REFUSED, Map.of("field", "name"), "case 12");
    AuditRecord record = record(List.of("operator"), null, entry);
    assertThat(record.action()).isEqualTo("person-revealed");
    assertThat(record.subject()).isEqualTo("W-7");
    assertThat(record.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(record.facts()).containsExactly(Map.entry("field", "name"));
    assertThat(record.why()).isEqualTo("case 12");
  }

  @Test
  void what_is_done_with_what_it_was_made_of_changes_nothing_in_it() {
    List<String> roles = new ArrayList<>(List.of("operator"));
    Map<String, Object> facts = new HashMap<>(Map.of("version", 2));
    AuditRecord record = record(roles, null, AuditEntry.done("account-changed", "kim", facts));
    roles.add("administrator");
    facts.put("version", 3);
    assertThat(record.roles()).containsExactly("operator");
    assertThat(record.facts()).containsEntry("version", 2);
  }

  @Test
  void where_it_came_from_may_be_unknown() {
    AuditEntry entry = AuditEntry.refused("signed-in", "kim", Map.of());
    assertThat(record(List.of(), null, entry).address()).isEmpty();
    assertThat(record(List.of(), null, entry).session()).isEmpty();
    assertThat(record(List.of(), "192.0.2.1", entry).address()).contains("192.0.2.1");
    assertThat(record(List.of(), "192.0.2.1", entry).session()).contains("session-192.0.2.1");
  }

  @Test
  void an_outcome_is_found_by_its_word() {
    assertThat(AuditEntry.done("x", "", Map.of()).outcome().word()).isEqualTo("done");
    assertThat(Outcome.find("refused")).contains(Outcome.REFUSED);
    assertThat(Outcome.find("REFUSED")).isEmpty();
  }

  private static AuditRecord record(
      List<String> roles, @Nullable String address, AuditEntry entry) {
    String session = address == null ? null : "session-" + address;
    return new AuditRecord(ID, "main", AT, "kim", roles, address, session, entry);
  }
}
