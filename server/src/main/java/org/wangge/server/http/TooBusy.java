package org.wangge.server.http;

/**
 * More is asked for at once than can be done: answered 503 with {@code Retry-After}. Nothing of
 * what was asked is done.
 */
public final class TooBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int retryAfterSeconds;

  /**
   * A refusal for now.
   *
   * @param code stable, in kebab case; a key of the message catalogs
   * @param retryAfterSeconds when asking again is worth while
   */
  public TooBusy(String code, int retryAfterSeconds) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public String code() {
    return code;
  }

  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
