/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "plenum-cli.h"
#include "plenum-record.h"

G_BEGIN_DECLS

typedef struct _PlenumCliTable PlenumCliTable;

void            plenum_cli_say            (PlenumCli      *cli,
                                           const char     *format,
                                           ...) G_GNUC_PRINTF (2, 3);
void            plenum_cli_warn           (const char     *message);

PlenumCliTable *plenum_cli_table_new      (void);
void            plenum_cli_table_add      (PlenumCliTable *self,
                                           ...) G_GNUC_NULL_TERMINATED;
void            plenum_cli_table_add_row  (PlenumCliTable *self,
                                           char          **cells);
void            plenum_cli_table_print    (PlenumCliTable *self,
                                           PlenumCli      *cli);
void            plenum_cli_table_free     (PlenumCliTable *self);

void            plenum_cli_json_text      (JsonBuilder    *builder,
                                           const char     *member,
                                           const char     *text);
void            plenum_cli_json_integer   (JsonBuilder    *builder,
                                           const char     *member,
                                           gint64          value);
void            plenum_cli_json_time      (JsonBuilder    *builder,
                                           const char     *member,
                                           gint64          time);
void            plenum_cli_json_field     (JsonBuilder    *builder,
                                           PlenumRecord   *record,
                                           guint           field);
void            plenum_cli_json_strings   (JsonBuilder    *builder,
                                           const char     *member,
                                           GPtrArray      *strings);
void            plenum_cli_json_print     (JsonBuilder    *builder);
gboolean        plenum_cli_print_id       (PlenumCli      *cli,
                                           const char     *message,
                                           const char     *id);

char           *plenum_cli_format_time    (gint64          time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumCliTable, plenum_cli_table_free)

G_END_DECLS
