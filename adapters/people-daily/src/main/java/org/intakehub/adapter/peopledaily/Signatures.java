package org.intakehub.adapter.peopledaily;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Signs calls as the script of the board's own page does. */
final class Signatures {
    private static final int KEY_LENGTH = 16;

    private Signatures() {}

    /**
     * The signature of a call.
     *
     * @param path address below the host, without its query
     * @param param the very text that is sent as {@code param}
     * @param token of a login, empty if anonymous
     */
    static String sign(String path, String param, String appCode, String token) {
        var key = md5(token.isEmpty() ? appCode : token).substring(0, KEY_LENGTH);
        return md5(path + param + key + token);
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
