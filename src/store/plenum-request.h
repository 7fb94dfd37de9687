/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: what an action was asked to do. */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

/* Made on the caller's thread and read on the store's, so everything is copied. */
typedef struct
{
  PlenumAction  *action;  /* borrowed: it owns the request */
  PlenumRecord  *record;  /* what is added, or as it shall be */
  GPtrArray     *records; /* (element-type PlenumRecord) (nullable) */
  GPtrArray     *added;   /* the same */
  char         **ids;
  char         **more;    /* what they get */
  char         **less;    /* and lose */
  char          *id;
  char          *target;  /* where it goes */
  char          *before;  /* (nullable): what it goes before there; else to the end */
  char          *text;
  guint          field;
  gboolean       flag;
} PlenumRequest;

PlenumRequest *plenum_request_new          (void);
PlenumAction  *plenum_request_to_action    (PlenumRequest      *self,
                                            PlenumLabel        *label,
                                            PlenumActionFunc    func);
PlenumRequest *plenum_request_new_ids      (const char * const *ids);
PlenumRequest *plenum_request_new_id       (const char         *id);
PlenumRequest *plenum_request_new_record   (PlenumRecord       *record);
GPtrArray     *plenum_request_copy_records (GPtrArray          *records);
void           plenum_request_set_label    (PlenumRequest      *self,
                                            PlenumLabel        *label);

gboolean       plenum_request_needs_text   (const char         *text,
                                            const char         *message,
                                            GError            **error);
gboolean       plenum_request_clear_where  (PlenumEdit         *edit,
                                            PlenumRecordType    type,
                                            guint               field,
                                            const char         *id,
                                            GError            **error);

G_END_DECLS
