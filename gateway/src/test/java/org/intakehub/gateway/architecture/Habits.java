package org.intakehub.gateway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What a class does or leaves, beyond what it depends on. */
final class Habits {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");

    static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
            new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getFullName() + " is in a package that is not @NullMarked"));
                }
            };

    static final ArchCondition<JavaClass> PRINT = new ArchCondition<>("print to the console") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (var access : type.getFieldAccessesFromSelf()) {
                var field = access.getTarget();
                var prints = field.getOwner().isEquivalentTo(System.class)
                        && (field.getName().equals("out") || field.getName().equals("err"));
                events.add(new SimpleConditionEvent(access, prints, access.getDescription()));
            }
        }
    };

    static final ArchCondition<JavaClass> READ_THE_WALL_CLOCK = new ArchCondition<>("read the wall clock") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (var call : type.getMethodCallsFromSelf()) {
                var method = call.getTarget();
                var now = method.getName().equals("now")
                        && method.getRawParameterTypes().isEmpty()
                        && CLOCKS.contains(method.getOwner().getFullName());
                var millis = method.getName().equals("currentTimeMillis")
                        && method.getOwner().isEquivalentTo(System.class);
                var reads = now || millis;
                events.add(new SimpleConditionEvent(call, reads, call.getDescription()));
            }
        }
    };

    private Habits() {}
}
