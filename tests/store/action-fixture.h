/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop with two areas, to take steps in. */
#pragma once

#include "plenum-action.h"
#include "store-fixture.h"

typedef struct
{
  Fixture  base;
  char    *workshop;
  char    *board;
  char    *left;  /* an area */
  char    *right; /* another */
} Room;

/* A poll and its two options. */
typedef struct
{
  char *poll;
  char *a;
  char *b;
} RoomPoll;

#define IDS(...) ((const char * const[]) { __VA_ARGS__, NULL })

#define room_add_test(path, func) \
  g_test_add (path, Room, NULL, room_set_up, func, room_tear_down)

void          room_set_up        (Room          *room,
                                  gconstpointer  data);
void          room_tear_down     (Room          *room,
                                  gconstpointer  data);
void          room_do            (Room          *room,
                                  PlenumAction  *action);
char         *room_make          (Room          *room,
                                  PlenumAction  *action);
void          room_refuse        (Room          *room,
                                  PlenumAction  *action,
                                  int            code);
void          room_undo          (Room          *room);
char         *room_add_card      (Room          *room,
                                  const char    *area,
                                  const char    *text);
char         *room_add_person    (Room          *room,
                                  const char    *name);
RoomPoll      room_draft_poll    (Room          *room,
                                  const char    *method,
                                  const char    *settings,
                                  gboolean       secret);
void          room_poll_clear    (RoomPoll      *poll);
char         *room_list_area     (Room          *room,
                                  const char    *area);
PlenumRecord *room_get           (Room          *room,
                                  PlenumRecordType type,
                                  const char    *id);
gint64        room_count         (Room          *room,
                                  PlenumRecordType type);
char         *room_last_label    (Room          *room);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoomPoll, room_poll_clear)
