package org.wangge.server.video;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wangge.footage.Span;

/**
 * Where the pictures of one camera come from, live and from what the source itself has recorded.
 * Thread-safe.
 */
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

  /**
   * What the source itself has recorded, in order; empty where it keeps nothing or does not say.
   *
   * @throws IOException when it cannot be asked
   */
  List<Span> recordings(Span asked) throws IOException;

  /**
   * Plays what the source itself has recorded, from the group of pictures that holds its first
   * instant, as fast as the sink takes it: the sink may keep the source waiting. It ends by itself.
   *
   * @throws IOException when it cannot begin
   */
  Running play(Span asked, Sink sink) throws IOException;

  /** A picture that is running. */
  interface Running extends AutoCloseable {

    /** Ends it, and whatever process it needed, before it returns. */
    @Override
    void close();

    /**
     * What the camera's own clock is ahead of this server's, as the stream tells of it; empty where
     * it does not.
     */
    default Optional<Duration> cameraAhead() {
      return Optional.empty();
    }
  }

  /** Takes a picture. */
  interface Sink {

    /** What a player needs before the first fragment; comes once. */
    void begins(Opening opening);

    /** A piece of the picture, in order. */
    void fragment(Fragment fragment);

    /** It ended by itself; nothing follows. What was asked to be played ends so too. */
    void ended(String why);
  }
}
