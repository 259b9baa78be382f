package org.intakehub.gateway.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.SourceId;
import org.intakehub.routes.stage.ReceiptIds;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Receipts are derived from what they acknowledge and signed: a delivery that comes again gets the same one, and a genuine one is known
 * as such even while the database is down.
 */
@Component
class Receipts implements ReceiptIds {
    private static final int ID_CHARS = 26;

    private final SignedTokens tokens;

    Receipts(@Qualifier("receiptTokens") SignedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String of(SourceId source, String deliveryId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.value().getBytes(UTF_8));
            digest.update((byte) 0);
            return tokens.sign(SignedTokens.base32(digest.digest(deliveryId.getBytes(UTF_8)), ID_CHARS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean isGenuine(String receiptId) {
        return receiptId.length() < 64 && tokens.verify(receiptId).isPresent();
    }
}
