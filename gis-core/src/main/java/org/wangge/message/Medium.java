package org.wangge.message;

import java.util.Optional;
import org.wangge.word.Word;

/** Over what a message goes. */
public enum Medium implements Word {
  /** The pages that somebody has open here: it is there as soon as it is kept. */
  PAGE,
  /** 短信, over the gateway of an operator. */
  SMS,
  /** 邮件 */
  MAIL,
  /** 工作群: the robot of a group of people who work together. */
  GROUP;

  public static Optional<Medium> find(String word) {
    return Word.find(Medium.class, word);
  }

  /** Whether it leaves this program. */
  public boolean isOutward() {
    return this != PAGE;
  }
}
