package dev.blipscope.inspect;

import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Evidence;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.check.Breakage;
import dev.blipscope.check.CallChecks;
import dev.blipscope.check.Code;
import dev.blipscope.check.Finding;
import dev.blipscope.check.KindChecks;
import dev.blipscope.check.PayloadChecks;
import dev.blipscope.check.Severity;
import dev.blipscope.check.Where;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Out;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Mapper;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Salt;
import dev.blipscope.segment.SnakeCase;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds out everything about one payload: the same in the window, on the command line and in
/// tests. Used by one thread.
public final class Inspector {

  /// What we wrote ourselves may be longer and deeper than what we take from outside: a profile may
  /// put it far down.
  static final Limits OWN =
      new Limits(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE / 8,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  private final Mapper mapper;
  private final @Nullable Kind reserved;
  private final Scanner calls = new Scanner(OWN);

  /// @param reserved the kind that the receiver's URL is kept for, if it is
  public Inspector(Profile profile, Target target, @Nullable Kind reserved) {
    this.mapper = mapper(profile, target);
    this.reserved = reserved;
  }

  /// A mapper that spells names as Segment's warehouses do.
  public static Mapper mapper(Profile profile, Target target) {
    return new Mapper(
        profile, Salt.of(target.endpoint(), target.writeKey().reveal()), SnakeCase::of);
  }

  /// Everything about one payload that is a text of its own.
  ///
  /// @param doc an object that nobody overwrites
  public Inspection inspect(Doc doc) {
    return inspect(doc, at -> Place.of(doc, at));
  }

  /// Everything about one payload.
  ///
  /// @param doc an object that nobody overwrites
  /// @param places where in the whole input a byte of the payload stands
  public Inspection inspect(Doc doc, IntFunction<Place> places) {
    var detection = Detector.detect(doc, reserved);
    var findings = new ArrayList<Finding>(PayloadChecks.ofText(doc, places));
    findings.addAll(KindChecks.of(doc, detection, reserved));
    var evidence = Evidence.of(doc, detection);
    var kind = detection.kind();
    if (kind == null) {
      return new Inspection(
          doc, detection, evidence, null, null, List.of(), List.of(), List.of(), findings,
          List.of());
    }
    var item = Item.of(doc, kind);
    var out = new Out(doc.length() + 512);
    var draft = mapper.map(item, out);
    var call = read(out.toBytes()).kept();
    findings.addAll(findings(item, call));
    var fates = new Fates(draft, call);
    return new Inspection(
        doc,
        detection,
        evidence,
        item,
        call,
        fates.traces(),
        draft.missing(),
        fates.unused(),
        findings,
        Warehouse.of(call));
  }

  /// Only what is to be said about one payload, for those who look at a million of them.
  ///
  /// @param doc an object that nobody overwrites meanwhile
  public List<Finding> findings(Doc doc) {
    var detection = Detector.detect(doc, reserved);
    var findings = new ArrayList<Finding>(PayloadChecks.ofText(doc, at -> Place.of(doc, at)));
    findings.addAll(KindChecks.of(doc, detection, reserved));
    var kind = detection.kind();
    if (kind != null) {
      var item = Item.of(doc, kind);
      var out = new Out(doc.length() + 512);
      var _ = mapper.map(item, out);
      findings.addAll(findings(item, read(out.toBytes())));
    }
    return findings;
  }

  private static List<Finding> findings(Item item, Doc call) {
    var findings = new ArrayList<Finding>(PayloadChecks.of(item));
    findings.addAll(CallChecks.of(call));
    return findings;
  }

  private Doc read(byte[] call) {
    if (calls.scan(call, 0, call.length, true) != Scanner.Outcome.VALUE) {
      throw new IllegalStateException("a call that we wrote must be JSON");
    }
    return calls.doc();
  }

  /// A piece of text that could not be read.
  ///
  /// @param found what stands at the place where it breaks
  public static Inspection broken(Breakage breakage, String found) {
    return Inspection.withoutPayload(null, breakage.finding(found));
  }

  /// Valid JSON that is no object.
  public static Inspection notObject(Doc doc, Place place) {
    return Inspection.withoutPayload(
        doc,
        new Finding(
            Code.JSON_NOT_OBJECT,
            Severity.ERROR,
            new Where.InPayload("", 0, doc.length()),
            List.of(),
            new Breakage(place, 0, Expected.PAYLOAD, null)));
  }

  /// Says of a payload that a byte order mark stands before it, which JSON does not have.
  public static Inspection afterByteOrderMark(Inspection inspection) {
    return inspection.with(
        new Finding(
            Code.JSON_INVALID,
            Severity.WARNING,
            new Where.InInput(),
            List.of(Expected.NO_BYTE_ORDER_MARK.name(), "U+FEFF"),
            new Breakage(Place.START, 0, Expected.NO_BYTE_ORDER_MARK, new Mend(0, 1, ""))));
  }
}
