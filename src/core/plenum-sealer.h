/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Seals what must not be read before its time. The store keeps such things but
 * has no cryptography, so who opens it brings this. All are called on the store's
 * thread; @path is the file of a key and nothing else. */
typedef struct
{
  /* Returns: (transfer full) (nullable): the key; where there is none, %NULL
   * without an error, unless one is to be made. It is on the disk then. */
  GBytes   *(*load_key)    (const char  *path,
                            gboolean     make,
                            GError     **error);
  /* Overwrites the key, then deletes its file; a file that is not there is fine. */
  gboolean  (*destroy_key) (const char  *path,
                            GError     **error);
  /* Returns: (transfer full): different each time, also for equal contents */
  GBytes   *(*seal)        (GBytes      *key,
                            GBytes      *content);
  /* Returns: (transfer full) (nullable): the content, or %NULL if it was sealed with
   * another key or changed since */
  GBytes   *(*unseal)      (GBytes      *key,
                            GBytes      *sealed,
                            GError     **error);
} PlenumSealer;

G_END_DECLS
