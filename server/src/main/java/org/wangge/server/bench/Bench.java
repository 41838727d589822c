package org.wangge.server.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One benchmark. Its data depend on the settings alone. */
interface Bench {

  /** What it is called on the command line. */
  String name();

  /** What it measures, in a sentence. */
  String purpose();

  /**
   * Runs it.
   *
   * @param out gets the story: progress at least every ten seconds or so, and a table
   * @return the figures, with whether all contestants agreed
   */
  Figures run(Settings settings, PrintWriter out);

  /**
   * How to run.
   *
   * @param seed makes the data
   * @param quick smaller counts, for the tests: shows that it works, not how fast it is
   * @param minutes how long, where a benchmark lets time go by; empty for as long as it usually
   *     does
   * @param start how a program that is measured begins
   */
  record Settings(long seed, boolean quick, OptionalInt minutes, Start start) {

    /** One of two counts. */
    int pick(int full, int small) {
      return quick ? small : full;
    }
  }

  /**
   * How a program that is measured begins.
   *
   * @param town lays the demonstration town into an empty data folder; where it does nothing, the
   *     program loads it
   * @param options for the JVM of a process of its own
   */
  record Start(Consumer<Path> town, List<String> options) {
    /** As anybody starts it. */
    static final Start USUAL = new Start(folder -> {}, List.of());
  }
}
