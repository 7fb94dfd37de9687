/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-ballots.h"
#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_RECEIPT_LIST (plenum_poll_receipt_list_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollReceiptList, plenum_poll_receipt_list, PLENUM, POLL_RECEIPT_LIST, AdwWindow)

void plenum_poll_receipt_list_show (PlenumLibrary  *library,
                                    PlenumPollForm *form,
                                    GtkWidget      *from);

G_END_DECLS
