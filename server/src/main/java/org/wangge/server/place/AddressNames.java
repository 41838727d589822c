package org.wangge.server.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.wangge.place.Address;
import org.wangge.place.AddressLikeness;
import org.wangge.place.Exactness;
import org.wangge.server.place.AddressPinyin.Spelling;
import org.wangge.server.place.AddressSpelling.Fit;

/**
 * Finds addresses by name, in every way a name is typed. The costs put the ways in order: right,
 * begun, spelled out, first letters, within, nearly. Thread-safe.
 */
final class AddressNames {
  private static final int SOUND = 20;
  private static final int LETTERS = 30;
  private static final int WITHIN = 40;
  private static final int NEARLY = 50;

  /** Longer texts are no longer looked at for slips or mixed spellings. */
  private static final int LONGEST_UNSURE = 40;

  private static final int MOST_SOUNDS = 8;
  private static final int MOST_CANDIDATES = 200;

  private final List<Address> addresses;
  private final AddressTerms terms;
  private final AddressSpelling spelling;

  AddressNames(List<Address> addresses, AddressTerms terms, AddressSpelling spelling) {
    this.addresses = addresses;
    this.terms = terms;
    this.spelling = spelling;
  }

  /** Names that are so, begin so, sound so or have these first letters. */
  void addSure(String text, AddressMatches to) {
    boolean chinese = AddressPinyin.hasChinese(text);
    terms.equal(AddressDocuments.NAME, text, add(to, 0, Exactness.EXACT, text));
    terms.equal(AddressDocuments.ALIAS, text, add(to, 1, Exactness.ALIAS, text));
    terms.beginning(AddressDocuments.NAME, text, add(to, 10, Exactness.PREFIX, text));
    terms.beginning(AddressDocuments.ALIAS, text, add(to, 11, Exactness.PREFIX, text));
    for (String sound : chinese ? sounds(text) : List.of(text)) {
      int cost = chinese ? SOUND + 2 : SOUND;
      terms.equal(AddressDocuments.PINYIN, sound, add(to, cost, Exactness.PINYIN, text));
      terms.beginning(AddressDocuments.PINYIN, sound, add(to, cost + 1, Exactness.PINYIN, text));
    }
    if (hasLetters(text)) {
      addLetters(text, chinese, to);
    }
  }

  private void addLetters(String text, boolean chinese, AddressMatches to) {
    if (!chinese) {
      IntConsumer all = add(to, LETTERS, Exactness.INITIALS, text);
      terms.equal(AddressDocuments.INITIALS, text, all);
      IntConsumer begun = add(to, LETTERS + 1, Exactness.INITIALS, text);
      terms.beginning(AddressDocuments.INITIALS, text, begun);
    }
    if (text.length() > LONGEST_UNSURE) {
      return;
    }
    for (String letters : spelling.initials(text)) {
      if (!letters.equals(text)) {
        terms.beginning(AddressDocuments.INITIALS, letters, ordinal -> addMixed(text, ordinal, to));
      }
    }
  }

  /** The letters alone do not tell which syllables were typed: the name itself decides. */
  private void addMixed(String text, int ordinal, AddressMatches to) {
    if (!to.accepts(ordinal)) {
      return;
    }
    Fit best = Fit.NONE;
    for (String name : keys(addresses.get(ordinal))) {
      Fit fit = AddressSpelling.fit(text, name);
      best = fit.compareTo(best) > 0 ? fit : best;
    }
    if (best != Fit.NONE) {
      int cost = best == Fit.WHOLE ? LETTERS + 2 : LETTERS + 3;
      to.add(ordinal, AddressMatch.ofName(cost, Exactness.INITIALS, text));
    }
  }

  /** Names that hold the text within. */
  void addWithin(String text, AddressMatches to) {
    if (text.length() >= 2 && text.length() <= LONGEST_UNSURE) {
      terms.beginning(AddressDocuments.INSIDE, text, add(to, WITHIN, Exactness.SIMILAR, text));
    }
  }

