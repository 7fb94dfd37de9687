/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in an array; one that never had anything has none, not even a first. */
static inline gconstpointer
plenum_array_place (GArray *array, gsize index)
{
  return array->data != NULL ? array->data + index * g_array_get_element_size (array) : NULL;
}

G_END_DECLS
