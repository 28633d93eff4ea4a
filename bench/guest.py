"""Builds the third party's activation in bench/stranger, as docs/plugins.md tells."""
import os
import subprocess

from interleave import ROOT


def java_home():
    """The home of a JDK that is new enough, found as ./build finds it."""
    finder = f'. "{ROOT}/.mvn/jdk.sh"; find_java javac && printf %s "$java_home"'
    found = subprocess.run(["sh", "-c", finder], stdout=subprocess.PIPE, text=True)
    if found.returncode:
        raise SystemExit(found.returncode)
    return found.stdout


def build_stranger(folder):
    """Compiles it against the image; the folder of plugins that holds it."""
    image = os.environ.get("NRS", f"{ROOT}/distribution/app/target/nrs")
    tools = f"{java_home()}/bin"
    source = f"{ROOT}/bench/stranger"
    modules = f"{folder}/plugins/stranger/modules"
    os.makedirs(modules)
    subprocess.run([f"{ROOT}/nrs", "--version"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([f"{tools}/javac", "--module-path", f"{image}/lib", "-d", f"{folder}/classes",
                    f"{source}/module-info.java", f"{source}/com/example/stranger/StrangersGelu.java"], check=True)
    subprocess.run([f"{tools}/jar", "--create", "--file", f"{modules}/stranger.jar", "-C", f"{folder}/classes", "."], check=True)
    return f"{folder}/plugins"
