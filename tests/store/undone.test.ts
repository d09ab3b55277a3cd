import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { insertNote } from '../../server/store/visits.ts'
import { invitation, rate } from '../../server/store/surveys.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { aPlan, DATE, OPENING } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

const counterId = '1'
const plain = (verb: 'callNext' | 'start' | 'finish' | 'skip' | 'undo'): Request => ({ verb, counterId })
const [callNext, start, finish, skip, undo] = (['callNext', 'start', 'finish', 'skip', 'undo'] as const).map(plain)
const park: Request = { verb: 'park', counterId, reason: 'copy' }
const resume: Request = { verb: 'resume', counterId, no: 0 }
const transfer: Request = { verb: 'transfer', counterId, serviceId: 'kk' }

/** Each act that can be undone, after what went before it. */
const ACTS: readonly (readonly [string, readonly Request[], Request])[] = [
  ['a first call', [], callNext!],
  ['a call after a missed one', [callNext!, skip!, { verb: 'return', no: 0 }], callNext!],
  ['a calling back', [callNext!, start!, park], resume],
  ['a start', [callNext!], start!],
  ['an end', [callNext!, start!], finish!],
  ['an end that calls the next', [callNext!, start!], callNext!],
  ['a skip', [callNext!], skip!],
  ['a transfer', [callNext!, start!], transfer],
  ['a putting aside', [callNext!, start!], park],
]

overDialects('rows of what was undone', store => {
  function hall() {
    let commands = 0
    let now = OPENING
    const days = createQueueDays({
      journal: store.db.journal,
      calendar: { today: () => DATE, planOf: async () => aPlan() },
      now: () => (now += 1_000),
      newId: () => `id-${commands++}`,
    })
    return (request: Request) =>
      days.execute('o', { id: `c-${commands++}`, by: 'staff:sari', ...request } as Command, DATE)
  }
  const take = (no: number): Request => ({ verb: 'takeTicket', serviceId: 'ktp', priority: false, ticketId: `t${no}` })
  const rows = async () => {
    const of = async (table: string) =>
      (await sql<object>`select * from ${sql.table(table)} order by 1, 2, 3, 4`.execute(store.db.kysely)).rows
    return { tickets: await of('tickets'), visits: await of('visits'), invitations: await of('invitations') }
  }
  async function opened(before: readonly Request[]) {
    const give = hall()
    for (const request of [{ verb: 'openCounter', counterId } as const, take(0), take(1), ...before])
      await give(request)
    return give
  }

  it.each(ACTS)('are those from before %s, written apart or at once [Y3]', async (_, before, act) => {
    const give = await opened(before)
    const known = await rows()
    await give(act)
    expect(await rows()).not.toEqual(known)
    await give(undo!)
    expect(await rows()).toEqual(known)
    await Promise.all([give(act), give(undo!)])
    expect(await rows()).toEqual(known)
  })

  it('are written anew by whatever the officer does instead, also in the same breath [Y3]', async () => {
    const give = await opened([callNext!, start!])
    await give(finish!)
    const first = await invitation(store.db, 't0')
    await Promise.all([give(undo!), give(finish!)])
    const { visits, invitations } = await rows()
    expect([visits.length, invitations.length]).toEqual([1, 1])
    expect((await invitation(store.db, 't0'))!.mintedAt).toBeGreaterThan(first!.mintedAt)
    await give(undo!)
    await give(park)
    expect(await invitation(store.db, 't0')).toBeUndefined()
    expect((await rows()).visits).toMatchObject([{ outcome: 'parked' }])
  })

  it('are without the note to the holder or to the next officer, which comes again with the act [Y3 D26 D28]', async () => {
    const kept = (id: string) => insertNote(store.db, { id, office: 'o', date: DATE, made_at: OPENING, text: 'sealed' })
    const notes = async () => (await store.db.kysely.selectFrom('notes').select('id').execute()).map(n => n.id)
    const refused = (noteId: string): Request => ({
      ...{ verb: 'finish', counterId, result: { kind: 'refused', reason: 'dataDiffers', noteId } },
    })
    const give = await opened([callNext!, start!])
    for (const id of ['first', 'again', 'other', 'sent']) await kept(id)
    await give(refused('first'))
    await give(undo!)
    expect(await notes()).toEqual(expect.not.arrayContaining(['first']))
    await Promise.all([give(refused('other')), give(undo!), give(refused('again'))])
    expect((await notes()).sort()).toEqual(['again', 'sent'])
    await give(undo!)
    await give({ verb: 'transfer', counterId, serviceId: 'kk', noteId: 'sent' })
    await give(undo!)
    expect(await notes()).toEqual([])
  })

  it('keep what a citizen has said: the visit that ends again asks nobody twice [Y3]', async () => {
    const give = await opened([callNext!, start!, finish!])
    const tap = { key: 'tap', rating: 4, reasons: [] } as const
    expect(await rate(store.db, 't0', tap)).toBe('kept')
    await give(undo!)
    await give(finish!)
    expect(await rate(store.db, 't0', { ...tap, key: 'again' })).toBe('used')
    expect((await rows()).invitations).toHaveLength(1)
  })
})
