package org.wangge.people;

import static org.wangge.access.Role.ADMINISTRATOR;
import static org.wangge.access.Role.HANDLER;
import static org.wangge.access.Role.LIAISON;
import static org.wangge.access.Role.OPERATOR;
import static org.wangge.access.Role.SUPERVISOR;
import static org.wangge.access.Role.WORKER;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wangge.access.Role;
import org.wangge.word.Word;

/**
 * What is personal, how it is masked, which roles see it whole and to which it can be revealed for
 * a reason: the one table of it. Whoever keeps the accounts can write every field of a person, yet
 * sees no more than others do.
 */
@SuppressWarnings("ImmutableEnumChecker") // pure functions, and sets that nobody can change
public enum PersonalField implements Word {
  /** 姓名 */
  NAME(
      Masking::name,
      Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR),
      Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR)),
  /** 工作电话: colleagues call each other on it. */
  DUTY_PHONE(
      Masking::phone,
      Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR, HANDLER, WORKER),
      Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR)),
  /** 私人电话 */
  PRIVATE_PHONE(Masking::phone, Set.of(), Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR)),
  /** 身份证号 */
  ID_NUMBER(Masking::idNumber, Set.of(), Set.of(LIAISON, ADMINISTRATOR)),
  /** 住址: in an emergency people first serve where they live. */
  HOME_ADDRESS(Masking::address, Set.of(), Set.of(OPERATOR, LIAISON, ADMINISTRATOR)),
  /** 居住网格: code of the grid somebody lives in, where they serve in an emergency. */
  HOME_GRID(
      Masking::grid,
      Set.of(OPERATOR, SUPERVISOR, ADMINISTRATOR),
      Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR)),
  /** 报告人姓名 */
  REPORTER_NAME(
      Masking::name,
      Set.of(OPERATOR, ADMINISTRATOR),
      Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR)),
  /** 报告人电话 */
  REPORTER_PHONE(
      Masking::phone,
      Set.of(OPERATOR, ADMINISTRATOR),
      Set.of(OPERATOR, LIAISON, SUPERVISOR, ADMINISTRATOR));

  private final UnaryOperator<String> mask;
  private final Set<Role> wholeTo;
  private final Set<Role> revealedTo;

  PersonalField(UnaryOperator<String> mask, Set<Role> wholeTo, Set<Role> revealedTo) {
    this.mask = mask;
    this.wholeTo = wholeTo;
    this.revealedTo = revealedTo;
  }

  /** The fields that a {@link Person} has. */
  public static Set<PersonalField> ofPersons() {
    return Set.of(NAME, DUTY_PHONE, PRIVATE_PHONE, ID_NUMBER, HOME_ADDRESS, HOME_GRID);
  }

  /** Roles that see it whole. */
  public Set<Role> wholeTo() {
    return wholeTo;
  }

  /** Whether one of some roles sees it whole. */
  public boolean isWholeTo(Set<Role> roles) {
    return roles.stream().anyMatch(wholeTo::contains);
  }

  /** Whether it can be shown whole to one of some roles, for a reason and on record. */
  public boolean isRevealedTo(Set<Role> roles) {
    return roles.stream().anyMatch(revealedTo::contains);
  }

  /** A value as these roles see it. */
  public Shown shown(String value, Set<Role> roles) {
    if (value.isEmpty() || isWholeTo(roles)) {
      return new Shown(value, false, false);
    }
    return new Shown(mask.apply(value), true, isRevealedTo(roles));
  }

  /** How it is called in requests and answers, such as {@code dutyPhone}. */
  public String member() {
    String[] words = word().split("-", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  /** The field that is called so in requests. */
  public static Optional<PersonalField> findMember(String member) {
    return Arrays.stream(values()).filter(field -> field.member().equals(member)).findFirst();
  }
}
