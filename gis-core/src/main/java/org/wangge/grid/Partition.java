package org.wangge.grid;

/**
 * One way of dividing the ground. The tree (district → street → community → grid → micro-grid) is
 * one; the others lie over it: police beats, inspection areas, a cadre's areas.
 *
 * @param id stable, in kebab case
 * @param nameZh Chinese name
 * @param nameEn English name
 */
public record Partition(String id, String nameZh, String nameEn) {
  /** Id of the partition that is the tree itself. */
  public static final String TREE = "tree";
}
