package org.intakehub.gateway.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.support.GenericConversionService;

/** Session attributes as bytes; what an older version wrote and this one cannot read is dropped, which logs that person out. */
final class SessionBytes extends GenericConversionService {
    private static final Logger LOG = LoggerFactory.getLogger(SessionBytes.class);
    /** Nothing else is ever kept in a session. */
    private static final ObjectInputFilter EXPECTED = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxbytes=262144;java.lang.*;java.util.*;java.time.*;java.net.URL;org.intakehub.gateway.account.*;"
                    + "org.springframework.security.**;org.springframework.util.*;!*");

    SessionBytes() {
        addConverter(Object.class, byte[].class, SessionBytes::write);
        addConverter(byte[].class, Object.class, SessionBytes::read);
    }

    private static byte[] write(Object attribute) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(attribute);
        } catch (IOException e) {
            throw new UncheckedIOException("a session attribute cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static @Nullable Object read(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(EXPECTED);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.info(
                    "a session attribute of another version was dropped: {}",
                    e.getClass().getSimpleName());
            return null;
        }
    }
}
