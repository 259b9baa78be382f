package org.intakehub.adapter.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;

/** The body of a push: XML or JSON, in the open or encrypted. */
final class PushBody {
    static final String ENCRYPT = "Encrypt";

    /** What XML 1.0 allows in no place; input methods let some of it into citizens' texts. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]"
            + "|&#(?:0*(?:[0-8]|1[1-2]|1[4-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));");

    private PushBody() {}

    /** The fields as they came, encrypted or not. */
    static Fields outer(Payload body) {
        return read(utf8(body.bytes()));
    }

    /** The fields that the platform speaks of: those within {@code Encrypt}, if there is one and a key to it. */
    static Fields inner(Payload body, Optional<MessageCipher> cipher) {
        var outer = outer(body);
        var encrypted = outer.value(ENCRYPT);
        if (encrypted.isEmpty()) {
            return outer;
        }
        if (cipher.isPresent()) {
            return read(utf8(cipher.get().decrypt(encrypted.get().strip())));
        }
        if (outer.value("MsgType").isEmpty()) {
            throw new MalformedMessage("the message is encrypted, and encoding-aes-key is not set");
        }
        // compatible mode 兼容模式: the same in the open, and once more encrypted
        var open = new LinkedHashMap<>(outer.all());
        open.remove(ENCRYPT);
        return new Fields(open, outer.repaired());
    }

    /** Only what cannot be read as it is gets repaired: within CDATA a reference is what the citizen typed. */
    private static Fields read(String text) {
        try {
            return new Fields(parsed(text), false);
        } catch (MalformedMessage e) {
            var clean = ILLEGAL.matcher(text).replaceAll("");
            if (clean.length() == text.length()) {
                throw e;
            }
            return new Fields(parsed(clean), true);
        }
    }

    private static Map<String, String> parsed(String text) {
        var begin = text.stripLeading();
        if (begin.startsWith("{")) {
            return JsonFields.read(begin);
        }
        if (!begin.startsWith("<")) {
            throw new MalformedMessage("neither XML nor JSON");
        }
        var fields = XmlFields.read(begin);
        if (fields.isEmpty()) {
            throw new MalformedMessage("the XML holds no field");
        }
        return fields;
    }

    private static String utf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("not UTF-8");
        }
    }
}
