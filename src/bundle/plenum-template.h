/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workshops to begin with. They are data, in data/templates, compiled in. */
#pragma once

#include "plenum-bundle-error.h"
#include "plenum-store.h"

G_BEGIN_DECLS

typedef struct _PlenumTemplate PlenumTemplate;

GPtrArray      *plenum_template_list            (void);
PlenumTemplate *plenum_template_load            (const char      *id,
                                                 GError         **error);
PlenumTemplate *plenum_template_parse           (const char      *json,
                                                 gssize           length,
                                                 const char      *name,
                                                 GError         **error);
PlenumTemplate *plenum_template_ref             (PlenumTemplate  *self);
void            plenum_template_unref           (PlenumTemplate  *self);
const char     *plenum_template_get_id          (PlenumTemplate  *self);
const char     *plenum_template_get_name        (PlenumTemplate  *self,
                                                 const char      *language);
const char     *plenum_template_get_description (PlenumTemplate  *self,
                                                 const char      *language);
const char     *plenum_template_get_purpose     (PlenumTemplate  *self,
                                                 const char      *language);
guint           plenum_template_get_minutes     (PlenumTemplate  *self);
void            plenum_template_get_group_size  (PlenumTemplate  *self,
                                                 guint           *from,
                                                 guint           *to);
GStrv           plenum_template_list_kinds      (PlenumTemplate  *self);
PlenumAction   *plenum_template_make_action     (PlenumTemplate  *self,
                                                 const char      *title,
                                                 const char      *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumTemplate, plenum_template_unref)

G_END_DECLS
