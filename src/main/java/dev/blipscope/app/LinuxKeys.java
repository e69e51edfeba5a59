package dev.blipscope.app;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget.KeyPlace;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Keeps keys in the keyring of a Linux desktop, by libsecret; what it does not take stays in
/// memory.
@SuppressWarnings("restricted") // foreign functions
final class LinuxKeys implements Keys {

  private static final String LIBRARY = "libsecret-1.so.0";
  private static final String GLIB = "libglib-2.0.so.0";
  private static final String SCHEMA = "dev.blipscope.WriteKey";
  private static final String ATTRIBUTE = "target";

  // struct SecretSchema: a name, flags, 32 attributes of a name and a type, and reserved words.
  private static final int SCHEMA_BYTES = 592;
  private static final int FIRST_ATTRIBUTE = 16;

  private final Keys memory = new SessionKeys();
  private final MethodHandle store;
  private final MethodHandle lookup;
  private final MethodHandle clear;
  private final MethodHandle free;
  private final MethodHandle freeError;

  private LinuxKeys(SymbolLookup secret, SymbolLookup glib) {
    store =
        handle(
            secret,
            "secret_password_store_sync",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                ADDRESS),
            Linker.Option.firstVariadicArg(6));
    lookup =
        handle(
            secret,
            "secret_password_lookup_sync",
            FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
            Linker.Option.firstVariadicArg(3));
    clear =
        handle(
            secret,
            "secret_password_clear_sync",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
            Linker.Option.firstVariadicArg(3));
    free = handle(secret, "secret_password_free", FunctionDescriptor.ofVoid(ADDRESS));
    freeError = handle(glib, "g_error_free", FunctionDescriptor.ofVoid(ADDRESS));
  }

  private static MethodHandle handle(
      SymbolLookup library, String name, FunctionDescriptor of, Linker.Option... options) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), of, options);
  }

  /// The keyring of this system; memory where there is none that we know to use.
  static Keys ofThisSystem() {
    try {
      return new LinuxKeys(
          SymbolLookup.libraryLookup(LIBRARY, Arena.global()),
          SymbolLookup.libraryLookup(GLIB, Arena.global()));
    } catch (RuntimeException | LinkageError notThere) {
      return new SessionKeys();
    }
  }

  @Override
  public KeyPlace keep(String name, WriteKey key) {
    try (var arena = Arena.ofConfined()) {
      var password = arena.allocateFrom(key.reveal());
      var error = arena.allocate(ADDRESS);
      boolean kept =
          (int)
                  store.invokeExact(
                      schema(arena),
                      MemorySegment.NULL,
                      arena.allocateFrom("Blipscope: " + name),
                      password,
                      MemorySegment.NULL,
                      error,
                      arena.allocateFrom(ATTRIBUTE),
                      arena.allocateFrom(name),
                      MemorySegment.NULL)
              != 0;
      password.fill((byte) 0);
      if (kept && !failed(error)) {
        memory.forget(name);
        return KeyPlace.KEYCHAIN;
      }
    } catch (Throwable e) {
      throw unexpected(e);
    }
    return memory.keep(name, key);
  }

  @Override
  public Optional<WriteKey> fetch(String name) {
    try (var arena = Arena.ofConfined()) {
      var error = arena.allocate(ADDRESS);
      var found =
          (MemorySegment)
              lookup.invokeExact(
                  schema(arena),
                  MemorySegment.NULL,
                  error,
                  arena.allocateFrom(ATTRIBUTE),
                  arena.allocateFrom(name),
                  MemorySegment.NULL);
      if (!failed(error) && found.address() != 0) {
        var key = WriteKey.of(found.reinterpret(Long.MAX_VALUE).getString(0));
        free.invokeExact(found);
        return Optional.of(key);
      }
    } catch (Throwable e) {
      throw unexpected(e);
    }
    return memory.fetch(name);
  }

  @Override
  public void forget(String name) {
    memory.forget(name);
    try (var arena = Arena.ofConfined()) {
      var error = arena.allocate(ADDRESS);
      int gone =
          (int)
              clear.invokeExact(
                  schema(arena),
                  MemorySegment.NULL,
                  error,
                  arena.allocateFrom(ATTRIBUTE),
                  arena.allocateFrom(name),
                  MemorySegment.NULL);
      if (gone == 0) {
        // It was not there, or there is no keyring: in both cases it is gone.
        failed(error);
      }
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static MemorySegment schema(Arena arena) {
    var schema = arena.allocate(SCHEMA_BYTES, Long.BYTES);
    schema.set(ADDRESS, 0, arena.allocateFrom(SCHEMA));
    schema.set(ADDRESS, FIRST_ATTRIBUTE, arena.allocateFrom(ATTRIBUTE));
    return schema;
  }

  /// Whether a call failed; what it says about that is not ours to keep.
  private boolean failed(MemorySegment error) throws Throwable {
    var set = error.get(ADDRESS, 0);
    if (set.address() == 0) {
      return false;
    }
    freeError.invokeExact(set);
    return true;
  }

  private static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("the keyring's functions must be as documented", e);
  }
}
