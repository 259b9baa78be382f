package org.intakehub.adapter.telephone;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Threading;

/** What an operator writes down during a call; its call's id makes the recording that comes later find the case. */
final class CallForm {
    private static final String CALL = "callId";

    private CallForm() {}

    static Payload write(FormEntry entry) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", entry.key());
        fields.put("title", entry.title());
        fields.put("text", entry.text());
        entry.citizen().name().ifPresent(name -> fields.put("name", name));
        entry.citizen().phones().stream().findFirst().ifPresent(phone -> fields.put("phone", phone));
        entry.address().ifPresent(address -> fields.put("address", address));
        entry.appealType().ifPresent(type -> fields.put("appealType", type));
        fields.put("confidential", String.valueOf(entry.isConfidential()));
        fields.putAll(entry.extras());
        return Payload.of(CallEvent.JSON.writeValueAsBytes(fields));
    }

    /** @throws MalformedMessage if the bytes are not what {@link #write} made */
    static IntakeMessage read(RawMessage raw) {
        var form = CallEvent.read(raw.body());
        var key = form.take("key").orElseThrow(() -> new MalformedMessage("the form has no key"));
        var call = form.take(CALL);
        var message = IntakeMessage.of(MessageKey.of("form", key))
                .title(form.take("title").orElse(""))
                .text(form.takeText("text").orElse(""))
                .citizen(caller(form.take("name"), form.take("phone")))
                .place(new PlaceHint(form.take("address"), Optional.empty(), Optional.empty()))
                .confidentiality(
                        form.take("confidential").filter("true"::equals).isPresent()
                                ? Confidentiality.ON_REQUEST
                                : Confidentiality.NORMAL);
        call.ifPresent(id -> message.externalId(id).threading(Threading.continuing(id)));
        form.leaveRest(message);
        return message.build();
    }

    private static Citizen caller(Optional<String> name, Optional<String> phone) {
        return new Citizen(
                name,
                Optional.empty(),
                phone.stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                name.isEmpty() && phone.isEmpty(),
                phone);
    }
}
