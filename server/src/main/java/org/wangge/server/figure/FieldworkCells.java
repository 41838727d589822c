package org.wangge.server.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.wangge.patrol.round.RunTally;
import org.wangge.server.plan.impact.SheetRow;
import org.wangge.visit.Coverage;

/** What was patrolled and visited, as cells of files and sheets. Immutable. */
final class FieldworkCells {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final int PLACES = 2;

  private final FigureWords words;
  private final Fieldwork.Shares shares;

  FieldworkCells(FigureWords words, Fieldwork.Shares shares) {
    this.words = words;
    this.shares = shares;
  }

  /** Whether its reader may know of patrols or of visits, and groups are areas. */
  boolean any() {
    return !shares.areas().isEmpty()
        && (shares.total().patrols().isPresent() || shares.total().visits().isPresent());
  }

  /** Two columns: patrols done, and people met. */
  List<String> heads() {
    return List.of(words.of("figures.patrols-done"), words.of("figures.visits-met"));
  }

  /** Both of all that was asked for. */
  List<String> ofAll() {
    return brief(shares.total());
  }

  /** Both of an area. */
  List<String> of(String code) {
    Fieldwork.Work work = shares.areas().get(code);
    return work == null ? List.of("", "") : brief(work);
  }

  private List<String> brief(Fieldwork.Work work) {
    return List.of(
        work.patrols().map(one -> share(one.done(), one.judged())).orElse(""),
        work.visits().map(one -> share(one.seen(), one.due())).orElse(""));
  }

  private String share(int numerator, int denominator) {
    return (denominator == 0
            ? words.of("figures.none")
            : percent(numerator, denominator).toPlainString() + "%")
        + "  "
        + numerator
        + "/"
        + denominator;
  }

  private static BigDecimal percent(int numerator, int denominator) {
    return BigDecimal.valueOf(numerator)
        .multiply(WHOLE)
        .divide(BigDecimal.valueOf(denominator), PLACES, RoundingMode.HALF_UP);
  }

  /**
   * A table of its own: each number in a column.
   *
   * @param codes of the areas
   * @param names of these, in their order
   */
  List<SheetRow> table(List<String> codes, List<String> names) {
    List<SheetRow> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>();
    for (String word : List.of("key", "name", "patrols-done", "patrols-due", "patrols-ok")) {
      head.add(words.of("figures." + word));
    }
    for (String word : List.of("patrols-partly", "patrols-missed", "patrols-unknown")) {
      head.add(words.of("figures." + word));
    }
    for (String word : List.of("visits-met", "visits-due", "visits-seen")) {
      head.add(words.of("figures." + word));
    }
    head.add(words.of("figures.visits-settled"));
    head.add(words.of("figures.visits-tried"));
    rows.add(new SheetRow(head));
    rows.add(row("", words.of("figures.total"), shares.total()));
    for (int i = 0; i < codes.size(); i++) {
      Fieldwork.Work work = shares.areas().get(codes.get(i));
      if (work != null) {
        rows.add(row(codes.get(i), names.get(i), work));
      }
    }
    return rows;
  }

  private SheetRow row(String code, String name, Fieldwork.Work work) {
    List<Object> cells = new ArrayList<>(List.of(code, name));
    cells.addAll(work.patrols().map(this::patrols).orElse(List.of("", "", "", "", "", "")));
    cells.addAll(work.visits().map(this::visits).orElse(List.of("", "", "", "", "")));
    return new SheetRow(cells);
  }

  private List<Object> patrols(RunTally one) {
    return List.of(
        rate(one.done(), one.judged()),
        one.due(),
        one.done(),
        one.partly(),
        one.missed(),
        one.unknown());
  }

  private List<Object> visits(Coverage one) {
    return List.of(rate(one.seen(), one.due()), one.due(), one.seen(), one.settled(), one.tried());
  }

  private Object rate(int numerator, int denominator) {
    return denominator == 0 ? words.of("figures.none") : percent(numerator, denominator);
  }
}
