package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Mend;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes one payload after the other out of a text, whatever form it has.
///
/// Nothing is made anew for a payload; what [#doc()] answers is valid until the next step.
public final class Feed {

  /// What comes next in a text.
  public enum Next {
    /// An object: see [Feed#doc()].
    PAYLOAD,
    /// Valid JSON that is no object: see [Feed#doc()].
    NOT_OBJECT,
    /// Something that could not be read: see [Feed#trouble()].
    TROUBLE,
    END,
    /// In a part of a text: the rest cannot be read without what follows.
    UNFINISHED
  }

  private enum State {
    START,
    OUTSIDE,
    /// In an array, where an item must come.
    ITEM,
    /// In an array, behind an item.
    AFTER_ITEM,
    /// In an array, behind something that could not be read: whatever comes is welcome.
    AFTER_TROUBLE
  }

  private static final int LONGEST_LOOK_AHEAD = 1 << 20;
  private static final int MOST_NESTING = 3;
  private static final int UNDECIDED = -1;

  private final Window window;
  private final Scanner scanner;
  private final Beginning beginning;
  private final Skipper skipper;
  private final int nesting;
  private final List<Packaging> packaging;

  private State state = State.START;
  /// Whether more of the text follows elsewhere.
  private boolean part;

  /// Whether some of the text stands before this, elsewhere.
  private boolean continued;

  private boolean log;
  private boolean mending = true;
  private boolean ended;
  private boolean byteOrderMark;
  private Form form = Form.UNKNOWN;
  private int index;
  private final EmptyRuns empty = new EmptyRuns();
  private boolean payloadOnLine;
  private int lineOfPayload;

  private int line = 1;
  private int column = 1;
  private int offset;
  private long from;
  private @Nullable Doc doc;
  private @Nullable Trouble trouble;

  /// The places of the value that was found last, once somebody asks for one.
  private Body.@Nullable Around places;

  private @Nullable Inner inner;

  /// The first export that holds no payload.
  private @Nullable Bodiless bodiless;

  /// An export in which no request has a body of JSON, and what to say if nothing else is found.
  private record Bodiless(Form form, Trouble trouble) {}

  private Feed(Window window, int nesting, List<Packaging> packaging) {
    this.window = window;
    this.scanner = new Scanner(Limits.USUAL);
    this.beginning = new Beginning(window, scanner);
    this.skipper = new Skipper(window, Limits.USUAL.size());
    this.nesting = nesting;
    this.packaging = packaging;
  }

  public static Feed of(InputStream stream) {
    return of(stream, Place.START, List.of());
  }

  /// @param start the place of the first byte; the byte order mark before it has one, too
  static Feed of(InputStream stream, Place start, List<Packaging> packaging) {
    return new Feed(new Window(stream, start), 0, List.copyOf(packaging));
  }

  public static Feed of(byte[] bytes) {
    return of(bytes, 0);
  }

  /// A feed of a text that can be read at any place, and that is read here from its beginning.
  public static Feed of(Bytes bytes) {
    var window = new Window(new BytesStream(bytes), Place.START, bytes.length());
    return new Feed(window, 0, List.of());
  }

  private static Feed of(byte[] bytes, int nesting) {
    return new Feed(new Window(bytes, 0, bytes.length, true, Place.START), nesting, List.of());
  }

  public static Feed of(String text) {
    return of(Utf8.of(text));
  }

  /// A part of a text that is known to be objects one after the other. It begins where a line does,
  /// or where another part was read to.
  ///
  /// @param last whether nothing follows
  /// @param start where in the whole text it begins
  public static Feed ofPart(byte[] bytes, int from, int to, boolean last, Place start) {
    var feed = new Feed(new Window(bytes, from, to, last, start), 0, List.of());
    feed.state = State.OUTSIDE;
    feed.form = Form.LINES;
    feed.part = true;
    feed.continued = true;
    feed.payloadOnLine = start.column() > 1;
    feed.lineOfPayload = start.line();
    return feed;
  }

  /// All that follows a part, to its end.
  ///
  /// @param start where in the whole text it begins
  /// @param empty how many empty objects stand right before it
  public static Feed ofRest(InputStream stream, Place start, int empty) {
    var feed = new Feed(new Window(stream, start), 0, List.of());
    feed.state = State.OUTSIDE;
    feed.form = Form.LINES;
    feed.continued = true;
    feed.payloadOnLine = start.column() > 1;
    feed.lineOfPayload = start.line();
    feed.empty.goOn(empty);
    return feed;
  }

  /// Saves the time to look for mends, for a reader that offers none.
  public Feed withoutMends() {
    mending = false;
    return this;
  }

  /// The payload, or the other value, that was found last.
  public Doc doc() {
    if (doc == null) {
      throw new IllegalStateException("the last step found no value");
    }
    return doc;
  }

