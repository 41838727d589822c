package org.wangge.people;

import java.time.Duration;
import java.util.Map;
import org.wangge.memory.LimitedMap;

/**
 * Slows down whoever guesses passwords, decided before anything is hashed. Only failures count;
 * while an attempt is being looked at it counts as one, so that a thousand at once are not let
 * through before the first has failed.
 *
 * <ol>
 *   <li>Each address may fail {@value #A_MINUTE_AT_ACCOUNT} times a minute at one account.
 *   <li>Each address may fail {@value #A_MINUTE_AT_ADDRESS} times a minute altogether. A whole
 *       centre sits behind one address: who signs in does not count, and of many at the same moment
 *       the last few wait for a second.
 *   <li>Failures at one account from many addresses make a pause that grows from one second to five
 *       minutes, which each of those addresses has to keep, and after ten of them strangers have
 *       twenty attempts a minute between them. One failure is forgotten each minute.
 * </ol>
 *
 * <p>An account has <em>known</em> addresses: those it signed in from before, the newest eight. For
 * them only the first rule holds, with an allowance of their own, so that nobody who fails
 * elsewhere, or at other accounts behind the same address, can keep the account's owner out. The
 * owner at a new address is slowed with the other strangers while they are at it, and let in no
 * later than their attempts fade. An account that does not exist is treated alike.
 *
 * <p>Guesses that get through: 5 a minute from one address; from any number of addresses 28,800 a
 * day at one account, against passwords that stand a hundred million ({@link PasswordRules}).
 *
 * <p>Memory is bounded: what was asked about longest ago is forgotten first. Known addresses lie
 * apart, where only successes get in. Nothing is kept over a restart. Times are the machine's
 * ({@code System.nanoTime}), never those of a demonstration that runs faster. Thread-safe.
 */
public final class SignInThrottle {
  static final int A_MINUTE_AT_ACCOUNT = 5;
  static final int A_MINUTE_AT_ADDRESS = 60;

  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_KNOWN = 8;
  private static final int LONGEST_KEY = 100;
  private static final long LONG_AGO_NANOS = Long.MAX_VALUE / 4;

  private final Map<Pair, AddressAtAccount> pairs = LimitedMap.of(MOST_ENTRIES);
  private final Map<String, AttemptsFromAddress> addresses = LimitedMap.of(MOST_ENTRIES);
  private final Map<String, StrangersAtAccount> accounts = LimitedMap.of(MOST_ENTRIES);
  private final Map<String, Map<String, Boolean>> known = LimitedMap.of(MOST_ENTRIES);

  private record Pair(String account, String address) {}

  /** What one address has done at one account. */
  private static final class AddressAtAccount {
    private final FailureWindow window = new FailureWindow(A_MINUTE_AT_ACCOUNT);
    private long last;
    private long lastButOne;

    private AddressAtAccount(long nanos) {
      last = nanos - LONG_AGO_NANOS;
      lastButOne = last;
    }

    private void add(long nanos) {
      window.add(nanos);
      lastButOne = last;
      last = nanos;
    }

    private void remove(long nanos) {
      window.remove(nanos);
      last = lastButOne;
    }
  }

  /** Which rule makes someone wait, for the log. */
  public enum Rule {
    NONE,
    ADDRESS_AT_ACCOUNT,
    ADDRESS,
    STRANGERS_AT_ACCOUNT
  }

  /**
   * What the throttle says to someone who wants to sign in.
   *
   * @param rule that makes them wait; {@code NONE} when they need not
   * @param waitFor how long; zero when they need not
   */
  public record Answer(Rule rule, Duration waitFor) {

    public boolean isAllowed() {
      return rule == Rule.NONE;
    }

    /** Whole seconds to wait, rounded up, at least one: what {@code Retry-After} says. */
    public long retryAfterSeconds() {
      return Math.max(1, (waitFor.toMillis() + 999) / 1000);
    }
  }

