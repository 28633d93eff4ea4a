"""Builds plugins of third parties: the activation in bench/stranger, as docs/plugins.md tells, and many small ones."""
import os
import subprocess
import zipfile

from interleave import ROOT


def java_home():
    """The home of a JDK that is new enough, found as ./build finds it."""
    finder = f'. "{ROOT}/.mvn/jdk.sh"; find_java javac && printf %s "$java_home"'
    found = subprocess.run(["sh", "-c", finder], stdout=subprocess.PIPE, text=True)
    if found.returncode:
        raise SystemExit(found.returncode)
    return found.stdout


def image():
    """The folder of the image: NRS, or that of the source tree, built if need be."""
    if "NRS" not in os.environ:
        subprocess.run([f"{ROOT}/nrs", "--version"], check=True, stdout=subprocess.DEVNULL)
    return os.environ.get("NRS", f"{ROOT}/distribution/app/target/nrs")


def build_stranger(folder):
    """Compiles it against the image; the folder of plugins that holds it."""
    home = image()
    tools = f"{java_home()}/bin"
    source = f"{ROOT}/bench/stranger"
    modules = f"{folder}/plugins/stranger/modules"
    os.makedirs(modules)
    subprocess.run([f"{tools}/javac", "--module-path", f"{home}/lib", "-d", f"{folder}/classes",
                    f"{source}/module-info.java", f"{source}/com/example/stranger/StrangersGelu.java"], check=True)
    subprocess.run([f"{tools}/jar", "--create", "--file", f"{modules}/stranger.jar", "-C", f"{folder}/classes", "."], check=True)
    return f"{folder}/plugins"


SMALL = """package {name};
import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.*;
public final class Small implements Activation {{
    public String id() {{ return "{name}"; }}
    public int revision() {{ return 1; }}
    public Description description() {{ return Description.of("{index} times"); }}
    public Scalar apply(Scalar x, Arguments arguments) {{ return x.times(Scalar.of({index})); }}
}}
"""
DESCRIPTOR = """module {name} {{
    requires org.neuralredshift.api;
    provides org.neuralredshift.api.network.Activation with {name}.Small;
}}
"""


def build_small(folder, count):
    """That many plugins of one activation each, no two the same; the folder of plugins that holds them."""
    names = [f"small{chr(ord('a') + i // 26)}{chr(ord('a') + i % 26)}" for i in range(count)]
    for index, name in enumerate(names):
        os.makedirs(f"{folder}/sources/{name}/{name}")
        for file, text in (("module-info.java", DESCRIPTOR), (f"{name}/Small.java", SMALL)):
            with open(f"{folder}/sources/{name}/{file}", "w") as out:
                out.write(text.format(name=name, index=index))
    subprocess.run([f"{java_home()}/bin/javac", "--module-path", f"{image()}/lib", "--module-source-path",
                    f"{folder}/sources", "-d", f"{folder}/classes", "--module", ",".join(names)], check=True)
    for name in names:
        modules = f"{folder}/plugins/{name}/modules"
        os.makedirs(modules)
        with zipfile.ZipFile(f"{modules}/{name}.jar", "w", zipfile.ZIP_DEFLATED) as jar:
            for file in ("module-info.class", f"{name}/Small.class"):
                jar.write(f"{folder}/classes/{name}/{file}", file)
    return f"{folder}/plugins"
