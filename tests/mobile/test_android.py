"""The manifest says what the code does, and nothing else."""
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from common import ANDROID, CLASSES, ROOT, java_sources, manifest, text

sys.path.insert(0, str(ROOT / "scripts/mobile"))
import version  # noqa: E402

# What the platform asks a permission for, as text of our sources (or of the library that does it).
USES = {
    "INTERNET": ("shared/frappe/Cargo.toml", "reqwest"),
    "ACCESS_NETWORK_STATE": ("android/java/app/satchel/phone/SyncJob.java", "setRequiredNetworkType("),
    "RECEIVE_BOOT_COMPLETED": ("android/java/app/satchel/phone/SyncJob.java", "setPersisted(true)"),
    "POST_NOTIFICATIONS": ("android/java/app/satchel/phone/Notices.java", ".notify("),
    "CAMERA": ("mobile/src/shells/eye.js", "getUserMedia("),
    "VIBRATE": ("android/java/app/satchel/phone/Phone.java", "vibrate("),
    "USE_BIOMETRIC": ("android/java/app/satchel/phone/Biometrics.java", ".authenticate("),
    "ACCESS_COARSE_LOCATION": ("android/java/app/satchel/phone/Places.java", "requestLocationUpdates("),
    "ACCESS_FINE_LOCATION": ("android/java/app/satchel/phone/Places.java", "GPS_PROVIDER"),
    "BLUETOOTH": ("android/java/app/satchel/phone/SerialPrinter.java", "createRfcommSocketToServiceRecord("),
    "BLUETOOTH_ADMIN": ("android/java/app/satchel/phone/SerialPrinter.java", "cancelDiscovery("),
    "BLUETOOTH_CONNECT": ("android/java/app/satchel/phone/SerialPrinter.java", "getBondedDevices("),
    "BLUETOOTH_SCAN": ("android/java/app/satchel/phone/SerialPrinter.java", "cancelDiscovery("),
}


def asked_for():
    return [one.get(ANDROID + "name").rsplit(".", 1)[1] for one in manifest().iter("uses-permission")]


class Manifest(unittest.TestCase):
    def test_every_permission_asked_for_is_used(self):
        self.assertEqual(sorted(asked_for()), sorted(USES))
        for name, (file, use) in USES.items():
            self.assertIn(use, text(ROOT / file), name)

    def test_every_permission_used_is_asked_for(self):
        sources = "\n".join(java_sources().values())
        named = set(re.findall(r"Manifest\.permission\.(\w+)|android\.permission\.(\w+)", sources))
        named = {one or other for one, other in named} - {"permission"}
        self.assertGreater(len(named), 4)
        self.assertEqual(named - set(asked_for()), set())

    def test_every_component_is_there(self):
        application = manifest().find("application")
        names = [application.get(ANDROID + "name")]
        names += [one.get(ANDROID + "name") for one in application if one.tag in ("provider", "receiver", "service")]
        for name in names:
            self.assertTrue((CLASSES / (name.replace(".", "/") + ".class")).exists(), name)
        kotlin = text(ROOT / "android/kotlin/MainActivity.kt")
        activity = application.find("activity").get(ANDROID + "name")
        self.assertIn(f"package {activity.rsplit('.', 1)[0]}\n", kotlin)
        self.assertIn(f"class {activity.rsplit('.', 1)[1]} : WryActivity()", kotlin)

    def test_kotlin_calls_only_what_is_public_in_the_java(self):
        kotlin = text(ROOT / "android/kotlin/MainActivity.kt")
        sources = java_sources()
        calls = set(re.findall(r"\b(Phone|Screen|Permissions|SyncJob|Arrivals)\.(\w+)\(", kotlin))
        self.assertGreater(len(calls), 6)
        for owner, method in calls:
            self.assertRegex(sources[owner], rf"public static \w+ {method}\(", f"{owner}.{method}")

    def test_nothing_else_reaches_in(self):
        application = manifest().find("application")
        exported = [one.get(ANDROID + "name") for one in application if one.get(ANDROID + "exported") == "true"]
        self.assertEqual(exported, ["dev.dioxus.main.MainActivity"])
        job = application.find("service")
        self.assertEqual(job.get(ANDROID + "permission"), "android.permission.BIND_JOB_SERVICE")

    def test_the_link_of_the_office(self):
        links = [(data.get(ANDROID + "scheme"), data.get(ANDROID + "host")) for data in manifest().iter("data")]
        self.assertIn(("satchel", "enroll"), links)

    def test_nothing_leaves_by_backup(self):
        application = manifest().find("application")
        self.assertEqual(application.get(ANDROID + "allowBackup"), "false")
        rules = ElementTree.parse(ROOT / "android/res/xml/data_extraction_rules.xml").getroot()
        domains = {"root", "file", "database", "sharedpref", "external"}
        for part in [*rules, ElementTree.parse(ROOT / "android/res/xml/backup_rules.xml").getroot()]:
            self.assertEqual({one.get("domain") for one in part.findall("exclude")}, domains, part.tag)
            self.assertEqual(part.findall("include"), [])
        self.assertEqual([part.tag for part in rules], ["cloud-backup", "device-transfer"])

    def test_cleartext_stays_on_the_phone(self):
        config = ElementTree.parse(ROOT / "android/res/xml/network_security_config.xml").getroot()
        self.assertEqual(config.find("base-config").get("cleartextTrafficPermitted"), "false")
        allowed = [one.text for part in config.findall("domain-config") for one in part.findall("domain")]
        self.assertEqual(allowed, ["127.0.0.1"])
        sources = {one.get("src") for one in config.iter("certificates")}
        self.assertEqual(sources, {"system"})

    def test_the_languages_are_the_screens_own(self):
        locales = ElementTree.parse(ROOT / "android/res/xml/locales.xml").getroot()
        tags = {one.get(ANDROID + "name") for one in locales}
        self.assertEqual(tags, {file.stem for file in (ROOT / "assets/i18n").glob("*.ftl")})


class Versions(unittest.TestCase):
    def test_the_code_grows_with_the_version(self):
        versions = ["0.1.0", "0.1.1", "0.2.0", "0.999.999", "1.0.0", "12.34.56", "2099.999.999"]
        codes = [version.code(one) for one in versions]
        self.assertEqual(codes, sorted(set(codes)))
        self.assertLess(codes[-1], 2_100_000_000)
        for wrong in ["0.1000.0", "2100.0.0"]:
            with self.assertRaises(ValueError):
                version.code(wrong)

    def test_it_is_the_workspaces(self):
        listed = subprocess.run(["cargo", "pkgid", "-p", "satchel-mobile"], cwd=ROOT, capture_output=True, text=True, check=True)
        self.assertTrue(listed.stdout.strip().endswith(version.name()), listed.stdout)


class Rules(unittest.TestCase):
    def test_what_rust_names_is_kept(self):
        rules = text(ROOT / "android/proguard-rules.pro")
        kept = re.findall(r"-keep class ([\w.]+)\.\*\*", rules)
        for file in CLASSES.rglob("*.class"):
            package = ".".join(file.relative_to(CLASSES).parts[:-1])
            self.assertTrue(any(package == one or package.startswith(one + ".") for one in kept), package)


if __name__ == "__main__":
    unittest.main()
