package org.wangge.server.video;

import java.io.IOException;

/** Where the pictures of one camera come from. Thread-safe. */
public interface VideoSource {

  /** Whether its pictures are made up, which every viewer is told. */
  boolean isGenerated();

  /**
   * Begins a live picture. The sink is told from one thread of the source's own, until the picture
   * is closed or ends by itself.
   *
   * @throws IOException when it cannot begin
   */
  Running live(Sink sink) throws IOException;

  /** A live picture that is running. */
  interface Running extends AutoCloseable {

    /** Ends it, and whatever process it needed, before it returns. */
    @Override
    void close();
  }

  /** Takes a live picture. */
  interface Sink {

    /** What a player needs before the first fragment; comes once. */
    void begins(Opening opening);

    /** A piece of the picture, in order. */
    void fragment(Fragment fragment);

    /** It ended by itself; nothing follows. */
    void ended(String why);
  }
}
