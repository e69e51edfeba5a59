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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

  /// Of an answer so much is kept; Segment's have 16 bytes.
  private static final long MOST_ANSWER = 8_192;

  private final Hiding key;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final BlockingQueue<Noted> exchanges = new LinkedBlockingQueue<>();
  private final Duration callTime;
  private volatile boolean cancelled;
  private final AtomicInteger carrying = new AtomicInteger();
  private int last;

  Recorder(WriteKey key, InstantSource clock, LongSupplier nanos, Duration callTime) {
    this.callTime = callTime;
    this.key = new Hiding(key);
    this.clock = clock;
    this.nanos = nanos;
  }

  /// An exchange and the carrying that it belongs to.
  private record Noted(int carrying, Exchange exchange) {}

  /// What was said to a request by the time it had a connection.
  private static final class Wire {
    private final int carrying;
    private final long start;
    private volatile String head = "";

    private Wire(int carrying, long start) {
      this.carrying = carrying;
      this.start = start;
    }
  }

  void cancel() {
    cancelled = true;
  }

  /// The number of the carrying that goes on.
  int carrying() {
    return carrying.get();
  }

  /// What still belongs to this carrying does not leave any more, and nobody hears of it.
  void carried() {
    carrying.incrementAndGet();
  }

  /// The next exchange that is over; none if there is none for so long.
  @Nullable Exchange next(Duration time) throws InterruptedException {
    var noted = exchanges.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    while (noted != null && noted.carrying() != carrying.get()) {
      noted = exchanges.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    }
    return noted == null ? null : noted.exchange();
  }

  /// What is to be said of calls of which nothing more was heard.
  Exchange silence(List<Parcel> parcels) {
    return nothing(parcels, new Exchange.Trouble(Exchange.Trouble.Kind.NO_ANSWER, true));
  }

  /// Notes a call that the library would not even take.
  void notTaken(Parcel parcel, int by) {
    var trouble = new Exchange.Trouble(Exchange.Trouble.Kind.NOT_TAKEN, false);
    exchanges.add(new Noted(by, nothing(List.of(parcel), trouble)));
  }

  private Exchange nothing(List<Parcel> parcels, Exchange.Trouble trouble) {
    return new Exchange(parcels, clock.instant(), Duration.ZERO, "", "", "", null, trouble);
  }

  /// Notes the request with all its headers once there is a connection for it. By then it can be
  /// too late: to find a machine and to connect to it takes as long as it takes.
  Interceptor onTheWire() {
    return chain -> {
      var wire = chain.request().tag(Wire.class);
      if (wire != null) {
        if (nanos.getAsLong() - wire.start > callTime.toNanos()) {
          throw new InterruptedIOException("the connection took too long");
        }
        if (isOver(wire.carrying)) {
          throw new IOException("nobody wants it to leave any more");
        }
        wire.head = head(chain.request());
      }
      return chain.proceed(chain.request());
    };
  }

  private boolean isOver(int number) {
    return cancelled || number != carrying.get();
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
    var given = batch.batch().stream().map(ToTheLetter::given).toList();
    var parcels = given.stream().map(ToTheLetter.Given::parcel).toList();
    int number = given.getFirst().carrying();
    var began = clock.instant();
    long start = nanos.getAsLong();
    var wire = new Wire(number, start);
    var once =
        request.newBuilder().tag(Wire.class, wire).method(request.method(), new Once(body)).build();
    Exchange.Answer answer = null;
    Exchange.Trouble trouble = null;
    if (isOver(number)) {
      trouble = new Exchange.Trouble(Exchange.Trouble.Kind.CANCELLED, false);
    } else {
      try (var response = chain.proceed(once)) {
        answer = answer(response, "", false);
        answer = read(response, start);
      } catch (IOException e) {
        trouble = trouble(e, !wire.head.isEmpty());
      }
    }
    exchanges.add(new Noted(number, exchange(parcels, began, wire, body, answer, trouble)));
    return allIsWell(request);
  }

  private Exchange exchange(
      List<Parcel> parcels,
      Instant began,
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
    String after = "]" + key.hidden(bytes.readUtf8());
    return new Exchange(
        parcels,
        began,
        Duration.ofNanos(nanos.getAsLong() - wire.start),
        key.hidden(wire.head),
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
        key.hidden("HTTP/1.1 " + response.code() + " " + response.message()),
        key.hidden(response.headers().toString()),
        whole ? key.hidden(body) : key.hiddenEnd(body),
        whole);
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
