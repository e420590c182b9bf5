// Kernel and C library interfaces that Swift's Glibc module leaves out.
#include <malloc.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/socket.h>

// Both are declared by the C library for _GNU_SOURCE only, which the Glibc module is built without.
extern int accept4(int listener, struct sockaddr *address, socklen_t *length, int flags);
extern int pthread_setname_np(pthread_t thread, const char *name);

/// Accepts a connection as a non-blocking descriptor that children don't inherit; -1 sets errno.
static inline int carteiro_accept(int listener) {
    return accept4(listener, (struct sockaddr *)0, (socklen_t *)0, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

/// Names the thread that calls, for top and gdb; names of more than 15 bytes are refused.
static inline void carteiro_name_thread(const char *name) {
    pthread_setname_np(pthread_self(), name);
}
