package org.wangge.server.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.people.AccountStore;
import org.wangge.people.ApiToken;
import org.wangge.people.Device;
import org.wangge.people.DeviceKind;
import org.wangge.people.TokenText;
import org.wangge.server.http.Identities.Known;

/** Puts together what programs and devices show: tokens, and the secrets of walls and phones. */
public final class CredentialModule {
  private static final Duration TOKEN_FRESH = Duration.ofSeconds(1);
  private static final int MOST_TOKENS = 5_000;

  /** They say something every few seconds: what is read of one serves for some messages. */
  private static final Duration PHONE_FRESH = Duration.ofSeconds(15);

  private static final int MOST_PHONES = 60_000;

  private final Transactions transactions;
  private final AccountStore accounts;
  private final RightsOfAccounts rights;
  private final TokenDesk tokens;
  private final SecretBook<Caller> book;
  private final SecretBook<Device> phones;
  private final DeviceDesk devices;
  private final TokenHttp tokenHttp;
  private final DeviceHttp deviceHttp;

  /**
   * Puts it together.
   *
   * @param proof what is asked of whoever wants a token
   * @param clock the program's
   * @param machine the machine's, in whose time people type codes
   */
  CredentialModule(
      Transactions transactions,
      AccountStore accounts,
      RightsOfAccounts rights,
      FreshProof proof,
      Clock clock,
      Clock machine) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.rights = rights;
    tokens = new TokenDesk(transactions, new JdbcTokenStore(), accounts);
    book = new SecretBook<>(this::callerOf, TOKEN_FRESH, MOST_TOKENS, clock);
    devices = new DeviceDesk(transactions, new JdbcDeviceStore(), machine);
    phones = new SecretBook<>(devices::findAny, PHONE_FRESH, MOST_PHONES, clock);
    tokenHttp = new TokenHttp(tokens, proof, clock);
    deviceHttp = new DeviceHttp(devices);
  }

  /** Whose a token or a phone's secret is. */
  Optional<Known> findByToken(String secret) {
    if (TokenText.DEVICE.isOne(secret)) {
      return findDevice(secret, DeviceKind.PHONE);
    }
    Optional<Caller> caller = book.find(secret);
    return caller.map(
        known ->
            new Known(
                known,
                () ->
                    callerOf(secret)
                        .filter(now -> now.rights().equals(known.rights()))
                        .isPresent()));
  }

  private Optional<Caller> callerOf(String secret) {
    return tokens.find(secret).flatMap(token -> transactions.read(tx -> callerOf(tx, token)));
  }

  private Optional<Caller> callerOf(Tx tx, ApiToken token) {
    // Whoever gave it a role that wants a second factor had shown one.
    return accounts
        .find(tx, token.account())
        .filter(rights::isUsable)
        .map(
            account ->
                new Caller(
                    account.id(),
                    token.narrowed(rights.of(tx, account, true, tx.now())),
                    Purpose.USE,
                    new Origin(null, "token-" + token.id()),
                    account.staffCodeOrNull()));
  }

  /** Looks up every token anew from now on. */
  void forget() {
    book.forget();
    phones.forget();
  }

  /** Whose a wall's secret is. */
  Optional<Known> findWall(String secret) {
    return findDevice(secret, DeviceKind.WALL);
  }

  private Optional<Known> findDevice(String secret, DeviceKind kind) {
    return devices
        .find(secret)
        .filter(device -> device.kind() == kind)
        .map(Device::caller)
        .map(caller -> new Known(caller, () -> devices.find(secret).isPresent()));
  }

  public TokenHttp tokens() {
    return tokenHttp;
  }

  /** Where walls and phones are let in. */
  public DeviceDesk deviceDesk() {
    return devices;
  }

  /** The device of a secret that apps on phones show, let in or not. */
  public Optional<Device> findPhone(String secret) {
    return phones.find(secret);
  }

  public DeviceHttp devices() {
    return deviceHttp;
  }
}
