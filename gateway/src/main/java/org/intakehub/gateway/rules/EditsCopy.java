package org.intakehub.gateway.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.TreeMap;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.gateway.platform.DataDirectory;
import org.intakehub.gateway.platform.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** This node's copy of what people changed, for a start at which the database does not answer. */
@Component
class EditsCopy {
    private static final Logger LOG = LoggerFactory.getLogger(EditsCopy.class);
    private static final String VERSION = "version";

    private final Path file;
    private final Json json;

    EditsCopy(DataDirectory data, Json json) {
        file = data.resolve("saved-rules.json");
        this.json = json;
    }

    /** Nothing, if there is no copy. */
    Edits read() {
        try {
            var kept = json.texts(Files.readString(file));
            var texts = new EnumMap<RuleFile, String>(RuleFile.class);
            kept.forEach((name, text) -> RuleFile.named(name).ifPresent(one -> texts.put(one, text)));
            return new Edits(Long.parseLong(kept.getOrDefault(VERSION, "0")), texts);
        } catch (NoSuchFileException e) {
            return Edits.NONE;
        } catch (IOException | JacksonException | NumberFormatException e) {
            LOG.warn(
                    "the copy of the saved rules cannot be read: {}",
                    e.getClass().getSimpleName());
            return Edits.NONE;
        }
    }

    void keep(Edits edits) {
        var kept = new TreeMap<String, String>();
        kept.put(VERSION, Long.toString(edits.version()));
        edits.texts().forEach((one, text) -> kept.put(one.fileName(), text));
        try {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, json.write(kept));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "the copy of the saved rules cannot be kept: {}",
                    e.getClass().getSimpleName());
        }
    }
}
