package org.wangge.server.http;

import io.javalin.http.Context;
import java.util.Locale;

/** The languages answers are given in; Chinese unless the caller prefers English. */
public enum Language {
  ZH,
  EN;

  /** The language a request asks for: {@code Accept-Language}, first match wins. */
  public static Language of(Context ctx) {
    String wanted = ctx.header("Accept-Language");
    if (wanted == null) {
      return ZH;
    }
    String lower = wanted.toLowerCase(Locale.ROOT);
    int english = lower.indexOf("en");
    int chinese = lower.indexOf("zh");
    return english >= 0 && (chinese < 0 || english < chinese) ? EN : ZH;
  }

  /** In file names and {@code Content-Language}: {@code zh}, {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
