package org.wangge.emergency;

import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/**
 * Whom to call in a grid while an emergency lasts there; shown to everybody on the grid's card.
 *
 * @param name of a person or an office
 * @param phone of a duty, not of a private person
 */
public record EmergencyContact(String name, String phone) {
  /** Characters of the longest name. */
  public static final int LONGEST_NAME = 60;

  private static final Pattern PHONE = Pattern.compile("[0-9+*()][0-9+*() -]{2,29}");

  /**
   * @throws Invalid with code {@code emergency-contact}
   */
  public EmergencyContact {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Invalid("contact.name", "emergency-contact");
    }
    if (!PHONE.matcher(phone).matches()) {
      throw new Invalid("contact.phone", "emergency-contact");
    }
  }

  /** Nothing that was entered gets into a log by being printed. */
  @Override
  public String toString() {
    return "EmergencyContact";
  }
}
