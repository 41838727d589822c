package org.wangge.incident.file;

import java.util.Optional;

/** A file on record, without what is in it. */
public interface IncidentFile {
  /** Nobody can guess it. */
  String id();

  /** What it is with; empty while it waits. */
  Optional<FileUse> use();
}
