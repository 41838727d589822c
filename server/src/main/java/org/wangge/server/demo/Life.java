package org.wangge.server.demo;

/** The town's life, until it is closed. */
@FunctionalInterface
public interface Life extends AutoCloseable {

  @Override
  void close();
}
