import { beforeAll, describe, expect, it, vi } from 'vitest'
import { REST, step, type Act, type Flow } from '../../kiosk/parts/flow.ts'
import { daysText, isHall, tilesOf } from '../../kiosk/parts/agencies.ts'
import { HITS_PER_SHEET, deskOf, hitsOf, marked } from '../../kiosk/parts/hits.ts'
import { PER_SHEET, cardsOf, seriesOf } from '../../kiosk/parts/services.ts'
import type { hallView as HallView } from '../../kiosk/low/low-hall.ts'
import type * as Wanted from '../../kiosk/parts/wanted.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import type { LifeEvent } from '../../shared/office/life-events.ts'
import { weekday } from '../../shared/kit/time.ts'
import { wordsOf } from '../../shared/search/plain.ts'
import { begunBy } from '../../shared/search/begun.ts'
import { oftenOf } from '../../shared/office/often.ts'
import { HALL_NOW, hallCards, hallDay, hallEstimates, hallOften } from '../helpers/large-hall-day.ts'
import { largeHall } from '../helpers/large-hall.ts'

const tiles = tilesOf(largeHall, hallCards, HALL_NOW, 'id')
const often = hallOften.flatMap(id => hallCards.find(card => card.service.id === id) ?? [])
const hits = (letters: string) => hitsOf(largeHall, tiles, often, letters)
const seenFirst = (letters: string) => hits(letters).slice(0, HITS_PER_SHEET)
const shows = (letters: string, id: string) =>
  seenFirst(letters).some(hit => 'card' in hit && hit.card.service.id === id)
const flow = (...acts: readonly Act[]): Flow => acts.reduce(step, REST)

/** The first four letters of each word of a name, a whole word where it is shorter. */
const begun = (name: string) => [...new Set(wordsOf(name).map(word => word.slice(0, 4)))]

let hallView: typeof HallView
let wanted: typeof Wanted
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  hallView = (await import('../../kiosk/low/low-hall.ts')).hallView
  wanted = await import('../../kiosk/parts/wanted.ts')
  vi.unstubAllGlobals()
})

