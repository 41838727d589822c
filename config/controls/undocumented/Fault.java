package org.wangge.control;

public final class Fault {
  private Fault() {}
}
