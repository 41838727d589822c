package org.wangge.camera.cover;

import java.util.function.Function;

/** Does long counts aside. Thread-safe. */
public interface Counting {

  /**
   * Begins a count, or joins one that goes on, and waits for it for a while.
   *
   * @param what names it: who asks for the same gets the same
   * @param work the count; ends when it is told not to go on
   */
  <T> Count<T> ask(Object what, Function<Progress, T> work);

  /** To be told when nobody will ask again for what was counted so far. */
  void forget();
}
