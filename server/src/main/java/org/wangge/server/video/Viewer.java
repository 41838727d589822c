package org.wangge.server.video;

/** One who looks at a live picture. Told in order and never waited for. */
interface Viewer {

  /** The picture begins, or begins anew. */
  void begins(Opening opening, boolean generated);

  void fragment(Fragment fragment);

  /**
   * The picture is away; it begins anew when it is back.
   *
   * @param code stable, such as {@code picture-lost}
   */
  void trouble(String code);
}
