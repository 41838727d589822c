package org.wangge.incident.photo;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.file.FileStore;
import org.wangge.incident.file.FileUse;

/** Keeps photos and their pictures. Thread-safe. */
public interface PhotoStore extends FileStore<Photo> {
  /** Adds a photo that waits. Nothing changes where its id is there already. */
  void add(Tx tx, Caller caller, Photo photo, Exposure.Prints prints);

  /** The picture of a photo as JPEG. */
  Optional<byte[]> print(Tx tx, Caller caller, String id, PhotoSize size);

  /**
   * Puts a photo that waits with something, and forgets where it was taken.
   *
   * @param metersOff how far from the incident that was; null where that is not known
   * @return whether it waited
   */
  boolean attach(Tx tx, Caller caller, String id, FileUse use, @Nullable Integer metersOff);

  /** Removes one with its pictures, whatever it is with. */
  void remove(Tx tx, Caller caller, String id);

  /** Removes the one that has waited longest, if it came in before an instant. */
  boolean removeLongestWaiting(Tx tx, Instant before);
}
