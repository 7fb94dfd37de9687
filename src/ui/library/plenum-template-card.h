/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-template.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_TEMPLATE_CARD (plenum_template_card_get_type ())
G_DECLARE_FINAL_TYPE (PlenumTemplateCard, plenum_template_card, PLENUM, TEMPLATE_CARD, GtkFlowBoxChild)

GtkWidget      *plenum_template_card_new          (PlenumTemplate     *template);
PlenumTemplate *plenum_template_card_get_template (PlenumTemplateCard *self);
void            plenum_template_card_fill         (GtkFlowBox         *box,
                                                   gboolean            with_blank);

G_END_DECLS
