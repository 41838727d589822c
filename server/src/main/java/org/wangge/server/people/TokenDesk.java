package org.wangge.server.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.people.AccountStore;
import org.wangge.people.ApiToken;
import org.wangge.people.CredentialEvent.TokenIssued;
import org.wangge.people.CredentialEvent.TokenRevoked;
import org.wangge.people.ReadableCode;
import org.wangge.people.SecretHash;
import org.wangge.people.TokenStore;
import org.wangge.people.TokenText;

/** Where tokens are given out, looked over, taken back, and shown. Thread-safe. */
public final class TokenDesk {
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_AREAS = 20;
  private static final int ID_LENGTH = 12;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Pattern AREA_CODE = Pattern.compile("[0-9A-Za-z-]{2,40}");

  private final Transactions transactions;
  private final TokenStore store;
  private final AccountStore accounts;
  private final SecureRandom random = new SecureRandom();

  public TokenDesk(Transactions transactions, TokenStore store, AccountStore accounts) {
    this.transactions = transactions;
    this.store = store;
    this.accounts = accounts;
  }

  /**
   * What somebody asks for.
   *
   * @param name what it is for
   * @param roles some of the caller's own
   * @param areas areas of the tree to which it is bound; empty to go as far as the account
   * @param expiresAt until when, at most a year from now
   */
  public record Wanted(String name, Set<Role> roles, List<String> areas, Instant expiresAt) {

    public Wanted {
      roles = Set.copyOf(roles);
      areas = List.copyOf(areas);
    }
  }

  /**
   * A token that was given out.
   *
   * @param text the secret: this is the only time it can be seen
   */
  public record Issued(ApiToken token, String text) {

    @Override
    public String toString() {
      return "Issued " + token.id();
    }
  }

  /**
   * Gives the caller a token.
   *
   * @throws Invalid {@code token-name}, {@code token-roles}, {@code token-areas}, {@code
   *     token-expiry} or {@code token-many}
   */
  public Issued issue(Caller caller, Wanted wanted) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    requireSound(caller, wanted);
    String text = TokenText.PROGRAM.next(random);
    String id = ReadableCode.next(random, ID_LENGTH).toLowerCase(Locale.ROOT);
    return transactions.write(
        own,
        tx -> {
          requireTime(wanted.expiresAt(), tx.now());
          requireRoom(tx, own);
          ApiToken token =
              new ApiToken(
                  id,
                  own.account(),
                  wanted.name().strip(),
                  wanted.roles(),
                  wanted.areas(),
                  tx.now(),
                  wanted.expiresAt(),
                  null,
                  null);
          store.add(tx, own, token, SecretHash.of(text));
          tx.record(new TokenIssued(id, own.account()));
          return new Issued(token, text);
        });
  }

  private static void requireSound(Caller caller, Wanted wanted) {
    String name = wanted.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Invalid("name", "token-name", Map.of("most", LONGEST_NAME));
    }
    boolean held = wanted.roles().stream().allMatch(role -> role.isStaff() && caller.isAny(role));
    if (wanted.roles().isEmpty() || !held) {
      throw new Invalid("roles", "token-roles");
    }
    boolean codes =
        wanted.areas().size() <= MOST_AREAS
            && wanted.areas().stream().allMatch(code -> AREA_CODE.matcher(code).matches());
    if (!codes) {
      throw new Invalid("areas", "token-areas", Map.of("most", MOST_AREAS));
    }
  }

  private static void requireTime(Instant expiresAt, Instant now) {
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(ApiToken.LONGEST))) {
      throw new Invalid("expiresAt", "token-expiry", Map.of("days", ApiToken.LONGEST.toDays()));
    }
  }

  private void requireRoom(Tx tx, Caller own) {
    long good =
        store.list(tx, own, own.account()).stream()
            .filter(token -> token.isGoodAt(tx.now()))
            .count();
    if (good >= MOST) {
      throw new Invalid("name", "token-many", Map.of("most", MOST));
    }
  }

  /** The caller's own tokens, newest first. */
  public List<ApiToken> list(Caller caller) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    return transactions.read(tx -> store.list(tx, own, own.account()));
  }

  /**
   * The tokens of an account, for who keeps it.
   *
   * @throws NotFound {@code account-unknown}, also where the caller may not see it
   */
  public List<ApiToken> listOf(Caller caller, String account) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.read(
        tx -> {
          requireKept(tx, keeper, account);
          return store.list(tx, keeper, account);
        });
  }

  /**
   * Ends a token of the caller's. Ending one again does nothing.
   *
   * @throws NotFound {@code token-unknown}, also where it is somebody else's
   */
  public void revoke(Caller caller, String id) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    transactions.write(own, tx -> revoke(tx, own, own.account(), id));
  }

  /**
   * Ends a token of an account, for who keeps it.
   *
   * @throws NotFound {@code account-unknown} or {@code token-unknown}
   */
  public void revokeOf(Caller caller, String account, String id) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    transactions.write(
        keeper,
        tx -> {
          requireKept(tx, keeper, account);
          return revoke(tx, keeper, account, id);
        });
  }

  private boolean revoke(Tx tx, Caller caller, String account, String id) {
    boolean isTheirs =
        store.find(tx, caller, id).filter(token -> token.account().equals(account)).isPresent();
    if (!isTheirs) {
      throw new NotFound("token-unknown", Map.of("token", id));
    }
    boolean revoked = store.revoke(tx, caller, id);
    if (revoked) {
      tx.record(new TokenRevoked(id, account));
    }
    return revoked;
  }

  private void requireKept(Tx tx, Caller keeper, String account) {
    if (accounts.find(tx, keeper, account).isEmpty()) {
      throw new NotFound("account-unknown", Map.of("account", account));
    }
  }

  /**
   * The token that a request shows, where it is good now. That it was used is noted once a day.
   *
   * @param bearer what stands after {@code Bearer}
   */
  public Optional<ApiToken> find(String bearer) {
    if (!TokenText.PROGRAM.isOne(bearer)) {
      return Optional.empty();
    }
    Caller upkeep = Caller.upkeep();
    Optional<Shown> shown =
        transactions.read(
            tx ->
                store
                    .findByHash(tx, upkeep, SecretHash.of(bearer))
                    .filter(token -> token.isGoodAt(tx.now()))
                    .map(token -> new Shown(token, isUseNew(token, tx.now()))));
    shown.filter(Shown::isUseNew).ifPresent(one -> noteUse(one.token()));
    return shown.map(Shown::token);
  }

  private record Shown(ApiToken token, boolean isUseNew) {}

  private static boolean isUseNew(ApiToken token, Instant now) {
    return token.lastUsed().orElse(Instant.EPOCH).isBefore(now.minus(A_DAY));
  }

  private void noteUse(ApiToken token) {
    transactions.write(
        Caller.upkeep(),
        tx -> {
          store.use(tx, Caller.upkeep(), token.id(), tx.now());
          return 0;
        });
  }
}