  /// What could not be read in the last step.
  public Trouble trouble() {
    if (trouble == null) {
      throw new IllegalStateException("the last step found no trouble");
    }
    return trouble;
  }

  /// The number of what was found last, from 1.
  public int index() {
    return index;
  }

  /// Where in the whole text it begins.
  public Place place() {
    return new Place(line, column, offset);
  }

  /// Where in the whole text a byte of the last [#doc()] stands, also if the payload was escaped.
  public Place placeOf(int at) {
    if (inner != null) {
      return inner.placeOf(at);
    }
    if (places == null) {
      places = new Body.Around(doc(), place());
    }
    return places.place(at);
  }

  /// The empty objects that followed each other so far.
  public EmptyRuns emptyRuns() {
    return empty;
  }

  public Form form() {
    return inner == null ? form : inner.form();
  }

  /// How many bytes of the stream stand before what was found last, or before what it stood in.
  public long from() {
    return from;
  }

  /// How many bytes of the stream were read to the end of what was found last, or of what it stood
  /// in. A payload that stands in nothing else is the last bytes of them.
  public long to() {
    return window.count();
  }

  /// Whether what was found last stood in something else, so that it is no piece of the stream.
  public boolean isInside() {
    return inner != null;
  }

  /// What the text was packed in, from the outside in.
  public List<Packaging> packaging() {
    return packaging;
  }

  /// Whether the text begins with a byte order mark in UTF-8, which JSON does not have.
  public boolean hadByteOrderMark() {
    return byteOrderMark;
  }

  /// Where the part that was read to its end, or not, stops.
  public int position() {
    return window.position();
  }

  /// The line on which the position is.
  public int line() {
    return window.line();
  }

  /// The position as a place in the whole text.
  public Place reached() {
    return window.place();
  }

  public Next next() throws IOException {
    if (ended) {
      return Next.END;
    }
    places = null;
    Next next = null;
    while (next == null) {
      next = inner == null ? step() : stepInside(inner);
    }
    if (next == Next.UNFINISHED && window.damage() != null) {
      ended = true;
      beginHere();
      next = trouble(skipper.rest(window.damage().expected(), index > 0));
    }
    switch (next) {
      case PAYLOAD, NOT_OBJECT, TROUBLE -> index++;
      case END -> ended = true;
      case UNFINISHED -> {
        if (!isBehindPayload()) {
          window.backToLineStart();
        }
      }
    }
    return next;
  }

  /// @return null if nothing was found yet
  private @Nullable Next step() throws IOException {
    if (state == State.START) {
      start();
      return null;
    }
    if (!window.skipBlanks()) {
      return atEnd();
    }
    byte found = window.bytes()[window.position()];
    return switch (state) {
      case START -> null;
      case OUTSIDE -> outside(found);
      case ITEM -> found == ']' ? missingItem() : value();
      case AFTER_ITEM, AFTER_TROUBLE -> afterItem(found);
    };
  }

  private @Nullable Next outside(byte found) throws IOException {
    if (found == '{') {
      return value();
    }
    boolean behindPayload = isBehindPayload();
    if (log && !behindPayload) {
      return logPrefix();
    }
    if (behindPayload && (log || (found != '[' && found != '"'))) {
      return leftOver();
    }
    return found == '[' ? array() : value();
  }

  /// Notes that nothing but payloads may follow on this line.
  private void noteLine() {
    payloadOnLine = true;
    lineOfPayload = window.line();
  }

  private boolean isBehindPayload() {
    return payloadOnLine && window.line() == lineOfPayload;
  }

  private @Nullable Next array() throws IOException {
    int next = afterSign();
    if (next == UNDECIDED) {
      return Next.UNFINISHED;
    }
    if (isEnd(next) || isSign(next, ']')) {
      return value();
    }
    if (isCut() && !isWholeArray()) {
      return Next.UNFINISHED;
    }
    form =
        switch (form) {
          case UNKNOWN -> Form.ARRAY;
          case OBJECT, ARRAY -> Form.SEQUENCE;
          case LINES, SEQUENCE, JSON_STRING, LOG_LINE, HAR, REQUEST_BIN, CURL -> form;
        };
    window.advance(window.position() + 1);
    state = State.ITEM;
    return null;
  }

  private @Nullable Next afterItem(byte found) throws IOException {
    if (found == ']') {
      window.advance(window.position() + 1);
      noteLine();
      state = State.OUTSIDE;
      return null;
    }
    if (found == ',') {
      return comma();
    }
    if (state == State.AFTER_TROUBLE) {
      state = State.ITEM;
      return null;
    }
    if (found == '{' || found == '[' || found == '"') {
      state = State.ITEM;
      return missing(Expected.COMMA_OR_CLOSING_BRACKET, ",");
    }
    return leftOver();
  }

