package org.wangge.server.people;

import java.util.Optional;
import org.wangge.people.AccountBook;
import org.wangge.server.http.Identities;

/** Puts signing in together. */
public final class PeopleModule implements Identities {
  private final Sessions sessions = new Sessions();
  private final SessionHttp http;

  public PeopleModule(AccountBook accounts) {
    http = new SessionHttp(accounts, sessions);
  }

  @Override
  public Optional<Known> find(Proof proof, String secret) {
    return proof == Proof.SESSION
        ? sessions
            .find(secret)
            .map(account -> new Known(account.caller(), () -> sessions.isOpen(secret)))
        : Optional.empty();
  }

  public SessionHttp http() {
    return http;
  }
}
