import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Libraries as the cache likes it. It holds no class that was compiled for Java 5, which has no
/// notes for the verifier; the same class with these notes starts a third of a second earlier.
final class Modern {

  private static final int FIRST_WITH_NOTES = ClassFile.JAVA_6_VERSION;
  private static final int WRITTEN = ClassFile.JAVA_8_VERSION;

  private Modern() {}

  /// Copies a jar; one that has old classes gets new ones.
  static void copy(Path jar, Path to, Release release) throws IOException {
    if (isOld(jar)) {
      write(jar, to, release);
    } else {
      Files.copy(jar, to);
    }
  }

  private static boolean isOld(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(Modern::isClass).toList()) {
        if (isOld(zip.getInputStream(entry).readNBytes(8))) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static boolean isOld(byte[] type) {
    return ((type[6] & 0xff) << 8 | type[7] & 0xff) < FIRST_WITH_NOTES;
  }

  private static void write(Path jar, Path to, Release release) throws IOException {
    var time = Instant.parse(release.moment()).atOffset(ZoneOffset.UTC).toLocalDateTime();
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        var zip = new ZipFile(jar.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      var types =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)));
      for (var entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        var written = new ZipEntry(entry.getName());
        written.setTimeLocal(time);
        out.putNextEntry(written);
        out.write(isClass(entry) && isOld(bytes) ? renewed(types, bytes) : bytes);
        out.closeEntry();
      }
    }
  }

  private static byte[] renewed(ClassFile types, byte[] bytes) {
    // What is not taken apart would be copied as it is, without notes.
    var apart = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    return types.transformClass(
        types.parse(bytes),
        apart.andThen(
            (type, part) -> {
              if (part instanceof ClassFileVersion) {
                type.withVersion(WRITTEN, 0);
              } else {
                type.with(part);
              }
            }));
  }
}
