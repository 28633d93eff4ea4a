# Finds a JDK that is new enough. Sourced by ./build and by the programs in bench; the image brings its own runtime.
# Reads the file "release" of each candidate: no JVM is started to ask for a version.

required_java=25

# java_fits HOME PROGRAM: is there bin/PROGRAM in HOME, and is it new enough?
java_fits() {
    [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
    java_feature=''
    while IFS= read -r line || [ -n "$line" ]; do
        value=${line#*=\"} value=${value%\"*}
        case $line in
            JAVA_VERSION=*) java_feature=${value%%[!0-9]*} ;;
        esac
    done <"$1/release"
    [ -n "$java_feature" ] && [ "$java_feature" -ge "$required_java" ]
}

# java_on_path: the home of the java on PATH, through its symbolic links.
java_on_path() {
    java_program=$(command -v java) || return 1
    java_program=$(readlink -f "$java_program") || return 1
    printf '%s\n' "${java_program%/bin/java}"
}

# find_java PROGRAM: sets java_home to the first home that has PROGRAM and is new enough:
# JAVA_HOME, then the java on PATH, then the usual places in the order below and by name within each.
find_java() {
    for java_home in "${JAVA_HOME:-}" "$(java_on_path)" \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        "${HOME:-/nonexistent}"/.asdf/installs/java/*; do
        [ -n "$java_home" ] && java_fits "$java_home" "$1" && return 0
    done
    cat >&2 <<MESSAGE
Neural Redshift is built by a JDK $required_java or newer, and none was found: JAVA_HOME is '${JAVA_HOME:-not set}', java on PATH is
'$(command -v java || echo none)', and the usual places (/usr/lib/jvm, /opt, ~/.sdkman, ...) hold nothing newer.
Install one, for instance:
  Debian, Ubuntu   apt install openjdk-$required_java-jdk-headless   (or Temurin: https://adoptium.net)
  Fedora           dnf install java-$required_java-openjdk-devel
  macOS            brew install openjdk@$required_java
  anywhere         sdk install java $required_java-tem   (https://sdkman.io)
or set JAVA_HOME to one that you have.
MESSAGE
    return 1
}
