/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLENUM_ANALYSIS_ERROR (plenum_analysis_error_quark ())
GQuark plenum_analysis_error_quark (void);

/* Messages are translated whole sentences that say what would be right. */
typedef enum
{
  PLENUM_ANALYSIS_ERROR_REPEATED_ID,   /* two texts of one id */
  PLENUM_ANALYSIS_ERROR_CONTRADICTION, /* what has to be together has to be apart as well */
} PlenumAnalysisError;

G_END_DECLS
