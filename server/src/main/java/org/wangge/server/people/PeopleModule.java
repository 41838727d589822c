package org.wangge.server.people;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.people.Account;
import org.wangge.people.AccountBook;

/** Puts signing in together. */
public final class PeopleModule {
  private final Sessions sessions = new Sessions();
  private final SessionHttp http;

  public PeopleModule(AccountBook accounts) {
    http = new SessionHttp(accounts, sessions);
  }

  /** Who holds the session of a cookie's value. */
  public Optional<Caller> callerOf(String cookie) {
    return sessions.find(cookie).map(Account::caller);
  }

  public SessionHttp http() {
    return http;
  }
}
