/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "plenum-store.h"

G_BEGIN_DECLS

#define PLENUM_CLI_ERROR (plenum_cli_error_quark ())
GQuark plenum_cli_error_quark (void);

typedef enum
{
  PLENUM_CLI_ERROR_USAGE,  /* called wrongly: exit status 2 */
  PLENUM_CLI_ERROR_FAILED, /* done and reported, but not good: exit status 1 */
} PlenumCliError;

/* One call of the program. */
typedef struct
{
  char         *library;     /* nullable: the usual one */
  gboolean      json;
  gboolean      quiet;
  PlenumStore  *store;       /* nullable: not opened yet */
  GCancellable *cancellable; /* by Ctrl+C, once plenum_cli_watch_interrupt() was called */
} PlenumCli;

typedef gboolean (*PlenumCliFunc) (PlenumCli  *cli,
                                   char      **arguments,
                                   GError    **error);

typedef struct
{
  const char         *name;        /* "workshop new" */
  const char         *arguments;   /* as --help shows them, or NULL */
  const char         *summary;     /* a translatable phrase */
  const char         *description; /* translatable, or NULL */
  const GOptionEntry *options;     /* or NULL */
  guint               least;       /* arguments */
  guint               most;
  PlenumCliFunc       run;
} PlenumCliCommand;

extern const PlenumCliCommand plenum_cli_commands[];

int          plenum_cli_main            (int            argc,
                                         char         **argv);

PlenumStore *plenum_cli_open            (PlenumCli     *cli,
                                         GError       **error);
char        *plenum_cli_get_workshop    (PlenumCli     *cli,
                                         const char    *name,
                                         GError       **error);
gboolean     plenum_cli_perform         (PlenumCli     *cli,
                                         PlenumAction  *action,
                                         GError       **error);
void         plenum_cli_watch_interrupt (PlenumCli     *cli);
void         plenum_cli_show_progress   (double         done,
                                         gpointer       cli);
void         plenum_cli_end_progress    (PlenumCli     *cli);

G_END_DECLS
