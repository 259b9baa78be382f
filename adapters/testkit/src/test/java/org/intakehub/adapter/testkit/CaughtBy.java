package org.intakehub.adapter.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The contract methods that fail for a planted fault: these, and no others. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface CaughtBy {
    String[] value();
}
