/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumLabel PlenumLabel;

PlenumLabel *plenum_label_new       (const char  *message);
PlenumLabel *plenum_label_new_named (const char  *message,
                                     const char  *name);
PlenumLabel *plenum_label_new_count (const char  *message,
                                     const char  *message_plural,
                                     guint        count,
                                     const char  *name);
PlenumLabel *plenum_label_copy      (PlenumLabel *self);
void         plenum_label_free      (PlenumLabel *self);
PlenumLabel *plenum_label_parse     (const char  *stored);
char        *plenum_label_to_stored (PlenumLabel *self);
char        *plenum_label_render    (PlenumLabel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumLabel, plenum_label_free)

G_END_DECLS
