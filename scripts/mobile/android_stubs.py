#!/usr/bin/env python3
"""Android's API as a jar that javac can compile against: signatures without any code.

Usage: android_stubs.py current.txt OUT.jar
`current.txt` is the platform's own signature file (signature format 2.0, as AOSP's metalava writes it).
Class files: JVMS 8, chapter 4. Methods are marked native, so that none needs a body.
"""
import re
import struct
import sys
import zipfile

PUBLIC, PROTECTED, STATIC, FINAL, SUPER, VARARGS, NATIVE = 1, 4, 8, 0x10, 0x20, 0x80, 0x100
INTERFACE, ABSTRACT, ANNOTATION, ENUM = 0x200, 0x400, 0x2000, 0x4000
FLAGS = {"public": PUBLIC, "protected": PROTECTED, "static": STATIC, "final": FINAL, "abstract": ABSTRACT}
OTHER_MODIFIERS = {"default", "synchronized", "native", "strictfp", "transient", "volatile", "deprecated"}
PRIMITIVES = {"boolean": "Z", "byte": "B", "char": "C", "short": "S", "int": "I", "long": "J",
              "float": "F", "double": "D", "void": "V"}


def without_annotations(line):
    """The line without `@Name` and `@Name(…)`; `@interface` stays."""
    out, at = [], 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*"|@(?!interface\b)[\w.]+', line):
        if found.start() < at:
            continue
        if found[0][0] == '"':
            continue
        out.append(line[at:found.start()])
        at = found.end()
        if line[at:at + 1] == "(":
            depth = 0
            for end in range(at, len(line)):
                depth += {"(": 1, ")": -1}.get(line[end], 0)
                if depth == 0:
                    at = end + 1
                    break
        at += len(line[at:]) - len(line[at:].lstrip())
    return "".join(out) + line[at:]


def split(text, marks=","):
    """Parts between marks that stand in no brackets."""
    parts, depth, part = [], 0, ""
    for sign in text:
        depth += {"<": 1, "(": 1, ">": -1, ")": -1}.get(sign, 0)
        if sign in marks and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += sign
    return [part.strip() for part in parts + [part] if part.strip()]


def leading_brackets(text):
    """`<…>` at the start and what follows."""
    depth = 0
    for end, sign in enumerate(text):
        depth += {"<": 1, ">": -1}.get(sign, 0)
        if depth == 0:
            return text[1:end], text[end + 1:].strip()
    raise ValueError(text)


def binary_name(dotted):
    """`java.util.Map.Entry` as `java/util/Map$Entry`: packages are written small."""
    segments = dotted.split(".")
    first = next((at for at, name in enumerate(segments) if name[:1].isupper()), len(segments) - 1)
    if first == 0:
        return "java/lang/" + "$".join(segments)
    return "/".join(segments[:first] + ["$".join(segments[first:])])


class Scope:
    """Type variables in sight, each with its first bound."""

    def __init__(self, outer=None):
        self.bounds = dict(outer.bounds) if outer else {}

    def declare(self, text):
        """Takes `T extends A & B, U` in and gives its signature."""
        variables = [re.split(r"\s+extends\s+", part, maxsplit=1) for part in split(text)]
        for name, *bound in variables:
            self.bounds[name] = split(bound[0], "&")[0] if bound else "Object"
        written = ""
        for name, *bound in variables:
            bounds = split(bound[0], "&") if bound else ["Object"]
            written += name + "".join(":" + self.signature(one) for one in bounds)
        return f"<{written}>"

    def signature(self, text):
        """A type as the Signature attribute wants it."""
        text = text.strip().replace("...", "[]")
        if text.endswith("[]"):
            return "[" + self.signature(text[:-2])
        if text in PRIMITIVES:
            return PRIMITIVES[text]
        if text in self.bounds:
            return f"T{text};"
        name, bracket, _ = text.partition("<")
        if not bracket:
            return f"L{binary_name(name)};"
        inside, after = leading_brackets(text[len(name):])
        written = "".join(self.argument(one) for one in split(inside))
        # Inner classes of generic ones are written without their owner's arguments.
        return f"L{binary_name(name + after.split('<')[0])}" + ("" if after else f"<{written}>") + ";"

    def argument(self, text):
        if text == "?":
            return "*"
        for word, mark in (("? extends ", "+"), ("? super ", "-")):
            if text.startswith(word):
                return mark + self.signature(text[len(word):])
        return self.signature(text)

    def descriptor(self, text):
        """A type after erasure."""
        text = text.strip().replace("...", "[]")
        if text.endswith("[]"):
            return "[" + self.descriptor(text[:-2])
        if text in self.bounds:
            return self.descriptor(self.bounds[text])
        while "<" in text:
            text = re.sub(r"<[^<>]*>", "", text)
        return PRIMITIVES.get(text) or f"L{binary_name(text)};"

    def class_name(self, text):
        return self.descriptor(text)[1:-1]


