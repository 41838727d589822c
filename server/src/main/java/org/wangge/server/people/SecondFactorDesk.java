package org.wangge.server.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.people.CredentialEvent.RecoveryCodeUsed;
import org.wangge.people.CredentialEvent.RecoveryCodesReplaced;
import org.wangge.people.CredentialEvent.SecondFactorConfirmed;
import org.wangge.people.CredentialEvent.SecondFactorRemoved;
import org.wangge.people.PeopleEvent;
import org.wangge.people.RecoveryCodes;
import org.wangge.people.SecondFactor;
import org.wangge.people.SecondFactorStore;
import org.wangge.people.SessionStore;
import org.wangge.people.SignInThrottle;
import org.wangge.people.Totp;
import org.wangge.server.http.TooOften;

/**
 * Where a second factor is set up, asked for and taken away, and wrong codes are counted, wherever
 * they are typed. Taking one away ends every session that began with it. Thread-safe.
 */
public final class SecondFactorDesk {
  private static final String FIELD = "code";

  private final Transactions transactions;
  private final SecondFactorStore store;
  private final SessionStore sessions;
  private final SealedSecrets sealed;
  private final Clock phones;
  private final SignInThrottle throttle = new SignInThrottle();
  private final SecureRandom random = new SecureRandom();

  /**
   * Opens the desk.
   *
   * @param phones the time of the world in which phones live, even where the program's clock runs
   *     faster
   */
  public SecondFactorDesk(
      Transactions transactions,
      SecondFactorStore store,
      SessionStore sessions,
      SealedSecrets sealed,
      Clock phones) {
    this.transactions = transactions;
    this.store = store;
    this.sessions = sessions;
    this.sealed = sealed;
    this.phones = phones;
  }

  /**
   * What the owner of an account puts into an app.
   *
   * @param secret as it is typed
   * @param uri as it is scanned
   */
  public record Begun(String secret, String uri) {

    @Override
    public String toString() {
      return "Begun";
    }
  }

  /**
   * How an account stands.
   *
   * @param inForce whether signing in asks for a code
   * @param recoveryCodesLeft how many can still be used
   */
  public record State(boolean inForce, int recoveryCodesLeft) {}

