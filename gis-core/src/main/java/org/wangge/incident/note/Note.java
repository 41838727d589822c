package org.wangge.incident.note;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.file.IncidentFile;

/**
 * A note on record, without its sound.
 *
 * @param id nobody can guess it
 * @param sound what it is, as far as its file tells
 * @param sender account of who sent it, and who alone may put it with something
 * @param addedAt when it came in
 * @param useOrNull what it is with; null while it waits
 */
public record Note(
    String id, Sound sound, String sender, Instant addedAt, @Nullable FileUse useOrNull)
    implements IncidentFile {

  @Override
  public Optional<FileUse> use() {
    return Optional.ofNullable(useOrNull);
  }

  /**
   * What a file says of itself.
   *
   * @param kind in what it is packed
   * @param bytes length of the file
   * @param lengthMillis of the recording; 0 where the file does not tell
   */
  public record Sound(NoteKind kind, int bytes, int lengthMillis) {}
}