class Pool:
    """A constant pool that is being filled."""

    def __init__(self):
        self.bytes, self.known, self.next = b"", {}, 1

    def add(self, key, data, slots=1):
        if key not in self.known:
            self.known[key] = self.next
            self.bytes += data
            self.next += slots
        return self.known[key]

    def text(self, text):
        data = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass").encode("utf-8", "replace")
        return self.add(("text", text), struct.pack(">BH", 1, len(data)) + data)

    def of_class(self, name):
        return self.add(("class", name), struct.pack(">BH", 7, self.text(name)))

    def constant(self, kind, value):
        if kind == "String":
            return self.add((kind, value), struct.pack(">BH", 8, self.text(value)))
        tag, shape, slots = {"long": (5, ">Bq", 2), "float": (4, ">Bf", 1), "double": (6, ">Bd", 2)}.get(kind, (3, ">Bi", 1))
        return self.add((kind, str(value)), struct.pack(shape, tag, value), slots)

    def attribute(self, name, data):
        return struct.pack(">HI", self.text(name), len(data)) + data


def constant(kind, text):
    """The value of `field … = TEXT`, or None where it is none that fits the type."""
    if kind == "String":
        return re.sub(r'\\(u[0-9a-fA-F]{4}|.)', lambda m: {"n": "\n", "t": "\t", "r": "\r"}.get(m[1], chr(int(m[1][1:], 16)) if m[1][0] == "u" and len(m[1]) == 5 else m[1]), text[1:-1])
    if kind == "boolean":
        return int(text == "true")
    if kind in ("float", "double"):
        words = {"(0.0f/0.0f)": "nan", "(0.0/0.0)": "nan", "(1.0f/0.0f)": "inf", "(1.0/0.0)": "inf",
                 "(-1.0f/0.0f)": "-inf", "(-1.0/0.0)": "-inf"}
        return float(words.get(text, text.rstrip("f")))
    return int(text.rstrip("L"), 0)


def flags_of(words):
    return sum(FLAGS.get(word, 0) for word in words)


def modifiers(text):
    """Leading modifiers, then type parameters, then the rest."""
    words = text.split()
    count = next((at for at, word in enumerate(words) if word not in FLAGS and word not in OTHER_MODIFIERS), len(words))
    return words[:count], " ".join(words[count:])


