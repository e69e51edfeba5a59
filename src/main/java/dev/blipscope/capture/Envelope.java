package dev.blipscope.capture;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object that is no payload, but an export whose request bodies are payloads.
///
/// @param bodies the bodies that are JSON, in the order in which they stand
/// @param other the first body that is a text, but no JSON; [Doc#NONE] if there is none
record Envelope(Form form, List<Body> bodies, int other) {

  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private static final Name LOG = Name.of("log");
  private static final Name ENTRIES = Name.of("entries");
  private static final Name REQUEST = Name.of("request");
  private static final Name POST_DATA = Name.of("postData");
  private static final Name TEXT = Name.of("text");
  private static final Name ENCODING = Name.of("encoding");
  private static final Name INFO = Name.of("info");
  private static final Name ITEM = Name.of("item");
  private static final Name BODY = Name.of("body");
  private static final Name RAW = Name.of("raw");
  private static final Name HEADERS = Name.of("headers");
  private static final Name EVENT = Name.of("event");
  private static final Name METHOD = Name.of("method");
  private static final Name HTTP_METHOD = Name.of("httpMethod");

  /// The lists of requests that webhook.site and its like write.
  private static final List<Name> LISTS = names("data", "requests", "items", "results");

  /// What tells where a request went to or came from.
  private static final List<Name> ADDRESSES =
      names("url", "path", "ip", "client_ip", "remote_addr", "query", "params", "requestContext");

  /// What only an exported item of Blip has at its top.
  private static final List<Name> PAYLOADS_OWN =
      names("metadata", "from", "to", "ownerIdentity", "lastMessageDate", "storageDate");

  private static final List<Name> ENCODED = names("request_payload_base64", "body_base64");

  private static final List<Name> BODIES =
      names("body", "content", "bodyRaw", "raw_body", "rawBody", "payload", "data");

  private static final List<Name> FLAGS = names("isBase64Encoded", "is_base64", "base64");

  /// Most objects are payloads, and one look at each of their names must tell.
  private static final NameSieve SIEVE =
      NameSieve.of(
          LISTS, List.of(LOG, REQUEST, ITEM, HEADERS, EVENT, METHOD, HTTP_METHOD), ENCODED);

  private static List<Name> names(String... names) {
    return List.of(names).stream().map(Name::of).toList();
  }

