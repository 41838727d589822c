package org.wangge.server.importing;

import java.util.Optional;

/**
 * Reads areas from files of one format. A new format is one class, named in {@link AreaFormats}.
 * Stateless and thread-safe.
 */
interface AreaReader {

  /** In options and reports: {@code geojson}. */
  String format();

  /**
   * Whether a file looks like this format.
   *
   * @param name its name
   * @param head its first bytes as UTF-8 text, as far as they are text
   */
  boolean recognizes(String name, String head);

  /** The system files of this format are always in, where that is so; asked for otherwise. */
  default Optional<String> usualCrs() {
    return Optional.empty();
  }

  /** Whether a second file with the outline of the topmost area may come along. */
  default boolean takesOutline() {
    return false;
  }

  /**
   * Reads a file to its end.
   *
   * @throws ImportStopped when the file as a whole cannot be read
   */
  void read(Files files, RecordSink sink);

  /**
   * What there is to read.
   *
   * @param main the file
   * @param outline the second file
   * @param crs what the caller says the coordinates are in
   * @param limits how much is read
   */
  record Files(
      ImportSource main, Optional<ImportSource> outline, String crs, ImportLimits limits) {}
}
