package org.wangge.incident.note;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    String id, Sound sound, String sender, Instant addedAt, @Nullable Use useOrNull) {

  /** What it is with; empty while it waits. */
  public Optional<Use> use() {
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

  /**
   * What a note is with: a report, or what was done to an incident.
   *
   * @param reportKeyOrNull key of the report; null where it is with a deed
   * @param incidentIdOrNull id of the incident of the deed; null where it is with a report
   * @param version of the incident after the deed; 0 where it is with a report
   * @param place among the notes of the same thing, from 1
   */
  public record Use(
      @Nullable String reportKeyOrNull, @Nullable String incidentIdOrNull, int version, int place) {

    public boolean isReport() {
      return reportKeyOrNull != null;
    }
  }
}
