package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.wangge.place.StreetClass;

/** The streets laid out so far, with their names. */
final class Streets {
  private final List<Strand> strands = new ArrayList<>();
  private final MadeUpNames names;

  Streets(MadeUpNames names) {
    this.names = names;
  }

  List<Strand> all() {
    return strands;
  }

  Strand lay(StreetClass streetClass) {
    return lay(streetClass, 0);
  }

  /** A street with a canal along its left side. */
  Strand lay(StreetClass streetClass, double waterMeters) {
    boolean named = streetClass != StreetClass.PATH;
    Strand strand =
        new Strand(strands.size(), streetClass, named ? names.next() : null, waterMeters);
    strands.add(strand);
    return strand;
  }
}
