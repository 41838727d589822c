package org.wangge.server.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a page has used, all in seconds of processor but the frames.
 *
 * @param seconds by the clock
 * @param task of the main thread
 * @param script of it in scripts
 * @param layout of it in styles and layout
 * @param frames that scripts drew
 * @param renderer of all threads of the page's process
 * @param drawing of the process that draws
 */
record WallUse(
    double seconds,
    double task,
    double script,
    double layout,
    double frames,
    double renderer,
    double drawing) {
  static final WallUse NONE = new WallUse(0, 0, 0, 0, 0, 0, 0);

  WallUse plus(WallUse other) {
    return new WallUse(
        seconds + other.seconds,
        task + other.task,
        script + other.script,
        layout + other.layout,
        frames + other.frames,
        renderer + other.renderer,
        drawing + other.drawing);
  }

  WallUse minus(WallUse before) {
    return new WallUse(
        seconds - before.seconds,
        task - before.task,
        script - before.script,
        layout - before.layout,
        frames - before.frames,
        renderer - before.renderer,
        drawing - before.drawing);
  }

  /** Milliseconds of the main thread in a second. */
  double mainMillis() {
    return 1_000 * task / seconds;
  }

  /** For each second. */
  Map<String, Double> each() {
    Map<String, Double> each = new LinkedHashMap<>();
    each.put("main_thread_ms", mainMillis());
    each.put("script_ms", 1_000 * script / seconds);
    each.put("layout_ms", 1_000 * layout / seconds);
    each.put("frames", frames / seconds);
    each.put("page_process_ms", 1_000 * renderer / seconds);
    each.put("drawing_process_ms", 1_000 * drawing / seconds);
    return each;
  }
}
