package org.intakehub.gateway;

import org.intakehub.gateway.account.CreateAdmin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the hub. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class IntakeHub {
    public static void main(String[] args) {
        // Without this the embedded broker's second start fails on Java 24 and later.
        System.setProperty("io.netty.noUnsafe", System.getProperty("io.netty.noUnsafe", "false"));
        if (args.length > 0 && args[0].equals(CreateAdmin.NAME)) {
            System.exit(CreateAdmin.run(args));
        }
        SpringApplication.run(IntakeHub.class, args);
    }
}
