package dev.blipscope.app;

import dev.blipscope.journal.PrivateFiles;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.KnownTarget.KeyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The file in which targets outlive the program: their names, their endpoints, and whether the
/// keychain has their key. The keys are never in it.
final class TargetsFile {

  private static final String NAME = "targets.json";

  private TargetsFile() {}

  /// The targets of last time; what cannot be read is left out.
  static List<KnownTarget> read(Path folder) {
    try {
      byte[] text = Files.readAllBytes(folder.resolve(NAME));
      var scanner = new Scanner();
      return scanner.scan(text, 0, text.length, true) == Scanner.Outcome.VALUE
              && scanner.doc().is(Doc.ROOT, NodeKind.ARRAY)
          ? read(scanner.doc())
          : List.of();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static List<KnownTarget> read(Doc doc) {
    var all = new ArrayList<KnownTarget>();
    for (int item = Doc.ROOT + 1; item < doc.after(Doc.ROOT); item = doc.after(item)) {
      String name = text(doc, item, "name");
      String endpoint = text(doc, item, "endpoint");
      boolean kept = KeyPlace.KEYCHAIN.name().equals(text(doc, item, "key"));
      if (!name.isBlank() && Endpoint.read(endpoint) instanceof Endpoint.Answer.Good) {
        var target = new Target(name, endpoint, WriteKey.NONE);
        all.add(new KnownTarget(target, kept ? KeyPlace.KEYCHAIN : KeyPlace.MISSING, null));
      }
    }
    return all;
  }

  private static String text(Doc doc, int object, String name) {
    if (!doc.is(object, NodeKind.OBJECT)) {
      return "";
    }
    int node = doc.member(object, Name.of(name));
    return node != Doc.NONE && doc.is(node, NodeKind.STRING) ? doc.text(node) : "";
  }

  static void write(Path folder, List<KnownTarget> targets) throws IOException {
    var out = new Out(256).add('[');
    String comma = "";
    for (var known : targets) {
      out.add(comma).add("{\"name\":").quoted(known.name());
      out.add(",\"endpoint\":").quoted(known.target().endpoint());
      out.add(",\"key\":").quoted(known.keyPlace().name()).add('}');
      comma = ",";
    }
    PrivateFiles.replace(folder, NAME, out.add(']').toBytes());
  }
}
