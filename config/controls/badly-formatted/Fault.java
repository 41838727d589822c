package org.wangge.control;

/** Indented as no formatter would. */
public final class Fault {
      private Fault() {}
}
