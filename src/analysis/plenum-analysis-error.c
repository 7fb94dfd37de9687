/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-analysis-error.h"

G_DEFINE_QUARK (plenum-analysis-error-quark, plenum_analysis_error)
