package org.wangge.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.people.Account;

/**
 * Who is signed in, in memory: a restart signs everyone out. Keys are hashes, so that a dump of the
 * memory opens nothing. Ends by the machine's time, not by that of a demonstration that runs
 * faster. Thread-safe.
 */
public final class Sessions {
  private static final Duration IDLE = Duration.ofHours(12);
  private static final int MOST = 10_000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  private record Session(Account account, long usedAtNanos) {

    boolean isOver() {
      return System.nanoTime() - usedAtNanos > IDLE.toNanos();
    }
  }

  /** Begins a session and gives the secret that opens it. */
  String begin(Account account) {
    if (sessions.size() >= MOST) {
      sessions.values().removeIf(Session::isOver);
    }
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    sessions.put(hash(token), new Session(account, System.nanoTime()));
    return token;
  }

  /** Whose session a secret opens; using it keeps it alive. */
  public Optional<Account> find(String token) {
    Session session =
        sessions.computeIfPresent(
            hash(token),
            (key, was) -> was.isOver() ? null : new Session(was.account(), System.nanoTime()));
    return Optional.ofNullable(session).map(Session::account);
  }

  /** Whether a session goes on; being asked does not keep it alive. */
  boolean isOpen(String token) {
    Session session = sessions.get(hash(token));
    return session != null && !session.isOver();
  }

  /** Ends a session; nothing happens where there is none. */
  void end(String token) {
    sessions.remove(hash(token));
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
