package org.wangge.server.video;

import java.util.List;

/** One who looks at a live picture. Told in order and never waited for. */
interface Viewer {

  /**
   * The picture begins, or begins anew.
   *
   * @param group the group of pictures under way, as far as it has come; a copy of the caller's
   */
  void begins(Opening opening, boolean generated, List<Fragment> group);

  void fragment(Fragment fragment);

  /**
   * The picture is away; it begins anew when it is back.
   *
   * @param code stable, such as {@code picture-lost}
   */
  void trouble(String code);
}
