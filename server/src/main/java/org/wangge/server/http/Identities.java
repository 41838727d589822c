package org.wangge.server.http;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.wangge.access.Caller;

/** Knows whom what a request shows belongs to. Declared here, bound in {@code App}. Thread-safe. */
@FunctionalInterface
public interface Identities {

  /** Nobody is known. */
  Identities NONE = (proof, secret) -> Optional.empty();

  /** What a request can show. */
  enum Proof {
    /** The cookie of a session; using it keeps the session alive. */
    SESSION,
    /** The cookie of a paired wall. */
    WALL,
    /** A token in the header {@code Authorization}. */
    TOKEN
  }

  /** Whose it is; empty where it is nobody's, or no longer. */
  Optional<Known> find(Proof proof, String secret);

  /**
   * Somebody known.
   *
   * @param caller who, with the rights of this moment
   * @param holds whether this still holds, for what takes long: the session goes on and its rights
   *     are the same; asking keeps nothing alive
   */
  record Known(Caller caller, BooleanSupplier holds) {}
}
