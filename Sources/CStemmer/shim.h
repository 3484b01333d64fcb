// libstemmer has no .pc file: the module map links it.
#include <libstemmer.h>
