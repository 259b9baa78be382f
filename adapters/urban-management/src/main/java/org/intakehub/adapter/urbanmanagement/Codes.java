package org.intakehub.adapter.urbanmanagement;

import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.exchange.wire.Fields;

/**
 * What a case is about, as kind, code and version of the standard; the platform's own fields stay beside them.
 *
 * @param kinds what each recTypeId means
 * @param version the standard that the codes are of
 */
record Codes(Map<String, String> kinds, String version) {
    private static final List<String> FINEST_FIRST = List.of("thirdTypeId", "subTypeId", "mainTypeId", "eventTypeId");

    void add(Fields fields, IntakeMessage.Builder message) {
        var id = fields.peek("recTypeId");
        var name = fields.peek("recTypeName");
        var kind = id.map(kinds::get).or(() -> name);
        if (id.isPresent() && !kinds.containsKey(id.get())) {
            message.note("recTypeId not known");
        } else if (id.isPresent() && name.isPresent() && !name.get().contains(kind.orElse(""))) {
            message.note("recTypeName contradicts recTypeId, the code counts");
        }
        kind.ifPresent(value -> message.extra("classificationKind", value));
        var code = code(fields);
        if (!code.isEmpty()) {
            message.extra("classificationCode", code);
            message.extra("classificationVersion", version);
        }
    }

    /** The finest code that is given; one that does not begin with its class gets it put in front. */
    private static String code(Fields fields) {
        var code = FINEST_FIRST.stream()
                .flatMap(name -> fields.peek(name).stream())
                .findFirst()
                .orElse("");
        var main = fields.peek("mainTypeId").orElse("");
        return code.length() <= 2 && !code.equals(main) ? main + code : code;
    }
}
