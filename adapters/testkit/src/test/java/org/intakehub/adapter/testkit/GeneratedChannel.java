package org.intakehub.adapter.testkit;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A copy of the build below {@code target}, in which the generator makes channels that are compiled at once. */
record GeneratedChannel(Path root) {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String COMMON = "src/channel-template";
    private static final List<String> COMPILER = List.of(
            "--release", "17", "-Xlint:all,-processing,-serial,-classfile", "-Werror", "-proc:none", "-parameters");

    /** What the generator said, and how it ended. */
    record Result(int exit, String said) {}

    /** A fresh copy of the files that the generator reads and changes. */
    static GeneratedChannel copy(String name) throws IOException {
        var root = HERE.resolve("target/generated").resolve(name + "-" + System.nanoTime());
        var adapters = HERE.resolve("..").normalize();
        copy(adapters.resolve("../pom.xml"), root.resolve("pom.xml"));
        copy(adapters.resolve("pom.xml"), root.resolve("adapters/pom.xml"));
        Files.createDirectories(root.resolve("gateway"));
        copy(adapters.resolve("new-channel"), root.resolve("adapters/new-channel"));
        try (var files = Files.walk(HERE.resolve(COMMON))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                copy(file, root.resolve("adapters/testkit").resolve(HERE.relativize(file)));
            }
        }
        return new GeneratedChannel(root);
    }

    Result generate(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("bash", root.resolve("adapters/new-channel").toString()));
        command.addAll(List.of(arguments));
        var said = root.resolve("said.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the generator does not end");
        }
        return new Result(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    Path folder(String channel) {
        return root.resolve("adapters").resolve(channel);
    }

    /** Compiles the channel with the warnings of the build and loads a class of it. */
    Class<?> compile(String channel, String className) throws ReflectiveOperationException, IOException {
        var main = compile(channel, "main", "classes", "");
        var test = compile(channel, "test", "test-classes", main.toString() + File.pathSeparator);
        var service = "META-INF/services/org.intakehub.core.channel.ChannelProvider";
        copy(folder(channel).resolve("src/main/resources").resolve(service), main.resolve(service));
        // never closed: the tests that are run next load further classes
        var loader = new URLClassLoader(
                new URL[] {main.toUri().toURL(), test.toUri().toURL()},
                getClass().getClassLoader());
        return loader.loadClass(className);
    }

    private Path compile(String channel, String part, String target, String classPath) throws IOException {
        var classes = folder(channel).resolve("target").resolve(target);
        Files.createDirectories(classes);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var sources =
                        Files.walk(folder(channel).resolve("src").resolve(part).resolve("java"));
                var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = new ArrayList<>(COMPILER);
            options.addAll(List.of("-d", classes.toString()));
            options.addAll(List.of("-cp", classPath + System.getProperty("java.class.path")));
            var java = sources.filter(file -> file.toString().endsWith(".java")).toList();
            var task = compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java));
            if (!task.call()) {
                throw new AssertionError("what the generator made does not compile: " + said);
            }
        }
        return classes;
    }

    /** A file's lines without their indentation. */
    String pom(String path) throws IOException {
        try (var lines = Files.lines(root.resolve(path), StandardCharsets.UTF_8)) {
            return lines.map(String::strip).collect(Collectors.joining("\n"));
        }
    }

    /** Every file, to see that nothing was made or changed. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.endsWith("said.txt"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
