// What Swift cannot call: variadic functions of the kernel's.
#pragma once
#include <stdbool.h>

// Nobody but root may trace the process, read its memory or see what it leaves when it crashes.
bool cp_hide_memory(void);
