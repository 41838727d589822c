package org.wangge.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Forbidden;

/**
 * Who asks. Every core rule, query and store read takes one, so that no right depends on a page.
 *
 * @param account id of the account, never a name
 * @param rights what the account may be, and where
 * @param purpose why
 * @param origin from where
 * @param staffCodeOrNull code of the person; null for nobody
 */
public record Caller(
    String account,
    Rights rights,
    Purpose purpose,
    Origin origin,
    @Nullable String staffCodeOrNull) {
  private static final String ANONYMOUS = "anonymous";

  /** Nobody's account. */
  public Caller(String account, Rights rights, Purpose purpose, Origin origin) {
    this(account, rights, purpose, origin, null);
  }

  /** Some roles, all in one scope, from nowhere that is known. */
  public static Caller of(String account, Set<Role> roles, AreaScope scope, Purpose purpose) {
    return new Caller(account, Rights.of(roles, scope), purpose, Origin.UNKNOWN, null);
  }

  /** Someone without an account. */
  public static Caller anonymous() {
    return of(ANONYMOUS, Set.of(Role.RESIDENT), AreaScope.unlimited(), Purpose.USE);
  }

  /** Someone without an account who may look at the wall, as in a demonstration. */
  public static Caller visitor() {
    return of(ANONYMOUS, Set.of(Role.RESIDENT, Role.WALL), AreaScope.unlimited(), Purpose.USE);
  }

  /** The program itself, doing upkeep that no person asked for. */
  public static Caller upkeep() {
    return of("wangge", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.UPKEEP);
  }

  /** Whoever owns the data folder, at the machine itself. */
  public static Caller owner() {
    return of("owner", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.DATA_CARE);
  }

  public boolean isAnonymous() {
    return account.equals(ANONYMOUS);
  }

  public Set<Role> roles() {
    return rights.roles();
  }

  /** Where any of the caller's roles is held. */
  public AreaScope scope() {
    return rights.scope();
  }

  /** Code of the person; empty for nobody. */
  public Optional<String> staffCode() {
    return Optional.ofNullable(staffCodeOrNull);
  }

  /** The same, asking from somewhere. */
  public Caller from(Origin where) {
    return new Caller(account, rights, purpose, where, staffCodeOrNull);
  }

  public boolean isAny(Role... wanted) {
    return Set.of(wanted).stream().anyMatch(roles()::contains);
  }

  /** Whether any role of the caller is of someone who works here. */
  public boolean isStaff() {
    return roles().stream().anyMatch(Role::isStaff);
  }

  public boolean has(Right right) {
    return right.isIn(rights);
  }

  /**
   * The same caller with nothing but what brings a right: the scope is that of these roles alone.
   *
   * @throws Forbidden with code {@code role-missing}, or {@code area-scope} for a right that must
   *     be held everywhere
   */
  public Caller with(Right right) {
    Rights left = rights.only(right.roles());
    if (!right.isIn(left)) {
      throw new Forbidden(left.scopes().isEmpty() ? "role-missing" : "area-scope");
    }
    return new Caller(account, left, purpose, origin, staffCodeOrNull);
  }
}
