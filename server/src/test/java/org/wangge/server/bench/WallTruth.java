package org.wangge.server.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.util.List;

/** Holds what a wall without WebGL shows against what the server answers at the same time. */
final class WallTruth {
  /** Figures are counted each minute or so. */
  private static final double PATIENCE_MILLIS = 90_000;

  /** What the wall shows otherwise than the server says, in words. */
  private static final String COMPARE =
      """
      async () => {
        const at = (file) => import(document.querySelector('script[type=module]').src.replace('app/main.js', file));
        const { toPlane } = await at('map/plane.js');
        const all = async (path) => {
          const features = [];
          for (let next = path; next;) {
            const answer = await fetch(next);
            if (!answer.ok) throw new Error(`${answer.status} ${next}`);
            const page = await answer.json();
            features.push(...page.features);
            next = page.next ? path + '&cursor=' + encodeURIComponent(page.next) : null;
          }
          return features;
        };
        const steps = ['collect', 'file', 'dispatch', 'handle', 'verify'];
        const [people, figures, ...byStep] = await Promise.all([
          all('/api/positions?limit=1000'), fetch('/api/wall/figures?level=grid').then((one) => one.json()),
          ...steps.map((step) => all('/api/incidents?limit=500&state=' + step)),
        ]);
        const open = byStep.flat();
        const numbers = (place) => (place?.textContent.replace(/,/g, '').match(/\\d+/g) ?? []).map(Number);
        const one = (selector) => document.querySelector(selector);
        const count = (which) => open.filter(({ properties }) => which(properties)).length;
        // Where a mark stands, from the first of all on: the plane of the picture begins somewhere.
        const drawn = (kind) => [...document.querySelectorAll(`.outline [data-thing=${kind}]`)].map((mark) => [mark.dataset.id, ...mark.dataset.at.split(' ').map(Number)]);
        const told = (features) => features.filter(({ geometry }) => geometry).map(({ geometry, properties }) => [properties.id, ...toPlane(...geometry.coordinates)]);
        const places = (marks) => marks.sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, x, y], i, [first]) => `${id} ${Math.round(100 * (x - first[1]))} ${Math.round(100 * (y - first[2]))}`);
        const wrong = [];
        const compare = (what, shown, said) => JSON.stringify(shown) === JSON.stringify(said) || wrong.push(`${what}: shown ${JSON.stringify(shown)}, said ${JSON.stringify(said)}`);
        compare('open', numbers(one('.wall-big')), [open.length]);
        compare('steps', [...document.querySelectorAll('.wall-steps b')].map((step) => numbers(step)[0]), byStep.map(({ length }) => length));
        compare('overdue', numbers(one('.wall-split dd')), [count((each) => each.overdue || each.stageOverdue)]);
        compare('urgent', numbers(one('.wall-split .urgent dd, .wall-split div:last-child dd')), [count(({ priority }) => priority === 'urgent')]);
        compare('incidents on the map', places(drawn('incidents')), places(told(open)));
        compare('people on the map', places(drawn('people')), places(told(people)));
        for (const [figure, [numerator, denominator]] of Object.entries(figures.total)) {
          const place = one(`[data-figure=${figure}] .wall-of`);
          if (place && figure.endsWith('-rate')) compare(figure, numbers(place), denominator ? [numerator, denominator] : []);
        }
        compare('queue', [...document.querySelectorAll('.wall-row')].filter(({ dataset }) => !open.some(({ properties }) => properties.id === dataset.incident)).length, 0);
        return wrong;
      }
      """;

  private final Page page;

  WallTruth(Page page) {
    this.page = page;
  }

  /** Waits until nothing is otherwise, and says how many milliseconds that took. */
  double awaitRight() {
    long begun = System.nanoTime();
    try {
      page.waitForFunction(
          "async () => (await (%s)().catch((e) => [String(e)])).length === 0".formatted(COMPARE),
          null,
          new Page.WaitForFunctionOptions().setPollingInterval(250).setTimeout(PATIENCE_MILLIS));
    } catch (TimeoutError late) {
      throw new AssertionError("the wall shows otherwise: " + wrong(), late);
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private List<?> wrong() {
    try {
      return (List<?>) page.evaluate(COMPARE);
    } catch (PlaywrightException e) {
      return List.of(e);
    }
  }
}
