package org.intakehub.adapter.emergencyoffice;

import java.util.LinkedHashMap;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.Payload;
import tools.jackson.databind.json.JsonMapper;

/** What an operator writes down when the office hands an event over by telephone, in the fields that the office itself would send. */
final class EventForm {
    private EventForm() {}

    static Payload write(FormEntry entry) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("eventId", "form-" + entry.key());
        if (!entry.title().isBlank()) {
            fields.put("eventTitle", entry.title());
        }
        entry.citizen().name().ifPresent(name -> fields.put("bjr", name));
        entry.citizen().phones().stream().findFirst().ifPresent(phone -> fields.put("bjTel", phone));
        fields.put("bjnr", entry.text());
        entry.address().ifPresent(address -> fields.put("address", address));
        fields.put("sfbm", entry.isConfidential() ? "1" : "0");
        fields.putAll(entry.extras());
        return Payload.of(JsonMapper.shared().writeValueAsBytes(fields));
    }
}
