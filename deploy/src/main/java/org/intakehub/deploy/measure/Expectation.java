package org.intakehub.deploy.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads an expected parse that a Ruby program wrote, whose own types are plain maps here. */
final class Expectation {
    private static final int LARGEST = 64 << 20;

    private Expectation() {}

    static Map<String, Object> of(String yaml) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        var read = new LinkedHashMap<String, Object>();
        if (new Yaml(new Lenient(options)).load(yaml) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    read.put(String.valueOf(key), value);
                }
            });
        }
        return read;
    }

    private static final class Lenient extends SafeConstructor {
        Lenient(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    if (node instanceof MappingNode mapping) {
                        return constructMapping(mapping);
                    }
                    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
                }
            });
        }
    }
}
