package org.wangge.message;

/** What came of handing a message over. */
public sealed interface Outcome {

  /**
   * The gateway has it.
   *
   * @param gatewayId what it calls the message; empty where it says nothing
   */
  record Taken(String gatewayId) implements Outcome {}

  /**
   * It will not go: it was refused, or nobody knows where to.
   *
   * @param failure why, as a code
   */
  record Refused(String failure) implements Outcome {}

  /**
   * It certainly did not go this time, and may the next.
   *
   * @param failure why, as a code
   */
  record NotNow(String failure) implements Outcome {}

  /**
   * It may have gone: there was no answer.
   *
   * @param failure why, as a code
   */
  record Unknown(String failure) implements Outcome {}
}
