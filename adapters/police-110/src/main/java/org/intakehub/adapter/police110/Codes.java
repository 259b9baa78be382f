package org.intakehub.adapter.police110;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of codes. Where a name in an order contradicts its code, the code is trusted. */
final class Codes {
    private static final String RESOURCE = "categories.txt";

    private final Map<String, String> names;

    Codes(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** The table of the settings, or the shipped one if they have none. */
    static Codes categories(Map<String, String> own) {
        return new Codes(own.isEmpty() ? shipped() : own);
    }

    /** The code's name, or that of the class it belongs to: 40102 is one of 40000. */
    Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code))
                .or(() -> code.matches("[0-9]{5,}")
                        ? Optional.ofNullable(names.get(code.charAt(0) + "0".repeat(code.length() - 1)))
                        : Optional.empty());
    }

    /** Whether the name belongs to another code than this one. A name in no table contradicts nothing but an exact entry. */
    boolean contradicts(String code, String name) {
        var exact = names.get(code);
        var trusted = name(code).orElse(name);
        return !name.equals(trusted) && (exact != null || names.containsValue(name));
    }

    private static Map<String, String> shipped() {
        try (InputStream in = Codes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            var names = new TreeMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .forEach(entry -> names.put(entry[0], entry[1]));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
