package org.wangge.server.storage;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** The two real databases that every store contract runs on, each fresh and empty. */
public enum TestDatabase {
  H2 {
    @Override
    public Database open(Clock clock) {
      return Databases.inMemory("test" + COUNT.incrementAndGet(), clock);
    }
  },
  POSTGIS {
    @Override
    public Database open(Clock clock) {
      return Databases.postgis(PostgisServer.freshDatabase(), clock);
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new database; whoever opens it closes it. */
  public Database open() {
    return open(Clock.systemUTC());
  }

  /** The same by another clock. */
  public abstract Database open(Clock clock);
}
