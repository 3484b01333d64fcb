// Signals as bytes in a pipe, waiting for them and for keys, and the crash handler.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

static const int told[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGCONT, SIGTSTP};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT};
enum { TOLD = sizeof told / sizeof *told, FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction before_told[TOLD];
static struct sigaction before_fatal[FATAL];
static bool installed = false;
// Made once and never closed: a handler may hold on to it.
static int pipe_ends[2] = {-1, -1};

static struct {
  volatile sig_atomic_t armed;
  int input;
  int output;
  const char *text;
  size_t length;
  bool has_modes;
  struct termios modes;
} crash;

static void tell(int number) {
  int saved = errno;
  char byte = (char)number;
  // A full pipe is no loss: what is in it wakes the reader.
  (void)!write(pipe_ends[1], &byte, 1);
  errno = saved;
}

// Only write, tcsetattr, sigaction and raise: what a signal handler may call.
static void on_crash(int number) {
  if (crash.armed) {
    crash.armed = 0;
    (void)!write(crash.output, crash.text, crash.length);
    if (crash.has_modes) tcsetattr(crash.input, TCSANOW, &crash.modes);
  }
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == number) sigaction(number, &before_fatal[i], NULL);
  }
  // Blocked until this handler returns, then as if it had never been here.
  raise(number);
}

void ct_crash_keep_modes(int input) {
  crash.has_modes = tcgetattr(input, &crash.modes) == 0;
}

void ct_crash_arm(int input, int output, const char *text, size_t length, bool arm) {
  crash.armed = 0;
  crash.input = input;
  crash.output = output;
  crash.text = text;
  crash.length = length;
  crash.armed = arm;
}

static bool make_pipe(void) {
  return pipe_ends[0] >= 0 || pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) == 0;
}

// A stack overflow leaves no room for a handler on the stack itself.
static void make_alternate_stack(void) {
  static char stack[64 * 1024];
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
}

bool ct_signals_install(void) {
  if (installed) return true;
  if (!make_pipe()) return false;
  make_alternate_stack();
  struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < TOLD; i++) sigaction(told[i], &action, &before_told[i]);
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &before_fatal[i]);
  installed = true;
  return true;
}

void ct_signals_remove(void) {
  if (!installed) return;
  for (int i = 0; i < TOLD; i++) sigaction(told[i], &before_told[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], NULL);
  installed = false;
}

void ct_signals_stop_group(void) {
  struct sigaction action = {.sa_handler = SIG_DFL}, previous;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, &previous);
  // Without a shell above us (ssh with a forced command) the kernel ignores this: no harm done.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &previous, NULL);
}

bool ct_line_is_gone(int descriptor) {
  struct pollfd line = {.fd = descriptor};
  return poll(&line, 1, 0) > 0 && (line.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

int ct_wait(int milliseconds) {
  if (!make_pipe()) return CT_READY_GONE;
  struct pollfd sources[2] = {
      {.fd = pipe_ends[0], .events = POLLIN},
      {.fd = ct_input_descriptor(), .events = POLLIN},
  };
  int count = poll(sources, 2, milliseconds);
  // A signal of ours has left its byte in the pipe; another one shortens the wait, no more.
  if (count < 0 && errno == EINTR) count = poll(sources, 2, 0);
  if (count <= 0) return 0;
  int ready = 0;
  if (sources[0].revents & POLLIN) ready |= CT_READY_SIGNAL;
  if (sources[1].revents & POLLIN) ready |= CT_READY_INPUT;
  if (sources[1].revents & (POLLHUP | POLLERR | POLLNVAL)) ready |= CT_READY_GONE;
  return ready;
}

int ct_next_signal(void) {
  char byte;
  return read(pipe_ends[0], &byte, 1) == 1 ? byte : -1;
}

int64_t ct_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
