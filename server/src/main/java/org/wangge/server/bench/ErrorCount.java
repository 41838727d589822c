package org.wangge.server.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Counts what the log says in anger, warnings included, while it is open. Thread-safe. */
final class ErrorCount implements AutoCloseable {
  private final Logger root;
  private final AtomicInteger count = new AtomicInteger();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            count.incrementAndGet();
          }
        }
      };

  private ErrorCount(LoggerContext logs) {
    root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    appender.setContext(logs);
    appender.start();
    root.addAppender(appender);
  }

  static ErrorCount start() {
    return new ErrorCount((LoggerContext) LoggerFactory.getILoggerFactory());
  }

  int count() {
    return count.get();
  }

  @Override
  public void close() {
    root.detachAppender(appender);
  }
}