  /** Names that the text holds, and those that differ from it by slips. */
  void addNearly(String text, AddressMatches to) {
    if (text.length() > LONGEST_UNSURE) {
      return;
    }
    sharingPairs(text, to, ordinal -> addHeld(text, ordinal, to));
    int bearable = AddressLikeness.bearableSlips(text);
    if (bearable == 0) {
      return;
    }
    if (AddressPinyin.hasChinese(text)) {
      sharingPairs(text, to, ordinal -> addSlipped(text, bearable, ordinal, to));
    } else {
      terms.slipped(
          AddressDocuments.PINYIN,
          text,
          bearable,
          ordinal -> addSlippedSound(text, bearable, ordinal, to));
    }
  }

  /** Addresses are written from the large to the small: of several names the last is meant. */
  private void addHeld(String text, int ordinal, AddressMatches to) {
    for (String name : keys(addresses.get(ordinal))) {
      if (name.length() >= 2 && name.length() < text.length() && text.contains(name)) {
        int cost = text.endsWith(name) ? WITHIN + 2 : WITHIN + 6;
        to.add(ordinal, AddressMatch.ofName(cost, Exactness.SIMILAR, name));
      }
    }
  }

  private void addSlipped(String text, int bearable, int ordinal, AddressMatches to) {
    for (String name : keys(addresses.get(ordinal))) {
      addSlipped(text, name, bearable, ordinal, to);
    }
  }

  private void addSlippedSound(String text, int bearable, int ordinal, AddressMatches to) {
    if (!to.accepts(ordinal)) {
      return;
    }
    for (String name : keys(addresses.get(ordinal))) {
      for (Spelling sound : AddressPinyin.spellings(name)) {
        addSlipped(text, sound.full(), bearable, ordinal, to);
      }
    }
  }

  private static void addSlipped(
      String text, String name, int bearable, int ordinal, AddressMatches to) {
    int slips = AddressLikeness.slips(text, name, bearable);
    if (slips <= bearable) {
      to.add(ordinal, AddressMatch.ofName(NEARLY + 3 * slips, Exactness.SIMILAR, text));
    }
  }

  private void sharingPairs(String text, AddressMatches to, IntConsumer candidate) {
    terms.sharing(
        AddressDocuments.PAIR,
        AddressDocuments.pairs(text),
        MOST_CANDIDATES,
        ordinal -> {
          if (to.accepts(ordinal)) {
            candidate.accept(ordinal);
          }
        });
  }

  /** Which of its names a text was found by, as it is written. */
  static String written(Address address, String text) {
    List<String> names = new ArrayList<>(List.of(address.nameZh(), address.nameEn()));
    names.addAll(address.aliases());
    names.remove("");
    for (String name : names) {
      for (String key : AddressDocuments.keys(List.of(name))) {
        if (key.startsWith(text) || AddressSpelling.fit(text, key) != Fit.NONE) {
          return name;
        }
      }
    }
    return names.isEmpty() ? address.label() : names.get(0);
  }

  private static Set<String> keys(Address address) {
    Set<String> keys = AddressDocuments.keys(List.of(address.nameZh(), address.nameEn()));
    keys.addAll(AddressDocuments.keys(address.aliases()));
    return keys;
  }

  private static Collection<String> sounds(String text) {
    Set<String> sounds = new LinkedHashSet<>();
    AddressPinyin.spellings(text).stream().limit(MOST_SOUNDS).forEach(s -> sounds.add(s.full()));
    return sounds;
  }

  private static boolean hasLetters(String text) {
    return text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  private static IntConsumer add(AddressMatches to, int cost, Exactness exactness, String text) {
    AddressMatch match = AddressMatch.ofName(cost, exactness, text);
    return ordinal -> to.add(ordinal, match);
  }
}
