/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in a folder of its own, and the few steps that tests take in it. */
#pragma once

#include "plenum-store.h"

typedef struct
{
  char        *folder;
  char        *path;
  PlenumStore *store;
} Fixture;

void          fixture_set_up            (Fixture       *fixture,
                                         gconstpointer  data);
void          fixture_tear_down         (Fixture       *fixture,
                                         gconstpointer  data);
void          fixture_reopen            (Fixture       *fixture);
char         *fixture_add_workshop      (PlenumStore   *store,
                                         const char    *title);
char         *fixture_add_idea          (PlenumStore   *store,
                                         const char    *workshop,
                                         const char    *text);
PlenumRecord *fixture_new_idea          (const char    *workshop,
                                         const char    *text);
PlenumAction *fixture_action_insert     (PlenumRecord  *record);
PlenumAction *fixture_action_delete     (PlenumRecord  *record);
PlenumAction *fixture_action_that_fails (const char    *workshop);
void          fixture_set_text          (PlenumStore   *store,
                                         const char    *idea,
                                         const char    *text);
void          fixture_assert_text       (PlenumStore   *store,
                                         const char    *idea,
                                         const char    *text);
void          fixture_assert_clean      (PlenumStore   *store);
