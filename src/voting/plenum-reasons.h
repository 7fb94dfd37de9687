/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-profile.h"

G_BEGIN_DECLS

/* What somebody had to say to an option. Whose ballot it was is not kept. */
typedef struct
{
  guint   option;
  gint64  value; /* that it is the reason for */
  char   *text;
} PlenumReason;

gboolean            plenum_profile_check_reason  (const PlenumProfile  *self,
                                                  const PlenumReason   *reason,
                                                  GError              **error);
gboolean            plenum_profile_add_reason    (PlenumProfile        *self,
                                                  const PlenumReason   *reason,
                                                  GError              **error);
guint               plenum_profile_get_n_reasons (const PlenumProfile  *self);
const PlenumReason *plenum_profile_get_reason    (const PlenumProfile  *self,
                                                  guint                 index);

G_END_DECLS
