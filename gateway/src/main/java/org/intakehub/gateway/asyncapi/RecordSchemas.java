package org.intakehub.gateway.asyncapi;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (draft 7) of records as the hub writes and reads them: what is not nullable has to be there. */
final class RecordSchemas {
    private static final Map<Type, Map<String, Object>> SIMPLE = Map.of(
            String.class, Map.of("type", "string"),
            UUID.class, Map.of("type", "string", "format", "uuid"),
            Instant.class, Map.of("type", "string", "format", "date-time"),
            int.class, Map.of("type", "integer"),
            long.class, Map.of("type", "integer"),
            boolean.class, Map.of("type", "boolean"));

    private final Map<String, Object> schemas = new TreeMap<>();

    /** All that were asked for, and what they hold, by name. */
    Map<String, Object> all() {
        return schemas;
    }

    /** Adds a schema that no record stands for. */
    Map<String, Object> add(String name, Map<String, Object> schema) {
        schemas.put(name, schema);
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** A reference to the schema of the record. */
    Map<String, Object> reference(Class<?> type) {
        return add(type.getSimpleName(), object(type));
    }

    /**
     * The schema of a generic record whose parts are known more exactly.
     *
     * @param exact by the name of the part
     */
    Map<String, Object> envelope(Class<?> type, Map<String, Map<String, Object>> exact, List<String> required) {
        var properties = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            var known = exact.get(component.getName());
            properties.put(component.getName(), known == null ? part(component) : known);
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    private Map<String, Object> object(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), part(component));
            if (!isNullable(component) && component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    private Map<String, Object> part(RecordComponent component) {
        var schema = schema(component.getAnnotatedType());
        return isNullable(component) ? orNull(schema) : schema;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Map<String, Object> schema(AnnotatedType annotated) {
        var type = annotated.getType();
        if (SIMPLE.containsKey(type)) {
            return SIMPLE.get(type);
        }
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            var arguments = parameterized.getAnnotatedActualTypeArguments();
            var item = schema(arguments[arguments.length - 1]);
            var raw = (Class<?>) ((ParameterizedType) type).getRawType();
            if (raw == Map.class) {
                return Map.of("type", "object", "additionalProperties", item);
            }
            if (raw == Optional.class) {
                return orNull(item);
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return Map.of("type", "array", "items", item);
            }
        }
        if (type instanceof Class<?> named && named.isEnum()) {
            var words = Arrays.stream(named.getEnumConstants())
                    .map(Object::toString)
                    .toList();
            return Map.of("type", "string", "enum", words);
        }
        if (type instanceof Class<?> named && named.isRecord()) {
            return reference(named);
        }
        throw new IllegalStateException("no JSON Schema is known for " + type.getTypeName());
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("oneOf", List.of(schema, Map.of("type", "null")));
    }
}
