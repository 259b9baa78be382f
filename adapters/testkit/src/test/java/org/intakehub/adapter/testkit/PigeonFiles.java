package org.intakehub.adapter.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;

/** A channel of files, correct and open for faults: letters as text, or packed. */
class PigeonFiles implements FileAdapter {
    private static final int MOST = 1 << 20;

    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-files");
    }

    @Override
    public Set<String> endings() {
        return Set.of("txt", "zip");
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return switch (ending(raw.header(FILE_NAME).orElse(""))) {
            case "txt" -> PigeonText.read(raw.body());
            case "zip" -> PigeonText.read(unpacked(raw.body()));
            default -> throw unknown(raw.header(FILE_NAME).orElse(""));
        };
    }

    String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    MalformedMessage unknown(String name) {
        return new MalformedMessage("the file is neither text nor an archive");
    }

    private Payload unpacked(Payload body) {
        // a whole archive ends with its directory
        var bytes = body.bytes();
        if (bytes.length < 22 || bytes[bytes.length - 22] != 'P' || bytes[bytes.length - 20] != 5) {
            throw new MalformedMessage("the archive has no end");
        }
        try (var zip = new ZipInputStream(body.open())) {
            if (zip.getNextEntry() == null) {
                throw new MalformedMessage("the archive is empty");
            }
            return Payload.of(letter(zip));
        } catch (IOException e) {
            throw new MalformedMessage("the archive cannot be unpacked", e);
        }
    }

    byte[] letter(ZipInputStream zip) throws IOException {
        return zip.readNBytes(MOST);
    }
}
