package org.wangge.server.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Address;
import org.wangge.place.AddressHit;
import org.wangge.place.AddressIndex;
import org.wangge.place.AddressQuery;
import org.wangge.place.AddressQuestion;

/**
 * The address index on Lucene, in memory. Lucene finds candidates by term, beginning and slip; what
 * they are worth is decided here, so that the order does not depend on how often words occur.
 * Decision record 015.
 */
public final class LuceneAddressIndex implements AddressIndex {
  private static final double BUFFER_MEGABYTES = 64;

  /** As many things of like names are looked at for numbers below them. */
  private static final int MOST_ROOTS = 48;

  private static final Comparator<Address> RANK =
      Comparator.comparing(Address::kind)
          .thenComparing(address -> address.label().length())
          .thenComparing(Address::label)
          .thenComparing(Address::id);

  private final List<Address> addresses;
  private final Set<String> numbered;
  private final Function<LatticePoint, List<String>> areasAt;
  private final AddressNames names;
  private final AddressNumbers numbers;

  private LuceneAddressIndex(
      List<Address> ranked,
      AddressTerms terms,
      AddressSpelling spelling,
      Function<LatticePoint, List<String>> areasAt) {
    this.addresses = ranked;
    this.areasAt = areasAt;
    numbered =
        ranked.stream()
            .flatMap(address -> address.numbers().stream())
            .map(number -> number.under().word() + "/" + number.underId())
            .collect(Collectors.toCollection(HashSet::new));
    names = new AddressNames(ranked, terms, spelling);
    numbers = new AddressNumbers(ranked, terms);
  }

  /**
   * Builds an index; takes seconds for a hundred thousand addresses.
   *
   * @param all the addresses, each once, in any order
   * @param areasAt codes of the areas that hold a point, from the top down; asked for callers who
   *     may see some areas only
   */
  public static LuceneAddressIndex of(
      Stream<Address> all, Function<LatticePoint, List<String>> areasAt) {
    List<Address> ranked = all.sorted(RANK).toList();
    AddressDocuments documents = new AddressDocuments();
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      IndexWriterConfig config =
          new IndexWriterConfig(noAnalysis()).setRAMBufferSizeMB(BUFFER_MEGABYTES);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < ranked.size(); i++) {
          writer.addDocument(documents.of(i, ranked.get(i)));
        }
        writer.forceMerge(1);
      }
      IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
      searcher.setQueryCache(null);
      return new LuceneAddressIndex(
          ranked, new AddressTerms(searcher), new AddressSpelling(documents.syllables()), areasAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Terms are made by {@link AddressDocuments}; nothing is left for the library to take apart. */
  private static Analyzer noAnalysis() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        throw new IllegalStateException("a field that is no single term: " + fieldName);
      }
    };
  }

  @Override
  public int size() {
    return addresses.size();
  }

  @Override
  public List<AddressHit> search(Caller caller, AddressQuery query) {
    AddressMatches matches = new AddressMatches(addresses.size(), visible(caller));
    List<AddressQuestion> meanings = AddressQuestion.meanings(query.text());
    List<Way> ways =
        List.of(AddressNames::addSure, AddressNames::addWithin, AddressNames::addNearly);
    for (int i = 0; i < ways.size() && isWanting(matches, query, i); i++) {
      for (AddressQuestion meaning : meanings) {
        search(meaning, ways.get(i), query, matches);
      }
    }
    return matches.first(query.limit(), order(matches, query)).stream()
        .map(ordinal -> hit(ordinal, matches.get(ordinal)))
        .toList();
  }

  /**
   * What contains the text is sought where hits are few, what resembles it where there are none.
   */
  private static boolean isWanting(AddressMatches matches, AddressQuery query, int way) {
    return switch (way) {
      case 0 -> true;
      case 1 -> matches.count() < query.limit();
      default -> matches.count() == 0;
    };
  }

  /** One of the ways to find names. */
  private interface Way {
    void add(AddressNames names, String text, AddressMatches to);
  }

  private void search(
      AddressQuestion meaning, Way way, AddressQuery query, AddressMatches matches) {
    if (meaning.numbers().isEmpty()) {
      way.add(names, meaning.text(), matches);
      return;
    }
    if (meaning.text().isEmpty()) {
      numbers.add(meaning.numbers(), matches);
      return;
    }
    AddressMatches roots = new AddressMatches(addresses.size(), this::isNumbered);
    way.add(names, meaning.text(), roots);
    for (int root : roots.first(MOST_ROOTS, order(roots, query))) {
      numbers.add(root, roots.get(root), meaning.numbers(), matches);
    }
  }

  private boolean isNumbered(int ordinal) {
    Address address = addresses.get(ordinal);
    return numbered.contains(address.kind().word() + "/" + address.id());
  }

  /** Doors are for those who work there; a screen on a wall is nobody. */
  private IntPredicate visible(Caller caller) {
    boolean works = caller.roles().stream().anyMatch(r -> r.isStaff() && r != Role.WALL);
    return ordinal -> {
      Address address = addresses.get(ordinal);
      return address.kind().isPublic() || (works && isIn(caller.scope(), address.location()));
    };
  }

  private boolean isIn(AreaScope scope, LatticePoint place) {
    return scope.covers(null, place) || areasAt.apply(place).stream().anyMatch(scope::covers);
  }

  private Comparator<Integer> order(AddressMatches matches, AddressQuery query) {
    Comparator<Integer> byCost = Comparator.comparingInt(i -> matches.get(i).cost());
    // Houses of an estate are often called after it, and one of them is always nearer than it.
    Comparator<Integer> byWhole = byCost.thenComparing(i -> !addresses.get(i).numbers().isEmpty());
    Comparator<Integer> byRank = Comparator.naturalOrder();
    return query
        .near()
        .map(near -> byWhole.thenComparingDouble(i -> apart(near, addresses.get(i).location())))
        .orElse(byWhole)
        .thenComparing(byRank);
  }

  /** Grows with the distance; in a city the earth is flat enough for an order. */
  static double apart(LatticePoint one, LatticePoint other) {
    double north = (double) one.lat() - other.lat();
    double east = ((double) one.lon() - other.lon()) * Math.cos(Math.toRadians(one.latDegrees()));
    return north * north + east * east;
  }

  private AddressHit hit(int ordinal, AddressMatch match) {
    Address address = addresses.get(ordinal);
    LatticePoint reckoned = match.locationOrNull();
    List<String> label = new ArrayList<>(List.of(address.label()));
    if (!match.number().isEmpty()) {
      label.add(match.number() + "号");
    }
    return new AddressHit(
        address,
        String.join("", label),
        reckoned == null ? address.location() : reckoned,
        match.exactness(),
        AddressNames.written(address, match.text()),
        match.missing(),
        1 / (1 + match.cost() / 10.0));
  }
}
