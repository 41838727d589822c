package org.wangge.camera.cover;

/** Is told how far a long count has come, and may end it. */
@FunctionalInterface
public interface Progress {
  /** Lets everything come to its end. */
  Progress ANY = (done, of) -> true;

  /**
   * Told from time to time.
   *
   * @param done steps done
   * @param of steps there are
   * @return whether to go on
   */
  boolean goesOn(int done, int of);
}
