/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

#define PLENUM_POLL_MEANS_ERROR (plenum_poll_means_error_quark ())
GQuark plenum_poll_means_error_quark (void);

typedef enum
{
  PLENUM_POLL_MEANS_ERROR_NO_SCORES, /* a poll of another method, which gives no numbers */
} PlenumPollMeansError;

/* What the room said of one idea. */
typedef struct
{
  char   *idea;
  double  mean; /* 0: everybody gave it the lowest number, 1: the highest */
} PlenumPollMean;

gboolean   plenum_poll_means_has  (PlenumRecord    *poll);
GPtrArray *plenum_poll_means_read (PlenumStore     *store,
                                   const char      *poll,
                                   GCancellable    *cancellable,
                                   GError         **error);
void       plenum_poll_mean_free  (PlenumPollMean  *self);

G_END_DECLS
