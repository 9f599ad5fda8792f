// A child of a run is the same executable, started again with MAIZE_ROLE set. It is taken over here,
// in a constructor, so that none of the program's own `main` runs in it and any executable, a test
// runner included, can be the host of a node.
#define _GNU_SOURCE
#include "CMaizeSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef void (*initialiser)(int, char **, char **);

// The bounds of the executable's own list of initialisers, from the linker.
extern initialiser __init_array_start[] __attribute__((visibility("hidden")));
extern initialiser __init_array_end[] __attribute__((visibility("hidden")));

// The host's entry, in MaizeRuntime. Weak: a program may link this target without the runtime.
extern void maize_host_entry(const char *role, int launch_descriptor) __attribute__((weak));

// MaizeLogging's bootstrap of swift-log. Weak: most programs do not link it.
extern void maize_logging_bootstrap(void) __attribute__((weak));

void maize_bootstrap_logging(void) {
    if (maize_logging_bootstrap != NULL) maize_logging_bootstrap();
}

// The whole command maize-swift, in MaizeTool. Weak: most programs do not link it.
extern void maize_command_entry(void) __attribute__((weak));

int maize_has_command(void) { return maize_command_entry != NULL; }

void maize_run_command(void) { maize_command_entry(); }

// MaizeFormats' reader of YAML. Weak: it brings a package along that thin programs do without.
extern void maize_formats_read_yaml(const void *text, void *result) __attribute__((weak));

int maize_read_yaml(const void *text, void *result) {
    if (maize_formats_read_yaml == NULL) return 0;
    maize_formats_read_yaml(text, result);
    return 1;
}

// A standard descriptor that is closed would be given to the next pipe or file, into which the log or the results would
// then be written. Writing to what stands for an output fails as before; for the log nobody minds.
static void fill_standard_descriptors(void) {
    const int modes[] = {O_RDONLY, O_RDONLY, O_WRONLY};
    for (int number = 0; number < 3; number++) {
        // The lowest number that is free is taken: this one.
        if (fcntl(number, F_GETFD) < 0 && errno == EBADF) (void)open("/dev/null", modes[number]);
    }
}

// The words that other processes see of this one (/proc/PID/cmdline and environ), where the kernel laid them.
static char **arguments_seen;
static char **environment_seen;

static void overwrite(char *text) {
    while (*text != 0) *text++ = '*';
}

void maize_overwrite_argument(const char *value) {
    if (arguments_seen == NULL || *value == 0) return;
    size_t length = strlen(value);
    for (char **word = arguments_seen; *word != NULL; word++) {
        size_t whole = strlen(*word);
        if (whole < length || strcmp(*word + whole - length, value) != 0) continue;
        if (whole == length || (*word)[whole - length - 1] == '=') overwrite(*word + whole - length);
    }
}

void maize_erase_environment(const char *name) {
    size_t length = strlen(name);
    for (char **word = environment_seen; word != NULL && *word != NULL; word++) {
        if (strncmp(*word, name, length) == 0 && (*word)[length] == '=') overwrite(*word + length + 1);
    }
    unsetenv(name);
}

__attribute__((constructor)) static void maize_take_over(int argc, char **argv, char **envp) {
    arguments_seen = argv;
    environment_seen = envp;
    fill_standard_descriptors();
    const char *value = getenv(MAIZE_ROLE_VARIABLE);
    if (value == NULL || maize_host_entry == NULL) return;
    const char *colon = strchr(value, ':');
    if (colon == NULL || colon - value > 15) return;
    char role[16] = {0};
    memcpy(role, value, (size_t)(colon - value));
    int descriptor = atoi(colon + 1);

    // C++ and Swift statics of the program come after this entry in the list, in link order:
    // without them the node's code would see unconstructed objects.
    int seen = 0;
    for (initialiser *entry = __init_array_start; entry < __init_array_end; entry++) {
        if (*entry == (initialiser)maize_take_over) seen = 1;
        else if (seen) (*entry)(argc, argv, envp);
    }
    unsetenv(MAIZE_ROLE_VARIABLE);
    maize_host_entry(role, descriptor);
    _exit(70);  // the entry never returns
}
