// Finds the classes of the program that derive from a given one, in the records that the Swift compiler leaves in every
// object file. The layout is part of Swift's stable ABI (docs/ABI/TypeMetadata.rst, "Nominal Type Descriptor"; the
// structures TargetTypeMetadataRecord and TargetClassDescriptor of include/swift/ABI/Metadata.h; symbolic references in
// docs/ABI/Mangling.rst). swift-testing found its tests in the same section up to Swift 6.2.
#include "CMaizeSystem.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// A reference is the distance from where it stands to what it means; 0 is none.
typedef int32_t reference;

static const void *target(const reference *place) {
    return *place == 0 ? NULL : (const char *)place + *place;
}

// What every descriptor begins with; that of a module, a type, an extension.
typedef struct {
    uint32_t flags;
    reference parent;
    reference name;  // of a module or a type
} descriptor;

// The descriptor of a class, as far as it is looked at.
typedef struct {
    descriptor base;
    reference accessor;
    reference fields;
    reference superclass;  // a mangled name; none for a class that derives from nothing
} class_descriptor;

enum {
    kind_mask = 0x1f,
    kind_module = 0,
    kind_class = 16,
    is_generic = 0x80,
};

// The section of this very image. Weak: an image without Swift types has none; hidden: another image's is not meant.
extern const reference __start_swift5_type_metadata[] __attribute__((weak, visibility("hidden")));
extern const reference __stop_swift5_type_metadata[] __attribute__((weak, visibility("hidden")));

// A record is a reference whose lowest two bits say whether it means the descriptor, 0, or a pointer to it, 1.
static const descriptor *described(const reference *record) {
    const void *place = (const char *)record + (*record & ~3);
    switch (*record & 3) {
    case 0: return place;
    case 1: return *(const descriptor *const *)place;
    default: return NULL;
    }
}

static int is_class(const descriptor *type) { return type != NULL && (type->flags & kind_mask) == kind_class; }

// What the name of a class's superclass begins with is a reference to the descriptor (1) or to a pointer to it (2), also
// where the superclass is generic. NULL for a class without one, and for a name that is spelled out: the compiler does
// that only for what another language declares.
static const descriptor *superclass(const class_descriptor *type) {
    const char *name = target(&type->superclass);
    if (name == NULL || (name[0] != 1 && name[0] != 2)) return NULL;
    reference distance;
    memcpy(&distance, name + 1, sizeof distance);  // not aligned
    const char *place = name + 1 + distance;
    return name[0] == 1 ? (const descriptor *)place : *(const descriptor *const *)place;
}

static int is_called(const descriptor *type, const char *module, const char *name) {
    const reference *parent = &type->parent;
    // As in a record, the lowest bit tells a pointer.
    const void *place = (const char *)parent + (*parent & ~1);
    const descriptor *around = *parent & 1 ? *(const descriptor *const *)place : place;
    return *parent != 0 && (around->flags & kind_mask) == kind_module && strcmp(target(&around->name), module) == 0
        && strcmp(target(&type->name), name) == 0;
}

static int derives(const descriptor *type, const char *module, const char *name) {
    for (type = superclass((const class_descriptor *)type); is_class(type);
         type = superclass((const class_descriptor *)type))
        if (is_called(type, module, name)) return 1;
    return 0;
}

// What an accessor returns: two registers, in Swift's convention and in C's.
typedef struct {
    const void *metadata;
    size_t state;
} response;
typedef response (*accessor)(size_t request) __attribute__((swiftcall));

void maize_find_classes(
    const char *module, const char *name, void (*found)(const void *metadata, void *context), void *context
) {
    for (const reference *record = __start_swift5_type_metadata; record < __stop_swift5_type_metadata; record++) {
        const descriptor *type = described(record);
        if (!is_class(type) || type->flags & is_generic || !derives(type, module, name)) continue;
        accessor function = (accessor)target(&((const class_descriptor *)type)->accessor);
        // 0: complete metadata, waited for if another thread is at it.
        if (function != NULL) found(function(0).metadata, context);
    }
}
