/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumSettings PlenumSettings;

PlenumSettings *plenum_settings_new         (void);
PlenumSettings *plenum_settings_copy        (const PlenumSettings *self);
void            plenum_settings_free        (PlenumSettings       *self);
void            plenum_settings_set         (PlenumSettings       *self,
                                             const char           *name,
                                             const char           *value);
void            plenum_settings_set_integer (PlenumSettings       *self,
                                             const char           *name,
                                             gint64                value);
const char     *plenum_settings_get         (const PlenumSettings *self,
                                             const char           *name);
char          **plenum_settings_list        (const PlenumSettings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumSettings, plenum_settings_free)

G_END_DECLS
