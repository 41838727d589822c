package org.wangge.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.fault.NotFound;

/** Serves the pages, with the content policy they need, and their files. */
public final class Pages {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private static final String WORKER_POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

  /** Scripts that run as workers are called so. */
  private static final Pattern WORKER = Pattern.compile("-worker\\.m?js$");

  private static final String PART = "wangge.part-of-a-page";

  /** What pages for thin networks begin with. */
  private static final Set<String> THIN = Set.of("report", "field");

  private static final Pattern JOINED =
      Pattern.compile("joined/((report|field)\\.(zh|en))\\.(js|css)");

  private static final List<String> PARTS = List.of("text/javascript", "text/css");

  private final Assets assets;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  public Pages(Assets assets) {
    this.assets = assets;
  }

  private record Page(PackedFile asset, String policy) {}

  /** A page; its name is that of its file without the ending. */
  public void page(Context ctx, String name) {
    boolean isThin = THIN.contains(name);
    Page page =
        pages.computeIfAbsent(isThin ? name + "." + Language.of(ctx).tag() : name, this::render);
    ctx.header("Content-Security-Policy", page.policy());
    ctx.header("Cache-Control", "no-cache");
    send(ctx, page.asset());
    if (isThin) {
      ctx.header("Vary", "Accept-Encoding, Accept-Language");
    }
  }

  /**
   * The service worker of a page, from an address of its own beside the page: that is what it may
   * serve. It names the build, so that a browser that has an older one notices.
   */
  public void worker(Context ctx, String name) {
    Page worker = pages.computeIfAbsent(name + ".js", this::withBase);
    ctx.header("Content-Security-Policy", WORKER_POLICY);
    ctx.header("Cache-Control", "no-cache");
    send(ctx, worker.asset());
  }

  /** What a phone wants to know to put a page among its programs. */
  public void manifest(Context ctx, String name) {
    ctx.header("Cache-Control", "no-cache");
    send(ctx, pages.computeIfAbsent(name + ".webmanifest", this::withBase).asset());
  }

  private Page withBase(String path) {
    PackedFile file = get(path);
    return new Page(
        PackedFile.of(file.contentType(), text(file).getBytes(StandardCharsets.UTF_8)),
        WORKER_POLICY);
  }

  private String text(PackedFile file) {
    return new String(file.plain(), StandardCharsets.UTF_8)
        .replace("{{base}}", "/static/" + assets.buildId());
  }

  private Page render(String name) {
    String of = name.replaceFirst("\\..*", "");
    PackedFile file =
        assets
            .find(of + ".html")
            .orElseThrow(() -> new NotFound("page-unknown", Map.of("path", name)));
    String html = text(of.equals(name) ? file : joined(name, file));
    Matcher map = IMPORT_MAP.matcher(html);
    String hash = map.find() ? " 'sha256-" + sha256(map.group(1)) + "'" : "";
    String policy =
        "default-src 'self'; script-src 'self'"
            + hash
            + "; worker-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
            + " style-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    return new Page(
        PackedFile.of(file.contentType(), html.getBytes(StandardCharsets.UTF_8)), policy);
  }

  private PackedFile joined(String name, PackedFile file) {
    String html = new String(file.plain(), StandardCharsets.UTF_8);
    JoinedPage joined =
        new JoinedPage(name, html, path -> new String(get(path).plain(), StandardCharsets.UTF_8));
    assets.put(JoinedPage.FOLDER + name + ".js", joined.script());
    assets.put(JoinedPage.FOLDER + name + ".css", joined.style());
    return PackedFile.of(file.contentType(), joined.page().getBytes(StandardCharsets.UTF_8));
  }

  /** {@code GET /static/{build}/<path>}. A build that is not ours is not kept. */
  public void file(Context ctx) {
    boolean ours = ctx.pathParam("build").equals(assets.buildId());
    ctx.header("Cache-Control", ours ? "public, max-age=31536000, immutable" : "no-cache");
    String path = ctx.pathParam("path");
    Matcher joined = JOINED.matcher(path);
    if (joined.matches()) {
      // Joined with its page, be that asked for before or not.
      pages.computeIfAbsent(joined.group(1), this::render);
    }
    PackedFile file = get(path);
    if (WORKER.matcher(path).find()) {
      // A worker obeys the policy its own script came with: the map's workers fetch tiles.
      ctx.header("Content-Security-Policy", WORKER_POLICY);
    } else {
      ctx.attribute(PART, PARTS.stream().anyMatch(file.contentType()::startsWith));
    }
    send(ctx, file);
  }

  /**
   * Whether an answer is a script or a style sheet of a page: no document and no worker, so that
   * what browsers hold those to means nothing with it. A page for thin networks has 17 of them, and
   * 400 bytes with each are more than a second at 50 kbit/s.
   */
  static boolean isPart(Context ctx) {
    return Boolean.TRUE.equals(ctx.attribute(PART));
  }

  /** {@code GET /styles/{name}.json}. */
  public void style(Context ctx) {
    ctx.header("Cache-Control", "no-cache");
    send(ctx, get("styles/" + ctx.pathParam("name") + ".json"));
  }

  private PackedFile get(String path) {
    return assets.find(path).orElseThrow(() -> new NotFound("page-unknown", Map.of("path", path)));
  }

  /** Sends bytes, packed where the caller takes that. */
  static void send(Context ctx, PackedFile asset) {
    ctx.header("Vary", "Accept-Encoding");
    if (ETags.unchanged(ctx, asset.etag())) {
      return;
    }
    ctx.contentType(asset.contentType());
    Optional<byte[]> gzip =
        Optional.ofNullable(ctx.header("Accept-Encoding"))
            .filter(accepted -> accepted.contains("gzip"))
            .flatMap(accepted -> asset.gzip());
    ctx.disableCompression();
    if (gzip.isPresent()) {
      ctx.header("Content-Encoding", "gzip");
    }
    ctx.result(gzip.orElse(asset.plain()));
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
