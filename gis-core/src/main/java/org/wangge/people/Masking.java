package org.wangge.people;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How personal values are shown to those who may not see them whole. GB/T 35273-2020, 7.2, wants
 * such values limited where they are displayed but names no pattern; these are what Chinese pages
 * and tickets commonly print: the surname, the first three and last four digits of a phone number,
 * the first and last two of an id number, an address as far as its building. Pure.
 */
public final class Masking {
  /** What stands where something was erased out of words. */
  public static final String ERASED = "***";

  /** Compound surnames (复姓) that are still borne. */
  private static final List<String> COMPOUND =
      List.of(
          "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯", "南宫", "轩辕", "端木",
          "独孤", "宇文", "长孙", "钟离", "闾丘", "东郭", "西门", "百里", "呼延", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于",
          "太叔", "申屠", "仲孙", "拓跋", "赫连", "万俟");

  private static final String NOTHING = "***";

  private static final int COMMUNITY_DIGITS = 12;

  /** As far as the building; what follows is a stairwell, a floor, a door. */
  private static final Pattern TO_BUILDING = Pattern.compile("^(.*?(?:号楼|栋|幢|座)).*$");

  private static final Pattern TO_ESTATE = Pattern.compile("^(.*?(?:小区|社区|村|苑|园|里)).*$");

  /** An id number of a resident: region, birthday, sequence, check digit (GB 11643). */
  private static final String ID =
      "\\d{6}\\s?(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s?" + "\\d{3}[\\dXx]";

  private static final String MOBILE = "(?:\\+?86[ -]?)?1\\d{2}[ -]?\\d{4}[ -]?\\d{4}";
  private static final String WITH_AREA_CODE = "0\\d{2,3}[ -]?\\d{7,8}";

  /** Not a day such as 20261103, which is how incidents are numbered. */
  private static final String LOCAL = "(?!20\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d(?!\\d))[2-8]\\d{6,7}";

  /** Digits and a hyphen beside it would make it a part of another number. */
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(?:(?<id>"
              + ID
              + ")|(?<phone>"
              + String.join("|", MOBILE, WITH_AREA_CODE, LOCAL)
              + "))(?!\\d)");

  private Masking() {}

  /** 张三 → 张*, 欧阳小明 → 欧阳**, Ann Lee → A******; one character is masked altogether. */
  public static String name(String name) {
    int[] characters = name.codePoints().toArray();
    int kept = characters.length > 2 && COMPOUND.contains(name.substring(0, 2)) ? 2 : 1;
    if (characters.length < 2) {
      return stars(characters.length);
    }
    return new String(characters, 0, kept) + stars(characters.length - kept);
  }

  /** 13812341234 → 138****1234; of a shorter number the last two digits at most. */
  public static String phone(String phone) {
    int length = phone.length();
    if (length >= 11) {
      return kept(phone, 3, 4);
    }
    return kept(phone, 0, length >= 7 ? 2 : 0);
  }

  /** 110101199001010034 → 11**************34. */
  public static String idNumber(String number) {
    return number.length() >= 15 ? kept(number, 2, 2) : stars(number.length());
  }

  /** 云溪小区3栋2单元501 → 云溪小区3栋***; where neither building nor estate shows, nothing is left. */
  public static String address(String address) {
    for (Pattern pattern : List.of(TO_BUILDING, TO_ESTATE)) {
      Matcher matcher = pattern.matcher(address);
      if (matcher.matches()) {
        return matcher.group(1) + NOTHING;
      }
    }
    return NOTHING;
  }

  /** 990101001002003 → 990101001002***: as far as the community. */
  public static String grid(String code) {
    return code.length() > COMMUNITY_DIGITS
        ? code.substring(0, COMMUNITY_DIGITS) + NOTHING
        : NOTHING;
  }

  /** Free text with the phone and id numbers in it masked. Codes of areas and incidents stay. */
  public static String numbersIn(String text) {
    return NUMBERS
        .matcher(narrow(text))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ((Matcher) found).group("id") == null
                        ? phone(found.group())
                        : idNumber(found.group())));
  }

  /** Digits are typed in their wide form too (１３８…). */
  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one >= '０' && one <= '９') {
        narrow.setCharAt(i, (char) ('0' + one - '０'));
      }
    }
    return narrow.toString();
  }

  private static String kept(String text, int first, int last) {
    int hidden = text.length() - first - last;
    return text.substring(0, first) + stars(hidden) + text.substring(text.length() - last);
  }

  private static String stars(int count) {
    return "*".repeat(Math.max(0, count));
  }
}
