package org.intakehub.adapter.police110;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.Threading;
import org.intakehub.core.channel.WrittenTime;

/** Makes messages of the centre's orders, returns and feedback; an order that comes again with other fields goes on with its case. */
final class Orders {
    /** Address of an order to the hub. */
    static final String ORDER = "pushJjd";

    /** Address of an order of the hub's that the centre gives back. */
    static final String RETURN = "pushThxx";

    /** Address of what the centre did. */
    static final String FEEDBACK = "pushFkd";

    static final String NUMBER = "JJDBH";

    private final Police110Settings settings;
    private final Codes categories;
    private final Codes units;

    Orders(Police110Settings settings) {
        this.settings = settings;
        categories = Codes.categories(settings.categories());
        units = new Codes(settings.units());
    }

    IntakeMessage message(String path, FlatOrder order) {
        // an order of the hub's comes back under the token that it went out with
        var tokens = path.equals(ORDER)
                ? List.<String>of()
                : order.peek("FLOWID").stream().toList();
        var message = IntakeMessage.of(order.key(path))
                .threading(new Threading(List.of(), tokens, Optional.of(order.number()), Optional.empty()));
        switch (path) {
            case RETURN -> returned(order, message);
            case FEEDBACK -> feedback(order, message);
            default -> ordered(order, message);
        }
        order.leaveRest(message);
        return message.build();
    }

    private void ordered(FlatOrder order, IntakeMessage.Builder message) {
        var category = category(order, message);
        message.externalId(order.number())
                .title(order.line("Title")
                        .orElseGet(() -> settings.service() + "接警单"
                                + category.map(name -> "：" + name).orElse("")))
                .text(order.take("BJNR").orElse(""))
                .citizen(caller(order, message))
                .place(place(order, message))
                .namedUnit(unit(order, message).orElse(null))
                .confidentiality(secrecy(order, message));
        if (order.peek("BJNR").isEmpty()) {
            message.note("the order says nothing of the matter");
        }
        time(order, "BJSJ", message);
    }

    private Optional<String> category(FlatOrder order, IntakeMessage.Builder message) {
        var code = order.peek("JQLBDM");
        var given = order.peek("JQLBMC");
        var name = code.flatMap(categories::name);
        if (code.isPresent() && name.isEmpty()) {
            message.note("category code not known");
        }
        var named =
                Stream.concat(given.stream(), order.peek("Title").map(title -> title.split("[-－—]", 2)[0]).stream());
        if (code.isPresent()
                && name.isPresent()
                && named.anyMatch(other -> categories.contradicts(code.get(), other))) {
            message.note("category name contradicts its code; the code is trusted");
        }
        var trusted = name.or(() -> given);
        trusted.ifPresent(value -> message.extra("category", value));
        return trusted;
    }

    private Optional<String> unit(FlatOrder order, IntakeMessage.Builder message) {
        var code = order.peek("GXDWDM");
        var given = order.peek("GXDWMC");
        var name = code.flatMap(units::name);
        if (code.isPresent() && given.isPresent() && units.contradicts(code.get(), given.get())) {
            message.note("name of the unit contradicts its code; the code is trusted");
        }
        return name.or(() -> given);
    }

    private static Citizen caller(FlatOrder order, IntakeMessage.Builder message) {
        var phones = Stream.of("LXDH", "BJDH").flatMap(name -> order.line(name).stream());
        return new Citizen(
                order.line("BJDHYHM"),
                gender(order, message),
                phones.distinct().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                false,
                // the centre is answered by the order's number, and passes the answer on
                Optional.of(order.number()));
    }

    // GB/T 2261.1
    private static Optional<String> gender(FlatOrder order, IntakeMessage.Builder message) {
        var code = order.take("BJRXBDM").orElse("0");
        return switch (code) {
            case "1" -> Optional.of("男");
            case "2" -> Optional.of("女");
            case "0", "9" -> Optional.empty();
            default -> {
                message.note("sex code not known").extra("BJRXBDM", code);
                yield Optional.empty();
            }
        };
    }

    private static PlaceHint place(FlatOrder order, IntakeMessage.Builder message) {
        var division = order.peek("XZQHDM");
        if (division.isPresent() && !division.get().matches("[0-9]{6,12}")) {
            message.note("division code not known");
        }
        return new PlaceHint(
                order.line("BJDZ"), division.filter(code -> code.matches("[0-9]{6,12}")), Optional.empty());
    }

    private static Confidentiality secrecy(FlatOrder order, IntakeMessage.Builder message) {
        var flag = order.peek("SFBM").orElse("");
        if (!List.of("0", "1").contains(flag)) {
            message.note("secrecy not told; taken as confidential");
        }
        return flag.equals("0") ? Confidentiality.NORMAL : Confidentiality.ON_REQUEST;
    }

    private void returned(FlatOrder order, IntakeMessage.Builder message) {
        message.notice()
                .title(settings.service() + "退回")
                .text(told(order.take("HANDLEOPINION"), order.line("HANDLEBMNAME"), order.line("HANDLEUSERNAME")));
        time(order, "HANDLETIME", message);
    }

    private void feedback(FlatOrder order, IntakeMessage.Builder message) {
        var text = Stream.of("CJCZQK", "JQCLJGSM")
                .flatMap(name -> order.take(name).stream())
                .distinct();
        message.notice()
                .title(settings.service() + "反馈")
                .text(told(
                        Optional.of(text.collect(Collectors.joining("\n"))),
                        order.line("FKDWMC"),
                        order.line("FKYXM")));
        time(order, "FKSJ", message);
    }

    private static String told(Optional<String> words, Optional<String> unit, Optional<String> officer) {
        var by = Stream.concat(unit.stream(), officer.stream()).collect(Collectors.joining(" "));
        return Stream.of(words.orElse(""), by).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private void time(FlatOrder order, String name, IntakeMessage.Builder message) {
        var when = order.peek(name).flatMap(written -> WrittenTime.read(written, settings.zone()));
        if (when.isPresent()) {
            order.take(name);
            message.occurredAt(when.get());
        } else if (order.peek(name).isPresent()) {
            message.note("time in " + name + " not understood");
        }
    }
}
