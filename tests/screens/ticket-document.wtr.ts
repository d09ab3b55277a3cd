import { aTimeout, expect } from '@open-wc/testing'
import { liveTicket } from '../../booking/live-ticket.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { documentOf, type StreamMessage } from '../../shared/ticket/standing.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'
import { served } from './ticket-served.ts'

type File = NonNullable<OwnTicket['application']>

/** A finished visit whose document is under way. */
const finished = (but: Partial<File> = {}): OwnTicket => {
  const application: File = {
    document: ['KTP-el', 'Electronic ID card'],
    state: 'processing',
    promisedOn: '2026-06-10',
    changedAt: at('10:20'),
    late: 0,
    hours: [null, { open: '08:00', close: '15:00', breaks: [] }, null, null, null, null, null],
    ...but,
  }
  return ownTicket({ application, document: documentOf([application]) }, { state: 'done' })
}

describe('the document on the live page of a ticket', () => {
  for (const [name, but] of [
    ['is processed', {}],
    ['is late', { late: 2 }],
    ['is ready', { state: 'ready' }],
    ['was returned', { state: 'returned', reason: 'missingPaper' }],
    ['was handed over', { state: 'handedOver' }],
  ] as const) {
    it(`reads well while it ${name}`, async () => {
      await expect(await served(finished(but))).to.be.accessible()
    })
  }

  /** A page of a finished visit, with or without its stream. */
  async function followed(streamed: boolean) {
    const page = await served(finished())
    const world = { now: 100_000, answer: finished(), asked: 0, hear: (_: StreamMessage) => {} }
    const ticket = liveTicket(page, finished(), {
      follow(heard) {
        world.hear = heard
        return { connected: streamed, heard: 0, now: () => 0, look: () => {}, stop: () => {} }
      },
      lang: 'id',
      base: '/t/x',
      clock: () => world.now,
      read: async () => {
        world.asked++
        return world.answer
      },
      alert: { on: false, toggle: () => {}, ring: () => {} },
    })
    const wait = async (ms: number) => {
      world.now += ms
      ticket.paint()
      await aTimeout(5)
    }
    return { page, world, wait }
  }

  it('is read when its stream tells of a step, and not before', async () => {
    const { page, world, wait } = await followed(true)
    await wait(120_000)
    expect(world.asked).to.equal(0)
    world.answer = finished({ state: 'ready', changedAt: at('11:00') })
    world.hear({ now: at('11:00'), document: at('11:00') })
    await wait(0)
    expect(world.asked).to.equal(1)
    expect(document.title).to.contain('Dokumen siap diambil')
    expect(page.querySelector('[data-part="document"]')!.textContent).to.contain('Ambil di')
  })

  it('is asked for once a minute where there is no stream, until it is handed over', async () => {
    const { page, world, wait } = await followed(false)
    await wait(30_000)
    expect(world.asked).to.equal(0)
    expect(page.textContent).to.contain('Keadaan pukul 10.24')
    world.answer = finished({ state: 'ready' })
    await wait(31_000)
    expect(world.asked).to.equal(1)
    expect(page.querySelector('[data-part="document"]')!.textContent).to.contain('Ambil di')
    world.answer = finished({ state: 'handedOver' })
    await wait(61_000)
    await wait(61_000)
    expect(world.asked).to.equal(2)
  })
})
