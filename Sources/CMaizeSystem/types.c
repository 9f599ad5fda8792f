// Finds the classes of the program that derive from a given one, and the types that conform to a given protocol, in the
// records that the Swift compiler leaves in every object file. The layout is part of Swift's stable ABI
// (docs/ABI/TypeMetadata.rst, "Nominal Type Descriptor" and "Protocol Conformance Records"; the structures
// TargetTypeMetadataRecord, TargetClassDescriptor and TargetProtocolConformanceDescriptor of
// include/swift/ABI/Metadata.h; symbolic references in docs/ABI/Mangling.rst). swift-testing found its tests in the same
// section up to Swift 6.2.
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

// The descriptor of a class, a structure or an enumeration, as far as it is looked at.
typedef struct {
    descriptor base;
    reference accessor;
    reference fields;
    reference superclass;  // of a class: a mangled name; none for a class that derives from nothing
} type_descriptor;

// That a type conforms to a protocol.
typedef struct {
    reference protocol;  // as in a record, the lowest bit tells a pointer
    reference type;
    reference witnesses;
    uint32_t flags;  // in three bits, what the reference to the type is
} conformance;

enum {
    kind_mask = 0x1f,
    kind_module = 0,
    kind_class = 16,
    kind_structure = 17,
    kind_enumeration = 18,
    is_generic = 0x80,
};

// The section of this very image. Weak: an image without Swift types has none; hidden: another image's is not meant.
extern const reference __start_swift5_type_metadata[] __attribute__((weak, visibility("hidden")));
extern const reference __stop_swift5_type_metadata[] __attribute__((weak, visibility("hidden")));
extern const reference __start_swift5_protocol_conformances[] __attribute__((weak, visibility("hidden")));
extern const reference __stop_swift5_protocol_conformances[] __attribute__((weak, visibility("hidden")));

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
static const descriptor *superclass(const type_descriptor *type) {
    const char *name = target(&type->superclass);
    if (name == NULL || (name[0] != 1 && name[0] != 2)) return NULL;
    reference distance;
    memcpy(&distance, name + 1, sizeof distance);  // not aligned
    const char *place = name + 1 + distance;
    return name[0] == 1 ? (const descriptor *)place : *(const descriptor *const *)place;
}

// The lowest bit of such a reference tells a pointer to the descriptor from the descriptor.
static const descriptor *indirect(const reference *place) {
    const void *end = (const char *)place + (*place & ~1);
    if (*place == 0) return NULL;
    return *place & 1 ? *(const descriptor *const *)end : end;
}

static int is_called(const descriptor *type, const char *module, const char *name) {
    const descriptor *around = indirect(&type->parent);
    return around != NULL && (around->flags & kind_mask) == kind_module && strcmp(target(&around->name), module) == 0
        && strcmp(target(&type->name), name) == 0;
}

static int derives(const descriptor *type, const char *module, const char *name) {
    for (type = superclass((const type_descriptor *)type); is_class(type);
         type = superclass((const type_descriptor *)type))
        if (is_called(type, module, name)) return 1;
    return 0;
}

// What an accessor returns: two registers, in Swift's convention and in C's.
typedef struct {
    const void *metadata;
    size_t state;
} response;
typedef response (*accessor)(size_t request) __attribute__((swiftcall));

static void bring(
    const descriptor *type, void (*found)(const void *metadata, void *context), void *context
) {
    if (type->flags & is_generic) return;
    accessor function = (accessor)target(&((const type_descriptor *)type)->accessor);
    // 0: complete metadata, waited for if another thread is at it.
    if (function != NULL) found(function(0).metadata, context);
}

void maize_find_classes(
    const char *module, const char *name, void (*found)(const void *metadata, void *context), void *context
) {
    for (const reference *record = __start_swift5_type_metadata; record < __stop_swift5_type_metadata; record++) {
        const descriptor *type = described(record);
        if (is_class(type) && !(type->flags & is_generic) && derives(type, module, name)) bring(type, found, context);
    }
}

// The type of a conformance; NULL for one that has no descriptor in Swift.
static const descriptor *conforming(const conformance *record) {
    const void *place = target(&record->type);
    const descriptor *type;
    switch (record->flags >> 3 & 7) {
    case 0: type = place; break;
    case 1: type = place == NULL ? NULL : *(const descriptor *const *)place; break;
    default: return NULL;
    }
    if (type == NULL) return NULL;
    uint32_t kind = type->flags & kind_mask;
    return kind == kind_class || kind == kind_structure || kind == kind_enumeration ? type : NULL;
}

void maize_find_conforming(
    const char *module, const char *name, void (*found)(const void *metadata, void *context), void *context
) {
    for (const reference *record = __start_swift5_protocol_conformances; record < __stop_swift5_protocol_conformances;
         record++) {
        const conformance *one = target(record);
        const descriptor *protocol = one == NULL ? NULL : indirect(&one->protocol);
        const descriptor *type = protocol == NULL ? NULL : conforming(one);
        if (type != NULL && is_called(protocol, module, name)) bring(type, found, context);
    }
}
