package org.wangge.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with who, as what, when and from where.
 *
 * @param id chosen at random before it is stored, its first bits being the time, so that ids grow
 *     with time
 * @param writer which installation wrote it
 * @param at when, by the installation's clock
 * @param account id of the account
 * @param roles words of the roles it was asked with, sorted
 * @param addressOrNull network address of the machine it was asked from
 * @param sessionOrNull id of the session or token, never its secret
 * @param entry what, on what, how it ended and why
 */
public record AuditRecord(
    UUID id,
    String writer,
    Instant at,
    String account,
    List<String> roles,
    @Nullable String addressOrNull,
    @Nullable String sessionOrNull,
    AuditEntry entry) {

  public AuditRecord {
    roles = List.copyOf(roles);
  }

  public Optional<String> address() {
    return Optional.ofNullable(addressOrNull);
  }

  public Optional<String> session() {
    return Optional.ofNullable(sessionOrNull);
  }

  public String action() {
    return entry.action();
  }

  public String subject() {
    return entry.subject();
  }

  public Outcome outcome() {
    return entry.outcome();
  }

  public Map<String, Object> facts() {
    return entry.facts();
  }

  public String why() {
    return entry.why();
  }
}
