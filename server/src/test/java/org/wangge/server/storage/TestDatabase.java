package org.wangge.server.storage;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** The two real databases that every store contract runs on, each fresh and empty. */
public enum TestDatabase {
  H2 {
    @Override
    public Database open() {
      return Databases.inMemory("test" + COUNT.incrementAndGet(), Clock.systemUTC());
    }
  },
  POSTGIS {
    @Override
    public Database open() {
      return Databases.postgis(PostgisServer.freshDatabase(), Clock.systemUTC());
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new database; whoever opens it closes it. */
  public abstract Database open();
}
