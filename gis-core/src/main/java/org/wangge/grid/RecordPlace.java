package org.wangge.grid;

/**
 * Where in a file something stands, as far as its format can tell.
 *
 * @param record number of the record (a feature, a row), from 1; 0 when it is the file as a whole
 * @param line number of the line, from 1; 0 when unknown
 * @param byteOffset bytes before it, −1 when unknown
 */
public record RecordPlace(int record, long line, long byteOffset)
    implements Comparable<RecordPlace> {

  /** The file as a whole. */
  public static final RecordPlace FILE = new RecordPlace(0, 0, -1);

  public static RecordPlace ofRecord(int record) {
    return new RecordPlace(record, 0, -1);
  }

  /** In the order of the file. */
  @Override
  public int compareTo(RecordPlace other) {
    int byRecord = Integer.compare(record, other.record);
    return byRecord != 0 ? byRecord : Long.compare(line, other.line);
  }

  /** Such as {@code record 12, line 40, byte 3120}. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder(record == 0 ? "file" : "record " + record);
    if (line > 0) {
      words.append(", line ").append(line);
    }
    if (byteOffset >= 0) {
      words.append(", byte ").append(byteOffset);
    }
    return words.toString();
  }
}
