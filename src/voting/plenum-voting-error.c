/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-voting-error.h"

G_DEFINE_QUARK (plenum-voting-error-quark, plenum_voting_error)
