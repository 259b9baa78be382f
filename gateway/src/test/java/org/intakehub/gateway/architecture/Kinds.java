package org.intakehub.gateway.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Which classes a rule speaks of; an array is of the kind of its elements. */
final class Kinds {
    private Kinds() {}

    static DescribedPredicate<JavaClass> in(String... packages) {
        return DescribedPredicate.describe("in " + String.join(", ", packages), type -> isIn(type, packages));
    }

    /** In one of the packages, or a primitive, which nobody can do without. */
    static DescribedPredicate<JavaClass> primitiveOrIn(String... packages) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", packages),
                type -> type.getBaseComponentType().isPrimitive() || isIn(type, packages));
    }

    /** Neither in one of the packages nor one of the named classes. */
    static DescribedPredicate<JavaClass> not(String... packagesOrClasses) {
        return DescribedPredicate.describe(
                "not " + String.join(", ", packagesOrClasses),
                type -> !isIn(type, packagesOrClasses) && !isNamed(type, packagesOrClasses));
    }

    static DescribedPredicate<JavaClass> named(String... names) {
        return DescribedPredicate.describe(
                "one of " + String.join(", ", names), type -> Set.of(names).contains(type.getFullName()));
    }

    static DescribedPredicate<JavaClass> outside(String root) {
        return not(root + "..");
    }

    private static boolean isIn(JavaClass type, String... packages) {
        var component = type.getBaseComponentType();
        for (var pattern : packages) {
            var name = pattern.replace("..", "");
            if (component.getPackageName().equals(name)
                    || component.getPackageName().startsWith(name + ".")) {
                return true;
            }
        }
        return false;
    }

    /** With what is nested in it. */
    private static boolean isNamed(JavaClass type, String... names) {
        for (var name : names) {
            if (type.getFullName().equals(name) || type.getFullName().startsWith(name + "$")) {
                return true;
            }
        }
        return false;
    }
}
