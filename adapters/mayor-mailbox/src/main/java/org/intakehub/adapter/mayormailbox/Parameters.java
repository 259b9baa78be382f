package org.intakehub.adapter.mayormailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A header value with parameters, such as a content type; missing quotes, doubled semicolons and stray words do no harm. */
final class Parameters {
    private static final int MOST = 100;

    private final String main;
    private final List<Parameter> list = new ArrayList<>();

    /** One parameter, its name in lower case, its value without quotes. */
    record Parameter(String name, String value) {}

    private Parameters(String main) {
        this.main = main;
    }

    static Parameters parse(String header) {
        var text = header.strip();
        var end = 0;
        while (end < text.length() && "; \t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var parameters = new Parameters(text.substring(0, end).replace("\"", "").toLowerCase(Locale.ROOT));
        parameters.scan(text, end);
        return parameters;
    }

    /** The value before the parameters, in lower case. */
    String main() {
        return main;
    }

    List<Parameter> list() {
        return list;
    }

    /** The first parameter of that name, unless it is blank. */
    Optional<String> get(String name) {
        return list.stream()
                .filter(parameter -> parameter.name.equals(name))
                .map(Parameter::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private void scan(String text, int from) {
        var at = from;
        while (at < text.length() && list.size() < MOST) {
            while (at < text.length() && "; \t".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            var start = at;
            while (at < text.length() && "=; \t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            var name = text.substring(start, at).toLowerCase(Locale.ROOT);
            at = skipBlanks(text, at);
            if (at < text.length() && text.charAt(at) == '=') {
                at = value(text, skipBlanks(text, at + 1), name);
            } else if (at == start) {
                at++;
            }
        }
    }

    private static int skipBlanks(String text, int from) {
        var at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private int value(String text, int start, String name) {
        if (start < text.length() && text.charAt(start) == '"') {
            return quoted(text, start + 1, name);
        }
        var end = text.indexOf(';', start);
        end = end < 0 ? text.length() : end;
        list.add(new Parameter(name, text.substring(start, end).strip()));
        return end;
    }

    /** A backslash escapes a quote or itself only: elsewhere it belongs to a Windows path that nobody escaped. */
    private int quoted(String text, int start, String name) {
        var value = new StringBuilder();
        var at = start;
        while (at < text.length() && text.charAt(at) != '"') {
            var next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (text.charAt(at) == '\\' && (next == '"' || next == '\\')) {
                at++;
            }
            value.append(text.charAt(at));
            at++;
        }
        list.add(new Parameter(name, value.toString()));
        var end = text.indexOf(';', at);
        return end < 0 ? text.length() : end;
    }
}
