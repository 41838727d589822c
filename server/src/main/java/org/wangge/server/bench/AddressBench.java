package org.wangge.server.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.place.Address;
import org.wangge.place.AddressHit;
import org.wangge.place.AddressKind;
import org.wangge.place.AddressQuery;
import org.wangge.server.place.LuceneAddressIndex;

/** How long a search takes among many addresses, of every way in which people type. */
final class AddressBench implements Bench {
  private static final Caller OPERATOR =
      Caller.of("bench", Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE);
  private static final int HITS = 12;

  /** What a search of this kind must find of the address it was made from, and how often. */
  private static final double MOSTLY = 0.9;

  @Override
  public String name() {
    return "addresses";
  }

  @Override
  public String purpose() {
    return "time of a search among 100,000 addresses: exact, begun, pinyin, initials, slips";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    int count = settings.pick(100_000, 5_000);
    List<Address> city = AddressCity.of(settings.seed(), count);
    long usedBefore = usedBytes();
    long before = System.nanoTime();
    LuceneAddressIndex index = LuceneAddressIndex.of(city.stream(), at -> List.of());
    double seconds = (System.nanoTime() - before) / 1e9;
    double megabytes = (usedBytes() - usedBefore) / 1e6;
    out.printf("%,d addresses: built in %.1f s, %.0f MB%n", count, seconds, megabytes);
    figures.figure("addresses", count);
    figures.figure("build_seconds", seconds);
    figures.figure("index_megabytes", megabytes);
    out.printf(
        "%-10s %8s %8s %8s %8s %8s%n", "typed", "p50 ms", "p95 ms", "p99 ms", "max ms", "found");
    out.flush();
    measure(settings, city, index, figures, out);
    return figures;
  }

  private void measure(
      Settings settings,
      List<Address> city,
      LuceneAddressIndex index,
      Figures figures,
      PrintWriter out) {
    Map<String, UnaryOperator<String>> ways = ways(new Random(settings.seed()));
    int each = settings.pick(1_000, 60);
    List<Typed> mixed = new ArrayList<>();
    ways.forEach((way, type) -> mixed.addAll(typed(way, type, city, each, settings.seed())));
    Collections.shuffle(mixed, new Random(settings.seed()));
    mixed.forEach(typed -> typed.ask(index));
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    Map<String, Integer> found = new LinkedHashMap<>();
    for (Typed typed : mixed) {
      long start = System.nanoTime();
      List<AddressHit> hits = typed.ask(index);
      double took = (System.nanoTime() - start) / 1e6;
      millis.computeIfAbsent(typed.way, way -> new ArrayList<>()).add(took);
      millis.computeIfAbsent("all", way -> new ArrayList<>()).add(took);
      boolean isThere = hits.stream().anyMatch(hit -> hit.address().equals(typed.meant));
      found.merge(typed.way, isThere ? 1 : 0, Integer::sum);
      found.merge("all", isThere ? 1 : 0, Integer::sum);
    }
    millis.forEach(
        (way, times) -> {
          double part = found.getOrDefault(way, 0) / (double) times.size();
          print(way, times, part, figures, out);
          figures.agreed(way.equals("begun") || part >= MOSTLY);
        });
  }

  private static void print(
      String way, List<Double> times, double found, Figures figures, PrintWriter out) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    out.printf(
        "%-10s %8.2f %8.2f %8.2f %8.2f %7.1f%%%n",
        way,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1],
        found * 100);
    out.flush();
    figures.figure(way + "_p50_ms", sorted[sorted.length / 2]);
    figures.figure(way + "_p95_ms", sorted[sorted.length * 95 / 100]);
    figures.figure(way + "_p99_ms", sorted[sorted.length * 99 / 100]);
    figures.figure(way + "_found", found);
  }

  /** The ways to type an address, each made from its label. */
  private static Map<String, UnaryOperator<String>> ways(Random random) {
    Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
    ways.put("exact", label -> label);
    ways.put("begun", label -> label.substring(0, 1 + random.nextInt(label.length())));
    ways.put("pinyin", TypedPinyin::full);
    ways.put("initials", TypedPinyin::initials);
    ways.put("slip", label -> slip(label, random));
    return ways;
  }

  /** Swaps the second and third character, which are of the name. */
  private static String slip(String label, Random random) {
    char[] letters = label.toCharArray();
    int at = letters.length > 3 ? random.nextInt(2) : 0;
    char moved = letters[at];
    letters[at] = letters[at + 1];
    letters[at + 1] = moved;
    return new String(letters);
  }

  private static List<Typed> typed(
      String way, UnaryOperator<String> type, List<Address> city, int count, long seed) {
    Random random = new Random(seed + way.length());
    return IntStream.range(0, count)
        .mapToObj(i -> city.get(random.nextInt(city.size())))
        .filter(address -> address.kind() != AddressKind.UNIT)
        .map(address -> new Typed(way, type.apply(address.label()), address))
        .toList();
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /**
   * A search.
   *
   * @param way how it is typed
   * @param text what is typed
   * @param meant what is sought
   */
  private record Typed(String way, String text, Address meant) {
    List<AddressHit> ask(LuceneAddressIndex index) {
      return index.search(OPERATOR, new AddressQuery(text, meant.location(), HITS));
    }
  }
}
