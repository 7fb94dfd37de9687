/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "plenum-clock.h"

G_BEGIN_DECLS

typedef struct _PlenumStamps PlenumStamps;

PlenumStamps *plenum_stamps_new      (const char   *base,
                                      const char   *fields);
void          plenum_stamps_free     (PlenumStamps *self);
const char   *plenum_stamps_get_base (PlenumStamps *self);
const char   *plenum_stamps_get      (PlenumStamps *self,
                                      const char   *field,
                                      gboolean      is_null);
gboolean      plenum_stamps_has_own  (PlenumStamps *self,
                                      const char   *field);
void          plenum_stamps_set      (PlenumStamps *self,
                                      const char   *field,
                                      const char   *stamp);
void          plenum_stamps_unset    (PlenumStamps *self,
                                      const char   *field);
GPtrArray    *plenum_stamps_list_own (PlenumStamps *self);
char         *plenum_stamps_to_text  (PlenumStamps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumStamps, plenum_stamps_free)

G_END_DECLS
