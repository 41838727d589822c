package org.wangge.server.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.wangge.place.Address;
import org.wangge.place.AddressKind;
import org.wangge.place.AddressText;
import org.wangge.server.place.AddressPinyin.Spelling;

/** Makes documents of addresses: terms only, nothing is stored but the address's own number. */
final class AddressDocuments {
  static final String ORDINAL = "ordinal";

  /** Its names, in one form. */
  static final String NAME = "name";

  /** What it is called besides, in one form. */
  static final String ALIAS = "alias";

  /** Its names spelled out. */
  static final String PINYIN = "pinyin";

  /** First letters of its names. */
  static final String INITIALS = "initials";

  /** Its names without their beginnings, in characters, spelled out and as first letters. */
  static final String INSIDE = "inside";

  /** Every two neighbouring characters of its names. */
  static final String PAIR = "pair";

  /** Numbers below something: {@code estate/id/8-2-502}. */
  static final String BELOW = "below";

  /** Numbers alone: {@code 8-2-502}. */
  static final String NUMBERS = "numbers";

  private static final int LONGEST_NAME = 60;
  private static final int SPELLINGS_INSIDE = 4;
  private static final int BUILDING_UNIT_DOOR = 3;

  private final Set<String> syllables = new LinkedHashSet<>();

  Document of(int ordinal, Address address) {
    Document document = new Document();
    document.add(new NumericDocValuesField(ORDINAL, ordinal));
    Set<String> names = keys(List.of(address.nameZh(), address.nameEn()));
    Set<String> aliases = keys(address.aliases());
    aliases.removeAll(names);
    names.forEach(name -> addName(document, NAME, name));
    aliases.forEach(name -> addName(document, ALIAS, name));
    address.numbers().forEach(number -> addNumber(document, number));
    return document;
  }

  /** All syllables in the names so far. */
  Set<String> syllables() {
    return syllables;
  }

  /** The forms of names, with and without digits for numerals, cut where they are unreasonable. */
  static Set<String> keys(List<String> names) {
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      keys.add(cut(AddressText.key(name)));
      keys.add(cut(AddressText.plain(name)));
    }
    keys.remove("");
    return keys;
  }

  private static String cut(String key) {
    return key.length() <= LONGEST_NAME ? key : key.substring(0, LONGEST_NAME);
  }

  private void addName(Document document, String field, String name) {
    add(document, field, name);
    pairs(name).forEach(pair -> add(document, PAIR, pair));
    for (int start = 1; start <= name.length() - 2; start++) {
      add(document, INSIDE, name.substring(start));
    }
    if (AddressPinyin.hasChinese(name)) {
      addSpellings(document, name);
    } else {
      // What has no characters is spelled as it is: a slip in it is found like one in pinyin.
      add(document, PINYIN, name);
    }
  }

  private void addSpellings(Document document, String name) {
    List<Spelling> spellings = AddressPinyin.spellings(name);
    for (Spelling spelling : spellings) {
      syllables.addAll(spelling.syllables());
      add(document, PINYIN, spelling.full());
      add(document, INITIALS, spelling.initials());
    }
    spellings.stream()
        .limit(SPELLINGS_INSIDE)
        .forEach(
            spelling -> {
              for (int start = 1; start <= name.length() - 2; start++) {
                add(document, INSIDE, spelling.from(start).full());
                add(document, INSIDE, spelling.from(start).initials());
              }
            });
  }

  /** Neighbouring characters, the edges of the text counting as one. */
  static Set<String> pairs(String text) {
    String edged = "^" + text + "$";
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 2 <= edged.length(); i++) {
      pairs.add(edged.substring(i, i + 2));
    }
    return pairs;
  }

  /** A door is also found without its unit: {@code 8-502}. */
  private static void addNumber(Document document, Address.DoorNumber number) {
    List<String> parts = number.parts().stream().map(AddressText::number).toList();
    Set<String> paths = new LinkedHashSet<>(List.of(path(parts)));
    if (parts.size() == BUILDING_UNIT_DOOR) {
      paths.add(path(List.of(parts.get(0), parts.get(2))));
    }
    for (String path : paths) {
      add(document, NUMBERS, path);
      add(document, BELOW, below(number.under(), number.underId(), path));
    }
  }

  static String path(List<String> numbers) {
    return String.join("-", numbers);
  }

  static String below(AddressKind kind, String id, String path) {
    return kind.word() + "/" + id + "/" + path;
  }

  private static void add(Document document, String field, String term) {
    document.add(new StringField(field, term, Field.Store.NO));
  }
}
