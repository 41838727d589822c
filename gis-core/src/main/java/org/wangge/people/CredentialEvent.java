package org.wangge.people;

import java.util.Map;
import org.wangge.event.DomainEvent;

/** What happens to what people, programs and devices show besides a password. */
public sealed interface CredentialEvent extends DomainEvent {

  /** The account asks for a code of an app from now on. */
  record SecondFactorConfirmed(String subject) implements CredentialEvent {
    @Override
    public String type() {
      return "people-second-factor-confirmed";
    }
  }

  /** It asks for none any more. */
  record SecondFactorRemoved(String subject) implements CredentialEvent {
    @Override
    public String type() {
      return "people-second-factor-removed";
    }
  }

  /** Someone got in with a recovery code in place of the phone. */
  record RecoveryCodeUsed(String subject, int left) implements CredentialEvent {
    @Override
    public String type() {
      return "people-recovery-code-used";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("left", left);
    }
  }

  /** There are new recovery codes, and the old ones are good for nothing. */
  record RecoveryCodesReplaced(String subject) implements CredentialEvent {
    @Override
    public String type() {
      return "people-recovery-codes-replaced";
    }
  }

  /** A program may act for an account. */
  record TokenIssued(String subject, String account) implements CredentialEvent {
    @Override
    public String type() {
      return "people-token-issued";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("account", account);
    }
  }

  /** It may no longer. */
  record TokenRevoked(String subject, String account) implements CredentialEvent {
    @Override
    public String type() {
      return "people-token-revoked";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("account", account);
    }
  }

  /** A wall or a phone may act. */
  record DeviceAdded(String subject, DeviceKind kind) implements CredentialEvent {
    @Override
    public String type() {
      return "people-device-added";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("kind", kind.word());
    }
  }

  /** It may no longer. */
  record DeviceRevoked(String subject, DeviceKind kind) implements CredentialEvent {
    @Override
    public String type() {
      return "people-device-revoked";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("kind", kind.word());
    }
  }

  /** Single sign-on opens an account from now on, for somebody whom a provider knows. */
  record IdentityLinked(String subject, long identity) implements CredentialEvent {
    @Override
    public String type() {
      return "people-identity-linked";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("identity", identity);
    }
  }

  /** It opens it no longer. */
  record IdentityUnlinked(String subject, long identity) implements CredentialEvent {
    @Override
    public String type() {
      return "people-identity-unlinked";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("identity", identity);
    }
  }

  @Override
  default Map<String, Object> facts() {
    return Map.of();
  }
}
