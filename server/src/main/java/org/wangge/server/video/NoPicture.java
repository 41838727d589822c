package org.wangge.server.video;

/** There is no live picture to be had. */
final class NoPicture extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  /**
   * Says why.
   *
   * @param code stable: {@code camera-without-picture}, {@code too-many-pictures}
   */
  NoPicture(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
