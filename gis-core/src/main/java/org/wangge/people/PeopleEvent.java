package org.wangge.people;

import java.util.Map;
import java.util.Optional;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.grid.AreaKey;

/** What happens to accounts. */
public sealed interface PeopleEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE =
      (caller, event) ->
          caller.has(Right.KEEP_ACCOUNTS) && caller.with(Right.KEEP_ACCOUNTS).scope().everywhere();

  /** Id of the account. */
  String account();

  @Override
  default String subject() {
    return account();
  }

  @Override
  default Map<String, Object> facts() {
    return Map.of();
  }

  /** One was added. */
  record AccountAdded(String account) implements PeopleEvent {
    @Override
    public String type() {
      return "people-account-added";
    }
  }

  /** One was disabled, or made usable again. */
  record AccountStateChanged(String account, AccountState state) implements PeopleEvent {
    @Override
    public String type() {
      return "people-account-state-changed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("state", state.word());
    }
  }

  /**
   * A password was set.
   *
   * @param byOwner whether by whoever knew the old one
   */
  record PasswordSet(String account, boolean byOwner) implements PeopleEvent {
    @Override
    public String type() {
      return "people-password-set";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("byOwner", byOwner);
    }
  }

  /** A role was given. */
  record Granted(String account, long grant, Role role, Optional<AreaKey> area)
      implements PeopleEvent {
    @Override
    public String type() {
      return "people-granted";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "grant", grant, "role", role.word(), "area", area.map(AreaKey::toString).orElse(""));
    }
  }

  /** A role was taken back. */
  record GrantEnded(String account, long grant, Role role) implements PeopleEvent {
    @Override
    public String type() {
      return "people-grant-ended";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grant", grant, "role", role.word());
    }
  }

  /** Tokens of its programs were revoked with the password. */
  record TokensRevoked(String account, int count) implements PeopleEvent {
    @Override
    public String type() {
      return "people-tokens-revoked";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }

  /** Sessions were ended before their time. */
  record SessionsEnded(String account, int count) implements PeopleEvent {
    @Override
    public String type() {
      return "people-sessions-ended";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }
}