  /**
   * Asks before a password is looked at. How it ended is told with the same instant: {@link
   * #failed}, {@link #succeeded} or {@link #undecided}. Until then it counts as failed at its
   * account.
   *
   * @param account as typed, whether it exists or not
   * @param address where the request comes from
   * @param nanos of the machine's running clock, now
   */
  public synchronized Answer begin(String account, String address, long nanos) {
    Pair pair = pair(account, address);
    boolean isKnown = isKnown(pair);
    Answer answer = ask(pair, isKnown, nanos);
    if (answer.isAllowed()) {
      // Only now: what is refused leaves no trace, so that nobody fills the memory faster than
      // that.
      pairs.computeIfAbsent(pair, key -> new AddressAtAccount(nanos)).add(nanos);
      addresses
          .computeIfAbsent(pair.address(), key -> new AttemptsFromAddress(A_MINUTE_AT_ADDRESS))
          .begin(nanos);
      if (!isKnown) {
        accounts.computeIfAbsent(pair.account(), key -> new StrangersAtAccount(nanos)).add(nanos);
      }
    }
    return answer;
  }

  private Answer ask(Pair pair, boolean isKnown, long nanos) {
    AddressAtAccount here = pairs.get(pair);
    Answer answer =
        waiting(Rule.ADDRESS_AT_ACCOUNT, here == null ? 0 : here.window.waitNanos(nanos));
    if (isKnown || !answer.isAllowed()) {
      return answer;
    }
    AttemptsFromAddress ofAddress = addresses.get(pair.address());
    answer = waiting(Rule.ADDRESS, ofAddress == null ? 0 : ofAddress.waitNanos(nanos));
    StrangersAtAccount strangers = accounts.get(pair.account());
    if (strangers == null || !answer.isAllowed()) {
      return answer;
    }
    long since = here == null ? LONG_AGO_NANOS : nanos - here.last;
    return waiting(Rule.STRANGERS_AT_ACCOUNT, strangers.waitNanos(since, nanos));
  }

  private static Answer waiting(Rule rule, long nanos) {
    return nanos <= 0
        ? new Answer(Rule.NONE, Duration.ZERO)
        : new Answer(rule, Duration.ofNanos(nanos));
  }

  /** The attempt that began then showed what was wrong. */
  public synchronized void failed(String account, String address, long begunNanos) {
    AttemptsFromAddress ofAddress = addresses.get(pair(account, address).address());
    if (ofAddress != null) {
      ofAddress.fail(begunNanos);
    }
  }

  /**
   * The attempt that began then was the account's owner: it does not count, and the address is
   * known from now on.
   */
  public synchronized void succeeded(String account, String address, long begunNanos) {
    undecided(account, address, begunNanos);
    Pair pair = pair(account, address);
    pairs.remove(pair);
    var unused =
        known
            .computeIfAbsent(pair.account(), key -> LimitedMap.of(MOST_KNOWN))
            .put(pair.address(), true);
  }

  /**
   * Nothing was decided about the attempt that began then, as when the server was too busy: it does
   * not count.
   */
  public synchronized void undecided(String account, String address, long begunNanos) {
    Pair pair = pair(account, address);
    AddressAtAccount here = pairs.get(pair);
    if (here != null) {
      here.remove(begunNanos);
    }
    AttemptsFromAddress ofAddress = addresses.get(pair.address());
    if (ofAddress != null) {
      ofAddress.end(begunNanos);
    }
    StrangersAtAccount strangers = accounts.get(pair.account());
    if (strangers != null && !isKnown(pair)) {
      strangers.remove(begunNanos);
    }
  }

  /** How many things are kept, for a metric. */
  public synchronized int size() {
    return pairs.size() + addresses.size() + accounts.size() + known.size();
  }

  private boolean isKnown(Pair pair) {
    Map<String, Boolean> ofAccount = known.get(pair.account());
    return ofAccount != null && ofAccount.get(pair.address()) != null;
  }

  private static Pair pair(String account, String address) {
    return new Pair(cut(account), cut(address));
  }

  /** Nobody fills the memory with long names. */
  private static String cut(String key) {
    return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
  }
}
