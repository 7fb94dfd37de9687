/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of commands: it finds them and explains them. */
#include "plenum-cli-commands.h"

#include <glib/gi18n-lib.h>

#define MANY G_MAXUINT

/* Translators: in these texts, words in capitals stand for what is typed there */
const PlenumCliCommand plenum_cli_commands[] = {
  { "workshop new", NULL, N_("Make a workshop"),
    N_("Without a template it gets one board with one area."),
    plenum_cli_workshop_new_options, 0, 0, plenum_cli_workshop_new },
  { "workshop list", NULL, N_("List all workshops"), NULL, NULL, 0, 0, plenum_cli_workshop_list },
  { "workshop show", N_("WORKSHOP"), N_("Show a workshop with its boards"),
    N_("WORKSHOP is an id, at least its first 8 characters, or the exact title."),
    NULL, 1, 1, plenum_cli_workshop_show },
  { "workshop delete", N_("WORKSHOP"), N_("Delete a workshop with everything in it"),
    N_("It can be undone, unless it is erased."),
    plenum_cli_workshop_delete_options, 1, 1, plenum_cli_workshop_delete },
  { "board picture", N_("WORKSHOP [BOARD]"), N_("Write a board as a picture"),
    N_("BOARD is an id, at least its first 8 characters, or the exact title; the first board unless it is given."),
    plenum_cli_board_picture_options, 1, 2, plenum_cli_board_picture },
  { "idea add", N_("WORKSHOP"), N_("Add a card"), NULL, plenum_cli_idea_add_options, 1, 1, plenum_cli_idea_add },
  { "idea list", N_("WORKSHOP"), N_("List the cards of a workshop"), NULL,
    plenum_cli_idea_list_options, 1, 1, plenum_cli_idea_list },
  { "participant import", N_("WORKSHOP FILE"), N_("Take over participants from a CSV file"),
    N_("The columns are known by their headers: name, email, organisation, sector, role, offers, seeks, weight. "
       "Who is there already, by email or else by name, is updated. A row that cannot be taken over is skipped and reported."),
    NULL, 2, 2, plenum_cli_participant_import },
  { "participant list", N_("WORKSHOP"), N_("List the participants of a workshop"), NULL, NULL, 1, 1,
    plenum_cli_participant_list },
  { "import", N_("FILE…"), N_("Import bundles, Polis exports and tables"),
    N_("All of it is imported, or nothing. The format is recognised by the contents. "
       "The files of one Polis conversation become one workshop."),
    plenum_cli_import_options, 1, MANY, plenum_cli_import },
  { "export", N_("WORKSHOP… | --all"), N_("Write workshops to a bundle"), NULL, plenum_cli_export_options, 0, MANY,
    plenum_cli_export },
  { "verify", N_("FILE…"), N_("Check bundles without importing them"),
    N_("Looks at syntax, schema, references, digest and signature."), NULL, 1, MANY, plenum_cli_verify },
  { "poll new", N_("WORKSHOP"), N_("Make a poll"), N_("It is a draft until it is opened."),
    plenum_cli_poll_new_options, 1, 1, plenum_cli_poll_new },
  { "poll list", N_("WORKSHOP"), N_("List the polls of a workshop"), NULL, NULL, 1, 1, plenum_cli_poll_list },
  { "poll show", N_("POLL"), N_("Show what is put to the vote, and how far it is"),
    N_("POLL is an id or at least its first 8 characters."), NULL, 1, 1, plenum_cli_poll_show },
  { "poll open", N_("POLL"), N_("Open a poll, so that votes can be cast"), NULL, NULL, 1, 1, plenum_cli_poll_open },
  { "poll cast", N_("POLL [OPTION[=VALUE]…]"), N_("Cast a ballot"),
    N_("OPTION is an id, at least its first 8 characters, the exact text, or its number in the list from 1. "
       "VALUE is 1 unless it is given. In a poll of comparisons of two, write “BETTER>OTHER”, or “ONE=OTHER” "
       "where both are equal."),
    plenum_cli_poll_cast_options, 1, MANY, plenum_cli_poll_cast },
  { "poll withdraw", N_("POLL RECEIPT"), N_("Take back a secret ballot while the poll is open"), NULL,
    plenum_cli_poll_withdraw_options, 2, 2, plenum_cli_poll_withdraw },
  { "poll close", N_("POLL"), N_("Close a poll, so that it can be counted"), NULL, NULL, 1, 1, plenum_cli_poll_close },
  { "poll receipts", N_("POLL"), N_("List the ballots of a secret poll by their receipts"),
    N_("Everybody finds their own and can count all of them again. The poll stays closed from then on."),
    plenum_cli_poll_receipts_options, 1, 1, plenum_cli_poll_receipts },
  { "poll export", N_("POLL"), N_("Write the ballots of a closed poll to a file, to be counted again"),
    N_("Nothing in it tells whose a ballot was. Formats that have no room for these ballots are refused. "
       "The poll stays closed from then on."),
    plenum_cli_poll_export_options, 1, 1, plenum_cli_poll_export },
  { "tally", N_("POLL | --method METHOD FILE"), N_("Count a closed poll, or the ballots in a file"),
    N_("FILE is a PrefLib, PaBuLib or BLT file, or a CSV file: the options are its header, and each further row "
       "is a ballot. Before the options, a column #weight can say what a ballot weighs, #hands how many took part "
       "in a show of hands, and #row, with cost in it, that the second line has what the options cost. "
       "A poll that was counted stays closed."),
    plenum_cli_tally_options, 1, 1, plenum_cli_tally },
  { "history", N_("WORKSHOP"), N_("List what was done in a workshop"), NULL, NULL, 1, 1, plenum_cli_history },
  { "undo", N_("WORKSHOP [COUNT]"), N_("Undo the last steps"), NULL, NULL, 1, 2, plenum_cli_undo },
  { "redo", N_("WORKSHOP [COUNT]"), N_("Redo what was undone"), NULL, NULL, 1, 2, plenum_cli_redo },
  { "check", NULL, N_("Check that the library is in order"), NULL, plenum_cli_check_options, 0, 0, plenum_cli_check },
  { "cluster", N_("WORKSHOP… | --input FILE --text-column COLUMN"), N_("Propose themes"),
    N_("Texts that use the same words, or words that stand beside the same ones, are in one theme. Nothing is changed without --accept."),
    plenum_cli_cluster_options, 0, MANY, plenum_cli_cluster },
  { "duplicates", N_("WORKSHOP… | --input FILE --text-column COLUMN"), N_("Find texts that are nearly the same"),
    N_("It compares letters, not meaning: the same said in other words is not found."),
    plenum_cli_duplicates_options, 0, MANY, plenum_cli_duplicates },
  { "report", NULL, N_("Write the minutes (in a later version)"), NULL, NULL, 0, MANY, plenum_cli_later },
  { "remote add", N_("NAME ADDRESS"), N_("Add a central platform"),
    N_("ADDRESS is a WebDAV folder, such as one of Nextcloud, and begins with https://. With --user, a password is "
       "asked for and kept in the keyring. Where there is no keyring, set the variable PLENUM_PASSWORD, or write "
       "the password to standard input each time. It never stands in a file or in the address."),
    plenum_cli_remote_add_options, 2, 2, plenum_cli_remote_add },
  { "remote list", NULL, N_("List central platforms, and what waits to be sent"), NULL, NULL, 0, 0, plenum_cli_remote_list },
  { "remote remove", N_("NAME"), N_("Forget a central platform, its password and what waits to be sent there"),
    NULL, NULL, 1, 1, plenum_cli_remote_remove },
  { "send", N_("NAME [WORKSHOP…]"), N_("Send workshops to a central platform"),
    N_("Without a workshop, what waits is sent. What cannot be sent waits for the next time. The password comes from "
       "the variable PLENUM_PASSWORD, else from the keyring, else it is asked for."),
    plenum_cli_send_options, 1, MANY, plenum_cli_send },
  { "receive", N_("NAME"), N_("Receive what is new on a central platform"),
    N_("Receives what came back to the workshops of this library; on the platform’s own computer, what workshops "
       "sent there. The password comes from the variable PLENUM_PASSWORD, else from the keyring, else it is asked for."),
    plenum_cli_receive_options, 1, 1, plenum_cli_receive },
  { "serve", NULL, N_("Let phones in the room vote (in a later version)"), NULL, NULL, 0, MANY, plenum_cli_later },
  { NULL }
};
