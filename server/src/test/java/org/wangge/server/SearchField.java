package org.wangge.server;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The search field of a page. */
final class SearchField {
  private static final int TRIES = 20;
  private static final int PAUSE_MS = 1_500;

  private SearchField() {}

  /**
   * Types into it and waits for results: shortly after its start the program still builds the index
   * that is searched, and finds nothing.
   *
   * @return the first result
   */
  static Locator find(Page page, String text) {
    Locator first = page.locator("#search-results [role=option]").first();
    for (int i = 0; i < TRIES && first.count() == 0; i++) {
      page.locator("#search").fill("");
      page.locator("#search").pressSequentially(text);
      page.waitForTimeout(i == 0 ? PAUSE_MS / 3 : PAUSE_MS);
    }
    return first;
  }
}
