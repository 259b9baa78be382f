package org.intakehub.adapter.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;

/** Bytes as lines, disks and strangers leave them. */
final class Damage {
    /** A word that stands for what a citizen wrote; one token in JSON, XML and forms. */
    static final String MARK = "quotedcitizenword";

    private static final int CUTS = 64;

    private Damage() {}

    static Map<String, Payload> garbage() {
        var garbage = new LinkedHashMap<String, Payload>();
        garbage.put("an empty body", Payload.of(new byte[0]));
        garbage.put("a space", text(" "));
        garbage.put("a NUL", Payload.of(new byte[1]));
        garbage.put("an opening brace", text("{"));
        garbage.put("an opening angle bracket", text("<"));
        garbage.put("a lone number", text("42"));
        garbage.put("a null", text("null"));
        garbage.put(
                "bytes of no encoding", Payload.of(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xFE}));
        garbage.put("deep arrays", text("[".repeat(100_000)));
        garbage.put("deep objects", text("{\"a\":".repeat(100_000)));
        garbage.put("deep elements", text("<a>".repeat(100_000)));
        var random = new byte[4096];
        new Random(2026).nextBytes(random);
        garbage.put("random bytes", Payload.of(random));
        return garbage;
    }

    /** Beginnings of the body, each at least one byte short of its last character that is no white space. */
    static List<Payload> truncated(Payload body) {
        var bytes = body.bytes();
        var whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] <= ' ' && bytes[whole - 1] >= 0) {
            whole--;
        }
        var parts = new ArrayList<Payload>();
        for (var i = 0; i < Math.min(CUTS, whole); i++) {
            var length = (int) ((long) (whole - 1) * i / Math.max(1, Math.min(CUTS, whole) - 1));
            parts.add(Payload.of(Arrays.copyOf(bytes, length)));
        }
        return parts;
    }

    /** The body with a marked word before it, after it and in several places in it. */
    static List<Payload> marked(Payload body) {
        var bytes = body.bytes();
        var marked = new ArrayList<Payload>();
        for (var i = 0; i <= CUTS; i++) {
            var at = (int) ((long) bytes.length * i / CUTS);
            var out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            out.writeBytes(MARK.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, at, bytes.length - at);
            marked.add(Payload.of(out.toByteArray()));
        }
        return marked;
    }

    static Map<String, Payload> large(Payload body, int size) {
        var large = new LinkedHashMap<String, Payload>();
        large.put("a sample and much white space", grown(body, " ", size));
        large.put("a sample and much text", grown(body, "路灯不亮 ", size));
        large.put("one long word", grown(Payload.of(new byte[0]), "a", size));
        large.put("the sample again and again", grown(body, body.text(StandardCharsets.UTF_8), size));
        return large;
    }

    static RawMessage with(RawMessage raw, Payload body) {
        return new RawMessage(
                raw.channel(), raw.source(), raw.deliveryId(), raw.receivedAt(), raw.headers(), body, raw.signature());
    }

    private static Payload grown(Payload body, String by, int size) {
        var out = new ByteArrayOutputStream(size + body.size());
        out.writeBytes(body.bytes());
        var more = by.getBytes(StandardCharsets.UTF_8);
        while (out.size() < size) {
            out.writeBytes(more);
        }
        return Payload.of(out.toByteArray());
    }

    private static Payload text(String text) {
        return Payload.of(text, StandardCharsets.UTF_8);
    }
}
