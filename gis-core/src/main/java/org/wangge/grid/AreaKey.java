package org.wangge.grid;

/**
 * Names an area: its code is unique within its partition, for all time.
 *
 * @param partition id of the partition
 * @param code code of the area
 */
public record AreaKey(String partition, String code) implements Comparable<AreaKey> {

  /** An area of the tree district → grid. */
  public static AreaKey tree(String code) {
    return new AreaKey(Partition.TREE, code);
  }

  @Override
  public int compareTo(AreaKey other) {
    int byPartition = partition.compareTo(other.partition);
    return byPartition != 0 ? byPartition : code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return partition + ":" + code;
  }
}
