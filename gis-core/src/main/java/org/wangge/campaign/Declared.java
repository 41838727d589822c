package org.wangge.campaign;

import java.util.Map;
import org.wangge.fault.Invalid;
import org.wangge.people.Masking;

/**
 * What somebody has declared in a form (申报), to be verified where they live.
 *
 * @param reference number of the form, by which its office knows it
 * @param name who, personal; empty where the form does not say
 * @param phone where they can be called, personal; empty where the form does not say
 * @param address where they live, as people write it, personal; empty where only the grid is known
 * @param statement what is declared, in words
 */
public record Declared(
    String reference, String name, String phone, String address, String statement) {
  /** Characters of the longest number of a form, and of the longest name. */
  public static final int LONGEST_NAME = 60;

  /** Characters of the longest phone number. */
  public static final int LONGEST_PHONE = 30;

  /** Characters of the longest address. */
  public static final int LONGEST_ADDRESS = 200;

  /** Characters of the longest statement. */
  public static final int LONGEST_STATEMENT = 500;

  /**
   * @throws Invalid with code {@code campaign-declared} where there is no number or no statement,
   *     or one is too long
   */
  public Declared {
    if (reference.isBlank()
        || statement.isBlank()
        || reference.length() > LONGEST_NAME
        || name.length() > LONGEST_NAME
        || phone.length() > LONGEST_PHONE
        || address.length() > LONGEST_ADDRESS
        || statement.length() > LONGEST_STATEMENT) {
      throw new Invalid("rows", "campaign-declared", Map.of("most", LONGEST_STATEMENT));
    }
  }

  /** As whoever may read it: where to go, and not whom to call. */
  Declared masked() {
    return new Declared(
        reference, Masking.name(name), Masking.phone(phone), address, Masking.numbersIn(statement));
  }

  /** Nothing personal gets into a log by being printed. */
  @Override
  public String toString() {
    return "declared " + reference;
  }
}
