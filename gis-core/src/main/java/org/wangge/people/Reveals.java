package org.wangge.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.audit.AuditEntry;
import org.wangge.audit.Outcome;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;

/**
 * The one way in which a masked value is shown whole: what is asked for and why goes on record in
 * the transaction that reads it, so that what cannot be recorded is not shown; a refusal goes on
 * record too. Thread-safe.
 */
public final class Reveals {
  private final Transactions transactions;

  public Reveals(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What is to be shown.
   *
   * @param value whole
   * @param roles as what the caller may see it
   */
  public record Hidden(String value, Set<Role> roles) {}

  /**
   * What is asked for, as it goes on record.
   *
   * @param action word of the audit
   * @param subject id or code of what it belongs to
   * @param field what
   * @param facts ids, codes and numbers that tell the rest
   * @param why why
   */
  public record Request(
      String action, String subject, PersonalField field, Map<String, Object> facts, Why why) {

    public Request {
      facts = Map.copyOf(facts);
    }

    private AuditEntry entry(Outcome outcome) {
      Map<String, Object> all = new HashMap<>(facts);
      all.put("field", field.word());
      return new AuditEntry(action, subject, outcome, all, why.text());
    }
  }

  /**
   * Shows a value whole.
   *
   * @param find reads it, or refuses where the caller may not see what it belongs to
   * @throws Forbidden with code {@code reveal-refused} where no role of the caller may have it
   */
  public String reveal(Caller caller, Request request, Function<Tx, Hidden> find) {
    Optional<String> revealed =
        transactions.write(
            caller,
            tx -> {
              Hidden hidden = find.apply(tx);
              boolean allowed = request.field().isRevealedTo(hidden.roles());
              tx.audit(request.entry(allowed ? Outcome.DONE : Outcome.REFUSED));
              return allowed ? Optional.of(hidden.value()) : Optional.empty();
            });
    return revealed.orElseThrow(() -> new Forbidden("reveal-refused"));
  }
}
