#include "CProcess.h"

#include <sys/prctl.h>
#include <sys/resource.h>

bool cp_hide_memory(void) {
  const struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}
