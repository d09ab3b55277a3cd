import { expect, it } from 'vitest'
import { advance, type Application, type ApplicationState } from '../../shared/documents/application.ts'
import {
  applicationById,
  applicationsOfTicket,
  applicationsPromised,
  countApplications,
  finishedTicket,
  insertApplication,
  listApplications,
  stepByCommand,
  stepsOf,
  takeStep,
} from '../../server/store/applications.ts'
import { applicationOf, calendar, ticketOf, wita } from '../helpers/applications.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE, entry, invitationRow, OFFICE, taken, ticketId, ticketRow, visitRow } from '../helpers/entries.ts'

overDialects('applications', store => {
  let commands = 0
  const doer = (who = 'staff:p1') => ({ who, commandId: `command-${++commands}` })
  const file = async (n: number, but: Partial<Application> = {}) => {
    const application = applicationOf({ id: `app-${n}`, ticketId: `ticket-${n}`, ...but })
    await ticketOf(store.db, application)
    expect(await insertApplication(store.db, application, doer())).toBe(true)
    return application
  }
  const step = (from: Application, to: ApplicationState, by = doer()) =>
    takeStep(store.db, from, advance(from, { to }, wita('2026-06-10'), calendar), by, undefined)

  it('are opened once for a ticket, however many try at once', async () => {
    await ticketOf(store.db, applicationOf())
    const tries = Array.from({ length: 20 }, (_, i) =>
      insertApplication(store.db, applicationOf({ id: `app-${i}` }), doer()),
    )
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
    const stored = (await applicationsOfTicket(store.db, 'ticket-1'))[0]!
    expect(stored).toEqual(applicationOf({ id: stored.id }))
    expect(await stepsOf(store.db, stored.id)).toMatchObject([{ step: 0, from_state: null, to_state: 'received' }])
  })

  it('take a step once when two people press at once', async () => {
    const received = await file(1)
    const both = await Promise.all([step(received, 'processing'), step(received, 'processing', doer('staff:p2'))])
    expect(both.sort()).toEqual(['beaten', 'done'])
    expect(await applicationById(store.db, 'app-1')).toMatchObject({
      state: 'processing',
      before: 'received',
      steps: 1,
    })
    expect((await stepsOf(store.db, 'app-1')).map(s => [s.from_state, s.to_state])).toEqual([
      [null, 'received'],
      ['received', 'processing'],
    ])
  })

  it('do not take a step from a state that came back meanwhile', async () => {
    const received = await file(1)
    expect(await step(received, 'processing')).toBe('done')
    const processing = (await applicationById(store.db, 'app-1'))!
    expect(await step(processing, 'received')).toBe('done')
    expect(await step(received, 'processing')).toBe('beaten')
  })

  it('change nothing when their command took a step of another one [P7]', async () => {
    const received = await file(1)
    await file(2)
    const by = doer()
    expect(await step((await applicationById(store.db, 'app-2'))!, 'processing', by)).toBe('done')
    expect(await step(received, 'processing', by)).toBe('beaten')
    expect((await applicationById(store.db, 'app-1'))?.state).toBe('received')
    expect(await stepByCommand(store.db, by.commandId)).toMatchObject({ application_id: 'app-2', who: 'staff:p1' })
  })

  it('are listed by state and number, the earliest promise first', async () => {
    await file(1, { number: 'A-012', promisedOn: '2026-06-12' })
    await file(2, { number: 'A-112', promisedOn: '2026-06-10' })
    await file(3, { number: 'B-012', state: 'ready', readyAt: 1 })
    await file(4, { number: 'A-012', state: 'handedOver', handedAt: 5, readyAt: 1 })
    await file(5, { number: 'A-013', state: 'handedOver', handedAt: 9, readyAt: 1 })
    await file(6, { officeId: 'lain' })
    const list = async (states: ApplicationState[], number?: string, limit = 10) =>
      (await listApplications(store.db, { office: 'samarinda', states, number, limit })).map(a => a.id)
    expect(await list(['received'])).toEqual(['app-2', 'app-1'])
    expect(await list(['handedOver'])).toEqual(['app-5', 'app-4'])
    expect(await list(['received', 'ready', 'handedOver'], 'A-012')).toEqual(['app-1', 'app-4'])
    expect(await list(['received'], undefined, 1)).toEqual(['app-2'])
    expect(await countApplications(store.db, { office: 'samarinda' })).toEqual({ received: 2, ready: 1, handedOver: 2 })
  })

  it('of a period are those promised in it and those still open', async () => {
    await file(1, { promisedOn: '2026-06-12', state: 'handedOver', readyAt: 1, handedAt: 1 })
    await file(2, { promisedOn: '2026-05-02', state: 'handedOver', readyAt: 1, handedAt: 1 })
    await file(3, { promisedOn: '2026-05-03' })
    await file(4, { promisedOn: '2026-06-11', officeId: 'lain' })
    const found = await applicationsPromised(store.db, 'samarinda', '2026-06-01', '2026-06-30')
    expect(found.map(a => a.id).sort()).toEqual(['app-1', 'app-3'])
  })

  it('come from a finished visit only', async () => {
    const [tickets, invitations] = [[ticketRow(0, { state: 'done' }), ticketRow(1)], [invitationRow(0)]]
    await store.db.journal.append([
      entry({ events: [taken(1), taken(2)], tickets, invitations, visits: [visitRow(0, 1, { outcome: 'done' })] }),
    ])
    expect(await finishedTicket(store.db, ticketId(0))).toMatchObject({
      officeId: OFFICE,
      date: DATE,
      serviceId: 'ktp',
      officerId: 'p1',
      number: 'A-001',
    })
    expect(await finishedTicket(store.db, ticketId(1))).toBeUndefined()
  })
})