  static boolean looksLikeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char found = text.charAt(i);
      if (found > ' ') {
        return found == '{' || found == '[';
      }
    }
    return false;
  }

  Envelope {
    bodies = List.copyOf(bodies);
  }

  /// Whether it is worth a closer look; costs next to nothing.
  static boolean mayBe(Doc object) {
    return SIEVE.lets(object);
  }

  /// The export that this object is, if it is one.
  ///
  /// @param start where the object begins
  static Optional<Envelope> in(Doc object, Place start) {
    return mayBe(object) ? new Opener(object, start).open() : Optional.empty();
  }

  /// Takes the bodies out of one export. Each method tells whether the node is what its name says,
  /// and if so has taken the bodies.
  private static final class Opener {

    private final Doc doc;
    private final Place start;
    private final List<Body> bodies = new ArrayList<>();
    private int other = Doc.NONE;
    private Body.@Nullable Around around;

    Opener(Doc doc, Place start) {
      this.doc = doc;
      this.start = start;
    }

    Optional<Envelope> open() {
      if (har(Doc.ROOT)) {
        return Optional.of(new Envelope(Form.HAR, bodies, other));
      }
      return request(Doc.ROOT) || wrapped(Doc.ROOT) || list(Doc.ROOT) || collection(Doc.ROOT)
          ? Optional.of(new Envelope(Form.REQUEST_BIN, bodies, other))
          : Optional.empty();
    }

    private boolean har(int node) {
      int entries = member(member(node, LOG), ENTRIES);
      if (!is(entries, NodeKind.ARRAY)) {
        return false;
      }
      int requests = 0;
      for (int entry = entries + 1; entry < doc.after(entries); entry = doc.after(entry)) {
        int request = member(entry, REQUEST);
        if (is(request, NodeKind.OBJECT)) {
          requests++;
          takePosted(request);
        }
      }
      return requests > 0 || doc.isEmpty(entries);
    }

    private boolean takePosted(int request) {
      int posted = member(request, POST_DATA);
      return take(member(posted, TEXT), isText(member(posted, ENCODING), "base64"));
    }

    /// One request, with its body in one of the fields that the tools use.
    private boolean request(int node) {
      if (!is(node, NodeKind.OBJECT) || has(node, PAYLOADS_OWN)) {
        return false;
      }
      boolean verb = isVerb(member(node, METHOD)) || isVerb(member(node, HTTP_METHOD));
      boolean headers = doc.member(node, HEADERS) != Doc.NONE;
      boolean address = has(node, ADDRESSES);
      boolean encoded = has(node, ENCODED);
      if (verb
          ? headers || address || encoded
          : headers && address && doc.member(node, BODY) != Doc.NONE) {
        takeBody(node);
        return true;
      }
      return false;
    }

    private void takeBody(int node) {
      for (var name : ENCODED) {
        if (take(doc.member(node, name), true)) {
          return;
        }
      }
      boolean encoded = FLAGS.stream().anyMatch(flag -> is(member(node, flag), NodeKind.TRUE));
      for (var name : BODIES) {
        int body = doc.member(node, name);
        if (take(body, encoded) || take(member(body, RAW), encoded)) {
          return;
        }
      }
      var _ = takePosted(node);
    }

    /// A request under a name of its own, as in an event of a workflow.
    private boolean wrapped(int node) {
      if (has(node, PAYLOADS_OWN)) {
        return false;
      }
      return request(member(node, EVENT)) || request(member(node, REQUEST));
    }

    private boolean list(int node) {
      for (var name : LISTS) {
        int list = member(node, name);
        if (is(list, NodeKind.ARRAY)) {
          int requests = 0;
          for (int item = list + 1; item < doc.after(list); item = doc.after(item)) {
            if (is(item, NodeKind.OBJECT) && (request(item) || wrapped(item))) {
              requests++;
            }
          }
          if (requests > 0) {
            return true;
          }
        }
      }
      return false;
    }

    /// A collection of requests as Postman saves it.
    private boolean collection(int node) {
      return is(member(node, INFO), NodeKind.OBJECT) && folder(node);
    }

    private boolean folder(int node) {
      int items = member(node, ITEM);
      if (!is(items, NodeKind.ARRAY)) {
        return false;
      }
      int requests = 0;
      for (int item = items + 1; item < doc.after(items); item = doc.after(item)) {
        int request = member(item, REQUEST);
        if (request != Doc.NONE) {
          requests++;
          var _ = take(member(member(request, BODY), RAW), false);
        } else if (folder(item)) {
          requests++;
        }
      }
      return requests > 0;
    }

    /// Keeps a body that is JSON; whether it is.
    private boolean take(int node, boolean encoded) {
      if (node == Doc.NONE) {
        return false;
      }
      var body = body(node, encoded);
      if (body == null && other == Doc.NONE && is(node, NodeKind.STRING)) {
        other = node;
      }
      return body != null && bodies.add(body);
    }

    private @Nullable Body body(int node, boolean encoded) {
      return switch (doc.kind(node)) {
        case OBJECT, ARRAY ->
            doc.isEmpty(node) || member(node, RAW) != Doc.NONE
                ? null
                : new Body.Verbatim(around(), node);
        case STRING -> encoded ? decoded(node) : quoted(node);
        case NUMBER, TRUE, FALSE, NULL, KEY -> null;
      };
    }

    private @Nullable Body quoted(int node) {
      return looksLikeJson(doc.text(node)) ? new Body.Quoted(around(), node) : null;
    }

    private @Nullable Body decoded(int node) {
      var body = Body.Encoded.in(around(), node);
      return body != null && looksLikeJson(Utf8.text(body.bytes(), 0, body.bytes().length))
          ? body
          : null;
    }

    private Body.Around around() {
      if (around == null) {
        around = new Body.Around(doc, start);
      }
      return around;
    }

    private int member(int node, Name name) {
      return is(node, NodeKind.OBJECT) ? doc.member(node, name) : Doc.NONE;
    }

    private boolean has(int node, List<Name> names) {
      for (var name : names) {
        if (member(node, name) != Doc.NONE) {
          return true;
        }
      }
      return false;
    }

    private boolean is(int node, NodeKind kind) {
      return node != Doc.NONE && doc.is(node, kind);
    }

    private boolean isVerb(int node) {
      return is(node, NodeKind.STRING) && VERBS.contains(doc.text(node));
    }

    private boolean isText(int node, String text) {
      return is(node, NodeKind.STRING) && doc.text(node).equalsIgnoreCase(text);
    }
  }
}
