import { createHmac } from 'node:crypto'
import { isChosen } from '../../../shared/survey/integrity/chosen.ts'
import type { Entry, Journal } from '../../journal/journal.ts'

/** Six bytes of a hash as a number from 0 to 1. */
const BYTES = 6

/**
 * Draws of each visit, from its random id and a key of this installation, whether it is invited to the nine questions, so that nobody
 * at the office can foresee or repeat it; written with the end of the visit.
 */
export function drawing(key: Buffer, oneIn: (office: string) => number): (entry: Entry) => Entry {
  const own = createHmac('sha256', key).update('visits invited to the survey').digest()
  const drawn = (ticketId: string) =>
    createHmac('sha256', own).update(ticketId).digest().readUIntBE(0, BYTES) / 2 ** (8 * BYTES)
  return entry => {
    const one = entry.invitations.length === 0 ? 1 : oneIn(entry.office)
    if (one === 1) return entry
    const invitations = entry.invitations.map(
      row => ({ ...row, chosen: isChosen(drawn(row.ticket_id), one) ? 1 : 0 }) as const,
    )
    return { ...entry, invitations }
  }
}

/** A journal in which the visits of each entry are drawn before they are written. */
export function invitingJournal(journal: Journal, draw: (entry: Entry) => Entry): Journal {
  return {
    read: (office, date, after) => journal.read(office, date, after),
    append: entries => journal.append(entries.map(draw)),
  }
}
