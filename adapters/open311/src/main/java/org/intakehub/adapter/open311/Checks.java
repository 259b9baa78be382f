package org.intakehub.adapter.open311;

import java.util.Optional;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SharedKeys;

/** Looks at a request as far as the standard wants it refused at once: key, jurisdiction, service, place, needed attributes. */
final class Checks {
    static final String API_KEY = "api_key";

    private static final String NUMBER = "[+-]?[0-9]{1,3}(\\.[0-9]{1,20})?";
    private static final int LONGEST = 4000;

    private final Open311Settings settings;
    private final SharedKeys keys;
    private final Catalogue catalogue;

    Checks(Open311Settings settings, Catalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
        keys = SharedKeys.of("api-keys", settings.apiKeys());
    }

    /** The key stands in the address or in the form; each once. */
    Optional<Fault> key(Request request) {
        var inForm = inForm(request.body());
        var shown = request.query().containsKey(API_KEY) ? request.parameter(API_KEY) : inForm;
        if (shown.isEmpty() || shown.get().isEmpty()) {
            return Optional.of(new Fault(Reason.MISSING_PROOF, 403, "api_key is missing"));
        }
        return keys.hold(shown.get())
                ? Optional.empty()
                : Optional.of(new Fault(Reason.FORGED_PROOF, 403, "api_key is not known"));
    }

    /** The key where it is wanted of those who ask how far requests have come. */
    Optional<Fault> reading(Request request) {
        return settings.keyForReading() ? key(request) : Optional.empty();
    }

    private static Optional<String> inForm(Payload body) {
        try {
            var given = Form.read(body).all(API_KEY);
            return given.size() == 1 ? Optional.of(given.get(0)) : Optional.empty();
        } catch (MalformedMessage e) {
            return Optional.empty();
        }
    }

    /** Whether the call is meant for this city. */
    Optional<Fault> jurisdiction(Optional<String> given) {
        var ours = settings.jurisdiction();
        return ours == null || given.isEmpty() || given.get().equals(ours)
                ? Optional.empty()
                : Optional.of(Fault.unknown("jurisdiction_id"));
    }

    /** What the standard refuses in a form. */
    Optional<Fault> form(Form form) {
        var code = form.line("service_code");
        if (code.isEmpty()) {
            return Optional.of(Fault.missing("service_code"));
        }
        var service = catalogue.service(code.get());
        if (service.isEmpty()) {
            return Optional.of(Fault.unknown("service_code"));
        }
        return jurisdiction(form.line("jurisdiction_id"))
                .or(() -> place(form))
                .or(() -> attributes(service.get(), form))
                .or(() -> length(form.text("description").orElse("")));
    }

    private static Optional<Fault> length(String description) {
        return description.codePointCount(0, description.length()) > LONGEST
                ? Optional.of(Fault.wrong("description is longer than " + LONGEST + " characters"))
                : Optional.empty();
    }

    private static Optional<Fault> place(Form form) {
        var lat = form.line("lat");
        var longitude = form.line("long");
        if (lat.isEmpty() && longitude.isEmpty()) {
            return form.line("address_string").or(() -> form.line("address_id")).isPresent()
                    ? Optional.empty()
                    : Optional.of(Fault.wrong("lat and long, address_string or address_id is missing"));
        }
        return isWithin(lat, 90) && isWithin(longitude, 180)
                ? Optional.empty()
                : Optional.of(Fault.wrong("lat and long are degrees of WGS 84, and come together"));
    }

    /** Whether the text is a number of degrees up to the limit, either way. */
    static boolean isWithin(Optional<String> degrees, int limit) {
        return degrees.filter(text -> text.matches(NUMBER))
                .filter(text -> Math.abs(Double.parseDouble(text)) <= limit)
                .isPresent();
    }

    private static Optional<Fault> attributes(Open311Settings.Service service, Form form) {
        return service.attributes().stream()
                .filter(Open311Settings.Attribute::required)
                .map(attribute -> "attribute[" + attribute.code() + "]")
                .filter(name ->
                        form.all(name).isEmpty() && form.all(name + "[]").isEmpty())
                .findFirst()
                .map(Fault::missing);
    }
}
