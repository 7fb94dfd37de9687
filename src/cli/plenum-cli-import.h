/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of an import, for people and for programs. */
#pragma once

#include "plenum-cli.h"
#include "plenum-import.h"

G_BEGIN_DECLS

void plenum_cli_json_lost    (JsonBuilder         *builder,
                              GPtrArray           *lost);
void plenum_cli_json_import  (JsonBuilder         *builder,
                              PlenumImportResult  *result,
                              const char          *file);
void plenum_cli_print_import (PlenumCli           *cli,
                              PlenumImportResult  *result,
                              const char          *file);

G_END_DECLS