  /** How the caller's own account stands. */
  public State state(Caller caller) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    return transactions.read(
        tx ->
            new State(
                isNeeded(tx, own, own.account()),
                store.countRecoveryCodes(tx, own, own.account())));
  }

  /**
   * Makes a secret for the caller's own account. Nothing asks for it until a code of it was shown.
   *
   * @param site name that the app shows
   */
  public Begun begin(Caller caller, String site) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    String kept = sealed.seal(own.account(), secret);
    return transactions.write(
        own,
        tx -> {
          store.begin(tx, own, SecondFactor.begun(own.account(), kept, tx.now()));
          return new Begun(Totp.shown(secret), Totp.uri(site, own.account(), secret));
        });
  }

  /**
   * Puts the caller's second factor in force, as the code shows that the app has the secret.
   *
   * @return the recovery codes: this is the only time they can be seen
   * @throws Invalid {@code code-wrong}
   * @throws NotFound {@code second-factor-unknown} when none was begun
   */
  public List<String> confirm(Caller caller, String typed) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    return transactions.write(
        own,
        tx -> {
          SecondFactor waiting =
              store
                  .find(tx, own, own.account())
                  .filter(factor -> factor.isWaitingAt(tx.now()))
                  .orElseThrow(SecondFactorDesk::unknown);
          long step = stepOf(waiting, typed).orElseThrow(() -> new Invalid(FIELD, "code-wrong"));
          if (!store.confirm(tx, own, own.account(), step)) {
            throw unknown();
          }
          tx.record(new SecondFactorConfirmed(own.account()));
          return freshCodes(tx, own);
        });
  }

  /**
   * Gives the caller new recovery codes in place of the old.
   *
   * @param typed a code of the app
   * @throws Invalid {@code code-wrong}
   * @throws TooOften {@code sign-in-throttled}
   */
  public List<String> replaceCodes(Caller caller, String typed) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    return withCode(
        own,
        typed,
        tx -> {
          tx.record(new RecoveryCodesReplaced(own.account()));
          return freshCodes(tx, own);
        });
  }

  /** Whether signing in to an account asks for a code. */
  public boolean isNeeded(Tx tx, Caller caller, String account) {
    return store.find(tx, caller, account).filter(SecondFactor::isInForce).isPresent();
  }

  /**
   * Whether what someone typed is a code of the account's app or one of its recovery codes. It is
   * used up by that, in a transaction of its own, whatever else becomes of signing in.
   *
   * @param caller who is on record for it
   * @throws TooOften {@code sign-in-throttled}
   */
  public boolean check(Caller caller, String account, String typed) {
    long began = begin(account);
    boolean right = transactions.write(caller, tx -> check(tx, caller, account, typed));
    if (right) {
      throttle.undecided(account, "", began);
    }
    return right;
  }

  /**
   * Whoever gets here knows the password or sits at an open session, so from wherever they come
   * their codes are one queue, in which the pause between wrong ones grows to five minutes.
   */
  private long begin(String account) {
    long now = System.nanoTime();
    SignInThrottle.Answer answer = throttle.begin(account, "", now);
    if (!answer.isAllowed()) {
      throw new TooOften("sign-in-throttled", answer.retryAfterSeconds());
    }
    return now;
  }

  private boolean check(Tx tx, Caller caller, String account, String typed) {
    Optional<SecondFactor> factor = store.find(tx, caller, account).filter(SecondFactor::isInForce);
    if (factor.isEmpty()) {
      return false;
    }
    if (RecoveryCodes.looksLikeOne(typed)) {
      boolean used = store.useRecoveryCode(tx, caller, account, RecoveryCodes.hash(typed));
      if (used) {
        int left = store.countRecoveryCodes(tx, caller, account);
        tx.record(new RecoveryCodeUsed(account, left));
      }
      return used;
    }
    OptionalLong step = stepOf(factor.get(), typed);
    return step.isPresent() && store.useStep(tx, caller, account, step.getAsLong());
  }

  /**
   * Takes away the caller's own second factor.
   *
   * @param typed a code, so that nobody does it at a screen that was left alone
   * @throws Invalid {@code code-wrong}
   * @throws TooOften {@code sign-in-throttled}
   */
  public void remove(Caller caller, String typed) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    boolean unused = withCode(own, typed, tx -> removeOf(tx, own, own.account()));
  }

  /**
   * Takes away the second factor of somebody who has lost both phone and codes.
   *
   * @throws Forbidden unless the caller keeps accounts everywhere
   * @throws NotFound {@code second-factor-unknown}
   */
  public void removeOf(Caller caller, String account) {
    Caller keeper = caller.with(Right.REPLACE_FACTORS);
    transactions.write(keeper, tx -> removeOf(tx, keeper, account));
  }

  private boolean removeOf(Tx tx, Caller caller, String account) {
    if (!store.remove(tx, caller, account)) {
      throw unknown();
    }
    tx.record(new SecondFactorRemoved(account));
    int ended = sessions.endAll(tx, account, "");
    if (ended > 0) {
      tx.record(new PeopleEvent.SessionsEnded(account, ended));
    }
    return true;
  }

  private <T> T withCode(Caller own, String typed, Function<Tx, T> work) {
    long began = begin(own.account());
    T done =
        transactions.write(
            own,
            tx -> {
              if (!isNeeded(tx, own, own.account())) {
                throw unknown();
              }
              if (!check(tx, own, own.account(), typed)) {
                throw new Invalid(FIELD, "code-wrong");
              }
              return work.apply(tx);
            });
    throttle.undecided(own.account(), "", began);
    return done;
  }

  private List<String> freshCodes(Tx tx, Caller own) {
    List<String> codes = RecoveryCodes.next(random);
    store.replaceRecoveryCodes(
        tx, own, own.account(), codes.stream().map(RecoveryCodes::hash).toList());
    return codes;
  }

  private OptionalLong stepOf(SecondFactor factor, String typed) {
    byte[] secret = sealed.open(factor.account(), factor.sealedSecret());
    return Totp.accept(secret, typed, phones.instant(), factor.lastStep());
  }

  private static NotFound unknown() {
    return new NotFound("second-factor-unknown", Map.of());
  }
}
