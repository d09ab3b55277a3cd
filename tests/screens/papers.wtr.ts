import { expect, fixture, html, nextFrame } from '@open-wc/testing'
import '../../console/desk/desk-current.ts'
import '../../console/print/booking-slip.ts'
import '../../console/front/front-given.ts'
import '../../kiosk/kiosk-requirements.ts'
import '../../kiosk/ticket/kiosk-slip.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import type { ServiceInfo } from '../../shared/office/office.ts'
import { papersOf } from '../../shared/office/papers.ts'
import { UNSURE } from '../../shared/ticket/papers-words.ts'
import { PAPERS_BY_CASE } from '../helpers/papers-by-case.ts'

const AT = Date.UTC(2026, 5, 9, 2, 30)
const slot = { start: AT, end: AT + 1_800_000 }

/** What stands on a page, its parts included, as one line. */
function textOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ')
}

/** Names of papers of a service that are told; the longest first, for one name may begin another. */
function toldIn(text: string, service: ServiceInfo, names: readonly string[]): void {
  for (const name of names) expect(text, `${service.id}: ${name}`).to.contain(name)
  const rest = [...names].sort((a, b) => b.length - a.length).reduce((left, name) => left.split(name).join(' '), text)
  const others = service.requirements.map(r => r.name[0]).filter(name => !names.includes(name))
  for (const other of others) expect(rest, `${service.id} asks too much`).not.to.contain(other)
}

const cases = PAPERS_BY_CASE.map(({ service: serviceId, id, papers }) => {
  const service = demoOffice.services.find(s => s.id === serviceId)!
  const names = papers.map(p => service.requirements.find(r => r.id === p)!.name[0])
  const of = id === undefined ? {} : { case: id }
  const count = papers.length === 0 ? undefined : `Bawa ${papers.length} berkas`
  return { service, id, names, of, count }
})

describe('the papers of every demo service by case', () => {
  it('stand on the slip of a booking, counted [B20]', async () => {
    for (const { service, id, names, count } of cases) {
      const slip = await fixture(
        html`<booking-slip
          .office=${demoOffice}
          .serviceId=${service.id}
          .case=${id}
          .number=${'A-001'}
          .booked=${slot}
        ></booking-slip>`,
      )
      toldIn(textOf(slip), service, names)
      if (count) expect(textOf(slip)).to.contain(count)
    }
  })

  it('stand before the front desk when it has booked [B20]', async () => {
    for (const { service, of, names, count } of cases) {
      const ticket = { number: 'AR-001', serviceId: service.id, state: 'booked', priority: false, slot, ...of }
      const given = { ticket, token: 't', path: '/t/t', code: '4821', name: 'Contoh' }
      const page = await fixture(
        html`<front-given .office=${demoOffice} .given=${given} today="2026-06-09"></front-given>`,
      )
      toldIn(textOf(page), service, names)
      if (count) expect(textOf(page)).to.contain(count)
    }
  })

  it('stand on the slip of the kiosk, from a number or a check-in [B20]', async () => {
    for (const { service, of, names, count } of cases) {
      const ticket = { number: 'A-001', serviceId: service.id, priority: false, takenAt: AT, ...of }
      const card = { service, waiting: 0, minutes: null, counters: [], open: true }
      const slip = await fixture(
        html`<kiosk-slip .office=${demoOffice} .card=${card} .taken=${{ ticket, ahead: 0, range: null }}></kiosk-slip>`,
      )
      toldIn(textOf(slip), service, names)
      if (count) expect(textOf(slip)).to.contain(count)
    }
  })

  it('stand at the counter while it is served [B20]', async () => {
    for (const { service, of, names } of cases) {
      const current = {
        ...{ no: 0, number: 'A-001', serviceId: service.id, priority: false, joined: 'walkIn', state: 'serving' },
        ...{ takenAt: AT, due: AT, since: AT, calledAt: AT, startedAt: AT, calls: 1, heldMs: 0, ahead: 0, ...of },
      }
      const counter = { id: '1', state: 'open', since: AT, services: [service.id], current: 0 }
      const desk = await fixture(
        html`<desk-current .office=${demoOffice} .counter=${counter} .current=${current} .now=${AT}></desk-current>`,
      )
      toldIn(textOf(desk), service, names)
    }
  })

  it('not complete at the kiosk: what is missing, the next time and the list for the phone, in place of a number [B25]', async () => {
    const { service, id, names } = cases.find(c => c.id !== undefined && c.id !== UNSURE && c.names.length > 1)!
    const have = [papersOf(service, id)[0]!.id]
    const page = { ...{ name: 'requirements', sheet: 0, serviceId: service.id, case: id ?? null, have, short: true } }
    const card = { service, waiting: 0, minutes: null, counters: [], open: true, left: Infinity, reopened: false }
    const shown = await fixture<HTMLElement & { page: unknown }>(
      html`<kiosk-requirements
        .card=${card}
        .page=${{ ...page, priority: false, take: { state: 'resting' } }}
        .book=${'https://antre.example/b/samarinda/ktp-el'}
      ></kiosk-requirements>`,
    )
    const missing = [...shown.shadowRoot!.querySelectorAll('.paper')].map(p => p.textContent!.trim())
    expect(missing.length).to.equal(names.length - 1)
    for (const [i, name] of names.slice(1).entries()) expect(missing[i]!.startsWith(name)).to.equal(true)
    const code = new URL(shown.shadowRoot!.querySelector('ui-qr')!.value)
    expect([code.searchParams.get('case'), code.searchParams.getAll('papers')]).to.deep.equal([id ?? null, have])
    const wishes: unknown[] = []
    shown.addEventListener('wish', e => wishes.push((e as CustomEvent).detail))
    for (const button of shown.shadowRoot!.querySelectorAll<HTMLElement>('.act ui-button')) button.click()
    expect(wishes).to.deep.equal([{ do: 'back' }, { do: 'take' }, { do: 'reset' }])
    shown.page = { ...page, short: false, priority: false, take: { state: 'resting' } }
    await nextFrame()
    shown.shadowRoot!.querySelectorAll<HTMLElement>('.act ui-button')[1]!.click()
    expect(wishes.at(-1)).to.deep.equal({ do: 'short', on: true })
  })

  it('stand at the kiosk once it is said what for [B20]', async () => {
    for (const { service, id, names } of cases) {
      const page = {
        name: 'requirements',
        sheet: 0,
        serviceId: service.id,
        case: id ?? null,
        have: [],
        short: false,
        priority: false,
        take: { state: 'resting' },
      }
      const card = { service, waiting: 0, minutes: null, counters: [], open: true, left: null, reopened: false }
      const shown = await fixture(html`<kiosk-requirements .card=${card} .page=${page}></kiosk-requirements>`)
      const ticks = [...shown.shadowRoot!.querySelectorAll('[aria-labelledby=papers] ui-choice')]
      expect(ticks.map(tick => tick.firstChild!.textContent!.trim() || tick.textContent!.trim()).length).to.equal(
        names.length,
      )
      toldIn(textOf(shown), service, names)
    }
  })
})
