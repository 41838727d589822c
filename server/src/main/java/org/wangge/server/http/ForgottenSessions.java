package org.wangge.server.http;

import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.eclipse.jetty.session.SessionData;

/**
 * Jetty's servlet sessions, of which nothing is kept and no cookie is set. Javalin asks for one at
 * each WebSocket; Jetty's own would stay in memory without an end, and be missed in the log by a
 * WebSocket that ends after the server.
 */
final class ForgottenSessions extends NullSessionDataStore {
  private ForgottenSessions() {}

  static SessionHandler handler() {
    SessionHandler handler = new SessionHandler();
    NullSessionCache cache = new NullSessionCache(handler);
    cache.setSessionDataStore(new ForgottenSessions());
    handler.setSessionCache(cache);
    handler.setUsingCookies(false);
    return handler;
  }

  @Override
  public void store(String id, SessionData data) {}
}
