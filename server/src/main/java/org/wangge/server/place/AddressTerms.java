package org.wangge.server.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;

/**
 * The questions put to the library. They are built from terms: no text of a client is ever read as
 * its query language. Thread-safe.
 */
final class AddressTerms {
  /** How many terms a slip may lead to. */
  private static final int MOST_SLIPPED_TERMS = 64;

  private final IndexSearcher searcher;

  AddressTerms(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  void equal(String field, String term, IntConsumer to) {
    run(new TermQuery(new Term(field, term)), to);
  }

  void beginning(String field, String start, IntConsumer to) {
    run(new PrefixQuery(new Term(field, start)), to);
  }

  /** Terms with at most so many slips, the first character being right. */
  void slipped(String field, String term, int slips, IntConsumer to) {
    run(new FuzzyQuery(new Term(field, term), slips, 1, MOST_SLIPPED_TERMS, true), to);
  }

  /** Those that share the most and the rarest of some terms. */
  void sharing(String field, Collection<String> terms, int most, IntConsumer to) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String term : terms) {
      any.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD);
    }
    try {
      for (ScoreDoc hit : searcher.search(any.build(), most).scoreDocs) {
        to.accept(ordinal(hit.doc));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int ordinal(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues ordinals = DocValues.getNumeric(leaf.reader(), AddressDocuments.ORDINAL);
    if (!ordinals.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("a document without its number: " + doc);
    }
    return (int) ordinals.longValue();
  }

  private void run(Query query, IntConsumer to) {
    try {
      int unused = searcher.search(query, new OneCollector(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The index is searched by the asking thread alone: one collector is all it takes. */
  private record OneCollector(IntConsumer to) implements CollectorManager<Ordinals, Integer> {

    @Override
    public Ordinals newCollector() {
      return new Ordinals(to);
    }

    @Override
    public Integer reduce(Collection<Ordinals> collectors) {
      return collectors.size();
    }
  }

  /** Passes on the number of every address that a query finds. */
  private static final class Ordinals extends SimpleCollector {
    private final IntConsumer to;
    private NumericDocValues ordinals = DocValues.emptyNumeric();

    private Ordinals(IntConsumer to) {
      this.to = to;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      ordinals = DocValues.getNumeric(context.reader(), AddressDocuments.ORDINAL);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (ordinals.advanceExact(doc)) {
        to.accept((int) ordinals.longValue());
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
