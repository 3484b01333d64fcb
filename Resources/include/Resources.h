#ifndef SYNPUNKT_RESOURCES_H
#define SYNPUNKT_RESOURCES_H

#include <stddef.h>

/// The number of files that are built into the program.
size_t resource_count(void);

/// The name of a file, as its path below Resources/: "letters/svar-kort.mustache". NULL past the end.
const char *_Nullable resource_name(size_t index);

/// The first byte of a file; it lives as long as the program. NULL past the end.
const unsigned char *_Nullable resource_bytes(size_t index);

/// The length of a file in bytes; 0 past the end.
size_t resource_length(size_t index);

#endif
