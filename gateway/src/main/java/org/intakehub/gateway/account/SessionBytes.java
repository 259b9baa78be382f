package org.intakehub.gateway.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/** Session attributes as bytes; what an older version wrote and this one cannot read is dropped, which logs that person out. */
final class SessionBytes implements ConversionService {
    private static final Logger LOG = LoggerFactory.getLogger(SessionBytes.class);
    /** Nothing else is ever kept in a session. */
    private static final ObjectInputFilter EXPECTED = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxbytes=262144;java.lang.*;java.util.*;java.time.*;java.net.URL;org.intakehub.gateway.account.*;"
                    + "org.springframework.security.**;org.springframework.util.*;"
                    // What a page tells the next one after a form was sent.
                    + "java.util.concurrent.CopyOnWriteArrayList;org.springframework.web.servlet.FlashMap;!*");

    @Override
    public boolean canConvert(@Nullable Class<?> from, Class<?> to) {
        return from == byte[].class || to == byte[].class;
    }

    @Override
    public boolean canConvert(@Nullable TypeDescriptor from, TypeDescriptor to) {
        return canConvert(from == null ? null : from.getType(), to.getType());
    }

    @Override
    public <T> @Nullable T convert(@Nullable Object source, Class<T> to) {
        var converted = convert(source, TypeDescriptor.valueOf(to));
        return converted == null ? null : to.cast(converted);
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, @Nullable TypeDescriptor from, TypeDescriptor to) {
        return convert(source, to);
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor to) {
        return to.getType() == byte[].class ? write(source) : read((byte[]) Objects.requireNonNull(source));
    }

    private static byte[] write(@Nullable Object attribute) {
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
