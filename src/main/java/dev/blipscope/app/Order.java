package dev.blipscope.app;

import dev.blipscope.check.Code;
import dev.blipscope.delivery.Origin;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.Session;
import dev.blipscope.session.Source;
import dev.blipscope.shelf.RowKey;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody wants to send: payloads of one session, to one target. The calls are made of the
/// payloads themselves, whatever the screen covers.
///
/// @param shown whether all that the list shows, and not only what is selected
/// @param marks makes the part of an id that no other has; none if the ids stay
record Order(Session session, KnownTarget to, boolean shown, @Nullable Supplier<String> marks) {

  private static final Name TYPE = Name.of("type");
  private static final Name IDENTIFY = Name.of("identify");

  /// A payload and its call.
  ///
  /// @param doom the finding that keeps the call here; none if it can be sent
  record Item(RowKey row, Inspection inspection, Doc call, @Nullable Code doom, Origin origin) {

    long personal() {
      return inspection.findings().stream()
          .filter(finding -> finding.code().written().startsWith("privacy."))
          .count();
    }

    boolean isIdentify() {
      return call.isText(call.member(Doc.ROOT, TYPE), IDENTIFY);
    }
  }

  /// How many payloads it is about.
  int size() {
    return shown ? session.listing().rows().size() : session.chosen().size();
  }

  /// The payloads in their order; of those that become no call nothing.
  Stream<Optional<Item>> items() {
    var inspector = new Inspector(session.profileInUse().profile(), to.target(), null);
    return rows().map(row -> item(row, inspector));
  }

  private Stream<RowKey> rows() {
    if (shown) {
      var rows = session.listing().rows();
      return IntStream.range(0, rows.size()).mapToObj(rows::key);
    }
    var chosen = session.chosen();
    return session.deck().batches().stream()
        .flatMap(
            batch ->
                chosen.stream()
                    .filter(row -> row.batch() == batch.id())
                    .sorted(Comparator.comparingInt(RowKey::row)))
        .filter(row -> !session.deck().deleted().contains(row));
  }

  /// One payload and its call.
  Optional<Item> of(RowKey row) {
    return item(row, new Inspector(session.profileInUse().profile(), to.target(), null));
  }

  private Optional<Item> item(RowKey row, Inspector inspector) {
    var batch = session.deck().batch(row.batch());
    return Stream.ofNullable(batch)
        .filter(known -> row.row() < known.size())
        .flatMap(known -> known.doc(row.row()).stream())
        .map(inspector::inspect)
        .flatMap(
            inspection ->
                Stream.ofNullable(inspection.call())
                    .map(
                        call ->
                            new Item(
                                row,
                                inspection,
                                call,
                                inspection.doom(),
                                Waybill.origin(session.deck(), row))))
        .findFirst();
  }

  /// The calls, one after the other.
  ///
  /// @param waybill is told which payload each call came from
  Iterator<Parcel> parcels(Waybill waybill) {
    return items()
        .flatMap(Optional::stream)
        .map(
            item -> {
              waybill.add(item.row(), item.isIdentify());
              return parcel(item);
            })
        .iterator();
  }

  private Parcel parcel(Item item) {
    String place =
        session.source(item.row()).map(Source::name).orElse("") + " #" + (item.row().row() + 1);
    var parcel =
        marks == null
            ? Parcel.of(place, item.call())
            : Parcel.anew(place, item.call(), Objects.requireNonNull(marks.get()));
    var doom = item.doom();
    parcel = parcel.from(item.origin());
    return doom == null ? parcel : parcel.refused(Why.of(Reason.DOOMED, doom.written()));
  }
}
