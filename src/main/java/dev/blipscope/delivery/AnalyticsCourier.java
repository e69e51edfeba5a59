package dev.blipscope.delivery;

import com.google.gson.GsonBuilder;
import com.segment.analytics.Analytics;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.WriteKey;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// Sends with analytics-java, fenced in: what the library would do by itself, and why we do not let
/// it, is told in decision record 16.
///
/// It owns the threads that the library needs; none of them outlives [#close].
public final class AnalyticsCourier implements Courier {

  /// The path that the library adds itself, if one lets it.
  private static final String PATH = "/v1/import/";

  private static final Duration CALL_TIME = Duration.ofSeconds(20);
  private static final long NEVER = 365;

  private final Duration patience;
  private final Recorder recorder;
  private final PromptSockets sockets = new PromptSockets();
  private final ConnectionPool connections = new ConnectionPool(1, 5, TimeUnit.MINUTES);
  private final ExecutorService feeder = Executors.newSingleThreadExecutor(daemons());
  private final Analytics analytics;

  private AnalyticsCourier(
      Endpoint endpoint,
      WriteKey key,
      InstantSource clock,
      LongSupplier nanos,
      Duration callTime,
      Duration patience) {
    this.patience = patience;
    recorder = new Recorder(key, clock, nanos, callTime);
    String url = endpoint.url() + PATH;
    var builder =
        Analytics.builder(key.reveal())
            .setUploadURL(url)
            .client(client(endpoint, callTime))
            .gsonBuilder(
                new GsonBuilder()
                    .disableHtmlEscaping()
                    .registerTypeAdapterFactory(new ToTheLetter()))
            .flushQueueSize(MOST_CALLS)
            .flushInterval(NEVER, TimeUnit.DAYS)
            .retries(1)
            .threadFactory(daemons())
            .networkExecutor(new AtOnce());
    // The library would send to production what it cannot read.
    if (builder.uploadURL == null || !isSame(builder.uploadURL, endpoint)) {
      throw new IllegalArgumentException("an endpoint was checked, and is read otherwise here");
    }
    analytics = builder.build();
    if (!builder.endpoint.equals(builder.uploadURL)) {
      analytics.shutdown();
      throw new IllegalStateException("the library would send elsewhere");
    }
  }

  /// A name is written in one way, an address of a machine in several.
  private static boolean isSame(HttpUrl read, Endpoint endpoint) {
    String host = read.host().contains(":") ? "[" + read.host() + "]" : read.host();
    boolean sameHost =
        host.equals(endpoint.host())
            || (endpoint.host().startsWith("[") && address(host).equals(address(endpoint.host())));
    var same = new Endpoint(endpoint.scheme(), host, endpoint.port());
    return sameHost && read.toString().equals(same.url() + PATH);
  }

  private static InetAddress address(String host) {
    return InetAddress.ofLiteral(host.replace("[", "").replace("]", ""));
  }

  /// Couriers of this kind.
  public static Courier.Opening opening(InstantSource clock, LongSupplier nanos) {
    return opening(clock, nanos, CALL_TIME);
  }

  /// @param callTime how long a request may take in all
  static Courier.Opening opening(InstantSource clock, LongSupplier nanos, Duration callTime) {
    return opening(clock, nanos, callTime, callTime.multipliedBy(2));
  }

  /// @param patience how long a request is waited for, also one that is not even connected
  static Courier.Opening opening(
      InstantSource clock, LongSupplier nanos, Duration callTime, Duration patience) {
    return (endpoint, key) -> new AnalyticsCourier(endpoint, key, clock, nanos, callTime, patience);
  }

  private OkHttpClient client(Endpoint endpoint, Duration callTime) {
    var client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .socketFactory(sockets)
            .connectTimeout(callTime)
            .readTimeout(callTime)
            .writeTimeout(callTime)
            .connectionPool(connections)
            .addInterceptor(recorder)
            .addNetworkInterceptor(recorder.onTheWire());
    if (endpoint.isLoopback()) {
      client.proxy(Proxy.NO_PROXY);
    }
    return client.build();
  }

  private static ThreadFactory daemons() {
    var number = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, "blipscope courier " + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /// The library throws away what an interrupted thread gives it, so it gets everything from one
  /// that nobody can interrupt.
  @Override
  public List<Exchange> carry(List<Parcel> parcels, Runnable meanwhile) {
    int carrying = recorder.carrying();
    var _ =
        feeder.submit(
            () -> {
              parcels.forEach(parcel -> enqueue(parcel, carrying));
              analytics.flush();
            });
    meanwhile.run();
    var exchanges = new ArrayList<Exchange>();
    var missing = Collections.<Parcel>newSetFromMap(new IdentityHashMap<>());
    missing.addAll(parcels);
    boolean interrupted = false;
    while (!missing.isEmpty()) {
      try {
        var there = recorder.next(patience);
        if (there == null) {
          there = recorder.silence(parcels.stream().filter(missing::contains).toList());
          // What is not over by now makes room for what comes.
          recorder.carried();
          sockets.breakOff();
        }
        there.parcels().forEach(missing::remove);
        exchanges.add(there);
      } catch (InterruptedException _) {
        interrupted = true;
        cancel();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return exchanges;
  }

  private void enqueue(Parcel parcel, int carrying) {
    try {
      analytics.enqueue(ToTheLetter.message(parcel, carrying));
    } catch (IllegalArgumentException _) {
      recorder.notTaken(parcel, carrying);
    }
  }

  /// What is on its way is broken off, and what follows does not leave. The sockets are closed, not
  /// OkHttp's call cancelled: that the library would notice, and send everything again later.
  @Override
  public void cancel() {
    recorder.cancel();
    sockets.closeAll();
  }

  @Override
  public void close() {
    feeder.shutdown();
    analytics.shutdown();
    connections.evictAll();
  }

  /// Does its work in the thread of whoever has some: so there is one request at a time, and none
  /// that nobody waits for.
  private static final class AtOnce extends AbstractExecutorService {

    private volatile boolean shut;

    @Override
    public void execute(Runnable work) {
      work.run();
    }

    @Override
    public void shutdown() {
      shut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      shut = true;
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return shut;
    }

    @Override
    public boolean isTerminated() {
      return shut;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
      return shut;
    }
  }
}
