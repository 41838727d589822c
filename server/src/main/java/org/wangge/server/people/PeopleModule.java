package org.wangge.server.people;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.people.Account;
import org.wangge.people.AccountBook;
import org.wangge.server.http.Callers;

/** Puts signing in together. */
public final class PeopleModule implements Callers.Sessions {
  private final Sessions sessions = new Sessions();
  private final SessionHttp http;

  public PeopleModule(AccountBook accounts) {
    http = new SessionHttp(accounts, sessions);
  }

  @Override
  public Optional<Caller> find(String cookie) {
    return sessions.find(cookie).map(Account::caller);
  }

  @Override
  public boolean isOpen(String cookie) {
    return sessions.isOpen(cookie);
  }

  public SessionHttp http() {
    return http;
  }
}
