package org.wangge.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a typed text may mean: all of it a name, or a name followed (or led) by numbers of building,
 * unit and door. The words between the numbers (栋, 幢, 号楼, 座, {@code dong}, {@code d}, a hyphen)
 * tell the numbers apart and are otherwise all the same: people mix them freely.
 *
 * @param text name in the form of {@link AddressText#key}; empty where there are only numbers
 * @param numbers from the outermost in; empty where all is name
 */
public record AddressQuestion(String text, List<String> numbers) {
  private static final String WORD = "号楼|号院|号|栋|幢|座|单元|单|室|楼|层|门|梯|房";
  private static final String LETTERS =
      begunWords("haolou danyuan zhuang dong zuo hao lou shi men ti hl dy");
  private static final String NUMBER = "[0-9]{1,6}+(?![0-9])";
  private static final String LETTERED = "[a-z甲乙丙丁东南西北中]";

  /** {@code 8栋}, {@code 8d}, {@code 3b座}, {@code a座}, {@code 502a}, {@code 8}. */
  private static final String ITEM =
      "(?:%1$s[a-z](?:%3$s)|%1$s(?:%3$s|%4$s)|%2$s(?=座|栋|幢|号楼|单元)(?:%3$s)|%1$s[a-z](?![a-z])|%1$s)-*+"
          .formatted(NUMBER, LETTERED, WORD, LETTERS);

  private static final Pattern NUMBERS_LAST =
      Pattern.compile("(.*?)(?<![0-9-])((?:" + ITEM + ")+)");
  private static final Pattern NUMBERS_FIRST =
      Pattern.compile("((?:%s(?:%s)?+-*+)+)([^0-9-].*)".formatted(NUMBER, WORD));
  private static final Pattern ONE_NUMBER =
      Pattern.compile(
          "(%1$s[a-z](?=%3$s)|%1$s(?=%4$s)|%2$s(?=座|栋|幢|号楼|单元)|%1$s[a-z](?![a-z])|%1$s)(?:%3$s|%4$s)?-*+"
              .formatted(NUMBER, LETTERED, WORD, LETTERS));

  public AddressQuestion {
    numbers = List.copyOf(numbers);
  }

  /** All that a text may mean, likelier first; none where there is nothing to search for. */
  public static List<AddressQuestion> meanings(String typed) {
    String plain = AddressText.plain(typed);
    String key = AddressText.key(typed);
    List<AddressQuestion> meanings = new ArrayList<>();
    if (key.isEmpty()) {
      return meanings;
    }
    meanings.add(new AddressQuestion(key, List.of()));
    if (!plain.equals(key)) {
      meanings.add(new AddressQuestion(plain, List.of()));
    }
    Matcher last = NUMBERS_LAST.matcher(key);
    if (last.matches()) {
      meanings.add(new AddressQuestion(last.group(1), numbers(last.group(2))));
    }
    Matcher first = NUMBERS_FIRST.matcher(key);
    if (first.matches() && !(last.matches() && last.group(1).isEmpty())) {
      meanings.add(new AddressQuestion(first.group(2), numbers(first.group(1))));
    }
    return meanings;
  }

  private static List<String> numbers(String items) {
    List<String> numbers = new ArrayList<>();
    Matcher item = ONE_NUMBER.matcher(items);
    while (item.find()) {
      numbers.add(AddressText.number(item.group(1)));
    }
    return numbers;
  }

  /** Every word and what is typed of it so far, the longest first. */
  private static String begunWords(String words) {
    return Arrays.stream(words.split(" ", -1))
        .flatMap(AddressQuestion::beginnings)
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .collect(Collectors.joining("|"));
  }

  private static Stream<String> beginnings(String word) {
    return IntStream.rangeClosed(1, word.length()).mapToObj(end -> word.substring(0, end));
  }
}
