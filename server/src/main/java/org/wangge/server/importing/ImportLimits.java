package org.wangge.server.importing;

import org.wangge.geo.ShapeCheck;

/**
 * How much of a file is read, so that no file can exhaust the memory. Reaching a limit of the whole
 * file stops the import with nothing loaded; a limit of one record refuses that record.
 *
 * @param maxBytes size of a file
 * @param maxRecords features or rows of a file
 * @param maxVertices vertices of all records of a file
 * @param maxRecordVertices vertices of one record
 * @param maxDepth nested arrays and objects
 * @param maxTextLength characters of one name or text value in the file
 */
public record ImportLimits(
    long maxBytes,
    int maxRecords,
    int maxVertices,
    int maxRecordVertices,
    int maxDepth,
    int maxTextLength) {

  /** For one machine with a gigabyte of heap. */
  public static final ImportLimits USUAL =
      new ImportLimits(
          512L << 20, 200_000, 4_000_000, ShapeCheck.DEFAULT_MAX_VERTICES, 64, 1 << 20);
}
