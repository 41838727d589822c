package org.wangge.camera.cover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;

/**
 * Which of the cameras that there are came to a grid and left it when it was redrawn last.
 *
 * @param at when its outline came into force; null where it never had another
 * @param before how many stood in it before
 * @param lost those that stand in another grid, or none, since
 * @param gained those that stood in another grid, or none, before
 */
public record SinceRedraw(@Nullable Instant at, int before, List<Moved> lost, List<Moved> gained) {
  /** Of a grid that was never redrawn. */
  static final SinceRedraw NEVER = new SinceRedraw(null, 0, List.of(), List.of());

  public SinceRedraw {
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
  }

  /**
   * A camera that changed hands.
   *
   * @param otherGrid code of the grid that it went to or came from; empty for none
   */
  public record Moved(Camera camera, String otherGrid) {}
}
