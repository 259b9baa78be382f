package org.intakehub.adapter.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Finds the secrets of a settings record, however deep they lie. */
final class Secrets {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|secret|token|credential|apikey|privatekey|passphrase).*");

    private Secrets() {}

    /** Every secret that has a value. */
    static List<Secret> in(@Nullable Object thing) {
        var found = new ArrayList<Secret>();
        collect(thing, found);
        return found.stream().filter(secret -> !secret.value().isEmpty()).toList();
    }

    private static void collect(@Nullable Object thing, List<Secret> found) {
        if (thing instanceof Secret secret) {
            found.add(secret);
        } else if (thing instanceof Optional<?> optional) {
            optional.ifPresent(value -> collect(value, found));
        } else if (thing instanceof Collection<?> many) {
            many.forEach(one -> collect(one, found));
        } else if (thing instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, found));
        } else if (thing instanceof Record record) {
            components(record).forEach(component -> collect(value(record, component), found));
        }
    }

    /** Names of components that are called like a secret but hold text in the open. */
    static List<String> unguarded(Record settings) {
        return components(settings).stream()
                .filter(component -> SECRET_NAME.matcher(component.getName()).matches())
                .filter(component -> holdsText(value(settings, component)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean holdsText(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.filter(Secrets::holdsText).isPresent();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().anyMatch(Secrets::holdsText);
        }
        return value instanceof CharSequence;
    }

    /** For each secret setting that has a value: how to make the same settings with that secret empty. */
    static Map<String, Callable<Object>> emptied(Record settings) {
        var emptied = new LinkedHashMap<String, Callable<Object>>();
        var components = components(settings);
        for (var i = 0; i < components.size(); i++) {
            var empty = empty(value(settings, components.get(i)));
            if (empty.isPresent()) {
                var values = components.stream()
                        .map(component -> value(settings, component))
                        .toArray();
                values[i] = empty.get();
                emptied.put(components.get(i).getName(), () -> constructor(settings, components, values));
            }
        }
        return emptied;
    }

    private static Optional<Object> empty(@Nullable Object value) {
        if (in(value).isEmpty()) {
            return Optional.empty();
        }
        var nothing = new Secret("");
        if (value instanceof Secret) {
            return Optional.of(nothing);
        }
        return value instanceof List<?> ? Optional.of(List.of(nothing)) : Optional.empty();
    }

    /** What the settings' constructor throws. */
    static Throwable refusal(Callable<Object> build) {
        try {
            build.call();
        } catch (InvocationTargetException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (Exception e) {
            return e;
        }
        return new AssertionError("accepted");
    }

    private static Object constructor(Record settings, List<RecordComponent> components, @Nullable Object[] values)
            throws ReflectiveOperationException {
        var types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = settings.getClass().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static List<RecordComponent> components(Record record) {
        return Arrays.asList(record.getClass().getRecordComponents());
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record shows its components", e);
        }
    }
}
