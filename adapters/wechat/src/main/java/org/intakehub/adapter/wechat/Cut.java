package org.intakehub.adapter.wechat;

import java.nio.charset.StandardCharsets;

/** Shortens texts to what the platform takes: never within a character, at the end of a sentence if one is near. */
final class Cut {
    private static final String ENDS = "。！？；\n.!?;";
    /** A sentence that ends before this part of the room is too early to cut at. */
    private static final double LATE = 0.75;

    private Cut() {}

    /** The text if it fits into so many bytes of UTF-8; else its beginning, with the tail that says so. */
    static String to(String text, int bytes, String tail) {
        if (size(text) <= bytes) {
            return text;
        }
        var room = bytes - size(tail);
        var end = 0;
        var sentence = 0;
        var used = 0;
        while (end < text.length()) {
            var next = text.offsetByCodePoints(end, 1);
            used += size(text.substring(end, next));
            if (used > room) {
                break;
            }
            if (ENDS.contains(text.substring(end, next)) && used >= room * LATE) {
                sentence = next;
            }
            end = next;
        }
        return text.substring(0, sentence > 0 ? sentence : end) + tail;
    }

    /** The text if it has no more characters; else its beginning and an ellipsis. */
    static String toCharacters(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
