/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-method.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_METHOD_SKETCH (plenum_method_sketch_get_type ())
G_DECLARE_FINAL_TYPE (PlenumMethodSketch, plenum_method_sketch, PLENUM, METHOD_SKETCH, GtkWidget)

GtkWidget *plenum_method_sketch_new (PlenumPaperKind     kind);
GtkWidget *plenum_method_card_new   (const PlenumMethod *method);

G_END_DECLS