describe('a hall of 32 agencies and 300 services', () => {
  it('leads to every service by two touches: its agency and its tile, one more on a second sheet [Q9]', () => {
    const found = tiles.flatMap(tile => tile.cards.slice(0, PER_SHEET).map(card => card.service.id))
    expect(new Set(found)).toEqual(new Set(largeHall.services.map(s => s.id)))
    expect(tiles.length).toBe(32)
    const at = flow({ do: 'agency', id: 'im' }, { do: 'choose', serviceId: 'im-1' })
    expect(at.page).toMatchObject({ name: 'requirements', serviceId: 'im-1' })
  })

  it('leads to every service by at most four letters that begin a word of its name, or one by which it is called [Q9]', () => {
    const byName = largeHall.services.filter(({ id, name }) => begun(name[0]).some(letters => shows(letters, id)))
    const lost = largeHall.services.filter(
      ({ id, name, keywords }) => ![name[0], ...keywords].flatMap(begun).some(letters => shows(letters, id)),
    )
    expect([byName.length, lost.map(s => s.name[0])]).toEqual([298, []])
  })

  it('shows what was meant on the first view for nearly all beginnings, whichever word of the name is typed [Q9]', () => {
    const all = largeHall.services.flatMap(s => begun(s.name[0]).map(letters => ({ id: s.id, letters })))
    const found = all.filter(({ id, letters }) => shows(letters, id))
    expect(found.length / all.length).toBeGreaterThan(0.8)
  })

  it('answers from the first letter on, nearest first, and what is asked for most before its equals [Q9]', () => {
    expect(seenFirst('p').length).toBe(HITS_PER_SHEET)
    const ids = (letters: string) =>
      seenFirst(letters).map(hit =>
        'card' in hit ? hit.card.service.name[0] : 'tile' in hit ? hit.tile.code : hit.event.id,
      )
    expect(ids('pasp')).toEqual([
      'Paspor baru',
      'Paspor anak',
      'Paspor hilang atau rusak',
      'Paspor, penggantian',
      'Ambil paspor jadi',
    ])
    expect(ids('imig')[0]).toBe('IM')
    expect(ids('pasor')[0]).toMatch(/[Pp]aspor/)
    expect(ids('qqqq')).toEqual([])
  })

  it('offers before the first letter what people come for most, and the front desk always', () => {
    expect(seenFirst('').map(hit => 'card' in hit && hit.card.service.id)).toEqual(hallOften.slice(0, HITS_PER_SHEET))
    expect(deskOf(largeHall, tiles)?.service.name[0]).toBe('Konsultasi kependudukan')
    const shut = { ...largeHall, services: largeHall.services.map(s => ({ ...s, advises: false })) }
    expect(deskOf(shut, tiles)).toBe(undefined)
  })

  it('marks the letters where they begin a word', () => {
    expect(marked('Ambil paspor jadi', 'pasp')).toEqual(['Ambil ', 'pasp', 'or jadi'])
    expect(marked('Paspor, penggantian', 'pengg')).toEqual(['Paspor, ', 'pengg', 'antian'])
    expect(marked('Kompas', 'pas')).toEqual(['Kompas', '', ''])
    expect(marked('NIB baru', 'nib (')).toEqual(['NIB baru', '', ''])
  })

  it('keeps an agency that is not there today in its place, with its days, and lets nobody choose its services [N12]', () => {
    const customs = tiles.find(tile => tile.code === 'BC')!
    expect([customs.there, daysText(customs, 'id')]).toEqual([false, 'buka Rabu, Kamis'])
    expect(customs.cards.every(card => !card.open)).toBe(true)
  })

  it('leads back from a service to its agency, and from there to the first page; nothing stays for the next person', () => {
    const chosen = flow({ do: 'agency', id: 'im' }, { do: 'choose', serviceId: 'im-3' })
    const back = step(chosen, { do: 'back' })
    expect(back.page).toEqual({ name: 'agency', id: 'im', sheet: 0 })
    expect(step(back, { do: 'back' }).page).toEqual(REST.page)
    const typed = flow({ do: 'find' }, { do: 'search', query: 'pasp' }, { do: 'choose', serviceId: 'im-1' })
    expect(step(typed, { do: 'back' }).page).toEqual({ name: 'find', query: 'pasp', sheet: 0 })
    expect(step(typed, { do: 'reset' })).toEqual(REST)
  })

  it('is walked through in the accessible mode by stretches of the alphabet, agency and service, four keys at a time', () => {
    const option = (key: string, card: { service: { id: string } }) => ({ key, label: card.service.id, note: [] })
    const none = { all: [], option: () => option('', hallCards[0]!) }
    for (const size of [3, 4]) {
      const first = hallView({ name: 'home' }, size, tiles, option, none)
      expect(first.options.length).toBe(size)
      const more = hallView({ name: 'range', at: 0, sheet: 0 }, size, tiles, option, none).options.at(-1)
      expect([more?.key, more?.label]).toEqual(['9', 'Instansi lain'])
      const reached = first.options.flatMap((_, at) =>
        [0, 1, 2, 3].flatMap(sheet =>
          hallView({ name: 'range', at, sheet }, size, tiles, option, none).options.filter(o => o.key !== '9'),
        ),
      )
      expect(new Set(reached.map(o => o.label)).size).toBe(32)
    }
    const services = [0, 1, 2].flatMap(
      sheet => hallView({ name: 'agency', id: 'im', sheet }, 4, tiles, option, none).options,
    )
    expect(new Set(services.filter(o => o.key !== '9').map(o => o.label)).size).toBe(10)
  })

  it('offers events of life behind the alphabet in the accessible mode, within as many keys [Q9 D53]', () => {
    const option = (key: string, card: { service: { id: string } }) => ({ key, label: card.service.id, note: [] })
    const events = {
      all: demoOffice.lifeEvents,
      option: (key: string, { id }: LifeEvent) => ({ key, label: id, note: [] }),
    }
    const at = (page: Parameters<typeof HallView>[0]) => hallView(page, 4, tiles, option, events).options
    const first = at({ name: 'home' })
    expect(first.map(o => o.label)).toEqual([...first.slice(0, 3).map(o => o.label), 'Apa yang terjadi?'])
    const behind = first.at(-1)!.wish as { at: number }
    const reached = [0, 1].flatMap(sheet => at({ name: 'range', at: behind.at, sheet }).map(o => o.label))
    expect(reached).toEqual(expect.arrayContaining(demoOffice.lifeEvents.map(e => e.id)))
    const agencies = [0, 1, 2].flatMap(range =>
      [0, 1, 2].flatMap(sheet => at({ name: 'range', at: range, sheet }).filter(o => o.key !== '9')),
    )
    expect(new Set(agencies.map(o => o.label)).size).toBe(32)
  })

  it('takes for an event of life what is there today, begins with the first of that, and names the days of the others [D56]', () => {
    const today = hallDay.date
    const [away, there, also] = [{ agency: 'bc' }, { agency: 'im' }, { agency: 'dc' }].map(({ agency }) =>
      largeHall.services.find(s => s.agency === agency)!,
    )
    const eventOf = (...services: readonly (typeof away)[]): LifeEvent => ({
      ...{ id: 'kirim', name: ['Kirim barang', 'Sending goods'], detail: ['', ''], keywords: [] },
      parts: services.map(s => ({ serviceId: s!.id, caseId: null, optional: false })),
    })
    const some = eventOf(away, there, also)
    const all = eventOf(away)
    const office = { ...largeHall, lifeEvents: [some] }
    const days = `${away!.name[0]} hanya dilayani pada hari Rabu, Kamis`
    const choice = wanted.eventWish(office, some, today)
    expect(choice).toMatchObject({ do: 'choose', serviceId: there!.id, event: 'kirim' })
    const { page } = flow(choice!)
    if (page.name !== 'requirements') throw new Error(page.name)
    const it = wanted.wantedOf(office, page, there!, today)
    expect([it.parts.map(p => p.service.id), it.away]).toEqual([[there!.id, also!.id], days])
    expect(it.minutes).toBe(there!.standardMinutes + also!.standardMinutes)
    expect(wanted.eventServices(office, some, today)).toBe(`${there!.name[0]} · ${also!.name[0]}. ${days}`)
    // Of an event of which nothing is there only the days can be said.
    expect([wanted.eventWish(office, all, today), wanted.eventServices(office, all, today)]).toEqual([undefined, days])
    const wednesday = '2026-06-10'
    expect(weekday(wednesday)).toBe(3)
    expect(wanted.eventWish(office, some, wednesday)).toMatchObject({ serviceId: away!.id })
  })

  it('offers at the check-in only the series in which something is booked today', () => {
    expect(seriesOf(largeHall, hallDay)).toEqual([])
    const day = { ...hallDay, bookedNumbers: { IMR: [1, 2], DCR: [] } }
    expect(seriesOf(largeHall, day).map(s => [s.letter, s.name[0]])).toEqual([['IM', 'Imigrasi']])
  })

  it('says without counts what stands first in the office, and never what is closed or retired', () => {
    expect(isHall(largeHall)).toBe(true)
    expect(oftenOf(largeHall, new Map())).toEqual(largeHall.services.slice(0, 6).map(s => s.id))
    const gone = { services: largeHall.services.map((s, i) => ({ ...s, open: i !== 0, retired: i === 1 })) }
    expect(
      oftenOf(
        gone,
        new Map([
          [largeHall.services[0]!.id, 9],
          [largeHall.services[1]!.id, 8],
        ]),
      )[0],
    ).toBe(largeHall.services[2]!.id)
  })

  it('is made ready for a screen in a few milliseconds, whatever is typed', () => {
    const from = performance.now()
    const cards = cardsOf(largeHall, hallDay, hallEstimates, HALL_NOW, true)
    tilesOf(largeHall, cards, HALL_NOW, 'id')
    for (const letters of ['p', 'pa', 'pas', 'pasp']) begunBy(largeHall, letters)
    expect(performance.now() - from).toBeLessThan(100)
  })
})
