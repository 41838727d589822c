package org.wangge.audit;

import java.util.Map;

/**
 * What somebody did, saw or was refused. Who, as what, when and from where is added by the
 * transaction that carries it. Ids, codes and numbers only: never a name, a phone number or free
 * text, so that erasing a person leaves every record valid.
 *
 * @param action stable word in kebab case, such as {@code person-revealed}
 * @param subject id or code of the thing; empty where there is none
 * @param outcome how it ended
 * @param facts ids, codes and numbers that tell the rest
 * @param why a word of a list, with the number of a case after a blank where there is one; empty
 *     where none is asked for
 */
public record AuditEntry(
    String action, String subject, Outcome outcome, Map<String, Object> facts, String why) {

  public AuditEntry {
    facts = Map.copyOf(facts);
  }

  /** Something that was done, without a reason asked for. */
  public static AuditEntry done(String action, String subject, Map<String, Object> facts) {
    return new AuditEntry(action, subject, Outcome.DONE, facts, "");
  }

  /** Something that was refused. */
  public static AuditEntry refused(String action, String subject, Map<String, Object> facts) {
    return new AuditEntry(action, subject, Outcome.REFUSED, facts, "");
  }
}
