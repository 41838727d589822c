package org.wangge.camera;

/**
 * Who keeps a camera, and what it leaves behind.
 *
 * @param owner unit that it belongs to; empty where nobody has said
 * @param contact whom to ask for what it recorded, such as a duty desk's telephone; empty where
 *     nobody has said, and for whoever may not keep cameras
 * @param light with what light it sees in the dark
 * @param keptDays for how many days its owner keeps what it records, from 0 to {@link
 *     #LONGEST_DAYS}
 */
public record CameraUpkeep(String owner, String contact, CameraLight light, int keptDays) {
  /** Ten years. */
  public static final int LONGEST_DAYS = 3_660;

  /** What applies where nobody has said; domain.md, "Cameras and video". */
  public static final int USUAL_DAYS = 30;

  public CameraUpkeep {
    if (keptDays < 0 || keptDays > LONGEST_DAYS) {
      throw new IllegalArgumentException("days kept: " + keptDays);
    }
  }

  /** Where nobody has said anything. */
  public static CameraUpkeep unsaid() {
    return new CameraUpkeep("", "", CameraLight.UNKNOWN, USUAL_DAYS);
  }

  /** The same without its contact. */
  public CameraUpkeep withoutContact() {
    return new CameraUpkeep(owner, "", light, keptDays);
  }
}
