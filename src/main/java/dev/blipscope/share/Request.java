package dev.blipscope.share;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pretty;
import dev.blipscope.segment.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The HTTP request that brings calls to Segment, as its HTTP API documents it. The write key is
/// never in it.
///
/// @param url where it goes; none for the sandbox, which has no address of its own
/// @param path what is asked there, from the first `/` on
/// @param calls the calls that it brings
/// @param isBatch whether it has the form for several calls, even if it is one
public record Request(@Nullable String url, String path, List<Doc> calls, boolean isBatch) {

  /// Where the URL or the key is to come from when a copy runs outside.
  private static final String ENDPOINT = "SEGMENT_ENDPOINT";

  private static final String KEY = "SEGMENT_WRITE_KEY";
  private static final String DOTS = "••••••••";
  private static final Name TYPE = Name.of("type");

  /// An argument of a program cannot be longer than this on Linux.
  private static final int LONGEST_ARGUMENT = 100_000;

  public Request {
    calls = List.copyOf(calls);
    if (calls.isEmpty() || (calls.size() > 1 && !isBatch)) {
      throw new IllegalArgumentException("a request brings one call, or a batch of them");
    }
  }

  /// The request that brings one call.
  public static Request of(Target target, Doc call) {
    int type = call.member(Doc.ROOT, TYPE);
    return to(target, "/v1/" + (call.isText(type, Name.of("identify")) ? "identify" : "track"))
        .with(List.of(call), false);
  }

  /// The request that brings several calls at once.
  public static Request batch(Target target, List<Doc> calls) {
    return to(target, "/v1/batch").with(calls, true);
  }

  private record Place(@Nullable String url, String path) {
    Request with(List<Doc> calls, boolean isBatch) {
      return new Request(url, path, calls, isBatch);
    }
  }

  private static Place to(Target target, String path) {
    return new Place(host(target.endpoint()), path);
  }

  /// The endpoint as Segment's libraries want it: without a slash or a `/v1` at its end.
  private static @Nullable String host(String endpoint) {
    String bare = endpoint.strip();
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    bare = bare.endsWith("/v1") ? bare.substring(0, bare.length() - 3) : bare;
    return bare.startsWith("http://") || bare.startsWith("https://") ? bare : null;
  }

  /// What the request says beside its body.
  public Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Host", authority());
    headers.put("Authorization", "Basic " + DOTS);
    headers.put("Content-Type", "application/json");
    headers.put("Content-Length", Integer.toString(body().length));
    return headers;
  }

  private String authority() {
    if (url == null) {
      return "sandbox";
    }
    try {
      String authority = new URI(url).getRawAuthority();
      return authority == null ? url : authority.substring(authority.indexOf('@') + 1);
    } catch (URISyntaxException _) {
      return url;
    }
  }

  /// The body, byte by byte.
  public byte[] body() {
    var out = new Out(1_024);
    if (isBatch) {
      Batch.write(calls, out);
    } else {
      out.tight(calls.getFirst(), Doc.ROOT);
    }
    return out.toBytes();
  }

  private String bodyText() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /// The request as it goes over the wire, only the key is dots.
  public String asHttp() {
    var text = new StringBuilder("POST ");
    text.append(url == null ? path : url.substring(pathStart(url)) + path).append(" HTTP/1.1\n");
    headers().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.append('\n').append(bodyText()).append('\n').toString();
  }

  private static int pathStart(String url) {
    int slash = url.indexOf('/', url.indexOf("://") + 3);
    return slash < 0 ? url.length() : slash;
  }

  /// The body, laid out for the eye.
  public String asJson() {
    return Pretty.of(OwnJson.read(body()));
  }

  /// A command for any POSIX shell, which takes the key from the variable `SEGMENT_WRITE_KEY`.
  public String asCurl() {
    String body = bodyText();
    boolean fits = body.length() <= LONGEST_ARGUMENT;
    return "curl --request POST "
        + (url == null ? "\"$" + ENDPOINT + "\"" + quoted(path) : quoted(url + path))
        + " \\\n  --user \"$"
        + KEY
        + ":\" \\\n  --header 'Content-Type: application/json' \\\n  --data-"
        // The body is one line, so it cannot end the text before its end.
        + (fits ? "raw " + quoted(body) : "binary @- <<'END_OF_BODY'\n" + body + "\nEND_OF_BODY")
        + "\n";
  }

  /// Between single quotes a shell takes everything to the letter but the quote itself.
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /// A program that sends the same with analytics-java, and takes the key from the environment.
  public String asJava() {
    String endpoint = url == null ? "System.getenv(\"" + ENDPOINT + "\")" : JavaText.literal(url);
    return new JavaCode("System.getenv(\"" + KEY + "\")", endpoint).of(calls);
  }
}
