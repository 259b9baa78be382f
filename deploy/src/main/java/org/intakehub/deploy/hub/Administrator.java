package org.intakehub.deploy.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** An administrator of a hub that runs, made as an operator makes one. */
public record Administrator(String username, String password, String key) {
    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");
    private static final Pattern KEY = Pattern.compile("api key of an administrator: (\\S+)");

    /** Makes one with an API key. */
    public static Administrator of(HubSetup setup, String username) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        setup.jar().toString(),
                        "create-admin",
                        "--username=" + username,
                        "--api-key",
                        "--intake.data-directory=" + setup.data())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var password = PASSWORD.matcher(said);
        var key = KEY.matcher(said);
        if (process.waitFor() != 0 || !password.find() || !key.find()) {
            throw new IllegalStateException("no administrator could be made");
        }
        return new Administrator(username, password.group(1), key.group(1));
    }

    @Override
    public String toString() {
        return "Administrator[" + username + "]";
    }
}
