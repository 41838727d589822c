package org.wangge.server.bench;

import java.io.PrintWriter;

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
   */
  record Settings(long seed, boolean quick) {

    /** One of two counts. */
    int pick(int full, int small) {
      return quick ? small : full;
    }
  }
}
