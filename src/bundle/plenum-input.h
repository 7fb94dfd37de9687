/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlenumInput PlenumInput;

PlenumInput  *plenum_input_new      (const char     *path);
void          plenum_input_free     (PlenumInput    *self);
const char   *plenum_input_get_name (PlenumInput    *self);
GInputStream *plenum_input_read     (PlenumInput    *self,
                                     GCancellable   *cancellable,
                                     GError        **error);
char         *plenum_input_peek     (PlenumInput    *self,
                                     gsize           length,
                                     gsize          *n_read,
                                     GCancellable   *cancellable,
                                     GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumInput, plenum_input_free)

G_END_DECLS
