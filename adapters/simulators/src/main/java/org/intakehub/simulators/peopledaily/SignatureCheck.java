package org.intakehub.simulators.peopledaily;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks calls of the signed interface as the board does. */
record SignatureCheck(String appCode, String token) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The parameters of a call that bears the right signature over their very text. */
    Optional<JsonNode> parameters(String path, byte[] body) {
        try {
            var call = JSON.readTree(body);
            var param = call.path("param").asString("");
            var key = md5(token.isEmpty() ? appCode : token).substring(0, 16);
            var genuine = call.path("appCode").asString("").equals(appCode)
                    && call.path("token").asString("").equals(token)
                    && call.path("signature").asString("").equals(md5(path + param + key + token));
            return genuine ? Optional.of(JSON.readTree(param)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
            return String.format("%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
