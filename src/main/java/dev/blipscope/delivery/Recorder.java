package dev.blipscope.delivery;

import com.segment.analytics.messages.Batch;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/// Stands between analytics-java and the wire: notes each exchange as it was, and tells the library
/// that all is well, whatever was said. So it never sends anything twice by itself, and never says
/// a word about a call that we have to believe.
final class Recorder implements Interceptor {

  private static final String SUCCESS = "{\"success\":true}";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String DOTS = "••••••••";

  /// Of an answer so much is kept; Segment's have 16 bytes.
  private static final long MOST_ANSWER = 8_192;

  /// Of a key that was cut off, fewer letters than these tell nothing.
  private static final int FEW_LETTERS = 4;

  private final WriteKey key;
  private final String keyInHeader;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
  private final Duration callTime;
  private volatile boolean cancelled;
  private int last;

  Recorder(WriteKey key, InstantSource clock, LongSupplier nanos, Duration callTime) {
    this.callTime = callTime;
    this.key = key;
    keyInHeader =
        Base64.getEncoder().encodeToString((key.reveal() + ":").getBytes(StandardCharsets.UTF_8));
    this.clock = clock;
    this.nanos = nanos;
  }

  /// What was said to a request by the time it had a connection.
  private static final class Wire {
    private volatile String head = "";
  }

  void cancel() {
    cancelled = true;
  }

  /// The next exchange that is over; none if there is none for so long.
  @Nullable Exchange next(Duration time) throws InterruptedException {
    return exchanges.poll(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What is to be said of calls of which nothing more was heard.
  Exchange silence(List<Parcel> parcels) {
    return nothing(parcels, new Exchange.Trouble(Exchange.Trouble.Kind.NO_ANSWER, true));
  }

  /// Notes a call that the library would not even take.
  void notTaken(Parcel parcel) {
    var trouble = new Exchange.Trouble(Exchange.Trouble.Kind.NOT_TAKEN, false);
    exchanges.add(nothing(List.of(parcel), trouble));
  }

  private Exchange nothing(List<Parcel> parcels, Exchange.Trouble trouble) {
    return new Exchange(parcels, clock.instant(), Duration.ZERO, "", "", "", null, trouble);
  }

  /// Notes the request with all its headers once there is a connection for it.
  Interceptor onTheWire() {
    return chain -> {
      var wire = chain.request().tag(Wire.class);
      if (wire != null) {
        wire.head = head(chain.request());
      }
      return chain.proceed(chain.request());
    };
  }

  private static String head(Request request) {
    return request.method() + " " + request.url().encodedPath() + " HTTP/1.1\n" + request.headers();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var request = chain.request();
    var body = request.body();
    var invocation = request.tag(Invocation.class);
    if (body == null || invocation == null) {
      throw new IllegalStateException("the library sends something else than calls");
    }
    var batch = (Batch) invocation.arguments().getLast();
    if (batch.sequence() == last) {
      // Whatever made the library think so: what was noted once does not go out again.
      return allIsWell(request);
    }
    last = batch.sequence();
    var parcels = parcels(batch);
    var began = clock.instant();
    long start = nanos.getAsLong();
    var wire = new Wire();
    var once =
        request.newBuilder().tag(Wire.class, wire).method(request.method(), new Once(body)).build();
    Exchange.Answer answer = null;
    Exchange.Trouble trouble = null;
    if (cancelled) {
      trouble = new Exchange.Trouble(Exchange.Trouble.Kind.CANCELLED, false);
    } else {
      try (var response = chain.proceed(once)) {
        answer = answer(response, "", false);
        answer = read(response, start);
      } catch (IOException e) {
        trouble = trouble(e, !wire.head.isEmpty());
      }
    }
    exchanges.add(exchange(parcels, began, start, wire, body, answer, trouble));
    return allIsWell(request);
  }

  private static List<Parcel> parcels(Batch batch) {
    return batch.batch().stream().map(ToTheLetter::parcel).toList();
  }

  private Exchange exchange(
      List<Parcel> parcels,
      Instant began,
      long start,
      Wire wire,
      RequestBody body,
      Exchange.@Nullable Answer answer,
      Exchange.@Nullable Trouble trouble)
      throws IOException {
    var bytes = new Buffer();
    body.writeTo(bytes);
    String before = bytes.readUtf8(bytes.indexOf((byte) '[') + 1);
    for (var parcel : parcels) {
      bytes.skip(parcel.call().getBytes(StandardCharsets.UTF_8).length + 1);
    }
    // With the last call went the bracket that ends them.
    String after = "]" + hidden(bytes.readUtf8());
    return new Exchange(
        parcels,
        began,
        Duration.ofNanos(nanos.getAsLong() - start),
        hidden(wire.head),
        before,
        after,
        answer,
        trouble);
  }

  /// An answer that comes byte by byte may take no longer than another.
  private Exchange.Answer read(Response response, long start) throws IOException {
    var body = response.body();
    if (body == null) {
      return answer(response, "", true);
    }
    var bytes = body.source().getBuffer();
    boolean more = true;
    while (more && bytes.size() <= MOST_ANSWER) {
      if (nanos.getAsLong() - start > callTime.toNanos()) {
        throw new InterruptedIOException("the answer takes too long");
      }
      more = body.source().request(bytes.size() + 1);
    }
    String text = bytes.readUtf8(Math.min(bytes.size(), MOST_ANSWER));
    return answer(response, text, !more);
  }

  /// An endpoint could say the key back to us.
  private Exchange.Answer answer(Response response, String body, boolean whole) {
    return new Exchange.Answer(
        response.code(),
        hidden("HTTP/1.1 " + response.code() + " " + response.message()),
        hidden(response.headers().toString()),
        whole ? hidden(body) : hiddenEnd(hidden(body)),
        whole);
  }

  private String hidden(String text) {
    return text.replace(key.reveal(), DOTS).replace(keyInHeader, DOTS);
  }

  /// Where an answer was cut, there may be the beginning of a key.
  private String hiddenEnd(String text) {
    for (String secret : List.of(key.reveal(), keyInHeader)) {
      for (int letters = secret.length() - 1; letters >= FEW_LETTERS; letters--) {
        if (text.endsWith(secret.substring(0, letters))) {
          return text.substring(0, text.length() - letters) + DOTS;
        }
      }
    }
    return text;
  }

  private Exchange.Trouble trouble(IOException e, boolean onTheWire) {
    var kind = cancelled ? Exchange.Trouble.Kind.CANCELLED : kind(e, onTheWire);
    return new Exchange.Trouble(kind, onTheWire);
  }

  private static Exchange.Trouble.Kind kind(IOException e, boolean onTheWire) {
    return switch (e) {
      case UnknownHostException _ -> Exchange.Trouble.Kind.UNKNOWN_HOST;
      case ConnectException _, NoRouteToHostException _ -> Exchange.Trouble.Kind.REFUSED_CONNECTION;
      case InterruptedIOException _ -> Exchange.Trouble.Kind.NO_ANSWER;
      case SSLException _ ->
          onTheWire ? Exchange.Trouble.Kind.BROKEN_OFF : Exchange.Trouble.Kind.TLS;
      default -> Exchange.Trouble.Kind.BROKEN_OFF;
    };
  }

  private static Response allIsWell(Request request) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(SUCCESS, JSON))
        .build();
  }

  /// A body that goes out once at most: OkHttp sends others again by itself, as when it hears
  /// "503, retry after 0 seconds".
  private static final class Once extends RequestBody {

    private final RequestBody body;

    private Once(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
