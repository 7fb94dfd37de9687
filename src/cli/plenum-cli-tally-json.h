/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-tally.h"

G_BEGIN_DECLS

void plenum_cli_print_tally (PlenumTally *tally);

G_END_DECLS
