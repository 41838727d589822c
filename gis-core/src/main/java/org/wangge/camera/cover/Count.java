package org.wangge.camera.cover;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a count came to, or how far it has come.
 *
 * @param resultOrNull what it came to; null while it goes on
 * @param done steps done
 * @param of steps there are, as far as is known
 */
public record Count<T>(@Nullable T resultOrNull, int done, int of) {

  static <T> Count<T> ended(T result) {
    return new Count<>(result, 1, 1);
  }

  /** What it came to; empty while it goes on. */
  public Optional<T> result() {
    return Optional.ofNullable(resultOrNull);
  }

  /** The same with something made of what it came to. */
  public <R> Count<R> map(Function<T, R> made) {
    return resultOrNull == null
        ? new Count<>(null, done, of)
        : new Count<>(made.apply(resultOrNull), done, of);
  }
}
