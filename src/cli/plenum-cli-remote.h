/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sending and receiving have in common. */
#pragma once

#include "plenum-cli.h"
#include "plenum-dav.h"
#include "plenum-remotes.h"

G_BEGIN_DECLS

/* How long to bear with a bad network. */
typedef struct
{
  int retries;
  int timeout; /* s */
} PlenumCliPatience;

#define PLENUM_CLI_PATIENCE { 4, 60 }

PlenumRemotes *plenum_cli_open_remotes (PlenumCli                *cli,
                                        GError                  **error);
PlenumDav     *plenum_cli_connect      (PlenumCli                *cli,
                                        PlenumRemote             *remote,
                                        const PlenumCliPatience  *patience,
                                        GError                  **error);

G_END_DECLS