  /// An array that goes on behind a part of a text cannot be read from its middle.
  private boolean isWholeArray() {
    return scanner.scan(window.bytes(), window.position(), window.limit(), false)
        == Scanner.Outcome.VALUE;
  }

  private boolean isEnd(int at) {
    return at == window.limit() && window.isLast();
  }

  private boolean isSign(int at, char sign) {
    return at < window.limit() && window.bytes()[at] == sign;
  }

  /// Where the first thing behind the sign at the position stands.
  private int afterSign() throws IOException {
    int distance = 1;
    while (true) {
      while (distance < window.length()
          && Blanks.is(window.bytes()[window.position() + distance])) {
        distance++;
      }
      if (distance < window.length() || distance > LONGEST_LOOK_AHEAD) {
        return window.position() + distance;
      }
      if (!window.grow()) {
        return window.isLast() ? window.limit() : UNDECIDED;
      }
    }
  }

  private @Nullable Next comma() throws IOException {
    int next = afterSign();
    if (next == UNDECIDED) {
      return Next.UNFINISHED;
    }
    boolean atEnd = isEnd(next);
    if (!atEnd && !isSign(next, ']')) {
      window.advance(window.position() + 1);
      state = State.ITEM;
      return null;
    }
    beginHere();
    var fault = window.place(next);
    String text = window.text(next);
    window.advance(next);
    state = atEnd ? State.OUTSIDE : State.AFTER_TROUBLE;
    return trouble(
        new Trouble(
            text, text.length(), fault, Expected.VALUE, new Mend(0, 1, atEnd ? "]" : ""), true));
  }

  private @Nullable Next atEnd() {
    if (!window.isLast()) {
      return Next.UNFINISHED;
    }
    var before = state;
    state = State.OUTSIDE;
    if (before == State.ITEM) {
      return missing(Expected.VALUE, null);
    }
    if (before == State.AFTER_ITEM) {
      return missing(Expected.COMMA_OR_CLOSING_BRACKET, "]");
    }
    if (index > 0 || continued) {
      return Next.END;
    }
    if (bodiless != null) {
      form = bodiless.form();
      begin(bodiless.trouble().place());
      return trouble(bodiless.trouble());
    }
    return missing(Expected.PAYLOAD, null);
  }

  /// An array that ends where an item should stand, so far behind its comma that nobody saw it.
  private Next missingItem() {
    state = State.AFTER_TROUBLE;
    return missing(Expected.VALUE, null);
  }

  /// Something that should stand here does not.
  private Next missing(Expected expected, @Nullable String sign) {
    beginHere();
    return trouble(
        new Trouble(
            "",
            0,
            place(),
            expected,
            sign == null ? null : new Mend(0, 0, sign),
            expected != Expected.PAYLOAD));
  }

  private Next trouble(Trouble found) {
    trouble = found;
    doc = null;
    return Next.TROUBLE;
  }

  private void beginHere() {
    begin(window.place());
    from = window.count();
  }

  private void begin(Place start) {
    line = start.line();
    column = start.column();
    offset = start.offset();
  }

  // The beginning

  /// Looks for what may stand before the first payload: a byte order mark, a log line, a command.
  private void start() throws IOException {
    state = State.OUTSIDE;
    byteOrderMark = beginning.skipByteOrderMark();
    var commands = beginning.commands();
    if (!commands.isEmpty()) {
      inner = inside(commands, Form.CURL);
    } else if (beginning.isLog()) {
      log = true;
      form = Form.LOG_LINE;
    }
  }

  /// In a log each line may have a prefix, but what stands behind the last payload is left over.
  private @Nullable Next logPrefix() throws IOException {
    beginHere();
    var behindLast = skipper.toBrace(setting());
    if (behindLast != null) {
      return lost(behindLast);
    }
    int brace = window.indexOf('{');
    return brace < 0 ? Next.UNFINISHED : behindPrefix(brace);
  }

  private @Nullable Next behindPrefix(int brace) throws IOException {
    int distance = brace - window.position();
    while (true) {
      int from = window.position();
      int start =
          LogLine.start(
              scanner, window.bytes(), from, from + distance, window.limit(), window.isLast());
      if (start >= 0) {
        window.advance(start);
        return isSign(start, '[') ? array() : value();
      }
      if (!window.grow()) {
        return Next.UNFINISHED;
      }
    }
  }

  // A value

  private @Nullable Next value() throws IOException {
    while (true) {
      switch (scanner.scan(window.bytes(), window.position(), window.limit(), window.isLast())) {
        case VALUE -> {
          boolean mayTellMore = isFormOpen() && index == 0 && beginning.mayTellMore();
          if (!mayTellMore || !window.grow()) {
            return found();
          }
        }
        case BROKEN -> {
          beginHere();
          return lost(skipper.broken(scanner.fault(), setting()));
        }
        case MORE -> {
          if (skipper.isTooLong(isCut())) {
            beginHere();
            return lost(skipper.tooLong(0, Expected.SMALLER));
          }
          if (!window.grow()) {
            return Next.UNFINISHED;
          }
        }
      }
    }
  }

