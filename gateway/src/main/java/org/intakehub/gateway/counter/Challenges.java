package org.intakehub.gateway.counter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.gateway.platform.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Numbers of forms: handed out signed, good once and for a while, and the riddle that the browser solves: a number behind the challenge that
 * makes its SHA-256 begin with zero bits.
 */
@Component
class Challenges {
    private static final Pattern FORM = Pattern.compile("([a-z2-7]{24})-(\\d{1,12})");
    private static final Pattern WORK = Pattern.compile("\\d{1,16}");
    private static final int MOST = 100_000;

    private final SignedTokens tokens;
    private final CounterSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> used = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    @Autowired
    Challenges(DataDirectory data, CounterSettings settings, Clock clock) {
        this(data.signingKey(), settings, clock);
    }

    Challenges(byte[] key, CounterSettings settings, Clock clock) {
        this.tokens = new SignedTokens(key, "form");
        this.settings = settings;
        this.clock = clock;
    }

    /** A new number, signed. */
    String handOut() {
        var bytes = new byte[15];
        random.nextBytes(bytes);
        return tokens.sign(
                SignedTokens.base32(bytes, 24) + "-" + clock.instant().getEpochSecond());
    }

    /** The form's number, if it was handed out here and is still good. */
    Optional<String> number(String challenge) {
        return challenge.length() > 100
                ? Optional.empty()
                : tokens.verify(challenge)
                        .map(FORM::matcher)
                        .filter(form -> form.matches() && isGood(Long.parseLong(form.group(2))))
                        .map(form -> form.group(1));
    }

    private boolean isGood(long since) {
        return Instant.ofEpochSecond(since).plus(settings.validFor()).isAfter(clock.instant());
    }

    /** Whether the work was done for this challenge. */
    boolean isSolved(String challenge, String work) {
        return WORK.matcher(work).matches() && leadingZeros(sha256(challenge + ":" + work)) >= settings.workBits();
    }

    /** Notes the number as used for this content; false if it was used for another one. */
    synchronized boolean use(String number, String sha256) {
        return sha256.equals(used.computeIfAbsent(number, none -> sha256));
    }

    /** The form could not be kept: it may be sent again, and mended before. */
    synchronized void release(String number) {
        used.remove(number);
    }

    private static int leadingZeros(byte[] hash) {
        var zeros = 0;
        for (var one : hash) {
            if (one != 0) {
                return zeros + Integer.numberOfLeadingZeros(one & 0xff) - 24;
            }
            zeros += 8;
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
