/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumPaperStack PlenumPaperStack;

PlenumPaperStack *plenum_paper_stack_new                  (void);
void              plenum_paper_stack_free                 (PlenumPaperStack *self);
void              plenum_paper_stack_set                  (PlenumPaperStack *self,
                                                           GPtrArray        *readings);
void              plenum_paper_stack_type                 (PlenumPaperStack *self,
                                                           guint             paper,
                                                           const char       *typist);
guint             plenum_paper_stack_get_next             (PlenumPaperStack *self,
                                                           const char       *typist,
                                                           guint             after);
gboolean          plenum_paper_stack_has                  (PlenumPaperStack *self,
                                                           guint             paper);
char             *plenum_paper_stack_describe             (PlenumPaperStack *self);
char             *plenum_paper_stack_describe_differences (PlenumPaperStack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPaperStack, plenum_paper_stack_free)

G_END_DECLS
