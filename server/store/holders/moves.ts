import type { Database } from '../open/database.ts'
import { forgetUnborn } from './claims.ts'
import { holderQuery, type Holder } from './holders.ts'

/** The ticket from which a booking was moved here, while anything of it is kept. */
export async function movedFrom({ kysely }: Database, office: string, to: string): Promise<string | undefined> {
  const query = kysely.selectFrom('holders').select('ticket_id').where('office', '=', office).where('moved_to', '=', to)
  return (await query.executeTakeFirst())?.ticket_id
}

/**
 * Before a booking goes to another day: whose the new ticket will be, and where the old one will lead once it has moved.
 * Nothing is lost when the process ends between the move and `moveHolder`.
 */
export async function meanToMove(db: Database, from: string, to: Holder): Promise<void> {
  const { kysely } = db
  await db.atomic([holderQuery(db, to), leadTo(kysely, from, to.ticket_id)])
}

/** The booking stays where it was. */
export async function stay(db: Database, from: string, to: string): Promise<void> {
  const { kysely } = db
  const led = kysely.updateTable('holders').set({ moved_to: null })
  await led.where('ticket_id', '=', from).where('moved_to', '=', to).execute()
  await forgetUnborn(db, to)
}

/** A booking went to another day: its old link leads to the new one, and what is known of its holder goes along. */
export async function moveHolder(db: Database, from: string, to: string): Promise<void> {
  const { kysely } = db
  await db.atomic([
    kysely
      .updateTable('holders')
      .set({ moved_to: to, name: null, phone: null, phone_key: null, device: null, network: null })
      .where('ticket_id', '=', from)
      .compile(),
    kysely.updateTable('claims').set({ ticket_id: to }).where('ticket_id', '=', from).compile(),
  ])
}

function leadTo(kysely: Database['kysely'], from: string, to: string) {
  // Of two at once the second leaves the lead of the first alone; whoever moved writes it again.
  const led = kysely.updateTable('holders').set({ moved_to: to })
  return led.where('ticket_id', '=', from).where('moved_to', 'is', null).compile()
}