class Type:
    """One class, interface, enum or annotation of the signature file."""

    def __init__(self, package, line):
        words, rest = modifiers(line.rstrip("{ "))
        kind, rest = rest.split(" ", 1)
        name, rest = re.match(r"([\w.]+)\s*(.*)", rest).groups()
        self.kind, self.words, self.name = kind, words, f"{package}.{name}"
        self.parameters, rest = leading_brackets(rest) if rest.startswith("<") else ("", rest)
        found = re.match(r"(?:extends\s+(.*?))?\s*(?:implements\s+(.*))?$", rest)
        parents, self.interfaces = split(found[1] or "", " "), split(found[2] or "", " ")
        if kind == "interface":
            parents, self.interfaces = [], parents + self.interfaces
        self.parent = parents[0] if parents else {"enum": "java.lang.Enum"}.get(kind, "Object")
        if kind == "@interface":
            self.interfaces = ["java.lang.annotation.Annotation"]
        self.members = []
        self.inner = []

    def flags(self):
        own = {"interface": INTERFACE | ABSTRACT, "@interface": INTERFACE | ABSTRACT | ANNOTATION,
               "enum": ENUM | FINAL}.get(self.kind, 0)
        return flags_of(self.words) | own

    def is_inner(self):
        """Whether an instance knows the instance it belongs to."""
        return self.kind == "class" and "static" not in self.words

    def file(self, owners):
        pool, scope = Pool(), Scope()
        written = scope.declare(self.parameters) if self.parameters else ""
        name = binary_name(self.name)
        parents = [self.parent, *self.interfaces]
        methods, fields = [], []
        for member in self.members:
            keyword, rest = member.split(" ", 1)
            if keyword in ("field", "enum_constant"):
                fields.append(self.field(pool, scope, keyword, rest))
            elif keyword in ("method", "ctor"):
                methods.append(self.method(pool, scope, keyword, rest, owners))
            else:
                raise ValueError(member)
        attributes = []
        signature = written + "".join(scope.signature(one) for one in parents)
        attributes.append(pool.attribute("Signature", struct.pack(">H", pool.text(signature))))
        around, entries = self, []
        family = list(self.inner)
        while around is not None and around.name in owners:
            family.append(around)
            around = owners[around.name][0]
        for one in family:
            owner = owners[one.name][0]
            entries.append(struct.pack(">HHHH", pool.of_class(binary_name(one.name)), pool.of_class(binary_name(owner.name)),
                                       pool.text(one.name.rsplit(".", 1)[1]), one.flags()))
        if entries:
            attributes.append(pool.attribute("InnerClasses", struct.pack(">H", len(entries)) + b"".join(entries)))
        access = self.flags() & ~(STATIC | PROTECTED) | (0 if self.flags() & INTERFACE else SUPER)
        access |= PUBLIC if self.flags() & PROTECTED else 0
        head = struct.pack(">HHH", access, pool.of_class(name), pool.of_class(scope.class_name(self.parent)))
        head += struct.pack(">H", len(self.interfaces))
        head += b"".join(struct.pack(">H", pool.of_class(scope.class_name(one))) for one in self.interfaces)
        body = b"".join(struct.pack(">H", len(many)) + b"".join(many) for many in (fields, methods, attributes))
        return struct.pack(">IHHH", 0xCAFEBABE, 0, 52, pool.next) + pool.bytes + head + body

    def field(self, pool, scope, keyword, text):
        found = re.match(r'(.*?)(?:\s=\s("(?:[^"\\]|\\.)*"|[^;]+))?;', text)
        words, rest = modifiers(found[1])
        kind, name = rest.rsplit(" ", 1)
        attributes = [pool.attribute("Signature", struct.pack(">H", pool.text(scope.signature(kind))))] if "<" in kind else []
        simple = kind.rsplit(".", 1)[-1] if kind == "java.lang.String" else kind
        if found[2] and (simple in PRIMITIVES or simple == "String"):
            value = constant(simple, found[2].strip())
            attributes.append(pool.attribute("ConstantValue", struct.pack(">H", pool.constant(simple, value))))
        access = flags_of(words) | (ENUM if keyword == "enum_constant" else 0)
        return struct.pack(">HHHH", access, pool.text(name), pool.text(scope.descriptor(kind)), len(attributes)) + b"".join(attributes)

    def method(self, pool, scope, keyword, text, owners):
        scope = Scope(scope)
        words, rest = modifiers(text.rstrip(";"))
        written = ""
        if rest.startswith("<"):
            inside, rest = leading_brackets(rest)
            written = scope.declare(inside)
        opening = re.search(r"[\w.]+\(", rest).end() - 1
        before, after = rest[:opening], rest[opening:]
        depth = 0
        for end, sign in enumerate(after):
            depth += {"(": 1, ")": -1}.get(sign, 0)
            if depth == 0:
                break
        kinds, tail = split(after[1:end]), after[end + 1:].strip()
        result, name = ("void", "<init>") if keyword == "ctor" else before.rsplit(" ", 1)
        descriptor = "".join(scope.descriptor(kind) for kind in kinds)
        if keyword == "ctor" and self.is_inner() and self.name in owners:
            descriptor = f"L{binary_name(owners[self.name][0].name)};" + descriptor
        attributes = [pool.attribute("Signature", struct.pack(">H", pool.text(
            written + "(" + "".join(scope.signature(kind) for kind in kinds) + ")" + scope.signature(result))))]
        thrown = re.match(r"throws\s+(.*)", re.sub(r"default\s.*", "", tail))
        if thrown:
            names = [pool.of_class(scope.class_name(one)) for one in split(thrown[1])]
            attributes.append(pool.attribute("Exceptions", struct.pack(f">H{len(names)}H", len(names), *names)))
        access = flags_of(words) | (VARARGS if kinds and kinds[-1].endswith("...") else 0)
        if self.kind in ("interface", "@interface"):
            access |= 0 if "default" in words or "static" in words else ABSTRACT
        if not access & (ABSTRACT | INTERFACE) and self.kind not in ("interface", "@interface"):
            access |= NATIVE
        if "default " in tail and self.kind == "@interface":
            # Only that there is a default matters to whoever uses the annotation.
            attributes.append(pool.attribute("AnnotationDefault", struct.pack(">cH", b"s", pool.text(""))))
        return struct.pack(">HHHH", access, pool.text(name), pool.text(f"({descriptor}){scope.descriptor(result)}"),
                           len(attributes)) + b"".join(attributes)


def read(lines):
    package, current, types = None, None, {}
    for line in lines:
        line = line.strip()
        if not line or line.startswith("//"):
            continue
        if line.startswith(("package ", "@")) and " package " in f" {line}" and line.endswith("{"):
            package = without_annotations(line).split()[1]
        elif line == "}":
            package, current = (package, None) if current else (None, None)
        elif current is None:
            current = Type(package, without_annotations(line))
            types[current.name] = current
        else:
            current.members.append(without_annotations(line))
    return types


def main(source, jar):
    with open(source, encoding="utf-8") as lines:
        types = read(lines)
    # The JDK's own classes come from the JDK.
    types = {name: one for name, one in types.items() if not name.startswith(("java.", "javax.net", "javax.crypto"))}
    owners = {}
    for name, one in types.items():
        owner = types.get(name.rsplit(".", 1)[0])
        if owner:
            owners[name] = (owner,)
            owner.inner.append(one)
    with zipfile.ZipFile(jar, "w", zipfile.ZIP_STORED) as out:
        for name, one in sorted(types.items()):
            out.writestr(zipfile.ZipInfo(binary_name(name) + ".class"), one.file(owners))
    print(f"{len(types)} classes")


if __name__ == "__main__":
    main(*sys.argv[1:])
