package org.wangge.wall;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/**
 * Views of the wall that somebody keeps for themselves.
 *
 * @param version counts their changes; 0 before the first
 * @param views as they stand in the address of a wall: {@code
 *     name~zoom/latitude/longitude~figure~density}, the place empty for the whole
 */
public record SavedViews(int version, List<String> views) {
  /** Those of somebody who has kept none. */
  public static final SavedViews NONE = new SavedViews(0, List.of());

  /** More take too long for a turn. */
  public static final int MOST = 16;

  private static final Pattern VIEW =
      Pattern.compile(
          "[^~|\\p{Cntrl}]{0,40}~([-0-9.]{1,12}/[-0-9.]{1,12}/[-0-9.]{1,12})?~[a-z-]{1,30}~[a-z-]{1,20}");

  /**
   * @throws Invalid with code {@code wall-views} for too many, {@code wall-view} for what is none
   */
  public SavedViews {
    views = List.copyOf(views);
    if (views.size() > MOST) {
      throw new Invalid("views", "wall-views", Map.of("most", MOST));
    }
    for (String one : views) {
      if (!VIEW.matcher(one).matches()) {
        throw new Invalid("views", "wall-view", Map.of("given", one));
      }
    }
  }
}
