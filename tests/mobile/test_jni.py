"""What Rust names in Java is there, with that descriptor, and the other way round."""
import re
import unittest

from common import java_sources, members, rust

PACKAGE = "app.satchel.phone."
# A parameter type of Rust in a descriptor.
TYPES = {"jboolean": "Z", "jint": "I", "jlong": "J", "jfloat": "F", "jdouble": "D", "JString": "Ljava/lang/String;",
         "jbyte[]": "[B"}


def classes_of_rust():
    """Field of `Classes` in bridge.rs → class."""
    return dict(re.findall(r'(\w+): class\(env, jni_str!\("([\w/]+)"\)\)', rust()))


def calls_of_rust():
    return re.findall(r'java!\(\s*env,\s*&classes\.(\w+),\s*"(\w+)",\s*"([^"]+)"', rust())


def natives_of_rust():
    for name, parameters, result in re.findall(r'name = "(\w+)",\s*sig = \(([^)]*)\) -> (\(\)|\w+)', rust()):
        kinds = [TYPES[part.split(":")[1].strip()] for part in parameters.split(",") if part.strip()]
        yield name, f"({''.join(kinds)}){'V' if result == '()' else TYPES[result]}"


class Jni(unittest.TestCase):
    def test_every_call_meets_a_static_method(self):
        classes, calls = classes_of_rust(), calls_of_rust()
        self.assertGreater(len(calls), 12)
        self.assertEqual(rust().count("java!("), len(calls), "a call this test does not understand")
        for field, name, descriptor in calls:
            found, _ = members(classes[field].replace("/", "."))
            self.assertIn((name, descriptor), found, classes[field])
            self.assertIn("static", found[(name, descriptor)])
            self.assertIn("public", found[(name, descriptor)])

    def test_every_class_that_is_looked_up_is_called(self):
        classes = classes_of_rust()
        self.assertEqual({field for field, _, _ in calls_of_rust()}, set(classes))

    def test_natives_are_the_same_on_both_sides(self):
        found, _ = members(PACKAGE + "Native")
        in_java = {member for member, modifiers in found.items() if "native" in modifiers}
        self.assertEqual(set(natives_of_rust()), in_java)
        self.assertGreater(len(in_java), 4)
        for name, source in java_sources().items():
            if name != "Native":
                self.assertNotRegex(source, r"\bnative\b\s+\w+\s+\w+\(", name)

    def test_numbers_mean_the_same_on_both_sides(self):
        for name, kinds, least in [
            ("SerialPrinter", ["LinkError"], 5),
            ("Places", ["LocationTrouble"], 2),
            ("Permissions", ["Answer"], 3),
            ("ShareSheet", ["ShareError"], 2),
            ("Biometrics", ["Offer", "BiometricsError"], 4),
        ]:
            _, constants = members(PACKAGE + name)
            pairs = []
            for kind in kinds:
                pairs += re.findall(rf"(-?\d+) => (?:Err\()?{kind}::(\w+)", rust())
            self.assertGreaterEqual(len(pairs), least, name)
            for number, variant in pairs:
                constant = re.sub(r"(?<!^)([A-Z])", r"_\1", variant).upper()
                self.assertEqual(constants.get(constant), int(number), f"{name}.{constant}")
        _, constants = members(PACKAGE + "Permissions")
        asked = re.findall(r"Permission::(\w+) => (\d+)", rust())
        self.assertEqual({kind.upper(): int(number) for kind, number in asked},
                         {name: constants[name] for name in ("LOCATION", "BLUETOOTH", "NOTIFICATIONS")})


if __name__ == "__main__":
    unittest.main()
