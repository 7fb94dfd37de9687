/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-election.h"

G_BEGIN_DECLS

extern const PlenumElectionReader plenum_ballot_election_reader;

G_END_DECLS
