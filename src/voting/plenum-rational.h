/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumRational PlenumRational;

PlenumRational *plenum_rational_new          (gint64                numerator,
                                              gint64                denominator);
PlenumRational *plenum_rational_new_from_text (const char         *text);
PlenumRational *plenum_rational_new_root     (gint64                radicand,
                                              guint                 digits,
                                              gboolean              above);
PlenumRational *plenum_rational_copy         (const PlenumRational *self);
void            plenum_rational_free         (PlenumRational       *self);
gboolean        plenum_rational_parse_weight (const char           *text,
                                              gint64               *numerator,
                                              gint64               *denominator);
void            plenum_rational_add          (PlenumRational       *self,
                                              const PlenumRational *other);
void            plenum_rational_add_weighted (PlenumRational       *self,
                                              gint64                integer,
                                              gint64                numerator,
                                              gint64                denominator);
void            plenum_rational_subtract     (PlenumRational       *self,
                                              const PlenumRational *other);
void            plenum_rational_multiply     (PlenumRational       *self,
                                              const PlenumRational *other);
void            plenum_rational_divide       (PlenumRational       *self,
                                              const PlenumRational *other);
void            plenum_rational_scale        (PlenumRational       *self,
                                              gint64                numerator,
                                              gint64                denominator);
gboolean        plenum_rational_floor        (const PlenumRational *self,
                                              gint64               *floor);
void            plenum_rational_round        (PlenumRational       *self,
                                              guint                 decimals);
void            plenum_rational_set          (PlenumRational       *self,
                                              const PlenumRational *other);
int             plenum_rational_compare      (const PlenumRational *self,
                                              const PlenumRational *other);
int             plenum_rational_sign         (const PlenumRational *self);
char           *plenum_rational_to_text      (const PlenumRational *self);
char           *plenum_rational_to_decimal   (const PlenumRational *self);
char           *plenum_rational_to_display   (const PlenumRational *self,
                                              guint                 decimals);
double          plenum_rational_to_double    (const PlenumRational *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumRational, plenum_rational_free)

G_END_DECLS
