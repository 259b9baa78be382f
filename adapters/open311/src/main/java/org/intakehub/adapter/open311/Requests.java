package org.intakehub.adapter.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlaceHint;

/** Makes messages of service requests. */
final class Requests {
    private static final Set<String> USED = Set.of(
            "description",
            "lat",
            "long",
            "address_string",
            "first_name",
            "last_name",
            "email",
            "phone",
            "media_url",
            Checks.API_KEY);
    private static final Set<String> WEB = Set.of("http", "https");

    private final Catalogue catalogue;

    Requests(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The service_request_id: the same for the same bytes, so that a request that is sent again is the same one. */
    static String id(Payload body) {
        return "r" + body.sha256().substring(0, 24);
    }

    /** @throws MalformedMessage if the bytes are no form, or name no service */
    IntakeMessage message(Payload body) {
        var form = Form.read(body);
        var code =
                form.line("service_code").orElseThrow(() -> new MalformedMessage("the request names no service_code"));
        var service = catalogue.service(code);
        var id = id(body);
        var message = IntakeMessage.of(MessageKey.of(id))
                .externalId(id)
                .title(service.map(Open311Settings.Service::name).orElse("Open311 " + code))
                .text(text(
                        form, service.map(Open311Settings.Service::attributes).orElse(List.of())))
                .citizen(citizen(form));
        if (service.isEmpty()) {
            message.note("service code not known");
        }
        service.map(Open311Settings.Service::group)
                .filter(group -> !group.isEmpty())
                .ifPresent(group -> message.extra("group", group));
        place(form, message);
        form.all("media_url").forEach(url -> attach(url, message));
        form.names().stream()
                .filter(name -> !USED.contains(name)
                        && !name.isBlank()
                        && !form.all(name).isEmpty())
                .forEach(name -> message.extra(name, String.join(", ", form.all(name))));
        return message.build();
    }

    /** The description, then each question with its answer. */
    private static String text(Form form, List<Open311Settings.Attribute> attributes) {
        var answers = attributes.stream().flatMap(attribute -> answer(form, attribute).stream());
        return Stream.concat(form.text("description").stream(), answers).collect(Collectors.joining("\n"));
    }

    private static Optional<String> answer(Form form, Open311Settings.Attribute attribute) {
        var name = "attribute[" + attribute.code() + "]";
        var given = Stream.of(name, name + "[]")
                .flatMap(field -> form.all(field).stream())
                .map(key -> attribute.values().stream()
                        .filter(choice -> choice.key().equals(key))
                        .map(Open311Settings.Choice::name)
                        .findFirst()
                        .orElse(key))
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? Optional.empty() : Optional.of(attribute.description() + "：" + given);
    }

    private static Citizen citizen(Form form) {
        var first = form.line("first_name");
        var last = form.line("last_name");
        var isHan = Stream.concat(first.stream(), last.stream())
                .allMatch(part -> part.codePoints().allMatch(Character::isIdeographic));
        // a Chinese name begins with the family's
        var name = isHan
                ? last.orElse("") + first.orElse("")
                : Stream.concat(first.stream(), last.stream()).collect(Collectors.joining(" "));
        return new Citizen(
                Optional.of(name).filter(text -> !text.isEmpty()),
                Optional.empty(),
                form.line("phone").stream().toList(),
                form.line("email"),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                false,
                form.line("account_id").or(() -> form.line("device_id")));
    }

    // the standard's positions are of WGS 84
    private static void place(Form form, IntakeMessage.Builder message) {
        var lat = form.line("lat");
        var longitude = form.line("long");
        var isPosition = Checks.isWithin(lat, 90) && Checks.isWithin(longitude, 180);
        if (!isPosition && (lat.isPresent() || longitude.isPresent())) {
            message.note("position not understood");
            lat.ifPresent(text -> message.extra("lat", text));
            longitude.ifPresent(text -> message.extra("long", text));
        }
        var position = isPosition
                ? Optional.of(new Coordinates(
                        Double.parseDouble(longitude.orElseThrow()),
                        Double.parseDouble(lat.orElseThrow()),
                        Coordinates.ReferenceSystem.WGS84))
                : Optional.<Coordinates>empty();
        message.place(new PlaceHint(form.line("address_string"), Optional.empty(), position));
    }

    private static void attach(String url, IntakeMessage.Builder message) {
        try {
            var address = new URI(url);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() == null || !WEB.contains(scheme)) {
                throw new URISyntaxException("", "no web address");
            }
            message.attach(
                    new Attachment.Linked(String.valueOf(address.getPath()), "application/octet-stream", address));
        } catch (URISyntaxException e) {
            message.extra("media_url", url).note("address of the medium not understood");
        }
    }
}
