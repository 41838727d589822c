package org.wangge.server;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Listens to the whole log of this process from its making to its end. */
public final class LogWatch implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  public LogWatch() {
    heard.start();
    root.addAppender(heard);
  }

  /** What was logged with a stack trace. */
  public List<String> stackTraces() {
    return new ArrayList<>(heard.list)
        .stream()
            .filter(event -> event.getThrowableProxy() != null)
            .map(event -> event.getFormattedMessage() + ": " + event.getThrowableProxy())
            .toList();
  }

  /** Everything that was logged, without its level and its place. */
  public List<String> messages() {
    return new ArrayList<>(heard.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** Everything that was logged, with what was thrown. */
  public List<String> lines() {
    return new ArrayList<>(heard.list)
        .stream()
            .map(
                event ->
                    event.getLoggerName()
                        + " "
                        + event.getFormattedMessage()
                        + " "
                        + event.getMDCPropertyMap()
                        + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())))
            .toList();
  }

  @Override
  public void close() {
    root.detachAppender(heard);
  }
}
