/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each command does; plenum-cli-commands.c has the table. */
#pragma once

#include "plenum-cli.h"

G_BEGIN_DECLS

extern const GOptionEntry plenum_cli_workshop_new_options[];
extern const GOptionEntry plenum_cli_workshop_delete_options[];
extern const GOptionEntry plenum_cli_board_picture_options[];
extern const GOptionEntry plenum_cli_idea_add_options[];
extern const GOptionEntry plenum_cli_idea_list_options[];
extern const GOptionEntry plenum_cli_import_options[];
extern const GOptionEntry plenum_cli_export_options[];
extern const GOptionEntry plenum_cli_check_options[];
extern const GOptionEntry plenum_cli_poll_new_options[];
extern const GOptionEntry plenum_cli_poll_cast_options[];
extern const GOptionEntry plenum_cli_poll_withdraw_options[];
extern const GOptionEntry plenum_cli_poll_receipts_options[];
extern const GOptionEntry plenum_cli_poll_export_options[];
extern const GOptionEntry plenum_cli_tally_options[];
extern const GOptionEntry plenum_cli_cluster_options[];
extern const GOptionEntry plenum_cli_duplicates_options[];
extern const GOptionEntry plenum_cli_remote_add_options[];
extern const GOptionEntry plenum_cli_send_options[];
extern const GOptionEntry plenum_cli_receive_options[];

gboolean plenum_cli_workshop_new       (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_workshop_list      (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_workshop_show      (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_workshop_delete    (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_board_picture     (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_idea_add           (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_idea_list          (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_participant_import (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_participant_list   (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_import             (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_export             (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_verify             (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_history            (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_undo               (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_redo               (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_check              (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_new           (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_list          (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_show          (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_open          (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_close         (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_cast          (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_withdraw      (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_receipts      (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_poll_export        (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_tally              (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_cluster            (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_duplicates         (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_remote_add         (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_remote_list        (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_remote_remove      (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_send               (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_receive            (PlenumCli *cli, char **arguments, GError **error);
gboolean plenum_cli_later              (PlenumCli *cli, char **arguments, GError **error);

G_END_DECLS
