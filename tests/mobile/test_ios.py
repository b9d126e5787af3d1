"""The property lists fit the code and each other."""
import json
import plistlib
import re
import unittest

from common import ROOT, text

IOS = ROOT / "ios"
# A capability, how the code shows that it is used, and the key that says why.
PURPOSES = {
    "NSCameraUsageDescription": ("mobile/src/shells/eye.js", "getUserMedia("),
    "NSFaceIDUsageDescription": ("shared/devices/src/ios/biometrics.rs", "BIOMETRY_CURRENT_SET"),
    "NSLocationWhenInUseUsageDescription": ("shared/devices/src/ios/places.rs", "requestWhenInUseAuthorization"),
    "NSBluetoothAlwaysUsageDescription": ("shared/devices/Cargo.toml", "btleplug"),
    "NSPhotoLibraryUsageDescription": ("mobile/src/components", 'type="file"|r#type: "file"'),
    "NSLocalNetworkUsageDescription": ("shared/devices/src/printing/link/tcp.rs", "TcpStream::connect"),
}


def plist(name):
    with open(IOS / name, "rb") as file:
        return plistlib.load(file)


def sources(place):
    path = ROOT / place
    files = [path] if path.is_file() else sorted(path.rglob("*.rs"))
    return "\n".join(text(file) for file in files)


class Info(unittest.TestCase):
    def test_what_every_app_needs(self):
        info = plist("Info.plist")
        for key in ["CFBundleIdentifier", "CFBundleExecutable", "CFBundleName", "CFBundleVersion", "MinimumOSVersion",
                    "CFBundleShortVersionString", "UILaunchScreen", "UISupportedInterfaceOrientations", "UIDeviceFamily"]:
            self.assertTrue(info[key], key)
        self.assertEqual(info["CFBundlePackageType"], "APPL")
        names = re.findall(r'\[\[bin\]\]\s+name = "(\w+)"', text(ROOT / "mobile/Cargo.toml"))
        self.assertEqual([info["CFBundleExecutable"]], names)

    def test_a_purpose_for_each_thing_used_and_for_nothing_else(self):
        info = plist("Info.plist")
        stated = {key for key in info if key.endswith("UsageDescription")}
        self.assertEqual(stated, set(PURPOSES))
        for key, (place, use) in PURPOSES.items():
            self.assertRegex(sources(place), re.escape(use) if "|" not in use else use, key)
            self.assertGreater(len(info[key].split()), 7, f"{key} says why")
            self.assertTrue(info[key].startswith("Satchel ") and info[key].endswith("."), key)

    def test_background_time(self):
        info = plist("Info.plist")
        code = sources("shared/devices/src/ios/background.rs")
        names = re.findall(r'pub const \w+: &str = "(app[\w.-]+)"', code)
        self.assertEqual(info["BGTaskSchedulerPermittedIdentifiers"], names)
        # An app refresh task wants `fetch`, a processing task `processing`.
        requests = {"BGAppRefreshTaskRequest::alloc()": "fetch", "BGProcessingTaskRequest::alloc()": "processing"}
        self.assertEqual(info["UIBackgroundModes"], [mode for request, mode in requests.items() if request in code])

    def test_courier_files_and_links(self):
        info = plist("Info.plist")
        declared = info["UTExportedTypeDeclarations"][0]
        opened = info["CFBundleDocumentTypes"][0]["LSItemContentTypes"]
        self.assertEqual([declared["UTTypeIdentifier"]], opened)
        self.assertEqual(declared["UTTypeTagSpecification"]["public.filename-extension"], ["receipt"])
        self.assertIn('RECEIPT: &str = "receipt"', sources("mobile/src/screens/backup"))
        self.assertEqual(info["CFBundleURLTypes"][0]["CFBundleURLSchemes"], ["satchel"])

    def test_the_languages_are_the_screens_own(self):
        tags = {file.stem for file in (ROOT / "assets/i18n").glob("*.ftl")}
        self.assertEqual(set(plist("Info.plist")["CFBundleLocalizations"]), tags)

    def test_the_launch_screen_names_what_the_catalogue_has(self):
        launch = plist("Info.plist")["UILaunchScreen"]
        for name, kind in [(launch["UIColorName"], "colorset"), (launch["UIImageName"], "imageset")]:
            contents = json.loads(text(IOS / f"Assets.xcassets/{name}.{kind}/Contents.json"))
            for image in contents.get("images", []):
                self.assertTrue((IOS / f"Assets.xcassets/{name}.{kind}" / image["filename"]).exists())
            self.assertEqual(contents["info"]["version"], 1)


class Entitlements(unittest.TestCase):
    def test_they_are_what_the_code_needs(self):
        rights = plist("Satchel.entitlements")
        bundle = plist("Info.plist")["CFBundleIdentifier"]
        self.assertEqual(rights["application-identifier"], f"TEAM.{bundle}")
        self.assertEqual(rights["keychain-access-groups"], [f"TEAM.{bundle}"])
        self.assertFalse(rights["get-task-allow"], "a store build takes no debugger")
        self.assertEqual(set(rights), {"application-identifier", "com.apple.developer.team-identifier", "keychain-access-groups",
                                       "com.apple.developer.default-data-protection", "get-task-allow"})


class Privacy(unittest.TestCase):
    def test_nothing_is_tracked(self):
        privacy = plist("PrivacyInfo.xcprivacy")
        self.assertFalse(privacy["NSPrivacyTracking"])
        self.assertEqual(privacy["NSPrivacyTrackingDomains"], [])
        for kind in privacy["NSPrivacyCollectedDataTypes"]:
            self.assertFalse(kind["NSPrivacyCollectedDataTypeTracking"])
            self.assertEqual(kind["NSPrivacyCollectedDataTypePurposes"], ["NSPrivacyCollectedDataTypePurposeAppFunctionality"])

    def test_the_apis_that_want_a_reason(self):
        privacy = plist("PrivacyInfo.xcprivacy")
        reasons = {one["NSPrivacyAccessedAPIType"]: one["NSPrivacyAccessedAPITypeReasons"] for one in privacy["NSPrivacyAccessedAPITypes"]}
        self.assertEqual(reasons, {
            "NSPrivacyAccessedAPICategoryFileTimestamp": ["C617.1"],
            "NSPrivacyAccessedAPICategorySystemBootTime": ["35F9.1"],
        })
        # The other three categories of Apple's list are used nowhere in our code.
        ours = "\n".join(sources(place) for place in ["mobile/src", "shared"])
        for api in ["NSUserDefaults", "UserDefaults", "statfs", "statvfs", "volumeAvailableCapacity", "systemUptime", "activeInputModes"]:
            self.assertNotIn(api, ours)
        # Their lines of code in ours.
        self.assertIn("Instant", ours)
        self.assertIn("fs::metadata", ours)


if __name__ == "__main__":
    unittest.main()
