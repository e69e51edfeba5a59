package dev.blipscope.shelf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The identities that occur in a text, each kept once and called by a number; [#NOBODY] is none.
///
/// A name is kept as its bytes before the `@` and a number for what follows, because a million
/// people share a dozen domains. One thread adds; a [Known] that it hands out can be read by all.
final class People {

  static final int NOBODY = 0;

  /// An identity is no longer than this in any system; of what is longer the beginning counts.
  private static final int LONGEST = 1_000;

  private static final int MOST_DOMAINS = 256;
  private static final int PAGE = 1 << 16;
  private static final int FEW = 1 << 7;
  private static final int ENTRIES = 1 << 12;

  // An entry of a page: the domain's number, two bytes of length, the name.
  private static final int HEAD = 3;

  private byte[][] pages = {};
  private int used = PAGE;

  /// Where each one's entry begins: page and place in it.
  private int[][] starts = {};

  private int count;
  private final List<byte[]> domains = new ArrayList<>(List.of(new byte[0]));

  private int[] table = new int[64];

  int count() {
    return count;
  }

  /// The people by now. Those who are added later make no difference to it.
  Known known() {
    return new Known(pages, starts, count, domains.toArray(byte[][]::new));
  }

  /// The number of an identity.
  int numberOf(String identity) {
    byte[] text = identity.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(text.length, LONGEST);
    int at = at(text, length);
    int domain = at < 0 ? 0 : domain(text, at, length);
    int end = domain == 0 ? length : at;
    int hash = hash(text, end) * 31 + domain;
    int slot = slot(hash);
    while (table[slot] != 0) {
      if (is(table[slot], text, end, domain)) {
        return table[slot];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    add(text, end, domain);
    table[slot] = count;
    if (count * 4L > table.length * 3L) {
      rehash();
    }
    return count;
  }

  private static int at(byte[] text, int length) {
    for (int i = 0; i < length; i++) {
      if (text[i] == '@') {
        return i;
      }
    }
    return -1;
  }

  /// The number of the domain behind an `@`; 0 if there are too many of them already.
  private int domain(byte[] text, int at, int length) {
    for (int i = 1; i < domains.size(); i++) {
      byte[] known = domains.get(i);
      if (Arrays.equals(known, 0, known.length, text, at, length)) {
        return i;
      }
    }
    if (domains.size() == MOST_DOMAINS) {
      return 0;
    }
    domains.add(Arrays.copyOfRange(text, at, length));
    return domains.size() - 1;
  }

  private static int hash(byte[] text, int end) {
    int hash = 1;
    for (int i = 0; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    return hash;
  }

  private int slot(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (table.length - 1);
  }

  private boolean is(int number, byte[] text, int end, int domain) {
    int start = start(starts, number);
    byte[] page = pages[start / PAGE];
    int at = start % PAGE;
    return (page[at] & 0xFF) == domain
        && Arrays.equals(page, at + HEAD, at + HEAD + length(page, at), text, 0, end);
  }

  private static int start(int[][] starts, int number) {
    return starts[number / ENTRIES][number % ENTRIES];
  }

  private static int length(byte[] page, int at) {
    return ((page[at + 1] & 0xFF) << 8) | (page[at + 2] & 0xFF);
  }

  private void add(byte[] text, int end, int domain) {
    byte[] page = page(HEAD + end);
    count++;
    places()[count % ENTRIES] = (pages.length - 1) * PAGE + used;
    page[used] = (byte) domain;
    page[used + 1] = (byte) (end >>> 8);
    page[used + 2] = (byte) end;
    System.arraycopy(text, 0, page, used + HEAD, end);
    used += HEAD + end;
  }

  /// The last page, with room for some bytes. What was handed out keeps the pages that it had.
  private byte[] page(int room) {
    if (used + room > PAGE) {
      pages = Arrays.copyOf(pages, pages.length + 1);
      pages[pages.length - 1] = new byte[FEW];
      used = 0;
    }
    byte[] page = pages[pages.length - 1];
    if (used + room > page.length) {
      page = Arrays.copyOf(page, Math.min(PAGE, Math.max(used + room, page.length * 4)));
      pages = pages.clone();
      pages[pages.length - 1] = page;
    }
    return page;
  }

  private int[] places() {
    if (count / ENTRIES >= starts.length) {
      starts = Arrays.copyOf(starts, starts.length + 1);
      starts[starts.length - 1] = new int[4];
    }
    int[] places = starts[starts.length - 1];
    if (count % ENTRIES >= places.length) {
      places = Arrays.copyOf(places, Math.min(ENTRIES, places.length * 4));
      starts = starts.clone();
      starts[starts.length - 1] = places;
    }
    return places;
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int number = 1; number <= count; number++) {
      int start = start(starts, number);
      byte[] page = pages[start / PAGE];
      int at = start % PAGE;
      byte[] name = Arrays.copyOfRange(page, at + HEAD, at + HEAD + length(page, at));
      int slot = slot(hash(name, name.length) * 31 + (page[at] & 0xFF));
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = number;
    }
  }

  /// The people of a text up to some moment.
  static final class Known {

    private final byte[][] pages;
    private final int[][] starts;
    private final int count;
    private final byte[][] domains;

    private Known(byte[][] pages, int[][] starts, int count, byte[][] domains) {
      this.pages = pages;
      this.starts = starts;
      this.count = count;
      this.domains = domains;
    }

    int count() {
      return count;
    }

    /// The identity of a person, who is not [#NOBODY].
    String identity(int number) {
      int start = start(starts, number);
      byte[] page = pages[start / PAGE];
      int at = start % PAGE;
      int length = length(page, at);
      byte[] domain = domains[page[at] & 0xFF];
      byte[] whole = Arrays.copyOfRange(page, at + HEAD, at + HEAD + length + domain.length);
      System.arraycopy(domain, 0, whole, length, domain.length);
      return new String(whole, StandardCharsets.UTF_8);
    }
  }
}
