/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that nobody can foretell. Those of GLib can be, from earlier ones. */
#include "plenum-random.h"

#include <errno.h>
#include <sys/random.h>

/**
 * plenum_random_fill:
 * @bytes: (array length=length) (out caller-allocates): where they go
 *
 * Fills @bytes from the system's generator. Safe to call from any thread.
 */
void
plenum_random_fill (guint8 *bytes, gsize length)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = getrandom (bytes + done, length - done, 0);

      if (n > 0)
        done += n;
      else
        g_assert (errno == EINTR);
    }
}
