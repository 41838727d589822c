package org.wangge.server;

import com.microsoft.playwright.Page;

/** A page worked by its keyboard alone. */
record Keys(Page page) {
  private static final int MOST_STOPS = 120;

  /** Goes on with Tab until the focus is on what has this {@code data-key}. */
  void reach(String key) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (isAt(key)) {
        return;
      }
      press("Tab");
    }
    throw new AssertionError(
        "Tab never reached " + key + "; the last stop was " + page.evaluate(FOCUSED));
  }

  private static final String FOCUSED =
      "() => document.activeElement?.getAttribute('data-key') ?? document.activeElement?.tagName";

  boolean isAt(String key) {
    return key.equals(page.evaluate(FOCUSED));
  }

  /** Goes there and presses Enter. */
  void use(String key) {
    reach(key);
    press("Enter");
  }

  /** Goes there and types over what is there. */
  void fill(String key, String text) {
    reach(key);
    press("Control+a");
    page.keyboard().insertText(text);
  }

  void press(String name) {
    page.keyboard().press(name);
  }
}
