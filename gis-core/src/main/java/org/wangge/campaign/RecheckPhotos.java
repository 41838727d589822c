package org.wangge.campaign;

import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Photos that were handed in before: declared here, kept with those of incidents. Thread-safe. */
public interface RecheckPhotos {

  /** Keeps one that waits for good. Answers whether it waited. */
  boolean take(Tx tx, Caller caller, String id);

  /**
   * A picture as JPEG.
   *
   * @param small for lists
   */
  Optional<byte[]> picture(Tx tx, Caller caller, String id, boolean small);
}