  private @Nullable Next found() {
    line = window.line();
    column = window.column();
    offset = window.offset();
    from = window.count();
    var value = scanner.doc();
    if (state == State.OUTSIDE) {
      form = widened();
    }
    window.advanceOver(
        scanner.end(),
        scanner.newlines(),
        scanner.surplus(),
        scanner.lineStart(),
        scanner.surplusBeforeLine());
    noteLine();
    state = state == State.OUTSIDE ? State.OUTSIDE : State.AFTER_ITEM;
    doc = value;
    trouble = null;
    if (nesting < MOST_NESTING && isWrapping(value)) {
      return null;
    }
    if (!value.is(Doc.ROOT, NodeKind.OBJECT)) {
      return Next.NOT_OBJECT;
    }
    empty.see(value.isEmpty(Doc.ROOT));
    return empty.isFlood() && !part ? flooded() : Next.PAYLOAD;
  }

  /// A flood is said once, and passed over. In a part of a text nobody knows what stands before it,
  /// so its reader must ask.
  private @Nullable Next flooded() {
    return empty.isStartOfFlood()
        ? trouble(new Trouble("", 0, place(), Expected.FEWER_EMPTY, null, true))
        : null;
  }

  /// The form, now that one more value was found that stands in no other.
  private Form widened() {
    return switch (form) {
      case UNKNOWN -> beginning.form(index == 0);
      case OBJECT -> isBehindPayload() ? Form.SEQUENCE : beginning.form(false);
      case ARRAY -> Form.SEQUENCE;
      case LINES, SEQUENCE, JSON_STRING, LOG_LINE, HAR, REQUEST_BIN, CURL -> form;
    };
  }

  private boolean isFormOpen() {
    return form == Form.UNKNOWN && state == State.OUTSIDE;
  }

  /// Whether the value only holds payloads; then they come next.
  private boolean isWrapping(Doc value) {
    if (value.is(Doc.ROOT, NodeKind.STRING)) {
      if (Envelope.looksLikeJson(value.text(Doc.ROOT))) {
        var around = new Body.Around(value, place());
        inner = inside(List.of(new Body.Quoted(around, Doc.ROOT)), Form.JSON_STRING);
        return true;
      }
    } else if (Envelope.mayBe(value)) {
      var envelope = Envelope.in(value, place());
      envelope.ifPresent(found -> open(found, value));
      return envelope.isPresent();
    }
    return false;
  }

  private void open(Envelope envelope, Doc around) {
    inner = inside(envelope.bodies(), envelope.form());
    if (bodiless == null && envelope.bodies().isEmpty()) {
      int body = envelope.other();
      String text = body == Doc.NONE ? "" : around.text(body);
      int at = body == Doc.NONE ? 0 : around.start(body);
      var place = new Body.Around(around, place()).place(at);
      bodiless =
          new Bodiless(
              envelope.form(), new Trouble(text, 0, place, Expected.JSON_BODY, null, true));
    }
  }

  private @Nullable Next stepInside(Inner in) throws IOException {
    var next = in.next();
    if (next == Next.END) {
      inner = null;
      return null;
    }
    boolean troubled = next == Next.TROUBLE;
    doc = troubled ? null : in.doc();
    trouble = troubled ? in.trouble() : null;
    begin(in.place());
    return next;
  }

  private Inner inside(List<Body> bodies, Form of) {
    return new Inner(bodies, of, this::inside);
  }

  private Feed inside(byte[] bytes) {
    var feed = of(bytes, nesting + 1);
    feed.mending = mending;
    return feed;
  }

  // Trouble

  private Skipper.Setting setting() {
    return new Skipper.Setting(
        state != State.OUTSIDE, log, index > 0 || continued, isCut(), mending);
  }

  /// Whether more of the text follows elsewhere.
  private boolean isCut() {
    return part && !window.isLast();
  }

  private Next leftOver() throws IOException {
    beginHere();
    var expected =
        state == State.OUTSIDE ? Expected.END_OF_TEXT : Expected.COMMA_OR_CLOSING_BRACKET;
    return lost(skipper.leftOver(window.position(), expected, setting()));
  }

  /// @param trouble null if what follows elsewhere must be known first
  private Next lost(@Nullable Trouble trouble) {
    if (trouble == null) {
      return Next.UNFINISHED;
    }
    noteLine();
    if (state != State.OUTSIDE) {
      state = State.AFTER_TROUBLE;
    }
    return trouble(trouble);
  }
}
