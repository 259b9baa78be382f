package org.intakehub.adapter.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;

/** Files as people bring them, and as nobody should. */
final class Brought {
    private static final int SWOLLEN = 320 << 20;
    private static final int CHUNK = 1 << 20;

    private Brought() {}

    /** The bytes, brought by a person under that name. */
    static RawMessage file(RawMessage like, String name, Payload body) {
        return new RawMessage(
                like.channel(),
                like.source(),
                "brought-again",
                like.receivedAt().plusSeconds(3600),
                Map.of(FileAdapter.FILE_NAME, name),
                body,
                SignatureStatus.ENTERED);
    }

    static String ending(Sample sample) {
        var name = String.valueOf(sample.headers().get(FileAdapter.FILE_NAME));
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static boolean isArchive(Payload body) {
        var bytes = body.bytes();
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** The archive with much white space behind each of its entries: small, until somebody unpacks it. */
    static Payload swollen(Payload archive) {
        var space = new byte[CHUNK];
        Arrays.fill(space, (byte) ' ');
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var entries = entries(archive);
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                for (var i = 0; i <= SWOLLEN / CHUNK / entries.size(); i++) {
                    zip.write(space);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Payload.of(out.toByteArray());
    }

    private static List<Map.Entry<String, byte[]>> entries(Payload archive) throws IOException {
        var entries = new ArrayList<Map.Entry<String, byte[]>>();
        try (var zip = new ZipInputStream(archive.open())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(Map.entry(entry.getName(), zip.readAllBytes()));
            }
        }
        return entries;
    }

    /** Bytes that this thread has asked for since it began. */
    static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : 0;
    }
}
