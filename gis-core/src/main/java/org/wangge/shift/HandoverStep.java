package org.wangge.shift;

/** What happens to a handover sheet. */
public enum HandoverStep {
  BEGUN("shift-handover-begun"),
  SIGNED("shift-handover-signed"),
  COUNTERSIGNED("shift-handed-over"),
  WITHDRAWN("shift-handover-withdrawn");

  private final String type;

  HandoverStep(String type) {
    this.type = type;
  }

  /** Of the event that tells it. */
  public String type() {
    return type;
  }
}
