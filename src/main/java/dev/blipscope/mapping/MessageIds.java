package dev.blipscope.mapping;

import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.Out;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/// Makes the id of a call from what identifies its payload, so that the same payload sent twice to
/// one target has one id. Used by one thread.
final class MessageIds {

  private static final String PREFIX = "blip-";
  private static final int BYTES = 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ANONYMOUS = "anonymousId".getBytes(StandardCharsets.US_ASCII);

  private static final Name[] OF_MESSAGES = {
    Fields.TYPE, Fields.ID, Fields.FROM, Fields.TO, Fields.METADATA, Fields.CONTENT
  };

  /// The field that holds the date of a message.
  private static final int DATE = 4;

  /// The field that holds the content of a message, which must be the last.
  private static final int CONTENT = 5;

  private static final Name[] OF_EVENTS = {
    Fields.OWNER_IDENTITY,
    Fields.IDENTITY,
    Fields.MESSAGE_ID,
    Fields.STORAGE_DATE,
    Fields.CATEGORY,
    Fields.ACTION,
    Fields.EXTRAS
  };

  /// The field in whose place the person stands, wherever an event names it.
  private static final int PERSON = 1;

  private final byte[] salt;
  private final MessageDigest sha = Digests.sha256();
  private final Out scratch = new Out(1024);
  private int[] fields = {};
  private final byte[] digest = new byte[sha.getDigestLength()];
  private final byte[] written = new byte[PREFIX.length() + 2 * BYTES];

  MessageIds(Salt salt) {
    this.salt = salt.digest();
    System.arraycopy(PREFIX.getBytes(StandardCharsets.US_ASCII), 0, written, 0, PREFIX.length());
  }

  /// Reads a payload; all answers are about the payload that was read last.
  void read(Item item) {
    var doc = item.doc();
    fields = identifying(item);
    int content = item.kind() == Kind.MESSAGE ? fields[CONTENT] : Doc.NONE;
    scratch.cutTo(0);
    scratch.add(item.kind().word());
    int contentStart = 0;
    for (int field : fields) {
      scratch.add(';');
      if (field == Doc.NONE) {
        continue;
      }
      if (field == content) {
        contentStart = scratch.size();
      }
      scratch.tokens(doc, field);
    }
    hash(contentStart);
  }

  /// The content may be long, and counts by its hash, which takes its place at the end. It is made
  /// first, and then that of all.
  ///
  /// @param contentStart 0 if there is no content
  private void hash(int contentStart) {
    int rounds = contentStart == 0 ? 1 : 2;
    for (int round = rounds; round > 0; round--) {
      if (round == 1) {
        scratch.add(salt);
      }
      int start = round == 1 ? 0 : contentStart;
      scratch.digest(sha, start);
      digest();
      if (round > 1) {
        scratch.cutTo(start);
        scratch.add(digest);
      }
    }
  }

  /// The fields that tell this payload from others.
  private static int[] identifying(Item item) {
    if (item.kind() == Kind.CONTACT) {
      return new int[] {Doc.ROOT};
    }
    var doc = item.doc();
    boolean message = item.kind() == Kind.MESSAGE;
    Name[] names = message ? OF_MESSAGES : OF_EVENTS;
    int[] fields = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      fields[i] = doc.member(Doc.ROOT, names[i]);
    }
    if (message) {
      fields[DATE] = Fields.present(doc, fields[DATE], Fields.ENVELOPE_STORAGE_DATE);
    } else {
      fields[PERSON] = item.contact().node();
    }
    return fields;
  }

  private void digest() {
    try {
      sha.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException("a digest must fit where there is room for it", e);
    }
  }

  String messageId() {
    int at = PREFIX.length();
    for (int i = 0; i < BYTES; i++) {
      written[at++] = HEX[digest[i] >> 4 & 0xF];
      written[at++] = HEX[digest[i] & 0xF];
    }
    return new String(written, StandardCharsets.ISO_8859_1);
  }

  /// A version 8 UUID (RFC 9562): the vendor's own hash in its 122 free bits.
  String anonymousId() {
    sha.update(digest);
    sha.update(ANONYMOUS);
    var bits = ByteBuffer.wrap(sha.digest());
    long high = (bits.getLong() & ~0xF000L) | 0x8000L;
    long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  /// The places that the ids come from.
  List<Integer> places() {
    return Nodes.present(fields);
  }
}
