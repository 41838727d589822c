package org.wangge.server.http;

/** Somebody asks too often; worth asking again later. Answered with 429 and {@code Retry-After}. */
public final class TooOften extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final long retryAfterSeconds;

  /**
   * A refusal for now.
   *
   * @param code stable, in kebab case; a key of the message catalogs
   * @param retryAfterSeconds when asking again is worth while
   */
  public TooOften(String code, long retryAfterSeconds) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public String code() {
    return code;
  }

  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
